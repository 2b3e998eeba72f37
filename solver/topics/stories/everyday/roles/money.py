"""Money: several things at their prices, what is paid and given back, and charges with a fixed part."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.roles.casting import WORK_OUT, Cast, Part, kind
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.wording import singular

_WHO: Final = r"(?:(?!(?:each|every|one)\b)[a-z' ]+?)"
_IN_ALL: Final = r"(?: (?:in total|altogether|in all|for (?:them|it|everything|all of (?:them|it|this))|for (?:the|her|his|their|these|this|all) [a-z ]+|online|on [a-z]+))?"


@kind(
    r"[$£€]|\b(?:dollars|pounds|euros|cents|pence)\b",
    {
        "rate": (r"(?:plus|and|with|then|also|an extra|an additional) (?:an? )?(?:extra |additional |further )?<m> (?:(?:for )?(?:each|every)|per|an?) (?:extra |additional )?[[u]]", r"<m> (?:(?:for )?(?:each|every)|per|an?) (?:extra |additional )?(?!month|year|day to)[[u]]"),
        "fixed": (r"<m> (?:an?|per|each|every) (?:month|year)", r"(?:(?:fixed|flat|booking|hire|basic|standing|initial|joining|delivery|entrance|entry|service|monthly|call-?out|set-?up) (?:charge|fee|cost|price|rate)s? )(?:of|is|was) <m>", r"<m> (?:fixed|flat|booking|hire|basic|standing|initial|joining|delivery|call-?out|service|set-?up) (?:charge|fee|rate)", r"<m> to (?:hire|rent|enter|join|start|book|come|visit)[a-z ]*?", r"(?:charges|costs|pays) <m>(?= (?:plus|and))"),
        "bill": (r"(?:bill|total|charge|cost|fare|invoice|customer|he|she|[a-z]+) (?:[a-z ]+ )?(?:was|is|came to|comes to|of|paid|pays|charged) <m>", r"\b(?:paid|pays|spent|charged) <m>"),
        "count": (r"<k> [[v]]",),
    },
    {
        "count": (r"(?:for |in )?how many (?P<x>[a-z ]+?) (?:did|does|do|was|were|is|are|has|had|can|could) [a-z ' ]+",),
        "cost": (rf"how much (?:does|did|do|will|would|must|should|is|was) {_WHO} (?:cost|pay|charge|be charged|have to pay|the bill|the total|the cost)(?: [a-z ]+)?", rf"{WORK_OUT} (?:the |his |her |their )?(?:total )?(?:cost|bill|charge|fare|price|amount)(?: [a-z ]+)?"),
    },
    allowed="each every total last",
)  # fmt: skip
def _fixed_part(cast: Cast, work: Working) -> None:
    """So much for a start, and so much for each: what comes to so much, or how many of them."""
    fixed, rate = cast.one("fixed")["m"], cast.one("rate")
    unit = _one(rate.words["u"])
    if re.search(r"\b(?:first|free|included|discount|after|over|above)\b", cast.plain):
        raise Unfit
    if cast.asked.role == "count":
        bill = cast.one("bill")["m"]
        if cast.all("count") or not _names(cast.asked.words["x"], unit):
            raise Unfit
        rest = work.step("what is charged beside the fixed part", bill - fixed)
        many = work.step("how many that is at so much each", rest / rate["m"])
        if many.value.denominator != 1:
            raise Unfit
        work.give(many, cast.asked.words["x"], "the number that is asked for")
        return
    count = cast.one("count")
    if cast.all("bill") or not _names(count.words["v"], unit):
        raise Unfit
    more = work.step("what comes beside the fixed part", rate["m"] * count["k"])
    work.give(work.step("both together", fixed + more), "", "the cost")


_SHARED: Final = re.compile(
    r"\b(?:in an? (?:year|month|week|day)|split|splits|halves|friends? pays?|that (?:much|many)|times|free|dozen|pairs? for|coupon|tax|tip|saved?|borrow\w*)\b"
)
_BUYS: Final = re.compile(
    r"\b([a-z]+) (?:buys?|bought|orders?|ordered|purchases?|purchased|gets|got|pays?|paid|spends?|spent)\b"
)
_UNITS: Final = frozenset("kg g l ml m cm km pound ounce litre liter gallon dozen pair hour minute day week month year percent".split())  # fmt: skip
_PRICED: Final = r"(?:at|for|costing|which cost|that cost|priced at) "


@kind(
    r"[$£€]|\b(?:dollars|pounds|euros|cents|pence|yuan)\b",
    {
        "many": (rf"<k> (?P<a>[a-z][a-z' -]*?) {_PRICED}<m> (?:each|apiece|per [a-z]+|an? (?!total)[a-z]+)", r"<k> <m> (?P<a>[a-z]+)", r"<k> (?P<a>[a-z][a-z' -]*?) (?:which|that|and) (?:each )?(?:cost|costs) <m> each", rf"<k> (?P<a>[a-z][a-z' -]*?) {_PRICED}<m> each"),
        "single": (rf"\b(?:an?|the|1|one|some|his|her) (?P<a>[a-z][a-z' -]*?) {_PRICED}<m>(?! (?:each|apiece|per|an?)\b)",),
        "price": (r"\b(?:an?|each|every|the|one|1)? ?(?P<a>[a-z][a-z-]*(?: [a-z-]+){0,2}?) (?:costs?|is|are|sells? for|sell at|is priced at|are priced at) <m>(?: each| apiece)?", r"\b(?P<a>[a-z]+s) (?:are|cost|sell for|sell at) <m> each"),
        "paid": (r"(?:pays?|paid|paying) (?:the [a-z]+ )?(?:with |using )?(?:an? )?<m>(?: (?:note|bill))?", r"(?:gives?|gave|hands?|handed) (?:over )?(?:(?:the|him|her) )?(?:[a-z]+ )?(?:an? )?<m>(?: (?:note|bill))?", r"(?:has|had|with|starts? with|takes?|took) (?:an? )?(?:only )?<m>(?: (?:note|bill|in (?:his|her) [a-z]+))?"),
        "off": (r"(?:are |is )?<p> (?:cheaper|off|discount)(?: on (?:the )?(?:total|everything|bill))?", r"(?:a )?discount of <p>"),
        "count": (r"<k> (?P<a>[a-z][a-z-]*)",),
    },
    {
        "change": (rf"how much (?:change|money) (?:does|did|do|should|will|would) {_WHO} (?:get|receive|be given|have)(?: back| left)?(?: [a-z ]+)?", rf"{WORK_OUT} (?:her|his|their|the) change(?: [a-z ]+)?", r"what change (?:does|did|should|will|would) [a-z' ]+"),
        "left": (rf"how much (?:money )?(?:does|did|do|will|would) {_WHO} (?:have|has) (?:left|remaining)(?: [a-z]+)?", r"how much (?:money )?is (?:left|remaining)(?: [a-z]+)?"),
        "total": (rf"how much (?:money )?(?:does|did|do|will|would|must|should) (?P<told>{_WHO}|(?!each|every)[a-z0-9,' ]+?) (?:pay|spend|cost|have to pay|owe|need)(?: [a-z]+ [a-z]+ [a-z]+)?{_IN_ALL}", r"how much (?:is|are|do|does) (?P<told>[a-z0-9,' ]+?)(?: cost)?(?: altogether| in total| in all)?", rf"{WORK_OUT} (?:the|her|his|their) (?:total )?(?:cost|bill|price|amount)(?: [a-z ]+)?"),
    },
    allowed="total all discount left back",
)  # fmt: skip
def _receipt(cast: Cast, work: Working) -> None:
    """Things at their prices, each named or counted; what they come to, or what is left of the money."""
    counts = cast.all("count")
    prices = cast.all("price")
    buyers = {m[1] for m in _BUYS.finditer(cast.plain)} - {"he", "she", "they", "and", "also", "who"}
    if (
        len(buyers) > 1
        or _SHARED.search(f"{cast.plain} {cast.asked.text}")
        or any(_one(p.words["a"]) in _UNITS for p in counts)
    ):
        raise Unfit
    sums = [_sum(part, work) for part in cast.all("many", "single")]
    for count in counts:
        fitting = [p for p in prices if _one(count.words["a"]) in map(_one, p.words["a"].split())]
        if len(fitting) != 1:
            raise Unfit
        sums.append(work.step(f"what the {count.words['a']} cost", count["k"] * fitting[0]["m"]))
    if len(prices) > len(counts) and (counts or len(prices) < len(cast.parts) - 1):
        raise Unfit
    if prices and not counts:
        if _BUYS.search(cast.plain):
            raise Unfit  # which of them?
        sums += [p["m"] for p in prices]
    paid, off = cast.maybe("paid"), cast.maybe("off")
    if not sums or (paid is None) is (cast.asked.role in ("change", "left")):
        raise Unfit
    if len(sums) == 1 and paid is None and off is None and not cast.all("many") and not counts:
        raise Unfit
    total = sums[0]
    for other in sums[1:]:
        total = total + other
    total = work.step("all together", total)
    if off is not None:
        less = work.step("the discount", total * num(off["p"].value / 100))
        total = work.step("what is to be paid", total - less)
    if paid is not None:
        total = work.step("what is left of the money", paid["m"] - total)
    work.give(total, "", "the change" if cast.asked.role == "change" else "what is left" if paid else "the total")  # fmt: skip


def _sum(part: Part, work: Working) -> Term:
    if part.role != "many":
        return part["m"]
    return work.step(f"what the {part.words['a'].strip()} cost", part["k"] * part["m"])


def _one(noun: str) -> str:
    return singular(noun.split()[-1])


def _names(phrase: str, unit: str) -> bool:
    """Whether the words name the thing: its last word is one of them."""
    return unit in map(_one, phrase.split())


@kind(
    r"\bsame (?:amount|number|sum)\b|\bequal (?:amounts|numbers)\b",
    {
        "times": (r"(?P<a>[a-z]+) had <k> times as (?:much|many)(?: [a-z]+)? as (?P<b>[a-z]+)",),
        "loss": (r"(?P<a>[a-z]+) (?:spent|gave away|lost|sold|used|ate|donated) (?:<m>|<n>)(?: [a-z]+)?",),
    },
    {"one": (r"how (?:much|many)(?: money| [a-z]+)? did (?P<x>[a-z]+) have (?:at first|at the start|to begin with|originally|in the beginning|at the beginning|initially)",)},
    allowed="after same equal left then first at before all gave away lost when",
)  # fmt: skip
def _equal_then(cast: Cast, work: Working) -> None:
    """One had so many times as much; each loses something, and then they have the same."""
    times, losses = cast.one("times"), {part.words["a"]: part for part in cast.all("loss")}
    many, few = times.words["a"], times.words["b"]
    if set(losses) != {many, few} or len(cast.parts) != 3 or cast.asked.words["x"] not in losses:
        raise Unfit
    lost = {name: part["m"] if "m" in part.numbers else part["n"] for name, part in losses.items()}
    apart = work.step("how much more the one with more had: what more is gone of it", lost[many] - lost[few])
    parts = work.step("this is so many times what the other had", times["k"] - num(1))
    less = work.step(few.capitalize(), apart / parts)
    if less.value < lost[few].value:
        raise Unfit
    found = less if cast.asked.words["x"] == few else work.step(many.capitalize(), less * times["k"])
    work.give(found, "", cast.asked.words["x"].capitalize())


@kind(
    r"[£$€]1 ?= ?[£$€]",
    {
        "rate": (r"(?P<s>[£$€])1 ?= ?(?P<t>[£$€])<r>", r"(?P<s>[£$€])1 (?:is|was|buys|equals|is worth|to) (?P<t>[£$€])<r>"),
        "has": (r"(?P<u>[£$€])<n>",),
    },
    {
        "other": (r"how (?:many|much)(?: in)? (?P<v>euros|dollars|pounds)(?: [a-z ']+)?(?P<told> for [£$€]\d[\d.]*)?", r"how much is (?P<told>[£$€]\d[\d.]*) in (?P<v>euros|dollars|pounds)"),
    },
)  # fmt: skip
def _exchanged(cast: Cast, work: Working) -> None:
    """One amount in another currency."""
    rate, has = cast.one("rate"), cast.one("has")
    wanted = {"euros": "€", "dollars": "$", "pounds": "£"}[cast.asked.words["v"]]
    if len(cast.parts) != 2 or {has.words["u"], wanted} != {rate.words["s"], rate.words["t"]}:
        raise Unfit
    forward = has.words["u"] == rate.words["s"]
    found = has["n"] * rate["r"] if forward else has["n"] / rate["r"]
    work.give(work.step(f"in {cast.asked.words['v']}", found), cast.asked.words["v"], "the amount")
