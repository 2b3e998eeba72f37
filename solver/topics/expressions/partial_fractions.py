"""A rational function as a sum of partial fractions: by inserting the zeros of the denominator, or by comparing coefficients.

Read: "decompose … into partial fractions", "find the partial fraction decomposition of …", 分解成部分分式. One letter, rational numbers; a proper fraction, or an
improper one (divided first). Not: denominators whose factors are irrational or of higher degree than two, letters as numbers, integrals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, parse_list, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Blank, Call, Number, Relation, Symbol, symbols, walk
from solver.latex import MAX_ANSWER, latex
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "partial": "partial fractions?|into partial fractions|in partial fractions|as partial fractions|as a sum of partial fractions|as the sum of partial fractions|into a sum of partial fractions"
    "|into its partial fractions|in terms of partial fractions|partial fraction decomposition|partial fraction expansion|partial fractions decomposition|the partial fraction form|partial fraction form|partial-fraction decomposition"
    "|部分分式|部分分式之和|最简分式之和|最简真分式之和|部分分式的和|成部分分式|为部分分式|部分分式分解|的部分分式分解|的部分分式|部分分式展开|真分式之和|简单分式之和",
    "words": "decompose|decomposed|decomposition|decomposition of|resolve|split|break|break up|expand|express|write|rational function|rational expression|fraction|function|into|as|the form|perform|do|carry out|form"
    "|分解|分解成|分解为|分成|化成|化为|拆成|拆分|拆分成|拆分为|展开|展开成|展开为|写成|表示成|表示为|有理函数|有理式|有理分式|分式|函数|进行|作|做",
}  # fmt: skip
MAX_DEGREE: Final = 5
LETTERS: Final = "ABCDEFGH"
WORDS: Final = {
    "divide": Words(
        "The numerator's degree is not below the denominator's, so divide first: \\[{f}={quotient}+{rest}\\] Now the remaining fraction is decomposed.",
        "分子的次数不低于分母的次数，先作除法：\\[{f}={quotient}+{rest}\\] 再分解余下的真分式。",
    ),
    "factor": Words("Factor the denominator: \\[{q}={factored}\\]", "把分母因式分解：\\[{q}={factored}\\]"),
    "form": Words(
        "Every factor of the denominator gives its fractions, {kinds}; with unknown numbers {letters}: \\[{rest}={form}\\]",
        "分母的每个因式对应相应的分式（{kinds}），设待定系数 {letters}：\\[{rest}={form}\\]",
    ),
    "linear": Words("a number above a linear factor", "一次因式上面是常数"),
    "repeated": Words("every power of a repeated factor up to its exponent", "重复的因式从一次方到它的重数各有一项"),
    "square": Words("a linear expression above a quadratic factor without real zeros", "没有实数根的二次因式上面是一次式"),
    "clear": Words("Multiply both sides by \\({m}\\): \\[{left}={right}\\]", "两边同乘 \\({m}\\)：\\[{left}={right}\\]"),
    "insert": Words("Put in \\({x}={root}\\), where all other products are zero: \\({left}={right}\\), so \\({name}={value}\\).", "令 \\({x}={root}\\)，其余各项都为零：\\({left}={right}\\)，所以 \\({name}={value}\\)。"),
    "compare": Words(
        "Both sides are equal for all \\({x}\\), so the coefficients of every power agree: \\[\\begin{{cases}} {rows} \\end{{cases}}\\]",
        "等式对一切 \\({x}\\) 成立，比较各次幂的系数：\\[\\begin{{cases}} {rows} \\end{{cases}}\\]",
    ),
    "solved": Words("The solution of this system is \\({values}\\).", "解这个方程组，得 \\({values}\\)。"),
    "result": Words("Put the numbers in: \\[{f}={answer}\\]", "代回得：\\[{f}={answer}\\]"),
    "code": Words("partial fractions", "部分分式分解"),
    "answer": Words("The decomposition is \\({answer}\\).", "部分分式分解为 \\({answer}\\)。"),
    "method": Words(
        "the sum of the fractions must be the given function, and every fraction must be a simple one",
        "各分式之和应等于原式，且每个分式都是最简的部分分式",
    ),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One rational function."""
    if re.search(r"(?i)partial|分式", text.source) is None:
        return None
    found = account(text.source, VOCABULARY)
    if not found.has("partial"):
        return None
    if found.unread:
        return Unread(found.unread)
    bodies = [b for b in map(_body, found.nodes) if b is not None and not isinstance(b, Apply | Symbol)]
    if len(bodies) != 1 or len(found.nodes) > 2:
        return None
    body = bodies[0]
    names = symbols(body)
    if (
        len(names) != 1
        or names & {"e", "i"}
        or any(isinstance(n, Call | Apply | Relation) for n in walk(body))
    ):
        return None
    x = letter(next(iter(names)))
    if any(isinstance(n, Binary) and n.op == "^" and not isinstance(n.right, Number) for n in walk(body)):
        return None
    f = to_sympy(body)
    if not isinstance(f, sp.Expr) or not f.is_rational_function(x):
        return None
    p, q = (sp.Poly(part, x) for part in sp.fraction(sp.cancel(sp.together(f))))
    numbers = (*p.all_coeffs(), *q.all_coeffs())
    if not all(c.is_Rational and max(abs(c.p), c.q) < 10**9 for c in numbers) or p.is_zero:
        return None
    if not 2 <= q.degree() <= MAX_DEGREE or p.degree() > q.degree() + 3:
        return None
    task = PartialFractions(body, x.name, p, q, text.language)
    return task if task.is_decided() else None


def _body(node: Node) -> Node | None:
    match node:
        case Relation(("=",), (Symbol() | Apply(), right)) if not isinstance(right, Blank):
            return right
        case Relation(("=",), (left, Blank())):
            return left
        case Relation():
            return None
    return node


@dataclass(frozen=True)
class PartialFractions:
    """`p`/`q` in lowest terms, written as `body`."""

    body: Node
    variable: str
    p: sp.Poly
    q: sp.Poly
    language: Language

    def _factors(self) -> list[tuple[sp.Poly, int]]:
        """The denominator's factors in the order of their zeros, linear ones first."""
        found = self.q.factor_list()[1]
        return sorted(found, key=lambda item: (item[0].degree(), -_zero(item[0])))

    def is_decided(self) -> bool:
        """Whether there is more than one fraction, and each over a factor that schools use."""
        usual = all(g.degree() == 1 or g.degree() == 2 and sp.discriminant(g) < 0 for g, _ in self._factors())
        return usual and len(sp.Add.make_args(sp.apart(self.p.as_expr() / self.q.as_expr()))) > 1

    def _parts(self) -> list[tuple[tuple[str, ...], sp.Expr, int]]:
        """Of each fraction the names of its unknown numbers, the factor, and its exponent."""
        names, parts = iter(LETTERS), []
        for g, m in self._factors():
            for k in range(1, m + 1):
                parts.append((tuple(next(names) for _ in range(g.degree())), g.as_expr(), k))
        return parts

    def solution(self) -> Solution:
        """Divide, factor, set up, find the numbers."""
        say, x = self.language, letter(self.variable)
        quotient, rest = sp.div(self.p, self.q)
        f, q = to_latex(self.body), self.q.as_expr()
        steps, whole = list[str](), f
        if not quotient.is_zero:
            whole = rf"\frac{{{latex(rest.as_expr())}}}{{{latex(q)}}}"
            steps.append(WORDS["divide"].say(say, f=f, quotient=latex(quotient.as_expr()), rest=whole))
        factored = sp.factor(q)
        if latex(factored) != latex(q):
            steps.append(WORDS["factor"].say(say, q=latex(q), factored=latex(factored)))
        parts = self._parts()
        unknown = [name for names, _, _ in parts for name in names]
        steps.append(
            WORDS["form"].say(
                say,
                kinds=self._kinds(),
                letters=f"\\({', '.join(unknown)}\\)",
                rest=whole,
                form=_form(parts, x),
            )
        )
        scale = sp.Poly(q, x).LC() / sp.prod(sp.Poly(g, x).LC() ** m for g, m in self._factors())
        products = [(sp.cancel(q / scale / g**k), _numerator(names, x), names) for names, g, k in parts]
        left = sp.expand(rest.as_expr() / scale)
        right = sum(t * n for t, n, _ in products)
        shown = "+".join(_product(n, t) for t, n, _ in products)
        steps.append(WORDS["clear"].say(say, m=latex(sp.factor(q / scale)), left=latex(left), right=shown))
        equations = sp.Poly(sp.expand(right - left), x).all_coeffs()
        values = sp.solve(equations, sp.symbols(unknown), dict=True)[0]
        if all(len(names) == 1 for names, _, _ in parts) and all(m == 1 for _, m in self._factors()):
            steps += self._inserted(left, products)
        else:
            steps += self._compared(left, right, values)
        steps.append(WORDS["result"].say(say, f=f, answer=self._answer(values)))
        source = cell(
            f"f = {to_python(self.body)}",
            comment(WORDS["code"].say(say)),
            f"apart(f, {python_name(self.variable)})",
            variables=(self.variable,),
        )
        return Solution(tuple(steps), source)

    def _kinds(self) -> str:
        factors = self._factors()
        kinds = [
            key
            for key, holds in (
                ("linear", any(g.degree() == 1 for g, _ in factors)),
                ("square", any(g.degree() == 2 for g, _ in factors)),
                ("repeated", any(m > 1 for _, m in factors)),
            )
            if holds
        ]
        return ("，" if self.language == "zh" else ", ").join(WORDS[k].say(self.language) for k in kinds)

    def _inserted(self, left: sp.Expr, products: list[tuple[sp.Expr, sp.Expr, tuple[str, ...]]]) -> list[str]:
        x, out = letter(self.variable), []
        for (g, _), (cofactor, _, (name,)) in zip(self._factors(), products, strict=True):
            root = _zero(g)
            a, b = left.subs(x, root), cofactor.subs(x, root)
            out.append(
                WORDS["insert"].say(
                    self.language,
                    x=latex(x),
                    root=latex(root),
                    left=latex(a),
                    right=latex(b * sp.Symbol(name)),
                    name=name,
                    value=latex(a / b),
                )
            )
        return out

    def _compared(self, left: sp.Expr, right: sp.Expr, values: dict[sp.Symbol, sp.Expr]) -> list[str]:
        x = letter(self.variable)
        first, second = sp.Poly(sp.expand(right), x), sp.Poly(left, x)
        rows = [
            f"{latex(first.coeff_monomial(x**k))}={latex(second.coeff_monomial(x**k))}"
            for k in range(max(first.degree(), second.degree()), -1, -1)
        ]
        shown = r",\ ".join(f"{name}={latex(value)}" for name, value in sorted(values.items(), key=str))
        return [
            WORDS["compare"].say(self.language, x=latex(x), rows=r" \\ ".join(rows)),
            WORDS["solved"].say(self.language, values=shown),
        ]

    def _answer(self, values: dict[sp.Symbol, sp.Expr]) -> str:
        x = letter(self.variable)
        quotient = sp.div(self.p, self.q)[0].as_expr()
        shown = "" if quotient == 0 else latex(quotient)
        for names, g, k in self._parts():
            top = _numerator(names, x).subs(values)
            if top != 0:
                shown += _signed_fraction(top, g, k, bool(shown))
        return shown

    def conclude(self, value: Any) -> Conclusion | None:
        """The sum of fractions, in our order, where the cell's value is the same."""
        x = letter(self.variable)
        f = self.p.as_expr() / self.q.as_expr()
        if not isinstance(value, sp.Expr) or value.free_symbols != {x} or sp.cancel(value - f) != 0:
            return None
        rest = sp.div(self.p, self.q)[1]
        parts = self._parts()
        unknown = sp.symbols([name for names, _, _ in parts for name in names])
        total = sum(_numerator(names, x) * sp.cancel(self.q.as_expr() / g**k) for names, g, k in parts)
        values = sp.solve(sp.Poly(sp.expand(total - rest.as_expr()), x).all_coeffs(), unknown, dict=True)
        answer = self._answer(values[0])
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Added up again; and each fraction is a simple one."""
        if len(answer) > MAX_ANSWER:
            return None
        try:
            nodes = parse_list(answer.strip().strip("$").rstrip(".。"))
            if len(nodes) != 1:
                return None
            node = nodes[0].sides[-1] if isinstance(nodes[0], Relation) else nodes[0]
            value = to_sympy(node)
        except (FormulaError, TypeError):
            return None
        x = letter(self.variable)
        if not isinstance(value, sp.Expr) or not value.is_rational_function(x) or value.free_symbols - {x}:
            return None
        v = python_name(self.variable)
        lines = [
            f"f = {to_python(self.body)}",
            f"given = {exact_source(value)}",
            "",
            "def is_simple(term):",
            "    top, bottom = fraction(together(term))",
            f"    (base, power), *others = Poly(bottom, {v}).factor_list()[1] or [(Poly(1, {v}), 1)]",
            f"    return not others and (base.degree() == 0 or degree(top, {v}) < base.degree())",
            "",
            "same = cancel(given - f) == 0",
            "bool(same and given.is_Add and all(is_simple(t) for t in given.args))",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines, variables=(self.variable,)))


def _zero(g: sp.Poly) -> sp.Expr:
    """The zero of a linear factor; 0 for a quadratic one, which has none."""
    return -g.nth(0) / g.nth(1) if g.degree() == 1 else sp.S.Zero


def _numerator(names: tuple[str, ...], x: sp.Symbol) -> sp.Expr:
    """A, or A·x + B."""
    return sum(
        (sp.Symbol(name) * x**k for k, name in zip(range(len(names) - 1, -1, -1), names, strict=True)),
        sp.S.Zero,
    )


def _power(g: sp.Expr, k: int) -> str:
    return latex(g) if k == 1 else latex(g**k)


def _form(parts: list[tuple[tuple[str, ...], sp.Expr, int]], x: sp.Symbol) -> str:
    return "+".join(rf"\frac{{{_top(names, x)}}}{{{_power(g, k)}}}" for names, g, k in parts)


def _top(names: tuple[str, ...], x: sp.Symbol) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} {latex(x)}+{names[1]}"


def _product(numerator: sp.Expr, cofactor: sp.Expr) -> str:
    first = rf"\left({latex(numerator)}\right)" if numerator.is_Add else latex(numerator)
    if cofactor == 1:
        return latex(numerator)
    factored = sp.factor(cofactor)
    return first + (rf"\left({latex(factored)}\right)" if factored.is_Add else rf" {latex(factored)}")


def _signed_fraction(top: sp.Expr, g: sp.Expr, k: int, behind: bool) -> str:
    """The fraction with its sign; the numbers' denominators stand below."""
    over, under = sp.fraction(sp.together(top))
    negative = bool(over.could_extract_minus_sign())
    over = sp.expand(-over if negative else over)
    bottom = _power(g, k)
    if under != 1:
        bottom = (
            f"{latex(under)} {bottom}"
            if not (k == 1 and g.is_Add)
            else rf"{latex(under)}\left({bottom}\right)"
        )
    return ("-" if negative else "+" if behind else "") + rf"\frac{{{latex(over)}}}{{{bottom}}}"
