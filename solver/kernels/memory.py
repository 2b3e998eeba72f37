"""How much memory kernels have together, looked at cheaply, and how much they may have.

Memory is PSS: a page that n of them share counts 1/n in each, so the sum is what the machine has given. The system takes 1 to 2 ms to
count one process, so a few are counted at a time: those that have computed since, and from time to time the others, whose part of
what is shared changes. Linux only; elsewhere nothing is counted.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from solver.kernels.watchdog import Watch, seen_as

LOOKS: Final = 2  # at each step of the watch, four times a second
AGAIN_S: Final = 10.0  # also those that rest
SHARE: Final = (
    0.5  # of the machine's; server and readers have 0.7 to 1.2 GB under load (tests/load/RESULTS.md)
)
UNLIMITED: Final = 1 << 60  # version 1 of control groups has such a number for "no limit"


class Memory:
    """What kernels of this machine use, against the `most_bytes` that all together may."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._used: dict[int, int] = {}
        self._looked: dict[int, tuple[float, float]] = {}  # when, and the processor time then

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

    def look(self, watches: Mapping[int, Watch], server_pid: int | None) -> None:
        """Look at `LOOKS` of those that it is time for. `watches` of all kernels that there are, by their numbers.

        Those that have computed most since the last look come first: one that runs its cells again grows by 30 MB in half a second.
        """
        users = {pid: (watch.cpu_s, watch.uid) for pid, watch in watches.items()}
        if server_pid is not None:
            users[server_pid] = (0.0, None)
        for gone in self._used.keys() - users.keys():
            del self._used[gone], self._looked[gone]
        now, never = time.monotonic(), (0.0, -1.0)
        last = {pid: self._looked.get(pid, never) for pid in users}
        due = [
            pid for pid, (cpu_s, _) in users.items() if last[pid][1] != cpu_s or now - last[pid][0] > AGAIN_S
        ]
        for pid in sorted(due, key=lambda pid: (last[pid][1] - users[pid][0], last[pid][0]))[:LOOKS]:
            cpu_s, uid = users[pid]
            with seen_as(uid):
                self._used[pid] = proportional_bytes(pid)
            self._looked[pid] = (time.monotonic(), cpu_s)


def proportional_bytes(pid: int) -> int:
    """Memory of a process (PSS); 0 where it has ended, or the system lets nobody look."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def usual_bytes(root: Path = Path("/")) -> int:
    """What kernels may have where nobody says: `SHARE` of the machine's memory, or of the container's where that is less."""
    return int(SHARE * min([_machine_bytes(), *_limits(root)]))


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
