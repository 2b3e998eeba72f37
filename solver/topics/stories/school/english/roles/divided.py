"""A whole, shares of it, and what is left of it in a ratio, in whatever words and order.

Roles: shares (fractions, percentages) of the whole or of what is left; the parts of the ratio, named by the words that stand in pairs
beside it; one amount, which is the whole, or what a part of it comes to. That the ratio is one of the rest must be said ("the rest",
"the others", "what was left"), or follow from a list of all parts. Not read: shares of a part, parts that change, several ratios.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER
from solver.topics.stories.school.english.roles.divided_asked import answer_question, from_known
from solver.topics.stories.school.english.roles.divided_names import ratio_of
from solver.topics.stories.school.english.roles.divided_shares import of_the_rest, said_around, share_label
from solver.topics.stories.school.english.roles.divided_words import (
    ALL,
    CHANGING,
    LESS,
    MORE,
    REST,
    Part,
    Ratio,
    Story,
    behind_number,
    own_words,
)
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    is_number,
    prepared,
    root,
    tokens_of,
    unit_of,
)
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num


def read(text: Text) -> Exercise | None:
    """The problem, when every number of it has a role and what is asked follows."""
    if not re.search(
        r"(?i)ratio|\bto (?:every|each)\b|\d ?[:∶] ?\d|\bfor (?:every|each)\b|proportion", text.source
    ):
        return None
    made = prepared(text.source)
    if made is None or made.clocks or not 3 <= made.numbers <= 9:
        return None
    found = Exercise.worked("en", lambda work: _solve(Story(made, *tokens_of(made)), work))
    return found if found is not None and found.value > 0 else None


def _solve(story: Story, work: Working) -> None:
    tokens = story.tokens
    ratio = ratio_of(story)
    shares = [i for i, w in enumerate(tokens) if re.fullmatch(FRACTION, w)]
    if not 1 <= len(shares) <= 3 or any(story.asked[i] for i in shares):
        raise Unfit
    _check(story)
    amounts = _amounts(story, ratio, len(shares))
    whole_at, known_at = _whole_or_known(story, amounts, ratio, shares)
    head, around = said_around(story, whole_at, ratio)
    own = own_words(ratio, head)
    unit = _unit(story, whole_at if whole_at is not None else known_at)
    common = frozenset.intersection(*(frozenset(map(root, n)) for n in ratio.names))
    labels = [
        (words - common, of_rest)
        for words, of_rest in (share_label(story, at, (ratio, own), shares, around) for at in shares)
    ]
    if not of_the_rest(story, ratio, own, labels):
        raise Unfit
    whole = story.number(tokens[whole_at]) if whole_at is not None else None
    known = story.number(tokens[known_at]) if known_at is not None else None
    parts = _work_out(story, work, (ratio, own), shares, labels, whole, unit)
    if set(story.made.values) - story.used - _repeated(story, whole, ratio, shares):
        raise Unfit
    if whole is None:
        assert known is not None and known_at is not None
        whole = from_known(story, work, parts, known, known_at, around, unit)
        if whole is None:
            return
        parts = [Part(p.words, work.step("this part", whole * p.size, unit), p.strong) for p in parts]
    answer_question(story, work, parts, around, unit)


def _check(story: Story) -> None:
    """No word changes an amount."""
    tokens = story.tokens
    for i, word in enumerate(tokens):
        if word == "per" and tokens[i + 1] in ("week", "day", "month", "year"):
            continue  # hours of a week
        if (
            word in CHANGING
            or word.endswith("n't")
            or word in ("not", "no")
            and tokens[i + 1 : i + 2] not in (["others"], ["other"], ["only"])
        ):
            raise Unfit
        if word in MORE | LESS | {"than"} and not story.asked[i]:
            raise Unfit
        if (
            word in ("another", "every", "each")
            and tokens[i + 1 : i + 2]
            and is_number(tokens[i + 1])
            and tokens[i - 1] != "for"
        ):
            raise Unfit


def _amounts(story: Story, ratio: Ratio, shares: int) -> list[int]:
    """Where the numbers stand that are neither in the ratio nor shares, nor how many parts there are."""
    tokens = story.tokens
    found = [
        i
        for i, w in enumerate(tokens)
        if re.fullmatch(f"{NUMBER}|{MONEY}", w) and not (ratio.start <= i < ratio.end and w in ratio.letters)
    ]
    counts = {len(ratio.letters), len(ratio.letters) + shares}
    few = [
        i
        for i in found
        if story.made.values[tokens[i]] in counts
        and re.fullmatch(NUMBER, tokens[i])
        and unit_of(tokens[i + 1]) is None
        and tokens[i + 1] not in FUNCTION - {"other"}
    ]
    if len(found) - len(few) >= 1:
        for i in few:
            story.used.add(tokens[i])
        found = [i for i in found if i not in few]
    return found


def _repeated(story: Story, whole: Term | None, ratio: Ratio, shares: Sequence[int]) -> set[str]:
    """The letters of the whole where it is told again."""
    if whole is None:
        return set()
    return {
        letter
        for i, letter in enumerate(story.tokens)
        if letter in story.made.values
        and story.made.values[letter] == whole.value
        and i not in shares
        and not ratio.start <= i < ratio.end
    }


def _whole_or_known(
    story: Story, amounts: list[int], ratio: Ratio, shares: Sequence[int]
) -> tuple[int | None, int | None]:
    """The amount: the whole, or what a part comes to."""
    tokens = story.tokens
    values = {story.made.values[tokens[i]] for i in amounts}
    if not amounts or len(values) != 1:
        raise Unfit
    at = amounts[0]
    if story.asked[at] and tokens[at - 1] not in ("of", "the", "these", "all"):
        raise Unfit
    start, end = story.sentence(at)
    named = set(behind_number(tokens, at))
    before = tokens[max(start, at - 4) : at]
    if REST & set(before) or tokens[at + 1 : at + 2] == ["others"] or "other" in before:
        return None, at
    own = own_words(ratio, frozenset())
    if any(o <= named for o in own) and not all(o & {root(w) for w in tokens[at + 1 : end]} for o in own):
        return None, at  # not "600 red, blue and white beads"
    if at > min(shares) and at > ratio.start:
        words = " ".join(tokens[start:end])
        if not ALL.search(words) and tokens[at - 1] not in ("of", "the", "these", "all"):
            raise Unfit
    return at, None


def _unit(story: Story, at: int | None) -> str:
    assert at is not None
    if re.fullmatch(MONEY, story.tokens[at]):
        return story.made.currency
    return unit_of(story.tokens[at + 1]) or ""


def _work_out(
    story: Story,
    work: Working,
    named: tuple[Ratio, Sequence[Words]],
    shares: Sequence[int],
    labels: Sequence[tuple[Words, bool]],
    whole: Term | None,
    unit: str,
) -> list[Part]:
    """All parts: of the whole where it is known, as parts of one where it is not."""
    ratio, own = named
    base = whole if whole is not None else num(1)
    unit = unit if whole is not None else ""
    rest = base
    parts: list[Part] = []
    for at, (words, of_rest) in zip(shares, labels, strict=True):
        fraction = story.number(story.tokens[at])
        if not 0 < fraction.value < 1 or of_rest and not parts:
            raise Unfit
        size = work.step(
            "the share that is told" if whole is not None else "what part of the whole is told",
            (rest if of_rest else base) * fraction,
            unit,
        )
        parts.append(Part(words, size))
        rest = work.step(
            "what is left" if whole is not None else "what part of the whole is left", rest - size, unit
        )
    if rest.value <= 0:
        raise Unfit
    counts = [story.number(letter) if letter else num(1) for letter in ratio.letters]
    if any(c.value <= 0 for c in counts):
        raise Unfit
    total = counts[0]
    for one in counts[1:]:
        total = total + one
    total = work.step("how many equal shares the ratio has", total)
    each = work.step("one of these shares", rest / total, unit)
    for i, (count, name) in enumerate(zip(counts, ratio.names, strict=True)):
        kept = [root(w) for w in name if root(w) in own[i]]
        edge = kept[-1] if i < len(own) - 1 else kept[0]
        parts.append(Part(own[i], each * count if count.value != 1 else each, frozenset({edge})))
    return parts
