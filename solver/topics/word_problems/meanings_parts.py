"""What clause patterns mean, where wholes, parts, sums and ages are told. Shared by both languages; see `meanings`."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import money
from solver.topics.word_problems.quantities import Key, Unclear
from solver.topics.word_problems.story import Story


def group(*, by_owner: bool = False) -> Action:
    """A whole that has these parts."""

    def action(story: Story, clause: Clause) -> None:
        noun = clause.name("x") if clause.text("x") else ""
        owner = clause.owner("a") if clause.text("a") else None
        unit = clause.text("u")
        story.group(owner, clause.names("l"), clause.number("n"), noun, unit, by_owner=by_owner)

    return action


def parts_named(story: Story, clause: Clause) -> None:
    """ "…: story books, science books and comics": the parts of what was counted last."""
    story.begin_group()
    if story.groups[-1].closed or story.groups[-1].members:
        raise Unclear
    for name in clause.names("l"):
        story.part(name)
    story.close_last()


def share(story: Story, clause: Clause) -> None:
    story.share(clause.name("x"), clause.number("f"), clause.name("w") if clause.text("w") else "")


def part_is(story: Story, clause: Clause) -> None:
    story.begin_group()
    story.part_is(clause.name("x"), clause.number("n"), clause.text("u"))


def rest(story: Story, clause: Clause) -> None:
    story.rest(clause.names("l"))


def ratio(story: Story, clause: Clause) -> None:
    names = (
        clause.names("l") if clause.text("l") else [clause.name(s) for s in ("a", "b", "c") if clause.text(s)]
    )
    story.ratio(names, clause.numbers("r"))


def sells_for(story: Story, clause: Clause) -> None:
    sells(story, clause)
    takes_in(story, clause)


def sum_and_difference(larger: str, smaller: str) -> Action:
    """Both at once: the sum in n, the difference in d."""

    def action(story: Story, clause: Clause) -> None:
        if clause.number("k") != 2:
            raise Unclear
        a, b = (Key("number", "", story.meet(name)) for name in (larger, smaller))
        story.relate([(a, 1), (b, 1)], clause.number("n"))
        story.relate([(a, 1), (b, -1)], clause.number("d"))

    return action


def _age(story: Story, name: str | None) -> Key:
    key = Key("age", story.who(name))
    if not key.owner:
        raise Unclear
    return key


def age_is(story: Story, clause: Clause) -> None:
    story.define(_age(story, clause.owner("a")), clause.number("n"))


def ages(sign: int) -> Action:
    """a is n years older (or v times as old)."""

    def action(story: Story, clause: Clause) -> None:
        other = clause.owner("b")
        left = _age(story, clause.owner("a"))
        if other is None:
            raise Unclear
        right = Key("age", story.meet(other))
        if left == right:
            raise Unclear
        story.owners += [name for name in (left.owner, right.owner) if name not in story.owners]
        times = clause.number("v") if clause.text("v") else Fraction(1)
        story.relate([(left, 1), (right, -times)], sign * clause.number("n") if clause.text("n") else 0)

    return action


def ages_together(story: Story, clause: Clause) -> None:
    keys = list(dict.fromkeys(k for r in story.relations for k in r.terms if k.kind == "age"))
    if len(keys) < 2:
        raise Unclear
    story.relate([(key, 1) for key in keys], clause.number("n"))


def two_numbers(larger: str, smaller: str, sign: int) -> Action:
    """The sum (sign 1) or the difference (sign -1) of two numbers without names."""

    def action(story: Story, clause: Clause) -> None:
        if clause.text("k") and clause.number("k") != 2:
            raise Unclear
        keys = [Key("number", "", story.meet(name)) for name in (larger, smaller)]
        story.relate([(keys[0], 1), (keys[1], sign)], clause.number("n"))

    return action


def larger_is(larger: str, smaller: str, sign: int = 1) -> Action:
    """ "The larger is k times the smaller" (plus or minus n)."""

    def action(story: Story, clause: Clause) -> None:
        keys = [Key("number", "", story.meet(name)) for name in (larger, smaller)]
        times = clause.number("v") if clause.text("v") else Fraction(1)
        plus = sign * clause.number("n") if clause.text("n") else Fraction(0)
        story.relate([(keys[0], 1), (keys[1], -times)], plus)

    return action


def legs(table: Callable[[str], int | None]) -> Action:
    """So many legs in all, of the animals named so far."""

    def action(story: Story, clause: Clause) -> None:
        story.legs = {name: n for name in story.heard if (n := table(name))}
        if story.leg_total is not None:
            raise Unclear
        story.leg_total = clause.number("n")

    return action


def heads(table: Callable[[str], int | None]) -> Action:
    """So many heads in all, of the animals named so far."""

    def action(story: Story, clause: Clause) -> None:
        animals = [name for name in story.heard if table(name)]
        story.group(None, animals, clause.number("n"))

    return action


def sells(story: Story, clause: Clause) -> None:
    """So many sold in all, of kinds that have prices."""
    if story.sold:
        raise Unclear
    story.sold = (clause.number("n"), story.meet(clause.name("x")))


def takes_in(story: Story, clause: Clause) -> None:
    if story.revenue is not None:
        raise Unclear
    story.revenue = money(story, clause)


def two_named(sign: int) -> Action:
    """The sum or the difference of two numbers that have names (the first is not the smaller one)."""

    def action(story: Story, clause: Clause) -> None:
        if clause.number("k") != 2:
            raise Unclear
        first, second = (story.meet(name) for name in clause.names("l"))
        if sign == 1:
            story.group(None, [first, second], clause.number("n"))
        else:
            story.compare(first, second, Fraction(1), clause.number("n"), kind="count")

    return action
