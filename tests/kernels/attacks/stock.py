"""Kernels as jupyter_client starts and reads them: what the attacks are proved against.

Ordinary ipykernel processes with the server's environment and no limits, read by libzmq and believed in everything.
The folders of IPython and matplotlib are one user's, so all kernels share them, as they do where nobody sees to it.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path
from queue import Empty
from typing import Any, Final

from jupyter_client.manager import AsyncKernelManager

from solver.errors import KernelDied, KernelUnavailable
from solver.events import Figure, Output

START_S: Final = 30.0
GRACE_S: Final = 1.0


class StockPool:
    """Starts a kernel when one is asked for a cell."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="stock-"))
        self._kernels: list[StockKernel] = []
        os.environ["IPYTHONDIR"] = str(self.root / "ipython")  # jupyter_client makes that folder, too

    def kernel(self) -> StockKernel:
        kernel = StockKernel(self.root / f"k-{len(self._kernels)}")
        self._kernels.append(kernel)
        return kernel

    async def close(self) -> None:
        for kernel in self._kernels:
            await kernel.close()
        shutil.rmtree(self.root, ignore_errors=True)


class StockKernel:
    """A session's kernel; has the two methods of `solver.ports.Kernel`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manager: Any = None
        self._client: Any = None

    async def run(
        self, part: int, source: str, *, timeout_s: float, turn: object = None
    ) -> AsyncGenerator[Output | Figure]:
        """One cell, over as soon as the kernel says that it is idle.

        Raises:
            KernelDied: it ended, or could not be interrupted.
            KernelUnavailable: it did not start.
        """
        if self._manager is None:
            await self._start()
        request = self._client.execute(source, allow_stdin=False, stop_on_error=False)
        end, interrupted = time.monotonic() + timeout_s, False
        while True:
            try:
                message = await self._client.get_iopub_msg(timeout=0.2)
            except Empty:
                if not await self._manager.is_alive():
                    raise KernelDied("the kernel ended") from None
                message = None
            except (ValueError, TypeError, RecursionError):  # not signed, or no JSON
                continue
            if time.monotonic() > end:
                if interrupted:
                    await self.close()
                    raise KernelDied("the cell could not be interrupted")
                interrupted, end = True, time.monotonic() + GRACE_S
                await self._manager.interrupt_kernel()
            if message is None or message["parent_header"].get("msg_id") != request:
                continue
            content = message["content"]
            if message["msg_type"] == "status" and content.get("execution_state") == "idle":
                return
            for event in _events(part, message["msg_type"], content):
                yield event

    async def close(self) -> None:
        """End the process and remove its folder. May be called more than once."""
        manager, self._manager = self._manager, None
        if manager is not None:
            self._client.stop_channels()
            await manager.shutdown_kernel(now=True)
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    async def _start(self) -> None:
        folder = self._folder
        for name in ("home", "tmp", "work"):
            (folder / name).mkdir(parents=True, mode=0o700)
        manager: Any = AsyncKernelManager(
            transport="ipc", ip=str(folder / "ipc"), connection_file=str(folder / "connection.json")
        )
        environment = {
            **os.environ,
            "MPLCONFIGDIR": str(folder.parent / "matplotlib"),
            "HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "OPENBLAS_NUM_THREADS": "1",
        }  # fmt: skip
        await manager.start_kernel(cwd=str(folder / "work"), env=environment)
        self._manager, self._client = manager, manager.client()
        self._client.start_channels()
        try:
            await self._client.wait_for_ready(timeout=START_S)
        except RuntimeError as error:
            raise KernelUnavailable("a stock kernel did not start") from error


def _events(part: int, kind: str, content: Mapping[str, Any]) -> list[Output | Figure]:
    """What a trusting reader takes from a message."""
    if kind == "stream":
        return [Output(part, "stdout", str(content.get("text")))]
    if kind == "error":
        return [Output(part, "error", "\n".join(map(str, content.get("traceback", []))))]
    if kind not in ("execute_result", "display_data"):
        return []
    data = content.get("data", {})
    found: list[Output | Figure] = [
        Output(part, "result", data.get("text/plain", ""), data.get("text/latex"))
    ]
    if "image/png" in data:
        with contextlib.suppress(binascii.Error, ValueError):
            found.append(Figure(part, "image/png", base64.b64decode(data["image/png"]), ""))
    return found
