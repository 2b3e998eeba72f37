"""What the shares of a story are of, what they are called, and whether the ratio is one of what they leave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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

_BEFORE_BASE: Final = frozenset(
    "the all these this that his her their its it them our my whole entire remaining".split()
)
_BE_OR_HAVE: Final = frozenset("is are was were has have".split())
_RELATIVE: Final = frozenset("who that which whose with without".split())
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
    base = _base_of(story, at, end, around)
    roots = {root(w) for w in base.words}
    if base.of_rest:
        return content(tokens[start:end]) - around - roots, True
    if (around or story.base) and roots - around - story.base - MEASURES:
        raise Unfit  # a share of something else
    behind = base.end
    if not around:
        if tokens[behind] in ("in", "on", "at", "from"):
            verb = next((i for i in range(behind, end) if tokens[i] in _BE_OR_HAVE), behind)
            roots |= content(tokens[behind:verb])
        story.base |= roots
    if roots and around and not roots & around and not roots & MEASURES:
        raise Unfit
    if behind < end and tokens[behind] in _RELATIVE:
        raise Unfit
    if roots & frozenset[str]().union(*own):
        raise Unfit  # a share of a part
    holds = next((i for i in range(start, at) if root(tokens[i]) in _HOLDS), start)
    subject = content(tokens[start:holds])  # "the mixture contains 30% …": it is the whole, not that part
    if not around:
        story.base |= subject
    said = content([*tokens[holds:at], *tokens[behind:end]])
    return said - subject - around - roots, False


@dataclass(frozen=True, slots=True)
class _Base:
    """What a share is of: its words, where they end, and whether it is what was left."""

    words: Sequence[str]
    end: int
    of_rest: bool = False


def _base_of(story: Story, at: int, end: int, around: Words) -> _Base:
    """ "a third of the 90 marbles", "40% of the rest", "of whom 20% …"; no words where it is not said or a pronoun."""
    tokens = story.tokens
    behind = at + 1
    if tokens[behind] != "of":
        return _Base((), behind)
    behind += 1
    pronoun = _is_of_those_counted(story, at, around)
    behind += pronoun
    if tokens[behind] in ("those", "whom", "which") or "who" in tokens[behind : behind + 4]:
        raise Unfit
    of_rest = False
    while behind < end and (tokens[behind] in _BEFORE_BASE or is_number(tokens[behind])):
        of_rest = of_rest or tokens[behind] == "remaining"
        pronoun = tokens[behind] in ("it", "them")
        behind += 1
        if pronoun:
            break
    words: list[str] = []
    while (
        not pronoun
        and behind < end
        and tokens[behind] not in FUNCTION - REST
        and not is_number(tokens[behind])
        and len(words) < 3
    ):
        words.append(tokens[behind])
        behind += 1
        if words[-1] in REST:
            return _Base(words, behind, of_rest=True)
        whole = root(words[-1]) in around or root(words[-1]) in MEASURES
        if whole and not (behind < end and root(tokens[behind]) in around):
            break
    return _Base(words, behind, of_rest)


def _is_of_those_counted(story: Story, at: int, around: Words) -> bool:
    """ "90 pupils, of whom 20% …": whether a relative clause is about those who were counted first.

    Raises:
        Unfit: it is about others, or stands elsewhere.
    """
    tokens = story.tokens
    first = next((i for i in range(story.sentence(at)[0], at) if is_number(tokens[i])), None)
    if tokens[at + 2] not in ("whom", "which") or first is None or tokens[first + 1] == ".":
        return False
    if not frozenset(behind_number(tokens, first)) & around or tokens[at - 1] not in (",", "and"):
        raise Unfit
    return True


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
