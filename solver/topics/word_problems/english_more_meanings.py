"""What the clauses of `english_more` mean; see `meanings`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.word_problems import meanings_shares as shares
from solver.topics.word_problems.english_slots import normal
from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.meanings import money, plain, subject
from solver.topics.word_problems.meanings_costs import tenders
from solver.topics.word_problems.quantities import MONEY_ITEM, Group, Key, Unclear
from solver.topics.word_problems.questions import ask_change
from solver.topics.word_problems.questions_more import ask_parts
from solver.topics.word_problems.solving import reduce
from solver.topics.word_problems.story import Story
from solver.topics.word_problems.wording import singular

TENS, ONES, NUMBER, SWAPPED = "the tens digit", "the units digit", "the number", "the new number"
_STAFF: Final = frozenset({"person", "people", "staff", "employee", "worker", "member", "staff member"})
_SHORT: Final = {
    "milliliter": "ml", "millilitre": "ml", "gram": "g", "kilogram": "kg", "litre": "l", "liter": "l", "tonne": "t", "ton": "t",
    "meter": "m", "metre": "m",
}  # fmt: skip


def _unit(clause: Clause) -> str:
    unit = singular(clause.text("u"))
    return _SHORT.get(unit, unit)


# -- measures made of parts, departments ----------------------------------------------------------------


def measured(story: Story, clause: Clause) -> None:
    """So many ml (g, kg) of a whole that is made of these."""
    if story.groups or story.ledger:
        raise Unclear
    noun, names = clause.name("x") if clause.text("x") else "", clause.names("l")
    if noun in names:
        raise Unclear
    story.group(None, names, clause.number("n"), noun, _unit(clause))


def ask_measured(story: Story, clause: Clause) -> None:
    """How many ml (g, kg) of these parts."""
    if not story.groups or not story.groups[-1].closed:
        raise Unclear
    units = {story.units.get(member.item, "") for member in story.groups[-1].members}
    if len(units) != 1 or units == {""} or (clause.text("u") and units != {_unit(clause)}):
        raise Unclear
    ask_parts(story, clause)


def has_sorts(story: Story, clause: Clause) -> None:
    """ "A company has three departments": a whole of so many parts; what is counted is said later."""
    number = clause.number("k")
    if story.groups or story.ledger or not 2 <= number <= 9:
        raise Unclear
    names = clause.names("l") if clause.text("l") else []
    if names and len(names) != number:
        raise Unclear
    story.group(None, names, None, "")
    story.groups[-1].expected = int(number)


def _counts(story: Story, group: Group, noun: str) -> None:
    """What the whole counts has this name."""
    if not group.noun:
        group.noun = story.meet(noun)
    elif not group.known_as(noun) and not {noun, group.noun} <= _STAFF:
        raise Unclear


def _open(story: Story, noun: str) -> Group:
    if not story.groups and not story.ledger and noun:
        story.group(None, [], None, noun)
    story.begin_group()
    if noun:
        _counts(story, story.groups[-1], noun)
    return story.groups[-1]


def share_in(story: Story, clause: Clause) -> None:
    """ "3/10 of the staff work in sales"."""
    if not story.groups and not story.ledger and not clause.text("w"):
        raise Unclear
    group = _open(story, clause.name("w") if clause.text("w") else "")
    if not clause.text("w") and group.shared and not group.closed and not group.expected:
        raise Unclear
    story.share(clause.name("x"), clause.number("f"))


def rest_in(story: Story, clause: Clause) -> None:
    shares.rest(story, clause)


def ratio_in(story: Story, clause: Clause) -> None:
    """ "The numbers of people in design and production are in the ratio 2:5"."""
    _open(story, clause.name("w"))
    names = clause.names("l") if clause.text("l") else [clause.name("a"), clause.name("b")]
    story.ratio(names, clause.numbers("r"))


def more_in(sign: int) -> Action:
    """ "90 more people in production than in design": both are parts that were told."""

    def action(story: Story, clause: Clause) -> None:
        keys = _told(story, clause, ("a", "b"))
        story.relate([(keys[0], 1), (keys[1], -1)], sign * clause.number("n"))

    return action


def _told(story: Story, clause: Clause, slots: tuple[str, ...]) -> list[Key]:
    if not story.groups:
        raise Unclear
    _counts(story, story.groups[-1], clause.name("x"))
    keys = [story.member(clause.name(slot)) for slot in slots]
    found = [key for key in keys if key is not None]
    if len(found) != len(slots) or len(set(found)) != len(found):
        raise Unclear
    return found


def so_many_in(story: Story, clause: Clause) -> None:
    """ "There are 60 people in design"."""
    story.define(_told(story, clause, ("a",))[0], clause.number("n"))


def ask_in(story: Story, clause: Clause) -> None:
    """How many people are in one of the parts."""
    story.ask(*_told(story, clause, ("a",)))


def ask_staff(story: Story, clause: Clause) -> None:
    """How many the whole has, by one of its names."""
    if len(story.groups) != 1 or story.groups[0].whole in story.known:
        raise Unclear
    group = story.groups[0]
    if not group.noun:
        raise Unclear
    _counts(story, group, clause.name("x"))
    story.ask(group.whole)


# -- charges for groups, whole bills --------------------------------------------------------------------


def _tickets(story: Story, clause: Clause) -> list[tuple[Fraction, str]]:
    return [(n, name if name.endswith("ticket") else f"{name} ticket") for n, name in plain(story, clause)]


def charged(story: Story, clause: Clause) -> None:
    """ "A museum charges 5 students and 2 teachers 66 euros": the prices of tickets."""
    if story.purchases or story.ledger or story.groups:
        raise Unclear
    lines = _tickets(story, clause)
    if len(lines) < 2:
        raise Unclear
    story.costs(lines, money(story, clause))


def charged_too(story: Story, clause: Clause) -> None:
    """ "… and 8 students and 3 teachers 103 euros"."""
    lines = _tickets(story, clause)
    if not lines or any(name not in story.priced for _, name in lines):
        raise Unclear
    charged(story, clause)


def _all_spent(story: Story, clause: Clause) -> None:
    """What one buyer paid for everything, where only the last cost is open."""
    determined, _ = reduce(story.relations)
    costs = [p.cost for p in story.purchases]
    if len(costs) < 2 or len({p.owner for p in story.purchases}) != 1:
        raise Unclear
    if costs[-1] in determined or any(cost not in determined for cost in costs[:-1]):
        raise Unclear
    story.relate([(cost, 1) for cost in costs], money(story, clause))


def buys_to_total(story: Story, clause: Clause) -> None:
    """ "After also buying a hairband she had spent $64 altogether"."""
    if not story.purchases:
        raise Unclear
    owner = subject(story, clause)
    story.buy(owner, plain(story, clause))
    _all_spent(story, clause)


def spent_in_all(story: Story, clause: Clause) -> None:
    """ "In total she spent $72", after several purchases."""
    owner = subject(story, clause) if clause.text("a") else None
    if owner and story.purchases and story.meet(owner) != story.purchases[-1].owner:
        raise Unclear
    _all_spent(story, clause)


def ask_change_from(story: Story, clause: Clause) -> None:
    """How much change somebody gets from $50."""
    if any(slot[1] == MONEY_ITEM and story.known & {Key("money", *slot, 0)} for slot in story.ledger):
        raise Unclear
    tenders(story, clause)
    ask_change(story, clause)


def ask_measure_of_each(story: Story, clause: Clause) -> None:
    """The price of one kg of each."""
    said = re.search(r"\b(?:one|a) (\S+) of each", clause.match[0].lower())
    unit = normal(f"{said[1]} of x").partition(" of ")[0] if said else ""
    if len(story.priced) < 2 or any(item.partition(" of ")[0] != unit for item in story.priced):
        raise Unclear
    story.ask(*(Key("price", "", item) for item in story.priced))


# -- the digits of a number -----------------------------------------------------------------------------


def _digits(story: Story, clause: Clause) -> tuple[Key, Key]:
    """The two digits; the number is made of them."""
    for slot in ("k", "j"):
        if clause.text(slot) and clause.number(slot) != 2:
            raise Unclear
    tens, ones, number = (Key("number", "", name) for name in (TENS, ONES, NUMBER))
    if NUMBER not in story.heard:
        if not (clause.text("k") or clause.text("j")) or story.relations:
            raise Unclear
        story.heard += [TENS, ONES, NUMBER]
        story.relate([(number, 1), (tens, -10), (ones, -1)], given=False)
    return tens, ones


def digit_sum(story: Story, clause: Clause) -> None:
    tens, ones = _digits(story, clause)
    story.relate([(tens, 1), (ones, 1)], clause.number("n"))


def digits_differ(sign: int, *, swap: bool = False) -> Action:
    """The tens digit is n more than the units digit (or v times it)."""

    def action(story: Story, clause: Clause) -> None:
        left, right = _digits(story, clause)
        if swap:
            left, right = right, left
        times = clause.number("v") if clause.text("v") else Fraction(1)
        story.relate([(left, 1), (right, -times)], sign * clause.number("n") if sign else 0)

    return action


def swapped(sign: int) -> Action:
    """With the digits in the other order, the number is n more."""

    def action(story: Story, clause: Clause) -> None:
        tens, ones = _digits(story, clause)
        number, new = Key("number", "", NUMBER), Key("number", "", SWAPPED)
        if SWAPPED in story.heard:
            raise Unclear
        story.heard.append(SWAPPED)
        story.relate([(new, 1), (ones, -10), (tens, -1)], given=False)
        story.relate([(new, 1), (number, -1)], sign * clause.number("n"))

    return action


def ask_number(story: Story, clause: Clause) -> None:
    """Which number has these digits."""
    if clause.text("k") and clause.number("k") != 2:
        raise Unclear
    determined, _ = reduce(story.relations)
    tens, ones = (determined.get(Key("number", "", name)) for name in (TENS, ONES))
    if tens is None or ones is None or tens.denominator != 1 or ones.denominator != 1:
        raise Unclear
    if not (1 <= tens <= 9 and 0 <= ones <= 9):
        raise Unclear
    story.ask(Key("number", "", NUMBER))
