"""Bounds on what a kernel process may use, and what it may do to others by its rights: rlimits, uid, capabilities.

Stops: memory, files and descriptors without end, core dumps; with a uid of its own also other kernels' files, signals
and memory. Does NOT bound: the number of files, processor time, threads (except under a uid of its own), shared anonymous
memory below the address space, resident memory as such; those are the watchdog's.
Manual pages: setrlimit(2), capabilities(7), prctl(2), PR_SET_PDEATHSIG(2const), PR_SET_DUMPABLE(2const).
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Mapping
from typing import Final

from . import system
from .syscalls import NUMBERS

if sys.platform != "win32":
    import resource  # not when it is needed: the kernel's own uid may not be able to read it

MIB: Final = 1 << 20
LIMITS: Final[Mapping[str, int]] = {
    "AS": 4096 * MIB,
    "DATA": 1536 * MIB,  # private writable memory, stacks of threads (8 MiB each) included
    "FSIZE": 64 * MIB,
    "NOFILE": 256,
    "CORE": 0,
    "MEMLOCK": 0,
    "MSGQUEUE": 0,
    "SIGPENDING": 256,  # signals and timers that wait are counted per uid: the server's own must still find room
    "RTPRIO": 0,
    "NICE": 0,
}
"""By name without RLIMIT_, bytes or numbers; the hard limit is the same, so none can be raised again."""

THREADS_OF_ONE_UID: Final = 256
"""NPROC, only for a uid that one kernel has alone: it counts the threads of all processes of a uid together."""

_CAPABILITY_VERSION_3: Final = 0x20080522
_CAPABILITIES: Final = 64  # more than there are


def lower(limits: Mapping[str, int]) -> None:
    """Set soft and hard limits. A limit that is lower already stays; one the system does not have is passed over.

    Raises:
        OSError: the system refused.
    """
    for name, wanted in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is None:
            continue
        hard = resource.getrlimit(kind)[1]
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (value, value))


def no_new_privs() -> None:
    """From now on no `exec` gives rights this process lacks (set-uid programs); inherited, cannot be undone."""
    system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)


def hide_memory() -> None:
    """Processes of the same uid can no longer trace this one or read its memory and environment in `/proc`.

    No protection from root. It holds until the next `exec` or change of uid.
    """
    system.prctl(system.PR_SET_DUMPABLE, 0)


def show_memory() -> None:
    """Processes of the same uid may look into this one; what `hide_memory` or a change of uid has hidden is seen again."""
    system.prctl(system.PR_SET_DUMPABLE, 1)


def die_with_parent(parent: int) -> None:
    """This process is killed when the thread of `parent` that forked it ends; at once if it has ended already.

    A change of uid clears the order: call it afterwards (trap 4 of the prototype).

    Raises:
        ProcessLookupError: `parent` is no longer the parent.
    """
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise ProcessLookupError(f"the process {parent} that started this one has ended")


def become(uid: int) -> None:
    """Take `uid` as user and as only group, for good. Needs root.

    Raises:
        PermissionError: not root.
    """
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Give up every capability: a kernel that must run as root is then root in name only.

    It still owns root's files, which have to be closed to it by Landlock; it can no longer ignore the permissions of
    others' files, raise limits, or trace the server, which has more rights than it.

    Raises:
        OSError: the kernel refused, which it may not.
    """
    for number in range(_CAPABILITIES):
        try:
            system.prctl(system.PR_CAPBSET_DROP, number)
        except (
            OSError
        ):  # past the last one; or without CAP_SETPCAP, and the set matters to exec only: refused
            break
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    system.syscall(NUMBERS[system.machine()]["capset"], header, bytes(24))
