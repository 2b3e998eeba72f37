"""Two things in a ratio, of which the whole or one is told; maps and plans with their scale, both ways."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.scenes.scene import Scene, kind
from solver.topics.stories.school.working import Unfit

_MEASURE: Final = "(?:的)?(?:质量|重量|体积|数量|用量|份数)?"
_WHOLE: Final = "药水|盐水|糖水|溶液|药液|混凝土|奶茶|饮料|合金|农药|混合物|混合液|消毒液|消毒水|果汁|糖果|肥料|黄铜|青铜|火药|水泥砂浆|砂浆|奶昔|洗涤液|稀释液|液体"


@kind(
    {
        "when": ("(?:做|配制|制作|调制|配|调|煮|冲)~时",),
        "what": ("(?:$U)?~(?:{whole})(?:是由~配制而成|由~配成|是用~配成)?(?:的)?", "~由~[和与]~(?:配制|混合|配)(?:而)?成(?:的)?"),
        "ratio": ("~(?:中)?(?P<x>~)[和与、](?P<y>~){m}(?:之)?比(?:是|为)<a>比<b>~", "~(?P<x>~)[和与、](?P<y>~)按<a>比<b>(?:的比)?(?:配制|配成|混合|配|的质量比)~", "~(?:用)?(?P<x>~)[和与、](?P<y>~)按(?:照)?<a>比<b>(?:的比)?(?:配制|配成|混合成|混合|配|拌成|搅拌成)(?:成)?(?:这样的|这种)?(?P<z>~)<n:u>(?P<z2>~)", "~按(?:照)?(?P<x>~)[和与、](?P<y>~)(?:的)?(?:质量比|体积比)?<a>比<b>(?:的比)?(?:配制|配成|混合|配)~"),
        "whole": ("~(?:要|需要|想|现要|现在要)?(?:配制|配|调制|制作|搅拌|做|配成|有|准备|用|放)+(?:这样的|这种|了)?(?P<z>~)<n:u>(?P<z2>~)", "~(?:要|需要|想|现要)?(?:配制|配|调制|制作|搅拌|做|配成|有|用|放)+(?:这样的|这种|了)?<n:u>(?:这样的|这种)?(?P<z>~)"),
    },
    {"part": ("~(?:需要|需|要|用|加|含有|含|应加|应用|准备|可配|可以配|放)*(?:这样的|这种)?(?P<w>~)(?:各|和)?(?:需要|要|用)?<?>(?P<w2>~)",)},
    m=_MEASURE, whole=_WHOLE,
)  # fmt: skip
def _mixture(s: Scene) -> None:
    """So many parts of the one, so many of the other."""
    ratio = s.one("ratio")
    told = ratio if ratio.has("n") else s.one("whole")
    if re.search("各|剩|又|再加|蒸发|倒出|增加|[、和与].{1,6}(?:多少|几)", s.text.split("比", 1)[-1]) or s.asked.unit("?") != told.unit("n"):  # fmt: skip
        raise Unfit
    names = [re.sub(f"^.*(?:{_WHOLE})[里中]", "", ratio.word("x")), ratio.word("y")]
    names = [re.sub("的?(?:质量|重量|体积)$", "", name) for name in names]
    asked = [i for i, n in enumerate(names) if n and n in s.asked.word("w") + s.asked.word("w2")]
    own = told.word("z") + (told.word("z2") if told.has("z2") else "")
    given = [i for i, n in enumerate(names) if n and n in own and not re.search(_WHOLE, own)]
    whole = bool(re.search(f"{_WHOLE}", own) or not given and re.search("这种|这样的", told.text))
    if not all(names) or names[0] in names[1] or names[1] in names[0]:
        raise Unfit
    unit, parts = told.unit("n"), [ratio["a"], ratio["b"]]
    if len(asked) == 1 and not given and whole:
        shares = s.step("一共有几份", parts[0] + parts[1], "份")
        s.give(s.step(f"{names[asked[0]]}占其中的 {parts[asked[0]].tex} 份", told["n"] / shares * parts[asked[0]], unit), unit, f"{names[asked[0]]}的量")  # fmt: skip
    elif len(asked) == 1 and len(given) == 1 and asked != given:
        one = s.step("每份是多少", told["n"] / parts[given[0]], unit)
        s.give(s.step(f"{names[asked[0]]}占 {parts[asked[0]].tex} 份", one * parts[asked[0]], unit), unit, f"{names[asked[0]]}的量")  # fmt: skip
    elif not asked and len(given) == 1 and re.search(_WHOLE, s.asked.word("w") + s.asked.word("w2")):
        one = s.step("每份是多少", told["n"] / parts[given[0]], unit)
        s.give(s.step("一共有这么多份", one * (parts[0] + parts[1]), unit), unit, "总量")
    else:
        raise Unfit


_PLACES: Final = "(?:(?:这)?(?:两|(?P<two>[\ue000-\ue7ff]))(?:个|座)(?:城市|地点|地方|村庄|车站|学校|小镇)|[甲乙丙丁a-d][、和与]?[甲乙丙丁a-d])?两?(?:地|城|市|村|个?城市|点|镇|座城|县|站|个?村庄)?(?:之?间)?(?:的)?"


@kind(
    {
        "scale": ("~(?:<q>幅)?~?比例尺(?:是|为)?<a>比<b>(?:的~)?(?:上|中)?", "~(?:<q>幅)?~?比例尺(?:是|为)?<a>比<b>(?:的~)?(?:上|中)(?:量得)?{places}~(?:距离|长|相距)(?:是|为|约)?<d:u>~"),
        "drawn": ("~(?:量得|测得|量出)?~{places}~(?:图上)?(?:距离|长|相距|长度|高)(?:是|为|约)*<d:u>~", "~(?:图上|地图上)~(?:距离|长|相距)?(?:是|为)?<d:u>~"),
        "real": ("~{places}~实际(?:距离|长|长度|相距)?(?:是|为|约)?<d:u>~", "~{places}~相距<d:u>~"),
    },
    {
        "ground": ("~{places}~实际(?:的)?(?:距离|长度?|相距|高|~)(?:是|为|有)?<?>~", "~{places}~相距<?>~"),
        "paper": ("~(?:图上|地图上|图纸上|平面图上|在图上|在这幅图上|在(?:这幅|该)地图上)~(?:应画|应该画|画|是|为|距离|长|相距|的距离)*<?>~",),
    },
    places=_PLACES,
)  # fmt: skip
def _scale(s: Scene) -> None:
    """The scale says how many times as long it really is."""
    scale = s.one("scale")
    if (
        scale.has("q")
        and scale.value("q") != 1
        or any(f.has("two") and f.value("two") != 2 for f in (*(f for _, f in s.told), s.asked))
        or scale.value("a") != 1
        or scale.value("b") <= 1
        or re.search("面积|速度|每小时|时|另一幅|小时|分钟", s.text)
    ):
        raise Unfit
    unit = s.asked.unit("?")
    if s.question == "ground":
        drawn = scale if scale.has("d") else s.one("drawn")
        s.only("scale", *(() if scale.has("d") else ("drawn",)))
        real = s.step("实际距离＝图上距离×比例尺的后项", drawn["d"] * scale["b"], drawn.unit("d"))
        s.give(s.to(real, drawn.unit("d"), unit or drawn.unit("d")), unit or drawn.unit("d"), "实际距离")
    else:
        told = s.one("real")
        s.only("scale", "real")
        long = s.to(told["d"], told.unit("d"), unit)
        s.give(s.step("图上距离＝实际距离÷比例尺的后项", long / scale["b"], unit), unit, "图上距离")
