"""Run a function in a forked process and get its result back: what a layer does to a process cannot be undone."""

from __future__ import annotations

import errno
import json
import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn

import pytest

from solver.kernels.inside.sandbox import landlock, limits, policy, seccomp, system
from solver.kernels.inside.sandbox.syscalls import NUMBERS
from tests.kernels.sandbox import docker_profile

PATIENCE_S: Final = 60.0
SPACE_UID: Final = 1000  # the user of a Hugging Face Space

needs_landlock = pytest.mark.skipif(landlock.abi() == 0, reason="this system does not offer Landlock")
needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can change uids"
)
needs_linux = pytest.mark.skipif(
    system.machine() not in NUMBERS or not os.path.exists("/proc/self/status"),
    reason="Linux, x86_64 or aarch64",
)


def _as_here() -> None:
    pass


def _as_user() -> None:
    limits.become(SPACE_UID)


def _in_docker() -> None:
    docker_profile.apply()


def _as_user_in_docker() -> None:
    docker_profile.apply(SPACE_UID)


HOSTS: Final[Mapping[str, Callable[[], None]]] = {
    "here": _as_here,
    "docker": _in_docker,
    "user": _as_user,
    "user in docker": _as_user_in_docker,
}
"""Where a kernel may have to run; the functions are called in the child first."""


def hosts() -> list[str]:
    """Those that can be had: only root can try what it is to be another."""
    return list(HOSTS) if hasattr(os, "geteuid") and os.geteuid() == 0 else ["here", "docker"]


class ChildFailed(AssertionError):
    """The function raised, or its process ended without an answer."""


def in_child(program: Callable[[], Any], *, host: str = "here") -> Any:
    """What `program` returned (as JSON) in a process of its own that was prepared as `host`.

    Raises:
        ChildFailed: with the traceback, or how the process ended.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _run(program, HOSTS[host], writer)
    os.close(writer)
    text = _read(reader, child)
    _, status = os.waitpid(child, 0)
    if not text:
        raise ChildFailed(f"ended without an answer: {os.waitstatus_to_exitcode(status)}")
    answer = json.loads(text)
    if "error" in answer:
        raise ChildFailed(answer["error"])
    return answer["value"]


def ending(program: Callable[[], Any]) -> int:
    """The exit code of a process that ran `program`; -n if signal n ended it."""
    child = os.fork()
    if child == 0:
        try:
            program()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def attempts(tried: Mapping[str, Callable[[], object]]) -> dict[str, str]:
    """Name to `ok` or the name of what was raised: EPERM, EACCES, …, or of the class of another exception.

    Every function is called; a descriptor that one returns is left open.
    """
    return {name: attempt(program) for name, program in tried.items()}


def attempt(program: Callable[[], object]) -> str:
    """As in `attempts`, one."""
    try:
        program()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, type(error).__name__)
    except Exception as error:  # noqa: BLE001 - it is the result
        return type(error).__name__
    return "ok"


def raw(name: str, *arguments: object) -> int:
    """The system call itself, without what the C library does around it."""
    return system.syscall(NUMBERS[system.machine()][name], *arguments)


def _run(program: Callable[[], Any], prepare: Callable[[], None], writer: int) -> NoReturn:
    try:
        signal.set_wakeup_fd(-1)
        prepare()
        answer = {"value": program()}
        text = json.dumps(answer)
    except BaseException:  # noqa: BLE001 - told to the parent
        text = json.dumps({"error": traceback.format_exc()})
    os.write(writer, text.encode())
    os._exit(0)


def _read(reader: int, child: int) -> str:
    deadline = time.monotonic() + PATIENCE_S
    parts: list[bytes] = []
    with open(reader, "rb", buffering=0) as pipe:
        while time.monotonic() < deadline:
            if select.select([pipe], [], [], 1.0)[0]:
                part = pipe.read(1 << 16)
                if not part:
                    return b"".join(parts).decode()
                parts.append(part)
    os.kill(child, signal.SIGKILL)
    return ""


def confine(*, read_only: bool = False) -> None:
    limits.no_new_privs()
    wanted = policy.kernel_filter(os.getpid(), read_only=read_only)
    seccomp.install(seccomp.compile_filter(wanted, system.machine()))
