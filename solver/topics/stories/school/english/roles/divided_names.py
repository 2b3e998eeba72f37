"""The ratio of a story and the names of its parts: the words that stand in pairs beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from solver.topics.stories.school.english.marks import NUMBER
from solver.topics.stories.school.english.roles.divided_words import Ratio, Story
from solver.topics.stories.school.english.roles.words import FUNCTION, SILENT, is_number
from solver.topics.stories.school.working import Unfit


def ratio_of(story: Story) -> Ratio:
    tokens = story.tokens
    found: list[Ratio] = []
    at = 0
    while at < len(tokens):
        one = _colon(story, at) or _for_every(story, at)
        if one is None:
            at += 1
            continue
        found.append(one)
        at = one.end
    if len(found) != 1:
        raise Unfit
    return found[0]


def _colon(story: Story, at: int) -> Ratio | None:
    """ "3 : 7", "ratio of 11 to 4"."""
    tokens = story.tokens
    if not re.fullmatch(NUMBER, tokens[at]):
        return None
    sign = tokens[at + 1] if at + 1 < len(tokens) else ""
    start, end = story.sentence(at)
    if (
        sign not in (":", "to")
        or sign == "to"
        and not {"ratio", "proportion", "ratios"} & set(tokens[start:end])
    ):
        return None
    letters, end_at = [tokens[at]], at + 1
    while end_at + 1 < len(tokens) and tokens[end_at] == sign and re.fullmatch(NUMBER, tokens[end_at + 1]):
        letters.append(tokens[end_at + 1])
        end_at += 2
    if len(letters) < 2:
        return None
    names = _names(story, start, at, end_at, end, len(letters))
    return Ratio(tuple(letters), at, end_at, names)


def _for_every(story: Story, at: int) -> Ratio | None:
    """ "for every 4 pear trees there are 5 cherry trees", "4 hens for every goose"."""
    tokens = story.tokens
    if tokens[at] not in ("for", "to") or tokens[at + 1] not in ("every", "each"):
        return None
    start, end = story.sentence(at)
    here = at + 2
    letter = ""
    if re.fullmatch(NUMBER, tokens[here]):
        letter, here = tokens[here], here + 1
    elif tokens[here] == "one":
        here += 1
    own = _name_from(tokens, here, end)
    if not own:
        raise Unfit
    ahead = next((i for i in range(at - 1, start - 1, -1) if re.fullmatch(NUMBER, tokens[i])), None)
    if ahead is not None and at - ahead <= 5 and not {",", "and"} & set(tokens[ahead:at]):
        other = _name_from(tokens, ahead + 1, at)
        if not other:
            raise Unfit
        return Ratio((tokens[ahead], letter), ahead, here + len(own), (tuple(other), tuple(own)))
    behind = next((i for i in range(here, end) if re.fullmatch(NUMBER, tokens[i])), None)
    if behind is None or behind - here > 9:
        raise Unfit
    other = _name_from(tokens, behind + 1, end)
    if not other:
        raise Unfit
    return Ratio((letter, tokens[behind]), at, behind + 1 + len(other), (tuple(own), tuple(other)))


def _name_from(tokens: Sequence[str], at: int, end: int) -> list[str]:
    """The words of a name that begins here."""
    while at < end and tokens[at] in (
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "by",
        "from",
        "to",
        "at",
        "with",
        "for",
        "either",
        "both",
        "his",
        "her",
        "their",
        "go",
        "goes",
        "come",
        "comes",
        "went",
        "came",
        "use",
        "used",
    ):
        at += 1
    name: list[str] = []
    while at < end and len(name) < 4 and tokens[at] not in FUNCTION | SILENT and not is_number(tokens[at]):
        name.append(tokens[at])
        at += 1
    return name


def _name_to(tokens: Sequence[str], at: int, start: int) -> list[str]:
    """The words of a name that ends before this place."""
    at -= 1
    while at >= start and tokens[at] in (",", "both"):
        at -= 1
    name: list[str] = []
    while at >= start and len(name) < 3 and tokens[at] not in FUNCTION | SILENT and not is_number(tokens[at]):
        name.insert(0, tokens[at])
        at -= 1
    return name


def list_of(
    tokens: Sequence[str], start: int, end: int, count: int, joins: tuple[str, ...] = ("and", "or")
) -> list[tuple[str, ...]]:
    """The last list of so many names between two places: "cars, vans and lorries"."""
    for at in range(end - 1, start, -1):
        if tokens[at] not in joins or tokens[at + 1 : at + 2] == ["their"] and tokens[at - 1] == ",":
            continue  # "barley and maize, and their areas": the list stands before it
        last = _name_from(tokens, at + 1, end)
        names = [last]
        here = at
        for _ in range(count - 1):
            name = _name_to(tokens, here, start)
            if not name:
                break
            names.insert(0, name)
            here -= 1
            while here >= start and tokens[here] in (",", "both"):
                here -= 1
            here -= len(name) - 1
            while here - 1 >= start and tokens[here - 1] in (
                "the",
                "a",
                "an",
                "by",
                "in",
                "on",
                "from",
                "his",
                "her",
                "their",
                "to",
                "for",
                "at",
            ):
                here -= 1
            if len(names) < count and (here - 1 < start or tokens[here - 1] != ","):
                break
            here -= 1
        if len(names) == count and all(names):
            return [tuple(n) for n in names]
    return []


def _names(
    story: Story, start: int, at: int, end_at: int, end: int, count: int
) -> tuple[tuple[str, ...], ...]:
    """The names of the parts of a ratio, in its order."""
    tokens = story.tokens
    word = next(
        (i for i in range(end_at, start - 1, -1) if i < len(tokens) and tokens[i] in ("ratio", "proportion")),
        None,
    )
    if (
        word is not None
        and tokens[word + 1 : word + 2] in (["of"], ["between"])
        and not is_number(tokens[word + 2])
    ):
        stop = at if word < at else end
        if tokens[word + 1] == "of":
            pair = _by_to(tokens, word + 2, stop, count)
            if pair:
                return tuple(pair)
        pair = list_of(tokens, word + 1, stop, count)
        if pair:
            return tuple(pair)
    if word is not None and word < at:
        pair = _by_to(tokens, start, word, count)
        if pair and "to" in tokens[max(start, word - 5) : word]:
            return tuple(pair)
    pair = list_of(tokens, start, at, count) or list_of(tokens, end_at, end, count)
    if pair:
        return tuple(pair)
    if start >= 2:
        before = start - 2
        first, _ = story.sentence(before)
        pair = list_of(tokens, first, start - 1, count)
        if pair:
            return tuple(pair)
    raise Unfit


def _by_to(tokens: Sequence[str], start: int, end: int, count: int) -> list[tuple[str, ...]]:
    """ "reference books to comics"."""
    joints = [
        i for i in range(start, end) if tokens[i] == "to" and i + 1 < end and not is_number(tokens[i + 1])
    ]
    if len(joints) != count - 1:
        return []
    names = [_name_to(tokens, joints[0], start), *(_name_from(tokens, j + 1, end) for j in joints)]
    return [tuple(n) for n in names] if all(names) else []
