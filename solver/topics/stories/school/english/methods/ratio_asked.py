"""What is asked about parts in a ratio, worked out: one of the parts, how many more of one than of the other, the whole."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.marks import ANY, SCALES
from solver.topics.stories.school.english.methods.ratio_told import Told, distinct, matches, words_of
from solver.topics.stories.school.english.methods.ratio_words import (
    ANYTHING,
    CHANGING,
    HARMLESS,
    WHOLE,
    same_unit,
    unit_wanted,
)
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import elsewhere
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.working import Term, Unfit, Working, num

_MAY_BE_ASKED: Final = HARMLESS | frozenset(
    "more fewer less than larger smaller bigger least for longer shorter square".split()
)
_COMPARED: Final = frozenset({"more", "fewer", "less"})
_ELSE: Final = re.compile(
    r"\b(?:or|fraction|percent|percentage|proportion|each|every)\b|\band (?!how )|\b(?:thousands?|millions?|billions?)\b"
)
_EXTREME: Final = re.compile(
    r"\b(larger|largest|smaller|smallest|bigger|biggest|longer|longest|shorter|shortest)\b"
)
_BY_HOW_MUCH: Final = re.compile(r"\bhow much (?:longer|shorter|larger|smaller|bigger)\b")


def ask(told: Told, work: Working, question: str) -> None:
    """Works out the answer: one part first, then so many of it.

    Raises:
        Unfit: something else is asked, or what was told does not determine it.
    """
    words = question.split()
    _decline_what_is_not_followed(told, question, words)
    hits = matches(told, words_of(question))
    unit = told.unit
    wanted = "" if same_unit(question, unit) else unit_wanted(question, unit)
    if not wanted and not same_unit(question, unit):
        raise Unfit
    left = _part_in_ratio(told, work)
    each = _one_part(told, work, left)
    extreme = _EXTREME.search(question)
    if extreme and ("than" in words or _BY_HOW_MUCH.search(question)):
        raise Unfit
    if not _COMPARED.isdisjoint(words):
        term, says = _difference(told, each, hits, words)
    elif extreme and not hits and told.known is None and told.apart is None:
        term, says = _share_by_size(told, each, large=extreme[1].startswith(("larg", "big", "long")))
    elif len(hits) == 1 and not extreme:
        if told.known is not None and told.known[0] == hits[0] or WHOLE.search(question):
            raise Unfit
        term, says = each * told.ratio[hits[0]], f"the part of the {told.said[hits[0]]}: so many parts"
    elif not hits and not extreme and _asks_for_whole(told, question, words):
        count = work.step("how many parts there are together", _all_parts(told))
        rest = work.step("what is in the ratio", each * count, unit)
        if left is None:
            work.give(rest, unit, "the whole")
            _whole_number(rest, unit)
            return
        term, says = rest / left, "the whole: what is in the ratio is this part of it"
    else:
        raise Unfit
    made = work.step(says, term, unit)
    _whole_number(made, unit)
    if wanted:
        factor = num(SCALES[unit][1] / SCALES[wanted][1])
        made, unit = work.step(f"this in {wanted}", made * factor, wanted), wanted
    work.give(made, unit, "the answer")


def _decline_what_is_not_followed(told: Told, question: str, words: list[str]) -> None:
    """Numbers, changes and words that ask for something else than parts."""
    for word in words:
        if re.fullmatch(ANY, word) or word in CHANGING - _COMPARED - {"than"}:
            raise Unfit
        if word in STRICT and word not in _MAY_BE_ASKED:
            raise Unfit
    if _ELSE.search(question) or elsewhere(question, told.made.text[: -len(question)]):
        raise Unfit


def _all_parts(told: Told) -> Term:
    parts = told.ratio[0]
    for one in told.ratio[1:]:
        parts = parts + one
    return parts


def _part_in_ratio(told: Told, work: Working) -> Term | None:
    """What part of the whole is divided in the ratio; None where it is the whole itself."""
    if told.joint is not None and (told.joint.value > 1 or told.apart is not None):
        raise Unfit
    if not told.shares:
        return told.joint
    left = num(1)
    for share in told.shares:
        left = left - share
    left = work.step("what part of the whole is in the ratio: the whole is 1", left)
    if left.value <= 0:
        raise Unfit
    return left


def _one_part(told: Told, work: Working, left: Term | None) -> Term:
    """One part of the ratio, by a difference, by a part that is known, or by the whole."""
    if told.apart is not None:
        first, other, by = told.apart
        larger = told.ratio[first].value > told.ratio[other].value
        if told.whole is not None or told.known is not None or not larger:
            raise Unfit
        gap = work.step("how many parts more the one has", told.ratio[first] - told.ratio[other])
        return work.step("one part of the ratio", by / gap, told.unit)
    if told.known is not None:
        if told.whole is not None:
            raise Unfit
        return work.step("one part of the ratio", told.known[1] / told.ratio[told.known[0]], told.unit)
    if told.whole is None:
        raise Unfit
    rest = told.whole
    if left is not None:
        rest = work.step("what is in the ratio", told.whole * left, told.unit)
    count = work.step("how many parts there are together", _all_parts(told))
    return work.step("one part", rest / count, told.unit)


def _difference(told: Told, each: Term, hits: list[int], words: list[str]) -> tuple[Term, str]:
    """ "How many more boys than girls are there?"."""
    if len(hits) != 2 or "than" not in words:
        raise Unfit
    first = min(hits, key=lambda i: _place(words, distinct(told)[i]))
    other = next(h for h in hits if h != first)
    more, less = (first, other) if "more" in words else (other, first)
    return each * (told.ratio[more] - told.ratio[less]), "how many more there are: so many parts"


def _share_by_size(told: Told, each: Term, *, large: bool) -> tuple[Term, str]:
    """ "How long is the longest piece?"."""
    values = sorted(told.ratio, key=lambda t: t.value)
    if len({t.value for t in values}) != len(values):
        raise Unfit
    return each * values[-1 if large else 0], "this share: so many parts"


def _asks_for_whole(told: Told, question: str, words: list[str]) -> bool:
    """Whether all of it is asked for, where a part or a difference was told."""
    told_otherwise = told.known is not None or told.apart is not None
    about_amounts = WHOLE.search(question) or "ratio" not in words
    return told_otherwise and bool(about_amounts) and _is_whole(told, question)


def _whole_number(term: Term, unit: str) -> None:
    if not unit and term.value.denominator != 1:
        raise Unfit


def _place(words: list[str], name: frozenset[str]) -> int:
    return min(i for i, w in enumerate(words) if one_form(w) in name)


def _is_whole(told: Told, question: str) -> bool:
    """Whether the question names nothing that was told of a share alone."""
    if WHOLE.search(question):
        return True
    asked = re.match(r"how many ([a-z'-]+) ", question)
    if asked is None:
        return False
    first = (
        {one_form(w) for w in told.made.sentences[0].text.split()}
        if not told.shares and told.joint is None
        else told.base
    )
    return one_form(asked[1]) in first | ANYTHING and not words_of(question) & told.shared
