"""A vision model behind an OpenAI-compatible server.

What is sent is the prepared picture, upright and without any data but its pixels; a file of unknown origin never is.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import re
from typing import TYPE_CHECKING, Any

from solver.errors import ModelUnavailable
from solver.ocr import OcrOptions
from solver.ocr.answers import MAX_TOKENS, Answer
from solver.ocr.local import Waiting
from solver.ports import Picture

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

log = logging.getLogger(__name__)


class ServerModel:
    """Implements `Looking` with one model of one server."""

    def __init__(self, options: OcrOptions) -> None:
        self._options = options
        self._client: AsyncOpenAI | None = None

    async def start(self) -> None:
        """There is nothing to get ready."""

    async def answer(self, picture: Picture, prompt: str, waiting: Waiting | None) -> Answer:
        """As `Looking.answer`; a server does not say how sure it is."""
        from openai import APIConnectionError, APIStatusError, APITimeoutError

        shown = f"data:{picture.mime};base64,{base64.b64encode(picture.data).decode()}"
        message = [
            {"type": "image_url", "image_url": {"url": shown}},
            {"type": "text", "text": prompt},
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
        return Answer(str(choices[0].message.content or ""))

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
        """Close the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()
