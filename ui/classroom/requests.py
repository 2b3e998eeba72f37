"""What both sides of a class need of a request: its body, its language, whether it came over https."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.requests import Request

MAX_BODY: Final = 20_000
LANGUAGE: Final = "stepwise-class-language"


async def body(request: Request) -> str:
    """The body as text; empty where it is longer than anybody would send."""
    found = b""
    async for part in request.stream():
        found += part
        if len(found) > MAX_BODY:
            return ""
    return found.decode("utf-8", "replace")


async def form(request: Request) -> dict[str, str]:
    """The fields of a form that a page sent."""
    fields = parse_qs(await body(request), keep_blank_values=True, max_num_fields=50)
    return {name: values[-1] for name, values in fields.items()}


async def record(request: Request) -> dict[str, Any]:
    """The JSON object that a script sent; empty where it is none."""
    try:
        found = json.loads(await body(request))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def language_of(request: Request) -> str:
    """The language that was chosen on the page, or that the browser asks for first."""
    asked = (
        request.query_params.get("lang")
        or request.cookies.get(LANGUAGE)
        or request.headers.get("accept-language", "")
    )
    return "zh" if asked.strip().lower().startswith("zh") else "en"


def is_secure(request: Request) -> bool:
    """Whether the browser speaks https, with us or with what stands before us."""
    proxied = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return "https" in (request.url.scheme, proxied)
