"""What English clauses mean that tell a whole and its parts, however these are named; see `meanings_parts`."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from solver.topics.word_problems import meanings_parts as parts
from solver.topics.word_problems.english_slots import normal
from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import money, subject
from solver.topics.word_problems.quantities import MONEY_ITEM, Key, Unclear, ends_with
from solver.topics.word_problems.questions import COLLECTIVE, OPPOSITE
from solver.topics.word_problems.story import Story
from solver.topics.word_problems.wording import singular

_PLURALS = ("fish", "sheep", "deer")


def _full_names(names: list[str], clause: Clause) -> list[str]:
    """The members of a list; "red, blue and green marbles" are three kinds of marbles where the problem says so."""
    head = names[-1].rpartition(" ")[2]
    if " " not in names[-1] or any(" " in name for name in names[:-1]):
        return names
    text = clause.context.marked.text.lower()
    spoken = any(re.search(rf"\b{re.escape(name)} {re.escape(head)}", text) for name in names[:-1])
    return [f"{name} {head}" for name in names[:-1]] + names[-1:] if spoken else names


def whole(story: Story, clause: Clause) -> None:
    """A whole with its parts (in l), or with only the number of them (in k)."""
    if story.groups:
        raise Unclear
    noun = clause.name("x") if clause.text("x") else ""
    if noun and clause.text("l") and singular(clause.text("x")) == clause.text("x") and noun not in _PLURALS:
        raise Unclear  # "120 red, green and blue pencils": no noun
    names = _full_names(clause.names("l"), clause) if clause.text("l") else []
    if len(names) > 2 and names[0] in COLLECTIVE and not noun:
        noun, names = names[0], names[1:]
    if not names and not clause.text("k"):
        story.has(clause.owner("a") or "", clause.number("n"), noun)
        return
    if noun in names:
        raise Unclear
    if names and not noun and len({name.rpartition(" ")[2] for name in names}) == 1 and " " in names[0]:
        noun = names[0].rpartition(" ")[2]
    story.group(clause.owner("a") if clause.text("a") else None, names, clause.number("n"), noun)
    if clause.text("k"):
        story.groups[-1].expected = int(clause.number("k"))


def prize(story: Story, clause: Clause) -> None:
    """An amount of money that people share."""
    names = clause.names("l") if clause.text("l") else []
    _shared(story, clause, names, money(story, clause), MONEY_ITEM)


def shared_out(story: Story, clause: Clause) -> None:
    """Things that people (or places) share."""
    _shared(story, clause, clause.names("l"), clause.number("n"), clause.name("x"))


def _shared(story: Story, clause: Clause, names: list[str], number: Fraction, noun: str) -> None:
    if story.groups or story.ledger:
        raise Unclear
    # three friends whose names come later: the whole is open
    story.group(None, names, number, noun, by_owner=True)
    if clause.text("k"):
        story.groups[-1].expected = int(clause.number("k"))
    if clause.text("r"):
        story.ratio(names, clause.numbers("r"))


def share(story: Story, clause: Clause) -> None:
    """A part is a fraction of the whole; where no whole was counted, "of the cars" names it."""
    named = clause.name("w") if clause.text("w") else ""
    counted = [s for s in story.ledger if s[1] and s[1] != MONEY_ITEM]
    if clause.text("n"):
        if story.groups or story.ledger:
            raise Unclear
        story.has("", clause.number("n"), named)
    elif named and not story.groups and not counted:
        story.group(None, [], None, named)
    story.begin_group()
    group = story.groups[-1]
    of_them = re.search(r"\bof (?:them|these)\b", clause.match[0], re.IGNORECASE)
    if of_them and group.shared and not group.closed and not group.expected:
        raise Unclear  # "of them": of the whole, or of the part before?
    if named and story.member(named) is None and not group.known_as(named):
        if group.noun not in ("", MONEY_ITEM) or (not group.closed and group.noun == ""):
            raise Unclear
        group.noun = group.noun or story.meet(named)
    if named and group.known_as(named) or (named and group.noun == MONEY_ITEM):
        named = ""
    story.share(clause.name("x"), clause.number("f"), named)


def share_of_rest(story: Story, clause: Clause) -> None:
    """A part is a fraction of what the parts before it leave."""
    story.begin_group()
    group = story.groups[-1]
    name = clause.name("x")
    told = [key for key in group.members if any(key in r.terms for r in story.relations if r.given)]
    key = story.part(name)
    if not told or key in told:
        raise Unclear
    group.shared = True
    fraction = clause.number("f")
    story.relate([(key, 1), (group.whole, -fraction), *((k, fraction) for k in told)])


def part_is(story: Story, clause: Clause) -> None:
    """A part has so many; without "of them" it must be a part that was told before."""
    of_them = re.search(r"\bof (?:them|these|those|the)\b", clause.match[0], re.IGNORECASE)
    if not story.groups and not of_them:
        raise Unclear
    if story.groups and not of_them and story.member(clause.name("x")) is None:
        raise Unclear
    story.begin_group()
    story.part_is(clause.name("x"), clause.number("n"))


def part_gets(story: Story, clause: Clause) -> None:
    """Somebody gets so much of the money that is shared."""
    if not story.groups or story.groups[-1].noun != MONEY_ITEM:
        raise Unclear
    story.part_is(clause.name("x"), money(story, clause))


def rest(story: Story, clause: Clause) -> None:
    """These are all that is left, perhaps in a ratio."""
    story.begin_group()
    group = story.groups[-1]
    said = re.search(
        r"\b(?:other|remaining|rest of the) ((?:[a-z-]+ ?){1,3}?)(?: (?:in|on|at) |$)", clause.text("s")
    )
    if said and said[1] not in ("ones", "one"):
        noun = normal(said[1])
        if not group.known_as(noun) and group.noun not in ("", MONEY_ITEM):
            raise Unclear
        group.noun = group.noun or noun
    names = clause.names("l") if clause.text("l") else [clause.name("a"), clause.name("b")]
    story.rest(names)
    if clause.text("r"):
        story.ratio(names, clause.numbers("r"))
    elif clause.text("even"):
        story.ratio(names, [Fraction(1)] * len(names))


def ratio(story: Story, clause: Clause) -> None:
    """Counts in a ratio; where nothing was counted before, they are the parts of a whole that may be told later."""
    names = (
        clause.names("l") if clause.text("l") else [clause.name(s) for s in ("a", "b", "c") if clause.text(s)]
    )
    if not story.groups and not story.ledger:
        names = _full_names(names, clause)
        if len(names) != len(clause.numbers("r")):
            raise Unclear
        head = names[-1].rpartition(" ")
        story.group(None, names, None, head[2] if head[0] else "")
        story.groups[-1].loose = True
    story.ratio(names, clause.numbers("r"))


def whole_of_ratio(story: Story, clause: Clause) -> None:
    """How many all parts of a ratio are together."""
    if len(story.groups) != 1 or not story.groups[0].loose or story.groups[0].whole in story.known:
        raise Unclear
    group = story.groups[0]
    if clause.text("l"):
        if {story.member(name) for name in _full_names(clause.names("l"), clause)} != set(group.members):
            raise Unclear
    elif clause.text("x"):
        noun = clause.name("x")
        parts = [member.item for member in group.members]
        if noun in parts or not (
            noun in COLLECTIVE or group.known_as(noun) or all(ends_with(p, noun) for p in parts)
        ):
            raise Unclear
        group.noun = story.meet(noun)
    story.define(group.whole, clause.number("n"))


def more_of(sign: int) -> Action:
    """ "6 more girls than boys" among pupils that were counted: girls and boys are all of them."""

    def action(story: Story, clause: Clause) -> None:
        names = [clause.name("a"), clause.name("b")]
        if clause.text("k") and not story.ledger:
            story.has("", clause.number("k"), clause.name("x"))
        if story.groups or not any({*names} == {*pair} for pair in OPPOSITE):
            raise Unclear
        story.begin_group()
        if story.groups[-1].noun not in COLLECTIVE:
            raise Unclear
        keys = [story.part(name) for name in names]
        story.close_last()
        times = clause.number("v") if clause.text("v") else Fraction(1)
        story.relate([(keys[0], 1), (keys[1], -times)], sign * clause.number("n") if sign else 0)

    return action


def heads(table: Callable[[str], int | None]) -> Action:
    """So many in all, of the kinds named so far."""

    def action(story: Story, clause: Clause) -> None:
        names = [name for name in story.heard if table(name)]
        if story.groups or len(names) < 2:
            raise Unclear
        story.group(None, names, clause.number("n"))

    return action


def mixed(story: Story, clause: Clause) -> None:
    """ "12 tickets for $78", where there are two kinds of tickets with prices."""
    noun = clause.name("x")
    if len(story.priced) < 2 or story.purchases or not all(ends_with(item, noun) for item in story.priced):
        raise Unclear
    parts.sells_for(story, clause)


def for_every(story: Story, clause: Clause) -> None:
    """ "For every 3 boys there are 2 girls"."""
    story.ratio([clause.name("a"), clause.name("b")], [clause.number("n"), clause.number("m")])


def coins(table: Callable[[str], int | None]) -> Action:
    """So many coins of these kinds, perhaps with what they are worth."""

    def action(story: Story, clause: Clause) -> None:
        names = clause.names("l")
        if story.groups or story.legs or not all(table(name) for name in names):
            raise Unclear
        if clause.text("a"):
            subject(story, clause)
        for name in names:
            story.meet(name)
        if clause.text("n"):
            story.group(None, names, clause.number("n"))
        if clause.text("m"):
            coins_worth(table)(story, clause)

    return action


def coins_worth(table: Callable[[str], int | None]) -> Action:
    """What the coins are worth, in cents."""

    def action(story: Story, clause: Clause) -> None:
        amount = money(story, clause)
        story.legs = {name: value for name in story.heard if (value := table(name))}
        unit = clause.mark("m").unit
        if story.leg_total is not None or len(story.legs) < 2 or unit not in ("dollar", "cent"):
            raise Unclear
        story.leg_total = amount * (100 if unit == "dollar" else 1)

    return action


def coins_counted(table: Callable[[str], int | None]) -> Action:
    """So many coins, of the kinds named before."""

    def action(story: Story, clause: Clause) -> None:
        names = [name for name in story.heard if table(name)]
        if story.groups or len(names) < 2:
            raise Unclear
        story.group(None, names, clause.number("n"))

    return action


def _ages(story: Story, clause: Clause) -> list[Key]:
    keys = [Key("age", story.who(re.sub("'(?:s age|s)?$", "", name))) for name in clause.names("l")]
    if len(set(keys)) != len(keys):
        raise Unclear
    return keys


def ages_of(story: Story, clause: Clause) -> None:
    story.relate([(key, 1) for key in _ages(story, clause)], clause.number("n"))


def money_compared(sign: int) -> Action:
    """One person has so much more money than another."""

    def action(story: Story, clause: Clause) -> None:
        owner, other = subject(story, clause), clause.owner("b")
        if other is None:
            raise Unclear
        left, right = story.meet(owner) if owner else story.owner, story.meet(other)
        if not left or left == right or not any((n, MONEY_ITEM) in story.ledger for n in (left, right)):
            raise Unclear
        keys = [story.balance((name, MONEY_ITEM)) for name in (left, right)]
        if any(key.at for key in keys):
            raise Unclear
        story.owners += [name for name in (left, right) if name not in story.owners]
        times = clause.number("v") if clause.text("v") else Fraction(1)
        story.relate([(keys[0], 1), (keys[1], -times)], sign * money(story, clause) if sign else 0)

    return action
