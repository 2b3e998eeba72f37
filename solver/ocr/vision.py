"""The engine `vision`: a model that takes pictures reads the whole page, one of a server (`vision_server`) or of this machine (`vision_local`).

What it is shown is the prepared picture; both are asked in the same words, and their answers are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Protocol

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr import OcrOptions
from solver.ocr.answers import Answer, Sureness, cleaned, formula
from solver.ocr.assembling import Part, assemble
from solver.ocr.local import LocalPage, PageReader, Waiting
from solver.ports import Box, Content, Note, Picture, PictureReading, Wait
from solver.prompts import prompt

_FORMULA: Final = re.compile(
    r"(?<![\\$])\$(?!\$)(?:\\.|[^$\\\n])+\$(?!\$)|\$\$(?:\\.|[^\\$])+\$\$", re.DOTALL
)


class Looking(Protocol):
    """A model that is asked about a picture."""

    async def start(self) -> None:
        """Begin to get ready; returns at once."""
        ...

    async def answer(self, picture: Picture, prompt: str, waiting: Waiting | None) -> Answer:
        """What it says.

        Raises:
            ModelUnavailable: it cannot be used, or broke off.
        """
        ...

    async def close(self) -> None:
        """Give everything back. May be called more than once."""
        ...


class VisionOcr:
    """Implements `Ocr` with the vision model that was named."""

    name = "vision"

    def __init__(self, options: OcrOptions) -> None:
        self._reader = PageReader(options.timeout_s)
        self._model = _model(options)

    async def start(self) -> None:
        """As `Ocr.start`."""
        await self._reader.start()
        if self._model is not None:
            await self._model.start()

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`. Places are not told by the model: every region's box is the whole picture."""
        if self._model is None:
            raise ModelUnavailable("ocr-no-model")
        page = await self._reader.page(image, content, waiting, empty=True)
        asked = prompt("picture/formula" if content == "formula" else "picture/page")
        return self._reading(page, content, await self._model.answer(page.picture, asked, waiting))

    def _reading(self, page: LocalPage, content: Content, answer: Answer) -> PictureReading:
        markdown = formula(answer.text) if content == "formula" else cleaned(answer.text)
        if not markdown:
            raise PictureRefused("picture-no-text")
        notes = [note for note in page.notes if note.code != "picture-no-chinese"]
        if "[?]" in markdown:
            notes.append(Note("picture-doubtful"))
        return reading_of(markdown, page.picture, notes, self.name, answer.sureness())

    async def close(self) -> None:
        """End what was started."""
        if self._model is not None:
            await self._model.close()
        await self._reader.close()


def _model(options: OcrOptions) -> Looking | None:
    if options.local_model:
        from solver.ocr.vision_local import LocalVision

        return LocalVision(options.local_model, options.quantize, options.timeout_s)
    if options.model:
        from solver.ocr.vision_server import ServerModel

        return ServerModel(options)
    return None


def reading_of(
    markdown: str, picture: Picture, notes: list[Note], engine: str, sureness: Sureness | None = None
) -> PictureReading:
    """A reading of Markdown alone: its formulas and the words between them as regions, each line a line."""
    box = Box(0, 0, picture.width_px, picture.height_px)
    sure = sureness or Answer(markdown).sureness()
    parts: list[Part] = []
    formulas: dict[int, tuple[str, float]] = {}

    def words(text: str, line: int) -> None:
        if text:
            shown = text.replace(r"\$", "$")
            parts.append(Part("text", shown, sure.of_words(text), line, text[:1] == " ", box))

    for number, line in enumerate(text for text in markdown.splitlines() if text.strip()):
        start = 0
        for found in _FORMULA.finditer(line):
            words(line[start : found.start()], number)
            latex = found[0].strip("$").strip()
            confidence = sure.of_formula(latex)
            formulas[len(parts)] = (latex, confidence)
            parts.append(Part("formula", "", confidence, number, line[: found.start()][-1:] == " ", box))
            start = found.end()
        words(line[start:], number)
    return assemble(parts, formulas, picture, notes, engine)
