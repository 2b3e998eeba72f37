"""A problem's formulas as numbered marks among its words, so that `clauses` reads sentences with formulas in any order.

A mark says what kind of formula it stands for: ⟨n0⟩ letters, ⟨q1⟩ relations, ⟨x2⟩ an expression, ⟨l3⟩ several expressions, ⟨v4⟩ vectors or what is
no formula of `solver.formula`. The wordings of a table name them as `<v:letters>`, `<v:relation>`, `<v:formula>` and `<v:vector>`. Nothing is solved here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import sympy as sp

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Blank, Node, Relation, Symbol
from solver.reader import Notation, notation_of

MAX_LENGTH: Final = 1_200
_DELIMITED: Final = re.compile(
    r"\$\$(.{1,600}?)\$\$|\\\[(.{1,600}?)\\\]|\\\((.{1,300}?)\\\)|\$([^$]{1,300})\$|(\\begin\{(align\*?|aligned|cases|gather\*?)\}.{1,600}?\\end\{\6\})",
    re.DOTALL,
)
_ENVIRONMENT: Final = re.compile(
    r"\\begin\{(?:align\*?|aligned|cases|gather\*?)\}|\\end\{(?:align\*?|aligned|cases|gather\*?)\}|\\left\\\{|\\right\."
)
_BETWEEN: Final = re.compile(
    r"(?:\\q?quad\s*|\\ )*\\(?:text|mbox|mathrm|hbox)\s*\{\s*,?\s*(?:and|,)?\s*\}\s*(?:\\q?quad\s*|\\ )*|\\q?quad"
)
_VECTOR: Final = re.compile(
    r"matrix\}|\\mathbf|\\bold|\\vec|\\overrightarrow|\\operatorname|\\text|\|\||\\\||\\begin"
)
_LISTED: Final = re.compile(r"⟨n(\d+)⟩(?:\s*,)?(?:\s+and)?\s+⟨n(\d+)⟩")
_OPENING: Final = re.compile(
    r"(?<![,.;:?])(?<!\bthat)(?<!\bwhich)\s+(?=(?:such that|so that|(?:that |which )?satisf(?:y|ies|ying)|for which|where|given that|over all|for all|for (?:any )?(?:real|positive|non-?negative|complex))\b)",
    re.IGNORECASE,
)
_MEMBER: Final = re.compile(r"(?<![A-Za-z\\])([a-z])\s*\\in\s*\[\s*([^,\[\]=<>]{1,20}),([^,\[\]=<>]{1,20})\]")
FORMS: Final = {
    "form": (
        r"(?:enter|give|list)(?: your answer as)?(?: all)?(?: of)?(?: the)?(?: possible)?(?: values?| solutions?| roots?| answers?)?(?: (?:of|for) ⟨n\d+⟩)? ,? separated by commas?",
        r"(?:enter|express|write|give) (?:the|your) answer in the (?:simplified |simplest )?form ⟨x\d+⟩",
        r"where ⟨n\d+⟩ are (?:positive )?integers",
    )
}
"""How the answer is to be written, where the exact answer is written so anyway."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words with their marks, and what the marks stand for: the formula as it is written, and its trees (none where it is no formula)."""

    source: str
    written: tuple[str, ...]
    trees: tuple[tuple[Node, ...], ...]

    def nodes(self, mark: str) -> tuple[Node, ...]:
        """The trees behind a mark."""
        return self.trees[_number(mark)]

    def node(self, mark: str) -> Node:
        """The one tree behind a mark.

        Raises:
            FormulaError: there are none or several.
        """
        found = self.nodes(mark)
        if len(found) != 1:
            raise FormulaError("one formula was expected")
        return found[0]

    def names(self, mark: str) -> tuple[str, ...]:
        """The letters behind a mark."""
        return tuple(n.name for n in self.nodes(mark) if isinstance(n, Symbol))

    def relations(self, mark: str) -> tuple[Relation, ...]:
        """The relations behind a mark."""
        return tuple(n for n in self.nodes(mark) if isinstance(n, Relation))

    def expression(self, mark: str) -> sp.Expr:
        """The expression behind a mark; a name in front of it (f(x) = …) is left to the caller.

        Raises:
            FormulaError: it is none.
        """
        value = to_sympy(self.node(mark))
        if not isinstance(value, sp.Expr):
            raise FormulaError("an expression was expected")
        return value


def _number(mark: str) -> int:
    return int(re.sub(r"\D", "", mark))


@lru_cache(maxsize=16)
def told(source: str, functions: frozenset[str] = frozenset()) -> Told | None:
    r"""The text with its formulas as marks; None where it is too long. `functions` are names that are applied to what stands in brackets behind them.

    >>> told(r"Let $a$ and $b$ be real numbers such that $a + b = 1$. Find \[ab.\]").source
    'Let ⟨n4⟩ be real numbers, such that ⟨q2⟩ . Find ⟨x3⟩ .'
    """
    if len(source) > MAX_LENGTH:
        return None
    notation = notation_of(source)
    if functions:
        notation = Notation(notation.functions | functions, notation.letters)
    written: list[str] = []
    trees: list[tuple[Node, ...]] = []

    def mark(match: re.Match[str]) -> str:
        inner = next(g for g in match.groups()[:5] if g is not None)
        inner = _MEMBER.sub(r"\2 \\le \1 \\le \3", inner)
        body = _BETWEEN.sub(" , ", _ENVIRONMENT.sub(" ", inner)).strip()
        end = body[-1] if body[-1:] in tuple(".,;?") else ""
        body = body.rstrip(" .,;?")
        # what stands on a line of its own ends with its line
        shown = match[5] is not None or match[1] is not None or match[2] is not None
        kind = _kind(body, notation, trees)
        written.append(body)
        return f" ⟨{kind}{len(written) - 1}⟩ {end or (',' if shown else '')}"

    text = " ".join(_DELIMITED.sub(mark, source).split())
    while (found := _LISTED.search(text)) is not None:
        first, second = int(found[1]), int(found[2])
        written.append(f"{written[first]}, {written[second]}")
        trees.append((*trees[first], *trees[second]))
        text = f"{text[: found.start()]}⟨n{len(written) - 1}⟩{text[found.end() :]}"
    text = re.sub(r"(?<=\w)\s+(?=[,.;?])", "", re.sub(r"\s+(?=[,.;?])", " ", text))
    return Told(_OPENING.sub(", ", text), tuple(written), tuple(trees))


def _kind(body: str, notation: Notation, trees: list[tuple[Node, ...]]) -> str:
    """Which kind of formula it is; its trees are put behind the others."""
    plain = re.sub(r",\s*(?:\\\\(?:\[[^\]]*\])?)", ",", body)
    plain = re.sub(r"\\\\(?:\[[^\]]*\])?", ",", plain)
    found: tuple[Node, ...] = ()
    if not _VECTOR.search(plain):
        try:
            found = tuple(notation.read(plain.replace("&", " ").strip().rstrip(",")))
        except FormulaError:
            found = ()
    trees.append(found)
    if not found or any(isinstance(n, Blank) for n in found):
        return "v"
    if all(isinstance(n, Symbol) for n in found):
        return "n"
    if all(isinstance(n, Relation) for n in found):
        return "q"
    if any(isinstance(n, Relation) for n in found):
        return "m"
    return "x" if len(found) == 1 else "l"
