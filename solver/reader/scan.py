"""Find the words and the formulas of a problem, in English or Chinese, with or without LaTeX delimiters.

Knows what looks like mathematics, not what is asked: that is the topics' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from solver.formula import APPLIED, FormulaError, Node, parse_list
from solver.formula.lexer import FUNCTIONS, GREEK
from solver.formula.nodes import Group, Relation, Symbol, symbols, with_children
from solver.reader.beside import parted
from solver.reader.runs import COMMON, Token, run_end, tokens


@dataclass(frozen=True, slots=True)
class Word:
    """A Latin word in lower case, or a run of Chinese characters, at `start` in the cleaned text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read; `text` as it stands in the problem, `start` where."""

    node: Node
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Punctuation that ends a clause."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Illegible:
    """Looks like mathematics, but is not a formula that is understood; `why` says what is wrong with it."""

    text: str
    start: int
    why: str


Item: TypeAlias = Word | Formula | Mark | Illegible
TWO_READINGS: Final = "a product, or two formulas?"

# -- delimited formulas -------------------------------------------------------------------------------

_DELIMITED = re.compile(
    r"\$\$(?P<a>.+?)\$\$|\\\[(?P<b>.+?)\\\]|\\\((?P<c>.+?)\\\)|\$(?P<d>[^$\n]+?)\$"
    r"|(?P<e>(?:\\left\s*\\\{\s*)?\\begin\{(?:cases|aligned|align\*?|array|gathered)\}.+?\\end\{(?:cases|aligned|align\*?|array|gathered)\}(?:\s*\\right\s*\.)?)",
    re.DOTALL,
)
_ENVIRONMENT = re.compile(
    r"\\left\s*\\\{(?=\s*\\begin)|\\begin\{(?:cases|aligned|align\*?|gathered)\}|\\begin\{array\}(?:\{[^}]*\})?|\\end\{[a-z*]+\}|\\right\s*\.|&"
)
_PROSE = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{4,}(?![A-Za-z}])")


_CONTINUATION: Final = re.compile(r"\s*=\s*(?:\?|-?\d+(?:\.\d+)?(?:/\d+)?|$|(?=[,。.;\n]))")
"""An `=` behind a formula in delimiters belongs to it: `则 $|z|$ =`, `$x+y$ = 4`."""


@dataclass(frozen=True, slots=True)
class Notation:
    """What a problem has said of single letters.

    Attributes:
        functions: names that are applied to what stands in brackets behind them.
        letters: those of `e` and `i` that are variables; their symbols are named `e_` and `i_`.
    """

    functions: frozenset[str] = APPLIED
    letters: frozenset[str] = frozenset()

    def read(self, source: str) -> list[Node]:
        """The formulas of a source text."""
        nodes = _spread(parse_list(source, functions=self.functions))
        return [self._named(node) for node in nodes] if self.letters else nodes

    def _named(self, node: Node) -> Node:
        if isinstance(node, Symbol):
            return Symbol(f"{node.name}_") if node.name in self.letters else node
        return with_children(node, self._named)


PLAIN: Final = Notation()


def scan(text: str, notation: Notation = PLAIN) -> tuple[Item, ...]:
    """The items of a cleaned text in order.

    >>> [type(i).__name__ + ":" + i.text for i in scan("Find the vertex of y = x^2 - 4x + 3.")]
    ['Word:find', 'Word:the', 'Word:vertex', 'Word:of', 'Formula:y = x^2 - 4x + 3', 'Mark:.']
    """
    return _scan(text, notation)


@lru_cache(maxsize=64)
def _scan(text: str, notation: Notation) -> tuple[Item, ...]:
    found: list[Item] = []
    at = 0
    for match in _DELIMITED.finditer(text):
        if match.start() < at:
            continue
        inner = next(g for g in match.groups() if g is not None)
        if match["d"] is not None and _is_money(inner):
            continue
        found += _plain(text, at, match.start(), notation)
        rest = _CONTINUATION.match(text, match.end())
        source = inner + rest[0] + ("?" if rest[0].strip() == "=" else "") if rest else inner
        found += _formulas(_ENVIRONMENT.sub(" ", source), match[0], match.start(), notation)
        at = rest.end() if rest else match.end()
    found += _plain(text, at, len(text), notation)
    return tuple(_with_products(found, notation))


def _with_products(found: list[Item], notation: Notation) -> Iterator[Item]:
    """Reads `ab` in "find ab" as a product where a and b are letters of the problem's formulas."""
    letters = frozenset().union(*(symbols(item.node) for item in found if isinstance(item, Formula)))
    for item in found:
        if (
            isinstance(item, Word)
            and 2 <= len(item.text) <= 3
            and set(item.text) <= letters
            and item.text not in COMMON
        ):
            yield from _formulas(item.text, item.text, item.start, notation)
        else:
            yield item


def _is_money(inner: str) -> bool:
    """`$5 and the pen $` is a price and words, `$5$` and `$x+5$` are formulas."""
    words = [w for w in _PROSE.findall(inner) if w not in FUNCTIONS and w not in GREEK]
    return (
        bool(words)
        or inner != inner.strip()
        and inner[:1].isdigit()
        and "\\" not in inner
        and "=" not in inner
    )


def _formulas(source: str, shown: str, start: int, notation: Notation) -> list[Item]:
    """What stands between delimiters; words inside (`\\text{ and }`) separate formulas."""
    source = (
        re.sub(r"\\(?:text|mathrm)\s*\{\s*(?:and|or|且|或|和)\s*\}", ",", source).strip().rstrip(".。,，;")
    )
    source = re.sub(r"[,.;]?\s*\\\\(?:\[[^\]]*\])?", ",", source).strip(" ,.\n")
    if source.count("=") > 1:
        source = re.sub(r"(?:\\q?quad\s*)+", ",", source)  # x = 1 \\qquad y = 2
    source = re.sub(r",(?:\s|\\[,;:! ]|\\q?quad(?![A-Za-z]))*(?=,)", "", source)
    if not source:
        return []
    try:
        nodes = notation.read(source)
        return [Formula(node, shown if len(shown) < 60 else source, start) for node in nodes]
    except FormulaError as error:
        return [Illegible(shown, start, str(error))]


def _spread(nodes: tuple[Node, ...]) -> list[Node]:
    """`{x+y=3, x-y=1}` is two equations, not a set."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Relation) and len(node.sides) > 2 and set(node.signs) == {"="}:
            found += [Relation(("=",), pair) for pair in pairwise(node.sides)]  # 2x+3y = 4x-y = 14
            continue
        together = isinstance(node, Group) and all(isinstance(item, Relation) for item in node.items)
        found += node.items if together and isinstance(node, Group) else [node]
    return found


# -- formulas among words -------------------------------------------------------------------------------


def _plain(text: str, start: int, end: int, notation: Notation) -> list[Item]:
    """Items of text without delimiters: runs of mathematical tokens become formulas, the rest words."""
    found, items, i = tokens(text, start, end), list[Item](), 0
    while i < len(found):
        stop = run_end(found, i)
        if stop > i:
            items += _run(text, found[i:stop], notation)
            i = stop
            continue
        token = found[i]
        if token.kind == "mark":
            items.append(Mark(token.text, token.start))
        elif token.kind in ("latin", "ordinal"):
            items.append(Word(token.text.lower(), token.start))
        elif token.kind == "han" or token.kind not in ("space",) and token.text not in "()[]{}'-*_":
            items.append(Word(token.text, token.start))
        i += 1
    return items


def _run(text: str, run: list[Token], notation: Notation) -> Iterator[Item]:
    """The formulas of a run; more than one where they stand beside each other."""
    start, end = run[0].start, run[-1].end
    pieces = parted(text[start:end], text[:start], text[end:])
    if pieces is None:
        yield Illegible(text[start:end], start, TWO_READINGS)
        return
    for at, piece in pieces:
        yield from _one(piece, start + at, notation)


def _one(source: str, start: int, notation: Notation) -> Iterator[Item]:
    """A formula, with brackets that prose opened before it or closes behind it taken off."""
    stripped = source.strip()
    if len(stripped) > 2 and stripped[0] == stripped[-1] == "'":
        stripped = stripped[1:-1]  # quotation marks; any other prime means a derivative
    for candidate in (
        stripped,
        stripped.rstrip("(-!"),
        stripped.strip("()[]"),
        stripped.strip("{}"),
        stripped.rstrip("|"),
    ):
        try:
            nodes = notation.read(candidate)
        except FormulaError as error:
            why = str(error)
            continue
        for node in nodes:
            if not (isinstance(node, Symbol) and node.name == ""):
                yield Formula(node, candidate, start)
        return
    yield Illegible(stripped, start, why)
