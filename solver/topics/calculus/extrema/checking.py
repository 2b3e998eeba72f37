"""Judge what anyone says of a function's course: its values at many close points are compared, no derivative is used.

`claims` reads an answer; `source` makes the cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import sympy as sp

from solver.formula import FormulaError, parse_list, python_name, to_python, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Node, Relation, Symbol, symbols
from solver.topics.cells import cell, exact_source
from solver.topics.equations.real_sets import read_set

if TYPE_CHECKING:
    from solver.topics.calculus.extrema.topic import Course

SETS: Final = frozenset({"increasing", "decreasing", "concave_up", "concave_down"})
_LABEL: Final = re.compile(r"\\text\s*\{[^{}]*\}|[\u3400-\u9fff]+[::]?")
_NONE: Final = re.compile(
    r"\\(?:emptyset|varnothing)|\\text\s*\{\s*(?:none|无|没有|does not exist|不存在)\s*\}|none|无|没有|∅|不存在"
)
_AT: Final = re.compile(r"^(?P<value>.+?)\s*\(\s*(?P<x>[a-z])\s*=(?P<point>[^()]+(?:\([^()]*\)[^()]*)*)\)$")
WIDTH: Final = 6


def window(points: list[sp.Expr]) -> tuple[sp.Expr, sp.Expr]:
    """A stretch of the axis with all points well inside."""
    values = [sp.Rational(round(float(p.evalf(20)) * 8), 8) for p in points] or [sp.S.Zero]
    room = max(sp.Integer(2), (max(values) - min(values)) / 2)
    return min(values) - room, max(values) + room


def segments(answer: str, count: int) -> list[str] | None:
    """The answer's parts, one for each that was asked."""
    text = re.sub(r"\\(?:left|right)(?![a-z])|\\[,;! ]|\\q?quad|\$", " ", answer)
    if count == 1:
        return [text]
    found = [t for t in re.split(r"[;；]", text) if t.strip()]
    if len(found) == count:
        return found
    found = [t for t in re.split(r"[,，](?![^(\[]*[)\]])", text) if t.strip()]
    return found if len(found) == count else None


def claims(part: str, text: str, variable: str) -> list[Any] | None:
    """What a segment says: a set, or pairs (x, value) with None for what it leaves open; None where it is not understood."""
    if _NONE.fullmatch(text.strip()) or _NONE.fullmatch(
        re.sub(r"^\\text\s*\{[^{}]*\}", "", text.strip()).strip()
    ):
        return []
    text = _LABEL.sub(" ", text).strip().strip(",.")
    if part in SETS:
        found = read_set(re.sub(r"([)\]])\s*(?:,|and)\s*(?=[(\[])", r"\1 \\cup ", text), variable)
        return None if found is None else [found]
    try:
        pairs = [
            _pair(part, piece, variable)
            for piece in re.split(r"[,，](?![^(\[]*[)\]])", text)
            if piece.strip()
        ]
    except (FormulaError, TypeError, ValueError):
        return None
    found = [pair for pair in pairs if pair is not None]
    if len(found) < len(pairs) or not found:
        return None
    if part in ("maximum", "minimum") and len(found) > 1 and found[0][0] is None:  # 5, x = 3
        (_, value), *places = found
        if all(at is not None and other is None for at, other in places):
            return [(at, value) for at, _ in places]
    return found


def _pair(part: str, piece: str, variable: str) -> tuple[Any, Any] | None:
    if at := _AT.match(piece.strip()):
        return _number(at["point"]), _number(re.sub(r"^\s*y\s*=", "", at["value"]))
    (node,) = parse_list(piece)
    match node:
        case Group("()", (a, b)):
            return _of(a), _of(b)
        case Relation(("=",), (Apply(_, a), b)) if not isinstance(b, Blank):
            return _of(a), _of(b)
        case Relation(("=",), (Symbol(name), b)) if name == variable:
            return _of(b), None
        case Relation(("=",), (Symbol(), b)):
            return None, _of(b)
        case Relation():
            return None
    value = _of(node)
    return (None, value) if part in ("maximum", "minimum", "local_max", "local_min") else (value, None)


def _number(text: str) -> sp.Expr:
    (node,) = parse_list(text)
    return _of(node)


def _of(node: Node) -> sp.Expr:
    value = to_sympy(node)
    if symbols(node) - {"e"} or not isinstance(value, sp.Expr) or not value.is_real:
        raise ValueError(node)
    return value


def source(course: Course, answer: str) -> str | None:
    """The cell that judges an answer; None where the answer is not understood."""
    texts = segments(answer, len(course.parts))
    if texts is None:
        return None
    claimed = list[tuple[str, list[Any]]]()
    for part, text in zip(course.parts, texts, strict=True):
        found = claims(part, text, course.function.variable)
        if found is None:
            return None
        claimed.append((part, found))
    points = [z for signs in (course.first, course.second) if signs is not None for z in signs.zeros]
    points += [e for e in course.domain.boundary if e.is_finite]
    for part, found in claimed:
        if part in SETS:
            points += [e for s in found for e in s.boundary if e.is_finite]
        else:
            points += [x for x, _ in found if x is not None]
    low, high = window(points)
    pieces = []
    for interval in course.domain.args if isinstance(course.domain, sp.Union) else (course.domain,):
        pieces.append(
            (
                max(interval.start, low, key=lambda v: v.evalf(20)),
                min(interval.end, high, key=lambda v: v.evalf(20)),
            )
        )
    verdicts = [_verdict(part, found, course.domain) for part, found in claimed]
    x = python_name(course.function.variable)
    lines = [
        "import mpmath",
        f"f = lambdify({x}, {to_python(course.function.body)}, 'mpmath')",
        "mpmath.mp.dps = 40",
        f"pieces = [(mpmath.mpf(str(N(a, 45))), mpmath.mpf(str(N(b, 45)))) for a, b in {exact_source(pieces)}]",
        *_needed(verdicts),
        f"all([{', '.join(verdicts)}])",
    ]
    return cell(*lines, variables=(course.function.variable,), assumptions="real=True")


_TOOLS: Final[dict[str, str]] = {
    "grid": """\
def grid(a, b, count=400):
    return [a + (b - a)*(k + mpmath.mpf(1)/3)/count for k in range(count)]
""",
    "chord": """\
def chord(t, h=mpmath.mpf(10)**-12):
    return (f(t + h) - f(t - h))/(2*h)
""",
    "bend": """\
def bend(t, h=mpmath.mpf(10)**-9):
    return (f(t + h) - 2*f(t) + f(t - h))/h**2
""",
    "changes": """\
def changes(g, wanted):
    found = []
    for a, b in pieces:
        ts = grid(a, b)
        for s, t in zip(ts, ts[1:]):
            if g(s)*g(t) < 0 and (g(t) > 0) in wanted:
                for _ in range(60):
                    middle = (s + t)/2
                    s, t = (middle, t) if g(s)*g(middle) > 0 else (s, middle)
                found.append((s, f(s)))
    return found
""",
    "touches": """\
def touches(g):
    found = []
    for a, b in pieces:
        ts = grid(a, b)
        for r, s, t in zip(ts, ts[1:], ts[2:]):
            if abs(g(s)) < min(abs(g(r)), abs(g(t))) and g(r)*g(t) > 0:
                for _ in range(90):
                    p, q = r + (t - r)/3, t - (t - r)/3
                    r, t = (r, q) if abs(g(p)) < abs(g(q)) else (p, t)
                if abs(g(r)) < 1e-9:
                    found.append((r, f(r)))
    return found
""",
    "extreme": """\
def extreme(pick):
    ends = [f(t) for a, b in pieces for t in (a, b) if defined(t)]
    between = [f(t) for a, b in pieces for t in grid(a, b)]
    return pick([v for _, v in changes(chord, (True, False))] + ends + between)
""",
    "defined": """\
def defined(t):
    try:
        return mpmath.isfinite(f(t)) and mpmath.im(f(t)) == 0
    except (ZeroDivisionError, ValueError):
        return False
""",
    "near": """\
def near(a, b):
    return a is None or abs(mpmath.mpf(str(N(a, 30))) - b) < 1e-6*(1 + abs(b))
""",
    "same": """\
def same(claimed, found):
    fits = lambda claim, point: all(near(c, p) for c, p in zip(claim, point))
    return all(any(fits(c, p) for p in found) for c in claimed) and all(any(fits(c, p) for c in claimed) for p in found)
""",
    "covers": """\
def covers(claimed, g, sign):
    inside = [(t, claimed.contains(Float(str(t), 40)) == True) for a, b in pieces for t in grid(a, b, 120)]
    return all(here == (g(t)*sign > 0) for t, here in inside)
""",
}
"""Functions of the cell; each needs those that its text names."""


def _needed(lines: list[str]) -> list[str]:
    """The tools that the lines use, and what those use, in order."""
    names = set[str]()
    text = "\n".join(lines)
    while found := {n for n in _TOOLS if n not in names and re.search(rf"\b{n}\b", text)}:
        names |= found
        text = "\n".join(_TOOLS[n] for n in found)
    return [f"\n{source}" for name, source in _TOOLS.items() if name in names]


def _verdict(part: str, found: list[Any], domain: sp.Set) -> str:
    shown = exact_source(found)
    match part:
        case "critical" | "stationary":
            test = f"same({shown}, changes(chord, (True, False)) + touches(chord))"
        case "local_max" | "max_at" | "max_point":
            test = f"same({shown}, changes(chord, (False,)))"
        case "local_min" | "min_at" | "min_point":
            test = f"same({shown}, changes(chord, (True,)))"
        case "flat_point":
            test = f"same({shown}, touches(chord))"
        case "inflection":
            test = f"same({shown}, changes(bend, (True, False)))"
        case "maximum" | "minimum":
            pick = "max" if part == "maximum" else "min"
            test = (
                f"same({shown}, [(0, extreme({pick}))])"
                if all(x is None for x, _ in found)
                else f"all(near(y, extreme({pick})) and near(extreme({pick}), f(mpmath.mpf(str(N(x, 45))))) for x, y in {shown})"
            )
        case _:
            g = "chord" if part in ("increasing", "decreasing") else "bend"
            sign = 1 if part in ("increasing", "concave_up") else -1
            whole = exact_source(sp.Union(*found)) if found else "S.EmptySet"
            test = f"{whole}.is_subset({exact_source(domain)}) and covers({whole}, {g}, {sign})"
    return test
