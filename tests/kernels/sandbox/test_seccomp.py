"""The compiler: a filter answers every call as its rules say, read as Python. Installation: in all threads."""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import signal
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.kernels.inside.sandbox import limits, seccomp
from solver.kernels.inside.sandbox.seccomp import (
    ALLOW,
    KILL_PROCESS,
    MISSING,
    REFUSE,
    Condition,
    Filter,
    Rule,
    any_bit,
    compile_filter,
    errno_action,
    masked,
    none_of,
    one_of,
)
from solver.kernels.inside.sandbox.syscalls import NUMBERS
from solver.kernels.inside.sandbox.system import machine, syscall
from tests.kernels.sandbox.bpf import decide
from tests.kernels.sandbox.children import attempt, ending, in_child, needs_linux

ARCHES = sorted(NUMBERS)
NAMES = sorted(set(NUMBERS["x86_64"]) & set(NUMBERS["aarch64"]))

edges = st.sampled_from(
    [0, 1, 2, 3, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1 << 32, (1 << 32) + 1, (1 << 64) - 1]
)
words = edges | st.integers(0, (1 << 64) - 1)
actions = st.sampled_from([ALLOW, REFUSE, MISSING, errno_action(errno.EROFS)])


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    mask = draw(words)
    most = 4 if mask <= 0xFFFFFFFF else 1
    values = draw(st.lists(words, min_size=1, max_size=most))
    return Condition(draw(st.integers(0, 5)), mask, tuple(v & mask for v in values), draw(st.booleans()))


rules = st.builds(Rule, st.sampled_from(NAMES), actions, st.lists(conditions(), max_size=3).map(tuple))
filters = st.builds(Filter, st.lists(rules, max_size=30).map(tuple), actions, actions)


def meaning(wanted: Filter, call: str, arguments: list[int]) -> int:
    """The rules read as Python: the first that fits decides."""
    for rule in wanted.rules:
        if rule.call == call and all(
            ((arguments[c.argument] & c.mask) in c.values) is not c.negated for c in rule.conditions
        ):
            return rule.action
    return wanted.default


@settings(max_examples=150, deadline=None)
@given(filters, st.sampled_from(ARCHES), st.data())
def test_a_filter_answers_as_its_rules_say(wanted: Filter, arch: str, data: st.DataObject) -> None:
    program = compile_filter(wanted, arch)
    calls = {rule.call for rule in wanted.rules} | {"read", "execve", "file_setattr"}
    for call in sorted(calls):
        used = [v for r in wanted.rules if r.call == call for c in r.conditions for v in c.values]
        argument = st.sampled_from(used) | words if used else words
        arguments = data.draw(st.lists(argument, min_size=6, max_size=6))
        assert decide(program, NUMBERS[arch][call], arguments, arch=arch) == meaning(wanted, call, arguments)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 0xFFFFFFFF), st.sampled_from(ARCHES))
def test_numbers_without_a_name_do_not_exist(number: int, arch: str) -> None:
    program = compile_filter(Filter((Rule("read", REFUSE),), default=ALLOW), arch)
    expected = (
        MISSING
        if number not in NUMBERS[arch].values()
        else ALLOW
        if number != NUMBERS[arch]["read"]
        else REFUSE
    )
    assert decide(program, number, arch=arch) == expected


@pytest.mark.parametrize("arch", ARCHES)
def test_programs_of_another_architecture_are_killed_and_x32_does_not_exist(arch: str) -> None:
    program = compile_filter(Filter((), default=ALLOW), arch)
    other = next(name for name in ARCHES if name != arch)
    assert decide(program, 1, arch="i386") == KILL_PROCESS
    assert decide(program, 1, arch=other) == KILL_PROCESS
    assert decide(program, 0x40000000 | 1, arch=arch) == MISSING


@pytest.mark.parametrize(
    ("condition", "holds", "fails"),
    [
        pytest.param(
            one_of(0, 5, 7), [5, 7, 5 + (1 << 32)], [0, 6], id="32 bits: the upper half is not looked at"
        ),
        pytest.param(one_of(0, 5, bits=64), [5], [5 + (1 << 32), 0], id="64 bits"),
        pytest.param(one_of(0, -1), [0xFFFFFFFF, (1 << 64) - 1], [1], id="a negative number"),
        pytest.param(none_of(0, 5, 7), [0, 6], [5, 7], id="none of"),
        pytest.param(none_of(0, 1 << 40, bits=64), [0, (1 << 40) + 1], [1 << 40], id="none of, 64 bits"),
        pytest.param(masked(0, 0b1100, 0b0100), [0b0100, 0b0111], [0b1100, 0], id="masked"),
        pytest.param(any_bit(0, 0b1100), [0b0100, 0b1000], [0b0011, 0], id="any bit"),
        pytest.param(
            any_bit(0, (1 << 40) | 1), [1 << 40, 1, (1 << 40) + 1], [2, 1 << 41], id="any bit, 64 bits"
        ),
    ],
)
def test_conditions(condition: Condition, holds: list[int], fails: list[int]) -> None:
    for arch in ARCHES:
        program = compile_filter(Filter((Rule("close", ALLOW, (condition,)),), default=REFUSE), arch)
        number = NUMBERS[arch]["close"]
        assert {decide(program, number, [value], arch=arch) for value in holds} == {ALLOW}
        assert {decide(program, number, [value], arch=arch) for value in fails} == {REFUSE}


def test_wrong_rules_are_refused() -> None:
    with pytest.raises(LookupError, match="no such system call: opne"):
        compile_filter(Filter((Rule("opne", ALLOW),), default=REFUSE), "x86_64")
    with pytest.raises(LookupError, match="known: x86_64"):
        compile_filter(Filter((), default=REFUSE), "m68k")
    with pytest.raises(ValueError, match="one value only"):
        one_of(0, 1, 2, bits=64)
    with pytest.raises(ValueError, match="not a condition"):
        one_of(6, 1)


def _no_priority() -> None:
    limits.no_new_privs()
    wanted = Filter((Rule("getpriority", REFUSE),), default=ALLOW)
    seccomp.install(compile_filter(wanted, machine()))


@needs_linux
def test_threads_that_exist_already_are_confined_too() -> None:
    def program() -> list[str]:
        go, seen = threading.Event(), []

        def early() -> None:
            go.wait()
            seen.append(attempt(lambda: os.getpriority(os.PRIO_PROCESS, 0)))

        threads = [threading.Thread(target=early) for _ in range(3)]
        for thread in threads:
            thread.start()
        _no_priority()
        go.set()
        for thread in threads:
            thread.join()
        return seen

    assert in_child(program) == ["EPERM"] * 3


@needs_linux
def test_without_tsync_only_this_thread_is_confined() -> None:
    """So that the test above can fail."""

    def program() -> list[str]:
        go, seen = threading.Event(), []

        def other() -> None:
            go.wait()
            seen.append(attempt(lambda: os.getpriority(os.PRIO_PROCESS, 0)))

        thread = threading.Thread(target=other)
        thread.start()
        limits.no_new_privs()
        wanted = Filter((Rule("getpriority", REFUSE),), default=ALLOW)
        seccomp.install(compile_filter(wanted, machine()), all_threads=False)
        go.set()
        thread.join()
        return [*seen, attempt(lambda: os.getpriority(os.PRIO_PROCESS, 0))]

    assert in_child(program) == ["ok", "EPERM"]


@needs_linux
def test_pretended_calls_succeed_and_do_nothing(place: Path) -> None:
    path = f"{place}/file"

    def program() -> int:
        with open(path, "w"):
            os.chmod(path, 0o600)
        limits.no_new_privs()
        names = [name for name in ("chmod", "fchmodat", "fchmodat2") if name in NUMBERS[machine()]]
        wanted = Filter(tuple(Rule(name, seccomp.PRETEND) for name in names), default=ALLOW)
        seccomp.install(compile_filter(wanted, machine()))
        os.chmod(path, 0o777)
        return os.stat(path).st_mode & 0o777

    assert in_child(program) == 0o600


@needs_linux
@pytest.mark.skipif(machine() != "x86_64", reason="32-bit calls of x86_64")
def test_a_32_bit_system_call_ends_the_process_and_x32_is_missing() -> None:
    def int_0x80() -> None:
        _no_priority()
        code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20 (getpid); int 0x80; ret
        address = ctypes.addressof(ctypes.c_char.from_buffer(code))
        ctypes.CFUNCTYPE(ctypes.c_int)(address)()

    def x32() -> str:
        _no_priority()
        return attempt(lambda: syscall(0x40000000 | NUMBERS["x86_64"]["getpid"]))

    assert ending(int_0x80) == -signal.SIGSYS
    assert in_child(x32) == "ENOSYS"
