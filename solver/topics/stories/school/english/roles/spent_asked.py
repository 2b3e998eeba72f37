"""What is asked about parts that are taken: what is left, what is missing, what all are; and whether it is asked of all of them."""

from __future__ import annotations

import re

from solver.topics.stories.school.english.marks import SCALES
from solver.topics.stories.school.english.roles.spent_words import (
    ALL,
    BUYS,
    COMES_IN,
    LAST,
    LEFT,
    NEED,
    NEUTRAL,
    TO,
    TOTAL,
    Amount,
    Compared,
    Story,
    Thing,
    sentence_spans,
    words_told,
)
from solver.topics.stories.school.english.roles.words import FUNCTION, content, is_number, root, unit_of
from solver.topics.stories.school.working import Term, Unfit, num


def nothing_comes_in(story: Story, items: list[Amount], compared: list[Compared], text: str) -> None:
    """Money is earned, found or given only where the whole amount is told, or it is what is saved for something."""
    if NEED.search(text):
        return
    for i, word in enumerate(story.tokens):
        if word not in COMES_IN or story.asked[i]:
            continue
        start, end = story.sentence(i)
        things: list[Thing] = [*items, *compared]
        parts = [t for t in things if start <= t.at < end]
        if (
            story.made.currency
            and parts
            or not story.made.currency
            and word not in ("gave", "gives", "give", "given")
            and parts
        ):
            raise Unfit


def one_doer(story: Story, whole: Amount | None, text: str) -> None:
    """Where it is somebody's own amount, nobody else takes parts of it."""
    tokens = story.tokens
    if whole is None:
        return
    first, last = story.sentence(whole.at)
    owners = story.made.names & ({*text.split()} | set(tokens[first:last]))
    if not owners:
        return
    for i, word in enumerate(tokens):
        if (
            word in story.made.names - owners
            and tokens[i + 1] not in FUNCTION
            and not is_number(tokens[i + 1])
            and tokens[i - 1] not in TO
        ):
            raise Unfit


def asked_of_all(
    story: Story, items: list[Amount], compared: list[Compared], text: str, whole: Amount | None
) -> None:
    """The question is about all parts, not one of them; and all that has a price is bought."""
    things: list[Thing] = [*items, *compared]
    common = frozenset.intersection(*(words_told(t) for t in things))
    around = whole.words if whole is not None else frozenset()
    asked = content(text.split())
    if whole is not None and whole.sure:
        around = frozenset()
    own = [
        words_told(t) - common - around - (frozenset(map(root, story.made.names)) & around) for t in things
    ]
    hit = [bool(o & asked) for o in own]
    if any(hit) and not all(hit) and not set(text.split()) & {"both", "all", "everything", "two"}:
        raise Unfit
    if not story.made.currency or NEED.search(text):
        return
    buying: list[bool] = [False] * len(things)
    any_buys = everything = False
    for start, end in sentence_spans(story.tokens):
        said = story.tokens[start:end]
        if set(said) & (BUYS - {"take", "takes", "took", "get", "gets", "got"}):
            if (
                whole is not None
                and start <= whole.at < end
                and not any(start <= t.at < end for t in things)
                and not content(said) & frozenset().union(*own)
            ):
                pass
            else:
                any_buys = True
            named = content(said)
            for i, t in enumerate(things):
                if start <= t.at < end or own[i] & named:
                    buying[i] = True
            if set(said) & ALL or "these" in said:
                everything = True
    if set(text.split()) & ALL or everything:
        return
    if any_buys and not all(buying):
        raise Unfit
    if not any_buys and not re.search(
        r"\b(?:cost|used|lent|left|bill|rent|change)\b", " ".join(story.tokens)
    ):
        raise Unfit


def ask_question(story: Story, whole: Amount | None, total: Term, text: str) -> None:
    work, unit = story.work, story.unit
    if re.search(
        r"\b(?:each|average|fraction|percent|times|fewer|less|difference)\b",
        re.sub(r"\bone of each\b|\bfor each\b", "", text),
    ):
        raise Unfit
    _new_words(story, text)
    gifts = {"give", "gives", "gave", "get", "gets", "got", "given"} & {
        w for w, a in zip(story.tokens, story.asked, strict=True) if not a
    }
    after = not gifts and re.search(
        r"\b(?:now|then|afterwards)\b|\bafter (?:paying|buying|these|both|all|the)\b",
        " ".join([*(story.tokens[-25:]), text]),
    )
    left = after or LEFT.search(text) or NEED.search(text) or whole is not None and LAST.search(text)
    if whole is not None and left:
        if re.search(r"\bmore\b", text) and not NEED.search(text):
            raise Unfit
        if TOTAL.search(re.sub(r"\bboth\b|\btotal\b", "", text)) and not LEFT.search(text):
            raise Unfit
        held = whole.term
        if whole.at in story.notes:
            held = work.step("what is handed over", held * story.notes[whole.at], unit)
        rest = held - total
        if rest.value < 0:
            raise Unfit
        _give(story, work.step("what is left", rest, unit), text)
        return
    if (
        whole is None
        and not left
        and not story.counted
        and story.made.currency
        and story.parts == 2
        and TOTAL.search(text)
        and not re.search(r"\bmore\b", text)
    ):
        _give(story, total, text)
        return
    raise Unfit


def _new_words(story: Story, text: str) -> None:
    """The question speaks of nothing new."""
    told = content(w for w, a in zip(story.tokens, story.asked, strict=True) if not a)
    told |= content(_told_in_question(story))
    text = re.sub(
        r"\b(left|remains?|remaining|over) (?:for|to) .*",
        lambda m: m[1] if not story.made.names & set(m[0].split()) else m[0],
        text,
    )
    text = re.sub(
        r"\b(left|remains?|remaining|over|still) (?:in|on|at|inside|of) (?:the|his|her|their|my|our|this) (?:[a-z'-]+ ?){1,2}$",
        lambda m: m[1],
        text,
    )
    if content(text.split()) - told - NEUTRAL:
        raise Unfit


def _told_in_question(story: Story) -> list[str]:
    """The words of a question's own clauses with numbers: "how much change from $20 if I buy a sandwich for $6"."""
    found: list[str] = []
    for start, end in sentence_spans(story.tokens):
        numbers = [i for i in range(start, end) if is_number(story.tokens[i]) and story.asked[i]]
        if numbers:
            found += story.tokens[min(numbers) : end]
    return found


def _give(story: Story, found: Term, text: str) -> None:
    work, unit = story.work, story.unit
    named = {
        u for w in text.split() if (u := unit_of(w)) and unit in SCALES and SCALES[u][0] == SCALES[unit][0]
    }
    if len(named) == 1:
        (shown,) = named
        factor = SCALES[unit][1] / SCALES[shown][1]
        if factor != 1:
            found = work.step(
                f"in {shown}", found * num(factor) if factor > 1 else found / num(1 / factor), shown
            )
            unit = shown
    if not unit and found.value.denominator != 1:
        raise Unfit
    work.give(found, unit, "what is asked for")
