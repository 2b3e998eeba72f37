"""English clauses of tales that say how many one has of another: "each box holds 12", "pens cost $2 each"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems.tales.objects import with_more
from solver.topics.stories.word_problems.tales.phrases import ONE, T
from solver.topics.stories.word_problems.tales.values import (
    IT,
    MONEY,
    Clause,
    Mod,
    Np,
    Rate,
)
from solver.topics.stories.word_problems.tales.words import FORMS, PERIODS, STATE, verb_of
from solver.topics.stories.word_problems.wording import singular

# -- rates -----------------------------------------------------------------------------------------


@T.rule(
    "core",
    "<each_word> <n:num>? <c:noun> <v:verb> <o:objects>",
    "(one|a|an|a single) <c:noun> <v:state> <o:objects>",
    "<each_word> <c:noun> (<where>)? <v:verb> <o:objects>",
    cost=-0.3,
)
def _each(c: str, v: str, o: tuple[Np, ...], n: Fraction = ONE) -> Rate | None:
    v = verb_of(v) or v
    return Rate(c, o, "cost" if v == "be" and o[0].item == MONEY else v) if n == 1 else None


T.alias("where", "<x:tag>")
T.words(
    "state",
    *sorted(f for f, v in FORMS.items() if v in STATE - {"be", "want", "need", "require", "own", "keep"}),
)


@T.rule(
    "core",
    "<det>? <c:noun> (cost|costs|are|is|sell for|sells for|are sold for|is sold for|cost him|cost her|sold for|go for|were|was) <o:plain> (each|apiece|<a_per> <d:noun>|a piece|per piece)",
    "it costs <o:plain> <a_per> <c:noun>",
    cost=-0.2,
)
def _priced(o: Np, c: str, d: str = "") -> Rate | None:
    return Rate(c, (o,), "cost") if o.item == MONEY and (not d or d in c.split()) else None


@T.rule(
    "core",
    "<c:noun> (are|is|were) each <o:plain> (long|tall|wide)?",
    "(they|these|which) (are|were) each <o2:plain> (long|tall)?",
    cost=-0.2,
)
def _are_each(c: str = IT, o: Np | None = None, o2: Np | None = None) -> Rate | None:
    np = o or o2
    return Rate(c, (np,), "cost" if np.item == MONEY else "have") if np else None


@T.rule(
    "core",
    "(they|these|it) (cost|costs|are|were|weigh|weighed|sell for|have|contain|hold|each have|each cost|each hold|each weigh) <o:plain> (each|apiece|a piece)",
    "(each|each one|each of them|each of these) <v:verb> <o:objects>",
)
def _it_each(o: Np | tuple[Np, ...], v: str = "cost") -> Rate:
    objects = o if isinstance(o, tuple) else (o,)
    return Rate(IT, objects, "cost" if objects[0].item == MONEY else v)


@T.rule(
    "core",
    "(the)? (price|cost) of (the)? <c:noun> (is|was) <o:plain> <a_per> <d:measure>",
    "(the)? <c:noun> (is|was|are|costs|cost|sells for|sell for) <o:plain> <a_per> <d:measure>",
    cost=-0.1,
)
def _price_per(c: str, o: Np, d: str) -> Rate | None:
    """ "Beef costs $5 per pound": a pound of beef."""
    return Rate(c if d in c.split() else f"{d} of {c}", (o,), "cost") if o.item == MONEY else None


T.words(
    "measure",
    "pound",
    "gallon",
    "ounce",
    "kg",
    "kilogram",
    "gram",
    "liter",
    "litre",
    "yard",
    "foot",
    "bag",
    "box",
    "dozen",
    "pack",
    "mile",
    "slice",
    "carton",
    "bottle",
    "acre",
    "ton",
)


@T.rule(
    "core",
    "(the)? (price|cost) of (a|an|one|each|the|every) <c:noun> (is|was) <o:np>",
    "(a|an|one) <c:noun> (costs|cost|is|was) <o:plain>",
    "(the)? <c:noun> costs <o:plain>",
    cost=0.1,
)
def _price_of(c: str, o: Np) -> Rate | None:
    return Rate(c, (o,), "cost") if o.item == MONEY else None


@T.rule("core", "(a|an|one|the) <c:noun> (costs|cost|is|was) <o:cmp>", cost=0.3)
def _price_compared(c: str, o: Np) -> Rate | None:
    return (
        Rate(c, (Np(None, MONEY, o.unit, o.times, o.plus, o.refs),), "cost")
        if o.item in ("", MONEY) and o.refs
        else None
    )


@T.rule(
    "core",
    "<there> <o:plain> <a_per> <c:noun>",
    "<there> <o:plain> in (a|an|one|each|every) <c:noun>",
    "(in|on) each <c:noun> ,? <there> <o:plain>",
    "<a_per> <c:noun> ,? <there> <o:plain>",
)
def _there_each(o: Np, c: str) -> Rate:
    return Rate(c, (o,))


@T.rule(
    "core",
    "(each|every) <c:unit_word> ,? <w:who> <v:verb> <o:objects>",
    "(each|every) <c:unit_word> ,? <w:who> (is|gets) paid <o:objects>",
    cost=-0.2,
)
def _every_period(c: str, w: str, o: tuple[Np, ...], v: str = "earn") -> Clause | None:
    return Clause(w, v, tuple(with_more(np, (Mod("per", ONE, c.removesuffix("s")),)) for np in o))


@T.rule(
    "core",
    "it takes (<who>)? <n:plain> to <verb_word> (a|one|each|an|a single) <c:noun>",
    "<w:who> can <v:verb_word> (a|one|each|an) <c:noun> in <n:plain>",
)
def _takes(n: Np, c: str, w: str = "", v: str = "take") -> Rate | None:
    return Rate(c, (n,), "take") if n.item.split(" ")[-1] in PERIODS else None


@T.rule(
    "core",
    "it takes (<w:who>)? <n:plain> to <verb_word> <g:plain>",
    "it (took|would take) (<w:who>)? <n:plain> to <verb_word> <g:plain>",
)
def _takes_for(n: Np, g: Np, w: str = "") -> Rate | None:
    if (
        n.item.split(" ")[-1] not in PERIODS
        or not g.number
        or not g.item
        or g.item == MONEY
        or n.number is None
    ):
        return None
    return Rate(g.item, (replace(n, times=ONE / g.number),), "take", who=w)


@T.rule(
    "core",
    "(the|all the|all)? <n:N> <c:noun> (each)? <v:verb> <o:plain> each",
    "each of (the|his|her|their)? <n:N> <c:noun> <v:verb> <o:objects>",
    "(the|all the|all|his|her|their)? <n:N> <c:noun> each <v:verb> <o:objects>",
    cost=-0.5,
)
def _each_of(n: Fraction, c: str, v: str, o: Np | tuple[Np, ...]) -> Rate | None:
    objects = o if isinstance(o, tuple) else (o,)
    return Rate(singular(c), objects, "cost" if objects[0].item == MONEY and v in ("be", "cost") else v, n)


@T.rule(
    "core", "<c:noun> (cost|costs|are|is|were|was) <a:M> for <x:noun> (and|,) <b:M> for <y:noun>", cost=-0.3
)
def _two_prices(
    a: tuple[Fraction, str], b: tuple[Fraction, str], x: str, y: str, c: str
) -> tuple[Rate, Rate]:
    """ "Tickets cost $12 for adults and $8 for children"."""
    return (Rate(x, (Np(a[0], MONEY, a[1]),), "cost"), Rate(y, (Np(b[0], MONEY, b[1]),), "cost"))
