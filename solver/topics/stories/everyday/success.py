"""How much of it succeeds, and how much grew: attendance, seeds for a goal, this year against last year. Chinese.

Not read: rates that change, several rates one after the other.
"""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, kind, share, value, zh
from solver.topics.stories.school.working import Unfit, Working, num


@kind(
    "出勤率",
    "zh",
    {
        "whole": (rf"{zh(10)}(?:共?有|应到|应出勤)(?:学生|职工|工人|员工)?<n>(?:名|个)?(?:人|学生|职工|工人|同学|员工)?",),
        "away": (rf"{zh(8)}(?:缺席|缺勤|请假|没来|没到|未到)(?:了|的有|的)?(?:学生)?<m>(?:名|个)?(?:人|学生|职工|工人|同学)?", rf"{zh(6)}(?:有)?<m>(?:名|个)?(?:人|学生|职工|工人|同学)(?:请假|缺席|缺勤|没来|没到|未到)"),
        "there": (rf"{zh(8)}(?:出席|出勤|实到|到校|来了)(?:了|的有|的)?(?:学生)?<m>(?:名|个)?(?:人|学生|职工|工人|同学)?",),
        "ask": (rf"(?:求)?{zh(8)}出勤率(?:是|为)?(?:{MANY}|百分之几|百分之多少)?",),
    },
)  # fmt: skip
def _present(s: Story, work: Working) -> None:
    s.only("whole", "away", "there")
    part, whole = s.one("away", "there"), s.told("n")
    there = value(part.values["m"])
    if not 0 < there.value <= whole.value:
        raise Unfit
    if part.kind == "away":
        there = work.step("出勤的人数", whole - there, "人")
    work.give(work.step("出勤率：出勤人数÷总人数", there / whole), "", "出勤率")
    work.percent = True


@kind(
    "[芽活格油粉米]率",
    "zh",
    {
        "rate": (rf"{zh(10)}的?(?P<k>发芽|成活|合格|出油|出粉|出米)率(?:是|为|约是)?<p>%",),
        "goal": (r"(?:如果|若|现在|为了)*(?:要|想|需要|保证|至少要)*(?:得到|保证|使|有|获得|榨|榨出|磨出|得|生产)<n>(?P<u>棵|粒|千克|吨|株|个|克)(?:的?[\u4e00-\u9fff]{1,6})?",),
        "ask": (rf"(?:那么)?(?:至少)?(?:应该?|需要?|要)+(?:播种|播|栽种|种植|种|栽|准备|用|榨|磨|生产)?{zh(5)}{MANY}(?P<u2>棵|粒|千克|吨|株|个|克){zh(6)}",),
    },
)  # fmt: skip
def _for_a_goal(s: Story, work: Working) -> None:
    s.only("rate", "goal")
    s.one("rate"), s.one("goal")
    percent = s.told("p").value
    kinds = {"发芽": "棵粒株", "成活": "棵株", "合格": "个"}
    units = (s.words("u")[0], s.words("u2")[0])
    fits = kinds.get(s.words("k")[0])
    if not 0 < percent <= 100 or (
        units[0] != units[1] if fits is None else not all(u in fits for u in units)
    ):
        raise Unfit
    work.give(
        work.step("所需的总数：得到的数量÷百分率", s.told("n") / share(s.told("p")), units[1]),
        units[1],
        "所需的总数",
    )


_WHEN: Final = "(?:今年|去年|前年|本月|上个?月|这个月|十?[一二三四五六七八九十]月份?|1?\\d月份?|上半年|下半年|第[一二三四1234]季度|原计划|计划|实际)"
_GROW: Final = {"增产": 1, "增加": 1, "增长": 1, "提高": 1, "上升": 1, "多": 1, "减产": -1, "减少": -1, "降低": -1, "下降": -1, "少": -1}  # fmt: skip
_THING: Final = "(?:的?(?:产量|产值|收入|用水量|用电量|人数|销售额|利润|水稻产量|小麦产量|粮食产量|产煤|产粮|生产|收粮食|用电|用水|植树))?"


@kind(
    "比",
    "zh",
    {
        "grow": (rf"(?P<x>{_WHEN}){_THING}比(?P<y>{_WHEN}){_THING}(?P<way>{'|'.join(_GROW)})了?<p>%",),
        "told": (rf"(?P<z>{_WHEN}){_THING}(?:是|为|达到|达|有)?<n>(?P<u>吨|千克|万元|元|千瓦时|度|人|个|台|辆|棵|万吨)",),
        "ask": (rf"(?P<k>{_WHEN}){_THING}(?:是|为|达到|有)?{MANY}(?P<u>吨|千克|万元|元|千瓦时|度|人|个|台|辆|棵|万吨)",),
    },
)  # fmt: skip
def _grown(s: Story, work: Working) -> None:
    s.only("grow", "told")
    grow, told = s.one("grow").values, s.one("told").values
    x, y, z, k = grow["x"], grow["y"], told["z"], s.asked.values["k"]
    if len(s.words("u")) != 1 or x == y or {z, k} != {x, y}:
        raise Unfit
    part, one, unit = share(s.told("p")), num(1), s.words("u")[0]
    if _GROW[grow["way"]] < 0 and part.value >= 1:
        raise Unfit
    times = work.step(f"{x}是{y}的几分之几（几倍）", one + part if _GROW[grow["way"]] > 0 else one - part)
    found = s.told("n") * times if z == y else s.told("n") / times
    work.give(work.step(f"{k}的数量", found, unit), unit, f"{k}的数量")
