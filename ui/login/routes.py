"""Signing in and out.

GET  /sign-in?then=/…                   the page
POST /sign-in       password, then      with a password: the students' one, or the teacher's
POST /sign-out                          the cookie is taken back; what was kept stays
GET  /sign-in/me                        for the page's own script: {"name": …, "teacher": …, "out": whether one can sign out here}; at Hugging Face the account's number, too
"""

from __future__ import annotations

import math
import re
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from solver.ports import Language
from ui.classroom.door import TeacherDoor, address_of
from ui.classroom.limits import Limiter
from ui.classroom.requests import form, is_secure
from ui.i18n import say
from ui.login import page
from ui.login.gate import SIGN_IN
from ui.login.person import Person, person_of
from ui.login.ways import BY_NUMBER, Login
from ui.own import same_origin
from ui.requests import json_answer, language_of

MOST_WRONG: Final = 60
WINDOW_S: Final = 600.0
"""A whole school behind one address mistypes; the teacher's password, which is worth more, has its own and smaller number."""
TEACHERS_MOST_WRONG: Final = 20
TEACHERS_WINDOW_S: Final = 900.0
"""Counted apart from the teacher's own door, or a class that mistypes would shut it: a teacher who has to wait here signs in as a student, and there."""
_THEN: Final = re.compile(r"/(?![/\\])[^\s\\]{0,500}")


def routes(
    login: Login, door: TeacherDoor, limiter: Limiter | None = None, teachers: Limiter | None = None
) -> list[Route]:
    """The routes, for the `routes` of a Starlette application. `limiter` and `teachers` count wrong tries of the two passwords."""
    made = _SignIn(
        login,
        door,
        limiter or Limiter(MOST_WRONG, WINDOW_S),
        teachers or Limiter(TEACHERS_MOST_WRONG, TEACHERS_WINDOW_S),
    )
    found = [
        Route(SIGN_IN, made.ask, methods=["GET"]),
        Route("/sign-in/me", made.me, methods=["GET"]),
        Route("/sign-out", made.out, methods=["POST"]),
    ]
    if login.way.name == "password":
        found.append(Route(SIGN_IN, made.enter, methods=["POST"]))
    if login.way.name == "huggingface":
        from ui.login import provider

        found += provider.routes(login)
    return found


def then_of(wish: str | None) -> str:
    """Where to go afterwards: a path of this server, never another one.

    >>> then_of("/class/3?x=1"), then_of("//evil.example"), then_of("https://evil.example"), then_of(None)
    ('/class/3?x=1', '/', '/', '/')
    """
    return wish if wish and _THEN.fullmatch(wish) and not wish.startswith(SIGN_IN) else "/"


def to(path: str) -> Response:
    """Go there."""
    return RedirectResponse(path, 303, headers=page.HEADERS)


class _SignIn:
    def __init__(self, login: Login, door: TeacherDoor, limiter: Limiter, teachers: Limiter) -> None:
        self._login, self._door, self._limiter, self._teachers = login, door, limiter, teachers
        self._framed = bool(login.environment.get("SPACE_ID"))

    async def ask(self, request: Request) -> Response:
        """The page to sign in at; who is known needs none."""
        then, language = then_of(request.query_params.get("then")), _language(request)
        if person_of(request) is not None:
            return to(then)
        return self._page(language, then, 200, request=request)

    async def enter(self, request: Request) -> Response:
        """Compare a password; too many wrong ones of an address have to wait."""
        language = _language(request)
        if not same_origin(request.headers):
            return Response(status_code=403)
        fields = await form(request)
        typed, then, address = fields.get("password", ""), then_of(fields.get("then")), address_of(request)
        wait_s = self._limiter.wait_s(address)
        if wait_s == 0 and self._login.password(typed):
            self._limiter.right(address)
            return self._let_in(request, then, teacher=False)
        if wait_s == 0:
            wait_s = self._teachers.wait_s(address)
            if wait_s == 0 and self._door.opens(request, typed, self._teachers):
                self._limiter.right(address)
                return self._let_in(request, then, teacher=True)
            self._limiter.wrong(address)
        if wait_s > 0:
            said = say(language, "teacher.wait", minutes=math.ceil(wait_s / 60))
            return self._page(language, then, 429, said)
        return self._page(language, then, 401, say(language, "teacher.wrong"))

    def _let_in(self, request: Request, then: str, *, teacher: bool) -> Response:
        response = to(then)
        person = Person("password", is_teacher=teacher)
        self._login.cookies.give(response, person, secure=is_secure(request))
        return response

    async def out(self, request: Request) -> Response:
        """Take the cookies back, the teacher's too."""
        if not same_origin(request.headers):
            return Response(status_code=403)
        response = to(SIGN_IN)
        self._login.cookies.take(response, secure=is_secure(request))
        self._door.sign_out(response)
        return response

    async def me(self, request: Request) -> Response:
        """Who is signed in."""
        person = person_of(request)
        assert person is not None  # the gate lets nobody else come here
        told: dict[str, Any] = {
            "name": person.name,
            "teacher": person.is_teacher,
            "out": person.way != "header",
        }
        if person.way == "huggingface":
            told["number"] = f"{BY_NUMBER}{person.key}"  # for `STEPWISE_TEACHERS`
        return json_answer(told)

    def _page(
        self, language: Language, then: str, status: int, notice: str = "", request: Request | None = None
    ) -> Response:
        match self._login.way.name:
            case "password":
                html = page.with_password(language, then, notice, wrong=bool(notice))
            case "huggingface":
                if request is not None and "failed" in request.query_params:
                    notice = say(language, "login.failed")
                html = page.with_provider(
                    language, then, f"/sign-in/huggingface?then={quote(then, safe='')}", notice
                )
            case _:
                html, status = page.by_proxy(language), 403
        answered = page.answer(html, status, framed=self._framed)
        if request is not None and request.query_params.get("lang"):
            answered.set_cookie(page.LANGUAGE, language, max_age=31_536_000, path="/", samesite="lax")
        return answered


def _language(request: Request) -> Language:
    return language_of(request, page.LANGUAGE)
