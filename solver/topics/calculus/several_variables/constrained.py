"""Extreme values under one constraint, by Lagrange multipliers.

Read: f of two or three letters, and one equation that holds: "the maximum and minimum of f subject to g", 求…在条件…下的最大值与最小值. The constraint is a closed surface or curve
(a positive definite quadratic form), where both exist; or it is linear and f a positive definite quadratic, whose minimum alone is asked for. Not: inequalities, two constraints.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import without_dollars
from solver.topics.prepared import Prepared

_F: Final = r"(?:(?:the\s+)?function\s+|函数\s*)?(?:[a-z]\s*(?:\(\s*[a-z]\s*,\s*[a-z]\s*(?:,\s*[a-z]\s*)?\))?\s*=\s*)?(?P<f>[^=,;<>?。\u3400-\u9fff]{1,80}?)"
_G: Final = r"(?P<g>[^=,;<>?。\u3400-\u9fff]{1,80}?=[^=,;<>?。a-zA-Z\u3400-\u9fff]{1,20}?)"
_BOTH: Final = r"(?:maxim(?:um|a|al)\s+and\s+(?:the\s+)?minim(?:um|a|al)|absolute\s+maximum\s+and\s+minimum|largest\s+and\s+(?:the\s+)?smallest|greatest\s+and\s+(?:the\s+)?least|extreme|extremal)"
_GOAL: Final = rf"(?P<goal>{_BOTH}|max(?:imum)?|min(?:imum)?|greatest|largest|smallest|least)"
_UNDER: Final = r"\s*,?\s*(?:subject\s+to\s+(?:the\s+)?(?:constraint\s+)?(?:that\s+)?|under\s+the\s+constraint\s+|given\s+(?:that\s+|the\s+constraint\s+)|on\s+(?:the\s+)?(?:surface\s+|sphere\s+|circle\s+|ellipse\s+|ellipsoid\s+|unit\s+circle\s+|plane\s+|line\s+|curve\s+)?(?:of\s+)?|if\s+)"
_BY: Final = r"(?:using\s+|use\s+|by\s+)?(?:the\s+method\s+of\s+)?lagrange(?:'s)?\s+multipliers?(?:\s+method)?\s*,?\s*(?:to\s+)?"
_BY_ZH: Final = r"(?:试?[用利]?用?拉格朗日乘[数子]法\s*,?\s*)?"
_GOAL_ZH: Final = r"(?P<goal>最大值?[和与、及]最小值|最小值?[和与、及]最大值|极值|最值|最大值|最小值)"
_PATTERNS: Final = (
    re.compile(rf"(?i)\s*(?:{_BY})?(?:find|determine|compute|calculate|what\s+(?:is|are))\s+(?:the\s+)?(?:absolute\s+)?{_GOAL}(?:\s+values?)?\s+of\s+(?:the\s+)?{_F}{_UNDER}{_G}(?:\s*,?\s*(?:using|by)\s+(?:the\s+method\s+of\s+)?lagrange\s+multipliers?)?\s*[.?]?\s*"),
    re.compile(rf"(?i)\s*(?:{_BY})?(?P<goal>maximi[sz]e|minimi[sz]e)\s+{_F}{_UNDER}{_G}\s*[.?]?\s*"),
    re.compile(rf"\s*{_BY_ZH}求\s*{_F}\s*(?:在|当|满足)\s*(?:约束)?(?:附加)?(?:条件)?\s*{_G}\s*(?:之?下|时|条件下|上)\s*的\s*{_GOAL_ZH}\s*[。.]?\s*"),
    re.compile(rf"\s*(?:设|已知|若)\s*{_G}\s*,\s*{_BY_ZH}(?:求|则)\s*{_F}\s*的\s*{_GOAL_ZH}\s*[。.]?\s*"),
)  # fmt: skip
WORDS: Final = {
    "set": Words("With a multiplier \\(\\lambda\\) for the constraint \\(g={g}=0\\) every extreme point fulfils \\(\\nabla f=\\lambda\\nabla g\\): \\[{equations}\\]", "对约束条件 \\(g={g}=0\\) 引入乘子 \\(\\lambda\\)，极值点满足 \\(\\nabla f=\\lambda\\nabla g\\)：\\[{equations}\\]"),
    "points": Words("Together with the constraint these have the real solutions \\[{points}\\]", "与约束条件联立，实数解为 \\[{points}\\]"),
    "closed": Words("The constraint describes a closed and bounded set, so \\(f\\) has a maximum and a minimum on it, and they are among these values.", "约束条件表示有界闭集，连续函数 \\(f\\) 在其上必有最大值和最小值，它们就在这些值之中。"),
    "convex": Words("\\(f\\) is a positive definite quadratic function, which grows in every direction, so this one point is its minimum on the constraint.", "\\(f\\) 是正定二次函数，沿各方向都趋于无穷大，所以这个唯一的点就是最小值点。"),
    "maximum": Words("The maximum is \\({value}\\).", "最大值为 \\({value}\\)。"),
    "minimum": Words("The minimum is \\({value}\\).", "最小值为 \\({value}\\)。"),
    "code": Words("the gradients are parallel, and the constraint holds", "梯度平行且满足约束条件"),
    "method": Words("values of f at many points of the constraint were compared", "与约束上许多点处的函数值比较"),
    "sentence": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """f, the constraint, and which extreme values are wanted."""
    if (
        not re.search(
            r"(?i)subject|constraint|lagrange|\bon\b|given|under|约束|条件|拉格朗日|下的", text.source
        )
        or "=" not in text.source
    ):
        return None
    source = without_dollars(text.source)
    match = next((m for p in _PATTERNS if (m := p.fullmatch(source)) is not None), None)
    if match is None:
        return None
    try:
        return _task(match, text.language)
    except (FormulaError, TypeError, AttributeError, ValueError, NotImplementedError):
        return None


def _task(match: re.Match[str], say: Language) -> Prepared | None:
    known = {name: sp.Symbol(name, real=True) for name in "xyzuvwabc"}
    left, right = match["g"].split("=")
    f = to_sympy(parse(match["f"]), known)
    g = sp.expand(to_sympy(parse(left), known) - to_sympy(parse(right), known))
    letters = sorted(g.free_symbols, key=str)
    if not 2 <= len(letters) <= 3 or not f.free_symbols <= set(letters) or not f.free_symbols:
        return None
    if (
        not (f.is_polynomial(*letters) and g.is_polynomial(*letters))
        or sp.Poly(f, *letters).total_degree() > 3
    ):
        return None
    goals = _goals(match["goal"])
    closed = _is_definite(g, letters)
    if not closed and not (
        sp.Poly(g, *letters).total_degree() == 1 and _is_definite(f, letters) and goals == ["minimum"]
    ):
        return None
    multiplier = sp.Symbol("lambda", real=True)
    equations = [sp.expand(f.diff(v) - multiplier * g.diff(v)) for v in letters]
    found = sp.solve([*equations, g], [*letters, multiplier], dict=True)
    points = [tuple(s[v] for v in letters) for s in found if all(v in s and s[v].is_real for v in letters)]
    points = list(dict.fromkeys(points))
    if not points or len(points) > 12 or any(p_.free_symbols for point in points for p_ in point):
        return None
    values = {point: sp.simplify(f.subs(dict(zip(letters, point, strict=True)))) for point in points}
    most, least = (pick(values.values(), key=lambda v: v.evalf(30)) for pick in (max, min))
    answers = [most if goal == "maximum" else least for goal in goals]
    return _prepared(f, g, letters, values, goals, answers, closed, say)


def _goals(words: str) -> list[str]:
    words = words.lower()
    found = {
        "maximum": re.search(r"max|largest|greatest|最大", words),
        "minimum": re.search(r"min|smallest|least|最小", words),
    }
    named = sorted((m.start(), goal) for goal, m in found.items() if m is not None)
    return [goal for _, goal in named] or ["maximum", "minimum"]


def _is_definite(expression: sp.Expr, letters: list[sp.Symbol]) -> bool:
    """Whether its part of degree two is a positive definite form, and it has no part of higher degree."""
    if sp.Poly(expression, *letters).total_degree() != 2:
        return False
    return bool(sp.hessian(expression, letters).is_positive_definite)


def _prepared(f: sp.Expr, g: sp.Expr, letters: list[sp.Symbol], values: dict[Any, sp.Expr], goals: list[str], answers: list[sp.Expr], closed: bool, say: Language) -> Prepared:  # fmt: skip
    equations = r",\quad ".join(
        rf"{latex(f.diff(v))}=\lambda\cdot\left({latex(g.diff(v))}\right)" for v in letters
    )
    name = "(" + ", ".join(map(str, letters)) + ")"
    points = r",\qquad ".join(
        rf"{name}=({', '.join(map(latex, p))}):\ f={latex(v)}" for p, v in values.items()
    )
    steps = (
        WORDS["set"].say(say, g=latex(g), equations=equations),
        WORDS["points"].say(say, points=points),
        WORDS["closed" if closed else "convex"].say(say),
        *(WORDS[goal].say(say, value=latex(value)) for goal, value in zip(goals, answers, strict=True)),
    )
    listed = ", ".join(map(str, letters))
    picks = ", ".join(f"{'max' if goal == 'maximum' else 'min'}(values)" for goal in goals)
    source = cell(
        f"f = {exact_source(f)}",
        f"g = {exact_source(g)}",
        comment(WORDS["code"].say(say)),
        "m = symbols('m', real=True)",
        f"points = solve([*[diff(f, v) - m*diff(g, v) for v in ({listed})], g], [{listed}, m], dict=True)",
        f"values = [simplify(f.subs(p)) for p in points if all(p[v].is_real for v in ({listed}))]",
        f"[{picks}]",
        variables=tuple(map(str, letters)),
        assumptions="real=True",
    )
    tests = _by_climbing(f, g, letters, goals)

    def shown(value: Any) -> str | None:
        try:
            same = all(sp.simplify(a - b) == 0 for a, b in zip(value, answers, strict=True))
        except (TypeError, ValueError):
            return None
        return r";\ ".join(map(latex, answers)) if same else None

    def given(text: str) -> Any:
        found = values_in(text.replace(";", ",").replace(r"\ ", " "))
        return list(found) if found else None

    return Prepared(
        say,
        steps,
        source,
        tests,
        WORDS["method"],
        WORDS["sentence"],
        shown=shown,
        given=given,
        letters=tuple(map(str, letters)),
    )


def _by_climbing(f: sp.Expr, g: sp.Expr, letters: list[sp.Symbol], goals: list[str]) -> tuple[str, ...]:
    """The check: from the middle of the constraint lines go out in all directions; the best direction is bettered step by step."""
    listed = ", ".join(map(str, letters))
    signs = [1 if goal == "maximum" else -1 for goal in goals]
    return (
        "import mpmath",
        f"f = lambdify(({listed}), {exact_source(f)}, 'mpmath')",
        f"g = lambdify(({listed}), {exact_source(g)}, 'mpmath')",
        f"centre = [mpmath.mpf(str(N(c, 25))) for c in {exact_source(list(_centre(g, letters)))}]",
        "place = lambda way, r: [c + r*w for c, w in zip(centre, way)]",
        "",
        "def reached(way, sign):",
        "    low, middle, high = [g(*place(way, r)) for r in (-1, 0, 1)]",
        "    a, b = (high + low)/2 - middle, (high - low)/2",
        "    if abs(a) < 1e-12:",
        "        roots = [-middle/b] if abs(b) > 1e-12 else []",
        "    else:",
        "        roots = [(-b + s*mpmath.sqrt(b*b - 4*a*middle))/(2*a) for s in (1, -1)]",
        "    return max((sign*f(*place(way, r)) for r in roots), default=-mpmath.inf)",
        "",
        "def extreme(sign):",
        f"    size = {len(letters)}",
        "    ways = [[mpmath.mpf(i // 5**k % 5 - 2) for k in range(size)] for i in range(5**size)]",
        "    way = max((w for w in ways if any(w)), key=lambda w: reached(w, sign))",
        "    step = mpmath.mpf(1)",
        "    while step > 1e-8:",
        "        near = [[w + s*step*(i == k) for i, w in enumerate(way)] for k in range(size) for s in (1, -1)]",
        "        other = max((w for w in near if any(w)), key=lambda w: reached(w, sign))",
        "        way, step = (other, step) if reached(other, sign) > reached(way, sign) + 1e-14 else (way, step/2)",
        "    return sign*reached(way, sign)",
        "",
        f"ends = [extreme(sign) for sign in {signs}]",
        "bool(len(answer) == len(ends) and all(abs(mpmath.mpf(str(N(a, 25))) - e) < 1e-6*(1 + abs(e)) for a, e in zip(answer, ends)))",
    )


def _centre(g: sp.Expr, letters: list[sp.Symbol]) -> tuple[sp.Expr, ...]:
    """The middle of the constraint, from which lines go out in all directions; any place where it is a line or plane."""
    if sp.Poly(g, *letters).total_degree() == 2:
        found = sp.solve([g.diff(v) for v in letters], letters, dict=True)
        return tuple(found[0][v] for v in letters)
    return tuple(sp.Integer(0) for _ in letters)
