"""The door to exporting: a document and a format in, a file out. Written in a process of its own that ends with it."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from typing import Any, Final

from solver.errors import SolverError
from solver.export.document import Document, Exported, to_json
from solver.export.words import say
from solver.workers import Worker, WorkerDied

TIMEOUT_S: Final = 60.0
"""A PDF of 100 problems takes 2 s of a core, an HTML page of them 0.4 s; the rest is for machines that are busy."""
MAX_BYTES: Final = 64 << 20
AT_ONCE: Final = 2
"""Each may take two gigabytes for a moment; the others wait."""


class NotExported(SolverError):
    """There is no file; `code` is the key of the sentence (`solver.export.words`), the message is that sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Press:
    """Writes files, a few at once."""

    def __init__(self, *, timeout_s: float = TIMEOUT_S) -> None:
        self._places, self._timeout_s = asyncio.Semaphore(AT_ONCE), timeout_s

    async def write(self, document: Document, suffix: str, stem: str) -> Exported:
        """The document as a file of the format with that suffix (a key of `FORMATS`); `stem` is the name of the file without it.

        Raises:
            NotExported: a library or a font is missing here, or the document is too large.
        """
        async with self._places:
            plain = await asyncio.to_thread(to_json, document)  # pictures as base64: not in the event loop
            try:
                reply = await self._ask({"format": suffix, "stem": stem, "document": plain})
            except (TimeoutError, WorkerDied) as error:
                raise NotExported("too-large", say("too-large", document.language)) from error
        code = reply.get("refused") or ("too-large" if "data" not in reply else None)
        if code is not None:
            raise NotExported(code, say(code, document.language, **reply.get("values", {})))
        beside = {name: base64.b64decode(data) for name, data in reply["beside"].items()}
        return Exported(base64.b64decode(reply["data"]), beside)

    async def _ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        worker = await Worker.start("solver.export.worker", max_line=MAX_BYTES)
        try:
            async with asyncio.timeout(self._timeout_s):
                return await worker.ask(request)
        finally:
            worker.kill()
            await asyncio.shield(worker.wait())
