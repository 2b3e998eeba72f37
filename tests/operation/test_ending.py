"""A server that is asked to end lets what runs end first, and leaves nothing behind. With the real program."""

from __future__ import annotations

import asyncio
import json
import signal
import tempfile
import threading
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import psutil
import pytest
from starlette.responses import PlainTextResponse

from solver.events import Done, Event, Failure, Reasoning
from tests.served import serve, until
from ui.following import guarded
from ui.operation import ending
from ui.streams import STREAMS, Streams

LINEAR = "Solve x + 1 = 3."


class Slow(BaseHTTPRequestHandler):
    """A model's server that thinks for two seconds before it says anything, and never comes to an end where `endless`."""

    endless = False

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        time.sleep(60 if self.endless else 2)
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for text, finish in (("It is ", None), (r"\(\boxed{2}\).", None), ("", "stop")):
            piece = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
            self.wfile.write(f"data: {json.dumps({'id': 'x', 'choices': [piece]})}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def model(*, endless: bool) -> Iterator[str]:
    handler = type("Model", (Slow,), {"endless": endless})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads, server.block_on_close = True, False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def read(url: str, found: list[str]) -> None:
    with httpx.stream("POST", f"{url}/api/solve", json={"problem": LINEAR}, timeout=60) as told:
        for line in told.iter_lines():
            found.append(line)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the server puts what it makes for a while. Its path is short: sockets lie in it."""
    with tempfile.TemporaryDirectory(prefix="e-", dir="/tmp", ignore_cleanup_errors=True) as made:
        yield Path(made)


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith("stepwise-")]


def test_a_stream_comes_to_its_end_and_nothing_is_left(folder: Path) -> None:
    with model(endless=False) as base:
        process, url = serve(
            TMPDIR=str(folder), STEPWISE_MODEL="openai:slow", OPENAI_BASE_URL=base, STEPWISE_STRATEGY="plain"
        )
        until(lambda: httpx.get(f"{url}/readyz").status_code == 200, limit_s=60)
        found: list[str] = []
        reader = threading.Thread(target=read, args=(url, found))
        reader.start()
        until(lambda: running(url))
        children = psutil.Process(process.pid).children(recursive=True)
        assert children and left_in(folder), "else nothing could be left"
        process.terminate()
        until(lambda: httpx.get(f"{url}/readyz").status_code == 503)
        assert not any('"done"' in line for line in found), "it still runs"
        assert process.wait(timeout=60) == 0
        reader.join(10)
    data = [line for line in found if line.startswith("data: ")]
    assert data[-1].startswith('data: {"kind": "done"') and any('"answer"' in line for line in data), data
    assert psutil.wait_procs(children, timeout=10)[1] == []
    assert left_in(folder) == []


@pytest.mark.thorough
def test_what_does_not_end_is_ended_at_the_limit_and_nothing_new_is_taken(folder: Path) -> None:
    """A page's connection that is held open, and a model that never answers."""
    with model(endless=True) as base:
        process, url = serve(
            TMPDIR=str(folder), STEPWISE_DRAIN_S="3", STEPWISE_MODEL="openai:none", OPENAI_BASE_URL=base
        )
        until(lambda: httpx.get(f"{url}/readyz").status_code == 200, limit_s=60)
        children = psutil.Process(process.pid).children(recursive=True)
        with (
            httpx.stream("GET", f"{url}/gradio_api/heartbeat/abc", timeout=60) as page,
            httpx.stream("POST", f"{url}/api/solve", json={"problem": LINEAR}, timeout=60) as stream,
        ):
            assert page.status_code == stream.status_code == 200
            until(lambda: running(url))
            asked_s = time.monotonic()
            process.send_signal(signal.SIGTERM)
            until(lambda: httpx.get(f"{url}/readyz").status_code == 503)
            assert httpx.get(f"{url}/readyz").json()["reasons"][0]["code"] == "closing"
            told: list[str] = []
            listener = threading.Thread(target=lambda: told.extend(stream.iter_lines()))
            listener.start()
            for path in ("/api/solve", "/v1/chat/completions"):
                refused = httpx.post(f"{url}{path}", json={"problem": LINEAR})
                assert refused.status_code == 503 and refused.headers["retry-after"]
                assert refused.json()["error"]["code"] == "closing"
            assert process.wait(timeout=40) == 0
            listener.join(10)
            data = [line for line in told if line.startswith("data: ")]
            assert data[-1] == 'data: {"kind": "done", "reason": "stopped"}', "and its reader is told so"
            assert 3 <= time.monotonic() - asked_s < 20
    assert psutil.wait_procs(children, timeout=10)[1] == []
    assert left_in(folder) == []


async def test_a_page_is_told_that_its_problem_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    async def solution() -> AsyncGenerator[Event]:
        yield Done("answered")

    monkeypatch.setattr(STREAMS, "taking", False)
    refused = [event async for event in guarded(solution(), "zh")]
    assert [type(event) for event in refused] == [Failure, Done] and refused[0].code == "closing"  # type: ignore[union-attr]
    assert [event async for event in guarded(solution(), "en", "cell")] == [Done("answered")], (
        "a cell still runs"
    )


@pytest.mark.parametrize("ends", [False, True])
async def test_a_stream_is_stopped_where_it_waits(ends: bool) -> None:
    """And who reads it is not: a reader that is cancelled at the same moment stays so."""
    streams, closed = Streams(), []

    async def solution() -> AsyncGenerator[Event]:
        try:
            yield Reasoning(0, "So")
            await asyncio.sleep(60)
            yield Done("answered")
        finally:
            closed.append(True)

    async def reader() -> list[Event]:
        return [event async for event in streams.through(solution(), "problem")]

    task = asyncio.create_task(reader())
    await asyncio.sleep(0.05)
    streams.stop()
    if ends:
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    else:
        assert await task == [Reasoning(0, "So"), Done("stopped")] and task.cancelling() == 0
    assert closed and streams.running == {"problem": 0, "cell": 0}


@pytest.mark.parametrize(
    ("path", "others", "taking", "status"),
    [
        ("/gradio_api/queue/join", True, False, 502),
        ("/gradio_api/queue/join", False, False, 200),
        ("/gradio_api/queue/join", True, True, 200),
        ("/gradio_api/queue/data", True, False, 200),
        ("/prefix/api/solve", True, False, 502),
        ("/mcp", True, False, 502),
    ],
)
async def test_what_begins_is_passed_on_where_there_is_another_server(
    monkeypatch: pytest.MonkeyPatch, path: str, others: bool, taking: bool, status: int
) -> None:
    monkeypatch.setattr(STREAMS, "taking", taking)
    app = ending.PassOn(PlainTextResponse("begun"))
    headers = {ending.OTHERS: "yes"} if others else {}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
        assert (await client.post(path, headers=headers)).status_code == status


def running(url: str) -> bool:
    return 'stepwise_streams{kind="problem"} 1.0' in httpx.get(f"{url}/metrics").text
