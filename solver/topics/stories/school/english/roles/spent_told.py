"""The amounts, comparisons and counts of a story of parts that are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.roles.spent_words import (
    BARE,
    FIRST,
    MORE,
    NOTES,
    TELLS,
    THAN,
    THAT,
    TIMES,
    Amount,
    Compared,
    Story,
    Thing,
    words_told,
)
from solver.topics.stories.school.english.roles.words import FUNCTION, content, is_number, root, unit_of
from solver.topics.stories.school.working import Term, Unfit, num


def comparisons_told(story: Story) -> list[Compared]:
    tokens = story.tokens
    text = " ".join(tokens) + " "
    starts = _starts(tokens)
    found = []
    for match in [*THAN.finditer(text), *BARE.finditer(text), *TIMES.finditer(text)]:
        at = starts[match.start("q")]
        than = "s" in match.re.groupindex
        fraction = bool(re.fullmatch(FRACTION, match["q"]))
        by = story.number(match["q"])
        sign = 0 if not than else 1 if re.fullmatch(MORE, match["s"].split()[0]) else -1
        if than and not fraction:
            by = _in_unit(story, at, by)
        if not than and not fraction and tokens[at + 1] != "times":
            raise Unfit
        if than and fraction:
            by, sign = num(1 + sign * by.value), 0
        if than and tokens[at + 1] == "times":
            raise Unfit  # "3 times more than": four times as much, or three times?
        end = starts[match.end()] if match.end() in starts else len(tokens)
        first, last = story.sentence(at)
        if "who" in tokens[max(first, at - 3) : at]:
            raise Unfit  # compared within a comparison
        bare = match.re is BARE
        base = [] if bare else _phrase(tokens, end, last)
        that = (
            bare or not than and match["z"] is not None or bool(THAT.match(" ".join(tokens[end:last]) + " "))
        )
        one = bool(FIRST.match(" ".join(tokens[end:last]) + " "))
        begin = clause_start(tokens, first, at)
        which = (
            tokens[begin:at]
            and (
                tokens[begin] == "which"
                or begin + 1 < at
                and tokens[begin] in ("it", "this", "that")
                and begin == first
            )
            and _of_the_last(tokens, first, begin)
        )
        subject = content(tokens[begin:at]) | content(("" if bare else match["b"] or "").split())
        found.append(
            Compared(at, sign, by, subject, content(base), that, one, bool(which), first, end + len(base))
        )
    found.sort(key=lambda c: c.at)
    return found


def _of_the_last(tokens: Sequence[str], first: int, begin: int) -> bool:
    """Whether "which" or "it" is what the last amount was for."""
    if begin == first:
        return True
    number = next((i for i in range(begin - 1, first - 1, -1) if is_number(tokens[i])), None)
    return number is not None and not {"and", "then", "also"} & set(tokens[number:begin])


def _starts(tokens: Sequence[str]) -> dict[int, int]:
    at, found = 0, {}
    for i, word in enumerate(tokens):
        found[at] = i
        at += len(word) + 1
    return found


def clause_start(tokens: Sequence[str], first: int, at: int) -> int:
    """Where the clause of a number begins: behind the last number, comma, "and", "but", "while", or where "that" or "which" begins it."""
    i = at - 1
    while i >= first:
        if tokens[i] in ("which",):
            return i
        if tokens[i] in ("and", "but", "while", "then", "if", "when", ":") or is_number(tokens[i]):
            return i + 1
        if tokens[i] == "," and not _sets_scene(tokens, first, i):
            return i + 1
        i -= 1
    return first


def _sets_scene(tokens: Sequence[str], first: int, comma: int) -> bool:
    """Whether a comma closes "on Monday", "in the morning", "on a pair of sandals": what follows belongs to it."""
    start = comma - 1
    while (
        start >= first
        and tokens[start] not in (",", "and", "but", "while", "then")
        and not is_number(tokens[start])
    ):
        start -= 1
    return comma - start <= 7 and tokens[start + 1] in (
        "on",
        "in",
        "during",
        "at",
        "by",
        "after",
        "for",
        "her",
        "his",
        "the",
        "my",
        "their",
    )


def _phrase(tokens: Sequence[str], at: int, last: int) -> list[str]:
    """What something is compared with."""
    found = []
    while (
        at < last
        and tokens[at] not in (",", "and", "but", "while", "if", "then", "how", "what")
        and not is_number(tokens[at])
    ):
        found.append(tokens[at])
        at += 1
    return found


def _in_unit(story: Story, at: int, value: Term) -> Term:
    """The value in the unit of the story."""
    tokens = story.tokens
    money = re.fullmatch(MONEY, tokens[at])
    unit = story.made.currency if money else unit_of(tokens[at + 1]) or ""
    if not story.unit or not unit:
        if unit and not story.unit:
            story.unit = unit
        return value
    if unit == story.unit:
        return value
    if unit in SCALES and story.unit in SCALES and SCALES[unit][0] == SCALES[story.unit][0]:
        factor = SCALES[unit][1] / SCALES[story.unit][1]
        return story.work.step(f"in {story.unit}", value * num(factor), story.unit)
    raise Unfit


def smallest(story: Story) -> str:
    """The unit of the story: money, or the smallest unit of measure that is told or asked for."""
    if any(re.fullmatch(MONEY, w) for w in story.tokens):
        return story.made.currency
    named = [u for i, w in enumerate(story.tokens) if (u := unit_of(w)) and (is_number(story.tokens[i - 1]))]
    kinds: dict[str, list[str]] = {}
    for u in named:
        kinds.setdefault(SCALES[u][0], []).append(u)
    if not kinds:
        return ""
    kind = max(kinds, key=lambda k: len(kinds[k]))
    return min(kinds[kind], key=lambda u: SCALES[u][1])


@dataclass(frozen=True, slots=True)
class _Position:
    """Where a number stands: in the words from `begin` to `end` of a sentence that begins at `first`; for each of several."""

    at: int
    begin: int
    end: int
    each: bool
    first: int


def amounts_told(story: Story, taken: set[int]) -> list[Amount]:
    """All amounts that are of what the story counts, with the words around them.

    Raises:
        Unfit: a fraction has no place.
    """
    tokens = story.tokens
    money = any(re.fullmatch(MONEY, w) for w in tokens)
    found: list[_Position] = []
    for i, word in enumerate(tokens):
        if i in taken or not is_number(word):
            continue
        if re.fullmatch(FRACTION, word):
            raise Unfit
        if story.asked[i] and _is_told_again(story, i, found):
            story.used.add(word)
        elif _is_counted(story, i, money=money):
            place = _place(story, i)
            if found and found[-1].end > place.begin:  # what stands between two belongs to one of them
                if tokens[i - 1] in TELLS:
                    found[-1] = replace(found[-1], end=place.begin)
                else:
                    place = replace(place, begin=i)
            found.append(place)
    return [
        Amount(
            p.at,
            _in_unit(story, p.at, story.number(tokens[p.at])),
            content([*tokens[p.begin : p.at], *tokens[p.at + 1 : p.end]]),
            p.each,
            frozenset([] if money else noun_behind(tokens, p.at)),
            p.first,
            tokens[p.at + 1] in NOTES,
        )
        for p in found
    ]


def _is_told_again(story: Story, at: int, found: Sequence[_Position]) -> bool:
    """ "How many of the 20 are left?"."""
    tokens, values = story.tokens, story.made.values
    told = any(values[tokens[p.at]] == values[tokens[at]] for p in found)
    return told and tokens[at - 1] in ("the", "of", "his", "her", "these")


def _is_counted(story: Story, at: int, *, money: bool) -> bool:
    """Whether a number is of what the story counts: money where money is told, the measure that is asked for, or bare."""
    word, behind = story.tokens[at], story.tokens[at + 1]
    bare = re.fullmatch(NUMBER, word) and (behind in FUNCTION or is_number(behind))
    if money:
        return bool(re.fullmatch(MONEY, word) or bare)
    unit = unit_of(behind)
    if not story.unit:
        return True
    return SCALES[unit][0] == SCALES[story.unit][0] if unit else bool(bare)


def _place(story: Story, at: int) -> _Position:
    tokens = story.tokens
    first, last = story.sentence(at)
    begin = clause_start(tokens, first, at)
    end = at + 1
    while end < last and tokens[end] not in _ENDS and not is_number(tokens[end]):
        end += 1
    each = (
        tokens[at + 1 : at + 2] in (["each"], ["apiece"])
        or tokens[at + 1 : at + 3] == ["a", "piece"]
        or "each" in tokens[begin:at]
    )
    return _Position(at, begin, end, each, first)


_ENDS: Final = frozenset(", and but while then which that who if how what".split())


def noun_behind(tokens: Sequence[str], at: int) -> list[str]:
    found: list[str] = []
    for word in tokens[at + 1 : at + 5]:
        if unit_of(word) and not found:
            return []
        if word in FUNCTION or is_number(word):
            break
        found.append(root(word))
    return found


def counts_told(
    story: Story, taken: set[int], amounts: Sequence[Amount], compared: Sequence[Compared]
) -> dict[int, Term]:
    """How often things are taken that have a price, by where the number stands; numbers of parts are used up."""
    tokens = story.tokens
    rest = [
        i
        for i, w in enumerate(tokens)
        if is_number(w) and i not in taken and not any(a.at == i for a in amounts)
    ]
    parts = len(amounts) - 1 + len(compared)
    found = {}
    notes = story.notes
    for i in rest:
        value = story.made.values[tokens[i]]
        noun = frozenset(noun_behind(tokens, i)) or frozenset(content(tokens[i + 1 : i + 4]))
        everything: list[Thing] = [*amounts, *compared]
        things = [thing for thing in everything if noun & words_told(thing)]
        if value in (parts, parts + 1) and (
            (len(things) != 1 or unit_of(tokens[i + 1]))
            and not (story.made.currency and things)
            or tokens[i + 2] in ("are", "have", "had", "were", "want")
        ):
            story.used.add(tokens[i])
            continue
        if (
            tokens[i + 1] != "."
            and any(a.at == i + 1 for a in amounts)
            and tokens[i + 2] in ("bills", "notes", "banknotes")
        ):
            notes[i + 1] = story.number(tokens[i])
            continue
        found[i] = story.number(tokens[i])
    return found
