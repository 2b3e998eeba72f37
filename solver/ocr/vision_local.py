"""A vision model on this machine, in a process of its own with a queue: loaded by the first picture, and again when it has died.

The process is `solver.models.transformers.picture_process`, which loads as the models that write solutions are loaded; of
it only its lines are known here. Nothing is sent anywhere.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from solver.errors import ModelUnavailable
from solver.ocr.answers import MAX_TOKENS, Answer
from solver.ocr.local import MAX_LINE, MAX_QUEUED, Waiting, heard
from solver.ports import Picture, Wait
from solver.workers import WorkerDied, WorkerPool, WorkerTimeout, WorkerUnusable

log = logging.getLogger(__name__)
GRACE_S: Final = 2.0
"""The process looks at its clock between two tokens, and says itself that the time is over."""
STUCK_S: Final = 60.0
"""So much longer than its time a picture may take until its process is stopped: what was loaded in minutes is not thrown away for a
large picture whose first token takes long. Who sent it is told when the time is over."""
LOADING_S: Final = 7200.0
"""A model may have to be fetched first."""
CODES: Final[Mapping[str, str]] = {
    "no-model": "ocr-unknown-model", "too-large": "ocr-too-large", "model-broken": "ocr-model-broken",
    "model-broke": "ocr-model-died", "memory-full": "ocr-model-died",
}  # fmt: skip
"""What is said of models that write solutions, as it is said of one that reads pictures."""
PASSED_ON: Final = (
    "HOME",
    "XDG_CACHE_HOME",
    "LD_LIBRARY_PATH",
    "SSL_CERT_FILE",
    "REQUESTS_CA_BUNDLE",
    "OMP_NUM_THREADS",
)
FAMILIES: Final = ("HF_", "HUGGINGFACE_", "TRANSFORMERS_", "CUDA_", "NVIDIA_", "PYTORCH_")
"""Beginnings of variables that the process gets, too: where models lie, the hub's token, which GPU."""


class LocalVision:
    """Implements `Looking` with one model of this machine."""

    def __init__(
        self,
        name: str,
        quantize: str,
        timeout_s: float,
        *,
        module: str = "solver.models.transformers.picture_process",
    ) -> None:
        self.timeout_s = timeout_s
        self._shown = Path(name).name if Path(name).is_absolute() else name
        self._model = {"model": name, "shown": self._shown, "quantize": quantize}
        self._pool = WorkerPool(
            module, 1, timeout_s=LOADING_S, max_line=MAX_LINE, environment=_environment(os.environ)
        )
        self._loading: asyncio.Task[None] | None = None
        self._listening: list[Waiting] = []
        self._reading: list[asyncio.Task[dict[str, Any]]] = []  # the first is at work, the others wait

    async def start(self) -> None:
        """Begin to load; returns at once."""
        if self._must_load():
            self._loading = asyncio.create_task(self._load())
            self._loading.add_done_callback(_heard)

    def _must_load(self) -> bool:
        """Not while it loads, nor where it has been loaded and its process has not died since, at work or idle."""
        loading = self._loading
        if loading is None or not loading.done():
            return loading is None
        failed = loading.cancelled() or loading.exception() is not None
        return failed or (not self._reading and not self._pool.pids)

    async def answer(self, picture: Picture, prompt: str, waiting: Waiting | None) -> Answer:
        """As `Looking.answer`. Whoever goes away while the model reads leaves it to its end: a process that is stopped loads for minutes."""
        if self._pool.queued >= MAX_QUEUED:
            raise ModelUnavailable("ocr-busy")
        await self._loaded(waiting)
        request = self._model | {
            "do": "read",
            "image": base64.b64encode(picture.data).decode(),
            "prompt": prompt,
            "max_tokens": MAX_TOKENS,
            "timeout_s": self.timeout_s,
        }
        told = await self._read(request, heard(waiting))
        if "failed" in told:
            raise _failure(told, self._shown)
        return Answer(told["text"], tuple((piece, sure) for piece, sure in told["pieces"]))

    async def _read(self, request: Mapping[str, Any], pass_on: Any) -> dict[str, Any]:
        begun = asyncio.Event()

        def hear(told: Mapping[str, Any]) -> None:
            if told["reason"] == "begun":
                begun.set()
            elif pass_on is not None:
                pass_on(told)

        reading = asyncio.create_task(self._pool.ask(request, hear, timeout_s=self.timeout_s + STUCK_S))
        self._reading.append(reading)
        reading.add_done_callback(self._over)
        beginning = asyncio.create_task(begun.wait())
        try:
            await asyncio.wait({reading, beginning}, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait({reading}, timeout=self.timeout_s + GRACE_S)
        finally:
            beginning.cancel()
            if reading in self._reading[1:]:
                reading.cancel()
        if not reading.done():
            raise ModelUnavailable("ocr-model-slow", model=self._shown, seconds=self.timeout_s)
        try:
            return reading.result()
        except WorkerTimeout:
            raise ModelUnavailable("ocr-model-slow", model=self._shown, seconds=self.timeout_s) from None
        except WorkerDied as error:
            raise ModelUnavailable("ocr-model-died", model=self._shown) from error

    def _over(self, reading: asyncio.Task[dict[str, Any]]) -> None:
        self._reading.remove(reading)
        if not reading.cancelled() and reading.exception() is not None:
            log.warning("the picture model's process was replaced: %s", reading.exception())
            self._loading = None

    async def _loaded(self, waiting: Waiting | None) -> None:
        """Once, before the clock of a picture runs. All who wait hear how far it is, and one who goes away ends it for nobody."""
        await self.start()
        loading = self._loading
        assert loading is not None
        if waiting is not None:
            self._listening.append(waiting)
        try:
            await asyncio.shield(loading)
        finally:
            if waiting is not None:
                self._listening.remove(waiting)

    async def _load(self) -> None:
        try:
            told = await self._pool.ask(self._model | {"do": "load"}, heard(self._tell))
        except WorkerUnusable as error:
            raise ModelUnavailable("ocr-broken") from error
        except (WorkerDied, WorkerTimeout) as error:
            raise ModelUnavailable("ocr-model-died", model=self._shown) from error
        if "failed" in told:
            raise _failure(told, self._shown)

    def _tell(self, wait: Wait) -> None:
        for waiting in tuple(self._listening):
            waiting(wait)

    async def close(self) -> None:
        """End the process, whatever it does."""
        tasks = [*self._reading, *([self._loading] if self._loading is not None else [])]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._loading = None
        await self._pool.close()


def _failure(told: Mapping[str, Any], model: str) -> ModelUnavailable:
    return ModelUnavailable(CODES.get(told["failed"], told["failed"]), **{"model": model} | told["values"])


def _environment(server: Mapping[str, str]) -> dict[str, str]:
    named = {name: server[name] for name in PASSED_ON if server.get(name)}
    proxies = {
        name: value
        for name, value in server.items()
        if name.lower() in ("http_proxy", "https_proxy", "no_proxy")
    }
    families = {name: value for name, value in server.items() if name.startswith(FAMILIES)}
    return named | proxies | families | {"MALLOC_ARENA_MAX": "2", "HF_HUB_DISABLE_TELEMETRY": "1"}


def _heard(loading: asyncio.Task[None]) -> None:
    """Why it cannot be loaded is told to whoever waits; nobody may be there yet, then the next who comes tries again."""
    if not loading.cancelled():
        loading.exception()
