"""One program whose output is the answer; reasoning where it fails (the hybrid decoding of MAmmoTH)."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

from solver.agent.attempt import Attempt, Stuck
from solver.agent.honesty import Evidence
from solver.agent.work import Work
from solver.events import Event
from solver.sentences import say

_LABEL: Final = re.compile(r"^[^=:：]{0,60}(?:(?<![<>!=])=(?!=)|[:：])\s*")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


async def solve(work: Work) -> AsyncGenerator[Event]:
    """A program and what it prints; a model that answers in words instead is taken at them."""
    attempt = work.begin("program")
    try:
        async with aclosing(attempt.go_on(box=False, cells=1)) as events:
            async for event in events:
                yield event
    except Stuck:  # it wrote no program, again and again
        pass
    if attempt.answer:
        return
    value = await _value(work, attempt)
    if value is not None:
        yield attempt.tell(f"\n{say('program-answer', work.problem.language, answer=value)}\n")
        return
    yield attempt.instruct("reason-instead")
    async with aclosing(attempt.go_on(code=False)) as events:
        async for event in events:
            yield event


async def _value(work: Work, attempt: Attempt) -> str | None:
    """What the last program printed, as LaTeX."""
    printed = Evidence(attempt.events).last
    if printed is None:
        return None
    for text in dict.fromkeys((printed, _LABEL.sub("", printed).strip())):
        if _NUMBER.fullmatch(text):
            return text
        if work.checker and (value := await work.checker.exact(text)):
            return value
    return None
