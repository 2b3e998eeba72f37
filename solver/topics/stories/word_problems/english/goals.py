"""English clauses and questions about goals: what somebody needs and has so far, and how long he has to save."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import meanings as say
from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.english.asking import Who, owner_of
from solver.topics.stories.word_problems.english.lexicon import PERIODS, WEEKDAYS
from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.english.subjects import has_money, speaks_of
from solver.topics.stories.word_problems.meanings import Amount, Meaning, Thing
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.wording import singular

G.words(
    "PERIOD",
    *(form for period in (*sorted(PERIODS), *WEEKDAYS) for form in (period, f"{period}s")),
)
G.words("A_PERIOD", "a", "an", "per", "each", "every")
G.words(
    "so_far", "already", "so far", "up to now", "to date", "until now", "at the moment", "now", "right now"
)
G.words("NEED", "needs", "need", "needed", "requires", "wants", "want", "wanted", "is trying to save", "hopes to save", "wants to save", "wants to raise", "needs to raise", "hopes to collect", "wants to collect", "is collecting", "is saving", "needs to save", "would like to save", "would like to have")  # fmt: skip


@G.rule("core", "<a:who> <NEED> (a total of)? <q:numbered> (for <phrase>|to <phrase>)?", cost=0.4)
def _needs(a: Who, q: Amount) -> Meaning | None:
    """ "Zoe needs 84 beads for a necklace"."""
    return say.needs(a[0], q) if q.item and not q.money else None


@G.rule("core", "<a:who> <NEED> <m:M> (in total|in all)? (for <phrase>|to (buy|get) <phrase>)?", cost=0.4)
def _needs_money(a: Who, m: Amount) -> Meaning:
    """ "Ben wants to save $180"."""
    return say.needs(a[0], m)


@G.rule(
    "core",
    "<a:who>? (has|had|'ve|have) <so_far>? (saved|collected|put aside|set aside|put away|saved up|earned|raised) (up)? <m:M> <so_far>?",
    "<a:who>? <so_far>? (has|have|had) <m:M> (saved|in savings|in <det> piggy bank|in the bank) (up)? <so_far>?",
    cost=-0.1,
)
def _has_saved(m: Amount, a: Who | None = None) -> Meaning:
    return has_money(a or (None,), m)


@G.rule(
    "core",
    "<a:who>? (<aux>)* (saves|save|saved|saving|adds|add|earns|earn|earned|makes|puts aside|sets aside|puts away|gets) (another)? <m:M> (of <det> <noun>|from <det> <noun>|in <noun>)? <A_PERIOD> <u:PERIOD>",
    "(each|every) <u:PERIOD> ,? <a:who> (<aux>)* (saves|save|saved|adds|earns|earn|earned|makes|puts aside|sets aside|puts away|gets) (another)? <m:M> (of <det> <noun>|from <det> <noun>)?",
    cost=-0.2,
)
def _saves(m: Amount, u: str, a: Who | None = None) -> Meaning:
    """ "She saves $8 every week"."""
    who = [speaks_of(a)] if a else []
    return say.telling(*who, say.is_amount([Thing(singular(u), kind="price")], m, "price"))


@G.rule(
    "core",
    "(each|every) <u:PERIOD> ,? <a:who> (gets|earns|receives|makes|is paid|is given|has) <m:M> (<noun>|in <noun>|as <noun>|of <noun>|from <phrase>)? (and|, and|but|, but|of which (he|she)) (<PAY_form>) <n:M> (of it|on <names>)?",
    "<a:who> (gets|earns|receives|makes|is paid|is given) <m:M> (<noun>|in <noun>|as <noun>|of <noun>|from <phrase>)? <A_PERIOD> <u:PERIOD> (and|, and|but|, but|of which (he|she)) (<PAY_form>) <n:M> (of it|on <names>)? (<A_PERIOD> <v:PERIOD>)?",
    "<a:who> (gets|earns|receives|makes) <m:M> (<noun>|in <noun>|as <noun>|of <noun>)? <A_PERIOD> <u:PERIOD> (and|, and|but|, but) (<PAY_form>) <n:M> (of it|on <names>)?",
    cost=-0.8,
)
def _saves_the_rest(a: Who, u: str, m: Amount, n: Amount, v: str = "") -> Meaning | None:
    """ "Each week Carlos gets $15 pocket money and spends $9 of it"."""
    if v and singular(v) != singular(u):
        return None
    return say.telling(speaks_of(a), say.keeps_a_period(singular(u), m, n))


@G.rule(
    "core",
    "<a:who>? (works|worked|babysits|tutors|helps out) (for)? <n:N> <u:noun> (every|each|per|a|on) <v:PERIOD>",
    cost=-0.3,
)
def _works_a_period(n: Fraction, u: str, v: str, a: Who | None = None) -> Meaning | None:
    """ "… $9 an hour, and works 4 hours every Saturday": so much every Saturday."""
    who = [speaks_of(a)] if a else []
    return say.telling(*who, say.earns_a_period(singular(v), n, u))


G.words("TIME_VERB", "save", "work", "wait", "keep saving", "keep working", "need", "take", "go on saving", "continue saving", "save up", "save money", "have to save", "need to save", "have to work", "need to work")  # fmt: skip
G.alias(
    "purpose",
    "(to|before|until|so that|in order to|for) <phrase>",
    "(before|until|so that|till) (he|she|they|it|i|<noun>) (<aux>|is able to|are able to)* (<BUY_form>|afford|have|has|pay for|reaches|reach) (exactly|just)? (enough)? (money)? (for|to buy)? (<phrase>)?",
    "to (have|get) (exactly|just)? enough money (for <phrase>|to <phrase>)?",
)


@G.rule(
    "question",
    "(for)? how many (more)? <u:PERIOD> (<did>|will|must|does) (it)? (take|<a:who>)? (<a:who>)? (still)? (have to|need to|must|has to)? (<TIME_VERB>)? (<purpose>)*",
    "(after|in) how many (more)? <u:PERIOD> (will|can|does) <a:who> (be able to)? (<BUY_form>|have|afford|reach) (it|them|both|that)? (enough)? (money)? (<purpose>|<phrase>)?",
    cost=-0.2,
)
def _how_long(u: str, a: Who | None = None) -> Question:
    """ "How many more weeks must she save before she can buy it?"."""
    return ask.periods_needed(singular(u), owner_of(a))


@G.rule(
    "question",
    "how many more (<x:noun>)? (<did>|must|does|do) <a:who> (still)? (need|require|have to (buy|get|collect|make|find)|need to (buy|get|collect|make|find)|buy|collect|get|make) (<purpose>)?",
    "how many more (<x:noun>)? (are|is) (still)? (needed|required|missing)",
    cost=-0.1,
)
def _more_needed(x: str = "", a: Who | None = None) -> Question:
    return ask.more_needed(x, owner_of(a))


@G.rule(
    "question",
    "how (much|many) more (money|dollars|euros|pounds|yuan)? (<did>|must|does|do) <a:who> (still)? (need|require|have to save|save|need to save|need to earn|have to earn|earn) (<purpose>)?",
    cost=0.1,
)
def _more_money_needed(a: Who | None = None) -> Question:
    return ask.more_money_needed(owner_of(a))
