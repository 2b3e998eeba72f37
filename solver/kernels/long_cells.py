"""Cells that have computed for long take turns on a part of the processors while others work: a feedback queue of two levels.

Priority does not do it: where two processors are threads of one core, as on most rented machines, an endless loop slows its
neighbour by half whatever its niceness (tests/load/RESULTS.md). So a long cell is held still (SIGSTOP) for most of the time in which
other sessions' cells begin, and goes on freely where there is nobody else. What it was held does not count against its time, up to a bound (`live.HELD_FACTOR`).
Source: F. J. Corbató et al., "An Experimental Time-Sharing System" (1962).
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final, Protocol

SHARE: Final = 0.125
"""Of all processors, for all long cells together, while others work."""
WORKS_S: Final = 1.5
"""Somebody is at work for so long after a cell of theirs was seen."""


class Holdable(Protocol):
    """What is known of a kernel's process here."""

    @property
    def requests(self) -> int: ...

    def hold(self) -> None: ...

    def resume(self) -> None: ...


class LongCells:
    """Who of the long ones computes now. `look` says so to their processes; ask it some times a second.

    Attributes:
        held: processes that stand still now.
    """

    def __init__(self, cores: int | None = None) -> None:
        self._share = SHARE * (cores or os.cpu_count() or 1)
        self._queue = OrderedDict[Holdable, None]()
        self._short: dict[Holdable, int] = {}  # how many cells of theirs had begun at the last look
        self._others_until_s = float("-inf")
        self._looked_s: float | None = None
        self._credit_s = 0.0
        self.held = set[Holdable]()

    def look(self, long: Iterable[Holdable], short: Iterable[Holdable], now_s: float) -> None:
        """`long`: those whose cell has computed for long and goes on; `short`: all others; `now_s`: of a clock that only goes on."""
        passed_s = 0.0 if self._looked_s is None else now_s - self._looked_s
        self._looked_s = now_s
        cells = {process: process.requests for process in short}
        if any(process in self._short and self._short[process] != begun for process, begun in cells.items()):
            self._others_until_s = now_s + WORKS_S
        self._short = cells
        waiting = set(long)
        for process in [process for process in self._queue if process not in waiting]:
            del self._queue[process]
        for process in waiting:
            self._queue.setdefault(process)
        running = self._next(passed_s) if now_s < self._others_until_s else set(self._queue)
        held = set(self._queue) - running
        for process in self.held - held:
            process.resume()
        for process in held - self.held:
            process.hold()
        self.held = held

    def _next(self, passed_s: float) -> set[Holdable]:
        """Those whose turn it is until the next look, which is as far away as the last; who has had it goes to the end of the queue."""
        turn_s = passed_s or 1.0
        self._credit_s = min(self._credit_s + passed_s * self._share, turn_s * max(1.0, self._share))
        running = set[Holdable]()
        while len(running) < len(self._queue) and self._credit_s >= turn_s:
            self._credit_s -= turn_s
            process, _ = self._queue.popitem(last=False)
            self._queue[process] = None
            running.add(process)
        return running
