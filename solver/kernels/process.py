"""One kernel process: its folder, its sockets, its messages, its end.

Knows the Jupyter protocol's frame (requests, parents, channels), not what a cell's messages mean, and nothing of
sessions. jupyter_client's manager is not used: it polls for death every 100 ms, passes the environment on and
writes the connection file anew after the start.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import tempfile
from collections.abc import Mapping
from pathlib import Path
from queue import Empty
from typing import Any, Final, Literal

import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient

from solver.errors import KernelDied, KernelUnavailable
from solver.kernels.cell import Message
from solver.kernels.launch import KILL, end, reason_of, signal_group, spawn, wait_until_warm, write_connection

WELCOME_S: Final = 10.0
TAIL_S: Final = 0.02  # what a dying kernel still said travels about this long
PENDING: Final = 1000  # messages kept for a reader that is slower than the kernel
FRAME_BYTES: Final = 32 << 20  # libzmq drops the connection at a longer frame
Channel = Literal["shell", "iopub"]


class KernelProcess:
    """A started, warm kernel. Made by `start`; one request at a time; `close` leaves nothing behind."""

    def __init__(self, folder: Path, process: asyncio.subprocess.Process, client: AsyncKernelClient) -> None:
        self._folder = folder
        self._process = process
        self._client = client
        self._request: str | None = None
        self._messages: asyncio.Queue[Message | None] = asyncio.Queue(PENDING)
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def start(cls, context: zmq.asyncio.Context, root: Path) -> KernelProcess:
        """Start a kernel in a new folder below `root` and wait until it is warm, about 2 s of one core.

        Raises:
            KernelUnavailable: it could not be started, or ended or said nothing while starting.
        """
        folder = Path(tempfile.mkdtemp(prefix="k-", dir=root))
        process = None
        try:
            connection = write_connection(folder)
            process = await spawn(folder, root, connection)
            await wait_until_warm(process, folder)
        except BaseException:  # also when cancelled: nothing may be left behind
            if process is not None:
                await asyncio.shield(end(process))
            shutil.rmtree(folder, ignore_errors=True)
            raise
        client = AsyncKernelClient(context=context)
        client.load_connection_file(str(connection))
        connection.unlink()  # it holds the key; the kernel and the client have read it
        kernel = cls(folder, process, client)
        try:
            await kernel._connect()
        except BaseException:
            await asyncio.shield(kernel.close())
            raise
        return kernel

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    def execute(self, source: str) -> None:
        """Send a cell; its messages come from `receive`. What still comes of an earlier one is dropped."""
        # stop_on_error: a kernel would abort the cell that is queued behind a failed or interrupted one
        self._request = self._client.execute(source, allow_stdin=False, stop_on_error=False)

    async def receive(self, timeout_s: float) -> Message | None:
        """The next message about the current request, or None after `timeout_s`.

        Raises:
            KernelDied: the process has ended and everything it said has been received.
        """
        message: Message | None = None
        try:
            async with asyncio.timeout(max(timeout_s, 0.0)):
                message = await self._messages.get()
                while message is not None and message.request != self._request:
                    message = await self._messages.get()
        except TimeoutError:
            return None
        if message is None:
            self._messages.put_nowait(None)  # there may be another receiver
            reason = reason_of(self._process.returncode)
            raise KernelDied(f"the kernel ended ({reason}); its variables are lost")
        return message

    def finish(self) -> None:
        """Say that the request is over: later messages about it are dropped."""
        self._request = None

    def interrupt(self) -> None:
        """What Ctrl-C does, to the kernel and the processes it started."""
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """End it at once; `receive` then raises `KernelDied`."""
        self._signal(KILL)

    async def close(self) -> None:
        """End it and remove its folder. May be called more than once."""
        for task in self._tasks:
            task.cancel()
        self._client.shell_channel.stop()
        self._client.iopub_channel.stop()
        await end(self._process)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        while self._messages.full():
            self._messages.get_nowait()
        self._messages.put_nowait(None)  # whoever still waits for a message learns of the end
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    def _signal(self, number: int) -> None:
        if self.alive:
            signal_group(self._process, number)

    async def _connect(self) -> None:
        """Open the channels and wait until the kernel's messages arrive here and a cell has run."""
        self._client.start_channels(shell=True, iopub=True, stdin=False, hb=False, control=False)
        try:
            async with asyncio.timeout(WELCOME_S):
                while True:  # one welcome in some thousand starts never came: any request wakes the channel
                    try:
                        await self._client.get_iopub_msg(timeout=0.3)
                        break
                    except Empty:
                        self._client.kernel_info()
                request = self._client.execute("None", silent=True, store_history=False)
                while (await self._client.get_shell_msg())["parent_header"].get("msg_id") != request:
                    pass
        except TimeoutError as error:
            raise KernelUnavailable(f"the kernel does not answer after {WELCOME_S:.0f} s") from error
        channels: tuple[Channel, ...] = ("shell", "iopub")
        self._tasks = [asyncio.create_task(self._pump(channel)) for channel in channels]
        self._tasks.append(asyncio.create_task(self._watch()))

    async def _pump(self, name: Channel) -> None:
        """Pass on what belongs to the current request, one message at a time, for the kernel's whole life."""
        channel = self._client.shell_channel if name == "shell" else self._client.iopub_channel
        while True:
            try:
                raw: Mapping[str, Any] = await channel.get_msg()
                parent, kind, content = raw["parent_header"]["msg_id"], raw["msg_type"], raw["content"]
            except (ValueError, TypeError, KeyError, RecursionError):
                continue  # not signed, not JSON, or not a message: a cell wrote to the socket itself
            if parent == self._request and isinstance(content, dict):
                await self._messages.put(Message(parent, str(kind), content))

    async def _watch(self) -> None:
        await self._process.wait()
        signal_group(self._process, KILL)  # what it started and left behind
        await asyncio.sleep(TAIL_S)
        await self._messages.put(None)
