"""What is asked about a whole and its parts: a part, a difference of two, the whole from what a part comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.school.english.marks import SCALES
from solver.topics.stories.school.english.roles.divided_words import (
    ALL,
    LESS,
    MEASURES,
    MORE,
    PEOPLE,
    REST,
    VERBS,
    Part,
    Story,
    behind_number,
)
from solver.topics.stories.school.english.roles.words import Words, content, is_number, root, unit_of
from solver.topics.stories.school.working import Term, Unfit, Working, num


def _best(parts: Sequence[Part], words: Words, around: Words) -> int | None:
    """The only part that the words name."""
    scores = []
    for p in parts:
        others = frozenset[str]().union(*(q.strong for q in parts if q is not p))
        own = p.words - (around if p.words - around else frozenset())
        scores.append(len(own & words - others) + 2 * len(p.strong & words))
    top = max(scores)
    return scores.index(top) if top and scores.count(top) == 1 else None


def from_known(
    story: Story, work: Working, parts: Sequence[Part], known: Term, known_at: int, around: Words, unit: str
) -> Term | None:
    tokens = story.tokens
    start, _ = story.sentence(known_at)
    if (
        REST & set(tokens[max(start, known_at - 4) : known_at + 2])
        or "other" in tokens[max(start, known_at - 3) : known_at]
    ):
        raise Unfit
    at = _best(parts, frozenset(behind_number(tokens, known_at)), around)
    if at is None:
        raise Unfit
    part = parts[at]
    size = work.step("what part of the whole this is", part.size)
    whole = work.step("the whole", known / size, unit)
    if not unit and whole.value.denominator != 1:
        raise Unfit
    asked = [w for w, a in zip(tokens, story.asked, strict=True) if a]
    heads = frozenset(
        behind_number(asked, next((i for i, w in enumerate(asked) if w in ("many", "much")), 0))
    )
    of_all = heads <= story.base if heads else True
    if of_all and (
        ALL.search(" ".join(asked)) or heads and not any(p.strong & content(asked) for p in parts)
    ):
        work.give(whole, unit, "the whole")
        return None
    return whole


def answer_question(story: Story, work: Working, parts: Sequence[Part], around: Words, unit: str) -> None:
    asked = [w for w, a in zip(story.tokens, story.asked, strict=True) if a]
    if not asked or any(is_number(w) and w not in story.used | _same(story) for w in asked):
        raise Unfit
    text = (
        re.sub(r"\b(?:each|every|per|a) (month|week|day|year)\b", "", " ".join(asked))
        if re.search(r"\b(?:each|every|per|a) (?:month|week|day|year)\b", " ".join(story.tokens))
        else " ".join(asked)
    )
    if re.search(
        r"\b(?:fraction|percent|percentage|proportion|ratio|left|remain|remaining|rest|each|altogether|together|both|total)\b",
        re.sub(r"\b(?:total )?(?:number|amount|area|weight|mass|length)\b", "", text),
    ):
        raise Unfit
    _known_words(story, asked)
    factor, shown = _factor(story, asked, unit)
    apart = set(asked) & (MORE | LESS) or "difference" in asked
    if apart:
        _difference(work, asked, parts, around, unit, factor, shown)
        return
    if "than" in asked:
        raise Unfit
    at = _best(parts, content(asked), around)
    if at is None:
        raise Unfit
    for i, p in enumerate(parts):
        if i != at and p.strong and p.strong <= content(asked) and not p.strong & parts[at].words:
            raise Unfit  # it names two of them
    found = work.step("what is asked for", parts[at].size, unit)
    _give(work, found, unit, factor, shown)


def _same(story: Story) -> set[str]:
    return {
        w for w in story.made.values if any(story.made.values[w] == story.made.values[u] for u in story.used)
    }


def _give(work: Working, found: Term, unit: str, factor: Fraction, shown: str) -> None:
    if not unit and found.value.denominator != 1:
        raise Unfit
    if factor != 1:
        found = work.step(
            f"in {shown}", found * num(factor) if factor > 1 else found / num(1 / factor), shown
        )
    work.give(found, shown or unit, "what is asked for")


def _difference(
    work: Working,
    asked: Sequence[str],
    parts: Sequence[Part],
    around: Words,
    unit: str,
    factor: Fraction,
    shown: str,
) -> None:
    if "than" in asked:
        cut = asked.index("than")
    elif "difference" in asked and "and" in asked:
        cut = asked.index("and")
    else:
        raise Unfit
    one, other = _best(parts, content(asked[:cut]), around), _best(parts, content(asked[cut:]), around)
    if one is None or other is None or one == other:
        raise Unfit
    high, low = parts[one], parts[other]
    if set(asked) & LESS or "difference" in asked and low.size.value > high.size.value:
        high, low = low, high
    a, b = work.step("the one part", high.size, unit), work.step("the other part", low.size, unit)
    if a.value <= b.value:
        raise Unfit
    _give(work, work.step("the difference", a - b, unit), unit, factor, shown)


def _known_words(story: Story, asked: Sequence[str]) -> None:
    """The question speaks of nothing new."""
    told = content(w for w, a in zip(story.tokens, story.asked, strict=True) if not a)
    new = (
        content(asked)
        - told
        - VERBS
        - PEOPLE
        - MEASURES
        - {root(w) for w in ("difference", "dollar", "euro", "cent", "square", "cubic")}
    )
    if new:
        raise Unfit


def _factor(story: Story, asked: Sequence[str], unit: str) -> tuple[Fraction, str]:
    """By what the answer is to be multiplied to be in the unit that is asked for."""
    asked = (
        [w for w in asked if w not in ("square", "cubic")]
        if unit[-1:] not in ("²", "³")
        else [
            f"{unit_of(w)}{unit[-1]}" if unit_of(w) and asked[i - 1] in ("square", "cubic") else w
            for i, w in enumerate(asked)
        ]
    )
    named = (
        {
            u
            for i, w in enumerate(asked)
            if (u := unit_of(w) or (w if w in SCALES else None)) and asked[i - 1] not in ("a", "per")
        }
        if unit in SCALES
        else set()
    )
    if not named:
        if set(asked) & {"dollars", "euros", "pounds"} and unit != story.made.currency:
            raise Unfit
        return Fraction(1), ""
    if len(named) != 1:
        raise Unfit
    (shown,) = named
    if shown == unit:
        return Fraction(1), ""
    (kind, size), (other, to) = SCALES[unit], SCALES[shown]
    if kind != other:
        raise Unfit
    return size / to, shown
