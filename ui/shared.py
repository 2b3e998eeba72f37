"""What a link to a conversation shows: all of it as its owner sees it, to read only."""

from __future__ import annotations

from html import escape
from typing import Final

from solver.store import Conversation
from ui import still
from ui.html import label
from ui.i18n import say
from ui.kept import turn_of

# the theme is the reader's own choice where they have made one
DARK: Final = (
    "try{var t=localStorage.getItem('stepwise-theme')}catch(e){}"
    "if(t==='dark'||(!t&&matchMedia('(prefers-color-scheme: dark)').matches))"
    "{document.documentElement.classList.add('stepwise-dark');document.body.classList.add('dark')}"
)


def page(found: Conversation, language: str) -> str:
    """The whole page."""
    turns = "".join(still.still_turn(turn_of(kept), aloud=True) for kept in found.shown())
    top = f'<p class="shared-note">{label("shared.note")} <a href="/">{label("shared.own")}</a></p>'
    top += f'<h1 class="live">{escape(found.summary.title)}</h1>'
    return _html(found.summary.title, language, top + f'<div class="turns">{turns}</div>', speaks=True)


def missing(code: str, language: str) -> str:
    """The page for a link that leads nowhere, or cannot be read now."""
    key = "shared.gone" if code == "conversation-gone" else f"failure.{code}"
    body = (
        f'<section class="end note"><h1>{label(key)}</h1><p class="remedy">{label(key + ".do")}</p>'
        f'<p><a href="/">{label("shared.own")}</a></p></section>'
    )
    return _html(say(language, key), language, body)


def _html(title: str, language: str, body: str, *, speaks: bool = False) -> str:
    lang = "zh-CN" if language == "zh" else "en"
    speech, script = ("../speech", still.SPEAK) if speaks else (None, "")
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)} · Stepwise</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f'{still.head(language, speech)}</head><body class="stepwise-shared"><main class="stepwise sheet">{body}</main>'
        f"<script>{DARK}{still.SETTLE}{script}</script></body></html>"
    )
