"""One code cell with what came out of it, as a block of HTML, and its figures as blocks behind it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import Any, Final

from pygments import highlight as pygmentize
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from solver.events import Figure, Output
from solver.kernels.inside.agreed import CONFINED
from solver.ports import Language
from ui.html import label, tag
from ui.markdown import math_html
from ui.speech import described

SHOWN_CHARS: Final = 20_000  # of one stream; the rest is counted, not sent
PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/svg+xml"})  # in <img>, where no script runs
ANSI: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass
class Cell:
    """Source and output of one cell. `check` is a cell that came after the answer."""

    part: int
    check: bool = False
    source: str = ""
    original: str = ""
    outputs: list[Output] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    writing: bool = True
    running: bool = False
    interrupted: bool = False

    def add(self, output: Output) -> None:
        """Output comes only from a cell that runs."""
        self.outputs.append(output)
        self.writing, self.running = False, True

    def begin_again(self, source: str) -> None:
        """The reader runs it with another source."""
        self.source, self.outputs, self.figures = source, [], []
        self.running, self.interrupted, self.writing = True, False, False

    def end(self, *, interrupted: bool) -> None:
        """It runs no more."""
        self.interrupted = self.interrupted or (interrupted and (self.running or self.writing))
        self.running = self.writing = False

    @property
    def edited(self) -> bool:
        """Whether it is not the code that the tutor wrote."""
        return self.source.strip() != self.original.strip()

    @property
    def state(self) -> str:
        """In one word, for the style sheet."""
        if self.writing or self.running:
            return "running" if self.running else "writing"
        if any(output.stream == "error" for output in self.outputs):
            return "error"
        return "stopped" if self.interrupted else "done"


def blocks(cell: Cell, *, working: bool, language: Language = "en") -> Iterator[dict[str, Any]]:
    """The cell, then each of its figures. While the tutor is `working` a cell cannot be changed."""
    zone = "check" if cell.check else "work"
    yield {
        "id": f"c{cell.part}",
        "kind": "cell",
        "zone": zone,
        "part": cell.part,
        "source": cell.source,
        "html": _cell_html(cell, working=working),
    }
    for number, figure in enumerate(cell.figures):
        yield {
            "id": f"f{cell.part}.{number}",
            "kind": "figure",
            "zone": zone,
            "html": figure_html(figure, language),
        }


@lru_cache(maxsize=256)
def highlight(source: str) -> str:
    """Python as spans of class `hl-…`; everything else escaped.

    >>> highlight("1<2").strip()
    '<span class="hl-mi">1</span><span class="hl-o">&lt;</span><span class="hl-mi">2</span>'
    """
    formatter = HtmlFormatter(nowrap=True, classprefix="hl-")
    return str(pygmentize(source, PythonLexer(stripnl=False), formatter))


@lru_cache(maxsize=64)  # a figure is asked for at each update of its turn
def figure_html(figure: Figure, language: Language = "en") -> str:
    """The picture inside the page itself: no file that another visitor could ask for, nothing to clean up."""
    alt = escape(described(figure.alt, language))
    if figure.mime not in PICTURES:
        return f'<pre class="out-text">{alt}</pre>'
    data = base64.b64encode(figure.data).decode("ascii")
    return f'<figure class="plot"><img src="data:{figure.mime};base64,{data}" alt="{alt}"></figure>'


def _cell_html(cell: Cell, *, working: bool) -> str:
    code = f'<div class="code"><pre><code>{highlight(cell.source.rstrip())}</code></pre></div>'
    if cell.figures and cell.state == "done":  # the picture is what it is for; its code is one click away
        code = (
            f'<details class="fold" data-key="code"><summary>{label("cell.show")}</summary>{code}</details>'
        )
    body = _head(cell, working=working) + code + output_html(cell)
    html = f'<section class="cell" data-state="{cell.state}">{body}</section>'
    if not cell.check:
        return html
    return f'<details class="check-cell" data-key="c{cell.part}"><summary>{label("cell.check")}</summary>{html}</details>'


def _head(cell: Cell, *, working: bool) -> str:
    names = ["copy"] if working else ["copy", "edit", "rerun"]
    buttons = "".join(
        f'<button type="button" class="quiet" data-act="{name}">{label(f"cell.{name}")}</button>'
        for name in names
    )
    edited = f'<span class="edited">{label("cell.edited")}</span>' if cell.edited else ""
    title = f'<span class="cell-title">{label("cell.title")}</span>'
    return f'<div class="cell-head">{title}{edited}<span class="tools">{buttons}</span></div>'


def output_html(cell: Cell) -> str:
    """What it gave, without its figures."""
    merged = [
        (stream, list(outputs)) for stream, outputs in groupby(cell.outputs, key=lambda output: output.stream)
    ]
    rows = [_stream_html(stream, outputs) for stream, outputs in merged]
    if cell.state == "running":
        rows.append(f'<p class="cell-state">{label("cell.running")}</p>')
    if cell.state == "stopped":
        rows.append(f'<p class="cell-state">{label("cell.stopped")}</p>')
    return tag("div", "".join(rows), cls="outs") if rows else ""


def _stream_html(stream: str, outputs: list[Output]) -> str:
    if stream == "result":
        return "".join(_result_html(output) for output in outputs)
    text = ANSI.sub("", "".join(output.text for output in outputs)).strip("\n")
    if stream == "error":
        return _error_html(text)
    if stream == "stderr":
        return f'<details class="out stderr" data-key="stderr"><summary>{label("cell.notes")}</summary>{_pre(text)}</details>'
    return f'<div class="out stdout">{_pre(text)}</div>' if text.strip() else ""


def _result_html(output: Output) -> str:
    if output.latex is None:
        return f'<div class="out result">{_pre(output.text.strip())}</div>'
    return f'<div class="out result">{math_html(output.latex, display=True)}</div>'


def _error_html(text: str) -> str:
    """The last line says what happened; where it happened is folded away."""
    *where, last = text.rstrip().splitlines() or [""]
    refused = last.endswith(CONFINED)
    last = last.removesuffix(CONFINED).rstrip()
    note = f'<p class="error-note">{label("cell.confined")}</p>' if refused else ""
    trace = "\n".join(where)
    details = (
        f'<details data-key="traceback"><summary>{label("cell.traceback")}</summary>{_pre(trace)}</details>'
        if trace.strip()
        else ""
    )
    return f'<div class="out error"><p class="error-last">{escape(last)}</p>{note}{details}</div>'


def _pre(text: str) -> str:
    rest = len(text) - SHOWN_CHARS
    more = f'<p class="cut">{label("cell.cut", count=rest)}</p>' if rest > 0 else ""
    return f'<pre class="out-text">{escape(text[:SHOWN_CHARS])}</pre>{more}'
