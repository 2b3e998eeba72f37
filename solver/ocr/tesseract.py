"""The engine `tesseract`: words in English and Chinese. Formulas are found, and shown as a reader of words sees them."""

from __future__ import annotations

from collections.abc import Callable

from solver.ocr import OcrOptions
from solver.ocr.assembling import assemble
from solver.ocr.local import PageReader, has_tesseract, missing
from solver.ports import Content, Note, PictureReading, Wait


class TesseractOcr:
    """Implements `Ocr` with Tesseract alone."""

    name = "tesseract"

    def __init__(self, options: OcrOptions) -> None:
        self._reader = PageReader(options.timeout_s)

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`; formulas carry a note that nobody read them as formulas."""
        if not has_tesseract():
            raise missing()
        page = await self._reader.page(image, content, waiting)
        notes = list(page.notes)
        if any(part.kind == "formula" for part in page.parts):
            notes.append(Note("picture-formulas-unread"))
        return assemble(page.parts, {}, page.picture, notes, self.name)

    async def close(self) -> None:
        """End the process."""
        await self._reader.close()
