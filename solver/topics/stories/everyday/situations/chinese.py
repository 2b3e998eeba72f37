"""The numbers of a Chinese story of situations, by their units; what makes more of a text than situations is not read."""

from __future__ import annotations

import re
from typing import Final, Literal

from solver.topics.stories.everyday.kinds import value
from solver.topics.stories.everyday.situations.mentions import Mention, Role
from solver.topics.stories.school.working import Unfit

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
    r"[不没未非无再又还剩余除半倍比均先后前第隔]|来回|往返|单程|增产|提高|降低|先|同时|合[作做]|平均分|其中|另|原来的|分之|[多少增减提早晚迟快慢](?!少|久)|打[一二三四五六七八九]折"
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
_ONE_WHOLE: Final = re.compile(rf"(?:有|把|用|加工|运|修|读|看|做)?(?:{_ARTICLE.pattern})")


def mentions(plain: str) -> tuple[list[Mention], Mention]:
    """What is told, in its order, and what is asked for.

    Raises:
        Unfit: the text is of another kind, or may be.
    """
    text = re.sub("平均(?=每)", "", _ARTICLE.sub("", plain))
    found = [_mention(m) for m in _MENTION.finditer(text)]
    rest = _MENTION.sub("", text)
    if not _OPEN.fullmatch(rest) or _ANOTHER.search(_SAME.sub("", rest)):
        raise Unfit
    told, asked = ([m for m in found if (m.number is None) is wanted] for wanted in (False, True))
    if len(asked) != 1 or len(told) < 2 or asked[0] in found[:2]:
        raise Unfit
    nouns = [m.noun for m in told if m.role == "who" and m.noun]
    if any(noun[:2] != nouns[0][:2] for noun in nouns):
        raise Unfit  # other machines work at another pace
    is_one = _SAME.search(text) or re.search("完|满|带动", rest) or _ONE_WHOLE.match(plain)
    if not is_one and len(told) == 3 or any(m.change for m in (*told[:2], *told[3:])):
        raise Unfit
    return told, asked[0]


def _mention(found: re.Match[str]) -> Mention:
    number = found["rate"] or found["count"]
    unit = _bare(found["unit"] or found["what"])
    per, change = _bare(found["per"] or ""), found["more"] or found["ahead"] or ""
    role: Role = (
        "rate" if per else "time" if re.fullmatch(_TIMES, unit) else "who" if unit in _WHO else "thing"
    )
    way: Literal["", "more", "fewer"] = "" if not change else "more" if change in _MORE else "fewer"
    return Mention(
        unit, value(number) if number else None, per, way, found["noun"] or "", role, unit in _WHOLE
    )


def _bare(unit: str) -> str:
    """The unit without whom it counts: 个工人 and 名 as 人; one name for a month, a week, a day."""
    if unit in ("名", "位") or re.fullmatch("个(?:工人|人|同学|学生|农民|师傅|技术员)", unit):
        return "人"
    return {"个零件": "个", "个齿": "齿", "个月": "月", "星期": "周", "日": "天"}.get(unit, unit)
