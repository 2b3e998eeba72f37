"""The least period and the amplitude of a function made of sines, cosines or one tangent; `rising_waves`: where one rises or falls.

Read: "find the period of y = 3 sin(2x)", "amplitude and period", 最小正周期, 振幅. Every polynomial in sines and cosines of multiples of the
variable is a sum of waves; one wave has an amplitude, several have a common period. Not: absolute values, quotients, letters, phases
of other functions.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp
from sympy.simplify.fu import TR8

from solver.formula import FormulaError, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Node, Symbol, walk
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions import rising_waves
from solver.topics.functions.frequencies import frequencies
from solver.topics.functions.function_features.function import Function, function_of, told
from solver.topics.prepared import Prepared, one_value, shown_value

VOCABULARY: Final = {
    "period": "period|period of|the period|fundamental period|the least period|least period of|fundamental period|least period|smallest positive period|least positive period|周期|最小正周期|的最小正周期|最小正周期为|最小正周期是|的周期",
    "amplitude": "amplitude|amplitude of|the amplitude|振幅|的振幅",
    "words": "determine|state|trigonometric function|sine|cosine|wave|and|已知|三角函数|则|和|与|及|分别|分别为|分别是",
}
WORDS: Final = {
    "waves": Words("Write the function as a sum of waves, with the formulas for products of sines and cosines: \\[{before}={after}\\]", "用积化和差（降幂）公式把函数写成正弦、余弦的和：\\[{before}={after}\\]"),
    "wave": Words("A sine or cosine repeats when its argument has grown by \\(2\\pi\\). Here the argument grows \\({k}\\) times as fast as \\({x}\\), so the least period is \\[\\frac{{2\\pi}}{{{k}}}={period}\\]", "正弦、余弦的自变量每增加 \\(2\\pi\\) 重复一次。这里 \\({x}\\) 的系数的绝对值是 \\({k}\\)，所以最小正周期为 \\[\\frac{{2\\pi}}{{{k}}}={period}\\]"),
    "several": Words("The waves in it have the periods {periods}. All of them repeat after the least common multiple of these, \\({period}\\), and not earlier.", "各项的周期分别是 {periods}，它们的最小公倍数是 \\({period}\\)，所以最小正周期是 \\({period}\\)。"),
    "tangent": Words("A tangent repeats when its argument has grown by \\(\\pi\\). Here it grows \\({k}\\) times as fast as \\({x}\\), so the least period is \\[\\frac{{\\pi}}{{{k}}}={period}\\]", "正切的自变量每增加 \\(\\pi\\) 重复一次。这里 \\({x}\\) 的系数的绝对值是 \\({k}\\)，所以最小正周期为 \\[\\frac{{\\pi}}{{{k}}}={period}\\]"),
    "factor": Words("The amplitude is how far the wave goes from its middle: a sine alone goes from \\(-1\\) to \\(1\\), so the factor before it counts, without its sign: \\({amplitude}\\).", "振幅是函数值偏离中间值的最大距离：正弦（余弦）本身在 \\(-1\\) 与 \\(1\\) 之间，所以振幅是前面系数的绝对值 \\({amplitude}\\)。"),
    "joined": Words("A sine and a cosine of the same angle make one wave, \\(a\\sin t+b\\cos t=\\sqrt{{a^2+b^2}}\\sin(t+\\varphi)\\); its amplitude is \\({amplitude}\\).", "同角的正弦与余弦可以合成一个：\\(a\\sin t+b\\cos t=\\sqrt{{a^2+b^2}}\\sin(t+\\varphi)\\)，振幅为 \\({amplitude}\\)。"),
    "code_period": Words("the period is a whole turn through the rate at which the argument grows; of several rates their greatest common divisor counts", "周期等于一周除以自变量的增长率；有几个增长率时取它们的最大公约数"),
    "code_wave": Words("half of what it changes in half a period, at two places a quarter of a period apart", "相距四分之一周期的两处，半个周期内变化量的一半"),
    "method_period": Words("the function was put in again one period later, and shown not to repeat after any part of it", "把自变量加上这个周期代入验证，并验证它的几分之一都不是周期"),
    "method_amplitude": Words("the square of the wave and that of its slope, divided by its rate, add up to the square of the amplitude", "验证波的平方与（导数除以频率）的平方之和等于振幅的平方"),
}  # fmt: skip
_CALLS: Final = frozenset({"sin", "cos", "tan", "sqrt"})
_MOST_PARTS: Final = 12


def read(text: Text) -> Reading:
    """One function, and its period, its amplitude or both; or where it rises or falls."""
    if re.search(r"(?i)\b(?:period|amplitude)\b|周期|振幅", text.source) is None:
        return rising_waves.read(text) if rising_waves.asks(text.source) else None
    found = told(text, VOCABULARY)
    known = function_of(found, text, calls=_CALLS)
    asked = sorted((n for n in ("period", "amplitude") if found.has(n)), key=lambda n: _place(text.source, n))
    if known is None or known[1] or not asked:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        return _task(known[0], asked, text.language)
    except (FormulaError, ValueError, TypeError):
        return None


def _place(source: str, name: str) -> int:
    match = re.search(r"(?i)period|周期" if name == "period" else r"(?i)amplitude|振幅", source)
    return match.start() if match else len(source)


def _task(function: Function, asked: list[str], say: Language) -> Reading:
    x = sp.Symbol(function.variable, real=True)
    f = to_sympy(function.body, {function.variable: x})
    if any(isinstance(n, Call) and n.name == "tan" for n in walk(function.body)):
        return _tangent(function, x, say) if asked == ["period"] else None
    waves = frequencies(f, x)
    if not waves or (len(waves) > 1 and "amplitude" in asked):
        return None
    unit = sp.pi if all(k.has(sp.pi) for k in waves) else sp.S.One
    rates = sorted(k / unit for k in waves)
    if not all(r.is_Rational for r in rates):
        return None  # no common period
    period = 2 * sp.pi / (unit * sp.gcd(rates))
    steps = _told(function, f, x, waves, period, say)
    if "amplitude" in asked:
        k = next(iter(waves))
        alone = len(f.atoms(sp.sin, sp.cos)) == 1
        key = "factor" if alone and not f.has(sp.Pow) else "joined"
        steps.append(WORDS[key].say(say, amplitude=exact_latex(waves[k])))
    common = f"gcd_list({exact_source(rates)})" if len(rates) > 1 else exact_source(rates[0])
    source = f"2*pi / ({'pi*' if unit == sp.pi else ''}{common})"
    return _prepared(function, asked, period, source, tuple(steps), say)


def _told(
    function: Function,
    f: sp.Expr,
    x: sp.Symbol,
    waves: dict[sp.Expr, sp.Expr],
    period: sp.Expr,
    say: Language,
) -> list[str]:
    steps = []
    if any(p.has(x) for p in f.atoms(sp.Pow)) or _has_products(f, x):
        summed = sp.expand(TR8(sp.expand(f)))
        steps.append(WORDS["waves"].say(say, before=to_latex(function.body), after=latex(summed)))
    if len(waves) == 1:
        return [*steps, WORDS["wave"].say(say, k=latex(next(iter(waves))), x=latex(x), period=latex(period))]
    each = ", ".join(rf"\({latex(2 * sp.pi / k)}\)" for k in waves)
    return [*steps, WORDS["several"].say(say, periods=each, period=latex(period))]


def _has_products(f: sp.Expr, x: sp.Symbol) -> bool:
    return any(len([a for a in m.args if a.has(x)]) > 1 for m in f.atoms(sp.Mul))


def least_period(function: Function) -> sp.Expr | None:
    """The least positive period; None where it is not known."""
    x = sp.Symbol(function.variable, real=True)
    if any(isinstance(n, Call) and n.name == "tan" for n in walk(function.body)):
        rate = _tangent_rate(function, x)
        return None if rate is None else sp.pi / abs(rate)
    waves = frequencies(to_sympy(function.body, {function.variable: x}), x)
    unit = sp.pi if all(k.has(sp.pi) for k in waves) else sp.S.One
    rates = [k / unit for k in waves]
    return 2 * sp.pi / (unit * sp.gcd(rates)) if waves and all(r.is_Rational for r in rates) else None


def _tangent_rate(function: Function, x: sp.Symbol) -> sp.Expr | None:
    """Of one tangent, and the variable nowhere else: what is done to its value does not change when it repeats."""
    calls = [n for n in walk(function.body) if isinstance(n, Call) and n.name in ("sin", "cos", "tan")]
    if len(calls) != 1 or _places(function.body, x.name) != _places(calls[0], x.name):
        return None
    rate = sp.diff(to_sympy(calls[0].arguments[0], {x.name: x}), x)
    return rate if rate != 0 and (rate.is_Rational or (rate / sp.pi).is_Rational) else None


def _tangent(function: Function, x: sp.Symbol, say: Language) -> Reading:
    rate = _tangent_rate(function, x)
    if rate is None:
        return None
    period = sp.pi / abs(rate)
    steps = (WORDS["tangent"].say(say, k=latex(abs(rate)), x=latex(x), period=latex(period)),)
    return _prepared(function, ["period"], period, f"pi / ({exact_source(abs(rate))})", steps, say)


def _places(node: Node, name: str) -> int:
    return sum(n == Symbol(name) for n in walk(node))


def _prepared(
    function: Function, asked: list[str], period: sp.Expr, source: str, steps: tuple[str, ...], say: Language
) -> Prepared:
    """`source`: the period as a teacher would work it out."""
    x, body = python_name(function.variable), to_python(function.body)
    lines = [
        comment(WORDS["code_period"].say(say)),
        f"period = {source}",
    ]
    if "amplitude" in asked:
        lines += [
            f"f = {body}",
            comment(WORDS["code_wave"].say(say)),
            f"a, b = [(f.subs({x}, p) - f.subs({x}, p + period/2)) / 2 for p in (0, period/4)]",
            "amplitude = simplify(sqrt(a**2 + b**2))",
        ]
    lines.append(asked[0] if len(asked) == 1 else f"({', '.join(asked)})")
    tests = [f"f = {body}", f"period, amplitude = {_unpacked(asked)}"]
    verdicts = []
    if "period" in asked:
        places = f"[Rational(k, 7) for k in range(1, {_MOST_PARTS})]"
        tests += [
            f"places = {places}",
            f"differs = lambda step: max(abs(N(f.subs({x}, p + step) - f.subs({x}, p), 30)) for p in places)",
        ]
        verdicts.append(
            f"period > 0 and differs(period) < 1e-20 and all(differs(period/n) > 1e-9 for n in range(2, {_MOST_PARTS}))"
        )
    if "amplitude" in asked:
        half, rate = exact_source(period / 2), exact_source(2 * sp.pi / period)
        tests += [
            f"middle = (f.subs({x}, 0) + f.subs({x}, {half})) / 2",
            f"square = (f - middle)**2 + (diff(f, {x}) / ({rate}))**2",
        ]
        at = f"abs(N(square.subs({x}, Rational(k, 7)) - amplitude**2, 30)) < 1e-20"
        verdicts.append(f"amplitude >= 0 and all({at} for k in range(1, 6))")
    method = WORDS["method_period" if "period" in asked else "method_amplitude"]
    return Prepared(
        say,
        steps,
        cell(*lines, variables=(function.variable,), assumptions="real=True"),
        (*tests, f"bool({' and '.join(verdicts)})"),
        method,
        shown=shown_value if len(asked) == 1 else _shown_pair,
        given=one_value if len(asked) == 1 else _given_pair,
        letters=(function.variable,),
    )


def _unpacked(asked: list[str]) -> str:
    if len(asked) == 1:
        return "answer, None" if asked == ["period"] else "None, answer"
    return "answer" if asked[0] == "period" else "answer[::-1]"


def _shown_pair(value: Any) -> str | None:
    if not isinstance(value, tuple | sp.Tuple | list) or len(value) != 2:
        return None
    shown = [shown_value(v) for v in value]
    return None if None in shown else r",\ ".join(map(str, shown))


def _given_pair(answer: str) -> Any:
    values = values_in(answer)
    return tuple(values) if values is not None and len(values) == 2 else None
