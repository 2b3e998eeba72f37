"""Shares of a whole: rates of presence and of yield, a share used and some added, a share that a change makes another, more than was planned."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, story
from solver.topics.stories.school.working import Term, Unfit, Working, num

_HUNDRED: Final = num(100)
_SHARE: Final = "<{0}>(?P<{0}p>%)?"


def _part(f: Found, name: str) -> Term:
    """A share, told as a fraction or a percentage."""
    value = f[name]
    share = Fraction(value.value, 100) if f.word(f"{name}p") else value.value
    if not 0 < share < 1:
        raise Unfit
    return num(share)


_WHAT: Final = "人|名|粒|棵|个|件|次|题|道|颗|箱|台|只|辆|名学生|户"
_OF: Final = {  # by the rate: who counts for it, and who does not
    "出勤率": ("到校|出席|出勤|到", "请?病假|请?事假|请假|缺席|缺勤|没来|没到|未到"),
    "缺勤率": ("缺席|缺勤|请?病假|请?事假|请假", "到校|出席|出勤"), "缺席率": ("缺席|缺勤|请?病假|请?事假|请假", "到校|出席|出勤"),
    "发芽率": ("发芽", "没有?发芽|未发芽"), "成活率": ("成活|活", "没有?成活|未成活|没活|死|枯死|没有活"),
    "合格率": ("合格", "不合格|次品|没有?合格"), "次品率": ("次品|不合格", "合格"), "及格率": ("及格", "不及格|没有?及格|未及格"),
    "优秀率": ("优秀", "没有?优秀"), "优良率": ("优良", "没有?优良"), "命中率": ("命中|投中|击中|投进", "没有?命中|未命中|没投中|没有?投中|没有?击中"),
    "投中率": ("命中|投中|投进", "没有?投中|没投中|未投中"), "达标率": ("达标", "不达标|没有?达标|未达标"), "正确率": ("做对|答对|对|正确", "做错|答错|错"),
    "近视率": ("近视", "不近视|没有?近视"), "中奖率": ("中奖", "没有?中奖"),
}  # fmt: skip


def _rate(f: Found, work: Working) -> None:
    """Those who count for the rate as a share of all."""
    told = [name for name in ("a", "g", "n") if f.word(name)]
    if len(told) != 2:
        raise Unfit
    if "n" in told:
        whole, known = f["n"], f[told[0]]
        if known.value > whole.value:
            raise Unfit
        part = known if told[0] == "g" else work.step("所求的一部分的数量", whole - known)
    else:
        whole, part = work.step("总数", f["a"] + f["g"]), f["g"]
    work.percent = True
    work.give(work.step(f"{f.word('r')}：这部分÷总数", part / whole), "", f.word("r"))


_OF_WHAT: Final = "(?:玉米|小麦|大豆|花生|绿豆|黄豆)?(?:种子|学生|同学|零件|树苗|产品|树|球|题)?"
for _rate_name, (_counts, _lacks) in _OF.items():
    story(
        _rate_name,
        {
            "part?": (f"<a>(?:{_WHAT})(?:~?)(?:{_lacks})(?:了)?", f"(?:{_lacks})(?:了|的)?(?:有|是)?<a>(?:{_WHAT})"),
            "good?": (f"(?:有)?<g>(?:{_WHAT}){_OF_WHAT}(?:{_counts})(?!试验|实验|率|情况)(?:了)?", f"(?:{_counts})(?:的|了)(?:有|是)?<g>(?:{_WHAT})(?!(?:{_lacks}))"),
            "all?": (f"<n>(?:{_WHAT})",),
            "ask": (f"(?:求|计算|问)?(?P<r>{_rate_name})(?:是|为|约)?(?:多少|百分之几|几)?",),
        },
        idle="其中|其余|其他|全部|都|剩下的?|今天|只有?|百分之几|结果|发芽试验|到校",
        never="又|再|提高|同样|上班",
    )(_rate)  # fmt: skip


_MASS: Final = "吨|千克|克|公斤"
_MAKE: Final = "碾|榨|磨|加工|炼|轧|制|得到|晒|出"


@story(
    "出.{1,2}率|晒盐率|含.率",
    {
        "rate": ("(?:出[\u4e00-\u9fff]{1,2}率|出粉率|含[\u4e00-\u9fff]率)(?:是|为|约为?)?<k>%",),
        "made?": (f"(?:(?:{_MAKE})(?:出|成|得)?|生产)<m>(?P<u>{_MASS})[\u4e00-\u9fff]{{0,4}}?", ),
        "raw?": (f"<n>(?P<u>{_MASS})",),
        "ask": (f"(?:需要?|用|要)~(?P<x>(?:多少|几))(?P<u2>{_MASS})[\u4e00-\u9fff]{{0,4}}(?=[?。]|$)", f"(?:需要?|用|要)[^,]{{0,8}}?(?P<x>多少)(?P<u2>{_MASS})", f"(?P<y>(?:{_MAKE})(?:出|成|得)?~(?:多少|几))(?P<u2>{_MASS})"),
    },
    idle="要|这种|某种|同一?种|现有|一批",
    never="又|再|提高",
)  # fmt: skip
def _yield(f: Found, work: Working) -> None:
    unit, rate = f.same("u", "u2"), f["k"]
    if f.has("made") == f.has("raw") or f.has("made") != bool(f.word("x")):
        raise Unfit
    if f.has("made"):
        work.give(work.step("原料：得到的÷出率", f["m"] * _HUNDRED / rate, unit), unit, "需要的原料")
    else:
        work.give(work.step("得到的：原料×出率", f["n"] * rate / _HUNDRED, unit), unit, "得到的数量")


_UNIT: Final = "千克|克|升|吨|米|千米|元|人|本|个|页|棵|筐|袋|包|桶|箱|毫升|名|立方米"
_USED: Final = "用去|用了|用掉|倒出|卖出|卖了|卖掉|取出|吃了|吃掉|运走|运出|借出|走了|放出|剪去|喝了|喝去|喝掉|花了|花去|拿走|调出|取走"
_ADDED: Final = (
    "倒入|倒进|加入|加进|加|运来|运进|买来|买进|补充|放入|放进|注入|添|转来|增加|存入|调入|装入|还回|还来|进"
)


@story(
    "原来|原有|原",
    {
        "used": (f"(?:{_USED})(?:了)?(?:它的|其中的?|全部的?|总数的?|这桶油的|[\u4e00-\u9fff]{{0,3}}的)?{_SHARE.format('a')}", f"(?P<whole>第一次)?(?:{_USED})(?:它|全部|总数)?的{_SHARE.format('a')}"),
        "added": (f"(?:又|再)?(?:{_ADDED})(?:了)?<k>(?P<u>{_UNIT})",),
        "now": (f"(?:是|占|相当于|等于|为)(?:原来|原有|总数|全部|原[\u4e00-\u9fff]{{1,4}}|[\u4e00-\u9fff]{{0,3}}原有)?(?:[\u4e00-\u9fff]{{0,4}}?)的?{_SHARE.format('b')}",),
        "ask": (f"(?:原来|原有|原)~(?:多少|几)(?P<u2>{_UNIT})",),
    },
    idle="又|再|后|这时|现在|正好|恰好|刚好|原来的?|一批",
    never="剩下的|余下的|男|女",
)  # fmt: skip
def _used_and_added(f: Found, work: Working) -> None:
    unit, used, now = f.same("u", "u2"), _part(f, "a"), _part(f, "b")
    left = work.step("用去后剩下原来的几分之几", num(1) - used)
    more = work.step("添的相当于原来的几分之几", now - left)
    if not more.value:
        raise Unfit
    work.give(work.step("原来：添的数量÷对应的分率", f["k"] / more, unit), unit, "原来的数量")


_KINDS: Final = "男生|女生|男同学|女同学|男队员|女队员|白棋子?|黑棋子?|红球|白球|黑球|蓝球|黄球"
_SAME: Final = {"男": "男", "女": "女"}


@story(
    "占",
    {
        "first": (f"(?P<x>{_KINDS})(?:的?(?:人数|个数|数量))?占(?:总人数|总数|全班|全组|全队|全校|[\u4e00-\u9fff]{{0,5}}?)(?:人数)?的?{_SHARE.format('a')}",),
        "after": (f"(?P<y>{_KINDS})?(?:的?(?:人数|个数|数量))?(?:就|正好|恰好|刚好)?占(?:总人数|总数|全班|全组|全队|全校|[\u4e00-\u9fff]{{0,5}}?)(?:人数)?的?{_SHARE.format('b')}", ),
        "change": (f"(?:又)?(?P<d>转来|加入|来了|转走|调走|走了|放入|增加|拿走|取出|参加)(?:了)?<k>(?:名|个|枚|颗|人)(?P<z>{_KINDS})", f"<k>(?:名|个|枚|颗)(?P<z>{_KINDS})(?P<d>加入|转走|转来|离开|参加)"),
        "ask": ("(?:原来|原)(?P<old>)~(?:多少|几)(?:人|名|个|枚|颗)[\u4e00-\u9fff]{0,3}", "(?:现在|现|这时)(?P<new>)~(?:多少|几)(?:人|名|个|枚|颗)[\u4e00-\u9fff]{0,3}"),
    },
    idle="后来又?|又有|又|后|这时|现在|其中|再",
    never="其余|比",
)  # fmt: skip
def _share_changes(f: Found, work: Working) -> None:
    """Those of the kind that does not change are the same share of the two wholes."""
    x, y, z = (f.word(n)[:1] for n in "xyz")
    before, after = _part(f, "a"), _part(f, "b")
    if y and y != x:
        raise Unfit
    comes = f.word("d") not in ("转走", "调走", "走了", "拿走", "取出", "离开")
    if x == z:
        before = work.step("人数不变的一种原来占的分率", num(1) - before)
        after = work.step("人数不变的一种现在占的分率", num(1) - after)
    if (before.value > after.value) != comes or before.value == after.value:
        raise Unfit
    # kept = before × old = after × (old ± change)
    gap = work.step("以原来的总数为1，变化后两个总数相差的分率", before - after if comes else after - before)
    old = work.step("原来的总数：不变的一种的数量在前后相等", f["k"] * after / gap)
    if old.value.denominator != 1:
        raise Unfit
    if "new" in f.all("ask")[0]:
        old = work.step("现在的总数", old + f["k"] if comes else old - f["k"])
    work.give(old, "", "所求的总数")


_AMOUNT: Final = "台|吨|个|件|元|万元|千米|米|千克|辆|本|人|棵|公顷|度|天|套|千瓦时|双|页|万台|小时"
_BASE: Final = "原计划|计划|原来|去年|上个?月|昨天|预计|第一季度|一月份|往年"
_AFTER: Final = "实际|现在|今年|这个?月|本月|今天|下半年|第二季度|二月份"


@story(
    "百分之几",
    {
        "base": (f"(?P<x>{_BASE})(?:上半年|下半年|全年|[一二三四五六七八九十]+月份)?~<a>(?P<u>{_AMOUNT})",),
        "after": (f"(?P<y>{_AFTER})~<b>(?P<u2>{_AMOUNT})", f"(?P<y>结果)~<b>(?P<u2>{_AMOUNT})"),
        "ask": (f"(?:(?P<y3>{_AFTER})?(?:的)?[\u4e00-\u9fff]{{0,4}}?)比(?P<x2>{_BASE})~?(?P<w>增产|增加|超产|增长|提高|多|超额|上升|节约|节省|减少|降低|下降|少|减产|提前)~百分之几", "(?P<w>超额)完成(?:了)?(?P<x2>)(?:任务|计划|[\u4e00-\u9fff]{0,2})?(?:的)?百分之几", "(?P<w>节约|增产|超产|减产|降低)(?:了)?(?P<x2>)百分之几"),
    },
    idle="上半年|全年|一个月",
    never="每~?又|平均",
)  # fmt: skip
def _more_than_planned(f: Found, work: Working) -> None:
    f.same("u", "u2")
    if f.word("x2") and f.word("x2") not in (f.word("x"), f"原{f.word('x')}", f.word("x").removeprefix("原")):
        raise Unfit
    down = f.word("w") in ("节约", "节省", "减少", "降低", "下降", "少", "减产", "提前")
    before, after = f["a"], f["b"]
    gap = before - after if down else after - before
    if gap.value <= 0:
        raise Unfit
    gap = work.step("相差的数量", gap, f.word("u"))
    work.percent = True
    work.give(work.step("相差的数量÷原来的数量", gap / before), "", "相差的百分数")


@story(
    "一半",
    {
        "given": ("一半(?P<w>多|少|还多|还少|又)<k>(?P<u>张|个|本|枚|颗|千克|元|块|支|只|页|米|棵|朵)",),
        "left": ("(?:还)?(?:剩下?|余下?|有)(?:了)?<r>(?P<u2>张|个|本|枚|颗|千克|元|块|支|只|页|米|棵|朵)",),
        "ask": ("(?:原来|原有|一共|原|开始时?|全书|这本书|全长)~(?:多少|几)(?P<u3>张|个|本|枚|颗|千克|元|块|支|只|页|米|棵|朵)",),
    },
    idle="一半|还|剩下?|其中",
    never="余下的|剩下的(?!一?共)|第二|又[^,]{0,6}一半",
)  # fmt: skip
def _half_and_some(f: Found, work: Working) -> None:
    unit = f.same("u", "u2", "u3")
    if f.text.count("一半") != 1:
        raise Unfit
    less = f.word("w") in ("少", "还少")
    half = work.step(
        "一半是多少", f["r"] - f["k"] if less else f["r"] + f["k"], unit
    )  # less was given, so more than half is left
    work.give(work.step("原来的数量", half * num(2), unit), unit, "原来的数量")
