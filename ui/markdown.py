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
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

INLINE: Final = (("\\(", "\\)", False), ("\\[", "\\]", True), ("$$", "$$", True))
DISPLAY: Final = (("\\[", "\\]"), ("$$", "$$"))
BOXED: Final = "\\boxed{"  # models write it in the middle of their prose, without delimiters
MONEY: Final = re.compile(r"\d[\d.,]*(?:\s|$|-)")  # "$3 and $4", "$5-$7": prices, not a formula
FORMULA: Final = re.compile(
    r"(\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$|(?<!\\)\$(?!\s)[^$\n]+?(?<!\s)\$(?!\d))", re.DOTALL
)
BOUNDARY: Final = re.compile(r"\n[ \t]*\n\s*(?<=\n)(?=\*\*\S|[^\s\-*+>|\d])")  # not before a list's next item
FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
SAFE_LINK: Final = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)


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
    pieces = _pieces(text if complete else without_open_tail(text))
    return tuple(html for piece in pieces for html in _render(piece))


def inline(text: str) -> str:
    """HTML of one line: emphasis and formulas, but no paragraphs or lists."""
    return str(_parser().renderInline(text))


def plain(text: str) -> str:
    """A student's own words as HTML: formulas are typeset, nothing else means anything; lines are kept.

    >>> plain("2 * 3 * x\\n<i>")
    '2 * 3 * x<br>&lt;i&gt;'
    """
    pieces = FORMULA.split(text)
    return "".join(_plain_piece(piece) for piece in pieces)


def _plain_piece(piece: str) -> str:
    for start, end, display in INLINE:
        if piece.startswith(start) and piece.endswith(end) and len(piece) > len(start) + len(end):
            return math_html(piece[len(start) : -len(end)], display=display)
    if len(piece) > 2 and piece[0] == piece[-1] == "$" and _is_formula(piece[1:-1]):
        return math_html(piece[1:-1], display=False)
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
        close = _closing(tail, at + len(BOXED) - 1)
        if close is None:
            return tail[:at]
        place = close + 1
    half = tail.rfind("\\")
    return tail[:half] if half >= 0 and BOXED.startswith(tail[half:]) else tail


def _closing(text: str, opening: int) -> int | None:
    """Where the brace at `opening` is closed; None where it is not."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    return None


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
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    return tuple(
        html
        for part in _top_level(tokens)
        if (html := str(parser.renderer.render(part, parser.options, env)).strip())
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
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": False}).enable("table")
    parser.disable(["image", "html_block", "html_inline", "autolink", "reference"])
    parser.inline.ruler.before("escape", "math", _math_inline)
    parser.block.ruler.before("fence", "math", _math_block, {"alt": ["paragraph", "list", "blockquote"]})
    parser.add_render_rule("math", _render_math)
    parser.validateLink = lambda url: bool(SAFE_LINK.match(url.strip()))  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _render_link)
    return parser


def _math_inline(state: StateInline, silent: bool) -> bool:
    for start, end, display in INLINE:
        if state.src.startswith(start, state.pos):
            close = state.src.find(end, state.pos + len(start), state.posMax)
            if close > state.pos + len(start):
                return _push(
                    state, state.src[state.pos + len(start) : close], close + len(end), display, silent
                )
    if state.src.startswith(BOXED, state.pos):
        brace = _closing(state.src[: state.posMax], state.pos + len(BOXED) - 1)
        if brace is not None:
            return _push(state, state.src[state.pos : brace + 1], brace + 1, False, silent)
    return _dollar(state, silent)


def _dollar(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("$", state.pos) or state.src.startswith("$$", state.pos):
        return False
    close = state.src.find("$", state.pos + 1, state.posMax)
    if close < 0 or state.src[close + 1 : close + 2].isdigit():
        return False
    content = state.src[state.pos + 1 : close]
    return _is_formula(content) and _push(state, content, close + 1, False, silent)


def _is_formula(content: str) -> bool:
    """Whether what stands between two dollar signs is a formula rather than two prices."""
    return bool(content) and not (content[0].isspace() or content[-1].isspace() or MONEY.match(content + " "))


def _push(state: StateInline, tex: str, position: int, display: bool, silent: bool) -> bool:
    if not silent:
        token = state.push("math", "span", 0)
        token.content, token.meta = tex, {"display": False, "big": display}
    state.pos = position
    return True


def _math_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    begin = state.bMarks[start_line] + state.tShift[start_line]
    first = state.src[begin : state.eMarks[start_line]]
    for start, end in DISPLAY:
        if not first.startswith(start):
            continue
        close = state.src.find(end, begin + len(start))
        last = next((n for n in range(start_line, end_line) if state.eMarks[n] >= close), None)
        if close < 0 or last is None or state.src[close + len(end) : state.eMarks[last]].strip(" .,;。，；"):
            return False
        if not silent:
            token = state.push("math", "div", 0)
            token.content, token.meta = state.src[begin + len(start) : close], {"display": True}
            state.line = last + 1
        return True
    return False


def _render_math(_: Any, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    token = tokens[index]
    tex = f"\\displaystyle {token.content.strip()}" if token.meta.get("big") else token.content
    return math_html(tex, display=bool(token.meta["display"]))


def _render_link(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer nofollow")
    tokens[index].attrSet("target", "_blank")
    return str(renderer.renderToken(tokens, index, options, env))
