"""What stands behind an amount in English tales: prices, rates, times, places and purposes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.chart import Parse
from solver.topics.stories.word_problems.english.lexicon import FUNCTION
from solver.topics.stories.word_problems.reading import Numeral
from solver.topics.stories.word_problems.tales.phrases import ONE, T
from solver.topics.stories.word_problems.tales.values import Mod, Tag
from solver.topics.stories.word_problems.tales.words import DAY_PARTS, DAYS, MONTHS, PERIODS, verb_of
from solver.topics.stories.word_problems.wording import singular

# -- what is said behind an amount -----------------------------------------------------------------

T.words("unit_word", *sorted({f for p in (*PERIODS, *DAY_PARTS) for f in (p, p + "s")}))
T.words(
    "each_mark",
    "each",
    "apiece",
    "a piece",
    "each one",
    "per piece",
    "per item",
    "individually",
    "per person",
    "per unit",
)
T.words("period_mark", "daily", "every day", "each day", "a day", "per day", value="day")
T.words("period_mark", "weekly", "every week", "each week", value="week")
T.words("period_mark", "monthly", "every month", "each month", value="month")
T.words("period_mark", "yearly", "annually", "every year", "each year", "per annum", value="year")
T.words("period_mark", "hourly", "every hour", "each hour", value="hour")


@T.rule(
    "mod",
    "(for|at|costing|that cost|which cost|worth|that costs|priced at|at a price of|at a cost of|, costing|at a rate of|which are|that are|that were)? <m:M> (<each_mark>|<a_per> <x:noun>)",
)
def _price(m: tuple[Fraction, str], x: str = "") -> Mod:
    return Mod("price", m[0], x, m[1])


@T.rule(
    "mod",
    "(that|which|, which) (each)? (cost|costs) <m:M> (each|<a_per> <x:noun>)?",
    "(for|at) <m:M> <a_per> <x:noun>",
    cost=0.1,
)
def _price_too(m: tuple[Fraction, str], x: str = "") -> Mod:
    return Mod("price", m[0], x, m[1])


@T.rule(
    "mod",
    "(for|worth|at a total of|for a total of|at a total cost of|for only) <m:M> (in total|total|altogether)?",
    cost=0.2,
)
def _paid(m: tuple[Fraction, str]) -> Mod:
    return Mod("paid", m[0], "", m[1])


@T.rule("mod", "(,)? (each)? (with|of|containing|holding|weighing|that (each)? (have|has|contain|contains|hold|holds|weigh|weighs|is|are)|which (each)? (have|has|contain|contains|hold|holds)|each (having|containing|holding|weighing|with)) <n:num> <x:noun> (each|in each|on each|(in|on|at|for|inside|to) each <noun>|inside each|in it|on it|apiece|per <noun>|inside|long each|in each one)",
        "(,)? each (with|containing|having|holding|weighing|of which has|of which contains|of which holds|has|contains|holds|of) <n:num> <x:noun> (in it)?", "of <n:N> <x:noun> each")  # fmt: skip
def _has(n: Fraction, x: str) -> Mod:
    return Mod("has", n, x)


@T.rule("mod", "<a_per> <u:noun>", "<u:period_mark>", "(every|each|a|per) <u:unit_word>")
def _per(u: str) -> Mod:
    return Mod("per", ONE, singular(u))


@T.rule(
    "mod",
    "for <n:num> <u:unit_word>",
    "(for)? <n:N> (more)? <u:unit_word> in a row",
    "for (a|an|one) <u:unit_word>",
    "over <n:num> <u:unit_word>",
)
def _for(u: str, n: Fraction = ONE) -> Mod:
    return Mod("for", n, singular(u))


@T.rule("mod", "<n:N> times <a_per> <u:noun>", "<n:times> <a_per> <u:noun>", "<n:times> <u:period_mark>")
def _often(n: Fraction, u: str) -> Mod:
    return Mod("times", n, singular(u))


@T.rule("mod", "once <a_per> <u:noun>", "once <u:period_mark>")
def _once(u: str) -> Mod:
    return Mod("times", ONE, singular(u))


@T.rule(
    "mod",
    "(in|every|per|for every) <n:N> <u:unit_word>",
    "(in|every|per|for every) <f:F> (an)? <u:unit_word>",
)
def _within(u: str, n: Fraction = ONE, f: Fraction | None = None) -> Mod:
    return Mod("within", f or n, singular(u))


T.rule("mod", "each")(lambda: Mod("each"))

# -- when and where --------------------------------------------------------------------------------

T.words("day", *DAYS)
T.words("month", *MONTHS)
T.words(
    "ordinal_word",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "next",
    "following",
    "final",
    "sixth",
    "previous",
)


@T.rule(
    "time",
    "(on|last|this|next|the next)? <d:day> (morning|afternoon|evening|night)?",
    "(in|last|this|next|during)? <d:month>",
)
def _on_day(d: str) -> Tag:
    return Tag("when", d)


@T.rule(
    "time",
    "(in|on|during|for|after)? (the|his|her|their) <o:ordinal_word> <u:unit_word>",
    "(in|on|during|for)? (the|this|last|next|that) <u:unit_word>",
    "(on|in|for)? the <o:ordinal_word> (day|one)",
)
def _in_order(o: str = "", u: str = "day") -> Tag:
    return Tag("when", f"{o} {u}".strip())


@T.rule("time", "<d:time_word>")
def _time_word(d: str) -> Tag:
    return Tag("when", d)


T.words("time_word", "yesterday", "today", "tomorrow", "this morning", "this afternoon", "this evening", "last night", "last week", "this week", "next week", "last year", "this year", "last month", "this month", "next month", "tonight", "next year", "last weekend", "this weekend", "next weekend", "the previous weekend", "over the weekend", "on weekends", "on the weekend", "on weekdays", "the previous day", "the day before", "the following day", "the next day", "in the morning", "in the afternoon", "in the evening", "at night", "the previous week", "the previous month", "the following week", "the week before")  # fmt: skip
T.alias("tag", "<x:time>")
T.words("tag", "later", "first", "then", "also", "afterwards", "one day", "already", "so far", "at first", "initially", "originally", "now", "again", "after that", "currently", "for free", "as well", "too", "finally", "at once", "to start", "to begin with", "at a time", "long", "online", "instead", "away", "still", "up", "out", "there", "at home", "only", "off", "every single", "however", "recently", "on average", "in the end", "at the same time", "by himself", "by herself", "for all the items", "for everything", "for it all", "for all of them", "for them", "for all of it", "once", "on it", "in it", "per ride", "on them", value=Tag("none"))  # fmt: skip
T.words(
    "tag", "in total", "altogether", "total", "in all", "together", "combined", "overall", value=Tag("total")
)
_PREPOSITIONS: Final = frozenset(
    "in on at from to for with by into inside near around under onto off through across along among during about before after beside behind".split()
)


def _places(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A place, purpose or companion: words that tell no amount."""
    if at >= len(tokens) or tokens[at] not in _PREPOSITIONS:
        return
    end = at + 1
    if end < len(tokens) and tokens[end] in _OPENERS:
        end += 1
    start = end
    if end < len(tokens) and tokens[end] in ("last", "first", "next"):
        end += 1
    while end < len(tokens) and end - start < 5 and is_open_word(tokens[end]):
        end += 1
        yield Parse(end, Tag("where", " ".join(tokens[start:end])), 1.0 + 1.1 * (end - start))


_OPENERS: Final = frozenset("the a an his her their my its our this that some".split())
_FORBIDDEN: Final = (
    frozenset(
        "each every per any all both half twice double triple more less fewer than times rest remaining remainder left other another "
        "equal equally same total sum dozen none no not never except until if when while how what which who where because and or but so as "
        "once lot some few several many much only again , . ? ! ; : ( ) [ ] hundred thousand million ago".split()
    )
    | DAYS
    | {f for p in (*PERIODS, *DAY_PARTS) for f in (p, p + "s")}
)


def is_open_word(token: str) -> bool:
    """A word that tells no amount."""
    return not isinstance(token, Numeral) and (token.isalpha() or token == "'s" or "-" in token) and token not in _FORBIDDEN and token not in FUNCTION | {"one"} - {"'s", "to", "of", "the", "his", "her", "their", "in", "at", "on", "a"} - _SAFE  # fmt: skip


_SAFE: Final = frozenset(
    "'s to of the his her their in at on a an for with from is make making buy made get my our its this that into by".split()
)
T.primitive("tag", _places)


def _purposes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A purpose: "to make a cake", "playing with his friends"; never one that itself buys or gives something counted."""
    if at >= len(tokens) or not (
        tokens[at] == "to" or tokens[at].endswith("ing") and len(tokens[at]) > 5 and verb_of(tokens[at])
    ):
        return
    end = at + 1
    while end < len(tokens) and end - at < 8 and is_open_word(tokens[end]):
        end += 1
        yield Parse(end, Tag("where", " ".join(tokens[at:end])), 1.5 + 1.1 * (end - at))


T.primitive("tag", _purposes)
