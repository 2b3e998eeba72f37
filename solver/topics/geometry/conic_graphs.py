"""Draw a circle, an ellipse, a hyperbola or a parabola in any of the four directions, from its equation in x and y.

Read: "plot x^2/9 + y^2/4 = 1", "sketch the parabola y^2 = 8x", 画出双曲线… What is drawn beside the curve (centre, vertices, foci, axes, asymptotes, directrix) is found by the
topics `conics`, `circles` and `parabolas`. Not: functions y = f(x) (`graphs`), rotated curves, letters as numbers, several curves.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import to_latex
from solver.formula.nodes import Relation, Symbol
from solver.plots import POINT_COLOUR
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reader, Reading, Text, Unread, Words
from solver.topics.functions.graphs import ASKED
from solver.topics.functions.graphs import VOCABULARY as GRAPHS
from solver.topics.functions.parabolas import read as read_parabola
from solver.topics.geometry.circles import read as read_circle
from solver.topics.geometry.conics import read as read_conic
from solver.topics.geometry.conics.drawing import CLOSING
from solver.topics.geometry.conics.shape import X, Y, polynomial_of, type_of
from solver.topics.prepared import Opened

VOCABULARY: Final = {
    "plot": GRAPHS["plot"],
    "ellipse": "ellipse|椭圆",
    "hyperbola": "hyperbola|双曲线",
    "circle": "circle|圆",
    "parabola": "parabola|抛物线",
    "words": "graph of|the graph|curves?|conic|conic section|equation|图像|图象|的图像|的图象|曲线|圆锥曲线|方程|图形|的图形|草图|简图|的草图|的简图|表示的曲线|坐标系中|在平面直角坐标系中|在坐标系中"
    "|mark|label|indicate|its|foci|focus|center|centre|vertices|vertex|asymptotes?|directrix|radius|and its|showing|标出|标明|并标出|焦点|圆心|中心|顶点|渐近线|准线|半径",
}  # fmt: skip
QUESTIONS: Final = {
    "ellipse": Words("Find the center, vertices and foci of the ellipse ${equation}$.", "求椭圆${equation}$的中心、顶点和焦点。"),
    "hyperbola": Words("Find the center, vertices, foci and asymptotes of the hyperbola ${equation}$.", "求双曲线${equation}$的中心、顶点、焦点和渐近线。"),
    "circle": Words("Find the center and radius of the circle ${equation}$.", "求圆${equation}$的圆心和半径。"),
    "parabola": Words("Find the vertex, focus and directrix of the parabola ${equation}$.", "求抛物线${equation}$的顶点、焦点和准线。"),
}  # fmt: skip
READERS: Final[dict[str, Reader]] = {
    "ellipse": read_conic,
    "hyperbola": read_conic,
    "circle": read_circle,
    "parabola": read_parabola,
}
WORDS: Final = {
    "ellipse": Words("\\({equation}\\) is an ellipse. To draw it we need its centre, its vertices and its foci.", "\\({equation}\\) 是椭圆，作图需要它的中心、顶点和焦点。"),
    "hyperbola": Words("\\({equation}\\) is a hyperbola. To draw it we need its centre, its vertices, its foci and its asymptotes.", "\\({equation}\\) 是双曲线，作图需要它的中心、顶点、焦点和渐近线。"),
    "circle": Words("\\({equation}\\) is a circle. To draw it we need its centre and its radius.", "\\({equation}\\) 是圆，作图需要圆心和半径。"),
    "parabola": Words("\\({equation}\\) is a parabola. To draw it we need its vertex, its focus and its directrix.", "\\({equation}\\) 是抛物线，作图需要它的顶点、焦点和准线。"),
    "center": Words("centre", "圆心"),
    "vertex": Words("vertex", "顶点"),
    "focus": Words("focus", "焦点"),
    "directrix": Words("directrix", "准线"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """One equation that is to be drawn."""
    if ASKED.search(text.source) is None:
        return None
    found = account(text.source, VOCABULARY)
    if not found.has("plot") or len(found.nodes) != 1:
        return None
    node = found.nodes[0]
    if not isinstance(node, Relation) or node.signs != ("=",) or node.sides[0] == Symbol("y"):
        return None
    poly = polynomial_of(node)
    kind = type_of(poly) if poly is not None else None
    if poly is None or kind is None or any(found.has(name) for name in QUESTIONS if name != kind):
        return None
    if found.unread:
        return Unread(found.unread)
    equation = to_latex(node)
    question = QUESTIONS[kind].say(text.language, equation=equation)
    task = READERS[kind](Text(question, text.language))
    if task is None or isinstance(task, Unread):
        return None
    plot = _circle(poly, text.language) if kind == "circle" else None
    plot = _parabola(poly, text.language) if kind == "parabola" else plot
    return Opened((WORDS[kind].say(text.language, equation=equation),), task, plot)


_OPENING: Final = ("import matplotlib.pyplot as plt", "import numpy as np", "")


def _decimals(*values: sp.Expr) -> str:
    return ", ".join(f"{float(v):.6g}" for v in values)


def _circle(poly: sp.Poly, language: Language) -> str:
    p, d, e, f = (poly.coeff_monomial(m) for m in (X**2, X, Y, 1))
    h, k = -d / (2 * p), -e / (2 * p)
    radius = sp.sqrt(h**2 + k**2 - f / p)
    lines = [
        *_OPENING,
        f"h, k, r = {_decimals(h, k, radius)}",
        "t = np.linspace(0, 2*np.pi, 400)",
        "plt.plot(h + r*np.cos(t), k + r*np.sin(t))",
        'plt.plot([h, h + r], [k, k], "--", color="gray", linewidth=1, label=f"r = {r:g}")',
        f'plt.plot(h, k, "o", color="{POINT_COLOUR}", label=f"{WORDS["center"].say(language)} ({{h:g}}, {{k:g}})")',
        *CLOSING,
    ]
    return "\n".join(lines)


def _parabola(poly: sp.Poly, language: Language) -> str:
    """(y − k)² = m (x − h), or with x and y exchanged."""
    level = poly.coeff_monomial(X**2) == 0
    z, w = (Y, X) if level else (X, Y)
    q, e, d, f = (poly.coeff_monomial(m) for m in (z**2, z, w, 1))
    middle, m = -e / (2 * q), -d / q
    along = (q * middle**2 - f) / d  # where the squared letter is `middle`
    vertex = (along, middle) if level else (middle, along)
    focus = (along + m / 4, middle) if level else (middle, along + m / 4)
    lines = [
        *_OPENING,
        f"h, k, m = {_decimals(*vertex, m)}",
        "t = np.linspace(-1.5*abs(m), 1.5*abs(m), 400)",
        "plt.plot(h + t**2/m, k + t)" if level else "plt.plot(h + t, k + t**2/m)",
        f'plt.plot(h, k, "o", color="C2", label=f"{WORDS["vertex"].say(language)} ({{h:g}}, {{k:g}})")',
        f'plt.plot({_decimals(*focus)}, "o", color="{POINT_COLOUR}", label=r"{WORDS["focus"].say(language)} $({sp.latex(focus[0])}, {sp.latex(focus[1])})$")',
        f'plt.ax{"v" if level else "h"}line({_decimals(along - m / 4)}, linestyle="--", linewidth=1, color="gray", label=r"{WORDS["directrix"].say(language)} ${w}={sp.latex(along - m / 4)}$")',
        *CLOSING,
    ]
    return "\n".join(lines)
