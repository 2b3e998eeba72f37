"""So many of one thing and so many of another make a total, told twice: what one of each is, or what any number of them make.

Roles: each bill has two counts, which stand side by side, and a total before or behind them; both totals are of one measure. Which count is
of which thing, the words say that only two of the four share. Also a fixed charge with a rate: two amounts of use, two charges. Not read:
three things, prices that change, anything compared, given back or taken off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER
from solver.topics.stories.school.english.methods.pairs import eliminated
from solver.topics.stories.school.english.methods.sheet import Sheet
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
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

CHANGING: Final = frozenset(
    "fewer times left change discount returned returns refund refunded free except without omitted average ratio percent half twice extra again back broken sale coupon voucher tax tip "
    "another none neither never increased increase increases raised raise reduced dropped fell dearer cheaper doubled halves bonus least most nearly almost about profit loss swapped exchanged "
    "older younger age ages deposit fee delivery postage service remaining rest off up-by differ different difference changed-to dozen".split()
)  # fmt: skip
_NEUTRAL: Final = frozenset(
    map(
        root,
        "price cost weight mass length long heavy hour minute day kilogram metre litre pay paid worth single unit one each find find exact value fraction answer respectively pound dollar euro cent ticket time "
        "weigh hold carry contain fill produce make need take charge amount much much kg adult individual item thing buy bought would together total altogether per person".split(),
    )
)  # fmt: skip
_TELLS: Final = frozenset(map(root, "cost price weigh weight mass hold carry contain pay charge reach come total together altogether".split()))
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
_FIXED: Final = re.compile(
    r"\b(?:fixed|flat|basic|base|initial|standing|call-out|callout|booking|entry|sign-up|joining|connection|one-off|starting|set|opening|setup|set-up|hire) (?:[a-z]+ )?(?:charge|fee|price|cost|amount|sum|rate|fare)"
)
_RATE: Final = re.compile(r"\bone (?!of)|\bper\b|\bhourly\b|\brate\b|\bfor each\b|\bfor every\b|\beach\b|\bevery\b|\bdaily\b")
_WEEKDAYS: Final = frozenset(map(root, "monday tuesday wednesday thursday friday saturday sunday first second next day customer friend time".split()))


@dataclass(frozen=True)
class _Told:
    """A number: where ("" as letter for "a", "one"), its measure, the words that say of what it is."""

    at: int
    letter: str
    money: bool
    unit: str
    noun: Words
    words: Words


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
        if word in CHANGING and not (asked[i] and word in ("difference", "cheaper", "dearer")) or word.endswith("n't") or word in ("not", "no") or word in ("more", "less", "than") and not asked[i]:
            if _FIXED.search(" ".join(tokens)) and word in ("fee",):
                continue
            raise Unfit
        if re.fullmatch(FRACTION, word):
            raise Unfit
    told = _told(tokens, asked, made)
    if len(told) == 4 and _FIXED.search(" ".join(tokens)) and _RATE.search(" ".join(tokens)):
        _tariff(tokens, words, told, made, work)
        return
    bills, kinds = _bills(tokens, told)
    total = bills[0][2]
    unit = made.currency if total.money else total.unit or next(iter(total.noun))
    (a, b, t), (c, d, u) = ((_value(made, p), _value(made, q), _value(made, s)) for p, q, s in bills)
    names = tuple(_name(tokens, told, kind) for kind in kinds)
    x, y = eliminated(work, (a, b, t), (c, d, u), names[0], names[1], unit)
    _answer(tokens, asked, words, made, work, kinds, names, (x, y), total, unit)


def _value(made: Sheet, told: _Told) -> Term:
    return num(made.values[told.letter]) if told.letter else num(1)


# ---- what is told


def _told(tokens: list[str], asked: list[bool], made: Sheet) -> list[_Told]:
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
        found.append(_Told(i, word, money, unit, noun, frozenset() if money else words))
    if len(found) < 6 and len(found) != 4 or len(found) == 4 and not _FIXED.search(" ".join(tokens)):
        known = frozenset().union(*(t.words for t in found))
        for i, word in enumerate(tokens):
            if word in ("a", "an", "one") and not asked[i] and len(found) < 6:
                words = content(_behind(tokens, i)) - _WEEKDAYS
                if words & known and any(words & t.words and abs(t.at - i) > 2 for t in found) and not (is_number(tokens[i + 1])):
                    found.append(_Told(i, "", False, "", frozenset(map(root, _first(tokens, i))), words))
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
        if word in ("of", "the", "these", "those", "his", "her", "such") or word == "for" and not is_number(tokens[i + 1]) and tokens[i + 1] not in ("a", "an", "the", "one"):
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
    while i >= 0 and tokens[i] not in (".", ",", "and", "while", "but", "whereas") and not is_number(tokens[i]):
        found.append(tokens[i])
        i -= 1
    return found


_JOINS: Final = frozenset("and plus with , along".split())


def _bills(tokens: list[str], told: list[_Told]) -> tuple[list[tuple[_Told, _Told, _Told]], tuple[Words, Words]]:
    """The two bills, their counts in the same order, and the words of the two kinds."""
    if len(told) != 6:
        raise Unfit
    ways = []
    for i, j in product((0, 2), repeat=2):
        first, second = _split(told[:3], i), _split(told[3:], j)
        if not _of_one_measure(first[2], second[2]) or not (_joined(tokens, first) and _joined(tokens, second)):
            continue
        for swapped in (False, True):
            r, s = (second[1], second[0]) if swapped else (second[0], second[1])
            p, q = first[0], first[1]
            one, other = (p.words & r.words) - q.words - s.words - _TELLS, (q.words & s.words) - p.words - r.words - _TELLS
            if one and other and p.unit == r.unit and q.unit == s.unit:
                ways.append(([(p, q, first[2]), (r, s, second[2])], (one, other)))
    if len(ways) != 1:
        raise Unfit
    return ways[0]


def _split(three: Sequence[_Told], at: int) -> tuple[_Told, _Told, _Told]:
    one, other = (t for k, t in enumerate(three) if k != at)
    return one, other, three[at]


def _of_one_measure(one: _Told, other: _Told) -> bool:
    if not one.letter or not other.letter:
        return False
    if one.money or other.money:
        return one.money and other.money
    if one.unit or other.unit:
        return one.unit == other.unit
    return bool(one.noun & other.noun)


def _joined(tokens: Sequence[str], bill: tuple[_Told, _Told, _Told]) -> bool:
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


def _name(tokens: Sequence[str], told: Sequence[_Told], kind: Words) -> str:
    """A kind in the words in which it is told."""
    for t in told:
        if kind <= t.words:
            near = [w for w in tokens[max(0, t.at - 5) : t.at + 7] if root(w) in kind]
            if near:
                return " ".join(list(dict.fromkeys(near))[:3])
    return " ".join(sorted(kind))


# ---- what is asked


def _answer(tokens: list[str], asked: list[bool], words: list[str], made: Sheet, work: Working, kinds: tuple[Words, Words], names: Sequence[str], sizes: tuple[Term, Term], total: _Told, unit: str) -> None:
    text = " ".join(words)
    told = content(w for w, a in zip(tokens, asked, strict=True) if not a)
    if content(words) - told - _NEUTRAL - {root(unit)}:
        raise Unfit
    _right_measure(words, total, unit, made)
    mentions: list[tuple[int, Term]] = []
    count = num(1)
    used = set()
    for word in words:
        if is_number(word):
            if not re.fullmatch(NUMBER, word):
                raise Unfit
            count = num(made.values[word])
            used.add(word)
        for k in (0, 1):
            if root(word) in kinds[k] and word not in FUNCTION and (not mentions or mentions[-1][0] != k):
                mentions.append((k, count))
                count = num(1)
    if count.value != 1 or len(mentions) > 2 or len({k for k, _ in mentions}) != len(mentions):
        raise Unfit
    if re.search(r"\b(?:more|less|cheaper|dearer|than|difference|heavier|lighter|longer|shorter)\b", text):
        if len(mentions) != 2 or any(c.value != 1 for _, c in mentions):
            raise Unfit
        high, low = (sizes[k] for k, _ in mentions)
        if re.search(r"\b(?:less|cheaper|lighter|shorter)\b", text) or "difference" in text and high.value < low.value:
            high, low = low, high
        if high.value <= low.value:
            raise Unfit
        work.give(work.step("the difference", high - low, unit), unit, "the difference")
        return
    together = re.search(r"\b(?:together|altogether|in total|in all|total)\b", text) or any(c.value != 1 for _, c in mentions)
    if together:
        if not mentions or len(mentions) == 1 and mentions[0][1].value == 1:
            raise Unfit
        parts = [c * sizes[k] if c.value != 1 else sizes[k] for k, c in mentions]
        work.give(work.step("what they come to", parts[0] + parts[1] if len(parts) == 2 else parts[0], unit), unit, "what they come to")
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
        (work.give if at == 0 else work.give_also)(sizes[k], unit, f"one of the kind “{names[k]}”")


def _apart(text: str) -> bool:
    """Whether each of two is asked for: "the price of a pen and of a book", "what does a pen cost, and what a book"."""
    if len(re.findall(r"\b(?:how|what)\b", text)) > 1 or re.search(r"\b(?:each|both|respectively|separately|prices|costs|weights|masses|lengths)\b", text):
        return True
    return bool(re.search(r"\b(?:price|cost|weight|mass|length|capacity)\b.*\b(?:of|for)\b.*\band (?:of|for|the (?:price|cost|weight|mass|length|capacity)) ", text))


def _right_measure(words: list[str], total: _Told, unit: str, made: Sheet) -> None:
    """It is asked for what the totals are of."""
    text = " ".join(words)
    for i, word in enumerate(words):
        if word == "many":
            behind = words[i + 1] if i + 1 < len(words) else ""
            if not (unit_of(behind) == unit or root(behind) == root(unit) or total.money and behind == made.currency or root(behind) in total.noun):
                raise Unfit
    if total.money and re.search(r"\b(?:weigh|heavy|weight|mass|long|far|length|time)\b", text):
        raise Unfit
    if not total.money and re.search(r"\b(?:cost|price|pay|charge|pounds|dollars|euros)\b", text) and unit != "pound":
        raise Unfit
    units = {u for i, w in enumerate(words) if (u := unit_of(w)) and words[i - 1] not in ("per", "a", "an", "in", "of", "one")}
    asked_in = {u for i, w in enumerate(words) if (u := unit_of(w)) and words[i - 1] == "in"}
    if not total.money and (units | asked_in) - {unit, "hour", "minute"} or (units | asked_in) & {"hour", "minute"} and not total.unit and not re.search(r"\bin (?:an? |one )?hour|per hour|per minute|in (?:a |one )?minute", text):
        raise Unfit


# ---- a fixed charge and a rate


def _tariff(tokens: list[str], words: list[str], told: list[_Told], made: Sheet, work: Working) -> None:
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
    a, b, s, r = (_value(made, v) for v in (p, q, t, u))
    if a.value == b.value or (a.value < b.value) != (s.value < r.value):
        raise Unfit
    if a.value > b.value:
        a, b, s, r = b, a, r, s
    unit, text = made.currency, " ".join("one" if is_number(w) else w for w in words)
    more = work.step("how much more use there is in the dearer case", b - a)
    rate = work.step("what one more costs", work.step("how much more that costs", r - s, unit) / more, unit)
    fixed = work.step("what is always paid", s - a * rate, unit)
    if fixed.value <= 0 or any(is_number(w) and made.values[w] != 1 for w in words) or re.search(r"\b(?:more|less|than|difference|total|altogether|many)\b", text):
        raise Unfit
    told_words = content(tokens)
    if content(words) - told_words:
        raise Unfit
    spoken = sorted([*((m.start(), 0) for m in _FIXED.finditer(text)), *((m.start(), 1) for m in _RATE.finditer(text))])
    order = list(dict.fromkeys(k for _, k in spoken))
    if not order:
        raise Unfit
    for at, k in enumerate(order):
        (work.give if at == 0 else work.give_also)((fixed, rate)[k], unit, ("the fixed charge", "the rate")[k])
