"""Weights on this machine as a `Backend`: loads them once, in a thread, and lets one engine write for all problems."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from solver.errors import ModelUnavailable
from solver.models.marks import Marks
from solver.models.transformers.conversation import Conversation
from solver.models.transformers.engine import Ended, Engine, Request
from solver.models.transformers.family import profile_at
from solver.models.transformers.stopping import CellStop, table_of
from solver.ports import Delta, Message, Problem, Sampling, Wait
from solver.profiles import Profile

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from solver.models.transformers.loading import Loaded, Progress

log = logging.getLogger(__name__)

GPU_AT_ONCE: Final = 32
CPU_AT_ONCE: Final = 8
LOOK_S: Final = 0.25
"""Seconds between two looks at how far the loading is."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What all problems share once the model is loaded.

    Attributes:
        table: see `stopping.table_of`.
        incremental: whether the ids of a text that goes on are those of its parts.
    """

    loaded: Loaded
    engine: Engine
    table: bytes
    incremental: bool


class TransformersBackend:
    """Implements `Backend` for any causal language model that `transformers` knows."""

    def __init__(
        self,
        name: str,
        *,
        adapter: str | None = None,
        quantize: Literal["nf4", "none"] = "nf4",
        batched: bool | None = None,
        max_waiting: int = 32,
    ) -> None:
        """`name` and `adapter` are of the hub or folders. `batched`: many at once, or one at a time; None: as it fits
        the machine. At most `max_waiting` students wait in line."""
        self.name = Path(name).name if Path(name).is_dir() else name
        self._source, self._adapter, self._quantize = name, adapter, quantize
        self._batched, self._max_waiting = batched, max_waiting
        self._profile = profile_at(name, adapter)
        self._ready: Future[Ready] | None = None
        self._progress: Progress | None = None

    @property
    def profile(self) -> Profile:
        """By the model's name; once it is loaded, what its template and configuration say is in it."""
        ready = self._ready
        if ready is not None and ready.done() and ready.exception() is None:
            return ready.result().loaded.profile
        return self._profile

    async def start(self) -> None:
        """Begin to load; returns at once. A second call does nothing, unless the first one failed."""
        if self._ready is not None and not (self._ready.done() and self._ready.exception()):
            return
        self._ready = Future()
        threading.Thread(target=self._load, args=(self._ready,), name="loading", daemon=True).start()

    def load_now(self) -> None:
        """Load in this thread, and return when it is done. For ZeroGPU, which takes what was put on the GPU before the page
        was served, by the thread that imported `spaces`. What fails is told to readers, as with `start`."""
        if self._ready is None:
            self._ready = Future()
            self._load(self._ready)

    def model(self, problem: Problem) -> LocalModel:
        """As in `Backend`."""
        return LocalModel(self)

    async def close(self) -> None:
        """End the engine; what is being written fails. What is being loaded is given up when it is there."""
        ready, self._ready = self._ready, None
        if ready is not None:
            ready.add_done_callback(_close)

    async def ready(self) -> AsyncGenerator[Wait | Ready]:
        """How far the loading is, each time that it is further, and what was loaded last.

        Raises:
            ModelUnavailable: it could not be loaded.
        """
        await self.start()
        future, told = self._ready, -1
        if future is None:
            raise ModelUnavailable("model-closed")
        waiter = asyncio.wrap_future(future)
        waiter.add_done_callback(_heard)
        while not future.done():
            percent = int(100 * self._progress.fraction) if self._progress else 0
            if percent != told:
                told = percent
                yield Wait("loading", fraction=percent / 100)
            await asyncio.wait([waiter], timeout=LOOK_S)
        yield future.result()

    def _load(self, future: Future[Ready]) -> None:
        try:
            from solver.models.transformers.loading import Progress, load

            self._progress = Progress()
            loaded = load(
                self._source, adapter=self._adapter, quantize=self._quantize, progress=self._progress
            )
            future.set_result(self._build(loaded))
        except ModelUnavailable as error:
            future.set_exception(error)
        except Exception as error:
            log.exception("a model could not be loaded")
            failed = ModelUnavailable("model-broken", model=self.name)
            failed.__cause__ = error
            future.set_exception(failed)

    def _build(self, loaded: Loaded) -> Ready:
        tokenizer = fast(loaded)
        return Ready(
            loaded, self._engine(loaded), table_of(tokenizer, loaded.profile), incremental(tokenizer)
        )

    def _engine(self, loaded: Loaded) -> Engine:
        from solver.models.transformers.batched import BatchedEngine
        from solver.models.transformers.plain import PlainEngine

        gpu = loaded.model.device.type == "cuda"
        size: dict[str, int] = {"context_tokens": loaded.context_tokens, "max_waiting": self._max_waiting}
        if self._batched is None and on_zero_gpu(os.environ):
            from solver.models.transformers.zero import ZeroEngine

            return ZeroEngine(loaded.model, **size)
        if self._batched or (self._batched is None and gpu):
            try:
                return BatchedEngine(loaded.model, at_once=GPU_AT_ONCE if gpu else CPU_AT_ONCE, **size)
            except ModelUnavailable:
                if self._batched:
                    raise
                log.warning("%s cannot be batched: one student at a time", self.name)
        return PlainEngine(loaded.model, **size)


def on_zero_gpu(environment: Mapping[str, str]) -> bool:
    """Whether this is a Space whose GPU is lent call by call; as `spaces` reads the variable.

    >>> on_zero_gpu({}), on_zero_gpu({"SPACES_ZERO_GPU": "true"}), on_zero_gpu({"SPACES_ZERO_GPU": "false"})
    (False, True, False)
    """
    return environment.get("SPACES_ZERO_GPU", "").lower() in ("1", "t", "true")


class LocalModel:
    """Implements `Model` for the rounds of one problem: what was read and written stays with it."""

    def __init__(self, backend: TransformersBackend) -> None:
        self.name = backend.name
        self._backend = backend
        self._conversation: Conversation | None = None
        self._rounds = 0

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta | Wait]:
        """As in `Model`; ends by itself behind a complete cell. Of several streams at once only one is quick."""
        ready: Ready | None = None
        async with aclosing(self._backend.ready()) as steps:
            async for step in steps:
                if isinstance(step, Wait):
                    yield step
                else:
                    ready = step
        assert ready is not None
        conversation, self._conversation = self._conversation or _conversation(ready), None
        self._rounds += 1
        try:
            async with aclosing(self._write(ready, conversation, messages, sampling, stop)) as pieces:
                async for piece in pieces:
                    yield piece
        finally:
            self._conversation = conversation

    async def _write(
        self,
        ready: Ready,
        conversation: Conversation,
        messages: Sequence[Message],
        sampling: Sampling,
        stop: Sequence[str],
    ) -> AsyncGenerator[Delta | Wait]:
        from solver.models.transformers.rendering import render

        loaded = ready.loaded
        told = render(loaded.tokenizer, loaded.profile, messages)
        prompt = conversation.tell(told.text)
        behind = () if ready.incremental else prompt[-4:]
        decode = decoder(loaded, behind)
        halt = CellStop(
            ready.table, _joined(decoder(loaded, behind)), Marks(loaded.profile, opened=told.thinks), stop
        )
        request = Request(prompt, sampling, loaded.ends, halt, told=conversation, goes_on=self._rounds > 1)
        marks, text, count = Marks(loaded.profile, opened=told.thinks), Cut(stop), 0
        async with aclosing(ready.engine.stream(request)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Wait):
                    yield piece
                    continue
                if isinstance(piece, Ended):
                    if piece.reason == "context":
                        raise ModelUnavailable("context-full", model=self.name)
                    break
                new, count = "", count + len(piece)
                for token in piece:
                    word = decode(token)
                    conversation.wrote(token, word)
                    new += word
                if said := marks.feed(text.feed(new)):
                    yield Delta(said, count)
                    count = 0
        if (said := marks.feed(text.close()) + marks.close()) or count:
            yield Delta(said, count)


class Cut:
    """Passes text on up to the first of some texts, which is not passed on."""

    def __init__(self, stop: Sequence[str]) -> None:
        self._stop, self._held, self._over = tuple(stop), "", False
        self._hold = max(map(len, self._stop), default=1) - 1

    def feed(self, text: str) -> str:
        """What certainly stands before the end."""
        if self._over:
            return ""
        self._held += text
        found = [at for s in self._stop if (at := self._held.find(s)) >= 0]
        at = min(found) if found else max(0, len(self._held) - self._hold)
        self._over = bool(found)
        passed, self._held = self._held[:at], "" if found else self._held[at:]
        return passed

    def close(self) -> str:
        """What was held back."""
        held, self._held = self._held, ""
        return held


def fast(loaded: Loaded) -> Tokenizer:
    """The tokenizer beneath that of `transformers`.

    Raises:
        ModelUnavailable: there is none.
    """
    tokenizer: Tokenizer | None = getattr(loaded.tokenizer, "backend_tokenizer", None)
    if tokenizer is None:
        raise ModelUnavailable("model-broken", model=loaded.tokenizer.name_or_path)
    return tokenizer


def decoder(loaded: Loaded, behind: Sequence[int] = ()) -> Callable[[int], str]:
    """Gives for one id after the other the text that becomes complete with it. `behind` are ids that come before, for
    tokenizers that drop the space at the beginning of a text."""
    from tokenizers.decoders import DecodeStream

    tokenizer = fast(loaded)
    stream = DecodeStream(ids=list(behind), skip_special_tokens=loaded.profile.calls != "harmony")
    return lambda token: stream.step(tokenizer, token) or ""


def _joined(decode: Callable[[int], str]) -> Callable[[Sequence[int]], str]:
    return lambda tokens: "".join(map(decode, tokens))


def incremental(tokenizer: Tokenizer) -> bool:
    """Whether the ids of a text that goes on are those of its parts: not where a space is put before each text."""
    ids = [i for part in ("a", "b") for i in tokenizer.encode(part, add_special_tokens=False).ids]
    return tokenizer.decode(ids) == "ab"


def _conversation(ready: Ready) -> Conversation:
    tokenizer = fast(ready.loaded)

    def encode(text: str) -> list[tuple[int, int]]:
        encoded = tokenizer.encode(text, add_special_tokens=False)
        return [(token, end) for token, (_, end) in zip(encoded.ids, encoded.offsets, strict=True)]

    return Conversation(encode, incremental=ready.incremental)


def _heard(waiter: asyncio.Future[Ready]) -> None:
    """An error is told by `ready`; a reader who has gone does not hear it, and that is no bug."""
    if not waiter.cancelled():
        waiter.exception()


def _close(future: Future[Ready]) -> None:
    if future.exception() is None:
        future.result().engine.close()
