"""All layers together, laid as a kernel lays them: what is left to a student, what is not, and the traps."""

from __future__ import annotations

import importlib
import os
import resource
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import psutil
import pytest

from solver.kernels.inside.sandbox import layers, limits, system
from solver.kernels.inside.sandbox.landlock import abi
from solver.kernels.inside.sandbox.layers import LAYERS, READ_ONLY, Plan, confine_early, confine_late
from tests.kernels.sandbox.benign import PROGRAMS
from tests.kernels.sandbox.children import (
    SPACE_UID,
    attempt,
    attempts,
    hosts,
    in_child,
    needs_landlock,
    needs_linux,
    needs_root,
)

pytestmark = needs_linux

SURE: Final = ("capabilities", "rlimits", "no-new-privs", "seccomp")


@pytest.fixture
def plan(place: Path) -> Plan:
    """For a kernel in `place/kernel`."""
    folder = place / "kernel"
    for path in (folder, folder / "work", folder / "ipc"):
        path.mkdir()
        path.chmod(0o777)
    return Plan(folder=str(folder), sockets=str(folder / "ipc"))


def _confine(plan: Plan) -> layers.Report:
    return confine_late(plan, confine_early(plan))


@pytest.mark.parametrize("host", hosts())
def test_the_report_says_what_holds(plan: Plan, host: str) -> None:
    report = in_child(lambda: _confine(plan), host=host)
    assert set(SURE) <= set(report["held"])
    assert set(report["held"]) | set(report["missing"]) == set(LAYERS) | set(report["held"])
    assert report["landlock_abi"] == min(abi(), 7)
    assert (READ_ONLY in report["held"]) is ("dumpable" in report["held"]) is (abi() == 0)


@pytest.mark.parametrize("host", hosts())
def test_what_is_reported_is_so(plan: Plan, host: str) -> None:
    def program() -> dict[str, object]:
        _confine(plan)
        with open("/proc/self/status", encoding="utf-8") as file:
            fields = dict(line.split(":", 1) for line in file)
        kept = ("CapEff", "CapPrm", "NoNewPrivs", "Seccomp")
        return {
            **{name: int(fields[name], 16) for name in kept},
            "dumpable": system.prctl(system.PR_GET_DUMPABLE),
            "memory": resource.getrlimit(resource.RLIMIT_AS)[1],
        }

    assert in_child(program, host=host) == {
        "CapEff": 0,
        "CapPrm": 0,
        "NoNewPrivs": 1,
        "Seccomp": 2,
        "dumpable": int(abi() > 0),  # the watchdog has to see open files, and Landlock keeps the others out
        "memory": limits.LIMITS["AS"],
    }


@needs_root
@pytest.mark.parametrize("host", ["here", "docker"])
def test_a_uid_that_is_ordered_is_taken(plan: Plan, host: str) -> None:
    ordered = Plan(folder=plan.folder, sockets=plan.sockets, uid=61236)
    report, uid = in_child(lambda: [_confine(ordered), os.getuid()], host=host)
    assert uid == 61236 and "uid" in report["held"]


@needs_root
def test_a_uid_that_cannot_be_had_is_an_error(plan: Plan) -> None:
    ordered = Plan(folder=plan.folder, sockets=plan.sockets, uid=61236)
    assert in_child(lambda: attempt(lambda: _confine(ordered)), host="user") == "EPERM"


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_can_be_switched_off(plan: Plan, layer: str) -> None:
    without = Plan(folder=plan.folder, sockets=plan.sockets, off=(layer,))
    report = in_child(lambda: _confine(without))
    assert layer not in report["held"]
    assert report["missing"][layer] == "switched off by the plan"
    everything = {*SURE, "landlock"} if abi() and layer != "landlock" else {*SURE, "dumpable"}
    assert set(report["held"]) - {READ_ONLY} == everything - {layer}


def test_a_plan_goes_over_as_json_and_wrong_names_are_refused(plan: Plan) -> None:
    full = Plan("/f", "/s", ("/r",), uid=7, off=("seccomp", READ_ONLY), landlock_abi=2)
    assert Plan.from_json(full.to_json()) == full
    with pytest.raises(ValueError, match="did you mean 'seccomp'"):
        Plan("/f", "/s", off=("secomp",))


@pytest.mark.parametrize("held_down", [False, True], ids=["landlock as here", "ABI 2"])
@pytest.mark.parametrize("host", hosts())
def test_nothing_outside_is_reached(plan: Plan, place: Path, host: str, held_down: bool) -> None:
    ordered = Plan(plan.folder, plan.sockets, landlock_abi=2 if held_down else None)
    other = place / "other"
    other.write_text("secret")
    other.chmod(0o666)
    parent = os.getpid()

    def program() -> dict[str, str]:
        report = _confine(ordered)
        seen = attempts(
            {
                "write": lambda: os.open(other, os.O_WRONLY),
                "create": lambda: os.open(place / "new", os.O_CREAT | os.O_WRONLY),
                "truncate": lambda: os.truncate(other, 0),
                "remove": lambda: os.unlink(other),
                "run": lambda: os.execv("/bin/true", ["true"]),
                "signal": lambda: os.kill(parent, 0),
                "network": lambda: socket.socket(),
                "project": lambda: os.open(__file__, os.O_WRONLY),
            }
        )
        if "landlock" in report["held"]:
            seen |= attempts(
                {
                    "read": lambda: os.open(other, os.O_RDONLY),
                    "list": lambda: os.listdir(place),
                    "source": lambda: os.open(__file__, os.O_RDONLY),
                    "environment of the parent": lambda: os.open(f"/proc/{parent}/environ", os.O_RDONLY),
                    "processes": lambda: os.listdir("/proc"),
                    "shared memory": lambda: os.open("/dev/shm/x", os.O_CREAT | os.O_RDWR),
                    "users": lambda: os.open("/etc/passwd", os.O_RDONLY),
                }
            )
        return seen

    seen = in_child(program, host=host)
    assert set(seen.values()) <= {"EACCES", "EPERM", "EROFS"}, seen
    assert other.read_text() == "secret"


def test_without_landlock_nothing_can_be_written(plan: Plan) -> None:
    ordered = Plan(plan.folder, plan.sockets, landlock_abi=0)

    def program() -> list[object]:
        report = _confine(ordered)
        work = f"{plan.folder}/work"
        return [
            report,
            attempt(lambda: os.open(f"{work}/x", os.O_CREAT | os.O_WRONLY)),
            attempt(lambda: os.listdir("/")),
        ]

    report, write, read = in_child(program)
    assert READ_ONLY in report["held"] and report["missing"]["landlock"] == "this kernel does not offer it"
    assert (write, read) == ("EROFS", "ok")


@needs_landlock
def test_landlock_is_no_reason_to_be_read_only_if_it_was_switched_off_on_purpose(plan: Plan) -> None:
    ordered = Plan(plan.folder, plan.sockets, off=("landlock", READ_ONLY))

    def program() -> str:
        _confine(ordered)
        return attempt(lambda: os.open(f"{plan.folder}/work/x", os.O_CREAT | os.O_WRONLY))

    assert in_child(program) == "ok"


def test_threads_started_between_the_steps_are_confined(plan: Plan, place: Path) -> None:
    """Trap 3 of the prototype: Landlock before the first thread, the filter after the last, on all."""
    other = place / "other"
    other.write_text("x")

    def program() -> dict[str, str]:
        report = confine_early(plan)
        go = threading.Event()
        seen: dict[str, str] = {}

        def early() -> None:
            go.wait()
            seen.update(
                attempts(
                    {
                        "socket": lambda: socket.socket(),
                        "file": lambda: os.open(other, os.O_WRONLY),
                        "fork": os.fork,
                    }
                )
            )

        thread = threading.Thread(target=early)
        thread.start()
        confine_late(plan, report)
        go.set()
        thread.join()
        return seen

    assert in_child(program) == {
        "socket": "EPERM",
        "file": "EACCES" if abi() else "EROFS",
        "fork": "EPERM",
    }


@pytest.mark.parametrize("host", hosts())
def test_zeromq_serves_on_sockets_bound_before_the_filter(plan: Plan, host: str) -> None:
    """And a context made after it does not abort the process (trap 3: `sched_setscheduler` in libzmq's threads)."""
    zmq = pytest.importorskip("zmq")
    address = f"ipc://{plan.sockets}/echo"
    answers: list[bytes] = []

    def ask() -> None:
        with zmq.Context() as context, context.socket(zmq.REQ) as client:
            client.setsockopt(zmq.RCVTIMEO, 20_000)
            client.setsockopt(zmq.LINGER, 0)
            client.connect(address)
            client.send(b"hello")
            answers.append(client.recv())

    def program() -> str:
        report = confine_early(plan)
        server = zmq.Context().socket(zmq.REP)
        server.bind(address)
        os.chmod(f"{plan.sockets}/echo", 0o777)
        confine_late(plan, report)
        late = zmq.Context()
        one, two = late.socket(zmq.PAIR), late.socket(zmq.PAIR)
        one.bind("inproc://x")
        two.connect("inproc://x")
        one.send(server.recv())
        server.send(two.recv())
        time.sleep(0.2)  # libzmq sends in a thread of its own; this process ends without waiting for it
        return attempt(lambda: late.socket(zmq.REQ).bind("tcp://127.0.0.1:*"))  # an error, not an abort

    client = threading.Thread(target=ask)
    client.start()
    refused = in_child(program, host=host)
    client.join()
    assert answers == [b"hello"]
    assert refused == "ZMQError"


def _run_inside(plan: Plan, benign: Callable[[], object], host: str) -> object:
    def program() -> str:
        work = f"{plan.folder}/work"
        os.environ.update(HOME=work, MPLCONFIGDIR=work)
        tempfile.tempdir = work
        os.chdir(work)
        _confine(plan)
        benign()
        return "ok"

    return in_child(program, host=host)


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_students_need_works_inside(plan: Plan, name: str) -> None:
    assert _run_inside(plan, PROGRAMS[name], "here") == "ok"


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("host", [host for host in hosts() if host != "here"])
def test_and_wherever_a_kernel_may_run(plan: Plan, name: str, host: str) -> None:
    if "user" in host and not _python_is_open():
        pytest.skip(f"uid {SPACE_UID} cannot read this Python")
    assert _run_inside(plan, PROGRAMS[name], host) == "ok"


def _python_is_open() -> bool:
    def program() -> bool:
        return all(os.access(path, os.R_OK) for path in (os.__file__, pytest.__file__))

    return bool(in_child(program, host="user"))


def test_probing_finds_what_holds_and_changes_nothing_here() -> None:
    below = {child.pid for child in psutil.Process().children()}
    before = Path("/proc/self/status").read_text(), os.listdir("/proc/self/fd")
    findings = layers.examine()
    after = Path("/proc/self/status").read_text(), os.listdir("/proc/self/fd")
    assert [finding.layer for finding in findings] == list(LAYERS)
    assert all(finding.sentence for finding in findings)
    held = {finding.layer for finding in findings if finding.holds}
    assert {*SURE, "dumpable"} <= held
    assert ("landlock" in held) is (abi() > 0)
    kept = ("CapEff", "CapBnd", "NoNewPrivs", "Seccomp", "Uid", "Threads")
    for lines in zip(*(text.splitlines() for text, _ in (before, after)), strict=True):
        if lines[0].startswith(kept):
            assert lines[0] == lines[1]
    assert len(before[1]) == len(after[1])
    assert {child.pid for child in psutil.Process().children()} <= below


@pytest.mark.parametrize("host", hosts())
def test_probing_works_wherever_a_kernel_may_run(host: str) -> None:
    held = in_child(lambda: layers.probe(), host=host)
    assert {layer for layer in SURE if not held[layer]} == set()
    assert held["landlock"] is (abi() > 0)
    if "user" in host:
        assert held["uid"] is False


def test_probing_sees_a_layer_that_does_not_hold() -> None:
    """A layer that is laid and stops nothing is not believed."""

    def program() -> dict[str, bool]:
        layers.seccomp.install = lambda *_, **__: None  # type: ignore[attr-defined]
        return layers.probe()

    assert in_child(program)["seccomp"] is False


def _import_afresh() -> object:
    """The package as the fork server has it: alone, with nothing but the standard library beside it."""
    package = Path(layers.__file__).parents[1]
    for name in list(sys.modules):
        if name.split(".")[0] not in sys.stdlib_module_names and name != "__main__":
            del sys.modules[name]
    sys.path[:] = [str(package.parent), *(path for path in sys.path if path and "site-packages" not in path)]
    return importlib.import_module("inside.sandbox.layers")


def test_the_package_needs_nothing_but_the_standard_library() -> None:
    def program() -> list[str]:
        _import_afresh()
        return sorted(
            {name.split(".")[0] for name in sys.modules} - {"inside", "__main__", *sys.stdlib_module_names}
        )

    assert in_child(program) == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_it_can_be_imported_elsewhere_and_says_that_nothing_holds(platform: str) -> None:
    def program() -> dict[str, bool]:
        sys.platform = platform
        if platform == "win32":
            for name in ("fork", "uname", "O_PATH", "geteuid", "setresuid", "getppid"):
                delattr(os, name)
            sys.modules["resource"] = None  # type: ignore[assignment]
        result: dict[str, bool] = _import_afresh().probe()  # type: ignore[attr-defined]
        return result

    held = in_child(program)
    assert set(held) == set(LAYERS)
    assert {layer for layer in held if held[layer]} <= ({"rlimits", "uid"} if platform == "darwin" else set())
