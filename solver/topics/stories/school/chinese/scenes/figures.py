"""Stories of figures: made larger, fenced along a wall, water in a tank, paper cut into the largest squares."""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_RECT: Final = "~(?:长方形|操场|菜地|草坪|草地|花坛|花园|广场|苗圃|水池|鱼池|果园|场地|绿地|试验田|球场)~"


@kind(
    {
        "rect": ("~(?:原来)?长(?:是|为)?<a:u>",),
        "wide": ("(?:原来)?宽(?:是|为)?<b:u>", "宽是长的<%f>", "宽比长(?:短|少)<c:u>"),
        "both": ("~(?:原来)?长<a:u>、宽<b:u>的?~",),
        "square": ("~(?:正方形|方形)~(?:原来)?(?:的)?边长(?:是|为)?<s:u>~", "~(?:原来)?边长(?:是|为)?<s:u>的?正方形~"),
        "longer": ("(?:如果)?(?:它的)?长(?:增加|加长|延长|扩大)(?:了)?<d:u>", "~长增加<d:u>"),
        "wider": ("(?:如果)?(?:它的)?宽(?:增加|加宽|延长|扩大)(?:了)?<e:u>", "~宽增加<e:u>"),
        "sides": ("~(?:长和宽|长、宽|边长|四周|每条边)(?:都|各|都各|分别都)?(?:增加|延长|加长|扩大|向外扩)(?:了)?<g:u>",),
        "grown": ("~(?:扩建|改建|扩大)(?:后|时)?",),
    },
    {
        "more": ("~面积(?:比原来)?(?:会|就|将)?(?:增加|扩大|多)(?:了)?<?>~",),
        "now": ("~(?:现在|扩建后|扩大后)~面积(?:是|有)*<?>~",),
    },
)  # fmt: skip
def _grown(s: Scene) -> None:
    """The area now less the area before."""
    if not re.search("方形|操场|菜地|草坪|草地|花坛|花园|广场|苗圃|水池|鱼池|果园|场地|绿地|试验田|球场", s.text) or re.search("三角|梯形|四边形|圆", s.text):  # fmt: skip
        raise Unfit
    units = {f.unit(k) for _, f in s.told for k in "abdegs" if f.has(k)}
    if len(units) != 1 or s.asked.unit("?") != f"平方{next(iter(units))}":
        raise Unfit
    unit, area = next(iter(units)), s.asked.unit("?")
    square = s.maybe("square")
    if square:
        a = b = square["s"]
        if s.all("rect", "wide", "both"):
            raise Unfit
    else:
        both = s.maybe("both")
        if both:
            a, b = both["a"], both["b"]
        else:
            a, f = s.one("rect")["a"], s.one("wide")
            if not f.has("b"):
                raise Unfit
            b = f["b"]
    before = s.step("原来的面积", a * b, area)
    sides = s.maybe("sides")
    longer, wider = s.maybe("longer"), s.maybe("wider")
    if sides and (longer or wider) or not (sides or longer or wider):
        raise Unfit
    new_a, new_b = a, b
    if sides or longer:
        long = sides["g"] if sides else s.one("longer")["d"]
        new_a = s.step("现在的边长" if square else "现在的长", a + long, unit)
    if sides and square:
        new_b = new_a
    elif sides or wider:
        new_b = s.step("现在的宽", b + (sides["g"] if sides else s.one("wider")["e"]), unit)
    now = s.step("现在的面积", new_a * new_b, area)
    if s.question == "now":
        s.work.give(now, area, "现在的面积")
    else:
        s.work.give(s.step("面积增加多少", now - before, area), area, "增加的面积")


@kind(
    {
        "rect": (f"{_RECT}长(?:是|为)?<a:u>",),
        "wide": ("宽(?:是|为)?<b:u>", "宽是长的<%f>"),
        "both": (f"{_RECT}长<a:u>、?宽<b:u>",),
        "wall": ("~(?P<w>长边|宽边|长|宽)~(?:靠墙|靠着墙|靠一面墙|利用墙|靠围墙)", "~(?:靠墙|利用墙)的?一(?:边|面)是(?P<w>长|宽)"),
        "any": ("(?:$U)?一(?:边|面)(?:靠墙|利用墙|靠着墙)",),
        "fence": ("(?:其余|其他|另外)(?:三|的三)?(?:条)?[边面](?:都)?(?:要)?(?:围|用)(?:上)?(?:篱笆|栅栏|围栏)(?:围起来|围成)?", "~围(?:成|上|一圈)?(?:篱笆|栅栏)"),
    },
    {"fence": ("~(?:篱笆|栅栏|围栏)~(?:长|要|需要|至少)*(?:是)?<?>~", "~(?:要|需要|至少)+(?:围)?<?>的?(?:篱笆|栅栏|围栏)")},
)  # fmt: skip
def _fence(s: Scene) -> None:
    """Three sides: the one along the wall needs none."""
    both = s.maybe("both")
    wide = both or s.one("wide")
    rect = both or s.one("rect")
    walls = s.all("wall")
    if len(walls) != 1 or not s.all("fence") or rect.unit("a") != s.asked.unit("?") or "长方形" not in s.text:
        raise Unfit
    unit = rect.unit("a")
    a = rect["a"]
    b = wide["b"] if wide.has("b") else s.step("宽是长的几分之几", a * wide["f"], unit)
    if b.value > a.value or wide.has("b") and wide.unit("b") != unit:
        raise Unfit
    along, out = (a, b) if walls[0].word("w").startswith("长") else (b, a)
    s.work.give(s.step("三条边的和：靠墙的一条不用围", along + out * num(2), unit), unit, "篱笆的长")


@kind(
    {
        "tank": ("~(?:长方体|鱼缸|水箱|水池|玻璃缸|水槽|容器)~(?:从里面量)?(?:底面)?长(?:是|为)?<a:u>", "(?:从里面量)?(?:底面)?长(?:是|为)?<a:u>"),
        "named": ("~长方体(?:形)?(?:的)?(?:玻璃)?(?:鱼缸|水箱|水池|玻璃缸|水槽|容器)",),
        "wide": ("宽(?:是|为)?<b:u>",), "high": ("高(?:是|为)?<c:u>",),
        "both": ("~(?:从里面量)?(?:底面)?长<a:u>、?宽<b:u>(?:、?高<c:u>)?",),
        "water": ("~(?:倒入|注入|放入|装入|灌入|倒进|注|加入|装|倒|放)(?:了)?<v:u>的?水(?:后)?",),
    },
    {"deep": ("~(?:水深|水面高|水的高度|水有多深|水的深度|水面的高度)(?:度)?(?:是|为|有)?<?>",)},
)  # fmt: skip
def _tank(s: Scene) -> None:
    """The water stands as a cuboid: its volume over the bottom."""
    if not re.search("长方体|鱼缸|水箱|水池|水槽|玻璃缸", s.text) or re.search(
        "石|铁块|原有|原来|溢|正方体|圆", s.text
    ):
        raise Unfit
    both = s.maybe("both")
    tank, wide, high = both or s.one("tank"), both or s.one("wide"), both or s.maybe("high")
    unit, water = tank.unit("a"), s.one("water")
    if wide.unit("b") != unit or s.asked.unit("?") not in ("厘米", "分米", "米"):
        raise Unfit
    cubic = {"厘米": "立方厘米", "分米": "立方分米", "米": "立方米"}.get(unit)
    if cubic is None:
        raise Unfit
    bottom = s.step("底面积", tank["a"] * wide["b"], f"平方{unit}")
    volume = s.to(water["v"], water.unit("v"), cubic)
    deep = s.step("水深＝水的体积÷底面积", volume / bottom, unit)
    if high and high.has("c") and (high.unit("c") != unit or deep.value > high.value("c")):
        raise Unfit
    s.give(s.to(deep, unit, s.asked.unit("?")), s.asked.unit("?"), "水深")


@kind(
    {
        "sheet": ("~(?:纸|铁皮|布|木板|彩纸|卡纸|红纸|玻璃|地|长方形)~长(?:是|为)?<a:u>(?:、?宽<b:u>)?(?:的~)?", "~长<a:u>、?宽<b:u>的~"),
        "sheet_cut": ("(?:把|将)?(?:$U)?~长(?:是|为)?<a:u>、?宽(?:是|为)?<b:u>的~(?:纸|铁皮|布|木板|地|玻璃|长方形)~(?:全部)?(?:剪|裁|截|切|分|铺)成(?:若干个|一些|几个)?(?:大小相同|同样大小|大小相等|相同|一样大|面积相等|大小一样)+的?(?:小)?正方形~(?:(?:且|并且|而且)?(?:没有|无)剩余)?",),
        "wide": ("宽(?:是|为)?<b:u>",),
        "cut": ("~(?:剪|裁|截|切|分|铺)成(?:若干个|一些|几个)?(?:大小相同|同样大小|大小相等|相同|一样大|面积相等|大小一样|边长是整厘米)+的?(?:小)?正方形~",),
        "exact": ("(?:并且|而且|且)?(?:没有|不能有|没|无|不许有|不)(?:剩余|余料|浪费|剩余的|剩)(?:的纸)?",
                  "~(?:剪|裁|截|切|分)成(?:若干个|一些)?(?:大小相同|同样大小|大小相等|相同|一样大|面积相等)+的?(?:小)?正方形(?:并且|而且|且)?(?:没有|不能有|无)(?:剩余|余料)"),
        "large": ("(?:而且|并且|且)?(?:正方形的)?边长(?:要)?(?:尽可能|最)(?:的)?大", "~尽可能大", "~面积(?:要)?(?:尽可能|最)大"),
    },
    {
        "many": ("~(?:一共|至少|最少)?(?:可以|能|可)?(?:剪|裁|截|切|分)(?:成|出)?<?>~", "~(?:至少|最少)(?:可以|能|可)?(?:剪|裁|截|切|分)(?:成|出)?<?>~"),
        "side": ("~(?:正方形)?的?边长(?:最大|最长)?(?:可以)?(?:是|为)<?>", "~边长最大(?:可以)?是<?>"),
    },
)  # fmt: skip
def _squares(s: Scene) -> None:
    """The greatest common divisor of length and width."""
    sheet = s.maybe("sheet") or s.one("sheet_cut")
    wide = sheet if sheet.has("b") else s.one("wide")
    if (
        sheet.has("b")
        and s.all("wide")
        or not (s.all("exact") or re.search("无剩余|没有剩余", s.text))
        or not re.search("正方形", s.text)
    ):
        raise Unfit
    unit = sheet.unit("a")
    a, b = sheet["a"], wide["b"]
    if wide.unit("b") != unit or a.value.denominator != 1 or b.value.denominator != 1:
        raise Unfit
    if s.question == "many" and not (s.all("large") or re.search("至少|最少", s.asked.text) or re.search("边长最[大长]", s.text)):  # fmt: skip
        raise Unfit
    big: Term = num(gcd(int(a.value), int(b.value)))
    if s.question == "side":
        if s.asked.unit("?") not in (unit, "") or not (s.all("large") or "最" in s.asked.text):
            raise Unfit
        first = s.step(f"边长是长与宽的最大公因数 {big.value}，长里有几个", a / big, "个")
        s.work.give(s.step("所以边长是", a / first, unit), unit, "边长")
        return
    first = s.step(f"边长是长与宽的最大公因数 {big.value}，长里有几个", a / big, "个")
    second = s.step("宽里有几个", b / big, "个")
    s.give(s.step("一共可以剪几个", first * second, "个"), "个", "个数")
