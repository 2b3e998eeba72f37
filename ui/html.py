"""Small pieces of HTML that more than one renderer needs. Escapes whatever it is given."""

from __future__ import annotations

import json
from html import escape

from ui.i18n import locales, say


def tag(name: str, html: str, *, cls: str) -> str:
    """An element around HTML that is already safe."""
    return f'<{name} class="{cls}">{html}</{name}>'


def label(key: str, **values: object) -> str:
    """A word of the page, not of the problem: English here, in the reader's language once it is shown.

    The page replaces the text of every `data-i18n`, also when the language is switched later. Where a key is
    unknown (a new failure code) the general one stands in.

    >>> label("answer.title")
    '<span data-i18n="answer.title">Answer</span>'
    """
    if key not in locales()["en"]:
        key = "failure.failed.do" if key.endswith(".do") else "failure.failed"
    arguments = f" data-i18n-args='{escape(json.dumps(values))}'" if values else ""
    return f'<span data-i18n="{key}"{arguments}>{escape(say("en", key, **values))}</span>'
