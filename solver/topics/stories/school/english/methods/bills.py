"""Money in and out told as bills: a cost shared equally, a profit, pocket money that is saved, amounts saved for a goal, a fixed fee and a rate.

Not read: profits on many things of which some are left, unequal shares, interest.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, family
from solver.topics.stories.school.english.methods.patterns import verbs
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PEOPLE: Final = "(friends|people|children|students|roommates|families|colleagues|sisters|brothers|pupils|cousins|girls|boys|neighbours|neighbors|housemates|classmates|players)"
_BUY: Final = verbs(
    "buy/buys/bought/buying order rent hire spend/spends/spent/spending pay/pays/paid/paying get/gets/got"
)


@family(
    r"equally|evenly|\bshare|\bsplit",
    facts={
        "cost": (f"~6 {_BUY} ~6 (for)? <m:money> ~5", "<m:money> (on|for) ~5", "~6 (costs|cost|was|is|came to|comes to) <m:money> ~4", "~5 for <m:money> ~3", "~4 <m:money> (on|for) ~4"),
        "group": (f"<n> ~2 {_PEOPLE} {_BUY} ~6 (for)? <m:money> ~4", f"<n> ~2 {_PEOPLE} {_BUY} ~6 that (costs|cost) <m:money> ~3"),
        "split": ("~3 (shared|share|split|divided|divide|shares|splits) ~5 equally ~2", "~2 equally (shared|share|split|divided|divide) ~5"),
        "among": ("~3 (shared|share|split|divided|divide|is shared|was shared|is split|was split) ~5 (equally|evenly) ~2 (among|between|by) (the|all|these)? <n> ~3 ~2", f"<n> ~2 {_PEOPLE} (shared|share|split|divided|divide) ~5 (equally|evenly) ~2"),
    },
    asks={"each": ("how much @do each (of them|of the ~2|~2)? (pay|have to pay|owe|spend|contribute) ~3", "(what is|what was|find) each ~2 share ~3", "how much @do (each|one) ~2 pay ~3")},
)  # fmt: skip
def _shared_cost(bag: Bag, work: Working) -> None:
    """What all cost, shared equally."""
    many = [f for f in bag.facts if f.has("n")]
    costs = [f for f in bag.facts if f.has("m")]
    splits = [f for f in bag.facts if f.kind in ("split", "among")]
    if len(many) != 1 or len(splits) != 1 or not 1 <= len(costs) <= 4:
        raise Unfit
    if re.search(r"\b(?:each|tip|also|another|more|less|left|already|percent|discount|half|back|change|then)\b", re.sub(r"\beach\b[^.]*\?", "?", bag.sheet.text)):  # fmt: skip
        raise Unfit
    many[0].whole("n")
    unit = bag.sheet.currency
    total: Term | None = None
    for cost in costs:
        total = cost["m"] if total is None else total + cost["m"]
    assert total is not None
    total = work.step("what everything costs", total, unit)
    work.give(work.step("the equal share of each", total / many[0]["n"], unit), unit, "the share")


@family(
    r"profit|\bgain|\bearn|\bmake\b",
    facts={
        "buy": ("~4 (bought|buys|purchased) ~6 for <a:money> ~4", "~4 (paid|pays) <a:money> for ~5"),
        "mend": ("~2 (repaired|fixed|painted|cleaned|restored|repairs|paints|mended) (it|them) for <b:money>", "~2 (spent|spends|paid|pays) <b:money> (on|for|to) ~5", "~1 <b:money> (on|for) ~4"),
        "sell": ("~3 (sold|sells|resold|resells) ~3 (it|them|the ~2)? ~1 for <c:money> ~3",),
    },
    asks={"profit": ("(what was|what is|find|calculate|how much was|how much is|work out) (his|her|the|their) (total)? (profit|gain) ~5", "how much (profit|money|of a profit)? @do ~4 (make|gain|earn) ~4")},
)  # fmt: skip
def _profit(bag: Bag, work: Working) -> None:
    """One thing bought, mended and sold."""
    buy, sell, mend = bag.one("buy"), bag.one("sell"), bag.all("mend")
    if len(bag.facts) != 2 + len(mend) or not 1 <= len(mend) <= 2 or bag.facts[-1] is not sell or bag.facts[0] is not buy:  # fmt: skip
        raise Unfit
    if re.search(r"\b(?:each|every|per|another|half|percent|rest|loss|lost|dozen|left)\b", bag.sheet.text):
        raise Unfit
    unit = bag.sheet.currency
    cost = buy["a"]
    for fact in mend:
        cost = cost + fact["b"]
    cost = work.step("what was spent altogether", cost, unit)
    work.give(work.step("the profit: what comes in without what was spent", sell["c"] - cost, unit), unit, "the profit")  # fmt: skip


_WHEN: Final = "(each|every|per|a)"
_PERIOD: Final = "<w=week|month|day>"


@family(
    r"pocket money|allowance|earns|gets|receives|salary|makes",
    facts={
        "gets": (f"~5 (gets|earns|receives|makes|is paid|is given) <a:money> ~3 {_WHEN} {_PERIOD} ~2", "~4 (weekly|monthly|daily) ~2 (is|of) <a:money>", f"{_WHEN} {_PERIOD} ~3 (gets|earns|receives) <a:money> ~3", "~4 (gets|receives|earns) <a:money> ~2 (weekly|monthly) ~2"),
        "spends": (f"~2 (spends|uses) <b:money> ~3 ({_WHEN} (week|month|day))? ~2", "~2 (spends|uses) <b:money> (of it|of this) ~3"),
        "rest": ("~2 (saves|save|saving|puts|keeps) (the rest|what is left|the remainder|the remaining money) ~5",),
    },
    asks={"saved": ("how much (money)? @do ~2 (save|saved|have saved|put away) ~2 (in|after|during) <t:time> ~2", "how much (money)? @do ~2 have (saved)? (in|after) <t:time> ~2", "how many weeks ~2 @do ~4 save <g:money> ~4")},
)  # fmt: skip
def _pocket_money(bag: Bag, work: Working) -> None:
    """What is left of each week's money, saved for some weeks."""
    bag.need("gets", "rest", "spends")
    gets, spends, asked = bag.one("gets"), bag.one("spends"), bag.asked
    period = gets.word("w") or {"weekly": "week", "monthly": "month", "daily": "day"}.get(
        next(iter(re.findall(r"\b(?:weekly|monthly|daily)\b", bag.sheet.text)), ""), ""
    )
    if not period or re.search(r"\b(?:week|month|day)s?\b", re.sub(period, "", re.sub(r"weekly|monthly|daily", "", bag.sheet.text))):  # fmt: skip
        raise Unfit
    unit = bag.sheet.currency
    left = work.step(f"what is saved each {period}", gets["a"] - spends["b"], unit)
    if asked.has("g"):
        if period != "week":
            raise Unfit
        work.give(
            work.whole("how many weeks it takes", asked["g"], left, "weeks", up=True), "weeks", "the time"
        )
        return
    if asked.unit("t") != period:
        raise Unfit
    work.give(work.step("what is saved in the whole time", left * asked["t"], unit), unit, "the savings")


@family(
    r"\bsaved\b|\bcollected\b|\bearned\b",
    facts={
        "list": ("~4 (has saved|saved|has collected|collected|earned|has earned) <l:list> ~6", "~4 (has saved|saved|has collected|collected|earned|has earned) <l:list> (in|over|during) <z:time> ~3"),
        "goal": ("~ (wants|needs|would like) ~5 (for|costing|that costs) <g:money> ~4", "~5 (costs|cost) <g:money> ~3"),
    },
    asks={"more": ("how much more (money)? @do ~3 need (to ~5)? ~3", "how much more (money)? @do ~3 need for (a|an|the)? <q:money> ~3", "how much (money)? (is|does) ~2 still ~3")},
)  # fmt: skip
def _missing(bag: Bag, work: Working) -> None:
    """Several amounts saved, and what is missing for something."""
    saved, goal = bag.one("list"), bag.all("goal")
    if len(bag.facts) != 1 + len(goal) or len(goal) + bag.asked.has("q") != 1 or re.search(r"\b(?:each|every|spent|spends|gave|per)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    if not saved.unit("l") or saved.has("z") and saved.values["z"] != len(saved.list("l")):
        raise Unfit
    unit = bag.sheet.currency
    total: Term | None = None
    for part in saved.list("l"):
        total = part if total is None else total + part
    assert total is not None
    total = work.step("what is there already", total, unit)
    work.give(work.step("what is missing", (goal[0]["g"] if goal else bag.asked["q"]) - total, unit), unit, "what is missing")  # fmt: skip


_OF: Final = "(an|a|per|for each|for every|each|every)"
_UNIT: Final = "<u=hour|day|km|mile|minute|person|guest|month|week|item|copy|page|visit|lesson|ride|text|message|kilometre>"


@family(
    r"charge|cost|fee|pay",
    facts={
        "tariff": (f"~6 (charges|costs|cost|charge|pays|pay|is|takes) <a:money> ~6 (plus|and) (another)? <b:money> ~2 {_OF} ~1 {_UNIT} ~4", f"~6 (charges|costs|cost|charge|is|of) (a)? (fixed|basic|flat)? ~2 <a:money> ~5 (plus|and) <b:money> ~2 {_OF} ~1 {_UNIT} ~3"),
        "first": (f"~6 <a:money> ~4 for the first {_UNIT} ~3", f"the first {_UNIT} (costs|cost|is) <a:money> ~2"),
        "extra": ("~2 <b:money> ~1 (for)? (each|every) (extra|additional|further|other|more) (hour|day|km|mile|minute|person|week|month|kilometre) ~3", "(each|every) (extra|additional|further|other) (hour|day|km|mile|minute|week|month|kilometre) ~1 (costs|cost) <b:money> ~2"),
        "bill": ("((last|this) (month|week|year))? ~6 (bill|total|cost|price) ~3 (was|is|came to|comes to) <t:money> ~2", "~6 (paid|pays|was charged|charged) <t:money> ~3"),
    },
    asks={
        "fee": ("how much @do ~8 (cost|pay|charge) ~6 for (a|an)? <q:any> ~3", "how much @do (a|an)? <q:any> ~4 cost ~3", "how much @do (a|an|the) ~3 of <q:any> cost ~3", "how much @do ~6 (pay|cost|charge) (to ~3)? ~3 for <q> ~3", "how much @do ~6 (pay|cost|charge) ~4 <q:any> ~4", "(what is|find) the (total)? (cost|price|fee|bill|charge) ~4 (for|of) (a|an)? <q:any> ~3"),
        "many": ("how many <v=hours|days|km|miles|minutes|people|guests|months|weeks|kilometres|texts|messages|lessons|rides> ~8", "how long ~8", "how far ~8"),
    },
)  # fmt: skip
def _fixed_rate(bag: Bag, work: Working) -> None:
    """A fee that is always paid, and so much for each hour."""
    unit = bag.sheet.currency
    if re.search(r"\b(?:percent|discount|half|left|change|returned|more than|up to|minimum|at least|children|adults)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    first = bool(bag.all("first"))
    if first:
        one, extra = bag.one("first"), bag.one("extra")
        named, fixed, rate = one.word("u"), one["a"], extra["b"]
        facts = 2
    else:
        one = bag.one("tariff")
        named, fixed, rate, facts = one.word("u"), one["a"], one["b"], 1
    if bag.asked.kind == "fee":
        if len(bag.facts) != facts:
            raise Unfit
        many = bag.asked["q"]
        told = bag.asked.unit("q") or next((w for w in re.findall(r"[a-z]+", bag.sheet.text.rsplit(".", 1)[-1]) if _single(w) == _single(named)), "")  # fmt: skip
        if _single(told) != _single(named) or many.value <= 1 and first:
            raise Unfit
        if first:
            many = work.step(f"how many {named}s there are after the first", many - num(1))
        part = work.step(f"what is paid by the {named}", many * rate, unit)
        work.give(work.step("with what is always paid" if not first else "with the first one", fixed + part, unit), unit, "the cost")  # fmt: skip
        return
    if len(bag.facts) != facts + 1 or bag.asked.word("v") and _single(bag.asked.word("v")) != _single(named):
        raise Unfit
    if not bag.asked.word("v") and named not in ("hour", "km", "mile", "day", "minute", "kilometre"):
        raise Unfit
    rest = work.step("what is paid besides", bag.one("bill")["t"] - fixed, unit)
    many = work.step(f"how many {named}s that is", rest / rate)
    if first:
        many = work.step("with the first one", many + num(1))
    if many.value.denominator != 1:
        raise Unfit
    work.give(many, "", "the number")


def _single(word: str) -> str:
    return {"people": "person", "kilometre": "km", "kilometres": "km", "miles": "mile", "texts": "message", "text": "message"}.get(word, word.removesuffix("s"))  # fmt: skip


@family(
    r"\btip\b|service charge|delivery|postage|shipping",
    facts={
        "cost": ("~6 (cost|costs|was|is|came to|comes to) <m:money> ~3", "~5 (bought|buys|orders|ordered) ~6 for <m:money> ~3"),
        "tip": ("~2 (left|leaves|leave|gave|gives|give|added|adds|paid|pays|pay) ~4 (tip|service charge) of <t:money> ~4", "~2 (left|leaves|leave|gave|gives|give|added|adds|paid|pays) (a|an)? <t:money> tip ~4", "~3 (delivery|postage|shipping|service charge|the tip) ~2 (cost|costs|was|is|were) (another)? <t:money> ~3"),
    },
    asks={"paid": ("how much @do ~5 (pay|spend|cost) (altogether|in total|in all) ~2", "(what is|what was|find) the total (cost|bill|amount|price) ~4")},
)  # fmt: skip
def _with_tip(bag: Bag, work: Working) -> None:
    """A bill and what is added to it."""
    bag.need("cost", "tip")
    if re.search(r"\b(?:each|every|per|percent|discount|half)\b", bag.sheet.text):
        raise Unfit
    unit = bag.sheet.currency
    work.give(work.step("the bill with what is added", bag.one("cost")["m"] + bag.one("tip")["t"], unit), unit, "the total")  # fmt: skip


@family(
    r"\bspends?\b|\bpays?\b|\bspent\b",
    facts={
        "has": ("~3 (earns|gets|receives|earned|got|received|has|had) <a:money> ~3 ((a|per|each|every) (week|month))? ~2", "((each|every) (week|month))? ~3 (earns|gets|receives) <a:money> ~3", "~2 (started|began|starts|begins) ~3 with <a:money> ~2"),
        "out": ("((last|this) (week|month))? ~2 (spends|pays|spent|paid|spend|pay) <b:money> (on|for) (other)? ~4", "<b:money> (on|for) (other|all other|everything else)? ~4", "<b:money> (on|for) all other ~2"),
    },
    asks={"left": ("how much (money)? @do ~2 (save|have left|put aside|have left over) ~1 ((each|every|a|per) (week|month))? ~2", "how much (money)? (is|was) left ~5")},
)  # fmt: skip
def _budget(bag: Bag, work: Working) -> None:
    """What is left of an income after a list of costs."""
    has, outs = bag.one("has"), bag.all("out")
    if len(bag.facts) != 1 + len(outs) or len(outs) < 2 or bag.facts[0] is not has and not re.search(r"\b(?:started|began|starts|begins)\b", bag.sheet.text) or re.search(r"\b(?:percent|half|rest|more|less|day|days|weeks|months|year|twice|already)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    if {"week", "month"} <= set(re.findall("[a-z]+", bag.sheet.text)):
        raise Unfit
    unit = bag.sheet.currency
    spent: Term | None = None
    for out in outs:
        spent = out["b"] if spent is None else spent + out["b"]
    assert spent is not None
    spent = work.step("what is spent altogether", spent, unit)
    work.give(work.step("what is left", has["a"] - spent, unit), unit, "what is left")


@family(
    r"how many",
    facts={
        "price": ("(an|a|each|one|every)? ~4 (costs|cost|is|are) <p:money> (each|apiece)? ~2", "(each|one|an|a) ~4 for ~4 (costs|cost|is|are) <p:money> (each)?", "~4 for ~4 (costs|cost|is|are) <p:money> (each|apiece)", "~3 at <p:money> each"),
        "has": ("~2 (has|had) (only)? <h:money> ~3",),
    },
    asks={"buys": ("how many ~3 (can|could) ~2 (buy|afford|get) (with <h:money> ~2)? (and)? how (much|many) (money|change|dollars|pounds|euros|cents)? ~1 (will|would|does|do|is|are) ~2 (have|be|get)? left (over)? ~2",)},
)  # fmt: skip
def _as_many(bag: Bag, work: Working) -> None:
    """As many as the money is enough for, and the rest."""
    price, has = bag.one("price"), [f for f in (*bag.facts, bag.asked) if f.has("h")]
    if len(has) != 1 or len(bag.facts) != 1 + len(bag.all("has")) or re.search(r"\b(?:more|another|each other|discount|free)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    unit = bag.sheet.currency
    many = work.whole("how many the money is enough for", has[0]["h"], price["p"], "", up=False)
    left = work.step("what is left", has[0]["h"] - many * price["p"], unit)
    work.give(many, "", "the number")
    work.give_also(left, unit, "the money that is left")


@family(
    r"\bmore\b.*\bthan\b",
    facts={"two": ("~3 (spent|spends|paid|pays|spend|pay) <a:money> (on|for) <x=~2> and <b:money> (on|for) <y=~2>",)},
    asks={"more": ("how much more ~1 @do ~2 (spend|pay) (on|for) <v=~2> than (on|for)? <w=~2>", "how much (less|less money) @do ~2 (spend|pay) (on|for) <v=~2> than (on|for)? <w=~2>")},
)  # fmt: skip
def _spent_more(bag: Bag, work: Working) -> None:
    """How much more was spent on the one than on the other."""
    bag.need("two")
    two, asked = bag.one("two"), bag.asked
    named = (two.word("x"), two.word("y"))
    said = (asked.word("v"), asked.word("w"))
    if sorted(named) != sorted(said) or named[0] == named[1]:
        raise Unfit
    one, other = (two["a"], two["b"]) if named == said else (two["b"], two["a"])
    if "less" in bag.sheet.text:
        one, other = other, one
    unit = bag.sheet.currency
    work.give(work.step("the difference", one - other, unit), unit, "the difference")


@family(
    r"equally|evenly",
    facts={
        "price": ("(an|a|each|one|every)? ~3 (costs|cost|is|are) <p:money> (each)? ~1",),
        "share": (f"<n> ~2 {_PEOPLE} (share|shared|split|divide) the (cost|price|bill) (of|for) <k> ~3 (equally|evenly)",),
    },
    asks={"one": ("how much @do each (of them|of the ~2|~2)? (pay|have to pay|owe|spend|contribute) ~2",)},
)  # fmt: skip
def _shared_things(bag: Bag, work: Working) -> None:
    """So many of a thing, paid by some people in equal shares."""
    bag.need("price", "share")
    price, share = bag.one("price"), bag.one("share")
    share.whole("n", "k")
    unit = bag.sheet.currency
    total = work.step("what they cost altogether", share["k"] * price["p"], unit)
    work.give(work.step("the equal share of each", total / share["n"], unit), unit, "the share")
