"""Every stream that somebody watches passes here once, whether page or program: who counts them reads along, and whoever ends
the server sees what still runs.

One for the process, as its signals and its metrics are.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import Final, Literal, Protocol, TypeAlias

from solver.events import Done, Event

Kind: TypeAlias = Literal["problem", "cell"]
"""A problem that is solved, or what a reader does with a solution that is there: a cell that is run, variables that are restored."""


class Reader(Protocol):
    """Reads one stream along. Must not raise."""

    def see(self, event: Event) -> None:
        """The next event."""
        ...

    def end(self) -> None:
        """No more come: `Done` was seen, or the watcher has gone."""
        ...


class _Stop:
    """Ends one stream from outside: what it waits for is cancelled, but not who reads it."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.asked = False
        self._waiting: asyncio.Task[object] | None = None

    def ask(self) -> None:
        """In its event loop."""
        self.asked = True
        if self._waiting is not None:
            self._waiting.cancel()

    async def next_of(self, events: AsyncGenerator[Event]) -> Event | None:
        """The next event; None where there is none, or no more are wanted."""
        if self.asked:
            return None
        self._waiting = asyncio.current_task()
        try:
            return await anext(events, None)
        except asyncio.CancelledError:
            if self.asked and self._waiting is not None and self._waiting.uncancel() == 0:
                return None
            raise
        finally:
            self._waiting = None


class Streams:
    """`taking`: whether new problems are taken. `readers` make a reader for each stream that begins."""

    def __init__(self) -> None:
        self.taking = True
        self.running: dict[Kind, int] = {"problem": 0, "cell": 0}
        self.readers: list[Callable[[Kind], Reader]] = []
        self._stops: set[_Stop] = set()
        self._telling = 0

    @property
    def busy(self) -> bool:
        """Whether anything runs, or is still told."""
        return self._telling > 0 or any(self.running.values())

    @contextmanager
    def told(self) -> Iterator[None]:
        """What is done for a page around a stream: hints are prepared behind it, and the page waits for them."""
        self._telling += 1
        try:
            yield
        finally:
            self._telling -= 1

    def stop(self) -> None:
        """Let every stream that runs end with `Done("stopped")`, as its readers' own Stop would. From any thread."""
        for one in list(self._stops):
            one.loop.call_soon_threadsafe(one.ask)

    async def through(self, events: AsyncGenerator[Event], kind: Kind) -> AsyncGenerator[Event]:
        """The same events. Closing this closes `events`."""
        readers = [make(kind) for make in self.readers]
        stop = _Stop()
        event: Event | None = None
        self._stops.add(stop)
        self.running[kind] += 1
        try:
            async with aclosing(events):
                while (following := await stop.next_of(events)) is not None:
                    event = following
                    for reader in readers:
                        reader.see(event)
                    yield event
            if stop.asked and not isinstance(event, Done):
                done = Done("stopped")
                for reader in readers:
                    reader.see(done)
                yield done
        finally:
            self._stops.discard(stop)
            self.running[kind] -= 1
            for reader in readers:
                reader.end()


STREAMS: Final = Streams()
