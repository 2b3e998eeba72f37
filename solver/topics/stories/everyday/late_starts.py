"""Two towards each other, of whom one starts later: when they meet, from either start. In English and Chinese. Both at once: `travel.py`.

Not read: stops, ways back, one behind the other.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working

_V: Final = r"(?:an? |the )?(?:steady |constant |average |uniform )*(?:speed of )?<v> (?P<vu>(?:km|miles|m)/(?:h|min))"
_GO: Final = "(?:leaves?|left|starts?|started|sets? (?:off|out)|departs?|departed)"
_ON: Final = "(?:travell?(?:s|ed|ing)|dr(?:ives|ove|iving)|r(?:ides|ode|iding)|walk(?:s|ed|ing)|cycl(?:es|ed|ing)|r(?:uns|an|unning)|go(?:es|ing)|moving)"
_PLACE: Final = "(?:(?:town|city|village|station|port|the) )?([a-z]+)"
_WAY: Final = (
    rf"(?: (?:from|to|for|towards|along|on) (?:the )?(?:opposite direction|{en(3)})| {en(2)}){{0,3}}"
)
_CAR: Final = r"(?P<w>(?:a |an |the |another |1 |the other )?(?:second |other |first )?(?:(?!later|after|hours?\b)[a-z]+ ?){1,2}?)"
_PLACES: Final = rf"(?:(?:2 |the )?{en(3)} and {en(2)}|2 {en(2)}|they|the 2 {en(2)})"


@kind(
    r"\blater\b|\bafter\b",
    "en",
    {
        "apart": (rf"{_PLACES} are <d> (?P<du>km|miles|m) apart", rf"the distance between {_PLACES} is <d> (?P<du>km|miles|m)"),
        "first": (rf"{_CAR} ?{_GO}{_WAY} ?,? ?(?:and )?(?:{_ON} )?(?:at )?{_V}(?:{_WAY})?",),
        "second": (rf"<t> (?P<tu>hours?|minutes?) later ?,? {_CAR} ?{_GO}{_WAY} ?,? ?(?:and )?(?:{_ON} )?(?:at )?{_V}(?:{_WAY})?", rf"{_CAR} ?{_GO}{_WAY} ?<t> (?P<tu>hours?|minutes?) later ?,? ?(?:and )?(?:{_ON} )?(?:at )?{_V}(?:{_WAY})?", rf"after <t> (?P<tu>hours?|minutes?) ?,? {_CAR} ?{_GO}{_WAY} ?,? ?(?:and )?(?:{_ON} )?(?:at )?{_V}(?:{_WAY})?"),
        "ask": (rf"how (?:long|many (?P<u>hours|minutes)) after (?:the )?(?P<who>(?:first |second |other )?[a-z]+) ?(?:{_GO}|starting|leaving|'s (?:start|departure))(?:{_WAY})? (?:do|will|did) (?:they|the 2 {en(1)}) (?:meet|pass each other)",),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    first, second = s.one("first"), s.one("second")
    if re.search(r"\b(?:same direction|catch\w*|overtak\w*|stops?|rests?|back|return\w*)\b", s.text):
        raise Unfit
    ways = re.findall(rf"{_GO} (?:from )?{_PLACE} (?:for|to|towards) {_PLACE}", s.text)
    if not re.search(r"towards each other|for the other|opposite direction", s.text) and (
        len(ways) != 2 or ways[0] != ways[1][::-1]
    ):
        raise Unfit
    rates = set(s.words("vu"))
    if len(rates) != 1:
        raise Unfit
    length, per = rates.pop().split("/")
    time = {"h": "hours", "min": "minutes"}[per]
    if set(s.words("du")) != {length} or any(
        w.rstrip("s") != time.rstrip("s") for n in ("tu", "u") for w in s.words(n)
    ):
        raise Unfit
    who = s.words("who")[0]
    one, other = (_names(said.values["w"]) for said in (first, second))
    if who.startswith(("second", "other")):
        late = True
    elif who.startswith("first"):
        late = False
    else:
        name = who.split()[-1]
        if (name in other) == (name in one):
            raise Unfit
        late = name in other
    _meet(s, work, value(first.values["v"]), value(second.values["v"]), length, time, late=late)


def _names(text: str) -> set[str]:
    return set(text.split()) - {"a", "an", "the", "another", "second", "other", "first", "1"}


_ZU: Final = "(?:千米|公里|米)"
_ZV: Final = rf"(?:以)?(?:平均)?每(?P<per>小时|分钟?)(?:行驶|行走|行|走|骑)?<v>(?P<vl>{_ZU})(?:的速度)?(?:行驶|行走|前进)?"
_ZWAY: Final = f"(?:从|由){zh(4, 1)}(?:开往|驶往|出发开往|出发去|出发到|出发向|向|去|到|出发|开出|前往){zh(5)}(?:行驶|开出|走去|步行|出发)?"
_ZWHO: Final = (
    "(?P<w>(?:另?一(?:辆|列|艘))?[甲乙客货快慢轿小大汽卡公交火车列王李张明红华刚强军丽轮船辆人]{1,4}?)"
)


@kind(
    "相遇",
    "zh",
    {
        "apart": (rf"{zh(12)}(?:相距|相隔|距离(?:是|为)?|之间的?(?:路程|距离)(?:是|为)?|全长)<d>(?P<du>{_ZU})",),
        "go": (rf"{_ZWHO}(?:先)?{_ZWAY}", rf"{_ZWHO}先(?:出发|开出)"),
        "go_speed": (rf"{_ZWHO}(?:先)?{_ZWAY}[，,]?(?:速度是)?{_ZV}", rf"{_ZWHO}{_ZV}(?:{_ZWAY})?"),
        "speed": (_ZV,),
        "later": (r"(?:(?P<f>[\u4e00-\u9fff]{1,3})(?:先)?)?(?:出发|开出|行驶|行|走|先行|先走|先开)?(?:了)?<t>(?P<tu>小时|分钟?)(?:后|以后|之后)",),
        "ask": (rf"(?P<who>[\u4e00-\u9fff]{{1,3}}?)(?:出发|开出|行驶)(?:后)?(?:经过|再过)?(?:几|多少)(?P<u>小时|分钟)(?:后|以后)?(?:两车|两人)?(?:能|会)?(?:(?:与|和|同){zh(3)})?相遇",),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    if re.search("同时|返|停|休息|追|同向|背|反", s.text):
        raise Unfit
    starts_at = re.findall("[从由]([\u4e00-\u9fffA-Za-z])", s.text)
    if len(starts_at) != 2 or len(set(starts_at)) != 2:
        raise Unfit
    goes, lates = s.all("go", "go_speed"), s.all("later")
    speeds = [said for said in s.said if "v" in said.values]
    if len(goes) != 2 or len(lates) != 1 or len(speeds) != 2:
        raise Unfit
    order = [s.said.index(x) for x in (goes[0], lates[0], goes[1])]
    if order != sorted(order) or not s.said.index(speeds[0]) < order[1] < s.said.index(speeds[1]):
        raise Unfit
    one, other = (re.sub("^另?一[辆列艘]", "", said.values["w"]) for said in goes)
    starts = lates[0].values.get("f")
    lengths = {w.replace("公里", "千米") for n in ("vl", "du") for w in s.words(n)}
    times = {w.replace("分钟", "分") for n in ("per", "tu", "u") for w in s.words(n)}
    who = s.words("who")[0]
    if (
        one == other
        or starts not in (None, one)
        or len(lengths) != 1
        or len(times) != 1
        or who not in (one, other)
    ):
        raise Unfit
    time = times.pop().replace("分", "分钟")
    first, second = (value(said.values["v"]) for said in speeds)
    _meet(s, work, first, second, lengths.pop(), time, late=who == other)


_SAYS: Final = {
    "alone": ("what the first one goes alone", "先出发的单独行的路程"),
    "rest": ("how far they are apart when the second one starts", "后一个出发时两者的距离"),
    "both": ("the two speeds together", "速度和"),
    "time": ("the time from then on: distance divided by both speeds", "从这时起的时间：距离÷速度和"),
    "all": ("from the first start on", "从先出发的时刻算起"),
}  # fmt: skip


def _meet(s: Story, work: Working, first: Term, second: Term, length: str, time: str, *, late: bool) -> None:
    chinese = work.language == "zh"

    def step(key: str, term: Term, unit: str) -> Term:
        return work.step(_SAYS[key][chinese], term, unit)

    alone = step("alone", first * s.told("t"), length)
    rest = step("rest", s.told("d") - alone, length)
    if rest.value <= 0:
        raise Unfit
    found = step("time", rest / step("both", first + second, ""), time)
    if not late:
        found = step("all", found + s.told("t"), time)
    work.give(found, time, "相遇用的时间" if chinese else "the time until they meet")
