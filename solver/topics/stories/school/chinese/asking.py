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
_NO_NUMBER: Final = f"[^{NUMBER[1:-1]}]"
_EVEN: Final = re.compile(
    f"(.{{1,5}}?)(?:送|借)?给(.{{1,5}}?)(?:多少|几){U}(.{{0,4}}?)(?:后|时|以后|之后)?(?:他们|她们|两人|{NUMBER}人)?(?:的.{{1,4}}?)?就?(?:一样多|同样多|相等)"
)
_HOW_MANY: Final = re.compile(f"(.*?)(?:多少|几)(万|亿)?({UNIT}(?!位)|钱|元钱)?(.*)")
_KINDS: Final = re.compile(
    f"(?:这)?{N}(?:种|样|次|天|个班|个年级|人|者|个月|项|堆|筐|组|位|个|类|周|队|年|只){_NO_NUMBER}{{0,6}}?(?=一共|总共|共|的总)"
)
_EACH: Final = re.compile(f"(?:平均)?每{U}({_NO_NUMBER}{{0,10}})$")
_OF_SO_MANY: Final = re.compile(f"{_NO_NUMBER}*这?{N}{U}{_NO_NUMBER}*")
_TWO: Final = re.compile(f"{N}{U}({_NO_NUMBER}{{1,6}})[和、]{N}{U}({_NO_NUMBER}{{1,6}}?)(?:一共|共)有?")
_INNER: Final = re.compile(f"({_NO_NUMBER}*){N}{U}({_NO_NUMBER}*)")


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
    if found := _EVEN.fullmatch(body):
        return [[Asked(unit_of(found[3], found[4]), found[4], found[1], "even", None, 1, found[2])]]
    body = _all_bought(body, m)
    if found := re.fullmatch("(.{1,8}?)是多少", body):
        return [[Asked("", "", found[1], "plain")]]
    found = _HOW_MANY.fullmatch(body)
    if found is None or re.search("多少|几", found[4]):
        return []
    pre, post = found[1], found[4]
    if post == "座位" and not found[3]:
        return [[Asked("人", "座位", pre, k)]] if (k := _kind(lead + pre, post)) else []
    unit = "元" if found[3] in ("钱", "元钱") else found[3] or ""
    if not unit or re.search("分之|倍", post):
        return []
    pre, count = _without_kinds(pre, m)
    each = _asked_of_each(pre)
    if each is None:
        return []
    pre, per = each
    if "比" in pre or _OF_SO_MANY.fullmatch(pre) and not re.search("需要|要|可以", pre):
        pre = without_ones(pre, m)
    facts: list[Fact] = []
    if NUMBER_IN.search(pre):
        if both := _two_together(pre, m):
            return [[*both, Asked(unit_of(unit, post), post, "一共", "total")]]
        told = _told_in_question(pre, m, among=per is not None)
        if told is None:
            return []
        pre, facts = told
    kind = _kind(lead + pre, post)
    if kind is None:
        return []
    noun = re.sub("(?:没|参加|才|后|需|来|去|用).*$", "", post)
    pre, other = _compared(pre) if kind == "difference" else (pre, "")
    scale = {"万": 10**4, "亿": 10**8}.get(found[2] or "", 1)
    return [[*facts, Asked(unit_of(unit, noun), noun, pre, kind, per, scale, other, count)]]


def _all_bought(body: str, m: Marks) -> str:
    """ "买这三样东西要多少元": all of it together."""
    body = re.sub("比赛", "赛", body)
    for one in m.ones:
        body = re.sub(f"^(?:买)?各买?{one}{UNIT}", "一共", body)
    return re.sub(f"^买?这{NUMBER}[样种件](?:东西|商品|物品)?(?!还)", "一共", body)


def _without_kinds(pre: str, m: Marks) -> tuple[str, int]:
    """ "三种树一共…": without the number of kinds, and that number; 0 where it is not told."""
    kinds = _KINDS.search(pre)
    if kinds is None:
        return pre, 0
    value = m.values[kinds[1]]
    return pre[: kinds.start()] + pre[kinds.end() :], int(value) if value > 1 else 0


def _asked_of_each(pre: str) -> tuple[str, Amount | None] | None:
    """ "平均每天…": without it, and of what each; None where that is not read."""
    each = _EACH.search(pre)
    if each is None:
        return pre, None
    part = side(each[2])
    if part is None:
        return None
    return pre[: each.start()], Amount(Fraction(1), unit_of(each[1], part[0]), "", part[0], "each")


def _two_together(pre: str, m: Marks) -> list[Fact] | None:
    """ "3个苹果和5个梨一共…": the two amounts."""
    two = _TWO.fullmatch(pre)
    if two is None:
        return None
    return [Amount(m.values[two[i]], unit_of(two[i + 1], two[i + 2]), "", two[i + 2], "have") for i in (1, 4)]


def _told_in_question(pre: str, m: Marks, *, among: bool) -> tuple[str, list[Fact]] | None:
    """ "5个这样的盒子可以装…": without the amount, and the amount; None where that is not read.

    One of it tells nothing, where it is not asked what each gets (`among`).
    """
    inner = _INNER.fullmatch(pre)
    if inner is None:
        return None
    part = side(inner[4])
    if part is None or ODD.search(inner[1]) or re.search("后|前", inner[4]):
        return None
    noun = part[0]
    one = inner[2] in m.ones and not among and inner[1] == "" and not re.search("需要|要", inner[4])
    amount = Amount(m.values[inner[2]], unit_of(inner[3], noun), "", noun, "have")
    return inner[1] + inner[4], [] if one else [amount]


def _compared(pre: str) -> tuple[str, str]:
    """ "苹果比梨多…": of which it is asked how many more, and than which."""
    name, _, rest = pre.partition("比")
    other = re.sub(f"(?:还|要)?(?:{MORE}|{LESS})(?:了|{DONE}|卖出|卖|用|吃|买|借出|运来|有|收)*$", "", rest)
    if re.search(f"(?:{LESS})(?:了|{DONE}|卖出|卖|用|吃|买|借出)*$", rest):
        return other, name
    return name, other


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
