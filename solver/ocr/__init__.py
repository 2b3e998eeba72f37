"""From a photo, a screenshot or a sketch to Markdown with LaTeX that a person looks over before it is solved.

**The way of a picture.** The server's process passes an uploaded file on without opening it. `reader` is the process that does:
it decodes (`decoding`), evens out light and straightens (`preparing`), finds columns, lines and what is built upwards (`columns`, `layout`),
lets Tesseract read the lines set anew (`strips`, `tesseract_run`), lays characters over the ink that looks like them (`aligning`,
`likeness`) and tells words from formulas (`tokens`, `finding`); `page` is the order of these. Formulas go to pix2tex in a process of its
own (`formula_reader`), or the whole prepared picture to a vision model: of a server (`vision_server`), or of this machine, in a process of its
own too (`vision_local`). `assembling` makes the reading of what comes back.

**What leaves this machine.** Nothing, but with the engines `vision` and `both`, and with `auto`, where a vision model of a server was named: then
the prepared picture, upright and without any data but its pixels, goes to that server.

One file an engine; all but `vision` share the local reader (`local`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from solver.named import named, unknown
from solver.ports import Ocr

ENGINES: Final[Mapping[str, str]] = {
    "auto": "solver.ocr.auto:AutoOcr",  # the best that is there
    "tesseract": "solver.ocr.tesseract:TesseractOcr",  # words; of formulas only what a reader of words sees
    "pix2tex": "solver.ocr.pix2tex:Pix2texOcr",  # words by Tesseract, formulas by pix2tex
    "vision": "solver.ocr.vision:VisionOcr",  # a model that takes pictures, of an OpenAI-compatible server or of this machine
    "both": "solver.ocr.both:BothOcr",  # a vision model and pix2tex, compared
}


@dataclass(frozen=True, slots=True)
class OcrOptions:
    """What engines are made with.

    Attributes:
        weights: the folder with pix2tex's weights, or where they are to be fetched to; None: the usual cache, if they are there.
        timeout_s: seconds that one picture may take, its formulas included.
        model, base_url, api_key: the vision model of a server, and that server.
        local_model: a vision model of this machine instead, by name or folder; quantize: how it is loaded.
    """

    weights: str | None = None
    timeout_s: float = 30.0
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    local_model: str | None = None
    quantize: Literal["nf4", "none"] = "nf4"

    @property
    def sees(self) -> bool:
        """Whether a vision model was named."""
        return bool(self.model or self.local_model)

    @property
    def blind(self) -> OcrOptions:
        """The same without a vision model."""
        return replace(self, model=None, local_model=None)


def known(name: str) -> str:
    """The name itself.

    Raises:
        LookupError: there is no such engine; the text suggests the nearest.
    """
    if name not in ENGINES:
        raise unknown("engine for pictures", name, ENGINES)
    return name


def load(name: str, options: OcrOptions) -> Ocr:
    """The engine of that name; it costs nothing until it reads its first picture.

    Raises:
        LookupError: there is no such engine.
    """
    made: Ocr = named(ENGINES, known(name), "engine for pictures")(options)
    return made


class Engines:
    """Engines by name, each made when it is first wanted."""

    def __init__(self, options: OcrOptions) -> None:
        self._options = options
        self._made: dict[str, Ocr] = {}

    def engine(self, name: str) -> Ocr:
        """The engine of that name.

        Raises:
            LookupError: there is no such engine; the text suggests the nearest.
        """
        if name not in self._made:
            self._made[name] = load(name, self._options)
        return self._made[name]

    async def start(self, name: str) -> None:
        """Let the engine of that name get ready; returns at once.

        Raises:
            LookupError: there is no such engine.
        """
        await self.engine(name).start()

    async def close(self) -> None:
        """End what was started."""
        for engine in self._made.values():
            await engine.close()
