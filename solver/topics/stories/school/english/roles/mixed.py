"""So many things of two kinds, what one of each kind is worth (holds, weighs, scores), and what all are: how many there are of each.

Roles: the two values of one are of one measure, and the total is of that measure too; the count is not. Which numbers they are is tried:
only where one way to give the roles fits the words, and leads to whole numbers of both kinds, there is an answer. Not read: three kinds,
kinds compared with each other, anything given back, unanswered questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import MONEY
from solver.topics.stories.school.english.roles.mixed_told import Told, numbers_told, stands_inside
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    content,
    is_number,
    prepared,
    root,
    tokens_of,
)
from solver.topics.stories.school.english.sheet import Sheet
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

CHANGING: Final = frozenset(
    "more fewer less than times left change discount returned refund refunded free except without unanswered blank skipped skips omitted average ratio percent half twice another extra again later "
    "back broken sale coupon voucher tax tip none neither never no three third swapped exchanged-again spent-all lost-again remaining rest-of unless or-more bonus doubled halves least most nearly almost about if-only".split()
)  # fmt: skip


_WRONG: Final = frozenset(
    "wrong incorrect incorrectly miss misses missed error errors mistake mistakes false foul fouls fail fails failed defeat".split()
)


_NEUTRAL: Final = frozenset(
    map(
        root,
        "many each kind type sort were was are there did do does sell sold buy bought use used have had get got answer question ticket number take hire hired count first then second order "
        "need have find make carry visitor people person find park lot correct correctly right wrong miss box note coin thing item animal room".split(),
    )
)  # fmt: skip


_PEOPLE: Final = frozenset(
    map(
        root,
        "people person passenger guest pupil student child seat visitor member player camper tourist man woman place".split(),
    )
)


_SMALL: Final[dict[str, int]] = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
}


_PLAIN: Final = (
    (re.compile(r"\b([Dd])ouble(?=[ -](?:rooms?|beds?|cabins?|tents?)\b)"), "duplex"),
    (re.compile(r"(?i)\b(has|have|seats?|sleeps?|holds?|with|of) one (?=[a-z]+)"), r"\1 1 "),
    (re.compile(r"(?i)\b(two|three|four|five|six|eight|ten|twelve)-(?=(?:seat|bed|point|wheel|person|berth|mark|pack|man)[a-z]*\b)"), lambda m: f"{_SMALL[m[1].lower()]}-"),
    (re.compile(r"(?i)\b(?:two|2) (?:different )?(?:kinds|types|sorts|sizes) of "), ""),
)  # fmt: skip


def read(text: Text) -> Exercise | None:
    """The problem, when every number of it has a role and what is asked follows."""
    source = text.source
    for pattern, plain in _PLAIN:
        source = pattern.sub(plain, source)  # type: ignore[arg-type]
    made = prepared(source)
    if made is None or made.clocks or made.percents or not 4 <= made.numbers <= 8:
        return None
    found = Exercise.worked("en", lambda work: _solve(made, work))
    return found if found is not None and all(v >= 0 for v in found.values) else None


def _solve(made: Sheet, work: Working) -> None:
    tokens, asked = tokens_of(made)
    if not any(asked):
        raise Unfit
    for i, word in enumerate(tokens):
        if (word in CHANGING or word.endswith("n't") or word == "not") and not (
            word == "off" or word == "no" and tokens[i + 1] == "other"
        ):
            raise Unfit
    told = numbers_told(tokens, asked, made)
    if len(told) != 4 or set(tokens) & _WRONG and not any(t.loses for t in told):
        raise Unfit
    ways = []
    for one, other, count, total in permutations(told):
        if one.at < other.at and _fits(one, other, count, total):
            x = _of_one(one, other, count, total)
            if x is not None:
                ways.append((one, other, count, total))
    if len(ways) != 1:
        raise Unfit
    one, other, count, total = ways[0]
    _answer(tokens, asked, made, work, (one, other), count, total)


def _alike(one: Told, other: Told) -> bool:
    """Whether two numbers may be of one measure."""
    if one.money or other.money:
        return one.money and other.money
    if one.dimension or other.dimension:
        return (
            one.dimension == other.dimension
            or not (one.noun or other.noun)
            and not (one.dimension and other.dimension)
        )
    return (
        bool(one.noun & other.noun)
        or bool(one.noun & _PEOPLE and other.noun & _PEOPLE)
        or not one.noun
        or not other.noun
    )


def _fits(one: Told, other: Told, count: Told, total: Told) -> bool:
    """Whether the words allow these roles."""
    if (
        not _alike(one, other)
        or not (_alike(one, total) and _alike(other, total))
        or one.value == other.value
    ):
        return False
    if abs(one.sentence - other.sentence) > 1 or one.totals or other.totals:
        return False
    if count.money or count.loses or total.loses:
        return False
    if count.dimension:
        return False
    if one.noun and count.noun & one.noun & total.noun:
        return False
    return bool(one.money or one.dimension or one.noun or other.noun or one.words)


def _size(told: Told, others: Sequence[Told]) -> Fraction:
    """The value in the smallest unit, with its sign."""
    scales = [t.scale for t in others if t.dimension]
    value = told.value * told.scale / min(scales) if told.dimension else told.value
    return -value if told.loses else value


def _of_one(one: Told, other: Told, count: Told, total: Told) -> Fraction | None:
    """How many there are of the one kind; None where that is no whole number between none and all."""
    three = (one, other, total)
    a, b, t = (_size(v, three) for v in three)
    if a == b:
        return None
    x = (t - b * count.value) / (a - b)
    return x if x.denominator == 1 and 0 < x < count.value and count.value.denominator == 1 else None


def _answer(
    tokens: list[str],
    asked: list[bool],
    made: Sheet,
    work: Working,
    pair: tuple[Told, Told],
    count: Told,
    total: Told,
) -> None:
    """Gives the numbers of both kinds, or of the one that is asked for."""
    words = [w for w, a in zip(tokens, asked, strict=True) if a]
    own = (pair[0].words - pair[1].words, pair[1].words - pair[0].words)
    told = content(w for w, a in zip(tokens, asked, strict=True) if not a)
    if content(words) - told - _NEUTRAL or not _ASKS_OTHERWISE.isdisjoint(words):
        raise Unfit
    _nothing_else(tokens, asked, pair, own, count, total)
    order = _order(words, own, pair, made)
    three = (*pair, total)
    a, b, t = (num(abs(_size(v, three))) for v in three)
    first, second = (_called(tokens, t, words_) for t, words_ in zip(pair, own, strict=True))
    if pair[0].loses:
        raise Unfit
    found = _numbers(work, num(count.value), (a, b, t), (first, second), loses=pair[1].loses)
    for k, which in enumerate(order):
        give = work.give if k == 0 else work.give_also
        give(found[which], "", f"the number of the kind “{(first, second)[which]}”")


_ASKS_OTHERWISE: Final = frozenset(
    "more fewer than difference together altogether much worth cost price".split()
)


def _numbers(
    work: Working, n: Term, sizes: tuple[Term, Term, Term], names: tuple[str, str], *, loses: bool
) -> tuple[Term, Term]:
    """If all were of one kind: what is missing or too much comes from the others. `loses`: each of the second kind takes away."""
    a, b, t = sizes
    first, second = names
    if loses:
        most = work.step(f"how much it would be if all {n.tex} were of the kind “{first}”", n * a)
        gap = work.step("how much that is too much", most - t)
        each = work.step("how much one of the other kind changes that", a + b)
        y = work.step(f"how many there are of the kind “{second}”", gap / each)
        return work.step(f"how many there are of the kind “{first}”", n - y), y
    if a.value > b.value:
        y, x = _by_the_least(work, n, (b, a, t), (second, first))
        return x, y
    return _by_the_least(work, n, (a, b, t), (first, second))


def _by_the_least(
    work: Working, n: Term, sizes: tuple[Term, Term, Term], names: tuple[str, str]
) -> tuple[Term, Term]:
    """If all were of the smaller kind."""
    small, large, t = sizes
    least = work.step(f"how much it would be if all {n.tex} were of the kind “{names[0]}”", n * small)
    each = work.step("how much one changes when it is of the other kind", large - small)
    missing = work.step("how much is missing", t - least)
    many = work.step(f"how many there are of the kind “{names[1]}”", missing / each)
    return work.step(f"how many there are of the kind “{names[0]}”", n - many), many


def _nothing_else(
    tokens: Sequence[str],
    asked: Sequence[bool],
    pair: tuple[Told, Told],
    own: tuple[Words, Words],
    count: Told,
    total: Told,
) -> None:
    """The count is of both kinds, the total is of what is counted, and nothing besides is in it."""
    of_one = [bool(count.noun & o) for o in own]
    after = tokens[count.at + 1 : count.at + 7]
    if (
        any(of_one)
        and not stands_inside(tokens, count.at)
        and not {"others", "rest", "other", "one", "ones"} & set(tokens[pair[0].at : pair[1].at])
        and not (
            "and" in after
            and tokens[count.at + 2 + after.index("and")] not in _SOME
            and all(o & content(after) for o in own)
        )
    ):
        raise Unfit
    known = own[0] | own[1] | pair[0].words | pair[1].words | count.noun | count.words
    if total.money and tokens[total.at + 1] in ("in", "of", "from", "for", "on"):
        behind = content(tokens[total.at + 2 : total.at + 4])
        if behind and not behind & known and not behind & content(_MONEY_WORDS):
            raise Unfit
    for i, word in enumerate(tokens):
        if word == "and" and not asked[i]:
            end = i + 1
            while tokens[end] not in FUNCTION and not is_number(tokens[end]):
                end += 1
            words = content(tokens[i + 1 : end])
            if tokens[end] in (".", ",") and words and not words & known:
                raise Unfit


_SOME: Final = frozenset("some several a an the few".split())


_MONEY_WORDS: Final = "total sales takings income cash money receipts revenue change fares ticket".split()


def _called(tokens: Sequence[str], told: Told, own: Words) -> str:
    """The words that tell a kind, or what one of it is worth."""
    near = [
        w
        for w in tokens[max(0, told.at - 6) : told.at + 6]
        if root(w) in own and w not in FUNCTION and not is_number(w)
    ]
    return " ".join(list(dict.fromkeys(near))[:2]) or num(told.value).tex


def _order(words: Sequence[str], own: tuple[Words, Words], pair: tuple[Told, Told], made: Sheet) -> list[int]:
    """Which of the kinds are asked for, in order."""
    by_value = [
        k
        for word in words
        if is_number(word)
        for k in (0, 1)
        if made.values[word] == pair[k].value and bool(re.fullmatch(MONEY, word)) == pair[k].money
    ]
    heads = [
        k
        for i, word in enumerate(words)
        if word == "many"
        for w in _heads(words, i)
        for k in (0, 1)
        if w in own[k]
    ]
    anywhere = [k for word in words for k in (0, 1) if root(word) in own[k] and word not in FUNCTION]
    order = list(dict.fromkeys(by_value or heads or anywhere))
    each = bool(re.search(r"\b(?:each|both)\b|\bof either\b", " ".join(words)))
    if each:
        return (
            order
            if len(order) == 2
            else [order[0], 1 - order[0]]
            if order and "first" in words
            else [0, 1]
            if not order
            else _no()
        )
    if len(order) == 2 and not re.search(r"\band\b", " ".join(words)):
        raise Unfit
    if not order:
        raise Unfit
    return order


def _heads(words: Sequence[str], many: int) -> list[str]:
    """The noun phrases behind "how many", as roots."""
    found: list[str] = []
    for word in words[many + 1 :]:
        if word == "and" and found:
            continue
        if word in FUNCTION or is_number(word):
            break
        found.append(root(word))
    return found


def _no() -> list[int]:
    raise Unfit
