"""How a kernel's process comes and goes: jupyter_client's extension point, twice.

`ForkProvisioner` has the fork server make a confined kernel; `PlainProvisioner` starts an ordinary, unconfined one where
there is no fork server. The pool drives them itself, as jupyter_client's manager would: the manager keeps a ZeroMQ
socket to the kernel, which libzmq reads without bounds (see `wire.py`). Either works below a manager, too.
"""

from __future__ import annotations

import asyncio
import atexit
import functools
import os
import secrets
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, cast

from jupyter_client.connect import KernelConnectionInfo, write_connection_file
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase
from traitlets import Any as AnyTrait
from traitlets import default

from solver.kernels.confinement import Confinement
from solver.kernels.folders import make_folder, make_root, remove_tree
from solver.kernels.fork_server import IMPORT, SOURCES, Fork, ForkServer, library_environment
from solver.kernels.inside.agreed import CHANNELS

FIRST_UID: Final = 47_000
UIDS: Final = 1_000
_taken_uids: set[int] = set()
BOOT: Final = IMPORT.format(module="plain") + "main(sys.argv[2])"


class ForkProvisioner(KernelProvisionerBase):  # type: ignore[misc]
    """A confined kernel in a folder of its own below `root`, forked by `server`."""

    server: ForkServer = AnyTrait()  # type: ignore[assignment]
    root: Path = AnyTrait()  # type: ignore[assignment]
    confinement: Confinement = AnyTrait(Confinement())  # type: ignore[assignment]

    folder: Path | None = None
    fork: Fork | None = None
    key: bytes = b""
    uid: int | None = None

    @default("root")
    def _default_root(self) -> Path:
        return _shared_root()

    @default("server")
    def _default_server(self) -> ForkServer:
        return _shared_server()

    @property
    def has_process(self) -> bool:
        return self.fork is not None

    @property
    def pid(self) -> int | None:
        return None if self.fork is None else self.fork.pid

    async def launch_kernel(self, cmd: list[str], **_: Any) -> KernelConnectionInfo:
        """Fork a kernel; `cmd` is not used.

        Raises:
            KernelUnavailable: none could be started.
        """
        await self.server.start()
        self.uid = _take_uid() if self.confinement.wants_uid(self.server.holds) else None
        self.folder = make_folder(self.root, self.uid)
        self.key = secrets.token_hex(32).encode()
        connection = {**unix_sockets(self.folder), "key": self.key.decode()}
        self.fork = await self.server.fork({
            "plan": self.confinement.plan(self.folder, readable=(self.server.cache,), uid=self.uid, holds=self.server.holds),
            "environment": kernel_environment(self.folder, self.server.cache),
            "connection": connection,
            "log": str(self.folder / "log"),
        })  # fmt: skip
        self.connection_info = cast(KernelConnectionInfo, {**connection, "key": self.key})
        return self.connection_info

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        return await super().pre_launch(cmd=[], **kwargs)  # type: ignore[no-any-return]

    async def post_launch(self, **_: Any) -> None:
        """A manager has written a connection file by now: nobody needs it, and it holds the key."""
        if self.parent is not None:
            with suppress(OSError):
                os.unlink(self.parent.connection_file)

    async def poll(self) -> int | None:
        return 0 if self.fork is None else self.fork.exit_code

    async def wait(self) -> int | None:
        if self.fork is None:
            return 0
        await self.fork.ended.wait()
        return self.fork.exit_code

    async def send_signal(self, signum: int) -> None:
        self.signal_now(signum)

    def signal_now(self, signum: int) -> None:
        """As `send_signal`, without an event loop."""
        if self.fork is not None:
            self.fork.signal(signum)

    def kill_now(self) -> None:
        """As `kill`, without an event loop."""
        self.signal_now(signal.SIGKILL)

    async def kill(self, restart: bool = False) -> None:
        self.kill_now()

    async def terminate(self, restart: bool = False) -> None:
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the folder. The process must have ended."""
        if self.folder is not None:
            await asyncio.to_thread(remove_tree, self.folder)
            self.folder = None
        if self.uid is not None:
            _taken_uids.discard(self.uid)
            self.uid = None


class PlainProvisioner(LocalProvisioner):  # type: ignore[misc]
    """An unconfined kernel: an ordinary process with an environment of its own."""

    root: Path = AnyTrait()  # type: ignore[assignment]

    folder: Path | None = None
    key: bytes = b""
    uid: int | None = None  # the server's

    async def launch_kernel(self, cmd: list[str], **_: Any) -> KernelConnectionInfo:
        self.folder = make_folder(self.root)
        path = self.folder / "connection.json"
        self.key = secrets.token_hex(32).encode()
        place = unix_sockets(self.folder) if os.name == "posix" else {}
        _, connection = write_connection_file(str(path), key=self.key, **place)  # type: ignore[assignment]
        with (self.folder / "log").open("wb") as log:
            await super().launch_kernel(
                [sys.executable, "-P", "-c", BOOT, str(SOURCES), str(path)],
                env=kernel_environment(self.folder, self.root / "matplotlib") | _system_environment(),
                cwd=str(self.folder / "work"), stdout=asyncio.subprocess.DEVNULL, stderr=log,
            )  # fmt: skip
        self.connection_info = cast(KernelConnectionInfo, {**connection, "key": self.key})
        return self.connection_info

    def forget_key(self) -> None:
        """Remove the connection file; the kernel has read it when it answers."""
        if self.folder is not None:
            (self.folder / "connection.json").unlink(missing_ok=True)

    def signal_now(self, signum: int) -> None:
        """As `send_signal`, without an event loop."""
        if self.process is not None:
            self.process.send_signal(signum)

    def kill_now(self) -> None:
        """As `kill`, without an event loop."""
        if self.process is not None:
            self.process.kill()

    async def cleanup(self, restart: bool = False) -> None:
        await super().cleanup(restart)
        if self.folder is not None:
            await asyncio.to_thread(remove_tree, self.folder)
            self.folder = None


def unix_sockets(folder: Path) -> dict[str, Any]:
    """Where a kernel binds: in its own folder. By default it would be the working directory, with numbers raced for."""
    ports = {f"{channel}_port": number for number, channel in enumerate(CHANNELS, 1)}
    return {"transport": "ipc", "ip": str(folder / "ipc" / "k"), "signature_scheme": "hmac-sha256", **ports}


def kernel_environment(folder: Path, cache: Path) -> dict[str, str]:
    """All that a kernel knows of an environment: no token, no key, no PYTHONPATH."""
    return {
        **library_environment(cache),
        "HOME": str(folder / "home"),
        "USER": "student",
        "TMPDIR": str(folder / "tmp"),
        "IPYTHONDIR": str(folder / "home" / ".ipython"),
        "JUPYTER_RUNTIME_DIR": str(folder / "tmp"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }


def _system_environment() -> dict[str, str]:
    """What Windows needs, and who the parent is: ipykernel looks every second whether it still lives."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    return {**kept, "JPY_PARENT_PID": str(os.getpid())}


@functools.cache
def _shared_root() -> Path:
    root = make_root()
    atexit.register(remove_tree, root)
    return root


@functools.cache
def _shared_server() -> ForkServer:
    return ForkServer(_shared_root() / "matplotlib")


def _take_uid() -> int:
    uid = next(number for number in range(FIRST_UID, FIRST_UID + UIDS) if number not in _taken_uids)
    _taken_uids.add(uid)
    return uid
