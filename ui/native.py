"""`POST /api/solve`: the typed events of one problem as server-sent events, beside Gradio's own API.

    curl -N localhost:7860/api/solve -d '{"problem": "Solve x^2 - 5x + 6 = 0."}'

Each event is `id: NUMBER` and `data: LINE`, the line being `solver.events.encode`'s; the last one is of the kind "done". Comments
come while nothing else does. A client that goes away stops the solving.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from solver.errors import ProblemRefused
from solver.events import encode
from solver.intake import accept, language_of
from solver.topics.methods import METHODS
from ui.handlers import Services
from ui.v1.asked import ApiError, Asked, unknown_model
from ui.v1.entrance import Entrance, json_of
from ui.v1.job import Gone, Job
from ui.v1.streaming import JobStream

PATH: Final = "/api/solve"
WISHES: Final = ("problem", "language", "model", "strategy", "method")
"""What can be asked for."""


def routes(services: Services, entrance: Entrance) -> list[Route]:
    """The route, for whoever the entrance admits."""

    async def solve(request: Request) -> Response:
        asked = wish(await json_of(request), services)
        await entrance.heed_class(services.store, request, asked.problem.language)
        job = Job(services, entrance.places, asked, request.is_disconnected)
        try:
            await job.begin()
        except Gone:
            job.leave()
            return Response(status_code=499)  # nobody reads it
        except BaseException:
            job.leave()
            raise
        return JobStream(job, _events(job))

    return [entrance.route(PATH, solve, "POST", solves=True)]


async def _events(job: Job) -> AsyncGenerator[bytes]:
    number = 0
    try:
        async with aclosing(job.batches()) as batches:
            async for batch in batches:
                for event in batch:
                    # half a surrogate pair that a cell printed is escaped as JSON escapes it
                    yield f"id: {number}\ndata: {encode(event)}\n\n".encode(errors="backslashreplace")
                    number += 1
                if not batch:
                    yield b": still working\n\n"
    except Gone:
        return


def wish(body: object, services: Services) -> Asked:
    """Read a body that was JSON.

    Raises:
        ApiError: it cannot be answered; the text says why.
    """
    if not isinstance(body, dict):
        raise ApiError("the body must be a JSON object")
    text = _text(body, "problem")
    if text is None:
        raise ApiError("`problem` must be the problem's text", param="problem")
    language = _text(body, "language")
    if language not in (None, "en", "zh"):
        raise ApiError('`language` must be "en" or "zh"', param="language")
    model = _text(body, "model")
    if model is not None and model not in services.models():
        raise unknown_model(model, services.models())
    strategy = _one_of(body, "strategy", services.strategies())
    method = _one_of(body, "method", METHODS)
    try:
        problem = accept(text, language or language_of(text))  # type: ignore[arg-type]  # it is one of the two
    except ProblemRefused as error:
        status = 413 if error.code == "too-long" else 400
        raise ApiError(str(error), status=status, param="problem", code=error.code) from error
    return Asked(replace(problem, method=method), model or services.models()[0], strategy, stream=True)


def _one_of(body: dict[str, Any], name: str, known: Any) -> str | None:
    found = _text(body, name)
    if found is not None and found not in known:
        raise ApiError(f"`{name}` must be one of {', '.join(known)}", param=name)
    return found


def _text(body: dict[str, Any], name: str) -> str | None:
    found = body.get(name)
    if not isinstance(found, str | None):
        raise ApiError(f"`{name}` must be text", param=name)
    try:
        (found or "").encode()
    except UnicodeEncodeError as error:
        raise ApiError(f"`{name}` is not text: half a surrogate pair is in it", param=name) from error
    return found
