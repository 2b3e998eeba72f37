"""The students' side of a class, for the page's own script.

GET    /membership                      the class that this browser is in: {"class": …} or {}
POST   /membership  {"code", "name"}    join; the name only if the student typed one
DELETE /membership                      leave: the class no longer sees anything of this browser
"""

from __future__ import annotations

import math
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from solver.classroom import Membership, cleaned
from solver.errors import ClassGone
from solver.store import Store
from ui.classroom.limits import Limiter
from ui.requests import json_answer, owners_route, record_of

MOST_WRONG: Final = 60
WINDOW_S: Final = 600.0
"""A whole school behind one address may mistype its codes; a billion codes are not tried so."""


def routes(store: Store, limiter: Limiter | None = None) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""
    limits = limiter or Limiter(MOST_WRONG, WINDOW_S)

    async def found(_: Request, owner: str) -> Response:
        return json_answer(_told(await store.classes.membership(owner)))

    async def join(request: Request, owner: str) -> Response:
        address = request.client.host if request.client is not None else "unix"
        if (wait_s := limits.wait_s(address)) > 0:
            return json_answer({"code": "class-wait", "minutes": math.ceil(wait_s / 60)}, 429)
        sent = await record_of(request)
        code = cleaned(str(sent.get("code", "")))
        try:
            if code is None:
                raise ClassGone
            joined = await store.classes.join(owner, code, str(sent.get("name", "")))
        except ClassGone:
            limits.wrong(address)
            raise
        return json_answer(_told(joined))

    async def leave(_: Request, owner: str) -> Response:
        await store.classes.leave(owner)
        return json_answer({})

    return [
        owners_route("/membership", found, "GET"),
        owners_route("/membership", join, "POST"),
        owners_route("/membership", leave, "DELETE"),
    ]


def _told(membership: Membership | None) -> dict[str, Any]:
    if membership is None:
        return {}
    return {
        "class": membership.class_name,
        "name": membership.name,
        "number": membership.number,
        "closed": membership.closed,
    }
