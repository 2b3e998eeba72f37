"""What files and processes look like from outside, so that a change made by an attack is seen."""

from __future__ import annotations

import array
import contextlib
import fcntl
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

FS_IOC_GETFLAGS: Final = 0x80086601  # linux/fs.h: what chattr sets
IOPRIO_GET: Final = 252  # x86_64
TRAITS: Final = re.compile(r"^(?:State:\t[Ttx]|TracerPid|Cpus_allowed_list|Umask):?.*$", re.MULTILINE)
LIMITS: Final = re.compile(r"^Max (?:open files|cpu time|file size|address space) .*$", re.MULTILINE)


def files(roots: Iterable[Path]) -> dict[str, str]:
    """Every file below `roots`, each with everything that a program could change of it."""
    found = {}
    for root in roots:
        for path in sorted(root.rglob("*")):
            with contextlib.suppress(OSError):  # it went away meanwhile
                found[str(path)] = _file(path)
    return found


def _file(path: Path) -> str:
    status = path.lstat()
    traits = [f"{status.st_mode:o}", str(status.st_uid)]
    if path.is_file() and not path.is_symlink():
        flags = array.array("L", [0])
        with path.open("rb") as file:
            with contextlib.suppress(OSError):  # not every file system has them
                fcntl.ioctl(file, FS_IOC_GETFLAGS, flags)
            traits.append(hashlib.sha256(file.read()).hexdigest())
        traits += [str(status.st_mtime_ns), str(os.listxattr(path)), str(flags[0])]
    return " ".join(traits)


def traits(pid: int) -> dict[str, str]:
    """What others can set of a process: whether it is stopped or traced, its limits, its priorities."""
    folder = Path(f"/proc/{pid}")
    try:
        status, limits = (folder / "status").read_text(), (folder / "limits").read_text()
        stat = (folder / "stat").read_text().rpartition(")")[2].split()
        return {
            "alive": str(stat[0] != "Z"),
            "status": "; ".join(TRAITS.findall(status)),
            "limits": "; ".join(" ".join(limit.split()) for limit in LIMITS.findall(limits)),
            "nice": f"{stat[16]} policy {stat[38]}",
            "oom score": (folder / "oom_score_adj").read_text().strip(),
            "io priority": str(_io_priority(pid)),
        }
    except (FileNotFoundError, ProcessLookupError):
        return {"alive": "False"}


def _io_priority(pid: int) -> int:
    import ctypes

    return int(ctypes.CDLL(None).syscall(IOPRIO_GET, 1, pid))


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Each difference in words.

    >>> changes({"a": "1", "b": "1"}, {"b": "2", "c": "1"})
    ['a is gone', 'b: 1 → 2', 'c is new']
    """
    said = []
    for name in sorted({*before, *after}):
        if name not in after:
            said.append(f"{name} is gone")
        elif name not in before:
            said.append(f"{name} is new")
        elif before[name] != after[name]:
            said.append(f"{name}: {_short(before[name])} → {_short(after[name])}")
    return said


def _short(text: str) -> str:
    return text if len(text) < 120 else f"{text[:60]}…{text[-50:]}"
