"""The teacher's routes.

    GET  /class                 all classes, or the question for the password
    POST /class/sign-in, /class/sign-out, /class/new
    GET  /class/ID              what a class did
    GET  /class/ID/table.csv    the same as a table
    POST /class/ID/close, open, renew, lock, unlock, delete

Every answer but the question itself needs the teacher's cookie; what changes something must come from this server's own page.
"""

from __future__ import annotations

import math
import re
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from solver.classroom import Class, counted
from solver.classroom.values import name_of
from solver.errors import ClassGone
from solver.store import Store
from ui.classroom import export, lock_form, page, report
from ui.classroom.door import PATH, TeacherDoor
from ui.classroom.guard import HEADERS, Guard, html, to
from ui.classroom.requests import form, is_secure, language_of
from ui.own import same_origin

_THEN: Final = re.compile(r"/(?:class|collect)(?:/[\w-]+)*")
"""Where a teacher may have been on the way to when they were asked for the password."""


def routes(store: Store, password: str | None, door: TeacherDoor | None = None) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""
    own = door or TeacherDoor(password)
    made, guarded = _Teaching(store, own), Guard(own).page
    one = f"{PATH}/{{number:int}}"
    return [
        Route(PATH, guarded(made.classes, ask=True), methods=["GET"]),
        Route(f"{PATH}/sign-in", made.sign_in, methods=["POST"]),
        Route(f"{PATH}/sign-out", guarded(made.sign_out), methods=["POST"]),
        Route(f"{PATH}/new", guarded(made.new), methods=["POST"]),
        Route(one, guarded(made.one), methods=["GET"]),
        Route(f"{one}/table.csv", guarded(made.csv), methods=["GET"]),
        Route(f"{one}/{{act:str}}", guarded(made.change), methods=["POST"]),
    ]


class _Teaching:
    """The teacher's side of one server."""

    def __init__(self, store: Store, door: TeacherDoor) -> None:
        self._classes, self._door = store.classes, door

    async def sign_in(self, request: Request) -> Response:
        """Compare a password; too many wrong ones of an address have to wait."""
        language, w = language_of(request), page.words(language_of(request))
        if not self._door.is_there:
            return html(page.turned_off(language), request, 404)
        if not same_origin(request.headers):
            return PlainTextResponse("", 403, headers=HEADERS)
        fields = await form(request)
        typed, then = fields.get("password", ""), fields.get("then", "")
        then = then if _THEN.fullmatch(then) else PATH
        if (wait_s := self._door.wait_s(request)) > 0:
            said = w("wait", minutes=math.ceil(wait_s / 60))
            return html(page.sign_in(language, said, then), request, 429)
        if not self._door.opens(request, typed):
            return html(page.sign_in(language, w("wrong"), then), request, 401)
        response = to(then)
        self._door.sign_in(response, secure=is_secure(request))
        return response

    async def sign_out(self, _: Request) -> Response:
        """Take the cookie back."""
        response = to(PATH)
        self._door.sign_out(response)
        return response

    async def classes(self, request: Request) -> Response:
        """All classes."""
        language = language_of(request)
        return html(page.classes(language, await self._classes.listed(), _notice(request)), request)

    async def new(self, request: Request) -> Response:
        """Make a class."""
        name = name_of((await form(request)).get("name", ""))
        if not name:
            return to(f"{PATH}?notice=no-name")
        return to(f"{PATH}/{(await self._classes.make(name)).id}")

    async def one(self, request: Request) -> Response:
        """What a class did."""
        found, language = await self._found(request), language_of(request)
        members, work = await self._classes.work(found.id)
        return html(report.page(found, counted(work, members), language, _notice(request)), request)

    async def csv(self, request: Request) -> Response:
        """What a class did, as a file."""
        found, language = await self._found(request), language_of(request)
        _, work = await self._classes.work(found.id)
        text = export.table(work, language, page.words(language))
        name = f"attachment; filename=\"class-{found.id}.csv\"; filename*=UTF-8''{quote(found.name, safe='')}.csv"
        headers = HEADERS | {"Content-Disposition": name}
        return Response(text.encode("utf-8"), media_type="text/csv; charset=utf-8", headers=headers)

    async def change(self, request: Request) -> Response:
        """Close, open, renew, lock, unlock or delete a class."""
        number, act = _number(request), request.path_params["act"]
        there = to(f"{PATH}/{number}")
        match act:
            case "close" | "open":
                await self._classes.close(number, closed=act == "close")
            case "renew":
                await self._classes.renew(number)
            case "lock":
                try:
                    lock = lock_form.read(await form(request))
                except (ValueError, OverflowError):
                    return to(f"{PATH}/{number}?notice=lock-nothing")
                await self._classes.set_lock(number, lock)
            case "unlock":
                await self._classes.set_lock(number, None)
            case "delete":
                await self._classes.delete(number)
                there = to(PATH)
            case _:
                return PlainTextResponse("", 404, headers=HEADERS)
        return there

    async def _found(self, request: Request) -> Class:
        return await self._classes.one(_number(request))


def _number(request: Request) -> int:
    number = int(request.path_params["number"])
    if number >= 1 << 31:  # more than a database can count
        raise ClassGone(str(number))
    return number


def _notice(request: Request) -> str:
    """The sentence that the page was sent back with."""
    name = request.query_params.get("notice", "")
    return page.words(language_of(request))(name) if name in page.NOTICES else ""
