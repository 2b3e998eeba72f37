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
            and item.text not in _COMMON
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

_TOKEN = re.compile(
    r"(?P<command>\\(?:[A-Za-z]+|[{}|,;!% ]))|(?P<ordinal>\d+(?:st|nd|rd|th)\b)|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<latin>[A-Za-z]+)|(?P<greek>[\u0370-\u03ff])|(?P<han>[\u3400-\u9fff\u3007]+)|(?P<space>[^\S\n]+)"
    r"|(?P<op>\*\*|<=|>=|!=|==|->|\+-|[-+*/^_=<>!|(){}\[\]%°√∫∑∞'])|(?P<mark>[,;:.?!。、\n\"])|(?P<other>.)"
)
_COMMON: Final = frozenset(
    "is of in to by if or at we an as be do he it me my no on so up us am go and for the are you not all can its "
    "has had let one two any how who why out use off add get per she his her our was but ten six hits".split()
)
_AMBIGUOUS: Final = frozenset("sum max min sign floor ceil ceiling int lim arg det abs conjugate".split())
_ARTICLE_NEEDS_NOUN: Final = frozenset("if when such and in given for that is where or equals so to".split())


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(m.lastgroup or "other", m[0], m.start()) for m in _TOKEN.finditer(text, start, end)]


def _plain(text: str, start: int, end: int, notation: Notation) -> list[Item]:
    """Items of text without delimiters: runs of mathematical tokens become formulas, the rest words."""
    found, items, i = _tokens(text, start, end), list[Item](), 0
    while i < len(found):
        stop = _run_end(found, i)
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


def _run_end(found: list[_Token], i: int) -> int:
    """Index behind the run of mathematics that starts at `i`; `i` itself when none does."""
    depth, last, j = 0, i, i
    while j < len(found):
        token = found[j]
        if token.kind == "space":
            j += 1
            continue
        if token.kind == "mark":
            if not (_is_inside_formula(found, j, depth) and last > i):
                break
        elif not _is_mathematical(found, j):
            break
        depth += (token.text in "([{") - (token.text in ")]}")
        if depth < 0:
            break
        j += 1
        last = j
        after = _near(found, j - 1, +1)
        if token.text == "?" and after is not None and after.kind in ("latin", "greek", "number", "command"):
            break  # `h = ? k = ?` are two questions
    return last if any(_carries_meaning(t) for t in found[i:last]) else i


def _carries_meaning(token: _Token) -> bool:
    return token.kind in ("number", "latin", "greek", "command") or token.text in "√∫∑∞|"


def _is_inside_formula(found: list[_Token], j: int, depth: int) -> bool:
    """Whether a mark belongs to mathematics: a comma in brackets, `2:3`, the `?` of `= ?`, `5!`."""
    token, before, after = found[j], _near(found, j, -1), _near(found, j, +1)
    if token.text in ",;":
        return depth > 0
    if token.text == ":":
        numbers = all(t is not None and t.kind == "number" for t in (before, after))
        return numbers or _is_ratio_of_letters(found, j)  # 3:2, x:y
    if token.text == "?":
        return before is not None and before.text in ("=", "==")
    return False


_RATIO: Final = re.compile(
    r"\s*[A-Za-z](?![A-Za-z\d_])\s*(?:$|(?P<equal>=)|:\s*[A-Za-z]|[^-+*/^(=:\s])(?P<ratio>\s*\d+\s*:)?"
)
_LISTS: Final = re.compile(r"and|or|for|[,、]|.*[和与及求解]")


def _is_ratio_of_letters(found: list[_Token], j: int) -> bool:
    """`x:y=3:2` and `x : y`, but not the colon of "solve for x, y and z: x + y = 3"."""
    before, after, left = found[j - 1], found[min(j + 1, len(found) - 1)], _near(found, j, -1)
    if (before.kind == "space") != (after.kind == "space"):
        return False
    if left is None or left.kind != "latin" or len(left.text) > 1:
        return False
    ahead = _RATIO.match("".join(t.text for t in found[j + 1 :]))
    listed = _near(found, found.index(left), -1)
    closes_list = listed is not None and _LISTS.fullmatch(listed.text) is not None
    return ahead is not None and not (ahead["equal"] and not ahead["ratio"] and closes_list)


def _near(found: list[_Token], j: int, step: int) -> _Token | None:
    """The next token that is no space, in the direction of `step`."""
    k = j + step
    while 0 <= k < len(found) and found[k].kind == "space":
        k += step
    return found[k] if 0 <= k < len(found) else None


def _is_mathematical(found: list[_Token], j: int) -> bool:
    token = found[j]
    match token.kind:
        case "number" | "greek" | "op" | "command":
            return token.text not in ("\\ ",)
        case "latin":
            return _is_symbolic_word(found, j)
        case _:
            return False


def _is_symbolic_word(found: list[_Token], j: int) -> bool:
    """Whether a Latin word is mathematics: `x`, `sin`, `bx` between signs; not `a` before a noun, not `of`."""
    word, before, after = found[j].text, _near(found, j, -1), _near(found, j, +1)
    touches = [
        t
        for t in (before, after)
        if t is not None and (t.kind in ("op", "command", "greek") and t.text not in "()'" or t.text == "**")
    ]
    if word in FUNCTIONS or word in GREEK or word == "pi":
        return word not in _AMBIGUOUS or (after is not None and after.text == "(")
    if len(word) == 1:
        spaced = 0 < j < len(found) - 1 and found[j - 1].kind == found[j + 1].kind == "space"
        if word == "n" and spaced and all(t is not None and t.kind == "number" for t in (before, after)):
            return False  # "the product of 12 n 5": nobody writes a product so, but "and"
        if touches or word not in "aAI":
            return word not in "s" or bool(touches) or (before is None or before.text != "'")
        if before is not None and before.text in FUNCTIONS:
            return True  # `tan A tan B`
        if after is not None and after.kind == "latin" and len(after.text) == 1 and after.text not in "aAI":
            return True  # `a x^2`
        return (
            after is None
            or after.kind not in ("latin", "number")
            or after.text.lower() in _ARTICLE_NEEDS_NOUN
        )
    if (
        word == "cost"
        and j > 1
        and found[j - 1].text in "+-*/"
        and (found[j - 2].kind == "number" or len(found[j - 2].text) == 1)
    ):
        return True  # `1-cost` is a formula
    if word in ("by", "my") and all(t is not None and t.text in ("+", "-", "=") for t in (before, after)):
        return True  # `ax + by = 5`, `nx - my = 1`
    if len(word) == 2 and (
        before is not None
        and before.text == "+"
        or j
        and found[j - 1].text == "="
        or found[j + 1 : j + 2]
        and found[j + 1].text == "^"
    ):
        return True  # `v=u+at`, `at^2`
    if word.lower() == "sum" and (after is None or after.text not in ("(", "_", "^")):
        return False  # "Sum -3 and 5"
    if word.lower() in _COMMON or len(word) > 6:
        return len(word) <= 12 and _starts_with_function(word)
    if _starts_with_function(word):
        return True
    glued = [
        t
        for t in (found[j - 1] if j else None, found[j + 1] if j + 1 < len(found) else None)
        if t is not None
    ]
    digits = any(t.kind == "number" for t in glued) and len(word) <= 3
    brackets = len(word) <= 3 and any(t.kind == "op" and t.text in "(){}^_" for t in glued)
    return len(word) <= 3 and (bool(touches) or digits or brackets)


def _starts_with_function(word: str) -> bool:
    """`sinx`, `tanA`, `lnx`, `xsinx`, and the `dx` of an integral."""
    if re.fullmatch(r"d[xyztuv]", word):
        return True
    return bool(re.fullmatch(r"[a-z]?(?:(?:sin|cos|tan|cot|ln|log|sqrt)[A-Za-z]?)+", word)) and word not in (
        "cost",
        "tang",
        "tank",
        "using",
        "logs",
    )


def _run(text: str, run: list[_Token], notation: Notation) -> Iterator[Item]:
    """The formulas of a run; more than one where they stand beside each other."""
    start, end = run[0].start, run[-1].end
    pieces = parted(text[start:end], text[:start], text[end:])
    if pieces is None:
        yield Illegible(text[start:end], start, "a product, or two formulas?")
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
