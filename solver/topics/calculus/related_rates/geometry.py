"""Checks of stories by geometry: the figure is measured a moment before and after, by thin slices, polygons and distances of points.

None of the formulas that the solution differentiates is used. Not checked: which number the words give to which quantity.
"""

from __future__ import annotations

from typing import Any, Final

import sympy as sp

from solver.topics.cells import exact_source

_START: Final = (
    "import mpmath",
    "mpmath.mp.dps = 30",
    "slices = mpmath.quad",
    "sine = mpmath.sin(mpmath.pi/10**8)",
    "h = mpmath.mpf(10)**-6",
)
_DISC: Final = "lambda r: slices(lambda x: 2*mpmath.sqrt(r**2 - x**2), [-r, 0, r])"
_BALL: Final = "lambda r: slices(lambda z: mpmath.pi*(r**2 - z**2), [-r, r])"
_SHELL: Final = "lambda r: (ball(r + h) - ball(r - h))/(2*h)"
_AROUND: Final = "lambda r: 2*10**8*r*sine"
_MEASURES: Final = {
    "circle": {"r": "lambda r: r", "D": "lambda r: 2*r", "A": _DISC, "C": _AROUND, "P": _AROUND},
    "sphere": {"r": "lambda r: r", "D": "lambda r: 2*r", "V": _BALL, "S": _SHELL, "A": _SHELL},
    "square": {"a": "lambda a: a", "A": "lambda a: slices(lambda x: a, [0, a])", "P": "lambda a: sum([a]*4)", "C": "lambda a: sum([a]*4)"},
    "cube": {"a": "lambda a: a", "V": "lambda a: slices(lambda z: a*a, [0, a])", "S": "lambda a: sum([a*a]*6)", "A": "lambda a: sum([a*a]*6)"},
    "cone": {"h": "lambda h: h", "V": "lambda h: slices(lambda z: mpmath.pi*(wide*z/high)**2, [0, h])"},
    "cylinder": {"h": "lambda h: h", "V": "lambda h: slices(lambda z: mpmath.pi*wide**2, [0, h])"},
}  # fmt: skip
"""What of a figure can be measured when its radius, side or the height of its water is known, each with how."""


def _number(value: Any) -> str:
    return f"mpmath.mpf(str(N({exact_source(value)}, 30)))"


def _verdict(speed: bool) -> str:
    rate = "abs(rate)" if speed else "rate"
    return f"abs({rate} - mpmath.mpf(str(N(answer, 30)))) < mpmath.mpf(10)**-5*(1 + abs(rate))"


def of_figure(
    figure: str, sizes: dict[str, sp.Expr], at: tuple[str, sp.Expr] | None, moved: tuple[str, sp.Expr], asked: str, *, speed: bool
) -> tuple[str, ...]:  # fmt: skip
    """The figure when quantity `moved` changes at its rate: how fast `asked` changes when the quantity of `at` has its value."""
    measures = _MEASURES[figure]
    lines = [*_START]
    if "r" in sizes:
        lines += [f"wide, high = {_number(sizes['r'])}, {_number(sizes.get('h', sp.S.One))}"]
    lines += [f"ball = {_BALL}"] if figure == "sphere" else []
    names = dict.fromkeys([moved[0], asked, *([at[0]] if at else [])])
    lines += [f"measure_{name} = {measures[name]}" for name in names]
    start = (
        f"mpmath.findroot(lambda v: measure_{at[0]}(v) - {_number(at[1])}, (mpmath.mpf('0.5'), mpmath.mpf('2.5')), solver='secant')"
        if at
        else "mpmath.mpf(1)"
    )
    return (
        *lines,
        f"start = {start}",
        f"rate_told = {_number(moved[1])}",
        f"size_at = lambda t: mpmath.findroot(lambda v: measure_{moved[0]}(v) - measure_{moved[0]}(start) - rate_told*t, (start, start*(1 + h)), solver='secant')",
        "step = mpmath.mpf(10)**-7",
        f"rate = (measure_{asked}(size_at(step)) - measure_{asked}(size_at(-step)))/(2*step)",
        _verdict(speed),
    )


def of_ladder(
    length: sp.Expr, place: sp.Expr, rate: sp.Expr, *, foot_known: bool, foot_moves: bool
) -> tuple[str, ...]:
    """A ladder as two points, one on the ground and one on the wall, always so far apart."""
    known = "foot" if foot_known else "top"
    first = "(start, other)" if foot_known else "(other, start)"
    ends = "(mpmath.mpf(p), mpmath.mpf(0)), (mpmath.mpf(0), mpmath.mpf(q))"
    moved = "apart(foot + speed*t, v)" if foot_moves else "apart(v, top - speed*t)"
    return (
        *_START,
        "def apart(p, q):",
        f"    (a, b), (c, d) = {ends}",
        "    return mpmath.hypot(a - c, b - d)",
        f"long, start, speed = {_number(length)}, {_number(place)}, {_number(rate)}",
        f"other = mpmath.findroot(lambda v: apart({'start, v' if known == 'foot' else 'v, start'}) - long, long)",
        f"foot, top = {first}",
        f"later = lambda t: mpmath.findroot(lambda v: {moved} - long, {'top' if foot_moves else 'foot'})",
        "rate = (later(h) - later(-h))/(2*h)",
        _verdict(True),
    )


def of_parting(first: tuple[sp.Expr, str], second: tuple[sp.Expr, str], time: sp.Expr) -> tuple[str, ...]:
    """Two points that leave one place, each with its speed and its way, and the distance between them."""
    ways = {"north": "1j", "south": "-1j", "east": "1", "west": "-1"}
    return (
        *_START,
        f"place = lambda t: ({_number(first[0])}*t*({ways[first[1]]}), {_number(second[0])}*t*({ways[second[1]]}))",
        "distance = lambda t: abs(place(t)[0] - place(t)[1])",
        f"time = {_number(time)}",
        "rate = (distance(time + h) - distance(time - h))/(2*h)",
        _verdict(False),
    )
