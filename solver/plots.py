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
SOLUTION_SET: Final = {"en": "Solution set", "zh": "解集"}
ENDS: Final = {"en": "filled: belongs to it, hollow: does not", "zh": "实心点属于解集，空心点不属于"}
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


def number_line(
    parts: Sequence[tuple[Any, Any, bool, bool]],
    points: Sequence[Any],
    variable: str,
    shown_set: str,
    *,
    language: Language,
) -> str:
    """The intervals `(start, end, start belongs to it, end belongs to it)` and single points on a number line.

    `shown_set` is the same in LaTeX.
    """
    ends = [float(e) for part in parts for e in part[:2] if sp.sympify(e).is_finite] + [
        float(p) for p in points
    ]
    room = max((max(ends) - min(ends)) / 2, 2.0)
    low, high = min(ends) - room, max(ends) + room
    code = [
        "import matplotlib.pyplot as plt",
        "",
        "plt.figure(figsize=(5, 1.5))",
        'plt.axhline(0, color="black", linewidth=1)',
    ]
    for start, end, _, _ in parts:
        a = _decimal(start) if sp.sympify(start).is_finite else _decimal(low)
        b = _decimal(end) if sp.sympify(end).is_finite else _decimal(high)
        code.append(f'plt.plot([{a}, {b}], [0, 0], color="tab:blue", linewidth=5, solid_capstyle="butt")')
    marks = [
        (e, inside) for start, end, *belong in parts for e, inside in zip((start, end), belong, strict=True)
    ]
    shown = dict.fromkeys(
        (e, inside) for e, inside in [*marks, *((p, True) for p in points)] if sp.sympify(e).is_finite
    )
    for value, inside in shown:
        face = POINT_COLOUR if inside else "white"
        code.append(
            f'plt.plot({_decimal(value)}, 0, "o", markersize=9, color="{POINT_COLOUR}", markerfacecolor="{face}")'
        )
    ticks = sorted({sp.sympify(e) for e, _ in shown}, key=float)
    names = ", ".join(f"r'${sp.latex(t)}$'" for t in ticks)
    code += [
        f"plt.xticks([{', '.join(map(_decimal, ticks))}], [{names}])",
        "plt.yticks([])",
        f"plt.xlim({_decimal(low)}, {_decimal(high)})",
        f'plt.xlabel("{plain_name(variable)}  ({ENDS[language]})")',
        f'plt.title(r"{SOLUTION_SET[language]}: ${shown_set}$")',
        "for side in plt.gca().spines.values():",
        "    side.set_visible(False)",
        "plt.tight_layout()",
        "plt.show()",
    ]
    return "\n".join(code)
