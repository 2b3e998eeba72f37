"""A story with one quantity that is to be largest or smallest, set up as a function of one variable.

Read: a fence along a river or none, an open box from a sheet, a can of given volume, two numbers, rectangles of given perimeter or in a circle, the nearest point
of a curve, profit from a price or a demand; two products with resources (`programmes`). Not: costs of single sides, windows, letters instead of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import symbols
from solver.latex import latex
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.calculus.optimisation import fixed_sums, programmes
from solver.topics.calculus.optimisation.model import Optimum
from solver.topics.calculus.optimisation.tables import TABLE_EN, TABLE_ZH
from solver.topics.clauses import Said, clauses, without_dollars

_SIGN: Final = re.compile(r"(?i)larg|great|maxim|minim|small|least|closest|nearest|最[大小省少近]")
X: Final = sp.Symbol("x", positive=True)
R: Final = sp.Symbol("r", positive=True)
T: Final = sp.Symbol("x", real=True)
SAID: Final = {
    "river": Words("Let \\(x\\) be the width of the field (the two sides that go away from the river). The fence \\({L}\\) also has to make one side along it: that is \\({L}-2x\\).", "设垂直于墙的一边长为 \\(x\\)，篱笆共长 \\({L}\\)，平行于墙的一边长为 \\({L}-2x\\)。"),
    "perimeter": Words("Let \\(x\\) be one side. Half of the perimeter is \\({h}\\), so the other side is \\({h}-x\\).", "设一边长为 \\(x\\)。周长的一半是 \\({h}\\)，另一边长为 \\({h}-x\\)。"),
    "box": Words("Let \\(x\\) be the side of the squares that are cut off. The box is \\(x\\) high, its base \\({a}-2x\\) by \\({b}-2x\\).", "设剪去的小正方形边长为 \\(x\\)，则盒高为 \\(x\\)，底面两边长为 \\({a}-2x\\) 和 \\({b}-2x\\)。"),
    "can": Words("Let \\(r\\) be the radius, \\(h\\) the height. From \\(\\pi r^2h={V}\\) follows \\(h={h}\\).", "设底面半径为 \\(r\\)，高为 \\(h\\)。由 \\(\\pi r^2h={V}\\) 得 \\(h={h}\\)。"),
    "numbers": Words("Let \\(x\\) be one of the numbers; then the other is \\({other}\\).", "设其中一个数为 \\(x\\)，则另一个数为 \\({other}\\)。"),
    "circle": Words("Let \\(x\\) be half of one side. By Pythagoras half of the other side is \\(\\sqrt{{{R}^2-x^2}}\\).", "设矩形一边的一半为 \\(x\\)，由勾股定理另一边的一半为 \\(\\sqrt{{{R}^2-x^2}}\\)。"),
    "semicircle": Words("Let \\(x\\) be half of the side on the diameter. By Pythagoras the other side is \\(\\sqrt{{{R}^2-x^2}}\\).", "设在直径上的一边的一半为 \\(x\\)，由勾股定理另一边为 \\(\\sqrt{{{R}^2-x^2}}\\)。"),
    "distance": Words("The distance is smallest where its square is. A point of the curve is \\((x, {y})\\).", "距离最小等价于距离的平方最小。曲线上的点为 \\((x, {y})\\)。"),
    "cylinder": Words("Let \\(x\\) be half of the height. By Pythagoras the radius \\(r\\) of the base has \\(r^2={square}-x^2\\), and the volume is \\(\\pi r^2\\cdot 2x\\).", "设圆柱高的一半（球心到底面的距离）为 \\(x\\)，由勾股定理底面半径 \\(r\\) 满足 \\(r^2={square}-x^2\\)，体积为 \\(\\pi r^2\\cdot 2x\\)。"),
    "cone": Words("Let the base be \\(x\\) below the centre of the ball (above it where \\(x<0\\)), so the height is \\({R}+x\\). By Pythagoras the radius \\(r\\) of the base has \\(r^2={square}-x^2\\), and the volume is \\(\\frac{{1}}{{3}}\\pi r^2\\left({R}+x\\right)\\).", "设底面在球心下方 \\(x\\) 处（\\(x<0\\) 表示在上方），则高为 \\({R}+x\\)。由勾股定理底面半径 \\(r\\) 满足 \\(r^2={square}-x^2\\)，体积为 \\(\\frac{{1}}{{3}}\\pi r^2\\left({R}+x\\right)\\)。"),
    "price": Words("Let \\(x\\) be the price. \\({q}\\) pieces are sold, with a profit of \\(x-{c}\\) each.", "设售价为 \\(x\\) 元，则销量为 \\({q}\\) 件，每件利润 \\(x-{c}\\) 元。"),
    "sold": Words("The revenue is price times number: \\(x\\cdot \\left({p}\\right)\\). The profit is the revenue less the cost \\({cost}\\).", "收入是价格乘数量：\\(x\\cdot \\left({p}\\right)\\)；利润等于收入减成本 \\({cost}\\)。"),
}  # fmt: skip
GOALS: Final = {
    "area": Words("the area", "面积"),
    "volume": Words("the volume", "容积"),
    "surface": Words("the surface area", "表面积"),
    "product": Words("the product", "积"),
    "sum": Words("the sum", "和"),
    "squares": Words("the sum of the squares", "平方和"),
    "distance": Words("the square of the distance", "距离的平方"),
    "profit": Words("the profit", "利润"),
    "revenue": Words("the revenue", "收入"),
    "side": Words("the side", "这一边"),
    "other": Words("the other side", "另一边"),
    "one": Words("one number", "一个数"),
    "second": Words("the other number", "另一个数"),
    "height": Words("the height", "高"),
    "radius": Words("the radius", "半径"),
    "y": Words("the other coordinate", "纵坐标"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """The story, what is to be largest or smallest, and what is asked."""
    if not _SIGN.search(text.source):
        return None
    if (fixed := fixed_sums.read(text)) is not None:
        return fixed
    source = without_dollars(text.source)
    if text.language == "en":
        source = _without_units(in_digits(source))
    programme = programmes.read(source, text.language)
    if programme is not None:
        return programme
    found = clauses(source, TABLE_ZH if text.language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return Unread((found,)) if found in text.source and len(found) < len(source) / 2 else None
    kinds: dict[str, Said] = {}
    for said in found:
        if said.kind in kinds:
            return None
        kinds[said.kind] = said
    for needed, build in KINDS:
        if needed in kinds:
            try:
                model = build(kinds, text.language)
            except (FormulaError, ValueError, KeyError, ZeroDivisionError):
                return None
            return model.task(text.language) if model is not None else None
    return None


_LENGTHS: Final = {"cm": r"cm|centimet(?:er|re)s?", "m": r"m|met(?:er|re)s?", "ft": r"ft|feet|foot", "in": r"in(?!\s+[a-z])|inch(?:es)?", "yd": r"yards?|yd"}  # fmt: skip
_POWER: Final = r"(?P<word>square |sq\.? |cubic )?"
_RAISED: Final = r"(?:\s*(?:\^\s*\{?[23]\}?|²|³))?"


def _without_units(source: str) -> str:
    """The question without the unit of its answer, where this is that of the only lengths told.

    >>> _without_units("A can must hold 500 cm^3. Find the radius, in cm, that uses the least metal.")
    'A can must hold 500 cm^3. Find the radius that uses the least metal.'
    """
    told = {name for name, unit in _LENGTHS.items() if re.search(rf"(?i)\d\s*(?:cubic |square )?(?:{unit})(?![a-z])", source)}  # fmt: skip
    if len(told) != 1:
        return source
    unit = _LENGTHS[told.pop()]
    return re.sub(rf"(?i),?\s+in\s+(?:{_POWER})(?:{unit})(?![a-z]){_RAISED}\s*,?(?=\s*(?:[.?!]|$|that\b|which\b|of\b))", "", source)  # fmt: skip


def _only(kinds: dict[str, Said], *allowed: str) -> str | None:
    """The one kind of question, where nothing but `allowed` and it is said."""
    asks = [k for k in kinds if k.startswith("ask_")]
    if len(asks) != 1 or set(kinds) - set(allowed) - set(asks):
        return None
    return asks[0]


def _fence(kinds: dict[str, Said], say: Language) -> Optimum | None:
    fence = kinds["wall"] if "wall" in kinds else kinds["fence"]
    ask = _only(kinds, "fence", "enclose", "nofence", "wall")
    enclose = kinds.get("enclose")
    river = "wall" in kinds or any(s is not None and s.values.get("river") for s in (fence, enclose))
    if ask not in ("ask_area", "ask_field") or ("nofence" in kinds and not river):
        return None
    if "fence" in kinds and enclose is None and not (fence.values.get("river") or fence.values.get("field")):
        return None
    L = fence.number("L")
    if not river:
        return _rectangle(L / 2, ask == "ask_field", say)
    f = X * (L - 2 * X)
    asked = ((GOALS["area"].say(say), f),) if ask == "ask_area" else ((GOALS["side"].say(say), X), (GOALS["other"].say(say), L - 2 * X))  # fmt: skip
    return Optimum((SAID["river"].say(say, L=latex(L)),), GOALS["area"].say(say), f, X, sp.Interval.open(0, L / 2), True, asked)  # fmt: skip


def _rectangle(half: sp.Rational, dims: bool, say: Language) -> Optimum:
    f = X * (half - X)
    asked = ((GOALS["side"].say(say), X), (GOALS["other"].say(say), half - X)) if dims else ((GOALS["area"].say(say), f),)  # fmt: skip
    return Optimum((SAID["perimeter"].say(say, h=latex(half)),), GOALS["area"].say(say), f, X, sp.Interval.open(0, half), True, asked)  # fmt: skip


def _wire(kinds: dict[str, Said], say: Language) -> Optimum | None:
    ask = _only(kinds, "wire")
    if ask not in ("ask_area", "ask_field"):
        return None
    return _rectangle(kinds["wire"].number("P") / 2, ask == "ask_field", say)


def _given_perimeter(kinds: dict[str, Said], say: Language) -> Optimum | None:
    key = next(k for k in ("rectangle", "rectangle_area") if k in kinds)
    return _rectangle(kinds[key].number("P") / 2, key == "rectangle", say) if len(kinds) == 1 else None


def _box(kinds: dict[str, Said], say: Language) -> Optimum | None:
    asks, sheet = [k for k in kinds if k.startswith("ask_")], kinds["sheet"]
    if not asks or not set(kinds) <= {"sheet", "ask_volume", "ask_cut"}:
        return None
    a = sheet.number("s")
    b = sheet.number("s2") if "s2" in sheet.values else a
    if sheet.values.get("square") and a != b:
        return None
    f = X * (a - 2 * X) * (b - 2 * X)
    goals = {"ask_volume": (GOALS["volume"].say(say), f), "ask_cut": (GOALS["side"].say(say), X)}
    asked = tuple(goals[ask] for ask in asks)
    return Optimum((SAID["box"].say(say, a=latex(a), b=latex(b)),), GOALS["volume"].say(say), f, X, sp.Interval.open(0, min(a, b) / 2), True, asked, "V")  # fmt: skip


def _can(kinds: dict[str, Said], say: Language) -> Optimum | None:
    ask, can = _only(kinds, "can"), kinds["can"]
    V = can.number("V") * (sp.pi if can.values.get("pi") else 1)
    h = V / (sp.pi * R**2)
    f = 2 * sp.pi * R**2 + 2 * V / R
    asked = {
        "ask_radius": ((GOALS["radius"].say(say), R),),
        "ask_can": ((GOALS["radius"].say(say), R), (GOALS["height"].say(say), h)),
        "ask_surface": ((GOALS["surface"].say(say), f),),
    }.get(ask or "")
    if asked is None or V <= 0:
        return None
    return Optimum((SAID["can"].say(say, V=latex(V), h=latex(h)),), GOALS["surface"].say(say), f, R, sp.Interval.open(0, sp.oo), False, asked, "S")  # fmt: skip


def _numbers(kinds: dict[str, Said], say: Language) -> Optimum | None:
    if "pair" in kinds:
        ask = _only(kinds, "pair")
        if ask not in ("ask_pair_max", "ask_pair_min"):
            return None
        fixed, goal, largest, pair = kinds["pair"], kinds[ask], ask == "ask_pair_max", False
    else:
        key = next(k for k in ("numbers", "numbers_min") if k in kinds)
        if len(kinds) != 1:
            return None
        fixed = goal = kinds[key]
        largest, pair = key == "numbers", True
    n = fixed.number("n")
    what = {"和": "sum", "积": "product", "乘积": "product", "差": "difference", "平方和": "squares"}
    told = what.get(fixed.values["fixed"], fixed.values["fixed"].lower())
    aim = what.get(goal.values["goal"], goal.values["goal"].lower())
    aim = "squares" if "squares" in aim else aim
    positive = fixed.values.get("positive") is not None
    match told, aim, largest:
        case "sum", "product", True:
            other, f = n - T, T * (n - T)
        case "sum", "squares", False:
            other, f = n - T, T**2 + (n - T) ** 2
        case "difference", "product", False:
            other, f = T - n, T * (T - n)
        case "product", "sum", False if positive and n > 0:
            other, f = n / X, X + n / X
        case "product", "squares", False if positive and n > 0:
            other, f = n / X, X**2 + n**2 / X**2
        case _:
            return None
    x = X if told == "product" else T
    if told == "difference" and positive:
        return None
    domain = sp.Interval.open(0, sp.oo) if told == "product" else sp.Interval.open(-sp.oo, sp.oo)
    if positive and told == "sum":
        if n <= 0:
            return None
        domain = sp.Interval.open(0, n)
    asked = ((GOALS["one"].say(say), x), (GOALS["second"].say(say), other)) if pair else ((GOALS[aim].say(say), f),)  # fmt: skip
    name = {"product": "P", "sum": "S", "squares": "Q"}[aim]
    return Optimum((SAID["numbers"].say(say, other=latex(other)),), GOALS[aim].say(say), f, x, domain, largest, asked, name)  # fmt: skip


def _inscribed(kinds: dict[str, Said], say: Language) -> Optimum | None:
    if len(kinds) != 1:
        return None
    said = kinds["inscribed"]
    r = said.number("R")
    half = re.search(r"(?i)semi|半圆", said.values["half"]) is not None
    f = (2 if half else 4) * X * sp.sqrt(r**2 - X**2)
    return Optimum((SAID["semicircle" if half else "circle"].say(say, R=latex(r)),), GOALS["area"].say(say), f, X, sp.Interval.open(0, r), True, ((GOALS["area"].say(say), f),))  # fmt: skip


def _in_ball(kinds: dict[str, Said], say: Language) -> Optimum | None:
    """A cylinder or a cone in a ball: measured from the centre up to the top, or down to the base."""
    said = kinds["in_ball"]
    ask = said if said.values.get("ask") else kinds.get("ask_solid") or kinds.get("ask_volume")
    if (
        ask is None
        or len(kinds) != (1 if ask is said else 2)
        or ask.values.get("again") not in (None, said.values["solid"])
    ):
        return None
    r = said.root("R")
    if not r > 0:
        return None
    is_cone = said.values["solid"] == "圆锥"
    f = sp.pi * (r**2 - T**2) * (r + T) / 3 if is_cone else 2 * sp.pi * X * (r**2 - X**2)
    domain = sp.Interval.open(-r, r) if is_cone else sp.Interval.open(0, r)
    goal = GOALS["volume"].say(say) if say == "en" else "体积"
    opening = SAID["cone" if is_cone else "cylinder"].say(say, R=latex(r), square=latex(r**2))
    return Optimum((opening,), goal, f, T if is_cone else X, domain, True, ((goal, f),), "V")


def _expression(text: str, name: str) -> sp.Expr | None:
    node = parse(text.strip())
    value = to_sympy(node, {name: T}) if symbols(node) <= {name} else None
    return value if isinstance(value, sp.Expr) and value.is_polynomial(T) else None


def _point(kinds: dict[str, Said], say: Language) -> Optimum | None:
    said = kinds["point"]
    y = _expression(said.values["body"], "x") if len(kinds) == 1 else None
    numbers = re.findall(r"-?\d+(?:\.\d+)?(?:/\d+)?", said.values["from"])
    if y is None or len(numbers) not in (0, 2):
        return None
    a, b = (sp.Rational(n) for n in numbers) if numbers else (sp.S.Zero, sp.S.Zero)
    f = sp.expand((T - a) ** 2 + (y - b) ** 2)
    return Optimum((SAID["distance"].say(say, y=latex(y)),), GOALS["distance"].say(say), f, T, sp.Interval.open(-sp.oo, sp.oo), False, (("x", T), (GOALS["y"].say(say), y)), "D")  # fmt: skip


def _demand(kinds: dict[str, Said], say: Language) -> Optimum | None:
    demand = kinds["demand"]
    name = demand.values.get("x") or "x"
    if say == "zh":
        ask = _only(kinds, "demand", "goods")
        amount = _expression(demand.values["amount"], name)
        if ask not in ("ask_price", "ask_profit") or amount is None or "goods" not in kinds:
            return None
        return _priced(amount, kinds["goods"].number("c"), ask, say)
    ask = _only(kinds, "demand", "cost")
    price = _expression(demand.values["price"], name)
    cost = _expression(kinds["cost"].values["cost"], name) if "cost" in kinds else sp.S.Zero
    if price is None or cost is None or ("cost" in kinds) == (ask == "ask_revenue"):
        return None
    f = sp.expand(T * price - cost)
    goal = GOALS["revenue" if ask == "ask_revenue" else "profit"].say(say)
    top = sp.solve(price, T)
    end = min((z for z in top if z.is_real and z > 0), default=sp.oo)
    asked = {"ask_units": (("x", T),), "ask_profit": ((goal, f),), "ask_revenue": ((goal, f),)}.get(ask or "")
    if asked is None:
        return None
    model = Optimum((SAID["sold"].say(say, p=latex(price), cost=latex(cost)),), goal, f, T, sp.Interval.open(0, end), True, asked, "G")  # fmt: skip
    at = model.place()
    return model if at is not None and at.is_integer else None


def _priced(amount: sp.Expr, c: sp.Rational, ask: str, say: Language) -> Optimum | None:
    top = [z for z in sp.solve(amount, T) if z.is_real and z > c]
    if len(top) != 1:
        return None
    f = (T - c) * amount
    goal = GOALS["profit"].say(say)
    asked = (("x", T),) if ask == "ask_price" else ((goal, f),)
    return Optimum((SAID["price"].say(say, q=latex(amount), c=latex(c)),), goal, f, T, sp.Interval.open(c, top[0]), True, asked, "L")  # fmt: skip


def _raised(kinds: dict[str, Said], say: Language) -> Optimum | None:
    ask = _only(kinds, "goods", "sales", "raised", "lowered", "floor")
    if ask not in ("ask_price", "ask_profit") or "goods" not in kinds or ("raised" in kinds) == ("lowered" in kinds):  # fmt: skip
        return None
    sales, change = kinds["sales"], kinds["raised"] if "raised" in kinds else kinds["lowered"]
    p, n = sales.number("p"), sales.number("n")
    rate = change.number("d") / change.number("u")
    model = _priced(sp.expand(n - rate * (T - p)), kinds["goods"].number("c"), ask, say)
    at = model.place() if model is not None else None
    if at is None or ((at < p) if "raised" in kinds else (at > p)):
        return None  # the rule is told for one direction only
    if "floor" in kinds and kinds["floor"].number("p") > at:
        return None  # the best price is not allowed
    return model


KINDS: Final[tuple[tuple[str, Callable[[dict[str, Said], Language], Optimum | None]], ...]] = (
    ("fence", _fence),
    ("wall", _fence),
    ("wire", _wire),
    ("rectangle", _given_perimeter),
    ("rectangle_area", _given_perimeter),
    ("sheet", _box),
    ("can", _can),
    ("numbers", _numbers),
    ("numbers_min", _numbers),
    ("pair", _numbers),
    ("inscribed", _inscribed),
    ("in_ball", _in_ball),
    ("point", _point),
    ("demand", _demand),
    ("sales", _raised),
)
