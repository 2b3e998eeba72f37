r"""A text as tokens: words and marks that end a formula, and all that one may consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from solver.formula.lexer import GREEK
from solver.prose import closing

Kind: TypeAlias = Literal[
    "number", "letter", "letters", "name", "function", "root", "latex", "raised", "sign", "relation", "power",
    "lowered", "slash", "open", "close", "bar", "comma", "after", "big", "text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: its kind, what it is in LaTeX (of a `text`: itself), where it stands, and whether a space is in front."""

    kind: Kind
    tex: str
    start: int
    end: int
    spaced: bool


RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ", "0123456789+-()n", strict=True))
_SIGNS: Final = {
    "+": "+", "-": "-", "−": "-", "–": "-", "﹣": "-", "＋": "+", "－": "-", "*": r"\cdot ", "·": r"\cdot ", "×": r"\times ",
    "÷": r"\div ", "±": r"\pm ", "∪": r"\cup ", "∩": r"\cap ",
}  # fmt: skip
_RELATIONS: Final = {
    "<=": r"\le ", ">=": r"\ge ", "!=": r"\ne ", "=": "=", "＝": "=", "<": "<", ">": ">", "＜": "<", "＞": ">", "≤": r"\le ",
    "≥": r"\ge ", "≠": r"\ne ", "≈": r"\approx ", "->": r"\to ", "→": r"\to ", "∈": r"\in ", "≡": r"\equiv ", "⩽": r"\le ", "⩾": r"\ge ",
}  # fmt: skip
_BIG: Final = {
    "∫": r"\int ",
    "∑": r"\sum ",
    "∞": r"\infty ",
    "int_": r"\int ",
    "sum_": r"\sum ",
    "prod_": r"\prod ",
}
_OPEN: Final = {"(": "(", "[": "[", "{": "{", "（": "("}
_CLOSE: Final = {")": ")", "]": "]", "}": "}", "）": ")"}
_AFTER: Final = {"!": "!", "'": "'", "′": "'", "°": r"^{\circ}"}
_NAMES: Final = {"pi": r"\pi ", "oo": r"\infty ", "π": r"\pi ", **{name: rf"\{name} " for name in GREEK}}
_GREEK_LETTERS: Final = "αβγδεζηθικλμνξρστυφχψωΓΔΘΛΞΣΦΨΩ"
_PRINTED: Final = {
    **{name: rf"\{name} " for name in "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log lg arg gcd lim max min det exp".split()},
    "asin": r"\arcsin ", "acos": r"\arccos ", "atan": r"\arctan ", "tg": r"\tan ", "ctg": r"\cot ",
    "abs": "abs", "floor": "floor", "ceil": "ceil", "lcm": r"\operatorname{lcm}",
}  # fmt: skip
_ROOTS: Final = frozenset(("sqrt", "cbrt", "√", "∛"))

_ENVIRONMENT: Final = re.compile(r"\\begin\{(\w+\*?)\}.*?\\end\{\1\}", re.DOTALL)
_COMMAND: Final = re.compile(r"\\(?:[A-Za-z]+|[\\,;:!{}|% ])")
_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?|(?<!\d)\.\d+")
_WORD: Final = re.compile(r"[A-Za-z]+")
_DOUBLE: Final = re.compile(r"<=|>=|!=|->|\*\*")
_SPACE: Final = re.compile(r"[ \t\u00a0\u3000]+")
_FRACTION_DIGITS: Final = re.compile(r"\\[dtc]?frac\s*(?=\d)")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text without delimited formulas, in order; spaces are left out, line breaks are text."""
    at, spaced = 0, False
    while at < len(text):
        if space := _SPACE.match(text, at):
            at, spaced = space.end(), True
            continue
        token = _token(text, at, spaced)
        yield token
        at, spaced = token.end, False


def _token(text: str, at: int, spaced: bool) -> Token:
    def made(kind: Kind, tex: str, length: int) -> Token:
        return Token(kind, tex, at, at + length, spaced)

    sign = text[at]
    if sign == "\\" and text[at + 1 : at + 2] != "\\":
        end = _latex_end(text, at)
        return made("latex", text[at:end], end - at) if end else made("text", sign, 1)
    if number := _NUMBER.match(text, at):
        return made("number", number[0].replace(",", "{,}"), len(number[0]))
    if word := _WORD.match(text, at):
        if (limits := text[at : word.end() + 1]) in _BIG:
            return made("big", _BIG[limits], len(word[0]))
        return made(*_word(word[0]), len(word[0]))
    if sign in RAISED:
        length = next((n for n, s in enumerate(text[at:]) if s not in RAISED), len(text) - at)
        return made("raised", "".join(RAISED[s] for s in text[at : at + length]), length)
    if text.startswith("\\\\", at):
        return made("text", "\\\\", 2)
    if double := _DOUBLE.match(text, at):
        kind: Kind = "power" if double[0] == "**" else "relation"
        return made(kind, _RELATIONS.get(double[0], "^"), 2)
    return made(*_sign(sign), 1)


def _word(word: str) -> tuple[Kind, str]:
    if word in _ROOTS:
        return "root", word
    if word in _PRINTED:
        return "function", _PRINTED[word]
    if word in _NAMES:
        return "name", _NAMES[word]
    if len(word) == 1:
        return "letter", word
    return ("letters" if len(word) <= 3 else "text"), word


def _sign(sign: str) -> tuple[Kind, str]:
    tables: tuple[tuple[Kind, dict[str, str]], ...] = (
        ("sign", _SIGNS), ("relation", _RELATIONS), ("big", _BIG), ("open", _OPEN), ("close", _CLOSE), ("after", _AFTER), ("name", _NAMES),
    )  # fmt: skip
    for kind, table in tables:
        if sign in table:
            return kind, table[sign]
    if sign in _ROOTS:
        return "root", sign
    if sign in _GREEK_LETTERS:
        return "letter", sign
    singles: dict[str, Kind] = {"^": "power", "_": "lowered", "/": "slash", "|": "bar", ",": "comma"}
    return singles.get(sign, "text"), sign


def _latex_end(text: str, at: int) -> int | None:
    """Where a command ends with its arguments (an environment: with all that is in it); None where a brace is not closed."""
    if environment := _ENVIRONMENT.match(text, at):
        return environment.end()
    command = _COMMAND.match(text, at)
    if command is None:
        return None
    end = command.end()
    if digits := _FRACTION_DIGITS.match(text, at):
        return digits.end()
    while text[end : end + 1] in ("{", "["):
        if text[end] == "[" and not command[0].endswith("sqrt"):
            break
        closed = closing(text, end) if text[end] == "{" else text.find("]", end)
        if closed is None or closed < 0:
            return None
        end = closed + 1
    return end
