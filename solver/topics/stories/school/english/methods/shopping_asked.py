"""What is asked of a story of shopping, worked out from what was told: totals, change, what is left, one price."""

from __future__ import annotations

import re
from fractions import Fraction

from solver.topics.stories.school.english.methods.shopping_store import Store, plain_name
from solver.topics.stories.school.english.methods.shopping_words import BUYS
from solver.topics.stories.school.working import Term, Unfit, num


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
    """Works out what is asked for; what is bought for prices that are not told follows from the total."""
    money = store.money
    if kind in ("price", "spent", "apart") and set(money) in ({"total"}, {"has", "left"}):
        _name_pending(store, rest)
    things = [n for n in store.order if re.search(rf"\b{re.escape(n.split()[-1])}(?:s|es)?\b", rest)]
    if _has_unknown(store) and set(money) in ({"total"}, {"has", "left"}):
        _by_total(store, kind, things, rest)
    elif kind == "apart":
        raise Unfit
    elif "total" in money:
        _ask_one_of_total(store, kind, things)
    elif kind == "price" or kind == "spent" and things and len(things) < len(store.order):
        _ask_one(store, kind, things)
    elif things and kind not in ("missing", "left"):
        raise Unfit
    else:
        _ask_all(store, kind)


def _ask_one(store: Store, kind: str, things: list[str]) -> None:
    """ "How much does the coat cost?": told, compared, or what is missing of the money that was spent."""
    work, unit, money = store.work, store.made.currency, store.money
    if len(things) != 1 or money.keys() & {"coupon", "tender"} or things[0] in store.counts:
        raise Unfit
    (name,) = things
    if not money:
        if kind == "price" and len(store.relations) != len(store.order) - 1:
            raise Unfit
        work.give(store.price(name), unit, f"the price of the {name}")
        return
    if money.keys() != {"has", "left"}:
        raise Unfit
    spent = work.step("what was spent altogether", money["has"] - money["left"], unit)
    others = [n for n in store.order if n != name]
    if name not in _known(store, name, others):
        raise Unfit
    for other in others:
        spent = work.step(f"without the {other}", spent - _cost(store, other), unit)
    work.give(spent, unit, f"the price of the {name}")


def _ask_all(store: Store, kind: str) -> None:
    """ "How much did he spend?", "how much change did she get?", "how much had he at first?"."""
    work, unit, money = store.work, store.made.currency, store.money
    total = work.step("what everything costs altogether", _sum_of_costs(store, kind), unit)
    if "coupon" in money:
        total = work.step("what is to be paid with the voucher", total - money["coupon"], unit)
    have = set(money) - {"coupon"}
    if kind in ("change", "left"):
        if len(have) != 1 or not have <= {"has", "tender"}:
            raise Unfit
        term, says = money[have.pop()] - total, "what is left" if kind == "left" else "the change"
    elif have != {"first": {"left"}, "missing": {"has"}}.get(kind, set()):
        raise Unfit
    elif kind == "first":
        term, says = total + money["left"], "the money at first"
    elif kind == "missing":
        term, says = total - money["has"], "what is missing"
    else:
        term, says = total, "the cost"
    work.give(work.step(says, term, unit), unit, says)


def _sum_of_costs(store: Store, kind: str) -> Term:
    """What all that is bought costs; where nothing is bought, all that is spoken of may be wanted."""
    nothing_bought = not store.money and not re.search(rf"\b(?:{BUYS})\b", store.made.text)
    wanted = kind == "missing" or kind == "spent" and nothing_bought
    bought = _lines(store) or (list(store.order) if wanted else [])
    if not bought or store.counts.keys() - set(bought) or not _all_needed(store, bought):
        raise Unfit
    total = _cost(store, bought[0])
    for name in bought[1:]:
        total = total + _cost(store, name)
    return total


def _has_unknown(store: Store) -> bool:
    """Whether prices are compared and none of them is known, or two prices are asked about of which one is not told."""
    names = {n for relation in store.relations for n in relation[:2]}
    return bool(names) and not names & set(store.prices) or len(store.order) > 1 and bool(set(store.order) - set(store.prices) - names)  # fmt: skip


def _name_pending(store: Store, rest: str) -> None:
    """What was bought for a price that is not told, and is asked about."""
    for words in list(store.pending):
        known = [n for size in (3, 2, 1) if len(words) >= size and (n := plain_name(words[:size])) in store.order]  # fmt: skip
        asked = [n for size in (3, 2, 1) if len(words) >= size and (n := plain_name(words[:size])) and re.search(rf"\b{re.escape(n)}(?:s|es)?\b", rest)]  # fmt: skip
        if known or asked:
            store.bought.append(store.name((known or asked)[0]))
            store.pending.remove(words)


def _by_total(store: Store, kind: str, things: list[str], rest: str) -> None:
    """All that is bought costs so much; the prices that are not told follow from one of them."""
    if (
        kind not in ("price", "spent", "apart")
        or store.pending
        or store.both
        and set(store.order) != set(store.bought)
    ):
        raise Unfit
    work, unit, money = store.work, store.made.currency, store.money
    if set(store.order) - set(store.bought) - set(store.counts):
        raise Unfit
    unknown = [n for n in store.order if n not in store.prices]
    forms = _forms(store, unknown)
    total = money["total"] if "total" in money else work.step("what was spent altogether", money["has"] - money["left"], unit)  # fmt: skip
    for name in store.order:
        if name in store.prices:
            total = work.step(f"without the {name}", total - _cost(store, name), unit)
    base = next(n for n in unknown if forms[n] == (Fraction(1), Fraction(0)))
    shares, extra = Fraction(0), Fraction(0)
    for name in unknown:
        count = store.counts[name].value if name in store.counts else Fraction(1)
        shares, extra = shares + count * forms[name][0], extra + count * forms[name][1]
    if extra:
        more = num(abs(extra))
        total = work.step(f"if each cost what the {base} costs", total - more if extra > 0 else total + more, unit)  # fmt: skip
    price = work.step(f"the price of the {base}", total / num(shares), unit) if shares != 1 else total
    if price.value <= 0:
        raise Unfit
    store.prices[base] = price
    if kind == "apart":
        _apart(store, rest, unit)
        return
    if len(things) != 1:
        raise Unfit
    if things[0] in store.counts and kind == "spent":
        raise Unfit
    work.give(store.price(things[0]), unit, f"the price of the {things[0]}")


def _forms(store: Store, unknown: list[str]) -> dict[str, tuple[Fraction, Fraction]]:
    """Each price that is not told as so many times one of them and so much more."""
    if len(unknown) != 1 + len(store.relations) or any(not {x, y} <= set(unknown) for x, y, *_ in store.relations):  # fmt: skip
        raise Unfit
    told = {x for x, *_ in store.relations}
    bases = [n for n in unknown if n not in told] or unknown[:1]
    forms = {bases[0]: (Fraction(1), Fraction(0))}
    for _ in store.relations:
        for x, y, sign, by in store.relations:
            if y in forms and x not in forms:
                k, d = forms[y]
                forms[x] = (k, d + sign * by.value) if sign else (k * by.value, d * by.value)
            elif x in forms and y not in forms:
                k, d = forms[x]
                forms[y] = (k, d - sign * by.value) if sign else (k / by.value, d / by.value)
    if len(forms) != len(unknown):
        raise Unfit
    return forms


def _apart(store: Store, rest: str, unit: str) -> None:
    """How much more (less) the one that is named first costs."""
    places = {
        n: m.start()
        for n in store.order
        if (m := re.search(rf"\b{re.escape(n.split()[-1])}(?:s|es)?\b", rest))
    }
    if len(places) != 2:
        raise Unfit
    first, second = sorted(places, key=lambda n: places[n])
    if {first, second} & set(store.counts):
        raise Unfit
    if re.search(r"\b(?:less|cheaper)\b", rest):
        first, second = second, first
    gap = store.price(first) - store.price(second)
    store.work.give(store.work.step("the difference of the prices", gap, unit), unit, "the difference")


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
