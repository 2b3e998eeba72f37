"""The steps, the cell and the plot of a trigonometric equation that was brought down to basic ones."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver import plots
from solver.formula import python_name, to_latex
from solver.formula.nodes import Relation
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.trigonometric.families import Family, basic
from solver.topics.equations.trigonometric.forms import T
from solver.topics.equations.trigonometric.ranges import Range, symbol_of
from solver.topics.equations.trigonometric.reducing import Pair, Part, Reduction
from solver.topics.equations.trigonometric.showing import Showing
from solver.topics.equations.trigonometric.words import NAMES, QUADRANTS, SIGNS, WORDS

_OR: Final = {"en": r"\quad\text{or}\quad ", "zh": r"\quad\text{或}\quad "}
MAX_MARKED: Final = 8


@dataclass(frozen=True, slots=True)
class Account:
    """All that is told of an equation."""

    relation: Relation
    unknown: str
    told: Range | None
    showing: Showing
    reduction: Reduction
    undefined: list[sp.Expr]
    solutions: list[sp.Expr]
    families: list[Family]
    candidates: list[Family]
    language: Language


def range_latex(told: Range, show: Showing) -> str:
    """As a chain of inequalities."""
    left, right = (r"\le " if has else "<" for has in (told.has_low, told.has_high))
    return rf"{show.value(told.low)}{left}{show.x}{right}{show.value(told.high)}"


def explained(said: Account) -> list[str]:
    """The way down, the basic equations, and the choice."""
    say, show, equation = said.language, said.showing, to_latex(said.relation)
    if said.told is None:
        steps = [WORDS["given"].say(say, equation=equation)]
    else:
        steps = [
            WORDS["given_range"].say(say, x=show.x, equation=equation, range=range_latex(said.told, show))
        ]
    steps += said.reduction.steps
    for part in said.reduction.parts:
        if isinstance(part, Part):
            steps += [step for value in part.values for step in _basic_steps(part, value, show, say)]
    dropped = _dropped(said)
    if dropped:
        steps.append(dropped)
    elif said.undefined and said.candidates:
        steps.append(WORDS["defined"].say(say))
    if said.told is not None:
        values = r",\ ".join(f"{show.x}={show.value(v)}" for v in said.solutions)
        word = "select" if said.solutions else "select_none"
        if said.candidates:
            steps.append(WORDS[word].say(say, range=range_latex(said.told, show), values=values))
    elif said.families and (len(said.reduction.parts) > 1 or _several(said.reduction)):
        steps.append(WORDS["all"].say(say, values=show.families(said.families)))
    if not said.candidates or said.told is None and not said.families:
        steps.append(WORDS["none_left"].say(say))
    return steps


def _several(reduction: Reduction) -> bool:
    return any(len(p.values) > 1 for p in reduction.parts if isinstance(p, Part))


def _dropped(said: Account) -> str:
    """What has no meaning in the equation."""
    show, x = said.showing, symbol_of(said.unknown)
    bad = [(f, z) for f in said.candidates for z in said.undefined if z.subs(x, f.start).equals(0)]
    if not bad:
        return ""
    values = ", ".join(rf"\({show.x}={show.family(f)}\)" for f in dict.fromkeys(f for f, _ in bad))
    zero = exact_latex(bad[0][1].xreplace({x: sp.Symbol(show.name)}))
    return WORDS["excluded"].say(said.language, values=values, zero=zero)


def _basic_steps(part: Part, value: sp.Expr, show: Showing, say: Language) -> list[str]:
    """sin u = c solved for u, then for the unknown."""
    f, shown = show.call(part.function, part.angle), exact_latex(value)
    name = NAMES[part.function].say(say)
    found = basic(part.function, value)
    if not found:
        return [WORDS["impossible"].say(say, f=f, value=shown, name=name)]
    u = show.angle(part.angle)
    if value in (0, 1, -1) and part.function != "tan" or value == 0:
        angles = f"{u}={show.family(found[0])}"
        steps = [WORDS["axis"].say(say, f=f, value=shown, angles=angles)]
    else:
        acute = {"sin": sp.asin, "cos": sp.acos, "tan": sp.atan}[part.function](abs(value))
        starts = _by_quadrant(part.function, acute, positive=bool(value > 0))
        families = [Family(s, found[0].period) for s in starts]
        rows = _OR[say].join(f"{u}={show.family(g)}" for g in families)
        because = f"{show.of_value(part.function, acute)}={exact_latex(abs(value))}"
        steps = [
            WORDS["reference"].say(
                say, f=f, value=shown, reference=show.value(acute), because=because, name=name, Name=name.capitalize(),
                sign=SIGNS[bool(value > 0)].say(say), quadrants=QUADRANTS[part.function, bool(value > 0)].say(say), angles=rows,
            )
        ]  # fmt: skip
        found = families
    if part.angle.m != 1 or part.angle.b != 0:
        solved = _OR[say].join(f"{show.x}={show.family(part.angle.back(g))}" for g in found)
        steps.append(WORDS["back"].say(say, x=show.x, solved=solved))
    return steps


def _by_quadrant(function: str, acute: sp.Expr, *, positive: bool) -> list[sp.Expr]:
    match function, positive:
        case "sin", True:
            return [acute, sp.pi - acute]
        case "sin", False:
            return [sp.pi + acute, 2 * sp.pi - acute]
        case "cos", True:
            return [acute, 2 * sp.pi - acute]
        case "cos", False:
            return [sp.pi - acute, sp.pi + acute]
    return [acute if positive else sp.pi - acute]


# -- the cell -----------------------------------------------------------------------------------------


def cell_lines(said: Account, wanted: str) -> str:
    """Values of the functions, first solutions and periods, and those in the range."""
    say = said.language
    lines = [f"found = []  {comment(WORDS['cell_found'].say(say))}"]
    for part in said.reduction.parts:
        lines += _part_lines(part, said) if isinstance(part, Part) else _pair_lines(part, said)
    x = python_name(said.unknown)
    zero = [
        exact_source(z)
        for z in said.undefined
        if any(z.subs(symbol_of(said.unknown), f.start).equals(0) for f in said.candidates)
    ]
    meant = "".join(f" and simplify(({z}).subs({x}, START)) != 0" for z in zero)
    if said.told is None:
        test = meant.replace("START", "a").removeprefix(" and ")
        if test:
            lines.append(comment(WORDS["cell_defined"].say(say)))
        lines.append(f"[(a, p) for a, p in found if {test}]" if test else "found")
    else:
        told = said.told
        reach = _reach(said)
        lines.append(comment(WORDS["cell_range"].say(say)))
        low, high = "<" + "=" * told.has_low, "<" + "=" * told.has_high
        condition = f"{exact_source(told.low)} {low} v {high} {exact_source(told.high)}"
        lines.append(
            f"candidates = {{simplify(a + k*p) for a, p in found for k in range(-{reach}, {reach + 1})}}"
        )
        if zero:
            lines.append(comment(WORDS["cell_defined"].say(say)))
        lines.append(
            f"solutions = sorted((v for v in candidates if {condition}{meant.replace('START', 'v')}), key=float)"
        )
        lines.append({"count": "len(solutions)", "sum": "simplify(sum(solutions))"}.get(wanted, "solutions"))
    source = "\n".join(lines)
    names = [v for v in (said.unknown, "t") if f"{python_name(v)}" in _names(source)]
    return cell(*lines, variables=names)


def _names(source: str) -> set[str]:
    stored = {
        n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    return {n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name)} - stored


def _reach(said: Account) -> int:
    assert said.told is not None
    ends = [
        abs(float((end - f.start) / f.period))
        for end in (said.told.low, said.told.high)
        for part in said.reduction.parts
        for f in part.families()
    ]
    return int(max(ends, default=0)) + 2


def _part_lines(part: Part, said: Account) -> list[str]:
    say, angle = said.language, part.angle
    u = exact_source(angle.at(symbol_of(said.unknown)))
    note = comment(WORDS["cell_value"].say(say, f=f"{part.function}({u})"))
    polynomial = sp.Poly(part.polynomial, T)
    values = (
        f"[{', '.join(map(_number, part.values))}]"
        if polynomial.degree() == 1 or polynomial.degree() > 2 and len(part.values) != polynomial.degree()
        else f"solve({exact_source(part.polynomial)}, t)"
    )
    if not part.values:
        return [f"values = [v for v in {values} if v.is_real]  {note}"]
    inverse = {"sin": "asin(value)", "cos": "acos(value)", "tan": "atan(value)"}[part.function]

    def back(start: str) -> str:
        inner = start + _shift(-angle.b)
        return (
            inner
            if angle.m == 1
            else f"({inner})/({exact_source(angle.m)})"
            if angle.m.q != 1
            else f"({inner})/{angle.m}"
            if angle.m > 0
            else f"({inner})/({angle.m})"
        )

    period = exact_source((sp.pi if part.function == "tan" else 2 * sp.pi) / abs(angle.m))
    other = {
        "sin": f", ({back('pi - asin(value)')}, {period})",
        "cos": f", ({back('-acos(value)')}, {period})",
        "tan": "",
    }[part.function]
    lines = [f"for value in {values}:  {note}"]
    indent = "    "
    if part.function != "tan":
        lines.append(
            "    if abs(value) <= 1:"
            if all(v.is_real for v in sp.roots(polynomial))
            else "    if value.is_real and abs(value) <= 1:"
        )
        indent = "        "
    elif not all(v.is_real for v in sp.roots(polynomial)):
        lines.append("    if value.is_real:")
        indent = "        "
    lines.append(f"{indent}found += [({back(inverse)}, {period}){other}]")
    return lines


def _shift(value: sp.Expr) -> str:
    """Source of what is added."""
    if value == 0:
        return ""
    if isinstance(value, sp.Add):
        return f" + ({exact_source(value)})"
    return f" + {exact_source(value)}" if value > 0 else f" - {exact_source(-value)}"


def _number(value: sp.Expr) -> str:
    return f"Integer({value})" if value.is_Integer else exact_source(value)


def _pair_lines(pair: Pair, said: Account) -> list[str]:
    x = symbol_of(said.unknown)
    a, b = pair.left.at(x), pair.right.at(x)
    turn = sp.pi if pair.function == "tan" else 2 * sp.pi
    lines = [comment(WORDS["cell_equal"].say(said.language))]
    sums = {
        "sin": f"{exact_source(a)} - (pi - ({exact_source(b)}))",
        "cos": f"{exact_source(a)} + ({exact_source(b)})",
        "tan": "",
    }
    cases = [
        (f"{exact_source(a)} - ({exact_source(b)})", pair.left.m - pair.right.m),
        (sums[pair.function], pair.left.m + pair.right.m),
    ]
    for source, m in cases:
        if m != 0 and source:
            lines.append(
                f"found.append((solve({source}, {python_name(said.unknown)})[0], {exact_source(turn / abs(m))}))"
            )
    return lines


def plotted(said: Account, difference: sp.Expr) -> str:
    """Left minus right, with the solutions on the axis."""
    show, name = said.showing, said.unknown
    if said.told is None:
        low, high = sp.S.Zero, max([2 * sp.pi, *(f.period for f in said.families)], key=float)
        values = [v for f in said.families for v in f.inside(Range(low, high, has_low=True, has_high=False))]
    else:
        low, high, values = said.told.low, said.told.high, said.solutions
    x = sp.Symbol(python_name(name))
    unit = sp.pi / 180 if show.degrees else sp.S.One
    source = exact_source(difference.xreplace({symbol_of(name): x * unit}))
    points = [
        (v / unit, sp.S.Zero, WORDS["point"].say(said.language))
        for v in sorted(set(values), key=float)[:MAX_MARKED]
    ]
    limits = (-6, 6) if difference.has(sp.tan, sp.cot, sp.sec, sp.csc) or said.undefined else None
    return plots.curve(
        source, name, (low / unit, high / unit), points=points, y_limits=limits, language=said.language
    )
