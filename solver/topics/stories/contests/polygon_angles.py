"""Angles of polygons compared, some of them right angles, angles of parallelograms and isosceles trapezoids in a ratio. Not read: figures that are only drawn."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_SIDES: Final = {
    "equilateral triangle": 3, "square": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "nonagon": 9, "decagon": 10, "dodecagon": 12,
}  # fmt: skip
_REGULAR: Final = r"(?:an? )?(?P<{0}>(?:regular )?(?:pentagon|hexagon|heptagon|octagon|nonagon|decagon|dodecagon)|equilateral triangle|square)"
_CONVEX: Final = r"an? convex (?P<name>pentagon|hexagon|heptagon|octagon|nonagon|decagon)"
_INTERIOR: Final = r"(?:the )?(?:measure of )?(?:an|1|one) interior angle of"
_FOUR: Final = r"(?:an? )?(?P<four>parallelogram|isosceles trapezoid|rhombus)"
_SIZE: Final = r"(?:measure|degree measure|measure in degrees|number of degrees)(?: of| in)?"


def _r(name: str) -> str:
    return _REGULAR.replace("{0}", name)


def _sides(name: str) -> int:
    """Of a regular polygon.

    Raises:
        Unclear: a pentagon that is not said to be regular.
    """
    plain = name.removeprefix("regular ")
    if plain == name and name not in ("equilateral triangle", "square"):
        raise Unclear
    return _SIDES[plain]


@made(
    r"\bangles?\b",
    "en",
    {
        "more": (
            rf"by how many degrees does {_INTERIOR} {_r('a')} exceed {_INTERIOR} {_r('b')}",
            rf"{_INTERIOR} {_r('a')} is how many degrees (?:greater|more|larger) than {_INTERIOR} {_r('b')}",
        ),
        "ratio": (rf"what is the ratio of {_INTERIOR} {_r('a')} to {_INTERIOR} {_r('b')}",),
    },
)  # fmt: skip
def _compared(found: list[Said]) -> Solved:
    if len(found) != 1:
        raise Unclear
    a, b = (_sides(found[0].values[k]) for k in "ab")
    first, second = (sp.Rational(180 * (n - 2), n) for n in (a, b))
    value = first - second if found[0].kind == "more" else first / second
    if value <= 0:
        raise Unclear
    sign = "-" if found[0].kind == "more" else ":"
    steps = (
        r"The angles of a polygon with \(n\) sides add up to \((n-2)\cdot 180^\circ\); in a regular one all are equal.",
        rf"\[\frac{{{a - 2}\cdot 180}}{{{a}}}={exact_latex(first)},\quad \frac{{{b - 2}\cdot 180}}{{{b}}}={exact_latex(second)}\]",
        rf"What is asked for: \({exact_latex(first)}{sign}{exact_latex(second)}={exact_latex(value)}\).",
    )
    op = "-" if found[0].kind == "more" else "/"
    lines = (f"Rational({180 * (a - 2)}, {a}) {op} Rational({180 * (b - 2)}, {b})",)
    checked = (f"(180 - Rational(360, {a})) {op} (180 - Rational(360, {b})) == claimed",)
    return answered(value, steps, lines, checked, "By the exterior angles, which add up to 360 degrees.")


@made(
    r"\binterior angles?\b|\bright angles?\b",
    "en",
    {
        "told": (
            rf"(?P<k>\d) interior angles of {_CONVEX} are right angles and the other (?P<m>\d) interior angles are congruent",
            rf"{_CONVEX} has (?P<k>\d) right angles",
        ),
        "rest": (r"the other (?P<m>\d) (?:interior )?angles are (?:congruent|equal)(?: to each other)?",),
        "ask": (rf"(?:in degrees , )?what is the (?:{_SIZE}|measure , in degrees , of) (?:one|1) of (?:these|the) (?:other |(?P<m>\d) congruent )?(?:interior )?angles",),
    },
)  # fmt: skip
def _some_right(found: list[Said]) -> Solved:
    told, rest, ask = (every(found, kind) for kind in ("told", "rest", "ask"))
    if len(told) != 1 or len(ask) != 1 or len(rest) > 1 or found[-1] is not ask[0]:
        raise Unclear
    n, k = _SIDES[told[0].values["name"]], int(told[0].values["k"])
    others = {int(s.values["m"]) for s in found if "m" in s.values}
    if others != {n - k} or bool(rest) == ("m" in told[0].values) or not 0 < k < n:
        raise Unclear
    whole = 180 * (n - 2)
    value = sp.Rational(whole - 90 * k, n - k)
    if not 0 < value < 180:
        raise Unclear
    steps = (
        rf"All \({n}\) angles together have \(({n}-2)\cdot 180={whole}\) degrees, the right ones \({k}\cdot 90={90 * k}\).",
        rf"The rest is shared by \({n - k}\) equal angles: \[\frac{{{whole}-{90 * k}}}{{{n - k}}}={exact_latex(value)}\]",
    )
    lines = (f"Rational(({n} - 2)*180 - {k}*90, {n - k})",)
    checked = (f"{k}*90 + {n - k}*(180 - claimed) == 360",)
    return answered(value, steps, lines, checked, "The exterior angles have to add up to 360 degrees.")


@made(
    r"\bparallelogram\b|\btrapezoid\b|\brhombus\b",
    "en",
    {
        "ratio": (rf"the ratio of 2 interior angles of {_FOUR} is <a>:<b>", rf"the ratio of 2 consecutive angles of {_FOUR} is <a>:<b>"),
        "times": (
            rf"the largest (?:interior )?angle in {_FOUR} is <k> times (?:the measure of )?the smallest(?: interior)? angle",
            rf"in {_FOUR} [a-z]{{4}} , the measure of angle (?P<x>[a-z]) is <k> times the measure of angle (?P<y>[a-z])",
        ),
        "ask": (
            rf"what is the {_SIZE} (?:one|1) of the 2 (?P<which>obtuse|acute) angles of the (?:parallelogram|trapezoid|rhombus)",
            r"what is the measure(?: , in degrees ,)? of the (?P<which>smallest|largest)(?: interior)? angle(?: in the (?:parallelogram|trapezoid|rhombus))?",
        ),
    },
)  # fmt: skip
def _in_ratio(found: list[Said]) -> Solved:
    if len(found) != 2 or found[1].kind != "ask" or "x" in found[0].values:
        raise Unclear
    told, which = found[0], found[1].values["which"]
    a, b = (told.number("a"), told.number("b")) if told.kind == "ratio" else (sp.Integer(1), told.number("k"))
    if a <= 0 or b <= 0 or a == b:
        raise Unclear
    small, large = sorted((a, b))
    part = sp.Rational(180) / (small + large)
    value = (small if which in ("acute", "smallest") else large) * part
    steps = (
        r"Two neighbouring angles of such a figure, one acute and one obtuse, add up to \(180^\circ\), as two sides are parallel.",
        rf"Both have \({exact_latex(small + large)}\) parts together, so one part is \(\frac{{180}}{{{exact_latex(small + large)}}}={exact_latex(part)}\) degrees.",
        rf"What is asked for: \({exact_latex(value / part)}\cdot {exact_latex(part)}={exact_latex(value)}\).",
    )
    share = value / part
    lines = (f"Rational('{share}') * 180 / Rational('{small + large}')",)
    checked = (
        "other = 180 - claimed",
        f"claimed * Rational('{small + large - share}') == other * Rational('{share}')",
    )
    return answered(
        value, steps, lines, checked, "The other angle makes 180 degrees with it, and has to be in the ratio."
    )
