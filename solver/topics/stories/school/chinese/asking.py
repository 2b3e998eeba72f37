"""What a clause that asks wants to know, in every way in which it can be read."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.facts import (
    DONE,
    LESS,
    MORE,
    NUMBER_IN,
    ODD,
    Amount,
    Asked,
    Fact,
    N,
    U,
    side,
    without_ones,
)
from solver.topics.stories.school.chinese.marks import NUMBER, UNIT, Marks, unit_of

_PERCENT: Final = re.compile("百分之(?:几|多少)")


def _ratio_asked(body: str, lead: str, m: Marks) -> list[Fact] | None:
    """ "A是B的几倍", "A占B的几分之几", "A比B多百分之几", "还剩几分之几"."""
    body = re.sub("的?(?:年龄|岁数|质量|重量|人数|数量|只数|棵数)", "", without_ones(body, m))
    kind = "percent" if _PERCENT.search(body) else "part"
    body = re.sub("今年|现在", "", body)
    if found := re.fullmatch("(.+?)(?:大约|约)?(?:是|相当于)(.+?)的?(?:多少|几)倍", body):
        return [Asked("倍", "", found[1], "times", None, 1, found[2])]
    many = "(?:几分之几|百分之几|百分之多少)"
    if found := re.fullmatch(
        f"(.+?)比(.+?)(?:(增加|多|贵|重|长|高|提高|增产|大|快)|(减少|少|便宜|轻|短|矮|降低|节约|节省))(?:了|{DONE}|用)*{many}",
        body,
    ):
        return [Asked(kind, "", found[1], "more" if found[3] else "less", None, 1, found[2])]
    if found := re.fullmatch(
        f".{{0,6}}?(?:(超产|增产|增加|超额|提高|涨价|多用|多)|(节省|节约|减少|降低|降价|少用|便宜))(?:了)?{many}",
        body,
    ):
        return [Asked(kind, "", "", "more" if found[1] else "less")]
    if found := re.fullmatch(
        f"(.*?)(?:是|占|相当于|(?:看|修|用|吃|完成|走|喝|卖|运)了?)(?:了)?(.*?)的?{many}(?:没.*)?", body
    ):
        if re.search("剩|没|余|未", lead + body):
            return [Asked(kind, "", found[1], "left", None, 1, found[2])]
        shown = "total" if re.search("已经|一共|共", lead + found[1]) or not found[2] else "plain"
        return [Asked(kind, "", found[1], shown, None, 1, found[2])]
    if re.fullmatch(
        f".{{0,8}}(?:剩下?|没有?.{{1,3}}的)(?:全书|全长|全部|它|这.{{1,4}})?的?{many}(?:没.*)?", body
    ):
        return [Asked(kind, "", "", "left")]
    return None


def questions(body: str, lead: str, m: Marks) -> list[list[Fact]]:
    """The ways to read a clause that asks."""
    if re.search("分之[几多]|倍$", body):
        return [asked] if (asked := _ratio_asked(body, lead, m)) else []
    if found := re.fullmatch(
        f"(.{{1,5}}?)(?:送|借)?给(.{{1,5}}?)(?:多少|几){U}(.{{0,4}}?)(?:后|时|以后|之后)?(?:他们|她们|两人|{NUMBER}人)?(?:的.{{1,4}}?)?就?(?:一样多|同样多|相等)",
        body,
    ):
        return [[Asked(unit_of(found[3], found[4]), found[4], found[1], "even", None, 1, found[2])]]
    body = re.sub("比赛", "赛", body)
    for one in m.ones:
        body = re.sub(f"^(?:买)?各买?{one}{UNIT}", "一共", body)
    body = re.sub(f"^买?这{NUMBER}[样种件](?:东西|商品|物品)?(?!还)", "一共", body)
    if found := re.fullmatch("(.{1,8}?)是多少", body):
        return [[Asked("", "", found[1], "plain")]]
    found = re.fullmatch(f"(.*?)(?:多少|几)(万|亿)?({UNIT}(?!位)|钱|元钱)?(.*)", body)
    if found is None or re.search("多少|几", found[4]):
        return []
    pre, post = found[1], found[4]
    scale = {"万": 10**4, "亿": 10**8}.get(found[2] or "", 1)
    if post == "座位" and not found[3]:
        return [[Asked("人", "座位", pre, k)]] if (k := _kind(lead + pre, post)) else []
    unit = "元" if found[3] in ("钱", "元钱") else found[3] or ""
    if not unit or re.search("分之|倍", post):
        return []
    facts: list[Fact] = []
    per = None
    count = 0
    if kinds := re.search(
        f"(?:这)?{N}(?:种|样|次|天|个班|个年级|人|者|个月|项|堆|筐|组|位|个|类|周|队|年|只)[^{NUMBER[1:-1]}]{{0,6}}?(?=一共|总共|共|的总)",
        pre,
    ):
        if m.values[kinds[1]] > 1:
            count = int(m.values[kinds[1]])
        pre = pre[: kinds.start()] + pre[kinds.end() :]
    if each := re.search(f"(?:平均)?每{U}([^{NUMBER[1:-1]}]{{0,10}})$", pre):
        part = side(each[2])
        if part is None:
            return []
        per = Amount(Fraction(1), unit_of(each[1], part[0]), "", part[0], "each")
        pre = pre[: each.start()]
    if (
        "比" in pre
        or re.fullmatch(f"[^{NUMBER[1:-1]}]*这?{N}{U}[^{NUMBER[1:-1]}]*", pre)
        and not re.search("需要|要|可以", pre)
    ):
        pre = without_ones(pre, m)
    if NUMBER_IN.search(pre):
        if two := re.fullmatch(
            f"{N}{U}([^{NUMBER[1:-1]}]{{1,6}})[和、]{N}{U}([^{NUMBER[1:-1]}]{{1,6}}?)(?:一共|共)有?", pre
        ):
            both = [
                Amount(m.values[two[i]], unit_of(two[i + 1], two[i + 2]), "", two[i + 2], "have")
                for i in (1, 4)
            ]
            return [[*both, Asked(unit_of(unit, post), post, "一共", "total")]]
        inner = re.fullmatch(f"([^{NUMBER[1:-1]}]*){N}{U}([^{NUMBER[1:-1]}]*)", pre)
        if inner is None:
            return []
        part = side(inner[4])
        if part is None or ODD.search(inner[1]) or re.search("后|前", inner[4]):
            return []
        noun = part[0]
        if not (inner[2] in m.ones and per is None and inner[1] == "" and not re.search("需要|要", inner[4])):
            facts.append(Amount(m.values[inner[2]], unit_of(inner[3], noun), "", noun, "have"))
        pre = inner[1] + inner[4]
    kind = _kind(lead + pre, post)
    if kind is None:
        return []
    noun = re.sub("(?:没|参加|才|后|需|来|去|用).*$", "", post)
    other = ""
    if kind == "difference":
        pre, _, rest = pre.partition("比")
        other = re.sub(
            f"(?:还|要)?(?:{MORE}|{LESS})(?:了|{DONE}|卖出|卖|用|吃|买|借出|运来|有|收)*$", "", rest
        )
        if re.search(f"(?:{LESS})(?:了|{DONE}|卖出|卖|用|吃|买|借出)*$", rest):
            pre, other = other, pre
    return [[*facts, Asked(unit_of(unit, noun), noun, pre, kind, per, scale, other, count)]]


def _kind(pre: str, post: str) -> str | None:
    if re.search("[倍折]|相差|分之|平均(?!每)|各|分别", pre) or re.search("[倍折比]", post):
        return None
    if "比" in pre:
        return "difference"
    if re.search("剩|余", pre) or re.search("没", post):
        return "left"
    if re.search("还(?:要|需|差|有|得|缺|应)|差", pre) or pre.startswith("还"):
        return "left" if not re.search("又|再", pre) else None
    if re.search("现在|这时", pre):
        return "now"
    if re.search("原来|原有|原", pre):
        return "first"
    if re.search("一共|总共|共|合计", pre):
        return "total"
    return "plain"
