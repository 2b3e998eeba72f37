"""What is asked of two kinds of things once it is known what one of each is: one of them, both, so many together, how much more."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import ANY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.two_totals_asked import CHANGING
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import Sheet, elsewhere
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.working import Term, Unfit, Working, num

Kind = tuple[str, ...]
"""The name of a kind, and the words that tell it from the other one."""
_ALLOWED: Final = frozenset(
    "how what much many each both total altogether together same and or one ones all more less than heavier longer dearer also at".split()
)
_MORE: Final = re.compile(r"\b(?:more|dearer|heavier|longer|further|farther)\b")
_LESS: Final = re.compile(r"\b(?:less|cheaper|lighter|shorter|fewer)\b")
_ASKS: Final = re.compile(r"\b(?:how (?:much|many|heavy|long|far)|what)\b")
_SUM: Final = re.compile(r"\b(?:together|altogether|in total|in all|combined|total|sum)\b")
_ONE_BILL: Final = re.compile(r"\b(?:how much|what) (?:do|would|will|did|must|should|have|for)\b|\bhow many [a-z]+ (?:do|would|will|did|can|could)\b|\bhow much [a-z]+ (?:do|would|will|must|should)\b|\bhow much .*\b(?:pay|spend|to buy|for)\b")  # fmt: skip
_APART: Final = re.compile(r"\b(?:each|respectively|separately|both|individually)\b|\b(?:prices|costs|weights|masses|lengths|are) of\b")  # fmt: skip
_MEASURED: Final = {
    "mass": r"weigh|heavy|mass|how much",
    "length": r"how long|how far|length|distance|how many (?:km|kilomet|met|cent|mile)|kilomet",
    "volume": r"how much|how many|hold|volume|capacity",
    "time": r"how long|time|minutes|hours|how many",
}


def ask(made: Sheet, work: Working, told: str, question: str, kinds: tuple[Kind, Kind], sizes: tuple[Term, Term], unit: str) -> None:  # fmt: skip
    """Answer the question from what one of each is."""
    words = question.split()
    text = f"{question} "
    if not _fits_unit(question, unit, made):
        raise Unfit
    if elsewhere(question, told):
        raise Unfit
    if any(w in CHANGING - {"each", "far"} or w in STRICT and w not in _ALLOWED and not _LESS.search(w) and not _MORE.search(w) for w in words):  # fmt: skip
        raise Unfit
    mentions = _mentions(words, kinds, made)
    more, less = bool(_MORE.search(question)), bool(_LESS.search(question))
    if more or less or "than" in words or "difference" in words:
        _difference(work, mentions, kinds, sizes, unit, more=more, less=less, words=words)
        return
    if not mentions:
        if not re.search(r"\b(?:each|both)\b", question) or _SUM.search(question):
            raise Unfit
        _both(work, (0, 1), kinds, sizes, unit)
        return
    which = [i for i, _ in mentions]
    if len(set(which)) != len(which):
        raise Unfit
    if len(mentions) == 1:
        if re.search(r"\band\b", question):
            raise Unfit  # it asks for another thing, too
        (i, count), *_ = mentions
        if "each" in words and not re.search(rf"each (?:[a-z'-]+ ){{0,2}}?{kinds[i][1][:3]}", question):
            raise Unfit
        if (
            _SUM.search(question)
            and count.value == 1
            or re.search(r"\beach\b", question)
            and count.value != 1
        ):
            raise Unfit
        term = sizes[i] if count.value == 1 else work.step("so many of them", sizes[i] * count, unit)
        work.give(term, unit, f"one {kinds[i][0]}" if count.value == 1 else "the answer")
        return
    several = any(count.value != 1 for _, count in mentions)
    if len(_ASKS.findall(text)) > 1 or _APART.search(question) and not _SUM.search(question):
        if several or _SUM.search(question):
            raise Unfit
        _both(work, (which[0], which[1]), kinds, sizes, unit)
        return
    if not (_SUM.search(question) or several or _ONE_BILL.search(question)):
        raise Unfit
    parts = [sizes[i] if count.value == 1 else count * sizes[i] for i, count in mentions]
    work.give(work.step("both together", parts[0] + parts[1], unit), unit, "both together")


def _both(work: Working, order: tuple[int, int], kinds: tuple[Kind, Kind], sizes: tuple[Term, Term], unit: str) -> None:  # fmt: skip
    first, second = order
    work.give(sizes[first], unit, f"one {kinds[first][0]}")
    work.give_also(sizes[second], unit, f"one {kinds[second][0]}")


def _difference(
    work: Working,
    mentions: list[tuple[int, Term]],
    kinds: tuple[Kind, Kind],
    sizes: tuple[Term, Term],
    unit: str,
    *,
    more: bool,
    less: bool,
    words: list[str],
) -> None:
    if (
        len(mentions) != 2
        or any(count.value != 1 for _, count in mentions)
        or more == less
        or "than" not in words
    ):
        raise Unfit
    first, second = mentions[0][0], mentions[1][0]
    if first == second:
        raise Unfit
    if less:
        first, second = second, first
    gap = work.step(f"how much more the kind “{kinds[first][0]}” is", sizes[first] - sizes[second], unit)
    work.give(gap, unit, "the difference")


def _mentions(words: list[str], kinds: tuple[Kind, Kind], made: Sheet) -> list[tuple[int, Term]]:
    """Which kinds are named, in order, and how many of each."""
    found: list[tuple[int, Term]] = []
    since = 0
    used = set()
    for at, word in enumerate(words):
        hits = [i for i, kind in enumerate(kinds) if one_form(word) in kind[1:]]
        if not hits or at and words[at - 1] == "how":  # "how long is each"
            continue
        (i,) = hits
        count = num(1)
        for back in range(max(since, at - 3), at):
            if re.fullmatch(NUMBER, words[back]):
                count = num(made.values[words[back]])
                used.add(words[back])
        if found and found[-1][0] == i and not re.search(r"\band\b", " ".join(words[since:at])):
            since = at + 1
            continue  # "a long trip on the long route"
        found.append((i, count))
        since = at + 1
    if any(re.fullmatch(ANY, w) and w not in used for w in words):
        raise Unfit
    return found


def _fits_unit(question: str, unit: str, made: Sheet) -> bool:
    """Whether it is asked for what the totals are of."""
    asked = set(re.findall(r"\b(dollars|euros|yuan|cents|pence|kg|g|km|m|cm|litres|ml|kilograms|grams|kilometres|kilometers|metres|meters|tonnes|miles|minutes|hours)\b", question))  # fmt: skip
    spelled = {"kilograms": "kg", "grams": "g", "kilometres": "km", "kilometers": "km", "metres": "m", "meters": "m", "litres": "litre", "tonnes": "tonne", "miles": "mile", "minutes": "minute", "hours": "hour"}  # fmt: skip
    if any(spelled.get(one, one) != unit for one in asked):
        return False
    if unit == made.currency:
        return bool(re.search(r"price|cost|how much|pay|charge|worth|what (?:is|does|do|would|did|will)|earn|dollars|pounds|euros|yuan|spend", question)) and not re.search("weigh|heavy|how far|how long", question)  # fmt: skip
    if unit in SCALES:
        sign = _MEASURED.get(SCALES[unit][0].removeprefix("imperial "))
        return (
            sign is not None and bool(re.search(sign, question)) and not re.search("cost|price|pay", question)
        )
    return bool(re.search(rf"how many {re.escape(unit)}", question) or re.search(r"how many (?:can|does|do)\b|capacity", question)) and not re.search("cost|price|weigh|pay", question)  # fmt: skip
