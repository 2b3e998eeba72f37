"""Signing in with Hugging Face: OpenID Connect, by `authlib`, which `gradio[oauth]` brings to every Space.

    GET /sign-in/huggingface?then=/…    to the provider
    GET /login/callback                 back with a code; the Space's application at Hugging Face knows this path

Gradio's own `attach_oauth` is not used: it needs a Space and a LoginButton, keeps the access token in a cookie, and gives only event handlers
a name. Here the provider is asked who somebody is and nothing else; its token is thrown away. What a browser must bring back (state,
nonce) is in a signed cookie of a few minutes.
"""

from __future__ import annotations

import logging
from typing import Any, Final

from authlib.integrations.starlette_client import OAuth
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ui.classroom.requests import is_secure
from ui.login import page
from ui.login.person import Person
from ui.login.ways import Login

COOKIE: Final = "stepwise-signing-in"
PATIENCE_S: Final = 600
log = logging.getLogger("stepwise")


def routes(login: Login) -> list[Route]:
    """The routes, for the `routes` of a Starlette application."""
    made = _Provider(login)
    return [
        Route("/sign-in/huggingface", made.leave, methods=["GET"]),
        Route("/login/callback", made.come_back, methods=["GET"]),
    ]


class _Provider:
    def __init__(self, login: Login) -> None:
        self._login, given = login, login.environment
        self._host = (
            given.get("SPACE_HOST", "").split(",")[0].strip()
        )  # with a domain of one's own it is a list
        address = given.get("OPENID_PROVIDER_URL", "https://huggingface.co").rstrip("/")
        self._client: Any = OAuth().register(
            "huggingface",
            client_id=given["OAUTH_CLIENT_ID"],
            client_secret=given.get("OAUTH_CLIENT_SECRET"),
            server_metadata_url=f"{address}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid profile"},
        )

    async def leave(self, request: Request) -> Response:
        """To the provider, with what it must bring back."""
        from ui.login.routes import then_of

        request.scope["session"] = session = dict[str, Any]()
        try:
            response: Response = await self._client.authorize_redirect(request, self._back(request))
        except Exception as error:  # noqa: BLE001  whatever a provider's address answers
            return self._failed(request, error)
        note = {"session": session, "then": then_of(request.query_params.get("then"))}
        self._keep(response, request, self._login.seal.write(note, PATIENCE_S), PATIENCE_S)
        return response

    async def come_back(self, request: Request) -> Response:
        """Who the provider says that it is; once for each time that somebody was sent there."""
        note = self._login.seal.read(request.cookies.get(COOKIE, ""))
        if note is None or not isinstance(note.get("session"), dict):
            return self._failed(request, ValueError("nobody was sent to the provider from this browser"))
        request.scope["session"] = note["session"]
        try:
            told = (await self._client.authorize_access_token(request))["userinfo"]
            # not `name`, which everybody chooses for themselves: a teacher is known by the name here
            name = str(told.get("preferred_username") or "")
            person = Person("huggingface", str(told["sub"]), name)
        except Exception as error:  # noqa: BLE001  as above
            return self._failed(request, error)
        response = RedirectResponse(str(note["then"]), 303, headers=page.HEADERS)
        self._login.cookies.give(response, person, secure=is_secure(request))
        self._keep(response, request, "", 0)
        return response

    def _back(self, request: Request) -> str:
        """Where the provider sends people back to: a Space is known there by its own host."""
        root = f"https://{self._host}/" if self._host else str(request.base_url)
        return f"{root}login/callback"

    def _failed(self, request: Request, error: Exception) -> Response:
        log.warning("somebody could not sign in: %s: %.300r", type(error).__name__, str(error))
        response = RedirectResponse("/sign-in?failed=1", 303, headers=page.HEADERS)
        self._keep(response, request, "", 0)
        return response

    @staticmethod
    def _keep(response: Response, request: Request, note: str, age_s: int) -> None:
        response.set_cookie(
            COOKIE,
            note,
            max_age=age_s,
            path="/login",
            httponly=True,
            samesite="lax",
            secure=is_secure(request),
        )
