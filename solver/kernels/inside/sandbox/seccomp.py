"""A filter on system calls: rules that can be read, their compilation to BPF, and its installation.

Knows numbers and arguments, not what a kernel may do (`policy`). A filter sees registers only: not what a pointer
points to, so no path and no address; such calls can be allowed or refused as a whole. It does not bound what allowed
calls do, and a fault in the kernel behind an allowed call stays a fault.

A program of another architecture (`int 0x80` on x86_64) is killed; x32 calls do not exist.
Kernel documentation: https://docs.kernel.org/userspace-api/seccomp_filter.html; seccomp(2), bpf(4).
"""

from __future__ import annotations

import ctypes
import errno
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from .syscalls import NUMBERS
from .system import machine, syscall

Action = int
ALLOW: Final[Action] = 0x7FFF0000
KILL_PROCESS: Final[Action] = 0x80000000

_AUDIT_ARCH: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32: Final = 0x40000000  # the bit that marks an x32 call, which shares the architecture of x86_64
_LOAD, _AND, _EQUAL, _AT_LEAST, _GO, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x05, 0x06  # linux/bpf_common.h
_NUMBER_AT, _ARCH_AT, _ARGUMENTS_AT = 0, 4, 16  # struct seccomp_data, bytes
_WORD: Final = 0xFFFFFFFF
_LONGEST: Final = 4096  # instructions, BPF_MAXINSNS
_FARTHEST: Final = 255  # instructions a condition can jump over
_SET_MODE_FILTER: Final = 1
_TSYNC: Final = 1


def errno_action(number: int) -> Action:
    """The call is not made and fails with `number`; with 0 it "succeeds" without being made."""
    return 0x00050000 | number


REFUSE: Final = errno_action(errno.EPERM)
PRETEND: Final = errno_action(0)
MISSING: Final = errno_action(errno.ENOSYS)


@dataclass(frozen=True, slots=True)
class Condition:
    """(argument & mask) is one of `values`; with `negated`, is none of them. Arguments count from 0.

    A mask beyond 32 bits goes with one value only.
    """

    argument: int
    mask: int
    values: tuple[int, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.argument <= 5 or not 0 <= self.mask < 1 << 64 or not self.values:
            raise ValueError(f"not a condition on an argument: {self}")
        if self.mask > _WORD and len(self.values) > 1:
            raise ValueError(f"64 bits can be compared with one value only: {self}")


def one_of(argument: int, *values: int, bits: int = 32) -> Condition:
    """32 bits for what the kernel takes as int, where the upper half is not looked at; 64 for pointers and sizes."""
    mask = (1 << bits) - 1
    return Condition(argument, mask, tuple(value & mask for value in values))


def none_of(argument: int, *values: int, bits: int = 32) -> Condition:
    """The argument is none of `values`."""
    mask = (1 << bits) - 1
    return Condition(argument, mask, tuple(value & mask for value in values), negated=True)


def masked(argument: int, mask: int, value: int) -> Condition:
    """(argument & mask) == value: with value 0, no bit of `mask` is set; with `mask`, all are."""
    return Condition(argument, mask, (value,))


def any_bit(argument: int, mask: int) -> Condition:
    """At least one bit of `mask` is set."""
    return Condition(argument, mask, (0,), negated=True)


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to `call` if all `conditions` hold. The first rule of a call that fits decides."""

    call: str
    action: Action
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Rules by name; names the machine does not have are passed over."""

    rules: tuple[Rule, ...]
    default: Action
    """For calls in `syscalls.NUMBERS` for which no rule decides."""
    unknown: Action = MISSING
    """For every other number: with ENOSYS the C library falls back to what it used before the call was invented."""


class Instruction(NamedTuple):
    """struct sock_filter: code, steps to jump if true and if false, constant."""

    code: int
    if_true: int
    if_false: int
    k: int


Program = tuple[Instruction, ...]


def compile_filter(wanted: Filter, arch: str) -> Program:
    """The BPF program for `arch`, one of `syscalls.NUMBERS`: a search tree over call numbers, then the conditions.

    Raises:
        LookupError: the architecture, or the name of a call, is unknown everywhere.
        ValueError: too long for the kernel.
    """
    if arch not in _AUDIT_ARCH:
        raise LookupError(f"no table of system calls for {arch!r} (known: {', '.join(_AUDIT_ARCH)})")
    known = {name for names in NUMBERS.values() for name in names}
    if wrong := {rule.call for rule in wanted.rules} - known:
        raise LookupError(f"no such system call: {', '.join(sorted(wrong))}")
    head = [
        Instruction(_LOAD, 0, 0, _ARCH_AT),
        Instruction(_EQUAL, 1, 0, _AUDIT_ARCH[arch]),
        Instruction(_RETURN, 0, 0, KILL_PROCESS),
        Instruction(_LOAD, 0, 0, _NUMBER_AT),
    ]
    if arch == "x86_64":
        head += [Instruction(_AT_LEAST, 0, 1, _X32), Instruction(_RETURN, 0, 0, MISSING)]
    program = (*head, *_search(_segments(wanted, NUMBERS[arch])))
    if len(program) > _LONGEST:
        raise ValueError(f"{len(program)} instructions, the kernel takes {_LONGEST}")
    return program


def _segments(wanted: Filter, numbers: Mapping[str, int]) -> list[tuple[int, Program]]:
    """First number and code of each run of neighbouring calls that are treated alike, from 0."""
    rules: dict[int, list[Rule]] = {number: [] for number in numbers.values()}
    for rule in wanted.rules:
        if rule.call in numbers:
            rules[numbers[rule.call]].append(rule)
    unknown = (Instruction(_RETURN, 0, 0, wanted.unknown),)
    segments: list[tuple[int, Program]] = []
    for number in range(max(rules) + 2):
        code = _decide(rules[number], wanted.default) if number in rules else unknown
        if not segments or segments[-1][1] != code:
            segments.append((number, code))
    return segments


def _search(segments: Sequence[tuple[int, Program]]) -> Program:
    if len(segments) == 1:
        return segments[0][1]
    middle = len(segments) // 2
    below, above = _search(segments[:middle]), _search(segments[middle:])
    first = segments[middle][0]
    if len(below) <= _FARTHEST:
        return (Instruction(_AT_LEAST, len(below), 0, first), *below, *above)
    return (Instruction(_AT_LEAST, 0, 1, first), Instruction(_GO, 0, 0, len(below)), *below, *above)


def _decide(rules: Sequence[Rule], default: Action) -> Program:
    code: Program = (Instruction(_RETURN, 0, 0, default),)
    for rule in reversed(rules):
        block: Program = (Instruction(_RETURN, 0, 0, rule.action),)
        for condition in reversed(rule.conditions):
            block = (*_test(condition, skip=len(block)), *block)
        code = block if not rule.conditions else (*block, *code)
    return code


def _test(condition: Condition, *, skip: int) -> Program:
    """Runs on into what follows if the condition holds, else jumps over the next `skip` instructions."""
    if skip + len(condition.values) > _FARTHEST:
        raise ValueError(f"too many conditions in one rule: {condition}")
    at = _ARGUMENTS_AT + 8 * condition.argument
    low = _values(at, condition.mask & _WORD, [v & _WORD for v in condition.values], condition.negated, skip)
    if condition.mask <= _WORD:
        return low
    differs = len(low) if condition.negated else len(low) + skip
    high = _loaded(at + 4, condition.mask >> 32)
    return (*high, Instruction(_EQUAL, 0, differs, condition.values[0] >> 32), *low)


def _loaded(at: int, mask: int) -> Program:
    load = Instruction(_LOAD, 0, 0, at)
    return (load,) if mask == _WORD else (load, Instruction(_AND, 0, 0, mask))


def _values(at: int, mask: int, values: Sequence[int], negated: bool, skip: int) -> Program:
    compares = []
    for i, value in enumerate(values):
        left = len(values) - 1 - i  # comparisons that follow this one
        found = left + skip if negated else left
        absent = (0 if negated else skip) if left == 0 else 0
        compares.append(Instruction(_EQUAL, found, absent, value))
    return (*_loaded(at, mask), *compares)


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def install(program: Program, *, all_threads: bool = True) -> None:
    """Put the filter on the calling thread, or on all threads of the process at once; it can never be taken off.

    `no_new_privs` must be set, or the process privileged.

    Raises:
        LookupError: this architecture has no table.
        OSError: refused, or a thread has a filter of its own that cannot be brought in line.
    """
    arch = machine()
    if arch not in NUMBERS:
        raise LookupError(f"no table of system calls for {arch!r}")
    code = b"".join(struct.pack("=HBBI", *instruction) for instruction in program)
    argument = _Program(len(program), ctypes.c_char_p(code))
    flags = _TSYNC if all_threads else 0
    stuck = syscall(NUMBERS[arch]["seccomp"], _SET_MODE_FILTER, flags, ctypes.byref(argument))
    if stuck:
        raise OSError(errno.EBUSY, f"thread {stuck} has a filter of its own")
