"""Watches from outside what no limit of the system bounds for processes of one user, and says what is too much.

A cell that computes for long goes on behind those that do not (nice(2)). Threads, resident memory, bytes and files in the folder, processor time between cells. Reads `/proc` and the folder's
listing; believes nothing that a kernel says.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERVAL_S: Final = 0.25
IDLE_WINDOW_S: Final = 2.0
BUSY_WINDOW_S: Final = 10.0
"""On a busy machine a thread that never rests gets little of a core: it is looked at for longer."""
YIELD_AFTER_S: Final = 1.0
"""Processor time of a cell, or of several without a pause, after which its kernel yields to others."""
YIELDING_NICENESS: Final = 10
MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one kernel may use."""

    threads: int = 160
    resident_bytes: int = 1200 * MEGABYTE
    folder_bytes: int = 64 * MEGABYTE
    folder_files: int = 1000
    idle_cores: float = 0.3  # got, over `IDLE_WINDOW_S` without a cell
    idle_cores_busy: float = 0.05  # got, over `BUSY_WINDOW_S`, by one that wants most of a core:
    idle_cores_wanted: float = 0.75  # a thread that never rests wants 1


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
    virtual_bytes: int


def read_usage(pid: int) -> Usage | None:
    """What the process uses, None where it has ended. Linux only.

    >>> read_usage(os.getpid()).threads >= 1
    True
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        virtual, resident = map(int, Path(f"/proc/{pid}/statm").read_text().split()[:2])
    except (OSError, IndexError, ValueError):
        return None
    cpu_s = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    page = os.sysconf("SC_PAGE_SIZE")
    return Usage(cpu_s, int(fields[17]), resident * page, virtual * page)


def read_wanted_s(pid: int) -> float:
    """Seconds that the process's living threads have run or waited for a processor (/proc/<pid>/task/*/schedstat).

    On a busy machine a thread that never rests gets little of a core; it wants all of it. So does for a while one
    that only wakes to sleep again, where many wait before it: alone this says nothing.
    """
    wanted_ns = 0
    try:
        for name in os.listdir(f"/proc/{pid}/task"):
            ran_ns, waited_ns, _ = Path(f"/proc/{pid}/task/{name}/schedstat").read_text().split()
            wanted_ns += int(ran_ns) + int(waited_ns)
    except (OSError, ValueError):  # it has ended, or the system does not count this
        pass
    return wanted_ns / 1e9


def set_niceness(pid: int, niceness: int) -> bool:
    """Give all threads of the process this niceness; False where that is not allowed, or it has ended. Linux only."""
    try:
        for name in os.listdir(f"/proc/{pid}/task"):
            os.setpriority(os.PRIO_PROCESS, int(name), niceness)
    except OSError:
        return False
    return True


def measure_folder(folder: Path, most_files: int) -> tuple[int, int]:
    """Files and folders below `folder`, and bytes on the disk; counting ends soon after `most_files`.

    What lies so deep that its path would be too long for the system counts as too many.
    """
    files = size = 0
    left = [str(folder)]
    while left and files <= most_files:
        try:
            with os.scandir(left.pop()) as entries:
                for entry in entries:
                    files += 1
                    if files > most_files:
                        break
                    size += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        left.append(entry.path)
        except OSError as error:  # mostly: it has been removed in the meantime
            if error.errno == errno.ENAMETOOLONG:
                return most_files + 1, size
    return files, size


def measure_deleted(pid: int) -> int:
    """Bytes on the disk of files that the process has deleted and still holds open. 0 where it may not be looked at."""
    sizes: dict[tuple[int, int], int] = {}
    try:
        names = os.listdir(f"/proc/{pid}/fd")
    except OSError:
        return 0
    for name in names:
        try:
            file = os.stat(f"/proc/{pid}/fd/{name}")
        except OSError:
            continue
        if stat.S_ISREG(file.st_mode) and file.st_nlink == 0:
            sizes[file.st_dev, file.st_ino] = file.st_blocks * 512
    return sum(sizes.values())


def measure_deleted_mappings(pid: int) -> int:
    """Bytes of the process's shared mappings of deleted files: they last when the file is closed, too."""
    try:
        lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    except OSError:
        return 0
    total = 0
    for line in lines:
        fields = line.split()
        if line.endswith("(deleted)") and fields[1].endswith("s"):
            start, _, end = fields[0].partition("-")
            total += int(end, 16) - int(start, 16)
    return total


@contextmanager
def seen_as(uid: int | None) -> Iterator[None]:
    """Look at `/proc` as the user `uid`: a root without CAP_SYS_PTRACE, as in a container, may not look at others'.

    Sets the file system user and group of this thread alone (setfsuid(2)); do not await inside.
    """
    if uid is None or sys.platform != "linux":
        yield
        return
    libc = ctypes.CDLL(None)
    libc.setfsgid(uid)  # the group first: the right to do so goes with the user
    libc.setfsuid(uid)
    try:
        yield
    finally:
        libc.setfsuid(os.geteuid())
        libc.setfsgid(os.getegid())


class Watch:
    """One kernel's watch; ask `excess` every `INTERVAL_S`."""

    def __init__(self, pid: int, folder: Path, bounds: Bounds = Bounds(), *, uid: int | None = None) -> None:
        """`uid`: the kernel's own user, where it has one."""
        self._pid = pid
        self._folder = folder
        self._bounds = bounds
        self.uid = uid
        self._seen_cpu_s = -1.0
        usage = read_usage(pid)
        self.cpu_s = 0.0 if usage is None else usage.cpu_s  # when it was last looked at
        self.resident_bytes = 0 if usage is None else usage.resident_bytes  # then, too
        self._virtual_bytes = 0 if usage is None else usage.virtual_bytes
        self._idle: deque[tuple[float, float, float]] = deque()  # (time, cpu_s, wanted_s) since the last cell
        self._cells = 0  # that had begun at the last look
        self._cell_cpu_s: float | None = None  # at the first look at the cell that is running
        self._own_niceness: int | None = None  # before it yielded
        self._stays_behind = False  # it may not be put back

    @property
    def is_long(self) -> bool:
        """Whether the cell that was running at the last look had computed for long."""
        return self._cell_cpu_s is not None and self.cpu_s - self._cell_cpu_s > YIELD_AFTER_S

    def excess(self, *, busy: bool, cells: int = 0) -> Excess | None:
        """What the kernel has too much of, None where nothing is.

        `busy`: a cell is running; `cells`: how many have begun so far, so that one that began and ended between two looks is not taken
        for computing without one (where a server is busy, the looks lie seconds apart).
        """
        usage = read_usage(self._pid)
        if usage is None:
            return None
        self.cpu_s, self.resident_bytes = usage.cpu_s, usage.resident_bytes
        self._yield(busy=busy)
        bounds = self._bounds
        if usage.threads > bounds.threads:
            return Excess("threads", f"it started {usage.threads} threads, {bounds.threads} are allowed")
        if usage.resident_bytes > bounds.resident_bytes:
            return Excess("memory", f"it used more than {bounds.resident_bytes // MEGABYTE:,} MB of memory")
        if cells != self._cells:
            self._cells = cells
            self._idle.clear()
        if self._spins(usage.cpu_s, busy=busy):
            return Excess("spinning", "it went on computing after its cell had ended")
        if not busy and usage.cpu_s == self._seen_cpu_s:
            return None  # it has done nothing since the last look
        self._seen_cpu_s = usage.cpu_s
        return self._disk_excess(usage)

    def _yield(self, *, busy: bool) -> None:
        """Who computes for long waits behind others, so that theirs are not slowed; afterwards it is as it was, where the system allows that.

        It allows it to root alone (or by RLIMIT_NICE): elsewhere such a kernel stays behind, which only a busy machine shows.
        """
        if not busy:
            self._cell_cpu_s = None
            if self._own_niceness is not None and not self._stays_behind:
                self._stays_behind = not set_niceness(self._pid, self._own_niceness)
                self._own_niceness = self._own_niceness if self._stays_behind else None
        elif self._cell_cpu_s is None:
            self._cell_cpu_s = self.cpu_s
        elif self._own_niceness is None and self.is_long:
            try:
                own = os.getpriority(os.PRIO_PROCESS, self._pid)
            except OSError:  # it has ended
                return
            if own < YIELDING_NICENESS and set_niceness(self._pid, YIELDING_NICENESS):
                self._own_niceness = own

    def _disk_excess(self, usage: Usage) -> Excess | None:
        bounds = self._bounds
        files, size = measure_folder(self._folder, bounds.folder_files)
        with seen_as(self.uid):
            size += measure_deleted(self._pid)
            if (
                usage.virtual_bytes - self._virtual_bytes > bounds.folder_bytes
            ):  # the list of mappings is long
                size += measure_deleted_mappings(self._pid)
        if files > bounds.folder_files:
            return Excess("files", f"it made more than {bounds.folder_files:,} files")
        if size > bounds.folder_bytes:
            return Excess("disk", f"it wrote more than {bounds.folder_bytes // MEGABYTE} MB of files")
        return None

    def _spins(self, cpu_s: float, *, busy: bool) -> bool:
        """Whether it computes on without a cell: by the time that it got, never by waiting alone."""
        now = time.monotonic()
        if busy:
            self._idle.clear()
            return False
        self._idle.append((now, cpu_s, read_wanted_s(self._pid)))
        while len(self._idle) > 2 and now - self._idle[1][0] >= BUSY_WINDOW_S:
            self._idle.popleft()
        bounds = self._bounds
        cores, _ = self._cores(IDLE_WINDOW_S)
        if cores > bounds.idle_cores:
            return True
        cores, wanted = self._cores(BUSY_WINDOW_S)
        return cores > bounds.idle_cores_busy and wanted > bounds.idle_cores_wanted

    def _cores(self, window_s: float) -> tuple[float, float]:
        """How many cores it has got, and wanted, since `window_s` ago or a little before; none where it has not been watched so long."""
        now, cpu_s, wanted_s = self._idle[-1]
        before = next((look for look in reversed(self._idle) if now - look[0] >= window_s), None)
        if before is None:
            return 0.0, 0.0
        since, cpu_before_s, wanted_before_s = before
        return (cpu_s - cpu_before_s) / (now - since), (wanted_s - wanted_before_s) / (now - since)
