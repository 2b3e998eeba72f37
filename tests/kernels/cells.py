"""Running whole cells in tests, and the names of what no kernel may see."""

from __future__ import annotations

from contextlib import aclosing

from solver.events import Figure, Output, Stream
from solver.ports import Kernel

SECRETS = ("HF_TOKEN", "OPENAI_API_KEY", "STEPWISE_TEST_SECRET")


async def run(
    kernel: Kernel, source: str, *, timeout_s: float = 30, turn: object = None
) -> list[Output | Figure]:
    """All events of one cell."""
    async with aclosing(kernel.run(0, source, timeout_s=timeout_s, turn=turn)) as events:
        return [event async for event in events]


def text(events: list[Output | Figure], stream: Stream) -> str:
    """All that came on `stream`."""
    return "".join(e.text for e in events if isinstance(e, Output) and e.stream == stream)


def figures(events: list[Output | Figure]) -> list[Figure]:
    return [e for e in events if isinstance(e, Figure)]
