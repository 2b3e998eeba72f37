"""The engine `auto`: a vision model where one was named, else pix2tex where its weights are, else Tesseract alone."""

from __future__ import annotations

from collections.abc import Callable

from solver.errors import ModelUnavailable
from solver.ocr import OcrOptions, load
from solver.ocr.local import has_tesseract, missing
from solver.ocr.weights import are_there, folder
from solver.ports import Content, Ocr, PictureReading, Wait


def best(options: OcrOptions) -> str:
    """The name of the best engine that can be used.

    Raises:
        ModelUnavailable: there is none.
    """
    if options.model:
        return "vision"
    if options.weights is not None or are_there(folder(None)):
        return "pix2tex"
    if has_tesseract():
        return "tesseract"
    raise missing()


class AutoOcr:
    """Implements `Ocr` with the best engine that is there, and the next best where that one breaks off."""

    name = "auto"

    def __init__(self, options: OcrOptions) -> None:
        self._options = options
        self._engines: dict[str, Ocr] = {}

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`; the reading names the engine that was taken."""
        chosen = best(self._options)
        try:
            return await self._engine(chosen).read(image, content=content, waiting=waiting)
        except ModelUnavailable as error:
            if chosen == "tesseract" or error.code == "ocr-busy" or not has_tesseract():
                raise
        return await self._engine("tesseract").read(image, content=content, waiting=waiting)

    def _engine(self, name: str) -> Ocr:
        if name not in self._engines:
            self._engines[name] = load(name, self._options)
        return self._engines[name]

    async def close(self) -> None:
        """End what was started."""
        for engine in self._engines.values():
            await engine.close()
