"""English clauses of tales. See `word_problems.chart` for the notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final, TypeAlias

from solver.topics.word_problems.chart import Parse
from solver.topics.word_problems.reading import Meaning, Numeral
from solver.topics.word_problems.tales.phrases import T, _open
from solver.topics.word_problems.tales.telling import tell
from solver.topics.word_problems.tales.values import (
    IT,
    MONEY,
    SAME,
    THEY,
    AgeAt,
    Change,
    Clause,
    GiveEach,
    Mod,
    Np,
    Part,
    Rate,
    Ref,
    Scene,
    SellAll,
    Split,
    Tag,
)
from solver.topics.word_problems.tales.words import DAY_PARTS, FORMS, PERIODS, STATE, verb_of
from solver.topics.word_problems.wording import pluralised, singular

ONE: Final = Fraction(1)


def _with(np: Np, mods: tuple[Mod, ...] = (), tags: tuple[Tag, ...] = ()) -> Np:
    return Np(
        np.number,
        np.item,
        np.unit,
        np.times,
        np.plus,
        np.refs,
        np.share,
        (*np.mods, *mods),
        (*np.tags, *tags),
        np.extra,
    )


for _kind in ("plain", "cmp", "part"):
    T.rule("np", f"<a:{_kind}>")(lambda a: a)
    T.rule("np", f"<a:{_kind}> <m:mod>")(lambda a, m: _with(a, (m,)))
    T.rule("np", f"<a:{_kind}> <m:mod> (,)? <n:mod>")(lambda a, m, n: _with(a, (m, n)))
T.rule("np", "<a:plain> <t:tag> (,)? <m:mod>")(lambda a, t, m: _with(a, (m,), (t,)))
T.rule("tagged", "<a:np>")(lambda a: a)
T.rule("tagged", "<a:np> <t:tag>")(lambda a, t: _with(a, (), (t,)))
T.rule("tagged", "<a:np> <t:tag> <u:tag>")(lambda a, t, u: _with(a, (), (t, u)))
T.rule("objects", "<a:tagged>")(lambda a: (a,))
T.rule(
    "objects",
    "<a:tagged> (,|and|, and|, and then|and then|as well as|plus|along with|and also|, and also|but|, but|then|, then|while) <b:objects>",
)(lambda a, b: (a, *b))
T.rule("tags", "<a:tag>")(lambda a: (a,))
T.rule("tags", "<a:tag> (,)? <b:tag>")(lambda a, b: (a, b))
T.rule("tags", "<a:tag> (,)? <b:tag> (,)? <c:tag>")(lambda a, b, c: (a, b, c))


# -- clauses ---------------------------------------------------------------------------------------


@T.rule(
    "core",
    "<w:who>? <v:verb> (for|at|in|up to|at a rate of|at a speed of|at the rate of|a distance of|about|through|out|up|down|with)? <o:objects>",
)
def _does(v: str, o: tuple[Np, ...], w: str = SAME) -> Clause | None:
    return Clause(w, v, o) if v != "be" else None


@T.rule("core", "<a:several> <v:verb> <o:objects>", cost=-0.2)
def _do_together(a: str, v: str, o: tuple[Np, ...]) -> Clause | None:
    return Clause("", v, o, all_of=tuple(a.split(" & "))) if v != "be" else None


@T.rule("core", "<there> <o:objects>")
def _there_are(o: tuple[Np, ...]) -> Clause:
    return Clause("", "be", o)


@T.rule(
    "core",
    "the (total|total number|number|whole number) of <x:noun> (<tag>)? (is|was) <n:N>",
    "the total <x:noun> (<tag>)? (is|was) <n:N> (<y:noun>)?",
)
def _number_is(n: Fraction, x: str, y: str = "") -> Clause | None:
    return Clause("", "be", (Np(n, x),)) if not y or y == x else None


@T.rule(
    "core",
    "<there> <o:plain> (in|on|at|for) each of (the|these|those|his|her|their)? <n:N> <c:noun>",
    "(in|on|at) each of (the|these|his|her|their)? <n:N> <c:noun> ,? <there> <o:plain>",
    cost=-0.3,
)
def _there_in_each(o: Np, n: Fraction, c: str) -> Rate:
    return Rate(singular(c), (o,), number=n)


@T.rule("core", "(for|with|in|on) (each|every) <c:noun> ,? (<w:who>|there) <v:verb> <o:objects>", cost=-0.2)
def _for_each(c: str, v: str, o: tuple[Np, ...], w: str = "") -> Rate | None:
    return (
        Rate(c, o, "earn" if o[0].item == MONEY and v in ("get", "earn", "receive", "make", "charge") else v)
        if v != "be" or not w
        else None
    )


@T.rule(
    "core",
    "<w:who>? (gives|gave|give|sends|sent|hands|handed) <o:plain> (each)? to (each of)? (his|her|their|the)? <n:N> (of his|of her)? <c:noun> (each)?",
    "<w:who>? (gives|gave|give|sends|sent|hands|handed) (each of)? (his|her|their|the)? <n:N> <c:noun> <o:plain> each",
    cost=-0.4,
)
def _gives_each(o: Np, n: Fraction, c: str, w: str = SAME) -> GiveEach | None:
    return GiveEach(w, o, n, singular(c)) if o.number is not None and o.item != MONEY else None


@T.rule(
    "core",
    "<w:who>? (pays|paid|pay|hands the cashier|gives the cashier|gave the cashier|handed the cashier|pays the cashier|paid the cashier|handed over) (with)? <o:plain>",
    cost=0.1,
)
def _hands(o: Np, w: str = SAME) -> Clause | None:
    return Clause(w, "pay", (o,)) if o.item == MONEY else None


@T.rule(
    "core",
    "(in|on|at|inside) <w:who> ,? <there> <o:objects>",
    "<there> <o:objects> (in|on|at) <w:who>",
    cost=0.6,
)
def _there_in(w: str, o: tuple[Np, ...]) -> Clause:
    return Clause(w, "have", o)


@T.rule("core", "<w:who>? <v:give> <r:who> <o:objects>", "<w:who>? <v:give> <o:objects> to <r:who>")
def _gives(v: str, r: str, o: tuple[Np, ...], w: str = SAME) -> Clause:
    return Clause(w, "give", o, receiver=r)


T.words("give", "gives", "gave", "give", "gives away", "gave away", "hands", "handed", "donates", "donated", "sends", "sent", "lends", "lent", "will give", "then gives", "then gave", "also gave", "also gives", "decides to give", "decided to give")  # fmt: skip


@T.rule("core", "<o:plain> (<be>|got|get) <v:past>", cost=0.3)
def _passive(o: Np, v: str) -> Clause:
    return Clause("", v, (o,))


@T.rule(
    "core",
    "<o:plain> (<be>|got|get)? (taken out|taken away|removed|checked out|borrowed|eaten|stolen|thrown away|given away|quit|left|leave|got off|get off|died|flew away|fly away|ran away|walked away|dropped out|went home)",
    cost=-0.3,
)
def _went(o: Np) -> Clause:
    return Clause("", "lose", (o,))


@T.rule(
    "core",
    "<o:plain> (<be>|got|get)? (brought back|returned|added|put back|brought in|got in|got on|get on|joined|join|joined them|arrived|arrive|came|came back|enrolled|moved in)",
    cost=-0.3,
)
def _came(o: Np) -> Clause:
    return Clause("", "get", (o,))


@T.rule(
    "core",
    "<w:who>? (keeps|kept|saves|saved|keep|takes home) (the rest|the remaining <noun>|the others|what is left|what was left|the remainder) (of <noun>|of (the|them|his|her) (<noun>)?)?",
)
def _keeps(w: str = SAME) -> Scene:
    return Scene(())


@T.rule(
    "core",
    "<w:who>? (sell|sells|sold|will sell|resells) (the|all the|all of the|all|his|her|their|them|each|every|all of them|them all|all his|all her|it all)? (<x:noun>)? (for|at) <m:M> (<each_mark>|<a_per> <y:noun>)",
    cost=-0.3,
)
def _sells_all(m: tuple[Fraction, str], w: str = SAME, x: str = "", y: str = "") -> SellAll | None:
    if x and y and not set(y.split()) & set(x.split()):
        return None
    return SellAll(w, x or y, m[0], m[1])


@T.rule(
    "core",
    "(in <n:N> (years|year)|<n:N> years from now) ,? <w:who> (will be|would be|turns|will turn) <m:N> (years old)?",
    "<w:who> (will be|would be|will turn|turns) <m:N> (years old)? (in|after) <n:N> (years|year)",
    cost=-0.3,
)
def _will_be(n: Fraction, w: str, m: Fraction) -> AgeAt:
    return AgeAt(w, n, m)


@T.rule(
    "core",
    "<n:N> (years|year) ago ,? <w:who> was <m:N> (years old)?",
    "<w:who> was <m:N> (years old)? <n:N> (years|year) ago",
    cost=-0.3,
)
def _was(n: Fraction, w: str, m: Fraction) -> AgeAt:
    return AgeAt(w, -n, m)


@T.rule("core", "<w:who> (is|was|are|were|gets|got|get) paid <o:objects>")
def _is_paid(w: str, o: tuple[Np, ...]) -> Clause:
    return Clause(w, "earn", o)


@T.rule("charge", "<m:M> (for|per) (a|an|each|every|one)? <x:noun>")
def _charge(m: tuple[Fraction, str], x: str) -> Rate:
    return Rate(x, (Np(m[0], MONEY, m[1]),), "cost")


@T.rule(
    "core",
    "<w:who> (charges|charge|charged) <a:charge> (,)? and <b:charge>",
    "<w:who> (charges|charge|charged) <a:charge>",
    cost=-0.4,
)
def _charges_two(a: Rate, w: str, b: Rate | None = None) -> tuple[Rate, ...]:
    """ "She charges $10 for a cup and $15 for a bowl": prices, if they are things that are sold."""
    return (a, b) if b is not None else (a,)


@T.rule("core", "<w:who> (charges|charge|charged) <o:objects>", cost=-0.2)
def _charges(w: str, o: tuple[Np, ...]) -> Clause:
    return Clause(w, "earn", o)


# -- rates -----------------------------------------------------------------------------------------


@T.rule(
    "core",
    "<each_word> <n:num>? <c:noun> <v:verb> <o:objects>",
    "(one|a|an|the|a single) <c:noun> <v:state> <o:objects>",
    "<each_word> <c:noun> (<where>)? <v:verb> <o:objects>",
    cost=-0.3,
)
def _each(c: str, v: str, o: tuple[Np, ...], n: Fraction = ONE) -> Rate | None:
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
    "(a|an|one|the) <c:noun> (costs|cost|is|was) <o:plain>",
    "<c:noun> (costs|cost) <o:plain>",
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
    return Clause(w, v, tuple(_with(np, (Mod("per", ONE, c.removesuffix("s")),)) for np in o))


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
    return Rate(g.item, (Np(n.number / g.number, n.item),), "take", who=w)


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


# -- parts and shares ------------------------------------------------------------------------------


@T.rule(
    "core",
    "<w:who>? (splits|split|divides|divided|shares|shared|distributes|distributed|wants to split|wants to divide|wants to share|decides to split|decided to split|decided to divide|decides to divide|packs|packed|puts|put|arranges|arranged|places|placed) (them|it|all of them|(the|his|her|their|all the|all of the|these) <x:noun>) (equally|evenly)? (among|between|into|in|amongst|with) (his|her|their|the)? <n:N> (equal|different|friends :)? <c:noun> (equally|evenly)?",
    cost=-0.2,
)
def _splits(n: Fraction, c: str, w: str = SAME, x: str = "") -> Split:
    return Split(n, c, x, w)


T.words("be_part", "are", "were", "is", "was", "will be")


@T.rule(
    "core",
    "<a:part> <be_part> (a|an)? <p:noun>",
    "<n:N> of (the|them|these|those|his|her|their|which|whom) (<x:noun>)? <be_part> <p:noun>",
    "(the)? (rest|others|remaining ones|remainder) (of (the|them|his|her|their) (<y:noun>)?)? <be_part> <p:noun>",
    "(the)? (remaining|other) <z:noun> <be_part> <p:noun>",
    cost=-0.2,
)
def _part_is(
    p: str, a: Np | None = None, n: Fraction | None = None, x: str = "", y: str = "", z: str = ""
) -> Part | None:
    if n is not None:
        a = Np(n, x)
    words = p.split()
    return Part(p, a, noun=bool(words) and pluralised(words[-1]) in _HEARD_PLURALS or _is_noun(p))


_HEARD_PLURALS: Final = frozenset("boys girls men women children adults teachers students kids".split())


def _is_noun(name: str) -> bool:
    return len(name.split()) > 1


# -- ages, heights ---------------------------------------------------------------------------------

T.words("older", "older", value=("age", 1))
T.words("older", "younger", value=("age", -1))
T.words("older", "taller", value=("height", 1))
T.words("older", "shorter", value=("height", -1))
T.words("older", "heavier", value=("weight", 1))
T.words("older", "lighter", value=("weight", -1))
T.words("older", "longer", value=("length", 1))
T.words("old", "old", value="age")
T.words("old", "tall", "high", value="height")
T.words("old", "long", value="length")
T.words("old", "heavy", value="weight")
T.words(
    "size_unit",
    "years",
    "inches",
    "inch",
    "feet",
    "foot",
    "cm",
    "centimeters",
    "meters",
    "pounds",
    "kg",
    "miles",
    "year",
    "kilograms",
    "yards",
)


@T.rule(
    "core",
    "<w:who> (is|was) (currently|now)? <n:N> <size_unit> <o:old> (now|today|currently)?",
    "<w:who> (is|was) (currently)? <n:N> (years|right)? (now|today)?",
)
def _is_old(w: str, n: Fraction, o: str = "age") -> Clause:
    return Clause(w, "be", (Np(n, o),))


@T.rule("core", "<w:who> (is|was) (currently)? <n:N> <size_unit> <o:older> than <r:refs>")
def _is_older(w: str, n: Fraction, o: tuple[str, int], r: tuple[Ref, ...]) -> Clause | None:
    return (
        Clause(w, "be", (Np(None, o[0], plus=o[1] * n, refs=r),)) if all(x.who != SAME for x in r) else None
    )


@T.rule(
    "core",
    "<w:who> (is|was) (currently)? <k:factor> as <o:old> as <r:refs>",
    "<w:who> (is|was) (currently)? <k:factor> (of)? <r:refs> 's age",
    "<w:who> (is|was) (currently)? <k:factor> (of)? the age of <r:refs>",
    cost=-0.1,
)
def _is_times_old(w: str, k: Fraction, r: tuple[Ref, ...], o: str = "age") -> Clause | None:
    return Clause(w, "be", (Np(None, o, times=k, refs=r),)) if all(x.who != SAME for x in r) else None


# -- discounts, taxes ------------------------------------------------------------------------------


@T.rule(
    "core",
    "(it|they|<who>)? (is|was|are|were|went|goes|comes|came) (on sale)? (for|at)? <f:F> off (<tag>)?",
    "(<who>)? (is|was|are|were) (having|offering|giving) (a|an)? <f:F> (off|discount) (<tag>)?",
)
def _off(f: Fraction) -> Change:
    return Change(1 - f, "price after the discount")


@T.rule(
    "core",
    "(<who>)? (gets|got|get|receives|received|has|had|used|uses|is given|was given|there is|there was|with) (a|an) <f:F> (discount|off) (<tag>)?",
    "(there is|there was) <f:F> off",
)
def _discount(f: Fraction) -> Change:
    return Change(1 - f, "price after the discount")


@T.rule(
    "core",
    "(<who>)? (pays|paid|pay|adds|added|leaves|left|gives|gave|has to pay|there is|there was|plus) (a|an)? <f:F> (in|of)? (sales tax|tax|tip|taxes|service charge|service fee) (<tag>)?",
)
def _tax(f: Fraction) -> Change:
    return Change(1 + f, "price with what is added")


# -- scenes ----------------------------------------------------------------------------------------

_QUANTITY: Final = frozenset(
    "each every per half twice double triple more less fewer than times rest remaining remainder left other another equal equally same "
    "total sum dozen none no not never nothing nobody except until if once again lot few how what which find calculate determine only "
    "daily weekly monthly hourly yearly everyone everybody both percent average also then them quarter third but "
    "doubles doubled tripled halves halved triples increased decreased reduced discount off free".split()
)
_DEALS: Final = frozenset(
    "lose eat drink break give donate sell throw remove cut burn buy get receive find win return add take share split divide borrow lend pay spend double "
    "leave join die".split()
)


def _scenes(tokens: Sequence[str], at: int) -> Iterator[Parse]:
    """A sentence, or what stands before ", and", that tells no amount and changes none."""
    if at:
        return
    for end, token in enumerate(tokens):
        if isinstance(token, Numeral) or token in _QUANTITY and not _often(tokens, end):
            return
        if token in (",", "and", "so") and end > 2 and any(verb_of(t) or t == "is" for t in tokens[:end]):
            yield Parse(end, tuple(tokens[:end]), 8.0 + end)
    yield Parse(len(tokens), tuple(tokens), 8.0 + 0.3 * len(tokens))


def _often(tokens: Sequence[str], at: int) -> bool:
    """ "Every day", "daily": how many days is told elsewhere."""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    return tokens[at] in ("daily", "also") or tokens[at] == "every" and after in PERIODS | DAY_PARTS


T.primitive("scene_words", _scenes)


@T.rule("scene", "<w:scene_words>")
def _scene(w: tuple[str, ...]) -> Scene | None:
    verbs = {verb_of(t) for t in w}
    opening = bool(verbs & _DEALS)
    if opening and not _is_opening(w):
        return None
    subject = w[0] if w and w[0].isalpha() and not verb_of(w[0]) and w[0] not in _ARTICLES and (w[1:2] and (verb_of(w[1]) or w[1] in ("is", "was", "has", "had", "will", "wants", "loves", "decides", "goes", "likes", "can"))) else ""  # fmt: skip
    return Scene((subject,) if subject else (), opening)


_ARTICLES: Final = frozenset(
    "the a an his her their my our its this that he she they it i we you there in on at for to".split()
)


def _is_opening(words: tuple[str, ...]) -> bool:
    """Whether what is bought or sold here is only named in general: "sells cakes at a market"."""
    return not {"a", "an", "it", "them", "him", "her"} & set(words)


# -- clauses with what stands around them ----------------------------------------------------------


Core: TypeAlias = Clause | Rate | GiveEach | Split | Part | AgeAt | SellAll | Change | Scene


def _told(core: Core | tuple[Rate, ...], tags: tuple[Tag, ...]) -> Meaning | tuple[Meaning, ...] | None:
    if isinstance(core, tuple):
        return None if tags else tuple(tell(x) for x in core)
    if isinstance(core, Clause):
        core = replace(core, tags=(*core.tags, *tags))
    elif any(t.kind == "when" for t in tags):
        return None
    return tell(core)


@T.rule("clause", "(<s:tags> ,?)? <c:core> (,? <t:tags>)?")
def _clause(
    c: Core | tuple[Rate, ...], s: tuple[Tag, ...] = (), t: tuple[Tag, ...] = ()
) -> Meaning | tuple[Meaning, ...] | None:
    return _told(c, (*s, *t))


T.rule("clause", "<s:scene>")(lambda s: tell(s))
T.words("joint", ",", ", and", "and", "but", ", but", "while", ", while", "then", ", then", "and then", ", and then", ", so", "so", "if", ", if", "when", "because", "since", "after", "and if", "given that", ", also", "however ,", "also ,", "suppose", "assuming", "for", "such that")  # fmt: skip
__all__ = ["THEY", "_open"]
