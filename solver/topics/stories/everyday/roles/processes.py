"""What goes on: so much each day, two legs of a journey, one more value in a mean, people in vehicles."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.roles.casting import WORK_OUT, Cast, Part, kind
from solver.topics.stories.everyday.roles.units import into
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.wording import singular

_TIME: Final = r"(?:second|minute|hour|day|night|morning|week|month|year|lesson|trip|game|time|mile|km|lap)"
_UP: Final = r"(?:gains?|gained|gaining|gr[eo]ws?|growing|saves?|saved|saving|adds?|added|adding|puts? (?:in|away)|deposits?|collects?|rises?|rose|rising|put on|puts on|climbs?|flows? in)"
_DOWN: Final = r"(?:loses?|lost|losing|burns?(?: down)?|burned|uses?(?: up)?|used|using|spends?|spent|eats?|ate|drinks?|melts?|melted|leaks?|leaked|falls?|fell|drops?|dropped|sinks?|reads?|read|sells?|sold|pays? back|drains?|gives?(?: away)?)"
_U: Final = r"(?:kg|g|km|m|cm|mm|l|ml|[a-z]+)"


@kind(
    r"\b(?:every|each|per|a|an)\b",
    {
        "up": (rf"{_UP} (?:by |another |up )?(?:<m>|<r> (?P<u>{_U}))(?: [a-z]+){{0,2}}? (?:every|each|per|a|an) (?:single )?(?P<t>{_TIME})", rf"(?:every|each) (?P<t>{_TIME}),? (?:[a-z]+ ){{1,3}}?{_UP} (?:by |another )?(?:<m>|<r> (?P<u>{_U}))"),
        "down": (rf"{_DOWN} (?:by |another |down )?(?:<m>|<r> (?P<u>{_U}))(?: [a-z]+){{0,2}}? (?:every|each|per|a|an) (?:single )?(?P<t>{_TIME})", rf"(?:every|each) (?P<t>{_TIME}),? (?:[a-z]+ ){{1,3}}?{_DOWN} (?:by |another )?(?:<m>|<r> (?P<u>{_U}))"),
        "for": (rf"(?:after|for|in|over) <n> (?P<t>{_TIME})s?",),
        "start": (r"<m>", rf"<s> (?P<u>{_U})"),
    },
    {
        "then": (
            rf"(?:what (?:is|was|will be)|how (?:tall|long|heavy|high|deep|much|many)|{WORK_OUT}) [a-z' ,]*?(?P<v>kilograms|kg|grams|centimetres|cm|metres)?,? ?[a-z' ,]*?(?:after|at the end of) <n> (?P<t>{_TIME})s?",
            r"how (?:tall|long|heavy|high|deep|much|many) (?:[a-z]+ ){0,2}?(?:is|was|will|does|has|have|are) [a-z' ]+? (?:then|by then|be then|left|have left|be left|altogether then|have then)",
        ),
    },
    allowed="every each after left more first then now",
)  # fmt: skip
def _so_much_each(cast: Cast, work: Working) -> None:
    """A start, so much more or less each time, and how many times."""
    rates, starts = cast.all("up", "down"), cast.all("start")
    if len(rates) != 1 or len(starts) != 1:
        raise Unfit
    rate, start = rates[0], starts[0]
    told = cast.all("for") + ([cast.asked] if "n" in cast.asked.numbers else [])
    if len(told) != 1 or told[0].words["t"] != rate.words["t"]:
        raise Unfit
    if re.search(r"\b(?:left|remain)", cast.asked.text) and rate.role == "up":
        raise Unfit
    verb = next((word for word in rate.text.split() if re.fullmatch(f"(?:{_UP}|{_DOWN})", word)), "")
    if verb and any(word[:4] == verb[:4] for word in cast.asked.text.split()):
        raise Unfit  # how much has leaked, not how much there is
    changed, unit = _in_the_same(rate["m"] if "m" in rate.numbers else rate["r"], rate.words.get("u", "$"), start.words.get("u", "$"), work)  # fmt: skip
    total = work.step(f"in {told[0].numbers['n'].tex} {rate.words['t']}s", changed * told[0]["n"], unit)
    begin = start["m"] if "m" in start.numbers else start["s"]
    found = begin + total if rate.role == "up" else begin - total
    work.give(work.step("then there is", found, unit), unit, "the amount then")


def _in_the_same(amount: Term, unit: str, other: str, work: Working) -> tuple[Term, str]:
    """The amount in the other unit."""
    if unit == other:
        return amount, "" if unit == "$" else unit
    if singular(unit) == singular(other):
        return amount, other
    return into(work, amount, unit, other), other


_LEG: Final = r"(?: (?:in|which took|taking))?"


@kind(
    r"\baverage speed\b",
    {
        "at": (r"<d> (?P<u>km|miles|m) (?:at (?:an? )?(?:average |steady |constant )?(?:speed )?(?:of )?)?<v> (?P=u)/(?P<t>h|min|s)",),
        "in": (r"<d> (?P<u>km|miles|m) in <h> (?P<w>hours?|minutes?|h|min)",),
        "for": (r"(?:for )?<h> (?P<w>hours?|minutes?|h|min) at (?:an? )?(?:average |steady |constant )?(?:speed )?(?:of )?<v> (?P<u>km|miles|m)/(?P<t>h|min|s)",),
    },
    {"speed": (rf"{WORK_OUT} (?:her|his|their|its|the)(?: [a-z]+ 's)? average speed (?:for|over|of|on|during) (?:the|her|his|their) (?:whole|entire|total|complete|full)? ?(?:trip|journey|drive|ride|distance|day|route|run)(?: in (?:km|miles)/h)?",)},
    allowed="another then average first second next both stop not further rest last",
)  # fmt: skip
def _average_speed(cast: Cast, work: Working) -> None:
    """All the way over all the time."""
    legs = cast.all("at", "in", "for")
    if len(legs) != len(cast.parts) or len(legs) < 2 or len({leg.words["u"] for leg in legs}) != 1:
        raise Unfit
    hours = {leg.words.get("t") or leg.words["w"][0:1] for leg in legs}
    if len({h[0] for h in hours}) != 1 or re.search(r"\b(?:stopp?ed|rested|waited|stops for|rests) (?:for )?\d", cast.plain):  # fmt: skip
        raise Unfit
    unit = legs[0].words["u"]
    way, time = list[Term](), list[Term]()
    for leg in legs:
        way.append(leg["d"] if "d" in leg.numbers else work.step("this part of the way", leg["v"] * leg["h"], unit))  # fmt: skip
        time.append(leg["h"] if "h" in leg.numbers else work.step("the time for this part", leg["d"] / leg["v"]))  # fmt: skip
    whole, long = way[0], time[0]
    for more, later in zip(way[1:], time[1:], strict=True):
        whole, long = whole + more, long + later
    whole, long = work.step("the whole way", whole, unit), work.step("the whole time", long)
    per = {"h": "h", "m": "min", "s": "s"}[next(iter(hours))[0]]
    work.give(work.step("the average speed", whole / long), f"{unit}/{per}", "the average speed")


@kind(
    r"\b(?:mean|average)\b",
    {
        "first": (r"(?:mean|average)(?: [a-z]+)? of (?:the )?(?:first |his first |her first )?<k> (?:[a-z]+ )?(?:is|was|of) <a>(?: [a-z]+)?", r"(?:mean|average)(?: [a-z]+)? (?:on|for|in|after|over) (?:the |his |her |their )?(?:first )?<k> [a-z ]+? (?:is|was) <a>(?: [a-z]+)?", r"<k> [a-z ]+? (?:have|has|had|with) an? (?:mean|average)(?: [a-z]+)? of <a>(?: [a-z]+)?"),
        "new": (r"(?:an?|another|one more|the|1 more|a further) (?:further |new |extra |more |last |next )?(?:[a-z]+ )?(?:of|with|weighing|whose|which)(?: (?:an? )?(?:mass|weight|height|length|age|score|value)(?: of| is)?)? <b>(?: [a-z]+)?(?= (?:is|joins|was|are|were|comes)|[.,;])", r"(?:is|was) <b>(?: [a-z]+)?(?= (?:is|was) (?:added|included|put))", r"(?:number|value) <b> is (?:included|added)"),
    },
    {"mean": (rf"{WORK_OUT} (?:the )?(?:new |overall )?(?:mean|average)(?: [a-z]+)?(?: (?:of|for) (?:all |the )?(?:<k> |these )?[a-z ]+)?(?: now)?",)},
    allowed="mean average further another first last next more new all now when if each",
)  # fmt: skip
def _one_more_in_the_mean(cast: Cast, work: Working) -> None:
    """The mean of so many, and one more value: the mean of all."""
    first, new = cast.one("first"), cast.one("new")
    count = first["k"].value + 1
    if len(cast.parts) != 2 or "k" in cast.asked.numbers and cast.asked["k"].value != count:
        raise Unfit
    total = work.step("the sum of the first ones", first["a"] * first["k"])
    total = work.step("the sum of all", total + new["b"])
    work.give(work.step("the mean of all", total / num(count)), "", "the mean of all")


_VEHICLE: Final = r"(?P<v>coach|coache|bus|buse|minibus|minibuse|van|car|boat|taxi|lift|table|tent|room|row|box|boxe|crate|bag|tray|page|shelf|shelve|lorry|lorrie|truck|packet|carton|bench|benche|cabin|carriage|bottle)"


@kind(
    r"\bhow many\b|\bnumber of\b",
    {
        "holds": (rf"\b(?:each|every|one|1|an?) {_VEHICLE}s? (?:can |will |could )?(?:has|holds?|hold up to|holds up to|carry|carries|seats?|takes?|fits?|carry up to|carries up to|contains?|sleeps?)(?: (?:room|space|places|seats) for)?(?: (?:up to|at most|a maximum of|no more than))? <c>(?: [a-z]+){{0,2}}?", rf"{_VEHICLE}s that (?:each )?(?:hold|carry|seat|take)(?: (?:up to|at most))? <c>(?: [a-z]+)?(?: each)?", rf"<c>-? ?(?:seat|seater) {_VEHICLE}(?:s|es)?"),
        "some": (r"<k> (?:[a-z]+ )?[a-z]+",),
    },
    {
        "needed": (rf"(?:what is )?(?:the )?(?:smallest|least|minimum|lowest|fewest)? ?(?:how many|number of) {_VEHICLE}s?(?: [a-z]+)? (?:are|is|will be|do|does|must|should|would)(?: [a-z]+)*? ?(?:needed|required|need|they need|be needed|be hired|hire|order|use|be used|be booked|book)(?: (?:to|for) [a-z ]+)?", rf"how many {_VEHICLE}s? (?:are|will be|do|does|must|should)(?: [a-z]+)*? ?(?:needed|need|required|hire|use|order|book|be needed|be hired|be used)(?: (?:to|for) [a-z ]+)?", rf"what is the (?:smallest|least|minimum|lowest|fewest) number of {_VEHICLE}s?(?: [a-z ]+)?"),
    },
    allowed="at most total all together",
)  # fmt: skip
def _vehicles(cast: Cast, work: Working) -> None:
    """All who go, so many in each: one more for who is left over."""
    holds = cast.one("holds")
    some = cast.all("some")
    if not 1 <= len(some) <= 3 or len(some) + 1 != len(cast.parts):
        raise Unfit
    if any(singular(p.text.split()[-1]) in (holds.words["v"], "hour", "day", "minute", "km", "year") for p in some):  # fmt: skip
        raise Unfit
    if holds.words["v"].rstrip("e") != cast.asked.words["v"].rstrip("e") or re.search(r"\b(?:already|empty|share|in each|trips?|drivers?)\b", cast.plain):  # fmt: skip
        raise Unfit
    told = f"{cast.plain}."[holds.at : holds.at + len(holds.text) + 20]
    named = {word for p in some for word in re.findall("[a-z]{3,}", p.text) if word != "and"}
    if len(some) > 1 and named & set(re.findall("[a-z]+", told)):
        raise Unfit  # seats for the children: who else goes with them is not said
    total = some[0]["k"]
    for other in some[1:]:
        total = total + other["k"]
    total = work.step("all together", total)
    work.give(work.whole("how many are needed", total, holds["c"], "", up=True), "", "the number needed")


_JOB_TIME: Final = r"(?P<u>hours|minutes|days|weeks|hour|minute|day|seconds)"


@kind(
    r"\b(?:alone|together|both|fills?|pipes?|taps?|own)\b",
    {
        "out": (rf"(?:empt(?:y|ies)|drains?)(?: [a-z]+){{0,4}}? in <c> {_JOB_TIME}",),
        "job": (rf"\bin <a> {_JOB_TIME}", rf"(?:takes?|needs?|requires?|took)(?: [a-z]+){{0,2}}? <a> {_JOB_TIME}"),
    },
    {
        "time": (
            r"(?:for )?how (?:many (?P<v>hours|minutes|days|weeks|seconds)|long)(?: [a-z]+)*? (?:together|both(?: [a-z ]+)?|at the same time|side by side|fill [a-z ]+|full)",
            r"how (?:many (?P<v>hours|minutes|days|weeks|seconds)|long) (?:does|do|will|would) (?:it|they|them|the job|the [a-z]+)(?: [a-z]+)*? (?:take|need)(?: [a-z ]+)?",
        )
    },
    allowed="together both same if other all each first second",
)  # fmt: skip
def _together(cast: Cast, work: Working) -> None:
    """Each alone takes so long, all together: the parts of the work that they do in one unit of time."""
    jobs, out = cast.all("job"), cast.maybe("out")
    told = f"{cast.plain} ; {cast.asked.text}"
    units = {singular(part.words["u"]) for part in cast.parts} | {
        singular(cast.asked.words[name]) for name in ("v",) if name in cast.asked.words
    }
    if (
        len(jobs) < 2 - (out is not None)
        or len(units) != 1
        or len(cast.parts) != len(jobs) + (out is not None)
    ):
        raise Unfit
    if not re.search(r"\b(?:together|both|all (?:3|three)|side by side|at the same time|are open)\b", told) or not re.search(r"\b(?:alone|by (?:himself|herself|itself)|on (?:his|her|its) own|fills?|can|takes?)\b", told):  # fmt: skip
        raise Unfit
    if re.search(r"\b(?:after|then|leaves?|left|rest|remaining|before|started|starts first|half|already|joins?|helps|parts?|more|second day|round)\b", told):  # fmt: skip
        raise Unfit
    unit = next(iter(units))
    rates = [work.step(f"what one does in a {unit}", num(1) / job["a"]) for job in jobs]
    total = rates[0]
    for rate in rates[1:]:
        total = total + rate
    total = work.step(f"what they do in a {unit} together", total) if len(rates) > 1 else total
    if out is not None:
        total = work.step(f"without what runs out in a {unit}", total - num(1) / out["c"])
    work.give(work.step("the whole work, divided by that", num(1) / total), f"{unit}s", "the time together")


_PER: Final = r"(?:an?|per|each|every)"


@kind(
    rf"\b{_PER} (?:hour|day|week|minute)\b",
    {
        "open": (rf"<h> (?P<a>minutes|hours) {_PER} (?P<b>day|shift)", r"<h> (?P<a>hours) (?:each|every) (?P<b>day)"),
        "rate": (rf"<r> (?P<x>[a-z]+) {_PER} (?P<t>minute|hour|day)", r"<r> (?P<x>[a-z]+) (?:in )?(?:each|every|one|1) (?P<t>minute|hour|day)"),
        "days": (rf"<d> days {_PER} (?P<c>week|month|year)",),
        "for": (r"(?:for|in) <n> (?P<w>days|weeks|hours)",),
        "bad": (r"<p>(?: of (?:the|its|these|those|them|all))?(?: [a-z]+)? (?:are|is|turn out to be|were) (?:[a-z]+ )?(?:faulty|broken|defective|damaged|rejected|bad|spoiled|wasted)(?: and (?:are|is) [a-z ]+)?",),
    },
    {
        "made": (r"how many (?P<good>(?:good|perfect|working|usable) )?[a-z ]+? (?:does|do|did|will|are|can|is|would) [a-z ' ]+? (?:in|each|per|every|during) (?:an? |one |1 )?(?P<e>day|week|month|year)", r"how many (?P<good>(?:good|perfect|working|usable) )?[a-z ]+? (?:does|do|did|will|are|can|would) [a-z ' ]+?(?: altogether| in all| in total)?"),
    },
    allowed="each every all thrown away not percent",
)  # fmt: skip
def _made_in(cast: Cast, work: Working) -> None:
    """So many an hour, so many hours a day, so many days a week."""
    rate = cast.one("rate")
    amount, unit, thing = rate["r"], rate.words["t"], rate.words["x"]
    if thing in ("km", "miles", "hours", "minutes", "m", "days"):
        raise Unfit
    left = [part for part in cast.parts if part is not rate and part.role != "bad"]
    while left:
        nearer = next((part for part in left if _turns(part) == unit), None)
        if nearer is None:
            raise Unfit
        left.remove(nearer)
        unit = next((nearer.words[name] for name in ("b", "c") if name in nearer.words), "")
        number = next(iter(nearer.numbers.values()))
        amount = work.step(f"how many {thing} {f'in a {unit}' if unit else 'in this time'}", amount * number, thing)  # fmt: skip
    if cast.asked.words.get("e", unit) != unit or len(cast.parts) < 2:
        raise Unfit
    bad = cast.maybe("bad")
    if (bad is None) is ("good" in cast.asked.words):
        raise Unfit
    if bad is not None:
        less = work.step("how many of them are no good", amount * num(bad["p"].value / 100), thing)
        amount = work.step("how many are good", amount - less, thing)
    work.give(amount, thing, "the number that is asked for")


def _turns(part: Part) -> str:
    """The unit of time that a part turns into a longer one."""
    if part.role == "days":
        return "day"
    return part.words["a" if part.role == "open" else "w"].removesuffix("s")
