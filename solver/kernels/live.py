"""A session's kernel: runs cells one after the other and says what they give while they run.

Owns at most one process at a time and knows when it must go; remembers the session's cells, so that a process that has
gone can be made up for. How a process starts is the pool's business, what its messages mean is `cell.py`'s.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
from contextlib import aclosing
from typing import Final, NamedTuple

from solver.errors import KernelDied, KernelUnavailable
from solver.events import Figure, Output
from solver.kernels.cell import CellReader
from solver.kernels.exchange import CELL_BYTES, LOST, Process
from solver.kernels.inside.agreed import FLOOD_CHARS

GRACE_S: Final = 1.0  # for an interrupted cell; what does not stop by then is in C code
NUDGE_S: Final = 0.2  # a kernel ignores a SIGINT that comes just before its cell begins
POLL_S: Final = 0.25  # how soon a flood of messages that belong to no cell is noticed
IDLE_S: Final = 5.0  # between a kernel's answer and its falling silent: one message's way
REPLAY_FACTOR: Final = 3  # a cell that is run again may take longer, on a busier machine
REPLAY_S: Final = 2.0
HELD_FACTOR: Final = 2  # of a cell's time; what it is held still beyond that counts against it
HISTORY_CELLS: Final = 200
HISTORY_CHARS: Final = 1_000_000
RECALLED: Final = "recalled"  # the turn of cells that another session's turns ran


class _Ran(NamedTuple):
    """A cell that came to its end, the seconds it took, and whose turn it was."""

    source: str
    took_s: float
    turn: object


class LiveKernel:
    """One session's `Kernel`: lazy, at most one process, a fresh one after a death. Made by `KernelPool.kernel`.

    One cell runs at a time: a second `run` waits until the first generator is exhausted or closed.
    """

    def __init__(
        self,
        acquire: Callable[[], Awaitable[Process]],
        release: Callable[[Process], Awaitable[None]],
    ) -> None:
        self._acquire = acquire
        self._release = release
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self._settling: asyncio.Task[list[Output | Figure]] | None = None
        self._closed = False
        self._history: list[_Ran] = []  # cells that came to their end
        self._history_is_whole = True
        self._owed: list[str] = []
        self._owed_s = 0.0
        self._only_turns = True  # the history has only cells of turns that need nothing but their own
        self._resting = False  # the process lacks cells of the history
        self._turns: set[object] = set()  # that have begun
        self._turns_here: set[object] = set()  # in this process
        self._last_used = time.monotonic()

    @property
    def pid(self) -> int | None:
        """The number of its process, 0 where that is another machine's, None where it has none now."""
        return None if self._process is None else self._process.pid

    @property
    def idle_s(self) -> float | None:
        """For how long a process has been kept without a cell to run; None where there is none, or one is running."""
        if self._process is None or self._turn.locked():
            return None
        return time.monotonic() - self._last_used

    @property
    def can_restore(self) -> bool:
        """Whether there are cells that could be run again, all of them."""
        return bool(self._history) and self._history_is_whole and not self._closed

    async def rest(self) -> None:
        """Give the process back while nothing runs; the next cell finds its variables again, see `restore`."""
        if self.idle_s is not None and self._process is not None:
            self._resting = True
            await self._drop(self._process)

    def recall(self, cells: Sequence[str], *, timeout_s: float, alone: bool = False) -> bool:
        """Take another session's cells for this one's own: they run before the next cell, each within `timeout_s`.

        `alone`: all of them are of turns that need nothing but their own; the next such turn does not wait for them, see `run`.
        For a kernel that has run nothing yet. False where they are too many; then it begins without variables.
        """
        self._history = []
        for source in cells:
            self._remember(
                source, max(0.0, (timeout_s - REPLAY_S) / REPLAY_FACTOR), RECALLED if alone else None
            )
        self._resting = self.can_restore
        return self._history_is_whole

    def catch_up(self, cells: Sequence[str], *, timeout_s: float) -> None:
        """Cells that ran in another kernel: they run here before the next cell, unheard, each within `timeout_s`."""
        self._owed += cells
        self._owed_s = timeout_s

    async def restore(self) -> bool:
        """Run the session's cells again, in order and in a fresh process; False if not all came to their end.

        What they say is not repeated. Cells that were stopped or took the process with them are left out. What
        depends on chance or on the time comes out anew.

        Raises:
            KernelDied, KernelUnavailable: as `run`.
        """
        async with self._turn:
            if self._process is not None:
                await self._drop(self._process)
            self._resting = False
            return self._history_is_whole and await self._replay(await self._ready(), self._history)

    async def run(
        self, part: int, source: str, *, timeout_s: float, turn: object = None
    ) -> AsyncGenerator[Output | Figure]:
        """Run one cell; see `solver.ports.Kernel`. `timeout_s` counts from when a kernel has the cell, but for
        the time in which it is held still while others work.

        After a rest a `turn` runs before the cells of the history, where those are all of such turns; the first cell that may
        need more has all of them run again before it, in order. A process that was taken away, which no cell is to blame for, has
        rested, too; a turn's cell that had said nothing until then begins once more by itself.

        A cell that is out of time, or writes without end, is interrupted and its last event is an `Output` on
        "error" that says so; variables are kept. A cell that does not stop within `GRACE_S` of it takes the kernel
        with it: `KernelDied` follows that `Output`. At most one "error" comes of a cell.

        Raises:
            KernelDied: the process ended, in this cell or since the last one; variables are gone.
            KernelUnavailable: no process could be started, or this kernel or its pool is closed.
        """
        async with self._turn:
            for again in (turn is not None, False):
                said = False
                try:
                    async with aclosing(self._run(part, source, timeout_s, turn)) as events:
                        async for event in events:
                            said = True
                            yield event
                    return
                except KernelDied as error:
                    if said or not again or error.cause != LOST or self._closed or not self._history_is_whole:
                        raise

    async def _run(
        self, part: int, source: str, timeout_s: float, turn: object
    ) -> AsyncGenerator[Output | Figure]:
        """As `run`, once."""
        process = await self._ready(turn)
        if turn is not None:
            self._turns.add(turn)
            self._turns_here.add(turn)
        reader = CellReader(part)
        started = time.monotonic()
        deadline = started + timeout_s
        stopped: str | None = None
        try:
            await process.execute(source)
            while not reader.done and stopped is None:
                left_s = deadline + _held_s(process, timeout_s) - time.monotonic()
                message = await process.receive(min(left_s, POLL_S))
                if message is not None:
                    for event in reader.read(message):
                        yield event
                if reader.replied:
                    deadline = min(deadline, time.monotonic() + IDLE_S)
                if not reader.done:
                    late = time.monotonic() >= deadline + _held_s(process, timeout_s)
                    stopped = _why_stop(reader, flooding=process.flooding, late=late, timeout_s=timeout_s)
            if stopped is None:
                self._remember(source, time.monotonic() - started, turn)
            else:
                for event in await self._settle(process, reader):
                    if not _is_error(event):  # the interrupt itself
                        yield event
                yield Output(part, "error", stopped)
                if not reader.done:
                    await process.kill("it could not be interrupted", cause="stuck")
                    raise KernelDied("the cell could not be interrupted; its kernel was ended", cause="stuck")
        except KernelDied as error:
            await self._drop(process)
            self._resting = error.cause == LOST and self.can_restore
            raise
        finally:
            if not reader.done and self._process is process:  # the reader went away
                await self._settle(process, reader)
            process.finish()
            self._last_used = time.monotonic()

    async def close(self) -> None:
        """End the process, also in the middle of a cell, whose `run` then raises `KernelDied`."""
        self._closed = True
        if self._process is not None:
            await self._drop(self._process)

    async def _ready(self, turn: object = None) -> Process:
        """A process that waits for a cell of `turn`."""
        if self._settling is not None:  # of a run that was cancelled twice
            await asyncio.wait({self._settling})
        await self._look_after()
        self._refuse_if_closed()
        lacking = self._lacking(turn)
        if (
            self._process is not None
            and self._process.alive
            and lacking is self._history
            and self._turns_here
        ):
            await self._drop(self._process)  # what has run in it comes behind what it lacks
        if lacking is not None and not self._history_is_whole:
            self._resting = False
            self._history, self._history_is_whole, self._only_turns = [], True, True  # what comes now is all
            raise KernelDied("the kernel rested, and its cells were too many to be run again")
        process = self._process or await self._begin()
        if not process.alive:
            death, self._resting = process.death(), self._resting and not self._turns_here
            await self._drop(process)
            raise death
        if lacking is not None:
            try:
                whole = await self._replay(process, lacking)
            except KernelDied as error:
                self._resting = error.cause == LOST
                raise
            self._resting = lacking is not self._history
            if not whole:
                raise KernelDied("the kernel rested, and its variables could not be restored")
        while self._owed:
            source = self._owed.pop(0)
            started = time.monotonic()
            if not await _run_unheard(process, source, self._owed_s):
                await self._drop(process)
                raise KernelDied("a cell of another kernel did not come to its end here")
            self._remember(source, time.monotonic() - started)
        self._refuse_if_closed()
        return process

    def _lacking(self, turn: object) -> list[_Ran] | None:
        """Cells that have to run again before the next one of `turn`: the whole history, or those that the turn itself has had elsewhere, where all is of turns."""
        if not self._resting:
            return None
        if turn is None or self._owed or not self._only_turns:
            return self._history
        begun_elsewhere = turn in self._turns and turn not in self._turns_here
        return [ran for ran in self._history if ran.turn == turn] if begun_elsewhere else None

    async def _begin(self) -> Process:
        """A fresh process."""
        self._process = process = await self._acquire()
        try:
            self._refuse_if_closed()
        except KernelUnavailable:
            await self._drop(process)
            raise
        return process

    async def _look_after(self) -> None:
        """Let a process that was lost between two cells have rested: what it knew comes back, so nobody is told."""
        if self._process is None:
            return
        await self._process.settled()
        process = self._process
        if process is None or process.alive or process.death().cause != LOST:
            return
        if self._history_is_whole:
            await self._drop(process)
            self._resting = self.can_restore

    def _remember(self, source: str, took_s: float, turn: object = None) -> None:
        self._only_turns = self._only_turns and turn is not None
        self._history.append(_Ran(source, took_s, turn))
        chars = sum(len(ran.source) for ran in self._history)
        if len(self._history) > HISTORY_CELLS or chars > HISTORY_CHARS:
            self._history, self._history_is_whole = [], False

    async def _replay(self, process: Process, cells: Iterable[_Ran]) -> bool:
        """Whether these cells of the history came to their end once more; if not, the process is given back."""
        whole = False
        try:
            for ran in cells:
                if not await _run_unheard(process, ran.source, ran.took_s * REPLAY_FACTOR + REPLAY_S):
                    return False
            whole = True
        finally:  # also when cancelled: half of the variables are worse than none
            if not whole:
                await self._drop(process)
        return True

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise KernelUnavailable("this session's kernel is closed")

    async def _settle(self, process: Process, reader: CellReader) -> list[Output | Figure]:
        """Interrupt the running cell and wait until it is over, or else end its process; what it still gave.

        Without the wait the next cell would be dropped or interrupted in the first one's place. Goes on to its end
        when the caller is cancelled.
        """
        self._settling = asyncio.create_task(self._interrupt(process, reader))
        return await asyncio.shield(self._settling)

    async def _interrupt(self, process: Process, reader: CellReader) -> list[Output | Figure]:
        late: list[Output | Figure] = []
        end = time.monotonic() + GRACE_S
        try:
            while not reader.done and time.monotonic() < end:
                await process.interrupt()
                nudge = time.monotonic() + NUDGE_S
                while not reader.done and time.monotonic() < nudge:
                    message = await process.receive(nudge - time.monotonic())
                    if message is not None:
                        late.extend(reader.read(message))
        except KernelDied:
            pass  # then it is over, too
        if not reader.done:
            await self._drop(process)
        return late

    async def _drop(self, process: Process) -> None:
        """Give the process back; the next cell has a fresh one."""
        if self._process is process:
            self._process = None
            self._turns_here.clear()
            await self._release(process)


async def _run_unheard(process: Process, source: str, timeout_s: float) -> bool:
    """Whether the cell came to its end in time; what it says is dropped."""
    reader = CellReader(0)
    deadline = time.monotonic() + timeout_s
    await process.execute(source)
    while (
        not reader.done and not process.flooding and time.monotonic() < deadline + _held_s(process, timeout_s)
    ):
        message = await process.receive(POLL_S)
        if message is not None:
            deque(reader.read(message), maxlen=0)
    process.finish()
    return reader.done


def _held_s(process: Process, timeout_s: float) -> float:
    """What a cell was held still and has more time for."""
    return min(process.held_s, HELD_FACTOR * timeout_s)


def _is_error(event: Output | Figure) -> bool:
    return isinstance(event, Output) and event.stream == "error"


def _why_stop(reader: CellReader, *, flooding: bool, late: bool, timeout_s: float) -> str | None:
    """The last line that the reader of a stopped cell sees, or None if it may go on."""
    if reader.flooding:
        return f"OutputLimit: the cell was stopped, it wrote more than {FLOOD_CHARS:,} characters, or too many pieces"
    if flooding:
        return f"OutputLimit: the cell was stopped, it sent more than {CELL_BYTES >> 20} MB"
    if late and reader.replied:
        return "OutputLost: the kernel's output did not arrive"
    if late:
        return f"TimeoutError: the cell was stopped after {timeout_s:g} s"
    return None
