"""What to plot for a problem, as the source of a cell that the reader sees and can change.

Only source is made here; drawing is the kernel's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sympy as sp

from solver.formula import plain_name, python_name
from solver.ports import Language

POINT_COLOUR: Final = "crimson"
TITLES: Final = {"en": "Graph of ", "zh": ""}
TAILS: Final = {"en": "", "zh": " 的图像"}


def _decimal(value: Any) -> str:
    return f"{float(value):.6g}"


def _label(name: str, x: Any, y: Any) -> str:
    return rf"r'{name} $({sp.latex(x)},\ {sp.latex(y)})$'"


def curve(
    source: str,
    variable: str,
    interval: tuple[Any, Any],
    *,
    points: Sequence[tuple[Any, Any, str]] = (),
    lines: Sequence[tuple[Any, str]] = (),
    shade: tuple[Any, Any] | None = None,
    y_limits: tuple[Any, Any] | None = None,
    language: Language,
) -> str:
    """A graph of the expression `source` (Python with sympy's names) over `interval`.

    Args:
        points: marked points `(x, y, name)`.
        lines: vertical lines `(x, name)`.
        shade: part of the axis over which the area to the curve is filled.
        y_limits: what to show of the y axis, for curves that run off to infinity.
    """
    x = python_name(variable)
    code = [
        "import matplotlib.pyplot as plt",
        "import numpy as np",
        "from sympy import *",
        "",
        f'{x} = symbols("{x}")',
        f"y = {source}",
        f'f = lambdify({x}, y, "numpy")',
        f"xs = np.linspace({_decimal(interval[0])}, {_decimal(interval[1])}, 600)",
        "ys = f(xs) + 0*xs",
        'plt.plot(xs, ys, label=f"$y = {latex(y)}$")',
    ]
    if shade is not None:
        code += [
            f"inside = (xs >= {_decimal(shade[0])}) & (xs <= {_decimal(shade[1])})",
            "plt.fill_between(xs, ys, where=inside, alpha=0.25)",
        ]
    for px, py, name in points:
        code.append(
            f'plt.plot({_decimal(px)}, {_decimal(py)}, "o", color="{POINT_COLOUR}", label={_label(name, px, py)})'
        )
    for lx, name in lines:
        code.append(f'plt.axvline({_decimal(lx)}, linestyle="--", linewidth=1, color="gray", label={name!r})')
    if y_limits is not None:
        code.append(f"plt.ylim({_decimal(y_limits[0])}, {_decimal(y_limits[1])})")
    code += [
        'plt.axhline(0, linewidth=0.8, color="black")',
        f'plt.xlabel("{plain_name(variable)}")',
        'plt.ylabel("y")',
        f'plt.title(f"{TITLES[language]}$y = {{latex(y)}}${TAILS[language]}")',
        "plt.legend()",
        "plt.grid(alpha=0.3)",
        "plt.show()",
    ]
    return "\n".join(code)
