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
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from solver.classroom import Class, counted
from solver.classroom.values import name_of
from solver.errors import ClassGone, ConversationGone, StoreUnavailable
from solver.store import Store
from ui.classroom import export, lock_form, page, report
from ui.classroom.door import PATH, TeacherDoor
from ui.classroom.requests import LANGUAGE, form, is_secure, language_of
from ui.i18n import say
from ui.own import same_origin

Answer = Callable[[Request], Awaitable[Response]]
HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",  # with "no-referrer" browsers would hide the origin of the page's own forms
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
YEAR_S: Final = 31_536_000


def routes(store: Store, password: str | None, door: TeacherDoor | None = None) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""
    made = _Teaching(store, door or TeacherDoor(password))
    one = f"{PATH}/{{number:int}}"
    return [
        Route(PATH, made.guarded(made.classes, ask=True), methods=["GET"]),
        Route(f"{PATH}/sign-in", made.sign_in, methods=["POST"]),
        Route(f"{PATH}/sign-out", made.guarded(made.sign_out), methods=["POST"]),
        Route(f"{PATH}/new", made.guarded(made.new), methods=["POST"]),
        Route(one, made.guarded(made.one), methods=["GET"]),
        Route(f"{one}/table.csv", made.guarded(made.csv), methods=["GET"]),
        Route(f"{one}/{{act:str}}", made.guarded(made.change), methods=["POST"]),
    ]


class _Teaching:
    """The teacher's side of one server."""

    def __init__(self, store: Store, door: TeacherDoor) -> None:
        self._classes, self._door = store.classes, door

    def guarded(self, answer: Answer, *, ask: bool = False) -> Answer:
        """The answer, for the teacher alone. `ask`: others are asked for the password here, else sent to where they are."""

        async def answered(request: Request) -> Response:
            language = language_of(request)
            if not self._door.is_there:
                return _html(page.turned_off(language), request, 404)
            if request.method != "GET" and not same_origin(request.headers):
                return PlainTextResponse("", 403, headers=HEADERS)
            if not self._door.knows(request):
                return _html(page.sign_in(language), request) if ask else _to(PATH)
            try:
                return await answer(request)
            except ClassGone:
                return _to(f"{PATH}?notice=gone")
            except (StoreUnavailable, ConversationGone) as error:
                key = f"failure.{error.code}"
                said = f"{say(language, key)} {say(language, f'{key}.do')}"
                return _html(
                    page.frame(language, say(language, "teacher.title"), "", signed_in=True, notice=said),
                    request,
                    503,
                )
            except ClientDisconnect:
                return Response(status_code=499)

        return answered

    async def sign_in(self, request: Request) -> Response:
        """Compare a password; too many wrong ones of an address have to wait."""
        language, w = language_of(request), page.words(language_of(request))
        if not self._door.is_there:
            return _html(page.turned_off(language), request, 404)
        if not same_origin(request.headers):
            return PlainTextResponse("", 403, headers=HEADERS)
        typed = (await form(request)).get("password", "")
        if (wait_s := self._door.wait_s(request)) > 0:
            said = w("wait", minutes=math.ceil(wait_s / 60))
            return _html(page.sign_in(language, said), request, 429)
        if not self._door.opens(request, typed):
            return _html(page.sign_in(language, w("wrong")), request, 401)
        response = _to(PATH)
        self._door.sign_in(response, secure=is_secure(request))
        return response

    async def sign_out(self, _: Request) -> Response:
        """Take the cookie back."""
        response = _to(PATH)
        self._door.sign_out(response)
        return response

    async def classes(self, request: Request) -> Response:
        """All classes."""
        language = language_of(request)
        return _html(page.classes(language, await self._classes.listed(), _notice(request)), request)

    async def new(self, request: Request) -> Response:
        """Make a class."""
        name = name_of((await form(request)).get("name", ""))
        if not name:
            return _to(f"{PATH}?notice=no-name")
        return _to(f"{PATH}/{(await self._classes.make(name)).id}")

    async def one(self, request: Request) -> Response:
        """What a class did."""
        found, language = await self._found(request), language_of(request)
        members, work = await self._classes.work(found.id)
        return _html(report.page(found, counted(work, members), language, _notice(request)), request)

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
        there = _to(f"{PATH}/{number}")
        match act:
            case "close" | "open":
                await self._classes.close(number, closed=act == "close")
            case "renew":
                await self._classes.renew(number)
            case "lock":
                try:
                    lock = lock_form.read(await form(request))
                except (ValueError, OverflowError):
                    return _to(f"{PATH}/{number}?notice=lock-nothing")
                await self._classes.set_lock(number, lock)
            case "unlock":
                await self._classes.set_lock(number, None)
            case "delete":
                await self._classes.delete(number)
                there = _to(PATH)
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


def _to(path: str) -> Response:
    return RedirectResponse(path, status_code=303, headers=HEADERS)


def _html(text: str, request: Request, status: int = 200) -> Response:
    response = HTMLResponse(text, status_code=status, headers=HEADERS)
    if request.query_params.get("lang"):
        response.set_cookie(LANGUAGE, language_of(request), max_age=YEAR_S, path=PATH, samesite="strict")
    return response
