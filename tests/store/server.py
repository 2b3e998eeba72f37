"""A PostgreSQL server of one's own: in a temporary folder, on a socket there, as a user who is not root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMES = ("postgres", "nobody")
"""Users in whose name root starts it."""


class NotHere(Exception):
    """No server can be had on this machine; the text says why."""


def programs() -> Path:
    """The folder of the server's programs.

    Raises:
        NotHere: there is none.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if found:
        return found[0].parent
    if (path := shutil.which("initdb")) is None:
        raise NotHere("no PostgreSQL on this machine: `make postgresql` installs Debian's")
    return Path(path).parent


@contextmanager
def postgresql(*, fsync: bool = False) -> Iterator[Path]:
    """The folder of the socket of a running server; user and database are both `postgres`.

    Without `fsync` it does not wait for the disk: most tests are about what is kept, not about the disk.
    """
    found, user = programs(), _user()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if user is not None:
        shutil.chown(folder, user)
    made = (found / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8")
    try:
        _run(folder, *made, "--locale=C.UTF-8")
        settings = {"unix_socket_directories": folder, "listen_addresses": "", "max_connections": 60}
        settings["fsync"] = "on" if fsync else "off"
        with (folder / "data" / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        start(folder)
        try:
            yield folder
        finally:
            stop(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(folder: Path) -> None:
    """Let the server of that folder run (again)."""
    _run(folder, programs() / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "start")


def stop(folder: Path) -> None:
    """End the server of that folder as a crash would: its clients are cut off."""
    _run(folder, programs() / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")


def _run(folder: Path, *command: str | Path) -> None:
    user = _user()
    options = {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
    if done.returncode:
        raise NotHere(f"{command[0]} failed: {done.stdout[-300:]}{done.stderr[-300:]}")


def _user() -> str | None:
    """Whom to be; the server refuses to be root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = next((name for name in NAMES if name in known), None)
    if user is None:
        raise NotHere("a PostgreSQL server does not run as root, and there is no other user")
    return user
