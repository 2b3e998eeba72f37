"""What English clauses mean about going with and against a current or the wind. Distances are speed times time."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.quantities import Key, Unclear
from solver.topics.word_problems.story import Story

_PER: Final = {"km": "km/h", "mile": "mph", "m": "m/s"}
_STREAM: Final = ("current", "wind")


def _speeds(story: Story, clause: Clause) -> tuple[Key, Key]:
    """Of what moves and of what carries it."""
    keys = list(dict.fromkeys(key for r in story.relations for key in r.terms if key.kind == "speed"))
    name = clause.name("a") if clause.text("a") and clause.owner("a") is not None else ""
    carrier = "wind" if "wind" in clause.match[0].lower() else "current"
    if keys:
        if (
            len(keys) != 2
            or (name and name != keys[0].item)
            or ("wind" in clause.match[0].lower()) > (keys[1].item == "wind")
        ):
            raise Unclear
        return keys[0], keys[1]
    if not name or name in _STREAM:
        raise Unclear
    return Key("speed", "", story.meet(name)), Key("speed", "", story.meet(carrier))


def _unit(story: Story, unit: str) -> None:
    for name in ("speed",):
        story.note_unit(name, unit)


def travels(sign: int) -> Action:
    """A distance in a time: with the current (sign 1) or against it (-1)."""

    def action(story: Story, clause: Clause) -> None:
        moving, carrier = _speeds(story, clause)
        hours = clause.number("h")
        if hours <= 0:
            raise Unclear
        if clause.text("d"):
            distance = clause.number("d")
            unit = clause.text("u").rstrip("s")
            if unit not in _PER:
                raise Unclear
            _unit(story, _PER[unit])
        else:
            distance = _same_distance(story, moving)
        story.relate([(moving, hours), (carrier, sign * hours)], distance)

    return action


def _same_distance(story: Story, moving: Key) -> Fraction:
    before = [r for r in story.relations if moving in r.terms]
    if len(before) != 1:
        raise Unclear
    return before[0].constant


def goes_at(sign: int) -> Action:
    """A speed with or against the current."""

    def action(story: Story, clause: Clause) -> None:
        moving, carrier = _speeds(story, clause)
        _unit(story, clause.text("u"))
        story.relate([(moving, 1), (carrier, sign)], clause.number("n"))

    return action


def stands_at(story: Story, clause: Clause) -> None:
    """The speed in still water, or of the current, is told."""
    moving, carrier = _speeds(story, clause)
    _unit(story, clause.text("u"))
    story.define(carrier if clause.text("c") else moving, clause.number("n"))
