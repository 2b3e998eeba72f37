"""What is asked of a story of shopping, worked out from what was told: totals, change, what is left, one price."""

from __future__ import annotations

import re

from solver.topics.stories.school.english.methods.shopping_store import Store, plain_name
from solver.topics.stories.school.english.methods.shopping_words import BUYS
from solver.topics.stories.school.working import Term, Unfit


def _lines(store: Store) -> list[str]:
    """What was bought: what is named where somebody buys; all that has a price where "both" are bought."""
    if store.both:
        if not set(store.bought) <= set(store.order) or store.counts:
            raise Unfit
        return list(store.order)
    for words in store.pending:
        found = [
            n for size in (3, 2, 1) if len(words) >= size and (n := plain_name(words[:size])) in store.order
        ]
        if not found:
            raise Unfit
        store.bought.append(found[0])
    return list(dict.fromkeys((*store.counts, *store.bought)))


def ask(store: Store, kind: str, rest: str) -> None:
    work, unit = store.work, store.made.currency
    things = [n for n in store.order if re.search(rf"\b{re.escape(n.split()[-1])}(?:s|es)?\b", rest)]
    money = store.money
    if "total" in money:
        _ask_one_of_total(store, kind, things)
        return
    if kind == "price" or kind == "spent" and things and len(things) < len(store.order):
        if len(things) != 1 or money.keys() & {"coupon", "tender"} or things[0] in store.counts:
            raise Unfit
        (name,) = things
        if money:
            if money.keys() != {"has", "left"}:
                raise Unfit
            spent = work.step("what was spent altogether", money["has"] - money["left"], unit)
            others = [n for n in store.order if n != name]
            if name not in _known(store, name, others):
                raise Unfit
            for other in others:
                spent = work.step(f"without the {other}", spent - _cost(store, other), unit)
            work.give(spent, unit, f"the price of the {name}")
            return
        if kind == "price" and len(store.relations) != len(store.order) - 1:
            raise Unfit
        work.give(store.price(name), unit, f"the price of the {name}")
        return
    needed = {"spent": set(), "change": set(), "left": set(), "first": {"left"}, "missing": {"has"}}[kind]  # type: ignore[var-annotated]
    if things and kind not in ("missing", "left"):
        raise Unfit
    together = (
        kind == "missing"
        or kind == "spent"
        and not money
        and not re.search(rf"\b(?:{BUYS})\b", store.made.text)
    )
    bought = _lines(store) or (list(store.order) if together else [])
    if not bought or store.counts.keys() - set(bought) or not _all_needed(store, bought):
        raise Unfit
    total: Term | None = None
    for name in bought:
        cost = _cost(store, name)
        total = cost if total is None else total + cost
    assert total is not None
    total = work.step("what everything costs altogether", total, unit)
    if "coupon" in money:
        total = work.step("what is to be paid with the voucher", total - money["coupon"], unit)
    have = set(money) - {"coupon"}
    if kind in ("change", "left"):
        if len(have) != 1 or not have <= {"has", "tender"}:
            raise Unfit
        term, says = money[have.pop()] - total, "what is left" if kind == "left" else "the change"
    elif have != needed:
        raise Unfit
    elif kind == "first":
        term, says = total + money["left"], "the money at first"
    elif kind == "missing":
        term, says = total - money["has"], "what is missing"
    else:
        term, says = total, "the cost"
    work.give(work.step(says, term, unit), unit, says)


def _ask_one_of_total(store: Store, kind: str, things: list[str]) -> None:
    """What one thing costs, where it is told what all cost, and what the others do."""
    work, unit = store.work, store.made.currency
    if kind not in ("price", "spent") or len(things) != 1 or set(store.money) != {"total"} or store.relations:
        raise Unfit
    (name,) = things
    others = [n for n in store.order if n != name]
    if name in store.prices or not others or any(n not in store.prices for n in others):
        raise Unfit
    if store.both or store.pending or not set(store.order) <= set(store.bought) | set(store.counts):
        raise Unfit
    rest = store.money["total"]
    for other in others:
        rest = work.step(f"without the {other}", rest - _cost(store, other), unit)
    if name in store.counts:
        rest = work.step(f"one {name}", rest / store.counts[name], unit)
    work.give(rest, unit, f"the price of the {name}")


def _all_needed(store: Store, bought: list[str]) -> bool:
    """Whether every price that is told is one of what was bought, or another follows from it; none follows in two ways."""
    if len(store.prices) + len(store.relations) != len(store.order):
        return False
    needed = set(bought)
    for _ in store.relations:
        needed |= {n for x, y, *_ in store.relations if {x, y} & needed for n in (x, y)}
    return needed == set(store.order)


def _known(store: Store, name: str, others: list[str]) -> list[str]:
    """The thing of which no price follows from what was told of the others."""
    if name in store.prices or any(name in r[:2] for r in store.relations):
        return []
    if not all(n in store.prices or any(n in r[:2] for r in store.relations) for n in others):
        return []
    return [name]


def _cost(store: Store, name: str) -> Term:
    price = store.price(name)
    if name in store.counts:
        return store.work.step(f"what the {name}s cost", store.counts[name] * price, store.made.currency)
    return price
