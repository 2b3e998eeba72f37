"""The HTML of the review page. Whatever comes from a run is escaped; formulas are typeset by the page's own script."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import urlencode

from evaluation.reporting.figures import figures, percent
from evaluation.reporting.page import Run
from evaluation.reviewing.choosing import FILTERS, Item, Wish, beside
from evaluation.reviewing.words import say

SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages stand in: the language, and what the student's page loads and runs."""

    language: str
    head: str
    settle: str

    def page(self, title: str, body: str) -> str:
        """A whole page."""
        lang = "zh-CN" if self.language == "zh" else "en"
        return (
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">{self.head}<style>{_STYLE}</style></head>'
            f'<body><main class="stepwise review">{body}</main><script>{_DARK}{self.settle}{_KEYS}</script></body></html>'
        )

    def say(self, key: str, **values: object) -> str:
        """Words, escaped."""
        return escape(say(key, self.language, **values))


def address(run: str, wish: Wish, problem: str | None = None, language: str = "") -> str:
    """Where a list or a problem is found.

    >>> address("a b", Wish("wrong"), "p/1")
    '/review/problem?run=a+b&filter=wrong&problem=p%2F1'
    """
    fields = {
        "run": run,
        "filter": wish.filter,
        "text": wish.text,
        "dataset": wish.dataset,
        "problem": problem,
        "lang": language,
    }
    kept = {k: v for k, v in fields.items() if v and (k, v) != ("filter", "all")}
    return f"/review/{'problem' if problem is not None else 'run'}?{urlencode(kept)}"


def runs_page(frame: Frame, runs: Sequence[Run | str]) -> str:
    """All the runs; one that cannot be read is a sentence."""
    rows = ""
    for run in runs:
        if isinstance(run, str):
            rows += f'<tr><td colspan="6">{escape(run)}</td></tr>'
            continue
        f = figures(run.rows)
        low, high = f.interval
        after = percent(figures(run.marked).coverage) if run.marks else ""
        link = f'<a href="{escape(address(run.name, Wish()))}">{escape(run.name)}</a>'
        cells = (link, escape(str(run.header.get("model", ""))), escape(str(run.header.get("date", ""))[:16]), str(f.total),
                 f"{percent(f.coverage if f.total else None)} <small>{low:.1%} – {high:.1%}</small>", after)  # fmt: skip
        rows += "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    heads = "".join(
        f"<th>{frame.say(k)}</th>" for k in ("run", "model", "date", "problems", "score", "after")
    )
    table = (
        f'<div class="wide"><table><tr>{heads}</tr>{rows}</table></div>'
        if runs
        else f"<p>{frame.say('none')}</p>"
    )
    return frame.page(say("title", frame.language), f"<h1>{frame.say('runs')}</h1>{table}")


def run_page(frame: Frame, run: Run, items: Sequence[Item], counts: Mapping[str, int], wish: Wish) -> str:
    """The problems of a run that the reader wants."""
    f, after = figures(run.rows), figures(run.marked)
    low, high = f.interval
    scores = f"{frame.say('score')} <strong>{percent(f.coverage if f.total else None)}</strong> <small>{low:.1%} – {high:.1%}</small>"
    if run.marks:
        scores += f" · {frame.say('after')} <strong>{percent(after.coverage)}</strong>"
    tabs = "".join(
        f'<a class="tab" href="{escape(address(run.name, Wish(name, wish.text, wish.dataset)))}"'
        f"{' aria-current=page' if name == wish.filter else ''}>{frame.say(name)} <small>{counts[name]}</small></a>"
        for name in FILTERS
    )
    search = (
        f'<form class="search" action="/review/run"><input type="hidden" name="run" value="{escape(run.name)}">'
        f'<input type="hidden" name="filter" value="{escape(wish.filter)}">'
        f'<input type="search" name="text" value="{escape(wish.text)}" aria-label="{frame.say("search")}" placeholder="{frame.say("search")}">'
        f'<button class="button">{frame.say("show")}</button></form>'
    )
    rows = "".join(_listed(frame, run.name, item, wish) for item in items[:SHOWN])
    heads = "".join(f"<th>{frame.say(k)}</th>" for k in ("problem", "answer", "reference", "verdict", "mark"))
    table = (
        f'<div class="wide"><table class="cards"><tr>{heads}</tr>{rows}</table></div>'
        if items
        else f"<p>{frame.say('empty')}</p>"
    )
    more = f"<p>{frame.say('more', n=SHOWN, of=len(items))}</p>" if len(items) > SHOWN else ""
    body = (
        f'<nav><a href="/review">{frame.say("runs")}</a></nav><h1>{escape(run.name)}</h1>'
        f"<p>{escape(str(run.header.get('model', '')))} · {scores}</p><nav class='tabs' aria-label='{frame.say('show')}'>{tabs}</nav>{search}{table}{more}"
    )
    return frame.page(run.name, body)


def _listed(frame: Frame, run: str, item: Item, wish: Wish) -> str:
    question = item.record.question if len(item.record.question) <= 140 else item.record.question[:139] + "…"
    link = f'<a href="{escape(address(run, wish, item.record.id))}">{_typeset(question)}</a>'
    differs = f" <small>{frame.say('differ')}</small>" if item.differ else ""
    marked = frame.say(f"mark-{item.mark.verdict}") if item.mark else ""
    cells = (link, _value(item.row.answer), _value(item.row.reference),
             f'<span class="v-{item.row.verdict}">{frame.say(item.row.verdict)}</span>{differs}', marked)  # fmt: skip
    names = ("problem", "answer", "reference", "verdict", "mark")
    return (
        "<tr>"
        + "".join(
            f'<td data-k="{frame.say(name)}">{cell}</td>' if cell else "<td></td>"
            for name, cell in zip(names, cells, strict=True)
        )
        + "</tr>"
    )


def problem_page(frame: Frame, run: Run, item: Item, items: Sequence[Item], wish: Wish, stream: str) -> str:
    """One problem: what the graders say, the reader's own mark, and the whole solution."""
    row, before_behind = item.row, beside(items, item.record.id)
    links = "".join(
        f'<a class="button ghost" id="{key}" href="{escape(address(run.name, wish, other))}">{frame.say(key)}</a>'
        for key, other in zip(("previous", "next"), before_behind, strict=True)
        if other is not None
    )
    exact = "-" if row.exact is None else frame.say("same" if row.exact else "other")
    options = ""
    if item.record.choices:
        options = " ".join(f"({chr(65 + i)}) {_value(c)}" for i, c in enumerate(item.record.choices[:26]))
    facts = {
        "answer": _value(row.answer) or "-",
        "reference": f"{_value(row.reference)} {options}",
        "verdict": f'<strong class="v-{row.verdict}">{frame.say(row.verdict)}</strong>'
        + (f" ({frame.say('form')})" if row.form == "missed" else ""),
        "exact": exact,
        "checked": frame.say(row.checked),
        "seconds": f"{row.seconds:.1f}",
        "cells": f"{row.cells} ({row.errors})",
        "note": escape(row.note) or "-",
    }
    told = "".join(f"<dt>{frame.say(k)}</dt><dd>{v}</dd>" for k, v in facts.items())
    missing = f"<p>{frame.say('no-stream')}</p>"
    body = (
        f'<nav><a href="/review">{frame.say("runs")}</a> › <a href="{escape(address(run.name, wish))}">{escape(run.name)}</a>'
        f'<span class="step">{links}</span></nav><h1>{escape(item.record.id)}</h1><dl>{told}</dl>{_form(frame, run, item, wish)}'
        f'<h2>{frame.say("stream")}</h2><div class="stepwise sheet still">{stream or missing}</div>'
    )
    return frame.page(f"{item.record.id} · {run.name}", body)


def _form(frame: Frame, run: Run, item: Item, wish: Wish) -> str:
    mark = item.mark
    chosen = mark.verdict if mark else ""
    buttons = "".join(
        f'<button class="button" name="verdict" value="{v}" id="mark-{v}"{" aria-pressed=true" if v == chosen else ""}>'
        f"{frame.say(f'mark-{v}')}</button>"
        for v in ("right", "wrong")
    )
    undo = (
        f'<button class="button ghost" name="verdict" value="" id="undo">{frame.say("undo")}</button>'
        if mark
        else ""
    )
    fields = {
        "run": run.name,
        "problem": item.record.id,
        "filter": wish.filter,
        "text": wish.text,
        "dataset": wish.dataset,
    }
    hidden = "".join(f'<input type="hidden" name="{k}" value="{escape(v)}">' for k, v in fields.items())
    note = escape(mark.note) if mark else ""
    return (
        f'<form class="marking" method="post" action="/review/mark">{hidden}<strong>{frame.say("mark")}</strong>{buttons}{undo}'
        f'<input name="note" value="{note}" maxlength="500" aria-label="{frame.say("why")}" placeholder="{frame.say("why")}">'
        f"<small>{frame.say('keys')}</small></form>"
    )


def message_page(frame: Frame, words: str) -> str:
    """A sentence, and the way back."""
    return frame.page(
        say("title", frame.language),
        f'<p role="alert">{escape(words)}</p><p><a href="/review">{frame.say("runs")}</a></p>',
    )


def _value(latex: str) -> str:
    """An answer, typeset where it is a formula."""
    if not latex:
        return ""
    source = escape(latex.strip().strip("$"), quote=True)
    return f'<span class="math" data-tex="{source}">{source}</span>'


_FORMULA: Final = re.compile(r"\$([^$]+)\$")


def _typeset(question: str) -> str:
    """A question with its formulas marked for typesetting; half a formula stays text."""
    pieces = _FORMULA.split(question)
    return "".join(_value(p) if i % 2 and p.strip() else escape(p) for i, p in enumerate(pieces))


_DARK: Final = "if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.classList.add('stepwise-dark');"
_KEYS: Final = """
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const id = { j: "next", k: "previous", r: "mark-right", w: "mark-wrong", u: "undo" }[event.key];
  if (id) document.getElementById(id)?.click();
});
"""
_STYLE: Final = """
html,body{margin:0;background:var(--s-paper);color:var(--s-ink)}
.review{max-width:64rem;margin:0 auto;padding:1rem 1.25rem 4rem}
.review h1{font-size:1.4rem;margin:.6rem 0;overflow-wrap:anywhere}.review h2{font-size:1.05rem;margin:1.6rem 0 .4rem}
.review a{color:var(--s-accent)}.review nav{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.review .step{margin-left:auto;display:flex;gap:.5rem}.review .step a{text-decoration:none}
.review .wide{overflow-x:auto;margin:1rem 0}.review table{border-collapse:collapse;width:100%;font-size:.9rem}
.review :is(th,td){text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--s-line)}
.review th{color:var(--s-soft);font-weight:600}.review small{color:var(--s-soft)}
.review .tabs{margin:.6rem 0}.review .tab{padding:.25rem .7rem;border-radius:999px;border:1px solid var(--s-line);text-decoration:none}
.review .tab[aria-current]{background:var(--s-accent-tint);font-weight:600}
.review .search{display:flex;gap:.5rem;margin:.6rem 0}
.review input:not([type=hidden]){font:inherit;color:inherit;background:var(--s-sunk);border:1px solid var(--s-line);border-radius:8px;padding:.4rem .6rem;flex:1;min-width:8rem}
.review dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}.review dt{color:var(--s-soft)}.review dd{margin:0;overflow-wrap:anywhere}
.review .marking{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:1rem 0;padding:.8rem;border:1px solid var(--s-line);border-radius:12px}
.review .marking small{flex-basis:100%}.review .marking .button[aria-pressed]{outline:2px solid var(--s-accent);outline-offset:2px}
.review .v-right{color:var(--s-good,#1b7f4b)}.review .v-wrong{color:var(--s-bad,#b3261e)}
.review .still{padding:0;max-width:none}.review .still :is([data-act],.ways){display:none}
.review td>span[class^=v-],.review td>span[class^=v-]+small{display:inline-block;white-space:nowrap}
@media(max-width:34rem){.review .cards :is(tbody,tr,td){display:block}.review .cards tr:first-child,.review .cards td:empty{display:none}
.review .cards tr{border-bottom:1px solid var(--s-line);padding:.5rem 0}.review .cards td{border:0;padding:.15rem 0;overflow-x:auto}
.review .cards td+td::before{content:attr(data-k);color:var(--s-soft);margin-right:.6rem}}
@media(max-width:34rem){.review dl{grid-template-columns:1fr}.review dt{margin-top:.4rem}}
"""
