"""Formulas in words for the page that reads aloud. `POST /speech {"language": "en", "formulas": [LaTeX…], "texts": […]}` →
`{"formulas": [words…], "texts": [words…]}`; `texts` are what students typed, with formulas that nobody marked.

Keeps nothing and evaluates nothing: what a formula is called depends on its text alone.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from solver.ports import Language
from ui.requests import body_of, json_answer, object_in
from ui.speech import spoken, spoken_typed

MAX_BODY: Final = 400_000
MOST: Final = 2_000
"""A long solution has a few hundred."""


def routes() -> list[Route]:
    """The one route."""

    async def speech(request: Request) -> Response:
        try:
            body = await body_of(request, MAX_BODY)
        except ClientDisconnect:
            return Response(status_code=499)
        if body is None:
            return JSONResponse({"code": "too-long"}, 413)
        asked = _asked(body)
        if asked is None:
            return JSONResponse({"code": "failed"}, 400)
        language, formulas, texts = asked

        def words() -> dict[str, list[str]]:
            return {
                "formulas": [spoken(formula, language) for formula in formulas],
                "texts": [spoken_typed(text, language) for text in texts],
            }

        return json_answer(await asyncio.to_thread(words))

    return [Route("/speech", speech, methods=["POST"])]


def _asked(body: bytes) -> tuple[Language, list[str], list[str]] | None:
    found = object_in(body)
    if found is None:
        return None
    formulas, texts = _texts(found.get("formulas")), _texts(found.get("texts", []))
    if formulas is None or texts is None:
        return None
    return "zh" if found.get("language") == "zh" else "en", formulas, texts


def _texts(found: Any) -> list[str] | None:
    if isinstance(found, list) and len(found) <= MOST and all(isinstance(text, str) for text in found):
        return found
    return None
