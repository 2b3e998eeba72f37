"""What a server's errors mean for the reader, and which of them are gone when one asks again.

Knows the client library's errors, never passes a server's own words on: they may repeat a key.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from solver.errors import ModelUnavailable

if TYPE_CHECKING:
    from openai import APIStatusError

PASSING: Final = frozenset((408, 409, 429))
"""Status codes, beside those from 500, that may be gone when one asks again."""
FIRST_PAUSE_S: Final = 0.5
LONGEST_PAUSE_S: Final = 8.0
LONGEST_WISH_S: Final = 30.0
"""A server that wants a longer pause (Retry-After) is taken as busy."""
OPTIONAL: Final = ("temperature", "top_p", "top_k", "seed", "stop", "max_tokens", "max_completion_tokens")
"""Fields that a server may refuse; the request is made again without."""

_TOO_LONG: Final = re.compile(
    r"context.{0,40}(length|size|window|limit)|too long|too many tokens|exceed\w*.{0,60}(tokens|length)", re.I
)


def address(base_url: str) -> str:
    """A server's address as it may be shown: no user, no password, no query.

    >>> address("https://me:secret@example.org:8000/v1?key=secret")
    'https://example.org:8000/v1'
    """
    parts = urlsplit(base_url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}".rstrip("/") if host else parts.path


def is_address(base_url: str) -> bool:
    """Whether it can be a server's address.

    >>> is_address("http://localhost:8000/v1"), is_address("localhost:8000/v1")
    (True, False)
    """
    try:
        parts = urlsplit(base_url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def words(error: APIStatusError) -> str:
    """All that a server says in an error, for looking into only."""
    return f"{error.message} {error.body} {error.code or ''} {error.param or ''}"


def is_too_long(said: str) -> bool:
    """Whether a server says that the conversation is longer than its model can read."""
    return _TOO_LONG.search(said) is not None


def refused_field(error: APIStatusError, sent: Mapping[str, Any]) -> str | None:
    """The field of the request that a server says it does not take.

    A request is a flat mapping here. "tools" stands for all that has to do with them.
    """
    said = words(error)
    if error.status_code in (400, 422):
        for field in OPTIONAL:
            # "stop" is a word as well: only as a quoted name
            name = rf"['\"`]{field}\b" if field == "stop" else rf"\b{field}\b"
            if field in sent and (error.param == field or re.search(name, said)):
                return field
    if error.status_code in (400, 422, 500, 501) and "tools" in sent and re.search(r"\btools?\b|tool_", said):
        return "tools"
    return None


def pause_s(error: Exception, attempt: int) -> float | None:
    """Seconds to wait before asking again; None where that is no use.

    `attempt` counts from 0. The pauses double, and are scattered so that not all come back at once.
    """
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        wish_s = float(headers.get("retry-after", ""))
    except ValueError:
        wish_s = 0.0
    if not wish_s <= LONGEST_WISH_S:  # not a number is too long as well
        return None
    return max(wish_s, min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0**attempt) * random.uniform(0.75, 1))


def is_passing(error: APIStatusError) -> bool:
    """Whether it may be gone when one asks again."""
    return (error.status_code in PASSING or error.status_code >= 500) and not _spent(error)


def _spent(error: APIStatusError) -> bool:
    return error.status_code == 402 or "insufficient_quota" in words(error)


def failure_of(error: APIStatusError, server: str, model: str, *, has_key: bool) -> ModelUnavailable:
    """What an answer that is an error means, once asking again has not helped.

    "no-such-model" still lacks the names of those that there are.
    """
    status, said = error.status_code, words(error)
    if _spent(error):
        return ModelUnavailable("quota-spent", server=server)
    if status in (401, 403):
        return ModelUnavailable("key-refused" if has_key else "key-missing", server=server)
    if status == 429:
        return ModelUnavailable("server-busy", server=server)
    if status in (400, 413, 422, 500) and is_too_long(said):
        return ModelUnavailable("context-full", model=model)
    named = re.search(rf"(?<![\w-]){re.escape(model)}(?![\w-])", said)
    if status in (400, 404, 422) and (named or "model_not_found" in said):
        return ModelUnavailable("no-such-model", server=server, model=model)
    if status in (404, 405, 301, 302, 307, 308):
        return ModelUnavailable("no-model-server", server=server)
    return ModelUnavailable(
        "server-broken" if status >= 500 else "request-refused", server=server, status=status
    )
