"""The engine `vision`: a model behind an OpenAI-compatible server that takes pictures reads the whole page.

What is sent is the prepared picture, upright and without any data but its pixels; a file of unknown origin never is.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from solver.errors import ModelUnavailable, PictureRefused
from solver.ocr import OcrOptions
from solver.ocr.answers import cleaned, formula
from solver.ocr.assembling import Part, assemble
from solver.ocr.local import LocalPage, PageReader
from solver.ports import Box, Content, Note, Picture, PictureReading, Wait
from solver.prompts import prompt

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

log = logging.getLogger(__name__)
MAX_TOKENS: Final = 4096
CONFIDENCE: Final = 0.8
"""A server does not say how sure it is: neither surely right nor doubtful."""
_FORMULA: Final = re.compile(
    r"(?<![\\$])\$(?!\$)(?:\\.|[^$\\\n])+\$(?!\$)|\$\$(?:\\.|[^\\$])+\$\$", re.DOTALL
)


class VisionOcr:
    """Implements `Ocr` with one model of one server."""

    name = "vision"

    def __init__(self, options: OcrOptions) -> None:
        self._options = options
        self._reader = PageReader(options.timeout_s)
        self._client: AsyncOpenAI | None = None

    @property
    def usable(self) -> bool:
        """Whether a model was named."""
        return bool(self._options.model)

    async def read(
        self, image: bytes, *, content: Content = "page", waiting: Callable[[Wait], None] | None = None
    ) -> PictureReading:
        """As `Ocr.read`. Places are not told by the model: every region's box is the whole picture."""
        if not self.usable:
            raise ModelUnavailable("ocr-no-model")
        page = await self._reader.page(image, content, waiting)
        return await self.read_prepared(page, content)

    async def read_prepared(self, page: LocalPage, content: Content) -> PictureReading:
        """What the model reads on a picture that was prepared already."""
        answer = await self._asked(page.picture, content)
        markdown = formula(answer) if content == "formula" else cleaned(answer)
        if not markdown:
            raise PictureRefused("picture-no-text")
        notes = [note for note in page.notes if note.code != "picture-no-chinese"]
        if "[?]" in markdown:
            notes.append(Note("picture-doubtful"))
        return reading_of(markdown, page.picture, notes, self.name)

    async def _asked(self, picture: Picture, content: Content) -> str:
        from openai import APIConnectionError, APIStatusError, APITimeoutError

        shown = f"data:{picture.mime};base64,{base64.b64encode(picture.data).decode()}"
        message = [
            {"type": "image_url", "image_url": {"url": shown}},
            {"type": "text", "text": prompt("picture/formula" if content == "formula" else "picture/page")},
        ]
        options, server = self._options, self._server()
        client = await self._connected()
        try:
            async with asyncio.timeout(options.timeout_s):
                completion: Any = await client.chat.completions.create(
                    model=options.model or "",
                    messages=[{"role": "user", "content": message}],  # type: ignore[list-item, misc]
                    temperature=0.0,
                    max_tokens=MAX_TOKENS,
                )
        except (APITimeoutError, TimeoutError):
            raise ModelUnavailable("server-silent", server=server, seconds=options.timeout_s) from None
        except APIConnectionError:
            raise ModelUnavailable("no-server", server=server) from None
        except APIStatusError as error:
            raise self._failure(error, server) from None
        choices = getattr(completion, "choices", None)
        if not choices:
            raise ModelUnavailable("no-model-server", server=server)
        return str(choices[0].message.content or "")

    def _failure(self, error: APIStatusError, server: str) -> ModelUnavailable:
        """A server's refusal; its own words are for the log alone, and without the key."""
        said, key = f"{error.message} {error.body}", self._options.api_key
        log.warning(
            "the vision server answers %d: %s",
            error.status_code,
            (said.replace(key, "…") if key else said)[:300],
        )
        model = self._options.model
        match error.status_code:
            case 401 | 403:
                return ModelUnavailable("key-refused" if key else "key-missing", server=server)
            case 404 if model and model in said:
                return ModelUnavailable("no-such-model", server=server, model=model)
            case 404 | 405:
                return ModelUnavailable("no-model-server", server=server)
            case 429:
                return ModelUnavailable("server-busy", server=server)
            case 400 | 415 | 422 | 500 | 501 if re.search(
                r"image|vision|multimodal|mmproj|content", said, re.IGNORECASE
            ):
                return ModelUnavailable("ocr-no-pictures", model=model)
        code = "server-broken" if error.status_code >= 500 else "request-refused"
        return ModelUnavailable(code, server=server, status=error.status_code)

    def _server(self) -> str:
        """The address as it may be shown: no user, no password, no query."""
        from urllib.parse import urlsplit

        parts = urlsplit(self._options.base_url or "")
        return f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}".rstrip(
            "/:"
        )

    async def _connected(self) -> AsyncOpenAI:
        if self._client is None:
            self._client = await asyncio.to_thread(self._build)
        return self._client

    def _build(self) -> AsyncOpenAI:
        from openai import AsyncOpenAI

        return AsyncOpenAI(
            base_url=self._options.base_url,
            api_key=self._options.api_key or "none",
            max_retries=1,
            timeout=self._options.timeout_s,
        )

    async def close(self) -> None:
        """Close the connections and end the process."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()
        await self._reader.close()


def reading_of(markdown: str, picture: Picture, notes: list[Note], engine: str) -> PictureReading:
    """A reading of Markdown alone: its formulas and the words between them as regions, each line a line."""
    box = Box(0, 0, picture.width_px, picture.height_px)
    parts: list[Part] = []
    formulas: dict[int, tuple[str, float]] = {}
    for number, line in enumerate(text for text in markdown.splitlines() if text.strip()):
        start = 0
        for found in _FORMULA.finditer(line):
            if before := line[start : found.start()]:
                parts.append(
                    Part("text", before.replace(r"\$", "$"), CONFIDENCE, number, before[:1] == " ", box)
                )
            formulas[len(parts)] = (found[0].strip("$").strip(), CONFIDENCE)
            parts.append(Part("formula", "", CONFIDENCE, number, line[: found.start()][-1:] == " ", box))
            start = found.end()
        if rest := line[start:]:
            parts.append(Part("text", rest.replace(r"\$", "$"), CONFIDENCE, number, rest[:1] == " ", box))
    return assemble(parts, formulas, picture, notes, engine)
