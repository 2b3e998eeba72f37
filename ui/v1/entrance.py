"""Who may come in at the doors for programs (`/v1`, `/api/solve` and `/mcp`), how often, and how many at once.

Keys, origins, rates and places are the same for all: whoever is refused at one is refused at the others. Gradio answers preflights
itself, and lets every origin read answers of a server that is not on localhost; so another origin is refused here, before anything is done.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message, Send

from solver.api_keys import NamedKey
from solver.store import Store
from ui.classroom import programs
from ui.i18n import say
from ui.operation.requests import PROGRAM
from ui.own import same_origin
from ui.requests import body_of
from ui.streams import STREAMS
from ui.v1.asked import MAX_BODY_BYTES, ApiError
from ui.v1.places import Places
from ui.v1.rates import Rates, neighbourhood

RETRY_S: Final = 5


@dataclass(frozen=True, slots=True)
class Door:
    """The keys of which one must be shown, problems solved at once, requests that may wait, requests of one address or key, pages that may ask."""

    key: str | None = field(default=None, repr=False)
    at_once: int = 8
    waiting: int = 64
    per_minute: float = 600.0
    burst: int = 60
    origins: frozenset[str] = frozenset()
    keys: tuple[NamedKey, ...] = ()

    def all_keys(self) -> tuple[NamedKey, ...]:
        """Those with names, and the one without."""
        return (*self.keys, NamedKey("default", self.key)) if self.key else self.keys


class Entrance:
    """One for all doors of a server."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.places = Places(door.at_once, door.waiting)
        self._rates = Rates(door.per_minute, door.burst)
        self._keys = [(hashlib.sha256(one.key.encode()).digest(), one) for one in door.all_keys()]
        self._own = {
            one.name: Rates(one.per_minute, min(door.burst, max(1, int(one.per_minute))))
            for _, one in self._keys
            if one.per_minute is not None
        }

    @property
    def has_keys(self) -> bool:
        """Whether programs must show one."""
        return bool(self._keys)

    def route(
        self,
        path: str,
        answer: Callable[[Request], Awaitable[Response]],
        method: str,
        *,
        solves: bool = False,
    ) -> Route:
        """A route for whoever is admitted. `solves`: it costs something, so it is counted, and ends as the server is about to end."""

        async def guarded(request: Request) -> Response:
            try:
                self.admit(request, solves=solves)
                answered = await answer(request)
            except ApiError as error:
                answered = JSONResponse(error.body(), status_code=error.status, headers=error.headers)
            except ClientDisconnect:
                return Response(status_code=499)
            self._let_read(request, answered.headers)
            return answered

        return Route(path, guarded, methods=[method])

    def _let_read(self, request: Request, headers: MutableHeaders) -> None:
        """A page of a site that is listed may read the answer."""
        origin = request.headers.get("origin")
        if origin in self._door.origins:
            headers["Access-Control-Allow-Origin"] = origin
            headers.add_vary_header("Origin")

    def readable(self, request: Request, send: Send) -> Send:
        """The same for an answer that somebody else writes."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._let_read(request, MutableHeaders(scope=message))
            await send(message)

        return sent

    async def heed_class(self, store: Store | None, request: Request, language: str) -> None:
        """A class that keeps solutions closed keeps them closed for its members' browsers here, too.

        Raises:
            ApiError: it does now.
        """
        if not self._keys and await programs.keeps_closed(store, request):
            sentence = say(language, f"failure.{programs.CODE}")  # who shows a key is no member
            raise ApiError(sentence, status=403, code=programs.CODE)

    def admit(self, request: Request, *, solves: bool, own_page: bool = True) -> None:
        """Let a request in, and note the name of its key for whoever counts. `own_page`: this server's own pages may ask.

        Where they need not, none but those that are listed may: a name of another site that leads to this computer looks like our own.

        Raises:
            ApiError: it may not come in, or not now.
        """
        origin = request.headers.get("origin")
        is_own = same_origin(request.headers) if own_page else origin is None
        if not is_own and origin not in self._door.origins:
            raise ApiError("pages of another origin may not use this server", status=403, code="origin")
        known = self._known(_shown(request))
        if known is not None:
            request.scope[PROGRAM] = known.name
        if solves or (self._keys and known is None):  # keys are not to be guessed fast
            self._count(known, request)
        if self._keys and known is None:
            raise ApiError(
                "this server wants its key as `Authorization: Bearer KEY`",
                status=401,
                code="invalid_api_key",
                headers={"WWW-Authenticate": "Bearer"},
            )
        if solves and not STREAMS.taking:
            raise ApiError(
                "this server is about to stop and takes no new problems; try again in a few seconds",
                status=503,
                code="closing",
                headers={"Retry-After": str(RETRY_S)},
            )

    def _known(self, shown: Sequence[bytes]) -> NamedKey | None:
        """The key that was shown, in one of these codings. All are compared, so that time tells nothing."""
        digests, found = [hashlib.sha256(text).digest() for text in shown], None
        for other, one in self._keys:
            for digest in digests:
                found = one if hmac.compare_digest(digest, other) else found
        return found

    def _count(self, known: NamedKey | None, request: Request) -> None:
        if known is not None:
            whose, name = "key", f"key {known.name}"
        else:
            whose, address = "address", request.client.host if request.client else ""
            name = f"address {neighbourhood(address)}"
        rates = self._own.get(known.name, self._rates) if known is not None else self._rates
        wait_s = math.ceil(rates.take(name))
        if wait_s:
            raise ApiError(
                f"too many requests from this {whose}: {rates.per_minute:g} a minute are allowed, "
                f"{rates.burst} of them at once; try again in {wait_s} s",
                status=429,
                code="rate_limit_exceeded",
                headers={"Retry-After": str(wait_s)},
            )


def _shown(request: Request) -> tuple[bytes, bytes]:
    """What stands behind `Bearer`, as UTF-8: as it was sent, and where it was sent as Latin-1. Most programs send other signs than ASCII as one of these."""
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    shown = shown.strip() if scheme.lower() == "bearer" else ""  # Starlette reads a header as Latin-1
    return shown.encode("latin-1"), shown.encode()


async def json_of(request: Request) -> object:
    """The JSON that was sent.

    Raises:
        ApiError: it is too long, or no JSON.
    """
    read = await body_of(request, MAX_BODY_BYTES)
    if read is None:
        raise ApiError(f"the body has more than {MAX_BODY_BYTES} bytes", status=413)
    try:
        return json.loads(read)
    except (ValueError, RecursionError) as error:
        raise ApiError("the body is not JSON") from error
