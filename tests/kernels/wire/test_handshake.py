"""A connection begins with a handshake, and is given up where that is bad or does not end."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from solver.kernels.wire import (
    GREETING,
    Closed,
    Connection,
    Flooded,
    encode,
    encode_command,
)
from tests.kernels.wire.peers import (
    READY,
    endlessly,
    opened,
    peer,
    received,
    says,
)


@pytest.mark.parametrize("exists", [False, True], ids=["no file", "refused"])
async def test_open_waits_for_a_peer_that_starts_late(folder: Path, exists: bool) -> None:
    path = folder / f"late-{exists}"
    if exists:  # a socket's file that nobody listens at
        server = await asyncio.start_unix_server(lambda r, w: None, path)
        server.close()
    with pytest.raises(Closed, match=r"no ZMTP peer at .* within 0\.05 s"):
        await Connection.open(path, "SUB", timeout_s=0.05)
    opening = asyncio.create_task(opened(path))
    await asyncio.sleep(0.03)
    path.unlink(missing_ok=True)
    async with peer(folder, says(GREETING + READY, stays=True), name=path.name):
        (await opening).close()


async def test_an_address_that_cannot_be_is_refused_at_once() -> None:
    with pytest.raises(Closed, match="too long"):
        await opened(Path("/tmp") / ("x" * 200))


@pytest.mark.parametrize(
    ("said", "error"),
    [
        pytest.param(b"", Closed, id="nothing"),
        pytest.param(GREETING[:40], Closed, id="half a greeting"),
        pytest.param(b"HTTP/1.1 400 Bad Request\r\n" * 4, Closed, id="http"),
        pytest.param(b"\xfe" + GREETING[1:] + READY, Closed, id="no signature"),
        pytest.param(GREETING[:10] + b"\x01" + GREETING[11:] + READY, Closed, id="zmtp 2"),
        pytest.param(GREETING.replace(b"NULL\0", b"PLAIN") + READY, Closed, id="plain"),
        pytest.param(GREETING.replace(b"NULL\0", b"NULLX") + READY, Closed, id="unknown mechanism"),
        pytest.param(GREETING + READY[:20], Closed, id="half a ready"),
        pytest.param(GREETING + encode([b"\x05READY"]), Closed, id="ready as a message"),
        pytest.param(GREETING + encode_command(b"ERROR", b"\x04away"), Closed, id="error"),
        pytest.param(GREETING + encode_command(b"PING", b"\0\0"), Closed, id="ping first"),
        pytest.param(GREETING + encode_command(b"", b""), Closed, id="command without a name"),
        pytest.param(GREETING + b"\x04\x00", Closed, id="empty command"),
        pytest.param(GREETING + encode_command(b"READY", b"x" * 5000), Flooded, id="huge metadata"),
        pytest.param(GREETING + b"\x06" + b"\xff" * 8, Flooded, id="endless metadata"),
        pytest.param(GREETING + b"\x02" + b"\xff" * 8, Flooded, id="endless message"),
        pytest.param(GREETING + b"\x01\x00" * 50, Flooded, id="many frames"),
    ],
)
async def test_a_bad_handshake_is_refused(folder: Path, said: bytes, error: type[Exception]) -> None:
    async with peer(folder, says(said)) as path:
        with pytest.raises(error) as raised:
            await opened(path)
        assert len(str(raised.value)) < 500


@pytest.mark.parametrize(
    "said", [b"", GREETING, GREETING + b"\x04\x20\x05READY"], ids=["mute", "greets", "half"]
)
async def test_a_handshake_that_never_ends_is_given_up(folder: Path, said: bytes) -> None:
    async with peer(folder, says(said, stays=True)) as path:
        with pytest.raises(Closed, match="within"):
            await Connection.open(path, "DEALER", timeout_s=0.1)


async def test_a_handshake_that_drips_is_given_up(folder: Path) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for byte in GREETING:
            writer.write(bytes([byte]))
            await asyncio.sleep(0.02)

    async with peer(folder, talk) as path:
        with pytest.raises(Closed, match="within"):
            await Connection.open(path, "DEALER", timeout_s=0.1)


@pytest.mark.parametrize("first", [b"", GREETING, GREETING + READY], ids=["at once", "greeting", "ready"])
async def test_a_flood_in_the_handshake_is_noticed(folder: Path, first: bytes) -> None:
    async with peer(folder, endlessly(READY * 1000, first=first)) as path:
        with pytest.raises((Closed, Flooded)):
            await received(await opened(path))
