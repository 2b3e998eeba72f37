"""No peer makes us grow, or keeps us from others' work."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from solver.kernels.wire import (
    COMMANDS_PER_S,
    GREETING,
    READ_AHEAD_BYTES,
    Closed,
    Flooded,
    encode,
    encode_command,
)
from tests.kernels.wire.peers import (
    PATIENCE_S,
    PING,
    READY,
    Talk,
    endlessly,
    opened,
    peer,
    received,
    says,
)


@pytest.mark.parametrize(
    ("said", "error", "reason"),
    [
        pytest.param(b"\x02" + b"\xff" * 8, Flooded, "a frame of", id="frame of 16 exabytes"),
        pytest.param(b"\x02" + ((3 << 20) + 1).to_bytes(8, "big"), Flooded, "a frame of", id="long frame"),
        pytest.param(encode([b"x" * (2 << 20)] * 3), Flooded, "a message of", id="long message"),
        pytest.param(b"\x01\x00" * 1000, Flooded, "frames", id="empty frames"),
        pytest.param(PING * 1000, Flooded, "commands", id="pings"),
        pytest.param(b"\x04\x00" * 1000, Flooded, "commands", id="empty commands"),
        pytest.param(b"\x06" + (5000).to_bytes(8, "big"), Flooded, "a command of", id="long command"),
        pytest.param(b"\x01\x00\x04\x00" * 1000, Flooded, "frames|commands", id="frames and commands"),
        pytest.param(b"\x08\x00", Closed, "flags", id="unknown flag"),
        pytest.param(b"\x05\x00", Closed, "flags", id="command of several frames"),
        pytest.param(encode_command(b"ERROR", b"\x04away"), Closed, "reports an error.*away", id="error"),
        pytest.param(b"", Closed, "the peer has closed", id="end"),
        pytest.param(b"\x00", Closed, "the peer has closed", id="end in a short head"),
        pytest.param(b"\x02\x00\x00", Closed, "the peer has closed", id="end in a long head"),
        pytest.param(b"\x00\x02a", Closed, "the peer has closed", id="end in a frame"),
        pytest.param(b"\x01\x01a", Closed, "the peer has closed", id="end in a message"),
    ],
)
async def test_what_came_before_a_bad_end_is_received(
    folder: Path, said: bytes, error: type[Exception], reason: str
) -> None:
    before = encode([b"last", b"words"]) + PING + b"\x02" + (3).to_bytes(8, "big") + b"bye"
    async with peer(folder, says(GREETING + READY + before + said)) as path:
        connection = await opened(path)
        assert await received(connection) == [b"last", b"words"]
        assert await received(connection) == [b"bye"]
        with pytest.raises(error, match=reason):
            await received(connection)
        await asyncio.sleep(0.01)
        with pytest.raises(Closed, match=reason):
            await connection.receive()
        with pytest.raises(Closed, match=reason):
            await connection.send([b""], timeout_s=PATIENCE_S)


async def test_a_flooding_peer_is_left_at_once(folder: Path) -> None:
    left = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(GREETING + READY + b"\x02" + b"\xff" * 8)
        with suppress(ConnectionError):
            await reader.read()  # to the end
        left.set()

    async with peer(folder, talk) as path:
        connection = await opened(path)
        with pytest.raises(Flooded):
            await received(connection)
        async with asyncio.timeout(PATIENCE_S):
            await left.wait()


async def test_a_ping_is_answered_with_its_context(folder: Path) -> None:
    heard = asyncio.get_running_loop().create_future()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(GREETING + READY)
        await reader.readexactly(64)
        await reader.readexactly((await reader.readexactly(2))[1])
        writer.write(encode_command(b"PING", b"\x00\x0a" + b"c" * 30) + encode([b"end"]))
        heard.set_result(await reader.readexactly(2 + 5 + 16))

    async with peer(folder, talk) as path:
        connection = await opened(path)
        assert await received(connection) == [b"end"]
        assert await heard == b"\x04\x15\x04PONG" + b"c" * 16  # 16: as much as a PING may have
        connection.close()


async def test_commands_are_limited_by_the_second(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that beats its heart once a second for an hour is no flood."""
    now = 0.0
    hour = (PING * COMMANDS_PER_S + encode([b"next"])) * 20
    async with peer(folder, says(GREETING + READY + hour, stays=True)) as path:
        connection = await opened(path)
        monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: now)
        for _ in range(20):
            now += 1
            assert await connection.receive() == [b"next"]
        monkeypatch.undo()
        connection.close()


async def test_tiny_messages_do_not_starve_other_tasks(folder: Path) -> None:
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with peer(folder, endlessly(encode([b""]) * 10_000)) as path:
        connection = await opened(path)
        task = asyncio.create_task(other())
        for _ in range(2000):
            await received(connection)
        task.cancel()
        connection.close()
    assert turns >= 2000


# Memory. The reader is a process of its own, for here is the peer's memory, too.


READER = r"""
import asyncio, re, sys
from pathlib import Path
import psutil
from solver.kernels.wire import Closed, Connection, Flooded

async def main(path, pause_s):
    connection = await Connection.open(Path(path), "SUB", timeout_s=10)
    before = psutil.Process().memory_info().rss
    end = asyncio.get_running_loop().time() + 0.5
    outcome = "reading"
    try:
        while asyncio.get_running_loop().time() < end:
            await connection.receive()
            await asyncio.sleep(pause_s)
    except (Closed, Flooded) as error:
        outcome = type(error).__name__
    await asyncio.sleep(0.1)
    peak = int(re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024
    print(outcome, peak - before)

asyncio.run(main(sys.argv[1], float(sys.argv[2])))
"""


async def grown_by(folder: Path, talk: Talk, *, pause_s: float = 0.0) -> tuple[str, float]:
    """What became of a reader, and by how many MB it grew at most."""
    async with peer(folder, talk) as path:
        reader = await asyncio.create_subprocess_exec(
            sys.executable, "-c", READER, path, str(pause_s), stdout=asyncio.subprocess.PIPE
        )
        output, _ = await reader.communicate()
    outcome, grown = output.decode().split()
    return outcome, int(grown) / 1e6


def frames_of_one_message(count: int, size: int) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        frame = encode([b"x" * size, b""])[:-2]
        writer.write(GREETING + READY)
        for _ in range(count):
            writer.write(frame)
            await writer.drain()

    return talk


async def test_a_message_of_three_gigabytes_is_refused_within_20_mb(folder: Path) -> None:
    outcome, grown_mb = await grown_by(folder, frames_of_one_message(3000, 1 << 20))
    assert outcome == "Flooded"
    assert grown_mb < 20


@pytest.mark.parametrize("size", [0, 1 << 20], ids=["empty", "1 MiB"])
async def test_what_a_slow_reader_has_not_read_stays_outside(folder: Path, size: int) -> None:
    flood = endlessly(encode([b"x" * size]) * max(1, (1 << 18) // (size + 2)))
    outcome, grown_mb = await grown_by(folder, flood, pause_s=0.02)
    assert outcome == "reading"
    assert grown_mb < 20


async def test_reading_ahead_is_bounded(folder: Path) -> None:
    async with peer(folder, endlessly(encode([b"x" * 1000]) * 100)) as path:
        connection = await opened(path)
        for _ in range(20):
            await connection.receive()
            await asyncio.sleep(0.005)
            assert connection._pipe.decoder.unread_bytes <= READ_AHEAD_BYTES + (256 << 10)
        connection.close()
