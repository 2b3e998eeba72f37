"""A solution set drawn on the number line, as the source of a cell: rings for ends that do not belong to it, dots for those that do."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Words

TITLE: Final = Words("Solutions on the number line", "解集在数轴上的表示")


def picture(found: sp.Set, shown: str, variable: str, say: Language) -> str | None:
    """`found` on the axis of `variable`, with `shown` as its LaTeX; None where there is nothing to draw."""
    pieces = list(found.args) if isinstance(found, sp.Union) else [found]
    if not all(isinstance(p, sp.Interval | sp.FiniteSet) for p in pieces):
        return None
    ends: list[tuple[sp.Expr, bool]] = []
    for piece in pieces:
        if isinstance(piece, sp.FiniteSet):
            ends += [(p, True) for p in piece]
        else:
            ends += [(e, not is_open) for e, is_open in ((piece.start, piece.left_open), (piece.end, piece.right_open)) if e.is_finite]  # fmt: skip
    if not all(e.is_real for e, _ in ends) or len(ends) > 12:
        return None
    places = [float(e) for e, _ in ends] or [0.0]
    room = max((max(places) - min(places)) / 3, 2.0)
    low, high = min(places) - room, max(places) + room
    lines = [
        "import matplotlib.pyplot as plt",
        "",
        f"low, high = {_short(low)}, {_short(high)}",
        'plt.plot([low, high], [0, 0], color="gray", linewidth=1)',
    ]
    for piece in pieces:
        if isinstance(piece, sp.Interval):
            start, end = ("low" if e == -sp.oo else "high" if e == sp.oo else _short(float(e)) for e in (piece.start, piece.end))  # fmt: skip
            lines.append(f'plt.plot([{start}, {end}], [0, 0], color="C0", linewidth=5, alpha=0.7)')
    for end, belongs in dict.fromkeys(ends):
        face = '"C0"' if belongs else '"none"'
        lines.append(
            f'plt.plot({_short(float(end))}, 0, "o", markersize=10, markerfacecolor={face}, markeredgecolor="C0", markeredgewidth=2)'
        )
    ticks = sorted({(float(e), latex(e)) for e, _ in ends})
    lines += [
        f"plt.xticks({[float(_short(p)) for p, _ in ticks]}, {[f'${name}$' for _, name in ticks]})",
        "plt.yticks([])",
        "plt.ylim(-1, 1)",
        "plt.xlim(low, high)",
        f"plt.title({f'{TITLE.say(say)}: ${variable} ' + chr(92) + f'in {shown}$'!r})",
        "plt.show()",
    ]
    return "\n".join(lines)


def _short(value: float) -> str:
    return f"{value:.6g}"
