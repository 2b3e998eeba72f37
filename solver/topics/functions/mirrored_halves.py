"""An odd or even function that is known on one side of 0: its value or its formula on the other side, or where its values are positive.

Read: "f is odd, and f(x) = x² − 2x for x > 0"; asked are f(−3), f(x) for x < 0, or the solutions of f(x) > 0. Not: periodic functions, shifted symmetry.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Node, Number, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, exact_source
from solver.topics.equations.real_sets import read_set, set_latex
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "odd": "odd|odd function|an odd function|奇函数|的奇函数",
    "even": "even|even function|an even function|偶函数|的偶函数",
    "solve": "inequality|the inequality|solve|solve the inequality|solution set|solutions|solution set of|不等式|的解集|解集|的解集为|解不等式|的解",
    "words": "real numbers|all real x|for all real x|function|defined on|defined on r|on r|on the real numbers|all real numbers|formula|rule|expression|for|when|if|the formula for|函数|定义在|定义在r上|定义在r上的|上|上的|当|时|解析式|的解析式|表达式|的表达式|则当|那么|定义域为r|定义域|r上|是r上的|且当|real numbers|r",
}
WORDS: Final = {
    "mirror": Words("Where \\(x\\) lies on the other side, \\(-x\\) lies where the formula holds: \\[f(-x)={mirrored}\\]", "当 \\(x\\) 在另一侧时，\\(-x\\) 落在已知的一侧：\\[f(-x)={mirrored}\\]"),
    "odd": Words("An odd function has \\(f(x)=-f(-x)\\), so there \\(f(x)={result}\\).", "奇函数满足 \\(f(x)=-f(-x)\\)，所以此时 \\(f(x)={result}\\)。"),
    "even": Words("An even function has \\(f(x)=f(-x)\\), so there \\(f(x)={result}\\).", "偶函数满足 \\(f(x)=f(-x)\\)，所以此时 \\(f(x)={result}\\)。"),
    "value": Words("At \\({at}\\) that is \\({value}\\).", "在 \\({at}\\) 处的值是 \\({value}\\)。"),
    "same": Words("\\({at}\\) lies where the formula holds: the value is \\({value}\\).", "\\({at}\\) 在已知的一侧，直接代入得 \\({value}\\)。"),
    "here": Words("Where the formula holds, \\(f(x){sign}{c}\\) for \\(x\\in {piece}\\).", "在已知的一侧，\\(f(x){sign}{c}\\) 的解为 \\(x\\in {piece}\\)。"),
    "there": Words("On the other side \\(f(x){sign}{c}\\) for \\(x\\in {piece}\\).", "在另一侧，\\(f(x){sign}{c}\\) 的解为 \\(x\\in {piece}\\)。"),
    "at_zero": Words("At 0 the value is \\({value}\\), so 0 {belongs}.", "\\(f(0)={value}\\)，所以 0 {belongs}。"),
    "all": Words("All together: \\({answer}\\).", "综上，解集为 \\({answer}\\)。"),
    "solutions": Words("The solutions are \\({answer}\\).", "解集为 \\({answer}\\)。"),
    "method_sets": Words("the function was computed at many numbers on both sides of 0", "在 0 的两侧取许多数计算函数值检验"),
    "zero": Words("An odd function is 0 at 0.", "奇函数在 0 处的值为 0。"),
    "method": Words("values at numbers with opposite signs were compared", "取相反数处的函数值进行比较"),
}  # fmt: skip
X: Final = sp.Symbol("x", real=True)


def read(text: Text) -> Reading:
    """One function with its symmetry and one half."""
    source = re.sub(
        r"\\mathbb\s*\{?\s*R\s*\}?|(?<![A-Za-z])R(?![A-Za-z])|ℝ",
        " r ",
        re.sub(r"\$|\\[()]", " ", text.source),
    )
    source = re.sub(
        r"(?<=x)\s*\\in\s*\(\s*(-?\s*(?:\\infty|∞|oo)|0)\s*,\s*(\+?\s*(?:\\infty|∞|oo)|0)\s*[)\]]",
        lambda m: ">0" if "0" in m[1] else "<0",
        source,
    )
    found = account(source, VOCABULARY)
    kinds = [k for k in ("odd", "even") if found.has(k)]
    if len(kinds) != 1:
        return None
    rules, conditions, asked = list[Node](), list[tuple[str, sp.Expr]](), list[Node]()
    order, wanted = list[str](), list[tuple[str, sp.Expr]]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Apply("f", Symbol("x")), body)) if symbols(body) - {"e"} == {"x"}:
                rules.append(body)
                order.append("rule")
            case Relation((sign,), (Symbol("x"), Number(value))) if value == 0 and sign in (
                "<",
                ">",
                "<=",
                ">=",
            ):
                conditions.append((sign, sp.S.Zero))
                order.append("condition")
            case Relation((sign,), (Apply("f", Symbol("x")), bound)) if sign in _FLIPPED and not symbols(
                bound
            ):
                wanted.append((sign, to_sympy(bound)))
                order.append("wanted")
            case Relation(("=",), (Apply("f", Symbol("x") | _) as side, Blank())):
                asked.append(side)
                order.append("asked")
            case Apply("f", Symbol("x")):
                order.append("name")
                asked.append(node)
            case Apply("f", inner) if not symbols(inner):
                asked.append(node)
                order.append("asked")
            case Symbol("r" | "f" | "x" | "y"):
                continue
            case _:
                return None
    if len(rules) != 1 or not conditions or len(conditions) > 2:
        return None
    if found.unread:
        return Unread(found.unread)
    values = [n for n in asked if isinstance(n, Apply) and n.argument != Symbol("x")]
    if len(conditions) == 2 and (values or conditions[0][0][0] == conditions[1][0][0]):
        return None
    if wanted and (len(wanted) > 1 or values or len(conditions) != 1):
        return None
    if len(conditions) == 1 and len(values) != 1 and not wanted:
        return None
    if found.has("solve") and not wanted:
        return None
    if any(isinstance(n, Apply | Blank) for n in walk(rules[0])):
        return None
    first = order.index("condition")
    rule_at = order.index("rule")
    positions = [i for i, kind in enumerate(order) if kind == "condition"]
    near = min(positions, key=lambda i: abs(i - rule_at))
    sign = conditions[0 if near == first else 1][0]
    try:
        body = to_sympy(rules[0], {"x": X})
        at = to_sympy(values[0].argument) if values and isinstance(values[0], Apply) else None
    except FormulaError:
        return None
    if wanted:
        return _solved(kinds[0], body, sign, wanted[0], text)
    return _task(kinds[0], body, sign, at, text)


_FLIPPED: Final = {"<": sp.Lt, ">": sp.Gt, "<=": sp.Le, ">=": sp.Ge}


def _solved(kind: str, body: sp.Expr, side: str, wanted: tuple[str, sp.Expr], text: Text) -> Prepared | None:
    """Where f(x) is above or below a number: on both sides of 0, and at 0."""
    say, (sign, bound) = text.language, wanted
    factor = -1 if kind == "odd" else 1
    other = sp.expand(factor * body.subs(X, -X))
    halves = (sp.Interval.open(0, sp.oo), sp.Interval.open(-sp.oo, 0))
    here, there = halves if side[0] == ">" else halves[::-1]
    at_zero = sp.S.Zero if kind == "odd" else body.subs(X, 0) if "=" in side else None
    if at_zero is None or "=" in side and kind == "odd" and body.subs(X, 0) != 0 or not at_zero.is_real:
        return None
    try:
        pieces = [
            sp.solveset(_FLIPPED[sign](f, bound), X, half) for f, half in ((body, here), (other, there))
        ]
    except (NotImplementedError, ValueError, TypeError):
        return None
    zero = sp.FiniteSet(0) if _FLIPPED[sign](at_zero, bound) == True else sp.S.EmptySet  # noqa: E712  # sympy's truth
    whole = sp.Union(*pieces, zero)
    if not all(
        isinstance(s, sp.Interval | sp.FiniteSet)
        for s in getattr(whole, "args", (whole,))
        if isinstance(whole, sp.Union)
    ):
        return None
    shown = set_latex(whole)
    if shown is None:
        return None
    told = {"sign": latex(_FLIPPED[sign](X, 0)).split("x")[1].strip().split("0")[0], "c": latex(bound)}
    belongs = {True: Words("belongs to them", "是解"), False: Words("does not", "不是解")}[
        zero != sp.S.EmptySet
    ].say(say)
    steps = (
        WORDS["mirror"].say(say, mirrored=latex(body.subs(X, -X))),
        WORDS[kind].say(say, result=latex(other)),
        WORDS["here"].say(say, piece=set_latex(pieces[0]) or "", **told),
        WORDS["there"].say(say, piece=set_latex(pieces[1]) or "", **told),
        WORDS["at_zero"].say(say, value=latex(at_zero), belongs=belongs),
        WORDS["all"].say(say, answer=shown),
    )
    source = cell(
        f"f = {exact_source(body)}",
        f"here = solveset(f {sign} {exact_source(bound)}, x, {exact_source(here)})",
        f"there = solveset(expand({factor}*f.subs(x, -x)) {sign} {exact_source(bound)}, x, {exact_source(there)})",
        f"Union(here, there, {'FiniteSet(0)' if zero else 'S.EmptySet'})",
        variables="x",
        assumptions="real=True",
    )
    tests = (
        f"f = lambda p: ({exact_source(body)}).subs(x, p) if p {side[0]} 0 else {factor}*({exact_source(body)}).subs(x, -p) if p else S({exact_source(at_zero)})",
        "places = [Rational(k, 6) for k in range(-90, 91)]",
        f"all((answer.contains(p) == True) == bool(f(p) {sign} {exact_source(bound)}) for p in places)",
    )
    return Prepared(
        say, steps, source, tests, WORDS["method_sets"], sentence=WORDS["solutions"],
        shown=lambda v: set_latex(v) if isinstance(v, sp.Set) else None, given=lambda a: read_set(a, "x"), letters=("x",),
    )  # fmt: skip


def _task(kind: str, body: sp.Expr, sign: str, at: sp.Expr | None, text: Text) -> Prepared | None:
    say, positive = text.language, sign[0] == ">"
    mirrored = body.subs(X, -X)
    result = sp.expand(-mirrored if kind == "odd" else mirrored)
    factor = -1 if kind == "odd" else 1
    steps = [WORDS["mirror"].say(say, mirrored=latex(mirrored)), WORDS[kind].say(say, result=latex(result))]
    if at is None:
        source = cell(
            f"f = {exact_source(body)}",
            f"expand({factor}*f.subs(x, -x))",
            variables="x",
            assumptions="real=True",
        )
        tests = (
            f"f = {exact_source(body)}",
            f"places = [Rational(k, 7)*{1 if positive else -1} for k in range(1, 30)]",
            f"all(abs(N(sympify(answer).subs(x, -p) - {factor}*f.subs(x, p), 30)) < Rational(1, 10**12) for p in places)",
        )
        return Prepared(
            say, tuple(steps), source, tests, WORDS["method"],
            shown=lambda v: f"f(x)={latex(v)}" if isinstance(v, sp.Expr) else None, given=_given, letters=("x",),
        )  # fmt: skip
    if at.free_symbols or not at.is_real:
        return None
    if at == 0:
        if kind != "odd":
            return None
        return Prepared(say, (WORDS["zero"].say(say),), cell("0*1"), ("answer == 0",), WORDS["method"])
    direct = bool(at > 0) == positive
    value = sp.simplify((body if direct else result).subs(X, at))
    if not value.is_real:
        return None
    if direct:
        steps = [WORDS["same"].say(say, at=latex(at), value=latex(value))]
    else:
        steps.append(WORDS["value"].say(say, at=latex(at), value=latex(value)))
    place = at if direct else -at
    source = cell(
        f"f = {exact_source(body)}", f"simplify({1 if direct else factor}*f.subs(x, {exact_source(place)}))",
        variables="x", assumptions="real=True",
    )  # fmt: skip
    other = exact_source(body if direct else result)
    near = (f"abs(N(({other}).subs(x, {exact_source(at)}) - answer, 30)) < Rational(1, 10**15)",)
    return Prepared(say, tuple(steps), source, near, WORDS["method"], letters=("x",))


def _given(answer: str) -> Any:
    values = values_in(re.sub(r"^\s*[fy](?:\s*\(\s*x\s*\))?\s*=\s*", "", answer), ("x",))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
