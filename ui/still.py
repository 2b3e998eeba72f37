"""A solution that is over, as HTML for a page without the sheet's script: what it looks like is what students see.

`head` loads the page's own styles, words and formulas; `SETTLE` puts words and formulas into what stands on the page. Where it can be
read aloud, that alone acts: `SPEAK` makes it so.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Final

from solver.events import Event
from solver.ports import Picture, Problem
from ui import render, theme
from ui.html import label
from ui.i18n import locales
from ui.turn import Turn

STYLES: Final = ("katex/katex.min.css", "page.css", "sidebar.css", "access.css")
SCRIPTS: Final = ("katex/katex.min.js", "words.js")
SETTLE: Final = "Stepwise.localize(document); Stepwise.typeset(document);"
SPEAK: Final = "Stepwise.mountStill(document.querySelector('main'));"
ALOUD: Final = (
    '<div class="problem-acts"><button type="button" class="quiet aloud" data-act="aloud">'
    '<span data-i18n="aloud.read"></span></button></div>'
)
ZONES: Final = ("answer", "check", "end")


def head(language: str, speech: str | None = None) -> str:
    """What the `<head>` of such a page holds; addresses start at the server's root. `speech`: where formulas are put into words."""
    data: dict[str, object] = {"locales": {code: dict(words) for code, words in locales().items()}}
    names: tuple[str, ...] = SCRIPTS
    if speech is not None:
        data["speech"], names = speech, (*SCRIPTS, "aloud.js")
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    styles = "".join(f'<link rel="stylesheet" href="/{theme.url(name)}">' for name in STYLES)
    scripts = "".join(f'<script src="/{theme.url(name)}"></script>' for name in names)
    wanted = json.dumps({"language": language})
    return f"{styles}<script>window.StepwiseData = {text}; window.StepwisePreferences = {wanted};</script>{scripts}"


def still(problem: Problem, events: Sequence[Event]) -> str:
    """The problem and its whole solution, in the order in which the sheet shows them; nothing in it acts."""
    turn = Turn("still", problem)
    for event in events:
        turn.apply(event)
    return still_turn(turn)


def still_turn(turn: Turn, *, aloud: bool = False) -> str:
    """A turn as it is; nothing in it acts but, where it is to be read `aloud`, the buttons for that."""
    turn.ended, problem = turn.ended or "stopped", turn.problem
    view = render.view(turn)
    zones = dict.fromkeys(("work", *ZONES), "")
    for block in view["blocks"]:
        zones[block["zone"]] += f'<div class="block {block["kind"]}-block">{block["html"]}</div>'
    rest = "".join(f'<div data-zone="{zone}">{zones[zone]}</div>' for zone in ZONES)
    image = _image(turn.picture.picture) if turn.picture is not None else ""
    lang = "zh-CN" if problem.language == "zh" else problem.language
    return (
        f'<article class="turn" lang="{lang}" data-state="{turn.ended}"><header class="problem">'
        f'{image}<div class="problem-text" role="heading" aria-level="2">{view["problem"]}</div>{ALOUD if aloud else ""}</header>'
        f'<details class="work" open><summary>{label("steps.title")}</summary><div data-zone="work">{zones["work"]}</div>'
        f"</details>{rest}</article>"
    )


def _image(picture: Picture) -> str:
    """Within the page itself: whoever may read the page may see it, and nobody else needs an address for it."""
    data = base64.b64encode(picture.data).decode()
    return (
        f'<img class="problem-picture" src="data:{picture.mime};base64,{data}" data-i18n-alt="picture.alt" alt="" '
        f'width="{picture.width_px}" height="{picture.height_px}">'
    )
