"""Every message arrives whole: however its bytes are cut, and from real ZeroMQ."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
import pytest_asyncio
import zmq
import zmq.asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.kernels.wire import (
    Closed,
    Connection,
    Decoder,
    Flooded,
    Limits,
    encode,
)
from tests.kernels.wire.peers import (
    PATIENCE_S,
    SMALL,
    cut,
    messages,
    opened,
    received,
)


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
