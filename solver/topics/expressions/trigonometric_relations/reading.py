"""Read the condition on an angle, what is asked of it, and where the angle lies.

Read: one equation and one expression in functions of the same letter (or of its double or triple), "x is acute", "x is in the second quadrant", α∈(0,π),
0 < x < π/2; angles may be shifted by a part of π: tan(π/4 + x) = 2. Not: several angles, other shifts, ranges that do not end at quarter turns.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, parse, symbol_latex, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Constant, Negative, Number, Relation, Symbol, symbols, walk
from solver.reader import account
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.trigonometric_relations.formulas import angle_of
from solver.topics.expressions.trigonometric_relations.kinds import (
    found,
    in_sine_and_cosine,
    quadrant,
)
from solver.topics.expressions.trigonometric_relations.task import Relations

VOCABULARY: Final = {
    "domain": "domaintoken",
    "words": "simplify|angle|acute angle|real number|real|numbers?|an|is|then|if|given|角|锐角|实数|任意角|式|代数式|化简求值|化简|并|且|expression|the value of|as a|trigonometric",
}  # fmt: skip
FUNCTIONS: Final = frozenset("sin cos tan cot sec csc".split())
_NUMBERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}  # fmt: skip
_A: Final = (
    r"\$?\s*(?:∠|\\angle\s*)?(?P<name>[A-Za-z]|\\?(?:alpha|beta|theta|varphi|phi|gamma)|[αβθφγ])\s*\$?"
)
_PLACES: Final = (
    rf"[,，;]?\s*(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为|在)第(?P<place>[一二三四])象限(?:的|内)?(?:的)?(?:角)?",
    rf"[,，;]?\s*(?:且|若|已知|其中|设)?\s*{_A}\s*(?:是|为)(?P<kind>锐角|钝角)",
    rf"(?i:[,;]?\s*(?:\b(?:and|where|if|with)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:(?:is|lies)\s+(?:an\s+angle\s+)?in\s+(?:the\s+)?(?:quadrant\s+)?(?P<place>first|second|third|fourth|iv|iii|ii|i)(?:\s+quadrant)?\b)",
    rf"(?i:[,;]?\s*(?:\b(?:and|where|if|with|for)\s+)?(?:the\s+)?(?:angle\s+)?)(?<![A-Za-z]){_A}\s+(?i:is\s+(?:an?\s+)?(?P<kind>acute|obtuse)(?:\s+angle)?)",
    rf"[,，;]?\s*(?:(?i:\b(?:and|where|if|with|for))\s+|且|其中)?{_A}\s*(?:∈|\\in(?![a-z])|\bin\b|属于)\s*\$?\s*(?:\\left)?\s*[(\[](?P<low>[^,()\[\]]+?),(?P<high>[^,()\[\]]+?)(?:\\right)?\s*[)\]]\s*\$?",
)  # fmt: skip
_QUARTERS: Final = 4


def read(text: Text) -> Reading:
    """The condition and the question."""
    if not re.search(r"(?i)sin|cos|tan|cot|sec|csc", text.source):
        return None
    source, name, quadrants, told = _without_place(text.source)
    accounted = account(source, VOCABULARY)
    relations = [r for r in accounted.relations if not _is_range(r)]
    ranges = [r for r in accounted.relations if _is_range(r)]
    if len(relations) != 1 or relations[0].signs != ("=",) or len(ranges) > 1 or len(accounted.asked) != 1:
        return None
    condition, asked = relations[0], accounted.asked[0]
    names = symbols(condition) - {"e"}
    if (
        len(names) != 1
        or symbols(asked) - {"e"} != names
        or not all(map(_is_of_angle, (*condition.sides, asked)))
    ):
        return None
    x = next(iter(names))
    if (
        x in "pdqkscei"
        or name not in (None, x)
        or (ranges and (name is not None or symbols(ranges[0]) != {x}))
    ):
        return None
    if accounted.unread:
        return Unread(accounted.unread)
    if ranges:
        low, middle, high = ranges[0].sides
        if middle != Symbol(x) or (quadrants := _between(low, high)) is None:
            return None
        told = to_latex(ranges[0])
    return _task(condition, asked, x, quadrants, told, text)


def _without_place(source: str) -> tuple[str, str | None, frozenset[int] | None, str]:
    """The text without what says where the angle lies; its letter, the quadrants, and how to say it."""
    for pattern in _PLACES:
        match = re.search(pattern, source)
        if match is None:
            continue
        groups = match.groupdict()
        name = groups["name"].lstrip("\\").strip()
        name = {"α": "alpha", "β": "beta", "θ": "theta", "φ": "phi", "γ": "gamma"}.get(name, name)
        shown = symbol_latex(name)
        if groups.get("place"):
            quadrants: frozenset[int] | None = frozenset({_NUMBERS[groups["place"].lower()]})
        elif groups.get("kind"):
            quadrants = frozenset({1 if groups["kind"] in ("acute", "锐角") else 2})
        else:
            try:
                low, high = parse(groups["low"].strip()), parse(groups["high"].strip())
            except FormulaError:
                continue
            quadrants = _between(low, high)
        if quadrants is None:
            continue
        start = sorted(quadrants)[0] - 1
        if sorted(quadrants) == [1, 4]:
            start = -1
        ends = [sp.latex(sp.pi * k / 2) for k in (start, start + len(quadrants))]
        told = f"{ends[0]}<{shown}<{ends[1]}"
        return f"{source[: match.start()]} , {source[match.end() :]}", name, quadrants, told
    return source, None, None, ""


def _is_range(relation: Relation) -> bool:
    return set(relation.signs) <= {"<", "<="} and len(relation.signs) == 2


def _between(low: Node, high: Node) -> frozenset[int] | None:
    """The quadrants between two angles in radians or degrees; None where they are not whole quadrants, or all of them."""
    try:
        ends = [sp.S(to_sympy(node)) * 2 / sp.pi for node in (low, high)]
    except FormulaError:
        return None
    if not all(e.is_Integer for e in ends) or not 1 <= ends[1] - ends[0] <= 2:
        return None
    return frozenset(int(k) % _QUARTERS + 1 for k in range(int(ends[0]), int(ends[1])))


def _is_of_angle(node: Node) -> bool:
    """Whether the letter stands in functions of itself, of a small multiple or shifted by a part of π only."""
    if isinstance(node, Call):
        if node.name in FUNCTIONS and len(node.arguments) == 1:
            return any(angle_of(node.arguments[0], name) is not None for name in symbols(node) or {""})
        return node.name in ("sqrt", "root") and not symbols(node)
    match node:
        case Symbol():
            return False
        case Number() | Constant():
            return True
        case Negative(operand):
            return _is_of_angle(operand)
        case Binary("^", base, exponent):
            return _is_of_angle(base) and isinstance(exponent, Number) and exponent.value <= 8
        case Binary(_, left, right):
            return _is_of_angle(left) and _is_of_angle(right)
    return False


def _task(
    condition: Relation, asked: Node, x: str, quadrants: frozenset[int] | None, told: str, text: Text
) -> Reading:
    angle = letter(x)
    real = sp.Symbol(angle.name, real=True)
    sides = [to_sympy(side, {x: real}) for side in condition.sides]
    given = in_sine_and_cosine(sides[0] - sides[1], real)
    wanted = in_sine_and_cosine(to_sympy(asked, {x: real}), real)
    if given is None or wanted is None or not {s.name for s in wanted.free_symbols}:
        return None
    calls = {n.name for n in walk(condition) if isinstance(n, Call)}
    what = found(given, with_secant=bool(calls & {"sec", "csc"}))
    if what is None:
        return None
    bottom = sp.fraction(sp.together(given))[1]
    points = tuple(p for p in what.points if sp.simplify(_at(bottom, p)) != 0)
    if quadrants is not None:
        places = [quadrant(p) for p in points]
        if None in places or not points:
            return None
        points = tuple(p for p, place in zip(points, places, strict=True) if place in quadrants)
        if not points:
            return None  # contradictory, which is another task
    task = Relations(
        condition,
        asked,
        x,
        what,
        points,
        given,
        wanted,
        told if quadrants else "",
        quadrants or frozenset(),
        text.language,
    )
    return task if task.is_decided() else None


def _at(expression: sp.Expr, point: tuple[sp.Expr, sp.Expr]) -> sp.Expr:
    s, c = sp.symbols("s c")
    return expression.subs({s: point[0], c: point[1]}, simultaneous=True)
