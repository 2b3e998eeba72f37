"""English clauses of tales: who does what with how many. See `word_problems.chart` for the notation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from solver.topics.stories.word_problems.reading import Meaning
from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.telling import tell
from solver.topics.stories.word_problems.tales.values import (
    MONEY,
    SAME,
    AgeAt,
    Change,
    Clause,
    GiveEach,
    Np,
    Part,
    Rate,
    Scene,
    SellAll,
    Split,
    Tag,
)
from solver.topics.stories.word_problems.wording import singular

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
    "<w:who>? (sell|sells|sold|will sell|resells) (each|every|one|a) <x:noun> (for|at) <m:M>",
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
