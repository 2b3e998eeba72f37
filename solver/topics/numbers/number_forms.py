"""One number in another form: fraction, decimal (recurring too), percent, mixed number, improper fraction.

Read: `Convert 3/8 to a decimal`, `write 0.2727... as a fraction`, 把0.125化成分数, `0.\\overline{27}`, 0.3循环. Not: rounding, other bases, units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import gcd
from typing import Any, Final

import sympy as sp

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.rationals import terminating_decimal

MAX_PERIOD: Final = 24
_WHOLE: Final = r"\d{1,9}"
_VALUE: Final = (
    rf"(?P<percent>{_WHOLE}(?:\.\d{{1,8}})?)\s*\\?%"
    rf"|(?P<mixed>{_WHOLE})(?:\s+|\s*(?:\\[,;])?\s*(?=\\[dt]?frac)|又)(?:\\[dt]?frac\s*\{{\s*(?P<mtop>{_WHOLE})\s*\}}\s*\{{\s*(?P<mbelow>{_WHOLE})\s*\}}|(?P<mtop2>{_WHOLE})\s*/\s*(?P<mbelow2>{_WHOLE}))"
    rf"|\\[dt]?frac\s*\{{\s*(?P<top>{_WHOLE})\s*\}}\s*\{{\s*(?P<below>{_WHOLE})\s*\}}|(?P<top2>{_WHOLE})\s*/\s*(?P<below2>{_WHOLE})"
    rf"|(?P<rwhole>{_WHOLE})\.(?P<rstart>\d{{0,8}}?)(?:\\overline\s*\{{\s*(?P<period>\d{{1,8}})\s*\}}|\\dot\s*\{{?(?P<dot>\d)\}}?(?:(?P<between>\d{{0,6}})\\dot\s*\{{?(?P<dot2>\d)\}}?)?|(?P<shown>\d{{1,8}}?)(?P=shown)(?:(?P=shown))*\s*(?:\.{{3,}}|…+|\\[lc]?dots))"
    rf"|(?P<decimal>{_WHOLE}\.\d{{1,12}})|(?P<plain>{_WHOLE})"
)
_TARGETS: Final = {
    "mixed": r"mixed\s+(?:number|fraction)|带分数",
    "improper": r"improper\s+fraction|假分数",
    "fraction": r"(?:common\s+|simplified\s+|reduced\s+)?fraction|ratio\s+of\s+(?:two\s+)?integers|最简分数|分数",
    "decimal": r"decimal(?:\s+(?:number|fraction|form))?|小数",
    "percent": r"percent(?:age)?|百分数|百分比",
}
_TARGET: Final = "|".join(f"(?P<{name}_>{form})" for name, form in _TARGETS.items())
_LOWEST: Final = (
    r"(?:\s*,?\s*(?:in|to|reduced\s+to)\s+(?:its\s+|the\s+)?(?:lowest|simplest|reduced)\s+(?:terms|form))?"
)
_NOUN: Final = r"(?:(?:the\s+)?(?:repeating\s+|recurring\s+|terminating\s+)?(?:fraction|decimal|number|percent(?:age)?|mixed\s+number|improper\s+fraction)\s+|(?:循环小数|小数|分数|百分数|带分数|假分数|数)\s*)?"
_BETWEEN: Final = r"\s*(?:to|as|into|in)\s+(?:an?\s+|the\s+form\s+of\s+an?\s+)?(?:equivalent\s+)?"
_V: Final = rf"\$?\s*(?:{_VALUE})\s*\$?"
_FORMS: Final = tuple(
    re.compile(rf"(?i)\s*{form}\s*[.。?？!]?\s*")
    for form in (
        rf"(?:please\s+)?(?:convert|write|express|change|rewrite|turn|represent|what\s+is|find)?\s*{_NOUN}{_V}{_BETWEEN}(?:{_TARGET}){_LOWEST}",
        rf"(?:convert|write|express|change)\s+as\s+an?\s+(?:{_TARGET}){_LOWEST}\s*[:：]?\s*{_V}",
        rf"(?:请)?(?:把|将)?\s*{_NOUN}{_V}\s*(?:化|写|改写|转化|换算|表示|转换|化简)?(?:成|为|作)\s*(?:{_TARGET})(?:\s*[,，]?\s*(?:是|为|得|等于)?\s*(?:多少|几|什么|_+)?)?",
        rf"(?:请)?用(?:{_TARGET})表示\s*{_NOUN}{_V}",
    )
)
WORDS: Final = {
    "places": Words("{n} digits behind the point are a denominator of \\({power}\\): \\[{shown}={whole}\\]", "小数点后有 {n} 位，所以分母是 \\({power}\\)：\\[{shown}={whole}\\]"),
    "one_place": Words("One digit behind the point is a denominator of \\(10\\): \\[{shown}={whole}\\]", "小数点后有 1 位，所以分母是 \\(10\\)：\\[{shown}={whole}\\]"),
    "hundredths": Words("Percent means hundredths: \\[{shown}={whole}\\]", "百分数表示百分之几：\\[{shown}={whole}\\]"),
    "reduce": Words("Divide top and bottom by \\({d}\\): \\[{whole}={lowest}\\]", "分子、分母同除以 \\({d}\\)：\\[{whole}={lowest}\\]"),
    "name": Words("Call the number \\(x\\). Its digits repeat with period \\({period}\\), so shift it by whole periods: \\[{shifted}\\]", "设这个数为 \\(x\\)。循环节是 \\({period}\\)，把小数点移动整个循环节：\\[{shifted}\\]"),
    "subtract": Words("The digits behind the point are the same; subtract: \\[{factor}x={difference}\\qquad x={fraction}\\]", "小数点后的数字完全相同，两式相减：\\[{factor}x={difference}\\qquad x={fraction}\\]"),
    "widen": Words("Make the denominator a power of ten: \\[{fraction}=\\frac{{{top}\\times {by}}}{{{below}\\times {by}}}=\\frac{{{wide}}}{{{power}}}={decimal}\\]", "把分母化成 10 的幂：\\[{fraction}=\\frac{{{top}\\times {by}}}{{{below}\\times {by}}}=\\frac{{{wide}}}{{{power}}}={decimal}\\]"),
    "divide": Words("Divide \\({top}\\) by \\({below}\\) digit by digit. The remainders are \\({rests}\\): one comes again, so the digits \\({period}\\) repeat without end: \\[{fraction}={decimal}\\]", "用 \\({top}\\) 除以 \\({below}\\)，逐位求商。余数依次是 \\({rests}\\)，出现了相同的余数，所以数字 \\({period}\\) 不断重复：\\[{fraction}={decimal}\\]"),
    "times": Words("Multiply by \\(100\\%\\): \\[{value}={value}\\times 100\\%={percent}\\]", "乘 \\(100\\%\\)：\\[{value}={value}\\times 100\\%={percent}\\]"),
    "parts": Words("\\({below}\\) goes into \\({top}\\) \\({whole}\\) times, with \\({rest}\\) left: \\[{fraction}={mixed}\\]", "\\({top}\\div {below}={whole}\\cdots\\cdots{rest}\\)，所以 \\[{fraction}={mixed}\\]"),
    "join": Words("The whole part as a fraction with the same denominator, then add: \\[{mixed}=\\frac{{{whole}\\times {below}+{rest}}}{{{below}}}={fraction}\\]", "整数部分乘分母再加分子：\\[{mixed}=\\frac{{{whole}\\times {below}+{rest}}}{{{below}}}={fraction}\\]"),
    "code": Words("the exact value", "精确值"),
    "answer": Words("So \\({shown}={answer}\\).", "所以 \\({shown}={answer}\\)。"),
    "method": Words("digits by long division, compared with the other form", "用逐位除法求出各位数字，再与另一种形式比较"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """A number and the form it is wanted in; None for all else."""
    source = text.source.strip()
    match = next((m for form in _FORMS if (m := form.fullmatch(source))), None)
    if match is None:
        return None
    target = next(name for name in _TARGETS if match[f"{name}_"])
    number = _number(match, text.language)
    if number is None:
        return None
    shown, form, value, period = number
    task = NumberForm(shown, form, value, period, target, text.language)
    return task if task.is_sensible() else None


def _number(match: re.Match[str], say: Language) -> tuple[str, str, sp.Rational, tuple[int, int]] | None:
    """As it is shown, its form, its value, and for a recurring decimal (digits before the period, in it)."""
    part = match.groupdict()
    if part["percent"]:
        return rf"{part['percent']}\%", "percent", sp.Rational(part["percent"]) / 100, (0, 0)
    if part["mixed"]:
        top, below = int(part["mtop"] or part["mtop2"]), int(part["mbelow"] or part["mbelow2"])
        if not 0 < top < below:
            return None
        whole = int(part["mixed"])
        return rf"{whole}\frac{{{top}}}{{{below}}}", "mixed", sp.Rational(whole * below + top, below), (0, 0)
    if part["top"] or part["top2"]:
        top, below = int(part["top"] or part["top2"]), int(part["below"] or part["below2"])
        return (rf"\frac{{{top}}}{{{below}}}", "fraction", sp.Rational(top, below), (0, 0)) if below else None
    if part["rwhole"] is not None and (part["period"] or part["dot"] or part["shown"]):
        start = part["rstart"]
        period = (
            part["period"] or part["shown"] or f"{part['dot']}{part['between'] or ''}{part['dot2'] or ''}"
        )
        if set(period) == {"0"}:
            return None
        below = 10 ** len(start) * (10 ** len(period) - 1)
        tail = int(start + period) - int(start or 0)
        value = sp.Rational(int(part["rwhole"])) + sp.Rational(tail, below)
        return _recurring(part["rwhole"], start, period, say), "recurring", value, (len(start), len(period))
    if part["decimal"]:
        return part["decimal"], "decimal", sp.Rational(part["decimal"]), (0, 0)
    return part["plain"], "whole", sp.Rational(part["plain"]), (0, 0)


def _recurring(whole: str, start: str, period: str, say: Language) -> str:
    if say == "zh":
        dotted = (
            rf"\dot{{{period}}}"
            if len(period) == 1
            else rf"\dot{{{period[0]}}}{period[1:-1]}\dot{{{period[-1]}}}"
        )
        return f"{whole}.{start}{dotted}"
    return rf"{whole}.{start}\overline{{{period}}}"


def _digits(value: sp.Rational) -> tuple[str, str, str, list[int]] | None:
    """Whole part, digits before the period, the period, and the remainders of the long division; None where it is long."""
    whole, rest = divmod(int(value.p), int(value.q))
    rests: list[int] = []
    digits = ""
    while rest and rest not in rests:
        rests.append(rest)
        digit, rest = divmod(rest * 10, int(value.q))
        digits += str(digit)
        if len(digits) > MAX_PERIOD:
            return None
    if not rest:
        return str(whole), digits, "", rests
    start = rests.index(rest)
    return str(whole), digits[:start], digits[start:], [*rests, rest]


def _frac(top: Any, below: Any) -> str:
    return str(top) if below == 1 else rf"\frac{{{top}}}{{{below}}}"


@dataclass(frozen=True, slots=True)
class NumberForm:
    """`value`, which the problem shows as `shown`, as a `target`."""

    shown: str
    form: str
    value: sp.Rational
    period: tuple[int, int]
    target: str
    language: Language

    def is_sensible(self) -> bool:
        """Whether the number has the form that is wanted, and another one now."""
        if self.form == "whole" and self.target != "percent":
            return False
        if self.target in ("mixed", "improper") and (self.value <= 1 or self.value.is_Integer):
            return False
        if self.form == self.target or self.form == "recurring" and self.target == "decimal":
            return False
        if self.target == "improper" and self.form == "fraction":
            return False
        if self.target == "percent" and terminating_decimal(self.value) is None:
            return False
        return self.target != "decimal" or _digits(self.value) is not None

    def answer(self) -> str:
        """LaTeX of the number in the form that is wanted."""
        top, below = int(self.value.p), int(self.value.q)
        if self.target == "percent":
            return rf"{terminating_decimal(self.value * 100)}\%"
        if self.target == "mixed":
            return rf"{top // below}\frac{{{top % below}}}{{{below}}}"
        if self.target == "decimal":
            found = _digits(self.value)
            assert found is not None
            whole, start, period, _ = found
            if period:
                return _recurring(whole, start, period, self.language)
            return f"{whole}.{start}" if start else whole
        return _frac(top, below)

    def solution(self) -> Solution:
        """To a fraction first, then on to the form that is wanted."""
        say = self.language
        told = self._as_fraction()
        if self.target == "decimal" and self.form != "percent" or self.target == "decimal" and not told:
            told = (*(told if self.form == "mixed" else ()), self._divided())
        elif self.target == "decimal":
            told = (self._percent_as_decimal(),)
        elif self.target == "percent":
            first = () if self.form in ("decimal", "whole") else (self._divided(),)
            value = terminating_decimal(self.value)
            told = (*first, WORDS["times"].say(say, value=value, percent=self.answer()))
        elif self.target == "mixed":
            told = (*told, self._in_parts())
        source = cell(comment(WORDS["code"].say(say)), f"Rational({self.value.p}, {self.value.q})")
        return Solution(told, source)

    def _as_fraction(self) -> tuple[str, ...]:
        say, value = self.language, self.value
        lowest = _frac(value.p, value.q)
        if self.form == "recurring":
            return self._shifted()
        if self.form == "mixed":
            shown = re.search(r"frac\{(\d+)\}\{(\d+)\}", self.shown)
            assert shown is not None
            top, below, size = int(shown[1]), int(shown[2]), int(value.p) // int(value.q)
            full = _frac(size * below + top, below)
            join = WORDS["join"].say(say, mixed=self.shown, whole=size, below=below, rest=top, fraction=full)
            d = gcd(size * below + top, below)
            return (join, *((WORDS["reduce"].say(say, d=d, whole=full, lowest=lowest),) if d > 1 else ()))
        if self.form not in ("decimal", "percent"):
            return ()
        digits = self.shown.replace(r"\%", "")
        places = len(digits.partition(".")[2]) + (2 if self.form == "percent" else 0)
        top, power = int(digits.replace(".", "")), 10**places
        whole = _frac(top, power)
        key = "hundredths" if self.form == "percent" else "one_place" if places == 1 else "places"
        first = WORDS[key].say(say, n=places, power=power, shown=self.shown, whole=whole)
        d = gcd(top, power)
        return (first, *((WORDS["reduce"].say(say, d=d, whole=whole, lowest=lowest),) if d > 1 else ()))

    def _shifted(self) -> tuple[str, ...]:
        before, length = self.period
        say, value = self.language, self.value
        high, low = 10 ** (before + length), 10**before
        found = _digits(value)
        if found is None:
            return ()
        whole, start, period, _ = found
        period = (period * length)[:length] if len(period) < length else period
        digits = f"{start}{period}"
        first = _recurring(str(int(whole + digits[: before + length])), "", period, say)
        second = _recurring(str(int(whole + digits[:before])), "", period, say) if before else None
        shifted = rf"{high}x={first}" + (
            rf",\qquad {low}x={second}" if second else rf",\qquad x={_recurring(whole, '', period, say)}"
        )
        factor, difference = high - low, value * (high - low)
        fraction = _frac(difference, factor)
        lowest = _frac(value.p, value.q)
        chain = fraction if fraction == lowest else f"{fraction}={lowest}"
        return (
            WORDS["name"].say(say, period=period, shifted=shifted),
            WORDS["subtract"].say(say, factor=factor, difference=difference, fraction=chain),
        )

    def _divided(self) -> str:
        say, value = self.language, self.value
        found = _digits(value)
        assert found is not None
        whole, start, period, rests = found
        fraction = _frac(value.p, value.q)
        if not period:
            power = 10 ** len(start)
            by = power // int(value.q)
            decimal = terminating_decimal(value)
            return WORDS["widen"].say(
                say, fraction=fraction, top=value.p, below=value.q, by=by, wide=int(value.p) * by, power=power, decimal=decimal
            )  # fmt: skip
        return WORDS["divide"].say(
            say, top=value.p, below=value.q, rests=",\\ ".join(map(str, rests)), period=period, fraction=fraction,
            decimal=_recurring(whole, start, period, say),
        )  # fmt: skip

    def _percent_as_decimal(self) -> str:
        whole = _frac(self.shown.replace(r"\%", ""), 100)
        decimal = terminating_decimal(self.value)
        return WORDS["hundredths"].say(self.language, shown=self.shown, whole=f"{whole}={decimal}")

    def _in_parts(self) -> str:
        top, below = int(self.value.p), int(self.value.q)
        whole, rest = divmod(top, below)
        return WORDS["parts"].say(
            self.language, top=top, below=below, whole=whole, rest=rest, fraction=_frac(top, below), mixed=self.answer()
        )  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """The number in its new form."""
        if value != self.value:
            return None
        return Conclusion(
            WORDS["answer"].say(self.language, shown=self.shown, answer=self.answer()), self.answer()
        )

    def check(self, answer: str) -> CheckPlan | None:
        """Read the answer's digits, and compare with the number by long division."""
        plain = re.sub(r"\s|\\[,;!]", "", answer).strip("$")
        match = re.fullmatch(_VALUE, re.sub(r"\\dot(\d)", r"\\dot{\1}", plain))
        if match is None:
            return None
        number = _number(match, self.language)
        if number is None:
            return None
        _, form, value, _ = number
        wanted = {"decimal": ("decimal", "recurring", "whole"), "percent": ("percent",), "mixed": ("mixed",)}
        fits = form in wanted.get(self.target, ("fraction", "whole"))
        lowest = (
            self.target != "fraction" or form != "fraction" or plain.replace("dfrac", "frac") == self.answer()
        )
        body = "\n".join(
            [
                "def digits(top, below, count=60):",
                "    whole, rest = divmod(top, below)",
                "    found = [whole]",
                "    for _ in range(count):",
                "        digit, rest = divmod(rest * 10, below)",
                "        found.append(digit)",
                "    return found",
                "",
                f"digits({self.value.p}, {self.value.q}) == digits({value.p}, {value.q}) and {fits and lowest}",
            ]
        )
        claim = WORDS["answer"].say(self.language, shown=self.shown, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), body)
