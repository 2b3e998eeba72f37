"""What a process's services are made of, for whoever operates it: what is lacking to take a problem, and how much is in use.

Cheap to ask, and whoever asks often costs no more: one look at the store at a time. Says nothing of students.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from solver.errors import StoreUnavailable
from solver.kernels import KernelPool
from solver.kernels.memory import proportional_bytes
from solver.kernels.watchdog import read_usage
from solver.models.worker import WorkerPool

if TYPE_CHECKING:
    from solver.store import Store

LOOK_S: Final = 2.0  # a store that says nothing for so long is not reachable; it is asked on, not cancelled
LACKING: Final[Mapping[str, str]] = {
    "store": "the database of conversations cannot be reached",
    "kernels": "no kernel is ready: they are being started, or cannot be started",
    "readers": "no process of the built-in tutor is ready: they are being started, or cannot be started",
}
log = logging.getLogger("stepwise")


class Resources:
    """The store (None: nothing is kept), the kernels and the readers of one process."""

    def __init__(self, store: Store | None, kernels: KernelPool, readers: WorkerPool) -> None:
        self._store, self.kernels, self.readers = store, kernels, readers
        self._look: asyncio.Task[bool] | None = None

    @property
    def held(self) -> tuple[int, Mapping[str, int]]:
        """How many streams wait until the database is back, and how many ended how; nothing where nothing is kept."""
        if self._store is None:
            return 0, {}
        return self._store.held, {str(end): number for end, number in self._store.held_ended.items()}

    async def lacking(self) -> tuple[str, ...]:
        """The rows of `LACKING` that keep this process from taking problems; none where it is ready.

        What could not be started is tried again: a process that gets no problems until it is ready would never be.
        """
        there = {
            "store": await self._reaches_store(),
            "kernels": await self.kernels.is_ready(),
            "readers": await self.readers.is_ready(),
        }
        return tuple(name for name in LACKING if not there[name])

    @staticmethod
    def resident_bytes(pid: int) -> int:
        """Memory of a process that is in use now; 0 where it has ended, or the system does not say (it is not Linux)."""
        usage = read_usage(pid)
        return 0 if usage is None else usage.resident_bytes

    @staticmethod
    def proportional_bytes(pid: int) -> int:
        """The same where a page that n processes share counts 1/n in each (PSS): what several use together is the sum of these.

        0 also where the system lets nobody look: with uid of its own a kernel shows this to root alone.
        """
        return proportional_bytes(pid)

    async def _reaches_store(self) -> bool:
        if self._store is None:
            return True
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(_answers(self._store))
        await asyncio.wait({self._look}, timeout=LOOK_S)
        return self._look.done() and self._look.result()


async def _answers(store: Store) -> bool:
    try:
        await store.ping()
    except StoreUnavailable:
        return False
    return True
