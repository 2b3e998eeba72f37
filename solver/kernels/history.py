"""Which cells of a stream that is over a kernel has run to their end: what `LiveKernel.recall` needs of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from solver.events import Code, Done, Event, Failure, Figure, Output

STOPPED: Final = ("TimeoutError: the cell was stopped", "OutputLimit: ", "OutputLost: ")
"""How the last line of a cell begins that a `LiveKernel` stopped."""


def finished_cells(events: Iterable[Event]) -> list[str]:
    """Sources of the cells that came to their end, in order; not those that were stopped or took the kernel with them.

    A cell is over when something else comes. One that is the last of a stream that was broken off may not be whole.

    >>> finished_cells([Code(1, "x = "), Code(1, "2"), Output(1, "result", "2"), Code(2, "while True: pass"), Done("stopped")])
    ['x = 2']
    """
    found: list[str] = []
    part: int | None = None
    source, stopped = "", False
    for event in events:
        if isinstance(event, Code) and event.part == part:
            source += event.delta
            continue
        if isinstance(event, Output | Figure) and event.part == part:
            stopped = stopped or was_stopped(event)
            continue
        broken = isinstance(event, Done) and event.reason == "stopped"
        died = isinstance(event, Failure) and event.code == "kernel-died"
        if part is not None and not (stopped or broken or died):
            found.append(source)
        part, source, stopped = (
            (event.part, event.delta, False) if isinstance(event, Code) else (None, "", False)
        )
    return found


def was_stopped(event: Event) -> bool:
    """Whether an output says that its cell was stopped."""
    return isinstance(event, Output) and event.stream == "error" and event.text.startswith(STOPPED)
