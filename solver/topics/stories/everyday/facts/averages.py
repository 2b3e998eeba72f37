"""Averages of a part and of the whole, and of groups together."""

from __future__ import annotations

from functools import reduce
from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, number, story
from solver.topics.stories.school.working import Term, Unfit, Working, num

_LIST: Final = "[\u4e00-\u9fff]{2}(?:[和与、,][\u4e00-\u9fff]{2}){1,5}"
_MEAN: Final = "(?:的?平均(?:成绩|分数?|数)|的?均分)(?:是|为)?"


def _names(text: str) -> list[str]:
    return [
        name for name in text.replace("与", "和").replace("、", "和").replace(",", "和").split("和") if name
    ]


@story(
    "平均",
    {
        "all": (f"(?P<l>{_LIST})(?P<k>[三四五六345])?(?:科|门)?(?:功课|学科|课)?{_MEAN}<a>分?",),
        "part": (f"(?P<p>{_LIST})(?:[两二三四234])?(?:科|门)?(?:功课|学科|课)?{_MEAN}<b>分?",),
        "ask": ("(?P<x>[\u4e00-\u9fff]{2})(?:成绩)?(?:考了?|得了?|是|得)?(?:了)?(?:多少|几)分",),
    },
    idle="其中|期[中末]",
)  # fmt: skip
def _last_subject(f: Found, work: Working) -> None:
    every, part = _names(f.word("l")), _names(f.word("p"))
    means = f["a"], f["b"]
    if len(every) < len(part):
        every, part, means = part, every, (means[1], means[0])
    if len(set(every)) != len(every) or {*part, f.word("x")} != set(every) or f.word("x") in part:
        raise Unfit
    if f.word("k") and number(f.word("k")).value != len(_names(f.word("l"))):
        raise Unfit
    whole = work.step("所有科目的总分", means[0] * num(len(every)), "分")
    some = work.step(f"{'、'.join(part)}的总分", means[1] * num(len(part)), "分")
    work.give(work.step("余下一科的分数", whole - some, "分"), "分", f"{f.word('x')}的分数")


_GROUP: Final = "(?P<who>第[一二三]小?组|[男女]生|[甲乙丙]组|[甲乙丙]班|[一二三]组|[一二三]班)"
_EACH: Final = "(?:平均每人|人均|每人平均|平均)"


@story(
    "平均|人均",
    {
        "group+": (
            rf"{_GROUP}(?:有|是)?<n>(?:人|名同学|名学生|名),?(?P<e>{_EACH})~<a>(?P<u>本|分|棵|个|元|千克|下|米|厘米|页|张|朵|面|次)",
            rf"{_GROUP}(?:有|是)?<n>(?:人|名同学|名学生|名),?(?P<e>)(?:一?共|总共)~<a>(?P<u>本|分|棵|个|元|千克|下|米|厘米|页|张|朵|面|次)",
        ),
        "ask": (rf"(?:[两2三](?:个)?(?:小)?[组班]|全班|他们|这些(?:同学|学生)|全组|所有(?:同学|学生))(?:的)?(?:同学|学生)?{_EACH}~(?:多少|几)(?P<u2>本|分|棵|个|元|千克|下|米|厘米|页|张|朵|面|次)", r"(?:[两2三](?:个)?(?:小)?[组班]|全班)(?:的)?(?:同学|学生)?(?:平均成绩|平均分)(?:是)?(?:多少|几)(?P<u2>分)"),
    },
)  # fmt: skip
def _groups(f: Found, work: Working) -> None:
    unit, groups = f.same("u", "u2"), f.all("group")
    if len({g["who"] for g in groups}) != len(groups) or len(groups) > 3:
        raise Unfit
    sums = [
        work.step(f"{g['who']}的总数", number(g["a"]) * number(g["n"]), unit) if g["e"] else number(g["a"])
        for g in groups
    ]
    total = work.step("全部的总数", reduce(Term.__add__, sums), unit)
    people = work.step("总人数", reduce(Term.__add__, (number(g["n"]) for g in groups)), "人")
    work.give(work.step("平均每人：总数÷总人数", total / people, unit), unit, "平均每人")
