"""What clauses mean about two: ages, numbers, kinds that a value tells apart, the sides of a rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import note
from solver.topics.stories.word_problems.meanings.things import Amount, Meaning, extreme
from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear
from solver.topics.stories.word_problems.story import MINUS, PRONOUNS, Story


def age_at(story: Story, name: str | None, years: Fraction) -> Key:
    """Somebody's age so many years later (negative: earlier)."""
    now = Key("age", story.who(name))
    if not years:
        return story.speak(now)
    then = Key("age", now.owner, "", int(years))
    if not any(then in r.terms for r in story.relations):
        story.relate([(then, ONE), (now, MINUS)], years)
    return then


def _two_people(story: Story, left: str | None, right: str | None) -> tuple[str | None, str | None]:
    """Pronouns for the two people whose ages are compared: the first one told is the subject."""
    names = list(
        dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age" and not k.at)
    )
    if len(names) != 2 or left not in PRONOUNS and right not in PRONOUNS:
        return left, right
    who = names[0] if left in PRONOUNS else story.meet(left or "")
    other_one = names[1] if who == names[0] else names[0]
    return who, other_one if right in PRONOUNS else right


def ages_later(
    years: Fraction, left: str | None, times: Fraction, plus: Fraction, right: str | None
) -> Meaning:
    """In so many years one is times · as old as another + plus."""

    def tell(story: Story) -> None:
        who, whom = _two_people(story, left, right)
        a, b = age_at(story, who, years), age_at(story, whom, years)
        story.equate([(a, ONE)], [(b, times)], plus)

    return tell


def kinds_by_value(values: Sequence[Amount], noun: str = "") -> Meaning:
    """ "Some with 4 beds, the others with 6": two kinds that are told apart by what one of them has or costs."""

    def tell(story: Story) -> None:
        name = (
            story.meet(noun)
            if noun
            else next((k.item for k in reversed(story.told) if k.kind in ("count", "whole")), "")
        )
        if not name or len({v.number for v in values}) != len(values):
            raise Unclear
        for value in values:
            story.meet(value.item)  # a name of its own, not that of "2-point shots"
        names = [f"{v.number}-{v.unit if v.money else v.item} {name}" for v in values]
        for value, each in zip(values, names, strict=True):
            note(story, value)
            story.heard.append(each)
            item = value.item or values[0].item
            story.define(story.rate(each, item), value.number)
        whole_key = next(
            (
                k
                for k in reversed(story.told)
                if k.kind in ("count", "whole") and k.item == name and k in story.known
            ),
            None,
        )
        if whole_key is None:
            if not noun:
                raise Unclear
            whole_key = Key("whole", "", name, len(story.groups))  # how many there are comes later
        story.group(whole_key, names)

    return tell


def ages_apart(years: Fraction, sign: int) -> Meaning:
    """The difference between the ages of two people; which one is older shows elsewhere."""

    def tell(story: Story) -> None:
        names = list(
            dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age" and not k.at)
        )
        if len(names) != 2:
            raise Unclear
        story.relate([(Key("age", names[0]), sign), (Key("age", names[1]), -sign)], years)

    return tell


def ages_together(total: Fraction, years: Fraction = Fraction(0)) -> Meaning:
    """The sum of the ages of the two people of the story, so many years later."""

    def tell(story: Story) -> None:
        names = list(
            dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age" and not k.at)
        )
        if len(names) < 2:
            names = [name for name in dict.fromkeys([*names, *story.heard]) if name][:2]
        if len(names) != 2:
            raise Unclear
        story.relate([(age_at(story, name, years), 1) for name in names], total)

    return tell


def perimeter(amount: Amount) -> Meaning:
    """Twice the length and twice the width of a rectangle."""

    def tell(story: Story) -> None:
        story.note_unit("\0length", amount.item)
        story.relate(
            [(Key("number", "", story.meet("length")), 2), (Key("number", "", story.meet("width")), 2)],
            amount.number,
        )

    return tell


def two_numbers(amount: Fraction, sign: int) -> Meaning:
    """The sum (sign 1) or the difference (sign -1) of two numbers."""

    def tell(story: Story) -> None:
        a, b = extreme(story, larger=True), extreme(story, larger=False)
        story.relate([(a, 1), (b, sign)], amount)

    return tell
