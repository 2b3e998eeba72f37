"""Percentages in stories: a price after and before changes, how many percent, what part, profit and loss.

Not read: percentages of different wholes together; interest (`interest`).
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.english.methods.families import Bag, Fact, family
from solver.topics.stories.school.english.methods.patterns import MACROS, verbs
from solver.topics.stories.school.working import Term, Unfit, Working, num

MACROS["down"] = verbs(
    "reduce fall/falls/fell/fallen drop/drops/dropped decrease lower sink/sinks/sank decline discount cut/cuts shrink/shrinks/shrank lose/loses/lost"
)
MACROS["up"] = verbs(
    "increase rise/rises/rose/risen grow/grows/grew/grown raise gain climb mark/marks/marked"
)
_NEXT: Final = "(then|again|later|further|another|a further|an additional|by another)?"
_WHEN: Final = "(in)? (the)? (first|second|next|following|last|third)? (year|month|week|day)?"
_DOWN: Final = (
    "~ @down ~4 (by)? <p:percent> ~4", "~ <p:percent> (off|discount|reduction|less|cheaper|coupon|decrease) ~5", "~ (discount|reduction|decrease) of <p:percent> ~4", "~ (a|an|the)? (extra|additional|further|student|member)? ~2 <p:percent> (off|discount|reduction|decrease|coupon) ~5",
    "<p:percent> off ~3", "(after|with) (a|an|the) (discount|reduction|decrease|price cut) of <p:percent>", "~ (coupon|voucher|card) ~4 (for|gives|of|takes) ~3 <p:percent> (off)? ~4", "~ with (an|a)? (extra|additional)? <p:percent> (off|discount) ~3", f"~ @down ~3 {_NEXT} (by)? <p:percent> {_WHEN}", "(in)? the (next|following|second) (year|month|week) ~3 @down ~3 by <p:percent>",
)  # fmt: skip
_UP: Final = (
    "~ @up ~4 (by)? <p:percent> ~4", "~ <p:percent> (increase|tax|tip|vat|surcharge|raise|markup|profit|service charge|sales tax|rise) ~6", "~ (tax|tip|increase|vat|markup|profit|sales tax|rise|service charge) ~2 (of|is) <p:percent> ~4", "~ (at|for) a <p:percent> (profit|markup) ~2", "(plus)? <p:percent> (tax|vat|tip|sales tax) ~4",
    f"~ @up ~3 {_NEXT} (by)? <p:percent> {_WHEN}", "(in)? the (next|following|second) (year|month|week) ~3 @up ~3 by <p:percent>", "~ (adds|leaves|pays|gives|add|leave) ~2 <p:percent> (tip|tax|sales tax) ~4",
)  # fmt: skip
_PRICE: Final = (
    "~ (costs|cost|sells for|is sold for|is priced at|was priced at|earns|has|had|is|was|weighs) (normally|usually|originally)? <m:any> ~5", "~ (normally|usually|originally) (costs|cost|priced at|sold for|sells for)? ~1 <m:any> ~3 ((are|is) on sale)?", "~ (costs|cost) <m:any> (before|without|excluding) (tax|vat|sales tax)", "~ (price|value|salary|population|rent|bill|cost|fare|wage|income|meal|worth|weight|height) ~6 (is|was|of|comes to|at) <m:any> ~5",
    "~ @pay <m:any> ~4", "~ <m:money> (meal|bill|shirt|jacket|bike|coat|dress|bag|tv|phone|book|item|game|~1) ~3", "~ (buys|bought|orders|ordered) ~5 (for|costing|that costs|priced at|at) <m:money> ~3",
)  # fmt: skip
_OFF: Final = (
    "~ <c:money> (off|coupon|voucher|discount) ~5",
    "~ (coupon|voucher) ~3 (for|of|worth) <c:money> (off)? ~3",
    "~ (an)? (extra|additional)? <c:money> off ~3",
)
_NOW: Final = (
    "~ (now)? (costs|cost|sells for|is priced at|pays|paid|is sold for) (now|only|just)? <m:any> ~3 (now)?", "~ (sale|new|reduced|final|discounted) price ~4 (is|was|of) <m:any> ~3", "~ (now|new|today) ~5 (is|has|earns|costs|weighs) ~2 <m:any> ~4", "~ (is|has) now <m:any> ~4", "~ it (is|costs|has|cost) (now)? <m:any> ~3",
    "~ (after|with) (the|this) (discount|reduction|increase|sale|raise|rise|price cut) ~4 (costs|cost|is|pays|paid|was|are) ~2 <m:any> ~3", "~ (bought|paid|pays|buys|sold|sells) ~4 (for)? <m:any> ~4 (after|with)? ~4",
)  # fmt: skip
_ASK_AFTER: Final = (
    "(what is|how much is|find|calculate|what was|what will be|what would be|work out) (the|its|his|her|their) (sale|new|final|reduced|discounted|selling|total|price|value|salary|population|rent|cost|bill|fare|wage|sale price|weight|~2) ~6 (price|now|salary|population|value|bill|cost|~1)? ~8", "how much @do ~5 (cost|pay) ~3 (with|including) (the)? (tax|vat|sales tax|tip)", "how much @do ~5 (cost|pay|earn|sell|weigh|be|charge) ~6 (now|after ~4|altogether|in total|in all)? ~3", "how many ~3 (are there|@do) ~8 (now|after ~3|after <two:time>)? ~4",
    "what @do ~6 (pay|cost) ~6 (now|in total|altogether)?", "how much is ~5 (now)?",
)  # fmt: skip
_ASK_BEFORE: Final = (
    "(find|what is|what was|calculate|work out|how much was|what were) (the|its|his|her) (price|cost|value|fare|salary|rent|number|weight|bill) ~3 before ~1 (discount|sale|reduction|increase|rise|offer|cut|tax|vat)? ~3",
    "(what|how much) was (the|its) (price|cost|value|salary|rent|population) (at first|in the beginning|at the start|initially) ~2",
    "(what was|what is|find|how much was|what were|calculate|work out) (the|its|his|her) (original|regular|normal|old|usual|full|previous|marked|list) ~3 ~6", "how much @do ~5 (cost|earn|pay|weigh) (before|originally|at first|without) ~6", "what was ~5 (before|originally|at first) ~5", "how many ~4 (before|originally|at first) ~6", "how much was ~5 (before|originally) ~5", "how much did ~4 (originally) cost", "what did ~4 (originally)? cost (before|originally)? ~4",
)  # fmt: skip
_ASK_RATE: Final = (
    "by (what|how many) (percent|percentage|percents) (did|has|have) ~3 @up ~2",
    "by (what|how many) (percent|percentage|percents) (did|has|have) ~3 @down ~2",
    "by (what|how many) (percent|percentage|percents) ~8 @down? ~3 @up? ~4", "(what is|find|what was|calculate|work out) (the|his|her) (percentage|percent) ~2 (increase|decrease|discount|reduction|rise|change|profit|loss|gain|off) ~6", "(what is|find|what was) (the|his|her) (profit|loss|discount|increase|decrease) (percent|percentage|in percent|as a percentage) ~8", "what (percent|percentage) (discount|off|increase|decrease|profit|loss|reduction) ~6", "how many percent ~6",
)  # fmt: skip
_ASK_AMOUNT: Final = (
    "how much @do ~4 save ~4",
    "how much (is|was) the (discount|tip|tax|reduction|saving|vat|service charge|increase) ~4",
    "how much (money)? (tip|tax|discount) ~6",
    "how much cheaper ~5",
    "how much is (a|the) <p:percent> (tip|tax|discount|vat|service charge) ~3",
    "(what is|find) the (amount of the)? (discount|tip|tax|vat) ~4",
    "how much (tip|tax) @do ~4",
)


def _change(work: Working, value: Term, fact: Fact, unit: str) -> Term:
    if fact.kind == "coupon":
        return work.step("the price after the coupon", value - fact["c"], unit)
    rate = fact["p"]
    if fact.kind == "down":
        kept = work.step("what part is left: the whole is 100%, that is 1", num(1) - rate)
        return work.step("the amount after the decrease", value * kept, unit)
    more = work.step("the whole and the increase together: the whole is 100%, that is 1", num(1) + rate)
    return work.step("the amount after the increase", value * more, unit)


@family(r"off\b|discount|tax|tip|percent|increase|rise|reduc|decrease|profit|grow|grew|raise|fell|fall|drop|coupon|vat|cut|lower|rose|[\ue800-\uebff]", facts={"before": _PRICE, "down": _DOWN, "up": _UP, "coupon": _OFF, "again": (f"by <p:percent> {_WHEN}",)}, asks={"after": _ASK_AFTER, "amount": _ASK_AMOUNT})  # fmt: skip
def _after(bag: Bag, work: Working) -> None:
    start = bag.one("before")
    if "cost price" in bag.sheet.sentences[-1].text:
        raise Unfit  # the amount before the profit
    changes = [f for f in bag.facts if f.kind != "before"]
    unit = start.unit("m")
    if bag.asked.has("p") and not changes:
        work.give(work.step("this part of the amount", start["m"] * bag.asked["p"], unit), unit, "the amount")
        return
    if (
        not changes
        or len(changes) > 3
        or any(f.kind != "coupon" and not f.has("p") for f in changes)
        or not any(f.has("p") for f in changes)
    ):
        raise Unfit
    if _APART.search(bag.sheet.text) or _TO_SHARE.search(bag.sheet.text):
        raise Unfit
    if bag.asked.kind == "amount":
        if len(changes) != 1:
            raise Unfit
        work.give(
            work.step("this part of the amount", start["m"] * changes[0]["p"], unit), unit, "the amount"
        )
        return
    if re.search(r"\b(?:tip|tax|vat|profit|discount|interest|saving|savings|commission)\b", bag.asked.word("x")) or re.search(r"(?:is|was) the (?:tip|tax|discount|profit|loss|increase|decrease|saving)|(?:tip|tax|discount|profit)\?", bag.sheet.text) or re.search(r"\b(?:more|less|difference|percentage)\b", bag.sheet.text.rsplit(".", 2)[-1]):  # fmt: skip
        raise Unfit
    value = start["m"]
    for i, fact in enumerate(changes):
        if fact.kind == "again":
            if not i or changes[i - 1].kind not in ("up", "down"):
                raise Unfit
            fact = Fact(changes[i - 1].kind, fact.values, {}, {})
        value = _change(work, value, fact, unit)
    if not unit and value.value.denominator != 1 and not re.search("kg|litre|weigh|height", bag.sheet.text):
        raise Unfit
    work.give(value, unit, "the amount")


_TO_SHARE: Final = re.compile(
    r"\b(?:reduc|increas|decreas|rais|lower|cut|drop|f[ae]ll|r[io]se|grew|gr[ow]w)[a-z]* to \S+ of\b"
)
"""Reduced to 20% of the price is not by 20%."""
_APART: Final = re.compile(r"\b(?:of the (?:rest|remaining|remainder)|each year|every year|per year|annual|interest|compound|twice|another store|other store)\b")  # fmt: skip


@family(r"original|before|regular|normal|usual|old|previous|first|full|cost|price", facts={"now_down": ("~ (costs|cost|sells for|is sold for|was sold for) <m:any> after (a|the) (discount|reduction|decrease|price cut) of <p:percent>", "~ (costs|cost|sells for|is sold for|was sold for) <m:any> after (a|the) <p:percent> (discount|reduction|decrease|price cut)", "(after|with) (a|the) <p:percent> (discount|reduction|decrease|price cut) ~5 (costs|cost|is|was|pays|paid|sells for) ~2 <m:any> ~3",), "now_up": ("~ (price|cost|bill|fare) ~4 (including|with|inclusive of|which includes) ~1 <p:percent> ~1 (tax|vat|sales tax|service charge) ~2 (is|was|comes to) <m:any> ~2", "(after|with) (a|the) <p:percent> (increase|rise|raise|tax|markup) ~5 (costs|cost|is|was|pays|paid|earns) ~2 <m:any> ~3",), "now": (*_NOW, *_PRICE), "down": _DOWN, "up": _UP}, asks={"start": _ASK_BEFORE})  # fmt: skip
def _before(bag: Bag, work: Working) -> None:
    if bag.kinds in ("now_down", "now_up"):
        whole = bag.facts[0]
        facts = (Fact("now", whole.values, whole.units, {}), Fact(whole.kind[4:], whole.values, {}, {}))
        bag = Bag(facts, bag.asked, bag.sheet)
    now, changes = bag.one("now"), [f for f in bag.facts if f.kind != "now"]
    if not 1 <= len(changes) <= 3 or _APART.search(bag.sheet.text):
        raise Unfit
    unit, rate = now.unit("m"), changes[0]["p"]
    if len(changes) > 1:
        _before_several(bag, work, now, changes)
        return
    if changes[0].kind == "down":
        part = work.step(
            "what part of the old amount the new one is: the old one is 100%, that is 1", num(1) - rate
        )
    else:
        part = work.step(
            "how many times the old amount the new one is: the old one is 100%, that is 1", num(1) + rate
        )
    term = work.step("the amount before: the new amount divided by this", now["m"] / part, unit)
    if not unit and term.value.denominator != 1:
        raise Unfit
    work.give(term, unit, "the amount before")


def _before_several(bag: Bag, work: Working, now: Fact, changes: list[Fact]) -> None:
    """Each change is one of the amount that it finds."""
    if any(not f.has("p") for f in changes) or bag.facts.index(now) < bag.facts.index(changes[-1]) or not re.search(r"\b(?:then|again|later|after that|afterwards|next|further)\b", bag.sheet.text):  # fmt: skip
        raise Unfit
    part: Term | None = None
    for fact in changes:
        sign = fact["p"].value if fact.kind == "up" else -fact["p"].value
        one = work.step("what part of the amount before it is: that is 100%, or 1", num(1) + num(sign) if sign > 0 else num(1) - num(-sign))  # fmt: skip
        part = one if part is None else work.step("what part of the first amount that is", part * one)
    assert part is not None
    unit = now.unit("m")
    term = work.step("the amount at first: the last amount divided by this", now["m"] / part, unit)
    if not unit and term.value.denominator != 1:
        raise Unfit
    work.give(term, unit, "the amount at first")


@family(
    r"percent|%",
    facts={
        "two": ("~ (from) <a:any> ~2 (to) <b:any> ~4",),
        "both": ("~ (that|which)? (cost|used to cost|was) <a:money> (now|today) (costs|is) <b:money> ~2", "~ (that|which)? (cost|used to cost) <a:money> ~2 (now)? (costs|is) (now)? <b:money> (now)?"),
        "old": ("~ (was|used to cost|originally cost|cost|costs|normally costs|usually costs|bought|buys) ~6 <a:money> ~5", "~ (was|had|cost) ~3 <a:any> ~4", "~ (costs|cost|bought|buys|buy) ~6 (for)? <a:money> ~2", "(original|regular|normal) price ~4 (is|was) <a:money>", "~ price ~5 (was|is) <a:money> ~2"),
        "new": ("~ (is|now costs|costs now|sold|sells|is sold|sell) (now)? ~5 (for)? (now)? <b:money> ~4", "~ (now|on sale|sale price ~2|today) ~3 <b:any> ~4", "~ (sells|sold|resells) ~3 for <b:money> ~2", "~ it is now <b:any> ~3"),
    },
    asks={"rate": _ASK_RATE},
)  # fmt: skip
def _rate(bag: Bag, work: Working) -> None:
    if bag.kinds in ("two", "both"):
        old = new = bag.facts[0]
    else:
        bag.need("old", "new")
        old, new = bag.one("old"), bag.one("new")
    a, b, unit = old["a"], new["b"], old.unit("a")
    down = re.search(
        r"\b(?:decrease|decreased|discount|reduction|reduced|loss|fell|fall|lower|lowered|drop|dropped|off|lose)\b",
        bag.sheet.text,
    )
    up = re.search(
        r"\b(?:increase|increased|rise|rose|profit|gain|grew|grow|raised|go up|gone up|went up)\b",
        bag.sheet.text,
    )
    if bool(down) == bool(up) or (b.value < a.value) != bool(down) or unit != new.unit("b"):
        raise Unfit
    change = work.step("the change", a - b if down else b - a, unit)
    part = work.step("what part of the old amount that is", change / a)
    work.give(work.step("this part in percent", part * num(100), "%"), "percent", "the percentage")


@family(
    r"percent|fraction|%",
    facts={
        "whole": ("~ (there are|has|have|had|is|are|took|asked|plants|planted|buys|bought|sat|of|contains|got|was) ~3 <n> <w=~2> ~5", "(out of)? <n> <w=~2> ~6", "~ <n> <w=~2> ~6"),
        "part": ("<k> (of them|of these|of the ~3|of her ~3|of his ~3|~2) ~6", "~ <k> (of them|of these|of the ~3|of those) ~6", "~ (answers|answered|got|won|scored|hit|made|wins) ~3 <k> (of them|~2)? ~4", "the (rest|others) ~4"),
        "both": ("of (the|his|her|their)? <n> ~4 <k> ~5", "(out)? of (the|his|her|their)? <n> ~4 <k> ~5", "~ <k> (out of|of) (the|her|his|these|its|their|all)? <n> ~8",),
    },
    asks={
        "percent": ("what (percent|percentage) (of ~5)? ~8 (not)? ~6", "(what is|find) the percentage of ~8", "(express|write|give) ~6 as a percentage"), "fraction": ("what fraction (of ~5)? ~8 (not)? ~6",),
    },
)  # fmt: skip
def _share(bag: Bag, work: Working) -> None:
    """So many of so many: as a percentage or a fraction; the others where it is asked what is not so."""
    if bag.kinds == "both":
        fact = bag.one("both")
        n, k = fact["n"], fact["k"]
    else:
        bag.need("whole", "part")
        whole, part = bag.one("whole"), bag.one("part")
        if not part.has("k") or bag.facts.index(whole) > bag.facts.index(part):
            raise Unfit
        n, k = whole["n"], part["k"]
    text = bag.sheet.text
    if (
        k.value > n.value
        or n.value.denominator != 1
        or k.value.denominator != 1
        or re.search(
            r"\b(?:more|less|fewer|than|rest|other|others|increase|discount|each|left|another|then)\b", text
        )
    ):
        raise Unfit
    asked = text.rstrip("?. ").rsplit(".", 1)[-1]
    told = text[: -len(asked)]
    negated = bool(re.search(r"\b(?:not|n't|never|wrong|incorrect|incorrectly|empty|absent)\b", asked))
    if not _same_part(told, asked):
        raise Unfit
    if negated == bool(re.search(r"\b(?:not|n't|never|wrong|incorrect|incorrectly|empty|absent)\b", told)):
        if negated:
            raise Unfit
        rest = k
    else:
        if not re.search(r"\b(?:not|n't)\b", asked):
            raise Unfit
        rest = work.step("how many it are not", n - k)
    ratio = work.step("what part of all that is", rest / n)
    if bag.asked.kind == "fraction":
        work.give(ratio, "", "the fraction")
    else:
        work.give(work.step("this part in percent", ratio * num(100), "%"), "percent", "the percentage")


def _same_part(told: str, asked: str) -> bool:
    """Whether the question names what the part was told to be, not the others: a word of its sentence comes again."""
    said = {_stem(w) for w in re.findall("[a-z]{2,}", asked)} - _SMALL
    return said <= {_stem(w) for w in re.findall("[a-z]{2,}", told)}


_IRREGULAR: Final = {"won": "win", "took": "take", "got": "get", "ate": "eat", "sold": "sell", "swam": "swim", "went": "go", "made": "make", "came": "come", "rode": "ride", "drank": "drink", "hit": "hit"}  # fmt: skip


def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word)


_SMALL: Final = frozenset(
    _stem(word)
    for word in "i did do does it he she they is are was were have has had the of in this that them her his their not these those percentage percent "
    "fraction what all and there".split()
)
