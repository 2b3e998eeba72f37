"""The ways to be known, and which of them a server has."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeAlias

from starlette.datastructures import Headers
from starlette.types import Scope

from solver.settings import Settings
from ui.login.person import Person
from ui.login.proxies import PEER
from ui.login.session import Cookies, Seal, same_secret

BY_NUMBER: Final = "id:"
"""Before an account's number, in a list of names: a name at Hugging Face can be given up and taken by somebody else, and has no colon."""
LONGEST: Final = 200
TEACHERS: Final = ("teacher", "teachers", "staff", "faculty", "教师", "老师")
"""What a role header may say of a teacher; it may hold several roles."""
log = logging.getLogger("stepwise")


class Way(Protocol):
    """How people are known."""

    name: str

    def person(self, scope: Scope, headers: Headers) -> Person | None:
        """Who sent a request; None where nobody is known to."""
        ...


@dataclass(frozen=True)
class Login:
    """How people come in at one server.

    Attributes:
        cookies: what those keep who signed in here; a proxy's people need none.
        is_teacher: of a name; where a password says it, it says no.
        password: whether a text is the students' one.
    """

    way: Way
    cookies: Cookies
    seal: Seal
    password: Callable[[str], bool] = lambda typed: False
    is_teacher: Callable[[str], bool] = lambda name: False
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)  # secrets are in it


class ByCookie:
    """Those who signed in here, with a password or at a provider."""

    def __init__(self, name: str, cookies: Cookies, is_teacher: Callable[[str], bool]) -> None:
        self.name, self._cookies, self._is_teacher = name, cookies, is_teacher

    def person(self, scope: Scope, headers: Headers) -> Person | None:
        """Who the cookie names. Who is a teacher by name is looked up each time: a list may have changed."""
        found = self._cookies.read(headers.get("cookie"), self.name)
        if found is None or not found.key:
            return found
        teaches = self._is_teacher(found.name) or self._is_teacher(f"{BY_NUMBER}{found.key}")
        return Person(found.way, found.key, found.name, teaches)


class ByHeader:
    """Those whom a school's proxy names. Its word counts only where it is at the other end itself."""

    name = "header"

    def __init__(self, header: str, role: str | None, is_teacher: Callable[[str], bool]) -> None:
        self._header, self._role, self._is_teacher = header, role, is_teacher

    def person(self, scope: Scope, headers: Headers) -> Person | None:
        """Who the header names; nobody where it stands there twice, or somebody else than a trusted proxy sent it."""
        if not scope.get(PEER):
            return None
        name = _only(headers, self._header)
        if not name:
            return None
        named = re.split("[,;]", _only(headers, self._role or "").lower())
        roles = {role.strip() for role in named}  # with blanks inside: "student teachers" are none
        return Person("header", name.lower(), name, self._is_teacher(name) or not roles.isdisjoint(TEACHERS))


def _only(headers: Headers, name: str) -> str:
    """The one value of a header; empty where there is none, or no single one that can be a name."""
    values = headers.getlist(name) if name else []
    if len(values) != 1:
        return ""
    value = values[0]
    with suppress(UnicodeDecodeError):  # else it is Latin-1; with signs replaced, Müller would be Möller
        value = value.encode("latin-1").decode()
    value = value.strip()
    return value if value.isprintable() and len(value) <= LONGEST else ""


Environment: TypeAlias = Mapping[str, str]


def login_of(
    settings: Settings, environment: Environment = os.environ, *, shared: str | None = None
) -> Login | None:
    """How people come in by these settings; None where everybody may. `shared` is a secret that all servers have in common anyway."""
    kind, _, header = settings.login.partition(":")
    if kind == "none":
        return None
    seal = Seal(_key(settings, environment, shared))
    cookies = Cookies(seal, framed=bool(environment.get("SPACE_ID")))
    listed = {name.strip().lower() for name in (settings.teachers or "").split(",") if name.strip()}

    def is_teacher(name: str) -> bool:
        return name.lower() in listed  # not casefold: Straße and Strasse are two people

    ways: dict[str, Any] = {
        "password": lambda: ByCookie("password", cookies, is_teacher),
        "huggingface": lambda: ByCookie("huggingface", cookies, is_teacher),
        "header": lambda: ByHeader(header, settings.role_header, is_teacher),
    }
    student = settings.student_password.get_secret_value() if settings.student_password else ""
    return Login(
        ways[kind](), cookies, seal, lambda typed: same_secret(typed, student), is_teacher, environment
    )


def _key(settings: Settings, environment: Environment, shared: str | None) -> bytes:
    """What is signed with. Another password signs everybody out."""
    own = settings.secret.get_secret_value() if settings.secret else ""
    given = own or environment.get("OAUTH_CLIENT_SECRET", "") or shared
    if not given:
        return secrets.token_bytes(32)
    if given == shared:
        log.warning(
            "who has signed in is signed with something made of the database's password, which can be guessed from a cookie where it is short: "
            "set STEPWISE_SECRET (openssl rand -hex 32), the same for all servers"
        )
    words = (settings.student_password, settings.teacher_password)
    told = "\0".join(word.get_secret_value() if word else "" for word in words)
    return hmac.new(given.encode(), f"sign-in\0{told}".encode(), hashlib.sha256).digest()
