"""The seam between text and weights: ids of a prompt in, ids as they are generated out, and always a last word.

Knows no text and no library: what `plain` and `batched` have in common. Readers live on an event loop, a model's
computation in a thread of its own; ids cross over in as few wake-ups as the reader needs.
"""

from __future__ import annotations

import asyncio
import logging
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

from solver.errors import ModelUnavailable
from solver.models.transformers.line import Line
from solver.ports import Sampling, Wait

log = logging.getLogger(__name__)

HOLD_S: Final = 0.05
"""Seconds; a page shows 10 to 15 updates a second, and each wake-up takes the interpreter from the computation."""

Reason: TypeAlias = Literal["end", "stop", "length", "context"]


@dataclass(frozen=True, slots=True)
class Ended:
    """The last word on a request.

    "end": the model ended its turn; "stop": behind the id at which `Request.stop` said so; "length": it wrote as many
    tokens as it may; "context": nothing more can be read, or the prompt is too long already.
    """

    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """What is to be generated.

    Attributes:
        ends: ids that end the model's turn; they are not given out.
        stop: asked in the engine's thread with each new id, in order; True makes it the last.
        told: what the rounds of one problem have in common; an engine may keep what it computed as long as it lives.
        goes_on: whether it is not the first round.
    """

    prompt: Sequence[int]
    sampling: Sampling
    ends: frozenset[int]
    stop: Callable[[int], bool]
    told: object
    goes_on: bool = False


class Engine(Protocol):
    """Generates for several readers, one or many at a time."""

    context_tokens: int

    def stream(self, request: Request) -> AsyncGenerator[Wait | tuple[int, ...] | Ended]:
        """Places in line, then ids as they come, then `Ended`. Closing the generator stops the generation at once.

        Raises:
            ModelUnavailable: the line or the memory is full, or the computation failed.
        """
        ...

    def close(self) -> None:
        """End the thread; what is being generated fails. May be called more than once."""
        ...


class Flow:
    """Ids of one request on their way to its reader. `put` and `end` belong to the engine's thread."""

    def __init__(self, request: Request, over: Callable[[], None]) -> None:
        """`over` is called once, when nothing more will come or is wanted."""
        self.request = request
        self.cancelled = False
        self.count = 0
        self._over, self._loop = over, asyncio.get_running_loop()
        self._arrived, self._told, self._told_at_s = asyncio.Event(), False, 0.0
        self._ids, self._last = deque[int](), list[Ended | ModelUnavailable]()

    @property
    def closed(self) -> bool:
        """Whether nothing more is wanted."""
        return self.cancelled or bool(self._last)

    def put(self, token: int) -> Ended | None:
        """One more id. Returns how the request has ended with it, if it has; the reader is told of that already."""
        request, reason = self.request, None
        if token in request.ends:
            reason = Ended("end")
        else:
            self.count += 1
            self._ids.append(token)
            if request.stop(token):
                reason = Ended("stop")
            elif self.count >= request.sampling.max_tokens:
                reason = Ended("length")
        if reason is not None:
            self.end(reason)
        return reason

    def end(self, last: Ended | ModelUnavailable) -> None:
        """The last word; another one after it is ignored."""
        if not self._last:
            self._last.append(last)
            self._over()

    def cancel(self) -> None:
        """The reader has gone, or has what it needs."""
        if not self.closed:
            self.cancelled = True
            self._over()

    async def pieces(self) -> AsyncGenerator[tuple[int, ...] | Ended]:
        """For the reader: what has arrived, `Ended` last.

        Raises:
            ModelUnavailable: that was the last word.
        """
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            self._told = False  # before the ids are taken: what comes now wakes the reader again
            last = self._last[0] if self._last else None
            if self._ids:
                yield tuple(self._ids.popleft() for _ in range(len(self._ids)))
            if isinstance(last, ModelUnavailable):
                raise last
            if last is not None:
                yield last
                return


def wake(flows: Iterable[Flow]) -> None:
    """Tell the readers that something has arrived: one call a loop, none for those that have not looked yet.

    Between its first id and its end a reader is told at most every `HOLD_S`; what waits goes with the next id.
    """
    loops: dict[asyncio.AbstractEventLoop, list[asyncio.Event]] = {}
    now = time.monotonic()
    for flow in flows:
        if not flow._told and (now - flow._told_at_s >= HOLD_S or flow.closed):
            flow._told, flow._told_at_s = True, now
            loops.setdefault(flow._loop, []).append(flow._arrived)
    for loop, events in loops.items():
        try:
            loop.call_soon_threadsafe(_set, events)
        except RuntimeError:  # the loop was closed, and its readers with it
            continue


def _set(events: Iterable[asyncio.Event]) -> None:
    for event in events:
        event.set()


class QueuedEngine(ABC):
    """Implements `Engine` but for the computation: the line, the hand-over, the end of each request."""

    context_tokens: int

    def __init__(self, *, at_once: int, max_waiting: int) -> None:
        self._line = Line(at_once, max_waiting)

    async def stream(self, request: Request) -> AsyncGenerator[Wait | tuple[int, ...] | Ended]:
        """As in `Engine`."""
        if len(request.prompt) >= self.context_tokens:
            yield Ended("context")
            return
        ticket = self._line.join(goes_on=request.goes_on)
        try:
            async with aclosing(ticket.ahead()) as places:
                async for ahead in places:
                    yield Wait("queued", ahead=ahead)
            flow = Flow(request, ticket.leave)
            self._begin(flow)
            try:
                async with aclosing(flow.pieces()) as pieces:
                    async for piece in pieces:
                        yield piece
            finally:
                if not flow.closed:
                    flow.cancel()
                    self._cancel(flow)
        finally:
            ticket.leave()

    @abstractmethod
    def _begin(self, flow: Flow) -> None:
        """Generate for `flow` from now on."""

    @abstractmethod
    def _cancel(self, flow: Flow) -> None:
        """The reader of `flow` has gone."""

    @abstractmethod
    def close(self) -> None:
        """As in `Engine`."""


def failure(error: Exception) -> ModelUnavailable:
    """What a reader is told of an error in the computation. A bug's traceback goes into the log."""
    if isinstance(error, ModelUnavailable):
        return error
    if out_of_memory(error):
        log.warning("the model had no memory for a request: %s", error)
        return ModelUnavailable("memory-full")
    log.error("the computation of a model failed", exc_info=error)
    return ModelUnavailable("model-broke")


def out_of_memory(error: BaseException) -> bool:
    """Whether an error of torch says that memory has run out; on the CPU only its words do."""
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or "can't allocate memory" in str(error)
    )
