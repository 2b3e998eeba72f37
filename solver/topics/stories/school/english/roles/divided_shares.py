"""What the shares of a story are of, what they are called, and whether the ratio is one of what they leave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from solver.topics.stories.school.english.marks import FRACTION
from solver.topics.stories.school.english.roles.divided_names import list_of
from solver.topics.stories.school.english.roles.divided_words import (
    MEASURES,
    REST,
    Ratio,
    Story,
    behind_number,
    own_words,
)
from solver.topics.stories.school.english.roles.words import FUNCTION, Words, content, is_number, root
from solver.topics.stories.school.working import Unfit

_HOLDS: Final = frozenset(map(root, "contains contained includes included comprises consists".split()))


def said_around(story: Story, whole_at: int | None, ratio: Ratio) -> tuple[Words, Words]:
    """The noun of the whole, and all words by which it is told; without the names of its parts."""
    if whole_at is None:
        return frozenset(), frozenset()
    start, end = story.sentence(whole_at)
    tokens = story.tokens
    share = next((i for i in range(start, end) if re.fullmatch(FRACTION, tokens[i])), end)
    said = content(
        tokens[i] for i in range(start, share) if not story.asked[i] and not ratio.start <= i < ratio.end
    )
    lists = {
        root(w)
        for i in range(start, end)
        if tokens[i] in ("and", "or")
        for count in (2, 3, 4)
        for n in list_of(tokens, start, min(end, i + 4), count)
        for w in n
    }
    head = frozenset(behind_number(tokens, whole_at))
    complete = [n for n in own_words(ratio, frozenset()) if n <= head]
    head = head.difference(*complete)
    return head, (said | head) - frozenset[str]().union(*own_words(ratio, head)) - (lists - head)


def _clause(story: Story, at: int, ratio: Ratio, shares: Sequence[int]) -> tuple[int, int]:
    """The clause in which a share stands: without what is told of the rest, of the ratio and of the other shares."""
    tokens = story.tokens
    start, end = story.sentence(at)
    for i in range(start, at):
        if story.asked[i] or i in shares or i < ratio.end and i >= ratio.start:
            start = i + 1
    for i in range(at + 1, end):
        if tokens[i] in REST or i in shares or ratio.start <= i or story.asked[i]:
            cut = max((j for j in range(at + 1, i) if tokens[j] in (",", "and", "while", "but")), default=i)
            end = cut
            break
    joints = [i for i in range(start, at) if tokens[i] in (",", "and", "while", "but", "if")]
    for i in joints:
        if any(w in REST for w in tokens[start:i]) or start and is_number(tokens[start - 1]):
            start = i + 1
    return start, end


def share_label(
    story: Story, at: int, named: tuple[Ratio, Sequence[Words]], shares: Sequence[int], around: Words
) -> tuple[Words, bool]:
    """The words of a share, and whether it is one of what was left."""
    tokens = story.tokens
    ratio, own = named
    start, end = _clause(story, at, ratio, shares)
    behind = at + 1
    base: list[str] = []
    of_rest = pronoun = False
    if tokens[behind] == "of":
        behind += 1
        first = next((i for i in range(story.sentence(at)[0], at) if is_number(tokens[i])), None)
        which = tokens[behind] in ("whom", "which") and first is not None and tokens[first + 1] != "."
        if which and not (
            frozenset(behind_number(tokens, first or 0)) & around and tokens[at - 1] in (",", "and")
        ):
            raise Unfit
        pronoun = which
        behind += which
        if tokens[behind] in ("those", "whom", "which") or "who" in tokens[behind : behind + 4]:
            raise Unfit
        while behind < end and (
            tokens[behind]
            in (
                "the",
                "all",
                "these",
                "this",
                "that",
                "his",
                "her",
                "their",
                "its",
                "it",
                "them",
                "our",
                "my",
                "whole",
                "entire",
                "remaining",
            )
            or is_number(tokens[behind])
        ):
            of_rest = of_rest or tokens[behind] == "remaining"
            pronoun = tokens[behind] in ("it", "them")
            behind += 1
            if pronoun:
                break
        while (
            not pronoun
            and behind < end
            and tokens[behind] not in FUNCTION - REST
            and not is_number(tokens[behind])
            and len(base) < 3
        ):
            base.append(tokens[behind])
            behind += 1
            if tokens[behind - 1] in REST:
                of_rest = True
                break
            whole = root(base[-1]) in around or root(base[-1]) in MEASURES
            if whole and not (behind < end and root(tokens[behind]) in around):
                break
    roots = {root(w) for w in base}
    if of_rest:
        return content(tokens[start:end]) - around - roots, True
    if (around or story.base) and roots - around - story.base - MEASURES:
        raise Unfit  # a share of something else
    if not around:
        verb = next(
            (i for i in range(behind, end) if tokens[i] in ("is", "are", "was", "were", "has", "have")),
            behind,
        )
        if tokens[behind] in ("in", "on", "at", "from"):
            roots |= content(tokens[behind:verb])
        story.base |= roots
    if roots and around and not roots & around and not roots & MEASURES:
        raise Unfit
    if behind < end and tokens[behind] in ("who", "that", "which", "whose", "with", "without"):
        raise Unfit
    if roots & frozenset[str]().union(*own):
        raise Unfit  # a share of a part
    holds = next((i for i in range(start, at) if root(tokens[i]) in _HOLDS), start)
    subject = content(tokens[start:holds])  # "the mixture contains 30% …": it is the whole, not that part
    if not around:
        story.base |= subject
    said = content([*tokens[holds:at], *tokens[behind:end]])
    return said - subject - around - roots, False


def of_the_rest(
    story: Story, ratio: Ratio, names: Sequence[Words], labels: Sequence[tuple[Words, bool]]
) -> bool:
    """Whether it is said that the ratio divides what is left."""
    tokens = story.tokens
    start, end = story.sentence(ratio.start)
    said = tokens[start:end]
    if set(said) & REST or _left(said):
        return True
    if start >= 2:
        first, last = story.sentence(start - 2)
        before = tokens[first:last]
        if (set(before) & REST or _left(before)) and not any(
            re.fullmatch(FRACTION, w) for w in _behind_rest(before)
        ):
            return True
    count = len(names) + len(labels)
    for at, word in enumerate(tokens):
        if word in ("and", "or") and not ratio.start <= at < ratio.end:
            begin, stop = story.sentence(at)
            listed = list_of(tokens, begin, min(stop, at + 5), count)
            if len(listed) == count and _matched(
                [frozenset(map(root, n)) for n in listed], names, [said for said, _ in labels]
            ):
                return True
    return False


def _behind_rest(said: Sequence[str]) -> Sequence[str]:
    at = next((i for i, w in enumerate(said) if w in REST or w == "left"), 0)
    return said[at:]


def _left(said: Sequence[str]) -> bool:
    """ "what was left", "the money left", "the other tickets"."""
    text = " ".join(said)
    return bool(
        re.search(
            r"\b(?:what|whatever|that) (?:(?:is|was|were|are) )?(?:then )?(?:left|remains|remained)\b|\b(?:is|are|was|were) left\b|\bthe other [a-z'-]+s\b|\bleft over\b|\b[a-z]+ (?:money|that) left\b",
            text,
        )
    )


def _matched(listed: Sequence[Words], names: Sequence[Words], labels: Sequence[Words]) -> bool:
    """Whether each name and each share is another one of the list."""
    free = list(range(len(listed)))
    for name in [*names, *labels]:
        hit = [i for i in free if listed[i] & name]
        if len(hit) != 1:
            return False
        free.remove(hit[0])
    return not free
