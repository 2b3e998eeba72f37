"""The engine `tesseract`: words in English and Chinese. Simple formulas are read by their structure, others shown as a reader of words sees them."""

from __future__ import annotations

from collections.abc import Callable

from solver.ocr import OcrOptions
from solver.ocr.assembling import DOUBTFUL, assemble
from solver.ocr.local import PageReader, has_tesseract, missing
from solver.ports import Content, Note, PictureReading, Wait


class TesseractOcr:
    """Implements `Ocr` with Tesseract alone."""

    name = "tesseract"

    def __init__(self, options: OcrOptions) -> None:
        self._reader = PageReader(options.timeout_s)

    async def start(self) -> None:
        """As `Ocr.start`."""
        if has_tesseract():
            await self._reader.start()

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`; simple formulas by their structure, with a note where some are only guessed."""
        if not has_tesseract():
            raise missing()
        page = await self._reader.page(image, content, waiting, transcribe=True)
        notes = list(page.notes)
        if any(
            part.kind == "formula" and not (part.latex and part.confidence >= DOUBTFUL) for part in page.parts
        ):
            notes.append(Note("picture-formulas-unread"))
        return assemble(page.parts, {}, page.picture, notes, self.name)

    async def close(self) -> None:
        """End the process."""
        await self._reader.close()
