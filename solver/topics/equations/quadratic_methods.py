"""The school methods for a quadratic equation with rational coefficients: factoring, completing the square, the formula, roots, graph.

Every step says an equation that has the same solutions as the one before. Not: how an equation becomes quadratic (see `single`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Final

import sympy as sp

from solver import plots
from solver.formula import Node, letter, python_name, to_sympy
from solver.formula.nodes import Binary, symbols
from solver.ports import Language
from solver.topics.base import Solution, Words
from solver.topics.cells import cell, comment, exact_source

WORDS: Final = {
    "whole": Words("Multiply both sides by \\({k}\\), so that the coefficients are whole numbers without a common factor: \\[{equation}=0\\]",
                   "方程两边同乘 \\({k}\\)，使各项系数化为互质的整数：\\[{equation}=0\\]"),
    "take_out": Words("Both terms contain \\({common}\\). Take it out: \\[{before}={after}=0\\]", "两项都含有因式 \\({common}\\)，提取公因式：\\[{before}={after}=0\\]"),
    "squares": Words("This is a difference of two squares, \\(A^2-B^2=(A+B)(A-B)\\) with \\(A={p}\\) and \\(B={q}\\): \\[{before}={after}=0\\]",
                     "左边是平方差，由 \\(A^2-B^2=(A+B)(A-B)\\)（\\(A={p}\\)，\\(B={q}\\)）得 \\[{before}={after}=0\\]"),
    "numbers": Words("Look for two numbers whose product is \\({product}\\) and whose sum is \\({sum}\\): they are \\({m}\\) and \\({n}\\). So \\[{before}={after}=0\\]",
                     "找两个数，使它们的积是 \\({product}\\)，和是 \\({sum}\\)：这两个数是 \\({m}\\) 和 \\({n}\\)。所以 \\[{before}={after}=0\\]"),
    "split": Words("Multiply the first and the last coefficient: \\({a}\\times({c})={product}\\). Look for two numbers with this product and the sum \\({sum}\\): they are \\({m}\\) and \\({n}\\). "
                   "Split the middle term, and group: \\[{before}={parts}={groups}={after}=0\\]",
                   "首项系数与常数项相乘：\\({a}\\times({c})={product}\\)。找两个数，使积为 \\({product}\\)、和为 \\({sum}\\)：它们是 \\({m}\\) 和 \\({n}\\)。"
                   "拆开中间项，再分组分解：\\[{before}={parts}={groups}={after}=0\\]"),
    "zero_product": Words("A product is 0 exactly when one of its factors is 0: \\[{factors}\\] so \\[{roots}\\]", "乘积为 0，当且仅当其中有因式为 0：\\[{factors}\\] 所以 \\[{roots}\\]"),
    "divide": Words("Divide both sides by the coefficient \\({a}\\) of \\({x}^2\\): \\[{equation}=0\\]", "两边同除以二次项系数 \\({a}\\)：\\[{equation}=0\\]"),
    "move": Words("Move the constant to the right side: \\[{left}={right}\\]", "把常数项移到右边：\\[{left}={right}\\]"),
    "add": Words("Half of the coefficient \\({b}\\) of \\({x}\\) is \\({half}\\). Add its square \\({square}\\) to both sides: \\[{left}={sum}={right}\\]",
                 "一次项系数 \\({b}\\) 的一半是 \\({half}\\)，两边同加上它的平方 \\({square}\\)：\\[{left}={sum}={right}\\]"),
    "as_square": Words("The left side is now the square of a binomial: \\[{square}={right}\\]", "左边配成了完全平方：\\[{square}={right}\\]"),
    "already": Words("There is no term with \\({x}\\) alone, so the left side is a square already: \\[{square}={right}\\]", "没有一次项，左边已经是平方：\\[{square}={right}\\]"),
    "isolate": Words("Bring the equation to the form “square = number”: \\[{square}={right}\\]", "把方程化成“平方 = 常数”的形式：\\[{square}={right}\\]"),
    "root": Words("Take the square root of both sides; a positive number has two square roots: \\[{base}=\\pm{root}\\] so \\[{roots}\\]",
                  "两边开平方，正数有两个平方根：\\[{base}=\\pm{root}\\] 所以 \\[{roots}\\]"),
    "root_zero": Words("Only 0 has the square 0: \\[{base}=0\\] so \\[{roots}\\] This solution counts twice.", "只有 0 的平方等于 0：\\[{base}=0\\] 所以 \\[{roots}\\] 两个根相等。"),
    "root_none": Words("The square of a real number is never negative, so no real number solves the equation.", "实数的平方不可能是负数，所以方程没有实数解。"),
    "root_complex": Words("The square of a real number is never negative, so there is no real solution. With \\(i^2=-1\\): \\[{base}=\\pm{root}\\] so \\[{roots}\\]",
                          "实数的平方不可能是负数，所以没有实数解。令 \\(i^2=-1\\)：\\[{base}=\\pm{root}\\] 所以 \\[{roots}\\]"),
    "compare": Words("Compare with \\(a{x}^2+b{x}+c=0\\): \\[a={a},\\quad b={b},\\quad c={c}\\]", "与 \\(a{x}^2+b{x}+c=0\\) 对照：\\[a={a},\\quad b={b},\\quad c={c}\\]"),
    "discriminant": Words("Work out the discriminant: \\[b^2-4ac=({b})^2-4\\times({a})\\times({c})={value}\\]", "计算判别式：\\[b^2-4ac=({b})^2-4\\times({a})\\times({c})={value}\\]"),
    "formula": Words("It is positive, so there are two solutions. Put the numbers into the quadratic formula: \\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\] so \\[{roots}\\]",
                     "判别式大于 0，有两个不相等的实数根。代入求根公式：\\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\] 所以 \\[{roots}\\]"),
    "formula_zero": Words("It is 0, so there is one solution, which counts twice: \\[{x}=\\frac{{-b}}{{2a}}=\\frac{{{minus_b}}}{{{two_a}}}\\] so \\[{roots}\\]",
                          "判别式等于 0，有两个相等的实数根：\\[{x}=\\frac{{-b}}{{2a}}=\\frac{{{minus_b}}}{{{two_a}}}\\] 所以 \\[{roots}\\]"),
    "formula_none": Words("It is negative, so no real number solves the equation.", "判别式小于 0，所以方程没有实数解。"),
    "formula_complex": Words("It is negative, so there is no real solution. With \\(i^2=-1\\) the formula gives two complex ones: \\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\] so \\[{roots}\\]",
                             "判别式小于 0，没有实数解。令 \\(i^2=-1\\)，由公式得两个复数解：\\[{x}=\\frac{{-b\\pm\\sqrt{{b^2-4ac}}}}{{2a}}=\\frac{{{minus_b}\\pm{root}}}{{{two_a}}}\\] 所以 \\[{roots}\\]"),
    "curve_up": Words("Draw the parabola \\(y={f}\\). It opens upwards, and its vertex is \\({vertex}\\). The solutions are where it meets the \\({x}\\)-axis, that is where \\(y=0\\).",
                      "画出抛物线 \\(y={f}\\)：开口向上，顶点为 \\({vertex}\\)。方程的解就是它与 \\({x}\\) 轴交点（\\(y=0\\)）的横坐标。"),
    "curve_down": Words("Draw the parabola \\(y={f}\\). It opens downwards, and its vertex is \\({vertex}\\). The solutions are where it meets the \\({x}\\)-axis, that is where \\(y=0\\).",
                        "画出抛物线 \\(y={f}\\)：开口向下，顶点为 \\({vertex}\\)。方程的解就是它与 \\({x}\\) 轴交点（\\(y=0\\)）的横坐标。"),
    "meets": Words("It meets the axis at \\({points}\\). A picture alone does not prove it, so put in: {values}.", "它与坐标轴相交于 \\({points}\\)。看图不等于证明，代入检验：{values}。"),
    "touches": Words("It only touches the axis, at \\({points}\\). A picture alone does not prove it, so put in: {values}.", "它与坐标轴只有一个公共点 \\({points}\\)。看图不等于证明，代入检验：{values}。"),
    "misses": Words("The vertex is the point nearest to the axis, and the curve runs away from it on both sides: it never meets the axis, so there is no real solution.",
                    "顶点是离坐标轴最近的点，曲线从这里向两边远离坐标轴：没有交点，所以没有实数解。"),
    "no_factors": Words("the discriminant \\(b^2-4ac={value}\\) is not the square of a rational number, so there are no factors with rational coefficients",
                        "判别式 \\(b^2-4ac={value}\\) 不是有理数的平方，所以分解不出有理系数的因式"),
    "linear_term": Words("besides \\({x}^2\\) there is a term with \\({x}\\) alone", "除了 \\({x}^2\\) 还有 \\({x}\\) 的一次项"),
    "not_drawn": Words("its solutions cannot be read off a drawing exactly", "它的解不能从图象上准确读出"),
    "or": Words(" or ", "或"),
    "cell_factor": Words("every factor gives a solution", "每个因式给出一个解"),
    "cell_square": Words("half of the coefficient, and what the square is equal to", "一次项系数的一半，以及平方等于多少"),
    "cell_formula": Words("the quadratic formula", "求根公式"),
    "cell_graph": Words("values of the function; the solutions are where it is 0", "函数值表；值为 0 处就是解"),
    "vertex": Words("vertex", "顶点"),
    "solution": Words("solution", "解"),
}  # fmt: skip
MAX_GRAPH: Final = 50
"""How far from 0 solutions may lie that are read off a drawing."""


def as_square(sides: tuple[Node, Node], unknown: str) -> tuple[sp.Expr, sp.Rational] | None:
    """Base and number of an equation that is given as (…)² = number."""
    match sides:
        case Binary("^", base, power), right if not symbols(right):
            inner, number = to_sympy(base), to_sympy(right)
            x = letter(unknown)
            if to_sympy(power) == 2 and inner.is_polynomial(x) and sp.degree(inner, x) == 1:
                return (inner, number) if number.is_Rational else None
    return None


@dataclass(frozen=True, slots=True)
class Quadratic:
    """a x² + b x + c = 0; `opening` are the steps that lead there, `in_complex` where complex solutions are wanted."""

    unknown: str
    coefficients: tuple[sp.Rational, sp.Rational, sp.Rational]
    opening: tuple[str, ...]
    language: Language
    in_complex: bool = False
    square: tuple[sp.Expr, sp.Rational] | None = None
    """Base and right side, where the equation was given as (…)² = number."""

    @property
    def x(self) -> sp.Symbol:
        """The unknown."""
        return letter(self.unknown)

    @property
    def expression(self) -> sp.Expr:
        """The left side."""
        a, b, c = self.coefficients
        return a * self.x**2 + b * self.x + c

    @property
    def discriminant(self) -> sp.Rational:
        """b² − 4ac."""
        a, b, c = self.coefficients
        return b**2 - 4 * a * c

    def methods(self) -> tuple[str, ...]:
        """What works for this equation; the usual one first."""
        rational = bool(sp.sqrt(self.discriminant).is_Rational)
        found = ["factoring", "formula"] if rational else ["formula"]
        found.append("completing-the-square")
        if self.coefficients[1] == 0 or self.square is not None:
            found.append("square-roots")
        readable = self.discriminant < 0 and not self.in_complex
        if readable or rational and all(abs(r) <= MAX_GRAPH for r in self._roots()):
            found.append("graph")
        return tuple(found)

    def why_not(self, method: str) -> str | None:
        """What is against a method that is none of `methods`."""
        key = {"factoring": "no_factors", "square-roots": "linear_term", "graph": "not_drawn"}.get(method)
        facts = {"value": sp.latex(self.discriminant), "x": sp.latex(self.x)}
        return WORDS[key].say(self.language, **facts) if key else None

    def solution(self, method: str) -> Solution:
        """Steps, cell and picture by one of `methods`."""
        steps, source = {
            "factoring": self._factoring, "formula": self._formula, "completing-the-square": self._completing,
            "square-roots": self._square_roots, "graph": self._graph,
        }[method]()  # fmt: skip
        plain = method == "square-roots" and self.square is not None
        opening = self.opening[:1] if plain else self.opening  # it is a square as it was given
        return Solution((*opening, *steps), source, self._plot() if method == "graph" else None)

    def _roots(self) -> list[sp.Expr]:
        a, b, _ = self.coefficients
        root = sp.sqrt(self.discriminant)
        return list(dict.fromkeys([sp.expand((-b - root) / (2 * a)), sp.expand((-b + root) / (2 * a))]))

    def _stated(self, values: Sequence[sp.Expr]) -> str:
        joint = rf"\quad\text{{{WORDS['or'].say(self.language).strip()}}}\quad "
        return joint.join(f"{sp.latex(self.x)}={sp.latex(v)}" for v in values)

    def _cell(self, *lines: str) -> str:
        return cell(*lines, variables=(self.unknown,), assumptions="" if self.in_complex else "real=True")

    def _factoring(self) -> tuple[list[str], str]:
        say, x, steps = self.language, self.x, list[str]()
        content, whole = sp.Poly(self.expression, x).primitive()
        if whole.LC() < 0:
            content, whole = -content, -whole
        a, b, c = (int(n) for n in whole.all_coeffs())
        expression = a * x**2 + b * x + c
        if content != 1:
            steps.append(
                WORDS["whole"].say(say, k=sp.latex(1 / sp.Rational(content)), equation=sp.latex(expression))
            )
        factors, step = self._split(a, b, c, sp.latex(expression))
        steps.append(step)
        zeros = [sp.solve(f, x)[0] for f in factors]
        joint = rf"\quad\text{{{WORDS['or'].say(say).strip()}}}\quad "
        shown = joint.join(f"{sp.latex(f)}=0" for f in dict.fromkeys(factors))
        steps.append(
            WORDS["zero_product"].say(say, factors=shown, roots=self._stated(sorted(dict.fromkeys(zeros))))
        )
        name = python_name(self.unknown)
        source = self._cell(
            f"factors = factor_list({exact_source(self.expression)})[1]",
            comment(WORDS["cell_factor"].say(say)),
            f"[root for factor, power in factors for root in solve(factor, {name})]",
        )
        return steps, source

    def _split(self, a: int, b: int, c: int, before: str) -> tuple[tuple[sp.Expr, ...], str]:
        """The two factors of a primitive polynomial with rational zeros, and how they are found."""
        say, x = self.language, self.x
        if c == 0:
            factors = (x, a * x + b)
            after = rf"{sp.latex(x)}\left({sp.latex(a * x + b)}\right)" if b else f"{sp.latex(x)}^{{2}}"
            if b == 0:
                return (x, x), WORDS["take_out"].say(
                    say, common=sp.latex(x), before=before, after=rf"{sp.latex(x)}\cdot {sp.latex(x)}"
                )
            return factors, WORDS["take_out"].say(say, common=sp.latex(x), before=before, after=after)
        root = sp.sqrt(b * b - 4 * a * c)
        m, n = sorted(((b - int(root)) // 2, (b + int(root)) // 2), key=lambda v: (abs(v), v))
        if b == 0:
            p, q = sp.sqrt(a) * x, sp.sqrt(-c)
            factors = (p + q, p - q)
            words, more = WORDS["squares"], {"p": sp.latex(p), "q": sp.latex(q)}
        elif a == 1:
            factors = (x + m, x + n)
            words, more = WORDS["numbers"], {"product": str(c), "sum": str(b), "m": str(m), "n": str(n)}
        else:
            shared = gcd(a, m)
            inner = (a // shared) * x + m // shared
            rest = n * shared // a
            factors = (shared * x + rest, inner)
            parts = f"{a if a != 1 else ''}{sp.latex(x)}^{{2}}{_signed(m)}{sp.latex(x)}{_signed(n)}{sp.latex(x)}{_signed(c, last=True)}"
            groups = rf"{sp.latex(shared * x)}\left({sp.latex(inner)}\right){_signed(rest)}\left({sp.latex(inner)}\right)"
            words = WORDS["split"]
            more = {"a": str(a), "c": str(c), "product": str(a * c), "sum": str(b), "m": str(m), "n": str(n), "parts": parts, "groups": groups}  # fmt: skip
        after = "".join(rf"\left({sp.latex(f)}\right)" for f in factors)
        if factors[0] == factors[1]:
            after = rf"\left({sp.latex(factors[0])}\right)^{{2}}"
        return factors, words.say(say, before=before, after=after, **more)

    def _completing(self) -> tuple[list[str], str]:
        say, x, steps = self.language, self.x, list[str]()
        a, b, c = self.coefficients
        p, q = b / a, c / a
        half = p / 2
        if a != 1:
            steps.append(
                WORDS["divide"].say(say, a=sp.latex(a), x=sp.latex(x), equation=sp.latex(x**2 + p * x + q))
            )
        if q != 0:
            steps.append(WORDS["move"].say(say, left=sp.latex(x**2 + p * x), right=sp.latex(-q)))
        square = sp.latex((x + half) ** 2)
        if p == 0:
            steps.append(WORDS["already"].say(say, x=sp.latex(x), square=square, right=sp.latex(-q)))
        else:
            moved = f"{sp.latex(x**2 + p * x)}+{sp.latex(half**2)}"
            total = f"{sp.latex(-q)}+{sp.latex(half**2)}" if q != 0 else sp.latex(half**2)
            added = WORDS["add"].say(say, b=sp.latex(p), x=sp.latex(x), half=sp.latex(half), square=sp.latex(half**2),
                                     left=moved, sum=total, right=sp.latex(half**2 - q))  # fmt: skip
            steps.append(added.replace(f"={total}={total}", f"={total}"))
            steps.append(WORDS["as_square"].say(say, square=square, right=sp.latex(half**2 - q)))
        steps.append(self._rooted(x + half, half**2 - q))
        source = self._cell(
            f"a, b, c = {', '.join(exact_source(sp.Rational(v)) for v in (a, b, c))}",
            comment(WORDS["cell_square"].say(say)),
            "half = Rational(b) / (2*a)",
            "square = half**2 - Rational(c) / a",
            self._both("-half - sqrt(square)", "-half + sqrt(square)", "square"),
        )
        return steps, source

    def _both(self, minus: str, plus: str, radicand: str) -> str:
        """Source of both roots: one where they are equal, none where they would not be real and only real ones count."""
        if self.in_complex or (self.discriminant > 0):
            return f"[{minus}, {plus}]"
        return f"[{plus}] if {radicand} == 0 else []"

    def _rooted(self, base: sp.Expr, right: sp.Rational) -> str:
        """From (base)² = right to the solutions."""
        say = self.language
        if right < 0 and not self.in_complex:
            return WORDS["root_none"].say(say)
        key = "root_zero" if right == 0 else "root_complex" if right < 0 else "root"
        return WORDS[key].say(
            say, base=sp.latex(base), root=sp.latex(sp.sqrt(right)), roots=self._stated(self._roots())
        )

    def _square_roots(self) -> tuple[list[str], str]:
        say, x = self.language, self.x
        a, _, c = self.coefficients
        base, right = self.square if self.square is not None else (x, -c / a)
        steps = [self._rooted(base, right)]
        if self.square is None:
            steps.insert(0, WORDS["isolate"].say(say, square=sp.latex(base**2), right=sp.latex(right)))
        slope, shift = sp.Poly(base, x).all_coeffs()
        inverse = (
            "{sign}root"
            if base == x
            else f"({exact_source(-shift)} {{operator}} root) / ({exact_source(slope)})"
        )
        source = self._cell(
            f"square = {exact_source(sp.Rational(right))}",
            "root = sqrt(square)",
            self._both(
                inverse.format(sign="-", operator="-"), inverse.format(sign="", operator="+"), "square"
            ),
        )
        return steps, source

    def _formula(self) -> tuple[list[str], str]:
        say, x, value = self.language, sp.latex(self.x), self.discriminant
        a, b, c = (sp.latex(v) for v in self.coefficients)
        steps = [
            WORDS["compare"].say(say, x=x, a=a, b=b, c=c),
            WORDS["discriminant"].say(say, a=a, b=b, c=c, value=sp.latex(value)),
        ]
        if value < 0 and not self.in_complex:
            steps.append(WORDS["formula_none"].say(say))
        else:
            key = "formula" if value > 0 else "formula_zero" if value == 0 else "formula_complex"
            parts = {"minus_b": sp.latex(-self.coefficients[1]), "root": sp.latex(sp.sqrt(value)), "two_a": sp.latex(2 * self.coefficients[0])}  # fmt: skip
            steps.append(WORDS[key].say(say, x=x, roots=self._stated(self._roots()), **parts))
        source = self._cell(
            f"a, b, c = {', '.join(exact_source(sp.Rational(v)) for v in self.coefficients)}",
            "D = b**2 - 4*a*c",
            comment(WORDS["cell_formula"].say(say)),
            self._both("(-b - sqrt(D)) / (2*a)", "(-b + sqrt(D)) / (2*a)", "D"),
        )
        return steps, source

    def _vertex(self) -> tuple[sp.Rational, sp.Rational]:
        a, b, _ = self.coefficients
        h = -b / (2 * a)
        return h, self.expression.subs(self.x, h)

    def _graph(self) -> tuple[list[str], str]:
        say, x = self.language, self.x
        h, k = self._vertex()
        up = "up" if self.coefficients[0] > 0 else "down"
        vertex = rf"\left({sp.latex(h)},\ {sp.latex(k)}\right)"
        steps = [WORDS[f"curve_{up}"].say(say, f=sp.latex(self.expression), x=sp.latex(x), vertex=vertex)]
        name, function = python_name(self.unknown), exact_source(self.expression)
        if self.discriminant < 0:
            steps.append(WORDS["misses"].say(say))
            return steps, self._cell(f"f = {function}", f"solve(Eq(f, 0), {name})")
        roots = self._roots()
        points = r",\ ".join(rf"\left({sp.latex(r)},\ 0\right)" for r in roots)
        values = ", ".join(self._put_in(r) for r in roots)
        steps.append(WORDS["meets" if len(roots) == 2 else "touches"].say(say, points=points, values=values))
        common = sp.ilcm(1, *(r.q for r in roots))
        low, high = int(sp.floor(min(roots))) - 2, int(sp.ceiling(max(roots))) + 2
        place = f"Rational(step, {common})" if common != 1 else "step"
        source = self._cell(
            f"f = {function}",
            comment(WORDS["cell_graph"].say(say)),
            f"table = [({place}, f.subs({name}, {place})) for step in range({low * common}, {high * common + 1})]",
            "[Rational(place) for place, value in table if value == 0]",
        )
        return steps, source

    def _put_in(self, value: sp.Rational) -> str:
        a, b, c = self.coefficients
        v = sp.latex(value)
        shown = [rf"{_factor(a)}\left({v}\right)^{{2}}"]
        if b != 0:
            shown.append(rf"{_signed(b, factor=True)}\left({v}\right)")
        if c != 0:
            shown.append(_signed(c, last=True))
        return rf"\({''.join(shown)}=0\)"

    def _plot(self) -> str:
        h, k = self._vertex()
        roots = self._roots() if self.discriminant >= 0 else []
        reach = (
            max(sp.Integer(3), *(abs(r - h) * sp.Rational(7, 5) for r in roots)) if roots else sp.Integer(3)
        )
        points = [(r, sp.Integer(0), WORDS["solution"].say(self.language)) for r in roots] or [
            (h, k, WORDS["vertex"].say(self.language))
        ]
        return plots.curve(
            exact_source(self.expression),
            self.unknown,
            (h - reach, h + reach),
            points=points,
            language=self.language,
        )


def _factor(value: sp.Rational) -> str:
    return "" if value == 1 else "-" if value == -1 else rf"{sp.latex(value)}\cdot "


def _signed(value: sp.Rational | int, *, last: bool = False, factor: bool = False) -> str:
    """`+3`, `-3`; in front of a letter or bracket without a 1."""
    value = sp.Rational(value)
    sign, size = ("-", -value) if value < 0 else ("+", value)
    if size == 1 and not last:
        return sign
    return f"{sign}{sp.latex(size)}" + (r"\cdot " if factor else "")
