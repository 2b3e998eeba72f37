"""One letter in a quadratic equation, from a relation between its two roots: (x₁ − 1)(x₂ − 1) = 28.

Read: a quadratic in x with one letter, its roots x₁, x₂ (or α, β), one equation between them. Real roots must be said, unless no value is lost by it. Not:
inequalities, several letters, roots that are told apart by more than their names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, python_name, to_sympy
from solver.formula.nodes import Relation
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

WORDS: Final = {
    "vieta": Words("By Vieta \\[{u}+{v}={s},\\qquad {u}{v}={p}\\]", "由根与系数的关系（韦达定理）\\[{u}+{v}={s},\\qquad {u}{v}={p}\\]"),
    "either": Words("Either root may be called \\({u}\\), so the condition holds for one of both orders: \\[\\left({one}\\right)\\left({other}\\right)=0\\]", "两根谁记作 \\({u}\\) 都可以，所以条件在两种次序之一下成立：\\[\\left({one}\\right)\\left({other}\\right)=0\\]"),
    "square": Words("Both sides squared: \\[({u}-{v})^2=({u}+{v})^2-4{u}{v}={square}\\]", "两边平方：\\[({u}-{v})^2=({u}+{v})^2-4{u}{v}={square}\\]"),
    "condition": Words("In the sum and the product of the roots the condition is \\[{equation}=0\\]", "用两根之和与两根之积表示条件，得 \\[{equation}=0\\]"),
    "solved": Words("This gives {solutions}.", "解得 {solutions}。"),
    "discriminant": Words("The discriminant is \\(\\Delta={value}\\).", "判别式 \\(\\Delta={value}\\)。"),
    "kept": Words("At \\({p}={value}\\) it is \\({d}\\): the roots are real.", "当 \\({p}={value}\\) 时 \\(\\Delta={d}\\)，方程有实数根，符合。"),
    "dropped": Words("At \\({p}={value}\\) it is \\({d}\\), so this value is left out.", "当 \\({p}={value}\\) 时 \\(\\Delta={d}\\)，不符合，舍去。"),
    "answer": Words("So \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "code": Words("sum and product of the roots put into the condition", "把两根之和与积代入条件"),
    "method": Words("the equation was solved for each value, and the condition tried with its roots", "对每个值解方程，用所得的根检验条件"),
}  # fmt: skip
_F: Final = r"\$?\s*(?P<{0}>[^,;，；。$\u3400-\u9fff]{{3,90}}?)\s*\$?"
_ROOT_NAMES: Final = (
    r"\$?\s*(?P<u>x_\{?1\}?|\\alpha|α)\s*\$?\s*(?:,|、|和|与|and)\s*\$?\s*(?P<v>x_\{?2\}?|\\beta|β)\s*\$?"
)
_EQ: Final = _F.format("equation")
_COND: Final = _F.format("condition")
_LETTER: Final = r"\$?\s*(?P<letter>[a-wyz])\s*\$?"
_ASK_ZH: Final = rf"(?:则|求|那么)\s*(?:实数|常数|k的)?\s*{_LETTER}\s*(?:的?(?:值|取值))?(?:是|为|等于|=)?(?:多少|\?)?\s*[.。?]?\s*"
_KIND_ZH: Final = r"(?:有)?(?P<kind>两个?不相?等的?实数?根|两个?不同的?实数?根|两个?实数?根|两个?不相?等的?根|两个?根|根|实数?根|两个?实数?解)"
_CHINESE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:已知|若|设)?\s*(?:关于\s*\$?\s*x\s*\$?\s*的)?(?:一元二次)?方程\s*{_EQ}\s*(?:的)?{_KIND_ZH}\s*(?:分别)?(?:为|是|:)?\s*{_ROOT_NAMES}\s*[,，;；。.]?\s*(?:且|并且|若|如果|满足|且满足)?\s*{_COND}\s*[,，;；。]\s*{_ASK_ZH}",
        rf"(?:已知|若|设)?\s*{_ROOT_NAMES}\s*(?:是|为)\s*(?:关于\s*\$?\s*x\s*\$?\s*的)?(?:一元二次)?方程\s*{_EQ}\s*的?{_KIND_ZH}\s*[,，;；。.]?\s*(?:且|并且|若|如果|满足|且满足)?\s*{_COND}\s*[,，;；。]\s*{_ASK_ZH}",
    )
)
_ASK_EN: Final = rf"[,.;]?\s*(?:then\s+)?(?:find|determine|what\s+(?:is|are))\s+(?:all\s+)?(?:the\s+)?(?:possible\s+)?(?:values?\s+of\s+)?(?:the\s+)?(?:real\s+)?(?:number\s+|constant\s+)?{_LETTER}\s*[.?]?\s*"
_ENGLISH: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:the\s+)?(?:quadratic\s+)?equation\s+{_EQ}\s+has\s+(?:the\s+)?(?P<kind>(?:two\s+)?(?:distinct\s+|different\s+)?(?:real\s+)?roots)\s+{_ROOT_NAMES}\s*,?\s*(?:such\s+that|with|and|satisfying|which\s+satisfy|where)\s+{_COND}{_ASK_EN}",
        rf"(?:if|suppose|let|given\s+that)?\s*{_ROOT_NAMES}\s+(?:are|be)\s+the\s+(?P<kind>(?:two\s+)?(?:distinct\s+|different\s+)?(?:real\s+)?roots)\s+of\s+(?:the\s+)?(?:quadratic\s+)?(?:equation\s+)?{_EQ}\s*,?\.?\s*(?:and|with|such\s+that|if|suppose(?:\s+that)?)\s+{_COND}{_ASK_EN}",
        rf"(?:the\s+)?(?P<kind>(?:two\s+)?(?:distinct\s+|different\s+)?(?:real\s+)?roots)\s+{_ROOT_NAMES}\s+of\s+(?:the\s+)?(?:quadratic\s+)?(?:equation\s+)?{_EQ}\s+satisfy\s+{_COND}{_ASK_EN}",
    )
)
U, V, S, P = sp.symbols("u v s p", real=True)


@dataclass(frozen=True, slots=True)
class _Problem:
    poly: sp.Poly
    letter: sp.Symbol
    condition: sp.Expr
    names: tuple[str, str]
    real: bool
    distinct: bool


def read(text: Text) -> Reading:
    """A quadratic with a letter, and an equation between its roots."""
    source = " ".join(text.source.split())
    if len(source) > 300:
        return None
    for pattern in _CHINESE if text.language == "zh" else _ENGLISH:
        if (match := pattern.fullmatch(source)) is None:
            continue
        try:
            problem = _problem(match)
            return None if problem is None else _task(problem, text.language)
        except (FormulaError, NotImplementedError, TypeError, ValueError, sp.PolynomialError):
            return None
    return None


def _problem(match: re.Match[str]) -> _Problem | None:
    equation, told = (_relation(match[name]) for name in ("equation", "condition"))
    if equation is None or told is None:
        return None
    x, letter = sp.Symbol("x", real=True), sp.Symbol(match["letter"], real=True)
    sides = [to_sympy(side, {"x": x, match["letter"]: letter}) for side in equation.sides]
    body = sp.expand(sides[0] - sides[1])
    poly = body.as_poly(x)
    if body.free_symbols != {x, letter} or poly is None or poly.degree() != 2 or not all(c.is_polynomial(letter) for c in poly.all_coeffs()):  # fmt: skip
        return None
    if poly.LC().free_symbols and "二次" not in match[0] and "quadratic" not in match[0].lower():
        return None
    names = _names(match["u"])
    if names != _names(match["u"], match["v"]):
        return None
    values = {names[0]: U, names[1]: V, match["letter"]: letter}
    left, right = (to_sympy(side, values) for side in told.sides)
    condition = left - right
    if not {U, V} <= condition.free_symbols or condition.free_symbols - {U, V, letter}:
        return None
    kind = match["kind"]
    return _Problem(poly, letter, condition, (r"x_1", r"x_2") if names[0].startswith("x") else (r"\alpha", r"\beta"), "实" in kind or "real" in kind.lower(), bool(re.search(r"不|distinct|different", kind)))  # fmt: skip


def _names(u: str, v: str = "") -> tuple[str, str]:
    """The names of both roots as formulas have them; of an odd pair ("", "")."""
    first = "x" if u.startswith("x") else "alpha"
    if v and v.startswith("x") != u.startswith("x"):
        return "", ""
    return ("x_1", "x_2") if first == "x" else ("alpha", "beta")


def _relation(source: str) -> Relation | None:
    node = parse(source.strip().strip("$").strip())
    return node if isinstance(node, Relation) and node.signs == ("=",) else None


def _task(problem: _Problem, say: Language) -> Prepared | None:
    a, b, c = problem.poly.all_coeffs()
    total, product = sp.simplify(-b / a), sp.simplify(c / a)
    u, v = problem.names
    steps = [WORDS["vieta"].say(say, u=u, v=v, s=latex(total), p=latex(product))]
    condition = problem.condition
    if condition.has(sp.Abs):
        squared = _squared(condition)
        if squared is None:
            return None
        condition = squared
        steps.append(WORDS["square"].say(say, u=u, v=v, square=latex(sp.simplify(total**2 - 4 * product))))
    top = sp.numer(sp.together(condition))
    swapped = top.subs({U: V, V: U}, simultaneous=True)
    if sp.expand(top - swapped) == 0:
        symmetric = top
    elif sp.expand(top + swapped) == 0:
        return None  # only equal roots
    else:
        shown = {U: sp.Symbol(u), V: sp.Symbol(v)}
        steps.append(
            WORDS["either"].say(say, u=u, one=latex(top.subs(shown)), other=latex(swapped.subs(shown)))
        )
        symmetric = sp.expand(top * swapped)
    if not symmetric.is_polynomial(U, V):
        return None
    in_sums = _in_sums(symmetric)
    if in_sums is None:
        return None
    equation = sp.numer(sp.together(in_sums.subs({S: total, P: product})))
    equation = sp.Poly(equation, problem.letter).primitive()[1].as_expr() if equation.free_symbols == {problem.letter} else None  # fmt: skip
    if equation is None:
        return None
    return _finish(problem, steps, condition, equation, say)


def _squared(condition: sp.Expr) -> sp.Expr | None:
    """|u − v| = c as (u − v)² = c²."""
    distance = sp.Abs(U - V)
    rest = sp.expand(condition.replace(sp.Abs, lambda inner: distance if sp.expand(inner - (U - V)) == 0 or sp.expand(inner + (U - V)) == 0 else sp.Abs(inner)))  # fmt: skip
    factor = rest.coeff(distance)
    if factor not in (1, -1) or rest.has(sp.Abs) and sp.expand(rest - factor * distance).has(sp.Abs):
        return None
    value = -(rest - factor * distance) / factor
    if value.free_symbols or value.is_negative:
        return None
    return (U - V) ** 2 - value**2


def _in_sums(symmetric: sp.Expr) -> sp.Expr | None:
    from sympy.polys.polyfuncs import symmetrize

    body, rest, definitions = symmetrize(sp.expand(symmetric), [U, V], formal=True)
    if rest != 0:
        return None
    return sp.expand(body.subs({definitions[0][0]: S, definitions[1][0]: P}))


def _finish(problem: _Problem, steps: list[str], condition: sp.Expr, equation: sp.Expr, say: Language) -> Prepared | None:  # fmt: skip
    a, b, c = problem.poly.all_coeffs()
    p = problem.letter
    discriminant = sp.expand(b**2 - 4 * a * c)
    steps.append(WORDS["condition"].say(say, equation=latex(sp.expand(equation))))
    values = sorted((v for v in sp.solve(equation, p) if v.is_real and a.subs(p, v) != 0), key=float)
    if not values or any(sp.count_ops(v) > 12 for v in values):
        return None
    joint = "，" if say == "zh" else ", "
    steps.append(
        WORDS["solved"].say(say, solutions=joint.join(rf"\({latex(p)}={latex(v)}\)" for v in values))
    )
    kept = []
    bottom = sp.denom(sp.together(condition))
    steps.append(WORDS["discriminant"].say(say, value=latex(discriminant)))
    for value in values:
        d = sp.simplify(discriminant.subs(p, value))
        fits = d > 0 if problem.distinct else d >= 0
        roots = sp.roots(problem.poly.as_expr().subs(p, value), problem.poly.gen, multiple=True)
        if bottom.free_symbols and any(bottom.subs({U: r, V: q}) == 0 for r, q in ((roots[0], roots[-1]), (roots[-1], roots[0]))):  # fmt: skip
            return None
        if fits == sp.true or fits is True:
            kept.append(value)
        steps.append(
            WORDS["kept" if value in kept else "dropped"].say(say, p=latex(p), value=latex(value), d=latex(d))
        )
    if not kept or len(kept) < len(values) and not problem.real:
        return None  # complex roots would fit, and nobody says that the roots are real
    name = python_name(p.name)
    source = cell(
        comment(WORDS["code"].say(say)),
        f"condition = {exact_source(equation)}",
        f"discriminant = {exact_source(discriminant)}",
        f"sorted(v for v in solve(condition, {name}) if v.is_real and discriminant.subs({name}, v) {'>' if problem.distinct else '>='} 0)",
        variables=(p.name,),
        assumptions="real=True",
    )
    tests = (
        f"x, {name}, u, v = symbols('x {p.name} u v')",
        "claimed = list(answer)",
        f"equations = [({exact_source(problem.poly.as_expr())}).subs({name}, value) for value in claimed]",
        "pairs = [roots(Poly(equation, x), multiple=True) for equation in equations]",
        f"holds = lambda one, other, value: abs(N(({exact_source(condition)}).subs({{u: one, v: other, {name}: value}}), 30)) < Rational(1, 10**15)",
        "real = all(abs(im(N(root, 30))) < Rational(1, 10**15) for pair in pairs for root in pair)",
        f"real and len(set(claimed)) == {len(kept)} and all(holds(pair[0], pair[1], value) or holds(pair[1], pair[0], value) for pair, value in zip(pairs, claimed))",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["answer"], _list, _list_given)


def _list(value: Any) -> str | None:
    if not isinstance(value, list | tuple) or not value or any(not isinstance(v, sp.Expr) for v in value):
        return None
    return r",\ ".join(map(latex, value))


def _list_given(answer: str) -> Any:
    return values_in(re.sub(r"[a-z]\s*=", "", answer))
