"""The imitation of Docker refuses what Docker's documentation says, and no more; our layers can be laid inside it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from solver.kernels.inside.sandbox.seccomp import compile_filter
from solver.kernels.inside.sandbox.syscalls import NUMBERS
from tests.kernels.sandbox import docker_profile
from tests.kernels.sandbox.children import attempts, in_child, needs_linux, needs_root, raw

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("arch", NUMBERS)
def test_the_profile_compiles(arch: str) -> None:
    assert compile_filter(docker_profile.docker_filter(), arch)


@needs_linux
@pytest.mark.parametrize("host", ["docker", pytest.param("user in docker", marks=needs_root)])
def test_what_containers_may_not(host: str) -> None:
    def program() -> dict[str, str]:
        return attempts(
            {
                "user namespace": lambda: raw("unshare", 0x10000000),
                "clone a namespace": lambda: raw("clone", 0x10000011, 0, 0, 0, 0),
                "mount": lambda: raw("mount", b"none\0", b"/mnt\0", b"tmpfs\0", 0, 0),
                "new mount calls": lambda: raw("fsopen", b"tmpfs\0", 0),
                "bpf": lambda: raw("bpf", 0, bytes(64), 64),
                "perf": lambda: raw("perf_event_open", bytes(128), 0, -1, -1, 0),
                "keyring": lambda: raw("keyctl", 0, -3, 0, 0, 0),
                "io_uring": lambda: raw("io_uring_setup", 1, bytes(120)),
                "userfault": lambda: raw("userfaultfd", 0),
                "crypto socket": lambda: socket.socket(38, socket.SOCK_SEQPACKET),
                "virtual machine's socket": lambda: socket.socket(40, socket.SOCK_STREAM),
                "personality": lambda: raw("personality", 0x40000),
                "clone3": lambda: raw("clone3", bytes(88), 88),
                "a socket": lambda: socket.socket().close(),
                "a process": lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0),
                "its personality": lambda: raw("personality", 0xFFFFFFFF),
            }
        )

    seen = in_child(program, host=host)
    assert {name for name, result in seen.items() if result == "ok"} == {
        "a socket",
        "a process",
        "its personality",
    }
    assert set(seen.values()) == {"ok", "EPERM", "ENOSYS"}
    assert seen["clone3"] == "ENOSYS"


@needs_linux
@pytest.mark.parametrize("uid", [None, pytest.param(1000, marks=needs_root)])
def test_as_a_launcher(uid: int | None) -> None:
    user = [] if uid is None else ["--uid", str(uid)]
    result = subprocess.run(
        [sys.executable, "-m", "tests.kernels.sandbox.docker_profile", *user, "--", "cat", "/proc/self/status"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    fields = dict(line.split(":", 1) for line in result.stdout.splitlines())
    wanted_uid = os.geteuid() if uid is None else uid
    assert fields["Uid"].split() == [str(wanted_uid)] * 4
    assert fields["Seccomp"].strip() == "2"
    capabilities = int(fields["CapEff"], 16)
    allowed = sum(1 << number for number in docker_profile.CAPABILITIES.values())
    assert capabilities & ~allowed == 0 and (wanted_uid == 0 or capabilities == 0)
    assert ("no_new_privs" in result.stderr) is (os.geteuid() != 0)
    if os.geteuid() == 0:
        assert int(fields["CapBnd"], 16) & ~allowed == 0
