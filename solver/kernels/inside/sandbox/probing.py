"""Which layers this host allows: each is laid and tried in a child process of its own, so that nothing sticks here.

A layer holds if the child saw it stop something, not if a version number says it should.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, NoReturn

from . import landlock, limits, policy, readable, seccomp, system

NOBODYS_UID: Final = 64000
"""A user to try with; Debian gives out uids below 60000, systemd from 61184 to 65519 only to services it starts."""
_PATIENCE_S: Final = 5
_ANSWER_BYTES: Final = 4000


class NotHeld(Exception):
    """A layer was laid, or could not be, and does not stop what it should; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether `layer` holds on this host, and a sentence for whoever runs the server."""

    layer: str
    holds: bool
    sentence: str


def examine(uid: int = NOBODYS_UID) -> tuple[Finding, ...]:
    """Try every layer once, in the order of `layers.LAYERS`; takes about 10 ms. The calling process is not changed.

    Where there is no `fork` (Windows), none holds. Call it before threads are started: it forks.
    """
    needed = readable.python_paths()
    trials: Mapping[str, Callable[[], str]] = {
        "uid": lambda: _try_uid(uid, needed),
        "capabilities": _try_capabilities,
        "rlimits": _try_rlimits,
        "no-new-privs": _try_no_new_privs,
        "landlock": _try_landlock,
        "dumpable": _try_dumpable,
        "seccomp": _try_seccomp,
    }
    return tuple(Finding(layer, *_in_a_child(trial)) for layer, trial in trials.items())


def probe(uid: int = NOBODYS_UID) -> dict[str, bool]:
    """`examine` in short, as plain JSON: layer to whether it holds."""
    return {finding.layer: finding.holds for finding in examine(uid)}


def _in_a_child(trial: Callable[[], str]) -> tuple[bool, str]:
    if not hasattr(os, "fork"):
        return False, "this system has no fork: code runs unconfined"
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(trial, writer)
    os.close(writer)
    with open(reader, encoding="utf-8") as pipe:
        sentence = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if not sentence:
        return False, f"the trial ended without an answer ({code})"
    return code == 0, sentence


def _answer(trial: Callable[[], str], writer: int) -> NoReturn:
    code = 1
    sentence = ""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_PATIENCE_S)  # ends this process, whatever the trial is in
        sentence = trial()
        code = 0
    except NotHeld as error:
        sentence = str(error)
    except (
        OSError,
        LookupError,
        AttributeError,
        TypeError,
        ImportError,
    ) as error:  # the last three: not Linux
        sentence = f"not possible here: {error}"
    finally:
        with suppress(OSError):
            os.write(writer, sentence.encode()[:_ANSWER_BYTES])
        os._exit(code)


def _try_uid(uid: int, needed: Iterable[str]) -> str:
    if os.geteuid() != 0:
        raise NotHeld("the server is not root: all kernels run as its user")
    needed = [path for path in needed if os.path.exists(path)]
    limits.become(uid)
    closed = [path for path in needed if not os.access(path, os.R_OK)]
    if closed:
        raise NotHeld(
            f"another user could not read {closed[0]}, which kernels need; install Python where all can"
        )
    return "each kernel runs as a user of its own"


def _try_capabilities() -> str:
    limits.drop_capabilities()
    with open("/proc/self/status", encoding="utf-8") as file:
        left = [line.split()[1] for line in file if line.startswith(("CapPrm", "CapEff"))]
    if any(int(bits, 16) for bits in left):
        raise NotHeld(f"the kernel left capabilities: {', '.join(left)}")
    return "all capabilities are given up"


def _try_rlimits() -> str:
    limits.lower(limits.LIMITS)
    try:
        bytearray(limits.LIMITS["AS"])
    except MemoryError:
        return "memory, sizes of files and descriptors are bounded"
    raise NotHeld("a limit on memory was set and does not hold")


def _try_no_new_privs() -> str:
    limits.no_new_privs()
    if system.prctl(system.PR_GET_NO_NEW_PRIVS) != 1:
        raise NotHeld("it was set and does not hold")
    return "no program can give a kernel more rights"


def _try_landlock() -> str:
    limits.no_new_privs()
    held = landlock.restrict([landlock.Rule(os.devnull, landlock.Access.READ_FILE)])
    if not held.files:
        raise NotHeld(
            "this Linux does not offer Landlock: files are readable as for its user, none can be written"
        )
    _expect_refused(lambda: os.close(os.open(os.__file__, os.O_RDONLY)), "a file outside the rules")
    os.close(os.open(os.devnull, os.O_RDONLY))
    known = {"truncation": held.truncation, "TCP": held.tcp, "signals": held.scopes}
    lacking = ", ".join(name for name, there in known.items() if not there)
    return f"files are confined (ABI {held.abi}{f'; left to the filter: {lacking}' if lacking else ''})"


def _try_dumpable() -> str:
    limits.hide_memory()
    if system.prctl(system.PR_GET_DUMPABLE) != 0:
        raise NotHeld("it was set and does not hold")
    return "processes of the same user cannot read a kernel's memory"


def _try_seccomp() -> str:
    limits.no_new_privs()
    go, refused = threading.Event(), []

    def early() -> None:
        go.wait()
        try:
            _expect_refused(lambda: socket.socket().close(), "a socket in a thread")
        except NotHeld as error:
            refused.append(error)

    thread = threading.Thread(target=early)
    thread.start()
    try:
        seccomp.install(seccomp.compile_filter(policy.kernel_filter(os.getpid()), system.machine()))
    finally:
        go.set()
        thread.join()
    if refused:
        raise refused[0]
    _expect_refused(lambda: socket.socket().close(), "a socket")
    return "system calls are filtered, in all threads"


def _expect_refused(attempt: Callable[[], object], what: str) -> None:
    try:
        attempt()
    except PermissionError:
        return
    raise NotHeld(f"it was laid and did not refuse {what}")
