"""What programs need goes on under the filter of system calls; what only reads changes no file."""

from __future__ import annotations

import array
import asyncio
import concurrent.futures.thread  # noqa: F401 - a user may not be able to read where Python lies
import contextlib
import fcntl
import mmap
import os
import resource
import select
import shutil
import signal
import socket
import tempfile
import threading
from pathlib import Path

import pytest

from tests.kernels.sandbox.children import attempts, confine, hosts, in_child, needs_linux, raw


def _echo_over_pair() -> None:
    one, other = socket.socketpair()
    one.sendall(b"x")
    assert other.recv(1) == b"x"
    socket.send_fds(one, [b"y"], [0])
    _, files, _, _ = socket.recv_fds(other, 1, 1)
    os.close(files[0])


def _run_asyncio() -> None:
    async def both() -> None:
        await asyncio.gather(asyncio.sleep(0.001), asyncio.to_thread(sum, [1, 2]))

    asyncio.run(both())


def _signal_itself() -> None:
    got: list[int] = []
    signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
    signal.setitimer(signal.ITIMER_REAL, 10)
    signal.alarm(0)
    assert len(got) == 3


def _run_threads() -> None:
    threads = [threading.Thread(target=lambda: sum(range(1000))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _lock() -> None:
    with tempfile.TemporaryFile() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        fcntl.lockf(file, fcntl.LOCK_EX)


def _copy_folder(place: str) -> None:
    source = Path(place) / "source"
    source.mkdir()
    (source / "file").write_text("x" * 100_000)
    shutil.copytree(source, Path(place) / "copy")
    shutil.move(Path(place) / "copy", Path(place) / "moved")
    shutil.make_archive(f"{place}/archive", "zip", source)
    shutil.rmtree(Path(place) / "moved")


def _wait_for_descriptors() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"x")
    with select.epoll() as poll:
        poll.register(reader)
        assert poll.poll(1)
    assert select.select([reader], [], [], 1)[0]
    os.close(reader)
    os.close(writer)


@needs_linux
@pytest.mark.parametrize("host", hosts())
def test_what_programs_need_is_allowed(host: str, place: Path) -> None:
    def program() -> dict[str, str]:
        tempfile.tempdir = str(place)
        os.umask(0o077)
        confine()
        return attempts(
            {
                "threads": _run_threads,
                "asyncio": _run_asyncio,
                "signals to itself": _signal_itself,
                "a pair of sockets": _echo_over_pair,
                "descriptors": _wait_for_descriptors,
                "locks": _lock,
                "folders": lambda: _copy_folder(str(place)),
                "memory": lambda: mmap.mmap(-1, 1 << 20).close(),
                "executable memory": lambda: mmap.mmap(-1, 4096, prot=7).close(),
                "limits": lambda: resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)),
                "processors": lambda: os.sched_setaffinity(0, os.sched_getaffinity(0)),
                "ordinary scheduling": lambda: os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0)),
                "is it a terminal": lambda: os.isatty(1),
                "name of a thread": lambda: raw("prctl", 15, b"name\0", 0, 0, 0),
                "space for a file": lambda: os.posix_fallocate(os.open(place / "f", os.O_CREAT | os.O_RDWR), 0, 99),
                "does a process exist": lambda: os.kill(os.getpid(), 0),
                "sizes of buffers": lambda: socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096),
                "bytes that wait": lambda: fcntl.ioctl(os.pipe()[0], 0x541B, array.array("i", [0])),
                "no delay": lambda: os.set_blocking(os.pipe()[0], False),
            }
        )  # fmt: skip

    seen = in_child(program, host=host)
    assert {name: result for name, result in seen.items() if result != "ok"} == {}


@needs_linux
@pytest.mark.parametrize("host", hosts())
def test_read_only_changes_no_file(host: str, place: Path) -> None:
    (place / "file").write_text("text")
    (place / "file").chmod(0o666)

    def program() -> dict[str, str]:
        confine(read_only=True)
        with contextlib.chdir(place):
            return attempts(
                {
                    "read": lambda: os.open("file", os.O_RDONLY),
                    "write": lambda: os.open("file", os.O_WRONLY),
                    "read and write": lambda: os.open("file", os.O_RDWR),
                    "create": lambda: os.open("new", os.O_CREAT, 0o600),
                    "nameless": lambda: os.open(".", os.O_TMPFILE | os.O_RDWR, 0o600),
                    "truncate": lambda: os.truncate("file", 0),
                    "remove": lambda: os.unlink("file"),
                    "rename": lambda: os.rename("file", "other"),
                    "folder": lambda: os.mkdir("folder"),
                    "link": lambda: os.link("file", "other"),
                    "symbolic link": lambda: os.symlink("file", "other"),
                }
            )

    seen = in_child(program, host=host)
    assert seen.pop("read") == "ok"
    assert seen.pop("truncate") == "EPERM"
    assert set(seen.values()) == {"EROFS"}
    assert os.listdir(place) == ["file"]
