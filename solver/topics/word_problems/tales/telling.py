"""What clauses of a tale mean: facts and rates with the numbers and comparisons that were read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from solver.topics.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.word_problems.story import Story
from solver.topics.word_problems.tales.tale import Fact, Tale, multiply_out
from solver.topics.word_problems.tales.values import (
    PRONOUNS,
    SAME,
    AgeAt,
    Change,
    Clause,
    GiveEach,
    Mod,
    Np,
    Part,
    Rate,
    Ref,
    Scene,
    SellAll,
    Split,
    Tag,
)
from solver.topics.word_problems.tales.words import BUY, DAY_PARTS, DAYS, OUT, PERIODS, STATE, unit_of
from solver.topics.word_problems.wording import pluralised

_SPENT: Final = frozenset("cost spend pay".split())


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
                _rate(story, value)
            case Split():
                _split(story, value)
            case Part():
                _part(story, value)
            case AgeAt():
                who = story.person(value.who)
                later = story.tally("age", f"age of {who} then")
                story.define(later, value.age)
                told = [f for f in story.said("age") if f.who == who and story.value(f.key) is None]
                fact = told[0] if told else story.fact(who, "be", "age")
                story.relate([(fact.key, ONE), (later, Fraction(-1))], -value.years)
            case GiveEach():
                _give_each(story, value)
            case SellAll():
                _sell_all(story, value)
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


def moment(tags: tuple[Tag, ...]) -> str:
    """When something is: the times that were named."""
    return " ".join(t.text for t in tags if t.kind == "when")


def place(tags: tuple[Tag, ...]) -> str:
    """Where something is."""
    return " ".join(t.text for t in tags if t.kind == "where")


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


def _give_each(tale: Tale, value: GiveEach) -> None:
    who = tale.person(value.who)
    item = value.amount.item or tale.item
    if not item or value.amount.mods or value.amount.number is None or value.amount.extra:
        raise Unclear
    fact = tale.fact(who, "give", item, "", value.container)
    count = tale.tally(value.container, pluralised(value.container))
    tale.define(count, value.number)
    each = tale.tally(item, f"{pluralised(item)} for each {value.container}")
    tale.define(each, value.amount.number)
    tale.products.append((fact.key, count, each))
    multiply_out(tale)


def _sell_all(tale: Tale, value: SellAll) -> None:
    who = tale.person(value.who) if value.who else ""
    item = value.item or tale.item
    if not item:
        raise Unclear
    terms = tale.amount(item, who if tale.said(item, who) else "")
    count = tale.total(terms, item, f"{pluralised(item)} in all")
    fact = tale.fact(who, "sell", item)
    tale.relate([(fact.key, ONE), (count, Fraction(-1))], given=False)
    tale.currency.add(value.unit)
    cost = tale.tally(MONEY_ITEM, "money for all")
    tale.serial += 1
    price = Key("price", "", item, tale.serial)
    tale.define(price, value.price)
    tale.products.append((cost, fact.key, price))
    tale.paid[fact.key] = cost


def _split(tale: Tale, value: Split) -> None:
    """The amount is so many times what each gets."""
    who = tale.person(value.who) if value.who else ""
    item = value.item or tale.item
    found = tale.said(item, who)
    losing = any(f.sign == -1 for f in found)
    terms = tale.balance_of(item, who) if losing else tale.amount(item, who)
    count = tale.fact("", "be", value.container)
    tale.define(count.key, value.number)
    rating = tale.rated(value.container, item, verb="get")
    tale.products.append((tale.total(terms, item, f"{item} in all"), count.key, rating.key))
    multiply_out(tale)


def _part(tale: Tale, value: Part) -> None:
    """A part of the whole that was spoken of last is told by a number, by its share, or is the rest."""
    amount = value.amount
    whole = amount.item if amount is not None and amount.item else ""
    if not whole:
        whole = next(reversed(tale.parts.values()))[0] if tale.parts else tale.item
    if amount is None and not tale.parts:
        whole = _gather(tale)
    if not whole or whole == MONEY_ITEM:
        raise Unclear
    before = {k: base for k, (item, base) in tale.parts.items() if item == whole}
    base = (
        next(iter(before.values()))
        if before
        else tale.total(tale.amount(whole), whole, f"{pluralised(whole)} in all")
    )
    item = value.name if value.noun else f"{value.name} {whole}"
    fact = tale.fact("", "be", item)
    tale.parts[fact.key] = (whole, base)
    if amount is None:
        if not before:
            raise Unclear
        tale.relate([(fact.key, ONE), (base, Fraction(-1)), *((k, ONE) for k in before)], given=False)
    elif amount.share == "rest":
        if not before:
            raise Unclear
        left = tale.tally(whole, f"{pluralised(whole)} left")
        tale.relate([(left, ONE), (base, Fraction(-1)), *((k, ONE) for k in before)], given=False)
        tale.relate([(fact.key, ONE), (left, -amount.times)])
    elif amount.share:
        tale.relate([(fact.key, ONE), (base, -amount.times)])
    elif amount.number is not None:
        tale.define(fact.key, amount.number)
    else:
        raise Unclear
    tale.item = whole


def _gather(tale: Tale) -> str:
    """The whole of which other facts are parts: 40 balls, 12 white balls, 6 blue balls."""
    wholes = [
        f for f in tale.facts if any(g.item != f.item and tale.covers(f.item, g.item) for g in tale.facts)
    ]
    if len(wholes) != 1:
        raise Unclear
    whole = wholes[0]
    for fact in tale.facts:
        if fact.item != whole.item and tale.covers(whole.item, fact.item):
            tale.parts[fact.key] = (whole.item, whole.key)
    return whole.item


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


def _item(tale: Tale, np: Np) -> str:
    if np.item:
        return np.item
    if np.refs and np.refs[0].item:
        return np.refs[0].item
    if np.refs and np.refs[0].who not in (SAME, ""):
        items = {f.item for f in tale.facts if f.who == tale.person(np.refs[0].who)}
        if len(items) == 1:
            return items.pop()
    if np.refs and tale.facts and tale.facts[-1].item == MONEY_ITEM:
        return MONEY_ITEM
    if not tale.item:
        raise Unclear
    return tale.item


def _put(tale: Tale, who: str, verb: str, np: Np, when: str, where: str) -> Fact | None:
    item = tale.known_item(_item(tale, np), who)
    if np.extra and verb in STATE:
        raise Unclear  # "needs 3 more", "has 3 more": than something that is not said
    if np.unit and item == MONEY_ITEM:
        tale.currency.add(np.unit)
    kinds = [m.kind for m in np.mods]
    if len(set(kinds)) != len(kinds):
        raise Unclear
    mods = {m.kind: m for m in np.mods}
    if "each" in mods:
        raise Unclear
    if "per" in mods or "times" in mods:
        _rated(tale, who, verb, item, np, when, mods)
        return None
    if "for" in mods:
        raise Unclear
    if (m := mods.get("within")) is not None:
        if np.number is None or len(mods) > 1 or not m.number or item == MONEY_ITEM:
            raise Unclear
        tale.define(tale.rated(unit_of(m.item), item, who, verb).key, np.number / m.number)
        return None
    fact = (
        _known_fact(tale, who, verb, item, when, where, compared=np.number is None, refs=bool(np.refs))
        if not np.mods and not np.share
        else None
    )
    if fact is None:
        fact = tale.fact(who, verb, item, when, where)
    else:
        tale.open.discard(fact.key)
    _value(tale, fact, np)
    if (m := mods.get("price")) is not None:
        _price(tale, item, m)
    if (m := mods.get("paid")) is not None:
        tale.currency.add(m.unit)
        cost = tale.tally(MONEY_ITEM, f"money for {item}")
        tale.define(cost, m.number)
        tale.paid[fact.key] = cost
    if (m := mods.get("has")) is not None:
        tale.define(tale.rated(item, m.item).key, m.number)
    tale.item = item if item != MONEY_ITEM else tale.item
    return fact


def _price(tale: Tale, item: str, mod: Mod) -> None:
    """One costs so much; one of a measure, where the price is for that."""
    tale.currency.add(mod.unit)
    container = item
    if mod.item and not (tale.covers(mod.item, item) or mod.item in ("person", "piece", "item", "one")):
        raise Unclear
    tale.define(tale.rated(container, MONEY_ITEM, verb="cost").key, mod.number)


def _known_fact(
    tale: Tale, who: str, verb: str, item: str, when: str, where: str, *, compared: bool, refs: bool
) -> Fact | None:
    """A fact that was told by a comparison, whose number comes now."""
    found = [
        f
        for f in tale.facts
        if f.who == who and f.item == item and (f.verb == verb or f.key in tale.open) and f.when == when
    ]
    found = [f for f in found if tale.value(f.key) is None and (f.key in tale.open or not compared or refs)]
    return found[0] if len(found) == 1 else None


def _value(tale: Tale, fact: Fact, np: Np) -> None:
    """How much a fact is."""
    if np.share:
        base = _base(tale, fact, np)
        tale.relate([(fact.key, ONE), (base, -np.times)])
        return
    if np.number is not None:
        tale.define(fact.key, np.number)
        return
    refs = [_ref(tale, fact, r) for r in np.refs]
    if not refs:
        if tale.facts[-1] is not fact:
            raise Unclear
        before = [f for f in tale.facts[:-1] if _alike(f.item, fact.item) and f.key != fact.key]
        if not before or before[-1] is not tale.facts[-2]:
            raise Unclear
        if before[-1].key in tale.implied:
            raise Unclear
        tale.implied.add(fact.key)
        refs = [before[-1].key]
    if fact.key in refs or len(set(refs)) != len(refs):
        raise Unclear
    tale.relate([(fact.key, ONE), *((k, -np.times) for k in refs)], np.plus)


def _alike(first: str, second: str) -> bool:
    """Whether two names are of the same things, or of two kinds of the same: "male students", "female students"."""
    return first == second or first.split()[-1] == second.split()[-1] and " " in first and " " in second


def _base(tale: Tale, fact: Fact, np: Np) -> Key:
    """Of what a part is taken: of what there is now; of what there was, only where nothing was taken as a part before."""
    tale.facts.remove(fact)
    item = fact.item
    before = [f for f in tale.said(item, fact.who) if f.sign == -1]
    if before and np.share != "rest":
        raise Unclear
    if not before and np.share == "rest":
        raise Unclear
    who = fact.who
    found = tale.said(item, who)
    terms = tale.balance_of(item, who) if fact.sign == -1 else tale.amount(item, who)
    if not found and not terms:
        raise Unclear
    key = tale.total(terms, item, f"{tale.called(who, '', item, '', '')} then")
    tale.facts.append(fact)
    return key


def _ref(tale: Tale, fact: Fact, ref: Ref) -> Key:
    """What is compared with: told before, or told later."""
    who = fact.who if ref.who == SAME else tale.person(ref.who)
    item = ref.item or fact.item
    if ref.item and ref.item in tale.people:
        raise Unclear
    if who == fact.who and item == fact.item and not ref.when:
        raise Unclear
    when = ref.when
    found = [f for f in tale.facts if f.who == who and f.item == item and f.key != fact.key]
    found = found or [
        f for f in tale.facts if f.who == who and tale.covers(item, f.item) and f.key != fact.key
    ]
    if when:
        found = [f for f in found if f.when == when]
    same = [f for f in found if f.verb == fact.verb]
    found = same if len(found) > 1 else found
    if len(found) > 1:
        same = [f for f in found if f.when == fact.when]
        found = same if len(same) == 1 else found
    if len(found) == 1:
        return found[0].key
    if found or who == "" and not item:
        raise Unclear
    made = tale.fact(who, fact.verb, item, when or ("" if who == fact.who else fact.when), "")
    tale.open.add(made.key)
    tale.facts.remove(made)
    tale.facts.insert(max(len(tale.facts) - 1, 0), made)  # what is spoken of is the other one
    return made.key


def _rated(tale: Tale, who: str, verb: str, item: str, np: Np, when: str, mods: dict[str, Mod]) -> None:
    """So many in every one of something; perhaps during so many of them."""
    per, often, span = mods.get("per"), mods.get("times"), mods.get("for")
    container = per.item if per is not None else "time"
    if set(when.split()) & DAYS:
        raise Unclear  # every day, but only on these days
    rating = tale.rated(unit_of(container), item, who, verb, container if container in DAY_PARTS else when)
    if np.number is not None:
        tale.define(rating.key, np.number)
    else:
        _rate_value(tale, rating.key, item, np)
    if often is not None:
        if per is not None:
            raise Unclear
        tale.define(tale.rated(unit_of(often.item), "time", who, verb).key, often.number)
    if span is not None:
        fact = tale.fact(who, verb, unit_of(span.item))
        tale.define(fact.key, span.number)
    tale.item = item if item != MONEY_ITEM else tale.item


def _rate_value(tale: Tale, key: Key, item: str, np: Np) -> None:
    """A rate that is compared with that of another."""
    if len(np.refs) != 1:
        raise Unclear
    ref = np.refs[0]
    found = [r for r in tale.ratings if r.key != key and r.item == item]
    if ref.who != SAME:
        who = tale.person(ref.who)
        found = [r for r in found if who in (r.who, r.container)]
    elif ref.item:
        found = [r for r in tale.ratings if r.key != key and tale.related(ref.item, r.item)]
    if len(found) != 1:
        raise Unclear
    tale.relate([(key, ONE), (found[0].key, -np.times)], np.plus)


def _rate(tale: Tale, value: Rate) -> None:
    """One of a container has so many of each of these."""
    container = value.container
    if container in PRONOUNS or not container:
        container = tale.item
    if not container:
        raise Unclear
    who = tale.person(value.who) if value.who else ""
    container = unit_of(container)
    if value.number != 1:
        fact = tale.fact(who, "be", container)
        tale.define(fact.key, value.number)
    for np in value.objects:
        if any(m.kind not in ("each", "has") for m in np.mods) or np.share or np.extra:
            raise Unclear
        item = (
            _item(tale, np)
            if np.item or not np.refs
            else MONEY_ITEM
            if value.verb == "cost"
            else _item(tale, np)
        )
        if np.unit and item == MONEY_ITEM:
            tale.currency.add(np.unit)
        verb = "cost" if value.verb == "be" and item == MONEY_ITEM else value.verb
        rating = tale.rated(container, item, who, verb, moment(np.tags))
        if np.number is not None:
            tale.define(rating.key, np.number)
        else:
            _compare_rates(tale, rating.key, item, np)
        for m in np.mods:
            if m.kind == "has":
                tale.define(tale.rated(item, m.item).key, m.number)
    tale.item = container if container not in PERIODS else tale.item


def _compare_rates(tale: Tale, key: Key, item: str, np: Np) -> None:
    """One costs more than another one: its rate may be told later."""
    if len(np.refs) != 1:
        raise Unclear
    ref = np.refs[0]
    name = ref.who if ref.who != SAME else ref.item
    if name in PRONOUNS or not name:
        raise Unclear
    found = [r for r in tale.ratings if r.key != key and r.item == item and tale.related(name, r.container)]
    if not found:
        raise Unclear
    if len(found) != 1:
        raise Unclear
    tale.relate([(key, ONE), (found[0].key, -np.times)], np.plus)


__all__ = ["BUY", "OUT", "moment", "place", "tell"]
