"""The three parts of the page as Gradio components: header, sheet, composer.

Each is a `gr.HTML` with a constant template, which Gradio therefore never redraws; its script (assets/*.js) builds
and changes what is inside. Only the sheet exchanges data with Python: its value goes down, its events come up.
"""

from __future__ import annotations

from typing import Any, Final

import gradio as gr

from ui import theme

EMPTY: Final[dict[str, Any]] = {"order": [], "turns": [], "beat": 0}

_ICONS: Final = {
    "name": '<path d="M4 19h4v-5h4V9h4V4h4"/>',
    "list": '<path d="M4 6h16M4 12h16M4 18h10"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "new": '<path d="M12 5v14M5 12h14"/>',
    "code": '<path d="m8 7-5 5 5 5m8-10 5 5-5 5"/>',
    "moon": '<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z"/>',
    "sun": '<circle cx="12" cy="12" r="4"/><path d="M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.5 1.5m11 11L19 19M5 19l1.5-1.5m11-11L19 5"/>',
}


def _icon(name: str, cls: str = "") -> str:
    return (
        f'<svg class="{cls}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" '
        f'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{_ICONS[name]}</svg>'
    )


def _tool(name: str, key: str, content: str, extra: str = "") -> str:
    return (
        f'<button type="button" class="tool" id="stepwise-{name}" data-i18n-aria-label="{key}" '
        f'data-i18n-title="{key}" {extra}>{content}</button>'
    )


HEADER: Final = (
    '<header class="stepwise head"><div class="bar">'
    '<a class="skip" href="#stepwise-problem" data-i18n="app.skip"></a>'
    + _tool("list", "side.open", _icon("list"), 'aria-expanded="false" aria-controls="stepwise-side" hidden')
    + f'<h1 class="name">{_icon("name")}<span>Stepwise</span></h1>'
    + _tool("new", "header.new.hint", f'{_icon("new")}<span class="word" data-i18n="header.new"></span>')
    + _tool(
        "code",
        "header.code.hint",
        f'{_icon("code")}<span class="word" data-i18n="header.code"></span>',
        'aria-pressed="true"',
    )
    + '<select class="tool" id="stepwise-model" data-i18n-aria-label="header.model" data-i18n-title="header.model"></select>'
    '<select class="tool" id="stepwise-strategy" data-i18n-aria-label="header.strategy" data-i18n-title="header.strategy" hidden></select>'
    '<select class="tool" id="stepwise-language" data-i18n-aria-label="header.language"></select>'
    + _tool("theme", "header.theme", _icon("moon", "moon") + _icon("sun", "sun"), 'aria-pressed="false"')
    + _tool("keys", "header.keys", '<span aria-hidden="true">?</span>')
    + "</div></header>"
)

SIDEBAR: Final = (
    '<div class="stepwise side-shade" hidden></div>'
    '<nav class="stepwise side" id="stepwise-side" data-i18n-aria-label="side.label"><div class="side-top">'
    f'<button type="button" class="button side-new">{_icon("new")}<span data-i18n="side.new"></span></button>'
    f'<button type="button" class="quiet side-close" data-i18n-aria-label="side.close">{_icon("close")}</button></div>'
    '<input type="search" class="side-search" autocomplete="off" data-i18n-aria-label="side.search" data-i18n-placeholder="side.search">'
    '<div class="side-list"></div><p class="side-note" role="status"></p>'
    '<button type="button" class="quiet side-more" hidden><span data-i18n="side.more"></span></button>'
    '<button type="button" class="quiet side-all" hidden><span data-i18n="side.delete-all"></span></button></nav>'
    '<dialog class="stepwise" id="stepwise-side-dialog" aria-labelledby="stepwise-side-title"></dialog>'
)

SHEET: Final = (
    '<main class="stepwise sheet"><p class="notice" role="alert" hidden></p><section class="empty"><h2 class="title" data-i18n="empty.title"></h2>'
    '<p class="lead" data-i18n="empty.lead"></p><h3 data-i18n="empty.examples"></h3>'
    '<div class="levels" role="group" data-i18n-aria-label="empty.levels"></div><div class="examples"></div></section>'
    '<div class="turns"></div><p class="live" role="status" aria-live="polite"></p></main>'
)

_KEYS: Final = (
    ("Enter", "keys.send"),
    ("Shift Enter", "keys.newline"),
    ("Esc", "keys.stop"),
    ("Ctrl Enter", "keys.cell"),
    ("→ ← C Esc", "keys.present"),
    ("← →", "keys.arrows"),
    ("/", "keys.focus"),
    ("?", "keys.help"),
)

COMPOSER: Final = (
    '<div class="stepwise composer" role="region" data-i18n-aria-label="composer.region"><form><textarea id="stepwise-problem" rows="1" autocomplete="off" enterkeyhint="send" '
    'data-i18n-placeholder="composer.placeholder" data-i18n-aria-label="composer.label"></textarea>'
    '<button type="submit" class="button" id="stepwise-send"><span data-i18n="composer.send"></span></button></form>'
    '<p class="keys" role="status" data-i18n="composer.hint"></p></div>'
    '<dialog class="stepwise" id="stepwise-keys-dialog" aria-labelledby="stepwise-keys-title">'
    '<h2 id="stepwise-keys-title" data-i18n="keys.title"></h2><dl>'
    + "".join(f'<dt><kbd>{keys}</kbd></dt><dd data-i18n="{key}"></dd>' for keys, key in _KEYS)
    + '</dl><form method="dialog"><button class="button"><span data-i18n="keys.close"></span></button></form></dialog>'
)


def header() -> gr.HTML:
    """Name, new, tutor, language, theme. Its event "settings" says that there is something to remember."""
    return _part(HEADER, "mountHeader", "settings")


def sidebar() -> gr.HTML:
    """The conversations of this browser; it speaks with `ui.conversations`, and through the sheet."""
    return _part(SIDEBAR, "mountSidebar")


def sheet() -> gr.HTML:
    """The turns.

    Events: "solve" {text, language, model, method, mode, replaces}, "stop", "run" {turn, part, source}, "restore" {turn},
    "open" {conversation}, "clear", "tutor" {turn, act, …}.
    """
    return _part(SHEET, "mountSheet", "solve", "stop", "run", "restore", "open", "clear", "tutor")


def composer() -> gr.HTML:
    """Where a problem is typed; it speaks through the sheet."""
    return _part(COMPOSER, "mountComposer")


def _part(template: str, mount: str, *events: str) -> gr.HTML:
    """A component whose script is `Stepwise.<mount>`; Gradio finds the events by their names in quotes."""
    script = f"/* {' '.join(repr(event) for event in events)} */ Stepwise.{mount}({{element, props, trigger, watch}});"
    return gr.HTML(
        EMPTY,
        html_template=template,
        js_on_load=script,
        head=theme.scripts(),
        apply_default_css=False,
        elem_classes=["stepwise-part"],
        padding=False,
        container=False,
    )
