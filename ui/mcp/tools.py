"""What the tools do. Knows nothing of the library: it gets arguments that fit the schema, and a way to say how far it is."""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from starlette.requests import Request

from solver.errors import SolverError
from solver.events import Event, Failure, Figure, encode
from solver.telling import Teller
from solver.tutor import worked
from ui import native
from ui.following import guarded
from ui.handlers import Services
from ui.i18n import say
from ui.v1.asked import ApiError, Asked
from ui.v1.entrance import Entrance
from ui.v1.job import Job

Told: TypeAlias = Callable[[str], Awaitable[None]]
"""Takes what is told of progress."""
PICTURE_PART: Final = 9000
log = logging.getLogger("stepwise")


class Refused(Exception):
    """The tool cannot answer; the text says why."""


@dataclass(frozen=True)
class Result:
    """What fits the tool's output, and pictures beside it."""

    value: dict[str, Any]
    figures: tuple[Figure, ...] = field(default=())


class Tools:
    """Of one server."""

    def __init__(self, services: Services, entrance: Entrance) -> None:
        self._services, self._entrance = services, entrance
        self.names: Mapping[str, Callable[[Asked, dict[str, Any], Told], Awaitable[Result]]] = {
            "solve": self._solve, "check_work": self._check_work, "hint": self._hint, "plot": self._plot,
        }  # fmt: skip

    async def call(self, name: str, arguments: dict[str, Any], request: Request, told: Told) -> Result:
        """Run a tool for whoever sent the request.

        Raises:
            Refused: it cannot be answered, or may not be now; a bug is logged under the number that is told.
        """
        try:
            self._entrance.admit(request, solves=True, own_page=False)
            asked = native.wish(
                {key: arguments[key] for key in arguments if key in native.WISHES}, self._services
            )
            await self._entrance.heed_class(self._services.store, request, asked.problem.language)
            return await self.names[name](asked, arguments, told)
        except (ApiError, SolverError) as error:
            raise Refused(str(error)) from error
        except Exception as error:
            number = secrets.token_hex(4)
            log.exception("error %s", number)
            raise Refused(say(str(arguments.get("language", "en")), "failure.bug", id=number)) from error

    async def _solve(self, asked: Asked, _: dict[str, Any], told: Told) -> Result:
        teller, text = Teller(asked.problem.language), ""
        async with self._job(asked) as job, aclosing(job.batches()) as batches:
            async for batch in batches:
                text += teller.tell(batch)
                for event in batch:
                    if not isinstance(event, Figure):  # its bytes are no news for a line of progress
                        await told(encode(event))
        why = teller.failure.message if teller.failure is not None and teller.answer is None else None
        return Result({"answer": teller.answer, "checked": teller.verdict, "solution": text, "why": why})

    async def _check_work(self, asked: Asked, arguments: dict[str, Any], _: Told) -> Result:
        lines: list[str] = arguments["lines"]
        async with self._job(asked):  # a place, as a problem has one
            found = await self._services.check_work(asked.problem, lines)
        return Result(
            {
                "lines": [
                    {
                        "line": line, "verdict": one.verdict, "why": one.why, "slip": one.slip,
                        "follows_wrong": one.follows_wrong,
                    }
                    for line, one in zip(lines, found, strict=False)
                ]
            }
        )  # fmt: skip

    async def _hint(self, asked: Asked, arguments: dict[str, Any], told: Told) -> Result:
        """Nothing of the solution is told on the way: it would be no hint."""
        async with self._job(asked) as job:
            events = await _privately(job, told)
            solution = worked(events)
            if solution is None or solution.verdict == "refuted":
                return Result({"hints": [], "more": False, "why": _why(events)})
            found = await job.session.ladder(asked.problem, solution, model=asked.model)
        if found is None:
            return Result({"hints": [], "more": False, "why": None})
        rungs = [rung for rung in found.ladder.rungs if rung.kind != "reveal"]
        step = int(arguments.get("step", 1))
        shown = [{"kind": rung.kind, "text": rung.text} for rung in rungs[:step]]
        return Result({"hints": shown, "more": step < len(rungs), "why": None})

    async def _plot(self, asked: Asked, _: dict[str, Any], told: Told) -> Result:
        """Those of the solution; where it has none, what the problem gives."""
        async with self._job(asked) as job:
            events = await _privately(job, told)
            figures = [event for event in events if isinstance(event, Figure)]
            solution = worked(events)
            if not figures and solution is not None:
                found = await job.session.ladder(asked.problem, solution, model="builtin")
                if found is not None and found.picture is not None:
                    cell = job.session.run_cell(PICTURE_PART, found.picture, asked.problem.language)
                    async with aclosing(guarded(cell, asked.problem.language, "cell")) as drawn:
                        figures = [event async for event in drawn if isinstance(event, Figure)]
        why = None if figures else _why(events)
        return Result(
            {"plots": [{"alt": one.alt, "mime": one.mime} for one in figures], "why": why}, tuple(figures)
        )

    @asynccontextmanager
    async def _job(self, asked: Asked) -> AsyncGenerator[Job]:
        """A place and a session, given back however the call ends: who goes away cancels it."""

        async def gone() -> bool:
            return False

        job = Job(self._services, self._entrance.places, asked, gone)
        try:
            await job.begin()
            yield job
        finally:
            job.leave()


async def _privately(job: Job, told: Told) -> list[Event]:
    events: list[Event] = []
    async with aclosing(job.batches()) as batches:
        async for batch in batches:
            events += batch
            await told("")
    return events


def _why(events: list[Event]) -> str | None:
    return next((event.message for event in events if isinstance(event, Failure)), None)
