"""What clauses mean about parts of a whole that have no names, or are told by their measure."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import note
from solver.topics.stories.word_problems.meanings.things import Amount, Meaning
from solver.topics.stories.word_problems.meanings.wholes import whole
from solver.topics.stories.word_problems.quantities import ORDINALS, Group, Unclear
from solver.topics.stories.word_problems.story import Story


def unnamed_in_ratio(
    amount: Amount, number: Fraction, name: str, ratio: Sequence[Fraction], *, by_owner: bool
) -> Meaning:
    """So much is divided into so many pieces (`by_owner`: among so many people) in a ratio, in its order."""

    def tell(story: Story) -> None:
        if number != len(ratio) or len(ratio) > len(ORDINALS) or story.groups or not amount.item:
            raise Unclear
        names = [f"{ORDINALS[i]} {name}" for i in range(len(ratio))]
        whole(amount, "", names, ratio, by_owner=by_owner)(story)

    return tell


def others_in_ratio(number: Fraction, name: str, ratio: Sequence[Fraction]) -> Meaning:
    """The parts of a whole that were not spoken of so far are in a ratio; they have no names."""

    def tell(story: Story) -> None:
        group = story.only_group()
        told = len(group.members)
        if group.closed or number != len(ratio) or group.expected != told + number or not told:
            raise Unclear
        names = [f"{ORDINALS[told + i]} {name}" for i in range(len(ratio))]
        if any(story.part(group, n) is not None for n in names):
            raise Unclear
        story.ratio(story.rest(group, names), ratio)

    return tell


def kinds_in_all(number: Fraction) -> Meaning:
    """A whole has so many kinds of parts, and no others."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if group.expected not in (None, number) or group.closed and len(group.members) != number:
            raise Unclear
        group.expected = int(number)

    return tell


def part_measured(name: str, number: Fraction, unit: str) -> Meaning:
    """A part that was named before is so much, in a measure."""

    def tell(story: Story) -> None:
        group = _measured(story, unit)
        key = story.part(group, name)
        if key is None:
            raise Unclear
        story.define(key, number)

    return tell


def whole_or_part_measured(name: str, number: Fraction, unit: str) -> Meaning:
    """So much of what the parts make together, or of one of them where it has that name, in a measure."""

    def tell(story: Story) -> None:
        group = _measured(story, unit)
        if not group.closed or group.whole in story.known:
            raise Unclear
        key, whole = story.part(group, name), f"{group.noun} {group.owner} {group.place}"
        if key is None and not (story.lexicon.is_collective(name) or story.words(name) <= story.words(whole)):
            raise Unclear  # of another thing
        story.define(key or group.whole, number)

    return tell


def _measured(story: Story, unit: str) -> Group:
    """The only whole, of which the amounts are told in this measure."""
    if len(story.groups) != 1 or not story.groups[0].members:
        raise Unclear
    group = story.groups[0]
    if not group.noun:
        group.noun = story.meet(unit)
    if unit not in group.noun.split():
        story.note_unit(group.noun, unit)
    return group


def measure_of_whole(story: Story, group: Group, amount: Amount) -> bool:
    """Tell how much the whole is, where its parts were named and nothing else: "35% of the 800 ml"."""
    if not group.members or group.noun or group.whole in story.known or amount.money or not amount.item:
        return False
    counted = not group.closed and story.lexicon.is_collective(
        amount.item
    )  # "30% of the library's 1000 books"
    if not story.lexicon.is_measure(amount.item) and not counted:
        return False
    note(story, amount)
    group.noun = amount.item if counted else story.meet(amount.item)
    story.define(group.whole, amount.number)
    return True
