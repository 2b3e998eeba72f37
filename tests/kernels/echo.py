"""The smallest true `Kernel`, for tests of what stands above kernels."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from solver.events import Figure, Output


class EchoKernel:
    """Prints every cell instead of running it; a cell that begins with `raise` is its own error."""

    async def run(
        self, part: int, source: str, *, timeout_s: float, turn: object = None
    ) -> AsyncGenerator[Output | Figure]:
        yield Output(part, "error" if source.startswith("raise") else "stdout", source)

    async def close(self) -> None:
        pass
