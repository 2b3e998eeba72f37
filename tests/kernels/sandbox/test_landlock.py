"""Landlock alone: what it stops, what it leaves, at this kernel's ABI and held down to older ones."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from solver.kernels.inside.sandbox import landlock, limits, readable
from solver.kernels.inside.sandbox.landlock import Access, Rule
from tests.kernels.sandbox.children import attempt, attempts, hosts, in_child, needs_landlock, needs_root

pytestmark = needs_landlock

PROJECT = Path(__file__).resolve().parents[3]
ABIS = [n for n in (1, 2, 3, 7) if n <= landlock.abi()]


@pytest.fixture(autouse=True)
def folders(place: Path) -> None:
    """`mine` may be written, `theirs` not even be read, `seen` may be read."""
    for name in ("mine", "theirs", "seen"):
        (place / name).mkdir()
        (place / name).chmod(0o777)
        (place / name / "file").write_text("text")
        (place / name / "file").chmod(0o666)


def _confine(place: Path, abi: int | None = None) -> landlock.Held:
    limits.no_new_privs()
    rules = [
        Rule(f"{place}/mine", Access.WRITE, required=True),
        Rule(f"{place}/seen", Access.READ),
        Rule(f"{place}/seen/file", Access.READ),  # rights that only directories have are left away
        Rule(f"{place}/missing", Access.READ),  # passed over
    ]
    return landlock.restrict(rules, abi_limit=abi)


@pytest.mark.parametrize("abi", ABIS)
@pytest.mark.parametrize("host", hosts())
def test_files_outside_are_out_of_reach(place: Path, host: str, abi: int) -> None:
    def program() -> dict[str, str]:
        _confine(place, abi)
        mine, theirs, seen = f"{place}/mine", f"{place}/theirs", f"{place}/seen"

        def through_a_link() -> None:
            os.symlink(f"{theirs}/file", f"{mine}/link")
            os.close(os.open(f"{mine}/link", os.O_RDONLY))

        return attempts(
            {
                "read": lambda: open(f"{theirs}/file"),
                "list": lambda: os.listdir(theirs),
                "write": lambda: open(f"{theirs}/file", "w"),
                "append to what may be read": lambda: open(f"{seen}/file", "a"),
                "create": lambda: open(f"{theirs}/new", "w"),
                "make a folder": lambda: os.mkdir(f"{seen}/new"),
                "remove": lambda: os.unlink(f"{theirs}/file"),
                "through a link": through_a_link,
                "through /proc": lambda: open(f"/proc/self/root{theirs}/file"),
                "through O_PATH": lambda: os.open("file", os.O_RDONLY, dir_fd=os.open(theirs, os.O_PATH)),
                "run a program": lambda: os.execv("/bin/true", ["true"]),
            }
        )  # fmt: skip

    assert set(in_child(program, host=host).values()) == {"EACCES"}


@pytest.mark.parametrize("abi", ABIS)
@pytest.mark.parametrize("host", hosts())
def test_its_own_folder_is_its_own(place: Path, host: str, abi: int) -> None:
    def program() -> dict[str, str]:
        _confine(place, abi)
        mine = f"{place}/mine"
        return attempts(
            {
                "read": lambda: open(f"{mine}/file").read(),
                "read what may be read": lambda: (
                    os.listdir(f"{place}/seen"),
                    open(f"{place}/seen/file").read(),
                ),
                "write": lambda: open(f"{mine}/file", "w").write("x"),
                "create": lambda: open(f"{mine}/new", "x").close(),
                "folders": lambda: os.makedirs(f"{mine}/a/b"),
                "rename": lambda: os.rename(f"{mine}/new", f"{mine}/newer"),
                "link": lambda: os.symlink("file", f"{mine}/link"),
                "truncate": lambda: os.truncate(f"{mine}/file", 0),
                "remove": lambda: os.unlink(f"{mine}/newer"),
                "remove a folder": lambda: os.rmdir(f"{mine}/a/b"),
            }
        )

    assert set(in_child(program, host=host).values()) == {"ok"}


@pytest.mark.parametrize("abi", ABIS)
def test_what_each_version_adds(place: Path, abi: int) -> None:
    """And that a new kernel can be held down to an old one, which is how the others are tested."""
    abstract = socket.socket(socket.AF_UNIX)
    abstract.bind(f"\0stepwise-test-{os.getpid()}")
    abstract.listen()
    server = socket.create_server(("127.0.0.1", 0))
    parent = os.getpid()

    def program() -> dict[str, str]:
        held = _confine(place, abi)
        assert held.abi == abi
        name = abstract.getsockname()
        return attempts(
            {
                "truncate": lambda: os.truncate(f"{place}/seen/file", 0),
                "tcp": lambda: socket.socket().connect(server.getsockname()),
                "signal": lambda: os.kill(parent, 0),
                "abstract socket": lambda: socket.socket(socket.AF_UNIX).connect(name),
            }
        )

    with abstract, server:
        seen = in_child(program)
    assert seen == {
        "truncate": "EACCES" if abi >= 3 else "ok",
        "tcp": "EACCES" if abi >= 4 else "ok",
        "signal": "EPERM" if abi >= 6 else "ok",
        "abstract socket": "EPERM" if abi >= 6 else "ok",
    }


def test_what_it_does_not_cover_and_the_filter_therefore_must(place: Path) -> None:
    theirs = f"{place}/theirs/file"

    def program() -> dict[str, str]:
        _confine(place)
        return attempts(
            {
                "stat": lambda: os.stat(theirs),
                "chmod": lambda: os.chmod(theirs, 0o644),
                "utime": lambda: os.utime(theirs, (0, 0)),
                "udp": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(
                    b"x", ("127.0.0.1", 9)
                ),
                "fork": lambda: os.fork() or os._exit(0),
            }
        )

    assert set(in_child(program).values()) == {"ok"}


def test_rules_in_proc_last_when_the_cache_is_dropped() -> None:
    """A rule means an inode, and /proc makes a new one once the old entry is forgotten: seen on Linux 6.18."""
    try:
        caches = os.open("/proc/sys/vm/drop_caches", os.O_WRONLY)
    except OSError:
        pytest.skip("only root can drop the cache")

    def program(*, pinned: bool) -> list[str]:
        limits.no_new_privs()
        names = ("/proc/self", "/proc/cpuinfo")
        landlock.restrict([Rule(name, Access.READ, pinned=pinned) for name in names])
        before = [attempt(lambda: os.open("/proc/self/status", os.O_RDONLY | os.O_CLOEXEC) > 0)]
        os.write(caches, b"2")  # entries and inodes that nobody uses
        return [*before, attempt(lambda: open("/proc/self/stat")), attempt(lambda: open("/proc/cpuinfo"))]

    assert in_child(lambda: program(pinned=True)) == ["ok", "ok", "ok"]
    os.close(caches)
    in_proc = [rule for rule in readable.file_rules("/tmp", "/tmp") if rule.path.startswith("/proc")]
    assert in_proc and all(rule.pinned for rule in in_proc)


def test_a_required_path_must_be_there() -> None:
    def program() -> str:
        limits.no_new_privs()
        return attempt(lambda: landlock.restrict([Rule("/no/such/place", Access.READ, required=True)]))

    assert in_child(program) == "ENOENT"


@needs_root
def test_without_no_new_privs_it_is_refused_to_a_user() -> None:
    assert in_child(lambda: attempt(lambda: landlock.restrict([])), host="user") == "EPERM"


@pytest.mark.parametrize(
    "prefix", [sys.prefix, str(PROJECT), str(Path.home())], ids=["as here", "project", "home"]
)
def test_the_project_and_homes_are_not_readable(prefix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where somebody made the project's folder, or a home, a virtual environment."""
    monkeypatch.setattr(sys, "prefix", prefix)
    allowed = [os.path.realpath(path) for path in readable.python_paths.__wrapped__()]
    homes = (Path.home(), Path("/root"), Path("/home"), Path("/"))
    prefixes = (Path(sys.base_prefix), Path("/usr"), Path("/usr/local"))
    for private in (PROJECT, PROJECT / "solver", PROJECT / "app.py", *homes, *prefixes):
        covering = [path for path in allowed if private.is_relative_to(path)]
        assert not covering, f"{private} could be read"
    for needed in (os.__file__, pytest.__file__, "/usr/share/zoneinfo", "/usr/share/fonts"):
        assert any(Path(needed).resolve().is_relative_to(path) for path in allowed)
