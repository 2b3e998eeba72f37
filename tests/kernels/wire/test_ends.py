"""Who waits and who closes: nothing is lost, nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
from pathlib import Path
from random import Random

import pytest

from solver.kernels.wire import (
    GREETING,
    Closed,
    Connection,
    encode,
)
from tests.kernels.wire.peers import (
    PATIENCE_S,
    PING,
    READY,
    cut,
    does_not_read,
    opened,
    peer,
    received,
    says,
)


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
