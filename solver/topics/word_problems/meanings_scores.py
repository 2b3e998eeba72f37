"""What clause patterns mean, where a contest gives points for right answers and takes points for wrong ones."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.quantities import Key, Unclear
from solver.topics.word_problems.story import Story

RIGHT: Final = "答对的题"
_NOT: Final = "(?:没有|不|未|没)(?:回?答|做)"
_OR: Final = "(?:或者|或|和|与|及|、)"
WRONGS: Final = f"(?:(?:[答做]|(?<![答做]))错(?:了)?(?:{_OR}{_NOT})?|{_NOT}{_OR}(?:答|做)?错)"
_BOTH: Final = re.compile(f"错了?{_OR}{_NOT}|{_NOT}{_OR}(?:答|做)?错")
_OPEN: Final = re.compile(f"{_NOT}|空题|弃")


def _wrong(clause: Clause) -> str:
    """What is not right: wrong answers, or wrong and missing ones; a third kind is not understood."""
    text = clause.context.marked.text
    if not re.search("[答做]对|对一?.?题", text) or _OPEN.search(_BOTH.sub("", text)):
        raise Unclear
    return "答错或不答的题" if _BOTH.search(text) else "答错的题"


def questions_in_all(story: Story, clause: Clause) -> None:
    """So many questions in the contest."""
    names = [RIGHT, _wrong(clause)]
    if story.groups or story.legs:
        raise Unclear
    story.group(None, names, clause.number("n"), "", "道")


def points(sign: int, *, right: bool) -> Action:
    """A right answer gives, a wrong one takes so many points."""

    def action(story: Story, clause: Clause) -> None:
        name = RIGHT if right else _wrong(clause)
        if not right and bool(_BOTH.search(clause.match[0])) != ("不答" in name):
            raise Unclear
        value = sign * clause.number("v") if clause.text("v") else 0
        if name in story.legs or value != int(value) or (clause.text("k") and clause.number("k") != 1):
            raise Unclear
        story.legs[name] = int(value)

    return action


def scored(story: Story, clause: Clause) -> None:
    """So many points in all."""
    if RIGHT not in story.legs or len(story.legs) != 2 or story.leg_total is not None:
        raise Unclear
    if clause.text("a") and clause.owner("a") is not None:
        story.who(clause.name("a"))
    story.leg_total = clause.number("n")


def all_answered(story: Story, clause: Clause) -> None:
    """No question was left out."""
    _wrong(clause)
    if clause.text("a") and clause.owner("a") is not None:
        story.who(clause.name("a"))


def ask_answered(*, right: bool = False, wrong: bool = False) -> Action:
    """How many right answers, how many wrong ones."""

    def action(story: Story, clause: Clause) -> None:
        owner = clause.owner("a") if clause.text("a") else None
        if RIGHT not in story.legs or (owner and story.familiar(owner) not in story.owners):
            raise Unclear
        name = _wrong(clause)
        if wrong and bool(re.search(_NOT, clause.match[0])) != ("不答" in name):
            raise Unclear
        asked = [n for n, said in ((RIGHT, right), (name, wrong)) if said]
        story.ask(*(Key("count", *slot) for n in asked if (slot := story.slot(n))))

    return action
