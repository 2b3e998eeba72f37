"""A picture of a plane figure, as the source of a cell: its outline with the known and the found lengths at their places.

To scale. Solids, rings, sectors and polygons by their angles are not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final, TypeAlias

import sympy as sp

from solver.topics.geometry.figures.figure import Figure, chain, evaluate

Point: TypeAlias = tuple[float, float]
Sizes: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """Corners from the sizes in `needed`; `sides` are pairs of corners with the letter of the length between them."""

    needed: tuple[str, ...]
    corners: Callable[[Sizes], list[Point]]
    sides: tuple[tuple[int, int, str], ...]


def _by_sides(s: Sizes) -> list[Point]:
    foot = (s["b"] ** 2 + s["c"] ** 2 - s["a"] ** 2) / (2 * s["c"])
    return [(0, 0), (s["c"], 0), (foot, sqrt(max(s["b"] ** 2 - foot**2, 0)))]


def _isosceles(s: Sizes) -> list[Point]:
    return [(0, 0), (s["b"], 0), (s["b"] / 2, s["h"])]


def _trapezoid(s: Sizes) -> list[Point]:
    return [(0, 0), (s["b"], 0), ((s["b"] + s["a"]) / 2, s["h"]), ((s["b"] - s["a"]) / 2, s["h"])]


_OUTLINES: Final = {
    "triangle": Outline(("a", "b", "c"), _by_sides, ((0, 1, "c"), (1, 2, "a"), (2, 0, "b"))),
    "right_triangle": Outline(
        ("a", "b"),
        lambda s: [(0, 0), (s["a"], 0), (0, s["b"])],
        ((0, 1, "a"), (2, 0, "b"), (1, 2, "c")),
    ),
    "isosceles": Outline(("b", "h"), _isosceles, ((0, 1, "b"), (1, 2, "a"), (2, 0, "a"))),
    "equilateral": Outline(
        ("a", "h"),
        lambda s: [(0, 0), (s["a"], 0), (s["a"] / 2, s["h"])],
        ((0, 1, "a"), (1, 2, "a"), (2, 0, "a")),
    ),
    "square": Outline(
        ("a",), lambda s: [(0, 0), (s["a"], 0), (s["a"], s["a"]), (0, s["a"])], ((0, 1, "a"), (0, 2, "d"))
    ),
    "rectangle": Outline(
        ("l", "w"),
        lambda s: [(0, 0), (s["l"], 0), (s["l"], s["w"]), (0, s["w"])],
        ((0, 1, "l"), (1, 2, "w"), (0, 2, "d")),
    ),
    "rhombus": Outline(
        ("d_1", "d_2"),
        lambda s: [(s["d_1"] / 2, 0), (0, s["d_2"] / 2), (-s["d_1"] / 2, 0), (0, -s["d_2"] / 2)],
        ((0, 1, "a"), (0, 2, "d_1"), (1, 3, "d_2")),
    ),
    "trapezoid": Outline(("a", "b", "h"), _trapezoid, ((0, 1, "b"), (2, 3, "a"))),
}
_LARGEST: Final = 10**6


def picture(figure: Figure, values: Mapping[str, sp.Expr], labels: Mapping[str, str]) -> str | None:
    """The cell that draws the figure with `labels` (LaTeX) at its sides; None where its shape is not known or not drawn."""
    outline = _OUTLINES.get(figure.noun)
    rules = chain(figure, values, outline.needed) if outline is not None else None
    if outline is None or rules is None:
        return None
    sizes = dict(values)
    for rule in rules:
        sizes[rule.target] = evaluate(rule, sizes, sp.pi)
        if not (sizes[rule.target].is_real and sizes[rule.target].is_positive):
            return None
    known = {letter: float(value) for letter, value in sizes.items()}
    if max(known.values()) > _LARGEST:
        return None
    corners = outline.corners(known)
    shown = ", ".join(f"({x:.6g}, {y:.6g})" for x, y in corners)
    code = [
        "import matplotlib.pyplot as plt",
        "",
        f"corners = [{shown}]",
        'plt.fill(*zip(*corners), alpha=0.2, edgecolor="black")',
    ]
    for i, j, letter in outline.sides:
        if letter not in labels:
            continue
        (a, b), (c, d) = corners[i], corners[j]
        along = 0.5
        if abs(i - j) == 2 and len(corners) == 4:  # a diagonal; two of them cross in the middle
            along = 0.3
            code.append(f'plt.plot([{a:.6g}, {c:.6g}], [{b:.6g}, {d:.6g}], "--", color="gray")')
        x, y = a + (c - a) * along, b + (d - b) * along
        code.append(f"plt.text({x:.6g}, {y:.6g}, r'${labels[letter]}$')")
    return "\n".join([*code, 'plt.axis("equal")', 'plt.axis("off")', "plt.show()"])
