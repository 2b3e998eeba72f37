"""What the ink of a formula is built of: fractions, roots, raised and lowered parts, signs, and between them runs of letters and digits.

Knows shapes and places, no characters: the runs are read elsewhere (`transcribing`). What it has no rule for is `Unclear`, never guessed:
sums, integrals, brackets over several lines. Lengths are pixels of `Prepared.ink`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np

from solver.ocr.ink import Labels, Piece, Span, around
from solver.ocr.shapes import is_equals

RAISED: Final = 0.18
"""Of a digit's height above the baseline: exponents stand at 0.22 and more, feet of main signs at most 0.08."""
SMALL: Final = (0.85, 1.05)
"""Of a row's height: exponents have 0.5 to 0.75 of a digit's, but in a row of x or n alone nearly all of it."""
DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Letters, digits and brackets beside one another, blob by blob; a digit of this row is `height_px` high."""

    blobs: tuple[tuple[Piece, ...], ...]
    height_px: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that its shape tells, as LaTeX."""

    latex: str


@dataclass(frozen=True, slots=True)
class Fraction:
    """What stands over a bar and what under it."""

    above: Row
    below: Row


@dataclass(frozen=True, slots=True)
class Root:
    """What stands under a square root."""

    inside: Row


@dataclass(frozen=True, slots=True)
class Script:
    """What is raised, or lowered, behind what stands before it."""

    mark: str  # "^" or "_"
    inside: Row


@dataclass(frozen=True, slots=True)
class Unclear:
    """Ink that no rule fits."""


Node: TypeAlias = Run | Sign | Fraction | Root | Script | Unclear
Row: TypeAlias = tuple[Node, ...]
Blob: TypeAlias = tuple[Piece, ...]


def structure(pieces: Sequence[Piece], labels: Labels, size: float, *, depth: int = 0) -> Row:
    """What a row of ink is built of, from left to right; characters are about `size` high."""
    if not pieces or depth > DEEPEST:
        return (Unclear(),)
    left = sorted(pieces, key=lambda p: p.span.left)
    built: list[tuple[Span, Node]] = []
    for piece in sorted(pieces, key=lambda p: -p.span.width):  # what is wider holds what is narrower
        if piece not in left:
            continue
        found = _root(piece, left, labels, size, depth)
        if found is None and piece.is_bar:
            found = _fraction(piece, left, labels, size, depth)
        if found is not None:
            node, used = found
            built.append((around(p.span for p in used), node))
            left = [p for p in left if p not in used]
    return _row(_blobs(left), built, labels, size, depth)


def _fraction(
    bar: Piece, pieces: Sequence[Piece], labels: Labels, size: float, depth: int
) -> tuple[Node, list[Piece]] | None:
    """The fraction of a bar, with all of its ink; None where it is none."""
    box = bar.span
    near = [
        p
        for p in pieces
        if p is not bar and box.left - 0.1 * size <= p.span.middle_x <= box.right + 0.1 * size
    ]
    above = [p for p in near if p.span.middle_y < box.top]
    below = [p for p in near if p.span.middle_y > box.bottom]
    if not above or not below:
        return None
    if all(p.span.height < 0.3 * size and p.span.width < 0.3 * size for p in near):
        gaps = [
            max(box.top - p.span.bottom, p.span.top - box.bottom) for p in near
        ]  # halves of a broken plus are nearer
        dots = len(near) == 2 and box.width < 1.2 * size and min(gaps) > 0.08 * size
        return (Sign(r"\div "), [bar, *near]) if dots else None
    if any(
        p.is_bar and abs(p.span.middle_y - box.middle_y) < 0.3 * size and p.span.width > 0.8 * box.width
        for p in near
    ):
        return None
    node = Fraction(
        structure(above, labels, size, depth=depth + 1), structure(below, labels, size, depth=depth + 1)
    )
    return node, [bar, *near]


def _root(
    top: Piece, pieces: Sequence[Piece], labels: Labels, size: float, depth: int
) -> tuple[Node, list[Piece]] | None:
    """The root of a hook with its bar in one piece, or of a bar that begins where a hook ends; None where there is none."""
    if _is_hooked(top, labels):
        signs, left, bottom = [top], top.span.left + 1, top.span.bottom
    elif top.is_bar:
        box = top.span
        hooks = [
            p
            for p in pieces
            if p.span.height > max(2.5 * box.height, 0.5 * size)
            and abs(p.span.right - box.left) < 0.12 * p.span.height
            and abs(p.span.top - box.top) < 0.15 * p.span.height
            and p.area < 0.35 * p.span.width * p.span.height
        ]
        if len(hooks) != 1:
            return None
        signs, left, bottom = [top, hooks[0]], hooks[0].span.right, hooks[0].span.bottom
    else:
        return None
    right = top.span.right + 0.05 * size
    inside = [
        p
        for p in pieces
        if p not in signs
        and p.span.middle_x > left
        and p.span.middle_x < right
        and top.span.top <= p.span.middle_y
        and p.span.middle_y < bottom
    ]
    if not inside:
        return None
    return Root(structure(inside, labels, size, depth=depth + 1)), [*signs, *inside]


def _is_hooked(piece: Piece, labels: Labels) -> bool:
    """A hook at the lower left, a bar over the right, and nothing below that: of any size."""
    box = piece.span
    if box.width < 0.5 * box.height or piece.area > 0.45 * box.width * box.height:
        return False
    own = labels[box.top : box.bottom, box.left : box.right] == piece.label
    hook = own[:, : max(2, round(0.08 * box.width))]
    right = own[:, round(0.75 * box.width) :]
    top = own[: max(2, round(0.15 * box.height)), round(0.65 * box.width) :]
    return bool(
        int(np.argmax(hook.any(axis=1))) > 0.25 * box.height
        and not right[round(0.35 * box.height) :].any()
        and top.any(axis=0).mean() > 0.95
    )


def _blobs(pieces: Sequence[Piece]) -> list[Blob]:
    """Pieces that stand above one another as one."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.span.left):
        if found:
            last = around(p.span for p in found[-1])
            shared = min(last.right, piece.span.right) - max(last.left, piece.span.left)
            if shared > 0.5 * min(last.width, piece.span.width):
                found[-1].append(piece)
                continue
        found.append([piece])
    return [tuple(blob) for blob in found]


def box_of(blob: Blob) -> Span:
    """The rectangle around a blob."""
    return around(p.span for p in blob)


def _sign(blob: Blob, labels: Labels) -> str | None:
    """The LaTeX of a sign that its shape tells; None for a letter or digit, "" for a sign that has no rule."""
    if is_equals(blob):
        return "="
    if len(blob) == 1:
        if blob[0].is_bar:
            return "-"
        return "+" if _is_cross(blob[0], labels) else None
    return "" if any(p.is_bar and p.span.width > 0.7 * box_of(blob).width for p in blob) else None


def _is_cross(piece: Piece, labels: Labels) -> bool:
    """One stroke across and one down, in the middle of a square: t and 4 are higher than wide, x has no stroke across."""
    box = piece.span
    if not 0.8 < box.width / max(box.height, 1) < 1.25 or piece.area > 0.6 * box.width * box.height:
        return False
    own = labels[box.top : box.bottom, box.left : box.right] == piece.label
    rows, columns = own.mean(axis=1), own.mean(axis=0)
    middle = slice(round(0.35 * box.height), round(0.65 * box.height) + 1)
    centre = slice(round(0.35 * box.width), round(0.65 * box.width) + 1)
    corners = own[: round(0.3 * box.height), : round(0.3 * box.width)].mean()
    return bool(rows[middle].max() > 0.9 and columns[centre].max() > 0.9 and corners < 0.15)


def _foot(blobs: Sequence[Blob], labels: Labels, size: float) -> tuple[float, float, bool] | None:
    """The baseline of a row, the height of its highest letters or digits, and whether some are higher than wide.

    It is at the foot of the first character, or a little higher where that may be a bracket or y: where most stand, with the signs in the
    middle of their height.
    """
    boxes = [
        box_of(b)
        for b in blobs
        if _sign(b, labels) is None and max(box_of(b).width, box_of(b).height) > 0.25 * size
    ]
    if not boxes:
        return None
    signs = [box_of(b).middle_y for b in blobs if _sign(b, labels) is not None]
    size = min(size, max(b.height for b in boxes))

    def at_foot(foot: float) -> list[Span]:
        return [b for b in boxes if abs(b.bottom - foot) < 0.1 * size]

    def fit(box: Span) -> tuple[int, int]:
        fitting = sum(abs(box.bottom - y - 0.36 * size) < 0.18 * size for y in signs)
        return fitting + len(at_foot(box.bottom)), box.height

    first = boxes[0]
    deep = 0.45 * first.height if first.height > 0.7 * size else 0.1 * size
    best = max((b for b in boxes if first.bottom - deep < b.bottom < first.bottom + 0.1 * size), key=fit)
    standing = at_foot(best.bottom)
    return (
        float(best.bottom),
        float(max(b.height for b in standing)),
        any(b.height > 1.25 * b.width for b in standing),
    )


def _row(
    blobs: Sequence[Blob], built: Sequence[tuple[Span, Node]], labels: Labels, size: float, depth: int
) -> Row:
    measured = _foot(blobs, labels, size)
    foot, height, tall = measured if measured else (0.0, size, True)
    if depth == 0:
        height = max(height, 0.68 * size)
    items: list[tuple[int, str, Blob, Node | None]] = [(s.left, "built", (), node) for s, node in built]
    items += [(box_of(b).left, _place(b, labels, foot, height, tall=tall), b, None) for b in blobs]
    items.sort(key=lambda item: item[0])
    nodes: list[Node] = []
    at = 0
    while at < len(items):
        kind = items[at][1]
        end = at + 1
        while end < len(items) and items[end][1] == kind and kind in ("main", "^", "_"):
            end += 1
        group = [blob for _, _, blob, _ in items[at:end]]
        node = items[at][3]
        if node is not None:
            nodes.append(node)
        elif kind == "main":
            nodes.append(Run(tuple(group), height))
        elif kind in ("^", "_"):
            inside = structure([p for b in group for p in b], labels, 0.7 * size, depth=depth + 1)
            nodes.append(Script(kind, inside) if nodes and not isinstance(nodes[-1], Sign) else Unclear())
        elif kind == "dot":
            nodes.append(Sign(r"\cdot "))
        elif kind == "sign" and (latex := _sign(group[0], labels)):
            nodes.append(Sign(latex))
        else:
            nodes.append(Unclear())
        at = end
    return tuple(nodes)


def _place(blob: Blob, labels: Labels, foot: float, height: float, *, tall: bool) -> str:
    """Whether a blob is a sign, a letter or digit of the row, raised or lowered, or nothing that is known."""
    box = box_of(blob)
    if (sign := _sign(blob, labels)) is not None:
        if box.middle_y < foot - 0.62 * height and foot:
            return "^"
        return "sign" if sign else "unclear"
    if max(box.height, box.width) < 0.3 * height:  # a decimal point, a product's dot; others (′) have no rule
        if abs(box.bottom - foot) < 0.1 * height:
            return "main"
        return "dot" if 0.25 * height < foot - box.middle_y < 0.5 * height else "unclear"
    if box.bottom < foot - RAISED * height:
        return "^" if box.height < SMALL[not tall] * height else "unclear"
    if box.height < 0.3 * height:
        return "unclear"
    if box.bottom > foot + 0.1 * height and box.top > foot - 0.5 * height:
        return "_"
    return "main" if box.height < 1.7 * height else "unclear"


def runs_of(row: Row) -> list[Run]:
    """All runs of a structure, in the order in which they are told."""
    found: list[Run] = []
    for node in row:
        match node:
            case Run():
                found.append(node)
            case Fraction(above, below):
                found += [*runs_of(above), *runs_of(below)]
            case Root(inside) | Script(_, inside):
                found += runs_of(inside)
            case _:
                pass
    return found


def is_clear(row: Row) -> bool:
    """Whether all of it has a rule, and no sign stands beside another as it cannot."""
    for node in row:
        match node:
            case Unclear():
                return False
            case Fraction(above, below):
                if not (is_clear(above) and is_clear(below)):
                    return False
            case Root(inside):
                if not is_clear(inside):
                    return False
            case Script(_, inside):
                if not is_clear(inside) or not _is_exponent(inside):
                    return False
            case _:
                pass
    return not any(isinstance(a, Sign) and isinstance(b, Sign) and b.latex != "-" for a, b in pairwise(row))


def _is_exponent(row: Row) -> bool:
    """What may be raised: no relation, no sign at its end, a plus not at its beginning either."""
    signs = [node.latex if isinstance(node, Sign) else "" for node in row]
    return "=" not in signs and not signs[-1] and signs[0] in ("", "-")
