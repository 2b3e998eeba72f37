"""Whether answers are right, within a time limit that holds: the one door of the package to grading.

The comparing itself (`options`, `comparing`) runs in a process of its own, because sympy and math-verify can hang and only
a process can be stopped; math-verify's own limit is a signal, which works in no thread.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evaluation.grader.values import Equality

ROOT: Final = Path(__file__).resolve().parents[1]
TIMEOUT_S: Final = 8.0
START_S: Final = 60.0
"""For the process to come up; sympy takes seconds to load, on a busy machine many."""
COMMAND: Final = (sys.executable, "-m", "evaluation.grader.judging")
_ORDER: Final = re.compile(
    r"\b(?:sort|order(?!ed\s+(?:pairs?|triples?|tuples?))|arrange|rank|list\b.*\border(?!ed\s+(?:pairs?|triples?|tuples?)))|ascending|descending|increasing|decreasing|smallest to|largest to"
    r"|respectively|从小到大|从大到小|由小到大|由大到小|排列|排序|依次|分别|各是?多少",
    re.IGNORECASE,
)


def asks_for_order(question: str) -> bool:
    """Whether a list that answers this question must come in one order.

    >>> asks_for_order("Sort 3, 1, 2."), asks_for_order("Solve x^2 = 4."), asks_for_order("长和宽分别是多少？")
    (True, False, True)
    """
    return bool(_ORDER.search(question))


class Judge:
    """One grading process (`command`), started when it is first needed. Ask one thing at a time; close it in the end.

    One that does not come up within `start_s` is ended, and so is one that is silent for `timeout_s`; the next question starts another.
    """

    def __init__(
        self, *, timeout_s: float = TIMEOUT_S, start_s: float = START_S, command: Sequence[str] = COMMAND
    ) -> None:
        self._timeout_s, self._start_s, self._command = timeout_s, start_s, tuple(command)
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def grade(
        self, answer: str, reference: str, *, choices: Sequence[str] | None = None, ordered: bool = False
    ) -> Equality:
        """equal, different, or undecided: unreadable, or not decided within the time limit."""
        if not choices and answer.strip() == reference.strip() != "":
            return "equal"
        asked = {
            "answer": answer,
            "reference": reference,
            "choices": list(choices) if choices else None,
            "ordered": ordered,
        }
        async with self._turn:
            try:
                async with asyncio.timeout(self._start_s):
                    process = await self._ready()
                assert process.stdin is not None
                process.stdin.write(json.dumps(asked).encode() + b"\n")
                async with asyncio.timeout(self._timeout_s):
                    await process.stdin.drain()
                    verdict: Equality = (await self._line(process))["verdict"]
                return verdict
            except (TimeoutError, BrokenPipeError, ConnectionResetError, EOFError):
                await self._end()
                return "undecided"
            except BaseException:  # cancelled in the middle: the next answer would be this one's
                await self._end()
                raise

    async def _ready(self) -> asyncio.subprocess.Process:
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
                cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"},
            )  # fmt: skip
            await self._line(self._process)
        return self._process

    @staticmethod
    async def _line(process: asyncio.subprocess.Process) -> dict[str, Equality]:
        assert process.stdout is not None
        line = await process.stdout.readline()
        if not line:
            raise EOFError
        answer: dict[str, Equality] = json.loads(line)
        return answer

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def close(self) -> None:
        """End the process."""
        await self._end()
