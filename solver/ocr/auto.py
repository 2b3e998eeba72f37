"""The engine `auto`: a vision model where one was named, pix2tex where its weights are, both compared where both are, else Tesseract alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from solver.errors import ModelUnavailable
from solver.ocr import Engines, OcrOptions
from solver.ocr.local import has_tesseract, missing
from solver.ocr.weights import are_there, folder
from solver.ports import Content, Note, PictureReading, Wait

log = logging.getLogger(__name__)


def best(options: OcrOptions) -> str:
    """The name of the best engine that can be used.

    Raises:
        ModelUnavailable: there is none.
    """
    formulas = options.weights is not None or are_there(folder(None))
    if options.sees:
        return "both" if formulas else "vision"
    if formulas:
        return "pix2tex"
    if has_tesseract():
        return "tesseract"
    raise missing()


class AutoOcr:
    """Implements `Ocr` with the best engine that is there, and with Tesseract where that one breaks off."""

    name = "auto"

    def __init__(self, options: OcrOptions) -> None:
        self._options = options
        self._engines = Engines(options)

    async def start(self) -> None:
        """As `Ocr.start`; nothing where there is no engine."""
        with suppress(ModelUnavailable):
            await self._engines.start(best(self._options))

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`; the reading names the engine that was taken."""
        chosen = best(self._options)
        try:
            return await self._engines.engine(chosen).read(image, content=content, waiting=waiting)
        except ModelUnavailable as error:
            if chosen == "tesseract" or error.code == "ocr-busy" or not has_tesseract():
                raise
            log.warning("the engine %s cannot be used: %s", chosen, error)
        found = await self._engines.engine("tesseract").read(image, content=content, waiting=waiting)
        return replace(found, notes=(*found.notes, Note("picture-next-best")))

    async def close(self) -> None:
        """End what was started."""
        await self._engines.close()
