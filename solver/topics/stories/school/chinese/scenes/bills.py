"""Stories of two kinds of things: what one of each costs or holds, from two totals; how many of each there are, from a number and a total.

Words for things are open; each of the two has to be named. Not read: three kinds, offers, change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import gcd
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, UNIT, Marks, unit_of
from solver.topics.stories.school.chinese.scenes.scene import NAME, Found, Scene, kind
from solver.topics.stories.school.working import Term, Unfit, num

_SAME: Final = "(?:同样的|同样|这样的|相同的|同种的?|同款的?|这种)?"
_LINE: Final = f"(?:(?:{NUMBER}|一|半){UNIT}{_SAME}(?:{NAME})|(?:{NAME})(?:{NUMBER}|一){UNIT})"
_ITEMS: Final = f"(?P<items>{_LINE}(?:[、和与及跟]|以及){_LINE})"
_BUY: Final = (
    "买来|买回|买走|买好|买下|购买|购进|购置|购回|添置|采购|订购|买|购|用|租用|租|运来|称|进|有|派出|派"
)
_SPEND: Final = "刚好|正好|恰好|坐满|住满|装满|付款|支付|花费|花去|花掉|用去|用掉|应付|需付|要付|花|用|付|需要|需|要|是|收费|收|重|运货|运走|运|装|坐|住|卖|做|加工|挖|收割|灌溉|生产|挣|得"
_EACH: Final = f"(?:(?:每一?|一|买一?|这种)(?:{UNIT})?)?"
_AT_ONCE: Final = "(?:一次|一天|一小时|每小时|每分钟|每趟|每次|每天|一趟|同时|一起|共同)?(?:一共|总共|共)?(?:可以|能|可)?(?:一次)?"
_AS_BEFORE: Final = "(?:又)?(?:(?:按|以|用|照)(?:同样|相同|原来|这样|一样)的?(?:单价|价格|价钱))?"
_PRICE: Final = "(?:的)?(?:单价|价格|价钱|售价|票价|质量|重量)?"
_FOREIGN: Final = re.compile(
    "优惠|[打几]折|送一|满|找回|找给|退|运费|坏|破|剩|原价|降价|涨|平均|另|不够|还差"
)


def _lines(f: Found) -> list[tuple[Term, str, str]]:
    """How many, of which unit, of what."""
    marks: Marks = f._marks
    found = []
    for part in re.split(
        f"(?:[、和与及跟]|以及)(?=(?:{NUMBER}|一){UNIT}|{NAME}(?:{NUMBER}|一){UNIT})", f.word("items")
    ):
        match = re.fullmatch(f"({NUMBER}|一)({UNIT}){_SAME}({NAME})", part)
        if match:
            number, unit, name = match.groups()
        else:
            match = re.fullmatch(f"{_SAME}({NAME})({NUMBER}|一)({UNIT})", part)
            if match is None:
                raise Unfit
            name, number, unit = match.groups()
        found.append((num(marks.values[number]) if number in marks.values else num(1), unit, _bare(name)))
    if len(found) != 2 or found[0][2] == found[1][2]:
        raise Unfit
    return found


def _bare(name: str) -> str:
    return re.sub(f"^{_SAME}的?|(?:一次|一天|一趟|每次|一起|同时|可以|能|的|价格|单价|总价)+$", "", name)


@dataclass(frozen=True, slots=True)
class _Equation:
    """So many of the first and so many of the second make this."""

    first: Term
    second: Term
    total: Term


@kind(
    {
        "bill": ("~{as_before}(?:{buy})?(?:了)?{items}{at_once}(?:一共|总共|共)?(?:{spend})*(?:货物|货|水|土|草|布|煤|苹果|梨|橘子|桃|大米|面粉|油|水泥|沙子?|饲料|鸡蛋|书|树苗|零件)?(?:了|去|掉)?<s:u>(?:货物|货|水|土|煤|沙子?|草|布)?",),
        "bill_before": ("~(?:用|花|付)(?:去|了|掉)?<s:u>(?:钱)?(?:正好|刚好|恰好)?(?:可以|能|够)?(?:{buy})(?:了|到|下)?{items}",),
        "set": ("(?:一|<one>)套(?P<set>课桌椅|桌椅|衣服|运动服|西服|西装|套装|校服|童装|服装)(?:的)?(?:价格|价钱|售价|单价|一共|共|要|是|卖|需)*<s:u>",),
        "lines": ("~{as_before}(?:{buy})(?:了)?{items}", "{items}"),
        "times_said": ("~分(?P<times>[\ue000-\ue7ff]|两)次~(?:{buy})(?:了)?~",),
        "sum": ("~(?:一共|总共|共计|总计|共|合计)?(?:{spend})*(?:了|去|掉)?<s:u>~",),
        "gap": ("{each}(?P<x>~){price}比{each}(?P<y>~){price}(?P<s>贵|多|便宜|少|重|轻)(?:了|装|运|坐|住|做)*<d:u>~",),
        "times": ("{each}(?P<x>~){price}(?:是|等于|相当于){each}(?P<y>~){price}的?<k>倍",),
    },
    {
        "each": ("(?P<x>~)[和与、](?P<y>~)(?:每$U|一$U)?{price}(?:每$U|一次)?(?:各|分别)(?:能|可以|可|{spend}|卖|为|自)*<?>(?:每$U|一$U)?~", "{each}(?P<x>~){price}[和与、]{each}(?P<y>~){price}(?:一次|每次)?(?:各|分别|是)(?:能|可以|可|{spend}|卖|为)*<?>~",
                 "{each}(?P<x>~){price}[和与、]{each}(?P<y>~){price}是<?>"),
        "apart": ("{each}(?P<x>~){price}比{each}(?P<y>~){price}(?P<s>贵|多|便宜|少|重|轻)(?:装|运|坐|住|做)?<?>",),
        "some": ("(?:如果)?~{as_before}(?:{buy})?{items}{at_once}(?:一共|总共|共)?(?:{spend})*(?:货物|货|水|土|草|布|煤)?<?>(?:货物|货)?",),
        "one": ("{each}(?P<x>~)(?:每$U|一$U)?{price}(?:每$U|一次)?(?:能|可以|可|{spend}|卖|为)*<?>(?:每$U|一$U)?",),
    },
    items=_ITEMS, buy=_BUY, spend=_SPEND, each=_EACH, price=_PRICE, at_once=_AT_ONCE, as_before=_AS_BEFORE,
)  # fmt: skip
def _bills(s: Scene) -> None:
    if _FOREIGN.search(s.text):
        raise Unfit
    names, units, equations, unit = _equations(s)
    x, y = _solved(s, names, equations, unit)
    asked = s.asked.unit("?")
    if asked not in ("", unit) and not (unit == "元" and asked in ("钱", "块钱")):
        raise Unfit
    found = dict(zip(names, (x, y), strict=True))

    def of(word: str) -> str:
        near = [n for n in names if n == _bare(word)] or [n for n in names if n.endswith(_bare(word)) or n.startswith(_bare(word))]  # fmt: skip
        if len(near) != 1 or not _bare(word):
            raise Unfit
        return near[0]

    match s.question:
        case "each":
            first, second = of(s.asked.word("x")), of(s.asked.word("y"))
            if first == second:
                raise Unfit
            s.work.give(found[first], unit, _label(units[first], first))
            s.work.give_also(found[second], unit, _label(units[second], second))
        case "one":
            one = of(s.asked.word("x"))
            s.work.give(found[one], unit, _label(units[one], one))
        case "apart":
            first, second = of(s.asked.word("x")), of(s.asked.word("y"))
            if first == second:
                raise Unfit
            if s.asked.word("s") in ("便宜", "少", "轻"):
                first, second = second, first
            s.work.give(s.step("相差多少", found[first] - found[second], unit), unit, "相差的数")
        case _:
            (n, u, a), (m, v, b) = _lines(s.asked)
            if re.search("价格|单价|价钱", s.asked.text):
                raise Unfit
            first, second = of(a), of(b)
            if first == second or (u, v) != (units[first], units[second]):
                raise Unfit
            total = s.step("要求的总数", n * found[first] + m * found[second], unit)
            s.work.give(total, unit, "要求的总数")


def _label(unit: str, name: str) -> str:
    return f"每{unit}{name}对应的数" if unit else name


def _equations(s: Scene) -> tuple[list[str], dict[str, str], list[_Equation], str]:
    """The two things, their units, what was told of them as equations, and the unit of what they cost."""
    names: list[str] = []
    units: dict[str, str] = {}
    rows: list[tuple[dict[str, Term], Term]] = []
    unit, open_lines = "", None
    later = []
    for name, f in s.told:
        if name == "times_said":
            if f.word("times") != "两" and f.value("times") != 2:
                raise Unfit
            continue
        if name in ("bill", "bill_before", "lines"):
            if open_lines is not None:
                raise Unfit
            lines = _named_lines(f, names, units)
        if name in ("bill", "bill_before", "sum", "set"):
            if unit and f.unit("s") != unit:
                raise Unfit
            unit = f.unit("s")
        if name in ("bill", "bill_before"):
            rows.append((lines, f["s"]))
        elif name == "set":
            both = _of_set(f, [g for n, g in s.told if n in ("gap", "times")])
            names += both
            units |= dict.fromkeys(both, "件")
            rows.append((dict.fromkeys(both, num(1)), f["s"]))
        elif name == "lines":
            open_lines = lines
        elif name == "sum":
            if open_lines is None:
                raise Unfit
            rows.append((open_lines, f["s"]))
            open_lines = None
        else:
            later.append((name, f))
    if len(names) != 2 or open_lines is not None or not rows or len(rows) + len(later) != 2:
        raise Unfit
    if unit in units.values():
        raise Unfit
    first, second = names
    equations = [_Equation(r[first], r[second], t) for r, t in rows]
    equations += [_comparison(name, f, names, unit) for name, f in later]
    return names, units, equations, unit


def _named_lines(f: Found, names: list[str], units: dict[str, str]) -> dict[str, Term]:
    """So many of each in a line of a bill; new things become known."""
    lines = [(count, u, _known(n, names, u, units)) for count, u, n in _lines(f)]
    for _, u, n in lines:
        if units.setdefault(n, u) != u:
            raise Unfit
    names += [n for _, _, n in lines if n not in names]
    return {n: c for c, _, n in lines}


def _comparison(name: str, f: Found, names: list[str], unit: str) -> _Equation:
    """ "一支钢笔比一支铅笔贵5元", "一支钢笔的价钱是一支铅笔的3倍"."""
    a, b = _bare(f.word("x")), _bare(f.word("y"))
    if {a, b} != set(names) or name == "gap" and f.unit("d") != unit:
        raise Unfit
    forward = a == names[0]
    if name == "gap":
        more = f["d"] if f.word("s") in ("贵", "多", "重") else num(-f.value("d"))
        return _Equation(num(1), num(-1), more) if forward else _Equation(num(-1), num(1), more)
    k = num(-f.value("k"))
    return _Equation(num(1), k, num(0)) if forward else _Equation(k, num(1), num(0))


def _known(name: str, names: list[str], unit: str, units: dict[str, str]) -> str:
    """The name as it was told first: 甲种 of 甲种糖果, and 球拍 of 羽毛球拍 where both are counted with the same word."""
    same = [n for n in names if n.startswith(name) or name.startswith(n)]
    if not same:
        same = [n for n in names if n.endswith(name) and units.get(n) == unit]
    elif len(same) > 1:
        same = [n for n in same if units.get(n) == unit and len(set(units.values())) > 1]
    return same[0] if len(same) == 1 and len(names) == 2 else name


def _of_set(f: Found, told: list[Found]) -> list[str]:
    """The two things of a set: desk and chair, jacket and trousers."""
    if f.has("one") and f.value("one") != 1 or len(told) != 1:
        raise Unfit
    both = [_bare(told[0].word(key)) for key in "xy"]
    ends = ("桌", "椅") if "椅" in f.word("set") else ("衣", "[裤裙]")
    if not any(re.search(ends[0], a) and re.search(ends[1], b) for a, b in (both, both[::-1])):
        raise Unfit
    return both


def _solved(s: Scene, names: list[str], equations: list[_Equation], unit: str) -> tuple[Term, Term]:
    """One kind is made to stand in both as often; the difference is due to the other one."""
    p, q = equations
    if p.first.value * q.second.value == p.second.value * q.first.value:
        raise Unfit
    if q.second.value < 0 or q.first.value < 0:
        return _by_replacing(s, names, p, q, unit)
    swap = p.first.value == q.first.value and p.second.value != q.second.value
    if swap:  # the first kind stands in both as often already
        names = names[::-1]
        p, q = (_Equation(e.second, e.first, e.total) for e in (p, q))
    common = gcd(int(p.second.value), int(q.second.value)) if p.second.value.denominator == q.second.value.denominator == 1 else 1  # fmt: skip
    k, m = q.second.value / common, p.second.value / common
    left, right = _scaled(s, p, k, unit, "第一次"), _scaled(s, q, m, unit, "第二次")
    if left.first.value < right.first.value:
        left, right = right, left
    count = s.step(f"{names[1]}的数量相同时，{names[0]}相差多少", left.first - right.first)
    gap = s.step("总数相差多少", left.total - right.total, unit)
    x = s.step(f"每一份{names[0]}是多少", gap / count, unit) if count.value != 1 else gap
    used = s.step(f"其中{names[0]}一共占多少", p.first * x, unit) if p.first.value != 1 else x
    rest = s.step(f"{names[1]}一共占多少", p.total - used, unit)
    y = s.step(f"每一份{names[1]}是多少", rest / p.second, unit) if p.second.value != 1 else rest
    if x.value <= 0 or y.value <= 0:
        raise Unfit
    return (y, x) if swap else (x, y)


def _scaled(s: Scene, e: _Equation, k: object, unit: str, which: str) -> _Equation:
    factor = num(k)  # type: ignore[arg-type]
    if factor.value == 1:
        return e
    total = s.step(f"{which}的数量都乘 {factor.tex}，总数也乘 {factor.tex}", e.total * factor, unit)
    first = s.step(f"这时{which}第一种的数量", e.first * factor)
    return _Equation(first, num(e.second.value * factor.value), total)


def _by_replacing(s: Scene, names: list[str], p: _Equation, q: _Equation, unit: str) -> tuple[Term, Term]:
    """One of the first is one of the second and so much more, or so many of the second."""
    if q.total.value == 0:  # x = k·y or y = k·x
        large = (
            0
            if q.second.value < -1 or q.first.value == 1 and q.second.value != 1 and q.second.value < 0
            else 1
        )
        k = num(-q.second.value if large == 0 else -q.first.value)
        counts = (p.first, p.second) if large == 0 else (p.second, p.first)
        shares = s.step(
            f"把{names[large]}都换成{names[1 - large]}，一共相当于多少份{names[1 - large]}",
            counts[0] * k + counts[1],
        )
        small = s.step(f"每一份{names[1 - large]}是多少", p.total / shares, unit)
        big = s.step(f"每一份{names[large]}是多少", small * k, unit)
        return (big, small) if large == 0 else (small, big)
    more = q.total.value if q.first.value > 0 else -q.total.value  # first − second
    dear = 0 if more > 0 else 1
    counts = (p.first, p.second) if dear == 0 else (p.second, p.first)
    gap = num(abs(more))
    extra = s.step(f"如果都换成{names[1 - dear]}，总数少多少", counts[0] * gap, unit)
    even = s.step("这时的总数", p.total - extra, unit)
    number = s.step("一共有多少份", counts[0] + counts[1])
    small = s.step(f"每一份{names[1 - dear]}是多少", even / number, unit)
    big = s.step(f"每一份{names[dear]}是多少", small + gap, unit)
    if small.value <= 0:
        raise Unfit
    return (big, small) if dear == 0 else (small, big)


# -- how many of each --------------------------------------------------------------------------------------

_HOLD: Final = "坐|住|装|载|运|售|卖|得|限乘|限坐|乘坐|乘|可坐|能坐|可住|能住|要|是|票价|价格|单价|需|有"


@kind(
    {
        "holds": ("(?P<x>~)(?:每|一)(?P<u>$U)(?:可以|可|能|最多)?(?:{hold})*<p:u>~", "(?:每|一)(?P<u>$U)(?P<x>~)(?:可以|可|能|最多)?(?:{hold})*<p:u>~"),
        "two": ("~(?P<a>[\ue000-\ue7ff])(?P<w>人|座)(?P<x>~)[和与、](?P<b>[\ue000-\ue7ff])(?:人|座)(?P<y>~)(?:一共|总共|共)?(?:有)?<n:u>~",),
        "both": ("(?P<all>~)<s:u>(?P<who>~)(?:租|坐|住|开|乘|用|买|分|在)(?:了|用了|满了?)?<n:u>(?P<what>~)", "~(?:租|坐|住|开|乘|用|买|卖)(?:了|出)?<n:u>(?P<what>~)(?:一共|共|正好|刚好)+(?:坐|住|装|花|付|收)?(?:了|满了?)?<s:u>~"),
        "count": ("(?P<pre>~)(?:一共|总共|共)?(?:租|坐|住|开|乘|用|买|卖出|售出|卖|有|停)*(?:了)?<n:u>(?P<what>~)",),
        "load": ("(?P<pre>~)(?:一共|总共|共|正好|刚好|恰好)*(?:可以|能)?(?:付|花|用|收入|收|坐|住|装|运|得|卖|容纳)*(?:了|去|到|下|宿)*<s:u>(?P<who>~)",),
    },
    {
        "each": ("~(?P<x>~)[和与、](?P<y>~)(?:各|分别)(?:租|买|卖|用|有|要|需|开|坐|住|出|售|了|安排)*<?>~",),
        "each_sized": ("(?P<a>[\ue000-\ue7ff])(?:人|座)(?P<x>~)[和与、](?P<b>[\ue000-\ue7ff])(?:人|座)(?P<y>~)(?:各|分别)(?:租|买|用|有|要|需|开|住|了|安排)*<?>~",),
        "one": ("~(?:租|买|卖|用|有|要|需|开|住|出|售|了)*(?P<x>~)(?:租|买|卖|用|有|要|需|开|住|出|售|了)*<?>(?P<h>~)",),
    },
    hold=_HOLD,
)  # fmt: skip
def _of_each(s: Scene) -> None:
    """If all were of the smaller kind, so much would be missing: each of the larger kind makes up for so much."""
    if _FOREIGN.search(s.text.replace("坐满", "").replace("住满", "")):
        raise Unfit
    kinds, count, load, unit, what = _kinds(s)
    (a, p), (b, q) = kinds
    if p.value == q.value or s.asked.unit("?") != unit:
        raise Unfit
    if p.value < q.value:
        (a, p), (b, q) = (b, q), (a, p)
    least = s.step(f"假设全部是{b}，总数是多少", q * count, what)
    gap = s.step("实际比这多多少", load - least, what)
    each = s.step(f"把一{unit}{b}换成{a}，多出多少", p - q, what)
    more = s.step(f"{a}有多少{unit}", gap / each, unit)
    fewer = s.step(f"{b}有多少{unit}", count - more, unit)
    if any(t.value.denominator != 1 or t.value <= 0 for t in (more, fewer)):
        raise Unfit
    found = {a: more, b: fewer}
    if s.question == "one":
        name = _which(list(found), s.asked.word("x") or s.asked.word("h"))
        s.work.give(found[name], unit, f"{name}的数量")
        return
    if s.question == "each_sized":
        order = [f"{s.asked.value(x)}{s.asked.text[1]}{s.asked.word(y)}" for x, y in ("ax", "by")]
    else:
        order = [_which(list(found), s.asked.word(x)) for x in "xy"]
    if set(order) != set(found):
        raise Unfit
    s.work.give(found[order[0]], unit, f"{order[0]}的数量")
    s.work.give_also(found[order[1]], unit, f"{order[1]}的数量")


def _which(names: list[str], word: str) -> str:
    word = re.sub("^(?:这|问|其中)|的$", "", word)
    near = [n for n in names if n == word] or [n for n in names if word and (n.startswith(word) or n.endswith(word) or word.endswith(n))]  # fmt: skip
    if len(near) != 1:
        raise Unfit
    return near[0]


def _kinds(s: Scene) -> tuple[list[tuple[str, Term]], Term, Term, str, str]:
    holds, two = s.all("holds"), s.maybe("two")
    both, counts, loads = s.maybe("both"), s.all("count"), s.all("load")
    if two is not None:
        if holds or both or counts or len(loads) != 1 or two.word("x") and two.word("x") != two.word("y"):
            raise Unfit
        w = two.word("w")
        noun = two.word("y")
        kinds = [(f"{two.value(k)}{w}{noun}", two[k]) for k in "ab"]
        unit, what = two.unit("n"), loads[0].unit("s")
        if what != "人" or w not in ("人", "座"):
            raise Unfit
        return kinds, two["n"], loads[0]["s"], unit, what
    if len(holds) != 2 or len({f.unit("p") for f in holds}) != 1 or len({f.word("u") for f in holds}) != 1:
        raise Unfit
    unit, what = unit_of(holds[0].word("u"), ""), holds[0].unit("p")
    kinds = [(f.word("x"), f["p"]) for f in holds]
    if not all(name for name, _ in kinds) or kinds[0][0] == kinds[1][0] or unit == what:
        raise Unfit
    if both is not None:
        if counts or loads or both.unit("n") != unit or both.unit("s") != what:
            raise Unfit
        _collective(both.word("what"), kinds)
        return kinds, both["n"], both["s"], unit, what
    if len(counts) != 1 or len(loads) != 1 or counts[0].unit("n") != unit or loads[0].unit("s") != what:
        raise Unfit
    for f in counts:
        _collective(f.word("what"), kinds)
    return kinds, counts[0]["n"], loads[0]["s"], unit, what


def _collective(word: str, kinds: list[tuple[str, Term]]) -> None:
    """What is counted are both kinds: no name of one of them alone."""
    if word and any(name == word or name in word for name, _ in kinds):
        raise Unfit
