"""Walks along the four points of the compass: how far from the start, by the theorem of Pythagoras. Not read: other directions, several walkers."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, every, made

_UNIT: Final = r"(?:met(?:er|re)s?|kilomet(?:er|re)s?|km|m|miles?|feet|foot|blocks?|yards?|units?)"
_DIRECTION: Final = r"(?P<way>north|south|east|west)(?:ward|wards)?"
_GOES: Final = r"(?:walks|walked|heads|headed|hikes|hiked|drives|drove|travels|travell?ed|goes|went|runs|ran|flies|flew|sails|sailed|rides|rode|is told to walk|biked|bikes)"
_WHO: Final = r"(?:<who:words>|he|she|they|i)"
_WAYS: Final = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
SENTENCE: Final = Words("The distance is {answer}.", "距离是{answer}。")
METHOD: Final = Words("Square the claimed distance and compare it with the squares of the two legs.", "把所说距离平方，与两直角边的平方和比较。")  # fmt: skip


@made(
    r"\b(?:north|south|east|west)\b",
    "en",
    {
        "move": (
            rf"(?:(?:{_WHO} )?(?:first |then |finally )?{_GOES} )?(?:then |finally |and finally )?(?:for )?<n> (?P<unit>{_UNIT})(?: due)? {_DIRECTION}(?: on flat terrain)?",
            rf"(?:{_WHO} )?(?:first |then |finally )?(?:{_GOES}|turns?) (?:due )?{_DIRECTION}(?: and)? (?:(?:walks|goes|drives) )?(?:for )?<n> (?P<unit>{_UNIT})",
            rf"from (?:his|her|their|the) [a-z]+ [a-z]+(?: at the equator)? , {_WHO} {_GOES}(?: on flat terrain)? <n> (?P<unit>{_UNIT})(?: due)? {_DIRECTION}",
            rf"(?:from point [a-z] , )?{_WHO} {_GOES} <n> (?P<unit>{_UNIT}) {_DIRECTION}",
        ),
        "last": (rf"(?:then |finally )?<n> (?P<unit>{_UNIT})(?: due)? {_DIRECTION} to point [a-z]",),
        "frame": (
            rf"{_WHO} is (?:standing (?:in|on) an? [a-z]+|searching for an? [a-z]+ on the [a-z]+)",
            r"(?:while )?walking on a plane surface",
            r"\( ?assume the earth is flat for this problem ?\.? ?\)",
            r"assume the earth is flat for this problem|from point [a-z]|\)|using a direct route",
        ),
        "ask": (
            rf"how many (?P<unit>{_UNIT}) (?:is|are|was|were|would) (?:he|she|they|<who2:words>)(?: be)? from (?:his|her|their|the|base) (?:starting (?:point|place)|start|camp|home)(?: after (?:these|the) \d+ legs of the journey)?",
            rf"how many (?P<unit>{_UNIT}) from (?:his|her|their|the) (?:starting (?:point|place)|start) (?:is|was) (?:he|she|they|the [a-z]+)(?: after (?:these|the) \d+ legs of the journey)?",
            r"how far (?:is|are|was|were) (?:he|she|they|<who2:words>)(?: now)? from (?:his|her|their|the) (?:starting (?:point|place)|start)",
            rf"(?:in (?P<unit>{_UNIT}) , )?what is the (?:length of \\?overline ?\{{? ?ab ?\}}?|straight-line distance (?:from|between) (?:point )?a (?:to|and) (?:point )?b|distance from (?:his|her|the) starting (?:point|place))",
        ),
    },
)  # fmt: skip
def _walk(found: list[Said]) -> Solved:
    moves, asked = [s for s in found if s.kind in ("move", "last")], every(found, "ask")
    if len(moves) < 2 or len(asked) != 1 or found[-1].kind not in ("ask", "frame"):
        raise Unclear
    units = {
        s.values["unit"].rstrip("s").replace("metre", "meter").replace("km", "kilometer")
        for s in (*moves, *asked)
        if s.values.get("unit")
    }
    if len(units) != 1 or any(s.number("n") <= 0 for s in moves):
        raise Unclear
    parts = [(s.number("n"), _WAYS[s.values["way"]]) for s in moves]
    x = sp.Add(*(n * d[0] for n, d in parts))
    y = sp.Add(*(n * d[1] for n, d in parts))
    if x == 0 and y == 0:
        raise Unclear
    east = " + ".join(f"({n * d[0]})" for n, d in parts if d[0])
    north = " + ".join(f"({n * d[1]})" for n, d in parts if d[1])
    value = sp.sqrt(x**2 + y**2)
    steps = (
        rf"Add what goes east (west counts as negative): \({_row(parts, 0)}={exact_latex(x)}\).",
        rf"Add what goes north (south counts as negative): \({_row(parts, 1)}={exact_latex(y)}\).",
        rf"Both are the legs of a right triangle, and the straight way is its hypotenuse: \[\sqrt{{{exact_latex(abs(x))}^2+{exact_latex(abs(y))}^2}}={exact_latex(value)}\]",
    )
    lines = (f"east = {_exact(east) or 0}", f"north = {_exact(north) or 0}", "sqrt(S(east)**2 + S(north)**2)")
    legs = sorted((abs(x), abs(y)))
    checked = (f"bool(claimed > 0) and simplify(claimed**2 - ({_exact(str(legs[0]))})**2 - ({_exact(str(legs[1]))})**2) == 0",)  # fmt: skip
    return value, Computed(steps, lines, checked, SENTENCE, METHOD, "en")


def _row(parts: list[tuple[sp.Rational, tuple[int, int]]], axis: int) -> str:
    terms = [n * d[axis] for n, d in parts if d[axis]]
    if not terms:
        return "0"
    shown = [exact_latex(t) for t in terms]
    return shown[0] + "".join(t if t.startswith("-") else f"+{t}" for t in shown[1:])


def _exact(source: str) -> str:
    """Whole numbers in a quotient would make a float."""
    return re.sub(r"(\d+)/(\d+)", r"Rational(\1, \2)", source)
