"""Run problems through the whole product, as a student's problem goes, and keep one row of each.

A run can be killed at any moment and resumed: a row is written whole and flushed when its problem is done, and a problem
that has a row is not run again.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from evaluation.grading import Judge, asks_for_order
from evaluation.rows import BadData, Checked, Outcome, Record, Row, load_rows
from solver import Services, load_settings
from solver.errors import SolverError
from solver.events import Answer, Check, Done, Event, Failure
from solver.intake import language_of
from solver.ports import Language, Problem

LIMIT_S: Final = 20.0
MODEL_LIMIT_S: Final = 600.0
"""For a language model, which writes for minutes."""
WARM_S: Final = 120.0
RESULTS: Final = "results.jsonl"
HEADER: Final = "run.json"
GRADE: Final[dict[str, Outcome]] = {"equal": "right", "different": "wrong", "undecided": "wrong"}


class Student(Protocol):
    """Who asks: a `solver.Session`, or a test's stand-in."""

    def solve(
        self, problem: Problem, *, model: str = ..., strategy: str | None = ..., samples: int | None = ...
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

    def __str__(self) -> str:
        samples = f"{self.samples} samples" if self.samples else None
        return ", ".join(filter(None, (self.model, self.strategy, samples)))


BUILTIN: Final = Way()


@dataclass(slots=True)
class _Heard:
    answer: str = ""
    checked: Checked = "unknown"
    failures: list[str] = field(default_factory=list)
    ended: str = ""


async def solve(student: Student, judge: Judge, record: Record, *, way: Way, limit_s: float = LIMIT_S) -> Row:
    """One problem from its question to its row. What was answered within the limit counts, also if the check was not done."""
    began, heard = time.perf_counter(), _Heard()
    language: Language = "zh" if (record.language or language_of(record.question)) == "zh" else "en"
    try:
        async with asyncio.timeout(limit_s):
            await _listen(student, Problem(record.question, language), way, heard)
    except TimeoutError:
        heard.ended = "failed"
        heard.failures.append(f"time-limit: no answer within {limit_s:g} s")
    except (SolverError, OSError) as error:
        heard.ended = "failed"
        heard.failures.append(f"{type(error).__name__}: {error}")
    seconds = time.perf_counter() - began
    verdict, note = await _verdict(judge, record, heard)
    return Row(
        record.id, record.dataset, record.subject, heard.answer, record.answer,
        verdict, heard.checked, round(seconds, 3), note,
    )  # fmt: skip


async def _listen(student: Student, problem: Problem, way: Way, heard: _Heard) -> None:
    solved = student.solve(problem, model=way.model, strategy=way.strategy, samples=way.samples)
    async with aclosing(solved) as events:
        async for event in events:
            match event:
                case Answer(latex):
                    heard.answer = latex
                case Check(_, verdict):
                    heard.checked = verdict
                case Failure(code, message):
                    heard.failures.append(f"{code}: {message}")
                case Done(reason):
                    heard.ended = reason


async def _verdict(judge: Judge, record: Record, heard: _Heard) -> tuple[Outcome, str]:
    why = " | ".join(heard.failures)[:500]
    if not heard.answer:
        return ("failed" if heard.ended in ("failed", "") else "declined"), why
    found = await judge.grade(
        heard.answer, record.answer, choices=record.choices, ordered=asks_for_order(record.question)
    )
    return GRADE[found], "; ".join(
        filter(None, [why, "not decided by the grader" if found == "undecided" else ""])
    )


async def run(
    records: Sequence[Record],
    out: Path,
    students: Callable[[], Student],
    *,
    way: Way = BUILTIN,
    jobs: int = 2,
    resume: bool = False,
    limit_s: float = LIMIT_S,
    command: str = "",
    told: Callable[[Row, int, int], None] = lambda row, done, of: None,
) -> list[Row]:
    """Rows of all the records, those of an earlier run among them where `resume` is given; `told` hears each new one.

    `students` makes who asks, one for each job.

    Raises:
        BadData: `out` holds results already and `resume` is not given, or what it holds is no such run.
        OSError: a row could not be written.
    """
    earlier = _earlier(out, str(way), resume=resume)
    if not earlier:
        _begin(out, header(str(way), command))
    wanted, have = {r.id for r in records}, {r.id for r in earlier}
    rows = [r for r in earlier if r.id in wanted]
    queue = [r for r in reversed(records) if r.id not in have]
    try:
        with (out / RESULTS).open("a", encoding="utf-8") as written:

            async def work() -> None:
                student, judge = students(), Judge()
                try:
                    while queue:
                        row = await solve(student, judge, queue.pop(), way=way, limit_s=limit_s)
                        written.write(row.line())
                        written.flush()
                        rows.append(row)
                        told(row, len(rows), len(records))
                finally:
                    await judge.close()
                    await student.close()

            async with asyncio.TaskGroup() as group:
                for _ in range(min(jobs, len(queue))):
                    group.create_task(work())
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from several
    return rows


@asynccontextmanager
async def product(model: str) -> AsyncIterator[Callable[[], Student]]:
    """Makes sessions of the whole product with that model, which is started and given back around them.

    Raises:
        LookupError: there is no such model.
    """
    services = Services(load_settings().model_copy(update={"model": model}))
    try:
        await services.start()
        await _warm(services.session(), services.settings.reading_workers)
        yield services.session
    finally:
        await services.close()


def _begin(out: Path, head: Mapping[str, str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / HEADER).write_text(json.dumps(head, ensure_ascii=False, indent=1), encoding="utf-8")


async def _warm(student: Student, times: int) -> None:
    """Wait until workers and kernels run: their start is no part of the first problem's time."""
    try:
        async with asyncio.timeout(WARM_S):
            for _ in range(times):
                await _listen(student, Problem("1 + 1", "en"), BUILTIN, _Heard())
    except TimeoutError:
        pass  # then the rows will say so
    finally:
        await student.close()


def _earlier(out: Path, way: str, *, resume: bool) -> list[Row]:
    """The rows that a run goes on from; a row that a crash cut off is taken out of the file."""
    file = out / RESULTS
    if not file.exists():
        return []
    if not resume:
        raise BadData(f"{file} exists; add --resume to go on with it, or choose another --out")
    try:
        before = json.loads((out / HEADER).read_text(encoding="utf-8"))["model"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadData(
            f"{out / HEADER} does not say what the results were made with; choose another --out"
        ) from error
    if before != way:
        raise BadData(f"{out} holds results of the model {before!r}; choose another --out for {way!r}")
    rows = load_rows(file)
    whole = file.with_suffix(".whole")
    whole.write_text("".join(r.line() for r in rows), encoding="utf-8")
    whole.replace(file)
    return rows


def header(way: str, command: str) -> dict[str, str]:
    """What a run was made with: it stands in the report."""
    return {
        "command": command,
        "model": way,
        "date": time.strftime("%Y-%m-%d"),
        "machine": machine(),
        "python": platform.python_version(),
    }


def machine() -> str:
    """This machine in words: system, processors, memory."""
    memory = ""
    with suppress(AttributeError, ValueError, OSError):  # Windows says it another way
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{memory}"
