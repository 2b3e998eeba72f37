"""A real Kernel Gateway for tests, as `deploy/gateway` makes it, and a wire to it that can be cut."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy" / "gateway"
OTHERS = "python3"
"""A kernelspec as somebody else's gateway has it; our prelude comes as a cell."""
TOKEN = "a-token-of-the-gateway"
START_S = 100

needs_gateway = pytest.mark.skipif(
    importlib.util.find_spec("kernel_gateway") is None,
    reason="jupyter_kernel_gateway is not installed (requirements-dev.txt)",
)

everywhere = pytest.mark.parametrize(
    "place", ["here", pytest.param("stepwise", marks=needs_gateway)], indirect=True, scope="session"
)
"""For tests of any kernel: of this machine, and of a gateway that is ours."""
anywhere = pytest.mark.parametrize(
    "place",
    ["here", *(pytest.param(name, marks=needs_gateway) for name in ("stepwise", OTHERS))],
    indirect=True, scope="session",
)  # fmt: skip
"""For tests of what our prelude shapes: also of a gateway that is somebody else's."""
drawn = pytest.mark.parametrize(
    "place",
    [
        "here",
        pytest.param("stepwise", marks=[needs_gateway, pytest.mark.wide(only=True)]),
        pytest.param(OTHERS, marks=needs_gateway),
    ],
    indirect=True,
    scope="session",
)
"""The same for figures, of which our own gateway's kernels make the same as those of this machine."""


class GatewayServer:
    """The gateway's process; it can be stopped and started again at the same address."""

    def __init__(self, **environment: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = tempfile.TemporaryDirectory()  # where kernels that nobody confines write their files

    def start(self) -> Self:
        environment = {
            **os.environ, "KG_AUTH_TOKEN": TOKEN, "KG_LIST_KERNELS": "True", "KG_IP": "127.0.0.1",
            "JUPYTER_PATH": str(FOLDER), "PYTHONPATH": str(ROOT), **self._environment,
        }  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kernel_gateway",
             f"--config={FOLDER / 'jupyter_kernel_gateway_config.py'}",
             f"--KernelGatewayApp.port={self.port}", "--KernelGatewayApp.port_retries=0"],
            cwd=self._folder.name, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + START_S
        while time.monotonic() < end:
            assert self._process.poll() is None, "the gateway ended"
            with contextlib.suppress(OSError):
                self.get("kernelspecs")
                return self
            time.sleep(0.2)
        raise AssertionError("the gateway did not start")

    def stop(self) -> None:
        """As a power cut."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def get(self, path: str) -> Any:
        asked = urllib.request.Request(f"{self.url}/api/{path}", headers={"Authorization": f"token {TOKEN}"})
        with urllib.request.urlopen(asked, timeout=5) as answer:
            return json.load(answer)

    def kernels(self) -> set[str]:
        return {found["id"] for found in self.get("kernels")}


@contextlib.contextmanager
def running(**environment: str) -> Iterator[GatewayServer]:
    server = GatewayServer(**environment).start()
    try:
        yield server
    finally:
        server.stop()


class Wire:
    """A TCP proxy in the tests' own loop. `cut` hangs up what there is, and refuses what comes while `down`.

    What websockets say is lost while `deaf` (to the gateway) or `mute` (from it). The next `failures` starts of kernels are answered with 500.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.down = self.deaf = self.mute = False
        self.failures = 0
        self.heard = bytearray()
        """All that was sent to the gateway."""

    async def open(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def cut(self, *, down: bool = False) -> None:
        self.down, self.deaf, self.mute = down, False, False
        for writer in self._writers:
            writer.transport.abort()

    async def close(self) -> None:
        self.cut(down=True)
        assert self._server is not None
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.down:
            writer.transport.abort()
            return
        head = b""
        if self.failures:
            head = await reader.readuntil(b"\r\n\r\n")
            if head.startswith(b"POST /api/kernels "):
                self.failures -= 1
                writer.write(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")
                writer.close()
                return
        there, back = await asyncio.open_connection("127.0.0.1", self._target)
        back.write(head)
        self._writers |= {writer, back}
        upgraded: list[bool] = []
        await asyncio.gather(
            self._pass_on(reader, back, upgraded, heard=True),
            self._pass_on(there, writer, upgraded, heard=False),
        )
        self._writers -= {writer, back}

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, upgraded: list[bool], *, heard: bool
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(1 << 16):
                if heard:
                    self.heard += data
                if not (upgraded and (self.deaf if heard else self.mute)):
                    writer.write(data)
                    await writer.drain()
                if b"Upgrade: websocket" in data:
                    upgraded.append(True)
        writer.close()
