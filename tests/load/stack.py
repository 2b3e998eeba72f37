"""What a run starts, and ends whatever happens: the program, PostgreSQL, nginx, a model's server that plays one solution."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import httpx

from solver.resources import Resources
from tests.load import machine
from tests.ports import free_port
from tests.store.server import postgresql, start, stop

ROOT: Final = Path(__file__).resolve().parents[2]
READY_S: Final = 300.0  # on a busy machine; some seconds are usual
END_S: Final = 60.0
CONF: Final = ROOT / "deploy" / "nginx.conf"
NGINX: Final = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


@dataclass
class App:
    """The program, as whoever operates it starts it. `folder` has its log, its data and all that it makes for a while."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The number of its first process."""
        assert self.process is not None
        return self.process.pid

    def start(self) -> None:
        """Start it, and wait until it can take problems.

        Raises:
            TimeoutError: it did not get ready; the text is the end of its log.
        """
        temporary = self.folder / "t"
        temporary.mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ, "HOST": "127.0.0.1", "PORT": str(self.port), "TMPDIR": str(temporary), "STEPWISE_DATA": str(self.folder / "data"),
            "STEPWISE_METRICS": "all", "STEPWISE_LOG": "json", **self.settings,
        }  # fmt: skip
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
            )  # fmt: skip
        end_s = time.monotonic() + READY_S
        while not self.is_ready():
            if time.monotonic() > end_s or self.process.poll() is not None:
                raise TimeoutError(f"{self.url} did not get ready: {self.log.read_text()[-2000:]}")
            time.sleep(0.1)

    @property
    def log(self) -> Path:
        """What it says."""
        return self.folder / "log"

    def is_ready(self) -> bool:
        """Whether it takes problems."""
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.url}/readyz", timeout=5).status_code == 200
        return False

    def kernels(self) -> list[int]:
        """Its kernels' processes: what its fork server has begun."""
        servers = [pid for pid in machine.tree(self.pid) if " -I -c " in machine.name_of(pid)]
        return [pid for pid in servers if any(pid in machine.tree(other)[1:] for other in servers)]

    def used_by_kind(self) -> dict[str, tuple[float, float]]:
        """Processor seconds and megabytes by the kind of process; those that have ended count with who began them."""
        found: dict[str, tuple[float, float]] = {}
        for pid in machine.tree(self.pid):
            kind = "server" if pid == self.pid else machine.kind_of(pid)
            cpu_s, pss_mb = found.get(kind, (0.0, 0.0))
            found[kind] = (
                cpu_s + machine.cpu_s([pid]),
                pss_mb + Resources.proportional_bytes(pid) / machine.MEGABYTE,
            )
        return found

    def kill(self) -> None:
        """As a machine that fails: no goodbye. What it had begun ends by itself."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def end(self) -> list[str]:
        """Ask it to end; what is left of it then, processes and folders, none where all is well."""
        if self.process is None:
            return []
        begun = machine.tree(self.pid)
        self.process.terminate()
        try:
            status = self.process.wait(END_S)
        except subprocess.TimeoutExpired:
            self.kill()
            status = None
        left = [] if status == 0 else [f"exit status {status}"]
        end_s = time.monotonic() + 10
        while (alive := machine.tree(*begun)) and time.monotonic() < end_s:
            time.sleep(0.2)
        left += [f"process {machine.name_of(pid)}" for pid in alive]
        for pid in alive:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return left + [f"folder {path.name}" for path in (self.folder / "t").glob("stepwise-*")]


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[App]:
    """The program while the context lasts."""
    app = App(folder, settings)
    try:
        app.start()
        yield app
    finally:
        app.end()


@dataclass(frozen=True, slots=True)
class Postgres:
    """A PostgreSQL server of one's own."""

    socket: Path

    @property
    def url(self) -> str:
        """As `DATABASE_URL`."""
        return f"postgresql://postgres@/postgres?host={self.socket}"

    @property
    def pid(self) -> int:
        """The number of its first process."""
        return int((self.socket / "data" / "postmaster.pid").read_text().split()[0])

    def signal(self, number: int) -> None:
        """Send a signal to all its processes."""
        for pid in machine.tree(self.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    def restart(self) -> None:
        """End it as a crash would, and start it again."""
        stop(self.socket)
        start(self.socket)


@contextmanager
def database() -> Iterator[Postgres]:
    """A PostgreSQL server that waits for the disk as one of a school does."""
    with postgresql(fsync=True) as folder:
        yield Postgres(folder)


def configuration(folder: Path, port: int, *servers: int) -> str:
    """`deploy/nginx.conf` for servers at these ports of this computer."""
    text = CONF.read_text()
    for number, one in enumerate(servers, 1):
        text = text.replace(f"stepwise-{number}:7860", f"127.0.0.1:{one}")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/tmp/nginx.pid", f"{folder}/pid")
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
        text = text.replace("http {", f"http {{\n    {kind}_temp_path {folder}/{kind};", 1)
    return text


@contextmanager
def nginx(folder: Path, *servers: int) -> Iterator[tuple[str, int]]:
    """A real nginx in front of servers at these ports; its address and the number of its first process.

    Raises:
        RuntimeError: it refuses the configuration.
    """
    port, file = free_port(), folder / "nginx.conf"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(configuration(folder, port, *servers))
    command = [str(NGINX), "-c", str(file), "-e", str(folder / "error.log")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    if checked.returncode:
        raise RuntimeError(checked.stderr)
    process = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        end_s = time.monotonic() + 10
        while time.monotonic() < end_s:
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(10)


MODEL: Final = "openai:standin"
"""What the page calls the model of that server."""
SOLUTION: Final = (
    "We subtract 1 on both sides.\n\n", "```python\nx = 3 - 1\nprint(x)\n```\n", "So the answer is ", r"\(\boxed{2}\).",
)  # fmt: skip


class Standin(BaseHTTPRequestHandler):
    """A model's server in OpenAI's protocol that plays one solution, whatever it is asked."""

    protocol_version = "HTTP/1.1"
    piece_s = 0.05

    def do_GET(self) -> None:
        self._plain({"object": "list", "data": [{"id": "standin", "object": "model", "owned_by": "vllm"}]})

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["content-length"])).decode()
        pieces = SOLUTION[2:] if "x = 3 - 1" in asked else SOLUTION[:2]  # the cell has run
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        for text in (*pieces, None):
            delta = {"index": 0, "delta": {"content": text or ""}, "finish_reason": None if text else "stop"}
            self.wfile.write(f"data: {json.dumps({'id': 'x', 'choices': [delta]})}\n\n".encode())
            self.wfile.flush()
            time.sleep(self.piece_s)
        self.wfile.write(b"data: [DONE]\n\n")

    def _plain(self, record: dict[str, Any]) -> None:
        body = json.dumps(record).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is said."""


class _Server(ThreadingHTTPServer):
    """Says nothing of those who hang up before the end; with `[DONE]` still to come everybody does."""

    def handle_error(self, *about: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*about)


class ModelServer:
    """That server, which can be stopped and started again at the same port."""

    def __init__(self, *, piece_s: float = Standin.piece_s) -> None:
        self.port = free_port()
        self._handler = type("Paced", (Standin,), {"piece_s": piece_s})
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """As `OPENAI_BASE_URL`."""
        return f"http://127.0.0.1:{self.port}/v1"

    def start(self) -> None:
        """Answer from now on."""
        self._server = _Server(("127.0.0.1", self.port), self._handler)
        self._server.daemon_threads, self._server.block_on_close = True, False
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()

    def stop(self) -> None:
        """Be gone: new connections are refused."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


@contextmanager
def model_server(*, piece_s: float = Standin.piece_s) -> Iterator[ModelServer]:
    """It, while the context lasts; `piece_s` is the time between two pieces of its text."""
    server = ModelServer(piece_s=piece_s)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder with a short path: sockets lie in it."""
    with tempfile.TemporaryDirectory(prefix="ld-", dir="/tmp", ignore_cleanup_errors=True) as made:
        yield Path(made)
