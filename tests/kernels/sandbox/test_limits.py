"""Bounds of a process: each holds, cannot be raised, and does not take more than it says."""

from __future__ import annotations

import os
import resource
import select
import signal
import threading
import time
from pathlib import Path

import pytest

from solver.kernels.inside.sandbox import limits, system
from tests.kernels.sandbox.children import (
    ChildFailed,
    attempt,
    attempts,
    ending,
    hosts,
    in_child,
    needs_linux,
    needs_root,
)

pytestmark = needs_linux


@pytest.mark.parametrize("host", hosts())
def test_limits_hold_and_cannot_be_raised(host: str, place: Path) -> None:
    sparse = os.open(f"{place}/big", os.O_CREAT | os.O_WRONLY)

    def program() -> dict[str, str]:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python does by itself
        limits.lower(limits.LIMITS)
        limits.drop_capabilities()
        hard = {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in limits.LIMITS}
        assert hard == {name: (value, value) for name, value in limits.LIMITS.items()}

        def descriptors() -> None:
            for _ in range(300):
                os.dup(1)

        return attempts(
            {
                "private memory": lambda: bytearray(2 << 30),
                "a file": lambda: os.pwrite(sparse, b"x", limits.LIMITS["FSIZE"]),
                "raise": lambda: resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30)),
                "descriptors": descriptors,
                "enough memory": lambda: bytearray(512 << 20),
            }
        )

    assert in_child(program, host=host) == {
        "private memory": "MemoryError",
        "a file": "EFBIG",
        "raise": "ValueError",
        "descriptors": "EMFILE",
        "enough memory": "ok",
    }


def test_lower_limits_stay() -> None:
    def program() -> tuple[int, int]:
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 100))
        limits.lower({"NOFILE": 256, "NO_SUCH_LIMIT": 1})
        return resource.getrlimit(resource.RLIMIT_NOFILE)

    assert in_child(program) == [100, 100]


@pytest.mark.parametrize("host", hosts())
def test_no_capability_is_left(host: str) -> None:
    def program() -> dict[str, str]:
        limits.drop_capabilities()
        with open("/proc/self/status", encoding="utf-8") as file:
            fields = dict(line.split(":", 1) for line in file)
        return {name: fields[name].strip() for name in ("CapPrm", "CapEff", "CapInh", "CapAmb")}

    assert {int(bits, 16) for bits in in_child(program, host=host).values()} == {0}


@needs_root
def test_root_without_capabilities_is_kept_out(place: Path) -> None:
    secret = f"{place}/secret"
    with open(secret, "w"):
        pass
    os.chmod(secret, 0)
    parent = os.getpid()

    tried = {
        "others' file": lambda: os.open(secret, os.O_RDONLY),
        "trace": lambda: os.open(f"/proc/{parent}/mem", os.O_RDONLY),
    }

    def program() -> dict[str, str]:
        assert set(attempts(tried).values()) == {"ok"}
        limits.drop_capabilities()
        return attempts(tried)

    assert set(in_child(program).values()) == {"EACCES"}


@needs_root
def test_a_uid_of_its_own() -> None:
    def program() -> list[object]:
        os.setgroups([0, 5])
        limits.become(61234)
        return [
            os.getresuid(),
            os.getresgid(),
            os.getgroups(),
            attempt(lambda: os.setuid(0)),
            attempt(lambda: os.kill(1, 0)),
        ]

    assert in_child(program) == [[61234] * 3, [61234] * 3, [], "EPERM", "EPERM"]


@needs_root
def test_a_user_cannot_become_another() -> None:
    assert in_child(lambda: attempt(lambda: limits.become(61234)), host="user") == "EPERM"


def test_other_processes_of_the_user_cannot_read_its_memory() -> None:
    """Root with its capabilities can; so both sides are without."""
    asked, answer = os.pipe(), os.pipe()

    def program(*, hidden: bool) -> str:
        limits.drop_capabilities()
        child = os.fork()
        if child == 0:
            if hidden:
                limits.hide_memory()
            os.write(answer[1], b"x")
            os.read(asked[0], 1)
            os._exit(0)
        os.read(answer[0], 1)
        seen = attempt(lambda: os.read(os.open(f"/proc/{child}/environ", os.O_RDONLY), 1))
        os.write(asked[1], b"x")
        os.waitpid(child, 0)
        return seen

    assert in_child(lambda: program(hidden=False)) == "ok"
    assert in_child(lambda: program(hidden=True)) in ("EACCES", "EPERM")
    for number in (*asked, *answer):
        os.close(number)


@pytest.mark.parametrize("host", hosts())
def test_it_dies_with_its_parent(host: str) -> None:
    reader, writer = os.pipe()

    def parent() -> int:
        me = os.getpid()
        if os.fork() == 0:
            os.close(reader)
            limits.die_with_parent(me)
            os.write(writer, b"r")
            time.sleep(60)  # keeps the pipe open as long as it lives
            os._exit(0)
        return len(os.read(reader, 1))

    assert in_child(parent, host=host) == 1
    os.close(writer)
    assert select.select([reader], [], [], 10)[0], "it still lives"
    assert os.read(reader, 1) == b""
    os.close(reader)


def test_it_does_not_start_without_its_parent() -> None:
    with pytest.raises(ChildFailed, match="has ended"):
        in_child(lambda: limits.die_with_parent(1 << 22))


@needs_root
def test_a_change_of_uid_clears_the_death_signal() -> None:
    """Trap 4 of the prototype: the reason why the uid comes first."""

    def program() -> list[int]:
        limits.die_with_parent(os.getppid())
        first = _death_signal()
        limits.become(61234)
        cleared = _death_signal()
        limits.die_with_parent(os.getppid())
        return [first, cleared, _death_signal()]

    assert in_child(program) == [signal.SIGKILL, 0, signal.SIGKILL]


def _death_signal() -> int:
    import ctypes

    number = ctypes.c_int()
    system.prctl(2, ctypes.addressof(number))
    return number.value


@needs_root
def test_threads_of_one_uid_are_bounded() -> None:
    def program() -> str:
        limits.become(61235)
        limits.lower({"NPROC": 20})
        stop = threading.Event()

        def many() -> None:
            for _ in range(40):
                threading.Thread(target=stop.wait).start()

        try:
            return attempt(many)
        finally:
            stop.set()

    assert in_child(program) == "RuntimeError"


def test_no_core_is_left(place: Path) -> None:
    def program() -> None:
        os.chdir(place)
        limits.lower(limits.LIMITS)
        signal.signal(signal.SIGSEGV, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGSEGV)

    assert ending(program) == -signal.SIGSEGV
    assert os.listdir(place) == []
