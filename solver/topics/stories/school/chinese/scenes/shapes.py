"""Figures in stories beside rectangles: a path around a circle, a trapezium by relations, metal that is recast, the largest pen of a fence, ladders.

Where the answer keeps π, has a root or is a greatest value, another topic has the mathematics.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.school.chinese.figures import PI
from solver.topics.stories.school.chinese.scenes.scene import Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num
from solver.topics.stories.word_problems.expressions import decimal

_POND: Final = "圆形[^\ue000-\ue7ff，]{0,6}?|花坛|水池|喷水池|草坪|池塘|水塘|花圃|喷泉|人工湖|舞台|亭子|圆桌"
_PATH: Final = (
    "(?:环形|水泥|石子|鹅卵石)?(?:小路|路|小道|步道|水泥路|石子路|小径|甬路|走道|花边|边|跑道|鹅卵石路|草地)"
)
_SIDES: Final = "池边|岸边|沿岸|边上|周围|四周|外围|外面|外|外侧|周边|旁边"


@kind(
    tell={
        "radius": ("~(?:{pond})~(?:的)?半径(?:是|为)?<r:u>~", "~半径(?:是|为)?<r:u>的~(?:{pond})?~"),
        "diameter": ("~(?:{pond})~(?:的)?直径(?:是|为)?<d:u>~", "~直径(?:是|为)?<d:u>的~(?:{pond})?~"),
        "around": ("~(?:{pond})~(?:的)?周长(?:是|为)?<c:u>~",),
        "path": ("~(?:在)?(?:它|花坛|水池|池塘|草坪|~)?的?(?:{sides})~(?:修|铺|建|有|围|筑|砌|铺设|修建|修筑|开辟)(?:了|着|成)?(?:$U)?(?:一条|一圈)?~?(?:宽|宽度为|宽为)?<w:u>(?:宽)?的?~{path}~", "~(?:环形)?{path}(?:的)?宽(?:是|为)?<w:u>"),
        "named": ("~(?:在)?(?:它|~)?的?(?:{sides})~(?:修|铺|建|有|围|筑|砌|铺设|修建|修筑)(?:了|着|成)?(?:$U)?(?:一条|一圈)?~{path}~",),
    },
    knows="π",
    ask={"area": ("(?:这条|那么|这$U)?~{path}(?:的)?(?:占地)?面积(?:是|有|为)*(?:<?>)~", "(?:这条|这$U)?~{path}~占地<?>~")},
    pond=_POND, path=_PATH, sides=_SIDES,
)  # fmt: skip
def _ring(s: Scene) -> None:
    """The path is the ring between two circles."""
    told = {name: f for _, f in s.told for name in "rdcw" if f.has(name)}
    if "w" not in told or len(told) != 2 or sum(f.has(n) for _, f in s.told for n in "rdcw") != 2 or re.search("半圆|内侧|里面|每平方|造价|元|正方形|长方形", s.text):  # fmt: skip
        raise Unfit
    kind_ = next(name for name in told if name != "w")
    unit = told[kind_].unit(kind_)
    if s.asked.unit("?") not in (f"平方{unit}", ""):
        raise Unfit
    pi = num(s.pi_value or PI)
    inner = told[kind_][kind_]
    if kind_ == "d":
        inner = s.step("小圆的半径是直径的一半", inner / num(2), unit)
    elif kind_ == "c":
        if s.pi == "π":
            raise Unfit
        inner = s.step("小圆的半径＝周长÷圆周率÷2", inner / pi / num(2), unit)
    outer = s.step("大圆的半径要加上路宽", inner + s.to(told["w"]["w"], told["w"].unit("w"), unit), unit)
    if s.pi == "π":
        question = f"圆环的外圆半径是{decimal(outer.value)},内圆半径是{decimal(inner.value)},求圆环的面积"
        s.work.hand("figures", question, "小路是两个同心圆之间的圆环。", f"平方{unit}", "小路的面积")
        return
    square = s.step("两个半径的平方差", outer * outer - inner * inner, f"平方{unit}")
    s.work.give(s.step(f"圆环的面积＝圆周率×半径的平方差（圆周率取 {pi.tex}）", pi * square, f"平方{unit}"), f"平方{unit}", "小路的面积")  # fmt: skip


_BASES: Final = "上底|下底|高"


@kind(
    {
        "told": ("~(?P<w>上底|下底|高)(?:是|为|长)?<n:u>",),
        "than": ("~(?P<w>上底|下底|高)比(?P<o>上底|下底|高)(?:(?P<up>长|多|大|高)|(?P<down>短|少|小|低))<d:u>",),
        "times": ("~(?P<w>上底|下底|高)(?:是|等于|为)(?P<o>上底|下底|高)的(?:<k>倍|<%f>)",),
        "equal": ("~(?P<w>上底|下底|高)[和与](?P<o>上底|下底|高)相等", "~(?P<w>高)(?:等于|和)(?P<o>上底|下底)(?:一样长|相等)?"),
        "named": ("(?:已知)?(?:$U)?~梯形~",),
    },
    {"area": ("~(?:梯形)?~面积(?:是|有|为)?(?:<?>)~",)},
)  # fmt: skip
def _trapezium(s: Scene) -> None:
    """Each measure from the one that it hangs on, then the area."""
    if "梯形" not in s.text or re.search("增加|延长|减少|平行四边形|三角形|每|周长", s.text):
        raise Unfit
    facts: dict[str, tuple[str, Found]] = {}
    for name, f in s.told:
        if name == "named":
            continue
        if f.word("w") in facts:
            raise Unfit
        facts[f.word("w")] = (name, f)
    if set(facts) != {"上底", "下底", "高"} or all(name == "told" for name, _ in facts.values()):
        raise Unfit
    units = {f.unit(k) for _, f in s.told for k in "nd" if f.has(k)}
    if len(units) != 1:
        raise Unfit
    unit = units.pop()
    known: dict[str, Term] = {}
    for _ in range(3):
        for side, (name, f) in facts.items():
            if side in known:
                continue
            if name == "told":
                known[side] = f["n"]
            elif f.word("o") in known and f.word("o") != side:
                known[side] = _related(s, side, name, f, known[f.word("o")], unit)
    if set(known) != set(facts) or known["上底"].value == known["下底"].value:
        raise Unfit
    area = f"平方{unit}"
    if s.asked.unit("?") not in (area, ""):
        raise Unfit
    term = s.step(
        "梯形的面积＝（上底＋下底）×高÷2", (known["上底"] + known["下底"]) * known["高"] / num(2), area
    )
    s.work.give(term, area, "梯形的面积")


def _related(s: Scene, side: str, name: str, f: Found, base: Term, unit: str) -> Term:
    if name == "equal":
        return base
    if name == "times":
        return s.step(f"{side}", base * (f["k"] if f.has("k") else f["f"]), unit)
    return s.step(f"{side}", base + f["d"] if f.has("up") else base - f["d"], unit)


_MELT: Final = "(?:熔铸|铸造|熔化后铸|熔化铸|熔成|铸|锻造|锻压|锻|改铸|捏|重新铸造|重铸|压|浇铸)成?"


@kind(
    {
        "cube": ("(?:把|将)?(?:$U)?~棱长(?:是|为)?<s:u>的~(?:正方体|立方体)~?(?:{melt}(?:了)?(?:$U)?~?)?",),
        "block": ("(?:把|将)?(?:$U)?~长<x:u>、?宽<y:u>、?高<z:u>的~长方体~?(?:{melt}(?:了)?(?:$U)?~?)?",),
        "melted": ("~{melt}(?:了)?(?:$U)?~(?:长方体|正方体)?~?",),
        "base": ("~(?:{melt}(?:了)?)?(?:$U)?~底面积(?:是|为)?<A:u>(?:的~)?",),
        "sides": ("~(?:{melt}(?:了)?)?(?:$U)?~长(?:是|为)?<a:u>、?宽(?:是|为)?<b:u>的~长方体~",),
        "cube_base": ("(?:把|将)?(?:$U)?~棱长(?:是|为)?<s:u>的~(?:正方体|立方体)~?{melt}(?:了)?(?:$U)?底面积(?:是|为)?<A:u>的~长方体~",),
        "cube_sides": ("(?:把|将)?(?:$U)?~棱长(?:是|为)?<s:u>的~(?:正方体|立方体)~?{melt}(?:了)?(?:$U)?长(?:是|为)?<a:u>、?宽(?:是|为)?<b:u>的~长方体~",),
        "block_base": ("(?:把|将)?(?:$U)?~长(?:是|为)?<x:u>、?宽(?:是|为)?<y:u>、?高(?:是|为)?<z:u>的~长方体~?{melt}(?:了)?(?:$U)?底面积(?:是|为)?<A:u>的~长方体~",),
    },
    {"high": ("(?:这个|它|求|那么|铸成的|这$U)?~(?:长方体)?~(?:的)?(?:高|厚)(?:度)?(?:是|为|有)?<?>~",)},
    melt=_MELT,
)  # fmt: skip
def _recast(s: Scene) -> None:
    """Metal keeps its volume."""
    told = {n: f for _, f in s.told for n in "sxyzAab" if f.has(n)}
    if len(told) != sum(f.has(n) for _, f in s.told for n in "sxyzAab") or not re.search(_MELT, s.text) or re.search("损耗|圆|浪费|个小", s.text):  # fmt: skip
        raise Unfit
    unit = next(f.unit(n) for n, f in told.items() if n in "sx")
    length = {n: s.to(f[n], f.unit(n), unit) for n, f in told.items() if n != "A"}
    rest = set(told)
    if "s" in told:
        volume = s.step(
            "正方体的体积，熔铸前后体积不变", length["s"] * length["s"] * length["s"], f"立方{unit}"
        )
        rest -= {"s"}
    elif {"x", "y", "z"} <= rest:
        volume = s.step(
            "长方体的体积，熔铸前后体积不变", length["x"] * length["y"] * length["z"], f"立方{unit}"
        )
        rest -= set("xyz")
    else:
        raise Unfit
    if rest == {"A"}:
        base = s.to(told["A"]["A"], told["A"].unit("A"), f"平方{unit}")
    elif rest == {"a", "b"}:
        base = s.step("底面积＝长×宽", length["a"] * length["b"], f"平方{unit}")
    else:
        raise Unfit
    wanted = s.asked.unit("?") or unit
    s.work.give(s.to(s.step("高＝体积÷底面积", volume / base, unit), unit, wanted), wanted, "高")


_FENCE: Final = "篱笆|栅栏|围栏|竹篱笆|铁丝网|护栏|网"


@kind(
    {
        "length": ("~(?:用|有|利用|准备用|打算用)(?:长(?:为|度为)?)?<p:u>(?:长)?的?~(?:{fence})~", "~(?:{fence})(?:的)?(?:总)?长(?:是|为)?<p:u>~"),
        "wall": ("~(?:一(?:边|面|侧)|$U)?(?:靠|利用|依|借助|临)(?:着)?(?:一)?(?:面|$U)?(?:墙|河|围墙|山|房)~", "~(?:靠|沿)(?:墙|河)(?:的)?一(?:边|面|侧)(?:不用|不需要|无需|不必|不)(?:围|篱笆|围篱笆)~", "~(?:靠|沿)(?:墙|河)(?:的)?(?:那)?(?:$U)?(?:不用|不需要|无需|不必|不)(?:围|篱笆|围篱笆)~"),
        "make": ("~围(?:成|出|一个|一块)?(?:$U)?~?长方形~", "~围(?:成|出)?(?:$U)?(?:一(?:边|面|侧)|$U)?(?:靠|临)(?:墙|河)的长方形~"),
        "all": ("~(?:用|有|利用)(?:长(?:为)?)?<p:u>(?:长)?的?~(?:{fence})~围(?:成|出|一个|一块)?(?:$U)?(?:(?P<w>一(?:边|面|侧)(?:靠|临)(?:墙|河)|$U(?:靠|临)(?:墙|河)|(?:靠|临)(?:墙|河))的)?~?长方形~",),
    },
    {"area": ("~(?:围成的)?~(?:最大)?面积(?:最大)?(?:可以|能|可达|会)?(?:是|为|有)?(?:最大)?<?>~", "~最大面积(?:是|为)?<?>~")},
    fence=_FENCE,
)  # fmt: skip
def _pen(s: Scene) -> None:
    """The area as a function of the width; its greatest value."""
    lengths = [f for _, f in s.told if f.has("p")]
    if len(lengths) != 1 or "长方形" not in s.text or "最大" not in s.text or re.search("门|隔|中间|两块|两边|整|墙长|长(?:是|为)?[\ue000-\ue7ff]米的墙|正方形|[圆]", s.text):  # fmt: skip
        raise Unfit
    length, unit = lengths[0]["p"], lengths[0].unit("p")
    if s.asked.unit("?") not in (f"平方{unit}", ""):
        raise Unfit
    if re.search("墙|河|山|房", s.text):
        if not (s.all("wall") or any(f.has("w") for _, f in s.told) or re.search("靠|临", s.text)):
            raise Unfit
        says = f"设宽为 \\(x\\)：要围两条宽和一条长，所以长是 \\({length.tex}-2x\\)，面积是 \\(x({length.tex}-2x)\\)。"
        area = f"x({length.tex}-2x)"
    else:
        half = s.step("长与宽的和是篱笆长的一半", length / num(2), unit)
        says = f"设宽为 \\(x\\)：长是 \\({half.tex}-x\\)，面积是 \\(x({half.tex}-x)\\)。"
        area = f"x({half.tex}-x)"
    s.work.hand("parabolas", f"求函数y={area}的最大值", says, f"平方{unit}", "最大面积")


_LADDER: Final = "梯子|木杆|竹竿|木板|木棍|长杆|云梯|木梯"
_FOOT: Final = "底端|底部|底脚|梯脚|下端|梯子底|底"
_TOP: Final = "顶端|顶部|上端|顶|梯顶"
_LEAN: Final = "(?:斜)?(?:靠|倚|架|放|立|搭)(?:着|在)?"


@kind(
    {
        "slant": ("(?:有)?(?:$U)?(?:{ladder})(?:的)?(?:长|长度|长度是|长为|长度为|全长)+<c:u>(?:{lean}~墙~)?", "(?:把|将|有)?(?:$U)?(?:长(?:为|是)?)?<c:u>(?:长)?的?(?:{ladder})(?:{lean}~墙~)?", "(?:$U)?长(?:为|是)?<c:u>的(?:{ladder}){lean}~"),
        "leans": ("(?:有)?(?:$U)?(?:{ladder}){lean}墙(?:上|边|面)?", "~(?:{ladder})?~?{lean}~墙~", "(?:$U)?~(?:{ladder})"),
        "foot": ("~(?:{ladder})?(?:的)?(?:{foot})(?:离|距离?|到)墙(?:脚|角|根|底|面)?(?:的)?(?:距离|有|是|为|的水平距离)*<a:u>",),
        "top": ("~(?:{ladder})?(?:的)?(?:{top})(?:离|距离?|到)地?面?(?:的)?(?:距离|有|是|为|高度|高)*<b:u>", "~(?:靠|够|到|达)(?:到)?~<b:u>高的?~墙~", "~(?:{top})(?:正好|刚好|恰好)?(?:到|够到|达到|靠在)~?<b:u>高?的?~"),
    },
    {
        "up": ("~(?:{ladder})?(?:的)?(?:{top})(?:离|距离?|到)地?面?(?:的)?(?:距离|有|是|为|高度|高)*<?>~", "~(?:可以|能)(?:够到|达到|到达|靠到|到)~<?>高?~"),
        "out": ("~(?:{ladder})?(?:的)?(?:{foot})(?:应|应该|要)?(?:离|距离?|到)墙(?:脚|角|根|底|面)?(?:的)?(?:距离|有|是|为)*<?>~",),
        "long": ("~(?:{ladder})(?:的)?(?:长度?|全长)?(?:是|为|有|长)*<?>~",),
    },
    ladder=_LADDER, foot=_FOOT, top=_TOP, lean=_LEAN,
)  # fmt: skip
def _ladder(s: Scene) -> None:
    """Ladder, wall and ground: the ladder lies opposite the right angle."""
    told = {n: f for _, f in s.told for n in "abc" if f.has(n)}
    wanted = {"up": "b", "out": "a", "long": "c"}[s.question]
    if set(told) != set("abc") - {wanted} or sum(f.has(n) for _, f in s.told for n in "abc") != 2 or re.search("滑|移|另|如果|角", s.text.replace("墙角", "")) or "墙" not in s.text:  # fmt: skip
        raise Unfit
    unit = s.asked.unit("?") or next(iter(told.values())).unit(next(iter(told)))
    side = {n: s.to(f[n], f.unit(n), unit) for n, f in told.items()}
    if "c" in side:
        leg = next(n for n in side if n != "c")
        if side[leg].value >= side["c"].value:
            raise Unfit
        question = f"直角三角形的斜边是{decimal(side['c'].value)},一条直角边是{decimal(side[leg].value)},求另一条直角边"  # fmt: skip
    else:
        question = (
            f"直角三角形的两条直角边分别是{decimal(side['a'].value)}和{decimal(side['b'].value)}，求斜边"
        )
    s.work.hand("figures", question, "梯子、墙和地面组成直角三角形，梯子是斜边。", unit, {"a": "离墙的距离", "b": "离地面的高度", "c": "梯子的长"}[wanted])  # fmt: skip
