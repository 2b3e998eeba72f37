"""Solve, let the model verify its own answer by code, and revise what does not hold (CSV, GPT-4 Code Interpreter).

Its own verdict proves nothing: it is told as a check that is open, or refuted where it says False to the end.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final, Literal, TypeAlias

from solver.agent.attempt import Stuck, said_in
from solver.agent.work import Work
from solver.events import Check, Event
from solver.sentences import say

REVISIONS: Final = 2
Word: TypeAlias = Literal["true", "false", "uncertain"]
_VERDICT: Final = re.compile(
    r"(?:verification|verdict|验证结果|验证|结论)(?:\\boxed|\\text|\W){0,14}?(true|false|uncertain|正确|错误|不确定)",
    re.IGNORECASE,
)
_LINE: Final = re.compile(r"^\W*(true|false|uncertain|正确|错误|不确定)\W*$", re.IGNORECASE | re.MULTILINE)
_MEANS: Final[dict[str, Word]] = {
    "true": "true", "false": "false", "uncertain": "uncertain",
    "正确": "true", "错误": "false", "不确定": "uncertain",
}  # fmt: skip


async def solve(work: Work) -> AsyncGenerator[Event]:
    """Rounds as usual, then the verification, then at most `REVISIONS` revisions, each verified again."""
    attempt, language = work.begin(), work.problem.language
    async with aclosing(attempt.go_on()) as events:
        async for event in events:
            yield event
    for revisions in range(REVISIONS + 1):
        if not (answer := attempt.answer):
            return
        yield attempt.instruct("verify")
        begun = len(attempt.events)
        work.evidence = tuple(attempt.events)  # what the verification prints is not the answer
        try:
            async with aclosing(attempt.go_on(box=False)) as events:
                async for event in events:
                    yield event
        except Stuck:  # the answer stands, unverified
            pass
        word = verdict_in(said_in(attempt.events[begun:]))
        if attempt.answer and attempt.answer.removeprefix(r"\text{").rstrip("}").lower() in _MEANS:
            yield attempt.tell(f"\n{say('answer-stands', language, answer=answer)}\n")  # it boxed its verdict
        if word != "false" or revisions == REVISIONS:
            claim = say("unchecked-kind", language, answer=attempt.answer or answer)
            yield Check(claim, "refuted" if word == "false" else "unknown", say(f"verified-{word}", language))
            return
        yield attempt.instruct("revise")
        async with aclosing(attempt.go_on()) as events:
            async for event in events:
                yield event


def verdict_in(prose: str) -> Word:
    """What a verification came to; "uncertain" where it does not say.

    >>> verdict_in("Both sides are 4.\\nVerification: **True**"), verdict_in("验证结果：错误"), verdict_in("It is not true.")
    ('true', 'false', 'uncertain')
    """
    found = _VERDICT.findall(prose) or _LINE.findall(prose)
    return _MEANS[found[-1].lower()] if found else "uncertain"
