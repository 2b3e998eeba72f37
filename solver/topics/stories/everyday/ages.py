"""The ages of two, one of them some times as old: now, in years, years ago; by their difference or sum. Not read: three people, half as old, ages that are not whole.

The difference of two ages stays: that is how each is worked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_W: Final = rf"(?P<w>{en(3)})"
_V: Final = rf"(?P<v>{en(3)})"
_NOW: Final = "(?:now|currently|today|right now|presently|at present)"
_JUST: Final = "(?:exactly |just |only )*"
_TIMES: Final = "(?:<k> times|(?P<two>twice)|(?P<three>thrice))"
_OLD: Final = rf"{_JUST}{_TIMES} as old as {_V}(?: (?:is|will be|was))?(?: (?:then|at that time))?"
_LATER: Final = r"(?:in |after )?<t> years?(?:' time| from now| later| hence)?"
_SUM: Final = rf"(?:the )?(?:sum|total) of (?:their ages|the ages of {_W} and {_V})"
_SELVES: Final = frozenset(
    "a an the his her him he she it its their man's woman's is of age present current".split()
)


@kind(
    r"\bold|\bages?\b",
    "en",
    {
        "ratio": (rf"(?:{_NOW} )?{_W} is (?:{_NOW} )?{_OLD}(?: {_NOW})?", rf"{_W}(?:present |current )?age is {_JUST}{_TIMES} (?:that of {_V}|(?:the age of )?(?P<v2>{en(3)}))"),
        "ratio_later": (rf"{_LATER} ?,? ?{_W} will be {_JUST}{_TIMES} as old(?: as {_V}(?: (?:is|will be))?(?: then)?)?", rf"{_W} will be {_OLD} {_LATER}", rf"{_LATER} ?,? ?{_W}age will be {_JUST}{_TIMES} (?:that of {_V}|(?P<v2>{en(3)}))"),
        "ratio_ago": (rf"<t> years? ago ?,? ?{_W} was {_OLD}", rf"{_W} was {_OLD} <t> years? ago"),
        "older": (rf"{_W} is <d> years older than {_V}(?: {_NOW})?",),
        "younger": (rf"{_V} is <d> years younger than {_W}(?: {_NOW})?",),
        "sum": (rf"{_SUM} is <s>(?: years)?", r"their ages add up to <s>", rf"{_W} and {_V} are <s> years old together"),
        "sum_later": (rf"{_LATER} ?,? ?{_SUM} will be <s>(?: years)?", rf"{_SUM} in <t> years will be <s>"),
        "sum_ago": (rf"<t> years ago ?,? ?{_SUM} was <s>",),
        "age": (rf"(?:{_NOW} )?(?P<who>{en(3)}) is (?:{_NOW} )?<n>(?: years old)?(?: {_NOW})?",),
        "ask_age": (rf"how old is (?P<x>{en(3)})(?: {_NOW})?", rf"(?:find|what is) (?P<x>{en(3)})(?:present |current )?age(?: {_NOW})?", rf"(?:find|what is) the (?:present |current )?age of (?P<x>{en(3)})"),
        "ask_when": (rf"in how many years will {_W} be {_OLD}", rf"how many years from now will {_W} be {_OLD}", rf"after how many years will {_W} be {_OLD}"),
        "ask_ago": (rf"how many years ago was {_W} {_OLD}",),
        "ask_then": (rf"how old will (?P<x>{en(3)}) be when (?P<y>{en(3)}) is <z>(?: years old)?",),
    },
)  # fmt: skip
def _ages_in_english(s: Story, work: Working) -> None:
    older, younger = _names(s, "w"), _names(s, "v", "v2")
    if s.question == "then":
        _then(s, work)
        return
    if not older or not younger or older & younger:
        raise Unfit
    _solve(s, work, older, younger)


def _names(s: Story, *places: str) -> frozenset[str]:
    """The words for one of the two."""
    told = [called for place in places for w in s.words(place) if (called := _called(w))]
    if any(not (told[0] <= called or called <= told[0]) for called in told):
        raise Unfit
    return frozenset[str]().union(*told)


def _called(phrase: str) -> frozenset[str]:
    return frozenset(re.sub(r"'s?\b", "", w) for w in phrase.split()) - _SELVES


def _then(s: Story, work: Working) -> None:
    """As many years pass for one as for the other."""
    s.only("age")
    ages = [(_called(said.values["who"]), value(said.values["n"])) for said in s.all("age")]
    asked, other = _called(s.words("x")[0]), _called(s.words("y")[0])
    mine = [age for who, age in ages if asked and asked <= who]
    theirs = [age for who, age in ages if other and other <= who]
    if len(ages) != 2 or len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        raise Unfit
    passed = work.step("how many years pass", s.told("z") - theirs[0], "years")
    work.give(work.step("as many years are added", mine[0] + passed, "years"), "years", "this age")


_SAYS: Final = {
    "gap": ("the difference of their ages, which stays", "年龄差（不变）"),
    "parts": ("so many times the younger age is the difference then", "年龄差是年幼者当时年龄的几倍"),
    "parts_now": ("so many times the younger age is the difference now", "现在的年龄差是年幼者年龄的几倍"),
    "young_then": ("the younger one's age then", "年幼者当时的年龄"),
    "shift": ("the part of the difference that the years make", "这些年对应的年龄差部分"),
    "less": ("how many times the younger age that is", "相当于年幼者年龄的几倍"),
    "young": ("the younger one's age now", "年幼者现在的年龄"),
    "old": ("the older one's age now", "年长者现在的年龄"),
    "old_then": ("the older one's age then", "年长者当时的年龄"),
    "sum": ("the sum of their ages now: the years count for both", "现在的年龄和（两人都要算）"),
    "years": ("how many years", "年数"),
}  # fmt: skip


def _solve(s: Story, work: Working, older: frozenset[str], younger: frozenset[str]) -> None:
    chinese = work.language == "zh"
    unit = "年" if chinese and s.question != "age" else "岁" if chinese else "years"

    def step(key: str, term: Term, of: str = "") -> Term:
        return work.step(_SAYS[key][chinese], term, of)

    ages: dict[str, Term] = {}
    for said in s.all("age"):
        who = _called(said.values["who"]) or frozenset({"he"})
        key = _which(who, older, younger) if who != {"he"} else "old"
        if key in ages:
            raise Unfit
        ages[key] = value(said.values["n"])
    one = num(1)
    if s.question in ("when", "ago"):
        s.only("age")
        if len(ages) != 2:
            raise Unfit
        gap = step("gap", ages["old"] - ages["young"], "岁" if chinese else "years")
        then = step("young_then", gap / step("parts", _times(s.asked.values) - one))
        years = then - ages["young"] if s.question == "when" else ages["young"] - then
        work.give(step("years", years, unit), unit, _SAYS["years"][chinese])
        return
    asked = _which(_called(s.asked.values["x"]), older, younger)
    told = sorted(said.kind for said in s.said if said is not s.asked and said.kind != "idle")
    young, old = _now(s, told, ages, step)
    if young.value.denominator != 1 or not 0 < young.value < 120:
        raise Unfit
    if asked == "young":
        work.give(young, unit, _SAYS["young"][chinese])
    else:
        work.give(step("old", old, unit), unit, _SAYS["old"][chinese])


def _now(
    s: Story, told: list[str], ages: dict[str, Term], step: Callable[[str, Term], Term]
) -> tuple[Term, Term]:
    """Both ages now, from the two relations that are told; the older one not yet computed."""
    one, two = num(1), num(2)
    gap = s.told("d") if s.has("d") else None
    time = s.told("t") if s.has("t") else None
    match told:
        case ["ratio", "ratio_ago" | "ratio_later"]:
            k, then = _times(s.one("ratio").values), _times(s.one("ratio_later", "ratio_ago").values)
            assert time is not None
            shift = step("shift", time * step("parts", then - one))
            less = step("less", k - then if told[1] == "ratio_later" else then - k)
            young = step("young", shift / less)
            return young, k * young
        case ["older" | "younger", "ratio_ago" | "ratio_later"] | [
            "ratio_ago" | "ratio_later",
            "younger",
        ]:
            assert time is not None and gap is not None
            k = _times(s.one("ratio_later", "ratio_ago").values)
            then = step("young_then", gap / step("parts", k - one))
            young = step("young", then - time if s.all("ratio_later") else then + time)
            return young, young + gap
        case ["older" | "younger", "sum" | "sum_later" | "sum_ago"] | ["sum" | "sum_later" | "sum_ago", "younger"]:  # fmt: skip
            assert gap is not None
            total = s.told("s")
            if time is not None:
                total = step("sum", total - two * time if s.all("sum_later") else total + two * time)
            young = step("young", (total - gap) / two)
            return young, young + gap
        case ["ratio", "sum_ago" | "sum_later"]:
            assert time is not None
            k, total = _times(s.one("ratio").values), s.told("s")
            total = step("sum", total - two * time if s.all("sum_later") else total + two * time)
            young = step("young", total / step("less", k + one))
            return young, k * young
        case ["age", "ratio_ago" | "ratio_later"] if "old" in ages:
            assert time is not None
            later = told[1] == "ratio_later"
            then = step("old_then", ages["old"] + time if later else ages["old"] - time)
            small = step("young_then", then / _times(s.one("ratio_later", "ratio_ago").values))
            return step("young", small - time if later else small + time), ages["old"]
    raise Unfit


def _which(who: frozenset[str], older: frozenset[str], younger: frozenset[str]) -> str:
    """Which of the two a name is."""
    is_old, is_young = bool(who) and who <= older, bool(who) and who <= younger
    if is_old == is_young:
        raise Unfit
    return "old" if is_old else "young"


def _times(told: Mapping[str, str]) -> Term:
    k = num(2) if told.get("two") else num(3) if told.get("three") else value(told["k"])
    if k.value <= 1:
        raise Unfit
    return k


_ZW: Final = f"(?P<w>{zh(3, 1)})"
_ZV: Final = f"(?P<v>{zh(3, 1)})"
_ZNOW: Final = "(?:今年|现在|目前)?"
_ZTIMES: Final = rf"{_ZW}(?:的)?(?:年龄)?(?:就|将|正好|恰好|刚好|恰|正)*(?:是|等于){_ZV}(?:的?年龄)?的<k>倍"
_ZLATER: Final = "(?:再过|过)?<t>年(?:后|以后|之后)?[，,]?"


@kind(
    "[岁龄]",
    "zh",
    {
        "ratio": (rf"{_ZNOW}{_ZW}{_ZNOW}的?(?:年龄)?(?:正好|恰好|刚好)?是{_ZV}(?:的?年龄)?的<k>倍",),
        "ratio_later": (rf"{_ZLATER}{_ZTIMES}",),
        "ratio_ago": (rf"<t>年(?:以|之)?前[，,]?{_ZTIMES}",),
        "older": (rf"{_ZNOW}{_ZW}{_ZNOW}比{_ZV}大<d>岁",),
        "younger": (rf"{_ZNOW}{_ZV}{_ZNOW}比{_ZW}小<d>岁",),
        "sum": (rf"{_ZNOW}(?:他们|两人|{zh(4)}俩|二人)?{_ZNOW}的?年龄(?:之|的)?和(?:是|为)<s>岁",),
        "sum_later": (rf"{_ZLATER}(?:他们|两人|{zh(4)}俩|二人)?的?年龄(?:之|的)?和(?:是|为)<s>岁",),
        "sum_ago": (rf"<t>年前[，,]?(?:他们|两人|{zh(4)}俩|二人)?的?年龄(?:之|的)?和(?:是|为)<s>岁",),
        "age": (rf"{_ZNOW}(?P<who>{zh(3, 1)}){_ZNOW}<n>岁",),
        "ask_age": (rf"{_ZNOW}(?P<x>{zh(3, 1)}){_ZNOW}(?:的?年龄)?(?:是|有)?(?:几|多少)岁",),
        "ask_when": (rf"(?:再过)?(?:几|多少)年(?:后|以后|之后)?[，,]?{_ZTIMES}",),
        "ask_ago": (rf"(?:几|多少)年(?:以|之)?前[，,]?{_ZTIMES}",),
    },
)  # fmt: skip
def _ages_in_chinese(s: Story, work: Working) -> None:
    older, younger = _names(s, "w"), _names(s, "v")
    if len(older) != 1 or len(younger) != 1 or older == younger:
        raise Unfit
    _solve(s, work, older, younger)
