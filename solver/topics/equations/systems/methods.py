"""Linear systems by each school method: substitution, elimination, Cramer's rule, inverse matrix, rows, graph.

The matrix is augmented and rational; it has exactly one solution, or for substitution and rows none. Elimination of more
than two unknowns is that of rows. Not: infinitely many solutions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import python_name
from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.solutions import assignments

WORDS: Final = {
    "express": Words("From equation ({i}), express \\({x}\\): \\[{x}={value}\\]", "由方程（{i}）用其他未知数表示 \\({x}\\)：\\[{x}={value}\\]"),
    "found": Words("Equation ({i}) gives \\[{x}={value}\\]", "由方程（{i}）得 \\[{x}={value}\\]"),
    "put": Words("Put this into equation ({i}), and collect terms: \\[{before}\\quad\\Rightarrow\\quad {after}\\]", "代入方程（{i}），并合并同类项：\\[{before}\\quad\\Rightarrow\\quad {after}\\]"),
    "contradiction": Words("That says \\(0={value}\\), which cannot be: the system has no solution.", "这就是 \\(0={value}\\)，矛盾，所以方程组无解。"),
    "back": Words("Put the known values back: \\[{x}={before}={value}\\]", "把已知的值代回去：\\[{x}={before}={value}\\]"),
    "numbered": Words("Number the equations: \\[{lines}\\]", "给方程编号：\\[{lines}\\]"),
    "main": Words("Cramer's rule: the determinant of the coefficients of \\({unknowns}\\) is \\[D={matrix}={value}\\] It is not 0, so there is exactly one solution.",
                  "克拉默法则：\\({unknowns}\\) 的系数行列式为 \\[D={matrix}={value}\\] 它不等于 0，所以有唯一解。"),
    "column": Words("For \\({x}\\) put the right sides in place of column {i}, and divide by \\(D\\): \\[D_{{{x}}}={matrix}={value},\\qquad {x}=\\frac{{D_{{{x}}}}}{{D}}=\\frac{{{value}}}{{{main}}}{result}\\]",
                    "求 \\({x}\\)：用右边的常数列替换第 {i} 列，再除以 \\(D\\)：\\[D_{{{x}}}={matrix}={value},\\qquad {x}=\\frac{{D_{{{x}}}}}{{D}}=\\frac{{{value}}}{{{main}}}{result}\\]"),
    "matrix_form": Words("Write the system as one matrix equation \\(A\\,X=B\\): \\[{a}{x}={b}\\]", "把方程组写成矩阵方程 \\(A\\,X=B\\)：\\[{a}{x}={b}\\]"),
    "inverse": Words("\\(\\det A={det}\\) is not 0, so \\(A\\) has an inverse: \\[A^{{-1}}={inverse}\\]", "\\(\\det A={det}\\neq 0\\)，所以 \\(A\\) 可逆：\\[A^{{-1}}={inverse}\\]"),
    "times": Words("Multiply both sides from the left by it: \\[X=A^{{-1}}B={inverse}{b}={x}\\]", "两边左乘 \\(A^{{-1}}\\)：\\[X=A^{{-1}}B={inverse}{b}={x}\\]"),
    "lines": Words("Each equation is a straight line; write them with \\({y}\\) alone, and draw them: \\[{lines}\\]", "每个方程的图象是一条直线，改写后画出来：\\[{lines}\\]"),
    "cross": Words("The lines meet in the point \\({point}\\). A picture alone does not prove it, so put it in: \\[{checks}\\]", "两直线相交于点 \\({point}\\)。看图不等于证明，代入检验：\\[{checks}\\]"),
    "cell_express": Words("express, put in, put back", "表示、代入、回代"),
    "cell_cramer": Words("a column replaced for each unknown", "每个未知数替换一列"),
    "cell_inverse": Words("the inverse times the right sides", "逆矩阵乘常数列"),
    "cell_rows": Words("the augmented matrix, reduced by row operations", "增广矩阵经行变换化为最简形"),
    "cell_lines": Words("where the two lines have the same height", "两条直线在何处一样高"),
    "meeting": Words("solution", "解"),
}  # fmt: skip
MAX_GRAPH: Final = 50
MAX_UNKNOWNS: Final = 4


@dataclass(frozen=True, slots=True)
class Linear:
    """The augmented `matrix` of a system in `unknowns` with one solution or none."""

    matrix: sp.ImmutableMatrix
    unknowns: tuple[str, ...]
    language: Language

    @property
    def _x(self) -> list[sp.Symbol]:
        return [sp.Symbol(n) for n in self.unknowns]

    @property
    def _a(self) -> sp.Matrix:
        return self.matrix[:, :-1]

    @property
    def _b(self) -> sp.Matrix:
        return self.matrix[:, -1]

    @property
    def has_solution(self) -> bool:
        """Whether the equations do not contradict one another."""
        return bool(self._a.rank() == self.matrix.rank())

    @property
    def _values(self) -> list[sp.Rational]:
        return list(self._a.LUsolve(self._b))

    def methods(self) -> tuple[str, ...]:
        """The usual one first: pairs by elimination, more unknowns by rows."""
        n = len(self.unknowns)
        if not self.has_solution:
            return ("gauss", "elimination", "substitution")
        if n > MAX_UNKNOWNS or self.matrix.rows != n:
            return ("gauss", "elimination")
        first = ("elimination", "substitution") if n == 2 else ("gauss", "elimination", "substitution")
        rest = ("cramer", "inverse-matrix", *(("gauss",) if n == 2 else ()))
        return (*first, *rest, *(("graph",) if n == 2 and self._is_drawable() else ()))

    def _is_drawable(self) -> bool:
        values = self._values
        return all(abs(v) <= MAX_GRAPH and v.q <= 4 for v in values) and all(e != 0 for e in self._a[:, 1])

    def steps(self, method: str) -> list[str]:
        """The steps by substitution, cramer, inverse-matrix or graph."""
        return {
            "substitution": self._substituted, "cramer": self._by_determinants,
            "inverse-matrix": self._by_inverse, "graph": self._drawn,
        }[method]()  # fmt: skip

    def _substituted(self) -> list[str]:
        say, left = self.language, dict[int, sp.Expr]()
        for i in range(self.matrix.rows):
            row = sum(c * x for c, x in zip(self._a.row(i), self._x, strict=True)) - self._b[i]
            left[i] = sp.expand(row)
        lines = r"\\ ".join(rf"({i + 1})\quad & {self._equation(e)}" for i, e in left.items())
        steps = [WORDS["numbered"].say(say, lines=rf"\begin{{array}}{{rl}}{lines}\end{{array}}")]
        order, known = list[tuple[sp.Symbol, sp.Expr]](), dict[sp.Symbol, sp.Expr]()
        while left:
            i, x = self._easiest(left)
            value = sp.expand(sp.solve(left.pop(i), x)[0])
            key = "express" if value.free_symbols else "found"
            steps.append(WORDS[key].say(say, i=i + 1, x=sp.latex(x), value=sp.latex(value)))
            for j, other in left.items():
                if other.has(x):
                    left[j] = sp.expand(other.subs(x, value))
                    before = self._with_brackets(other, x, value)
                    steps.append(WORDS["put"].say(say, i=j + 1, before=before, after=self._equation(left[j])))
                if left[j].is_number and left[j] != 0:
                    return [*steps, WORDS["contradiction"].say(say, value=sp.latex(-left[j]))]
            order.append((x, value))
        for x, value in reversed(order):
            result = value.subs(known)
            if value.free_symbols:
                before = _inserted(value, known)
                steps.append(WORDS["back"].say(say, x=sp.latex(x), before=before, value=sp.latex(result)))
            known[x] = result
        return steps

    def _easiest(self, left: dict[int, sp.Expr]) -> tuple[int, sp.Symbol]:
        """The equation and the unknown that is expressed with the least work: coefficient 1, few terms."""
        places = [(i, x) for i, e in left.items() for x in self._x if e.has(x)]

        def work(place: tuple[int, sp.Symbol]) -> tuple[int, int, int]:
            e, x = left[place[0]], place[1]
            c = e.coeff(x)
            return (len(e.free_symbols) > 1, 0 if abs(c) == 1 else 1, 0 if c > 0 else 1)

        return min(places, key=work)

    def _equation(self, difference: sp.Expr) -> str:
        constant = difference.subs(dict.fromkeys(self._x, 0))
        return f"{sp.latex(difference - constant)}={sp.latex(-constant)}"

    def _with_brackets(self, equation: sp.Expr, x: sp.Symbol, value: sp.Expr) -> str:
        text, right = "", -equation.subs(dict.fromkeys(self._x, 0))
        for y in self._x:
            c = equation.coeff(y)
            if c == 0:
                continue
            text += _term(c, value, first=not text) if y == x else _term(c, y, first=not text)
        return f"{text}={sp.latex(right)}"

    def _by_determinants(self) -> list[str]:
        say, main = self.language, self._a.det()
        names = ",".join(map(sp.latex, self._x))
        steps = [
            WORDS["main"].say(say, unknowns=names, matrix=_array(self._a, "|", "|"), value=sp.latex(main))
        ]
        for i, x in enumerate(self._x):
            replaced = self._a.as_mutable()
            replaced[:, i] = self._b
            value = replaced.det()
            result = value / main
            short = sp.latex(result)
            shown = "" if short == rf"\frac{{{sp.latex(value)}}}{{{sp.latex(main)}}}" else f"={short}"
            steps.append(WORDS["column"].say(say, x=sp.latex(x), i=i + 1, matrix=_array(replaced, "|", "|"),
                                             value=sp.latex(value), main=sp.latex(main), result=shown))  # fmt: skip
        return steps

    def _by_inverse(self) -> list[str]:
        say, a, b = self.language, _array(self._a), _array(self._b)
        inverse, x = _array(self._a.inv()), _array(sp.Matrix(self._x))
        return [
            WORDS["matrix_form"].say(say, a=a, x=x, b=b),
            WORDS["inverse"].say(say, det=sp.latex(self._a.det()), inverse=inverse),
            WORDS["times"].say(say, inverse=inverse, b=b, x=_array(sp.Matrix(self._values))),
        ]

    def _heights(self) -> list[sp.Expr]:
        x = self._x[0]
        return [(self._b[i] - self._a[i, 0] * x) / self._a[i, 1] for i in range(2)]

    def _drawn(self) -> list[str]:
        say, y, values = self.language, self._x[1], self._values
        lines = r",\qquad ".join(f"{sp.latex(y)}={sp.latex(sp.expand(h))}" for h in self._heights())
        checks = r",\qquad ".join(
            self._with_numbers(self._a.row(i), values) + f"={sp.latex(self._b[i])}" for i in range(2)
        )
        point = rf"\left({sp.latex(values[0])},\ {sp.latex(values[1])}\right)"
        return [
            WORDS["lines"].say(say, y=sp.latex(y), lines=lines),
            WORDS["cross"].say(say, point=point, checks=checks),
        ]

    def _with_numbers(self, row: sp.Matrix, values: Sequence[sp.Rational]) -> str:
        text = ""
        for c, v in zip(row, values, strict=True):
            if c != 0:
                text += _term(c, v, first=not text)
        return text

    def cell(self, method: str, ending: Sequence[str]) -> str:
        """Source that finds `solution`, a dict of the unknowns, as the method does; then `ending`."""
        say, names = self.language, ", ".join(map(python_name, self.unknowns))
        a, b = (
            f"Matrix({exact_source([list(m.row(i)) for i in range(m.rows)])})" for m in (self._a, self._b)
        )
        given = [f"coefficients, constants = {a}, {b}"]
        pairs = f"dict(zip([{names}], values))"
        match method:
            case "cramer":
                lines = [*given, comment(WORDS["cell_cramer"].say(say)), "values = []", f"for i in range({len(self.unknowns)}):",
                         "    replaced = coefficients.copy()", "    replaced[:, i] = constants", "    values.append(replaced.det() / coefficients.det())"]  # fmt: skip
            case "inverse-matrix":
                lines = [
                    *given,
                    comment(WORDS["cell_inverse"].say(say)),
                    "values = list(coefficients.inv() * constants)",
                ]
            case "gauss":
                lines = [*given, comment(WORDS["cell_rows"].say(say)), "reduced, pivots = coefficients.row_join(constants).rref()",
                         f"values = [reduced[i, {len(self.unknowns)}] for i in range({len(self.unknowns)})]"]  # fmt: skip
            case "graph":
                first, second = map(exact_source, self._heights())
                x = python_name(self.unknowns[0])
                sloping = "first" if self._heights()[0].has(self._x[0]) else "second"
                lines = [f"first, second = {first}, {second}", comment(WORDS["cell_lines"].say(say)),
                         f"meeting = solve(first - second, {x})[0]", f"values = [meeting, {sloping}.subs({x}, meeting)]"]  # fmt: skip
            case _:
                lines = self._substituting_cell()
        return cell(*lines, f"solution = {pairs}", *ending, variables=self.unknowns)

    def _substituting_cell(self) -> list[str]:
        names = ", ".join(map(python_name, self.unknowns))
        rows = [
            exact_source(sum(c * x for c, x in zip(self._a.row(i), self._x, strict=True)) - self._b[i])
            for i in range(self.matrix.rows)
        ]
        return [
            f"left = [{', '.join(rows)}]",
            comment(WORDS["cell_express"].say(self.language)),
            "known = []",
            "while left:",
            "    equation = left.pop(0)",
            f"    unknown = next(s for s in [{names}] if equation.has(s))",
            "    value = solve(equation, unknown)[0]",
            "    left = [other.subs(unknown, value) for other in left]",
            "    known = [(s, v.subs(unknown, value)) for s, v in known] + [(unknown, value)]",
            f"values = [dict(known)[s] for s in [{names}]]",
        ]

    def plot(self) -> str:
        """Both lines and the point where they meet."""
        first, second = map(exact_source, self._heights())
        x, (px, py) = python_name(self.unknowns[0]), map(float, self._values)
        label = WORDS["meeting"].say(self.language)
        return "\n".join([
            "import matplotlib.pyplot as plt", "import numpy as np", "from sympy import *", "",
            f'{x} = symbols("{x}")', f"xs = np.linspace({px - 5:.6g}, {px + 5:.6g}, 200)",
            f"for line in (sympify({first}), sympify({second})):",
            f'    plt.plot(xs, lambdify({x}, line, "numpy")(xs) + 0*xs, label=f"${self.unknowns[1]} = {{latex(line)}}$")',
            f'plt.plot({px:.6g}, {py:.6g}, "o", color="crimson", label="{label} ({assignments(dict(zip(self.unknowns, self._values, strict=True)))})")'.replace("\\ ", " ").replace("\\", "\\\\"),
            'plt.axhline(0, linewidth=0.8, color="black")', f'plt.xlabel("{self.unknowns[0]}")', f'plt.ylabel("{self.unknowns[1]}")',
            "plt.legend()", "plt.grid(alpha=0.3)", "plt.show()",
        ])  # fmt: skip

    def solution(self, method: str, steps: Sequence[str], ending: Sequence[str]) -> Solution:
        """`steps` of the method, its cell and its picture."""
        return Solution(tuple(steps), self.cell(method, ending), self.plot() if method == "graph" else None)


def _inserted(value: sp.Expr, known: dict[sp.Symbol, sp.Expr]) -> str:
    """The expression with numbers in brackets in place of its letters."""
    text, constant = "", value.subs(dict.fromkeys(value.free_symbols, 0))
    for x in sorted(value.free_symbols, key=str):
        text += _term(value.coeff(x), known[x], first=not text)
    if constant != 0:
        text += sp.latex(constant) if constant < 0 else f"+{sp.latex(constant)}"
    return text


def _term(coefficient: sp.Rational, body: sp.Expr, *, first: bool) -> str:
    """`+3y`, `-2\\cdot 5`, `+4(1-y)`: a term with its sign, brackets where they are needed."""
    sign = "-" if coefficient < 0 else "" if first else "+"
    size = "" if abs(coefficient) == 1 else sp.latex(abs(coefficient))
    plain = body.is_Symbol or body.is_Rational and body >= 0
    text = sp.latex(body) if plain else rf"\left({sp.latex(body)}\right)"
    return sign + size + (r"\cdot " if size and body.is_Rational else "") + text


def _array(m: sp.Matrix, left: str = "(", right: str = ")") -> str:
    rows = r" \\ ".join(" & ".join(sp.latex(e) for e in m.row(r)) for r in range(m.rows))
    return rf"\left{left}\begin{{array}}{{{'c' * m.cols}}} {rows} \end{{array}}\right{right}"
