r"""Markdown with mathematics in it, read: what in a text is a formula, and a parser that knows formulas as tokens.

Formulas stand in `\(…\)`, `\[…\]`, `$…$` and `$$…$$`; a model's bare `\boxed{…}` is one, too. Raw HTML is text, links keep only
http, https and mailto, pictures are not loaded. What formulas look like is the business of whoever writes the text out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

INLINE: Final = (("\\(", "\\)", False), ("\\[", "\\]", True), ("$$", "$$", True))
DISPLAY: Final = (("\\[", "\\]"), ("$$", "$$"))
BOXED: Final = "\\boxed{"  # models write it in the middle of their prose, without delimiters
MONEY: Final = re.compile(r"\d[\d.,]*(?:\s|$|-)")  # "$3 and $4", "$5-$7": prices, not a formula
FORMULA: Final = re.compile(
    r"(\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$|(?<!\\)\$(?!\s)[^$\n]+?(?<!\s)\$(?!\d))", re.DOTALL
)
SAFE_LINK: Final = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of a text: LaTeX without delimiters, and whether it stands by itself."""

    tex: str
    display: bool


def pieces(text: str) -> Iterator[str | Formula]:
    r"""A student's own words: formulas, and between them text in which nothing else means anything.

    >>> list(pieces("Solve $x^2=4$, for $5"))
    ['Solve ', Formula(tex='x^2=4', display=False), ', for $5']
    """
    for piece in FORMULA.split(text):
        if (formula := _formula(piece)) is not None:
            yield formula
        elif piece:
            yield piece


def _formula(piece: str) -> Formula | None:
    for start, end, display in INLINE:
        if piece.startswith(start) and piece.endswith(end) and len(piece) > len(start) + len(end):
            return Formula(piece[len(start) : -len(end)], display)
    if len(piece) > 2 and piece[0] == piece[-1] == "$" and is_formula(piece[1:-1]):
        return Formula(piece[1:-1], display=False)
    return None


def is_formula(content: str) -> bool:
    """Whether what stands between two dollar signs is a formula rather than two prices."""
    return bool(content) and not (content[0].isspace() or content[-1].isspace() or MONEY.match(content + " "))


def closing(text: str, opening: int) -> int | None:
    """Where the brace at `opening` is closed; None where it is not."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    return None


def parser() -> MarkdownIt:
    """A parser of its own, whose tokens of type `math` are formulas.

    `meta["display"]` holds for one that is a block; one in a line is `meta["big"]` where it was meant to stand by itself.
    """
    made = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": False}).enable("table")
    made.disable(["image", "html_block", "html_inline", "autolink", "reference"])
    made.inline.ruler.before("escape", "math", _math_inline)
    made.block.ruler.before("fence", "math", _math_block, {"alt": ["paragraph", "list", "blockquote"]})
    made.validateLink = lambda url: bool(SAFE_LINK.match(url.strip()))  # type: ignore[method-assign]
    return made


def _math_inline(state: StateInline, silent: bool) -> bool:
    for start, end, display in INLINE:
        if state.src.startswith(start, state.pos):
            close = state.src.find(end, state.pos + len(start), state.posMax)
            if close > state.pos + len(start):
                return _push(
                    state, state.src[state.pos + len(start) : close], close + len(end), display, silent
                )
    if state.src.startswith(BOXED, state.pos):
        brace = closing(state.src[: state.posMax], state.pos + len(BOXED) - 1)
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
    return is_formula(content) and _push(state, content, close + 1, False, silent)


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
