"""What the cookie of somebody who signed in says: who, in which role, until when; signed, so that nobody else can write one."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Any, Final

from starlette.requests import cookie_parser
from starlette.responses import Response

from ui.login.person import Person

COOKIE: Final = "stepwise-person"
STAYS_S: Final = 43_200
"""A long school day, 12 h."""
MOST: Final = 4_000


def same_secret(typed: str, secret: str) -> bool:
    """Whether these are one, in a time that says nothing of either; an empty secret is nobody's."""
    one, other = (hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in (typed, secret))
    return bool(secret) and hmac.compare_digest(one, other)


class Seal:
    """Signs and reads short notes that a browser keeps.

    >>> seal = Seal(b"k" * 32)
    >>> note = seal.write({"a": 1}, 60)
    >>> seal.read(note)["a"], seal.read(note + "0"), Seal(b"other").read(note), seal.read(seal.write({}, -1))
    (1, None, None, None)
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def write(self, value: dict[str, Any], stays_s: float) -> str:
        """The note, which is worth something for so long."""
        told = json.dumps({**value, "until": int(time.time() + stays_s)}, separators=(",", ":"))
        text = base64.urlsafe_b64encode(told.encode()).decode()
        return self.signed(text)

    def read(self, note: str) -> dict[str, Any] | None:
        """What a note says; None where it is not ours, or too old."""
        text = self.vouched(note[:MOST])
        if text is None:
            return None
        try:
            found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text))
        except (ValueError, binascii.Error):
            return None
        return found if time.time() < found.get("until", 0) else None

    def signed(self, text: str) -> str:
        """A text without full stops, and behind one what nobody else can write."""
        return f"{text}.{hmac.new(self._key, text.encode('utf-8', 'replace'), hashlib.sha256).hexdigest()}"

    def vouched(self, note: str) -> str | None:
        """The text of a note that `signed` wrote with this key; None of any other."""
        text, _, _ = note.partition(".")
        right = hmac.compare_digest(
            self.signed(text).encode("utf-8", "replace"), note.encode("utf-8", "replace")
        )
        return text if right else None


class Cookies:
    """The cookie of people who signed in. `framed`: the page is shown inside another site's, as a Space is."""

    def __init__(self, seal: Seal, *, framed: bool = False) -> None:
        self._seal, self._framed = seal, framed

    def give(self, response: Response, person: Person, *, secure: bool) -> None:
        """Give a browser the cookie."""
        told = {"way": person.way, "key": person.key, "name": person.name, "teacher": person.is_teacher}
        self._set(response, self._seal.write(told, STAYS_S), STAYS_S, secure=secure)

    def take(self, response: Response, *, secure: bool) -> None:
        """Take it back."""
        self._set(response, "", 0, secure=secure)

    def read(self, cookies: str | None, way: str) -> Person | None:
        """Who a request's `Cookie` header names; nobody who signed in another way."""
        found = self._seal.read(cookie_parser(cookies or "").get(COOKIE, ""))
        if found is None or found.get("way") != way:
            return None
        return Person(way, str(found["key"]), str(found["name"]), found["teacher"] is True)

    def _set(self, response: Response, value: str, age_s: int, *, secure: bool) -> None:
        response.set_cookie(
            COOKIE, value, max_age=age_s, path="/", httponly=True, secure=secure,
            samesite="none" if self._framed and secure else "lax",
        )  # fmt: skip
