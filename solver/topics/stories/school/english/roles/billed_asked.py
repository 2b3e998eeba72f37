"""What is asked about two things with two totals: one of each, both, so many of them, a difference; a fixed charge and a rate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.school.english.marks import NUMBER
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    content,
    is_number,
    root,
    unit_of,
)
from solver.topics.stories.school.english.sheet import Sheet
from solver.topics.stories.school.working import Term, Unfit, Working, num

_NEUTRAL: Final = frozenset(
    map(
        root,
        "price cost weight mass length long heavy hour minute day kilogram metre litre pay paid worth single unit one each find find exact value fraction answer respectively pound dollar euro cent ticket time "
        "weigh hold carry contain fill produce make need take charge amount much much kg adult individual item thing buy bought would together total altogether per person".split(),
    )
)  # fmt: skip


FIXED: Final = re.compile(
    r"\b(?:fixed|flat|basic|base|initial|standing|call-out|callout|booking|entry|sign-up|joining|connection|one-off|starting|set|opening|setup|set-up|hire) (?:[a-z]+ )?(?:charge|fee|price|cost|amount|sum|rate|fare)"
)


RATE: Final = re.compile(
    r"\bone (?!of)|\bper\b|\bhourly\b|\brate\b|\bfor each\b|\bfor every\b|\beach\b|\bevery\b|\bdaily\b"
)


@dataclass(frozen=True)
class Told:
    """A number: where ("" as letter for "a", "one"), its measure, the words that say of what it is."""

    at: int
    letter: str
    money: bool
    unit: str
    noun: Words
    words: Words


def value_of(made: Sheet, told: Told) -> Term:
    return num(made.values[told.letter]) if told.letter else num(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two kinds of things of which it was found what one is: their words, names and sizes; a total, and its unit."""

    kinds: tuple[Words, Words]
    names: Sequence[str]
    sizes: tuple[Term, Term]
    total: Told
    unit: str


_COMPARED: Final = re.compile(
    r"\b(?:more|less|cheaper|dearer|than|difference|heavier|lighter|longer|shorter)\b"
)
_LESS: Final = re.compile(r"\b(?:less|cheaper|lighter|shorter)\b")
_TOGETHER: Final = re.compile(r"\b(?:together|altogether|in total|in all|total)\b")


def answer_question(
    tokens: list[str], asked: list[bool], words: list[str], made: Sheet, work: Working, pair: Pair
) -> None:
    """Gives what is asked for: a difference, so many of both, or one of each.

    Raises:
        Unfit: words of the question name something else, or it is not clear which of the two is meant.
    """
    text = " ".join(words)
    told = content(w for w, a in zip(tokens, asked, strict=True) if not a)
    if content(words) - told - _NEUTRAL - {root(pair.unit)}:
        raise Unfit
    _right_measure(words, pair.total, pair.unit, made)
    mentions = _mentions(words, made, pair.kinds)
    if _COMPARED.search(text):
        _give_difference(work, text, mentions, pair)
        return
    if _TOGETHER.search(text) or any(count.value != 1 for _, count in mentions):
        _give_together(work, mentions, pair)
        return
    if len(mentions) == 2 and not _apart(text):
        raise Unfit  # both together, or each of the two?
    if not mentions:
        if not re.search(r"\b(?:each|both|respectively)\b", text):
            raise Unfit
        mentions = [(0, num(1)), (1, num(1))]
    if len(mentions) == 1 and re.search(r"\b(?:each|both)\b", text):
        raise Unfit  # each of what?
    for at, (k, _) in enumerate(mentions):
        give = work.give if at == 0 else work.give_also
        give(pair.sizes[k], pair.unit, f"one of the kind “{pair.names[k]}”")


def _mentions(words: list[str], made: Sheet, kinds: tuple[Words, Words]) -> list[tuple[int, Term]]:
    """Which of the two kinds the question names, in their order, and how many of each."""
    mentions: list[tuple[int, Term]] = []
    count = num(1)
    for word in words:
        if is_number(word):
            if not re.fullmatch(NUMBER, word):
                raise Unfit
            count = num(made.values[word])
        for k in (0, 1):
            if root(word) in kinds[k] and word not in FUNCTION and (not mentions or mentions[-1][0] != k):
                mentions.append((k, count))
                count = num(1)
    if count.value != 1 or len(mentions) > 2 or len({k for k, _ in mentions}) != len(mentions):
        raise Unfit
    return mentions


def _give_difference(work: Working, text: str, mentions: list[tuple[int, Term]], pair: Pair) -> None:
    """ "How much more does a pen cost than a pencil?"."""
    if len(mentions) != 2 or any(count.value != 1 for _, count in mentions):
        raise Unfit
    high, low = (pair.sizes[k] for k, _ in mentions)
    if _LESS.search(text) or "difference" in text and high.value < low.value:
        high, low = low, high
    if high.value <= low.value:
        raise Unfit
    work.give(work.step("the difference", high - low, pair.unit), pair.unit, "the difference")


def _give_together(work: Working, mentions: list[tuple[int, Term]], pair: Pair) -> None:
    """ "How much do 3 pens and a pencil cost?"."""
    if not mentions or len(mentions) == 1 and mentions[0][1].value == 1:
        raise Unfit
    parts = [c * pair.sizes[k] if c.value != 1 else pair.sizes[k] for k, c in mentions]
    whole = parts[0] + parts[1] if len(parts) == 2 else parts[0]
    work.give(work.step("what they come to", whole, pair.unit), pair.unit, "what they come to")


def _apart(text: str) -> bool:
    """Whether each of two is asked for: "the price of a pen and of a book", "what does a pen cost, and what a book"."""
    if len(re.findall(r"\b(?:how|what)\b", text)) > 1 or re.search(
        r"\b(?:each|both|respectively|separately|prices|costs|weights|masses|lengths)\b", text
    ):
        return True
    return bool(
        re.search(
            r"\b(?:price|cost|weight|mass|length|capacity)\b.*\b(?:of|for)\b.*\band (?:of|for|the (?:price|cost|weight|mass|length|capacity)) ",
            text,
        )
    )


def _right_measure(words: list[str], total: Told, unit: str, made: Sheet) -> None:
    """It is asked for what the totals are of."""
    text = " ".join(words)
    for i, word in enumerate(words):
        if word == "many":
            behind = words[i + 1] if i + 1 < len(words) else ""
            if not (
                unit_of(behind) == unit
                or root(behind) == root(unit)
                or total.money
                and behind == made.currency
                or root(behind) in total.noun
            ):
                raise Unfit
    if total.money and re.search(r"\b(?:weigh|heavy|weight|mass|long|far|length|time)\b", text):
        raise Unfit
    if (
        not total.money
        and re.search(r"\b(?:cost|price|pay|charge|pounds|dollars|euros)\b", text)
        and unit != "pound"
    ):
        raise Unfit
    units = {
        u
        for i, w in enumerate(words)
        if (u := unit_of(w)) and words[i - 1] not in ("per", "a", "an", "in", "of", "one")
    }
    asked_in = {u for i, w in enumerate(words) if (u := unit_of(w)) and words[i - 1] == "in"}
    if (
        not total.money
        and (units | asked_in) - {unit, "hour", "minute"}
        or (units | asked_in) & {"hour", "minute"}
        and not total.unit
        and not re.search(r"\bin (?:an? |one )?hour|per hour|per minute|in (?:a |one )?minute", text)
    ):
        raise Unfit


def ask_tariff(tokens: list[str], words: list[str], told: list[Told], made: Sheet, work: Working) -> None:
    """A fixed charge and so much for each: two uses, two charges."""
    if any(not t.letter for t in told):
        raise Unfit
    pairs = []
    for one, other in (told[:2], told[2:]):
        if one.money == other.money:
            raise Unfit
        pairs.append((other, one) if one.money else (one, other))
    (p, t), (q, u) = pairs
    if p.unit != q.unit or not p.unit and not p.noun & q.noun:
        raise Unfit
    a, b, s, r = (value_of(made, v) for v in (p, q, t, u))
    if a.value == b.value or (a.value < b.value) != (s.value < r.value):
        raise Unfit
    if a.value > b.value:
        a, b, s, r = b, a, r, s
    unit, text = made.currency, " ".join("one" if is_number(w) else w for w in words)
    more = work.step("how much more use there is in the dearer case", b - a)
    rate = work.step("what one more costs", work.step("how much more that costs", r - s, unit) / more, unit)
    fixed = work.step("what is always paid", s - a * rate, unit)
    if (
        fixed.value <= 0
        or any(is_number(w) and made.values[w] != 1 for w in words)
        or re.search(r"\b(?:more|less|than|difference|total|altogether|many)\b", text)
    ):
        raise Unfit
    told_words = content(tokens)
    if content(words) - told_words:
        raise Unfit
    spoken = sorted(
        [*((m.start(), 0) for m in FIXED.finditer(text)), *((m.start(), 1) for m in RATE.finditer(text))]
    )
    order = list(dict.fromkeys(k for _, k in spoken))
    if not order:
        raise Unfit
    for at, k in enumerate(order):
        (work.give if at == 0 else work.give_also)(
            (fixed, rate)[k], unit, ("the fixed charge", "the rate")[k]
        )
