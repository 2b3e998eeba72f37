"""A browser tab without a browser: it calls the page's handlers as Gradio does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from solver.store import hashed
from ui.handlers import Handlers
from ui.own import COOKIE

TOKEN, STRANGER = "m" * 43, "s" * 43
ME = hashed(TOKEN)


class Tab:
    """One browser tab, without a browser."""

    def __init__(self, handlers: Handlers, name: str, token: str | None = TOKEN) -> None:
        cookie = {"cookie": f"{COOKIE}={token}"} if token else {}
        self._request: Any = SimpleNamespace(session_hash=name, headers=cookie)
        self.handlers, self.name = handlers, name

    def stream(self, event: str, **data: Any) -> Any:
        return getattr(self.handlers, event)(SimpleNamespace(_data=data), self._request)

    async def do(self, event: str, **data: Any) -> dict[str, Any]:
        """The last that is shown."""
        value: dict[str, Any] = {}
        async for value in self.stream(event, **data):  # noqa: B007
            pass
        return value

    async def open(self, conversation: str | None) -> dict[str, Any]:
        found: dict[str, Any] = await self.stream("open", conversation=conversation)
        return found
