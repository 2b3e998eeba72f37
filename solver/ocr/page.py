"""A decoded picture to words and formulas with their places. Runs in the reader's process.

The order: even light and straight lines, the layout, Tesseract over the lines set anew, which parts are formulas. Where the page reads
badly it is turned and read again. `transcribed` reads simple formulas, for those who have no reader of formulas.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from solver.errors import PictureRefused
from solver.ocr.finding import Found, find
from solver.ocr.ink import Piece
from solver.ocr.layout import Layout, Line, lay_out
from solver.ocr.preparing import Prepared, prepare
from solver.ocr.strips import Strip, compose
from solver.ocr.tesseract_run import Character, TesseractFailed, TesseractSlow, languages, read_page, turned
from solver.ocr.transcribing import transcribe

if TYPE_CHECKING:
    from PIL import Image

POOR: Final = 0.62
"""A page that is read with less confidence than this may stand on its head. Of print made for measuring, upright pages had 0.69
and more with noise, those on their head at most 0.60."""
MAX_LINES: Final = 120


@dataclass(frozen=True, slots=True)
class Page:
    """What was found. `quarter_turns` is how often the picture was turned, counter-clockwise."""

    prepared: Prepared
    layout: Layout
    found: tuple[Found, ...]
    quarter_turns: int

    def ink_of(self, found: Found) -> list[Piece]:
        """The pieces of ink of what was found, high and low: nothing of a formula may be left out, and nothing of other lines come in."""
        return [
            p
            for p in self.layout.lines[found.line].pieces
            if found.span.left <= p.span.middle_x < found.span.right
        ]


@dataclass(frozen=True, slots=True)
class _Reading:
    strips: tuple[Strip, ...]
    chinese: tuple[Character, ...]
    english: tuple[Character, ...]

    @property
    def confidence(self) -> float:
        """Of the surer of the two, weighted by how much each reading has seen."""
        return max(_confidence(self.chinese), _confidence(self.english))


def read(image: Image.Image, *, timeout_s: float) -> Page:
    """The words and formulas of a picture.

    Raises:
        PictureRefused: there is nothing on it, or nothing that is writing.
        TesseractFailed: it is missing or broke off.
    """
    until = time.monotonic() + timeout_s
    prepared = prepare(image)
    layout = lay_out(prepared.ink, prepared.height_px)
    reading = _read(prepared, layout, until)
    quarters = 0
    if reading.confidence < POOR:
        for candidate in _turns(prepared, until):
            try:
                other = prepare(image, quarter_turns=candidate)
                other_layout = lay_out(other.ink, other.height_px)
                other_reading = _read(other, other_layout, until)
            except (
                TesseractFailed,
                PictureRefused,
            ):  # no time is left: what was read first is better than nothing
                break
            if other_reading.confidence > reading.confidence + 0.05:
                prepared, layout, reading, quarters = other, other_layout, other_reading, candidate
            if reading.confidence >= POOR:
                break
    found = find(layout, reading.strips, reading.chinese, reading.english)
    return Page(prepared, layout, tuple(found), quarters)


def transcribed(page: Page, *, timeout_s: float) -> Page:
    """The page with the LaTeX of its simple formulas; as it was where Tesseract breaks off."""
    places = [at for at, found in enumerate(page.found) if found.kind == "formula"]
    if not places or "eng" not in languages() or timeout_s <= 0.1:
        return page
    layout, prepared = page.layout, page.prepared
    formulas = [page.ink_of(page.found[at]) for at in places]
    try:
        told = transcribe(
            prepared.ink,
            layout.labels,
            layout.height_px,
            formulas,
            enlarged=prepared.enlarged,
            timeout_s=timeout_s,
        )
    except TesseractFailed:
        return page
    found = list(page.found)
    for at, one in zip(places, told, strict=True):
        if one.latex:
            found[at] = replace(found[at], latex=one.latex, confidence=one.confidence)
    return replace(page, found=tuple(found))


def _turns(prepared: Prepared, until: float) -> tuple[int, ...]:
    """Which turns of the page are worth reading: the one that Tesseract sees, all where it sees none."""
    try:
        turn = turned(prepared.ink, timeout_s=_left(until))
    except TesseractFailed:
        return ()
    if turn is None:
        return (2, 1, 3)
    return (turn,) if turn else ()


def read_formula(image: Image.Image, *, timeout_s: float) -> Page:
    """A picture that is known to be one formula: all of its ink, with what Tesseract makes of it where there is one.

    Raises:
        PictureRefused: there is nothing on it.
    """
    prepared = prepare(image)
    layout = lay_out(prepared.ink, prepared.height_px)
    if not layout.lines:
        raise PictureRefused("picture-blank")
    pieces = tuple(sorted((p for line in layout.lines for p in line.pieces), key=lambda p: p.span.left))
    whole = Layout((Line(list(pieces)),), layout.labels, layout.height_px)
    text, sure = "", 0.0
    if "eng" in languages():
        seen = read_page(prepared.ink, "eng", timeout_s=timeout_s)
        words = [c.word for c in seen]
        text = "".join((" " if i and words[i] != words[i - 1] else "") + c.text for i, c in enumerate(seen))
        sure = _confidence(seen)
    found = Found("formula", text, sure, whole.lines[0].span, 0, gap=False)
    return Page(prepared, whole, (found,), 0)


def _read(prepared: Prepared, layout: Layout, until: float) -> _Reading:
    lines = list(range(min(len(layout.lines), MAX_LINES)))
    if not lines:
        raise PictureRefused("picture-blank")
    page, strips = compose(prepared.ink, layout, lines, hidden={n: layout.lines[n].built for n in lines})
    if not strips:
        return _Reading((), (), ())
    known = languages()
    wanted = [("chi_sim", "chi_sim" in known), ("eng", "eng" in known)]
    with ThreadPoolExecutor(2) as pool:
        readings = [
            pool.submit(read_page, page, language, timeout_s=_left(until)) if there else None
            for language, there in wanted
        ]
        chinese, english = (tuple(r.result()) if r else () for r in readings)
    return _Reading(tuple(strips), chinese, english)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0.1:
        raise TesseractSlow("no time is left")
    return left


def _confidence(characters: Sequence[Character]) -> float:
    return float(np.mean([c.word_confidence for c in characters])) if characters else 0.0
