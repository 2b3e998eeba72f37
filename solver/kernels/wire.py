"""Speak ZMTP 3.0 with one untrusted peer, and bound everything that it can make us keep.

libzmq limits a frame and the number of messages, not the bytes of one multipart message: a kernel could grow the
server by gigabytes. Here a size is checked before its bytes are read. Only what a Jupyter client needs: the
connecting side, no encryption, DEALER and SUB. Knows nothing of Jupyter (see `signed`).

The protocol: https://rfc.zeromq.org/spec/23/ (3.0), and /37/ (3.1) for PING.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast

Kind = Literal["DEALER", "SUB"]
Address = Path | tuple[str, int]

MORE, LONG, COMMAND = 1, 2, 4  # the flags of a frame; no other bit may be set
GREETING: Final = b"\xff" + bytes(8) + b"\x7f\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32)
COMMAND_BYTES: Final = 4096  # libzmq's READY has about 50 and an identity of at most 255
COMMANDS_PER_S: Final = 32  # a peer that beats its heart sends about one
PING_CONTEXT_BYTES: Final = 16
READ_AHEAD_BYTES: Final = 1 << 16  # more is left with the system, but for asyncio's last read (256 KiB)
RETRY_S: Final = 0.01


class Closed(Exception):
    """The peer is gone, or refused the handshake, or does not speak ZMTP, or this side has closed."""


class Flooded(Exception):
    """The peer passed a limit; the connection has been closed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a peer may send in one message: a frame's bytes, the frames, the bytes of all frames together."""

    frame_bytes: int = 3 << 20
    frames: int = 32
    message_bytes: int = 4 << 20


DEFAULT_LIMITS: Final = Limits()


def encode(frames: Sequence[bytes]) -> bytes:
    r"""A message as it goes over the wire.

    >>> encode([b"a", b""])
    b'\x01\x01a\x00\x00'
    """
    last = len(frames) - 1
    return b"".join(_frame(frame, MORE if i < last else 0) for i, frame in enumerate(frames))


def encode_command(name: bytes, data: bytes) -> bytes:
    r"""A command as it goes over the wire.

    >>> encode_command(b"PONG", b"7")
    b'\x04\x06\x04PONG7'
    """
    return _frame(bytes([len(name)]) + name + data, COMMAND)


def _frame(body: bytes, flags: int) -> bytes:
    if len(body) < 256:
        return bytes([flags, len(body)]) + body
    return bytes([flags | LONG]) + len(body).to_bytes(8, "big") + body


def _ready(kind: Kind, identity: bytes) -> bytes:
    properties = {b"Socket-Type": kind.encode()}
    if kind == "DEALER":
        properties[b"Identity"] = identity
    fields = (bytes([len(k)]) + k + len(v).to_bytes(4, "big") + v for k, v in properties.items())
    return encode_command(b"READY", b"".join(fields))


class Decoder:
    r"""Cuts a peer's bytes into messages and commands, however they were split on the way. No I/O.

    What is incomplete stays here, at most one message within `limits` and what was fed behind it.

    >>> decoder = Decoder(Limits())
    >>> decoder.feed(b"\x01\x01a\x00")
    >>> decoder.take()
    >>> decoder.feed(b"\x00")
    >>> decoder.take()
    [b'a', b'']
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._unread = bytearray()
        self._frames: list[bytes] = []
        self._size = 0  # of self._frames

    @property
    def unread_bytes(self) -> int:
        return len(self._unread)

    def feed(self, data: bytes) -> None:
        self._unread += data

    def clear(self) -> None:
        self._unread, self._frames, self._size = bytearray(), [], 0

    def greeting(self) -> bytes | None:
        """The bytes that come before the first frame, or None while they are incomplete."""
        return self._cut(0, len(GREETING))

    def take(self) -> list[bytes] | bytes | None:
        """The next message (a list of frames) or command (bytes), or None while it is incomplete.

        Raises:
            Flooded: it is, or will be, longer than it may.
            Closed: this is no ZMTP.
        """
        while (frame := self._next_frame()) is not None:
            flags, body = frame
            if flags & COMMAND:
                return body
            self._frames.append(body)
            self._size += len(body)
            if not flags & MORE:
                message, self._frames, self._size = self._frames, [], 0
                return message
        return None

    def _next_frame(self) -> tuple[int, bytes] | None:
        if not self._unread:
            return None
        flags = self._unread[0]
        if flags & ~(MORE | LONG | COMMAND) or flags & COMMAND and flags & MORE:
            raise Closed(f"not ZMTP: a frame with the flags {flags:#04x}")
        head = 9 if flags & LONG else 2
        if len(self._unread) < head:
            return None
        size = int.from_bytes(self._unread[1:head], "big")
        self._admit(size, COMMAND_BYTES if flags & COMMAND else None)
        body = self._cut(head, size)
        return None if body is None else (flags, body)

    def _admit(self, size: int, command_bytes: int | None) -> None:
        """Check a frame of which only the head has come."""
        if command_bytes is not None:
            if size > command_bytes:
                raise Flooded(f"a command of {size} bytes")
        elif size > self._limits.frame_bytes:
            raise Flooded(f"a frame of {size} bytes")
        elif self._size + size > self._limits.message_bytes:
            raise Flooded(f"a message of at least {self._size + size} bytes")
        elif len(self._frames) >= self._limits.frames:
            raise Flooded(f"a message of more than {self._limits.frames} frames")

    def _cut(self, start: int, size: int) -> bytes | None:
        """Take `size` bytes from `start` on, and drop what is before."""
        end = start + size
        if len(self._unread) < end:
            return None
        with memoryview(self._unread) as view:
            body = bytes(view[start:end])
        del self._unread[:end]
        return body


class _Pipe(asyncio.Protocol):
    """Moves bytes between a transport and a decoder. asyncio's StreamReader would forget what came before an error."""

    transport: asyncio.Transport

    def __init__(self, decoder: Decoder) -> None:
        self.decoder = decoder
        self.lost: str | None = None  # why no more will come
        self.changed = asyncio.Event()
        self.writable = asyncio.Event()
        self.writable.set()

    def end(self, reason: str) -> None:
        self.lost = self.lost or reason
        self.changed.set()
        self.writable.set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.transport.set_write_buffer_limits(0)  # written means: the system has it

    def data_received(self, data: bytes) -> None:
        self.decoder.feed(data)
        if self.decoder.unread_bytes > READ_AHEAD_BYTES:
            self.transport.pause_reading()
        self.changed.set()

    def eof_received(self) -> None:
        self.end("the peer has closed the connection")

    def connection_lost(self, error: Exception | None) -> None:
        self.end(f"the connection is lost: {error}")

    def pause_writing(self) -> None:
        self.writable.clear()

    def resume_writing(self) -> None:
        self.writable.set()


class Connection:
    """One connection to a ZMTP peer, made by `open`. Reads ahead of `receive` by READ_AHEAD_BYTES and a read at most."""

    def __init__(self, sock: socket.socket, pipe: _Pipe) -> None:
        self._sock = sock
        self._pipe = pipe
        self._commands = 0  # of the second that began at _since
        self._since = 0.0

    @classmethod
    async def open(
        cls,
        address: Address,
        kind: Kind,
        *,
        identity: bytes = b"",
        limits: Limits = DEFAULT_LIMITS,
        timeout_s: float,
    ) -> Connection:
        """Connect and shake hands; a SUB subscribes to everything.

        `address` is a Unix socket's path, or a host's IPv4 address and a port. Nobody listening is no error before
        `timeout_s` is over. `identity` (a DEALER's, at most 255 bytes) is the name a ROUTER sees.

        Raises:
            Closed: no peer, or none that speaks ZMTP 3 without encryption, within `timeout_s`.
            Flooded: the peer said too much in the handshake.
        """
        connection = None
        try:
            async with asyncio.timeout(timeout_s):
                connection = cls(*await _connect(address, limits))
                await connection._shake_hands(kind, identity)
        except BaseException as error:  # also when cancelled: nothing may be left behind
            if connection is not None:
                connection.close()
            if isinstance(error, TimeoutError):
                raise Closed(f"no ZMTP peer at {address} within {timeout_s} s") from error
            raise
        return connection

    async def send(self, frames: Sequence[bytes], *, timeout_s: float) -> None:
        """Send a message and wait until the system has taken it. Cancelled: it may still be sent, and whole.

        Raises:
            Closed: the peer is gone, or did not read for `timeout_s`, which closes the connection. What a peer
                that is gone said before is still there for `receive`.
        """
        try:
            async with asyncio.timeout(timeout_s):
                await self._pipe.writable.wait()  # so that at most one message waits
                self._check()
                self._pipe.transport.write(encode(frames))
                await self._pipe.writable.wait()
                self._check()
        except TimeoutError as error:
            self._end(f"the peer has not read for {timeout_s} s")
            raise Closed(self._pipe.lost) from error

    async def receive(self) -> list[bytes]:
        """The next message. Gives way to other tasks at least once, so that a flood cannot starve them.

        Cancelling (also by a timeout) loses nothing: what has come of a message stays, the next call goes on.

        Raises:
            Closed: the peer is gone and all it said has been received, or this side has closed.
            Flooded: it passed a limit.
        """
        await asyncio.sleep(0)
        try:
            while not isinstance(part := await self._next(), list):
                self._obey(part)
        except (Closed, Flooded) as error:
            self._pipe.lost = str(error)  # later calls tell of a flood, also when the peer has left since
            self._end(str(error))
            raise
        return part

    def close(self) -> None:
        """Close at once; whoever waits in `receive` or `send` gets Closed. May be called again, and without a loop."""
        self._end("closed by this side")

    def _end(self, reason: str) -> None:
        self._pipe.end(reason)
        self._pipe.decoder.clear()
        with contextlib.suppress(RuntimeError):  # the loop is closed already
            self._pipe.transport.abort()
        self._sock.close()  # the transport would wait for the loop's next round

    def _check(self) -> None:
        """Raise Closed unless what is written now has a chance to arrive."""
        if self._pipe.lost is not None or self._pipe.transport.is_closing():
            raise Closed(self._pipe.lost or "the connection is lost")

    async def _wait_for_bytes(self) -> None:
        if self._pipe.lost is not None:
            raise Closed(self._pipe.lost)
        self._pipe.changed.clear()
        self._pipe.transport.resume_reading()
        await self._pipe.changed.wait()

    async def _next(self) -> list[bytes] | bytes:
        while (part := self._pipe.decoder.take()) is None:
            await self._wait_for_bytes()
        return part

    async def _shake_hands(self, kind: Kind, identity: bytes) -> None:
        self._pipe.transport.write(GREETING)
        while (greeting := self._pipe.decoder.greeting()) is None:
            await self._wait_for_bytes()
        signed = greeting[0] == 0xFF and greeting[9] == 0x7F
        if not signed or greeting[10] < 3 or greeting[12:32] != GREETING[12:32]:
            raise Closed("the peer does not speak ZMTP 3 without encryption")
        self._pipe.transport.write(_ready(kind, identity))
        ready = await self._next()
        if isinstance(ready, list) or not ready.startswith(b"\x05READY"):
            raise Closed(f"the peer refused the handshake: {_shown(ready)}")
        if kind == "SUB":
            self._pipe.transport.write(encode([b"\x01"]))

    def _obey(self, command: bytes) -> None:
        """Answer a PING, heed an ERROR, count and forget the rest.

        A PING is left unanswered while earlier bytes still wait: what is kept for a peer that does not read stays
        bounded.
        """
        now = asyncio.get_running_loop().time()
        if now - self._since >= 1:
            self._since, self._commands = now, 0
        self._commands += 1
        if self._commands > COMMANDS_PER_S:
            raise Flooded(f"more than {COMMANDS_PER_S} commands in a second")
        if command.startswith(b"\x05ERROR"):
            raise Closed(f"the peer reports an error: {_shown(command)}")
        if command.startswith(b"\x04PING") and self._pipe.writable.is_set():
            context = command[7 : 7 + PING_CONTEXT_BYTES]  # behind the two bytes of a time to live
            self._pipe.transport.write(encode_command(b"PONG", context))


async def _connect(address: Address, limits: Limits) -> tuple[socket.socket, _Pipe]:
    """A connected socket and what reads it; tries until cancelled while nobody listens there."""
    loop = asyncio.get_running_loop()
    pipe = _Pipe(Decoder(limits))
    while True:
        sock = socket.socket(socket.AF_UNIX if isinstance(address, Path) else socket.AF_INET)
        try:
            sock.setblocking(False)
            await loop.sock_connect(sock, str(address) if isinstance(address, Path) else address)
            await loop.create_connection(lambda: pipe, sock=sock)
        except (FileNotFoundError, ConnectionRefusedError):
            sock.close()
            await asyncio.sleep(RETRY_S)
        except OSError as error:
            sock.close()
            raise Closed(f"no connection to {address}: {error}") from error
        except BaseException:
            sock.close()
            raise
        else:
            return sock, pipe


def _shown(part: list[bytes] | bytes) -> str:
    """The beginning of something untrusted, fit for a log."""
    return ascii((part[0] if isinstance(part, list) else part)[:80])
