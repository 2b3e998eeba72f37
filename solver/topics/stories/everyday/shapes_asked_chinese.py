"""One rectangle, square, box or cube of everyday life in Chinese, and one question of it: around, area, tin needed, what it holds, what it costs.

Lengths in one unit. Not read: fences with one side at a wall, doors and windows, water to a height.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import CN, MANY, Story, counted, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = "(?:千米|厘米|分米|毫米|米)"
_SEP: Final = "[,，、和]?"
_WHAT: Final = "(?:教室|菜地|草坪|花坛|操场|花园|房间|客厅|卧室|广场|地|田|稻田|麦田|果园|池塘|游泳池|土地|空地|墙|餐厅|厨房|场地|会议室|黑板|桌面|果地|苗圃|活动室|大厅|篮球场|足球场)"
_THE: Final = rf"(?:它|(?:这[间块个片])?(?:长方形|正方形)?{_WHAT}?)"
_TIN: Final = "(?:铁皮|纸板|硬纸板|纸|彩纸|包装纸|玻璃|木板|塑料板|材料)"


@kind(
    "长|边",
    "zh",
    {
        "rectangle": (rf"(?:有)?(?:一[间块个片面])?(?:长方形)?(?:的)?(?:{_WHAT})?(?:的)?长(?:是|为)?<a>(?P<u1>{_U})?{_SEP}宽(?:是|为)?<b>(?P<u2>{_U})", rf"(?:有)?(?:一[间块个片面])长(?:是|为)?<a>(?P<u1>{_U})?{_SEP}宽(?:是|为)?<b>(?P<u2>{_U})的(?:长方形)?(?:{_WHAT})?"),
        "square": (rf"(?:有)?(?:一[间块个片])?正方形(?:的)?(?:{_WHAT})?(?:的)?边长(?:是|为)?<a>(?P<u1>{_U})", rf"(?:有)?(?:一[间块个片])?边长(?:是|为)?<a>(?P<u1>{_U})的正方形(?:{_WHAT})?"),
        "cube": (rf"(?:做|制作|用铁皮做)?(?:一[个只])?棱长(?:是|为)?<a>(?P<u1>{_U})的(?P<o>无盖)?(?:的)?正方体(?P<o2>无盖)?(?:的)?{zh(4)}",),
        "price": (rf"(?:如果)?(?:每|1)平方(?P<pu>{_U})(?:铺)?(?:的)?{zh(4)}(?:要|需要?|花|售价|价格是)?<m>(?P<y>元|块|千克|棵|株)(?:{zh(2)})?", rf"(?:如果)?(?:每|1)平方(?P<pu>{_U})(?:可以|能|可)?(?:种|收|栽|产|收获)(?:{zh(4)})?<m>(?P<y>千克|棵|株)(?:{zh(3)})?"),
        "laps": (rf"(?:{zh(4)})?(?:绕|沿|沿着|围着|绕着)(?:{_THE})(?:走|跑|骑)了?(?P<l>{CN})圈",),
        "ask_area": (rf"(?:求)?(?:{_THE}的?)(?:占地)?面积各?(?:是|有)?(?:{MANY})?(?:平方{_U})?", rf"(?:求)?占地多少平方{_U}"),
        "ask_around": (rf"(?:求)?(?:{_THE}的?)周长各?(?:是|有)?(?:{MANY})?{_U}?", rf"(?:要)?(?:在)?(?:{_THE})?(?:四周|周围)?围(?:一圈|上)?(?:篱笆|栅栏|护栏)(?:要|需要?|长|至少)*{MANY}{_U}", rf"(?:篱笆|栅栏|护栏)(?:长|要|需要?|至少)*{MANY}{_U}"),
        "ask_total": (rf"(?:铺满|铺完)?(?:{_THE})?(?:铺)?(?:{zh(3)})?(?:一共|共|总共)?(?:需要?|要|可以|能|可)?(?:花|收|种|栽|收获)?(?:{zh(3)})?{MANY}(?P<z>元|千克|棵|株)(?:钱|{zh(3)})?",),
        "ask_laps": (rf"(?:一共|共)?(?:走|跑|骑)了?{MANY}(?P<w>{_U})",),
        "ask_tin": (rf"(?:至少)?(?:需要?|要用?)(?:用)?(?:{MANY}平方(?P<w>{_U})的?)?(?:{MANY})?{_TIN}(?:{MANY}平方{_U})?",),
    },
)  # fmt: skip
def _shapes(s: Story, work: Working) -> None:
    if re.search("靠墙|门|窗|一面|折|无盖.*有盖|深|水|正中|四角|剪|拼|扩|增加|减少", s.text):
        raise Unfit
    shape = s.one("rectangle", "square", "cube")
    s.only(shape.kind, "price", "laps")
    units = {shape.values[u] for u in ("u1", "u2") if shape.values.get(u)}
    if len(units) != 1 or s.all("price") and s.question != "total" or s.all("laps") and s.question != "laps":
        raise Unfit
    unit = units.pop()
    if s.asked.values.get("w", unit) != unit:
        raise Unfit
    asked = re.search(rf"{MANY}(?:平方)?({_U})", s.text)
    if asked and s.question in ("area", "around") and asked[1] != unit:
        raise Unfit
    sides = [value(shape.values[k]) for k in "ab" if k in shape.values]
    if (shape.kind == "cube") != (s.question == "tin"):
        raise Unfit
    match s.question:
        case "tin":
            faces = 5 if shape.values.get("o") or shape.values.get("o2") else 6
            face = work.step("一个面的面积", sides[0] * sides[0], f"平方{unit}")
            work.give(
                work.step(f"一共 {faces} 个面", face * num(faces), f"平方{unit}"), f"平方{unit}", "用料面积"
            )
        case "area":
            work.give(_area(work, sides, unit), f"平方{unit}", "面积")
        case "around":
            work.give(_around(work, sides, unit), unit, "周长")
        case "laps":
            laps = counted(s.one("laps").values["l"])
            work.give(work.step("路程＝周长×圈数", _around(work, sides, unit) * laps, unit), unit, "走的路程")
        case "total":
            price = s.one("price").values
            if price["pu"] != unit or price["y"] != s.asked.values["z"]:
                raise Unfit
            total = _area(work, sides, unit) * value(price["m"])
            work.give(work.step("每平方的数量×面积", total, price["y"]), price["y"], "一共")
        case _:
            raise Unfit


def _around(work: Working, sides: list[Term], unit: str) -> Term:
    if len(sides) == 1:
        return work.step("正方形的周长＝边长×4", sides[0] * num(4), unit)
    return work.step("长方形的周长＝（长＋宽）×2", (sides[0] + sides[1]) * num(2), unit)


def _area(work: Working, sides: list[Term], unit: str) -> Term:
    a, b = sides if len(sides) == 2 else sides * 2
    says = "长方形的面积＝长×宽" if len(sides) == 2 else "正方形的面积＝边长×边长"
    return work.step(says, a * b, f"平方{unit}")
