"""A photo to an even, upright page of dark ink on white: light evened out, turned straight, scaled to a size that reads well.

Works on pixels only; what the ink says is the business of others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from solver.errors import PictureRefused

if TYPE_CHECKING:
    from PIL import Image

Grey: TypeAlias = NDArray[np.uint8]
Matrix: TypeAlias = NDArray[np.float64]

INK_HEIGHT_PX: Final = 34
"""How high a capital or a Chinese character is made: Tesseract's line model works on 36 pixels a line."""
MAX_ENLARGED: Final = 4.0
MAX_WORKING_PX: Final = 12_000_000
MAX_SKEW_DEG: Final = 12.0
LEAST_SPAN: Final = 9
"""Character heights that writing must be wide for its slope to be seen: of upright short formulas 2ˣ = 3 seemed askew by 6°."""
SHOWN_SIDE_PX: Final = 1600
_INKED: Final = 165
"""Grey from which there is ink: thin strokes of small letters are never black."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page ready to be read.

    Attributes:
        ink: grey, 0 black to 255 white, in the working scale.
        shown: the upright picture in RGB as people are shown it.
        matrix: from pixels of the decoded picture to those of `shown`, affine, 2 × 3.
        scale: pixels of `ink` for a pixel of `shown`.
        height_px: how high capitals or characters are, in `ink`.
        enlarged: pixels of `ink` for a pixel of the decoded picture.
    """

    ink: Grey
    shown: NDArray[np.uint8]
    matrix: Matrix
    scale: float
    height_px: float
    enlarged: float


def prepare(image: Image.Image, *, quarter_turns: int = 0) -> Prepared:
    """The page of a decoded picture, turned by quarters counter-clockwise first.

    Raises:
        PictureRefused: there is no ink on it.
    """
    pixels = np.asarray(image)
    height, width = pixels.shape[:2]
    turned = np.ascontiguousarray(np.rot90(pixels, quarter_turns))
    flat = _even(np.asarray(cv2.cvtColor(turned, cv2.COLOR_RGB2GRAY), np.uint8))
    size = ink_height(flat)
    if size is None:
        raise PictureRefused("picture-blank")
    shown, matrix = turned, _turning(quarter_turns, width, height)
    angle = skew_deg(flat, size)
    if abs(angle) > 0.15:
        rotation = _rotation(angle, flat.shape[1], flat.shape[0])
        flat = _warp(flat, rotation, 255)
        shown = _warp(turned, rotation, None)
        matrix = _after(rotation, matrix)
    scale = float(np.clip(INK_HEIGHT_PX / size, 0.2, MAX_ENLARGED))
    scale = min(scale, (MAX_WORKING_PX / flat.size) ** 0.5)
    ink = np.asarray(
        cv2.resize(
            flat, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        ),
        np.uint8,
    )
    shrunk = min(1.0, SHOWN_SIDE_PX / max(shown.shape[:2]))
    if shrunk < 1:
        shown = np.asarray(
            cv2.resize(shown, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA), np.uint8
        )
        matrix = matrix * shrunk
    return Prepared(ink, shown, matrix, scale / shrunk, size * scale, scale)


def _even(grey: Grey) -> Grey:
    """Dark ink on white paper whatever the light was: divided by the paper's own brightness nearby."""
    height, width = grey.shape
    factor = min(1.0, 600 / max(height, width))
    small = np.asarray(cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)
    if float(np.median(small)) < 110 and _is_light_on_dark(small):
        grey, small = 255 - grey, 255 - small
    span = max(15, round(max(small.shape) / 24)) | 1
    window = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (span, span))
    paper = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, window), min(span, 31) | 1)
    paper = cv2.GaussianBlur(paper, (0, 0), span / 3)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(grey, np.maximum(paper, 1), scale=255)
    noise = float(np.median(np.abs(cv2.Laplacian(even, cv2.CV_16S))))
    if noise > 10:  # grain, or the pattern of a screen
        even = cv2.GaussianBlur(even, (0, 0), 0.8 if noise < 25 else 1.2)
    inked = even[even < 200]
    black = float(np.percentile(inked, 10)) if inked.size > 50 else 0.0
    stretched = (even.astype(np.float32) - black) * (255 / max(235 - black, 40))
    return np.asarray(np.clip(stretched, 0, 255), np.uint8)


def _is_light_on_dark(small: Grey) -> bool:
    """Whether what stands out from the background is the lighter part: a photo in the dark is dark on less dark."""
    blurred = cv2.medianBlur(small, 31).astype(np.int16)
    difference = small.astype(np.int16) - blurred
    return int((difference > 30).sum()) > int((difference < -30).sum())


def binary(ink: Grey) -> NDArray[np.uint8]:
    """1 where there is ink."""
    return (ink < _INKED).astype(np.uint8)


def ink_height(flat: Grey) -> float | None:
    """How high capitals or Chinese characters are; None where there is no writing."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(binary(flat), connectivity=8)
    widths, heights, areas = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    limit = min(flat.shape) * 0.9
    kept = (heights >= 5) & (heights < limit) & (widths < 12 * heights) & (widths >= 2) & (areas >= 8)
    if not kept.any():
        return None
    heights, areas = heights[kept], areas[kept]
    order = np.argsort(heights)
    weight = np.cumsum(areas[order])
    middle = float(heights[order][np.searchsorted(weight, weight[-1] * 0.6)])
    return middle if middle >= 5 else None


def skew_deg(flat: Grey, size: float) -> float:
    """The angle, counter-clockwise positive, by which lines of writing rise: where their rows are most distinct."""
    factor = min(1.0, 12 / size, 1200 / max(flat.shape))
    small = cv2.resize(255 - flat, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    points = np.argwhere(small > 90).astype(np.float32)
    if len(points) < 40 or np.ptp(points[:, 1]) < LEAST_SPAN * size * factor:
        return 0.0
    if len(points) > 20_000:
        points = points[:: len(points) // 20_000 + 1]

    def distinct(angle: float) -> float:
        slope = np.tan(np.deg2rad(angle))
        rows = points[:, 0] + points[:, 1] * slope
        counts = np.bincount((rows - rows.min()).astype(np.int64))
        return float((np.diff(counts.astype(np.float64)) ** 2).sum())

    coarse = np.arange(-MAX_SKEW_DEG, MAX_SKEW_DEG + 0.01, 0.5)
    scores = [distinct(float(a)) for a in coarse]
    best = float(coarse[int(np.argmax(scores))])
    fine = np.arange(best - 0.5, best + 0.51, 0.1)
    found = float(fine[int(np.argmax([distinct(float(a)) for a in fine]))])
    return found if max(scores) > 1.1 * distinct(0.0) else 0.0


def _turning(quarters: int, width: int, height: int) -> Matrix:
    """What `np.rot90` does to places."""
    return np.array(
        {
            0: [[1, 0, 0], [0, 1, 0]],
            1: [[0, 1, 0], [-1, 0, width]],
            2: [[-1, 0, width], [0, -1, height]],
            3: [[0, -1, height], [1, 0, 0]],
        }[quarters % 4],
        np.float64,
    )


def _rotation(angle_deg: float, width: int, height: int) -> Matrix:
    """Turns lines that rise by `angle_deg` level, about the middle, with room for the corners."""
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle_deg, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    new_width, new_height = height * sin + width * cos, height * cos + width * sin
    matrix[:, 2] += (new_width - width) / 2, (new_height - height) / 2
    return np.asarray(matrix, np.float64)


def _warp(pixels: NDArray[np.uint8], matrix: Matrix, border: int | None) -> NDArray[np.uint8]:
    height, width = pixels.shape[:2]
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (round(height * sin + width * cos), round(height * cos + width * sin))
    mode = cv2.BORDER_REPLICATE if border is None else cv2.BORDER_CONSTANT
    value = (border or 0,) * 3
    return np.asarray(
        cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=mode, borderValue=value),
        np.uint8,
    )


def _after(second: Matrix, first: Matrix) -> Matrix:
    """The affine map that does `first`, then `second`."""
    whole = np.vstack([second, [0, 0, 1]]) @ np.vstack([first, [0, 0, 1]])
    return np.asarray(whole[:2], np.float64)
