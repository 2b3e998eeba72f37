r"""Simple formulas as LaTeX without pix2tex: their structure from the ink, their letters and digits from Tesseract.

A run of letters and digits is read twice, in two sizes, and is doubted unless both readings agree, every blob of ink is one character, and
its height is that of the character: 3x is not 32, n is not 7. A formula is right or doubted; a plausible wrong one is the worst that can be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

import cv2
import numpy as np

from solver.ocr.ink import Labels, Piece, around
from solver.ocr.preparing import Grey
from solver.ocr.structure import (
    Blob,
    Fraction,
    Node,
    Root,
    Row,
    Run,
    Script,
    Sign,
    Unclear,
    box_of,
    is_clear,
    runs_of,
    structure,
)
from solver.ocr.tesseract_run import Character, read_page

HEIGHTS_PX: Final = (34, 30, 26)
"""How high digits are set for the readings, of which two must agree."""
GAP_PX: Final = 36
MARGIN_PX: Final = 30
MAX_RUNS: Final = 120
CLEAR: Final = 0.8
"""Confidence of a formula that nothing speaks against; below what the page calls sure: it is looked over all the same."""
DOUBTED: Final = 0.4
MOST_ENLARGED: Final = 2.4
"""Digits of fewer than 14 pixels run together and break: 18 3/8 became 182."""
LEAST: Final = 0.8
"""Confidence of a character below which it is doubted."""
WHITELIST: Final = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHLMNPRTUVWXYZ()."
_FUNCTIONS: Final = re.compile("arcsin|arccos|arctan|sin|cos|tan|cot|log|ln|lg|lim|exp")
_INCOMPLETE: Final = re.compile(r"[=+\-]$|^[=+]|^[a-zA-Z]+\\frac")
"""A side that is missing, or the last letter of the word before a fraction."""
_LOW: Final = frozenset("acegmnopqrsuvwxyz")
_SAME_SHAPE: Final = frozenset("cosuvwxyzpk")
"""Small letters that capitals only differ from in size."""
_CONFUSED: Final = frozenset("SsOoIlZzBGqgDQC|")
"""Letters that may be the digits 5, 0, 1, 2, 8, 6, 9: said to be what they are only with doubt, but for z, s, o that are low."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """LaTeX, and how sure it is: `CLEAR` or `DOUBTED`; empty where the ink's structure has no rule."""

    latex: str
    confidence: float


def transcribe(
    ink: Grey,
    labels: Labels,
    size: float,
    formulas: Sequence[Sequence[Piece]],
    *,
    enlarged: float,
    timeout_s: float,
) -> list[Transcript]:
    """The LaTeX of formulas, one call of Tesseract for all of them; doubted where the picture had to be `enlarged` much.

    Raises:
        TesseractFailed: it is missing or broke off.
    """
    rows = [structure(pieces, labels, size) for pieces in formulas]
    runs = [run for row in rows if is_clear(row) for run in runs_of(row)][:MAX_RUNS]
    read = iter(_read(ink, labels, runs, timeout_s))
    told: list[Transcript] = []
    for row in rows:
        if not is_clear(row):
            told.append(Transcript("", 0.0))
            continue
        texts = [next(read, ("", False)) for _ in runs_of(row)]
        latex = _latex(row, iter([text for text, _ in texts]))
        sure = (
            enlarged <= MOST_ENLARGED
            and all(sure for _, sure in texts)
            and latex.count("(") == latex.count(")")
            and not _INCOMPLETE.search(latex)
        )
        told.append(Transcript(latex if all(t for t, _ in texts) else "", CLEAR if sure else DOUBTED))
    return told


def _read(ink: Grey, labels: Labels, runs: Sequence[Run], timeout_s: float) -> list[tuple[str, bool]]:
    """For every run what it says, and whether nothing speaks against it."""
    if not runs:
        return []
    lines: list[Grey] = [_set(ink, labels, run, height) for run in runs for height in HEIGHTS_PX]
    width = max(line.shape[1] for line in lines) + 2 * MARGIN_PX
    bands: list[tuple[int, int]] = []
    y = GAP_PX
    for line in lines:
        bands.append((y - GAP_PX // 2, y + line.shape[0] + GAP_PX // 2))
        y += line.shape[0] + GAP_PX
    page = np.full((y, width), 255, np.uint8)
    for line, (top, _) in zip(lines, bands, strict=True):
        page[top + GAP_PX // 2 : top + GAP_PX // 2 + line.shape[0], MARGIN_PX : MARGIN_PX + line.shape[1]] = (
            line
        )
    seen = read_page(page, "eng", timeout_s=timeout_s, whitelist=WHITELIST)
    found: list[list[Character]] = [
        [c for c in seen if top <= c.span.middle_y < bottom] for top, bottom in bands
    ]
    each = len(HEIGHTS_PX)
    return [
        _agreed(run, found[at : at + each]) for at, run in zip(range(0, len(found), each), runs, strict=True)
    ]


def _set(ink: Grey, labels: Labels, run: Run, height_px: int) -> Grey:
    """A run alone on white, its digits `height_px` high."""
    pieces = [p for blob in run.blobs for p in blob]
    span = around(p.span for p in pieces)
    area = labels[span.top : span.bottom, span.left : span.right]
    mine = np.isin(area, [p.label for p in pieces]).astype(np.uint8)
    near = np.asarray(cv2.dilate(mine, np.ones((3, 3), np.uint8)), np.uint8)
    part = ink[span.top : span.bottom, span.left : span.right].copy()
    part[(near == 0) | ((area > 0) & (mine == 0))] = 255
    scale = height_px / max(run.height_px, 1)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = (max(2, round(part.shape[1] * scale)), max(2, round(part.shape[0] * scale)))
    return np.asarray(cv2.resize(part, size, interpolation=how), np.uint8)


def _agreed(run: Run, readings: Sequence[Sequence[Character]]) -> tuple[str, bool]:
    """What most readings say, and whether it is to be believed: none that has as many characters as there is ink for says otherwise."""
    texts = [_corrected(run, "".join(c.text for c in seen)) for seen in readings]
    formed = Counter(t for t in texts if t and (len(t) == len(run.blobs) or _FUNCTIONS.fullmatch(t)))
    if not formed:
        return next((t for t in texts if t), ""), False
    text, votes = formed.most_common(1)[0]
    surely = sum(
        t == text and all(c.confidence >= LEAST for c in seen)
        for t, seen in zip(texts, readings, strict=True)
    )
    return text, votes >= 2 and surely >= 1 and len(formed) == 1 and _fits(run, text)


def _is_dot(blob: Blob, run: Run) -> bool:
    box = box_of(blob)
    return max(box.width, box.height) < 0.3 * run.height_px


def _corrected(run: Run, seen: str) -> str:
    """What was read, as its ink says it: brackets only where something is as high as one, small letters small, points where they stand."""
    text = seen.replace(".", "")
    blobs = [b for b in run.blobs if not _is_dot(b, run)]
    if len(text) > len(blobs):
        text = text.strip("()")
    if len(text) == 2 and len(blobs) == 1 and text[0].lower() == text[1].lower():
        text = text[0]
    if len(text) != len(blobs):
        return seen
    alone = not any(c.isdigit() for c in text)
    small = [
        c.lower() if c.lower() in _SAME_SHAPE and (alone or box_of(b).height < 0.8 * run.height_px) else c
        for c, b in zip(text, blobs, strict=True)
    ]
    letters = iter(small)
    return "".join("." if _is_dot(b, run) else next(letters) for b in run.blobs)


def _fits(run: Run, text: str) -> bool:
    """Whether every blob of ink is as high as its character."""
    if len(text) != len(run.blobs):
        return _FUNCTIONS.fullmatch(text) is not None
    for letter, blob in zip(text, run.blobs, strict=True):
        share = box_of(blob).height / run.height_px
        if len(blob) > 1 and letter not in "ij":  # a fraction that ran together, a broken letter
            return False
        if letter == ".":
            if share > 0.3:
                return False
        elif letter in "()":
            if share < 1.0:
                return False
        elif letter.isdigit() or letter in "bdfhklt" or letter.isupper():
            if share < 0.82 or (letter in _CONFUSED and not _FUNCTIONS.search(text)):
                return False
        elif letter in _LOW:
            low = 0.82 if letter not in "gpqy" else 1.15
            if (share > low and len(run.blobs) > 1) or (letter in "qg" and not _FUNCTIONS.search(text)):
                return False
    return True


def _latex(row: Row, texts: Iterator[str]) -> str:
    """A structure as LaTeX; `texts` are what its runs say, in their order."""
    latex = "".join(_node(node, texts) for node in row)
    return re.sub(r"\s+", " ", latex).strip()


def _node(node: Node, texts: Iterator[str]) -> str:
    match node:
        case Run():
            return _FUNCTIONS.sub(lambda m: rf"\{m[0]} ", next(texts))
        case Sign(latex):
            return latex
        case Fraction(above, below):
            return rf"\frac{{{_latex(above, texts)}}}{{{_latex(below, texts)}}}"
        case Root(inside):
            return rf"\sqrt{{{_latex(inside, texts)}}}"
        case Script(mark, inside):
            return f"{mark}{{{_latex(inside, texts)}}}"
        case Unclear():
            return ""
        case _:
            assert_never(node)
