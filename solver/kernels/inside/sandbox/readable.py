"""Which files a kernel may read: Python and its libraries, fonts, time zones, a few facts about the machine.

Never the project's own source, never a home folder or `/` as a whole, whatever the prefix of this Python is: of each
prefix only its `lib` and parts of its `share`. What is installed beside Python (in site-packages) can be read, so the
project must not be installed there together with a secret.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import PurePath
from typing import Final

from .landlock import Access, Rule

_OF_A_PREFIX: Final = (
    "lib", "lib64", "pyvenv.cfg", "share/fonts", "share/fontconfig", "share/zoneinfo", "share/locale",
    "share/tcltk", "etc/fonts",
)  # fmt: skip
_OF_THE_SYSTEM: Final = (
    "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig",
    "/etc/localtime", "/etc/timezone", "/etc/mime.types",
)  # fmt: skip
_OF_THE_MACHINE: Final = (
    "/sys/devices/system/cpu", "/sys/fs/cgroup/cpu.max", "/dev/urandom", "/dev/random", "/dev/zero",
)  # fmt: skip
_OF_PROC: Final = (
    "/proc/self/stat", "/proc/self/statm", "/proc/self/status", "/proc/self/maps", "/proc/self/smaps",
    "/proc/self/smaps_rollup", "/proc/self/cmdline", "/proc/self/limits", "/proc/self/cgroup", "/proc/self/fd",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/vmstat", "/proc/sys/vm/overcommit_memory",
)  # fmt: skip
"""The C library, OpenBLAS and psutil ask how many processors there are and how much memory. Not /proc/self as a whole: in
it, and in each of its threads' folders, are the host's mounts and the names of its sockets (mountinfo, net), in which others
may have written what they think is theirs alone."""


@cache
def python_paths() -> tuple[str, ...]:
    """Where this Python, its packages and the system's libraries and fonts lie; some may not exist.

    Worked out once, in the fork server (`probing.examine`): it would cost every kernel 3 ms.
    """
    prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix, "/usr", "/usr/local"}
    scheme = sysconfig.get_paths()
    libraries = {scheme[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    libraries.update(site.getsitepackages())
    if site.ENABLE_USER_SITE:  # `pip install --user`, as in a Space
        libraries.add(site.getusersitepackages())
    below = {os.path.join(prefix, part) for prefix in prefixes for part in _OF_A_PREFIX}
    return (*sorted(path for path in below | libraries if not _too_wide(path)), *_OF_THE_SYSTEM)


def _too_wide(path: str) -> bool:
    """Whether a folder holds a home or the root of the file system, as with a prefix nobody should have."""
    real = os.path.realpath(path)
    homes = (os.path.realpath(os.path.expanduser("~")), "/home", "/root")
    return any(PurePath(home).is_relative_to(real) for home in homes)


def file_rules(folder: str, sockets: str, further: Iterable[str] = ()) -> list[Rule]:
    """What Landlock is to allow to the process that calls this: `/proc/self` is meant as it is now, after the fork.

    `folder` and `sockets` must exist. In `folder` all may be done to ordinary files and folders; in `sockets` Unix
    sockets may be made and removed.
    """
    return [
        *(Rule(path, Access.READ) for path in (*python_paths(), *_OF_THE_MACHINE, *further)),
        *(Rule(path, Access.READ, pinned=True) for path in _OF_PROC),
        Rule(os.devnull, Access.READ_FILE | Access.WRITE_FILE),
        Rule(folder, Access.WRITE, required=True),
        Rule(sockets, Access.SOCKETS, required=True),
    ]
