"""English questions: what they begin and end with. See `word_problems.chart` for the notation."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.adjuncts import ADVERBS
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.marking import CURRENCIES
from solver.topics.stories.word_problems.meanings import Bought, Meaning
from solver.topics.stories.word_problems.reading import Question

Who = tuple[str | None]
_BEGINNING: Final = frozenset(
    (
        "at first",
        "in the beginning",
        "at the start",
        "originally",
        "initially",
        "to start with",
        "to begin with",
    )
)


@G.rule("clause", "<q:question> (,)? (after|when|if) (<who>)? (<aux>)* (<BUY_form>) <lines:lines>", cost=0.3)
def _asks_after_buying(q: Question, lines: tuple[Bought, ...]) -> tuple[Meaning, Question]:
    """ "Find the change from $20 after buying 4 loaves at $2.80 each"."""
    return say.buys(None, lines), q


@G.rule(
    "clause",
    "<find> (the|his|her|their)? (total)? (bill|cost|price|amount) (for|of|:|for :) <lines:lines>",
    cost=0.3,
)
def _asks_bill(lines: tuple[Bought, ...]) -> tuple[Meaning, Question] | None:
    return (say.buys(None, lines), ask.spent()) if all(x.price is not None for x in lines) else None


@G.rule("clause", "(<adjunct> ,?)* (and|so|then|,|how about)? <q:question> (<a:adjunct>)? (<b:adjunct>)?")
def _asks(q: Question, a: str | None = None, b: str | None = None) -> Question | None:
    """A question, and where or when it is asked about: no place that tells parts apart, and not the beginning."""
    if {a, b} & _BEGINNING:
        return None  # how much there was at first is another question
    return ask.anywhere(q, *(x for x in (a, b) if x and x not in ADVERBS))


G.words(
    "find",
    "what is",
    "what are",
    "what was",
    "what were",
    "find",
    "calculate",
    "determine",
    "work out",
    "compute",
    "give",
    "state",
    "what 's",
    "figure out",
    "find out",
    "what will be",
    "what would be",
    "tell me",
    "what is the value of",
)


G.words(
    "did",
    "do",
    "does",
    "did",
    "will",
    "would",
    "can",
    "should",
    "must",
    "has",
    "have",
    "had",
    "is",
    "are",
    "was",
    "were",
)


G.words(
    "how_much",
    "how much",
    "how much money",
    "what amount of money",
    "how many dollars",
    "how many euros",
    "how many pounds",
    "how many yuan",
    "what amount",
    "how many cents",
    "what sum",
    "what sum of money",
    "how much of it",
    "how much of this money",
    "how much of the money",
    "how much cash",
    "what amount is",
)


G.words(
    "currency_name",
    *sorted({form for form in CURRENCIES if form.isalpha() and form.isascii() and len(form) > 1}),
)


G.alias(
    "how_much",
    "how much (birthday|pocket|gift|prize|holiday|spending|lunch|christmas|shopping|travel) (money|cash|allowance)",
    "how much (money|cash) of (his|hers|theirs)",
)
G.alias("how_much", "how many <currency_name>", "how many <currency_name> of change")


G.words(
    "polite",
    "please",
    "can you tell me",
    "can you",
    "could you tell me",
    "do you know",
    "i want to know",
    "tell me",
)


def owner_of(a: Who | None) -> str | None:
    """Whom a clause is about: a name or "he", "she", "they"; None (the one spoken of last) for "it" and where nobody is named."""
    return a[0] if a else None


G.alias("question", "<polite> <q:question>")
G.alias("question", "(work out|calculate|determine|find|find out|compute|tell me) <q:question>")


G.words(
    "there",
    "are there",
    "is there",
    "were there",
    "are",
    "were",
    "was",
    "is",
    "there are",
    "did",
    "do",
    "does",
    "have",
    "has",
    "will",
    "there were",
    "can",
)


G.words(
    "measure",
    "kilograms",
    "litres",
    "liters",
    "grams",
    "millilitres",
    "milliliters",
    "metres",
    "meters",
    "kg",
    "ml",
    "cups",
    "tonnes",
    "pounds",
    "acres",
    "kilometres",
    "kilometers",
    "km",
    "centimetres",
    "cm",
    "hectares",
    "minutes",
    "hours",
    "litre",
    "kilogram",
    "gigabytes",
    "gb",
    "pages",
    "miles",
)
