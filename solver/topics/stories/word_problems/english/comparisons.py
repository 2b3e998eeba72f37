"""English comparisons: "$2 more than the pen", "half as much as", "3 less than twice"."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Amount, Compared, Kind, Thing
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE

G.words(
    "trail",
    "does",
    "do",
    "did",
    "has",
    "have",
    "had",
    "is",
    "are",
    "was",
    "were",
    "cost",
    "costs",
    "costed",
    "can",
    "paid",
    "spent",
    "weighs",
    "got",
    "received",
    "collected",
    "saved",
    "made",
    "sold",
    "earned",
    "bought",
    "picked",
)


@G.rule("base", "(he|she|they|i|it)? (<trail>|<ANY_form>)? <w:when>", cost=0.2)
def _base_when(w: str) -> tuple[Thing, ...]:
    """ "… more than on Monday": what was counted on another day."""
    return (Thing("", w, role="when"),)


@G.rule(
    "base",
    "<b:things> (<trail>)?",
    "what <b:things> <trail>",
    "(the)? <size_word> (that)? <b:things> (<trail>|<ANY_form>)",
    "(the)? <size_word> of <x:noun> <b:things> <trail>",
)
def _base(b: tuple[Thing, ...], x: str = "") -> tuple[Thing, ...]:
    return b


@G.rule(
    "base", "<b:things> (together|combined|put together) (<trail>)?", "<b:things> <trail> (together|combined)"
)
def _base_together(b: tuple[Thing, ...]) -> tuple[Thing, ...] | None:
    """Of several; "all the notebooks together" is not the price of one."""
    return b if len(b) > 1 else None


@G.rule("compared", "<m:M> <s:sign> (in price|each)? (than <b:base>)?", "<m:M> <s:sign> than <b:base>")
def _money_more(m: Amount, s: int, b: tuple[Thing, ...] | None = None) -> Compared:
    return Compared(ONE, s * m.number, b or (), MONEY_ITEM, m.unit)


@G.rule("below", "<m:M> (above|over) (the price of|the cost of|that of)? <b:base>")
def _money_above(m: Amount, b: tuple[Thing, ...]) -> Compared:
    return Compared(ONE, m.number, b, MONEY_ITEM, m.unit)


@G.rule("below", "<m:M> (below|under|beneath) (the price of|the cost of|that of)? <b:base>")
def _money_below(m: Amount, b: tuple[Thing, ...]) -> Compared:
    """ "Priced $16 below the calculator"."""
    return Compared(ONE, -m.number, b, MONEY_ITEM, m.unit)


G.alias("compared", "<c:below>", cost=0.2)


@G.rule(
    "compared",
    "<n:N> (<unit_word>)? <s:sign> (than <b:base>)?",
    "<n:N> <x:noun> <s:sign> (than <b:base>)?",
    "<n:N> <s:sign> <x:noun> (than <b:base>)?",
)
def _more(n: Fraction, s: int, x: str = "", b: tuple[Thing, ...] | None = None) -> Compared:
    return Compared(ONE, s * n, b or (), x)


@G.rule("compared", "<f:F> <s:sign> (<x:noun>)? (than <b:base>)?")
def _percent_more(f: Fraction, s: int, x: str = "", b: tuple[Thing, ...] | None = None) -> Compared:
    return Compared(1 + s * f, Fraction(0), b or (), x)


@G.rule("compared", "<n:N> <s:sign> <x:plural> than <y:plural>", cost=-0.1)
def _more_of_one(n: Fraction, s: int, x: str, y: str) -> Compared:
    """ "4 more cows than goats": both are things of whoever is spoken of."""
    return Compared(ONE, s * n, (Thing(y, None, kind="count"),), x)


@G.rule("scaled", "<k:factor> as <MANY> <x:plural> as <y:plural>", cost=-0.1)
def _times_of_one(k: Fraction, x: str, y: str) -> Compared:
    """ "Twice as many pigs as cows": both are things of whoever is spoken of."""
    return Compared(k, Fraction(0), (Thing(y, None, kind="count"),), x)


G.words("MANY", "many", "much")


@G.rule("scaled", "<k:factor> as <a:much> (<x:noun>)? (as <b:base>)?", "<k:factor> (of)? (the|that) <size_word> (of|that)? (<b:base>)?",
        "<k:times> <b:base>", "as <a:much> (<x:noun>)? as <b:base>", "<k:factor> (more expensive|older|bigger|larger|heavier) than <b:base>",
        "<k:factor> (of)? <b:base> (age|price)", "the same <x:noun>? (<price_word>|<size_word>)? as <b:base>")  # fmt: skip
def _scaled(k: Fraction = ONE, x: str = "", b: tuple[Thing, ...] = (), a: Kind = "") -> Compared:
    return Compared(k, Fraction(0), b, x, kind=a)


@G.rule(
    "scaled",
    "<k:factor> (of)? (the|that|its) <price_word> (of|that)? (<b:base>)?",
    "<k:factor> (of)? (the|that) <price_word>",
)
def _scaled_price(k: Fraction, b: tuple[Thing, ...] = ()) -> Compared:
    return Compared(k, Fraction(0), b, kind="price")


@G.rule("scaled", "<k:factor> (of)? (the|that) age (of)? (<b:base>)?")
def _scaled_age(k: Fraction, b: tuple[Thing, ...] = ()) -> Compared:
    return Compared(k, Fraction(0), b, kind="age")


@G.rule("scaled", "<k:fraction> of <b:things>", "<k:fraction> <b:things>")
def _fraction_of(k: Fraction, b: tuple[Thing, ...]) -> Compared | None:
    """Of a price or an age; of other things it tells a part."""
    return Compared(k, Fraction(0), b) if b[0].kind or b[0].role == "that" else None


G.alias("compared", "<c:scaled>")


@G.rule(
    "compared",
    "<m:qty> <s:sign> than <c:scaled>",
    "<m:qty> <s:sign> (<noun>)? than <c:scaled>",
    "<c:scaled> (,)? (plus|and) <m:qty> (more)?",
    cost=-0.5,
)
def _scaled_and_more(m: Amount, c: Compared, s: int | None = None) -> Compared | None:
    if not c.base and c.times == 1:
        return None
    if s is None and c.item and m.item not in ("", c.item):
        return None  # "twice as many women as men and 40 children" tells of three kinds
    return Compared(c.times, (s or 1) * m.number, c.base, c.item or m.item, m.unit)
