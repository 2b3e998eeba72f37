"""One problem from its question to its row, through whoever solves it as a student's problem is solved."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Final, Protocol

from evaluation.grading import Judge
from evaluation.rows import Checked, Outcome, Record, Row
from evaluation.verdicts import UNDECIDED, grade
from solver.errors import SolverError
from solver.events import Answer, Check, Done, Event, Failure, Output, Usage
from solver.intake import language_of
from solver.ports import Language, Problem

LIMIT_S: Final = 20.0
MODEL_LIMIT_S: Final = 600.0
"""For a language model, which writes for minutes."""
TIME_LIMIT: Final = "time-limit"


class Student(Protocol):
    """Who asks: a `solver.Session`, or a test's stand-in."""

    def solve(
        self,
        problem: Problem,
        *,
        model: str = ...,
        strategy: str | None = ...,
        samples: int | None = ...,
        seed: int | None = ...,
    ) -> AsyncGenerator[Event]: ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Way:
    """Who solves the problems and how; what is None is as the settings say.

    >>> str(Way()), str(Way("openai:qwen3", "vote", 8))
    ('builtin', 'openai:qwen3, vote, 8 samples')
    """

    model: str = "builtin"
    strategy: str | None = None
    samples: int | None = None
    seed: int | None = None
    limit_s: float = LIMIT_S

    def __str__(self) -> str:
        samples = f"{self.samples} samples" if self.samples else None
        return ", ".join(filter(None, (self.model, self.strategy, samples)))


@dataclass(frozen=True, slots=True)
class Solved:
    """What became of a problem, and its stream as far as it came."""

    row: Row
    events: tuple[Event, ...]


async def solve(student: Student, judge: Judge, record: Record, way: Way) -> Solved:
    """Solve and grade. What was answered within the limit counts, also if the check was not done; only grading is not timed."""
    began, events, broken = time.perf_counter(), list[Event](), ""
    language: Language = "zh" if (record.language or language_of(record.question)) == "zh" else "en"
    solving = student.solve(
        Problem(posed(record, way.model), language),
        model=way.model,
        strategy=way.strategy,
        samples=way.samples,
        seed=way.seed,
    )
    try:
        async with asyncio.timeout(way.limit_s), aclosing(solving):
            async for event in solving:
                events.append(event)
    except TimeoutError:
        broken = f"{TIME_LIMIT}: no end within {way.limit_s:g} s"
    except (SolverError, OSError) as error:
        broken = f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - began
    return Solved(await _row(judge, record, events, broken, seconds, language), tuple(events))


def posed(record: Record, model: str) -> str:
    """The question as it is asked. A language model is told the options; the built-in tutor needs none, for values are graded, too.

    >>> posed(Record("a", "toy", "1+1 is", "B", ("1", "2")), "openai:m")
    '1+1 is\\n(A) 1\\n(B) 2'
    """
    if not record.choices or model == "builtin":
        return record.question
    options = [f"({letter}) {text}" for letter, text in zip(ascii_uppercase, record.choices, strict=False)]
    return "\n".join([record.question, *options])


async def _row(
    judge: Judge, record: Record, events: list[Event], broken: str, seconds: float, language: Language
) -> Row:
    answer = next((e.latex for e in reversed(events) if isinstance(e, Answer)), "")
    ended = next((e.reason for e in reversed(events) if isinstance(e, Done)), "")
    checked: Checked = next((e.verdict for e in reversed(events) if isinstance(e, Check)), "unknown")
    why = [f"{e.code}: {e.message}" for e in events if isinstance(e, Failure)] + [broken] * bool(broken)
    graded = await grade(judge, record, answer) if answer else None
    verdict: Outcome = "failed" if broken or ended in ("failed", "") else "declined"
    if graded is not None and not graded.decided:
        why.append(UNDECIDED)
    outputs = [e for e in events if isinstance(e, Output)]
    tokens = [e.tokens for e in events if isinstance(e, Usage)]
    return Row(
        id=record.id,
        dataset=record.dataset,
        subject=record.subject,
        level=record.level,
        language=language,
        answer=answer,
        reference=record.answer,
        verdict=graded.verdict if graded else verdict,
        form=graded.form if graded else "",
        exact=graded.exact if graded else None,
        checked=checked,
        seconds=round(seconds, 3),
        cells=len({e.part for e in outputs}),
        errors=len({e.part for e in outputs if e.stream == "error"}),
        tokens=sum(tokens) if tokens else None,
        note=" | ".join(why)[:500],
    )
