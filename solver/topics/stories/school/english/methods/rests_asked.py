"""What is asked about a whole and its parts, worked out: a part, what is left, the whole, what part of the whole something is."""

from __future__ import annotations

import re

from solver.topics.stories.school.english.marks import SCALES
from solver.topics.stories.school.english.methods.rests_told import Part, Parts, words_of
from solver.topics.stories.school.english.methods.rests_words import (
    CHANGING,
    EXTREME,
    HARMLESS,
    LEFT_ASKED,
    PART_ASKED,
    TO_DO,
    WHOLE_ASKED,
    WHOLE_SAID,
)
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.working import Term, Unfit


def ask(story: Parts, question: str) -> None:
    for word in question.split():
        if word in CHANGING or word in STRICT and word not in HARMLESS and not re.fullmatch(r"still|left|remain\w*|yet|not|n't|how|what|much|many|first|total|all|altogether|whole|long\w*|short\w*|large\w*|larger|small\w*|bigger|biggest|percent|fraction|one", word):  # fmt: skip
            raise Unfit
    if re.search(
        r"\b(?:than|difference|together|each|both|or|neither|so far)\b|\band\b(?! (?:what|how))", question
    ):
        raise Unfit
    if PART_ASKED.search(question):
        part = _asked_part(story, question)
        term = part.size / story.whole if story.whole is not None else part.size
        story.work.give(story.work.step("what part of the whole it is", term), "", "the part of the whole")
        return
    if story.whole is None:
        _from_known(story, question)
        return
    if not _same_kind(story, question):
        raise Unfit
    term, says = _what(story, question)
    made = story.work.step(says, term, story.unit)
    if not story.unit and made.value.denominator != 1:
        raise Unfit
    story.work.give(made, story.unit, says)


def _same_kind(story: Parts, question: str) -> bool:
    """Whether it is asked in the unit in which it is told."""
    words = set(question.split())
    units = {w for w in words if w in SCALES and len(w) > 1}
    money = words & {"dollars", "pounds", "euros", "yuan", "cents"}
    if money:
        return story.unit in money
    if "money" in words:
        return story.unit == story.made.currency != ""
    return not units or units == {story.unit}


def _what(story: Parts, question: str) -> tuple[Term, str]:
    if WHOLE_SAID.search(question):
        raise Unfit  # it is told
    if LEFT_ASKED.search(question):
        if story.closed or not _all_names_whole(story, question):
            raise Unfit
        return story.rest, "what is left in the end"
    part = _asked_part(story, question)
    return part.size, "what is asked for"


def _all_names_whole(story: Parts, question: str) -> bool:
    """Whether a question for what is left names no part by more than what was done to all parts."""
    done = frozenset(one_form(w) for w in TO_DO.findall(question))
    words = words_of(question) - story.noun - done
    own = [p.words & words for p in story.parts]
    return not words or all(own) or not any(own)


def _asked_part(story: Parts, question: str) -> Part:
    extreme = EXTREME.search(question)
    unnamed = [p for p in story.parts if p.at]
    if extreme is not None:
        if not unnamed or len({p.size.value for p in unnamed}) != len(unnamed):
            raise Unfit
        large = extreme[1].startswith(("long", "larg", "big", "great"))
        return (max if large else min)(unnamed, key=lambda p: p.size.value)
    if LEFT_ASKED.search(question):
        raise Unfit
    words = words_of(PART_ASKED.sub(" ", question)) - {"whole", "entire"}
    common = [p.words for p in story.parts if p.words]
    shared = frozenset[str].intersection(*common) if len(common) > 1 else frozenset[str]()
    known = story.noun | story.context | shared
    own = [p.words - known or p.words - shared - story.noun for p in story.parts]
    scores = [len(o & words) for o in own]
    hits = [i for i, score in enumerate(scores) if score == max(scores)]
    if max(scores) == 0 or len(hits) != 1:
        raise Unfit
    part = story.parts[hits[0]]
    others = frozenset[str]().union(*(o for i, o in enumerate(own) if i != hits[0]))
    if (words - known) & (others - part.words):
        raise Unfit  # it names two of them
    roots = {w[:4] for w in part.words | known}
    if any(w[:4] not in roots for w in words):
        raise Unfit  # something else is asked for
    return part


def _from_known(story: Parts, question: str) -> None:
    """The whole from what a part is."""
    if story.known is None or not WHOLE_ASKED.search(question) or LEFT_ASKED.search(question):
        raise Unfit
    if re.search(r"\bnumber of (?:the |all )?[a-z]+ (?:of|on|for) ", question):
        raise Unfit  # the legs of the dogs are no part of the animals
    value, words = story.known
    if not words:
        if story.closed:
            raise Unfit
        whole = story.work.step("the whole: what is left is so much of it", value / story.rest, story.unit)
        story.work.give(whole, story.unit, "the whole")
        return
    scores = [(len(p.words & words), i) for i, p in enumerate(story.parts)]
    best = max(score for score, _ in scores)
    hits = [i for score, i in scores if score == best]
    if best == 0 or len(hits) != 1:
        raise Unfit
    part = story.parts[hits[0]]
    whole = story.work.step("the whole: this is so much of it", value / part.size, story.unit)
    if not story.unit and whole.value.denominator != 1:
        raise Unfit
    story.work.give(whole, story.unit, "the whole")
