"""The plainest stories as a child types them: a stock and what is taken or added, full bags, a price and a number of things, so much a day.

The verb, the noun or the person may be missing ("9 cookies, ate 4, how many left?"). Not read: several people's stocks, gifts whose owner is
asked for, changes of which no number is told.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value
from solver.topics.stories.everyday.nouns import is_whole_of, one_thing
from solver.topics.stories.school.working import Term, Unfit, Working, num

_WHO: Final = r"(?:i|we|he|she|it|they|you|my [a-z]+|the [a-z]+|mrs? [a-z]+|ms [a-z]+|[a-z]+)"
_NAME: Final = rf"(?:(?P<who>{_WHO}) )"
_AT: Final = r"(?: (?:on|in|at|under) (?:a|an|the|my|his|her|its|their) (?:[a-z]+ )?[a-z]+)?"
_OF: Final = r"(?: (?:of (?:them|it|these|those|the [a-z]+|my [a-z]+|his [a-z]+|her [a-z]+)))?"
_TAKES: Final = r"(?:ate|eats?|lost|loses?|gave(?: away)?|gives?(?: away)?|sold|sells?|used|uses?|broke|breaks?|threw away|throws? away|spent|drank|drinks?|took away|takes? away|removed?|removes|donated|donates?|dropped|drops?|cut off|cuts? off|popped|pops?)"
_GOES: Final = r"(?:(?:are|were|get|got) (?:eaten|lost|sold|used|broken|popped|taken(?: away| out)?|given away)|(?:fly|flies|flew|run|ran|swim|swam|drive|drove|walk|walked|go|goes|went|hop|hopped|move|moved) (?:away|off|out|home)|(?:get|gets|got) off|(?:leave|leaves|left|die|died|fell|pop|popped|break|broke|melted|escaped)(?! over))"
_GETS: Final = r"(?:get|gets|got|buys?|bought|find|finds|found|picks?|picked|receives?|received|makes?|made|wins?|won|collects?|collected|adds?|added|is given|was given|borrows?|borrowed)"
_COMES: Final = r"(?:(?:come|comes|came|arrive|arrived|join|joined|fly in|flew in|get on|gets on|got on|get in|got in|are added|were added|land|landed)(?: (?:in|to it|them|back|too))?)"
_HAS: Final = r"(?:have|has|had|got|buys?|bought|made|baked|picked|found|see|saw|own|owns|collected)"
_LONG: Final = r"(?P<u>cm|m|km|g|kg|ml|l)"


@kind(
    r"\bhow (?:many|much)\b",
    "en",
    {
        # changes before what there is, to which "4 fly away" are four things
        "whole": (rf"(?:a |an |the |my )?(?P<thing>[a-z]+) (?:is|was) <n> {_LONG}(?: long)?",),
        "cut": (rf"(?:{_WHO} )?(?:cut off|cuts? off|used|uses?|sold|sells?|took|cut|cuts) <x> {_LONG}(?: of it| from it| off(?: it)?)?", rf"<x> {_LONG} (?:is|was|are|were) (?:cut off|used|sold|burnt)"),
        "down": (rf"(?:{_NAME})?{_TAKES} <x>{_OF}(?: (?P<t>{en(2)}))?(?: to (?P<to>{en(2)}))?", rf"<x>{_OF}(?: (?P<t>{en(2)}))? {_GOES}"),
        "up": (rf"(?:{_NAME})?{_GETS} <y>(?: (?P<t>{en(2)}))? more", rf"(?:{_NAME})?{_GETS} <y> more(?: (?P<t>{en(2)}))?", rf"(?:another )?<y>(?: more)?(?: (?P<t>{en(2)}))? {_COMES}"),
        "have": (rf"{_NAME}{_HAS} <n> (?P<t>{en(2)}){_AT}", rf"there (?:are|were|is|was) <n> (?P<t>{en(2)}){_AT}", rf"<n> (?P<t>{en(2)}){_AT}", r"(?:the |a )?(?P<place>[a-z]+):? (?:has |had )?<n> (?P<t>people|passengers|children|cars)"),
        "end": (rf"(?:{_NAME}|there )?(?:now )?(?:has|have|had|is|are|were) (?:now )?<z>(?: (?P<t>{en(2)}))? left(?: over)?", rf"<z>(?: (?P<t>{en(2)}))? (?:are |is |were )?(?:left(?: over)?|remain)"),
        "ask_left": (rf"how (?:many|much)(?: (?P<t>{en(2)}))?(?: (?:are|is|were))?(?: there| they)?(?: still)? (?:left|remain|remaining)(?: over| now)?", rf"how (?:many|much)(?: (?P<t>{en(2)}))? (?:do|does|did) (?P<q>{_WHO}) (?:still )?have left(?: over| now)?", r"(?:what is|what's) left"),
        "ask_now": (rf"how many(?: (?P<t>{en(2)}))?(?: (?:are|is)(?: there| they| on it| on board)?| in total| altogether| in all)?(?: now)?", rf"how many(?: (?P<t>{en(2)}))? (?:do|does) (?P<q>{_WHO}) have(?: now| altogether| in all| in total)?", rf"now how many(?: (?P<t>{en(2)}))?(?: (?:do|does) (?P<q>{_WHO}) have)?"),
        "ask_before": (rf"how many(?: (?P<t>{en(2)}))? (?:did (?P<q>{_WHO}) have|were there)(?: (?:at first|before|at the start|to start with|to begin with|in the beginning|originally|at the beginning))?",),
    },
)  # fmt: skip
def _stock(s: Story, work: Working) -> None:
    if not one_thing(s.placed("t")) or re.search(r"\b(?:each|every|per|another one)\b|[$%]", s.text):
        raise Unfit
    gifts, owner = s.all("down"), [w for w in s.words("who") if w not in _THEY]
    asked = s.asked.values.get("q", "").strip()
    if len(owner) > 1 or asked and asked not in _THEY and owner and asked != owner[0]:
        raise Unfit  # whose are they?
    if any("to" in gift.values for gift in gifts) and s.question == "now":
        raise Unfit
    if s.question == "before":
        _before(s, work)
        return
    if s.all("end"):
        raise Unfit
    if (whole := s.maybe("whole")) is not None:
        s.only("whole", "cut")
        if s.question != "left" or len(s.words("u")) != 1 or not s.all("cut"):
            raise Unfit
        now, changes, unit = value(whole.values["n"]), s.all("cut"), s.words("u")[0]
    else:
        s.only("have", "down", "up")
        have = s.one("have")
        now, changes, unit = value(have.values["n"]), s.all("down", "up"), have.values["t"].strip()
        if s.said[0] is not have:
            raise Unfit
    if not changes or len(changes) > 4 or s.question == "left" and not s.all("down", "cut"):
        raise Unfit
    for change in changes:
        if "y" in change.values:
            now = work.step("what there is when these have come: add", now + value(change.values["y"]), unit)
        else:
            now = work.step("what is left: take away", now - value(change.values["x"]), unit)
    if now.value < 0:
        raise Unfit
    work.give(now, unit, "what is left" if s.question == "left" else "the number")


def _before(s: Story, work: Working) -> None:
    """What there was, from what is left and what was taken."""
    s.only("down", "end")
    end, unit = s.one("end"), (s.placed("t") or [""])[0]
    now = value(end.values["z"])
    if not s.all("down"):
        raise Unfit
    for gone in reversed(s.all("down")):
        now = work.step("put back what was taken away: add", now + value(gone.values["x"]), unit)
    work.give(now, unit, "the number at first")


_THEY: Final = frozenset("i we he she it they you".split())
_BOX: Final = r"(?P<b>{})"


@kind(
    r"\beach\b|\bper\b|\bdozen\b|\bshare|\bin \d",
    "en",
    {
        "filled": (rf"(?:there are |i have |we have )?<g> (?P<b>{en(2)})(?:,| with| of| have| has|:)? ?<n> (?P<t>{en(2)}) (?:in|on|per|to|for) (?:each|every)(?: (?P<c>{en(1)}))?(?: one)?", rf"(?:there are |i have |we have )?<g> (?P<b>{en(2)}),? each (?:with|has|holding|holds|having|contains|containing) <n> (?P<t>{en(2)})", rf"<n> (?P<t>{en(2)}) (?:in|on|per) (?:each|every|a|1) (?P<c>{en(1)}),? <g> (?P<b>{en(2)})"),
        "holds": (rf"(?:each|every|a|an|1|one) (?P<b>{en(2)}) (?:has|holds|contains|have|can hold|carries|seats|takes) <n> (?P<t>{en(2)})", rf"<n> (?P<t>{en(2)}) (?:in|on|per|to) (?:each|every|a|1) (?P<b>{en(2)})"),
        "by": (rf"<m> (?P<t>{en(2)}),? <n> (?:in|on|per|to|for) (?:each|every|a) (?P<b>{en(2)})",),
        "all": (rf"(?:there are |i have |we have )?<m> (?P<t>{en(2)})",),
        "same": (rf"<m> (?P<t>{en(2)}),? (?:and )?<g> (?P<b>{en(2)}),? (?:the )?same (?:number |amount )?in (?:each|every)(?: (?P<c>{en(1)}))?",),
        "shared": (rf"(?:share |divide |split )?<n> (?P<t>{en(2)}) (?:are |is )?(?:(?:equally |evenly )?(?:shared|divided|split)(?: equally| evenly)? )?(?:between|among|amongst|by|for) <g> (?P<b>{en(2)})(?: equally| evenly)?", rf"<g> (?P<b>{en(2)}) share <n> (?P<t>{en(2)})(?: equally| evenly)?"),
        "ask_all": (rf"how many(?: (?P<t>{en(2)}))?(?: (?:are there|is that|are they|are that|do (?:i|we|they) have))?(?: altogether| in all| in total| all together| total)?",),
        "ask_in": (rf"how many (?P<t>{en(2)}) (?:are |are there )?(?:in|on) <g> (?P<b>{en(2)})",),
        "ask_boxes": (rf"how many (?P<b>{en(2)})(?: (?:do|will) (?:i|we|you|they) need| are there| is that| are needed| can (?:i|we|you|they) (?:fill|make))?(?: for <m> (?P<t>{en(2)})| for all(?: of them)?| altogether)?",),
        "ask_dozens": (rf"<g> dozen(?: (?P<t>{en(1)}))? (?:is|are|=|makes?|equals?) how many(?: (?P<t2>{en(1)}))?", rf"how many(?: (?P<t>{en(1)}))? (?:are|is|are there|are in|is in|make|in)(?: in)? <g> dozen(?: (?P<t2>{en(1)}))?"),
        "ask_each": (rf"how many(?: (?P<t>{en(2)}))?(?: (?:are )?in| for| does| do| will)? each(?: (?P<c>{en(1)}))?(?: of them)?(?: gets?| have| has| receives?)?",),
    },
)  # fmt: skip
def _groups(s: Story, work: Working) -> None:
    if s.all("by") and s.question == "all":
        _boxes(s, work)
        return
    if not one_thing(s.placed("t")) or not one_thing([*s.placed("b"), *s.placed("c")]):
        raise Unfit
    if s.question == "dozens":
        s.only()
        unit = (s.placed("t") or [""])[0]
        work.give(work.step("a dozen is 12", s.told("g") * num(12), unit), unit, "the number")
        return
    if s.question in ("in", "boxes"):
        _boxes(s, work)
        return
    told = s.one("filled") if s.question == "all" else s.one("shared", "same")
    s.only(told.kind)
    if told.kind == "shared" and not re.search(r"\bshare|divide|split|equal|even", s.text):
        raise Unfit  # 3 apples for 6 children is no sharing
    groups, unit = s.told("g"), told.values["t"].strip()
    many = s.told("m" if told.kind == "same" else "n")
    if s.question == "all":
        if one_thing([*s.asked.values.values(), *s.placed("b")]) and s.asked.values.get("t"):
            raise Unfit
        work.give(
            work.step("as many times what is in one of them", many * groups, unit), unit, "the number in all"
        )
        return
    each = work.step("share equally: divide", many / groups, unit)
    if each.value.denominator != 1:
        raise Unfit
    work.give(each, unit, "what each gets")


@kind(
    r"^(?:(?!\beach\b|\bevery\b|\bper\b).)*\bhow many\b",
    "en",
    {
        "two": (rf"(?:there are |i have |we have |{_NAME}(?:has|have|had) )?<a> (?P<x>{en(2)})(?: and|,)? ?(?:there are )?<b> (?P<y>{en(2)}){_AT}",),
        "place": (r"(?:in )?(?:a|the|my|our) (?:class|team|club|farm|park|shop|basket|box|bag|choir|bus|group)(?: has)?",),
        "ask_more": (rf"how many (?P<way>more|fewer|less) (?P<p>{en(2)}) than (?P<q>{en(2)})(?: are there)?",),
        "ask_sum": (rf"how many (?P<w>[a-z]+)(?: (?:are there|are they|is that|do (?:i|we|you|they) have|does (?:he|she|{_WHO}) have))?(?: altogether| in all| in total| all together| total)?",),
        "ask_total": (r"how many(?: (?:are there|are they|is that))? (?:altogether|in all|in total|all together|total)", r"how many(?: do (?:i|we|they) have)? (?:altogether|in all|in total)"),
    },
)  # fmt: skip
def _two_groups(s: Story, work: Working) -> None:
    s.only("two", "place")
    two = s.one("two").values
    x, y = two["x"].strip(), two["y"].strip()
    a, b = s.told("a"), s.told("b")
    if x == y or (one_thing([x, y]) and s.question == "more"):
        raise Unfit
    if s.question == "more":
        p, q = s.asked.values["p"].strip(), s.asked.values["q"].strip()
        if s.asked.values["way"] != "more":
            p, q = q, p
        if one_thing([p, y]) and one_thing([q, x]):
            a, b = b, a
        elif not (one_thing([p, x]) and one_thing([q, y])):
            raise Unfit
        work.give(work.step("the difference: subtract", a - b), "", "the difference")
        return
    if s.question == "sum" and not is_whole_of(s.asked.values["w"], (x, y)):
        raise Unfit
    work.give(work.step("both together: add", a + b), s.asked.values.get("w", ""), "the number in all")


def _boxes(s: Story, work: Working) -> None:
    """How many are in so many boxes, or how many boxes so many fill; a box that is not full is another question."""
    if s.question == "in":
        s.only("holds")
        unit = s.asked.values["t"].strip()
        total = work.step("as many times what is in one of them", s.told("n") * s.told("g"), unit)
        work.give(total, unit, "the number in all")
        return
    s.only("by", "holds", "all")
    if "t" not in s.asked.values and s.question == "all":
        raise Unfit
    unit = s.asked.values["t" if s.question == "all" else "b"].strip()
    if s.question == "all" and not one_thing([unit, *s.words("b")]) or s.question not in ("all", "boxes"):
        raise Unfit
    if one_thing([unit, *s.words("t")[:1]]):
        raise Unfit
    boxes = work.step("how many times what is in one of them: divide", s.told("m") / s.told("n"), unit)
    if boxes.value.denominator != 1:
        raise Unfit
    work.give(boxes, unit, "the number")


_PERIOD: Final = r"(?:second|minute|hour|day|week|year)"
_FITS: Final = {("minute", "second"): 60, ("hour", "minute"): 60, ("day", "hour"): 24, ("week", "day"): 7}


@kind(
    rf"\b{_PERIOD}",
    "en",
    {
        "rate": (rf"{_NAME}(?:can )?[a-z]+ <n> (?P<t>{en(2)}) (?:a|an|1|per|each|every|in a|in an|in 1|in each|in one) (?P<p>{_PERIOD})", rf"(?:a|an|the|my) {en(2)} [a-z]+ <n> (?P<t>{en(2)}) (?:a|an|per|each|every|in 1|in one|in an) (?P<p>{_PERIOD})"),
        "speed": (rf"(?:a|an|the|my) (?P<who>{en(2)}) (?:goes|travels|drives|runs|moves|flies|[a-z]+s) (?:at )?<n> ?(?P<t>km|m|miles|cm)(?:/| per | an | a | in 1 | in a | in an | in one | every )(?P<p>h|s|min|{_PERIOD})",),
        "ask": (rf"how (?:many (?P<t>{en(2)})|far|much)(?: (?:does|do|will|can) (?:{_WHO}|the {en(2)}) [a-z]+)? (?:in|for|over) (?:(?:a|an|1|one)|<q>) (?P<r>{_PERIOD})s?",),
    },
)  # fmt: skip
def _per_period(s: Story, work: Working) -> None:
    told = s.one("rate", "speed").values
    s.only("rate", "speed")
    far = "t" not in s.asked.values
    if (
        not far
        and not one_thing(s.placed("t"))
        or far
        and told["t"].strip() not in ("km", "m", "miles", "cm")
    ):
        raise Unfit
    unit = told["t"].strip()
    short = {"h": "hour", "s": "second", "min": "minute"}.get(told["p"], told["p"])
    long, many = s.asked.values["r"], s.told("q") if "q" in s.asked.values else num(1)
    if long != short:
        if (long, short) not in _FITS:
            raise Unfit
        inside = num(_FITS[long, short])
        many = inside if "q" not in s.asked.values else work.step(f"in {short}s", many * inside, f"{short}s")
    found: Term = s.told("n") * many
    work.give(work.step("so many times what it is in one", found, unit), unit, "the answer")


@kind(
    r"\bin front of\b|\bahead of\b",
    "en",
    {
        "line": (rf"(?:there are )?<a> (?:(?P<t>{en(1)}) )?(?:are )?(?:in front of|ahead of) {_WHO}(?: in (?:a|the) (?:line|queue|row))? and <b>(?: [a-z]+)? (?:are )?behind (?:him|her|them|me|{_WHO})(?: in (?:a|the) (?:line|queue|row))?",),
        "ask": (rf"how many (?P<t>{en(1)}) (?:are|stand|are there|are standing) in (?:the|this) (?:line|queue|row)(?: altogether| in all| in total)?",),
    },
)  # fmt: skip
def _in_line(s: Story, work: Working) -> None:
    if not one_thing(s.placed("t")):
        raise Unfit
    total = work.step("those in front, the one between (1), and those behind", s.told("a") + num(1) + s.told("b"))  # fmt: skip
    work.give(total, s.asked.values["t"].strip(), "the number in the line")
