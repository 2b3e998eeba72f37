"""A function that is known at a changed argument: f(x + 1) = x² + 4x + 1, find f(x) or f(3).

Read: f(ax + b) = an expression in x. Not: other arguments, equations between several values of f.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Node, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "rule": "formula|expression|rule|解析式|的解析式|表达式|的表达式",
    "words": "function|满足|函数|satisfies|for all x|for all real x|simplified|the function|then|则|the formula for|for all|real",
}
WORDS: Final = {
    "name": Words("Call the argument \\(t\\): \\(t={inner}\\), so \\(x={back}\\).", "设 \\(t={inner}\\)，则 \\(x={back}\\)。"),
    "put": Words("Put that in: \\[f(t)={raw}={value}\\] The letter does not matter, so \\(f(x)={of_x}\\).", "代入：\\[f(t)={raw}={value}\\] 字母换成 \\(x\\)，即 \\(f(x)={of_x}\\)。"),
    "at": Words("At \\({at}\\): \\({value}\\).", "在 \\({at}\\) 处的值：\\({value}\\)。"),
    "code": Words("the argument solved for x", "用新变量表示 x"),
    "method": Words("the argument was put in again, which gives what was known", "把原来的自变量代回去，得到已知的式子"),
}  # fmt: skip
X: Final = sp.Symbol("x", real=True)


def read(text: Text) -> Reading:
    """One function at a changed argument."""
    if not re.search(r"[fgh]\s*\(\s*(?!x\s*\))[^()=]*x[^()=]*\)\s*=", text.source):
        return None
    found = account(text.source, VOCABULARY)
    known: tuple[str, Node, Node] | None = None
    asked: Node | None = None
    for node in found.nodes:
        match node:
            case Relation(("=",), (Apply(name, inner), body)) if (
                known is None and symbols(body) - {"e"} == {"x"} and symbols(inner) == {"x"}
            ):
                known = (name, inner, body)
            case Relation(("=",), (Apply(_, _) as side, Blank())) | (Apply(_, _) as side) if (
                asked is None or asked == side
            ):
                asked = side
            case _:
                return None
    if known is None or not isinstance(asked, Apply) or asked.name != known[0]:
        return None
    if found.unread:
        return Unread(found.unread)
    if any(isinstance(n, Apply | Blank) for part in known[1:] for n in walk(part)):
        return None
    try:
        inner, body = (to_sympy(part, {"x": X}) for part in known[1:])
        target = None if asked.argument == Symbol("x") else to_sympy(asked.argument, {"x": X})
        return _task(inner, body, target, text)
    except (FormulaError, TypeError, ValueError):
        return None


def _task(inner: sp.Expr, body: sp.Expr, target: sp.Expr | None, text: Text) -> Prepared | None:
    say, t = text.language, sp.Symbol("t", real=True)
    if (
        not inner.is_polynomial(X)
        or sp.degree(inner, X) != 1
        or (target is not None and target.has(sp.zoo, sp.nan))
    ):
        return None
    back = sp.solve(inner - t, X)[0]
    raw = body.subs(X, back)
    rule = sp.expand(raw) if raw.is_polynomial(t) else sp.simplify(raw)
    of_x = rule.subs(t, X)
    steps = [
        WORDS["name"].say(say, inner=latex(inner), back=latex(sp.expand(back))),
        WORDS["put"].say(say, raw=latex(raw), value=latex(rule), of_x=latex(of_x)),
    ]
    lines = [
        f"known = {exact_source(body)}",
        comment(WORDS["code"].say(say)),
        f"f = simplify(known.subs(x, {exact_source(back)}))",
    ]
    if target is None:
        lines.append("expand(f)" if rule.is_polynomial(t) else "f")
        tests = (f"simplify(sympify(answer).subs(x, {exact_source(inner)}) - ({exact_source(body)})) == 0",)
    else:
        value = sp.simplify(of_x.subs(X, target))
        if value.is_polynomial(X):
            value = sp.expand(value)
        steps.append(WORDS["at"].say(say, at=latex(target), value=latex(value)))
        lines.append(f"expand(f.subs(t, {exact_source(target)}))")
        place = back.subs(t, target)
        tests = (f"simplify(sympify(answer) - ({exact_source(body)}).subs(x, {exact_source(place)})) == 0",)
    if target is None:
        lines[-1] = lines[-1] + ".subs(t, x)"

    def written(value: Any) -> str | None:
        if not isinstance(value, sp.Expr):
            return None
        return f"f(x)={latex(value)}" if target is None else latex(value)

    return Prepared(
        say, tuple(steps), cell(*lines, variables="xt", assumptions="real=True"), tests, WORDS["method"],
        shown=written, given=_given, letters=("x",),
    )  # fmt: skip


def _given(answer: str) -> Any:
    values = values_in(re.sub(r"^\s*[fghy](?:\s*\(\s*x\s*\))?\s*=\s*", "", answer), ("x",))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
