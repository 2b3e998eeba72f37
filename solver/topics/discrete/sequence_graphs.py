"""Draw a sequence as points (n, a_n): the first terms, and the line that they come close to.

Read: "plot the first 10 terms of a_n = n/(n+1)", 画出数列a_n=2n-1的前6项的图像; ten terms where no number is said. Not: recursions, sums, functions of x.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Binary, Call, Constant, Negative, Number, Relation, Symbol, walk
from solver.latex import exact_latex, values_in
from solver.plots import POINT_COLOUR
from solver.reader import account
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.functions.graphs import ASKED
from solver.topics.functions.graphs import VOCABULARY as GRAPHS
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "plot": GRAPHS["plot"],
    "count": "counttoken",
    "sequence": "sequence|sequences|terms|数列|项|通项|通项公式|an|general term",
    "words": "graph of|the graph|points|as points|defined by|whose|term|th term|nth term|with|图像|图象|的图像|的图象|图|散点图|的散点图|用点|各项|点|在坐标系中|在平面直角坐标系中",
}  # fmt: skip
MAX_TERMS: Final = 30
FAR: Final = 10**6
"""Whether the terms are near their limit is looked at in floating point: exactly, 2^n has a million digits there."""
WORDS: Final = {
    "table": Words("Put \\(n=1,2,\\ldots,{count}\\) into \\(a_n={body}\\). Each term is one point \\((n,a_n)\\): {rows}.", "把 \\(n=1,2,\\ldots,{count}\\) 代入 \\(a_n={body}\\)，每一项对应一个点 \\((n,a_n)\\)：{rows}。"),
    "points": Words("A sequence is defined for whole \\(n\\) only, so its graph is a row of separate points, not a curve.", "数列只在正整数处有定义，所以它的图像是一些孤立的点，而不是曲线。"),
    "limit": Words("As \\(n\\) grows the terms come close to \\({limit}\\), the dashed line in the figure: \\[\\lim_{{n\\to\\infty}}{body}={limit}\\]", "当 \\(n\\) 增大时，各项趋近于 \\({limit}\\)（图中的虚线）：\\[\\lim_{{n\\to\\infty}}{body}={limit}\\]"),
    "code": Words("the terms", "各项的值"),
    "answer": Words("The terms to be drawn are \\({answer}\\).", "要画的各项依次为 \\({answer}\\)。"),
    "method": Words("every term was computed again as a decimal of 30 digits", "用 30 位小数重新计算各项"),
    "title": Words("the first {count} terms", "前 {count} 项"),
}  # fmt: skip
_WORDS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()
_FIRST: Final = re.compile(rf"(?i)\bfirst\s+({'|'.join(_WORDS)})\b")
_COUNT: Final = (
    re.compile(r"(?i)\b(?:the\s+)?first\s+\$?(\d{1,3})\$?\s+(?:terms?|points?)\b(?:\s+(?:of|in)\b)?"),
    re.compile(r"(?:的)?前\s*\$?(\d{1,3})\$?\s*项"),
    re.compile(r"(?i)\bfor\s+\$?n\s*=\s*1\$?\s+to\s+\$?(\d{1,3})\$?"),
)


def read(text: Text) -> Reading:
    """One formula in n."""
    if ASKED.search(text.source) is None:
        return None
    source, counts = (
        _FIRST.sub(lambda m: f"first {_WORDS.index(m[1].lower())}", in_digits(text.source)),
        list[int](),
    )
    for pattern in _COUNT:
        counts += [int(m[1]) for m in pattern.finditer(source)]
        source = pattern.sub(" counttoken ", source)
    found = account(source, VOCABULARY)
    if not found.has("plot") or len(found.nodes) != 1 or len(counts) > 1:
        return None
    match found.nodes[0]:
        case Relation(("=",), (Symbol(name), body)) if re.fullmatch(r"[a-z]_n", name):
            pass
        case _:
            return None
    count = counts[0] if counts else 10
    if found.unread:
        return Unread(found.unread)
    if not 2 <= count <= MAX_TERMS or not _is_plain(body):
        return None
    return _task(body, count, text)


def _is_plain(body: Node) -> bool:
    kinds = (Symbol, Number, Binary, Call, Constant, Negative)
    names = {n.name for n in walk(body) if isinstance(n, Symbol)} - {"e"}
    return names == {"n"} and all(isinstance(n, kinds) and not isinstance(n, Apply) for n in walk(body))


def _task(body: Node, count: int, text: Text) -> Reading:
    n, say = sp.Symbol("n", integer=True, positive=True), text.language
    try:
        a = to_sympy(body, {"n": n})
        terms = [sp.simplify(a.subs(n, k)) for k in range(1, count + 1)]
    except (FormulaError, TypeError):
        return None
    if not all(t.is_real and t.is_finite and abs(t) < 10**9 for t in terms):
        return None
    limit = _limit(a, n)
    shown = to_latex(body)
    rows = ("，" if say == "zh" else ", ").join(
        f"\\(a_{{{k}}}={exact_latex(t)}\\)" for k, t in enumerate(terms, 1)
    )
    steps = [WORDS["table"].say(say, count=count, body=shown, rows=rows), WORDS["points"].say(say)]
    if limit is not None:
        steps.append(WORDS["limit"].say(say, body=shown, limit=exact_latex(limit)))
    python = to_python(body)
    source = cell(
        f"a = {python}",
        comment(WORDS["code"].say(say)),
        f"[simplify(a.subs(n, k)) for k in range(1, {count + 1})]",
        variables="n",
    )
    tests = (
        "from mpmath import mp",
        "mp.dps = 30",
        f"a = lambdify(symbols('n'), {python}, 'mpmath')",
        f"same = len(answer) == {count} and all(abs(a(mp.mpf(k)) - N(t, 30)) < 1e-20 for k, t in enumerate(answer, 1))",
        "bool(same)",
    )
    return Prepared(
        say,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        sentence=WORDS["answer"],
        shown=_shown,
        given=_given,
        letters=("n",),
        plot=_plot(python, count, limit, text),
    )


def _limit(a: sp.Expr, n: sp.Symbol) -> sp.Expr | None:
    """Where the terms go; None where to no finite number, or sympy does not know."""
    try:
        found = sp.limit(a, n, sp.oo)
    except (NotImplementedError, ValueError, TypeError):
        return None
    if not isinstance(found, sp.Expr) or not found.is_finite or not found.is_real or found.has(sp.Limit):
        return None
    try:
        near = abs(sp.lambdify(n, a - found, "mpmath")(float(FAR)))
    except OverflowError:
        return None
    return found if near < 0.01 else None


def _shown(value: Any) -> str | None:
    if not isinstance(value, list) or any(not isinstance(v, sp.Expr) or v.free_symbols for v in value):
        return None
    return exact_latex(value)


def _given(answer: str) -> Any:
    values = values_in(answer)
    if values is None or any(not isinstance(v, sp.Expr) or v.free_symbols for v in values):
        return None
    return list(values)


def _plot(python: str, count: int, limit: sp.Expr | None, text: Text) -> str:
    lines = [
        "import matplotlib.pyplot as plt",
        "from sympy import *",
        "",
        'n = symbols("n")',
        f"a = {python}",
        f"places = range(1, {count + 1})",
        'plt.plot(places, [float(a.subs(n, k)) for k in places], "o", label=f"$a_n = {latex(a)}$")',
    ]
    if limit is not None:
        lines.append(
            f'plt.axhline({float(limit):.6g}, linestyle="--", color="{POINT_COLOUR}", linewidth=1, label=r"${sp.latex(limit)}$")'
        )
    return "\n".join(
        [
            *lines,
            'plt.xlabel("n")',
            'plt.ylabel("$a_n$")',
            "plt.xticks(list(places))" if count <= 15 else "",
            f'plt.title("{WORDS["title"].say(text.language, count=count)}")',
            "plt.legend()",
            "plt.grid(alpha=0.3)",
            "plt.show()",
        ]
    ).replace("\n\nplt.title", "\nplt.title")
