"""What the teacher's side needs of a request: its form, its language, whether it came over https."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request

from solver.ports import Language
from ui import requests
from ui.own import came_by_https

LANGUAGE: Final = "stepwise-class-language"


async def form(request: Request) -> dict[str, str]:
    """The fields of a form that a page sent."""
    text = (await requests.body_of(request) or b"").decode("utf-8", "replace")
    fields = parse_qs(text, keep_blank_values=True, max_num_fields=50)
    return {name: values[-1] for name, values in fields.items()}


def language_of(request: Request) -> Language:
    """The language that was chosen on the page, or that the browser asks for first."""
    return requests.language_of(request, LANGUAGE)


def is_secure(request: Request) -> bool:
    """Whether the browser speaks https, with us or with what stands before us."""
    return came_by_https(request.scope, request.headers)
