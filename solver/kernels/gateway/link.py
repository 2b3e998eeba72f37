"""The websocket of one kernel's channels: requests out, messages in, each bounded before it is read.

Speaks both forms that gateways know: frames behind offsets (`v1.kernel.websocket.jupyter.org`) and, where the gateway is
older, one JSON text. Knows nothing of cells, and does not come back when it is lost.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jupyter_client.session import Session
from tornado.httpclient import HTTPError, HTTPRequest
from tornado.iostream import StreamClosedError, UnsatisfiableReadError
from tornado.websocket import (
    WebSocketClientConnection,
    WebSocketClosedError,
    WebSocketError,
    websocket_connect,
)

from solver.kernels.cell import Message
from solver.kernels.signed import is_costly, parse, read_object, request
from solver.kernels.wire import Closed, Flooded

FRAMES: Final = "v1.kernel.websocket.jupyter.org"
MESSAGE_BYTES: Final = 8 << 20  # a figure of 2 MB in base64 twice over; a kernel here may send 6 MB
PARTS: Final = 64  # of a message: four, and buffers, which nobody reads
WORD_BYTES: Final = 8
PING_S: Final = 20.0
OPEN_S: Final = 15.0
SEND_S: Final = 5.0
CLOSED_S: Final = 1.0
TOO_BIG: Final = 1009  # RFC 6455, section 7.4.1


@dataclass(frozen=True, slots=True)
class Heard:
    """What came: on which channel, how much, and the message, None where it is none or too costly to parse."""

    channel: str
    size: int
    message: Message | None


class Link:
    """An open websocket. Made by `open`."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self._socket = socket
        self._by_frames = socket.selected_subprotocol == FRAMES
        self._too_big = self._over = False
        protocol = socket.protocol
        if protocol is not None:
            close = protocol.close

            def closing(code: int | None = None, reason: str | None = None) -> None:
                """tornado says nowhere else that it refused what came."""
                self._too_big = self._too_big or code == TOO_BIG
                close(code, reason)

            protocol.close = closing  # type: ignore[method-assign]

    @classmethod
    async def open(cls, url: str, headers: Mapping[str, str], *, within_s: float = OPEN_S) -> Link:
        """Connect. A gateway answers when the kernel does.

        Raises:
            Closed: it does not answer, or refuses.
        """
        asked = HTTPRequest(url, headers=dict(headers), connect_timeout=OPEN_S, request_timeout=within_s)
        opening = asyncio.ensure_future(
            websocket_connect(
                asked, ping_interval=PING_S, ping_timeout=PING_S,
                max_message_size=MESSAGE_BYTES, subprotocols=[FRAMES],
            )
        )  # fmt: skip
        try:
            async with asyncio.timeout(within_s):
                return cls(await asyncio.shield(opening))
        except (
            HTTPError, OSError, StreamClosedError, UnsatisfiableReadError, WebSocketError, TimeoutError,
        ) as error:  # fmt: skip
            opening.add_done_callback(_close_late)
            raise Closed(f"no websocket: {type(error).__name__}") from error
        except asyncio.CancelledError:
            opening.add_done_callback(_close_late)
            raise

    async def send(self, session: Session, channel: str, kind: str, content: Mapping[str, Any]) -> str:
        """Send a request; its id.

        Raises:
            Closed: the other side is gone, or takes nothing.
        """
        about, frames = request(session, kind, content)
        parts = frames[
            -4:
        ]  # behind identities, the delimiter and the signature, which the gateway makes anew
        data = pack(channel, parts) if self._by_frames else as_text(channel, parts)
        try:
            async with asyncio.timeout(SEND_S):
                await self._socket.write_message(data, binary=self._by_frames)
        except (WebSocketClosedError, StreamClosedError, TimeoutError) as error:
            raise Closed("the websocket takes nothing") from error
        return about

    async def receive(self) -> Heard:
        """The next message. Until it is asked for, no more than one is read.

        Raises:
            Closed: the connection is gone.
            Flooded: a message was larger than `MESSAGE_BYTES`; the connection has been closed.
        """
        data = None if self._over else await self._socket.read_message()
        if data is None:
            self._over = True
            raise Flooded("a message is too large") if self._too_big else Closed("the websocket was closed")
        found = unpack(data) if isinstance(data, bytes) and self._by_frames else from_text(data)
        return Heard(*((found[0], len(data), found[1]) if found else ("", len(data), None)))

    def hang_up(self) -> None:
        """Close it; whoever reads learns of it."""
        self._socket.close()

    async def close(self) -> None:
        """Close it where nobody reads any more."""
        self._socket.close()
        try:
            async with asyncio.timeout(CLOSED_S):  # what still comes is dropped, else the socket stays
                while not self._over:
                    await self.receive()
        except (Closed, Flooded, TimeoutError):
            pass


def _close_late(opening: asyncio.Future[WebSocketClientConnection]) -> None:
    """Nobody waits for this connection any more."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()


def pack(channel: str, parts: Sequence[bytes]) -> bytes:
    """Header, parent, metadata and content as one message behind its offsets (little-endian, eight bytes each)."""
    frames = [channel.encode(), *parts]
    place = WORD_BYTES * (len(frames) + 2)
    offsets = [place]
    for frame in frames:
        place += len(frame)
        offsets.append(place)
    words = [len(offsets), *offsets]
    return b"".join([*(word.to_bytes(WORD_BYTES, "little") for word in words), *frames])


def unpack(data: bytes) -> tuple[str, Message | None] | None:
    """Channel and message, None where the offsets are none.

    >>> unpack(b"12345678") is None
    True
    """
    count = int.from_bytes(data[:WORD_BYTES], "little")
    if not 6 <= count <= PARTS or len(data) < WORD_BYTES * (count + 1):
        return None
    offsets = [
        int.from_bytes(data[place : place + WORD_BYTES], "little")
        for place in range(WORD_BYTES, WORD_BYTES * (count + 1), WORD_BYTES)
    ]
    if sorted(offsets) != offsets or offsets[-1] > len(data):
        return None
    channel, header, parent, _, content = (data[start:end] for start, end in itertools.pairwise(offsets[:6]))
    return channel.decode("ascii", "replace"), parse(header, parent, content)


def as_text(channel: str, parts: Sequence[bytes]) -> str:
    """The same as one JSON text, for gateways that do not know the frames."""
    names = ("header", "parent_header", "metadata", "content")
    fields = ", ".join(f'"{name}": {part.decode()}' for name, part in zip(names, parts, strict=True))
    return f'{{"channel": {json.dumps(channel)}, {fields}, "buffers": []}}'


def from_text(data: str | bytes) -> tuple[str, Message | None] | None:
    """Channel and message of one JSON text; None where it is no message, or has buffers, which nobody reads."""
    if isinstance(data, bytes) or is_costly(data.encode("utf-8", "replace")):
        return None
    try:
        whole = read_object(data.encode("utf-8", "replace"))
        kind, about = whole["header"]["msg_type"], (whole.get("parent_header") or {}).get("msg_id", "")
        content = whole["content"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if isinstance(kind, str) and isinstance(about, str) and isinstance(content, dict):
        return str(whole.get("channel", "")), Message(about, kind, content)
    return None
