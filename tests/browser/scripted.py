"""The smallest true implementation of the session API: it plays scripts, with a real namespace for cells.

Problems choose the script: "slow" streams until stopped, "fail" raises, "decline" declines, "wrong" is refuted,
"think" has thoughts, "load" waits for its model, "xss" has hostile text everywhere, anything else is a vertex problem. Run as a program it
serves the real page with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import sys
import traceback
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Figure,
    Instruction,
    Methods,
    Output,
    Reasoning,
    Waiting,
)
from solver.ports import Language, Problem
from tests.browser.homework import HomeworkReader

HOSTILE = (
    '<script>window.hacked=1</script><img src=x onerror="window.hacked=1">[x](javascript:window.hacked=1)'
)
EN = (
    "**1. Complete the square.** Half of \\(-4\\) is \\(-2\\), and \\((-2)^2 = 4\\):\n\n"
    "\\[ x^2 - 4x + 3 = (x^2 - 4x + 4) - 1 = (x-2)^2 - 1 \\]\n\n"
    "**2. Read off the vertex.** A square is never negative, so \\((x-2)^2\\) is least, namely \\(0\\), when "
    "\\(x = 2\\). There \\(y = -1\\).\n\nThe computer confirms it:\n"
)
ZH = (
    "**1. 配方。** \\(-4\\) 的一半是 \\(-2\\)，\\((-2)^2 = 4\\)，所以\n\n"
    "\\[ x^2 - 4x + 3 = (x^2 - 4x + 4) - 1 = (x-2)^2 - 1 \\]\n\n"
    "**2. 读出顶点。** 平方不会是负数，所以当 \\(x = 2\\) 时 \\((x-2)^2\\) 最小，等于 \\(0\\)，这时 \\(y = -1\\)。\n\n"
    "用计算机验证：\n"
)
CELL = (
    'from sympy import symbols, solve, diff, latex\n\nx = symbols("x", real=True)\ny = x**2 - 4*x + 3\n'
    "# the slope is zero at the vertex\nroot = solve(diff(y, x), x)[0]\n(root, y.subs(x, root))"
)
PLOT = "import matplotlib.pyplot as plt\n\nplot_parabola(y, vertex=(2, -1))\n"
CHECK = "bool(diff(y, x).subs(x, 2) == 0)"


def picture() -> bytes:
    """A real plot, made once."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    figure, axes = plt.subplots(figsize=(6.4, 3.6), dpi=110)
    x = np.linspace(-1, 5, 200)
    axes.plot(x, x**2 - 4 * x + 3, color="#2f4fa8")
    axes.plot([2], [-1], "o", color="#a3231d")
    axes.axhline(0, color="#999999", lw=0.8)
    axes.grid(alpha=0.25)
    axes.annotate("(2, -1)", (2, -1), (2.2, -0.6))
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", bbox_inches="tight")
    plt.close(figure)
    return buffer.getvalue()


PICTURE: list[bytes] = []


class ScriptedSession:
    """Plays a script; cells run in a namespace that lives as long as the session."""

    def __init__(self, services: ScriptedServices) -> None:
        self.services = services
        self.names: dict[str, object] = {}

    async def _say(self, part: int, text: str) -> AsyncGenerator[Event]:
        for start in range(0, len(text), 12):
            await asyncio.sleep(self.services.pause_s)
            yield Reasoning(part, text[start : start + 12])

    async def _cell(self, part: int, source: str) -> AsyncGenerator[Event]:
        for start in range(0, len(source), 16):
            await asyncio.sleep(self.services.pause_s)
            yield Code(part, source[start : start + 16])

    async def solve(
        self, problem: Problem, *, model: str = "builtin", strategy: str | None = None
    ) -> AsyncGenerator[Event]:
        self.services.running += 1
        self.services.asked.append((model, strategy))
        try:
            async for event in self._script(problem):
                yield event
        finally:
            self.services.running -= 1

    async def _script(self, problem: Problem) -> AsyncGenerator[Event]:
        text, zh = problem.text, problem.language == "zh"
        if not text.strip():
            yield Failure("empty", "Nothing to solve.")
            yield Done("failed")
        elif "decline" in text:
            yield Failure("declined", "I can't read this part: “frobnicate the moon”.")
            yield Done("failed")
        elif "fail" in text:
            yield Reasoning(0, "Let us see.")
            raise RuntimeError("a bug of the script")
        elif "slow" in text:
            for count in range(10_000):
                await asyncio.sleep(0.05)
                yield Reasoning(0, f"word{count} \\(x_{{{count}}}\\) ")
        elif "silent" in text:
            yield Code(1, "while True: pass")
            await asyncio.sleep(600)
        elif "load" in text:
            for percent in (10, 40):
                yield Waiting(f"The model is being loaded. {percent}%", percent / 100)
                await asyncio.sleep(1.5)
            yield Reasoning(0, "Let me see.\n")
            yield Instruction("Give the final answer now.")
            yield Reasoning(1, "\\boxed{2}")
            yield Answer("2")
            yield Done("answered")
        elif "xss" in text:
            async for event in self._hostile():
                yield event
        else:
            async for event in self._vertex(text, zh):
                yield event

    async def _vertex(self, text: str, zh: bool) -> AsyncGenerator[Event]:
        if "think" in text:
            async for event in self._say(
                0,
                "<think>The student wants a vertex. Complete the square, then check.\n\nOr use \\(-b/2a\\).</think>",
            ):
                yield event
        async for event in self._say(0, ZH if zh else EN):
            yield event
        async for event in self._cell(1, CELL):
            yield event
        await asyncio.sleep(self.services.pause_s * 20)
        if "error" in text:
            yield Output(1, "stdout", "trying…\n")
            yield Output(
                1,
                "error",
                'Traceback (most recent call last):\n  File "<cell>", line 1\nZeroDivisionError: division by zero',
            )
        yield Output(1, "result", "(2, -1)", "\\left( 2, \\  -1\\right)")
        async for event in self._say(2, "画出图像：" if zh else "Here is the graph."):
            yield event
        async for event in self._cell(3, PLOT):
            yield event
        yield Figure(
            3,
            "image/png",
            PICTURE[0],
            "抛物线，顶点 (2, -1)" if zh else "A parabola opening upwards, vertex at (2, -1)",
        )
        yield Answer("\\left(2, -1\\right)")
        if "unchecked" not in text:
            async for event in self._cell(4, CHECK):
                yield event
            yield Output(4, "result", "True", "\\text{True}")
            verdict = "refuted" if "wrong" in text else "proved"
            if zh:
                yield Check("在 \\(x = 2\\) 处导数为 0。", verdict, "求导后代入")  # type: ignore[arg-type]
            else:
                yield Check("The derivative is 0 at \\(x = 2\\).", verdict, "differentiated and substituted")  # type: ignore[arg-type]
        if "ways" in text:
            yield Methods(("completing-the-square", "formula", "derivative"), "completing-the-square")
        yield Done("answered")

    async def _hostile(self) -> AsyncGenerator[Event]:
        yield Reasoning(0, HOSTILE + " \\(\\href{javascript:window.hacked=1}{x}\\) \\(" + HOSTILE + "\\)")
        yield Code(1, HOSTILE)
        for stream in ("stdout", "stderr", "result", "error"):
            yield Output(1, stream, HOSTILE)  # type: ignore[arg-type]
        yield Output(1, "result", HOSTILE, HOSTILE)
        yield Figure(1, "image/png", PICTURE[0], '"><script>window.hacked=1</script>')
        yield Figure(1, "text/html", HOSTILE.encode(), HOSTILE)
        yield Answer(HOSTILE)
        yield Check(HOSTILE, "unknown", HOSTILE)
        yield Failure("declined", HOSTILE)
        yield Done("failed")

    async def run_cell(self, part: int, source: str, language: Language) -> AsyncGenerator[Event]:
        out = io.StringIO()
        await asyncio.sleep(self.services.pause_s)
        if "sleep" in source:
            await asyncio.sleep(600)
        try:
            with contextlib.redirect_stdout(out):
                exec(source, self.names)  # a test's own text
        except Exception:  # noqa: BLE001  a cell may raise anything
            yield Output(part, "stdout", out.getvalue())
            yield Output(part, "error", traceback.format_exc())
        else:
            yield Output(part, "stdout", out.getvalue())
        yield Done("answered")

    def recall(self, cells: Sequence[str], *, alone: bool = False) -> bool:
        for cell in cells:
            with contextlib.suppress(Exception):
                exec(cell, self.names)  # a test's own text
        return True

    def catch_up(self, cells: Sequence[str]) -> None:
        self.recall(cells)

    async def clear(self) -> None:
        self.names = {}

    async def close(self) -> None:
        self.services.closed += 1


class ScriptedServices:
    """Sessions that play scripts; `pause_s` lies between two deltas. Nothing is kept."""

    store = None

    def __init__(self, pause_s: float = 0.01) -> None:
        self.pause_s = pause_s
        self.running = 0
        self.asked: list[tuple[str, str | None]] = []
        self.closed = 0
        self.started = False
        self.reader = HomeworkReader()

    async def start(self) -> None:
        self.started = True
        PICTURE.append(picture())

    async def close(self) -> None:
        self.started = False

    def models(self) -> tuple[str, ...]:
        return ("builtin", "Qwen3-8B")

    def strategies(self) -> tuple[str, ...]:
        return ("tool-integrated", "vote")

    def session(self) -> ScriptedSession:
        return ScriptedSession(self)

    def ocr(self) -> HomeworkReader:
        return self.reader


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from ui import page

    services = ScriptedServices(float(sys.argv[2]) if len(sys.argv) > 2 else 0.01)
    if len(sys.argv) > 3:  # a folder: then it keeps what it shows
        from solver.store import Store, database_url

        services.store = Store(database_url(Path(sys.argv[3])))  # type: ignore[assignment]
    blocks, handlers = page.build(services)
    blocks.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), **page.options(services, handlers))
