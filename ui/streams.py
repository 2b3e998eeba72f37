"""Every stream that somebody watches passes here once, whether page or program: who counts them reads along, and whoever ends
the server sees what still runs.

One for the process, as its signals and its metrics are.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Final, Literal, Protocol, TypeAlias

from solver.events import Event

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


class Streams:
    """`taking`: whether new problems are taken. `readers` make a reader for each stream that begins."""

    def __init__(self) -> None:
        self.taking = True
        self.running: dict[Kind, int] = {"problem": 0, "cell": 0}
        self.readers: list[Callable[[Kind], Reader]] = []

    async def through(self, events: AsyncGenerator[Event], kind: Kind) -> AsyncGenerator[Event]:
        """The same events. Closing this closes `events`."""
        readers = [make(kind) for make in self.readers]
        self.running[kind] += 1
        try:
            async with aclosing(events):
                async for event in events:
                    for reader in readers:
                        reader.see(event)
                    yield event
        finally:
            self.running[kind] -= 1
            for reader in readers:
                reader.end()


STREAMS: Final = Streams()
