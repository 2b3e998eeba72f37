"""An amount of which things take their parts, one of them told by comparison with another: what is left, what is still missing, what all take.

Roles: parts that are told by themselves (with how often they are taken, where each has a price), parts told by how much more or less, or how
many times as much, they are than another one, and the amount that they are taken from: the one with which nothing is compared. Not read:
money that comes in, discounts, choices, anything given back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import MONEY
from solver.topics.stories.school.english.roles.spent_asked import (
    ask_question,
    asked_of_all,
    nothing_comes_in,
    one_doer,
)
from solver.topics.stories.school.english.roles.spent_told import (
    amounts_told,
    clause_start,
    comparisons_told,
    counts_told,
    noun_behind,
    smallest,
)
from solver.topics.stories.school.english.roles.spent_words import (
    CHANGING,
    HAS,
    MEASURES,
    Amount,
    Compared,
    Story,
    Thing,
    words_told,
)
from solver.topics.stories.school.english.roles.words import (
    Words,
    content,
    prepared,
    root,
    tokens_of,
    unit_of,
)
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit


def read(text: Text) -> Exercise | None:
    """The problem, when every number of it has a role and what is asked follows."""
    made = prepared(text.source)
    if made is None or made.clocks or made.percents or not 2 <= made.numbers <= 8:
        return None
    found = Exercise.worked("en", lambda work: _solve(Story(made, *tokens_of(made), work)))
    return found if found is not None and found.value > 0 else None


def _solve(story: Story) -> None:
    if not any(story.asked):
        raise Unfit
    story.unit = smallest(story)
    compared = comparisons_told(story)
    if not compared:
        raise Unfit
    taken = {c.at for c in compared}
    _check(story, taken)
    amounts = amounts_told(story, taken)
    counts = counts_told(story, taken, amounts, compared)
    whole = _whole(story, amounts, compared)
    items = [a for a in amounts if a is not whole]
    _answer(story, whole, items, compared, counts)


def _check(story: Story, taken: set[int]) -> None:
    tokens = story.tokens
    for i, word in enumerate(tokens):
        behind = tokens[i + 1] if i + 1 < len(tokens) else ""
        if (
            word in ("in", "into")
            and behind in (".", ",", "and", "but")
            and not story.asked[i]
            or word == "pumped"
        ):
            raise Unfit  # what is pumped in, what came in
        if not story.made.currency and word in ("bought", "buys", "bought", "purchased") and i > min(taken):
            raise Unfit
        if word == "sale" and (tokens[i - 1] == "on" or behind == "price"):
            raise Unfit
        if word in ("delivered", "arrived", "arrive") and story.asked[i]:
            continue
        if word == "off" and story.made.currency:
            raise Unfit
        if word in CHANGING or word.endswith("n't") or word in ("not", "no") and not story.asked[i]:
            if word in ("deliver", "order") or word == "free" and story.asked[i]:
                continue
            raise Unfit
        if word in ("than",) and not any(0 < i - at <= 6 for at in taken):
            raise Unfit
        if word == "back" and not story.asked[i]:
            raise Unfit
        if word in ("half", "twice", "double", "triple", "third", "quarter") and word != "third":
            raise Unfit


def _score(words: Words, base: Words) -> int:
    return len(words & base)


def _whole(story: Story, amounts: Sequence[Amount], compared: Sequence[Compared]) -> Amount | None:
    """The amount that the parts are taken from."""
    sure = [a for a in amounts if a.sure]
    if len(sure) == 1:
        return sure[0]
    named = set()
    for c in compared:
        base = _base_of(story, c, amounts, compared, None)
        if isinstance(base, Amount):
            named.add(base.at)
    rest = [a for a in amounts if a.at not in named]
    if not rest:
        return None
    if len(rest) == 1:
        return rest[0]
    signs = [a for a in rest if set(_clause(story, a)) & HAS]
    if len(signs) != 1:
        raise Unfit
    return signs[0]


def _clause(story: Story, a: Amount) -> list[str]:
    first, last = story.sentence(a.at)
    begin = clause_start(story.tokens, first, a.at)
    return story.tokens[begin : min(last, a.at + 4)]


def _base_of(
    story: Story,
    c: Compared,
    amounts: Sequence[Amount],
    compared: Sequence[Compared],
    whole: Amount | None,
) -> Thing | None:
    """What a part is compared with."""
    before = [a for a in amounts if a.at < c.at and a is not whole]
    if c.that:
        if not before:
            raise Unfit
        return before[-1]
    others: list[Thing] = [
        *(a for a in amounts if a is not whole and not (c.which and before and a is before[-1])),
        *(o for o in compared if o is not c),
    ]
    common = frozenset.intersection(*(words_told(o) for o in others)) if len(others) > 1 else frozenset()
    scores = [_score(words_told(o) - common, c.base - common - MEASURES) for o in others]
    seen = content(w for i, w in enumerate(story.tokens) if not c.at < i < c.end)
    scores = [
        s if not c.base - seen - MEASURES - words_told(o) else 0 for o, s in zip(others, scores, strict=True)
    ]
    top = max(scores, default=0)
    if not top and c.first and 1 <= len(before) <= 2:
        return before[-1]
    if not top:
        return None
    hits = [o for o, s in zip(others, scores, strict=True) if s == top]
    if len(hits) > 1:
        raise Unfit
    return hits[0]


def _answer(
    story: Story,
    whole: Amount | None,
    items: list[Amount],
    compared: list[Compared],
    counts: dict[int, Term],
) -> None:
    tokens, work, unit = story.tokens, story.work, story.unit
    if not items or len(items) + len(compared) > 5:
        raise Unfit
    if not (re.fullmatch(MONEY, tokens[items[0].at]) or story.made.currency or unit):
        nouns = [a.noun for a in (*items, *([whole] if whole else []))]
        full = [n for n in nouns if n]
        if len(full) > 1 and not frozenset.intersection(*full):
            raise Unfit
    text = " ".join(w for w, a in zip(tokens, story.asked, strict=True) if a)
    values: dict[int, Term] = {a.at: a.term for a in items}
    open_ = list(compared)
    for _ in range(len(compared) + 1):
        for c in list(open_):
            base = _base_of(story, c, items, compared, None)
            if base is None:
                values[c.at] = _turned(story, c, items, values)
                open_.remove(c)
            elif base.at in values:
                a = values[base.at]
                made = a + c.by if c.sign > 0 else a - c.by if c.sign < 0 else a * c.by
                values[c.at] = work.step("the part that is compared", made, unit)
                open_.remove(c)
    if open_:
        raise Unfit
    if any(v.value <= 0 for v in values.values()):
        raise Unfit
    one_doer(story, whole, text)
    nothing_comes_in(story, items, compared, text)
    total = _total(story, items, compared, values, counts)
    if set(story.made.values) - story.used:
        raise Unfit
    asked_of_all(story, items, compared, text, whole)
    story.counted, story.parts = bool(counts), len(items) + len(compared)
    ask_question(story, whole, total, text)


def _turned(story: Story, c: Compared, items: list[Amount], values: dict[int, Term]) -> Term:
    """ "€32, which is €11 more than the toaster": the toaster from the kettle."""
    work, unit = story.work, story.unit
    before = [a for a in items if a.at < c.at]
    named = [a for a in items if a.words & c.subject and c.subject - MEASURES <= a.words]
    known = before[-1] if c.which and before else named[0] if len(named) == 1 and not c.which else None
    if known is None or not c.base or any(a.words & c.base - MEASURES for a in items if a is not known):
        raise Unfit
    a = values[known.at]
    made = a - c.by if c.sign > 0 else a + c.by if c.sign < 0 else a / c.by
    return work.step("what it is compared with", made, unit)


def _total(
    story: Story,
    items: list[Amount],
    compared: list[Compared],
    values: dict[int, Term],
    counts: dict[int, Term],
) -> Term:
    """What all parts take together, each as often as it is taken."""
    work, unit = story.work, story.unit
    things: list[Thing] = [*items, *compared]
    common = frozenset.intersection(*(words_told(t) for t in things))
    times: dict[int, Term] = {}
    for at, count in counts.items():
        noun = frozenset(noun_behind(story.tokens, at))
        unit_here = unit_of(story.tokens[at + 1])
        if not noun and unit_here and story.tokens[at + 2] == "of":
            noun = frozenset(content(story.tokens[at + 3 : at + 5]))
        hits = [t for t in things if noun & (words_told(t) - common)]
        if len(hits) != 1 or hits[0].at in times or not story.made.currency:
            raise Unfit
        thing = hits[0]
        if isinstance(thing, Amount) and not thing.each and not _single(story, thing, noun):
            raise Unfit
        times[thing.at] = count
    if any(a.each and a.at not in times for a in items):
        raise Unfit
    total: Term | None = None
    for t in sorted(things, key=lambda t: t.at):
        part = values[t.at]
        if t.at in times:
            part = work.step("all of one kind", part * times[t.at], unit)
        total = part if total is None else total + part
    assert total is not None
    return work.step("all parts together", total, unit)


def _single(story: Story, a: Amount, noun: Words) -> bool:
    """Whether a price is of one thing: "a pen costs $2"."""
    tokens = story.tokens
    first, _ = story.sentence(a.at)
    begin = clause_start(tokens, first, a.at)
    for i in range(begin, a.at):
        if root(tokens[i]) in noun:
            return any(
                w in ("a", "an", "one", "each", "every", "per") for w in tokens[max(begin, i - 3) : i]
            ) and tokens[i] == tokens[i].rstrip("s")
    return False
