"""Figures in stories: what a stone raises the water by, tin for a bucket, a field and its harvest, a sheet cut into equal squares."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, number, story
from solver.topics.stories.school.chinese.figures import PI
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = "厘米|分米|毫米|米"
_SIZE: Final = {"毫米": 1, "厘米": 10, "分米": 100, "米": 1000}
_IS: Final = "(?:都)?(?:是|为)?"


def _into(work: Working, term: Term, unit: str, wanted: str) -> Term:
    """A length in another unit."""
    if unit == wanted:
        return term
    ratio = Fraction(_SIZE[unit], _SIZE[wanted])
    many = num(ratio) if ratio >= 1 else num(1 / ratio)
    return work.step(f"{term.tex}{unit}化成{wanted}", term * many if ratio >= 1 else term / many, wanted)


def _pi(f: Found) -> Term:
    return num(f["pi"].value if f.word("pi") else PI)


_PI_TOLD: Final = ("(?:圆周率|π)?取(?:π=?)?<pi>", "π=<pi>")
_RISE: Final = (
    f"(?:水面|水位)?(?:从|由)<h0>(?P<uh0>{_U})?(?:上升|升高|升)(?:到|至)(?:了)?<h1>(?P<uh>{_U})",
    f"(?:水面|水位)?(?:就|便)?(?:上升|升高|升)(?:到|至)(?:了)?<h1>(?P<uh>{_U})",
    f"(?:水面|水位|水)?(?:上升|升高|上涨|升|下降|降低|降)(?:了)?<h>(?P<uh>{_U})",
)
_IN_WATER: Final = "(?:完全)?(?:浸没|浸入|没入|放入|放进|沉入|浸|取出|捞出|投入)(?:在)?(?:水)?(?:中|里)?|水(?:没有|未|没)溢出|(?:没有|未)溢出|从里面量|里面量|装有水|装有一些水|盛有一些水|缸中有水|一些水|一定量的水|当|完全|里面|取出来?|后"
_NEVER: Final = "装满|溢出了|溢出~?\\d|切|高于|露出|一半|又"


@story(
    "上升|升高|升到|下降|上涨|升了",
    {
        "rise": _RISE,
        "long": (f"(?<!边)(?<!棱)长{_IS}<a>(?P<ua>{_U})",),
        "wide": (f"宽{_IS}<b>(?P<ub>{_U})",),
        "high?": (f"(?<!水)(?:高|深){_IS}<c>(?:{_U})",),
        "deep?": (f"水?(?:深|高){_IS}<c2>(?P<uc2>{_U})",),
        "ask": (f"(?:体积){_IS}?~(?:多少|几)立方(?P<v>{_U})", "(?:求)~体积(?P<v>)"),
    },
    idle=_IN_WATER,
    never=_NEVER,
)  # fmt: skip
def _stone_in_a_tank(f: Found, work: Working) -> None:
    _raised(
        f,
        work,
        lambda unit: _into(work, f["a"], f.word("ua"), unit) * _into(work, f["b"], f.word("ub"), unit),
    )


@story(
    "上升|升高|升到|下降|上涨|升了",
    {
        "rise": _RISE,
        "edge": (f"棱长{_IS}<a>(?P<ua>{_U})",),
        "deep?": (f"水?(?:深|高){_IS}<c2>(?P<uc2>{_U})",),
        "ask": (f"(?:体积){_IS}?~(?:多少|几)立方(?P<v>{_U})", "(?:求)~体积(?P<v>)"),
    },
    idle=_IN_WATER,
    never=_NEVER + "|正方体(?:铁|石|木)",
)  # fmt: skip
def _stone_in_a_cube(f: Found, work: Working) -> None:
    def base(unit: str) -> Term:
        side = _into(work, f["a"], f.word("ua"), unit)
        return side * side

    _raised(f, work, base)


@story(
    "圆柱.*(?:上升|升高|升到|下降|上涨|升了)",
    {
        "rise": _RISE,
        "round": (f"(?:底面)?(?:内)?(?:的)?(?P<k>半径|直径){_IS}<a>(?P<ua>{_U})",),
        "high?": (f"(?<!水)(?:高|深){_IS}<c>(?:{_U})",),
        "deep?": (f"水?(?:深|高){_IS}<c2>(?P<uc2>{_U})",),
        "pi?": _PI_TOLD,
        "ask": (f"(?:体积){_IS}?~(?:多少|几)立方(?P<v>{_U})", "(?:求)~体积(?P<v>)"),
    },
    idle=_IN_WATER,
    never=_NEVER + "|圆锥.*高|保留",
)  # fmt: skip
def _stone_in_a_cylinder(f: Found, work: Working) -> None:
    def base(unit: str) -> Term:
        radius = _into(work, f["a"], f.word("ua"), unit)
        if f.word("k") == "直径":
            radius = work.step("底面半径", radius / num(2), unit)
        return _pi(f) * radius * radius

    _raised(f, work, base)


def _raised(f: Found, work: Working, base: object) -> None:
    """The water that is raised has the body's volume."""
    unit = f.word("v") or f.word("ua")
    if f.word("h1"):
        start = "h0" if f.word("h0") else "c2"
        if f.word(f"u{start}") not in ("", f.word("uh")):
            raise Unfit
        rise = work.step("水面上升的高度", f["h1"] - f[start], f.word("uh"))
    else:
        rise = f["h"]
    rise = _into(work, rise, f.word("uh"), unit)
    area = work.step("容器的底面积", base(unit), f"平方{unit}")  # type: ignore[operator]
    work.give(
        work.step("物体的体积＝底面积×水面升降的高度", area * rise, f"立方{unit}"), f"立方{unit}", "体积"
    )


@story(
    "铁皮|薄铁|白铁|材料|涂|油漆|刷|贴|商标|侧面积|水泥|抹|布|纸",
    {
        "round": (f"底面(?:的)?(?:周长)(?P<k>){_IS}<a>(?P<ua>{_U})", f"(?:底面|横截面)?(?:的)?(?P<k>半径|直径){_IS}<a>(?P<ua>{_U})"),
        "high": (f"(?:高|长|深|池深){_IS}<h>(?P<uh>{_U})",),
        "count?": ("(?:做|制作|加工)<n>(?:个|节|根|只)",),
        "pi?": _PI_TOLD,
        "ask": (f"(?:多少|几)平方(?P<v>{_U})",),
    },
    idle="(?:没有|无|不带)盖(?:子)?|没有上?底面?|至少|一[个节只根]|需要?|两端(?:开口|没有底)|这样的|大约|铁皮|得数",
    never="保留|近似|进一|去尾|剩|用去|铁皮\\d|切|削|体积|容积|每平方",
)  # fmt: skip
def _tin(f: Found, work: Working) -> None:
    """A bucket has one base, a pipe none, a drum with its lid two."""
    text, unit = f.text, f.word("v")
    if not any(w in text for w in ("圆柱", "水桶", "油桶", "铁桶", "通风管", "烟囱", "管")):
        raise Unfit
    open_one = any(w in text for w in ("无盖", "没有盖", "不带盖", "水桶", "水池", "蓄水"))
    only_side = any(
        w in text for w in ("通风管", "烟囱", "侧面", "商标", "柱子", "立柱", "排水管", "铁皮管", "大柱")
    )
    lidded = any(w in text for w in ("油桶", "有盖", "带盖", "油罐"))
    if (open_one, only_side, lidded).count(True) != 1:
        raise Unfit
    a, high, pi = _into(work, f["a"], f.word("ua"), unit), _into(work, f["h"], f.word("uh"), unit), _pi(f)
    kind = f.word("k")
    if kind == "半径":
        around, radius = work.step("底面周长", num(2) * pi * a, unit), a
    elif kind == "直径":
        around, radius = work.step("底面周长", pi * a, unit), work.step("底面半径", a / num(2), unit)
    else:
        around, radius = a, work.step("底面半径", a / (num(2) * pi), unit)
    total = work.step("侧面积＝底面周长×高", around * high, f"平方{unit}")
    if not only_side:
        base = work.step("一个底面的面积", pi * radius * radius, f"平方{unit}")
        total = work.step("一共的面积", total + (base * num(2) if lidded else base), f"平方{unit}")
    if f.word("n"):
        total = work.step("全部的面积", total * f["n"], f"平方{unit}")
    work.give(total, f"平方{unit}", "需要的面积")


_PER: Final = (
    "(?:如果)?(?:平均)?(?:每|1|一)(?P<per>平方米|公顷|平方千米|平方分米)(?:土地|地|麦田|草坪|玻璃|木板|菜地)?(?:能|可以?|大约|需要?|要)?~<k>(?P<w>千克|吨|棵|株|元|克|公斤|升)",
)
_ASK_HARVEST: Final = ("(?:多少|几)(?P<x>千克|吨|棵|株|元|克|公斤|升)[\u4e00-\u9fff]{0,4}(?=[?。]|$)",)
_HARVEST_IDLE: Final = "这块?|一块|每|平均|至少|能|形状是"
_DIMS: Final = "<{0}>(?P<u{0}>米|分米|千米|厘米)"


@story(
    "平方米|公顷|平方分米",
    {
        "figure": ("(?P<s>平行四边形|三角形|梯形|长方形|正方形)",),
        "per": _PER,
        "top?": (f"上底(?:长)?{_IS}{_DIMS.format('t')}",),
        "bottom?": (f"(?:下底|底边|底)(?:长)?{_IS}{_DIMS.format('b')}", f"边长{_IS}{_DIMS.format('b')}", f"长{_IS}{_DIMS.format('b')}"),
        "high?": (f"(?:高|宽){_IS}{_DIMS.format('h')}",),
        "ask": _ASK_HARVEST,
    },
    idle=_HARVEST_IDLE,
    never="周长|剩|小路|除|一半|两种",
)  # fmt: skip
def _harvest(f: Found, work: Working) -> None:
    unit = f.same(*(f"u{n}" for n in "tbh" if f.word(f"u{n}")))
    shape = f.word("s")
    if f.word("w") != f.word("x") and (f.word("w"), f.word("x")) != ("千克", "吨"):
        raise Unfit
    if (shape == "梯形") != bool(f.word("t")) or (shape == "正方形") == bool(f.word("h")) or not f.word("b"):
        raise Unfit
    base = f["b"]
    if shape == "正方形":
        area = base * base
    elif shape == "梯形":
        area = (f["t"] + base) * f["h"] / num(2)
    else:
        area = base * f["h"] / num(2) if shape == "三角形" else base * f["h"]
    area = work.step(f"{shape}的面积", area, f"平方{unit}")
    per = f.word("per")
    if per == "公顷":
        if unit != "米":
            raise Unfit
        area = work.step("化成公顷", area / num(10000), "公顷")
    elif per != f"平方{unit}":
        raise Unfit
    total = work.step("总数：面积×每单位面积的数量", area * f["k"], f.word("w"))
    if f.word("w") != f.word("x"):
        total = work.step("化成吨", total / num(1000), "吨")
    work.give(total, f.word("x"), "总数")


_CUT_IDLE: Final = "(?:要求|而且|并且|且|使)?(?:纸|布|木板|铁皮|玻璃)?(?:都)?(?:没有|不能有|无|不许有|没|不)剩余?|(?:不|没有)浪费|恰好没有剩余|一张|同样大小?的?|大小相[同等]的?|(?:面积)?相等的?|(?:边长是?)?整(?:厘|分)?米数?的?|且|要求|尽可能(?:地)?大|最大|正方形的?(?:小)?(?:纸片?)?|剪|裁|割|分|切|锯|铺|至少"


@story(
    "正方形",
    {
        "long": (f"长{_IS}<a>(?P<ua>{_U})",),
        "wide": (f"宽{_IS}<b>(?P<ub>{_U})",),
        "ask": (f"(?P<side>边长)(?:最大)?(?:可以?|应)?{_IS}(?:多少|几)(?P<v>{_U})", "(?:可以?|能够?|一共|至少)*(?:可以?|能够?)?(?:剪|裁|割|分|切|锯)?(?:成|出)?(?P<many>(?:多少|几))(?:个|块|张)[\u4e00-\u9fff]{0,6}"),
    },
    idle=_CUT_IDLE,
    never="每个|周长|面积是|拼|铺满?成|贴",
)  # fmt: skip
def _squares_of_a_sheet(f: Found, work: Working) -> None:
    """The side of the largest equal squares is the greatest common divisor."""
    unit = f.same("ua", "ub")
    if not any(w in f.text for w in ("剩", "浪费")) or not any(
        w in f.text for w in ("最大", "尽可能大", "尽量大", "最少", "至少")
    ):
        raise Unfit
    a, b = f["a"], f["b"]
    if a.value.denominator != 1 or b.value.denominator != 1 or f.word("v") not in ("", unit):
        raise Unfit
    common = num(gcd(int(a.value), int(b.value)))
    says = f"正方形的边长要同时整除长和宽；最大的是它们的最大公因数 {common.tex}"
    if "side" in f.all("ask")[0]:
        work.hand(
            "integers",
            f"求{a.tex}和{b.tex}的最大公因数。",
            f"{says.rpartition(' ')[0]}。",
            unit,
            "正方形的边长",
        )
        return
    along = work.step(f"{says}，沿长可以裁", a / common, "个")
    across = work.step("沿宽可以裁", b / common, "个")
    work.give(work.step("一共可以裁", along * across, "个"), "个", "正方形的个数")


_SOLID_MADE: Final = "熔铸|铸造|锻造|熔化|捏|改铸|锻压|熔"


@story(
    _SOLID_MADE,
    {
        "edge": (f"棱长{_IS}<e>(?P<u1>{_U})",),
        "long?": (f"(?<!棱)长{_IS}<a>(?P<u2>{_U})",),
        "wide?": (f"宽{_IS}<b>(?P<u3>{_U})",),
        "high?": (f"高{_IS}<c>(?P<u4>{_U})",),
        "base?": (f"(?:底面积|横截面积?)(?:的面积)?{_IS}<s>平方(?P<u5>{_U})",),
        "ask": (f"(?P<x>长|宽|高){_IS}(?:多少|几)(?P<v>{_U})", f"(?:有)?(?:多)?(?:多少|几)(?P<v>{_U})?(?P<x>长|高|宽)"),
    },
    idle="一[个块根段]|(?:没有|不计)损耗",
    never="圆|两[个块]",
)  # fmt: skip
def _cast_anew(f: Found, work: Working) -> None:
    """The volume stays."""
    unit = f.same(*(u for u in ("u1", "u2", "u3", "u4", "u5", "v") if f.word(u)))
    names = {"长": "a", "宽": "b", "高": "c"}
    if f.word(names[f.word("x")]):
        raise Unfit
    volume = work.step("体积不变", f["e"] * f["e"] * f["e"], f"立方{unit}")
    if f.word("s"):
        if any(f.word(n) for n in "abc"):
            raise Unfit
        base = number(f.word("s"))
    else:
        known = [f[n] for n in "abc" if f.word(n)]
        if len(known) != 2:
            raise Unfit
        base = work.step("已知两边之积", known[0] * known[1], f"平方{unit}")
    work.give(work.step(f"{f.word('x')}＝体积÷另外的面积", volume / base, unit), unit, f.word("x"))
