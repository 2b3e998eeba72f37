"""Peers of a connection that are made by hand: what they say, and how they misbehave."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from solver.kernels.wire import (
    GREETING,
    Connection,
    Kind,
    Limits,
    encode_command,
)

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

READY = encode_command(b"READY", b"\x0bSocket-Type\x00\x00\x00\x06ROUTER\x08Identity\x00\x00\x00\x00")
PING = encode_command(b"PING", b"\0\0context")
PATIENCE_S = 10.0  # the machine may be busy; only a test that fails waits so long
SMALL = Limits(frame_bytes=300, frames=3, message_bytes=500)

sizes = st.integers(0, 300) | st.sampled_from([0, 1, 255, 256, 65535, 65536, 100_000])
messages = st.lists(
    st.builds(lambda size, byte: bytes([byte]) * size, sizes, st.integers(0, 255)), min_size=1
)


def cut(data: bytes, at: list[int]) -> Iterator[bytes]:
    places = sorted({0, len(data), *(place % (len(data) + 1) for place in at)})
    return (data[i:j] for i, j in pairwise(places))


@asynccontextmanager
async def peer(folder: Path, talk: Talk, *, name: str = "") -> AsyncIterator[Path]:
    """A peer made by hand: `talk` has one connection. What it sends to a reader that has left is no error of its."""
    path = folder / (name or f"peer-{os.urandom(4).hex()}")
    writers = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        with suppress(ConnectionError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_unix_server(serve, path)
    yield path
    server.close()
    for writer in writers:
        writer.transport.abort()  # ends its `talk`
    await asyncio.sleep(0.01)


def says(data: bytes, *, stays: bool = False) -> Talk:
    """Sends this whatever it hears, then waits until we close, or leaves."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        writer.write_eof() if not stays else None
        await reader.read()

    return talk


async def does_not_read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(GREETING + READY)
    await writer.wait_closed()


def endlessly(data: bytes, *, first: bytes = GREETING + READY) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(data)
            await writer.drain()

    return talk


async def opened(path: Path, kind: Kind = "DEALER") -> Connection:
    return await Connection.open(path, kind, timeout_s=PATIENCE_S)


async def received(connection: Connection) -> list[bytes]:
    async with asyncio.timeout(PATIENCE_S):
        return await connection.receive()
