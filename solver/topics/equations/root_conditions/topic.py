"""One letter in a quadratic equation that a statement about its roots fixes: equal roots, no real roots, a given root; also the discriminant.

Read: a quadratic in one variable with one letter in its coefficients (no letter for the discriminant itself). Not: relations between the
roots, several letters, equations that may become linear where the problem does not exclude it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, python_name, to_sympy
from solver.formula.nodes import Relation
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.real_sets import read_set, set_latex
from solver.topics.equations.root_conditions import other_root
from solver.topics.equations.root_conditions.always import read as read_always
from solver.topics.equations.root_conditions.quadratic import Quadratic, formula_of, quadratic_of
from solver.topics.equations.root_conditions.wording import (
    CHINESE,
    CHINESE_DISCRIMINANT,
    ENGLISH,
    ENGLISH_DISCRIMINANT,
)
from solver.topics.prepared import Prepared, one_value

WORDS: Final = {
    "root": Words("\\({x}={root}\\) makes the left side 0: \\[{equation}=0\\]", "把 \\({x}={root}\\) 代入，左边等于 0：\\[{equation}=0\\]"),
    "discriminant": Words("Here \\(a={a},\\ b={b},\\ c={c}\\), so the discriminant is \\[b^2-4ac={value}\\]", "这里 \\(a={a},\\ b={b},\\ c={c}\\)，判别式为 \\[\\Delta=b^2-4ac={value}\\]"),
    "equal": Words("There is exactly one root when the discriminant is 0: \\[{value}=0\\]", "有两个相等的实数根，所以判别式等于 0：\\[{value}=0\\]"),
    "none": Words("There is no real root when the discriminant is negative: \\[{value}<0\\]", "没有实数根，所以判别式小于 0：\\[{value}<0\\]"),
    "two": Words("There are two different real roots when the discriminant is positive: \\[{value}>0\\]", "有两个不相等的实数根，所以判别式大于 0：\\[{value}>0\\]"),
    "real": Words("There are real roots when the discriminant is not negative: \\[{value}\\ge 0\\]", "有实数根，所以判别式不小于 0：\\[{value}\\ge 0\\]"),
    "lead": Words("The equation is quadratic, so \\({lead}\\ne 0\\).", "方程是二次方程，所以 \\({lead}\\ne 0\\)。"),
    "solved": Words("Solve for \\({p}\\): {solutions}.", "解得 {solutions}。"),
    "kept": Words("Of these the problem asks for \\({p}={value}\\).", "其中符合要求的是 \\({p}={value}\\)。"),
    "sum": Words("They add to \\({value}\\).", "它们的和是 \\({value}\\)。"),
    "product": Words("They multiply to \\({value}\\).", "它们的积是 \\({value}\\)。"),
    "sentence": Words("So \\({{p}}={{answer}}\\).", "所以答案是 \\({{answer}}\\)。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "code_root": Words("the root put in", "代入已知的根"),
    "code": Words("the discriminant", "判别式"),
    "method_root": Words("put the answer into the equation and solved it", "把答案代回方程再求根"),
    "method": Words("put the answer into the equation and counted its roots", "把答案代回方程，检验根的个数"),
    "method_discriminant": Words("computed from the roots: the square of the leading coefficient times the squared difference of the roots", "由两根之差的平方乘以首项系数的平方计算"),
}  # fmt: skip
_SIGN: Final = {"none": "<", "two": ">", "real": ">="}


def read(text: Text) -> Reading:
    """The letter of a quadratic, or a discriminant."""
    if (always := read_always(text)) is not None:
        return always
    source = " ".join(text.source.split())
    try:
        for pattern in (ENGLISH_DISCRIMINANT, CHINESE_DISCRIMINANT):
            if (match := pattern.fullmatch(source)) is not None:
                found = quadratic_of(match["equation"], None)
                return None if found is None else _discriminant(found, text.language)
        if (reduced := other_root.read(source, text.language)) is not None:
            return reduced
        for pattern in (*ENGLISH, *CHINESE):
            if (match := pattern.fullmatch(source)) is not None and (task := _task(match, text)) is not None:
                return task
    except (FormulaError, TypeError, ValueError, AttributeError, NotImplementedError):
        return None
    return None


def _discriminant(found: Quadratic, say: Language) -> Prepared:
    a, b, c = found.poly.all_coeffs()
    step = WORDS["discriminant"].say(say, a=latex(a), b=latex(b), c=latex(c), value=latex(found.discriminant))
    source = cell(f"a, b, c = {exact_source((a, b, c))}", "b**2 - 4*a*c")
    tests = (
        "variable = symbols('variable')",
        f"first, second = solve({exact_source(a)}*variable**2 + {exact_source(b)}*variable + {exact_source(c)}, variable) * {2 if found.discriminant == 0 else 1}",
        f"simplify(({exact_source(a)})**2 * (first - second)**2 - answer) == 0",
    )
    return Prepared(say, (step,), source, tests, WORDS["method_discriminant"], WORDS["answer"])


def _task(match: re.Match[str], text: Text) -> Prepared | None:
    groups = match.groupdict()
    found = quadratic_of(groups["equation"], groups["letter"])
    if found is None or found.p is None:
        return None
    kind = " ".join(((groups.get("kind") or "") + " " + (groups.get("given") or "")).lower().split())
    lead = found.poly.LC()
    quadratic = bool(groups.get("quadratic"))
    nonzero = "zero" in kind.replace("-", "").replace(" ", "") or "非零" in kind
    is_quadratic = not lead.free_symbols or quadratic or (nonzero and sp.solve(lead, found.p) == [0])
    if not is_quadratic and groups.get("root") is None:
        return None
    if groups.get("root") is not None:
        return _by_root(found, groups["root"], kind, text.language)
    nature = next(name for name in ("equal", "none", "two", "real") if groups.get(name))
    if nature == "equal":
        return _equal(found, kind, text.language)
    return (
        None
        if kind.replace("real", "").replace("all", "").replace("possible", "").strip(" theof")
        else _range(found, nature, text.language)
    )


def _chosen(values: list[sp.Expr], kind: str) -> list[sp.Expr] | None:
    """Those of the values that the question is about."""
    words = set(re.sub(r"non-?\s?zero", "nonzero", kind).split())
    if "positive" in words or "正" in words:
        values = [v for v in values if v > 0]
    if "negative" in words or "负" in words:
        values = [v for v in values if v < 0]
    if "nonzero" in words or "非零" in words:
        values = [v for v in values if v != 0]
    if values and words & {"largest", "greatest"}:
        values = [max(values)]
    if values and words & {"smallest", "least"}:
        values = [min(values)]
    return values or None


def _finish(
    found: Quadratic,
    steps: list[str],
    equation: sp.Expr,
    kind: str,
    lines: list[str],
    checks: tuple[str, ...],
    method: str,
    say: Language,
) -> Prepared | None:
    assert found.p is not None
    p = found.p
    values = sorted((v for v in sp.solve(equation, p) if v.is_real), key=lambda v: float(v))
    if any(sp.count_ops(v) > 15 for v in values):
        return None
    values = [v for v in values if found.poly.LC().subs(p, v) != 0]
    kept = _chosen(values, kind)
    if kept is None:
        return None
    shown = ", ".join(rf"\({latex(p)}={latex(v)}\)" for v in values)
    steps.append(WORDS["solved"].say(say, p=latex(p), solutions=shown))
    total = "sum" if "sum" in kind.split() else "product" if "product" in kind.split() else ""
    if total:
        value = sum(kept) if total == "sum" else sp.prod(kept)
        steps.append(WORDS[total].say(say, value=latex(value)))
    elif len(kept) < len(values):
        steps.append(WORDS["kept"].say(say, p=latex(p), value=r",\ ".join(map(latex, kept))))
    name = python_name(p.name)
    if total:
        last = f"{'sum' if total == 'sum' else 'prod'}(values)"
        checks = (*checks[:-1], f"{checks[-1]} and {'sum' if total == 'sum' else 'prod'}(claimed) == answer")
        source = cell(
            *lines,
            f"values = {exact_source(kept)}"
            if len(kept) < len(values)
            else f"values = solve(condition, {name})",
            last,
            variables=_letters(found),
        )
        head = (f"claimed = {exact_source(kept)}",)
        return Prepared(
            say,
            tuple(steps),
            source,
            (*_symbols(found), *head, *checks),
            WORDS[method],
            WORDS["answer"],
            given=one_value,
        )
    ending = (
        f"[v for v in solve(condition, {name}) if v in {exact_source(kept)}]"
        if len(kept) < len(values)
        else f"sorted(solve(condition, {name}))"
    )
    source = cell(*lines, ending, variables=_letters(found))
    tests = (
        *_symbols(found),
        "claimed = list(answer)",
        *checks[:-1],
        f"{checks[-1]} and len(claimed) == {len(kept)} and len(set(claimed)) == {len(kept)} and set(claimed) == set({exact_source(kept)})",
    )
    return Prepared(
        say, tuple(steps), source, tests, WORDS[method], WORDS["answer"], _shown_list, _given_list
    )


def _letters(found: Quadratic) -> tuple[str, ...]:
    return (found.x.name, found.p.name if found.p else "")


def _symbols(found: Quadratic) -> tuple[str, ...]:
    names = _letters(found)
    return (f"{', '.join(map(python_name, names))} = symbols('{' '.join(names)}')",)


def _by_root(found: Quadratic, written: str, kind: str, say: Language) -> Prepared | None:
    node = formula_of(written)
    if node is None or isinstance(node, Relation):
        return None
    root = to_sympy(node)
    if not isinstance(root, sp.Expr) or root.free_symbols:
        return None
    equation = sp.expand(found.poly.as_expr().subs(found.x, root))
    if found.p not in equation.free_symbols:
        return None
    x, name = python_name(found.x.name), exact_source(found.poly.as_expr())
    steps = [WORDS["root"].say(say, x=latex(found.x), root=latex(root), equation=latex(equation))]
    lines = [
        comment(WORDS["code_root"].say(say)),
        f"condition = expand(({name}).subs({x}, {exact_source(root)}))",
    ]
    p = python_name(found.p.name) if found.p else ""
    checks = (
        f"equations = [({name}).subs({p}, value) for value in claimed]",
        f"all(any(simplify(root - ({exact_source(root)})) == 0 for root in solve(equation, {x})) for equation in equations)",
    )
    return _finish(found, steps, equation, kind, lines, checks, "method_root", say)


def _conditions(found: Quadratic, nature: str, say: Language) -> tuple[list[str], list[str]]:
    """The steps up to the condition on the discriminant, and the lines of the cell."""
    a, b, c = found.poly.all_coeffs()
    d = found.discriminant
    steps = [
        WORDS["discriminant"].say(say, a=latex(a), b=latex(b), c=latex(c), value=latex(d)),
        WORDS[nature].say(say, value=latex(d)),
    ]
    if a.free_symbols:
        steps.append(WORDS["lead"].say(say, lead=latex(a)))
    lines = [
        f"a, b, c = {exact_source((a, b, c))}",
        comment(WORDS["code"].say(say)),
        "condition = expand(b**2 - 4*a*c)",
    ]
    return steps, lines


def _equal(found: Quadratic, kind: str, say: Language) -> Prepared | None:
    steps, lines = _conditions(found, "equal", say)
    if found.p is None or found.p not in found.discriminant.free_symbols:
        return None
    name, x, p = exact_source(found.poly.as_expr()), python_name(found.x.name), python_name(found.p.name)
    if found.poly.LC().free_symbols:
        lines.append(f"condition = factor(condition / gcd(condition, {exact_source(found.poly.LC())}))")
    checks = (
        f"equations = [({name}).subs({p}, value) for value in claimed]",
        f"all(len(roots(equation, {x})) == 1 and degree(equation, {x}) == 2 for equation in equations)",
    )
    return _finish(found, steps, found.discriminant, kind, lines, checks, "method", say)


def _range(found: Quadratic, nature: str, say: Language) -> Prepared | None:
    steps, _ = _conditions(found, nature, say)
    if found.p is None or found.p not in found.discriminant.free_symbols:
        return None
    p = sp.Symbol(found.p.name, real=True)
    d = found.discriminant.subs(found.p, p)
    relation = {"<": d < 0, ">": d > 0, ">=": d >= 0}[_SIGN[nature]]
    if relation in (True, False, sp.true, sp.false):
        return None
    values = sp.solve_univariate_inequality(relation, p, relational=False)
    lead = found.poly.LC()
    if lead.free_symbols:
        values = values - sp.FiniteSet(*sp.solve(lead, found.p))
    shown = set_latex(values)
    if shown is None or values in (sp.S.EmptySet, sp.S.Reals):
        return None
    steps.append(WORDS["solved"].say(say, p=latex(found.p), solutions=rf"\({latex(found.p)}\in {shown}\)"))
    name = python_name(found.p.name)
    a, b, c = (c.subs(found.p, p) for c in found.poly.all_coeffs())
    lines = [
        f"{name} = symbols('{found.p.name}', real=True)",
        f"a, b, c = {exact_source((a, b, c))}",
        comment(WORDS["code"].say(say)),
        "condition = expand(b**2 - 4*a*c)",
        f"solve_univariate_inequality(condition {_SIGN[nature]} 0, {name}){' & Ne(a, 0)' if lead.free_symbols else ''}",
    ]
    ends = sorted({e for e in values.boundary if e.is_finite}, key=float)
    places = [
        ends[0] - 2,
        ends[0] - sp.Rational(1, 9),
        *ends,
        *((u + v) / 2 for u, v in pairwise(ends)),
        ends[-1] + sp.Rational(1, 9),
        ends[-1] + 3,
    ]
    wanted = {"none": "== 0", "two": "== 2", "real": ">= 1"}[nature]
    x = python_name(found.x.name)
    tests = (
        *_symbols(found),
        f"places = {exact_source(places)}",
        f"equations = [Poly(({exact_source(found.poly.as_expr())}).subs({name}, place), {x}) for place in places]",
        f"fits = [equation.degree() == 2 and len(set(real_roots(equation))) {wanted} for equation in equations]",
        "fits == [bool(answer.contains(place)) for place in places]",
    )
    letter = found.p.name

    def given(answer: str) -> Any:
        claimed = read_set(answer, letter)
        known = None if claimed is None else sorted({e for e in claimed.boundary if e.is_finite}, key=float)
        return (
            claimed
            if known is not None and set(known) <= set(places)
            else None
            if known is None
            else sp.S.EmptySet
        )

    return Prepared(
        say, tuple(steps), cell(*lines), tests, WORDS["method"], WORDS["answer"], _shown_range, given
    )


def _shown_range(value: Any) -> str | None:
    if not isinstance(value, sp.logic.boolalg.Boolean):
        return None
    real = {s: sp.Symbol(s.name, real=True) for s in value.free_symbols}
    try:
        return set_latex(value.subs(real).as_set())
    except (NotImplementedError, ValueError):
        return None


def _shown_list(value: Any) -> str | None:
    if not isinstance(value, list | tuple) or not value or not all(isinstance(v, sp.Expr) for v in value):
        return None
    return exact_latex(list(value))


def _given_list(answer: str) -> Any:
    values = values_in(re.sub(r"\\pm\s*(\S+)$", r"\1, -\1", answer))
    if values is None or not values or not all(isinstance(v, sp.Expr) for v in values):
        return None
    return list(values)
