"""What clauses of a tale mean: facts and rates with the numbers and comparisons that were read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Unclear
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.tales.tale import Fact, Tale
from solver.topics.stories.word_problems.tales.telling_parts import (
    give_each,
    sell_all,
    split_equally,
    tell_part,
)
from solver.topics.stories.word_problems.tales.telling_rates import moment, place, tell_rate, tell_rated
from solver.topics.stories.word_problems.tales.telling_values import (
    item_of,
    known_fact,
    tell_price,
    tell_value,
)
from solver.topics.stories.word_problems.tales.values import (
    SAME,
    AgeAt,
    Change,
    Clause,
    GiveEach,
    Mod,
    Np,
    Part,
    Rate,
    Scene,
    SellAll,
    Split,
)
from solver.topics.stories.word_problems.tales.words import STATE, unit_of
from solver.topics.stories.word_problems.wording import pluralised


def tell(
    value: Clause | Rate | GiveEach | Split | Part | AgeAt | SellAll | Change | Scene,
) -> Callable[[Story], None]:
    """What a clause tells a story, which is a tale."""

    def meaning(story: Story) -> None:
        assert isinstance(story, Tale)
        match value:
            case Clause():
                _clause(story, value)
            case Rate():
                tell_rate(story, value)
            case Split():
                split_equally(story, value)
            case Part():
                tell_part(story, value)
            case AgeAt():
                who = story.person(value.who)
                later = story.tally("age", f"age of {who} then")
                story.define(later, value.age)
                told = [f for f in story.said("age") if f.who == who and story.value(f.key) is None]
                fact = told[0] if told else story.fact(who, "be", "age")
                story.relate([(fact.key, ONE), (later, Fraction(-1))], -value.years)
            case GiveEach():
                give_each(story, value)
            case SellAll():
                sell_all(story, value)
            case Change():
                story.factors.append((value.factor, value.what))
            case Scene():
                _scene(story, value)

    return meaning


def _scene(tale: Tale, scene: Scene) -> None:
    """A scene may name whom the tale is about."""
    if scene.opening and (tale.facts or tale.ratings):
        raise Unclear
    for word in scene.words:
        if word:
            tale.subject = tale.person(word)


def _clause(tale: Tale, clause: Clause) -> None:
    if clause.all_of:
        for name in clause.all_of:
            tale.person(name)
        if any(m.kind == "each" for np in clause.objects for m in np.mods):
            for name in clause.all_of:
                objects = tuple(
                    replace(np, mods=tuple(m for m in np.mods if m.kind != "each")) for np in clause.objects
                )
                _clause(tale, replace(clause, who=name, all_of=(), objects=objects))
            return
    who = tale.person(clause.who)
    receiver = tale.person(clause.receiver) if clause.receiver else ""
    if clause.who and clause.who != SAME:
        tale.subject = who
    if receiver and receiver == who:
        raise Unclear
    if receiver and _is_received(tale, who, receiver, clause):
        who, receiver, clause = receiver, "", replace(clause, verb="get")
    if not clause.who and clause.verb in ("lose", "get"):
        holders = {f.who for f in tale.facts for np in clause.objects if f.item == (np.item or tale.item)}
        who = holders.pop() if len(holders) == 1 else who
    tale.subject = who if clause.who else tale.subject
    for np in clause.objects:
        tags = (*clause.tags, *np.tags)
        if not who and any(t.kind == "total" for t in tags) and _pooled(tale, np):
            continue
        told = _put(tale, who, clause.verb, np, moment(tags), place(tags))
        if receiver and told is not None:
            _receive(tale, receiver, told)


def _pooled(tale: Tale, np: Np) -> bool:
    """ "Together they have 30": what several have of an item, as a relation; whether that is what is meant."""
    item = np.item or tale.item
    owners = [f for f in tale.facts if f.item == item and f.who]
    if len({f.who for f in owners}) < 2 or np.number is None or np.mods:
        return False
    if any(f.sign == -1 for f in owners) and any(f.sign != -1 for f in owners):
        raise Unclear
    total = tale.total([(f.key, ONE) for f in owners], item, f"{pluralised(item)} in all")
    tale.define(total, np.number)
    return True


def _is_received(tale: Tale, giver: str, receiver: str, clause: Clause) -> bool:
    """Whether a gift matters for who gets it: he has some, and of the giver nothing was told."""
    items = {np.item or tale.item for np in clause.objects}
    mine = [f for f in tale.facts if f.item in items and f.who == giver]
    his = [f for f in tale.facts if f.item in items and f.who == receiver]
    return (
        not mine
        and (bool(his) or items == {MONEY_ITEM})
        and not any(np.share or np.refs for np in clause.objects)
    )


def _receive(tale: Tale, receiver: str, given: Fact) -> None:
    """Who is given something has it then; it matters where his were told, or where nobody had it before."""
    if given.item == MONEY_ITEM:
        raise Unclear
    if any(f.who == receiver and tale.related(f.item, given.item) for f in tale.facts):
        fact = tale.fact(receiver, "get", given.item, given.when, f"from {given.who}")
        tale.relate([(fact.key, ONE), (given.key, Fraction(-1))], given=False)


def _put(tale: Tale, who: str, verb: str, np: Np, when: str, where: str) -> Fact | None:
    item = tale.known_item(item_of(tale, np), who)
    if np.extra and verb in STATE:
        raise Unclear  # "needs 3 more", "has 3 more": than something that is not said
    if np.unit and item == MONEY_ITEM:
        tale.currency.add(np.unit)
    kinds = [m.kind for m in np.mods]
    if len(set(kinds)) != len(kinds):
        raise Unclear
    mods: dict[str, Mod] = {m.kind: m for m in np.mods}
    if "each" in mods:
        raise Unclear
    if "per" in mods or "times" in mods:
        tell_rated(tale, who, verb, item, np, when, mods)
        return None
    if "for" in mods:
        raise Unclear
    if (m := mods.get("within")) is not None:
        if np.number is None or len(mods) > 1 or not m.number or item == MONEY_ITEM:
            raise Unclear
        tale.relate([(tale.rated(unit_of(m.item), item, who, verb).key, m.number)], np.number)
        return None
    fact = (
        known_fact(tale, who, verb, item, when, where, compared=np.number is None, refs=bool(np.refs))
        if not np.mods and not np.share
        else None
    )
    if fact is None:
        fact = tale.fact(who, verb, item, when, where)
    else:
        tale.open.discard(fact.key)
    tell_value(tale, fact, np)
    if (m := mods.get("price")) is not None:
        tell_price(tale, item, m)
    if (m := mods.get("paid")) is not None:
        tale.currency.add(m.unit)
        cost = tale.tally(MONEY_ITEM, f"money for {item}")
        tale.define(cost, m.number)
        tale.paid[fact.key] = cost
    if (m := mods.get("has")) is not None:
        tale.define(tale.rated(item, m.item).key, m.number)
    tale.item = item if item != MONEY_ITEM else tale.item
    return fact


__all__ = ["moment", "place", "tell"]
