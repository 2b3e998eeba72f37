"""Whether ink looks like the Chinese character that it was read as: it is laid over that character of this machine's fonts.

A reader of words takes a fraction for 主 and a raised 15 for 三, and is sure of it; their ink is not that of the characters. Where no Chinese
font is installed nothing is known, and nothing held against a reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from solver.ocr.ink import Labels, Piece, around

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

Shape: TypeAlias = NDArray[np.float32]

SIDE_PX: Final = 20
DRAWN_PX: Final = 64
FLAT: Final = 3.0
"""Times as wide as high, or the other way round: a bar, of which nothing but that can be compared."""
UNLIKE_ASPECT: Final = 1.9
"""Fonts differ in how wide a character is, at most by this factor."""
FOLDERS: Final = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/System/Library/Fonts", "/Library/Fonts",
    "C:/Windows/Fonts",
)  # fmt: skip
FONTS: Final = (
    ("NotoSerifCJK-Regular.ttc", 2), ("NotoSansCJK-Regular.ttc", 2), ("NotoSerifSC-Regular.otf", 0), ("NotoSansSC-Regular.otf", 0),
    ("wqy-zenhei.ttc", 0), ("wqy-microhei.ttc", 0), ("simsun.ttc", 0), ("msyh.ttc", 0), ("simkai.ttf", 0), ("Songti.ttc", 0),
    ("PingFang.ttc", 0), ("STHeiti Light.ttc", 0),
)  # fmt: skip
"""File names, and which face of a collection has the mainland's shapes."""
MOST_FONTS: Final = 3
LEAST: Final = 0.3
"""Of a page's usual likeness: of print made for measuring the characters had 0.65 and more (in Kai 0.27), fractions and powers less than 0.28."""
FEWEST: Final = 4
"""Characters of a page from which there is a usual one."""


def likeness(pieces: Sequence[Piece], labels: Labels, text: str) -> float | None:
    """How much ink looks like a character, from -1 to 1 (the correlation of both, a little blurred); None where no font tells.

    Print in a font that is installed has 0.85 and more, in other Song and Hei fonts 0.7, in Kai 0.3; digits and letters taken for characters
    mostly less than 0.3.
    """
    drawn = glyphs(text)
    if not drawn or not pieces:
        return None
    span = around(p.span for p in pieces)
    own = np.isin(labels[span.top : span.bottom, span.left : span.right], [p.label for p in pieces])
    aspect = span.width / span.height
    shape = _shape(own.astype(np.uint8) * 255)
    return max(_alike(shape, aspect, other, its) for other, its in drawn)


def usual(likes: Sequence[float]) -> float:
    """How much the characters of a page look like those of our fonts; 0 where they are too few for that."""
    return float(np.median(likes)) if len(likes) >= FEWEST else 0.0


def _alike(one: Shape, aspect: float, other: Shape, its: float) -> float:
    if max(aspect, 1 / aspect) > FLAT or max(its, 1 / its) > FLAT:
        return 1.0 if (aspect > FLAT and its > FLAT) or (aspect < 1 / FLAT and its < 1 / FLAT) else 0.0
    if not 1 / UNLIKE_ASPECT < aspect / its < UNLIKE_ASPECT:
        return 0.0
    return float((one * other).mean())


def _shape(ink: NDArray[np.uint8]) -> Shape:
    """Ink stretched to a square, blurred, with mean 0 and deviation 1."""
    small = cv2.resize(ink, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA).astype(np.float32)
    soft = cv2.GaussianBlur(small, (0, 0), 1.2)
    return np.asarray((soft - soft.mean()) / max(float(soft.std()), 1e-3), np.float32)


@cache
def glyphs(text: str) -> tuple[tuple[Shape, float], ...]:
    """A character of each font, and how many times as wide as high it is."""
    from PIL import Image, ImageDraw

    found: list[tuple[Shape, float]] = []
    for font in _fonts():
        page = Image.new("L", (2 * DRAWN_PX, 2 * DRAWN_PX), 0)
        ImageDraw.Draw(page).text((DRAWN_PX // 2, DRAWN_PX // 4), text, fill=255, font=font)
        pixels = np.asarray(page, np.uint8)
        rows, columns = np.nonzero(pixels > 127)
        if not rows.size:
            continue
        box = pixels[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        found.append((_shape(box), box.shape[1] / box.shape[0]))
    return tuple(found)


@cache
def _fonts() -> tuple[FreeTypeFont, ...]:
    from PIL import ImageFont

    there = {path.name: path for folder in FOLDERS for path in _files(Path(folder).expanduser())}
    chosen = [(there[name], face) for name, face in FONTS if name in there][:MOST_FONTS]
    return tuple(ImageFont.truetype(path, DRAWN_PX, index=face) for path, face in chosen)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.[to]t[cf]") if path.is_file()] if folder.is_dir() else []
