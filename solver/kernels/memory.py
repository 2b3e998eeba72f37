"""How much memory kernels have together, looked at cheaply, and how much they may have.

What is counted of a kernel is what it alone has: pages of the fork server that it has not written to are the fork server's. So the
figure of a kernel that rests stays as it is whatever others do, and only those that have computed are looked at again: the
system takes 1 to 2 ms for each. Linux only; elsewhere nothing is counted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from solver.kernels.watchdog import Watch, seen_as

LOOKS: Final = 2  # at each step of the watch, four times a second
SHARE: Final = (
    0.5  # of the machine's; server and readers have 0.7 to 1.2 GB under load (tests/load/RESULTS.md)
)
UNLIMITED: Final = 1 << 60  # version 1 of control groups has such a number for "no limit"


class Memory:
    """What kernels of this machine use, against the `most_bytes` that all together may."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._server: tuple[int | None, int] = (None, 0)
        self._own: dict[int, int] = {}
        self._looked: dict[int, tuple[int, float]] = {}  # the how manieth look, and the processor time then
        self._looks = 0

    @property
    def bytes(self) -> int:
        """What all had when they were last looked at, the fork server's included."""
        return self._server[1] + sum(self._own.values())

    @property
    def is_exceeded(self) -> bool:
        """Whether they have more than they may."""
        return self.bytes > self.most_bytes

    def own_bytes(self, pid: int | None) -> int:
        """What this kernel had; 0 where nobody has looked yet."""
        return self._own.get(pid or 0, 0)

    def look(self, watches: Mapping[int, Watch], server_pid: int | None) -> None:
        """Look at `LOOKS` of those kernels that have computed since, in turn. `watches` by their numbers: all that there are."""
        if self._server[0] != server_pid:
            self._server = (server_pid, _counted(server_pid, "Anonymous"))
        for gone in self._own.keys() - watches.keys():
            del self._own[gone], self._looked[gone]
        never = (0, -1.0)
        stale = [pid for pid, watch in watches.items() if self._looked.get(pid, never)[1] != watch.cpu_s]
        for pid in sorted(stale, key=lambda pid: self._looked.get(pid, never)[0])[:LOOKS]:
            with seen_as(watches[pid].uid):
                self._own[pid] = _counted(pid, "Private_Clean", "Private_Dirty", "Swap")
            self._looks += 1
            self._looked[pid] = (self._looks, watches[pid].cpu_s)


def _counted(pid: int | None, *kinds: str) -> int:
    """Bytes of these kinds that a process has; 0 where it has ended, or nobody may look."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(1024 * int(number) for kind, number in re.findall(r"^(\w+): +(\d+) kB", text, re.M) if kind in kinds)  # fmt: skip


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
