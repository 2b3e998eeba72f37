"""Watches from outside what no limit of the system bounds for processes of one user, and says what is too much.

Threads, resident memory, bytes and files in the folder, processor time between cells. Reads `/proc` and the folder's
listing; believes nothing that a kernel says.
"""

from __future__ import annotations

import os
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERVAL_S: Final = 0.25
IDLE_WINDOW_S: Final = 2.0
MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one kernel may use."""

    threads: int = 64
    resident_bytes: int = 1200 * MEGABYTE
    folder_bytes: int = 64 * MEGABYTE
    folder_files: int = 1000
    idle_cores: float = 0.3  # of a core, over `IDLE_WINDOW_S` without a cell


@dataclass(frozen=True, slots=True)
class Excess:
    """What there is too much of: a `cause` of `KernelDied`, and the same in words."""

    cause: str
    words: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process uses now: `cpu_s` is the processor time of its whole life."""

    cpu_s: float
    threads: int
    resident_bytes: int


def read_usage(pid: int) -> Usage | None:
    """What the process uses, None where it has ended. Linux only.

    >>> read_usage(os.getpid()).threads >= 1
    True
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return None
    cpu_s = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    return Usage(cpu_s, int(stat[17]), resident * os.sysconf("SC_PAGE_SIZE"))


def measure_folder(folder: Path, most_files: int) -> tuple[int, int]:
    """Files and folders below `folder`, and bytes on the disk; counting ends soon after `most_files`."""
    files = size = 0
    left = [str(folder)]
    while left and files <= most_files:
        try:
            entries = os.scandir(left.pop())
        except OSError:
            continue
        with entries:
            for entry in entries:
                files += 1
                if files > most_files:
                    break
                try:
                    size += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        left.append(entry.path)
                except OSError:
                    continue
    return files, size


class Watch:
    """One kernel's watch; ask `excess` every `INTERVAL_S`."""

    def __init__(self, pid: int, folder: Path, bounds: Bounds = Bounds()) -> None:
        self._pid = pid
        self._folder = folder
        self._bounds = bounds
        self._idle: deque[tuple[float, float]] = deque()  # (time, cpu_s), since the last cell

    def excess(self, *, busy: bool) -> Excess | None:
        """What the kernel has too much of, None where nothing is. `busy`: a cell is running."""
        usage = read_usage(self._pid)
        if usage is None:
            return None
        bounds = self._bounds
        if usage.threads > bounds.threads:
            return Excess("threads", f"it started {usage.threads} threads, {bounds.threads} are allowed")
        if usage.resident_bytes > bounds.resident_bytes:
            return Excess("memory", f"it used more than {bounds.resident_bytes // MEGABYTE:,} MB of memory")
        if self._spins(usage.cpu_s, busy=busy):
            return Excess("spinning", "it went on computing after its cell had ended")
        files, size = measure_folder(self._folder, bounds.folder_files)
        if files > bounds.folder_files:
            return Excess("files", f"it made more than {bounds.folder_files:,} files")
        if size > bounds.folder_bytes:
            return Excess("disk", f"it wrote more than {bounds.folder_bytes // MEGABYTE} MB of files")
        return None

    def _spins(self, cpu_s: float, *, busy: bool) -> bool:
        now = time.monotonic()
        if busy:
            self._idle.clear()
        self._idle.append((now, cpu_s))
        while len(self._idle) > 2 and now - self._idle[1][0] >= IDLE_WINDOW_S:
            self._idle.popleft()
        since, before = self._idle[0]
        return now - since >= IDLE_WINDOW_S and (cpu_s - before) / (now - since) > self._bounds.idle_cores
