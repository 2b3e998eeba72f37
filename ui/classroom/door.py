"""Who is the teacher: one password, compared in constant time, then a signed cookie that no script and no other site can use.

Where people sign in (`ui.login`), those of them who teach need no password.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from ui.classroom.limits import Limiter
from ui.login.session import COOKIE as PERSONS
from ui.login.session import STAYS_S, Seal, same_secret
from ui.own import PERSON

COOKIE: Final = "stepwise-teacher"
PATH: Final = "/class"
MOST_WRONG: Final = 6
WINDOW_S: Final = 900.0


class TeacherDoor:
    """One a server. Its key is made at the start: a restart, as after a new password, signs everybody out.

    Several servers that have a secret in common (`shared`) let in whom another one has signed in; a new password signs everybody out.
    Wrong tries are counted by each of them. `by_name`: people sign in (`ui.login`), and it is known of each whether they teach.
    """

    def __init__(
        self,
        password: str | None,
        limiter: Limiter | None = None,
        *,
        shared: str | None = None,
        by_name: bool = False,
    ) -> None:
        self._password, self._by_name = password or None, by_name
        key = secrets.token_bytes(32)
        if shared and password:  # the password alone could be tried out against a cookie
            key = hmac.new(shared.encode(), f"{COOKIE} {password}".encode(), hashlib.sha256).digest()
        self._seal = Seal(key)
        self._limiter = limiter or Limiter(MOST_WRONG, WINDOW_S)

    @property
    def is_there(self) -> bool:
        """Whether there may be a teacher: a password is set, or people sign in."""
        return self._password is not None or self._by_name

    @property
    def asks(self) -> bool:
        """Whether there is a password to be asked for."""
        return self._password is not None

    def wait_s(self, request: Request) -> float:
        """So many seconds until the address of a request may try a password again."""
        return self._limiter.wait_s(address_of(request))

    def opens(self, request: Request, typed: str, limiter: Limiter | None = None) -> bool:
        """Whether the password is right; a wrong one counts, here or with another `limiter`. Ask that one's `wait_s` first."""
        if self._password is None:
            return False
        right, counted = same_secret(typed, self._password), limiter or self._limiter
        (counted.right if right else counted.wrong)(address_of(request))
        return right

    def knows(self, request: Request, now_s: float | None = None) -> bool:
        """Whether a request comes from a teacher who signed in not too long ago."""
        person = request.scope.get(PERSON)
        if person is not None and person.is_teacher:
            return True
        if self._password is None:
            return False
        until = self._seal.vouched(request.cookies.get(COOKIE, ""))
        now = time.time() if now_s is None else now_s
        return until is not None and until.isdigit() and now < int(until)

    def sign_in(self, response: Response, *, secure: bool) -> None:
        """Give the browser the cookie."""
        until = str(int(time.time()) + STAYS_S)
        self._set(response, self._seal.signed(until), STAYS_S, secure=secure)

    def sign_out(self, response: Response) -> None:
        """Take it back, and that of a person who signed in as a teacher."""
        self._set(response, "", 0, secure=False)
        response.delete_cookie(PERSONS)

    @staticmethod
    def _set(response: Response, value: str, age_s: int, *, secure: bool) -> None:
        response.set_cookie(
            COOKIE, value, max_age=age_s, path="/", httponly=True, samesite="strict", secure=secure
        )


def address_of(request: Request) -> str:
    """Where a request comes from: the other end of the connection, or what a trusted proxy there says of it (`ui.login.proxies`)."""
    return request.client.host if request.client is not None else "unix"
