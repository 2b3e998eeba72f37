"""What a student thinks of a solution, for the page's own script. It goes to the teacher's list, without a name, and no further.

GET  /conversations/ID/thumbs                          {"thumbs": {TURN: up}, "paths": {TURN: where a teacher keeps it}}
POST /conversations/ID/turns/TURN/thumb  {"up": true}  null takes it back; answers as GET
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from solver.store import Store
from ui.classroom.door import TeacherDoor
from ui.requests import json_answer, owners_route, record_of


def routes(store: Store, door: TeacherDoor) -> list[Route]:
    """The routes, for the `routes` of a Starlette application; none where there is no teacher."""

    async def told(request: Request, owner: str) -> Response:
        found = await store.collected.thumbs_of(owner, str(request.path_params["id"]))
        paths = (
            {name: f"/collect/turn/{turn}" for name, (turn, _) in found.items()}
            if door.knows(request)
            else {}
        )
        return json_answer({"thumbs": {name: up for name, (_, up) in found.items()}, "paths": paths})

    async def give(request: Request, owner: str) -> Response:
        up = (await record_of(request)).get("up")
        place = request.path_params
        await store.collected.thumb(
            owner, str(place["id"]), str(place["turn"]), up if isinstance(up, bool) else None
        )
        return await told(request, owner)

    if not door.is_there:
        return []
    return [
        owners_route("/conversations/{id}/thumbs", told, "GET"),
        owners_route("/conversations/{id}/turns/{turn}/thumb", give, "POST"),
    ]
