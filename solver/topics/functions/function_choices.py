"""Which one of several functions is even, odd, increasing or decreasing on an interval, or has a given least period.

Read: 下列函数中，… 的是 with options A, B, C, … that are functions, and one or two of these properties. Declined: a property of which it is
not known whether a function has it, several functions or none with it, properties denied, increasing "on its domain".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, python_name, to_latex, to_python, to_sympy
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.calculus import extrema
from solver.topics.calculus.extrema.topic import Course
from solver.topics.cells import cell, comment, exact_source
from solver.topics.choices import split
from solver.topics.equations.real_sets import set_latex
from solver.topics.functions import parity
from solver.topics.functions.function_features.function import CALLS, Function, function_of, told
from solver.topics.functions.periods import least_period

WORDS: Final = {
    "even": Words("Option {letter}, \\({f}\\), is an even function: \\({name}(-{x})={name}({x})\\).", "选项 {letter}：\\({f}\\) 满足 \\({name}(-{x})={name}({x})\\)，是偶函数。"),
    "odd": Words("Option {letter}, \\({f}\\), is an odd function: \\({name}(-{x})=-{name}({x})\\).", "选项 {letter}：\\({f}\\) 满足 \\({name}(-{x})=-{name}({x})\\)，是奇函数。"),
    "neither": Words("Option {letter}, \\({f}\\), is neither even nor odd.", "选项 {letter}：\\({f}\\) 既不是奇函数也不是偶函数。"),
    "rising": Words("Option {letter}, \\({f}\\): \\({name}'({x})={slope}\\) is positive on \\({domain}\\), but for single points, so it is increasing there.", "选项 {letter}：\\({f}\\)，\\({name}'({x})={slope}\\)，在 \\({domain}\\) 上（除个别点外）大于 0，单调递增。"),
    "falling": Words("Option {letter}, \\({f}\\): \\({name}'({x})={slope}\\) is negative on \\({domain}\\), but for single points, so it is decreasing there.", "选项 {letter}：\\({f}\\)，\\({name}'({x})={slope}\\)，在 \\({domain}\\) 上（除个别点外）小于 0，单调递减。"),
    "both": Words("Option {letter}, \\({f}\\): \\({name}'({x})={slope}\\) has both signs on \\({domain}\\), so it is not monotonic there.", "选项 {letter}：\\({f}\\)，\\({name}'({x})={slope}\\)，在 \\({domain}\\) 上有正有负，不单调。"),
    "not_rising": Words("Option {letter}, \\({f}\\): \\({name}'({p})<0\\), so it is not increasing on \\({domain}\\).", "选项 {letter}：\\({f}\\)，\\({name}'({p})<0\\)，在 \\({domain}\\) 上不是单调递增。"),
    "not_falling": Words("Option {letter}, \\({f}\\): \\({name}'({p})>0\\), so it is not decreasing on \\({domain}\\).", "选项 {letter}：\\({f}\\)，\\({name}'({p})>0\\)，在 \\({domain}\\) 上不是单调递减。"),
    "undefined": Words("Option {letter}, \\({f}\\), is not defined everywhere on \\({domain}\\).", "选项 {letter}：\\({f}\\) 在 \\({domain}\\) 上不是处处有定义。"),
    "period": Words("Option {letter}, \\({f}\\), has the least period \\({period}\\).", "选项 {letter}：\\({f}\\) 的最小正周期是 \\({period}\\)。"),
    "code": Words("which functions have the property", "哪些函数具有这一性质"),
    "answer": Words("Only option \\({answer}\\) has the property.", "只有选项 \\({answer}\\) 符合，所以选 \\({answer}\\)。"),
    "method": Words("values of all the functions were computed and compared", "计算各函数在多个点处的值并比较"),
}  # fmt: skip
_STEM: Final = re.compile(
    r"^(?:在)?(?:下列|以下)(?:各个?|四个|4个|哪个|哪一个|几个)?函数(?:中|里)?\s*,?\s*(?P<what>.+?)(?:的函数)?(?:的)?(?:是|为|有)?\s*[?_\s().。:：]*$"
)
_ENDS: Final = r"[-+]?\s*(?:∞|\\infty|oo|\\pi|π|\d+(?:\.\d+)?)(?:\s*/\s*\d+)?|[-+]?\s*\\[dt]?frac\s*\{[^{}]+\}\s*\{[^{}]+\}|[-+]?\d*\s*(?:\\pi|π)(?:\s*/\s*\d+)?"
_INTERVAL: Final = rf"(?:区间|定义域)?\s*\$?\s*(?:(?:\\left)?\s*(?P<low>[\[(])\s*(?P<a>{_ENDS})\s*,\s*(?P<b>{_ENDS})\s*(?:\\right)?\s*(?P<high>[\])])|(?P<all>R|\\mathbb\s*\{{?\s*R\s*\}}?|\\R|实数集|全体实数))\s*\$?\s*"
_COURSE: Final = re.compile(
    rf"(?:在)?{_INTERVAL}(?:上|内|中)?(?:的)?(?:是|为)?(?:严格)?(?:单调)?(?P<way>递增|递减|增函数|减函数|增|减)(?:的)?(?:函数)?"
)
_PERIOD: Final = re.compile(
    rf"(?:以\s*\$?(?P<by>{_ENDS})\$?\s*为(?P<least>最小正)周期|最小正周期(?:为|是|等于|=)\s*\$?(?P<is>{_ENDS})\$?)(?:的)?(?:函数)?"
)
_PARITY: Final = re.compile(r"(?P<kind>[奇偶])函数")
_JOINING: Final = re.compile(r"^(?:\s|,|、|既|又|且|并且|同时|也|是|为|的|在其定义域内|在定义域内)*$")
_INNER: Final = tuple(sp.Rational(k, 23) for k in range(1, 23))


@dataclass(frozen=True, slots=True)
class Property:
    """`kind` with the interval or the period that it is about."""

    kind: str
    domain: sp.Interval | None = None
    period: sp.Expr | None = None

    def points(self) -> list[sp.Expr]:
        """Numbers at which values are compared, in order."""
        if self.domain is None:
            return [sp.Rational(p, 7) for p in (1, 2, 4, 9, 11, 16, 20, 23)]
        low, high = self.domain.start, self.domain.end
        if low.is_finite and high.is_finite:
            return [low + (high - low) * t for t in _INNER]
        if low.is_finite:
            return [low + t / (1 - t) for t in _INNER]
        if high.is_finite:
            return [high - t / (1 - t) for t in reversed(_INNER)]
        return [sp.Rational(6 * k + 1, 18) for k in range(-14, 15)]


def read(text: Text) -> Reading:
    """The properties, and the functions to choose from."""
    if not re.match(r"\s*在?(?:下列|以下)", text.source) or "函数" not in text.source:
        return None
    parted = split(text.source)
    stem = _STEM.match(parted[0]) if parted is not None else None
    if parted is None or stem is None:
        return None
    try:
        wanted = _wanted(stem["what"])
        functions = [_function(option) for option in parted[1]]
        if not wanted or any(f is None for f in functions):
            return None
        known = tuple(f for f in functions if f is not None)
        if len({f.variable for f in known}) != 1:
            return None
        return _choice(known, wanted, text.language)
    except (FormulaError, NotImplementedError, TypeError, ValueError):
        return None


def _wanted(what: str) -> tuple[Property, ...]:
    """The properties; empty where anything else is said."""
    found, rest = list[Property](), what
    for match in _COURSE.finditer(rest):
        domain = sp.S.Reals if match["all"] else _interval(match)
        if domain is None:
            return ()
        found.append(Property("rising" if "增" in match["way"] else "falling", domain))
    rest = _COURSE.sub(",", rest)
    found += [Property("period", None, _end(m["by"] or m["is"])) for m in _PERIOD.finditer(rest)]
    rest = _PERIOD.sub(",", rest)
    found += [Property("odd" if m["kind"] == "奇" else "even") for m in _PARITY.finditer(rest)]
    rest = _PARITY.sub(",", rest)
    return tuple(found) if len({p.kind for p in found}) == len(found) <= 3 and _JOINING.match(rest) else ()


def _end(source: str) -> sp.Expr:
    source = re.sub(r"\\infty|∞|oo", r"\\infty", source.replace(" ", "")).lstrip("+")
    return to_sympy(parse(source))


def _interval(match: re.Match[str]) -> sp.Interval | None:
    a, b = _end(match["a"]), _end(match["b"])
    if not (a.is_extended_real and b.is_extended_real and a < b):
        return None
    return sp.Interval(a, b, match["low"] == "(", match["high"] == ")")


def _function(option: str) -> Function | None:
    text = Text(option, "zh")
    found = told(text, {})
    known = function_of(found, text, calls=CALLS | {"exp", "sin", "cos", "tan"})
    return None if known is None or known[1] or found.unread else known[0]


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a function has a property, and how that is told: a key of `WORDS` with what stands there."""

    holds: bool
    key: str
    facts: dict[str, str]


def _judged(function: Function, wanted: Property) -> Judged | None:
    """None where it is not known."""
    body = f"${function.name or 'y'} = {to_latex(function.body)}$"
    if wanted.kind in ("odd", "even"):
        found = parity.read(Text(f"判断函数{body}的奇偶性", "zh"))
        if not isinstance(found, parity.Parity):
            return None
        kind = found.kind if found.kind in ("odd", "even") else "neither"
        return Judged(kind == wanted.kind, kind, {})
    if wanted.kind == "period":
        period = least_period(function)
        return None if period is None else Judged(period == wanted.period, "period", {"period": latex(period)})  # fmt: skip
    assert wanted.domain is not None
    shown = {"domain": set_latex(wanted.domain) or ""}
    course = _course(body, None)
    if course is not None and not wanted.domain.is_subset(course.domain):
        return Judged(False, "undefined", shown)
    course = _course(body, wanted.domain)
    if course is None or course.first is None:
        return _turning(function, wanted)
    signs = {part.sign for part in course.first.parts}
    key = "both" if len(signs) == 2 else "rising" if signs == {1} else "falling"
    slope = latex(sp.simplify(course.first.slope))
    return Judged(key == wanted.kind, key, {**shown, "slope": slope})


def _turning(function: Function, wanted: Property) -> Judged | None:
    """A number of the interval at which the slope has the wrong sign; None where none is found."""
    assert wanted.domain is not None
    x = sp.Symbol(function.variable, real=True)
    slope = to_sympy(function.body, {function.variable: x}).diff(x)
    sign = 1 if wanted.kind == "rising" else -1
    for p in wanted.points():
        value = sp.N(slope.subs(x, p), 20)
        if value.is_real and value.is_finite and value * sign < -1e-6:
            return Judged(
                False, f"not_{wanted.kind}", {"domain": set_latex(wanted.domain) or "", "p": latex(p)}
            )
    return None


def _course(body: str, domain: sp.Interval | None) -> Course | None:
    on = "" if domain is None else f"在区间${latex(domain)}$上"
    if domain == sp.S.Reals:
        on = ""
    found = extrema.read(Text(f"求函数{body}{on}的单调区间", "zh"))
    return found if isinstance(found, Course) else None


def _choice(functions: tuple[Function, ...], wanted: tuple[Property, ...], say: Language) -> Reading:
    rows = list[tuple[Judged, ...]]()
    for function in functions:
        row = list[Judged]()
        for one in wanted:
            judged = _judged(function, one)
            if judged is None:
                continue
            row.append(judged)
            if not judged.holds:
                break
        if len(row) != len(wanted) and all(j.holds for j in row):
            return Unread((to_latex(functions[len(rows)].body),))
        rows.append(tuple(row))
    right = [k for k, row in enumerate(rows) if all(j.holds for j in row)]
    return FunctionChoice(functions, wanted, tuple(rows), right[0], say) if len(right) == 1 else None


@dataclass(frozen=True, slots=True)
class FunctionChoice:
    """The one of `functions` that has the properties: number `right`."""

    functions: tuple[Function, ...]
    wanted: tuple[Property, ...]
    rows: tuple[tuple[Judged, ...], ...]
    right: int
    language: Language

    def solution(self) -> Solution:
        """Every function with what is true of it."""
        say, steps = self.language, list[str]()
        for k, (function, row) in enumerate(zip(self.functions, self.rows, strict=True)):
            facts = {"letter": rf"\({chr(65 + k)}\)", "x": function.variable}
            name = f"f_{k + 1}"  # four functions with one name would be no functions
            f = f"{name}({function.variable})={to_latex(function.body)}"
            steps += [WORDS[j.key].say(say, f=f, name=name, **facts, **j.facts) for j in row]
        return Solution(tuple(steps), self._cell())

    def _cell(self) -> str:
        x = python_name(self.functions[0].variable)
        lines = [f"functions = [{', '.join(to_python(f.body) for f in self.functions)}]"]
        lines += [comment(WORDS["code"].say(self.language)), "real = lambda v: v if v.is_real else nan"]
        names = list[str]()
        for k, one in enumerate(self.wanted):
            names.append(f"has{k + 1}")
            match one.kind:
                case "odd" | "even":
                    sign = "+" if one.kind == "odd" else "-"
                    test = f"simplify(S(f).subs({x}, -{x}) {sign} f) == 0"
                case "period":
                    test = f"periodicity(f, {x}) == {exact_source(one.period)}"
                case _:
                    points = exact_source(one.points())
                    lines.append(f"points = {points}")
                    sign = ">" if one.kind == "rising" else "<"
                    test = (
                        f"all((real(N(diff(f, {x}).subs({x}, place))) {sign} 0) == True for place in points)"
                    )
            lines.append(f"{names[-1]} = [{test} for f in functions]")
        lines.append(f"[bool(all(row)) for row in zip({', '.join(names)})]")
        return cell(*lines, variables=(self.functions[0].variable,), assumptions="real=True")

    def conclude(self, value: Any) -> Conclusion | None:
        """The letter, where the cell finds the same one."""
        expected = [k == self.right for k in range(len(self.functions))]
        if not isinstance(value, list | tuple) or list(map(bool, value)) != expected:
            return None
        return self._said(chr(65 + self.right))

    def _said(self, letter: str) -> Conclusion:
        return Conclusion(WORDS["answer"].say(self.language, answer=letter), letter)

    def check(self, answer: str) -> CheckPlan | None:
        """Values of all the functions."""
        named = re.fullmatch(r"\\?(?:text|mathrm)?\s*\{?\(?([A-F])\)?\}?\.?", answer.strip())
        if named is None or ord(named[1]) - 65 >= len(self.functions):
            return None
        x = python_name(self.functions[0].variable)
        lines = [
            f"functions = [lambdify({x}, f, 'mpmath') for f in ({', '.join(to_python(f.body) for f in self.functions)},)]",
            "",
            "def value(f, p):",
            "    try:",
            "        found = complex(f(mpmath.mpf(str(N(p, 30)))))",
            "    except (ValueError, ZeroDivisionError):",
            "        return None",
            "    return found.real if abs(found.imag) < 1e-9 else None",
            "",
            "def same(a, b):",
            "    return a is None and b is None or None not in (a, b) and abs(a - b) < 1e-9*(1 + abs(a))",
            "",
        ]
        tests = list[str]()
        for k, one in enumerate(self.wanted):
            points, name = exact_source(one.points()), f"test{k + 1}"
            tests.append(f"{name}(f)")
            lines.append(f"def {name}(f):")
            match one.kind:
                case "odd" | "even":
                    other = "value(f, -p)" if one.kind == "even" else "(None if value(f, -p) is None else -value(f, -p))"  # fmt: skip
                    lines.append(f"    return all(same(value(f, p), {other}) for p in {points})")
                case "period":
                    period = exact_source(one.period)
                    lines.append(f"    repeats = lambda step: all(same(value(f, p), value(f, p + step)) for p in {points})")  # fmt: skip
                    lines.append(f"    return repeats({period}) and not any(repeats({period}/n) for n in range(2, 7))")  # fmt: skip
                case _:
                    sign = "<" if one.kind == "rising" else ">"
                    lines.append(f"    values = [value(f, p) for p in {points}]")
                    lines.append(f"    return None not in values and all(a {sign} b for a, b in zip(values, values[1:]))")  # fmt: skip
            lines.append("")
        lines.append(f"[bool({' and '.join(tests)}) for f in functions] == [k == {ord(named[1]) - 65} for k in range({len(self.functions)})]")  # fmt: skip
        source = cell(
            "import mpmath", *lines, variables=(self.functions[0].variable,), assumptions="real=True"
        )
        return CheckPlan(self._said(named[1]).sentence, WORDS["method"].say(self.language), source)
