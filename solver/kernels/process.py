"""One kernel process: its messages, its signals, its end.

Knows the Jupyter protocol's frame (requests, parents, channels), not what a cell's messages mean, and nothing of
sessions. How the process comes into the world is the provisioner's business.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from jupyter_client.session import Session

from solver.errors import KernelDied, KernelUnavailable
from solver.kernels.exchange import LOST, Exchange, execution
from solver.kernels.provisioner import ForkProvisioner, PlainProvisioner
from solver.kernels.signed import new_session, read, request
from solver.kernels.wire import Closed, Connection, Flooded

START_S: Final = 60.0  # for a plain kernel on a cold disk and a busy machine; a forked one listens already
WELCOME_S: Final = 10.0
NUDGE_S: Final = 0.3  # one welcome in some thousand starts never came: any request wakes the channel
SEND_S: Final = 5.0
END_S: Final = 10.0  # between SIGKILL and a process's end
TAIL_S: Final = 0.02  # what a dying kernel still said travels about this long
CLOSED_S: Final = 1.0  # between the end of a kernel's connection and the news of its own end
STOP: Final = getattr(signal, "SIGSTOP", None)  # Windows has none
Provisioner = ForkProvisioner | PlainProvisioner


class KernelProcess(Exchange):
    """A started kernel on this machine. Made by `start`; one request at a time; `close` leaves nothing behind."""

    def __init__(
        self, provisioner: Provisioner, session: Session, shell: Connection, iopub: Connection
    ) -> None:
        super().__init__()
        self._provisioner = provisioner
        self._session = session
        self._shell, self._iopub = shell, iopub
        self._exit_code: int | None = None
        self._reason = self._cause = ""  # why it was killed
        self._tasks: list[asyncio.Task[None]] = []
        self._held_since_s: float | None = None
        self._held_before_s = 0.0
        self._may_be_held = True

    @classmethod
    async def start(cls, provisioner: Provisioner) -> KernelProcess:
        """Start a kernel and wait until it takes cells.

        Raises:
            KernelUnavailable: it could not be started, or ended or said nothing while starting.
        """
        channels: list[Connection] = []
        try:
            connection = await provisioner.launch_kernel([])
            session = new_session(provisioner.key)
            for name, kind in (("shell", "DEALER"), ("iopub", "SUB")):
                channels.append(await _open(provisioner, connection, name, kind, session.bsession))
            kernel = cls(provisioner, session, *channels)
            await kernel._be_welcome()
        except BaseException as error:  # also when cancelled: nothing may be left behind
            for channel in channels:
                channel.close()
            last_words = _last_words(provisioner)
            await _to_its_end(_end(provisioner))
            if isinstance(error, (Closed, Flooded, TimeoutError)):
                raise KernelUnavailable(
                    f"the kernel ended while it started: {last_words or error}"
                ) from error
            raise
        if isinstance(provisioner, PlainProvisioner):
            provisioner.forget_key()
        kernel._listen()
        return kernel

    @property
    def pid(self) -> int:
        """The process's number; not to be signalled by, it may be another's by now."""
        return self._provisioner.pid or 0

    @property
    def uid(self) -> int | None:
        """Its own user, where it has one."""
        return self._provisioner.uid

    @property
    def folder(self) -> Path:
        """The only place where it may write."""
        assert self._provisioner.folder is not None
        return self._provisioner.folder

    @property
    def ending(self) -> str | None:
        """Why it ended before it was closed: a `cause` of `KernelDied`, "unresponsive", or "died" by itself; None where it did not."""
        if self._reason:
            return self._cause or "unresponsive"
        return None if self.alive else "died"

    @property
    def alive(self) -> bool:
        return self._exit_code is None

    async def settled(self) -> None:
        """A process of this machine is alive or not; nothing has to be waited for."""

    async def execute(self, source: str) -> None:
        """Send a cell; its messages come from `receive`. What still comes of an earlier one is dropped.

        Raises:
            KernelDied: the process does not take it.
        """
        about, frames = request(self._session, "execute_request", execution(source))
        self.begin(about)
        try:
            await self._shell.send(frames, timeout_s=SEND_S)
        except Closed as error:
            await self.kill("it does not take cells any more")
            raise self.death() from error

    async def interrupt(self) -> None:
        """What Ctrl-C does. Whoever was held still goes on to hear it, and is not held again in this cell."""
        self._may_be_held = False
        self.resume()
        await self._provisioner.send_signal(signal.SIGINT)

    @property
    def held_s(self) -> float:
        """Seconds of the current cell, or the last, in which it was held still."""
        now_s = 0.0 if self._held_since_s is None else time.monotonic() - self._held_since_s
        return self._held_before_s + now_s

    def begin(self, request: str) -> None:
        self.resume()
        self._held_before_s, self._may_be_held = 0.0, True
        super().begin(request)

    def hold(self) -> None:
        """Let it stand still until `resume`, an interrupt or the next cell; nothing where the system has no such signal."""
        if self._may_be_held and self._held_since_s is None and STOP is not None:
            self._held_since_s = time.monotonic()
            self._provisioner.signal_now(STOP)

    def resume(self) -> None:
        """Let it go on, if it was held."""
        if self._held_since_s is not None:
            self._held_before_s, self._held_since_s = self.held_s, None
            self._provisioner.signal_now(signal.SIGCONT)

    async def kill(self, reason: str = "", *, cause: str = "") -> None:
        """End it at once; `receive` then raises `KernelDied` with the reason and its `cause`."""
        if not self._reason:
            self._reason, self._cause = reason, cause
        await self._provisioner.kill()

    def kill_now(self) -> None:
        """End it without an event loop."""
        self._provisioner.kill_now()

    async def close(self) -> None:
        """End it and remove its folder. May be called more than once."""
        for task in self._tasks:
            task.cancel()
        self._shell.close()
        self._iopub.close()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._exit_code = await _end(self._provisioner) or 0
        self._mail.end()  # whoever still waits for a message learns of the end

    def death(self) -> KernelDied:
        """That it ended, and why, to be raised."""
        reason = self._reason or reason_of(self._exit_code)
        cause = (
            LOST if reason == "SIGKILL" else self._cause
        )  # by the machine, short of memory, or by its keeper
        return KernelDied(f"the kernel ended ({reason}); its variables are lost", cause)

    async def _be_welcome(self) -> None:
        """Return when the kernel's messages arrive here."""
        async with asyncio.timeout(WELCOME_S):
            while True:
                try:
                    async with asyncio.timeout(NUDGE_S):
                        while read(self._session, await self._iopub.receive()) is None:
                            pass
                    return
                except TimeoutError:
                    _, frames = request(self._session, "kernel_info_request", {})
                    await self._shell.send(frames, timeout_s=SEND_S)

    def _listen(self) -> None:
        pumps = [asyncio.create_task(self._pump(channel)) for channel in (self._shell, self._iopub)]
        self._tasks = [*pumps, asyncio.create_task(self._watch())]

    async def _pump(self, channel: Connection) -> None:
        """Pass on what belongs to the current request, one message at a time, for the kernel's whole life."""
        try:
            while True:
                frames = await channel.receive()
                await self.take(read(self._session, frames), sum(map(len, frames)))
        except Flooded:
            await self.kill("it sent more at once than can be read", cause="flood")
        except Closed:  # a living kernel keeps both; if it is dying, `_watch` will know why
            await asyncio.sleep(CLOSED_S)
            await self.kill("it closed its connection")

    async def _watch(self) -> None:
        code = await self._provisioner.wait()
        self._exit_code = 0 if code is None else code
        await asyncio.sleep(TAIL_S)
        self._mail.end()


def reason_of(code: int | None) -> str:
    """What a process's return code says, in words.

    >>> reason_of(-11), reason_of(3)
    ('SIGSEGV', 'exit code 3')
    """
    if code is None or code >= 0:
        return f"exit code {code}"
    return next((known.name for known in signal.Signals if known == -code), f"signal {-code}")


async def _open(
    provisioner: Provisioner, connection: Mapping[str, Any], channel: str, kind: Any, identity: bytes
) -> Connection:
    """Connect; a plain kernel needs a while until it listens, if it does not end before."""
    port = connection[f"{channel}_port"]
    address = (
        Path(f"{connection['ip']}-{port}") if connection["transport"] == "ipc" else (connection["ip"], port)
    )
    opening = asyncio.create_task(Connection.open(address, kind, identity=identity, timeout_s=START_S))
    ending = asyncio.create_task(provisioner.wait())
    try:
        await asyncio.wait({opening, ending}, return_when=asyncio.FIRST_COMPLETED)
        if not opening.done():
            raise Closed("the process ended")
        return opening.result()
    finally:
        for task in (opening, ending):
            task.cancel()


async def _to_its_end(work: Coroutine[Any, Any, object]) -> None:
    """Do `work` whole, also when cancelled meanwhile."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise


async def _end(provisioner: Provisioner) -> int | None:
    """SIGKILL, wait, remove the folder; its exit code."""
    await provisioner.kill()
    code = None
    with suppress(TimeoutError):
        async with asyncio.timeout(END_S):
            code = await provisioner.wait()
    await provisioner.cleanup()
    return code


def _last_words(provisioner: Provisioner) -> str:
    """The end of the log, if there is one; nothing of a student's has run yet."""
    if provisioner.folder is not None:
        with suppress(OSError):
            return (provisioner.folder / "log").read_text(errors="replace").strip()[-500:]
    return ""
