"""The routes under `/v1`: from a request to OpenAI's objects and back.

They are given to the page's own server as Starlette routes, which come before Gradio's.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from solver.telling import Teller
from ui.handlers import Services
from ui.v1.asked import ApiError, Asked, asked, unknown_model
from ui.v1.cutting import Cutter, count
from ui.v1.entrance import Entrance, json_of
from ui.v1.job import Gone, Job
from ui.v1.streaming import JobStream


def routes(services: Services, entrance: Entrance) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""

    async def models(request: Request) -> Response:
        return JSONResponse({"object": "list", "data": [_model(name) for name in services.models()]})

    async def model(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in services.models():
            raise unknown_model(name, services.models())
        return JSONResponse(_model(name))

    async def completions(request: Request) -> Response:
        wish = asked(await json_of(request), services.models(), services.strategies())
        await entrance.heed_class(services.store, request, wish.problem.language)
        job = Job(services, entrance.places, wish, request.is_disconnected)
        streams = False
        try:
            await job.begin()
            if wish.stream:
                streams = True
                return JobStream(job, _chunks(job, wish))
            return JSONResponse(await _completion(job, wish))
        except Gone:
            return Response(status_code=499)  # nobody reads it
        finally:
            if not streams:
                job.leave()

    return [
        entrance.route("/v1/models", models, "GET"),
        entrance.route("/v1/models/{name:path}", model, "GET"),
        entrance.route("/v1/chat/completions", completions, "POST", solves=True),
    ]


def _model(name: str) -> dict[str, Any]:
    return {"id": name, "object": "model", "created": 0, "owned_by": "stepwise"}


def _usage(wish: Asked, teller: Teller, text: str) -> dict[str, int]:
    """Tokens of the problem and of the solution, as `cutting.count` estimates them; what a language model says that it wrote, exactly."""
    prompt, written = count(wish.problem.text), teller.tokens or count(text)
    return {"prompt_tokens": prompt, "completion_tokens": written, "total_tokens": prompt + written}


def _failed(teller: Teller) -> ApiError | None:
    """The error of a solution that did not come about for the server's reasons; a problem that was not read is none."""
    if teller.failure is None or teller.answer is not None:
        return None
    unavailable = teller.failure.code in ("model-unavailable", "kernel-unavailable", "closing")
    if unavailable or teller.failure.code == "failed":
        return ApiError(teller.failure.message, status=503 if unavailable else 500, code=teller.failure.code)
    return None


async def _completion(job: Job, wish: Asked) -> dict[str, Any]:
    teller, cutter = Teller(wish.problem.language), _cutter(wish)
    async with aclosing(job.batches()) as batches:
        async for batch in batches:
            cutter.take(teller.tell(batch))
            if cutter.finish:
                break
    cutter.rest()
    if (error := _failed(teller)) is not None:
        raise error
    message = {"role": "assistant", "content": cutter.text}
    finish = cutter.finish or teller.finish
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    return {
        **_frame(wish, "chat.completion"),
        "choices": [choice],
        "usage": _usage(wish, teller, cutter.text),
        "stepwise": {"answer": teller.answer, "checked": teller.verdict},
    }


async def _chunks(job: Job, wish: Asked) -> AsyncGenerator[str]:
    teller, cutter = Teller(wish.problem.language), _cutter(wish)
    frame = _frame(wish, "chat.completion.chunk")

    def chunk(delta: dict[str, str], finish: str | None = None) -> str:
        return _sent(
            {**frame, "choices": [{"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}]}
        )

    yield chunk({"role": "assistant", "content": ""})
    try:
        async with aclosing(job.batches()) as batches:
            async for batch in batches:
                text = cutter.take(teller.tell(batch))
                yield chunk({"content": text}) if text else ": still working\n\n"
                if cutter.finish:
                    break
    except Gone:
        return
    if text := cutter.rest():
        yield chunk({"content": text})
    if (error := _failed(teller)) is not None:
        yield _sent(error.body())
    else:
        yield chunk({}, cutter.finish or teller.finish)
        if wish.with_usage:
            yield _sent({**frame, "choices": [], "usage": _usage(wish, teller, cutter.text)})
    yield "data: [DONE]\n\n"


def _cutter(wish: Asked) -> Cutter:
    return Cutter(stop=wish.stop, max_tokens=wish.max_tokens)


def _frame(wish: Asked, kind: str) -> dict[str, Any]:
    number = f"chatcmpl-{secrets.token_hex(12)}"
    return {"id": number, "object": kind, "created": int(time.time()), "model": wish.model}


def _sent(value: dict[str, Any]) -> str:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"
