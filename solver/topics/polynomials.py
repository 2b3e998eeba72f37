"""Rewrite an expression: expand, factor over the rationals, simplify, put numbers in after simplifying.

Read: polynomials, rational expressions, roots and trigonometric terms in any letters. Not: factoring over the reals or
complex numbers, completing the square, long division.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import (
    FormulaError,
    Node,
    letter,
    python_name,
    symbol_latex,
    to_latex,
    to_python,
    to_sympy,
)
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Derivative,
    Group,
    Integral,
    Limit,
    Relation,
    Series,
    Symbol,
    symbols,
    walk,
)
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account, notation_of
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "expand": "use the binomial theorem to expand|use the binomial theorem to write out the expansion of|write out the expansion of|write down the expansion of|give the expansion of|find the expansion of|expand using the binomial theorem|binomial expansion of|展开式|的展开式|用二项式定理展开|利用二项式定理展开|expand|multiply out|expand and simplify|expand and collect like terms|expanded form|expansion of|展开|展开并化简|化为展开式|乘开",
    "factor": "factor|factorise|factorize|factored form|factor completely|factorise completely|factorize completely|fully factor|fully factorise"
    "|factorization|factorisation|factorization of|因式分解|分解因式|分解|进行因式分解",
    "simplify": "simplify|simplified|simplest form|simplified form|reduce|rationalise the denominator"
    "|rationalize the denominator|化简|约分|化简下列各式|先化简|化成最简|最简形式|分母有理化",
    "collect": "collect like terms|combine like terms|collect the like terms|combine the like terms|collect terms|collect the terms|combine terms|combine the terms|collect all like terms|combine all like terms|group like terms|add the like terms|add up the like terms|gather like terms|gather the terms|gather the like terms|collecting like terms|by collecting like terms|by combining like terms"
    "|合并同类项|合并下列同类项|合并式子中的同类项|同类项合并|合并各项",
    "evaluate": "再求值|化简求值|then evaluate|and evaluate|then find its value|再求它的值|求代数式的值",
    "polynomial": "polynomials?|quadratic|cubic|trinomial|binomial|rational expression|fraction|algebraic expression|brackets|completely|fully"
    "|over the rationals|over the integers|as much as possible|in|into factors|product|多项式|代数式|分式|整式|各式|二次三项式|因式|在有理数范围内|彻底|根式|二次根式",
}
KINDS: Final = ("expand", "factor", "simplify")

WORDS: Final = {
    "multiply": Words("Multiply every term of one bracket by every term of the other: \\[{before}={after}\\]", "用一个括号里的每一项去乘另一个括号里的每一项：\\[{before}={after}\\]"),
    "power": Words(
        "Write out the power with the binomial formula: \\[{before}={after}\\]", "用乘方公式展开：\\[{before}={after}\\]"
    ),
    "collect": Words("Collect like terms: \\[{before}={after}\\]", "合并同类项：\\[{before}={after}\\]"),
    "common": Words("Take out the common factor \\({common}\\): \\[{before}={after}\\]", "提取公因式 \\({common}\\)：\\[{before}={after}\\]"),
    "squares": Words(
        "A difference of squares \\(a^2-b^2=(a+b)(a-b)\\): \\[{before}={after}\\]", "平方差公式 \\(a^2-b^2=(a+b)(a-b)\\)：\\[{before}={after}\\]"
    ),
    "perfect": Words("A perfect square \\(a^2\\pm 2ab+b^2=(a\\pm b)^2\\): \\[{before}={after}\\]", "完全平方公式 \\(a^2\\pm 2ab+b^2=(a\\pm b)^2\\)：\\[{before}={after}\\]"),
    "factors": Words("Split into factors, as multiplying out confirms: \\[{before}={after}\\]", "分解因式（乘开即可验证）：\\[{before}={after}\\]"),
    "prime": Words("This cannot be split further over the rational numbers: \\({before}\\).", "在有理数范围内不能再分解：\\({before}\\)。"),
    "fraction": Words(
        "Factor numerator and denominator: \\[{before}={factored}\\] Cancel what they have in common (where it is not 0): \\[={after}\\]",
        "分子分母分解因式：\\[{before}={factored}\\] 约去公因式（公因式不为 0）：\\[={after}\\]",
    ),
    "simplify": Words("Equal, and shorter: \\[{before}={after}\\]", "化简得：\\[{before}={after}\\]"),
    "put": Words("Put in {values}.", "代入 {values}。"),
    "code": Words("the same in one line", "用程序完成"),
    "method": Words("numbers were put in for the letters on both sides", "两边代入数值进行比较"),
    "method_factor": Words("multiplied out again, and no factor can be split further", "重新乘开，并检验每个因式不能再分解"),
}  # fmt: skip
SENTENCES: Final = {
    "expand": Words("Expanded: \\({answer}\\).", "展开得 \\({answer}\\)。"),
    "factor": Words("In factors: \\({answer}\\).", "因式分解的结果为 \\({answer}\\)。"),
    "simplify": Words("Simplified: \\({answer}\\).", "化简得 \\({answer}\\)。"),
    "value": Words("The value is \\({answer}\\).", "所求的值为 \\({answer}\\)。"),
}


def read(text: Text) -> Reading:
    """One expression to be rewritten."""
    found = account(text.source, VOCABULARY)
    kinds = [k for k in KINDS if found.has(k)]
    kinds = kinds or (["simplify"] if found.has("evaluate") or found.has("collect") else [])
    if not kinds:
        return None
    if found.unread:
        return Unread(found.unread)
    if (
        any(re.search(r"(?<![A-Za-z])[aA]\s*$|'\s*$", text.source[: f.start]) for f in found.formulas)
        or "'" in text.source
    ):
        return None  # "a x^2": an article or a letter? `scan` takes it for an article, and drops a prime
    if kinds == ["expand", "simplify"]:
        kinds = ["expand"]
    if len(kinds) != 1:
        return None
    if letters := _letters(found, kinds[0]):
        found = account(text.source, VOCABULARY, notation_of(text.source, letters=letters))
    try:
        return _task(found, kinds[0], text.language)
    except FormulaError:
        return None


def _letters(found: Account, kind: str) -> frozenset[str]:
    """Which of e and i are variables, as nothing else makes sense or it makes no difference.

    `(3-i)^2` can be a complex number; `3i^2-2i` with like terms to collect, or in nothing but i to factor, is none.
    """
    names = frozenset[str]().union(*map(symbols, found.nodes))
    if found.has("collect"):
        return names & {"e", "i"}
    if kind == "simplify":
        return frozenset()
    powers = any(
        isinstance(n, Binary) and n.op == "^" and n.left == Symbol("i")
        for node in found.nodes
        for n in walk(node)
    )
    alone = names <= {"e", "i"} and (kind == "factor" or powers or _is_linear_in_i(found.nodes))
    return names & ({"e", "i"} if alone else {"e"})


def _is_linear_in_i(nodes: Sequence[Node]) -> bool:
    """Whether i, letter or not, is never multiplied by itself."""
    i = sp.Symbol("i")
    try:
        f = to_sympy(nodes[0], {"i": i}) if len(nodes) == 1 else sp.S.NaN
    except FormulaError:
        return False
    return isinstance(f, sp.Expr) and f.is_polynomial(i) and sp.Poly(f, i).degree() <= 1


def _task(found: Account, kind: str, language: Language) -> Reading:
    body, values = None, list[tuple[str, sp.Expr]]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (left, Blank())) if body is None:
                body = left
            case Relation(("=",), (Symbol(name), right)) if (
                kind == "simplify" and body is not None and not symbols(right)
            ):
                values.append((name, to_sympy(right)))
            case Relation() | Blank():
                return None
            case _ if body is None:
                body = node
            case _:
                return None
    forbidden = Apply | Derivative | Integral | Limit | Series | Group | Relation | Blank
    if body is None or any(isinstance(n, forbidden) for n in walk(body)) or {"e", "i"} & symbols(body):
        return None
    f, names = to_sympy(body), symbols(body)
    if found.has("evaluate") != bool(values) or (values and {n for n, _ in values} != names):
        return None
    if not names and kind != "simplify":
        return None
    if kind in ("expand", "factor") and not (
        f.is_polynomial() and sp.Poly(f, *map(letter, names)).domain.is_Exact
    ):
        return None
    if kind == "factor" and not all(c.is_Rational for c in sp.Poly(f, *map(letter, names)).coeffs()):
        return None
    if values:
        at_values = f.subs({letter(n): v for n, v in values})
        if not at_values.is_finite:
            return None
    return Rewriting(body, kind, tuple(values), language)


def latex(value: Any) -> str:
    """As a teacher writes it."""
    return str(sp.latex(value, ln_notation=True, inv_trig_style="full"))


@dataclass(frozen=True, slots=True)
class Rewriting:
    """`body` in another form; `values` are put in at the end."""

    body: Node
    kind: str
    values: tuple[tuple[str, sp.Expr], ...]
    language: Language

    def _real(self) -> sp.Expr:
        return to_sympy(self.body, {n: letter(n, real=True) for n in symbols(self.body)})

    def _call(self) -> str:
        """The function of sympy that does it."""
        if self.kind != "simplify":
            return self.kind
        f = self._real()
        numerator, denominator = sp.fraction(sp.together(f))
        if not f.free_symbols:
            return "radsimp"
        if f.is_polynomial():
            return "expand"
        if numerator.is_polynomial() and denominator.is_polynomial():
            return "factor"
        return "simplify"

    def _result(self) -> sp.Expr:
        return getattr(sp, self._call())(self._real())

    def solution(self) -> Solution:
        """What is done, before and after, then the cell."""
        say, f, before, result = self.language, self._real(), to_latex(self.body), self._result()
        after = latex(result)
        match self._call():
            case "expand":
                steps = self._expanding(f, before, after)
            case "factor" if self.kind == "factor":
                steps = self._factoring(f, before, result)
            case "factor":
                top, bottom = sp.fraction(sp.together(f))
                factored = rf"\frac{{{latex(sp.factor(top))}}}{{{latex(sp.factor(bottom))}}}"
                steps = [WORDS["fraction"].say(say, before=before, factored=factored, after=after)]
            case _:
                steps = [WORDS["simplify"].say(say, before=before, after=after)]
        if self.values:
            shown = ",\\ ".join(f"{symbol_latex(n)}={latex(v)}" for n, v in self.values)
            steps.append(WORDS["put"].say(say, values=f"\\({shown}\\)"))
        return Solution(tuple(steps), self._cell())

    def _expanding(self, f: sp.Expr, before: str, after: str) -> list[str]:
        powers = [
            n for n in walk(self.body) if isinstance(n, Binary) and n.op == "^" and isinstance(n.left, Binary)
        ]
        products = [
            n for n in walk(self.body) if isinstance(n, Binary) and n.op == "*" and to_sympy(n.right).is_Add
        ]
        steps = []
        for key, nodes in (("power", powers), ("multiply", products)):
            for node in nodes:
                whole = latex(sp.expand(to_sympy(node)))
                if whole != after:
                    steps.append(WORDS[key].say(self.language, before=to_latex(node), after=whole))
        last = "collect" if steps or not (powers or products) else "power" if powers else "multiply"
        return [*steps, WORDS[last].say(self.language, before=before, after=after)]

    def _factoring(self, f: sp.Expr, before: str, result: sp.Expr) -> list[str]:
        say, steps = self.language, []
        rest = sp.expand(f)
        content = sp.gcd(list(rest.args)) if rest.is_Add else sp.S.One
        if content != 1:
            rest = sp.expand(f / content)
            after = rf"{latex(content)}\left({latex(rest)}\right)"
            steps.append(WORDS["common"].say(say, common=latex(content), before=before, after=after))
        if content == 1 and sp.expand(result) == result:
            return [WORDS["prime"].say(say, before=before)]
        factored = sp.factor(rest)
        if factored != rest:
            terms = rest.args if rest.is_Add else ()
            roots = [sp.sqrt(abs(t)) for t in map(sp.factor_terms, terms)] if len(terms) == 2 else []
            squares = (
                len(roots) == 2
                and factored.is_Mul
                and len(factored.args) == 2
                and all(a.is_Add for a in factored.args)
            )
            squares = squares and sp.degree(rest, gen=sorted(rest.free_symbols, key=str)[0]) == 2
            perfect = factored.is_Pow and factored.exp == 2
            key = "squares" if squares else "perfect" if perfect and len(terms) == 3 else "factors"
            steps.append(WORDS[key].say(say, before=latex(rest), after=latex(factored)))
        return (
            steps if content == 1 else [*steps, WORDS["factors"].say(say, before=before, after=latex(result))]
        )

    def _cell(self) -> str:
        source = to_python(self.body)
        names, say = symbols(self.body), self.language
        real = "real=True" if self.kind == "simplify" and names else ""
        lines = [comment(WORDS["code"].say(say)), f"result = {self._call()}({source})"]
        put = ", ".join(f"{python_name(n)}: {exact_source(v)}" for n, v in self.values)
        lines.append(f"simplify(result.subs({{{put}}}))" if self.values else "result")
        return cell(*lines, variables=names, assumptions=real)

    def conclude(self, value: Any) -> Conclusion | None:
        """The other form, or the value."""
        if not isinstance(value, sp.Expr) or value.has(sp.nan, sp.zoo, sp.oo):
            return None
        if self.kind == "factor":  # read back, a number in front was multiplied into a bracket
            value = sp.factor(value)
        kind, answer = ("value" if self.values else self.kind), latex(value)
        return Conclusion(SENTENCES[kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Put numbers in; a factored answer is multiplied out, and its factors must be irreducible."""
        values = values_in(answer, symbols(self.body))
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        given, names = values[0], {python_name(n) for n in symbols(self.body)}
        if {python_name(s.name) for s in given.free_symbols} - names:
            return None
        kind = "value" if self.values else self.kind
        lines = [f"f, given = S({to_python(self.body)}), S({exact_source(given)})"]
        if kind == "factor":
            lines += [
                "same = expand(f - given) == 0",
                "factors = [power.as_base_exp()[0] for power in Mul.make_args(given)]",
                "same and all(factor.is_number or Poly(factor).is_irreducible for factor in factors)",
            ]
        elif self.values:
            put = ", ".join(f"{python_name(n)}: {exact_source(v)}" for n, v in self.values)
            lines += [
                f"gap = (f.subs({{{put}}}) - given).evalf(40)",
                "abs(gap) < 1e-25 if gap.is_number else None",
            ]
        else:
            ordered = ", ".join(f"{n}: point + Rational({k}, 11)" for k, n in enumerate(sorted(names)))
            lines += [
                "points = [Rational(top, 7) for top in (-23, -9, -4, 3, 10, 25)]",
                f"pairs = [(f.subs({{{ordered}}}).evalf(40), given.subs({{{ordered}}}).evalf(40)) for point in points]",
                "gaps = [abs(one - other) / (1 + abs(one)) for one, other in pairs if one.is_real and one.is_finite]",
                "all(gap < 1e-25 for gap in gaps) if gaps else None",
            ]
        method = WORDS["method_factor" if kind == "factor" else "method"].say(self.language)
        return CheckPlan(
            SENTENCES[kind].say(self.language, answer=answer),
            method,
            cell(*lines, variables=symbols(self.body)),
        )
