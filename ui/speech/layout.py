r"""LaTeX as the pieces that a reader sees: fractions, roots, scripts, brackets, grids, signs by name.

What stands on the page is read here, not what it means: `solver.formula` reads the formulas of problems and refuses what it cannot work
with, and a screen reader must also be told of `\iff`, of a matrix, and of a model's own notation. So nothing is refused: what is not known
keeps its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from ui.speech.signs import CHARACTERS, FENCES, NAMED, SIGNS, SILENT

MAX_LENGTH: Final = 4000
MAX_DEPTH: Final = 60
MAX_STEPS: Final = 20_000
"""A bar that turns out not to be closed is read again as a sign: bars within brackets within bars would double the work at each level."""


@dataclass(frozen=True, slots=True)
class Number:
    """Digits, perhaps with a point."""

    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, or a Greek one by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Word:
    r"""What stood in `\text`, and names that are not known."""

    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """An operator, a relation or a mark, by the names of `signs.py`."""

    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A function that is written by its name: sin, log, max."""

    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One thing after another."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction; a binomial coefficient where it has no `line`."""

    top: Row
    bottom: Row
    line: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root; without a `degree` the square root."""

    body: Row
    degree: Row | None = None


@dataclass(frozen=True, slots=True)
class Scripted:
    """Something with what stands below and above it."""

    base: Item
    below: Row | None
    above: Row | None


@dataclass(frozen=True, slots=True)
class Fenced:
    """Something in brackets or bars; `opening` and `closing` are single characters."""

    opening: str
    body: Row
    closing: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells: a matrix, a system, lines below one another."""

    name: str
    rows: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over something: bar, vec, hat, dot."""

    name: str
    body: Row


Item: TypeAlias = (
    Number | Letter | Word | Sign | Named | Row | Fraction | Root | Scripted | Fenced | Grid | Accent
)

_TOKEN: Final = re.compile(
    r"\\begin\{(?P<begin>[a-zA-Z]+)\*?\}(?:\s*\{[lrc| ]*\})?|\\end\{[a-zA-Z]+\*?\}"
    r"|\\(?:text|textbf|textit|mbox|mathrm|mathit|mathsf|operatorname)\*?\s*\{(?P<text>[^{}]*)\}"
    r"|(?P<listed>,\s*\\ )"  # as sympy writes lists: [2, 3] is one, not an interval
    r"|(?P<command>\\(?:[A-Za-z]+|.))|(?P<number>\d{1,3}(?:(?:,|\{,\})\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d*)?)"
    r"|(?P<foreign>[\u4e00-\u9fff]+|[^\x00-\x7f\s])|(?P<char>\S)",
    re.DOTALL,
)
_SUPERSCRIPTS: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ", "0123456789n", strict=True))
_ACCENTS: Final = {
    "overline": "bar",
    "bar": "bar",
    "vec": "vec",
    "overrightarrow": "vec",
    "hat": "hat",
    "widehat": "hat",
    "dot": "dot",
    "tilde": "tilde",
}
_THROUGH: Final = frozenset(
    "boxed displaystyle textstyle mathbf boldsymbol mathcal bm uline underline".split()
)
_BARS: Final = {"|": "|", "\\vert": "|", "\\lvert": "|", "\\rvert": "|", "\\Vert": "‖", "\\|": "‖", "\\lVert": "‖", "\\rVert": "‖"}  # fmt: skip
_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩"}


def layout(latex: str) -> Row:
    r"""The pieces of a formula.

    Raises:
        RecursionError: it is nested deeper than `MAX_DEPTH`, or takes more than `MAX_STEPS`.

    >>> layout(r"\frac{1}{2}").items
    (Fraction(top=Row(items=(Number(text='1'),)), bottom=Row(items=(Number(text='2'),)), line=True),)
    """
    for char, digit in _SUPERSCRIPTS.items():
        latex = latex.replace(char, f"^{digit}")
    return _Reader(list(_TOKEN.finditer(latex[:MAX_LENGTH]))).row(())


class _Reader:
    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens, self.at, self.depth = tokens, 0, 0
        self.bars = 0  # open ones
        self.steps = 0

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def row(self, ends: tuple[str, ...]) -> Row:
        """Up to one of `ends`, which is left where it is, or to the end of the formula."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise RecursionError("a formula is nested too deep")
        items: list[Item] = []
        while self.at < len(self.tokens) and not self.peek().startswith(ends or ("\0",)):
            before = items[-1] if items else None
            item = self.item(before)
            if item is not None:
                items.append(self.scripts(item))
        self.depth -= 1
        return Row(tuple(items))

    def item(self, before: Item | None = None) -> Item | None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise RecursionError("a formula has too many bars that are not closed")
        match = self.tokens[self.at]
        token = match[0]
        self.at += 1
        if match["number"]:
            return Number(re.sub(r"[{},]", "", token))
        if match["listed"]:
            return Sign("listed")
        if match["begin"]:
            return self.grid(match["begin"])
        if match["text"] is not None:
            text = match["text"].strip()
            return Named(text) if text in NAMED else Word(text) if text else None
        if match["foreign"]:
            return self.foreign(token)
        if token in _BARS:
            return self.bar(token, before)
        if token.startswith("\\"):
            return self.command(token)
        return self.char(token)

    def char(self, token: str) -> Item | None:
        if token == "{":
            inner = self.row(("}",))
            self.skip("}")
            return inner
        if token in "^_":  # without anything that it belongs to
            self.at -= 1
            return self.scripts(Row(()))
        if token in "([":
            return self.fence(token, (")", "]"))
        if token.isalpha():
            return Letter(token)
        return Sign(CHARACTERS[token]) if token in CHARACTERS else None

    def foreign(self, token: str) -> Item:
        if token == "√":
            return Root(self.argument())
        return Sign(CHARACTERS[token]) if token in CHARACTERS else Word(token)

    def command(self, token: str) -> Item | None:
        name = token[1:]
        if name in ("left", "mleft", "bigl", "Bigl"):
            return self.left()
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            return Fraction(self.argument(), self.argument())
        if name in ("binom", "dbinom", "tbinom"):
            return Fraction(self.argument(), self.argument(), line=False)
        if name in ("sqrt", "surd"):
            return self.root()
        if name in _ACCENTS:
            return Accent(_ACCENTS[name], self.argument())
        if name in ("mathbb", "Bbb"):
            return Sign("set " + self.text_argument())
        if name in ("pmod", "bmod", "mod"):
            return Row((Sign("mod"), *(self.argument().items if name == "pmod" else ())))
        if name in ("{", "lbrace"):
            return self.fence("{", ("\\}", "\\rbrace"))
        if name in FENCES:
            return self.fence(FENCES[name], tuple(f"\\{n}" for n, char in FENCES.items() if char == _CLOSING.get(FENCES[name])))  # fmt: skip
        if name == "phantom":  # the room that a hint leaves
            self.argument()
            return Sign("blank")
        if name in _THROUGH or name in SILENT:
            return None
        if name in NAMED:
            return Named(name)
        if name in SIGNS:
            return Sign(SIGNS[name])
        return Letter(name) if name.isalpha() else None

    def left(self) -> Item:
        opening = self.delimiter()
        body = self.row(("\\right", "\\mright", "\\bigr", "\\Bigr"))
        if self.at >= len(self.tokens):
            return body
        self.at += 1
        return Fenced(opening, body, self.delimiter())

    def delimiter(self) -> str:
        token = self.peek()
        self.at += 1
        if token in _BARS:
            return _BARS[token]
        name = token.removeprefix("\\")
        return FENCES.get(name, name if len(name) == 1 else ".")

    def fence(self, opening: str, ends: tuple[str, ...]) -> Item:
        bars, self.bars = self.bars, 0
        body = self.row((*ends, "\\right", "}", "\\end"))
        self.bars = bars
        if self.peek() in ends:
            closing = self.delimiter()
            return Fenced(opening, body, closing)
        return Row((Sign(f"open {opening}"), *body.items))

    def bar(self, token: str, before: Item | None) -> Item:
        """The first of two bars opens where something can begin."""
        begins = before is None or (
            isinstance(before, Sign) and before.name not in ("factorial", "prime", "degrees")
        )
        if self.bars or not begins:
            return Sign("bar")
        self.bars += 1
        place = self.at
        body = self.row(("|", "\\vert", "\\rvert", "\\|", "\\rVert", "\\Vert", "\\right", "}", "\\end"))
        self.bars -= 1
        if self.peek() in _BARS:
            self.at += 1
            return Fenced(_BARS[token], body, _BARS[token])
        self.at = place
        return Sign("bar")

    def root(self) -> Item:
        degree = None
        if self.peek() == "[":
            self.at += 1
            degree = self.row(("]",))
            self.skip("]")
        return Root(self.argument(), degree)

    def grid(self, name: str) -> Item:
        rows: list[tuple[Row, ...]] = []
        cells: list[Row] = []
        while self.at < len(self.tokens):
            cells.append(self.row(("&", "\\\\", "\\cr", "\\end")))
            end = self.peek()
            self.at += 1
            if end != "&":
                rows.append(tuple(cells))
                cells = []
            if end.startswith("\\end") or not end:
                break
        return Grid(name, tuple(row for row in rows if any(cell.items for cell in row)))

    def argument(self) -> Row:
        """`{…}`, or one piece as TeX reads `\\frac12`."""
        while self.at < len(self.tokens) and self.peek().removeprefix("\\") in SILENT:
            self.at += 1
        if self.at >= len(self.tokens) or self.peek() in ("}", "\\right"):
            return Row(())
        if self.peek() == "{":
            self.at += 1
            inner = self.row(("}",))
            self.skip("}")
            return inner
        digits = self.tokens[self.at]["number"]
        if digits and len(digits) > 1 and digits.isdigit():
            rest = _TOKEN.match(digits[1:])
            assert rest is not None
            self.tokens[self.at] = rest
            return Row((Number(digits[0]),))
        item = self.item()
        return Row((item,)) if item is not None else Row(())

    def text_argument(self) -> str:
        row = self.argument()
        return row.items[0].name if row.items and isinstance(row.items[0], Letter) else ""

    def scripts(self, base: Item) -> Item:
        below: Row | None = None
        above: list[Item] = []
        while self.peek() in ("^", "_", "'", "\\limits", "\\nolimits"):
            token = self.peek()
            self.at += 1
            if token == "_":
                below = self.argument()
            elif token == "^":
                above += self.argument().items
            elif token == "'":
                above.append(Sign("prime"))
        if below is None and not above:
            return base
        return Scripted(base, below, Row(tuple(above)) if above else None)

    def skip(self, token: str) -> None:
        if self.peek() == token:
            self.at += 1
