"""English clauses of tales about parts, shares, ages, heights, discounts and taxes."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.tales.phrases import T
from solver.topics.stories.word_problems.tales.values import (
    SAME,
    Change,
    Clause,
    Np,
    Part,
    Ref,
    Split,
)
from solver.topics.stories.word_problems.wording import pluralised

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
