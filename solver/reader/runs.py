"""Which tokens of a text without delimiters make up a formula: `x`, `sin`, the colon of `2:3`; not `a` before a noun, not `of`.

Reads nothing of what the formula is: that is the parser's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.formula.lexer import FUNCTIONS, GREEK

_TOKEN = re.compile(
    r"(?P<command>\\(?:[A-Za-z]+|[{}|,;!% ]))|(?P<ordinal>\d+(?:st|nd|rd|th)\b)|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<latin>[A-Za-z]+)|(?P<greek>[\u0370-\u03ff])|(?P<han>[\u3400-\u9fff\u3007]+)|(?P<space>[^\S\n]+)"
    r"|(?P<op>\*\*|<=|>=|!=|==|->|\+-|[-+*/^_=<>!|(){}\[\]%°√∫∑∞'])|(?P<mark>[,;:.?!。、\n\"])|(?P<other>.)"
)
COMMON: Final = frozenset(
    "is of in to by if or at we an as be do he it me my no on so up us am go and for the are you not all can its "
    "has had let one two any how who why out use off add get per she his her our was but ten six hits".split()
)
_AMBIGUOUS: Final = frozenset("sum max min sign floor ceil ceiling int lim arg det abs conjugate".split())
_ARTICLE_NEEDS_NOUN: Final = frozenset("if when such and in given for that is where or equals so to".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a sign or a space, and where it stands. `kind` is a group of `_TOKEN`."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """All of a part of a text."""
    return [Token(m.lastgroup or "other", m[0], m.start()) for m in _TOKEN.finditer(text, start, end)]


def run_end(found: list[Token], i: int) -> int:
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


def _carries_meaning(token: Token) -> bool:
    return token.kind in ("number", "latin", "greek", "command") or token.text in "√∫∑∞|"


def _is_inside_formula(found: list[Token], j: int, depth: int) -> bool:
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


def _is_ratio_of_letters(found: list[Token], j: int) -> bool:
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


def _near(found: list[Token], j: int, step: int) -> Token | None:
    """The next token that is no space, in the direction of `step`."""
    k = j + step
    while 0 <= k < len(found) and found[k].kind == "space":
        k += step
    return found[k] if 0 <= k < len(found) else None


def _is_mathematical(found: list[Token], j: int) -> bool:
    token = found[j]
    match token.kind:
        case "number" | "greek" | "op" | "command":
            return token.text not in ("\\ ",)
        case "latin":
            return _is_symbolic_word(found, j)
        case _:
            return False


def _is_symbolic_word(found: list[Token], j: int) -> bool:
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
    if len(word) == 2 and word not in ("in", "am", "pm") and j and found[j - 1].kind == "number":
        behind = _near(found, j - 1, -1)
        if any(t is not None and t.text in ("+", "-", "=", "*", "/") for t in (behind, after)):
            return True  # `u^2 + 2as`
    if word.lower() == "sum" and (after is None or after.text not in ("(", "_", "^")):
        return False  # "Sum -3 and 5"
    if word.lower() in COMMON or len(word) > 6:
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
    return bool(
        re.fullmatch(
            r"[a-z]?(?:(?:arcsin|arccos|arctan|sin|cos|tan|cot|sec|csc|ln|log|sqrt)[A-Za-z]?)+", word
        )
    ) and word not in (
        "cost",
        "tang",
        "tank",
        "using",
        "logs",
        "asec",
        "secs",
        "sect",
    )
