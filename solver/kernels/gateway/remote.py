"""One kernel of a gateway: the same door as a process of this machine.

A connection that is lost is made again, under the same session, and the gateway hands on what the kernel said meanwhile. What was on
its way when it broke is gone: an empty cell, which the kernel does next, then tells by its number whether the cell before it has run. One
that has not is sent again, one that has is over. Where the kernel itself is gone, it has died of no cell (`exchange.LOST`).
"""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from solver.errors import KernelDied, KernelUnavailable
from solver.kernels.cell import Message
from solver.kernels.exchange import LOST, Exchange, execution
from solver.kernels.gateway.link import Heard, Link
from solver.kernels.signed import new_session
from solver.kernels.wire import Closed, Flooded

if TYPE_CHECKING:
    from solver.kernels.gateway.gateway import Gateway

START_S: Final = 60.0  # a gateway answers when the kernel does
WELCOME_S: Final = 20.0
NUDGE_S: Final = 1.0
PREPARE_S: Final = 60.0  # importing sympy and matplotlib there
AGAIN_S: Final = 0.1  # before the connection is sought once more; doubled each time
AGAIN_MOST_S: Final = 2.0
MISSING: Final = {
    "ename": "ConnectionLost",
    "evalue": "the cell has run, but not all of its output has arrived",
}
ENDED: Final = ("dead", "restarting", "autorestarting")
"""What a gateway says of a kernel whose process has ended. One that it starts anew is none of ours any more."""


class RemoteKernel(Exchange):
    """A kernel of `gateway`, started. Made by `start`; one request at a time; `close` leaves nothing behind there."""

    pid = 0  # no process of this machine

    def __init__(self, gateway: Gateway, kernel_id: str) -> None:
        super().__init__()
        self.kernel_id = kernel_id
        self._gateway = gateway
        self._session = new_session(secrets.token_bytes(32))  # nobody checks it: the gateway signs anew
        self._link: Link | None = None
        self._linked = asyncio.Event()  # or dead
        self._pump: asyncio.Task[None] | None = None
        self._dead = False
        self._reason = self._cause = ""
        self._has_run = False
        self._cell = ""
        self._count: object = None  # the number of the last cell that was answered
        self._answered = self._silent = (
            False  # the current request: it was replied to; the kernel is idle behind it
        )
        self._probe: _Probe | None = None

    @classmethod
    async def start(cls, gateway: Gateway, kernel_id: str, preparation: str | None) -> RemoteKernel:
        """Connect to a kernel that the gateway has just started; a hidden cell may prepare it.

        Raises:
            KernelUnavailable: it says nothing, or ended, or could not be prepared.
        """
        kernel = cls(gateway, kernel_id)
        try:
            kernel._link = await gateway.link(kernel_id, kernel._session.session, within_s=START_S)
            await kernel._be_welcome(kernel._link)
            if preparation is not None:
                await kernel._prepare(kernel._link, preparation)
        except BaseException as error:  # also when cancelled: nothing may be left behind
            await kernel._hang_up()
            gateway.remove(kernel_id)
            if isinstance(error, (Closed, Flooded, TimeoutError)):
                raise KernelUnavailable(f"the gateway's kernel does not answer: {error}", "away") from error
            raise
        kernel._linked.set()
        kernel._pump = asyncio.create_task(kernel._listen())
        return kernel

    @property
    def alive(self) -> bool:
        return not self._dead

    @property
    def ending(self) -> str | None:
        """See `exchange.Process`."""
        if self._reason:
            return self._cause or "unresponsive"
        return "died" if self._dead else None

    def death(self) -> KernelDied:
        """That it ended, and why, to be raised."""
        return KernelDied(
            f"the kernel ended ({self._reason or 'by itself'}); its variables are lost", self._cause
        )

    async def settled(self) -> None:
        """Return when the kernel is known to be there, or known to be lost: a gateway tells neither when it takes one away."""
        await self._linked.wait()
        link = self._link
        if self._dead or link is None:
            return
        there = await self._gateway.has(self.kernel_id)
        if there is False:
            self._end("the gateway has it no more", LOST)
        elif there is None:
            self._give_up(link)
            await self._linked.wait()

    async def execute(self, source: str) -> None:
        """Send a cell; its messages come from `receive`.

        Raises:
            KernelDied: the kernel does not take it.
        """
        self._has_run, self._cell = True, source
        while True:
            await self._linked.wait()
            link = self._link
            if self._dead or link is None:
                raise self.death()
            try:
                await self._send(link)
                return
            except Closed:  # it was not sent
                self._give_up(link)

    async def interrupt(self) -> None:
        """What Ctrl-C does; nothing where the gateway cannot be reached now."""
        if not await self._gateway.interrupt(self.kernel_id):
            self._end("the gateway has it no more", LOST)

    async def kill(self, reason: str = "", *, cause: str = "") -> None:
        """End it; `receive` then raises `KernelDied` with the reason and its `cause`. The gateway may take a while."""
        self._end(reason, cause)

    def kill_now(self) -> None:
        """End it without an event loop."""
        self._gateway.remove_now(self.kernel_id)

    async def close(self) -> None:
        """Hang up, and have the gateway end it. May be called more than once."""
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
        self._end("", "")
        await self._hang_up()

    async def _open(self) -> Link:
        return await self._gateway.link(self.kernel_id, self._session.session)

    def _give_up(self, link: Link) -> None:
        """A connection that does not work: `_listen` notices, and seeks another one, if it has not yet."""
        if self._link is link:
            self._linked.clear()
            link.hang_up()

    async def _hang_up(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            await link.close()

    def _end(self, reason: str, cause: str) -> None:
        """It is over: whoever waits learns of it, the gateway removes what is left. Only the first reason counts."""
        if not self._dead:
            self._reason, self._cause, self._dead = reason, cause, True
            self._gateway.remove(self.kernel_id)
        self._mail.end()
        self._linked.set()

    async def _be_welcome(self, link: Link) -> None:
        """Return when the kernel's messages arrive here, on both channels."""
        channels = {"shell", "iopub"}
        async with asyncio.timeout(WELCOME_S):
            while channels:
                await link.send(self._session, "shell", "execute_request", execution("", silent=True))
                try:
                    async with asyncio.timeout(NUDGE_S):
                        while channels:
                            heard = await link.receive()
                            channels.discard(heard.channel)
                            if heard.message is not None and heard.message.kind == "execute_reply":
                                self._count = heard.message.content.get("execution_count")
                except TimeoutError:
                    continue

    async def _prepare(self, link: Link, source: str) -> None:
        about = await link.send(self._session, "shell", "execute_request", execution(source, silent=True))
        async with asyncio.timeout(PREPARE_S):
            while True:
                message = (await link.receive()).message
                if message is None or message.request != about or message.kind != "execute_reply":
                    continue
                if message.content.get("status") != "ok":
                    why = f"{message.content.get('ename')}: {message.content.get('evalue')}"[:500]
                    raise KernelUnavailable(f"the gateway's kernel cannot be prepared: {why}", "unfit")
                return

    async def _listen(self) -> None:
        """Pass on what belongs to the current request, one message at a time, for the kernel's whole life."""
        try:
            await self._pass_on()
        except Exception:  # a bug: whoever waits learns that the kernel is lost
            self._end("what it said could not be read", LOST)
            raise

    async def _pass_on(self) -> None:
        while not self._dead:
            try:
                while self._link is not None:
                    await self._hear(await self._link.receive())
                    if self._dead:
                        return
            except Flooded:
                self._end("it sent more at once than can be read", "flood")
                return
            except Closed:
                self._linked.clear()
            if not await self._come_back():
                self._end("the way to it is lost", LOST)

    async def _hear(self, heard: Heard) -> None:
        message = heard.message
        if message is not None and not message.request and message.kind == "status":
            if message.content.get("execution_state") in ENDED:
                self._end("", "")
            return
        if message is not None and message.request:
            if message.request == self._request:
                self._note(message)
            elif self._probe is not None and message.request == self._probe.request:
                await self._conclude(self._probe, message)
        await self.take(message, heard.size)
        if self.flooding and not self.busy:  # in a cell its reader sees to it
            self._end("it went on sending after its cell had ended", "flood")

    def _note(self, message: Message) -> None:
        """How far the current request is."""
        if message.kind == "execute_reply":
            self._answered, self._count = True, message.content.get("execution_count")
        elif message.kind == "status" and message.content.get("execution_state") == "idle":
            self._silent = True

    async def _conclude(self, probe: _Probe, message: Message) -> None:
        """What the kernel's answer to a probe, and its falling silent behind it, say of the cell before."""
        if message.kind == "execute_reply":
            probe.count = message.content.get("execution_count")
        elif message.kind == "status" and message.content.get("execution_state") == "idle":
            probe.silent = True
        if probe.count is None or not probe.silent:
            return
        self._probe = None
        if self._request != probe.cell or self._link is None:
            return
        if probe.count == self._count and not self._answered:
            await self._send(self._link)  # it never came to the kernel
            return
        missing = [("error", MISSING)] * (not (self._answered and self._silent))
        for kind, content in (
            *missing,
            ("execute_reply", {"status": "ok"}),
            ("status", {"execution_state": "idle"}),
        ):
            await self.take(Message(probe.cell, kind, content), 0)
        self._count = probe.count

    async def _send(self, link: Link) -> None:
        self._answered = self._silent = False
        self.begin(await link.send(self._session, "shell", "execute_request", execution(self._cell)))

    async def _come_back(self) -> bool:
        """Whether the kernel is there and a connection to it, too, within the gateway's `patience_s`."""
        if not self._has_run:  # nothing is lost with it, and somebody may be about to take it
            return False
        end, wait_s = time.monotonic() + self._gateway.patience_s, AGAIN_S
        await self._hang_up()
        while time.monotonic() < end:
            there = await self._gateway.has(self.kernel_id)
            if there is False:
                return False
            if there:
                try:
                    self._link = await self._open()
                    await self._ask_for_the_end(self._link)
                    self._linked.set()
                    return True
                except Closed:
                    await self._hang_up()
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, AGAIN_MOST_S)
        return False

    async def _ask_for_the_end(self, link: Link) -> None:
        """Have the kernel do an empty cell behind the current one, of which it may not know, or whose answer may be lost."""
        if self._request is not None:
            about = await link.send(self._session, "shell", "execute_request", execution("", silent=True))
            self._probe = _Probe(about, self._request)


@dataclass(slots=True)
class _Probe:
    """An empty cell, sent behind another one; what is known of it."""

    request: str
    cell: str
    count: object = None
    silent: bool = False
