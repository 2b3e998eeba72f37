"""Extreme values and the range of sums of sines and cosines of one frequency: sin x + √3 cos x, 3 − 2cos x, sin x cos x.

Read: maximum, minimum, both, the range, over all real numbers; on wish also where they are reached. Not: intervals, several frequencies.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import sympy as sp
from sympy.simplify.fu import TR7, TR8

from solver.formula import FormulaError, to_sympy
from solver.formula.nodes import Apply, Blank, Call, Group, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features import wave_squares
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
    wave, say = _wave(f), text.language
    order = ["minimum", "maximum"] if kinds == ["range"] else kinds
    if wave is None and not places:
        return wave_squares.task(
            f, X, order, say, WORDS["method"], tests=compared, shown=_written(kinds, order, []), given=_given
        )
    if wave is None or places and not wave.exact:
        return None
    if any(_KINDS_OF_PLACES[side] not in kinds for side in places):
        return None
    steps, sets = wave.steps(f, say), []
    for side in places:
        step, found = wave.place(say, top=side == "大")
        steps.append(step)
        sets.append(found)

    return Prepared(
        say, tuple(steps), cell(*wave.lines(f, order, say), variables="x", assumptions="real=True"), wave.tests(f, order), WORDS["method"],
        shown=_written(kinds, order, sets), given=_given, letters=("x",),
    )  # fmt: skip


def _written(kinds: list[str], order: list[str], sets: list[str]) -> Callable[[Any], str | None]:
    """How a range is written, or values with the places where they are taken."""

    def written(value: Any) -> str | None:
        if not isinstance(value, list | tuple) or len(value) != len(order):
            return None
        if kinds == ["range"]:
            return f"[{latex(value[0])}, {latex(value[1])}]"
        return r";\ ".join([*map(latex, value), *sets])

    return written


_KINDS_OF_PLACES: Final = {"大": "maximum", "小": "minimum"}


def _wave(f: sp.Expr) -> _Wave | None:
    """The only wave, of one frequency, that a sum of products of sines and cosines is."""
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
    return _Wave(sums, constant, sp.simplify(a), sp.simplify(b), frequency)


@dataclass(frozen=True)
class _Wave:
    """`a` sin(ωx) + `b` cos(ωx) + `constant`, where ω is `frequency`; `sums`: as the function was made it."""

    sums: sp.Expr
    constant: sp.Expr
    a: sp.Expr
    b: sp.Expr
    frequency: sp.Expr

    @cached_property
    def height(self) -> sp.Expr:
        return sp.sqrtdenest(sp.sqrt(sp.expand(self.a**2 + self.b**2)))

    @property
    def low(self) -> sp.Expr:
        return sp.simplify(self.constant - self.height)

    @property
    def high(self) -> sp.Expr:
        return sp.simplify(self.constant + self.height)

    @property
    def angle(self) -> sp.Expr:
        return sp.atan2(self.b, self.a)

    @property
    def exact(self) -> bool:
        """Whether the angle is a part of π."""
        return bool((self.angle / sp.pi).is_Rational)

    @property
    def period(self) -> sp.Expr:
        return 2 * sp.pi / self.frequency

    def steps(self, f: sp.Expr, say: Language) -> list[str]:
        """Sums for products, one sine for two, and how far it goes."""
        steps = []
        if self.sums != f:
            steps.append(WORDS["sums"].say(say, f=latex(f), sums=latex(self.sums)))
        if self.a != 0 and self.b != 0 and self.exact:
            wave = latex(self.height * sp.sin(self.frequency * X + self.angle) + self.constant)
            height, sums = latex(self.height), latex(self.sums)
            steps.append(WORDS["wave"].say(say, a="a", b="b", height=height, sums=sums, wave=wave))
        steps.append(WORDS["range"].say(say, low=latex(self.low), high=latex(self.high)))
        return steps

    def place(self, say: Language, *, top: bool) -> tuple[str, str]:
        """Where the largest or the smallest value is reached: the step, and the set as it is written."""
        angle = sp.pi / 2 if top else -sp.pi / 2
        first = sp.simplify((angle - self.angle) / self.frequency)
        if first < 0 and abs(first) > self.period / 2:
            first += self.period
        behind = f"+{latex(first)}" if first > 0 else latex(first) if first < 0 else ""
        x = f"{latex(sp.Symbol('k') * self.period)}{behind}"
        value = latex(self.high if top else self.low)
        inner = latex(self.frequency * X + self.angle)
        step = WORDS["place"].say(say, value=value, inner=inner, angle=latex(angle), x=x)
        return step, rf"\left\{{x\mid x={x},\ k\in\mathbb{{Z}}\right\}}"

    def lines(self, f: sp.Expr, order: list[str], say: Language) -> list[str]:
        """The lines of the cell that computes the values, in this order."""
        constant = exact_source(self.constant)
        bounds = {"maximum": f"{constant} + height", "minimum": f"{constant} - height"}
        values = ", ".join(f"simplify(sqrtdenest({bounds[kind]}))" for kind in order)
        return [
            f"f = {exact_source(f)}",
            comment(WORDS["code"].say(say)),
            f"height = sqrt(({exact_source(self.a)})**2 + ({exact_source(self.b)})**2)",
            f"({values},)",
        ]

    def tests(self, f: sp.Expr, order: list[str]) -> tuple[str, ...]:
        """Many values of one period."""
        return compared(f, order, self.period)


def compared(f: sp.Expr, order: list[str], period: sp.Expr) -> tuple[str, ...]:
    """Lines of a check that look at many values of a stretch of this length."""
    found = ", ".join("min(values)" if kind == "minimum" else "max(values)" for kind in order)
    return (
        "import math",
        "from sympy.utilities.lambdify import lambdify",
        f"f = lambdify(x, {exact_source(f)}, 'math')",
        f"stretch = float({exact_source(period)})",
        "values = [f(stretch*i/20000) for i in range(20000)]",
        f"found = [{found}]",
        f"len(answer) == {len(order)} and all(abs(float(a) - b) < 1e-6*(1 + abs(b)) for a, b in zip(answer, found))",
    )


def _given(answer: str) -> Any:
    """The numbers of an answer: an interval, or values apart from the sets behind them."""
    text = re.split(r"\\left\\\{|\\\{", answer)[0].strip().rstrip(";").removesuffix("\\").rstrip("; ")
    interval = re.fullmatch(r"\s*(?:\\left)?\[(.+),(.+?)(?:\\right)?\]\s*", text)
    parts = [interval[1], interval[2]] if interval else re.split(r";", text)
    found = [values_in(re.sub(r"^(?:\\ |\s)+|(?:\\ |\s|\\)+$", "", part)) for part in parts]
    if any(v is None or len(v) != 1 or not isinstance(v[0], sp.Expr) for v in found):
        return None
    return tuple(v[0] for v in found if v is not None)
