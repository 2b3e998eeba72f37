"""English clauses: what stands before and behind them, and what joins them. See `word_problems.chart` for the notation."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems.english.asking import Who
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.purchases import buys_both
from solver.topics.stories.word_problems.english.wholes import shared_noun
from solver.topics.stories.word_problems.meanings import Amount, Meaning
from solver.topics.stories.word_problems.reading import Question

G.alias(
    "clause",
    "(<adjunct> ,?)* <c:core> (,? <adjunct>)*",
    "(<adjunct> ,?)* <c:core> (,? <adjunct>)* <all> (<adjunct>)*",
)


@G.rule(
    "clause",
    "<q:question> (,)? (after|once|if|when) (<a:who>)? (<aux>)* (<BUY_form>|pays for|paid for|paying for|walked out with|walks out with|left with|leaves with|left the shop with|leaves the shop with|came out with|went home with|goes home with) <both>",
    cost=0.3,
)
def _asks_after_both(q: Question, a: Who | None = None) -> tuple[Meaning, Question]:
    """ "How much will be left once she has paid for both?"."""
    return buys_both((False,), a), q


@G.rule("clause", "<q:question> (in|at|on) (a|an|the|his|their) (<phrase>)? (of|with) <n:numbered>", cost=0.5)
def _asks_among(q: Question, n: Amount) -> tuple[Meaning, Question]:
    """ "How many tulips are there in a garden of 480 flowers …"."""
    return say.whole(n), q


@G.rule(
    "clause",
    "<q:question> (in|at|on|among|of) (a|an|the|his|their) (<phrase>)? (of|with) <n:N> <parts:list>",
    cost=0.3,
)
def _asks_among_kinds(q: Question, n: Fraction, parts: tuple[str, ...]) -> tuple[Meaning, Question]:
    """ "What is the number of silver coins in a collection of 750 gold, silver and copper coins …"."""
    names, noun = shared_noun(parts)
    return say.whole(Amount(n, noun), "", names), q


@G.rule("clause", "<c:core> (in|at|on|among) (a|an|the|his|their)? (<phrase>)? (of|with) <q:qty>", cost=0.5)
def _among(c: Meaning, q: Amount) -> Meaning:
    """ "There are 6 more girls than boys in a class of 30 pupils"."""
    return say.telling(say.whole(q), c)


G.words(
    "joint",
    ",",
    ", and",
    "and",
    "but",
    ", but",
    "while",
    ", while",
    "whereas",
    ", whereas",
    "then",
    ", then",
    "and then",
    ", and then",
    ", so",
    "so",
    "if",
    ", if",
    ":",
    "when",
    "and also",
    ", who",
    "who",
    ", which",
    "which",
    "that",
    "suppose",
    "suppose that",
    "the chart shows that",
    "the pie chart shows that",
    "the table shows that",
    "a survey shows that",
    "a survey showed that",
    ", and that",
    "given that",
    "and if",
    "because",
    "after",
    "; and",
    "for",
    "where",
    "assuming",
    "since",
    ", since",
    "as",
    "given",
    "knowing that",
    "if we know that",
    "later",
    ", with",
    "with",
    "however",
    "and so",
    "and that",
    "also",
    "later ,",
    "it is known that",
    "[",
    "]",
    "] ,",
    ", [",
    "that is ,",
    ", that is ,",
    "altogether ,",
    "together ,",
    "in total ,",
    "in all ,",
    "so far ,",
    "because of this ,",
)
