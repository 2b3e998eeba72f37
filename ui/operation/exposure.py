"""`/metrics`, for whom the setting allows: this computer alone, whoever shows a token, everybody, or nobody."""

from __future__ import annotations

import hmac
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ui.operation.metrics import Metrics

TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"
LOOPBACK: Final = ("127.0.0.1", "::1")
FORWARDED: Final = ("x-forwarded-for", "forwarded", "x-real-ip")


def routes(metrics: Metrics, allowed: str) -> list[Route]:
    """The route. `allowed` is "local", "all", "off", or a token that is shown as `Authorization: Bearer TOKEN`."""

    async def answer(request: Request) -> Response:
        if not may(request, allowed):
            return PlainTextResponse("metrics are not for you here: see STEPWISE_METRICS\n", status_code=403)
        return Response(metrics.text(), media_type=TEXT, headers={"Cache-Control": "no-store"})

    return [] if allowed == "off" else [Route("/metrics", answer, methods=["GET"])]


def may(request: Request, allowed: str) -> bool:
    """Whether whoever asks may see them. What a proxy passes on is not local, whoever the proxy is."""
    if allowed == "all":
        return True
    if allowed == "local":
        is_here = request.client is not None and request.client.host in LOOPBACK
        return is_here and not any(name in request.headers for name in FORWARDED)
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(shown.strip().encode(), allowed.encode())
