"""What tests of pictures share: a formula reader with random weights, a server that answers about pictures, and pictures themselves."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from solver.ocr.tesseract_run import languages

ROOT = Path(__file__).parents[2]
with_words = pytest.mark.skipif(
    not {"eng", "chi_sim"} <= languages(),
    reason="Tesseract is not installed (apt-get install tesseract-ocr tesseract-ocr-chi-sim)",
)


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a checkpoint of pix2tex's own shape and random numbers; made by a process of its own, 120 MB."""
    folder = tmp_path_factory.mktemp("weights")
    subprocess.run(
        [sys.executable, "-m", "tests.ocr.random_weights", str(folder)], cwd=ROOT, check=True, timeout=100
    )
    return folder


@dataclass
class VisionServer:
    """An OpenAI-compatible server that says one prepared thing; `asked` is what came."""

    answer: str = ""
    status: int = 200
    error: str = ""
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def vision() -> Iterator[VisionServer]:
    """A running server on this machine."""
    state = VisionServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            message = {"role": "assistant", "content": state.answer}
            body: dict[str, Any] = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
            body["choices"] = [{"index": 0, "message": message, "finish_reason": "stop"}]
            if state.status != 200:
                body = {"error": {"message": state.error}}
            data = json.dumps(body).encode()
            self.send_response(state.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()
