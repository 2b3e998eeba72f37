"""What clauses mean about wholes and the parts that they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings.amounts import is_amount, note
from solver.topics.stories.word_problems.meanings.things import Amount, Kind, Meaning, Thing, terms_of
from solver.topics.stories.word_problems.quantities import BUNDLE, MONEY_ITEM, ONE, Group, Key, Unclear
from solver.topics.stories.word_problems.story import Story, Terms


def whole(amount: Amount, owner: str | None = "", parts: Sequence[str] = (), ratio: Sequence[Fraction] = (), *,
          by_owner: bool = False, kinds: int | None = None, place: str = "") -> Meaning:  # fmt: skip
    """So many, which are made of these parts, perhaps in a ratio."""

    def tell(story: Story) -> None:
        note(story, amount)
        if not parts and kinds is None and (known := _told_before(story, amount.item)) is not None:
            story.define(known, amount.number)
            return
        group = new_whole(story, amount.item, owner, parts, by_owner=by_owner)
        group.expected, group.place = kinds, place
        if amount.unit and not amount.money:
            story.note_unit(group.noun, amount.unit)
        story.define(group.whole, amount.number)
        if ratio:
            story.ratio(group.members, ratio)

    return tell


def _told_before(story: Story, item: str) -> Key | None:
    """A part or a whole of this name whose number has not been told."""
    for group in story.groups:
        if group.members and story.words(group.noun) == story.words(item):
            return group.whole
        if (key := story.part(group, item)) is not None:
            return key
    return None


def new_whole(
    story: Story, item: str, owner: str | None, parts: Sequence[str], *, by_owner: bool = False
) -> Group:
    """A whole of an item, and its parts as far as they were named: "40 animals, ducks and geese".

    `by_owner`: the parts are what each owner has, not each kind: "Tom and Ann have 40 marbles".
    """
    holder = story.who(owner) if owner != "" else ""
    noun = story.meet(item)
    key = Key("whole", holder, noun, len(story.groups))
    story.item = noun if noun != MONEY_ITEM else story.item
    return story.group(story.speak(key), parts, by_owner=by_owner)


def same_verb(verb: str, meaning: Meaning) -> Meaning:
    """`meaning`, where what is done with the parts was said of the whole: "planted 240 flowers", "were planted in the ratio"."""

    def tell(story: Story) -> None:
        if any(story.vocabulary[word] < 2 for word in story.words(verb)):
            raise Unclear
        meaning(story)

    return tell


def not_a_part(label: str, meaning: Meaning) -> Meaning:
    """`meaning`, where `label` can't tell a part: "60% are occupied, 180 seats are empty" does not count all seats."""

    def tell(story: Story) -> None:
        told = any(g.members and not g.closed for g in story.groups)
        if told and not all(story.lexicon.says_nothing(word) for word in story.words(label)):
            raise Unclear
        meaning(story)

    return tell


def part_that_is(name: str, label: str, amount: Amount) -> Meaning:
    """So many of the whole are `label`: another part, and the only other one where the two words are opposites."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if not group.members or group.closed or story.words(name) != story.words(group.noun):
            raise Unclear
        story.define(story.member(group, label), amount.number)
        close_opposites(story, group)

    return tell


def close_opposites(story: Story, group: Group) -> None:
    """Boys and girls, empty and occupied seats: two such parts are all there is."""
    if group.closed or len(group.members) != 2:
        return
    noun = story.words(group.noun)
    first, second = (" ".join(sorted(story.words(m.item) - noun)) or m.item for m in group.members)
    if second in (story.lexicon.opposite(first), *story.lexicon.contrary(first)):
        story.close(group)


def whole_is_of(name: str) -> Meaning:
    """The whole of which parts are told is of these: "the numbers of people in design and production"."""

    def tell(story: Story) -> None:
        noun = story.only_group().noun
        if (
            noun
            and noun != MONEY_ITEM
            and not story.lexicon.is_collective(name)
            and not story.words(name) & story.words(noun)
        ):
            raise Unclear

    return tell


def bundle(name: str, amount: Amount) -> Meaning:
    """ "The pens cost $6": all of them."""

    def tell(story: Story) -> None:
        spent = [p.cost for p in story.purchases if p.cost.item and p.cost.item == story.meet(name)]
        if spent and spent[-1] not in story.known:  # "the brushes cost her $18": what was spent on them
            note(story, amount)
            story.define(spent[-1], amount.number)
            return
        is_amount([Thing(name, kind="price")], amount, "price")(story)
        story.units.setdefault(story.meet(name), BUNDLE)

    return tell


def of_parts(owner: str | None, parts: Sequence[str], noun: str = "", *, place: str = "") -> Meaning:
    """There are these parts of a whole (of what is at `place`, or has that name); how many it has may come later."""

    def tell(story: Story) -> None:
        if story.groups:
            if story.groups[-1].members:
                raise Unclear
            for part in parts:
                story.member(story.groups[-1], part)
            story.close(story.groups[-1])
            return
        if story.last is not None and story.last.kind == "count" and story.last in story.known:
            story.group(story.last, parts)  # "300 birds, which are parrots and penguins"
            return
        group = new_whole(story, noun, owner, parts)
        group.loose, group.place = True, place

    return tell


def of_so_many_parts(number: int) -> Meaning:
    """Something has so many parts; what it is of, and how many, is told later."""

    def tell(story: Story) -> None:
        if story.groups or counted_already(story):
            raise Unclear
        new_whole(story, "", "", ()).expected = number

    return tell


def whole_is(amount: Amount) -> Meaning:
    """The parts told before are so many together."""

    def tell(story: Story) -> None:
        if len(story.groups) != 1 or story.groups[0].whole in story.known:
            raise Unclear
        group = story.groups[0]
        note(story, amount)
        if amount.item and any(story.meet(amount.item) in (m.item, m.owner) for m in group.members):
            raise Unclear
        if not group.noun and amount.item:
            story.meet(amount.item)
        story.define(group.whole, amount.number)

    return tell


def counted_already(story: Story) -> bool:
    """Whether it was told already what somebody has, or what there is; then a new whole would be another story."""
    return any(slot[1] for slot in story.ledger)


def base_of_share(story: Story, group: Group, base: Thing | None) -> Terms | None:
    """What a share in a group is of: "1/3 of the rest", "half of the red ones"; None: of the whole.

    Raises:
        Unclear: it is of something that is neither the whole nor a part of it.
    """
    if base is None or base.role == "whole":
        return None
    if base.role == "rest":
        return story.left_over(group)
    if base.role:
        raise Unclear
    noun = story.words(group.noun) | story.words(group.owner)
    said = story.words(base.name)
    key = story.part(group, base.name)
    if key is not None:
        return [(key, ONE)]
    if said and said <= story.words(group.place):
        return None
    if (
        group.noun in ("", MONEY_ITEM)
        or story.lexicon.is_collective(base.name)
        or said <= noun
        or noun & said
        and noun <= said
        or not noun
    ):
        if not group.noun:
            group.noun = story.meet(base.name)
        return None
    raise Unclear


def rest_are(parts: Sequence[str], ratio: Sequence[Fraction] = (), base: Thing | None = None) -> Meaning:
    """These are all that is left of the whole (of what it is, where `base` says that), perhaps in a ratio."""

    def tell(story: Story) -> None:
        group = story.only_group()
        if base is not None and base_of_share(story, group, base) is not None:
            raise Unclear
        keys = story.rest(group, parts)
        if ratio:
            story.ratio(keys, ratio)

    return tell


def in_ratio(
    things: Sequence[Thing], parts: Sequence[Fraction], kind: Kind = "", *, all_parts: bool = False
) -> Meaning:
    """Quantities in a ratio: of a whole told before or later, or of prices, ages, what people have.

    `all_parts`: where no whole was told, these are all of it; else a share of a third part may come behind.
    """

    def tell(story: Story) -> None:
        if kind or any(t.kind or t.owner or t.role for t in things):
            terms = [terms_of(story, [t], kind) for t in things]
            if any(len(t) != 1 for t in terms):
                raise Unclear
            story.ratio([t[0][0] for t in terms], parts)
            return
        if not story.groups and not any(slot[1] and slot[1] != MONEY_ITEM for slot in story.ledger):
            group = new_whole(story, "", "", [t.name for t in things] if all_parts else ())
            for thing in things:
                story.member(group, thing.name)
            group.loose, group.implied = True, not all_parts
            story.ratio(group.members, parts)
            return
        if not story.groups:
            slots = [("", story.meet(t.name)) for t in things]
            if all(
                slot in story.ledger for slot in slots
            ):  # "48 more adults than children, in the ratio 7:3"
                story.ratio([story.balance(slot) for slot in slots], parts)
                return
        group = story.only_group()
        if group.closed:
            found = [story.part(group, t.name) for t in things]
            keys = [k for k in found if k is not None]
        else:
            keys = [story.member(group, t.name) for t in things]
            group.implied = group.shared
        story.ratio(keys, parts)

    return tell


def part_is(part: str, amount: Amount) -> Meaning:
    """A part of the whole has so many."""

    def tell(story: Story) -> None:
        note(story, amount)
        group = story.only_group()
        story.define(story.member(group, part), amount.number)
        group.shared = True

    return tell


def rest_is(amount: Amount) -> Meaning:
    """What is left of the whole is so many."""

    def tell(story: Story) -> None:
        note(story, amount)
        story.relate(story.left_over(story.only_group()), amount.number)

    return tell
