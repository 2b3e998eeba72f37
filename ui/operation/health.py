"""`/healthz`: the process lives. `/readyz`: it can take problems; where not, why, in codes and words without secrets."""

from __future__ import annotations

from typing import Any, Final, Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from solver.resources import LACKING, Resources
from ui.requests import json_answer
from ui.streams import STREAMS

RETRY_S: Final = 5


class Services(Protocol):
    """What is needed of `solver.Services`."""

    @property
    def resources(self) -> Resources: ...
    def models(self) -> tuple[str, ...]: ...


def routes(services: Services) -> list[Route]:
    """Both, for anybody: orchestrators show no key."""

    async def lives(_: Request) -> Response:
        return json_answer({"alive": True})

    async def is_ready(_: Request) -> Response:
        reasons = [{"code": code, "message": LACKING[code]} for code in await services.resources.lacking()]
        if not STREAMS.taking:
            reasons.append({"code": "closing", "message": "the server is about to stop"})
        return _answer(reasons)

    return [Route("/healthz", lives, methods=["GET"]), Route("/readyz", is_ready, methods=["GET"])]


def _answer(reasons: list[dict[str, Any]]) -> Response:
    """200 without reasons against it, else 503."""
    answer = json_answer({"ready": not reasons, "reasons": reasons}, 503 if reasons else 200)
    if reasons:
        answer.headers["Retry-After"] = str(RETRY_S)
    return answer
