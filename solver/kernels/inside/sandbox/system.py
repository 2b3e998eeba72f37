"""The few raw system calls the layers are made of, through the C library of this process.

Knows no layer and no rule. `ctypes` because two of the calls have no wrapper in the C library, and because the
packages that have them were looked at and not taken: `landlock` (1.0.0.dev5) and `py-landlock` (0.1.1) cannot be
held down to an older kernel and fail on directory rights for a file; `pyseccomp` (0.1.2, of 2021) needs a libseccomp
on the machine that does not know newer calls and cannot say "refuse unless". Both interfaces are stable, documented
kernel ABI.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from typing import Any

PR_SET_PDEATHSIG = 1
PR_GET_DUMPABLE = 3
PR_SET_DUMPABLE = 4
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39


@cache
def _libc() -> Any:
    if sys.platform != "linux":  # elsewhere the numbers mean other calls
        raise OSError(errno.ENOSYS, "only Linux has these system calls")
    return ctypes.CDLL(None, use_errno=True)


def machine() -> str:
    """`x86_64`, `aarch64`, …; the empty string where this is not Linux."""
    return os.uname().machine if sys.platform == "linux" else ""


def syscall(number: int, *arguments: object) -> int:
    """The result of a system call. An `int` goes as 64 bits, `bytes` as the address of its first byte.

    Raises:
        OSError: the kernel refused.
    """
    passed = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    result: int = _libc().syscall(ctypes.c_long(number), *passed)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"system call {number}: {os.strerror(ctypes.get_errno())}")
    return result


def prctl(option: int, *arguments: int) -> int:
    """The result of prctl(2); arguments that are not given are 0, as newer options demand.

    Raises:
        OSError: the kernel refused.
    """
    four = [ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:4]]
    result: int = _libc().prctl(ctypes.c_int(option), *four)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}: {os.strerror(ctypes.get_errno())}")
    return result
