"""So many of one thing and so many of another make a total, told twice: what one of each is, or what any number of them make.

Roles: each bill has two counts, which stand side by side, and a total before or behind them; both totals are of one measure. Which count is
of which thing, the words say that only two of the four share. Also a fixed charge with a rate: two amounts of use, two charges. Not read:
three things, prices that change, anything compared, given back or taken off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.elimination import eliminated
from solver.topics.stories.school.english.marks import FRACTION, MONEY
from solver.topics.stories.school.english.roles.billed_asked import (
    FIXED,
    RATE,
    Pair,
    Told,
    answer_question,
    ask_tariff,
    value_of,
)
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    content,
    is_number,
    prepared,
    root,
    tokens_of,
    unit_of,
)
from solver.topics.stories.school.english.sheet import Sheet
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, Working

CHANGING: Final = frozenset(
    "fewer times left change discount returned returns refund refunded free except without omitted average ratio percent half twice extra again back broken sale coupon voucher tax tip "
    "another none neither never increased increase increases raised raise reduced dropped fell dearer cheaper doubled halves bonus least most nearly almost about profit loss swapped exchanged "
    "older younger age ages deposit fee delivery postage service remaining rest off up-by differ different difference changed-to dozen".split()
)  # fmt: skip


_TELLS: Final = frozenset(
    map(
        root,
        "cost price weigh weight mass hold carry contain pay charge reach come total together altogether".split(),
    )
)


_SAME: Final = re.compile(
    r"(?i)(?:,? (?:and|but|where|with|while))? ?(?:both )?(?:all )?(?:the |its |their )?(?:prices?|rates?|costs?) (?:(?:had|have|has|did|do|does|were|was|are|is) (?:not|n't) (?:been )?chang\w+|(?:had|have)n't changed|didn't change|(?:are|were|is|was|stay|stays|stayed|remain|remained) (?:fixed|the same|unchanged|constant)(?: (?:all day|both times|that day|throughout|on both days))?)"
)


_ALIKE: Final = re.compile(
    r"(?i)(?:^|(?<=[.;] ))(?:assume (?:that )?|suppose (?:that )?)?(?:all|every|each)(?: of)?(?: the)? [a-z ,]{2,40}? (?:are|is|weighs?|costs?|has|have|was|were) (?:alike|identical|equal|the same(?: [a-z]+)?)(?:,? (?:and )?so (?:are|do) (?:all )?(?:the )?[a-z ]{2,30})?\."
)


_PLAIN: Final = (
    (_SAME, ""),
    (_ALIKE, ""),
    (re.compile(r"(?<=[a-z]) ?[+&] ?(?=\d|an? |one )"), " and "),
    (re.compile(r"\b[Gg]ive (?:your |the )?(?:exact (?:values?|answers?)|answers? (?:as fractions?|exactly))[^.]*\.?"), ""),
)  # fmt: skip


_WEEKDAYS: Final = frozenset(
    map(
        root,
        "monday tuesday wednesday thursday friday saturday sunday first second next day customer friend time".split(),
    )
)


def ready(source: str) -> Sheet | None:
    for pattern, plain in _PLAIN:
        source = pattern.sub(plain, source)
    return prepared(source)


def read(text: Text) -> Exercise | None:
    """The problem, when every number of it has a role and what is asked follows."""
    made = ready(text.source)
    if made is None or made.clocks or made.percents or not 4 <= made.numbers <= 9:
        return None
    found = Exercise.worked("en", lambda work: _solve(made, work))
    return found if found is not None and all(v > 0 for v in found.values) else None


def _solve(made: Sheet, work: Working) -> None:
    tokens, asked = tokens_of(made)
    if not any(asked):
        raise Unfit
    words = [w for w, a in zip(tokens, asked, strict=True) if a]
    for i, word in enumerate(tokens):
        if (
            word in CHANGING
            and not (asked[i] and word in ("difference", "cheaper", "dearer"))
            or word.endswith("n't")
            or word in ("not", "no")
            or word in ("more", "less", "than")
            and not asked[i]
        ):
            if FIXED.search(" ".join(tokens)) and word in ("fee",):
                continue
            raise Unfit
        if re.fullmatch(FRACTION, word):
            raise Unfit
    told = _told(tokens, asked)
    if len(told) == 4 and FIXED.search(" ".join(tokens)) and RATE.search(" ".join(tokens)):
        ask_tariff(tokens, words, told, made, work)
        return
    bills, kinds = _bills(tokens, told)
    total = bills[0][2]
    unit = made.currency if total.money else total.unit or next(iter(total.noun))
    (a, b, t), (c, d, u) = ((value_of(made, p), value_of(made, q), value_of(made, s)) for p, q, s in bills)
    names = tuple(_name(tokens, told, kind) for kind in kinds)
    x, y = eliminated(work, (a, b, t), (c, d, u), names[0], names[1], unit)
    answer_question(tokens, asked, words, made, work, Pair(kinds, names, (x, y), total, unit))


def _told(tokens: list[str], asked: list[bool]) -> list[Told]:
    found = []
    for i, word in enumerate(tokens):
        if asked[i] or not is_number(word):
            continue
        money = bool(re.fullmatch(MONEY, word))
        unit = (unit_of(tokens[i + 1]) or "") if not money else ""
        behind = _behind(tokens, i + bool(unit))
        if unit and tokens[i + 2] != "of":
            words = content(_before(tokens, i)) if not money else frozenset()
            noun: Words = frozenset()
        else:
            words = content(behind)
            noun = frozenset() if unit or money else frozenset(map(root, _first(tokens, i)))
        found.append(Told(i, word, money, unit, noun, frozenset() if money else words))
    if len(found) < 6 and len(found) != 4 or len(found) == 4 and not FIXED.search(" ".join(tokens)):
        known = frozenset().union(*(t.words for t in found))
        for i, word in enumerate(tokens):
            if word in ("a", "an", "one") and not asked[i] and len(found) < 6:
                words = content(_behind(tokens, i)) - _WEEKDAYS
                if (
                    words & known
                    and any(words & t.words and abs(t.at - i) > 2 for t in found)
                    and not (is_number(tokens[i + 1]))
                ):
                    found.append(Told(i, "", False, "", frozenset(map(root, _first(tokens, i))), words))
    return sorted(found, key=lambda t: t.at)


def _first(tokens: Sequence[str], at: int) -> list[str]:
    found = []
    for word in tokens[at + 1 : at + 4]:
        if word in FUNCTION or is_number(word):
            break
        found.append(word)
    return found


def _behind(tokens: Sequence[str], at: int) -> list[str]:
    """The words that say what is counted: "bottles of apple juice", "tickets for adults"."""
    found: list[str] = []
    i = at + 1
    while i < len(tokens) and len(found) < 6:
        word = tokens[i]
        if (
            word in ("of", "the", "these", "those", "his", "her", "such")
            or word == "for"
            and not is_number(tokens[i + 1])
            and tokens[i + 1] not in ("a", "an", "the", "one")
        ):
            i += 1
            continue
        if word in FUNCTION or is_number(word):
            break
        found.append(word)
        i += 1
    return found


def _before(tokens: Sequence[str], at: int) -> list[str]:
    """The words in front, in the same clause: "machine A runs for 3 hours"."""
    found: list[str] = []
    i = at - 1
    while (
        i >= 0 and tokens[i] not in (".", ",", "and", "while", "but", "whereas") and not is_number(tokens[i])
    ):
        found.append(tokens[i])
        i -= 1
    return found


_JOINS: Final = frozenset("and plus with , along".split())


def _bills(tokens: list[str], told: list[Told]) -> tuple[list[tuple[Told, Told, Told]], tuple[Words, Words]]:
    """The two bills, their counts in the same order, and the words of the two kinds."""
    if len(told) != 6:
        raise Unfit
    ways = []
    for i, j in product((0, 2), repeat=2):
        first, second = _split(told[:3], i), _split(told[3:], j)
        if not _of_one_measure(first[2], second[2]) or not (
            _joined(tokens, first) and _joined(tokens, second)
        ):
            continue
        for swapped in (False, True):
            r, s = (second[1], second[0]) if swapped else (second[0], second[1])
            p, q = first[0], first[1]
            one, other = (
                (p.words & r.words) - q.words - s.words - _TELLS,
                (q.words & s.words) - p.words - r.words - _TELLS,
            )
            if one and other and p.unit == r.unit and q.unit == s.unit:
                ways.append(([(p, q, first[2]), (r, s, second[2])], (one, other)))
    if len(ways) != 1:
        raise Unfit
    return ways[0]


def _split(three: Sequence[Told], at: int) -> tuple[Told, Told, Told]:
    one, other = (t for k, t in enumerate(three) if k != at)
    return one, other, three[at]


def _of_one_measure(one: Told, other: Told) -> bool:
    if not one.letter or not other.letter:
        return False
    if one.money or other.money:
        return one.money and other.money
    if one.unit or other.unit:
        return one.unit == other.unit
    return bool(one.noun & other.noun)


def _joined(tokens: Sequence[str], bill: tuple[Told, Told, Told]) -> bool:
    """Whether the counts stand side by side and the total does not."""
    one, other, total = bill
    if one.money or other.money:
        return False
    between = tokens[one.at : other.at]
    if not _JOINS & set(between) or "." in between:
        return False
    low, high = sorted((total.at, one.at if total.at < one.at else other.at))
    if total.money:
        return True
    return tokens[total.at - 1] not in _JOINS or total.unit != one.unit or "." in tokens[low:high]


def _name(tokens: Sequence[str], told: Sequence[Told], kind: Words) -> str:
    """A kind in the words in which it is told."""
    for t in told:
        if kind <= t.words:
            near = [w for w in tokens[max(0, t.at - 5) : t.at + 7] if root(w) in kind]
            if near:
                return " ".join(list(dict.fromkeys(near))[:3])
    return " ".join(sorted(kind))
