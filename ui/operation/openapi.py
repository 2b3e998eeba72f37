"""`/openapi.json`: the document of our own routes for programs, OpenAPI 3.1. Gradio's own is at `/gradio_api/openapi.json`.

Written here by hand: the routes read their bodies themselves, so that a wrong field gets a sentence and not a schema's error.
`tests/operation/test_openapi.py` sends what it allows, and what it does not, to the running program.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from solver.events import KINDS
from solver.intake import MAX_LENGTH

TEXT: Final = {"type": "string"}
PROBLEM: Final = {
    "type": "string", "minLength": 1, "maxLength": MAX_LENGTH, "description": "Text, with LaTeX in it or without.",
    "examples": ["Solve x^2 - 5x + 6 = 0."],
}  # fmt: skip


def routes(models: Sequence[str]) -> list[Route]:
    """The route; it is for anybody."""
    made = document(models)

    async def answer(_: Request) -> Response:
        return JSONResponse(made)

    return [Route("/openapi.json", answer, methods=["GET"])]


def document(models: Sequence[str]) -> dict[str, Any]:
    """The document of a server that offers these models."""
    parts = DOCUMENT["components"]
    names = {"ModelName": {"type": "string", "enum": list(models)}}
    return {**DOCUMENT, "components": {**parts, "schemas": {**parts["schemas"], **names}}}


def _told(description: str, schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"description": description, "content": {kind: {"schema": schema}}}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties}


def _error(description: str) -> dict[str, Any]:
    return _told(description, {"$ref": "#/components/schemas/Error"})


REFUSALS: Final = {
    "400": _error("The body cannot be answered; the message says why."),
    "401": _error("A key is wanted."),
    "403": _error("A page of another origin asked, which is not among STEPWISE_CORS_ORIGINS."),
    "404": _error("There is no such model here."),
    "413": _error("The body or the problem is too long."),
    "429": _error("Too many requests: Retry-After says when to come back."),
    "500": _error("A bug; the message has the number under which it stands in the log."),
    "503": _error("The model, the kernels or the server are not available now."),
}
EVENTS: Final = (
    "Server-sent events. Each has an `id` (0, 1, 2, …) and as `data` one JSON object with its `kind`, one of "
    f"{', '.join(KINDS)}; the last one is of the kind done. Comments come while nothing else does."
)
EVENT: Final = _object(["data"], data=TEXT, id=TEXT)
"""The schema of one event of a stream."""
MODEL_NAME: Final = {"$ref": "#/components/schemas/ModelName"}
SOLVE: Final = _object(
    ["problem"],
    problem=PROBLEM,
    language={
        "type": ["string", "null"],
        "enum": ["en", "zh", None],
        "description": "Otherwise the problem's.",
    },
    model={"anyOf": [MODEL_NAME, {"type": "null"}], "description": "Otherwise the first of them."},
    strategy={"type": ["string", "null"], "description": "How a language model goes about it, as vote."},
    method={"type": ["string", "null"], "description": "A method of the built-in tutor, as factoring."},
)
COMPLETION: Final = _object(
    ["model", "messages"],
    model=MODEL_NAME,
    messages={
        "type": "array", "minItems": 1, "description": "The last user's turn is the problem.",
        "items": _object(["role", "content"], role={"enum": ["system", "user", "assistant"]}, content=PROBLEM),
    },
    stream={"type": ["boolean", "null"]},
    stop={"type": ["string", "null"]},
    max_tokens={"type": ["integer", "null"], "minimum": 1, "maximum": 100_000},
    seed={"type": ["integer", "null"], "minimum": 0, "maximum": 2**31},
    temperature={"type": ["number", "null"], "minimum": 0, "maximum": 2},
    top_p={"type": ["number", "null"], "minimum": 0, "maximum": 1},
)  # fmt: skip
MODEL: Final = _object(["id", "object"], id=TEXT, object=TEXT, created={"type": "integer"}, owned_by=TEXT)
CALL: Final = _object(
    ["jsonrpc", "method"],
    jsonrpc={"const": "2.0"},
    id={"type": ["integer", "string"]},
    method={"enum": ["initialize", "notifications/initialized", "ping", "tools/list", "tools/call"]},
    params={"type": "object"},
)
READY: Final = _object(
    ["ready", "reasons"],
    ready={"type": "boolean"},
    reasons={"type": "array", "items": _object(["code", "message"], code=TEXT, message=TEXT)},
)


def _post(
    summary: str, body: dict[str, Any], answers: dict[str, Any], own: Sequence[str] = ()
) -> dict[str, Any]:
    """`own` are the refusals that this route words in its own way."""
    sent = {"required": True, "content": {"application/json": {"schema": body}}}
    refusals = {status: told for status, told in REFUSALS.items() if status not in own}
    return {"post": {"summary": summary, "requestBody": sent, "responses": {**answers, **refusals}}}


def _get(
    summary: str, answers: dict[str, Any], *parameters: dict[str, Any], is_open: bool = False
) -> dict[str, Any]:
    told: dict[str, Any] = {"summary": summary, "responses": answers}
    if parameters:
        told["parameters"] = list(parameters)
    if is_open:
        told["security"] = []
    return {"get": told}


def _refusals(*statuses: str) -> dict[str, Any]:
    return {status: REFUSALS[status] for status in statuses}


DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "Stepwise", "version": "1", "description": "A maths tutor that shows every step and checks its answers."},
    "security": [{}, {"key": []}],
    "paths": {
        "/healthz": _get("The process lives.", {"200": _told("It does.", _object(["alive"], alive={"const": True}))}, is_open=True),
        "/readyz": _get(
            "It can take problems.",
            {"200": _told("It can.", READY), "503": _told("It cannot; why.", READY)},
            is_open=True,
        ),
        "/metrics": _get(
            "Metrics for Prometheus, for whom STEPWISE_METRICS allows.",
            {"200": _told("Metrics.", TEXT, "text/plain"), "403": _told("Not for you.", TEXT, "text/plain")},
        ),
        "/api/solve": _post(
            "Solve one problem; its events as they come.", SOLVE, {"200": _told(EVENTS, EVENT, "text/event-stream")}
        ),
        "/mcp": _post(
            "The MCP server (streamable HTTP, without sessions), with the tools solve, check_work, hint, plot; absent where STEPWISE_MCP is 0.",
            CALL,
            {
                "200": {
                    "description": "The answer, behind notifications of progress where they were asked for.",
                    "content": {"text/event-stream": {"schema": EVENT}, "application/json": {"schema": {"type": "object"}}},
                },
                "202": {"description": "A notification was taken."},
                **{status: _told("A JSON-RPC error, or ours.", {"type": "object"}) for status in ("400", "406", "413", "415")},
            },
            own=("400", "413"),
        ),
        "/v1/models": _get(
            "The models that are offered.",
            {
                "200": _told("A list.", _object(["object", "data"], object=TEXT, data={"type": "array", "items": MODEL})),
                **_refusals("401", "403", "429"),
            },
        ),
        "/v1/models/{name}": _get(
            "One of them.",
            {"200": _told("The model.", MODEL), **_refusals("401", "403", "404", "429")},
            {"name": "name", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}},
        ),
        "/v1/chat/completions": _post(
            "As OpenAI's; what is heeded is in the README.",
            COMPLETION,
            {
                "200": {
                    "description": "The solution, or pieces of it as they come.",
                    "content": {
                        "application/json": {"schema": _object(["id", "choices", "usage"])},
                        "text/event-stream": {"schema": EVENT},
                    },
                }
            },
        ),
    },
    "components": {
        "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Error": _object(
                ["error"],
                error=_object(
                    ["message", "type", "param", "code"],
                    message=TEXT,
                    type=TEXT,
                    param={"type": ["string", "null"]},
                    code={"type": ["string", "null"]},
                ),
            )
        },
    },
}  # fmt: skip
