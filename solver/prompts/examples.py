"""Solved problems that a model is shown first: files of a question, a line, and its solution in the fenced dialect."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from solver.dialects.conversation import Example
from solver.events import Code, Event, Output, Reasoning
from solver.ports import Language
from solver.prompts import written

MAX_EXAMPLES: Final = 3
_RUN: Final = re.compile(r"^```python\n(.*?)^```\n```output\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


@cache
def examples(language: Language, count: int) -> tuple[Example, ...]:
    """The first `count` of them, 0 to `MAX_EXAMPLES`."""
    return tuple(_example(f"solved/{language}-{n}") for n in range(1, min(count, MAX_EXAMPLES) + 1))


def _example(name: str) -> Example:
    question, solution = written(name).split("\n---\n", 1)
    events, pieces = list[Event](), _RUN.split(solution)
    for number, piece in enumerate(pieces):  # prose, source, output, prose, …
        part = number // 3 * 2
        if number % 3 == 0:
            events.append(Reasoning(part, piece))
        elif number % 3 == 1:
            events.append(Code(part + 1, piece))
        else:
            events.append(Output(part + 1, "stdout", piece))
    return Example(question, tuple(events))
