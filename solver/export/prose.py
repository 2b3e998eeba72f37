"""Texts of a conversation as trees that every format can write out: Markdown, one line of it, a student's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from solver.prose import Formula, parser
from solver.typed import typed_pieces


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return parser()


def nodes(text: str) -> Sequence[SyntaxTreeNode]:
    """The blocks of a Markdown text.

    >>> [node.type for node in nodes("# A\\n\\nso \\\\(x\\\\)")]
    ['heading', 'paragraph']
    """
    return SyntaxTreeNode(_parser().parse(text)).children


def inline_nodes(text: str) -> Sequence[SyntaxTreeNode]:
    """What stands in a text that is one line: emphasis and formulas, no paragraphs or lists."""
    found = SyntaxTreeNode(_parser().parseInline(text)).children
    return found[0].children if found else ()


def plain_nodes(text: str) -> Sequence[SyntaxTreeNode]:
    """A student's own words: formulas and text in which nothing else means anything; lines are kept.

    >>> [node.type for node in plain_nodes("2 * $x$ *\\n3")]
    ['text', 'math', 'text', 'hardbreak', 'text']
    """
    tokens: list[Token] = []
    for piece in typed_pieces(text):
        if isinstance(piece, Formula):
            tokens.append(
                Token("math", "span", 0, content=piece.tex, meta={"display": False, "big": piece.display})
            )
            continue
        for number, line in enumerate(piece.split("\n")):
            if number:
                tokens.append(Token("hardbreak", "br", 0))
            if line:
                tokens.append(Token("text", "", 0, content=line))
    return SyntaxTreeNode(tokens).children if tokens else ()
