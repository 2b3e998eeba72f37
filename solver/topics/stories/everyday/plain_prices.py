"""The plainest shopping in English: a price and how many, a price of so many, how many the money buys, the change, a list of prices.

Cents and dollars are not mixed. Not read: discounts and taxes (`prices`), what is bought with the money of two.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value
from solver.topics.stories.everyday.nouns import one_thing
from solver.topics.stories.school.working import Term, Unfit, Working

_WHO: Final = r"(?:i|we|he|she|they|you|my [a-z]+|[a-z]+)"
_UNIT: Final = r"(?: ?(?:dollars?|cents?|c|p|pence|pounds?|euros?|yuan|rupees?))"


def _money(name: str) -> str:
    return rf"(?:(?:[$£€] ?<{name}>)|<{name}b>{_UNIT}|<{name}c> ?¢)"


_COSTS: Final = r"(?:(?:that |which )?(?:costs?|is|are|sells? for|for|at|=|:|is priced at|are priced at) )"
_IN_ALL: Final = r"(?: (?:altogether|in all|in total|all together|total|now))?"
_BUYS: Final = r"(?:buy|buys|bought|want|wants|get|gets|got|order|orders|ordered|need|needs|take|takes)"


@kind(
    r"[$£€¢]|\b(?:dollars?|cents?|pence|euros?|yuan|rupees?)\b|\d ?[cp]\b",
    "en",
    {
        "one": (rf"(?:a|an|1|each|one|every|the) (?P<x>{en(2)}) {_COSTS}{_money('m')}", rf"(?:(?:a|the) (?:shop|store|stall|market|shopkeeper|bakery|school shop) sells )?(?P<x>{en(2)}) (?:{_COSTS})?{_money('m')} (?:each|a piece|apiece)", rf"(?:i |we )?(?P<x>{en(2)}) {_COSTS}{_money('m')} (?:per|an?) (?:piece|[a-z]+)"),
        "lot": (rf"(?:if )?<k> (?P<x>{en(2)}) {_COSTS}{_money('m')}(?: altogether| in total| in all)?", rf"{_WHO} (?:pay|pays|paid) {_money('m')} for <k> (?P<x>{en(2)})"),
        "tag": (rf"(?:a |an |the )?(?P<x>{en(2)}) (?:{_COSTS})?{_money('m')}",),
        "buys": (rf"(?:{_WHO} )?{_BUYS} <n>(?: of (?:them|these)| (?P<y>{en(2)}))?",),
        "list": (rf"(?:if )?(?:{_WHO} )?{_BUYS} (?:<n1>|a|an) (?P<y1>{en(2)})(?: and|,)? ?(?:<n2>|an?) (?P<y2>{en(2)})(?:(?: and|,|, and)? ?(?:<n3>|an?) (?P<y3>{en(2)}))?",),
        "ask_list": (rf"how much(?: is it| altogether| in all| do {_WHO} pay| does it cost)? for <n1> (?P<y1>{en(2)})(?: and|,)? ?<n2> (?P<y2>{en(2)})(?:(?: and|,|, and)? ?<n3> (?P<y3>{en(2)}))?{_IN_ALL}",),
        "paid": (rf"(?:{_WHO} )?(?:pay|pays|paid|give|gives|gave|hand over|hands over)(?: the (?:shop(?:keeper)?|cashier|seller))? (?:with )?(?:a )?{_money('g')}(?: (?:note|bill|coin))?", rf"(?:{_WHO} )?(?:has|have|had|with) {_money('g')}"),
        "ask_cost": (rf"how much (?:(?:do|does|did|will|would|is|are|for) )?(?:it )?(?:cost )?(?:for |to buy )?<q>(?: of them| (?P<z>{en(2)}))?(?: cost)?{_IN_ALL}", rf"(?:what is |find )?the (?:total )?(?:cost|price) of <q>(?: (?P<z>{en(2)}))?", rf"what (?:do|does|will|would) <q>(?: (?P<z>{en(2)}))? cost{_IN_ALL}"),
        "ask_one": (rf"how much (?:is|does|for|will) (?:1|one|each|a|an|the)(?: (?P<z>{en(2)}))?(?: cost)?", rf"(?:what is |find )?the (?:cost|price) of (?:1|one|each|a|an)(?: (?P<z>{en(2)}))?", rf"what does (?:1|one|each|a|an)(?: (?P<z>{en(2)}))? cost"),
        "ask_all": (rf"(?:how much|what) (?:(?:do|does|did|will) {_WHO} )?(?:pay|spend|cost|is that|is it|do they cost|does it cost|will it cost|altogether|in all|in total|total)?{_IN_ALL}", r"(?:what is |find )?the total(?: cost| price| bill)?", r"total(?: cost| price)?"),
        "ask_change": (rf"how much change(?: (?:do|does|did|will|should|would) {_WHO} (?:get|receive|be given|have)(?: back)?| is there)?", r"(?:what is |find )?(?:the|my|his|her) change", r"what change(?: (?:do|does|did|will) [a-z]+ get)?", rf"how much (?:money )?(?:(?:do|does|will) {_WHO} (?:get back|have left)|is left|left)"),
        "ask_can": (rf"how many (?P<z>{en(2)}) can be bought (?:with|for|from) {_money('g')}", rf"how many(?: (?:of them|(?P<z>{en(2)})))? can {_WHO} (?:buy|get|afford)(?: (?:with|for|from|using) (?:{_money('g')}|it|that))?",),
        "ask_can_priced": (rf"(?:(?:with|for) {_money('g')},? )?how many {_money('m')} (?P<x>{en(2)}) can {_WHO} (?:buy|get|afford)(?: (?:with|for|from|using) {_money('h')})?",),
    },
)  # fmt: skip
def _shopping(s: Story, work: Working) -> None:
    if re.search(r"%|\b(?:off|discount|tax|tip|half|free|change of|more than)\b", s.text):
        raise Unfit
    unit = _unit(s.text)
    prices = s.all("one", "tag", "lot")
    if s.question == "can_priced":
        s.only()
        money = [value(v) for v in (*_amounts(s, "g"), *_amounts(s, "h"))]
        if len(money) != 1:
            raise Unfit
        _buys(work, money[0], value(_amounts(s, "m")[0]), s.asked.values["x"].strip())
        return
    if s.all("list", "ask_list"):
        _listed(s, work, unit)
        return
    if len(prices) != 1 or not one_thing([*s.words("x"), *s.words("y"), *s.words("z")]):
        raise Unfit
    price = value(_amounts(s, "m")[0])
    told = prices[0].kind
    if told == "lot" and s.told("k").value != 1 and s.question in ("cost", "one", "can"):
        price = work.step("the price of one: divide", price / s.told("k"), unit)
    elif told == "tag" and s.question in ("cost", "can") and _is_many(prices[0].values["x"]) is False:
        raise Unfit
    match s.question:
        case "cost":
            s.only("one", "tag", "lot")
            work.give(
                work.step("so many times the price of one", price * s.told("q"), unit), unit, "the cost"
            )
        case "one" if told == "lot":
            s.only("lot")
            work.give(price, unit, "the price of one")
        case "all" | "change":
            if s.question == "change" and len(s.all("paid")) != 1 or s.question == "all" and s.all("paid"):
                raise Unfit
            s.only("one", "tag", "lot", "buys", "paid")
            bought = s.maybe("buys")
            if bought is not None and told != "lot":
                price = work.step("the cost: so many times the price", price * s.told("n"), unit)
            elif bought is not None or s.question == "all":
                raise Unfit
            if s.question == "change":
                price = work.step("the change: what is paid less the cost", value(_amounts(s, "g")[0]) - price, unit)  # fmt: skip
            work.give(price, unit, "the change" if s.question == "change" else "the cost")
        case "can":
            s.only("one", "tag", "lot", "paid")
            given = _amounts(s, "g")
            if len(given) != 1:
                raise Unfit
            _buys(work, value(given[0]), price, prices[0].values["x"].strip())
        case _:
            raise Unfit


def _buys(work: Working, money: Term, price: Term, what: str) -> None:
    work.give(
        work.whole("how many the money is enough for: divide", money, price, what, up=False),
        what,
        "how many can be bought",
    )


def _listed(s: Story, work: Working, unit: str) -> None:
    """Several things by a list of prices; the change too, where something is paid."""
    s.only("one", "tag", "list", "paid")
    bought = s.one("list", "ask_list").values
    prices = {said.values["x"].strip(): value(_of(said.values, "m")) for said in s.all("one", "tag")}
    if s.question not in ("all", "change", "list") or (s.question == "change") != (len(s.all("paid")) == 1):
        raise Unfit
    total: Term | None = None
    wanted = [(bought.get(f"n{i}"), bought[f"y{i}"].strip()) for i in (1, 2, 3) if f"y{i}" in bought]
    for many, what in wanted:
        of_it = [price for thing, price in prices.items() if one_thing([thing, what])]
        if len(of_it) != 1:
            raise Unfit
        cost = of_it[0] if many is None else work.step(f"for the {what}", of_it[0] * value(many), unit)
        total = cost if total is None else total + cost
    if total is None or len({what for _, what in wanted}) != len(wanted):
        raise Unfit
    cost = work.step("all together: add", total, unit)
    if s.question == "change":
        cost = work.step("the change: what is paid less the cost", value(_amounts(s, "g")[0]) - cost, unit)
    work.give(cost, unit, "the change" if s.question == "change" else "the total")


def _of(values: object, name: str) -> str:
    said: dict[str, str] = dict(values)  # type: ignore[call-overload]
    return next(said[k] for k in (name, f"{name}b", f"{name}c") if k in said)


def _amounts(s: Story, name: str) -> list[str]:
    """What stands at the places of an amount of money."""
    return [said.values[k] for said in s.said for k in (name, f"{name}b", f"{name}c") if k in said.values]


def _is_many(name: str) -> bool | None:
    """Whether a noun is a plural; a price of "pens" is one of each."""
    return name.strip().endswith("s") or None


_SIGNS: Final = {"$": "dollars", "£": "pounds", "€": "euros", "¢": "cents"}


def _unit(text: str) -> str:
    """The one unit of money in a text."""
    units = {name for sign, name in _SIGNS.items() if sign in text}
    words = re.findall(
        r"(?<=\d) ?(dollar|cent|pence|pound|euro|yuan|rupee|c\b|p\b)|\b(dollar|cent|euro|yuan|rupee)s?\b",
        text,
    )
    units |= {{"c": "cents", "p": "pence"}.get(w, w + "s" if w != "pence" and w != "yuan" else w) for pair in words for w in pair if w}  # fmt: skip
    if len(units) != 1:
        raise Unfit
    return units.pop()
