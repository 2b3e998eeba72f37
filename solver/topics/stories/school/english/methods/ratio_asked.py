"""What is asked about parts in a ratio, worked out: one of the parts, how many more of one than of the other, the whole."""

from __future__ import annotations

import re

from solver.topics.stories.school.english.marks import ANY, SCALES
from solver.topics.stories.school.english.methods.patterns import STRICT
from solver.topics.stories.school.english.methods.ratio_told import (
    Told,
    distinct,
    matches,
    one_form,
    words_of,
)
from solver.topics.stories.school.english.methods.ratio_words import (
    ANYTHING,
    CHANGING,
    HARMLESS,
    WHOLE,
    same_unit,
    unit_wanted,
)
from solver.topics.stories.school.english.methods.sheet import elsewhere
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.wording import pluralised


def ask(told: Told, work: Working, question: str) -> None:
    words = question.split()
    if any(re.fullmatch(ANY, w) for w in words) or any(
        w in CHANGING - {"more", "fewer", "less", "than"} for w in words
    ):
        raise Unfit
    if any(
        w in STRICT
        and w
        not in HARMLESS
        | {
            "more",
            "fewer",
            "less",
            "than",
            "larger",
            "smaller",
            "bigger",
            "least",
            "for",
            "longer",
            "shorter",
            "square",
        }
        for w in words
    ):
        raise Unfit
    if re.search(r"\b(?:or|fraction|percent|percentage|proportion|each|every)\b|\band (?!how )", question):
        raise Unfit
    if elsewhere(question, told.made.text[: -len(question)]):
        raise Unfit
    if re.search(r"\b(?:thousands?|millions?|billions?)\b", question):
        raise Unfit
    asked = words_of(question)
    hits = matches(told, asked)
    unit = told.unit
    wanted = "" if same_unit(question, unit) else unit_wanted(question, unit)
    if not wanted and not same_unit(question, unit):
        raise Unfit
    parts = told.ratio[0]
    for one in told.ratio[1:]:
        parts = parts + one
    left: Term | None = told.joint
    if told.joint is not None and (told.joint.value > 1 or told.apart is not None):
        raise Unfit
    if told.shares:
        left = num(1)
        for share in told.shares:
            left = left - share
        left = work.step("what part of the whole is in the ratio: the whole is 1", left)
        if left.value <= 0:
            raise Unfit
    if told.apart is not None:
        first, other, by = told.apart
        if told.whole is not None or told.known is not None or told.ratio[first].value <= told.ratio[other].value:  # fmt: skip
            raise Unfit
        gap = work.step("how many parts more the one has", told.ratio[first] - told.ratio[other])
        each = work.step("one part of the ratio", by / gap, unit)
    elif told.known is not None:
        if told.whole is not None:
            raise Unfit
        each = work.step("one part of the ratio", told.known[1] / told.ratio[told.known[0]], unit)
    else:
        if told.whole is None:
            raise Unfit
        rest = work.step("what is in the ratio", told.whole * left, unit) if left is not None else told.whole
        count = work.step("how many parts there are together", parts)
        each = work.step("one part", rest / count, unit)
    compared = {"more", "fewer", "less"} & set(words)
    extreme = re.search(
        r"\b(larger|largest|smaller|smallest|bigger|biggest|longer|longest|shorter|shortest)\b", question
    )
    if extreme and (
        "than" in words or re.search(r"\bhow much (?:longer|shorter|larger|smaller|bigger)\b", question)
    ):
        raise Unfit
    if compared:
        if len(hits) != 2 or "than" not in words:
            raise Unfit
        first = min(hits, key=lambda i: _place(words, distinct(told)[i]))
        other = next(h for h in hits if h != first)
        a, b = (first, other) if "more" in compared else (other, first)
        term, says = each * (told.ratio[a] - told.ratio[b]), "how many more there are: so many parts"
    elif extreme and not hits and told.known is None and told.apart is None:
        big = extreme[1].startswith(("larg", "big", "long"))
        values = sorted(told.ratio, key=lambda t: t.value)
        if len({t.value for t in values}) != len(values):
            raise Unfit
        term, says = each * values[-1 if big else 0], "this share: so many parts"
    elif len(hits) == 1 and not extreme:
        if told.known is not None and told.known[0] == hits[0] or WHOLE.search(question):
            raise Unfit
        term, says = each * told.ratio[hits[0]], f"the part of the {told.said[hits[0]]}: so many parts"
    elif (
        not hits
        and not extreme
        and (told.known is not None or told.apart is not None)
        and (WHOLE.search(question) or "ratio" not in words)
        and _is_whole(told, question)
    ):
        count = work.step("how many parts there are together", parts)
        rest = work.step("what is in the ratio", each * count, unit)
        term, says = (
            (rest / left, "the whole: what is in the ratio is this part of it")
            if left is not None
            else (rest, "the whole")
        )
        if left is None:
            work.give(rest, unit, says)
            _whole_number(told, rest, unit)
            return
    else:
        raise Unfit
    made = work.step(says, term, unit)
    _whole_number(told, made, unit)
    if wanted:
        factor = num(SCALES[unit][1] / SCALES[wanted][1])
        made, unit = work.step(f"this in {wanted}", made * factor, wanted), wanted
    shown = unit or (pluralised(told.said[hits[0]]) if len(hits) == 1 and not compared else "")
    work.give(made, shown if unit else "", "the answer")


def _whole_number(told: Told, term: Term, unit: str) -> None:
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
