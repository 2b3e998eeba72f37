"""The page to sign in at, as HTML: it works without scripts, and says what to do in both languages."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

from ui import still, theme
from ui.i18n import say
from ui.shared import DARK

HEADERS: Final = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "same-origin"}
ALONE: Final = {"X-Frame-Options": "DENY", "Content-Security-Policy": "frame-ancestors 'none'"}
LANGUAGE: Final = "stepwise-class-language"
"""The cookie of the language that was chosen on a page like this, the teacher's among them."""


def answer(html: str, status: int = 200, *, framed: bool = False) -> Response:
    """The page; nobody keeps it, and no other site shows it inside its own, but a Space's."""
    return HTMLResponse(html, status_code=status, headers=HEADERS | ({} if framed else ALONE))


def with_password(language: str, then: str, notice: str = "", *, wrong: bool = False) -> str:
    """The question for a password; `then` is where to go with it, `notice` a sentence above it."""
    w = _words(language)
    told = ' aria-invalid="true" aria-describedby="said"' if wrong else ""
    form = (
        f'<p>{w("lead")}</p><form method="post" action="/sign-in" class="class-form">'
        f'<input type="hidden" name="then" value="{escape(then)}"><label>{w("password")}'
        f'<input type="password" name="password" autocomplete="current-password" required autofocus{told}></label>'
        f'<button class="button">{w("sign-in")}</button></form><p class="hint">{w("both")}</p>'
    )
    return _page(language, w("title"), form, notice, then=then)


def with_provider(language: str, then: str, address: str, notice: str = "") -> str:
    """The way to Hugging Face. Where the page is inside another one, it opens beside it: providers refuse to be shown in a frame."""
    w = _words(language)
    link = (
        f'<p>{w("lead.huggingface")}</p><p><a class="button primary" id="provider" href="{escape(address)}">{w("huggingface")}</a></p>'
        f'<p class="hint">{w("huggingface.note")}</p>'
        "<script>if (window.top !== window.self) document.getElementById('provider').target = '_blank';</script>"
    )
    return _page(language, w("title"), link, notice, then=then)


def by_proxy(language: str) -> str:
    """Whoever comes here was not named by the school's proxy."""
    w = _words(language)
    return _page(language, w("proxy"), f"<p>{w('proxy.do')}</p>")


def for_teachers(language: str) -> str:
    """Somebody is known and no teacher."""
    w = _words(language)
    return _page(language, w("teachers"), f'<p>{w("teachers.do")}</p><p><a href="/">{w("to-page")}</a></p>')


def _words(language: str) -> Callable[[str], str]:
    return lambda key: escape(say(language, f"login.{key}"))


def _page(language: str, title: str, body: str, notice: str = "", then: str = "") -> str:
    lang = "zh-CN" if language == "zh" else "en"
    other, name = ("en", "English") if language == "zh" else ("zh", "中文")
    said = f'<p class="notice" role="alert" id="said">{escape(notice)}</p>' if notice else ""
    kept = f"&amp;then={quote(then, safe='')}" if then else ""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} · Stepwise</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f'{still.head(language)}<link rel="stylesheet" href="/{theme.url("classroom.css")}"></head>'
        '<body class="stepwise-class"><header class="stepwise class-head"><span class="class-home">Stepwise</span>'
        f'<nav aria-label="{escape(say(language, "teacher.tools"))}"><a href="?lang={other}{kept}" class="quiet" hreflang="{other}" lang="{other}">{name}</a></nav></header>'
        f'<main class="stepwise class-page sign-in"><h1>{title}</h1>{said}{body}</main><script>{DARK}</script></body></html>'
    )
