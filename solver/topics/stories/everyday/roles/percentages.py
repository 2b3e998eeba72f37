"""So many percent: of a whole, out of a whole, and amounts that change by them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from solver.topics.stories.everyday.roles.casting import WORK_OUT, Cast, Part, kind
from solver.topics.stories.school.task import PERCENT_UNIT
from solver.topics.stories.school.working import Unfit, Working, num

_DOWN: Final = r"(?:(?:is|was|are|were|be|been|being|prices?|it|value) )?(?:cut|reduced|lowered|decreas\w+|reduc\w+|f[ae]ll\w*|drop\w*|loses?|lost|depreciat\w+|declin\w+|marked down|shr[aiu]nk\w*|goes down|went down|discounted)"
_UP: Final = r"(?:(?:is|was|are|were|be|been|being|price|it|value) )?(?:raised|ris\w+|rose|increas\w+|gr[eo]w\w*|gains?|gained|goes up|went up|appreciat\w+|marked up)"
_MANY: Final = r"(?:the |its |their )?(?:[a-z]+ ){0,3}?"
_AGAIN: Final = "(?:a |another |a further |an additional |an extra |again )?"


@kind(
    "%",
    {
        "again": (r"(?:and |and then |then )(?:by )?(?:another |a further )?<p> (?:in|during) the (?:second|next|following|third) (?:year|month|week|day|quarter)",),
        "down": (rf"{_DOWN} (?:{_MANY})?by {_AGAIN}<p>(?: of (?:its|their|the) value)?", rf"{_DOWN} {_AGAIN}<p>(?: of (?:its|their|the) value)?", r"(?:an? |another |a further )?<p> (?:off|discount|reduction|decrease|cut|drop|fall|cheaper)", r"(?:discount|reduction|decrease|drop|fall) of <p>"),
        "up": (rf"{_UP} (?:{_MANY})?by {_AGAIN}<p>", rf"{_UP} {_AGAIN}<p>", r"(?:an? )?<p> (?:increase|rise|raise|growth|pay rise|(?:sales )?tax|vat|service charge)", r"(?:increase|rise|raise|growth|(?:sales )?tax|vat|service charge) (?:of|is|at) <p>", r"vat at <p>"),
        "base": (r"<m>", r"<n>(?! (?:years?|months?|weeks?|days?|times)\b)"),
    },
    {
        "new": (
            rf"{WORK_OUT} (?:the |its |his |her |their )?(?:(?:new|sale|final|discounted|reduced|selling|total) )?(?:price|cost|amount|sum|value|population|salary|bill|rent|fare|amount|wage|mass|weight|height|number|membership)(?: of [a-z' ]+?)?(?: (?:now|in the sale|after [a-z0-9 ]+|at the end of [a-z0-9 ]+|when [a-z ]+|including [a-z ]+|with [a-z ]+))?(?: (?:to pay|they pay|he pays|she pays|paid|to be paid|that [a-z ]+ pays?))?",
            r"how much (?:does|did|do|will|would|must|should|is|was) [a-z' ]+? (?:now )?(?:cost|pay|sell for|be sold for|be worth|worth|weigh|earn)(?: (?:now|in the sale|for [a-z ]+|after [a-z0-9 ]+|in total|altogether|including [a-z ]+|at the end of [a-z0-9 ]+))?",
            r"how many [a-z ]+? (?:are|were|will be|live|has|have|does [a-z ]+? have)(?: [a-z]+)? (?:there )?(?:now|after [a-z0-9 ]+|at the end of [a-z0-9 ]+)",
        ),
        "saved": (r"how much (?:money )?(?:do|does|did|will|would|is|was) [a-z' ]+? (?:saved?|taken off)(?: [a-z ]+)?", rf"{WORK_OUT} the (?:discount|reduction|saving)(?: in (?:dollars|pounds|euros|money))?"),
    },
    allowed="discount increase decrease percent every all first second then another again last next before each originally lost now other",
)  # fmt: skip
def _changed(cast: Cast, work: Working) -> None:
    """An amount, and one or more changes behind it, each of what there is then."""
    base, changes = cast.one("base"), _told_again(cast.all("down", "up", "again"))
    before = cast.plain[: base.at]
    if not changes or any(
        re.search(rf"after (?:an? |the )?{re.escape(c.text)}", cast.plain) for c in changes
    ):
        raise Unfit
    if re.search(r"\b(?:is|was|costs?) now\b|\bnow (?:costs?|is|pays?)\b|\b(?:sale|new|reduced|discounted) price (?:is|was|of)\b|\b(?:down|up) to\b|\beach (?:year|month|week|day)\b|\bevery (?:year|month|week|day)\b|\b(?:other|rest)\b|\bif\b", cast.plain):  # fmt: skip
        raise Unfit
    if re.search(r"\b(?:discount|off|reduction|tax)\b", before) and len(changes) > 1:
        raise Unfit
    if re.search(r"\b(?:sale|discounted|reduced|selling) price\b", cast.asked.text) and re.search(
        r"\btax|\bvat|\bcharge", cast.plain
    ):
        raise Unfit  # the price is without it
    total = amount = base["m"] if "m" in base.numbers else base["n"]
    for change in changes:
        part = num(change["p"].value / 100)
        step = work.step(f"by how much it goes {change.role} ({change.text})", amount * part)
        amount = work.step("what it is after that", amount - step if change.role == "down" else amount + step)
    if (
        thing := re.search(
            r"\bof (?:the |his |her |their |its )?([a-z ]+?)(?= (?:now|after|in|at|when|including|with|to)\b|$)",
            cast.asked.text,
        )
    ) and _content(thing[1]) - _content(before):
        raise Unfit  # of another thing than the one that has the price
    if cast.asked.role == "new":
        work.give(amount, "", "the new amount")
        return
    if any(change.role == "up" for change in changes):
        raise Unfit
    work.give(work.step("what is saved", total - amount) if len(changes) > 1 else step, "", "what is saved")


def _told_again(changes: list[Part]) -> list[Part]:
    """The changes; one that is told without a verb goes on as the one before it."""
    told: list[Part] = []
    for change in changes:
        if change.role == "again" and not told:
            raise Unfit
        told.append(replace(change, role=told[-1].role) if change.role == "again" else change)
    return told


_OTHERWISE: Final = re.compile(
    r"\b(?:not|n't|in?correct\w*|wrong\w*|miss\w*|left|remain\w*|rest|fail\w*|lost|lose|absent|other|others|else|still|more|less|fewer|profit|increase|decrease|change|than|unsold|empty|spare)\b"
)


@kind(
    r"\bout of\b|\bof (?:the|his|her|their|them|these|its|a|all)\b|\bpercent|%",
    {"share": (r"<n> (?:of the )?(?:[a-z]+ ){0,4}?out of (?:the |a total of |a possible |his |her |their )?<w>(?: [a-z]+)?", r"<n> (?:of|out of) (?:the|his|her|their|its|these|those|a total of) <w>(?: [a-z]+)?")},
    {"percent": (r"what (?:is the )?(?:percent|percentage|%)(?: of (?!the total)[a-z ']+?)?(?: (?:did|do|does|is|are|was|were|has|have|had|got|will) [a-z' ]+)?", rf"{WORK_OUT} (?:his|her|their|its|the) (?:score|mark|result|attendance|percentage|success rate)(?: as a (?:percentage|percent|%)| in percent)?", r"what (?:percentage|percent|%) (?:score|mark) [a-z' ]+")},
)  # fmt: skip
def _out_of(cast: Cast, work: Working) -> None:
    """So many out of so many, in percent, of what is said of them in both places."""
    share = cast.one("share")
    if len(cast.parts) != 1 or share["n"].value > share["w"].value:
        raise Unfit
    other = set(_OTHERWISE.findall(cast.asked.text)) ^ set(_OTHERWISE.findall(cast.plain))
    if other:
        raise Unfit
    part = work.step("what part it is", share["n"] / share["w"])
    work.give(work.step("this in percent", part * num(100)), PERCENT_UNIT, "the percentage")


_LINKS: Final = frozenset(
    "of the a an are is were was be been them these those they their there his her its it in at on to for and that which who have has had like likes liked students pupils people children all total".split()
)


@kind(
    r"%|\d/\d",
    {
        "share": (r"<p>(?: of(?: (?:the|these|those|them|all|his|her|their|its))?)?", r"<f> of (?:the|these|those|them|all|his|her|their|its)"),
        "whole": (r"<w> [[n]]",),
    },
    {"part": (r"how many (?P<x>[a-z' -]+)",)},
    allowed="all other others rest left remaining both",
)  # fmt: skip
def _of_a_whole(cast: Cast, work: Working) -> None:
    """There are 360 pupils, 45% of them are girls: how many girls, or how many are not."""
    whole, shares = cast.one("whole"), cast.all("share")
    if len(shares) != 1 or whole.at > shares[0].at or len(cast.parts) != 2:
        raise Unfit
    said = cast.plain[shares[0].at + len(shares[0].text) :]
    said = re.split(r"[.,;]| and | but ", said)[0]
    of_what, what = _content(said), _content(cast.asked.words["x"])
    things = _content(whole.words["n"])
    is_rest = re.search(r"\bnot\b|n't\b|\brest\b|\bother\b|\bremain|\bleft\b", cast.asked.text)
    told_rest = re.search(r"\brest\b|\bothers?\b|\bremain\w*\b|\bleft\b", cast.plain)
    share = shares[0]
    part = num(share["p"].value / 100) if "p" in share.numbers else share["f"]
    if not of_what or part.value >= 1:
        raise Unfit
    amount = work.step("the part of all", whole["w"] * part)
    if amount.value.denominator != 1:
        raise Unfit
    extra = what - things
    if not is_rest and not told_rest and extra and extra <= of_what:
        work.give(amount, "", "how many there are of these")
    elif is_rest and not told_rest and (extra - {"other", "left", "not", "rest", "remain"}) <= of_what:
        work.give(work.step("the others", whole["w"] - amount), "", "how many are left")
    else:
        raise Unfit


def _content(text: str) -> set[str]:
    return {re.sub(r"(?:es|s|ing|ed|d)$", "", word) for word in re.findall(r"[a-z]+", text) if word not in _LINKS and word not in ("not", "do", "does", "did")}  # fmt: skip


@kind(
    r"%",
    {
        "share": (r"<p>(?: of (?:the|all|its|these))?(?: [a-z]+)? (?:are|is|were) (?P<a>[a-z]+)",),
        "gap": (r"(?:there (?:are|were) )?<d> more (?P<x>[a-z]+) than (?P<y>[a-z]+)", r"(?:there (?:are|were) )?<d> fewer (?P<y>[a-z]+) than (?P<x>[a-z]+)"),
        "rest": (r"the (?:rest|others)(?: of them)? are (?P<b>[a-z]+)",),
    },
    {"all": (r"how many (?P<n>[a-z]+) (?:are there|does [a-z ]+ have|are in [a-z ]+|has [a-z ]+)(?: (?:altogether|in total|in all|in [a-z ]+))?",)},
    allowed="rest others more fewer than altogether",
)  # fmt: skip
def _two_groups(cast: Cast, work: Working) -> None:
    """40% are boys, and there are 18 more girls than boys: how many there are."""
    share, gap, rest = cast.one("share"), cast.one("gap"), cast.maybe("rest")
    one, groups = share.words["a"], {gap.words["x"], gap.words["y"]}
    other = groups - {one}
    if one not in groups or len(other) != 1 or cast.asked.words["n"] in groups:
        raise Unfit
    if rest is None and groups not in _PAIRS or rest is not None and {rest.words["b"]} != other:
        raise Unfit
    left = num(100) - share["p"]
    second = work.step("the other group in percent", left, "%")
    more, less = (second, share["p"]) if gap.words["y"] == one else (share["p"], second)
    apart = work.step("by how many percent they differ", more - less, "%")
    work.give(work.step("the whole: so many are these percent", gap["d"] / apart * num(100)), "", "how many there are")  # fmt: skip


_PAIRS: Final = ({"boys", "girls"}, {"men", "women"}, {"adults", "children"}, {"males", "females"})


@kind(
    r"\b(?:fraction|percentage|percent|%|probability)\b",
    {"some": (r"<k> (?:of them |people |pupils |students |children )?(?:chose|choose|like|liked|prefer|preferred|have|had|own|play|played|are|were|voted for|picked|walk|come by|came by|travel by|go by) (?P<a>[a-z]+)", r"<k> (?P<a>[a-z]+)(?=,| and |[.;])")},
    {
        "part": (r"what (?P<how>fraction|percentage|percent|%) (?:of (?!.* of )[a-z ' ]+? )?(?:chose|choose|like|liked|prefer|preferred|have|had|own|play|played|are|were|voted for|picked|is|walk|come by|came by|travel by|go by) (?P<x>[a-z]+)(?: (?P<or>or|and) (?P<y>[a-z]+))?",),
    },
    allowed="every each all one 1",
)  # fmt: skip
def _counted(cast: Cast, work: Working) -> None:
    """Everyone chose one thing: what part chose this, or this or that."""
    counts = {part.words["a"]: part["k"] for part in cast.all("some")}
    if len(counts) != len(cast.parts) or len(counts) < 2 or re.search(r"\b(?:both|also|two|2|more than one)\b", cast.plain):  # fmt: skip
        raise Unfit
    wanted = [cast.asked.words[name] for name in ("x", "y") if name in cast.asked.words]
    if not set(wanted) <= set(counts) or len(set(wanted)) != len(wanted):
        raise Unfit
    total = None
    for count in counts.values():
        total = count if total is None else total + count
    assert total is not None
    total = work.step("all of them", total)
    good = counts[wanted[0]]
    if len(wanted) == 2:
        good = work.step(f"{wanted[0]} or {wanted[1]}", good + counts[wanted[1]])
    part = work.step("what part it is", good / total)
    if cast.asked.words["how"] == "fraction":
        work.give(part, "", "the fraction")
    else:
        work.give(work.step("this in percent", part * num(100)), PERCENT_UNIT, "the percentage")
