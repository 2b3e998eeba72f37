"""How much a fact of a tale is: a number, a comparison with another fact, a part of what there is."""

from __future__ import annotations

from solver.topics.stories.word_problems.quantities import MONEY_ITEM, ONE, Key, Unclear
from solver.topics.stories.word_problems.tales.tale import Fact, Tale
from solver.topics.stories.word_problems.tales.values import (
    SAME,
    Mod,
    Np,
    Ref,
)


def item_of(tale: Tale, np: Np) -> str:
    """What a noun phrase is about; what was named last where it does not say."""
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


def tell_price(tale: Tale, item: str, mod: Mod) -> None:
    """One costs so much; one of a measure, where the price is for that."""
    tale.currency.add(mod.unit)
    container = item
    if mod.item and not (tale.covers(mod.item, item) or mod.item in ("person", "piece", "item", "one")):
        raise Unclear
    tale.define(tale.rated(container, MONEY_ITEM, verb="cost").key, mod.number)


def known_fact(
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


def tell_value(tale: Tale, fact: Fact, np: Np) -> None:
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
