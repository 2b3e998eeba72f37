"""The teacher's pages as HTML: signing in, the list of classes, and the frame of one. Whatever a student typed is escaped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final, TypeAlias

from solver.classroom import Class
from ui import still, theme
from ui.i18n import say
from ui.shared import DARK

Words: TypeAlias = Callable[..., str]
NOTICES: Final = frozenset({"wrong", "wait", "lock-nothing", "gone", "no-name"})


def words(language: str, page: str = "teacher") -> Words:
    """The sentences of a teacher's page in a language, safe to stand in HTML."""

    def said(key: str, **values: object) -> str:
        return escape(say(language, f"{page}.{key}", **values))

    return said


def frame(
    language: str, title: str, body: str, *, signed_in: bool = False, notice: str = "", head: str = ""
) -> str:
    """A whole page. `title` is plain text, `body` and `head` are safe HTML, `notice` a sentence above it."""
    w, lang = words(language), "zh-CN" if language == "zh" else "en"
    other, name = ("en", "English") if language == "zh" else ("zh", "中文")
    away = post("/class/sign-out", w("sign-out"), cls="quiet") if signed_in else ""
    examples = f'<a href="/collect" class="quiet">{w("examples")}</a>' if signed_in else ""
    said = f'<p class="notice" role="alert">{notice}</p>' if notice else ""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)} · Stepwise</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f'{still.head(language)}<link rel="stylesheet" href="/{theme.url("classroom.css")}">{head}</head>'
        '<body class="stepwise-class"><header class="stepwise class-head">'
        f'<a class="class-home" href="/class">Stepwise · {w("title")}</a><nav aria-label="{w("tools")}">'
        f'{examples}<a href="/" class="quiet">{w("to-page")}</a><a href="?lang={other}" class="quiet" hreflang="{other}" lang="{other}">{name}</a>'
        f"{away}</nav></header>"
        f'<main class="stepwise class-page">{said}{body}</main><script>{DARK}{still.SETTLE}{_UNTIL}</script></body></html>'
    )


def post(action: str, word: str, *, cls: str = "button", fields: str = "") -> str:
    """A button that does something."""
    return f'<form method="post" action="{action}">{fields}<button class="{cls}">{word}</button></form>'


def turned_off(language: str) -> str:
    """What is shown where no password is set."""
    w = words(language)
    return frame(language, say(language, "teacher.title"), f"<h1>{w('off')}</h1><p>{w('off.do')}</p>")


def sign_in(language: str, notice: str = "", then: str = "/class") -> str:
    """The question for the password; `then` is where to go with it."""
    w = words(language)
    head = w("examples") if then.startswith("/collect") else w("title")
    body = (
        f'<h1>{head}</h1><form method="post" action="/class/sign-in" class="class-form">'
        f'<input type="hidden" name="then" value="{escape(then)}"><label>{w("password")}'
        '<input type="password" name="password" autocomplete="current-password" required autofocus></label>'
        f'<button class="button">{w("sign-in")}</button></form>'
    )
    return frame(language, say(language, "teacher.title"), body, notice=notice)


def classes(language: str, found: Sequence[Class], notice: str = "") -> str:
    """All classes, and the way to make one."""
    w = words(language)
    rows = "".join(
        f'<li><a href="/class/{one.id}"><strong>{escape(one.name)}</strong></a>'
        f"<span>{w('members', count=one.members)}</span>{code_of(one, w)}</li>"
        for one in found
    )
    there = f'<ul class="class-list">{rows}</ul>' if found else f"<p>{w('none')}</p>"
    make = (
        f'<form method="post" action="/class/new" class="class-form"><label>{w("name")}'
        f'<input type="text" name="name" maxlength="60" autocomplete="off" placeholder="{w("name.example")}" required></label>'
        f'<button class="button">{w("make")}</button></form>'
    )
    body = f"<h1>{w('classes')}</h1>{there}<h2>{w('new')}</h2>{make}"
    return frame(language, say(language, "teacher.title"), body, signed_in=True, notice=notice)


def code_of(one: Class, w: Words) -> str:
    """The code to write on the board, in two groups of three; read out letter by letter."""
    if one.closed:
        return f'<span class="class-closed">{w("closed")}</span>'
    half = len(one.code) // 2
    spelled = " ".join(one.code)
    return (
        f'<span class="class-code"><span class="live">{w("code")} {spelled}</span>'
        f'<span aria-hidden="true">{one.code[:half]} {one.code[half:]}</span></span>'
    )


def minutes(seconds: float, w: Words) -> str:
    """A length of time, as exact as it matters."""
    return w("seconds", count=round(seconds)) if seconds < 90 else w("minutes", count=round(seconds / 60))


# the teacher's clock, not the server's: its moment is sent as seconds since 1970
_UNTIL: Final = (
    "{ const fields = document.querySelector('.lock-form')?.elements; if (fields) { const { until, until_s } = fields;"
    "const shift = new Date().getTimezoneOffset() * 60;"
    "if (until_s.value) until.value = new Date((until_s.value - shift) * 1000).toISOString().slice(0, 16);"
    "until.form.addEventListener('submit', () => {"
    "until_s.value = until.value ? new Date(until.value).getTime() / 1000 : ''; }); } }"
)
