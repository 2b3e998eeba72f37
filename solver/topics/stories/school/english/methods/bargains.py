"""Bargains and ways to pay: a set or a family ticket against single prices, some free ones, instalments, notes and coins.

Not read: several offers at once, prices that change with how many are bought.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.rates import head
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.wording import singular

_SET: Final = (
    "(set|pack|packet|box|bag|bundle|carton|crate|tray|multipack|case|bunch|roll|strip|book|booklet|jar|tin)"
)
_COST: Final = "(costs|cost|is|are|sells for|sell for|is sold for|are sold for|is priced at)"
_SINGLE: Final = "(separately|singly|individually|alone)"


@family(
    r"\bsave|\bcheaper\b",
    facts={
        "set": (f"~1 (a|the|one) ~2 {_SET} of <n> (<x=~3>)? {_COST} <m:money> ~2", f"~4 ~1 (a|the|one) ~2 {_SET} of <n> (<x=~3>)? for <m:money>", f"~3 <n> (<x=~2>)? in (a|one) {_SET} {_COST} <m:money>"),
        "each": (f"~1 (each|a|an|one|every) (single)? <y=~3> {_COST} <p:money> (each|apiece|{_SINGLE})? ~2", f"~1 (each|a|an|one) (single)? <y=~2> {_COST} <p:money> (if|when) ~1 (bought|sold|buy) {_SINGLE}", f"(bought|sold|if bought|when bought) {_SINGLE} (each|a|one|the)? <y=~2> {_COST} <p:money> (each)?", "~ sells <y=~2> at <p:money> (each|apiece)", f"<y=~2> {_COST} <p:money> (each|apiece)"),
        "either": ("~ sells ~2 (at|for) <p:money> each or (a|an) ~1 (bag|box|pack|packet|set|bunch|tray) of <n> ~1 for <m:money>",),
    },
    asks={"save": ("how much (money)? @do ~3 save (by buying|by taking|if ~2 buy|when ~2 buy|if ~2 buys|when ~2 buys|with|on) ~4 (instead of|rather than)? ~2 <q:any>? ~3".replace("<q:any>?", ""), "how much (money)? @do ~3 save ~6 (instead of|rather than) ~2 <q> ~3 ~2", "how much (money)? (is|can be|will be) saved ~8 (instead of <q> ~3)?", "how much cheaper is (it to buy)? (a|the|one) ~3 (than <q> ~3)?", "how much @do ~3 save ~4")},
)  # fmt: skip
def _set_price(bag: Bag, work: Working) -> None:
    """A set of so many against as many single ones."""
    if bag.kinds == "either":
        whole = single = bag.one("either")
    else:
        bag.need("each", "set")
        whole, single = bag.one("set"), bag.one("each")
    whole.whole("n")
    if whole.word("x") and single.word("y") and not _same_thing(whole.word("x"), single.word("y")):
        raise Unfit
    if bag.asked.has("q") and bag.asked.values["q"] != whole.values["n"] or re.search(r"\b(?:half|twice|two sets|per set|sets)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    unit = bag.sheet.currency
    apart = work.step("what they cost bought one by one", whole["n"] * single["p"], unit)
    work.give(work.step("what is saved", apart - whole["m"], unit), unit, "the saving")


def _same_thing(one: str, other: str) -> bool:
    """Whether a word of the one is a word of the other: a can of soda, 6 cans."""
    return bool({singular(w) for w in one.split()} & {singular(w) for w in other.split()})


_PERSON: Final = "(an|a|each|every|one)?"


@family(
    r"\bsave",
    facts={
        "prices": (f"~4 (charges|cost|costs|are|is) <a:money> (for|per) {_PERSON} <x=~1> and <b:money> (for|per) {_PERSON} <y=~1>", "~3 <x=~1> (tickets|ticket)? (cost|costs|are|is|pay|pays) <a:money> (each)? and ~1 <y=~1> (tickets|ticket)? (cost|costs|are|is|pay|pays)? <b:money> (each)?"),
        "group": ("(a|the|one) ~3 (ticket|pass|card) for <n> <x=~1> and <k> <y=~1> (costs|is|cost) (only)? <t:money>", "(a|the) ~2 (of)? <n> <x=~1> and <k> <y=~1> (gets|get|buys|buy|pays|pay|can buy|can get) ~4 (for)? <t:money> ~4"),
    },
    asks={"saved": ("how much (money)? @do ~6 save ~8 (instead of|rather than)? ~4", "how much (money)? @do ~1 <q> ~2 (and|with) <r> ~2 save ~8 (instead of|rather than)? ~4", "how much (money)? (is|are) saved ~8")},
)  # fmt: skip
def _group_price(bag: Bag, work: Working) -> None:
    """One price for a group against the prices of its people."""
    bag.need("prices", "group")
    prices, group = bag.one("prices"), bag.one("group")
    group.whole("n", "k")
    asked = bag.asked
    if asked.has("q") and (asked.values["q"], asked.values["r"]) != (group.values["n"], group.values["k"]):
        raise Unfit
    names = [_person(prices.word(w)) for w in "xy"]
    both = [_person(group.word(w)) for w in "xy"]
    if sorted(names) != sorted(both) or names[0] == names[1]:
        raise Unfit
    order = "nkxy" if names == both else "knyx"
    first, second = group[order[0]], group[order[1]]
    unit = bag.sheet.currency
    one = work.step(f"what the {group.word(order[2])} pay one by one", first * prices["a"], unit)
    other = work.step(f"what the {group.word(order[3])} pay one by one", second * prices["b"], unit)
    apart = work.step("what they pay together", one + other, unit)
    work.give(work.step("what is saved", apart - group["t"], unit), unit, "the saving")


def _person(said: str) -> str:
    one = head(said)
    return {"children": "child", "men": "man", "women": "woman"}.get(one, one)


@family(
    r"\bfree\b",
    facts={
        "offer": ("(~6 :)? ~4 buy (<n>|one) ~2 (and)? get (<k>|one|another) ~2 (completely)? free ~3", "~6 for (every|each) (<n>|one) ~2 (bought|you buy|that you buy) ~2 (<k>|one) ~1 (is|are) free"),
        "both": (f"(~6 :)? ~2 buy (<n>|one) ~2 (and)? get (<k>|one|another) ~2 (completely)? free : (each|a|an|one|every)? ~3 {_COST} <p:money> (each|apiece)? ~2",),
        "each": (f"~2 (each|a|an|one|every)? ~3 {_COST} <p:money> (each|apiece)? ~2", "~ normally (costs|cost) <p:money> (each)?"),
        "takes": ("~ (takes home|buys|wants|needs|gets|took home|bought|takes|chooses|leaves with|goes home with) <q> ~4",),
    },
    asks={"pay": ("how much @do ~3 (pay|cost|spend) ~3 (altogether|in total|in all)?", "how much @do ~3 (pay|spend|cost) (for|on) <q> ~3", "how much @do <q> ~2 cost ~3", "(what is|find) the (total)? (cost|price) of <q> ~3")},
)  # fmt: skip
def _some_free(bag: Bag, work: Working) -> None:
    """Of every n + k of a thing only n are paid."""
    told = [f for f in bag.facts if f.kind != "takes"]
    takes = [f for f in (*bag.facts, bag.asked) if f.has("q")]
    if len(takes) != 1 or {f.kind for f in told} not in ({"offer", "each"}, {"both"}) or len(told) > 2:
        raise Unfit
    offer, each = told[0 if told[0].kind != "each" else -1], next(f for f in told if f.has("p"))
    takes[0].whole("q")
    paid, free = _or_one(offer, "n"), _or_one(offer, "k")
    group = work.step("how many one gets for each time the offer is used", paid + free)
    many = takes[0].values["q"]
    times, rest = divmod(many, group.value)
    if rest and not times:
        raise Unfit
    count = work.whole("how often the offer is used", takes[0]["q"], group, "", up=False)
    counted = work.step("how many of these are paid", count * paid)
    if rest > paid.value:
        raise Unfit  # whether the free ones that are left out are taken is not said
    if rest:
        counted = work.step("with those that are bought besides", counted + num(rest))
    work.give(work.step("what is paid", counted * each["p"], bag.sheet.currency), bag.sheet.currency, "the cost")  # fmt: skip


def _or_one(fact: Fact, name: str) -> Term:
    if not fact.has(name):
        return num(1)
    fact.whole(name)
    return fact[name]


_PAYMENTS: Final = "(payments|instalments|installments|rates|parts|amounts)"


@family(
    r"instal|payment|monthly",
    facts={
        "price": (f"~6 {_COST} <m:money>", "~ (buys|bought|buy) ~4 for <m:money>"),
        "down": ("~ (pays|paid|makes|made|puts down) ~3 <d:money> (at once|now|in cash|immediately|down|straight away|first|at first|up front|upfront) ~2", "~ (pays|paid|makes|made) (a|an)? (deposit|down payment|first payment) of <d:money> ~2", "~ (pays|paid) (a)? <d:money> (deposit|down payment)"),
        "rest": (f"~2 (the (rest|remainder|remaining ~1)|what is left) ~5 (in|by|with|over|as) <n> (equal)? ~1 {_PAYMENTS} ~3", f"~ pays (the|off the) (rest|remainder) ~2 (in|over) <n> (equal)? ~1 {_PAYMENTS} ~3"),
    },
    asks={"one": ("how much (is|was|will) (each|one|every) ~4 (be)? ~3", "how much @do ~3 pay (each|every|per|a) (month|week|time) ~3", "(what is|find|how large is|how big is) (each|one|every|the amount of each|the) ~4")},
)  # fmt: skip
def _instalments(bag: Bag, work: Working) -> None:
    """What is left of a price, in equal payments."""
    bag.need("price", "down", "rest")
    price, down, rest = bag.one("price"), bag.one("down"), bag.one("rest")
    rest.whole("n")
    if re.search(r"interest|percent|discount|fee", bag.sheet.text):
        raise Unfit
    unit = bag.sheet.currency
    left = work.step("what is still to be paid", price["m"] - down["d"], unit)
    work.give(work.step("one payment", left / rest["n"], unit), unit, "one payment")


_CASH: Final = "(notes|note|bills|bill|coins|coin|banknotes|banknote)"


@family(
    r"\bnotes?\b|\bbills?\b|\bcoins?\b",
    facts={
        "one": (f"~ (has|have|had|finds|found|got|counts|contains|holds|pulls out) ~2 <n> <a:money> {_CASH} ~4",),
        "two": (f"~6 (has|have|had|finds|found|got|counts|contains|holds|are|there) ~2 <n> <a:money> {_CASH}? and <k> <b:money> {_CASH} ~4", f"~6 (has|have|had|finds|found|got|counts|contains|holds|are|there) ~2 <n> ~0 {_CASH} of <a:money> and <k> {_CASH}? of <b:money> ~4"),
        "three": (f"~6 (has|have|had|finds|found|got|counts|contains|holds|are|there) ~2 <n> <a:money> {_CASH}? <k> <b:money> {_CASH}? and <l> <c:money> {_CASH} ~4",),
    },
    asks={"cash": ("how much money @do ~5 (altogether|in total|in all)?", "how much @do ~4 have (altogether|in total|in all)? ~2", "how much (money)? is (there|that) ~4 (altogether|in total|in all)? ~3", "what is (the total value|it worth|the value) ~5")},
)  # fmt: skip
def _cash(bag: Bag, work: Working) -> None:
    """So many notes and coins of each value."""
    if len(bag.facts) != 1 or re.search(r"\b(?:left|spent?|spends|gives|gave|loses|lost|more|pays?|paid)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    fact, unit = bag.facts[0], bag.sheet.currency
    total: Term | None = None
    for many, value in (("n", "a"), ("k", "b"), ("l", "c")):
        if fact.has(many):
            part = work.step(f"the {num(fact.values[value]).tex} ones", fact[many] * fact[value], unit)
            total = part if total is None else total + part
    assert total is not None
    work.give(work.step("all together", total, unit), unit, "the money")
