"""Landlock: from now on this process reaches only the files it is given. By raw system calls, ABI 1 to 7.

Stops, for the calling thread and all that it starts later: opening, creating, removing, renaming and executing files
outside the rules, and `ptrace` and `/proc/…/mem` of processes outside; from ABI 3 also truncating, from ABI 4 TCP
`bind` and `connect`, from ABI 5 device `ioctl`, from ABI 6 signals to processes and abstract sockets outside.

Does NOT stop: stat, chmod, chown, utime, extended attributes, chdir, O_PATH; Unix sockets with a path; UDP and every other
network protocol, `listen` without `bind`; descriptors that were open before; other threads that exist already
(therefore before any thread). Refusing these is the work of `policy`.

Kernel documentation: https://docs.kernel.org/userspace-api/landlock.html; landlock(7).
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from typing import Final

from .system import syscall

_CREATE_RULESET: Final = 444  # the three numbers are the same on all architectures
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_ASK_VERSION: Final = 1
_PATH_BENEATH: Final = 1
_TCP: Final = 0b11  # bind, connect
_SCOPES: Final = 0b11  # abstract Unix sockets, signals
_LOG_SAME_EXEC_OFF: Final = (
    1  # ABI 7: refusals are not written to the host's audit log, which a cell could flood
)
NEWEST_ABI: Final = 7  # what is written for; a newer kernel is asked for no more


class Access(IntFlag):
    """Rights to files, LANDLOCK_ACCESS_FS_*."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13  # ABI 2: rename or link into another directory; without it that is always refused
    TRUNCATE = 1 << 14  # ABI 3
    IOCTL_DEV = 1 << 15  # ABI 5

    READ = READ_FILE | READ_DIR
    WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
    SOCKETS = READ | WRITE_FILE | REMOVE_FILE | MAKE_SOCK


_FOR_A_FILE: Final = (
    Access.EXECUTE | Access.WRITE_FILE | Access.READ_FILE | Access.TRUNCATE | Access.IOCTL_DEV
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Rights to `path` and all below it. On a file, rights that only directories have are left away."""

    path: str
    access: Access
    required: bool = False
    """Whether it is an error that `path` is not there or not reachable; otherwise the rule is passed over."""
    pinned: bool = False
    """Whether a descriptor stays open (O_PATH, good for nothing else) so that the rule lasts. Needed in /proc: once an
    entry falls out of the cache, the next look-up makes a new inode, which the rule does not mean
    (tests/kernels/sandbox/test_landlock.py shows it with drop_caches)."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is enforced now; at ABI 0 nothing is."""

    abi: int
    files: bool = False
    truncation: bool = False
    tcp: bool = False
    devices: bool = False
    scopes: bool = False


def abi() -> int:
    """The version this kernel offers; 0 where Landlock is missing, switched off, or refused by a filter."""
    try:
        return syscall(_CREATE_RULESET, 0, 0, _ASK_VERSION)
    except OSError:
        return 0


def handled(version: int) -> Access:
    """All rights that a kernel of ABI `version` knows, and so all that are refused unless a rule gives them.

    >>> Access.TRUNCATE in handled(2), Access.TRUNCATE in handled(3)
    (False, True)
    """
    count = 13 if version < 2 else 14 if version < 3 else 15 if version < 5 else 16
    return Access((1 << count) - 1)


def restrict(
    rules: Iterable[Rule], *, abi_limit: int | None = None, tcp: bool = True, scopes: bool = True
) -> Held:
    """Confine the calling thread for good. `no_new_privs` must be set, or the process privileged.

    `abi_limit` makes a new kernel behave like an older one, for tests.

    Raises:
        OSError: Landlock is there and did not take the rules, or a required path is not reachable.
    """
    version = min(abi(), NEWEST_ABI, NEWEST_ABI if abi_limit is None else abi_limit)
    if version < 1:
        return Held(abi=0)
    tcp, scopes = tcp and version >= 4, scopes and version >= 6
    ruleset = syscall(_CREATE_RULESET, *_attributes(version, tcp=tcp, scopes=scopes), 0)
    try:
        for rule in rules:
            _add(ruleset, rule, handled(version))
        syscall(_RESTRICT_SELF, ruleset, _LOG_SAME_EXEC_OFF if version >= 7 else 0)
    finally:
        os.close(ruleset)
    return Held(
        abi=version, files=True, truncation=version >= 3, tcp=tcp, devices=version >= 5, scopes=scopes
    )


def _attributes(version: int, *, tcp: bool, scopes: bool) -> tuple[bytes, int]:
    """struct landlock_ruleset_attr as long as `version` knows it, and that length in bytes."""
    words = [int(handled(version))]
    if version >= 4:
        words.append(_TCP if tcp else 0)
    if version >= 6:
        words.append(_SCOPES if scopes else 0)
    packed = struct.pack(f"={len(words)}Q", *words)
    return packed, len(packed)


def _add(ruleset: int, rule: Rule, known: Access) -> None:
    try:
        where = os.open(rule.path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        if rule.required:
            raise
        return
    access = rule.access & known
    if not stat.S_ISDIR(os.fstat(where).st_mode):
        access &= _FOR_A_FILE  # the kernel answers EINVAL to the others
    try:
        if access:
            syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", int(access), where), 0)
    finally:
        if not rule.pinned:
            os.close(where)
