"""What clause patterns mean, where ages are told: now, some years ago, in some years."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.quantities import Key, Unclear
from solver.topics.word_problems.story import Story


def _when(clause: Clause) -> int:
    """Years from now: the number in t, or in t2 where the time stands behind; negative for "ago"."""
    found = [slot for slot in ("t", "t2") if clause.text(slot)]
    if not found:
        return 0
    years = clause.number(found[0])
    if len(found) > 1 or years.denominator != 1:
        raise Unclear
    return -int(years) if "前" in clause.text("past" if found[0] == "t" else "past2") else int(years)


def _age(story: Story, name: str, at: int) -> Key:
    """Somebody's age at a time, tied to his age now."""
    name = story.meet(name)
    if name not in story.owners:
        story.owners.append(name)
    key, now = Key("age", name, "", at), Key("age", name)
    if at and not any(key in r.terms for r in story.relations):
        story.relate([(key, 1), (now, -1)], at)
    return key


def _one(story: Story, clause: Clause) -> str:
    """Who is meant; a pronoun only while there is no second one whom it could mean."""
    name = clause.owner("a")
    if name is None:
        if not story.owner or (len(set(story.owners)) > 1):
            raise Unclear
        return story.owner
    story.owner = story.meet(name)
    return name


def age_at(story: Story, clause: Clause) -> None:
    """Somebody is so many years old."""
    story.define(_age(story, _one(story, clause), _when(clause)), clause.number("n"))


def ages_compare(sign: int = 1) -> Action:
    """a = v · b ± n, at one time."""

    def action(story: Story, clause: Clause) -> None:
        other = clause.owner("b")
        if other is None:
            raise Unclear
        at = _when(clause)
        a, b = _age(story, _one(story, clause), at), _age(story, other, at)
        if a == b:
            raise Unclear
        times = clause.number("v") if clause.text("v") else Fraction(1)
        plus = sign * clause.number("n") if clause.text("n") else Fraction(0)
        story.relate([(a, 1), (b, -times)], plus)

    return action


def ages_sum(story: Story, clause: Clause) -> None:
    """The ages of these (none named: of all two) together."""
    names = clause.names("l") if clause.text("l") else list(dict.fromkeys(story.owners))
    if len(names) < 2 or (clause.text("k") and clause.number("k") != len(names)):
        raise Unclear
    at = _when(clause)
    story.relate([(_age(story, name, at), 1) for name in names], clause.number("n"))


def ask_ages(story: Story, clause: Clause) -> None:
    """How old these are."""
    if clause.text("l"):
        names = [story.familiar(name) for name in clause.names("l")]
    elif clause.text("k"):
        names = list(dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age"))
        if clause.number("k") != len(names):
            raise Unclear
    else:
        raise Unclear
    told = {k.owner for r in story.relations for k in r.terms if k.kind == "age"}
    if any(name not in told for name in names):
        raise Unclear
    at = _when(clause)
    story.ask(*(_age(story, name, at) for name in names))


def ask_age_difference(sign: int) -> Action:
    """How many years a is older than b."""

    def action(story: Story, clause: Clause) -> None:
        a, b = (Key("age", story.familiar(clause.name(slot))) for slot in ("a", "b"))
        if a == b or not {a, b} <= {k for r in story.relations for k in r.terms}:
            raise Unclear
        story.ask_combination("difference", [(a, sign), (b, -sign)])

    return action


def ask_when(sign: int) -> Action:
    """In how many years (sign 1; -1: how many years ago) a is v times as old as b."""

    def action(story: Story, clause: Clause) -> None:
        other = clause.owner("b")
        a, b = Key("age", story.familiar(clause.name("a"))), Key("age", story.familiar(other or ""))
        told = {k for r in story.relations for k in r.terms}
        if a == b or not {a, b} <= told:
            raise Unclear
        years, times = Key("years"), clause.number("v")
        story.relate([(a, 1), (b, -times), (years, sign * (1 - times))])
        story.ask(years)

    return action
