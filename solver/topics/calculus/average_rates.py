"""The average rate of change of a function between two places: the slope of the secant.

Read: "average rate of change of f(x) = x² + 1 from x = 1 to x = 3", "on [1, 3]", 在区间[1,3]上的平均变化率, 从x=1到x=3. Not: letters as ends,
functions told in words or tables, average values (`measures`).
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Group, Number, Relation, Symbol, symbols
from solver.latex import exact_latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features.function import CALLS, Function, function_of, told
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "rate": "average rate of change|average rate of change of|the average rate of change|平均变化率|的平均变化率|平均变化率为|平均变化率是",
    "on": "from|to|over|on|between|and|as|changes|changes from|goes|goes from|interval|over the interval|on the interval|从|到|变到|变化到|由|在|在区间|区间|上|上的|之间|之间的|与|和|至|增加到|当|时|内|内的",
    "words": "determine|函数|求函数",
}
WORDS: Final = {
    "ends": Words("The values at the ends: \\[{name}({a})={fa},\\qquad {name}({b})={fb}\\]", "两端的函数值：\\[{name}({a})={fa},\\qquad {name}({b})={fb}\\]"),
    "quotient": Words("Divide how much the function changes by how much \\({x}\\) does: \\[\\frac{{{name}({b})-{name}({a})}}{{{b}-{first}}}={answer}\\]", "用函数值的增量除以 \\({x}\\) 的增量：\\[\\frac{{{name}({b})-{name}({a})}}{{{b}-{first}}}={answer}\\]"),
    "code": Words("the slope of the line through both points of the graph", "过图象上这两点的直线的斜率"),
    "sentence": Words("The average rate of change is \\({answer}\\).", "平均变化率是 \\({answer}\\)。"),
    "method": Words("the line with this slope through the first point was shown to go through the second", "验证过第一点、以它为斜率的直线经过第二点"),
}  # fmt: skip
_CALLS: Final = CALLS | {"exp", "sin", "cos", "tan"}


def read(text: Text) -> Reading:
    """One function and two places."""
    if not re.search(r"(?i)average\s+rates?\s+of\s+change|平均变化率", text.source):
        return None
    found = told(text, VOCABULARY)
    known = function_of(found, text, calls=_CALLS)
    if known is None or not found.has("rate"):
        return None
    function, rest = known
    ends = _ends(rest, function.variable)
    if ends is None:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        return _task(function, *ends, text.language)
    except (FormulaError, TypeError, ValueError):
        return None


def _ends(nodes: list[Node], variable: str) -> tuple[Node, Node] | None:
    """Two numbers, as an interval, as values of the variable, or bare."""
    ends: list[Node | None] = []
    if len(nodes) == 1 and isinstance(nodes[0], Group):
        ends = list(nodes[0].items)
    elif len(nodes) == 2:
        ends = [_number_of(n, variable) for n in nodes]
    if len(ends) != 2:
        return None
    first, second = ends
    if first is None or second is None or symbols(first) | symbols(second):
        return None
    return first, second


def _number_of(node: Node, variable: str) -> Node | None:
    match node:
        case Relation(("=",), (Symbol(name), value)):
            return value if name == variable else None
        case Relation() | Group():
            return None
    return node


def _task(function: Function, first: Node, second: Node, say: Language) -> Reading:
    x = sp.Symbol(function.variable, real=True)
    f = to_sympy(function.body, {function.variable: x})
    a, b = to_sympy(first), to_sympy(second)
    if not (a.is_real and b.is_real and a != b):
        return None
    fa, fb = (sp.simplify(f.subs(x, p)) for p in (a, b))
    if not (fa.is_real and fb.is_real and fa.is_finite and fb.is_finite):
        return None
    name = function.name.split("(")[0] or "f"
    answer = sp.nsimplify(sp.radsimp(sp.simplify((fb - fa) / (b - a))))
    shown = {"a": exact_latex(a), "b": exact_latex(b), "fa": exact_latex(fa), "fb": exact_latex(fb)}
    lowered = shown["a"] if isinstance(first, Number) else rf"\left({shown['a']}\right)"
    steps = [
        *((rf"\({name}({function.variable})={to_latex(function.body)}\)",) if not function.name else ()),
        WORDS["ends"].say(say, name=name, **shown),
        WORDS["quotient"].say(
            say, name=name, x=function.variable, first=lowered, answer=exact_latex(answer), **shown
        ),
    ]
    letter, body, low, high = (
        python_name(function.variable),
        to_python(function.body),
        exact_source(a),
        exact_source(b),
    )
    lines = [
        f"f = {body}",
        comment(WORDS["code"].say(say)),
        f"simplify((f.subs({letter}, {high}) - f.subs({letter}, {low})) / ({high} - ({low})))",
    ]
    tests = (
        f"f = {body}",
        f"line = f.subs({letter}, {low}) + answer*({letter} - ({low}))",
        f"simplify((line - f).subs({letter}, {high})) == 0",
    )
    return Prepared(
        say,
        tuple(steps),
        cell(*lines, variables=(function.variable,)),
        tests,
        WORDS["method"],
        sentence=WORDS["sentence"],
        letters=(function.variable,),
    )
