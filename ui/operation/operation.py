"""The parts of a server's operation, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import Route

from ui.operation import ending, exposure, health, logs, openapi
from ui.operation.metrics import Metrics
from ui.operation.requests import Ear, Requests
from ui.streams import STREAMS
from ui.v1.places import Places


class Operation:
    """`routes` and `middleware` for the server. From now on streams are counted."""

    def __init__(
        self,
        services: health.Services,
        places: Places,
        students: Callable[[], int],
        *,
        metrics: str = "local",
        json_logs: bool = False,
    ) -> None:
        self.metrics = Metrics(services.resources, places, students)
        STREAMS.readers.append(self.metrics.reader)
        ears: list[Ear] = [lambda e: self.metrics.request(e.method, e.route, e.status, e.program)]
        if json_logs:
            ears.append(logs.heard)
        self.middleware: list[Any] = [Middleware(ending.PassOn), Middleware(Requests, ears=tuple(ears))]
        self.routes: list[Route] = [
            *health.routes(services),
            *exposure.routes(self.metrics, metrics),
            *openapi.routes(services.models()),
        ]
