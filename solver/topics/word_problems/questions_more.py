"""What further English questions mean: parts under any of their names, amounts of money, speeds; see `questions`."""

from __future__ import annotations

import re
from fractions import Fraction

from solver.topics.word_problems.english_slots import normal
from solver.topics.word_problems.grammar import Action, Clause
from solver.topics.word_problems.marking import ANY
from solver.topics.word_problems.meanings import plain, subject
from solver.topics.word_problems.meanings_costs import buys_each, cost_of
from solver.topics.word_problems.quantities import MONEY_ITEM, Key, Unclear
from solver.topics.word_problems.questions import ask_money_left
from solver.topics.word_problems.story import Story


def part_or_count(story: Story, name: str, noun: str = "") -> Key:
    """The quantity of things that `name` means: a part of the whole, a kind of ticket that was sold, else a count."""
    for group in story.groups:
        found = [
            m for m in group.members if group.calls(m, name) or (noun and group.calls(m, f"{name} {noun}"))
        ]
        if len(found) == 1:
            return found[0]
    slot = story.slot(story.familiar(name))
    if slot is None or slot[1] == MONEY_ITEM:
        raise Unclear
    return story.balance(slot)


def ask_parts(story: Story, clause: Clause) -> None:
    """How many of these; in w the noun under which they are counted ("how many students chose art")."""
    names = clause.names("l") if clause.text("l") else [clause.name(s) for s in ("x", "y") if clause.text(s)]
    noun = clause.name("w") if clause.text("w") else ""
    if noun and story.groups and story.groups[-1].noun and not story.groups[-1].known_as(noun):
        raise Unclear
    _in_known_place(story, clause)
    for name in names:
        _last_part(story, name)
    keys = [part_or_count(story, name) for name in names]
    if any(key.at for key in keys):
        raise Unclear
    story.ask(*keys)


def _last_part(story: Story, name: str) -> None:
    """Of three kinds two were told: a third name is all that is left."""
    if not story.groups:
        return
    group = story.groups[-1]
    if (
        group.expected
        and not group.closed
        and len(group.members) == group.expected - 1
        and story.member(name) is None
    ):
        story.rest([name])


def _in_known_place(story: Story, clause: Clause) -> None:
    place = clause.owner("a") if clause.text("a") else None
    if place and place in story.heard and story.groups and story.groups[-1].owner not in ("", place):
        raise Unclear


def ask_whole(story: Story, clause: Clause) -> None:
    """How many the whole has, when only parts are told."""
    if len(story.groups) != 1 or story.groups[0].whole in story.known:
        raise Unclear
    noun = clause.name("x") if clause.text("x") else ""
    if noun and not story.groups[0].known_as(noun):
        raise Unclear
    story.ask(story.groups[0].whole)


def ask_parts_difference(sign: int) -> Action:
    """How many more a there are than b."""

    def action(story: Story, clause: Clause) -> None:
        noun = clause.name("x") if clause.text("x") else ""
        if noun and story.groups and story.groups[-1].noun and not story.groups[-1].known_as(noun):
            raise Unclear
        keys = [part_or_count(story, clause.name(s), noun) for s in ("a", "b")]
        if keys[0] == keys[1] or any(key.at for key in keys):
            raise Unclear
        story.ask_combination("difference", [(keys[0], sign), (keys[1], -sign)])

    return action


def ask_money_shared(story: Story, clause: Clause) -> None:
    """How much of the shared money one or several people get."""
    names = clause.names("l") if clause.text("l") else [clause.name("a")]
    keys = [Key("money", story.familiar(name), MONEY_ITEM) for name in names]
    if any(
        (key.owner, MONEY_ITEM) not in story.ledger or story.ledger[(key.owner, MONEY_ITEM)] for key in keys
    ):
        raise Unclear
    story.ask(*keys)


def ask_money_together(story: Story, clause: Clause) -> None:
    """The money of all of them; nobody has spent or got any."""
    slots = [s for s in story.ledger if s[1] == MONEY_ITEM]
    if clause.text("l"):
        slots = [(story.familiar(name), MONEY_ITEM) for name in clause.names("l")]
    if len(slots) < 2 or any(story.ledger.get(slot) != 0 for slot in slots):
        raise Unclear
    story.ask_combination("total", [(story.balance(slot), 1) for slot in slots])


def ask_left_after(story: Story, clause: Clause) -> None:
    """What is left after a purchase that only the question tells."""
    if not story.purchases:
        if clause.text("l"):
            story.buy(subject(story, clause), plain(story, clause))
        else:
            buys_each(story, clause)
    elif clause.text("l") or len(story.purchases) > 1:
        raise Unclear
    ask_money_left(story, clause)


def ask_each_gets(story: Story, clause: Clause) -> None:
    """How much each of them gets."""
    if not story.groups or not story.groups[-1].closed or not story.groups[-1].by_owner:
        raise Unclear
    story.ask(*story.groups[-1].members)


def ask_costs(story: Story, clause: Clause) -> None:
    """What an amount of things costs: "2 pens and a book", "the shoes and the shirt", "one of each" (nothing in b)."""
    before = list(story.priced)
    if re.search(r"(?:and|,) (?:the (?:price|cost) of|of|for) ", clause.text("b")):
        raise Unclear  # each price is asked for
    if clause.text("b"):
        terms = cost_of(story, clause, "b")
    else:
        terms = [(story.price_key(item), Fraction(1)) for item in before]
        said = [clause.context.marked.mark(letter).value for letter in re.findall(ANY, clause.match[0])]
        said += [Fraction(2)] * bool(re.search(r"\bboth\b", clause.match[0], re.IGNORECASE))
        if any(number != len(terms) for number in said):
            raise Unclear
    if any(key.item not in before for key, _ in terms) or (not clause.text("b") and len(terms) < 2):
        raise Unclear
    if len(terms) == 1 and terms[0][1] == 1:
        story.ask(terms[0][0])
    else:
        story.ask_combination("spent", terms)


def ask_each_of(story: Story, clause: Clause) -> None:
    """The prices of several things, each for itself: "the price of a pen and of a notebook"."""
    keys = []
    for text in clause.context.grammar.split_names(clause.text("l") or clause.text("x")):
        keys.append(_price(story, normal(text)))
    if len(set(keys)) != len(keys):
        raise Unclear
    story.ask(*keys)


def _price(story: Story, name: str) -> Key:
    if name not in story.priced:
        # "per kg of apples and of bananas": the measure is said once
        found = [
            item for item in story.priced if " of " in item and normal(item.partition(" of ")[2]) == name
        ]
        found = found or [
            item for item in story.priced if f"{name} ticket" == item or name == f"{item} ticket"
        ]
        name = found[0] if len(found) == 1 else story.familiar(name)
    if name not in story.priced:
        raise Unclear
    return Key("price", "", name)


def ask_costs_difference(sign: int) -> Action:
    """How much more a costs than b, where both are amounts of things."""

    def action(story: Story, clause: Clause) -> None:
        before = list(story.priced)
        left, right = cost_of(story, clause, "a"), cost_of(story, clause, "b")
        if any(key.item not in before for key, _ in [*left, *right]):
            raise Unclear
        terms = [*((k, sign * n) for k, n in left), *((k, -sign * n) for k, n in right)]
        if len({k for k, _ in terms}) != len(terms):
            raise Unclear
        story.ask_combination("difference", terms)

    return action


def ask_all_ages(story: Story, clause: Clause) -> None:
    """How old each of them is, in the order of the problem."""
    ages = list(dict.fromkeys(key for r in story.relations for key in r.terms if key.kind == "age"))
    if len(ages) < 2:
        raise Unclear
    story.ask(*ages)


def ask_ages(story: Story, clause: Clause) -> None:
    """How old these are."""
    keys = [Key("age", story.familiar(name)) for name in clause.names("l")]
    if not all(any(key in r.terms for r in story.relations) for key in keys):
        raise Unclear
    story.ask(*keys)


def ask_speeds(story: Story, clause: Clause) -> None:
    """The speeds named, in the order asked."""
    story.ask(*(Key("speed", "", _mover(story, clause, slot)) for slot in ("a", "b") if clause.text(slot)))


def _mover(story: Story, clause: Clause, slot: str) -> str:
    name = clause.name(slot)
    name = "current" if name in ("stream", "river", "water") else name
    if name not in story.heard:
        raise Unclear
    return name


def ask_both_speeds(story: Story, clause: Clause) -> None:
    """Both speeds, of the boat first."""
    keys = list(dict.fromkeys(key for r in story.relations for key in r.terms if key.kind == "speed"))
    if len(keys) != 2:
        raise Unclear
    story.ask(*keys)
