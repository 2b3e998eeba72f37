"""What a server has for whoever operates it.

    health      /healthz, /readyz (what is lacking: `solver.resources`)
    metrics     what is counted: streams (`ui.streams`), requests, resources; `exposure` shows it at /metrics
    requests    the id, route, status and duration of each request, for `metrics` and `logs`
    logs        lines of JSON
    ending      SIGTERM: no new problems, those that run may end
    openapi     the document of the routes for programs

`Operation` puts them together.
"""

from ui.operation.operation import Operation

__all__ = ["Operation"]
