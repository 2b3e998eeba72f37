"""The angles of a triangle from what is said about it, and exact values of trigonometric functions in words.

Angles are radians; a triangle's angles may stay free (`{"A": π/2 − B}`) where the problem does not fix them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Relation, Symbol, symbols
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.cells import exact_source

FUNCTIONS: Final = ("sin", "cos", "tan", "cot")
WORDS: Final = {
    "equilateral": Words(
        "In an equilateral triangle all angles are equal, and together they are \\({sum}\\), so \\({a}={b}={c}={angle}\\).",
        "正三角形的三个角相等，内角和是 \\({sum}\\)，所以 \\({a}={b}={c}={angle}\\)。",
    ),
    "apex": Words(
        "Two angles of an isosceles triangle are equal. Two angles of \\({value}\\) would be too much, so \\({p}={q}\\).",
        "等腰三角形有两个角相等。不可能有两个 \\({value}\\) 的角，所以 \\({p}={q}\\)。",
    ),
    "isosceles_right": Words(
        "The right angle is \\({right}={ninety}\\). The other two angles of an isosceles right triangle are equal and together \\({ninety}\\), so \\({p}={q}={half}\\).",
        "直角是 \\({right}={ninety}\\)。等腰直角三角形的另外两个角相等且和为 \\({ninety}\\)，所以 \\({p}={q}={half}\\)。",
    ),
    "sum": Words(
        "The angles of a triangle add up to \\({sum}\\): \\({a}+{b}+{c}={sum}\\). With what is given, {given}, this means {found}.",
        "三角形内角和为 \\({sum}\\)：\\({a}+{b}+{c}={sum}\\)。结合已知 {given}，得 {found}。",
    ),
    "table": Words("\\({call}={value}\\) is one of the known exact values.", "\\({call}={value}\\) 是常用的精确值。"),
    "sin": Words(
        "Use \\(\\sin(\\alpha{sign}\\beta)=\\sin\\alpha\\cos\\beta{sign}\\cos\\alpha\\sin\\beta\\) with \\(\\alpha={a}\\), \\(\\beta={b}\\): \\[{call}={written}={value}\\]",
        "用公式 \\(\\sin(\\alpha{sign}\\beta)=\\sin\\alpha\\cos\\beta{sign}\\cos\\alpha\\sin\\beta\\)，取 \\(\\alpha={a}\\)，\\(\\beta={b}\\)：\\[{call}={written}={value}\\]",
    ),
    "cos": Words(
        "Use \\(\\cos(\\alpha{sign}\\beta)=\\cos\\alpha\\cos\\beta{opposite}\\sin\\alpha\\sin\\beta\\) with \\(\\alpha={a}\\), \\(\\beta={b}\\): \\[{call}={written}={value}\\]",
        "用公式 \\(\\cos(\\alpha{sign}\\beta)=\\cos\\alpha\\cos\\beta{opposite}\\sin\\alpha\\sin\\beta\\)，取 \\(\\alpha={a}\\)，\\(\\beta={b}\\)：\\[{call}={written}={value}\\]",
    ),
    "tan": Words(
        "Use \\(\\tan(\\alpha{sign}\\beta)=\\frac{{\\tan\\alpha{sign}\\tan\\beta}}{{1{opposite}\\tan\\alpha\\tan\\beta}}\\) with \\(\\alpha={a}\\), \\(\\beta={b}\\), "
        "and make the denominator rational: \\[{call}={written}={value}\\]",
        "用公式 \\(\\tan(\\alpha{sign}\\beta)=\\frac{{\\tan\\alpha{sign}\\tan\\beta}}{{1{opposite}\\tan\\alpha\\tan\\beta}}\\)，取 \\(\\alpha={a}\\)，\\(\\beta={b}\\)，"
        "再分母有理化：\\[{call}={written}={value}\\]",
    ),
    "cot": Words(
        "The cotangent is the reciprocal of the tangent, and \\({tangent}={below}\\): \\[{call}=\\frac{{1}}{{{below}}}={value}\\]",
        "余切是正切的倒数，而 \\({tangent}={below}\\)：\\[{call}=\\frac{{1}}{{{below}}}={value}\\]",
    ),
    "half": Words(
        "Twice the angle is \\({double}\\) with \\(\\cos {double}={cosine}\\). From \\(\\sin^2\\theta=\\frac{{1-\\cos 2\\theta}}{{2}}\\) and "
        "\\(\\cos^2\\theta=\\frac{{1+\\cos 2\\theta}}{{2}}\\), with the signs of the quadrant, \\[{call}={value}\\]",
        "该角的二倍是 \\({double}\\)，\\(\\cos {double}={cosine}\\)。由 \\(\\sin^2\\theta=\\frac{{1-\\cos 2\\theta}}{{2}}\\)、"
        "\\(\\cos^2\\theta=\\frac{{1+\\cos 2\\theta}}{{2}}\\)，并按象限取符号，得 \\[{call}={value}\\]",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Triangle:
    """Letters of the vertices, their angles as far as known, given sides (by the vertex opposite), and the givens."""

    letters: str
    angles: Mapping[str, sp.Expr]
    shape: str
    given: tuple[Node, ...]
    equations: tuple[sp.Expr, ...]
    sides: Mapping[str, sp.Expr]

    def steps(self, language: Language, *, in_degrees: bool) -> Iterable[str]:
        """How the angles follow."""

        def shown(value: sp.Expr) -> str:
            return angle_latex(value, in_degrees=in_degrees)

        a, b, c = tuple(self.letters)
        total = shown(sp.pi)
        if self.shape == "equilateral":
            yield WORDS["equilateral"].say(language, sum=total, a=a, b=b, c=c, angle=shown(sp.pi / 3))
            return
        if self.shape == "isosceles_right":
            right = next(v for v in self.letters if self.angles[v] == sp.pi / 2)
            p, q = (v for v in self.letters if v != right)
            facts = {"ninety": shown(sp.pi / 2), "half": shown(sp.pi / 4)}
            yield WORDS["isosceles_right"].say(language, right=right, p=p, q=q, **facts)
            return
        if self.shape == "isosceles" and len(self.equations) > len(self.given) + 1:
            apex = max(self.letters, key=lambda v: self.angles[v])
            p, q = (v for v in self.letters if v != apex)
            yield WORDS["apex"].say(language, value=shown(self.angles[apex]), p=p, q=q)
        given = ", ".join(rf"\({to_latex(n)}\)" for n in self.given)
        found = ", ".join(rf"\({v}={shown(x)}\)" for v, x in self.angles.items() if x != sp.Symbol(v))
        yield WORDS["sum"].say(language, sum=total, a=a, b=b, c=c, given=given, found=found)

    def lines(self, wanted: Iterable[str]) -> tuple[list[str], tuple[str, ...]]:
        """Source lines that name the wanted angles, and the variables that stay free."""
        lines, free = [], set[str]()
        for v in self.letters:
            if v in set(wanted) and self.angles[v] != sp.Symbol(v):
                lines.append(f"{python_name(v)} = {exact_source(self.angles[v])}")
            free |= {s.name for s in self.angles[v].free_symbols}
        return lines, tuple(sorted(free))

    def conditions(self) -> str:
        """Source of what the problem says about the angles."""
        return " and ".join(f"simplify({exact_source(e)}) == 0" for e in self.equations)


def triangle_of(letters: str, relations: Iterable[Relation], shape: str) -> Triangle | None:
    """The triangle with these givens; None when one is not understood or they contradict each other."""
    if shape == "?" or len(set(letters)) != 3:
        return None
    angles = [sp.Symbol(v) for v in letters]
    equations, sides, given = [sum(angles, sp.Integer(0)) - sp.pi], dict[str, sp.Expr](), list[Node]()
    for relation in relations:
        if set(relation.signs) != {"="}:
            return None
        for left, right in zip(relation.sides, relation.sides[1:], strict=False):
            if (side := opposite(left, letters)) and not symbols(right):
                if side in sides:
                    return None
                sides[side] = to_sympy(right)
            elif (equation := _equation(left, right, letters)) is not None:
                equations.append(equation)
                given.append(Relation(("=",), (left, right)))
            else:
                return None
    solved = _solve(angles, equations, shape)
    if solved is None:
        return None
    found, equations = solved
    return Triangle(letters, found, shape, tuple(given), tuple(equations), sides)


def _equation(left: Node, right: Node, letters: str) -> sp.Expr | None:
    """left − right for equal sides or a linear relation between angles."""
    first, second = opposite(left, letters), opposite(right, letters)
    if first and second:
        return sp.Symbol(first) - sp.Symbol(second)
    try:
        names = {v: sp.Symbol(v) for v in letters}
        difference = to_sympy(left, names) - to_sympy(right, names)
    except FormulaError:
        return None
    if not symbols(left) | symbols(right) <= set(letters) or not difference.free_symbols:
        return None
    polynomial = difference.as_poly(*names.values())
    return difference if polynomial is not None and polynomial.total_degree() == 1 else None


def opposite(node: Node, letters: str) -> str:
    """The vertex opposite the side `a` or `BC`; "" when the node is no side."""
    match node:
        case Symbol(name) if name.upper() in letters and name.islower():
            return name.upper()
        case Binary("*", Symbol(p), Symbol(q)) if p != q and {p, q} <= set(letters):
            return next(v for v in letters if v not in (p, q))
        case _:
            return ""


def _solve(
    angles: list[sp.Symbol], equations: list[sp.Expr], shape: str
) -> tuple[dict[str, sp.Expr], list[sp.Expr]] | None:
    """The angles that fit the equations and the shape, if exactly one triangle does; with the equations used."""
    extra: list[list[sp.Expr]] = [[]]
    a, b, c = angles
    if shape == "equilateral":
        extra = [[a - b, b - c]]
    elif shape == "isosceles_right":
        extra = [[x - sp.pi / 2, y - z] for x, y, z in ((a, b, c), (b, a, c), (c, a, b))]
    found = []
    for more in extra:
        for solution in sp.linsolve([*equations, *more], *angles):
            if all(v.free_symbols or 0 < v < sp.pi for v in solution):
                found.append(
                    (dict(zip((s.name for s in angles), solution, strict=True)), [*equations, *more])
                )
    if shape == "isosceles" and len(found) == 1 and any(v.free_symbols for v in found[0][0].values()):
        found = _apex_found(angles, found[0][1]) or found
    if len(found) != 1:
        return None
    values = list(found[0][0].values())
    is_open = any(v.free_symbols for v in values)
    if (
        shape == "right"
        and sp.pi / 2 not in values
        and not is_open
        or shape == "isosceles"
        and len(set(values)) == 3
    ):
        return None
    return found[0]


def _apex_found(
    angles: list[sp.Symbol], equations: list[sp.Expr]
) -> list[tuple[dict[str, sp.Expr], list[sp.Expr]]]:
    """The isosceles triangle, where only one can be: an angle of 90° or more is at its apex."""
    a, b, c = angles
    triangles = [
        (dict(zip((s.name for s in angles), values, strict=True)), [*equations, same])
        for same in (a - b, b - c, a - c)
        for values in sp.linsolve([*equations, same], *angles)
        if all(not v.free_symbols and 0 < v < sp.pi for v in values)
    ]
    return triangles if len(triangles) == 1 else []


# -- values -----------------------------------------------------------------------------------------


def angle_latex(angle: sp.Expr, *, in_degrees: bool) -> str:
    """An angle as the problem writes angles."""
    if in_degrees:
        degrees = sp.expand(angle * 180 / sp.pi)
        if not degrees.free_symbols:
            return str(sp.latex(degrees)) + r"^{\circ}"
    return str(sp.latex(angle))


def is_exact(angle: sp.Expr) -> bool:
    """Whether it is a multiple of 15°, 18° or 22.5°."""
    turns = angle / sp.pi
    return bool(turns.is_Rational) and any(divisor % turns.q == 0 for divisor in (12, 10, 8))


def is_known(angle: sp.Expr) -> bool:
    """Whether it is so many degrees, tenths at most: its sine need not be a root.

    >>> is_known(sp.pi * 2 / 9), is_known(sp.Symbol("A"))
    (True, False)
    """
    turns = angle / sp.pi
    return bool(turns.is_Rational) and 1800 % turns.q == 0


def about_degrees(angle: sp.Expr) -> str:
    """An angle by its sine, and about how many degrees it has."""
    return rf"{latex(angle)}\approx {float(angle * 180 / sp.pi):.1f}^{{\circ}}"


def is_defined(function: str, angle: sp.Expr) -> bool:
    """Whether the function has a value there.

    >>> is_defined("tan", sp.pi / 2), is_defined("cot", sp.pi / 2)
    (False, True)
    """
    return not ((function == "tan" and sp.cos(angle) == 0) or (function == "cot" and sp.sin(angle) == 0))


def without_roots_below(value: sp.Expr) -> sp.Expr:
    """The value with rational denominators, multiplied out."""
    return sp.expand(sp.radsimp(value))


def value_steps(
    call: Call, angle: sp.Expr, angles: Mapping[str, sp.Expr], language: Language, *, in_degrees: bool
) -> list[str]:
    """How the value of one function at an angle follows from known ones."""

    def shown(x: sp.Expr) -> str:
        return angle_latex(x, in_degrees=in_degrees)

    value = without_roots_below(getattr(sp, call.name)(angle))
    text = {"call": _applied(call.name, shown(angle)), "value": sp.latex(value)}
    if _is_table(angle) or (angle / sp.pi).q in (5, 10):
        return [WORDS["table"].say(language, **text)]
    if call.name == "cot":
        below = Call("tan", call.arguments)
        tangent = {
            "tangent": _applied("tan", shown(angle)),
            "below": sp.latex(without_roots_below(sp.tan(angle))),
        }
        first = value_steps(below, angle, angles, language, in_degrees=in_degrees)
        return [*first, WORDS["cot"].say(language, **text, **tangent)]
    if (angle / sp.pi).q == 8:
        double = 2 * angle
        return [WORDS["half"].say(language, double=shown(double), cosine=sp.latex(sp.cos(double)), **text)]
    a, b, sign = _split(call.arguments[0], angle, angles)
    opposite_sign = "-" if sign == "+" else "+"
    written = _written(call.name, a, b, sign, opposite_sign)
    return [
        WORDS[call.name].say(
            language, a=shown(a), b=shown(b), sign=sign, opposite=opposite_sign, written=written, **text
        )
    ]


def _applied(name: str, angle: str) -> str:
    return (
        rf"\{name} {angle}"
        if angle[0].isdigit() or angle.startswith(r"\frac") and angle.count("{") == 2
        else rf"\{name}\left({angle}\right)"
    )


def _is_table(angle: sp.Expr) -> bool:
    return bool((angle / sp.pi).q in (1, 2, 3, 4, 6))


def _split(argument: Node, angle: sp.Expr, angles: Mapping[str, sp.Expr]) -> tuple[sp.Expr, sp.Expr, str]:
    """α, β and the sign with angle = α ± β, both with known values: as the problem writes it, or with β = 45°."""
    if isinstance(argument, Binary) and argument.op in "+-":
        a, b = (to_sympy(n, dict(angles)) for n in (argument.left, argument.right))
        if all((x / sp.pi).is_Rational and _is_table(x) and is_defined("tan", x) for x in (a, b)):
            return a, b, argument.op
    quarter = sp.pi / 4
    return (angle - quarter, quarter, "+") if angle > quarter else (angle + quarter, quarter, "-")


def _written(name: str, a: sp.Expr, b: sp.Expr, sign: str, opposite_sign: str) -> str:
    """The addition formula with the numbers in it."""

    def factor(value: sp.Expr) -> str:
        latex = sp.latex(value)
        return latex if value.is_nonnegative else rf"\left({latex}\right)"

    if name == "tan":
        p, q = factor(sp.tan(a)), factor(sp.tan(b))
        return rf"\frac{{{sp.latex(sp.tan(a))}{sign}{q}}}{{1{opposite_sign}{p}\cdot {q}}}"
    other = sp.cos if name == "sin" else sp.sin
    first, second = (sp.sin(a), sp.cos(b)) if name == "sin" else (sp.cos(a), sp.cos(b))
    middle = sign if name == "sin" else opposite_sign
    return rf"{factor(first)}\cdot {factor(second)}{middle}{factor(other(a))}\cdot {factor(sp.sin(b))}"
