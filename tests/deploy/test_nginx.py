"""`deploy/nginx.conf`, by a real nginx with two small servers behind it."""

from __future__ import annotations

import contextlib
import http.server
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.load.stack import NGINX, nginx

pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx here")


class Named(http.server.BaseHTTPRequestHandler):
    """Answers with its server's port; `/slow` in two pieces, the second one when it is asked for."""

    protocol_version = "HTTP/1.1"
    go_on = threading.Event()
    refusing: tuple[int, int] = (0, 0)
    """A port and the status that it answers."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        port: int = self.server.server_port  # type: ignore[attr-defined]
        body = f"{port} {self.headers['X-Stepwise-Others']}".encode()
        self.send_response(self.refusing[1] if self.refusing[0] == port else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        pieces = [str(self.server.server_port).encode()]  # type: ignore[attr-defined]
        if self.path == "/host":
            pieces = [self.headers["Host"].encode()]
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in [*pieces, *([b"later"] if self.path == "/slow" else [])]:
            if piece == b"later":
                self.go_on.wait(10)
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_: object) -> None: ...


class Server(http.server.ThreadingHTTPServer):
    """One that can be gone at once, open connections included, as a killed process is."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Named)
        self.open: list[Any] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.append(request)
        super().process_request(request, client_address)

    def die(self) -> None:
        self.shutdown()
        self.server_close()
        for connection in self.open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    made = [Server() for _ in range(2)]
    for server in made:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield made
    for server in made:
        server.die()


@pytest.fixture
def url(tmp_path: Path, servers: list[Server]) -> Iterator[str]:
    with nginx(tmp_path, *(server.server_port for server in servers)) as (found, _):
        yield found


def answer(url: str, owner: str | None = None) -> str:
    cookie = {"Cookie": f"other=1; stepwise-owner={owner}; last=2"} if owner else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=cookie), timeout=10) as response:
        text: str = response.read().decode()
    return text


def test_a_browser_stays_with_a_server_and_browsers_are_spread(url: str) -> None:
    asked = {owner: {answer(f"{url}/", owner) for _ in range(4)} for owner in map(str, range(24))}
    assert all(len(ports) == 1 for ports in asked.values())
    assert len(set.union(*asked.values())) == 2
    assert len({answer(f"{url}/") for _ in range(6)}) == 1  # a program without cookies, by its address


def test_who_was_with_a_server_that_is_gone_goes_on_with_the_other(url: str, servers: list[Server]) -> None:
    gone, left = servers
    owner = next(n for n in map(str, range(50)) if answer(f"{url}/", n) == str(gone.server_port))
    gone.die()
    assert {answer(f"{url}/", owner) for _ in range(5)} == {str(left.server_port)}


@pytest.mark.parametrize(("status", "moves"), [(502, True), (503, False)])
def test_a_server_that_is_about_to_stop_passes_on_what_would_begin(
    url: str, servers: list[Server], monkeypatch: pytest.MonkeyPatch, status: int, moves: bool
) -> None:
    """One that only says that something is away keeps its browsers."""
    one, other = (str(server.server_port) for server in servers)
    owner = next(n for n in map(str, range(50)) if answer(f"{url}/", n) == one)
    monkeypatch.setattr(Named, "refusing", (int(one), status))
    sent = urllib.request.Request(f"{url}/queue/join", b"{}", {"Cookie": f"stepwise-owner={owner}"})
    try:
        with urllib.request.urlopen(sent, timeout=10) as response:
            said = response.read().decode()
    except urllib.error.HTTPError as error:
        said = error.read().decode()
    assert said == f"{other if moves else one} yes"
    assert answer(f"{url}/", owner) == (other if moves else one)


def test_a_stream_is_passed_on_as_it_comes(url: str) -> None:
    Named.go_on.clear()
    with urllib.request.urlopen(f"{url}/slow", timeout=10) as response:
        assert response.read1(100).isdigit()
        Named.go_on.set()
        assert response.read() == b"later"


def test_the_server_is_told_the_host_that_was_asked(url: str) -> None:
    assert answer(f"{url}/host") == url.removeprefix("http://")
