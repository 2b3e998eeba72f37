"""What a tree of processes uses, from outside: processor time, memory, processes, descriptors. Linux only.

Memory is PSS: a page that n processes share counts 1/n in each, so the sum over a tree is what the machine has given to it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from solver.resources import Resources

TICKS: Final = os.sysconf("SC_CLK_TCK")
MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Use:
    """What a tree uses at one moment. `cpu_s` counts from its beginning, children that have ended included."""

    at_s: float
    cpu_s: float
    pss_bytes: int
    processes: int
    descriptors: int
    pss_by_kind: Mapping[str, int] = field(default_factory=dict)
    """Of the `pss_bytes`, those of each kind of process (`kind_of`)."""


def tree(*roots: int) -> list[int]:
    """The processes of these numbers that are alive and all below them.

    >>> os.getpid() in tree(os.getpid()), tree(-1)
    (True, [])
    """
    below: dict[int, list[int]] = {}
    for pid in _all():
        fields = _stat(pid)
        if fields is not None and fields[0] != "Z":
            below.setdefault(int(fields[1]), []).append(pid)
    alive = {pid for pids in below.values() for pid in pids}
    found, waiting = [], [pid for pid in roots if pid in alive]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += below.get(pid, [])
    return found


def cpu_s(pids: Iterable[int]) -> float:
    """Processor seconds of these processes and of their children that have ended."""
    total = 0
    for pid in pids:
        fields = _stat(pid)
        if fields is not None:
            total += sum(map(int, fields[11:15]))  # utime, stime, cutime, cstime
    return total / TICKS


def use(at_s: float, *roots: int) -> Use:
    """What the trees below these processes use now."""
    pids = tree(*roots)
    by_kind: dict[str, int] = {}
    for pid in pids:
        kind = "server" if pid in roots else kind_of(pid)
        by_kind[kind] = by_kind.get(kind, 0) + Resources.proportional_bytes(pid)
    return Use(
        at_s, cpu_s(pids), sum(by_kind.values()), len(pids), sum(map(_descriptors, pids)), by_kind
    )  # fmt: skip


def kind_of(pid: int) -> str:
    """What a process below the server does: "readers" and "kernels" with those that they are forked from, or "others"."""
    name = name_of(pid)
    return "kernels" if " -I -c " in name else "readers" if "reading_process" in name else "others"


def name_of(pid: int) -> str:
    """Its command line, shortened."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return f"{pid} (ended)"
    return f"{pid} {b' '.join(words).decode('utf-8', 'replace')[:90]}"


def _descriptors(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def _all() -> Iterator[int]:
    return (int(name) for name in os.listdir("/proc") if name.isdigit())


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat behind the command: state, parent, …"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def described() -> str:
    """This computer, in a few words."""
    model = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "?")  # fmt: skip
    total = int(Path("/proc/meminfo").read_text().split()[1]) / 2**20
    return f"{os.cpu_count()} cores ({model}), {total:.0f} GB"
