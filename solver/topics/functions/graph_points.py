"""Where a point of one graph goes on another graph of the same unknown function: y = 3f(2x) + 1 and y = f(x), f even or odd.

Read: one point with numbers, both graphs as c·f(ax + b) + d; the point or the sum or product of its coordinates is asked for. Not: |f(x)|,
f of something that is not linear, inverse functions, two points.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Node, Symbol, walk, with_children
from solver.latex import latex
from solver.ports import Language
from solver.reader import Notation
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.equations.matrices.literals import POINT, vector_of
from solver.topics.prepared import Prepared, one_point, one_value, shown_point

_FIRST: Final = r"\$?\s*y\s*=\s*(?P<first>[^$,]+?)\$?"
_SECOND: Final = r"\$?\s*y\s*=\s*(?P<second>[^$,?]+?)\$?"
_ASKED: Final = r"(?:what\s+is|find|compute)\s+(?:the\s+(?P<what>sum|product)\s+of\s+(?:the\s+coordinates\s+of\s+)?(?:the\s+)?)?(?:that\s+point(?:'s\s+coordinates|\s*'s\s+coordinates)?|coordinates\s+of\s+that\s+point|the\s+coordinates\s+of\s+that\s+point)\s*[.?]?"
_EN: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:given\s+that|if|suppose(?:\s+that)?|assume(?:\s+that)?)\s+(?:the\s+)?(?:point\s+)?§\s+(?:is|lies)\s+on\s+the\s+graph\s+of\s+{_FIRST}\s*[.,]\s*(?:then\s+)?there\s+is\s+one\s+point\s+(?:that|which)\s+must\s+(?:also\s+)?be\s+on\s+the\s+graph\s+of\s+{_SECOND}\s*\.\s*{_ASKED}",
        rf"(?:given\s+that|if|suppose(?:\s+that)?|assume(?:\s+that)?)\s+(?:the\s+)?(?:point\s+)?§\s+(?:is|lies)\s+on\s+the\s+graph\s+of\s+{_FIRST}\s*[.,]\s*(?:then\s+)?(?:what|which)\s+point\s+must\s+(?:also\s+)?(?:be|lie)\s+on\s+the\s+graph\s+of\s+{_SECOND}\s*\??",
    )
)
_ZH: Final = (
    re.compile(
        rf"(?:已知|若|如果|设)?点?\s*[A-Z]?\s*§\s*在函数\s*{_FIRST}\s*的图[象像]上\s*,\s*(?:则|那么)?(?:下列哪个点?|点)?函数\s*{_SECOND}\s*的图[象像](?:一定|必定|必)?(?:经过|过)(?:的)?(?:哪个)?点?(?:的坐标)?(?:是|为)?(?:什么|多少)?[。.?]?",
        re.DOTALL,
    ),
    re.compile(
        rf"(?:已知|若|如果|设)?函数\s*{_FIRST}\s*的图[象像](?:一定|必定|必)?(?:经过|过)点?\s*[A-Z]?\s*§\s*,\s*(?:则|那么)?函数\s*{_SECOND}\s*的图[象像](?:一定|必定|必)?(?:经过|过)(?:的)?(?:哪个)?点?(?:的坐标)?(?:是|为)?(?:什么|多少)?[。.?]?",
        re.DOTALL,
    ),
)
WORDS: Final = {
    "known": Words("Put the point in: \\({equation}\\), so \\(f({u})={v}\\).", "把点的坐标代入：\\({equation}\\)，所以 \\(f({u})={v}\\)。"),
    "place": Words("On the other graph \\({inner}={u}\\) at \\(x={x}\\).", "在另一个图象上，当 \\(x={x}\\) 时 \\({inner}={u}\\)。"),
    "value": Words("There \\(y={body}={y}\\): the point is \\({point}\\).", "此时 \\(y={body}={y}\\)：这个点是 \\({point}\\)。"),
    "sum": Words("Its coordinates add to \\({value}\\).", "它的坐标之和是 \\({value}\\)。"),
    "product": Words("Its coordinates multiply to \\({value}\\).", "它的坐标之积是 \\({value}\\)。"),
    "code": Words("where f is known", "已知函数值的地方"),
    "method": Words("put in a function through the known point", "用过已知点的一个具体函数检验"),
}  # fmt: skip
X: Final = sp.Symbol("x")


def read(text: Text) -> Reading:
    """The point of the second graph."""
    source = " ".join(text.source.split())
    points: list[sp.Matrix] = []
    for match in POINT.finditer(source):
        before = source[: match.start()]
        if re.search(r"[A-Za-z]\s*(?:\\left)?\s*$", before) and re.search(r"f\s*(?:\\left)?\s*$", before):
            continue
        found = vector_of(match["body"])
        if found is not None and not found.free_symbols and found.rows == 2:
            points.append(found)
            source = f"{before}§{source[match.end() :]}"
            break
    source = re.sub(r"\$\s*§\s*\$", "§", source)
    if len(points) != 1:
        return None
    for pattern in (*_EN, *_ZH):
        if (asked := pattern.fullmatch(source)) is None:
            continue
        graphs = [_graph(asked[name]) for name in ("first", "second")]
        first, second = graphs
        if first is None or second is None or first[0] != second[0]:
            return None
        return _task(
            points[0], first[1], second[1], (asked.groupdict().get("what") or "").lower(), text.language
        )
    return None


def _graph(source: str) -> tuple[str, tuple[sp.Expr, sp.Expr]] | None:
    """What stands in the place of y in terms of F, the function's value, and the inner expression."""
    try:
        nodes = Notation(frozenset(("f", "g"))).read(source.strip().rstrip("."))
        if len(nodes) != 1:
            return None
        calls = [n for n in walk(nodes[0]) if isinstance(n, Apply)]
        if len(calls) != 1:
            return None

        def replaced(node: Node) -> Node:
            return Symbol("F") if node == calls[0] else with_children(node, replaced)

        outer, inner = to_sympy(replaced(nodes[0])), to_sympy(calls[0].argument)
    except (FormulaError, TypeError, ValueError):
        return None
    value = sp.Symbol("F")
    if outer.free_symbols != {value} or inner.free_symbols != {X}:
        return None
    if any(sp.degree(e, s) != 1 if e.is_polynomial(s) else True for e, s in ((outer, value), (inner, X))):
        return None
    return calls[0].name, (outer, inner)


def _task(
    point: sp.Matrix,
    first: tuple[sp.Expr, sp.Expr],
    second: tuple[sp.Expr, sp.Expr],
    what: str,
    say: Language,
) -> Prepared:
    p, q = point
    value = sp.Symbol("F")
    u = first[1].subs(X, p)
    v = sp.solve(sp.Eq(first[0], q), value)[0]
    x = sp.solve(sp.Eq(second[1], u), X)[0]
    y = second[0].subs(value, v)
    shown = f"({latex(x)}, {latex(y)})"
    equation = f"{latex(q)}={latex(first[0].subs(value, sp.Symbol(f'f({latex(u)})')))}"
    steps = [
        WORDS["known"].say(say, equation=equation, u=latex(u), v=latex(v)),
        WORDS["place"].say(say, inner=latex(second[1]), u=latex(u), x=latex(x)),
        WORDS["value"].say(
            say, body=latex(second[0].subs(value, sp.Symbol(f"f({latex(u)})"))), y=latex(y), point=shown
        ),
    ]
    lines = [
        "x, F = symbols('x F')",
        f"u = ({exact_source(first[1])}).subs(x, {exact_source(p)})",
        comment(WORDS["code"].say(say)),
        f"v = solve({exact_source(first[0])} - {_bracketed(q)}, F)[0]",
        f"point = (solve({exact_source(second[1])} - u, x)[0], ({exact_source(second[0])}).subs(F, v))",
    ]
    # a line through the known point; both graphs of it are lines
    test = [
        "x, k = symbols('x k')",
        f"p, q = {exact_source((p, q))}",
        f"inner, other = {exact_source((first[1], second[1]))}",
        f"F = {exact_source(v)} + k*(inner - inner.subs(x, p))",
        f"fits = simplify(({exact_source(first[0])}).subs(x, p) - q) == 0",
        f"F = {exact_source(v)} + k*(other - inner.subs(x, p))",
        f"second = {exact_source(second[0])}",
    ]
    if not what:
        tests = (
            *test,
            "bool(fits and len(answer) == 2 and expand(second.subs(x, answer[0]) - answer[1]) == 0)",
        )
        return Prepared(
            say,
            tuple(steps),
            cell(*lines, "point"),
            tests,
            WORDS["method"],
            shown=shown_point,
            given=one_point,
        )
    total = x + y if what == "sum" else x * y
    steps.append(WORDS[what].say(say, value=latex(total)))
    place = exact_source(x)
    tests = (
        *test,
        f"y = second.subs(x, {place})",
        f"bool(fits and expand(y {'+' if what == 'sum' else '*'} {_bracketed(x)} - answer) == 0)",
    )
    last = "point[0] + point[1]" if what == "sum" else "point[0] * point[1]"
    return Prepared(say, tuple(steps), cell(*lines, last), tests, WORDS["method"], given=one_value)


def _bracketed(value: sp.Expr) -> str:
    return f"({exact_source(value)})"
