"""The distance from a point to a line, and between two parallel lines.

Read: points with numbers, lines as equations in x and y. Not: letters, space, planes, lines through two points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, to_latex, to_sympy
from solver.formula.nodes import Blank, Group, Relation, Symbol, symbols
from solver.latex import exact_latex, latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "distance": "distance|distance from|distance between|shortest distance|shortest distance from|perpendicular distance|perpendicular distance from|minimum distance|minimum distance from|how far is|距离|的距离|之间的距离|间的距离|最短距离|的最短距离",
    "words": "from|point|the point|points|origin|line|lines|the line|straight line|parallel|parallel lines|two lines|two parallel lines|between|with equation|点|到|直线|两直线|两条直线|平行|平行线|两平行线|两条平行线|两平行直线|两条平行直线|与|间|之间|为",
}
WORDS: Final = {
    "general": Words("Write the line with 0 on the right: \\[{line}=0\\]", "把直线化为一般式：\\[{line}=0\\]"),
    "same": Words("Write both lines with 0 on the right and the same coefficients of \\(x\\) and \\(y\\): \\[{one}=0,\\qquad {two}=0\\]", "把两条直线化为一般式，并使 \\(x\\)、\\(y\\) 的系数相同：\\[{one}=0,\\qquad {two}=0\\]"),
    "formula": Words("The distance from \\((x_0,y_0)\\) to the line \\(Ax+By+C=0\\) is \\(d=\\frac{{|Ax_0+By_0+C|}}{{\\sqrt{{A^2+B^2}}}}\\). Here \\(A\\) is \\({a}\\), \\(B\\) is \\({b}\\), \\(C\\) is \\({c}\\), and the point is \\(({p},{q})\\).", "点 \\((x_0,y_0)\\) 到直线 \\(Ax+By+C=0\\) 的距离公式为 \\(d=\\frac{{|Ax_0+By_0+C|}}{{\\sqrt{{A^2+B^2}}}}\\)。这里 \\(A\\) 为 \\({a}\\)，\\(B\\) 为 \\({b}\\)，\\(C\\) 为 \\({c}\\)，点为 \\(({p},{q})\\)。"),
    "parallel": Words("The distance of the parallel lines \\(Ax+By+C_1=0\\) and \\(Ax+By+C_2=0\\) is \\(d=\\frac{{|C_1-C_2|}}{{\\sqrt{{A^2+B^2}}}}\\).", "平行线 \\(Ax+By+C_1=0\\) 与 \\(Ax+By+C_2=0\\) 间的距离公式为 \\(d=\\frac{{|C_1-C_2|}}{{\\sqrt{{A^2+B^2}}}}\\)。"),
    "put": Words("Put the numbers in: \\[{fraction}=\\frac{{{top}}}{{{root}}}={value}\\]", "代入：\\[{fraction}=\\frac{{{top}}}{{{root}}}={value}\\]"),
    "on": Words("The numerator is 0: the point lies on the line.", "分子为 0，说明点在直线上。"),
    "code": Words("|A x0 + B y0 + C| over the root of A^2 + B^2", "|A x0 + B y0 + C| 除以 A^2 + B^2 的平方根"),
    "answer": Words("The distance is \\({answer}\\).", "距离为 \\({answer}\\)。"),
    "method": Words("the foot of the perpendicular was found, and its distance from the point measured", "求出垂足，再计算点到垂足的距离"),
}  # fmt: skip
X, Y = sp.symbols("x y", real=True)


def read(text: Text) -> Reading:
    """A point and a line, or two parallel lines."""
    if not re.search(r"(?i)distance|how far|距离", text.source):
        return None
    source = re.sub(r"(?i)(?:the\s+)?\borigin\b|坐标原点|原点", " $(0,0)$ ", text.source)
    source = re.sub(r"(?i)(\bpoint\b|点)\s*\$?[A-Z](?=\s*\()", r"\1 ", source)
    source = re.sub(r"(?i)(\blines?\b|直线)\s*\$?[lL](?:_?\{?[12]\}?)?\$?\s*[:：]", r"\1 ", source)
    source = re.sub(r"(?<![A-Za-z])[A-Z](?=\s*\(\s*-?\d)", " ", source)
    found = account(source, VOCABULARY)
    if not found.has("distance"):
        return None
    points, lines = list[tuple[sp.Expr, sp.Expr]](), list[tuple[Node, tuple[sp.Expr, sp.Expr, sp.Expr]]]()
    for node in found.nodes:
        match node:
            case Group("()", (p, q)) if not symbols(p) | symbols(q):
                a, b = to_sympy(p), to_sympy(q)
                if not (a.is_real and b.is_real):
                    return None
                points.append((a, b))
            case Relation(("=",), (left, right)) if (
                not isinstance(right, Blank) and symbols(node) <= {"x", "y"} and symbols(node)
            ):
                known = _line(left, right)
                if known is None:
                    return None
                lines.append((node, known))
            case Symbol("d"):
                continue
            case _:
                return None
    if (len(points), len(lines)) not in ((1, 1), (0, 2)):
        return None
    if found.unread:
        return Unread(found.unread)
    if points:
        return Distance(points[0], lines[0][1], None, lines[0][0], text.language)
    (first, one), (_, two) = lines
    if sp.simplify(one[0] * two[1] - one[1] * two[0]) != 0:
        return None
    factor = two[0] / one[0] if one[0] != 0 else two[1] / one[1]
    scaled = (one[0] * factor, one[1] * factor, one[2] * factor)
    if abs(factor) < 1:
        return Distance(None, one, two[2] / factor, first, text.language)
    return Distance(None, scaled, two[2], first, text.language)


def _line(left: Node, right: Node) -> tuple[sp.Expr, sp.Expr, sp.Expr] | None:
    """A, B, C with Ax + By + C = 0 and whole numbers where the equation has fractions."""
    difference = sp.expand(to_sympy(left, {"x": X, "y": Y}) - to_sympy(right, {"x": X, "y": Y}))
    if not difference.is_polynomial(X, Y):
        return None
    polynomial = sp.Poly(difference, X, Y)
    if polynomial.total_degree() != 1 or not all(c.is_Rational for c in polynomial.coeffs()):
        return None
    a, b, c = (polynomial.coeff_monomial(m) for m in (X, Y, 1))
    size = sp.ilcm(*(v.q for v in (a, b, c)))
    sign = -1 if a < 0 or a == 0 and b < 0 else 1
    return (a * size * sign, b * size * sign, c * size * sign)


@dataclass(frozen=True, slots=True)
class Distance:
    """From `point` to the line, or from the line to the parallel one whose constant is `other`."""

    point: tuple[sp.Expr, sp.Expr] | None
    line: tuple[sp.Expr, sp.Expr, sp.Expr]
    other: sp.Expr | None
    written: Node
    language: Language

    def _top(self) -> sp.Expr:
        a, b, c = self.line
        if self.point is None:
            return abs(c - self.other)
        return abs(a * self.point[0] + b * self.point[1] + c)

    def value(self) -> sp.Expr:
        """The distance."""
        a, b, _ = self.line
        return sp.radsimp(self._top() / sp.sqrt(a**2 + b**2))

    def solution(self) -> Solution:
        """The formula with its numbers."""
        say, (a, b, c) = self.language, self.line
        root = latex(sp.sqrt(a**2 + b**2))
        squares = "+".join(f"{_signed(v)}^2" for v in (a, b))
        steps = []
        if self.point is not None:
            p, q = self.point
            if not re.fullmatch(r".*=\s*0", to_latex(self.written)):
                steps.append(WORDS["general"].say(say, line=_shown(a, b, c)))
            steps.append(
                WORDS["formula"].say(say, a=latex(a), b=latex(b), c=latex(c), p=latex(p), q=latex(q))
            )
            top = "+".join(
                [rf"{_signed(a)}\times {_signed(p)}", rf"{_signed(b)}\times {_signed(q)}", _signed(c)]
            )
        else:
            steps.append(WORDS["same"].say(say, one=_shown(a, b, c), two=_shown(a, b, self.other)))
            steps.append(WORDS["parallel"].say(say))
            top = f"{latex(c)}-{_signed(self.other)}"
        fraction = rf"\frac{{\left|{top}\right|}}{{\sqrt{{{squares}}}}}"
        steps.append(
            WORDS["put"].say(
                say, fraction=fraction, top=latex(self._top()), root=root, value=latex(self.value())
            )
        )
        if self._top() == 0 and self.point is not None:
            steps.append(WORDS["on"].say(say))
        names = f"A, B, C = {', '.join(map(exact_source, self.line))}"
        if self.point is not None:
            lines = [names, f"x0, y0 = {', '.join(map(exact_source, self.point))}", comment(WORDS["code"].say(say)), "radsimp(Abs(A*x0 + B*y0 + C)/sqrt(A**2 + B**2))"]  # fmt: skip
        else:
            lines = [
                names.replace("C =", "C1 ="),
                f"C2 = {exact_source(self.other)}",
                "radsimp(Abs(C1 - C2)/sqrt(A**2 + B**2))",
            ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """The distance."""
        if not isinstance(value, sp.Expr) or sp.simplify(value - self.value()) != 0:
            return None
        answer = exact_latex(self.value())
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """By the foot of the perpendicular."""
        values = values_in(re.sub(r"^\s*d\s*=", "", answer))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr) or values[0].free_symbols:
            return None
        a, b, c = self.line
        lines = [f"line = {exact_source(a * X + b * Y + c)}"]
        if self.point is not None:
            lines.append(
                f"px, py = sympify({exact_source(self.point[0])}), sympify({exact_source(self.point[1])})"
            )
        elif self.other is not None:
            lines.append(f"px, py = {'sympify(0), ' + exact_source(-self.other / b) if b != 0 else exact_source(-self.other / a) + ', sympify(0)'}")  # fmt: skip
        lines += [
            f"foot = solve([line, ({exact_source(b)})*(x - px) - ({exact_source(a)})*(y - py)], [x, y])",
            f"answer = sympify({exact_source(values[0])})",
            "bool(answer >= 0 and simplify((foot[x] - px)**2 + (foot[y] - py)**2 - answer**2) == 0)",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(
            claim, WORDS["method"].say(self.language), cell(*lines, variables="xy", assumptions="real=True")
        )


def _signed(value: sp.Expr) -> str:
    return f"({latex(value)})" if value < 0 else latex(value)


def _shown(a: sp.Expr, b: sp.Expr, c: sp.Expr) -> str:
    """`3x-4y+5` in that order."""
    out = ""
    for value, name in ((a, "x"), (b, "y"), (c, "")):
        if value == 0:
            continue
        size = latex(abs(value)) if abs(value) != 1 or not name else ""
        out += ("-" if value < 0 else "+" if out else "") + size + name
    return out
