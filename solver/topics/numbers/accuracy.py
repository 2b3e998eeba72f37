"""Approximate numbers: the place to which one is exact, the bounds of a rounded one, and estimates with one figure.

Read: `近似数2.30×10^4精确到哪一位`, "5.6 cm correct to 1 decimal place: upper bound", "estimate 41.2 × 19.8". Not: bounds of results.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.numbers.places import exponent_of
from solver.topics.prepared import Prepared
from solver.topics.short_forms import asks_one_of, noted, plain_line, said, source_of

WORDS: Final = {
    "last": Words("An approximate number is exact to the place of its last digit.", "近似数的末位数字在哪一位，就精确到哪一位。"),
    "written": Words("Written out it is \\({value}\\); the last digit of \\({front}\\) stands for \\({unit}\\).", "写成原数是 \\({value}\\)，\\({front}\\) 的末位数字在原数中的单位是 \\({unit}\\)。"),
    "place": Words("The last digit stands for \\({unit}\\).", "末位数字的单位是 \\({unit}\\)。"),
    "unit": Words("The number was rounded to \\({unit}\\), so it is off by half of that at most: \\({unit}\\div 2={half}\\).", "这个数精确到 \\({unit}\\)，误差不超过它的一半：\\({unit}\\div 2={half}\\)。"),
    "upper": Words("Upper bound: \\({value}+{half}={result}\\).", "上界：\\({value}+{half}={result}\\)。"),
    "lower": Words("Lower bound: \\({value}-{half}={result}\\).", "下界：\\({value}-{half}={result}\\)。"),
    "rounded": Words("Round each number to one significant figure: \\({told}\\approx {rounded}\\).", "把每个数四舍五入到一位有效数字：\\({told}\\approx {rounded}\\)。"),
    "worked": Words("\\[{rounded}={value}\\]", "\\[{rounded}={value}\\]"),
    "exact_to": Words("It is exact to the place of \\({answer}\\).", "精确到{name}，即精确到 \\({answer}\\)。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "estimate": Words("An estimate is \\({answer}\\).", "估计值是 \\({answer}\\)。"),
    "digits": Words("with a unit ten times as small the number would have another digit, with one ten times as large one less", "用这个单位去数，正好得到所写的各位数字"),
    "back": Words("rounding a number just inside the bound gives the number told", "把界内的数四舍五入，得到题中的近似数"),
    "again": Words("every number rounded to one figure again, in another way", "换一种方法把各数取到一位有效数字再计算"),
}  # fmt: skip
_N: Final = r"\d{1,9}(?:\.\d{1,9})?"
_POWER: Final = r"(?: ?(?:×|x|\*|\\times) ?10 ?\^ ?\{? ?(?P<e>\d{1,2}) ?\}?)"
_ACCURATE: Final = rf"(?:用四舍五入法(?:得到|取得)的?|由四舍五入(?:法)?得到的?)?(?:近似数|近似值)(?P<n>{_N})(?:(?P<w>万|亿)|{_POWER})?(?:是)?精确到(?:了)?(?:哪一位|什么位|哪位|哪一个数位|多少位|_*位)?(?:的)?"
_PLACE: Final = r"(?:to|correct to|rounded to|given to|measured to) (?:the nearest (?P<place>whole number|[a-z\-]+|\d{1,4}(?:\.\d{1,3})?)(?: ?(?:cm|m|mm|kg|g|km|l|ml|seconds?|s))?|(?P<dp>\d) ?(?:decimal places?|d\.?p\.?)|(?P<sf>\d) ?(?:significant figures?|s\.?f\.?))"
_UNIT: Final = r"(?: ?(?P<unit>cm|m|mm|kg|g|km|l|ml|seconds?|s|litres))?"
_SUBJECT: Final = r"(?:(?:the|a) (?P<noun>length|mass|weight|width|height|distance|time|number|value|radius|volume|side)(?: of (?:a|the) [a-z]{2,12})?(?: [a-z])?(?: is| was)?(?: given as| measured as| recorded as)?|(?P<letter>[a-z]) (?:=|is))"
_END: Final = r"[.,;]? (?:find|what is|write down|state|give|work out) (?:the |its )?(?P<ask>upper|lower|greatest|least)(?: bound| possible (?P<again>value|length|mass|weight|height|width|distance|time))(?: (?:of|for) (?:the |its |this )?(?P<of>[a-z]{1,10}))?"
_ENGLISH: Final = (
    ("bound", rf"{_SUBJECT} ?(?P<n>{_N}){_UNIT},? {_PLACE}{_END}"),
    ("bound", rf"{_SUBJECT} ?(?P<n>{_N}){_UNIT},? (?:which is )?{_PLACE}{_END}"),
    ("estimate", rf"(?:estimate|find an estimate (?:for|of)|work out an estimate (?:for|of))(?: the value of)? (?P<a>{_N}) ?(?P<op>×|\*|\+|÷|/|-|\\times|\\div) ?(?P<b>{_N})(?: by rounding (?:each number|to 1 significant figure|each number to 1 significant figure))?"),
)  # fmt: skip
_CHINESE: Final = (("accurate", _ACCURATE),)
_OPS: Final = {"×": "*", "*": "*", "\\times": "*", "+": "+", "÷": "/", "/": "/", "\\div": "/", "-": "-"}
_PLACES_ZH: Final = {0: "个位", 1: "十位", 2: "百位", 3: "千位", 4: "万位", 5: "十万位", 6: "百万位", 7: "千万位", 8: "亿位", 9: "十亿位", 10: "百亿位", -1: "十分位", -2: "百分位", -3: "千分位", -4: "万分位"}  # fmt: skip


def read(text: Text) -> Reading:
    """One question in one of the forms."""
    if not re.search(r"(?i)近似|bound|possible|estimate", text.source) or len(text.source) > 160:
        return None
    found = asks_one_of(plain_line(text), _ENGLISH if text.language == "en" else _CHINESE)
    if found is None:
        return None
    kind, parts = found
    return {"accurate": _accurate, "bound": _bound, "estimate": _estimate}[kind](parts, text.language)


def _one(answer: str) -> Any:
    match = re.search(r"\(([\d.]+)\)", answer)
    values = values_in(match[1] if match else answer)
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None


def _accurate(parts: dict[str, str], say: Language) -> Reading:
    n = parts["n"]
    decimals = len(n.partition(".")[2])
    power = {"万": 4, "亿": 8}.get(parts.get("w", ""), int(parts.get("e", 0)))
    place = power - decimals
    if place not in _PLACES_ZH or "." not in n and power == 0 and n.endswith("0"):
        return None
    steps = [WORDS["last"].say(say)]
    unit = sp.Integer(10) ** place
    value = sp.Rational(n) * sp.Integer(10) ** power
    step = WORDS["written"].say(say, value=said(value), front=n, unit=said(unit)) if power else WORDS["place"].say(say, unit=said(unit))  # fmt: skip
    source = cell(noted(say, "decimals and the power of ten", "小数位数与 10 的指数"), f"decimals, power = {decimals}, {power}", "power - decimals")  # fmt: skip

    def shown(value: Any) -> str | None:
        return f"\\text{{{_PLACES_ZH[int(value)]}}}" if int(value) in _PLACES_ZH else None

    def given(answer: str) -> Any:
        plain = re.sub(r"\\text\{|\}|精确到|\s", "", answer).removesuffix("位") + "位"
        return next((sp.Integer(k) for k, v in _PLACES_ZH.items() if v == plain), None)

    digits = n.replace(".", "")
    test = f"S({source_of(value)})/S(10)**answer == {int(digits)}"
    return Prepared(say, (*steps, step), source, (test,), WORDS["digits"], sentence=WORDS["answer"], shown=shown, given=given)  # fmt: skip


def _bound(parts: dict[str, str], say: Language) -> Reading:
    n = parts["n"]
    named = {parts.get("noun"), parts.get("letter")}
    if "of" in parts and parts["of"] not in named or parts.get("again", "value") not in named | {"value"}:
        return None  # the bound of another measure
    value, decimals = sp.Rational(n), len(n.partition(".")[2])
    if "dp" in parts:
        if int(parts["dp"]) != decimals:
            return None
        unit = sp.Rational(1, 10**decimals)
    elif "sf" in parts:
        sf = int(parts["sf"])
        if not value or sf < 1:
            return None
        unit = sp.Integer(10) ** (sp.floor(sp.log(value, 10)) - sf + 1)
    else:
        place = parts["place"]
        if re.fullmatch(r"[\d.]+", place):
            unit = sp.Rational(place)
        elif place in ("whole number", "cm", "m", "mm", "kg", "g", "km", "l", "ml", "second", "s", "integer", "unit", "centimetre", "metre", "gram", "kilogram"):  # fmt: skip
            if place not in ("whole number", "integer", "unit") and not _same_unit(
                place, parts.get("unit", "")
            ):
                return None
            unit = sp.Integer(1)
        else:
            exponent = exponent_of(place)
            if exponent is None:
                return None
            unit = sp.Integer(10) ** exponent
    if not unit or not (value / unit).is_Integer:
        return None
    upper = parts["ask"] in ("upper", "greatest")
    if parts["ask"] in ("greatest",):
        return None  # there is none that is reached
    half = unit / 2
    result = value + half if upper else value - half
    steps = [WORDS["unit"].say(say, unit=said(unit), half=said(half))]
    steps.append(WORDS["upper" if upper else "lower"].say(say, value=said(value), half=said(half), result=_decimal(result)))  # fmt: skip
    sign = "+" if upper else "-"
    source = cell(f"number, unit = {source_of(value)}, {source_of(unit)}", noted(say, "half a unit away", "相差半个单位"), f"number {sign} unit/S(2)")  # fmt: skip
    inside = "S(answer) - S(unit)/1000" if upper else "S(answer)"
    tests = (f"unit = {source_of(unit)}", f"floor(({inside})/unit + S(1)/2)*unit == {source_of(value)} and floor((S(answer) {'' if upper else '- S(unit)/1000'})/unit + S(1)/2)*unit != {source_of(value)}")  # fmt: skip
    return Prepared(say, tuple(steps), source, tests, WORDS["back"], sentence=WORDS["answer"], shown=_decimal, given=_one)  # fmt: skip


def _same_unit(place: str, unit: str) -> bool:
    full = {"second": "s", "seconds": "s", "centimetre": "cm", "metre": "m", "gram": "g", "kilogram": "kg"}
    return full.get(place, place) == full.get(unit, unit)


def _decimal(value: Any) -> str | None:
    value = sp.S(value)
    return None if not value.is_Rational else f"{float(value):.12g}" if not value.is_Integer else str(value)


def _figure(n: sp.Rational) -> sp.Rational:
    """The number with one significant figure, half rounded up."""
    unit = sp.Integer(10) ** sp.floor(sp.log(n, 10))
    return sp.floor(n / unit + sp.Rational(1, 2)) * unit


def _estimate(parts: dict[str, str], say: Language) -> Reading:
    a, b = sp.Rational(parts["a"]), sp.Rational(parts["b"])
    op = _OPS[parts["op"]]
    if not a or not b:
        return None
    ra, rb = _figure(a), _figure(b)
    value = {"*": ra * rb, "+": ra + rb, "-": ra - rb, "/": ra / rb}[op]
    if (ra, rb) == (a, b) or op in "+-":
        return None  # nothing to round, or one figure is too coarse to be meant
    shown = {"*": "\\times ", "/": "\\div "}[op]
    rounded = f"{_decimal(ra)}{shown}{_decimal(rb)}"
    steps = (
        WORDS["rounded"].say(say, told=f"{parts['a']}{shown}{parts['b']}", rounded=rounded),
        WORDS["worked"].say(say, rounded=rounded, value=_decimal(value) if sp.fraction(value)[1] in (1, 2, 4, 5, 10) else said(value)),
    )  # fmt: skip
    source = cell(noted(say, "each number with one significant figure", "每个数取一位有效数字"), f"a, b = {source_of(ra)}, {source_of(rb)}", f"S(a){op}b")  # fmt: skip
    figure = "Rational(f'{float(%s):.0e}')"
    exact = " and ".join(f"{figure % source_of(t)} == {source_of(r)}" for t, r in ((a, ra), (b, rb)) if 2 * (t / sp.Integer(10) ** sp.floor(sp.log(t, 10))) % 2 != 1) or "True"  # fmt: skip
    back = f"S(answer)/{source_of(rb)} == {source_of(ra)}" if op == "*" else f"S(answer)*{source_of(rb)} == {source_of(ra)}"  # fmt: skip
    return Prepared(say, steps, source, (f"{back} and {exact}",), WORDS["again"], sentence=WORDS["estimate"], shown=_decimal if sp.fraction(value)[1] in (1, 2, 4, 5, 10) else said, given=_one)  # fmt: skip
