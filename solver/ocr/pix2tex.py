"""The engine `pix2tex`: words by Tesseract, every formula by pix2tex in a process of its own, put together in reading order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr import OcrOptions
from solver.ocr.assembling import Part, assemble
from solver.ocr.local import MAX_QUEUED, PageReader, Waiting, heard
from solver.ocr.weights import are_there, folder
from solver.ports import Content, Note, PictureReading, Wait
from solver.workers import WorkerDied, WorkerPool, WorkerTimeout

log = logging.getLogger(__name__)
GRACE_S: Final = 1.0
"""Its process stops by itself at the end of its time; only one that does not is stopped."""
MAX_LINE: Final = 16 << 20
LOADING_S: Final = 600.0
"""The first time 120 MB are fetched."""


class FormulaReader:
    """pix2tex's process with its queue: started by the first formula, and again when it has died."""

    def __init__(
        self, weights: str | None, timeout_s: float, *, module: str = "solver.ocr.formula_reader"
    ) -> None:
        self.folder, self._chosen, self.timeout_s = folder(weights), weights is not None, timeout_s
        self._loaded = False
        self._starting: asyncio.Task[None] | None = None
        self._pool = WorkerPool(
            module,
            1,
            timeout_s=LOADING_S,
            max_line=MAX_LINE,
            environment={"NO_ALBUMENTATIONS_UPDATE": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"},
        )

    @property
    def usable(self) -> bool:
        """Whether the weights are there, or a folder was named that they may be fetched to."""
        return are_there(self.folder) or self._chosen

    async def latex(
        self, crops: Sequence[str], waiting: Waiting | None = None
    ) -> list[tuple[str, float] | None]:
        """LaTeX and confidence of formulas, PNGs in base64; None for those that no time was left for.

        Raises:
            ModelUnavailable: it cannot be loaded, or too many wait.
        """
        if self._pool.queued >= MAX_QUEUED:
            raise ModelUnavailable("ocr-busy")
        found: list[tuple[str, float] | None] = []
        clock, left_s = asyncio.get_running_loop().time, self.timeout_s
        for crop in crops:
            await self._load(waiting)  # its time is not the picture's
            begun = clock()
            found.append(await self._one(crop, left_s, waiting) if left_s > 0.2 else None)
            left_s -= clock() - begun
        return found

    async def _one(self, crop: str, left_s: float, waiting: Waiting | None) -> tuple[str, float] | None:
        """One formula; None where its process died of it or took too long: the next one gets a new process."""
        request = {"do": "read", "image": crop, "timeout_s": left_s, "folder": str(self.folder)}
        try:
            async with asyncio.timeout(left_s + GRACE_S):
                answer = await self._pool.ask(request, heard(waiting))
        except (WorkerDied, WorkerTimeout, TimeoutError) as error:
            log.warning("the formula reader was replaced: %s", error or "too slow")
            self._loaded = False
            return None
        except BaseException:
            self._loaded = False  # the pool replaces a process that is left in the middle
            raise
        return (answer["latex"], answer["confidence"]) if answer.get("latex") else None

    async def _load(self, waiting: Waiting | None) -> None:
        """Once, before the clock of a picture runs: the process loads again by itself when it was replaced."""
        if self._loaded:
            return
        request = {"do": "load", "folder": str(self.folder)}
        try:
            answer: Mapping[str, Any] = await self._pool.ask(request, heard(waiting))
        except (WorkerDied, WorkerTimeout) as error:
            raise ModelUnavailable("ocr-no-weights", why=str(error)) from error
        if "failed" in answer:
            raise ModelUnavailable("ocr-no-weights", why=answer["failed"])
        self._loaded = True

    def start(self) -> None:
        """Begin to load; returns at once."""
        if self._starting is None:
            self._starting = asyncio.create_task(self._load(None))
            self._starting.add_done_callback(_heard)

    async def close(self) -> None:
        """End the process."""
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.wait([self._starting])
        await self._pool.close()


class Pix2texOcr:
    """Implements `Ocr` with Tesseract and pix2tex."""

    name = "pix2tex"

    def __init__(self, options: OcrOptions) -> None:
        self._reader = PageReader(options.timeout_s)
        self.formulas = FormulaReader(options.weights, options.timeout_s)

    async def start(self) -> None:
        """As `Ocr.start`."""
        await self._reader.start()
        self.formulas.start()

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`. Formulas that could not be read in time are shown as Tesseract saw them, with a note."""
        page = await self._reader.page(image, content, waiting)
        notes = list(page.notes)
        if not page.words and content == "page":
            notes.append(Note("picture-words-unread"))
        places = [at for at, part in enumerate(page.parts) if part.kind == "formula"]
        latex = await self._latex([page.parts[at] for at in places], notes, waiting)
        if not page.words and not any(latex):
            raise PictureRefused("picture-no-text")
        return assemble(page.parts, _read(places, latex), page.picture, notes, self.name)

    async def _latex(
        self, parts: Sequence[Part], notes: list[Note], waiting: Waiting | None
    ) -> list[tuple[str, float] | None]:
        if not parts:
            return []
        found = await self.formulas.latex([part.crop for part in parts], waiting)
        if failed := sum(one is None for one in found):
            notes.append(Note("picture-formulas-failed", (("count", str(failed)),)))
        return found

    async def close(self) -> None:
        """End both processes."""
        await self._reader.close()
        await self.formulas.close()


def _read(places: Sequence[int], latex: Sequence[tuple[str, float] | None]) -> dict[int, tuple[str, float]]:
    return {at: found for at, found in zip(places, latex, strict=True) if found is not None}


def _heard(task: asyncio.Task[None]) -> None:
    """Why it cannot be loaded is told to whoever reads the first formula."""
    if not task.cancelled():
        task.exception()
