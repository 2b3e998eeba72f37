r"""Markdown with mathematics to safe HTML, one piece for each top-level element.

Formulas are not typeset here: they become `<span class="math" data-tex="…">`, which the page hands to KaTeX.
Raw HTML in the source is text; links keep only http, https and mailto; pictures are not loaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from solver.prose import BOXED, INLINE, Formula, closing, parser, pieces
from solver.typed import typed_pieces

BOUNDARY: Final = re.compile(r"\n[ \t]*\n\s*(?<=\n)(?=\*\*\S|[^\s\-*+>|\d])")  # not before a list's next item
FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def math_html(tex: str, *, display: bool) -> str:
    """The placeholder of a formula; its text is the source, for readers without JavaScript.

    >>> math_html("a<b", display=False)
    '<span class="math" data-tex="a&lt;b">a&lt;b</span>'
    """
    source = escape(tex.strip(), quote=True)
    if display:
        return f'<div class="math display" data-tex="{source}" data-display="1">{source}</div>'
    return f'<span class="math" data-tex="{source}">{source}</span>'


def render(text: str, *, complete: bool = True) -> tuple[str, ...]:
    r"""HTML of `text`, one string for each paragraph, list, heading, formula….

    Unless `complete`, a formula that is not closed yet is held back, so that its source never flashes up.

    >>> render("So \\(x = 2\\), <b>done</b>.")
    ('<p>So <span class="math" data-tex="x = 2">x = 2</span>, &lt;b&gt;done&lt;/b&gt;.</p>',)
    >>> render("We have \\(x =", complete=False)
    ('<p>We have</p>',)
    """
    parts = _pieces(text if complete else without_open_tail(text))
    return tuple(html for part in parts for html in _render(part))


def inline(text: str) -> str:
    """HTML of one line: emphasis and formulas, but no paragraphs or lists."""
    return str(_parser().renderInline(text))


def plain(text: str) -> str:
    """A student's own words as HTML: formulas are typeset, nothing else means anything; lines are kept.

    >>> plain("2 * 3 * x\\n<i>")
    '2 * 3 * x<br>&lt;i&gt;'
    """
    return "".join(_plain_piece(piece) for piece in pieces(text))


@lru_cache(maxsize=256)
def typed(text: str) -> str:
    """`plain`, and formulas that were typed without delimiters are typeset, too.

    >>> typed("x^2 < 3, <i>")
    '<span class="math" data-tex="x^{2}&lt;3">x^{2}&lt;3</span>, &lt;i&gt;'
    """
    return "".join(_plain_piece(piece) for piece in typed_pieces(text))


def _plain_piece(piece: str | Formula) -> str:
    if isinstance(piece, Formula):
        return math_html(piece.tex, display=piece.display)
    return escape(piece).replace("\n", "<br>")


def without_open_tail(text: str) -> str:
    r"""`text` up to a formula or a backslash that is still being written.

    >>> without_open_tail("a \\(b\\) and \\[c")
    'a \\(b\\) and '
    """
    place = 0
    while True:
        starts = [(text.find(start, place), start, end) for start, end, _ in INLINE]
        found = min((s for s in starts if s[0] >= 0), default=None)
        if found is None:
            return text[:place] + _settled(text[place:])
        at, start, end = found
        close = text.find(end, at + len(start))
        if close < 0:
            return text[:place] + _settled(text[place:at])
        place = close + len(end)


def _settled(tail: str) -> str:
    """What of a text without other delimiters is certain: each cut may lay another open end bare."""
    while (shorter := _without_open_dollar(_without_open_box(tail))) != tail:
        tail = shorter
    return tail


def _without_open_box(tail: str) -> str:
    place = 0
    while (at := tail.find(BOXED, place)) >= 0:
        close = closing(tail, at + len(BOXED) - 1)
        if close is None:
            return tail[:at]
        place = close + 1
    half = tail.rfind("\\")
    return tail[:half] if half >= 0 and BOXED.startswith(tail[half:]) else tail


def _without_open_dollar(tail: str) -> str:
    tail = tail.rstrip("\\")
    if tail.count("$") % 2:
        at = tail.rindex("$")
        if not re.match(r"[\s\d]", tail[at + 1 :]):  # "$3" is a price, whether or not more comes
            return _without_open_dollar(tail[:at])
    return tail


def _pieces(text: str) -> list[str]:
    """`text` cut at blank lines behind which nothing before can matter: what was rendered once stays rendered.

    21 kB of growing prose cost 114 ms at each update without it, which is as long as an update may last.
    """
    pieces, start = [], 0
    for gap in BOUNDARY.finditer(text):
        piece = text[start : gap.end()]
        if not (
            len(FENCE.findall(piece)) % 2 or piece.count("$$") % 2 or piece.count("\\[") != piece.count("\\]")
        ):
            pieces.append(piece)
            start = gap.end()
    return [*pieces, text[start:]]


@lru_cache(maxsize=2048)
def _render(text: str) -> tuple[str, ...]:
    made = _parser()
    env: dict[str, Any] = {}
    tokens = made.parse(text, env)
    return tuple(
        html
        for part in _top_level(tokens)
        if (html := str(made.renderer.render(part, made.options, env)).strip())
    )


def _top_level(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            parts.append([])
        parts[-1].append(token)
        depth += token.nesting
    return parts


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    made = parser()
    made.add_render_rule("math", _render_math)
    made.add_render_rule("link_open", _render_link)
    return made


def _render_math(_: Any, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    token = tokens[index]
    tex = f"\\displaystyle {token.content.strip()}" if token.meta.get("big") else token.content
    return math_html(tex, display=bool(token.meta["display"]))


def _render_link(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer nofollow")
    tokens[index].attrSet("target", "_blank")
    return str(renderer.renderToken(tokens, index, options, env))
