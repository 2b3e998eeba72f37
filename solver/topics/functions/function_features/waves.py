"""Extreme values and the range of sums of sines and cosines of one frequency: sin x + √3 cos x, 3 − 2cos x, sin x cos x.

Read: maximum, minimum, both, the range, over all real numbers; on wish also where they are reached. Not: intervals, several frequencies.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp
from sympy.simplify.fu import TR7, TR8

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Call, Group, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "maximum": "maximum|maximum value|greatest value|largest value|max|maximum value of|the maximum of|最大值|的最大值|最大值为",
    "minimum": "minimum|minimum value|least value|smallest value|min|minimum value of|the minimum of|最小值|的最小值",
    "range": "range|range of|值域|的值域",
    "where": "at which x|for which x it is reached|取得最大值时x的取值集合|取最大值时x的集合|取得最大值时x的集合|取得最大值时x的值|取得最大值时相应的x的集合|取得最小值时x的取值集合|取得最小值时x的集合",
    "words": "function|values|of the function|the function|函数|求函数|及|写出|并写出|并求出|并求|出|取值|实数|时",
}
WORDS: Final = {
    "sums": Words("Write products and squares as sums: \\[{f}={sums}\\]", "用倍角、积化和差公式化成一次的和：\\[{f}={sums}\\]"),
    "wave": Words("\\({a}\\sin u+{b}\\cos u\\) is one sine with the height \\(\\sqrt{{a^2+b^2}}={height}\\): \\[{sums}={wave}\\]", "辅助角公式：\\(a\\sin u+b\\cos u\\) 的振幅为 \\(\\sqrt{{a^2+b^2}}={height}\\)：\\[{sums}={wave}\\]"),
    "range": Words("A sine takes all values from \\(-1\\) to \\(1\\), so the values go from \\({low}\\) to \\({high}\\).", "正弦取遍 \\(-1\\) 到 \\(1\\) 的值，所以函数值从 \\({low}\\) 到 \\({high}\\)。"),
    "place": Words("The value \\({value}\\) is reached where \\({inner}={angle}+2k\\pi\\), that is \\(x={x}\\), for whole numbers \\(k\\).", "当 \\({inner}={angle}+2k\\pi\\)（\\(k\\) 为整数），即 \\(x={x}\\) 时取得 \\({value}\\)。"),
    "code": Words("the height of the wave", "振幅"),
    "method": Words("many values in one period were computed; none lies beyond, and one comes as near as can be", "在一个周期内取许多点计算，没有超出的值，且能取到"),
}  # fmt: skip
X: Final = sp.Symbol("x", real=True)


def read(text: Text) -> Reading:
    """One wave and its largest or smallest value."""
    if not re.search(r"sin|cos", text.source) or not re.search(
        r"(?i)max|min|range|greatest|largest|least|smallest|最大|最小|值域", text.source
    ):
        return None
    source = re.sub(
        r"取?得?到?(最[大小])值时\s*\$?x\$?\s*的?(?:取值)?(?:集合|值|取值|所有值)",
        r"取得\1值时x的集合",
        text.source,
    )
    source = re.sub(r"取得最([大小])值时x的集合", r"place\1", source)
    places = re.findall(r"place([大小])", source)
    source = re.sub(r"place[大小]", " ", source)
    found = account(source, VOCABULARY)
    kinds = [k for k in ("maximum", "minimum", "range") if found.has(k)]
    if not kinds or ("range" in kinds and len(kinds) > 1):
        return None
    bodies = []
    for node in found.nodes:
        match node:
            case Relation(("=",), (Symbol("y") | Apply(), right)) if symbols(right) - {"e"} == {"x"}:
                bodies.append(right)
            case Apply() | Symbol("x" | "y" | "f"):
                continue
            case Relation() | Group():
                return None
            case _ if symbols(node) - {"e"} == {"x"}:
                bodies.append(node)
            case _:
                return None
    if len(bodies) != 1 or found.unread:
        return Unread(found.unread) if found.unread and len(bodies) == 1 else None
    (body,) = bodies
    if any(
        isinstance(n, Apply | Blank) or (isinstance(n, Call) and n.name not in ("sin", "cos", "sqrt"))
        for n in walk(body)
    ):
        return None
    try:
        return _task(to_sympy(body, {"x": X}), kinds, places, text)
    except (FormulaError, TypeError, ValueError):
        return None


def _task(f: sp.Expr, kinds: list[str], places: list[str], text: Text) -> Prepared | None:
    say = text.language
    sums = sp.expand(TR8(TR7(sp.expand(f))))
    constant, a, b, frequency = sp.S.Zero, sp.S.Zero, sp.S.Zero, None
    for term in sp.Add.make_args(sums):
        factor, rest = term.as_independent(X)
        if rest == 1:
            constant += factor
            continue
        if not isinstance(rest, sp.sin | sp.cos):
            return None
        inner = sp.Poly(rest.args[0], X)
        if inner.degree() != 1:
            return None
        w, shift = inner.all_coeffs()
        sign = -1 if w.is_negative else 1
        if frequency not in (None, abs(w)):
            return None
        frequency = abs(w)
        shift = sign * shift
        if isinstance(rest, sp.sin):
            a, b = a + sign * factor * sp.cos(shift), b + sign * factor * sp.sin(shift)
        else:
            a, b = a - factor * sp.sin(shift), b + factor * sp.cos(shift)
    if frequency is None or (a == 0 and b == 0):
        return None
    a, b = sp.simplify(a), sp.simplify(b)
    height = sp.sqrtdenest(sp.sqrt(sp.expand(a**2 + b**2)))
    low, high = sp.simplify(constant - height), sp.simplify(constant + height)
    angle = sp.atan2(b, a)
    exact = (angle / sp.pi).is_Rational
    steps = []
    if sums != f:
        steps.append(WORDS["sums"].say(say, f=latex(f), sums=latex(sums)))
    wave = height * sp.sin(frequency * X + angle) + constant if exact else None
    if a != 0 and b != 0:
        shown = (
            latex(wave)
            if wave is not None
            else rf"{latex(height)}\sin\left({latex(frequency * X)}+\varphi\right)"
            + (f"+{latex(constant)}" if constant else "")
        )
        if wave is not None:
            steps.append(
                WORDS["wave"].say(say, a="a", b="b", height=latex(height), sums=latex(sums), wave=shown)
            )
    steps.append(WORDS["range"].say(say, low=latex(low), high=latex(high)))
    sets = []
    k = sp.Symbol("k")
    for side in places:
        if not exact or {"大": "maximum", "小": "minimum"}[side] not in kinds:
            return None
        top = sp.pi / 2 if side == "大" else -sp.pi / 2
        first = sp.simplify((top - angle) / frequency)
        period = 2 * sp.pi / frequency
        if first < 0 and abs(first) > period / 2:
            first += period
        x = f"{latex(k * period)}" + (f"+{latex(first)}" if first > 0 else latex(first) if first < 0 else "")
        inner = latex(frequency * X + angle)
        steps.append(
            WORDS["place"].say(
                say, value=latex(high if side == "大" else low), inner=inner, angle=latex(top), x=x
            )
        )
        sets.append(rf"\left\{{x\mid x={x},\ k\in\mathbb{{Z}}\right\}}")
    lines = [
        f"f = {exact_source(f)}",
        comment(WORDS["code"].say(say)),
        f"height = sqrt(({exact_source(a)})**2 + ({exact_source(b)})**2)",
    ]
    bounds = {
        "maximum": f"{exact_source(constant)} + height",
        "minimum": f"{exact_source(constant)} - height",
    }
    order = ["minimum", "maximum"] if kinds == ["range"] else kinds
    lines.append("(" + ", ".join(f"simplify(sqrtdenest({bounds[kind]}))" for kind in order) + ",)")
    period = 2 * sp.pi / frequency
    tests = (
        "import math",
        "from sympy.utilities.lambdify import lambdify",
        f"f = lambdify(x, {exact_source(f)}, 'math')",
        f"values = [f(float({exact_source(period)})*i/20000) for i in range(20000)]",
        f"found = [{', '.join('min(values)' if kind == 'minimum' else 'max(values)' for kind in order)}]",
        f"len(answer) == {len(order)} and all(abs(float(a) - b) < 1e-6*(1 + abs(b)) for a, b in zip(answer, found))",
    )

    def written(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or len(value) != len(order):
            return None
        if kinds == ["range"]:
            return f"[{latex(value[0])}, {latex(value[1])}]"
        return r";\ ".join([*map(latex, value), *sets])

    return Prepared(
        say, tuple(steps), cell(*lines, variables="x", assumptions="real=True"), tests, WORDS["method"],
        shown=written, given=_given, letters=("x",),
    )  # fmt: skip


def _given(answer: str) -> Any:
    """The numbers of an answer: an interval, or values apart from the sets behind them."""
    text = re.split(r"\\left\\\{|\\\{", answer)[0].strip().rstrip(";").removesuffix("\\").rstrip("; ")
    interval = re.fullmatch(r"\s*(?:\\left)?\[(.+),(.+?)(?:\\right)?\]\s*", text)
    parts = [interval[1], interval[2]] if interval else re.split(r";", text)
    found = [values_in(re.sub(r"^(?:\\ |\s)+|(?:\\ |\s|\\)+$", "", part)) for part in parts]
    if any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in found):
        return None
    return tuple(v[0] for v in found if v is not None)
