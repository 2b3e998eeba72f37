"""The numbers of a story of two kinds, each with its measure and the words of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.english.marks import MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    content,
    is_number,
    root,
    unit_of,
)
from solver.topics.stories.school.english.sheet import Sheet
from solver.topics.stories.school.working import Unfit

_LOSES: Final = frozenset(
    "lose loses lost losing minus deduct deducts deducted subtract subtracts subtracted taken away penalty penalised penalized costs-him off".split()
)


_ALL: Final = frozenset("altogether total together overall combined sum".split())


@dataclass(frozen=True)
class Told:
    """A number: where, its value with its sign, its measure (money, a dimension, a noun; empty: none is said), the words of its clause."""

    at: int
    value: Fraction
    money: bool
    dimension: str
    noun: Words
    words: Words
    totals: bool
    sentence: int
    loses: bool
    scale: Fraction


_CLAUSE_ENDS: Final = frozenset(". , and but while or whereas".split())


def numbers_told(tokens: list[str], asked: list[bool], made: Sheet) -> list[Told]:
    """All numbers with what is said of them; once where one is told again.

    Raises:
        Unfit: one of them is neither a number nor money.
    """
    found: list[Told] = []
    for i, word in enumerate(tokens):
        if not is_number(word):
            continue
        if not re.fullmatch(f"{NUMBER}|{MONEY}", word):
            raise Unfit
        money = _is_money(word)
        value = made.values[word]
        same = [t for t in found if t.value == value and t.money == money]
        if asked[i] and same:
            continue
        if asked[i] and len(found) >= 4:
            raise Unfit
        if same and tokens[i - 1] in ("these", "the", "all", "of") and len(found) >= 3:
            continue
        found.append(_told(tokens, i, value))
    return found


def _is_money(word: str) -> bool:
    return bool(re.fullmatch(MONEY, word))


def _told(tokens: list[str], at: int, value: Fraction) -> Told:
    """A number with what its clause says of it."""
    money = _is_money(tokens[at])
    unit = unit_of(tokens[at + 1]) if not money else None
    start, own = _own_words(tokens, at)
    words = content(own)
    noun = frozenset() if money or unit else frozenset(_noun(tokens, at))
    if not words - noun and start > 0 and tokens[start - 1] == ",":
        words = words | content(_before(tokens, start - 1))
    return Told(
        at,
        value,
        money,
        SCALES[unit][0] if unit else "",
        noun,
        words,
        totals=bool(set(own) & _ALL) or "in all" in " ".join(own),
        sentence=sum(t == "." for t in tokens[:at]),
        loses=bool(set(own) & _LOSES) or "off" in own,
        scale=SCALES[unit][1] if unit else Fraction(1),
    )


def _own_words(tokens: list[str], at: int) -> tuple[int, list[str]]:
    """Where the clause of a number begins, and its words, without those of another number in it."""
    start = at
    while (
        start > 0
        and tokens[start - 1] not in _CLAUSE_ENDS
        and tokens[start - 1] != ":"
        and (not is_number(tokens[start - 1]) or stands_inside(tokens, start - 1))
    ):
        start -= 1
    end = at + 1
    while tokens[end] not in _CLAUSE_ENDS and tokens[end] != "how" and not is_number(tokens[end]):
        end += 1
    ahead = tokens[start:at]
    inner = next((j for j in range(start, at) if is_number(tokens[j])), None)
    if inner is not None:
        ahead = [w for w in ahead if root(w) not in _noun(tokens, inner)[:2]]
    own = [*ahead, *tokens[at + 1 : end]]
    for joint in (at + 2, at + 1):  # "1 litre and 3 litre cans", "2 or 4 wheels"
        if (
            tokens[joint : joint + 1] in (["and"], ["or"])
            and is_number(tokens[joint + 1])
            and _is_money(tokens[at]) == _is_money(tokens[joint + 1])
        ):
            return start, own + tokens[joint + 2 : joint + 4]
    return start, own


def stands_inside(tokens: Sequence[str], at: int) -> bool:
    """Whether a number stands in a phrase of its own: "in a 25 question test"."""
    return (
        at >= 2
        and tokens[at - 1] in ("a", "an", "the")
        and tokens[at - 2] in ("in", "on", "of", "from", "at", "for")
    )


def _before(tokens: Sequence[str], comma: int) -> list[str]:
    """The name before a bracket: "nickels (5 cents)"."""
    found: list[str] = []
    for i in range(comma - 1, max(-1, comma - 4), -1):
        if tokens[i] in FUNCTION or is_number(tokens[i]):
            break
        found.append(tokens[i])
    return found


def _noun(tokens: Sequence[str], at: int) -> list[str]:
    found: list[str] = []
    for word in tokens[at + 1 : at + 5]:
        if word in FUNCTION or is_number(word):
            break
        found.append(root(word))
    return found
