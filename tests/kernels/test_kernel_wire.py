"""ZMTP with real peers and with hostile ones: every message arrives whole, and no peer makes us grow."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio
import zmq
import zmq.asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.kernels.wire import (
    COMMANDS_PER_S,
    GREETING,
    READ_AHEAD_BYTES,
    Closed,
    Connection,
    Decoder,
    Flooded,
    Kind,
    Limits,
    encode,
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


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Short: a Unix socket's path has 107 characters at most."""
    with tempfile.TemporaryDirectory(prefix="w-", dir="/tmp") as name:
        yield Path(name)


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


# Cutting bytes into messages


@given(st.lists(messages, max_size=4), st.lists(st.integers(0, 400_000), max_size=20))
def test_messages_are_the_same_however_their_bytes_are_split(sent: list[list[bytes]], at: list[int]) -> None:
    decoder, got = Decoder(Limits(frames=10_000, message_bytes=1 << 30)), []
    for piece in cut(b"".join(map(encode, sent)), at):
        decoder.feed(piece)
        while (message := decoder.take()) is not None:
            got.append(message)
    assert got == sent


@given(st.lists(st.integers(0, 400), min_size=1, max_size=5))
def test_a_message_is_taken_if_and_only_if_it_keeps_every_limit(frame_sizes: list[int]) -> None:
    decoder = Decoder(SMALL)
    decoder.feed(encode([b"x" * size for size in frame_sizes]))
    if max(frame_sizes) <= 300 and len(frame_sizes) <= 3 and sum(frame_sizes) <= 500:
        assert decoder.take() == [b"x" * size for size in frame_sizes]
    else:
        with pytest.raises(Flooded):
            decoder.take()


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"\x02" + (301).to_bytes(8, "big"), id="frame"),
        pytest.param(b"\x02" + b"\xff" * 8, id="frame of 16 exabytes"),
        pytest.param(encode([b"x" * 300, b""])[:-2] + b"\x00\xc9", id="message"),
        pytest.param(b"\x01\x00" * 3 + b"\x00\x00", id="frames"),
        pytest.param(b"\x06" + (4097).to_bytes(8, "big"), id="command"),
    ],
)
def test_a_limit_is_checked_before_the_bytes_are_there(head: bytes) -> None:
    decoder = Decoder(SMALL)
    decoder.feed(head)
    with pytest.raises(Flooded):
        decoder.take()


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_any_bytes_give_messages_or_one_of_two_errors(pieces: list[bytes]) -> None:
    decoder = Decoder(SMALL)
    with suppress(Closed, Flooded):
        for piece in pieces:
            decoder.feed(piece)
            while (part := decoder.take()) is not None:
                assert isinstance(part, bytes) or len(part) <= 3 and sum(map(len, part)) <= 500


# Real peers


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def context() -> AsyncIterator[zmq.asyncio.Context]:
    context = zmq.asyncio.Context()
    yield context
    context.destroy(linger=0)


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["ipc", "tcp"])
async def router(
    request: pytest.FixtureRequest, context: zmq.asyncio.Context, folder: Path
) -> AsyncIterator[tuple[zmq.asyncio.Socket, Connection]]:
    async with bound(context, zmq.ROUTER, request.param, folder) as (router, address):
        limits = Limits(frames=10_000, message_bytes=1 << 30)
        connection = await Connection.open(
            address, "DEALER", identity=b"me", limits=limits, timeout_s=PATIENCE_S
        )
        yield router, connection
        connection.close()


@asynccontextmanager
async def bound(
    context: zmq.asyncio.Context, kind: int, transport: str, folder: Path
) -> AsyncIterator[tuple[zmq.asyncio.Socket, Path | tuple[str, int]]]:
    end = context.socket(kind)
    address: Path | tuple[str, int]
    if transport == "tcp":
        address = "127.0.0.1", end.bind_to_random_port("tcp://127.0.0.1")
    else:
        address = folder / f"zmq-{kind}-{os.urandom(4).hex()}"
        end.bind(f"ipc://{address}")
    yield end, address
    end.close(linger=0)


@pytest.mark.asyncio(loop_scope="module")
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(frames=messages)
async def test_messages_go_to_a_router_and_back(
    router: tuple[zmq.asyncio.Socket, Connection], frames: list[bytes]
) -> None:
    end, connection = router
    await connection.send(frames, timeout_s=PATIENCE_S)
    assert await end.recv_multipart() == [b"me", *frames]
    await end.send_multipart([b"me", *frames])
    assert await received(connection) == frames


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("transport", ["ipc", "tcp"])
@pytest.mark.parametrize("kind", [zmq.PUB, zmq.XPUB], ids=["pub", "xpub"])
async def test_everything_published_arrives_in_order(
    context: zmq.asyncio.Context, folder: Path, kind: int, transport: str
) -> None:
    async with bound(context, kind, transport, folder) as (publisher, address):
        connection = await Connection.open(address, "SUB", timeout_s=PATIENCE_S)
        if kind == zmq.XPUB:
            assert await publisher.recv() == b"\x01"
        else:
            await wait_until_subscribed(publisher, connection)
        sent = [[b"topic %d" % i, b"x" * size, b""] for i, size in enumerate([0, 255, 256, 70_000] * 50)]
        for frames in sent:
            await publisher.send_multipart(frames)
        assert [await received(connection) for _ in sent] == sent
        connection.close()


async def wait_until_subscribed(publisher: zmq.asyncio.Socket, connection: Connection) -> None:
    """A PUB does not tell: publish until it arrives, and then the rest of it."""
    for i in range(1000):
        await publisher.send(b"%d" % i)
        with suppress(TimeoutError):
            async with asyncio.timeout(0.01):
                while await connection.receive() != [b"%d" % i]:
                    pass
                return
    raise AssertionError("no subscription")


@pytest.mark.asyncio(loop_scope="module")
async def test_a_peer_that_beats_its_heart_stays(context: zmq.asyncio.Context, folder: Path) -> None:
    """libzmq closes a connection whose PING it sees unanswered."""
    address = folder / "heart"
    heart = context.socket(zmq.ROUTER)
    heart.setsockopt(zmq.HEARTBEAT_IVL, 50)
    heart.setsockopt(zmq.HEARTBEAT_TIMEOUT, 150)
    heart.bind(f"ipc://{address}")
    connection = await opened(address)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await connection.receive()
    assert connection._commands > 1
    await connection.send([b"still here"], timeout_s=PATIENCE_S)
    assert (await heart.recv_multipart())[1:] == [b"still here"]
    heart.close(linger=0)
    with pytest.raises(Closed):
        await received(connection)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_wrong_kind_of_socket_is_refused(context: zmq.asyncio.Context, folder: Path) -> None:
    async with bound(context, zmq.PULL, "ipc", folder) as (_, address):
        assert isinstance(address, Path)
        with pytest.raises(Closed):
            await received(await opened(address))


# The handshake


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


# Messages of a hostile peer


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


# Time


async def test_a_cancelled_receive_loses_nothing(folder: Path) -> None:
    """Messages come in drips, and whoever waits gives up again and again, often just when one is there."""
    random = Random(0)
    count = 300

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        data = b"".join(encode([b"%d" % i, b"x" * random.choice([0, 10, 300])]) for i in range(count))
        writer.write(GREETING + READY)
        for piece in cut(data, [random.randrange(len(data)) for _ in range(2000)]):
            writer.write(piece)
            if random.random() < 0.5:
                await asyncio.sleep(random.choice([0, 0, 0.0005]))
        await reader.read()

    got: list[bytes] = []
    cancelled = 0
    async with peer(folder, talk) as path:
        connection = await opened(path)
        async with asyncio.timeout(PATIENCE_S):
            while len(got) < count:
                try:
                    async with asyncio.timeout(random.choice([0, 0.0002, 0.0005, 0.001])):
                        got.append((await connection.receive())[0])
                except TimeoutError:
                    cancelled += 1
        connection.close()
    assert got == [b"%d" % i for i in range(count)]
    assert cancelled > 20


async def test_a_peer_that_does_not_read_is_given_up(folder: Path) -> None:
    async with peer(folder, does_not_read) as path:
        connection = await opened(path)
        waiting = asyncio.create_task(connection.send([b"x" * (8 << 20)], timeout_s=PATIENCE_S))
        await asyncio.sleep(0.01)
        with pytest.raises(Closed, match="not read"):
            await connection.send([b"x"], timeout_s=0.1)
        for task in (waiting, connection.receive()):
            with pytest.raises(Closed, match="not read"):
                await task


async def test_what_waits_for_a_peer_that_does_not_read_is_bounded(folder: Path) -> None:
    """Also when whoever sends gives up again and again, and when the peer asks for answers."""
    go = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talking = asyncio.create_task(does_not_read(reader, writer))
        await go.wait()
        writer.write(PING * 10 + encode([b"pinged"]))
        await talking

    async with peer(folder, talk) as path:
        connection = await opened(path)
        for _ in range(5):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.01):
                    await connection.send([b"x" * (1 << 20)], timeout_s=PATIENCE_S)
        waiting = connection._pipe.transport.get_write_buffer_size()
        assert waiting < 1 << 20
        go.set()
        assert await received(connection) == [b"pinged"]
        assert connection._pipe.transport.get_write_buffer_size() == waiting
        connection.close()


async def test_a_peer_that_ends_and_does_not_read_is_gone(folder: Path) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talking = asyncio.create_task(does_not_read(reader, writer))
        await asyncio.sleep(0.05)
        writer.write_eof()
        await talking

    async with peer(folder, talk) as path:
        connection = await opened(path)
        waiting = asyncio.create_task(connection.send([b"x" * (1 << 20)], timeout_s=PATIENCE_S))
        for task in (connection.receive(), waiting):
            with pytest.raises(Closed, match="the peer has closed"):
                async with asyncio.timeout(PATIENCE_S / 2):
                    await task


async def test_the_last_words_survive_a_send_to_a_peer_that_is_gone(folder: Path) -> None:
    words = [[b"%d" % i] for i in range(100)]
    async with peer(folder, says(GREETING + READY + b"".join(map(encode, words)))) as path:
        connection = await opened(path)
        await asyncio.sleep(0.02)
        with pytest.raises(Closed):
            await connection.send([b"?"], timeout_s=PATIENCE_S)
        assert [await received(connection) for _ in words] == words


# Closing


def open_files() -> int:
    gc.collect()  # of other tests
    return len(os.listdir("/proc/self/fd"))


async def test_closing_ends_whoever_waits_and_leaves_nothing(folder: Path) -> None:
    tasks, files = asyncio.all_tasks(), open_files()
    async with peer(folder, does_not_read) as path:
        with_server = open_files()
        connection = await opened(path)
        receiving = asyncio.create_task(connection.receive())
        sending = asyncio.create_task(connection.send([b"x" * (8 << 20)], timeout_s=PATIENCE_S))
        await asyncio.sleep(0.01)
        connection.close()
        connection.close()
        assert open_files() == with_server + 1  # the peer's end; ours is gone already
        for task in (receiving, sending):
            with pytest.raises(Closed, match="this side"):
                async with asyncio.timeout(PATIENCE_S / 2):
                    await task
        assert connection._pipe.transport.get_write_buffer_size() == 0
    await asyncio.sleep(0.05)
    assert asyncio.all_tasks() == tasks
    assert open_files() == files


async def test_an_open_that_fails_or_is_cancelled_leaves_nothing(folder: Path) -> None:
    for said in (b"", GREETING):
        async with peer(folder, says(said, stays=True)) as path:
            files = open_files()
            for turns in range(12):
                opening = asyncio.create_task(opened(path))
                for _ in range(turns):
                    await asyncio.sleep(0)
                opening.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await opening
            with pytest.raises(Closed):
                await Connection.open(path, "DEALER", timeout_s=0.02)
            await asyncio.sleep(0.02)
            assert open_files() == files


def test_it_can_be_closed_when_its_loop_is(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        path = folder / "loop"
        server.bind(str(path))
        server.listen()

        def accept() -> socket.socket:
            accepted = server.accept()[0]
            accepted.sendall(GREETING + READY)
            return accepted

        async def leave_open() -> tuple[socket.socket, Connection]:
            return await asyncio.gather(asyncio.to_thread(accept), opened(path))

        accepted, connection = asyncio.run(leave_open())
    with accepted:
        connection.close()
        connection.close()
        accepted.settimeout(PATIENCE_S)
        while accepted.recv(4096):  # until the end that the peer sees
            pass


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
