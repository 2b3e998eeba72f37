"""The list and the editor as HTML. Whatever somebody typed is escaped; what is typed here is filled in by `assets/collect.js`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final
from urllib.parse import urlencode

from solver.ports import Language
from solver.store import KeptExample, Thumb
from ui import theme
from ui.classroom.page import Words, frame, post, words
from ui.collect.drafts import Draft
from ui.i18n import say
from ui.markdown import math_html, typed

NOTICES: Final = frozenset({"gone", "deleted", "kept"})
LICENCES: Final = ("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "MIT", "Apache-2.0", "unknown")
SHOWN_PROBLEM: Final = 400  # characters in the list


def listed(
    language: Language,
    found: Sequence[KeptExample],
    thumbs: Sequence[Thumb],
    *,
    search: str,
    page: int,
    more: bool,
    notice: str,
) -> str:
    """Drafts of this browser, examples, and what readers thought."""
    w = words(language, "collect")
    body = (
        f'<h1>{w("title")}</h1><p class="hint">{w("words")}</p>'
        f'<p class="class-acts"><a class="button primary" href="/collect/new">{w("new")}</a>'
        f'<a class="button" href="/collect/examples.jsonl" download>{w("download")}</a></p>{_several(w)}'
        f'<section class="collect-drafts" aria-labelledby="drafts" hidden><h2 id="drafts">{w("drafts")}</h2><p class="hint">{w("drafts.words")}</p>'
        f'<ul class="class-list"></ul></section>'
        f'<section aria-labelledby="examples"><h2 id="examples">{w("examples")}</h2>{_search(search, w)}{_rows(found, search, w)}'
        f"{_pages(search, page, more, w)}</section>{_thumbs(thumbs, w)}"
    )
    said = w(f"notice.{notice}") if notice in NOTICES else ""
    return frame(language, say(language, "collect.title"), body, signed_in=True, notice=said, head=_head())


def _several(w: Words) -> str:
    return (
        f'<details class="collect-several"><summary>{w("several")}</summary><form><label>{w("several.words")}'
        f'<textarea rows="6" required></textarea></label><p class="collect-note" role="alert"></p><button class="button">{w("several.make")}</button></form></details>'
    )


def _search(search: str, w: Words) -> str:
    return (
        f'<form class="class-form" role="search"><label>{w("search")}<input type="search" name="search" value="{escape(search)}" maxlength="200"></label>'
        f'<button class="button ghost">{w("search.do")}</button></form>'
    )


def _rows(found: Sequence[KeptExample], search: str, w: Words) -> str:
    if not found:
        return f"<p>{w('none-found' if search.strip() else 'none')}</p>"
    rows = []
    for kept in found:
        one = kept.example
        labels = " · ".join(
            escape(label) for label in (one.subject, one.level, one.source, one.licence) if label
        )
        rows.append(
            f'<li><a href="/collect/{kept.id}">{_problem(one.problem.text, one.problem.language)}</a>'
            f'<span class="collect-answer">{math_html(one.answer, display=False)}</span><span class="hint">{labels}</span></li>'
        )
    return f'<ul class="class-list collect-list">{"".join(rows)}</ul>'


def _problem(text: str, language: Language) -> str:
    """A problem within a link; formulas stay whole, or as they were typed where they are cut."""
    lang = "zh-CN" if language == "zh" else "en"
    short = text if len(text) <= SHOWN_PROBLEM else f"{text[:SHOWN_PROBLEM]}…"
    return f'<span lang="{lang}">{typed(" ".join(short.split()))}</span>'


def _pages(search: str, page: int, more: bool, w: Words) -> str:
    def link(number: int, key: str) -> str:
        return f'<a class="button" href="/collect?{escape(urlencode({"search": search, "page": number}))}">{w(key)}</a>'

    links = (link(page - 1, "before") if page else "") + (link(page + 1, "after") if more else "")
    return f'<nav class="class-acts" aria-label="{w("pages")}">{links}</nav>' if links else ""


def _thumbs(thumbs: Sequence[Thumb], w: Words) -> str:
    if not thumbs:
        return ""
    rows = "".join(
        f'<li><a href="/collect/turn/{one.turn}">{_problem(one.problem.text, one.problem.language)}</a>'
        f'<span class="collect-thumb" data-up="{int(one.up)}">{w("up" if one.up else "down")}</span><span class="hint">{escape(one.model)}</span>'
        f"{post(f'/collect/turn/{one.turn}/dismiss', w('dismiss'), cls='quiet')}</li>"
        for one in thumbs
    )
    return (
        f'<section aria-labelledby="thumbs"><h2 id="thumbs">{w("thumbs")}</h2><p class="hint">{w("thumbs.words")}</p>'
        f'<ul class="class-list collect-list">{rows}</ul></section>'
    )


def editor(
    language: Language,
    found: Draft | None,
    models: Sequence[str],
    *,
    number: int | None = None,
    thumb: Thumb | None = None,
    shown: Mapping[int, str] | None = None,
) -> str:
    """The editor of an example (`number`), of a solution that got a `thumb`, or of a draft that the browser has."""
    w = words(language, "collect")
    key = f"row-{number}" if number is not None else f"turn-{thumb.turn}" if thumb is not None else ""
    data = {"key": key, "number": number, "draft": found.record() if found else None, "outputs": shown or {}}
    title = w("edit.number", number=number) if number is not None else w("edit.new")
    about = f'<p class="hint">{w("about-up" if thumb.up else "about-down")}</p>' if thumb is not None else ""
    choices = "".join(f'<option value="{escape(name)}">{_model(name, language)}</option>' for name in models)
    body = (
        f'<p><a href="/collect">{w("back")}</a></p><h1>{title}</h1>{about}<p class="notice collect-draft" role="status" hidden><span></span> '
        f'<button type="button" class="quiet" data-do="forget">{w("draft.forget")}</button></p>'
        f'<form class="collect-editor" autocomplete="off">{_field("problem", w, rows=3)}'
        f'<div class="class-acts collect-solve"><label>{w("model")}<select name="model">{choices}</select></label>'
        f'<button type="button" class="button" data-do="solve">{w("solve")}</button></div>'
        f'<h2 id="solution">{w("solution")}</h2><p class="hint">{w("solution.words")}</p><ol class="collect-parts" aria-labelledby="solution"></ol>'
        f'<div class="class-acts"><button type="button" class="button ghost" data-do="add-prose">{w("add-prose")}</button>'
        f'<button type="button" class="button ghost" data-do="add-cell">{w("add-cell")}</button></div>'
        f'{_field("answer", w, rows=1, code=True)}<p class="collect-value" aria-hidden="true"></p><h2>{w("labels")}</h2><div class="collect-labels">'
        f"{_input('licence', w, LICENCES, required=True)}{_input('source', w, models, required=True)}{_input('subject', w)}{_input('level', w)}{_input('reference', w)}</div>"
        f'<div class="collect-bar"><p class="collect-status" role="status"></p><div role="alert"><ul class="collect-faults"></ul></div><div class="class-acts">'
        f'<button type="button" class="button ghost" data-do="stop" hidden>{w("stop")}</button><button type="button" class="button ghost" data-do="run">{w("run")}</button>'
        f'<button type="button" class="button ghost" data-do="anyway" hidden>{w("anyway")}</button><button class="button" data-do="keep">{w("keep")}</button></div></div></form>'
        f'<section class="collect-preview" aria-labelledby="preview" hidden><h2 id="preview">{w("preview")}</h2><div class="turns"></div></section>'
        f"{_delete(number, w)}{_template('prose', w)}{_template('cell', w)}"
        f'<script type="application/json" id="collect-data">{_json(data)}</script>'
    )
    return frame(language, say(language, "collect.title"), body, signed_in=True, head=_head())


def _head() -> str:
    return (
        f'<link rel="stylesheet" href="/{theme.url("collect.css")}"><script defer src="/{theme.url("collect.js")}"></script>'
        f'<script defer src="/{theme.url("collect-editor.js")}"></script>'
    )


def _field(name: str, w: Words, *, rows: int, code: bool = False) -> str:
    plainly = ' spellcheck="false" autocapitalize="off"' if code else ""
    cls = ' class="is-code"' if code else ""
    return f'<label class="collect-field">{w(name)}<textarea name="{name}" rows="{rows}"{cls}{plainly}></textarea></label>'


def _input(name: str, w: Words, offered: Sequence[str] = (), *, required: bool = False) -> str:
    names = "".join(f'<option value="{escape(one)}"></option>' for one in offered)
    options = f'<datalist id="offered-{name}">{names}</datalist>' if offered else ""
    listing = f' list="offered-{name}"' if offered else ""
    must = ' aria-required="true"' if required else ""
    hint = f'<span class="hint" id="hint-{name}">{w(f"{name}.words")}</span>'
    return f'<div class="collect-label"><label>{w(name)}<input type="text" name="{name}" maxlength="200"{listing}{must} aria-describedby="hint-{name}"></label>{hint}{options}</div>'


def _template(kind: str, w: Words) -> str:
    """A part of a solution, for the script to copy."""
    acts = "".join(
        f'<button type="button" class="quiet" data-part="{act}" aria-label="{w(f"part.{act}")}" title="{w(f"part.{act}")}">{sign}</button>'
        for act, sign in (("up", "↑"), ("down", "↓"), ("remove", "✕"))
    )
    area = 'class="is-code" spellcheck="false" autocapitalize="off"' if kind == "cell" else ""
    outs = (
        f'<div class="collect-outs" aria-label="{w("outputs")}" role="group" tabindex="-1"></div>'
        if kind == "cell"
        else ""
    )
    return (
        f'<template id="part-{kind}"><li class="collect-part" data-kind="{kind}"><div class="collect-part-head"><span class="collect-kind">{w(kind)}</span>'
        f'<span class="collect-part-acts">{acts}</span></div><textarea rows="2" {area} aria-label="{w(kind)}"></textarea>{outs}</li></template>'
    )


def _delete(number: int | None, w: Words) -> str:
    if number is None:
        return ""
    return (
        f'<details class="class-delete"><summary>{w("delete")}</summary><p>{w("delete.words")}</p>'
        f"{post(f'/collect/{number}/delete', w('delete.really'), cls='button danger')}</details>"
    )


def _model(name: str, language: Language) -> str:
    return escape(say(language, "model.builtin") if name == "builtin" else name)


def _json(data: Mapping[str, Any]) -> str:
    """JSON that may stand inside `<script>`."""
    return json.dumps(data).replace("<", "\\u003c")
