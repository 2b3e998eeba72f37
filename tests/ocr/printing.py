"""Pictures of problems with the truth about them: what the words are and where the formulas stand.

Everything is drawn from one random source, so that a seed makes the same pictures on any machine with the same fonts.
"""

from __future__ import annotations

import io
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

import cv2
import numpy as np
from matplotlib import get_data_path
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from solver.ports import Language
from tests.ocr.texts import problem

Grey: TypeAlias = NDArray[np.uint8]
Corners: TypeAlias = NDArray[np.float64]
"""The four corners of a formula, one a row: it may stand askew."""
Kind: TypeAlias = Literal["clean", "screenshot", "noisy"]

_FONTS: Final = Path(os.environ.get("STEPWISE_PRINTING_FONTS", "/usr/share/fonts"))
"""Laid out as Debian does. The measured set wants fonts-dejavu, fonts-liberation, fonts-noto-cjk, fonts-arphic-uming and -ukai: with fewer
fonts a seed makes other pictures. They may lie elsewhere, unpacked, so that nothing has to be installed."""
_TRUETYPE: Final = _FONTS / "truetype"
_OPENTYPE: Final = _FONTS / "opentype/noto"
FONTS: Final[dict[Language, tuple[Path, ...]]] = {
    "en": (
        _TRUETYPE / "dejavu/DejaVuSerif.ttf",
        _TRUETYPE / "dejavu/DejaVuSans.ttf",
        Path(get_data_path()) / "fonts/ttf/STIXGeneral.ttf",
        _TRUETYPE / "liberation/LiberationSerif-Regular.ttf",
        _TRUETYPE / "liberation/LiberationSans-Regular.ttf",
        _OPENTYPE / "NotoSerifCJK-Regular.ttc",
    ),
    "zh": (
        _OPENTYPE / "NotoSerifCJK-Regular.ttc",
        _OPENTYPE / "NotoSansCJK-Regular.ttc",
        _TRUETYPE / "arphic/uming.ttc",
        _TRUETYPE / "arphic/ukai.ttc",
    ),
}
SIMPLIFIED: Final = {"NotoSerifCJK-Regular.ttc": 2, "NotoSansCJK-Regular.ttc": 2}
"""Which face of a collection is the one for the mainland's characters."""
MATHEMATICS: Final = ("cm", "stix", "dejavuserif")
NO_LINE_START: Final = "，。、；：？！）”"


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set, lengths in pixels."""

    font: Path
    size: int
    width: int
    mathematics: str
    leading: float
    margin: int
    ink: int = 0
    paper: int = 255


@dataclass(slots=True)
class Printed:
    """A picture and the truth about it.

    Attributes:
        words: all that is not formula, in reading order.
        formulas: where they stand, in pixels of the picture; `latex` says what they are.
    """

    image: bytes
    kind: Kind
    language: Language
    words: str
    latex: list[str]
    formulas: list[Corners]
    style: Style
    problems: int = 1
    turned: bool = False
    pixels: Grey = field(repr=False, default_factory=lambda: np.zeros((1, 1), np.uint8))


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, index=SIMPLIFIED.get(path.name, 0))


@cache
def _formula(latex: str, size: int, family: str) -> tuple[Grey, int]:
    """A formula's ink (255 where it is black) and how far it goes below the baseline."""
    parsed = MathTextParser("agg").parse(
        f"${latex}$", dpi=72, prop=FontProperties(size=size, math_fontfamily=family)
    )
    return np.asarray(parsed.image), round(parsed.depth)


@dataclass(slots=True)
class _Piece:
    text: str
    width: int
    ink: Grey | None = None
    depth: int = 0


def _pieces(parts: Sequence[str], style: Style, language: Language) -> list[_Piece]:
    """What a line may be broken between."""
    font, found = _font(style.font, style.size), list[_Piece]()
    for part in parts:
        if part.startswith("$"):
            ink, depth = _formula(part[1:-1], style.size, style.mathematics)
            found.append(_Piece(part, ink.shape[1], ink, depth))
            continue
        units = part if language == "zh" else [w for w in part.replace(" ", " \0").split("\0") if w]
        found += [_Piece(unit, round(font.getlength(unit))) for unit in units]
    return found


def _lines(pieces: list[_Piece], width: int) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = [[]]
    used = 0
    for piece in pieces:
        if used + piece.width > width and lines[-1] and piece.text[0] not in NO_LINE_START:
            lines.append([])
            used = 0
        lines[-1].append(piece)
        used += piece.width
    return lines


def set_page(
    problems: Sequence[Sequence[str]], style: Style, language: Language
) -> tuple[Grey, str, list[str], list[Corners]]:
    """A page as pixels, its words, its formulas and where they stand. Several problems are numbered."""
    font = _font(style.font, style.size)
    lines: list[list[_Piece]] = []
    for number, parts in enumerate(problems, 1):
        if len(problems) > 1:
            parts = [f"{number}. ", *parts]
        lines += _lines(_pieces(parts, style, language), style.width - 2 * style.margin)
    gap = round(style.size * 0.25)
    rows: list[tuple[int, int]] = []
    y = style.margin
    for line in lines:
        above = max(
            [round(style.size * 0.95), *(p.ink.shape[0] - p.depth for p in line if p.ink is not None)]
        )
        below = max([round(style.size * 0.3), *(p.depth for p in line if p.ink is not None)])
        step = max(above + below + gap, round(style.size * style.leading))
        rows.append((y, y + above))
        y += step
    page = Image.new("L", (style.width, y + style.margin), style.paper)
    drawing = ImageDraw.Draw(page)
    words, latex, boxes = list[str](), list[str](), list[Corners]()
    for line, (_, baseline) in zip(lines, rows, strict=True):
        x = style.margin
        for piece in line:
            if piece.ink is None:
                drawing.text((x, baseline), piece.text, fill=style.ink, font=font, anchor="ls")
                words.append(piece.text)
            else:
                x += round(style.size * 0.12)
                height, width = piece.ink.shape
                top = baseline + piece.depth - height
                page.paste(style.ink, (x, top, x + width, top + height), Image.fromarray(piece.ink))
                ys, xs = np.nonzero(piece.ink > 64)
                left, right, up, down = x + xs.min(), x + xs.max() + 1, top + ys.min(), top + ys.max() + 1
                boxes.append(np.array([(left, up), (right, up), (right, down), (left, down)], np.float64))
                latex.append(piece.text[1:-1])
                words.append(" ")
                x += round(style.size * 0.12)
            x += piece.width
        words.append("\n")
    return np.asarray(page), "".join(words), latex, boxes


def _askew(pixels: Grey, boxes: list[Corners], draw: random.Random, paper: int) -> tuple[Grey, list[Corners]]:
    """Turned by some degrees and seen a little from the side."""
    height, width = pixels.shape
    angle = np.deg2rad(draw.uniform(-5, 5))
    border = round(0.09 * width + 20)
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    middle = np.array([width / 2, height / 2])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    to = (corners - middle) @ turn.T + middle + border
    to += np.array([[draw.uniform(-1, 1) * 0.008 * width for _ in range(2)] for _ in range(4)])
    matrix = cv2.getPerspectiveTransform(corners, to.astype(np.float32))
    out = cv2.warpPerspective(
        pixels, matrix, (width + 2 * border, height + 2 * border), flags=cv2.INTER_AREA, borderValue=paper
    )
    moved = [cv2.perspectiveTransform(box.reshape(-1, 1, 2), matrix).reshape(-1, 2) for box in boxes]
    return np.asarray(out, np.uint8), moved


def _shadow(pixels: Grey, draw: random.Random) -> Grey:
    """Light from one side, and the blurred edge of a hand."""
    height, width = pixels.shape
    ys, xs = np.mgrid[0:height, 0:width]
    angle = draw.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * xs / width + np.sin(angle) * ys / height
    light = 1 - draw.uniform(0.1, 0.4) * (slope - slope.min()) / (np.ptp(slope) or 1)
    edge = draw.uniform(0.2, 0.8) * width + draw.uniform(-0.5, 0.5) * ys
    light *= 1 - draw.uniform(0.15, 0.4) / (1 + np.exp(-(xs - edge) / (0.02 * width + 4)))
    return np.clip(pixels * light, 0, 255).astype(np.uint8)


def _screen(pixels: Grey, draw: random.Random) -> Grey:
    """The pattern of a screen's pixels against a camera's."""
    height, width = pixels.shape
    ys, xs = np.mgrid[0:height, 0:width]
    angle, period = draw.uniform(0, np.pi), draw.uniform(3, 7)
    wave = np.sin(2 * np.pi * (np.cos(angle) * xs + np.sin(angle) * ys) / period)
    return np.clip(pixels + draw.uniform(6, 16) * wave, 0, 255).astype(np.uint8)


def photographed(
    pixels: Grey, boxes: list[Corners], draw: random.Random, style: Style
) -> tuple[Grey, list[Corners]]:
    pixels, boxes = _askew(pixels, boxes, draw, style.paper)
    pixels = _shadow(pixels, draw)
    if draw.random() < 0.25:
        pixels = _screen(pixels, draw)
    sigma = draw.uniform(0, 0.04) * style.size * 0.6
    if sigma > 0.3:
        pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), sigma), np.uint8)
    grain = np.random.default_rng(draw.getrandbits(32)).normal(0, draw.uniform(2, 12), pixels.shape)
    return np.clip(pixels + grain, 0, 255).astype(np.uint8), boxes


def _style(draw: random.Random, kind: Kind, language: Language) -> Style:
    if kind == "screenshot":
        size = draw.choice((15, 16, 18, 20, 24, 28))
        paper, ink = draw.choice(((255, 34), (250, 17), (30, 226), (17, 240), (240, 60)))
        width = size * draw.randint(28, 44)
    else:
        size = draw.choice((24, 28, 32, 36, 44, 54))
        paper, ink = (255, 0) if kind == "clean" else (draw.randint(215, 245), draw.randint(10, 60))
        width = size * draw.randint(24, 36)
    font = draw.choice([path for path in FONTS[language] if path.exists()])
    return Style(
        font, size, width, draw.choice(MATHEMATICS), draw.choice((1.4, 1.6, 2.0)), size * 2, ink, paper
    )


def printed(seed: int, kind: Kind, language: Language) -> Printed:
    """The picture of that number: the same for the same arguments."""
    draw = random.Random(f"{seed} {kind} {language}")
    style = _style(draw, kind, language)
    count = draw.choice((1, 1, 1, 2, 3))
    pixels, words, latex, boxes = set_page([problem(draw, language) for _ in range(count)], style, language)
    turned = False
    if kind == "noisy":
        pixels, boxes = photographed(pixels, boxes, draw, style)
        if draw.random() < 0.06:
            turned = True
            height, width = pixels.shape
            pixels = np.ascontiguousarray(pixels[::-1, ::-1])
            boxes = [np.array([width, height]) - box for box in boxes]
    buffer = io.BytesIO()
    if kind == "noisy":
        Image.fromarray(pixels).convert("RGB").save(buffer, "JPEG", quality=draw.randint(45, 90))
    else:
        Image.fromarray(pixels).convert("RGB").save(buffer, "PNG")
    return Printed(buffer.getvalue(), kind, language, words, latex, boxes, style, count, turned, pixels)
