"""The engine `both`: a vision model and the engines of this machine read the same picture, and where they differ is said.

The reading is the vision model's, with the places and confidences of the other where a line is the same in both.
"""

from __future__ import annotations

import asyncio
import difflib
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final

from solver.errors import ModelUnavailable
from solver.ocr import Engines, OcrOptions
from solver.ocr.auto import best
from solver.ports import Content, Note, PictureReading, Wait

AGREED: Final = 0.95
"""Confidence of a region that two readers read alike."""
MOST_NOTES: Final = 5
_SPELLINGS: Final = (
    (re.compile(r"\\[dt]frac"), r"\\frac"),
    (re.compile(r"\\(?:left|right|,|;|!|:|quad|displaystyle|mathrm)(?![a-zA-Z])"), ""),
    (re.compile(r"\\leq(?![a-z])"), r"\\le"),
    (re.compile(r"\\geq(?![a-z])"), r"\\ge"),
    (re.compile(r"\\neq(?![a-z])"), r"\\ne"),
    (re.compile(r"\{(\w)\}"), r"\1"),
    (re.compile(r"[\s$]+"), ""),
)


class BothOcr:
    """Implements `Ocr` with two engines; with one of them where the other cannot be used."""

    name = "both"

    def __init__(self, options: OcrOptions) -> None:
        self._options = options
        self._engines = Engines(options)

    async def start(self) -> None:
        """As `Ocr.start`."""
        if self._options.sees:
            await self._engines.start("vision")
        with suppress(ModelUnavailable):
            await self._engines.start(best(self._options.blind))

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`."""
        try:
            local = best(self._options.blind)
        except ModelUnavailable:
            local = ""
        if not self._options.sees or not local:
            alone = await self._engines.engine(local or "vision").read(
                image, content=content, waiting=waiting
            )
            return replace(alone, notes=(*alone.notes, Note("picture-one-reader")))
        tasks = [
            asyncio.create_task(self._engines.engine(name).read(image, content=content, waiting=waiting))
            for name in ("vision", local)
        ]
        try:
            await asyncio.wait(tasks)
        finally:
            for task in tasks:
                task.cancel()
        readings = [t.result() for t in tasks if t.exception() is None]
        if len(readings) == 2:
            return compared(*readings)
        if not readings or not any(isinstance(t.exception(), ModelUnavailable) for t in tasks):
            return tasks[0].result()  # raises: the picture's fault is the same for both
        return replace(readings[0], notes=(*readings[0].notes, Note("picture-one-reader")))

    async def close(self) -> None:
        """End what was started."""
        await self._engines.close()


def plain(markdown: str) -> str:
    r"""A piece without what two readers may spell differently and mean the same.

    >>> plain(r"$\dfrac{1}{2} \leq x$") == plain(r"$\frac{1}{2}\le x$")
    True
    """
    for pattern, instead in _SPELLINGS:
        markdown = pattern.sub(instead, markdown)
    return markdown


def compared(one: PictureReading, other: PictureReading) -> PictureReading:
    """The first reading: what both read alike is sure and has its place, and where they differ there is a note."""
    first, second = [plain(r.markdown) for r in one.regions], [plain(r.markdown) for r in other.regions]
    regions, notes = list(one.regions), list[Note]()
    for kind, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            for at, there in zip(range(a, b), range(c, d), strict=True):
                found = other.regions[there]
                regions[at] = replace(regions[at], confidence=max(AGREED, found.confidence), box=found.box)
        elif "".join(first[a:b]) != "".join(second[c:d]):
            mine = " ".join(r.markdown.strip() for r in one.regions[a:b]) or "–"
            theirs = " ".join(r.markdown.strip() for r in other.regions[c:d]) or "–"
            notes.append(Note("picture-engines-differ", (("one", mine), ("other", theirs))))
    return replace(one, regions=tuple(regions), notes=(*one.notes, *notes[:MOST_NOTES]), engine="both")
