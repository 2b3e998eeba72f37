"""What clause patterns mean, where the number of a whole is asked for, or multiples of its parts are compared."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.marking import NUMBER, PART
from solver.topics.word_problems.meanings_course import how_many
from solver.topics.word_problems.quantities import Unclear, ends_with
from solver.topics.word_problems.questions import COLLECTIVE
from solver.topics.word_problems.story import Story

_SHARED: Final = re.compile(f"[占总][^,.;?]{{0,12}}{PART}")
_TOLD: Final = re.compile(f"(?:一共|总共|共|合计|总数)[^,.;?多几的]{{0,8}}{NUMBER}")


def open_whole(story: Story, clause: Clause) -> None:
    """ "There are story books and comics": all parts of a whole that nobody counted, where a part is a share of it."""
    names, text = clause.names("l"), clause.context.marked.text
    how_many(clause, names)
    if story.groups or story.ledger or not _SHARED.search(text) or _TOLD.search(text):
        raise Unclear
    noun = clause.name("x") if clause.text("x") else ""
    story.group(clause.owner("a") if clause.text("a") else None, names, None, noun)


def takes_part(story: Story, clause: Clause) -> None:
    """ "Grades 4 and 5 take part in …, 360 in all": whose parts they are, the number comes later."""
    text = clause.context.marked.text
    if story.groups or story.ledger or not _SHARED.search(text) or not _TOLD.search(text):
        raise Unclear
    story.group(None, clause.names("l"), None)


def ask_open_whole(story: Story, clause: Clause) -> None:
    """How many there are in all, where the whole was not counted and all its parts are known."""
    if len(story.groups) != 1 or story.groups[0].whole in story.known or not story.groups[0].closed:
        raise Unclear
    whole, text = story.groups[0], clause.text("x")
    if any(key.at for key in whole.members) or story.legs:
        raise Unclear
    names = [key.item or key.owner for key in whole.members]
    noun = clause.name("x") if text else ""
    if noun and not (
        noun in COLLECTIVE or noun in ("果树", "图书", whole.noun) or all(n.endswith(noun) for n in names)
    ):
        raise Unclear
    owner = clause.owner("a") if clause.text("a") else None
    if owner and whole.owner and not (whole.owner == owner or ends_with(whole.owner, owner)):
        raise Unclear
    units = {unit for name in names if (unit := story.units.get(name))}
    if units - {clause.text("u")}:
        raise Unclear
    story.ask(whole.whole)


def multiples(sign: int, *, added: bool = False) -> Action:
    """j · a = k · b ± n (or `added`: j · a + k · b = n): "twice the first is 15 more than three times the second"."""

    def action(story: Story, clause: Clause) -> None:
        slots = [story.slot(story.familiar(clause.name(s))) for s in ("a", "b")]
        if None in slots or slots[0] == slots[1] or any(slot and story.ledger[slot] for slot in slots):
            raise Unclear
        left, right = (story.balance(slot) for slot in slots if slot)
        plus = sign * clause.number("n") if clause.text("n") else Fraction(0)
        story.relate([(left, clause.number("j")), (right, (1 if added else -1) * clause.number("k"))], plus)

    return action
