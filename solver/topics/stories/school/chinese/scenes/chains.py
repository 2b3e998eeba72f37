"""Stories of one amount from which parts go and to which parts come: what is left, what there was at first.

Parts may be numbers, fractions of the whole, or fractions of what is left. Not read: amounts of two owners.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.facts import GAIN, LOSE
from solver.topics.stories.school.chinese.marks import NUMBER
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_LOSE: Final = f"{LOSE}|运|修|修了|看|读|行|走|加工|下来|下车|用|支出|花|倒|喂|铺|挖|织|印|抄|背|打|做|卖|付|取出|领出|调出"
_GAIN: Final = f"{GAIN}|上|运入|存入|调入|装进|又进|进|来|加|采购|补充|倒入|灌入|存进|领到|赢|攒|得到|挣"
_WHOLE: Final = "全书|全长|全程|全部|总数|总量|总页数|总路程|其中|它|这.{1,4}?|整.{1,2}|原来"
_REST: Final = "剩下|余下|剩余|其余|余|剩"
_HAVE: Final = (
    "有|共有|共|重|长|装有|运来|运进|买来|买回|存有|需要|要|是|为|种|养|收获|收|生产|加工|修|全长|装|存|库存"
)
_TIMES: Final = "第.(?:天|次|周|站|个?月|个?小时|批|组|队)|上午|下午|中午|早上|晚上|上旬|中旬|下旬|昨天|今天|前天|星期.|周[一二三四五六日]|到站|到.{1,4}站|途中|先|又|再|还|然后|已经|已|接着"
_SO_FAR: Final = f"这时候?|此时|到此|至此|现在|[这前]?(?:{NUMBER}|[两三])(?:天|次|周|个月)"
_EXACTLY: Final = "正好|刚好|恰好|已经|已|一共|共|总共"
_SUMMED: Final = re.compile(f"(?:^|[，。；])(?:{_SO_FAR})?(?:{_EXACTLY})+$")
_WENT: Final = "~(?:{times})*~(?:{lose})(?:了|去|掉|出|走|下|完|给~)*"


def _name(text: str) -> str:
    return re.sub("里|上|中|的|了", "", text)


@kind(
    {
        "start": ("~(?:{have})(?:了|着|有)?<n:u>~(?:长)?", "~<n:u>(?:长)?的?~", "~原(?:来)?有?<n:u>~"),
        "unknown": (
            "~(?:有|运来|买来|装有|存有|停着|放着)(?:一些|一批|若干|许多|$U)?~", "~从起点站开出|~从始发站开出|~原来有(?:一些|若干)~",
            "$U~", "~(?:看|读|修|加工|运|喝|吃|铺|挖|砍)(?:了)?(?:$U|一本|一批|一条)~",
        ),
        "part": (f"{_WENT}(?:{{whole}})?的?<%f>~", "~(?:{times})*(?:{lose})了?(?:{whole})(?:{times})*的?<%f>~",
                 "(?:其中)?(?:的)?<%f>(?:的~)?(?:用于|用来|分给|送给|种|做|是|被)~"),
        "share": (f"{_WENT}(?:{{rest}})的?(?:部分|~)?的?<%f>~", "(?:{times})*(?:{lose})*了?(?:{rest})的?(?:部分)?(?:的)?<%f>~"),
        "took": (f"{_WENT}<n:u>~", "~(?:{times})*<n:u>~(?:下车|离开|走了|飞走|游走|卖出|借走|运走)了?"),
        "came": ("~(?:{times})*(?:{gain})(?:了|来|进|入)*<n:u>~", "~(?:{times})*<n:u>~(?:上车|进来|飞来|加入)了?"),
        "none": ("没有?人?(?:上|下)车",),
        "left": (
            "~(?:还|还有|还剩|剩下|正好剩|最后|仓库里?|这时|现在|~里|~上)*(?:剩下|剩余|还剩|剩|余下|余|还有|有)(?:了)?~<n:u>~(?:没.{0,3}|未.{0,2})?",
            "~<n:u>(?:没有?|未).{1,3}", "现在~有~<n:u>~",
        ),
        "left_share": ("~(?:还)?(?:剩下|剩|余下)(?:了)?(?:{whole}~?)?的?<%f>(?:没.{1,3})?",),
        "so_far": ("(?:[这前]?<k>(?:天|次|周|个月)|两[天次周])?(?:{exactly})*(?:{lose})(?:完|了)?(?:{whole})?的?<%f>",),
        "together": ("~两(?:次|天|周|站|队|组|小时)~(?:一共|共|正好)~(?:{lose})了?<n:u>~",),
    },
    {
        "left": ("~(?:还|现在|这时|仓库里?|最后)*(?:剩下|剩余|还剩|剩|余下|还有)(?:了)?~<?>~(?:没.{0,3}|未.{0,2})?",
                 "~(?:还)?(?:有)?<?>~(?:没有?.{1,3}|未.{1,2})", "~现在~(?:有|剩)~<?>~",
                 "~还(?:需要?|要|应该?|得|须)(?:再)?(?:{lose})<?>(?:~(?:才能?|就能?|可以)?(?:全部)?(?:{lose})完)?~", "没(?:{lose})(?:过|完)?的(?:还)?(?:有|剩)?<?>~"),
        "first": (
            "~(?:原来|原先|原|开始时?|起先)(?:一共|共|有|重|长|装|存|里)*~<?>~", "~(?:从)?(?:起点站|始发站)开出时~<?>~",
            "~(?:一共|共|全长|长|全书共|全书有|重)(?:有|是)?~<?>~", "~(?:有|是)~<?>~", "<?>~(?:有|是)~",
        ),
        "gone": (f"{_WENT}<?>~", "~(?:{lose})了~<?>~"),
    },
    exactly=_EXACTLY, lose=_LOSE, gain=_GAIN, whole=_WHOLE, rest=_REST, have=_HAVE, times=_TIMES,
)  # fmt: skip
def _chain(s: Scene) -> None:
    events = [(name, f) for name, f in s.told if name in ("part", "share", "took", "came")]
    events = [  # of those who sit in the bus a half goes
        ("share" if n == "part" and re.search("下[去车了来]", f.text) else n, f) for n, f in events
    ]
    if (
        not events
        or re.search("每|照这样|平均|比|倍|给|两人|对方", s.text)
        and not re.search("送给|分给|借给|捐给", s.text)
    ):
        raise Unfit
    if s.question == "gone" and re.search("还(?:需|要|应|得|有)|[没未剩余]", s.asked.text):
        raise Unfit  # what is still to be done
    unit = s.asked.unit("?")
    units = {f.unit("n") for _, f in s.told if f.has("n")}
    if units != {unit}:
        raise Unfit
    start, left = s.maybe("start"), s.maybe("left")
    if any((name == "so_far") != _is_summed(s, f) for name, f in s.told if name in ("part", "so_far")):
        raise Unfit  # a further part, or all that is gone by then
    if so_far := s.maybe("so_far"):
        if start or left or s.question != "first" or s.order()[-1] != "so_far":
            raise Unfit
        _up_to(s, so_far, events, unit)
        return
    share = s.maybe("left_share")
    if s.all("together"):
        raise Unfit
    if share:
        if start or left or s.question != "first" or [n for n, _ in events] != ["took"]:
            raise Unfit
        part = s.step("去掉的占全部的几分之几", num(1) - share["f"])
        s.give(
            s.step("已知一个数的几分之几是多少，求这个数用除法", events[0][1]["n"] / part, unit),
            unit,
            "原来的数量",
        )
        return
    if start and s.order()[0] != "start" or left and s.order()[-1] != "left":
        raise Unfit
    if start and not left and s.question in ("left", "gone"):
        _forward(s, start, events, unit)
    elif left and not start and s.question == "first":
        _backward(s, left, events, unit)
    else:
        raise Unfit


def _is_summed(s: Scene, f: Found) -> bool:
    """Whether a clause tells what is gone by then: "这时正好看了一半", where what leads it is not in the clause any more."""
    before, at, _ = s.text.partition(f.text)
    return bool(at) and (_SUMMED.search(before) is not None or re.match(f"(?:{_SO_FAR})", f.text) is not None)


def _up_to(s: Scene, so_far: Found, events: list[tuple[str, Found]], unit: str) -> None:
    """What is gone in all is told as a part of the whole."""
    if {name for name, _ in events} - {"part", "took"}:
        raise Unfit
    taken = [f["n"] for name, f in events if name == "took"]
    gap: Term = so_far["f"]
    for name, f in events:
        gap = gap - f["f"] if name == "part" else gap
    if not taken or gap.value <= 0:
        raise Unfit
    amount = sum(taken[1:], taken[0])
    amount = s.step("这些一共是多少", amount, unit) if len(taken) > 1 else amount
    gap = s.step("这个数量占全部的几分之几", gap) if len(events) > len(taken) else gap
    s.give(s.step("已知一个数的几分之几是多少，求这个数用除法", amount / gap, unit), unit, "原来的数量")


def _forward(s: Scene, start: Found, events: list[tuple[str, Found]], unit: str) -> None:
    whole = term = start["n"]
    gone = whole
    for at, (name, f) in enumerate(events, 1):
        what = f"第 {at} 次" if len(events) > 1 else ""
        if name in ("took", "came"):
            gone = f["n"]
        elif name == "part" or at == 1:
            gone = s.step(f"{what}去掉的部分：求一个数的几分之几用乘法", whole * f["f"], unit)
        else:
            gone = s.step(f"{what}去掉的是剩下的几分之几", term * f["f"], unit)
        if s.question == "gone" and at == len(events):
            break
        if s.question == "gone" and len(events) > 1 and name == "came":
            raise Unfit
        term = s.step(f"{what}{'增加后有' if name == 'came' else '去掉后剩下'}多少", term + gone if name == "came" else term - gone, unit)  # fmt: skip
    if s.question == "gone":
        if len(events) > 1 or events[0][0] in ("took", "came"):
            raise Unfit
        s.give(gone, unit, "要求的数量")
    else:
        s.give(term, unit, "剩下的数量")


def _backward(s: Scene, left: Found, events: list[tuple[str, Found]], unit: str) -> None:
    names = [name for name, _ in events]
    term = left["n"]
    fixed = [(n, f) for n, f in events if n in ("took", "came")]
    if names.count("part") > 1 or "part" in names and "share" not in names:
        if "share" in names or any(n == "came" for n in names):
            raise Unfit
        for _, f in fixed:
            term = term + f["n"]
        term = s.step("除去这些几分之几以后的部分", term, unit) if fixed else term
        rest: Term = num(1)
        for name, f in events:
            rest = rest - f["f"] if name == "part" else rest
        if rest.value <= 0:
            raise Unfit
        rest = s.step("这部分占全部的几分之几（全部看作 1）", rest)
        s.give(s.step("已知一个数的几分之几是多少，求这个数用除法", term / rest, unit), unit, "原来的数量")
        return
    for at in range(len(events) - 1, -1, -1):
        name, f = events[at]
        if name == "took":
            term = s.step(f"倒推：第 {at + 1} 次去掉之前", term + f["n"], unit)
        elif name == "came":
            term = s.step(f"倒推：第 {at + 1} 次增加之前", term - f["n"], unit)
        else:
            if name == "part" and at:
                raise Unfit
            rest = s.step("去掉后剩下的占几分之几", num(1) - f["f"])
            term = s.step(f"倒推：第 {at + 1} 次去掉之前", term / rest, unit)
    s.give(term, unit, "原来的数量")
