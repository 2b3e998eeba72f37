"""How much memory kernels have together, looked at cheaply, and how much they may have.

Memory is PSS: a page that n of them share counts 1/n in each, so the sum is what the machine has given. The system takes 1 to 2 ms to
count one process, so a few are counted at a time: those that have computed since, and from time to time the others, whose part of
what is shared changes. Linux only; elsewhere nothing is counted.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from solver.kernels.watchdog import Watch, seen_as

AGAIN_S: Final = 10.0  # also those that rest
BYTES_A_SECOND: Final = 1 << 30  # 1 GB takes 20 ms to count, so at most a fiftieth of the time goes to it
SHARE: Final = (
    0.5  # of the machine's; server and readers have 0.7 to 1.2 GB under load (tests/load/RESULTS.md)
)
BYTES_A_CORE: Final = 900 << 20
"""More kernels than 30 to a core are never busy at once; what idle ones keep beyond this is memory that nobody uses."""
FEWEST_CORES: Final = 2
UNLIMITED: Final = 1 << 60  # version 1 of control groups has such a number for "no limit"
log = logging.getLogger(__name__)


class Memory:
    """What kernels of this machine use, against the `most_bytes` that all together may."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._used: dict[int, int] = {}
        self._looked: dict[int, tuple[float, float]] = {}  # when, and the processor time then
        self._told = False  # that one lets nobody look

    @property
    def bytes(self) -> int:
        """What all had when they were last looked at, the fork server included."""
        return sum(self._used.values())

    @property
    def is_exceeded(self) -> bool:
        """Whether they have more than they may."""
        return self.bytes > self.most_bytes

    def bytes_of(self, pid: int | None) -> int:
        """What this kernel had; 0 where nobody has looked yet."""
        return self._used.get(pid or 0, 0)

    def has_seen(self, *pids: int | None) -> bool:
        """Whether all of these (None is nobody) have been looked at, and anybody has."""
        return bool(self._used) and all(pid in self._used for pid in pids if pid is not None)

    def look(self, watches: Mapping[int, Watch], server_pid: int | None) -> None:
        """Look at two of those that it is time for. `watches` of all kernels that there are, by their numbers.

        At the one that has computed most since its last look (one that runs its cells again grows by 30 MB in half a second), and at
        the one that has waited for longest. To count a large one takes longer, so that one is looked at less often.
        """
        computed_s = {pid: watch.cpu_s for pid, watch in watches.items()}
        if server_pid is not None:
            computed_s[server_pid] = 0.0
        for gone in self._used.keys() - computed_s.keys():
            del self._used[gone], self._looked[gone]
        now = time.monotonic()
        due = {pid for pid, cpu_s in computed_s.items() if self._is_due(pid, cpu_s, now)}
        since = {pid: self._looked.get(pid, (0.0, -1.0)) for pid in due}
        most = max(due, key=lambda pid: computed_s[pid] - since[pid][1], default=None)
        oldest = min(due - {most}, key=lambda pid: since[pid][0], default=None)
        for pid in (most, oldest):
            if pid is not None:
                self._used[pid] = self._count(pid, watches.get(pid))
                self._looked[pid] = (time.monotonic(), computed_s[pid])

    def _is_due(self, pid: int, cpu_s: float, now: float) -> bool:
        if pid not in self._looked:
            return True
        looked, cpu_then_s = self._looked[pid]
        rested_s = now - looked
        return rested_s > AGAIN_S or (cpu_s != cpu_then_s and rested_s >= self._used[pid] / BYTES_A_SECOND)

    def _count(self, pid: int, watch: Watch | None) -> int:
        """Its memory; where the system lets nobody look, what it has in memory, shared or not."""
        with seen_as(watch.uid if watch is not None else None):
            counted = _proportional(pid)
        if counted is not None:
            return counted
        if not self._told:
            self._told = True
            log.warning("kernel %d lets nobody count its memory: its resident size is taken", pid)
        return watch.resident_bytes if watch is not None else 0


def proportional_bytes(pid: int) -> int:
    """Memory of a process (PSS); 0 where it has ended, or the system lets nobody look."""
    return _proportional(pid) or 0


def _proportional(pid: int) -> int | None:
    """The same; None where the system lets nobody look, as at a process that has made itself undumpable (prctl(2))."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except PermissionError:
        return None
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def usual_bytes(root: Path = Path("/")) -> int:
    """What kernels may have where nobody says: `BYTES_A_CORE`, and `SHARE` of the machine's or the container's memory at most."""
    return min(
        int(SHARE * min([_machine_bytes(), *_limits(root)])), BYTES_A_CORE * max(FEWEST_CORES, _cores())
    )


def _cores() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # Windows, macOS
        return os.cpu_count() or FEWEST_CORES


def _machine_bytes() -> int:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # Windows
        return UNLIMITED


def _limits(root: Path) -> list[int]:
    """The limits of the control groups in which this process is, of both versions; a container sees its own at the top."""
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers and "memory" not in controllers.split(","):
            continue
        top, name = ("memory", "memory.limit_in_bytes") if controllers else ("", "memory.max")
        group = root / "sys/fs/cgroup" / top
        for folder in (group, *(group / part for part in _upwards(path))):
            try:
                found.append(int((folder / name).read_text()))
            except (OSError, ValueError):  # there is none, or it is "max"
                continue
    return [limit for limit in found if limit < UNLIMITED]


def _upwards(path: str) -> list[str]:
    parts = [part for part in path.split("/") if part not in ("", "..")]
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]
