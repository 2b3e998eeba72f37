"""The students' side of a class, for the page's own script.

GET    /membership                      the class that this browser is in: {"class": …} or {}
POST   /membership  {"code", "name"}    join; the name only if the student typed one
DELETE /membership                      leave: the class no longer sees anything of this browser
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from solver.classroom import Membership, cleaned
from solver.errors import ClassGone, ConversationGone, StoreUnavailable
from solver.store import Store
from ui.classroom.limits import Limiter
from ui.classroom.requests import record
from ui.own import owner_of, same_origin

MOST_WRONG: Final = 60
WINDOW_S: Final = 600.0
"""A whole school behind one address may mistype its codes; a billion codes are not tried so."""
STATUS: Final = {"class-gone": 404, "store-full": 507}


def routes(store: Store, limiter: Limiter | None = None) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""
    limits = limiter or Limiter(MOST_WRONG, WINDOW_S)

    async def found(_: Request, owner: str) -> Response:
        return _json(_told(await store.classes.membership(owner)))

    async def join(request: Request, owner: str) -> Response:
        address = request.client.host if request.client is not None else "unix"
        if (wait_s := limits.wait_s(address)) > 0:
            return _json({"code": "class-wait", "minutes": math.ceil(wait_s / 60)}, 429)
        sent = await record(request)
        code = cleaned(str(sent.get("code", "")))
        try:
            if code is None:
                raise ClassGone
            joined = await store.classes.join(owner, code, str(sent.get("name", "")))
        except ClassGone:
            limits.wrong(address)
            raise
        return _json(_told(joined))

    async def leave(_: Request, owner: str) -> Response:
        await store.classes.leave(owner)
        return _json({})

    return [
        _route("GET", found),
        _route("POST", join),
        _route("DELETE", leave),
    ]


def _route(method: str, answer: Callable[[Request, str], Awaitable[Response]]) -> Route:
    """A route for the browser that the cookie names; one that keeps no cookies can be in no class."""

    async def guarded(request: Request) -> Response:
        if method != "GET" and not same_origin(request.headers):
            return _json({"code": "failed"}, 403)
        owner = owner_of(request.headers.get("cookie"))
        if owner is None:
            return _json({"code": "no-cookie"}, 401)
        try:
            return await answer(request, owner)
        except (ClassGone, ConversationGone, StoreUnavailable) as error:
            return _json({"code": error.code}, STATUS.get(error.code, 503))
        except ClientDisconnect:
            return Response(status_code=499)

    return Route("/membership", guarded, methods=[method])


def _told(membership: Membership | None) -> dict[str, Any]:
    if membership is None:
        return {}
    return {
        "class": membership.class_name,
        "name": membership.name,
        "number": membership.number,
        "closed": membership.closed,
    }


def _json(value: dict[str, Any], status: int = 200) -> JSONResponse:
    return JSONResponse(value, status_code=status, headers={"Cache-Control": "no-store"})
