"""Whether an option fits something that the question gives: equal to an expression, a factor of it, a point of a curve, an infinitesimal of its order."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, letter, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Group, symbols
from solver.latex import latex
from solver.topics.base import Words
from solver.topics.cells import difference
from solver.topics.statement_choices import relations
from solver.topics.statement_choices.judged import Judge, Judged

FACTOR: Final = Words("\\({whole}=({part})({rest})\\): a factor.", "\\({whole}=({part})({rest})\\)，是因式。")
NO_FACTOR: Final = Words(
    "dividing \\({whole}\\) by \\({part}\\) leaves the remainder \\({rest}\\): no factor.",
    "\\({whole}\\) 除以 \\({part}\\) 的余式是 \\({rest}\\)，不是因式。",
)
ON: Final = Words(
    "at \\({point}\\) the left-hand side is \\({a}\\) and the right-hand side \\({b}\\): the point lies on it.",
    "代入 \\({point}\\)，左边是 \\({a}\\)，右边是 \\({b}\\)，点在图象上。",
)
OFF: Final = Words(
    "at \\({point}\\) the left-hand side is \\({a}\\) and the right-hand side \\({b}\\): the point does not lie on it.",
    "代入 \\({point}\\)，左边是 \\({a}\\)，右边是 \\({b}\\)，点不在图象上。",
)
RATIO: Final = Words(
    "\\(\\lim_{{{x}\\to {at}}}\\frac{{{option}}}{{{of}}}={value}\\).",
    "\\(\\lim_{{{x}\\to {at}}}\\frac{{{option}}}{{{of}}}={value}\\)。",
)


def equal_to(given: str) -> Judge | None:
    """A judge: whether the option is equal to the expression `given` for all values of the letters."""
    try:
        if "=" in given or not symbols(parse(_bare(given))):
            return None
    except FormulaError:
        return None

    def judge(option: str) -> Judged | None:
        return None if re.search(r"[=<>]", option) else relations.judged(f"{_bare(given)} = {_bare(option)}")

    return judge


def _bare(text: str) -> str:
    return text.replace("$", "").strip()


def factor_of(given: str) -> Judge | None:
    """A judge: whether the option, a polynomial, divides the polynomial `given`."""
    try:
        whole_node = parse(_bare(given))
        whole = to_sympy(whole_node)
    except FormulaError:
        return None
    names = symbols(whole_node)
    if len(names) != 1 or not whole.is_polynomial():
        return None
    (name,) = names
    x = sp.Symbol(name)

    def judge(option: str) -> Judged | None:
        try:
            node = parse(_bare(option))
            part = to_sympy(node)
        except FormulaError:
            return None
        if part.free_symbols != {x} or not part.is_polynomial():
            return None
        quotient, rest = sp.div(sp.expand(whole), sp.expand(part), x)
        source = f"rem({to_python(whole_node)}, {to_python(node)}, {python_name(name)}) == 0"
        other = f"simplify(({to_python(whole_node)})/({to_python(node)})).is_polynomial({python_name(name)})"
        facts = {"whole": latex(sp.expand(whole)), "part": latex(part), "rest": latex(rest if rest != 0 else quotient)}  # fmt: skip
        return Judged(rest == 0, FACTOR if rest == 0 else NO_FACTOR, facts, source, other, names)

    return judge


def on_curve(given: str) -> Judge | None:
    """A judge: whether a point lies on the curve of an equation in x and y."""
    parts = relations.sides_of(re.sub(r"^\s*(\$?)\s*[a-zA-Z]\s*\(\s*x\s*\)\s*=", r"\1y=", given))
    if parts is None or parts[1] != "=":
        return None
    try:
        a, b = parse(parts[0]), parse(parts[2])
    except FormulaError:
        return None
    if not symbols(a) | symbols(b) <= {"x", "y"} or not symbols(a) | symbols(b):
        return None

    def judge(option: str) -> Judged | None:
        try:
            node = parse(re.sub(r"^\s*\$?\s*[A-Z](?=\s*\()", "", option).replace("$", "").strip())
        except FormulaError:
            return None
        if not isinstance(node, Group) or len(node.items) != 2 or any(map(symbols, node.items)):
            return None
        x, y = map(to_sympy, node.items)
        put = {sp.Symbol("x"): x, sp.Symbol("y"): y}
        left, right = (sp.simplify(to_sympy(side).subs(put)) for side in (a, b))
        if any(v.is_real is not True or v.is_finite is not True for v in (left, right)):
            return None
        holds = sp.simplify(left - right) == 0
        at = f"{{x: {to_python(node.items[0])}, y: {to_python(node.items[1])}}}"
        source = f"simplify(S({difference(to_python(a), to_python(b))}).subs({at})) == 0"
        other = f"abs(N(S({to_python(a)}).subs({at})) - N(S({to_python(b)}).subs({at}))) < 1e-9"
        facts = {"point": to_latex(node), "a": latex(left), "b": latex(right)}
        return Judged(holds, ON if holds else OFF, facts, source, f"bool({other})", frozenset({"x", "y"}))

    return judge


def infinitesimal(given: str, variable: str, at: str, order: str) -> Judge | None:
    """A judge: whether the option is an infinitesimal of this order with `given`, as `variable` tends to `at`."""
    try:
        of_node, at_node = parse(_bare(given)), parse(_bare(at))
    except FormulaError:
        return None
    if symbols(of_node) - {"e"} != {variable} or symbols(at_node):
        return None
    x, point = letter(variable), to_sympy(at_node)
    names = {variable: x}
    of = to_sympy(of_node, names)
    if sp.limit(of, x, point) != 0:
        return None

    def judge(option: str) -> Judged | None:
        try:
            node = parse(_bare(option))
        except FormulaError:
            return None
        if symbols(node) - {"e"} != {variable}:
            return None
        f = to_sympy(node, names)
        try:
            ends = [sp.limit(f, x, point, side) for side in "+-"]
            ratios = [sp.limit(f / of, x, point, side) for side in "+-"]
        except (NotImplementedError, ValueError):
            return None
        if ends[0] != ends[1] or ends[0] != 0 or ratios[0] != ratios[1] and not all(r.is_infinite for r in ratios):  # fmt: skip
            return None
        value = ratios[0]
        holds = {"equivalent": value == 1, "same": value.is_finite and value != 0, "higher": value == 0, "lower": value.is_infinite}[order]  # fmt: skip
        v = python_name(variable)
        quotient = f"({to_python(node)})/({to_python(of_node)})"
        limit = f"limit({quotient}, {v}, {to_python(at_node)})"
        tests = {"equivalent": "{} == 1", "same": "{}.is_finite and {} != 0", "higher": "{} == 0", "lower": "{}.is_infinite"}  # fmt: skip
        near = f"abs(N(S({quotient}).subs({v}, {to_python(at_node)} + Rational(1, 10**8)), 30))"
        nears = {"equivalent": "abs({} - 1) < 1e-3", "same": "1e-3 < {} < 1e3", "higher": "{} < 1e-3", "lower": "{} > 1e3"}  # fmt: skip
        facts = {"x": variable, "at": to_latex(at_node), "option": to_latex(node), "of": to_latex(of_node), "value": latex(value)}  # fmt: skip
        return Judged(bool(holds), RATIO, facts, f"bool({tests[order].replace('{}', limit)})", f"bool({nears[order].format(near)})", frozenset({variable}))  # fmt: skip

    return judge
