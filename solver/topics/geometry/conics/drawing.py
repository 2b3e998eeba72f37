"""A figure of an ellipse or a hyperbola as the source of a cell: axes, centre, vertices, foci, asymptotes."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.plots import POINT_COLOUR
from solver.ports import Language
from solver.topics.base import Words
from solver.topics.geometry.conics.shape import Conic

NAMES: Final = {
    "center": Words("centre", "中心"),
    "vertices": Words("vertices", "顶点"),
    "foci": Words("foci", "焦点"),
    "asymptotes": Words("asymptotes", "渐近线"),
}

CLOSING: Final = (
    'plt.axhline(0, linewidth=0.8, color="black")',
    'plt.axvline(0, linewidth=0.8, color="black")',
    'plt.axis("equal")',
    'plt.xlabel("x")',
    'plt.ylabel("y")',
    "plt.legend()",
    "plt.grid(alpha=0.3)",
    "plt.show()",
)
"""How every figure of a conic ends."""


def _decimal(value: sp.Expr) -> str:
    return f"{float(value):.6g}"


def drawing(shape: Conic, say: Language) -> str:
    """Both branches of a hyperbola up to three times their vertices' distance from the centre."""
    h, k = map(_decimal, shape.center)
    a, b, c = (_decimal(sp.sqrt(v)) for v in (shape.a2, shape.b2, shape.c2))
    lines = [
        "import matplotlib.pyplot as plt",
        "import numpy as np",
        "",
        f"h, k, a, b, c = {h}, {k}, {a}, {b}, {c}",
    ]
    level = shape.along == "x"

    def spot(distance: str) -> str:
        return (
            f"[h - {distance}, h + {distance}], [k, k]"
            if level
            else f"[h, h], [k - {distance}, k + {distance}]"
        )

    if shape.kind == "ellipse":
        lines += [
            "t = np.linspace(0, 2*np.pi, 400)",
            f"plt.plot(h + {'a' if level else 'b'}*np.cos(t), k + {'b' if level else 'a'}*np.sin(t))",
        ]
    else:
        lines += ["t = np.linspace(-1.8, 1.8, 400)", "main, cross = a*np.cosh(t), b*np.sinh(t)"]
        lines.append("for side in (-1, 1):")
        along = "h + side*main, k + cross" if level else "h + cross, k + side*main"
        lines.append(f'    plt.plot({along}, color="C0")')
        ends = (
            "[h - 3*a, h + 3*a], [k - 3*b*side, k + 3*b*side]"
            if level
            else "[h - 3*b*side, h + 3*b*side], [k - 3*a, k + 3*a]"
        )
        label = f'"{NAMES["asymptotes"].say(say)}" if side == 1 else None'
        lines.append(f'    plt.plot({ends}, "--", color="gray", linewidth=1, label={label})')
    lines += [
        f'plt.plot({spot("a")}, "o", color="C2", label="{NAMES["vertices"].say(say)}")',
        f'plt.plot({spot("c")}, "o", color="{POINT_COLOUR}", label="{NAMES["foci"].say(say)}")',
        f'plt.plot(h, k, "+", color="black", label="{NAMES["center"].say(say)}")',
        *CLOSING,
    ]
    return "\n".join(lines)
