"""Figures and solids by their formulas: one shape, its measures, one measure asked; perhaps so much for each unit of it.

Read: rectangles, squares, triangles, parallelograms, trapezoids, circles, cuboids, cubes, cylinders, cones, π as 3.14.
Not: shapes that are changed, cut, put together or open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, SCALES, UNIT, Marks
from solver.topics.stories.school.working import Term, Unfit, Working, num

PI: Final = Fraction(314, 100)
_SHAPES: Final = {
    "长方体": "cuboid", "正方体": "cube", "立方体": "cube", "圆柱": "cylinder", "圆锥": "cone", "长方形": "rectangle",
    "正方形": "square", "平行四边形": "parallelogram", "梯形": "trapezoid", "三角形": "triangle", "圆形": "circle", "圆": "circle",
}  # fmt: skip
_NAMES: Final = {
    "长": "a", "宽": "b", "高": "h", "深": "h", "厚": "h", "边长": "a", "棱长": "a", "底": "a", "上底": "a", "下底": "b",
    "半径": "r", "底面半径": "r", "直径": "d", "底面直径": "d", "周长": "C", "底面周长": "C", "底面积": "S", "面积": "A", "高度": "h", "长度": "a",
    "宽度": "b", "深度": "h", "厚度": "h",
}  # fmt: skip
_NAME: Final = "|".join(sorted(_NAMES, key=lambda word: (-len(word), word)))
_GIVEN: Final = re.compile(
    f"(?:的|它的|其)?(?:内|外)?({_NAME})(?:都|大约|约)?(?:是|为|有|长)?({NUMBER})({UNIT})的?"
)
_LIST: Final = re.compile(
    f"({_NAME})[、和]({_NAME})(?:[、和]({_NAME}))?(?:分别)?(?:是|为)?({NUMBER})({UNIT})[、和，]({NUMBER})({UNIT})(?:[、和，]({NUMBER})({UNIT}))?"
)
_ODD: Final = re.compile(
    "增加|减少|延长|扩|缩|剩|剪|截|挖|外围|锯|拼|切|展开|靠|没有|不|空心|四周|小路|一半|比|倍|平均|两|各|都|熔|铸|浸|放入|倒|水面|上升|下降|已知体积|最大|折|对角|比例|每|除|分成|内接|半圆|分之|[\ue800-\uebff]|剪|环|露|门窗|上面|侧面|滚|转|水池|水槽|泳池|抽屉|教室|烟囱|通风|桶|箱盖|底和|抹|贴|刷|涂"
)
_PER: Final = re.compile(
    f"(?:如果|已知|若)?(?:每|(?P<one>{NUMBER}))(?P<per>公顷|平方千米|平方米|平方分米|平方厘米|立方米|立方分米|立方厘米|升|毫升)(?P<mid>[^{NUMBER[1:-1]}，]{{0,10}}?)(?P<v>{NUMBER})(?P<u>{UNIT})[^{NUMBER[1:-1]}，]{{0,6}}，"
)
_WANTED: Final = (
    ("表面积|木板|铁皮|纸板|包装纸|玻璃", "surface"),
    ("侧面积", "side"), ("底面积|占地面积|占地", "base"), ("体积|容积|装水|盛水|装|存放|容纳|能放", "volume"), ("棱长总?和|棱长之和|棱长总长", "edges"), ("周长|一周|一圈", "perimeter"),
    ("篱笆|栅栏|围栏|花边", "perimeter"), ("面积", "area"), ("半径", "r"), ("直径", "d"),
    ("边长|棱长", "a"), ("底", "a"), ("宽", "b"), ("长", "a"), ("高", "h"),
)  # fmt: skip
_LABEL: Final = {
    "surface": "表面积", "side": "侧面积", "base": "底面积", "volume": "体积", "edges": "棱长总和", "perimeter": "周长", "area": "面积",
    "r": "半径", "d": "直径", "a": "长", "b": "宽", "h": "高",
}  # fmt: skip
_LINEAR: Final = {
    "平方米": "米", "平方分米": "分米", "平方厘米": "厘米", "平方千米": "千米", "公顷": "米", "立方米": "米", "立方分米": "分米", "立方厘米": "厘米",
    "升": "分米", "毫升": "厘米",
}  # fmt: skip
_BOTH: Final = re.compile(
    r"[积长高径][和与及、](?:它的|它|其)?(?:[一-龥]{0,2})(?:面积|体积|容积|周长|表面积|侧面积)"
)
"""Two measures asked: only one would be answered."""
Given = Mapping[str, Term]


_WIRE: Final = re.compile(
    f"(?:用)?[^，{NUMBER[1:-1]}]{{0,3}}(?:{NUMBER}根)?(?:长)?({NUMBER})({UNIT})长?的?(?:铁丝|绳子|彩带|丝带|篱笆|栅栏|铁条)(?:正好|刚好|恰好)?(?:可以)?(?:围|做|折|弯|焊)成?"
)
"""What is bent of it has its length around."""
_ROUNDS: Final = re.compile(
    f"，[^{NUMBER[1:-1]}，]{{0,12}}(?:绕|围|沿)[^{NUMBER[1:-1]}，]{{0,8}}?(?:跑|走|骑)了?({NUMBER})圈，"
)


def figure(m: Marks) -> Working | None:
    """The working of a problem about one shape; None where it is none."""
    shapes = _shapes_in(m.text)
    if len(shapes) != 1:
        return None
    body, asked = "，".join(m.clauses[:-1]) + "，", m.clauses[-1]
    per = _PER.search(body)
    if per is not None:
        if per["one"] and m.values[per["one"]] != 1:
            return None
        body = body.replace(per[0], "")
    body = _WIRE.sub(lambda x: f"周长{x[1]}{x[2]}", body)
    if re.search("铁丝|绳子|彩带|丝带|铁条", body):
        return None
    rounds = None
    if walk := _ROUNDS.search(body):
        if not re.search("(?:跑|走|骑)了?多少", asked) or re.search(NUMBER, asked):
            return None  # so many rounds a day, for so many days
        rounds = m.values[walk[1]]
        body, asked = body.replace(walk[0], "，"), re.sub(".*(?:跑|走|骑)了?", "周长是", asked)
    values, rest = _given(body, m)
    if not values or not _is_read(rest, asked, m):
        return None
    found = re.fullmatch(
        f"(?:求|那么|问|则)*(.*?)(?:(?:是|有|约)*(?:多少|几)({UNIT})(.*)|(?:是多少)|有?多[重大])", asked
    )
    if found is None and not asked.startswith("求"):
        return None
    unit = found[2] if found and found[2] else ""
    wanted = _wanted(asked, unit, shapes, per is not None)
    if wanted is None:
        return None
    try:
        work = _work(next(iter(shapes)), values, wanted, unit, per, m)
        if rounds is not None:
            assert work.answer is not None
            whole = work.step("所有圈一共多长", work.answer * num(rounds), work.unit)
            work.give(whole, work.unit, "一共的路程")
        return work
    except Unfit:
        return None


def _shapes_in(text: str) -> set[str]:
    """The shapes that a text names, or the one that it means by its length and width."""
    without_solids = re.sub("圆[柱锥]", "", text)
    shapes = {
        name for word, name in _SHAPES.items() if word in (without_solids if word in ("圆", "圆形") else text)
    }
    if "圆" in text and shapes & {"cylinder", "cone"}:
        shapes.discard("circle")
    if not shapes and all(re.search(f"{side}[^，]{{0,3}}{NUMBER}", text) for side in "长宽"):
        return {"cuboid" if re.search(f"(?:高|深|厚)[^，]{{0,3}}{NUMBER}", text) else "rectangle"}
    return shapes


def _is_read(rest: str, asked: str, m: Marks) -> bool:
    """Whether every number has its place, and nothing is said that is not followed."""
    if m.ones:
        rest = re.sub(f"[一这那某]|{m.one}{UNIT}", "", rest)
    numbers = re.search(NUMBER, asked) or re.search(NUMBER, rest)
    return not (numbers or _ODD.search(rest) or _ODD.search(re.sub("平方", "", asked)))


def _given(body: str, m: Marks) -> tuple[dict[str, tuple[Fraction, str]], str]:
    values: dict[str, tuple[Fraction, str]] = {}
    twice = False

    def put(name: str, letter: str, unit: str) -> str:
        nonlocal twice
        key = _NAMES[name]
        twice = twice or key in values
        values[key] = (m.values[letter], unit)
        return ""

    def listed(match: re.Match[str]) -> str:
        names = [n for n in match.group(1, 2, 3) if n]
        numbers = [(match[i], match[i + 1]) for i in (4, 6, 8) if match[i]]
        if len(names) != len(numbers):
            return match[0]
        for name, (letter, unit) in zip(names, numbers, strict=True):
            put(name, letter, unit)
        return ""

    rest = _LIST.sub(listed, body)
    rest = _GIVEN.sub(lambda x: put(x[1], x[2], x[3]), rest)
    return ({} if twice else values), rest


def _wanted(asked: str, unit: str, shapes: set[str], per: bool) -> str | None:
    if _BOTH.search(asked):
        return None
    solid = bool(shapes & {"cuboid", "cube", "cylinder", "cone"})
    for words, name in _WANTED:
        if re.search(words, asked):
            if name == "base" and not solid:
                return "area"
            if name == "perimeter" and solid or name in ("volume", "surface", "edges") and not solid:
                return None
            if name == "area" and solid:
                return None
            return name
    if per:
        return "volume" if solid else "area"
    if unit in _LINEAR and SCALES[unit][0] == "面积" and not solid and re.search("地面|占|多大", asked):
        return "area"
    return None


def _work(
    shape: str,
    values: dict[str, tuple[Fraction, str]],
    wanted: str,
    unit: str,
    per: re.Match[str] | None,
    m: Marks,
) -> Working:
    work = Working()
    measure = per["per"] if per is not None else unit
    linear = _LINEAR.get(measure, measure if measure in SCALES else "")
    lengths = [u for k, (_, u) in values.items() if k not in "AS"]
    linear = linear or (lengths[0] if lengths else "")
    if not linear:
        raise Unfit
    given: dict[str, Term] = {}
    open_top = "无盖" in m.text
    if open_top and (wanted not in ("surface", "volume") or shape not in ("cuboid", "cube")):
        raise Unfit
    if wanted == "surface" and re.search("鱼缸|水箱|玻璃缸", m.text) and not open_top:
        raise Unfit  # with a lid or without
    for key, (value, one) in values.items():
        to = ("平方" + linear) if key in "AS" else linear
        given[key] = _in_unit(work, value, one, to)
    dimension = 3 if wanted == "volume" else 2 if wanted in ("surface", "side", "base", "area") else 1
    own = linear if dimension == 1 else ("平方" if dimension == 2 else "立方") + linear
    term, used = _formula(work, shape, given, "open" if open_top and wanted == "surface" else wanted, own)
    if used != set(values):
        raise Unfit
    label = _LABEL[wanted]
    if measure and measure != own:
        if SCALES.get(measure, ("",))[0] != SCALES[own][0]:
            raise Unfit
        factor = SCALES[own][1] / SCALES[measure][1]
        if factor != 1:
            term = work.step(
                f"换成{measure}", term * num(factor) if factor > 1 else term / num(1 / factor), measure
            )
    if per is not None:
        value, one = m.values[per["v"]], per["u"]
        term = work.step("按每个单位算总数", term * num(value), one)
        if unit and unit != one:
            if SCALES.get(unit, ("",))[0] != SCALES.get(one, ("-",))[0]:
                raise Unfit
            factor = SCALES[one][1] / SCALES[unit][1]
            term = work.step(
                f"换成{unit}", term * num(factor) if factor > 1 else term / num(1 / factor), unit
            )
        measure, label = unit or one, "要求的总数"
    work.give(term, measure or own, label)
    return work


def _in_unit(work: Working, value: Fraction, one: str, to: str) -> Term:
    if one == to:
        return num(value)
    if one not in SCALES or to not in SCALES or SCALES[one][0] != SCALES[to][0]:
        raise Unfit
    factor = SCALES[one][1] / SCALES[to][1]
    term = num(value) * num(factor) if factor > 1 else num(value) / num(1 / factor)
    return work.step(f"{num(value).tex}{one}等于多少{to}", term, to)


_TWO: Final = num(2)
_PI: Final = num(PI)
_FORMULAS: Final[Mapping[tuple[str, str], Callable[[Given], Term]]] = {
    ("rectangle", "area"): lambda g: _take(g, "a") * _take(g, "b"),
    ("rectangle", "perimeter"): lambda g: (_take(g, "a") + _take(g, "b")) * _TWO,
    ("rectangle", "b"): lambda g: _take(g, "A") / _take(g, "a"),
    ("rectangle", "a"): lambda g: _take(g, "A") / _take(g, "b"),
    ("square", "area"): lambda g: _take(g, "a") * _take(g, "a"),
    ("square", "perimeter"): lambda g: _take(g, "a") * num(4),
    ("triangle", "area"): lambda g: _take(g, "a") * _take(g, "h") / _TWO,
    ("triangle", "h"): lambda g: _take(g, "A") * _TWO / _take(g, "a"),
    ("triangle", "a"): lambda g: _take(g, "A") * _TWO / _take(g, "h"),
    ("parallelogram", "area"): lambda g: _take(g, "a") * _take(g, "h"),
    ("parallelogram", "h"): lambda g: _take(g, "A") / _take(g, "a"),
    ("parallelogram", "a"): lambda g: _take(g, "A") / _take(g, "h"),
    ("trapezoid", "area"): lambda g: (_take(g, "a") + _take(g, "b")) * _take(g, "h") / _TWO,
    ("circle", "area"): lambda g: _PI * _take(g, "r") * _take(g, "r"),
    ("circle", "perimeter"): lambda g: _PI * _take(g, "d") if "d" in g else _TWO * _PI * _take(g, "r"),
    ("circle", "d"): lambda g: _TWO * _take(g, "r"),
    ("cuboid", "volume"): lambda g: _take(g, "S") * _take(g, "h") if "S" in g else _take(g, "a") * _take(g, "b") * _take(g, "h"),
    ("cuboid", "surface"): lambda g: (g["a"] * g["b"] + g["a"] * _take(g, "h") + _take(g, "b") * g["h"]) * _TWO,
    ("cuboid", "edges"): lambda g: (_take(g, "a") + _take(g, "b") + _take(g, "h")) * num(4),
    ("cuboid", "base"): lambda g: _take(g, "a") * _take(g, "b"),
    ("cube", "volume"): lambda g: _take(g, "a") * _take(g, "a") * _take(g, "a"),
    ("cube", "surface"): lambda g: _take(g, "a") * _take(g, "a") * num(6),
    ("cube", "edges"): lambda g: _take(g, "a") * num(12),
    ("cylinder", "volume"): lambda g: (_take(g, "S") if "S" in g else _PI * _take(g, "r") * _take(g, "r")) * _take(g, "h"),
    ("cylinder", "side"): lambda g: _TWO * _PI * _take(g, "r") * _take(g, "h"),
    ("cylinder", "base"): lambda g: _PI * _take(g, "r") * _take(g, "r"),
    ("cone", "base"): lambda g: _PI * _take(g, "r") * _take(g, "r"),
    ("cone", "volume"): lambda g: (_take(g, "S") if "S" in g else _PI * _take(g, "r") * _take(g, "r")) * _take(g, "h") / num(3),
}  # fmt: skip
_NEEDS: Final = {
    ("rectangle", "area"): "ab", ("rectangle", "perimeter"): "ab", ("rectangle", "b"): "Aa", ("rectangle", "a"): "Ab",
    ("triangle", "area"): "ah", ("parallelogram", "area"): "ah", ("trapezoid", "area"): "abh", ("cuboid", "surface"): "abh",
    ("cuboid", "edges"): "abh", ("cuboid", "base"): "ab",
}  # fmt: skip
"""The measures that a formula takes; others must not be told."""
_WITH_PI: Final = ("area", "perimeter", "volume", "base", "side")


def _formula(work: Working, shape: str, g: dict[str, Term], wanted: str, unit: str) -> tuple[Term, set[str]]:
    """What is wanted of a shape, and which measures it took."""
    used = set(g)
    if wanted == "open":
        return _open_surface(work, shape, g, unit), used
    _find_first(work, shape, g, wanted, unit.removeprefix("平方").removeprefix("立方"))
    if wanted in g and wanted in "abhrd" and wanted not in used:
        return g[wanted], used
    if (shape, wanted) == ("cylinder", "surface"):
        side = work.step("侧面积（π 取 3.14）", _TWO * _PI * _take(g, "r") * _take(g, "h"), unit)
        base = work.step("一个底面的面积", _PI * g["r"] * g["r"], unit)
        return work.step("表面积", side + base * _TWO, unit), used
    make = _FORMULAS.get((shape, wanted))
    need = _NEEDS.get((shape, wanted))
    if make is None or need is not None and not set(need) >= used - {"C"}:
        raise Unfit
    round_ = shape in ("circle", "cylinder", "cone") and "S" not in g
    says = _LABEL[wanted] + ("（π 取 3.14）" if round_ and wanted in _WITH_PI else "")
    return work.step(says, make(g), unit), used


def _open_surface(work: Working, shape: str, g: Given, unit: str) -> Term:
    """A box without a lid."""
    if shape == "cube":
        return work.step("五个面的面积（没有盖）", _take(g, "a") * g["a"] * num(5), unit)
    base = _take(g, "a") * _take(g, "b")
    around = (g["a"] * _take(g, "h") + g["b"] * g["h"]) * _TWO
    return work.step("底面和四个侧面的面积（没有盖）", base + around, unit)


def _find_first(work: Working, shape: str, g: dict[str, Term], wanted: str, linear: str) -> None:
    """The measures that a formula needs, from those that are told: the radius, a side."""
    if shape in ("circle", "cylinder", "cone") and "r" not in g:
        if "d" in g and wanted != "d":
            if not (shape == "circle" and wanted == "perimeter"):
                g["r"] = work.step("半径", g["d"] / _TWO, linear)
        elif "C" in g:
            g["d"] = work.step("直径（π 取 3.14）", g["C"] / _PI, linear)
            if wanted != "d":
                g["r"] = work.step("半径", g["d"] / _TWO, linear)
    if shape == "square" and "a" not in g and "C" in g:
        g["a"] = work.step("边长", g["C"] / num(4), linear)
    if shape == "rectangle" and "C" in g and wanted != "perimeter":
        known, name = ("b", "a") if "b" in g else ("a", "b")
        half = work.step("长与宽的和", g["C"] / _TWO, linear)
        g[name] = work.step("另一条边", half - _take(g, known), linear)


def _take(g: Given, name: str) -> Term:
    if name not in g:
        raise Unfit
    return g[name]
