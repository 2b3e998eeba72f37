"""What follows when a story has been told: which parts make up a whole, legs by heads, takings by tickets.

Every number of a problem has to be used; a whole that no clause ties to its parts is tied to them here, where there is
only one way to do it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems.products import resolve
from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Group, Key, Relation, Unclear
from solver.topics.stories.word_problems.solving import reduce
from solver.topics.stories.word_problems.story import Story, Terms


def settle(story: Story) -> None:
    """Add the relations that the whole text implies.

    Raises:
        Unclear: there is more than one way, or none.
    """
    _nameless_buyer(story)
    for group in story.groups:
        _opposite_too(story, group)
        _close(story, group)
    resolve(story)
    _costs_before_counts(story)
    _common_rates(story)
    for item in _counted_by_rates(story):
        _total(story, item)
    _loose_whole(story)


def _nameless_buyer(story: Story) -> None:
    """Who bought, or had money, before a name was told is the only one who had some, or bought.

    "After buying a drum for $75, how much of her $140 does Ella have"; "her mother gave her $70. Hannah bought …".
    """
    nobody = ("", MONEY_ITEM)
    holders = [s for s in story.ledger if s[1] == MONEY_ITEM and s != nobody]
    if nobody not in story.ledger or len(holders) != 1:
        return
    with_money = [s for s in (nobody, *holders) if Key("money", *s, 0) in story.known]
    spent = [s for s in (nobody, *holders) if story.ledger[s]]
    if len(with_money) != 1 or len(spent) != 1 or with_money == spent:
        return
    name = holders[0][0]
    story.ledger[holders[0]] = story.ledger.pop(nobody) + story.ledger[holders[0]]
    story.relations = [
        Relation({_owned(k, name): c for k, c in r.terms.items()}, r.constant, r.given, r.after)
        for r in story.relations
    ]
    story.known = {_owned(key, name) for key in story.known}
    story.purchases = [replace(p, owner=p.owner or name, cost=_owned(p.cost, name)) for p in story.purchases]


def _owned(key: Key, name: str) -> Key:
    return key._replace(owner=name) if key.kind in ("money", "cost") and not key.owner else key


def _close(story: Story, group: Group) -> None:
    if group.closed or not group.members:
        return
    if group.expected and len(group.members) != group.expected:
        raise Unclear
    if len(group.members) > 1 and (not group.shared or group.implied or len(group.members) == group.expected):
        story.close(group)


def _opposite_too(story: Story, group: Group) -> None:
    """ "3/5 of the students are girls. There are 16 boys": the boys are the other part."""
    if group.closed or group.expected or len(group.members) != 1:
        return
    opposite = story.lexicon.opposite(group.members[0].item)
    counted = Key("count", "", opposite or "")
    if opposite and counted in story.known and not any(counted in g.members for g in story.groups):
        group.members.append(counted)
        story.close(group)


def _costs_before_counts(story: Story) -> None:
    """Where a cost is told, how many were bought matters only for prices."""
    spent = {p.cost for p in story.purchases} & story.known
    story.relations = [
        Relation(r.terms, r.constant, given=False) if _is_bill(r, spent) else r for r in story.relations
    ]


def _is_bill(relation: Relation, spent: set[Key]) -> bool:
    """Whether a relation says that a cost which is told is the sum of prices."""
    keys = set(relation.terms)
    return len(keys & spent) == 1 and len(keys) > 1 and all(k.kind == "price" for k in keys - spent)


def _common_rates(story: Story) -> None:
    """Legs of animals, wheels of cars: what everybody knows, where the problem counts it and does not say it."""
    if MONEY_ITEM in story.totals and not story.priced:
        cents = 100 if "dollar" in story.currency else 1
        for name in list(story.heard):
            if (value := story.lexicon.common(name, "cent")) is not None:
                story.relate([(story.rate(name), 1)], Fraction(value, cents), given=False)
    for slot in list(story.ledger):
        if slot[1] == MONEY_ITEM or any(item == slot[1] for _, item in story.rates):
            continue
        for name in list(story.heard):
            number = story.lexicon.common(name, slot[1])
            if number is not None:
                key = story.rate(name, slot[1])
                story.relate([(key, 1)], number, given=False)


def _counted_by_rates(story: Story) -> list[str]:
    items = list(dict.fromkeys(item for _, item in story.rates))
    found = [i for i in items if any(s[1] == i for s in story.ledger) or i in story.totals]
    return [*found, MONEY_ITEM] if MONEY_ITEM in story.totals else found


def _total(story: Story, item: str) -> None:
    """total = Σ rate · count, over everything that has a rate for the item."""
    if item == MONEY_ITEM:
        rates = {name: Key("price", "", name) for name in story.priced}
    else:
        rates = {container: key for (container, i), key in story.rates.items() if i == item}
    told = story.totals.get(item)
    total = told if told is not None else story.balance(story.slot(item, create=False))
    values = reduce(story.relations)[0]
    if any(rate not in values for rate in rates.values()):
        raise Unclear
    terms: Terms = [(_how_many(story, container), values[rate]) for container, rate in rates.items()]
    if not terms or any(key == total for key, _ in terms):
        raise Unclear
    story.relate([(total, ONE), *((story.speak(key), -value) for key, value in terms)])
    story.settle(set(rates.values()))


def price_total(story: Story) -> None:
    """Ask for what all that has a price and is counted comes to."""
    if MONEY_ITEM in story.totals or not story.priced:
        raise Unclear
    story.totals[MONEY_ITEM] = story.fresh("spent")
    _total(story, MONEY_ITEM)
    if any(
        k not in story.known and story.value(k) is None
        for k in story.relations[-1].terms
        if k != story.totals[MONEY_ITEM]
    ):
        raise Unclear
    story.ask(story.totals[MONEY_ITEM])


def _how_many(story: Story, container: str) -> Key:
    for group in story.groups:
        if (key := story.part(group, container)) is not None:
            return key
    return story.balance(story.slot(container))


def _loose_whole(story: Story) -> None:
    """A number that nothing else uses is how many the parts are together, where its name is that of them all."""
    loose = [g for g in story.groups if g.loose and g.whole not in story.known]
    parts = _unbound(story)
    alone = [k for k in _alone(story) if k not in parts]
    if len(loose) == 1:
        wholes = [k for k in alone if _whole_of(story, k, loose[0].members)]
        if len(wholes) == 1 and loose[0].whole not in story.asked:
            story.relate([(loose[0].whole, 1), (wholes[0], -1)], given=False)
        return
    wholes = [k for k in alone if _whole_of(story, k, parts)]
    if any(k in g.members and g.whole not in wholes for g in story.groups for k in parts):
        return  # parts of another whole
    if len(wholes) == 1 and len(parts) > 1:
        group = next((g for g in story.groups if g.whole == wholes[0]), None)
        if group is None or not group.members:
            story.relate([(wholes[0], 1), *((k, -1) for k in parts)], given=False)


def _alone(story: Story) -> list[Key]:
    """Counts that are told by a number and used by nothing else."""
    return [
        k
        for k in dict.fromkeys(k for r in story.relations for k in r.terms)
        if k.kind in ("count", "whole")
        and sum(k in r.terms for r in story.relations) == 1
        and k in story.known
    ]


def _unbound(story: Story) -> list[Key]:
    """Counts that are not determined, but compared or weighed with others."""
    values = reduce(story.relations)[0]
    keys = dict.fromkeys(k for r in story.relations for k in r.terms)
    members = {m for g in story.groups if g.closed for m in g.members}
    return [k for k in keys if k.kind == "count" and k not in values and k not in members]


def _whole_of(story: Story, key: Key, parts: list[Key]) -> bool:
    """Whether a name is that of all these parts: a word that they share, or one for things of any name."""
    name = key.item or key.owner
    said = story.words(name)
    shared = all(said & (story.words(p.item) | story.words(p.owner)) for p in parts)
    return bool(parts) and (
        shared or story.lexicon.is_collective(name) or all(p.item == key.item for p in parts)
    )
