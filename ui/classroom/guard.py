"""What every teacher's page is behind: the password's cookie, this server's own pages; and what is answered where the store is away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from solver.errors import ClassGone, ConversationGone, ExampleGone, StoreUnavailable
from ui.classroom import page
from ui.classroom.door import PATH, TeacherDoor
from ui.classroom.requests import LANGUAGE, language_of
from ui.i18n import say
from ui.login.page import for_teachers
from ui.own import same_origin
from ui.requests import json_answer, status_of

Answer: TypeAlias = Callable[[Request], Awaitable[Response]]
HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "same-origin",  # with "no-referrer" browsers would hide the origin of the page's own forms
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
YEAR_S: Final = 31_536_000


class Guard:
    """Lets the teacher through, and nobody else."""

    def __init__(self, door: TeacherDoor, gone: str = PATH) -> None:
        """`gone` is the page that says that something is not there any more."""
        self._door, self._gone = door, gone

    def page(self, answer: Answer, *, ask: bool = False) -> Answer:
        """A page or a form's answer. `ask`: others are asked for the password here, else sent to where they are."""

        async def answered(request: Request) -> Response:
            language = language_of(request)
            if not self._door.is_there:
                return html(page.turned_off(language), request, 404)
            if request.method != "GET" and not same_origin(request.headers):
                return PlainTextResponse("", 403, headers=HEADERS)
            if not self._door.knows(request):
                if not self._door.asks:
                    return html(for_teachers(language), request, 403)
                here = request.url.path
                return html(page.sign_in(language, then=here), request) if ask else to(self._gone)
            try:
                return await answer(request)
            except (ClassGone, ExampleGone):
                return to(f"{self._gone}?notice=gone")
            except (StoreUnavailable, ConversationGone) as error:
                key = f"failure.{error.code}"
                said = f"{say(language, key)} {say(language, f'{key}.do')}"
                title = say(language, "teacher.title")
                return html(page.frame(language, title, "", signed_in=True, notice=said), request, 503)
            except ClientDisconnect:
                return Response(status_code=499)

        return answered

    def script(self, answer: Answer) -> Answer:
        """An answer for the page's own script, which says in its own words what is wrong."""

        async def answered(request: Request) -> Response:
            if not self._door.is_there:
                return json_answer({"code": "failed"}, 404)
            if not same_origin(request.headers):
                return json_answer({"code": "failed"}, 403)
            if not self._door.knows(request):
                return json_answer({"code": "signed-out"}, 401)
            try:
                return await answer(request)
            except (ExampleGone, StoreUnavailable) as error:
                return json_answer({"code": error.code}, status_of(error))
            except ClientDisconnect:
                return Response(status_code=499)

        return answered


def to(path: str) -> Response:
    """Go there."""
    return RedirectResponse(path, status_code=303, headers=HEADERS)


def html(text: str, request: Request, status: int = 200) -> Response:
    """A page; the language that was chosen on it is remembered."""
    response = HTMLResponse(text, status_code=status, headers=HEADERS)
    if request.query_params.get("lang"):
        response.set_cookie(LANGUAGE, language_of(request), max_age=YEAR_S, path="/", samesite="strict")
    return response
