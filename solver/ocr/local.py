"""What the engines on this machine share: a picture's words and formulas from the reader's process, as parts.

Starts that process when the first picture comes; nothing is kept of a picture when it has been read.
"""

from __future__ import annotations

import base64
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr.assembling import Part, part_of
from solver.ocr.decoding import check_bytes
from solver.ports import Content, Note, Picture, Wait
from solver.workers import WorkerDied, WorkerPool, WorkerTimeout, WorkerUnusable

LANGUAGES: Final = "TESSDATA_PREFIX"
"""Tesseract's own variable: where its languages lie, if not in its folder."""
PACKAGES: Final = "tesseract-ocr tesseract-ocr-chi-sim"
MAX_LINE: Final = 48 << 20
MAX_QUEUED: Final = 8
"""Pictures that may wait; at two seconds each the last waits most of a minute."""
GRACE_S: Final = 2.0
"""The process is told to be done so much earlier than it is stopped: then it can say why."""

Waiting = Callable[[Wait], None]


@dataclass(frozen=True, slots=True)
class LocalPage:
    """What the reader's process found. `words`: it could read words at all."""

    parts: tuple[Part, ...]
    picture: Picture
    notes: tuple[Note, ...]
    words: bool


def has_tesseract() -> bool:
    """Whether the program is installed."""
    return shutil.which("tesseract") is not None


def missing() -> ModelUnavailable:
    """The error of a machine that has nothing to read words with."""
    return ModelUnavailable("ocr-missing", packages=PACKAGES)


class PageReader:
    """The reader's process with its queue."""

    def __init__(self, timeout_s: float) -> None:
        self.timeout_s = timeout_s
        environment = {LANGUAGES: named} if (named := os.environ.get(LANGUAGES)) else {}
        self._pool = WorkerPool(
            "solver.ocr.reader", 1, timeout_s=timeout_s, environment=environment, max_line=MAX_LINE
        )

    async def page(
        self,
        image: bytes,
        content: Content,
        waiting: Waiting | None,
        *,
        transcribe: bool = False,
        empty: bool = False,
    ) -> LocalPage:
        """The parts of a picture; with `transcribe` simple formulas as LaTeX, with `empty` also where nothing was found that is writing.

        Raises:
            PictureRefused: as `Ocr.read` says.
            ModelUnavailable: too many wait, or the process does not start.
        """
        check_bytes(image)
        if self._pool.queued >= MAX_QUEUED:
            raise ModelUnavailable("ocr-busy")
        request = {
            "image": base64.b64encode(image).decode(),
            "content": content,
            "transcribe": transcribe,
            "timeout_s": max(self.timeout_s - GRACE_S, 0.8 * self.timeout_s),
        }
        try:
            answer = await self._pool.ask(request, heard(waiting))
        except WorkerTimeout as error:
            raise PictureRefused("picture-slow", seconds=f"{self.timeout_s:g}") from error
        except WorkerUnusable as error:  # the picture is not to blame
            raise ModelUnavailable("ocr-broken") from error
        except WorkerDied as error:
            raise PictureRefused("picture-heavy") from error
        if "refused" in answer:
            raise PictureRefused(answer["refused"], **answer["values"])
        if answer.get("failed") == "time":
            raise PictureRefused("picture-slow", seconds=f"{self.timeout_s:g}")
        if "failed" in answer:
            raise PictureRefused("picture-heavy")
        page = _page(answer)
        if not page.parts and not empty:
            raise PictureRefused("picture-no-text")
        return page

    async def start(self) -> None:
        """Begin to start the process; returns at once."""
        await self._pool.start()

    async def close(self) -> None:
        """End the process."""
        await self._pool.close()


def heard(waiting: Waiting | None) -> Callable[[Mapping[str, Any]], None] | None:
    """What a pool calls, as it is told to whoever waits."""
    if waiting is None:
        return None
    return lambda told: waiting(Wait(told["reason"], told.get("fraction"), told.get("ahead")))


def _page(answer: Mapping[str, Any]) -> LocalPage:
    told = answer["picture"]
    picture = Picture(base64.b64decode(told["data"]), told["mime"], told["width"], told["height"])
    notes = []
    if answer["moves"]:
        notes.append(Note("picture-first-frame"))
    if answer["turned"]:
        notes.append(Note("picture-turned"))
    if answer["without"]:
        notes.append(Note("picture-no-chinese", (("package", answer["without"]),)))
    parts = tuple(part_of(found) for found in answer["found"])
    return LocalPage(parts, picture, tuple(notes), answer["words"])
