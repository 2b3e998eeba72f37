"""One whole in two situations, read by roles and not by wordings: so much each time and so many times, so many who work and for how long, what they make.

A number is what its unit makes of it: a rate (每天15吨), a time, those who work, a product. The first situation has all of its numbers, the second lacks the one that
is asked for; between them words are open, but for those that compare, change or share. Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.everyday.kinds import value
from solver.topics.stories.school.working import Term, Unfit, Working

_N: Final = r"\d+(?:\.\d+)?"
_TIME: Final = "小时|分钟|星期|天|日|周|个月|年|次|趟"
_WORKERS: Final = "名|位|个(?:工人|人|同学|学生|农民|师傅|水管|进水管|排水管|技术员)|人|台|辆|头|匹|部|架|根(?=[^,]{0,3}水管)|支(?=[^,]{0,3}(?:队|水管))"
_THINGS: Final = "元|平方米|平方千米|立方米|千米|公里|厘米|毫米|分米|千克|公斤|毫升|公顷|米|克|吨|升|亩|页|字|个零件|个齿|个|件|套|箱|盒|袋|本|棵|行|排|块|周|圈|转|齿|车|只|条|桶|瓶|组|道|张|份|双|把|盏|盆|筐|册|包|捆|层|段|户|栋|级"
_ANY: Final = f"{_TIME}|{_WORKERS}|{_THINGS}"
_ONE: Final = "小时|分钟|天|日|周|星期|月|年|次|趟|箱|盒|袋|套|件|本|行|排|车|辆|桶|瓶|组|个|份|人|台|包|捆|筐|条|层|段|双|张|块|盘|队|册|栋|户"
_VERB: Final = r"(?:(?![多少增减比再又还剩余提节约省快慢先])[^\d每,;。?])"
_MENTION: Final = re.compile(
    rf"每个?(?:[\u4e00-\u9fff]{{0,3}}[一1])?(?P<per>{_ONE})(?:比(?:原来|原?计划|以前)?的?)?(?P<more>多|少|增加|减少|节约|节省)?{_VERB}{{0,6}}?(?:(?P<rate>{_N})|(?P<which>多少|几))(?P<unit>{_ANY})"
    rf"|(?P<ahead>提前|推迟|增加|减少|多用|少用|多装|少装|节省|节约|缩短)?[了出]?(?:(?P<count>{_N})|(?P<asked>多少|几))(?P<what>{_ANY})(?=(?P<noun>[\u4e00-\u9fff]{{0,3}}))"
)
_ARTICLE: Final = re.compile(
    r"(?<!\d)[一1](?=批|项|堆|本|条|段|件|间|份|池|块|部|辆|座|口|个(?!人|月|工人|同学|学生)|捆|桶|片|筐|车)"
)
_SAME: Final = re.compile(
    r"如果|若|要是|假如|现在|实际|改[为成用]|换成|同样|照这样|照这样计算|这[批堆本条段项辆座池]"
)
_ANOTHER: Final = re.compile(
    r"[不没未非无再又还剩余除半倍比均先后前第隔]|增产|提高|降低|先|同时|合[作做]|平均分|其中|另|原来的|分之|[多少增减提早晚迟快慢](?!少|久)|打[一二三四五六七八九]折"
)
"""What makes more of a text than two situations of one whole."""
_OPEN: Final = re.compile(r"[\u4e00-\u9fff,;。?:.\s]*")
_WHOLE: Final = {
    *"天日次趟页个件套箱盒袋本棵行排块车只条桶瓶组道张份双把盏盆筐册包捆层段人台辆头匹部架圈转",
    "星期",
}
"""Of these there are no parts."""
_WHO: Final = frozenset(("人 台 辆 头 匹 部 架 根 支 个水管 个进水管 个排水管").split())
_MORE: Final = ("推迟", "增加", "多用", "多装", "多")
_TIMES: Final = f"{_TIME}|月"
MOST_TOLD: Final = 4
_SAYS: Final = {
    "so_many": "一共有多少{}：份数×每份数",
    "so_often": "有多少{}：总量÷每份数",
    "in_each": "每{}有多少{}：总量÷份数",
    "all": "总量：每份数×份数（两种情况下总量不变）",
    "times": "份数：总量÷新的每份数",
    "each": "每份数：总量÷新的份数",
    "work": "工作总量（1{who}1{time}的工作量作为1份）",
    "time": "时间：工作总量÷新的数量",
    "who": "数量：工作总量÷新的时间",
    "one": "1{who}1{time}的量",
    "made": "新情况下的总量",
    "made_one": "1{who}在新的时间里的量",
    "made_each": "新的数量1{time}的量",
    "apart": "两种情况相差多少",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A number or what is asked for, with its unit; `per`: so much in each of these; `change`: a difference is asked for."""

    unit: str
    number: Term | None
    per: str = ""
    change: str = ""
    noun: str = ""

    @property
    def role(self) -> str:
        """rate, time, who or thing."""
        if self.per:
            return "rate"
        if re.fullmatch(_TIMES, self.unit):
            return "time"
        return "who" if self.unit in _WHO else "thing"


def solve(plain: str, work: Working) -> None:
    """Work out what is asked for, of a text in Chinese whose numbers are digits.

    Raises:
        Unfit: the text is of another kind, or may be.
    """
    text = re.sub("平均(?=每)", "", _ARTICLE.sub("", plain))
    mentions = list(_mentions(text))
    rest = _MENTION.sub("", text)
    if not _OPEN.fullmatch(rest) or _ANOTHER.search(_SAME.sub("", rest)):
        raise Unfit
    told = [m for m in mentions if m.number is not None]
    if (
        len(told) != len(mentions) - 1
        or len(told) < 2
        or None in [m.number for m in mentions[: min(3, len(mentions) - 1)][:2]]
    ):
        raise Unfit
    asked = next(m for m in mentions if m.number is None)
    one_whole = _SAME.search(text) or re.search("完|满|带动", rest) or _ARTICLE.match(re.sub("^(?:有|把|用|加工|运|修|读|看|做)", "", plain))  # fmt: skip
    nouns = [m.noun for m in told if m.role == "who" and m.noun]
    if any(noun[:2] != nouns[0][:2] for noun in nouns):
        raise Unfit  # other machines work at another pace
    if not one_whole and len(told) == 3 or any(m.change for m in (*told[:2], *told[3:])):
        raise Unfit
    for method in (_chain, _pace, _gears, _working, _making):
        if method(told, asked, work):
            return
    raise Unfit


def _mentions(text: str) -> Iterator[Mention]:
    for found in _MENTION.finditer(text):
        if found["per"]:
            rate = value(found["rate"]) if found["rate"] else None
            yield Mention(_bare(found["unit"]), rate, _bare(found["per"]), found["more"] or "")
        else:
            number = value(found["count"]) if found["count"] else None
            yield Mention(_bare(found["what"]), number, "", found["ahead"] or "", found["noun"])


def _chain(told: list[Mention], asked: Mention, work: Working) -> bool:
    """Rates one behind the other: 24箱，每箱40盒，每盒12支，共多少支？ In each all numbers are used, and only one way leads to what is asked for."""
    rates = [m for m in told if m.per]
    if asked.change or len({(m.per, m.unit) for m in rates}) < len(rates) or len(told) > MOST_TOLD:
        return False
    ways = list(_ways(told, asked))
    if len({tuple(map(id, way)) for way in ways}) != 1:
        return False
    first, *others = ways[0]
    term, unit = _number(first), first.unit
    for other in others:
        if other.per and unit == other.per:
            term, unit = (
                work.step(_SAYS["so_many"].format(other.unit), term * _number(other), other.unit),
                other.unit,
            )
        elif other.per:
            term, unit = (
                work.step(_SAYS["so_often"].format(other.per), term / _number(other), other.per),
                other.per,
            )
        else:
            term = work.step(
                _SAYS["in_each"].format(asked.per, asked.unit), term / _number(other), asked.unit
            )
            unit = asked.unit
    _whole(term, asked.unit)
    work.give(term, asked.unit, "所求的量")
    return True


def _ways(told: list[Mention], asked: Mention) -> Iterator[list[Mention]]:
    """The orders in which numbers lead from a count to what is asked for."""

    def onward(way: list[Mention], unit: str) -> Iterator[list[Mention]]:
        left = [m for m in told if m not in way]
        if not left:
            if unit == asked.unit and not asked.per:
                yield way
            return
        for m in left:
            if m.per and m.per != m.unit and unit in (m.per, m.unit):
                yield from onward([*way, m], m.unit if unit == m.per else m.per)
            elif not m.per and len(left) == 1 and asked.per == m.unit != unit == asked.unit:
                yield [*way, m]

    for m in told:
        if not m.per:
            yield from onward([m], m.unit)


def _pace(told: list[Mention], asked: Mention, work: Working) -> bool:
    """每天烧15吨可以烧24天，如果每天烧12吨，可以烧多少天？"""
    if len(told) != 3:
        return False
    first, second = sorted(told[:2], key=lambda m: m.role != "rate")
    third = told[2]
    if third.change:
        third = _changed(first, third, work) if third.per == first.per else third
    if first.role != "rate" or second.unit != first.per or second.role == "rate":
        return False
    total = _product(first, second)
    if third.role == "rate" and (third.per, third.unit) == (first.per, first.unit) and asked.unit == first.per and not asked.per:  # fmt: skip
        _give(work, work.step(_SAYS["all"], total, first.unit), third, second, asked, "times")
        return True
    if third.role != "rate" and third.unit == second.unit and (asked.per, asked.unit) == (first.per, first.unit):  # fmt: skip
        _give(work, work.step(_SAYS["all"], total, first.unit), third, first, asked, "each")
        return True
    return False


def _gears(told: list[Mention], asked: Mention, work: Working) -> bool:
    """Teeth times turns is the same for both wheels."""
    teeth = [m for m in told if "齿" in m.unit]
    turns = [m for m in told if m.unit in ("圈", "转", "周")]
    if len(told) != 3 or told[2].change or len(teeth) not in (1, 2) or len(turns) != 3 - len(teeth):
        return False
    if len({m.per for m in (*turns, asked) if m.unit in ("圈", "转", "周")}) != 1:
        return False
    if len(teeth) == 2 and (asked.unit, asked.per) == (turns[0].unit, turns[0].per) and told[2] is teeth[1]:
        _give(work, work.step("每分钟转过的齿数", _product(teeth[0], turns[0]), "齿"), teeth[1], turns[0], asked, "times")  # fmt: skip
        return True
    return False


def _working(told: list[Mention], asked: Mention, work: Working) -> bool:
    """12人8天完成，16人几天完成？"""
    roles = [m.role for m in told]
    if sorted(roles[:2]) != ["time", "who"] or len(told) != 3 or asked.per:
        return False
    who, time = sorted(told[:2], key=lambda m: m.role == "time")
    third = told[2]
    says = _SAYS["work"].format(who=who.unit, time=time.unit)
    if third.change:
        third = _changed(who, third, work)
    if third.role == "who" and asked.unit == time.unit and third.unit == who.unit:
        _give(work, work.step(says, _product(who, time), "份"), third, time, asked, "time")
        return True
    if third.unit == time.unit and asked.role == "who" and asked.unit == who.unit:
        _give(work, work.step(says, _product(who, time), "份"), third, who, asked, "who")
        return True
    return False


def _changed(before: Mention, change: Mention, work: Working) -> Mention:
    """So many more, or fewer, than there were before."""
    if change.change not in (*_MORE, "减少", "少", "节约", "节省") or change.unit != before.unit:
        raise Unfit
    more = change.change in _MORE
    now = _number(before) + _number(change) if more else _number(before) - _number(change)
    return Mention(before.unit, work.step("现在的数量", now, before.unit), before.per)


def _making(told: list[Mention], asked: Mention, work: Working) -> bool:
    """5个工人4小时生产120个零件，8个工人6小时生产多少个零件？"""
    if len(told) != 5 or [m.role for m in told[:3]].count("thing") != 1 or asked.per or asked.change:
        return False
    who, time, thing = sorted(told[:3], key=lambda m: ("who", "time", "thing", "rate").index(m.role))
    if (who.role, time.role, thing.role) != ("who", "time", "thing"):
        return False
    names = {"who": who.unit, "time": time.unit}
    one = work.step(_SAYS["one"].format(**names), _number(thing) / _number(who) / _number(time), thing.unit)
    units = {"who": who.unit, "time": time.unit, "thing": thing.unit}
    second = {m.role: m for m in told[3:]}
    if len(second) != 2 or asked.role in second or any(m.unit != units.get(r) for r, m in (*second.items(), (asked.role, asked))):  # fmt: skip
        return False
    match asked.role:
        case "thing":
            made = work.step(_SAYS["made"], one * _number(second["who"]) * _number(second["time"]), thing.unit)  # fmt: skip
        case "who":
            each = work.step(_SAYS["made_one"].format(**names), one * _number(second["time"]), thing.unit)
            made = work.step(_SAYS["who"], _number(second["thing"]) / each, asked.unit)
        case _:
            each = work.step(_SAYS["made_each"].format(**names), one * _number(second["who"]), thing.unit)
            made = work.step(_SAYS["time"], _number(second["thing"]) / each, asked.unit)
    _whole(made, asked.unit)
    work.give(made, asked.unit, "所求的量")
    return True


def _give(work: Working, total: Term, other: Mention, before: Mention, asked: Mention, says: str) -> None:
    """What is asked for: the total by the other number, or by how much that differs from before."""
    found = work.step(_SAYS[says], total / _number(other), asked.unit)
    _whole(found, asked.unit)
    if asked.change:
        more = asked.change in _MORE
        one, less = (found, _number(before)) if more else (_number(before), found)
        if one.value <= less.value:
            raise Unfit
        found = work.step(_SAYS["apart"], one - less, asked.unit)
    work.give(found, asked.unit, "所求的量")


def _whole(term: Term, unit: str) -> None:
    if term.value <= 0 or (term.value.denominator != 1 and unit in _WHOLE):
        raise Unfit


def _bare(unit: str) -> str:
    """The unit without whom it counts: 个工人 and 名 as 人; one name for a month, a week, a day."""
    if unit in ("名", "位") or re.fullmatch("个(?:工人|人|同学|学生|农民|师傅|技术员)", unit):
        return "人"
    return {"个零件": "个", "个齿": "齿", "个月": "月", "星期": "周", "日": "天"}.get(unit, unit)


def _number(mention: Mention) -> Term:
    if mention.number is None or mention.number.value <= 0:
        raise Unfit
    return mention.number


def _product(one: Mention, other: Mention) -> Term:
    return _number(one) * _number(other)
