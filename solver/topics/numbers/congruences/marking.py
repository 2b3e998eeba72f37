r"""Find the congruences, moduli and formulas of a text, and leave a mark for each: `§0§`.

Written `a \equiv b \pmod{m}`, `a ≡ b (mod m)`, `a^{-1} \bmod m`, "modulo 12", 模12; with or without `$`. No question is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from solver.formula import FormulaError, Node, parse
from solver.formula.nodes import Relation
from solver.topics.arguments import argument

MAX_MODULUS: Final = 10**12


@dataclass(frozen=True, slots=True)
class Congruence:
    """`left` ≡ `right` modulo `modulus`."""

    left: Node
    right: Node
    modulus: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """The integers from `low` to `high`, which a letter may be, or which a set lists."""

    low: int | None
    high: int | None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula that states nothing; with `modulus`, its residue is meant."""

    node: Node
    modulus: int | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """An equation."""

    relation: Relation


@dataclass(frozen=True, slots=True)
class Modulus:
    """ "modulo 12" on its own."""

    value: int


Marked: TypeAlias = Congruence | Bounds | Expression | Stated | Modulus

_GROUP: Final = r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
_M: Final = rf"({_GROUP}|\d+(?:\^\d+|\^{_GROUP})?)"
_NAME: Final = (
    r"(?:\\[pb]?mod(?![a-z])|\\text\s*\{\s*mod\s*\}|\\mathrm\s*\{\s*mod\s*\}|(?<![a-z\\])mod(?![a-z]))"
)
_MODULI: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\(\s*{_NAME}\s*\$?\s*{_M}\s*\$?\s*\)",
        rf"{_NAME}\s*\$?\s*{_M}",
        rf"\(?(?<![a-z])modulo\s*\$?\s*{_M}\s*\$?\)?",
        rf"模\s*\$?\s*{_M}\s*\$?",
    )
)
_MATHS: Final = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_SIGN: Final = r"(?:≡|\\equiv(?![a-z]))"
_ATOM: Final = (
    r"(?:(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])|[\d^{}()+*\-]|(?<=[\w)}])\s+(?=[-+*])|(?<=[-+*])\s+(?=[\w(]))"
)
_BARE: Final = (
    re.compile(rf"({_ATOM}+\s*{_SIGN}\s*{_ATOM}+\s*⟨\d+⟩)"),
    re.compile(r"(?<![\w$])((?:[\d(][\d^{}()+*!\-]*?)\s*⟨\d+⟩)"),
)
_LISTED: Final = re.compile(
    r"\\?\{\s*(-?\d+)\s*,\s*(-?\d+)\s*,(?:\s*-?\d+\s*,)*\s*(?:\\[lc]?dots|\.\.\.|…)\s*,(?:\s*-?\d+\s*,)*\s*(-?\d+)\s*\\?\}"
)
_BOUNDS: Final = re.compile(
    r"(?:(-?\d+)\s*(<|\\leq?(?:slant)?(?![a-z])|<=))?\s*([A-Za-z])\s*(?:(<|\\leq?(?:slant)?(?![a-z])|<=|>|\\geq?(?:slant)?(?![a-z])|>=)\s*(-?\d+(?:\^\{?\d+\}?)?(?:\s*-\s*\d+)?))?"
)
MARK: Final = re.compile(r"§(\d+)§")


def marked(source: str) -> tuple[str, tuple[Marked, ...]] | None:
    """The text with marks, and what they stand for; None where a formula is not understood or nothing is congruent to anything."""
    text = re.sub(
        r"\\begin\{(?:align|aligned|cases|gathered|array)\*?\}(?:\{[^}]*\})?|\\left\s*\\\{", "$", source
    )
    text = re.sub(r"\\end\{(?:align|aligned|cases|gathered|array)\*?\}(?:\s*\\right\s*\.)?", "$", text)
    text = re.sub(r"\${3,}", "$$", text) if "\\begin" in source else text
    text = re.sub(r"\\\\(?:\[\w+\])?", " , ", text).replace("&", " ")
    text = re.sub(r"\\(?:text|mbox)\s*\{\s*(and|,|且|和)\s*\}", " , ", text)
    text = re.sub(r"\\[,;!~]|\\q?quad\b|\\ |~(?=\?)|(?<=\s)~", " ", text)
    text = re.sub(r"(?<=\d),(?:\\!)?(?=\d{3}(?!\d))|(?<=\d)\{,\}(?=\d{3})", "", text)
    text = re.sub(r"(?<![\^_}A-Za-z])\{(\d+)\}", r"\1", text)
    found: list[Marked] = []
    for pattern in _MODULI:
        text = pattern.sub(lambda m: f" ⟨{_whole(m[1])}⟩", text)
    if "⟨0⟩" in text or "⟨" not in text:
        return None
    text = re.sub(r"\$\s*⟨(\d+)⟩", r" ⟨\1⟩$", text)  # $3n ≡ 2$ (mod 7)
    parts, end = [], 0
    for maths in _MATHS.finditer(text):
        parts.append(_outside(text[end : maths.start()]))
        parts.append(f"${next(g for g in maths.groups() if g is not None)}$")
        end = maths.end()
    parts.append(_outside(text[end:]))
    try:
        text = re.sub(r"\$([^$]+)\$", lambda m: _marks(m[1], found), "".join(parts))
    except (FormulaError, ValueError):
        return None
    if "$" in text:
        return None

    def number(match: re.Match[str]) -> str:
        found.append(Expression(parse(match[0])))
        return f" §{len(found) - 1}§ "

    def modulus(match: re.Match[str]) -> str:
        found.append(Modulus(int(match[1])))
        return f" §{len(found) - 1}§ "

    text = re.sub(r"⟨(\d+)⟩", modulus, text)
    text = re.sub(r"(?<![§A-Za-z\d_.])\d+(?![§A-Za-z\d_]|\.\d)", number, text)
    return re.sub(r"\s+", " ", text).strip(), tuple(found)


def _outside(text: str) -> str:
    """Formulas that stand without delimiters get them; a lone "a" is a letter in Chinese only."""
    for bare in _BARE:
        parts = text.split("$")
        parts[::2] = [bare.sub(r" $\1$ ", part) for part in parts[::2]]
        text = "$".join(parts)
    letter = "A-Za-z" if re.search("[\u3400-\u9fff]", text) else "b-zB-HJ-Z"
    parts = text.split("$")
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(rf"(?<![A-Za-z\\⟨'’])([{letter}])(?![A-Za-z⟩'’])", r"$\1$", parts[i])
    return "$".join(parts)


def _whole(source: str) -> int:
    """A modulus, or 0."""
    try:
        value = argument(parse(source[1:-1] if source.startswith("{") else source), {})
    except FormulaError:
        return 0
    return int(value.value) if value and value.is_whole and 1 < value.value <= MAX_MODULUS else 0


def _marks(source: str, found: list[Marked]) -> str:
    marks = []
    tail = re.search(r"[?.;]\s*$", source.strip())
    for piece in _pieces(source):
        found.append(_meaning(piece.strip(" .?~")))
        marks.append(f" §{len(found) - 1}§ ")
    return ",".join(marks) + (tail[0] if tail else "")


def _pieces(source: str) -> Iterator[str]:
    if _LISTED.fullmatch(source.strip()):
        yield source
        return
    for piece in re.split(r"[,;]|\band\b", source):
        if piece.strip(" .?~"):
            yield piece


def _meaning(source: str) -> Marked:
    if (listed := _LISTED.fullmatch(source)) is not None:
        first, second, last = map(int, listed.groups())
        if second != first + 1 or last <= second:
            raise ValueError(source)
        return Bounds(first, last)
    modulus = re.search(r"⟨(\d+)⟩\s*$", source)
    plain = source[: modulus.start()].strip() if modulus else source
    sides = re.split(_SIGN if re.search(_SIGN, plain) else r"=" if modulus else r"(?!)", plain)
    if modulus and not plain:
        return Modulus(int(modulus[1]))
    if len(sides) == 2 and modulus:
        return Congruence(parse(sides[0].strip()), parse(sides[1].strip()), int(modulus[1]))
    if len(sides) > 1 or "⟨" in plain:
        raise ValueError(source)
    if modulus is None and (bounds := _BOUNDS.fullmatch(source)) is not None and (bounds[1] or bounds[5]):
        return _bounds(bounds)
    node = parse(plain)
    if isinstance(node, Relation):
        return Stated(node)
    return Expression(node, int(modulus[1]) if modulus else None)


def _bounds(match: re.Match[str]) -> Bounds:
    low = int(match[1]) + ("l" not in match[2] and match[2] != "<=") if match[1] else None
    if match[5] is None:
        return Bounds(low, None, match[3])
    value = argument(parse(match[5]), {})
    if value is None or not value.is_whole:
        raise ValueError(match[0])
    end, strict = int(value.value), match[4] in ("<", ">")
    if match[4][0] == ">" or "g" in match[4]:
        if low is not None:
            raise ValueError(match[0])
        return Bounds(end + strict, None, match[3])
    return Bounds(low, end - strict, match[3])
