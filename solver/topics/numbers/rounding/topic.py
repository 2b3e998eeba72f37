"""Which number is to be rounded, how exactly, and to which side where that is told (进一法, 去尾法, "round up").

Read: one number, written out, worked out from an expression or a settled letter; one root of such a number; π, e. Not: amounts with
units, numbers that were rounded and are asked back, estimates by rounding first, negative numbers up or down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from solver.formula import Node
from solver.formula.nodes import Binary, Call, Constant, Negative, Number, Symbol
from solver.reader import account
from solver.topics.arguments import Argument, argument, asked_side, with_letters
from solver.topics.base import Reading, Text, Unread
from solver.topics.numbers.arithmetic.topic import RATIO_OF_FRACTIONS
from solver.topics.numbers.rounding.constants import RoundedConstant
from solver.topics.numbers.rounding.numbers import Rounded
from solver.topics.numbers.rounding.roots import MAX_DEGREE, RoundedRoot
from solver.topics.numbers.rounding.target import TOKEN, Target, targets_in, way_in

VOCABULARY: Final = {
    "target": "roundingtoken",
    "root": "roottoken",
    "power": "powertoken",
    "otherwise": "rounding|no rounding|without rounding|do not round|不取近似值",  # "47 + 53 by rounding" rounds first
    "words": "round|rounded|rounds|round off|rounded off|round it|approximate|approximately|approximation|approximate value|correct|accuracy|number|decimal"
    "|off|become|becomes|rounds to|write|express|convert|change|turn|into"
    "|四舍五入|四舍五入法|用四舍五入法|按四舍五入法|按四舍五入|用四舍五入|四舍五入后|近似数|近似值|的近似数|的近似值|求近似数|取近似数|取近似值|约是|约为|约等于|约|大约|大约是|得数|得数是"
    "|近似|取|得到|后|它的|约数是|用|用四舍五入的方法|四舍五入的方法|到|与|最接近|与它|整数|小数|这个数|一个",
}  # fmt: skip
_ORDINALS: Final = {
    "square": 2, "cube": 3, "cubed": 3, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "算术平方": 2, "立方": 3, "三次方": 3, "四次方": 4, "五次方": 5, "六次方": 6, "七次方": 7, "八次方": 8, "九次方": 9, "十次方": 10,
}  # fmt: skip
_ROOT: Final = re.compile(
    rf"(?i)\b(?:principal\s+|positive\s+)?(?:(?P<a>{'|'.join(w for w in _ORDINALS if w.isascii())})|\$?(?P<b>\d{{1,3}})\$?\s*-?\s*(?:st|nd|rd|th))[\s-]+root(?:\s+of)?(?![a-z])"
    rf"|的?(?P<c>{'|'.join(w for w in _ORDINALS if not w.isascii())})根(?:的值)?|的?\$?(?P<d>\d{{1,3}})\$?\s*次方根(?:的值)?"
)
_QUOTIENT: Final = re.compile(
    r"(?i)(\d+(?:\.\d+)?)\s*(?:除以|divided\s+by|/)\s*(\d+(?:\.\d+)?)\s*(?:的商)?(?![\d.])"
)
_CIRCLE: Final = re.compile(r"圆周率\s*(?:\$?\s*(?:π|\\pi(?![a-z]))\s*\$?)?")
_POWER: Final = re.compile(
    r"(?i)(?:raised\s+)?to\s+the\s+power\s+(?:of\s+)?\$?(?:\(\s*)?(?P<p>\d{1,3})\s*/\s*(?P<q>\d{1,3})\$?(?:\s*\))?"
    r"|(?:raised\s+)?to\s+the\s+\(?(?P<r>\d{1,3})\s*/\s*(?P<s>\d{1,3})\)?\s*(?:th\s+)?power"
)


def read(text: Text) -> Reading:
    """A number to be rounded."""
    text = with_letters(text)
    exponents: list[Fraction] = []

    def root(match: re.Match[str]) -> str:
        name = match["a"] or match["c"]
        degree = _ORDINALS[name.lower()] if name else int(match["b"] or match["d"])
        exponents.append(Fraction(1, degree) if degree else Fraction(0))
        return " roottoken "

    def power(match: re.Match[str]) -> str:
        p, q = int(match["p"] or match["r"]), int(match["q"] or match["s"])
        exponents.append(Fraction(p, q) if q else Fraction(0))
        return " powertoken "

    source = re.sub(r"≈|\\approx(?![A-Za-z])", " 约 " if text.language == "zh" else " ", text.source)
    source, way = way_in(_CIRCLE.sub("π", source))
    source = _QUOTIENT.sub(r"\1/\2 ", source)
    source, targets = targets_in(source)
    is_open = bool(way) and not targets
    if is_open:  # "round 3.2 up": to a whole number
        source, targets = source + TOKEN, [Target(Fraction(1))]
    if (
        not targets or "%" in source or RATIO_OF_FRACTIONS.search(source)
    ):  # "12.3% to one decimal place" keeps the percent sign
        return None
    source = _POWER.sub(power, _ROOT.sub(root, source))
    found = account(source, VOCABULARY)
    if found.unread:
        return Unread(found.unread)
    marks = [c for c in found.concepts if c in ("target", "root", "power", "otherwise")]
    nodes = tuple(map(asked_side, found.nodes))
    if len(targets) != 1 or marks.count("target") != 1 or "otherwise" in marks or len(nodes) != 1:
        return None
    if len(marks) - 1 != len(exponents):
        return None
    task = _task(nodes[0], exponents, replace(targets[0], way=way), text)
    return None if is_open and isinstance(task, Rounded) and task.number.is_whole else task


def _task(node: Node, exponents: list[Fraction], target: Target, text: Text) -> Reading:
    if exponents:
        number = argument(node, text.values, decimal=True)
        return _root_task(number, exponents[0], Fraction(1), target, text)
    number = argument(node, text.values, decimal=True)
    if number is not None:
        task = Rounded(number, target, text.language)
        return task if task.is_answerable() else None
    match node:
        case Constant("pi") | Symbol("e"):
            constant = RoundedConstant("pi" if node.name == "pi" else "e", target, text.language)
            return constant if constant.is_answerable() else None
    parts = _parts(node, text.values)
    return _root_task(*parts, target, text) if parts else None


def _parts(node: Node, values: Mapping[str, Any]) -> tuple[Argument | None, Fraction, Fraction] | None:
    """Radicand, exponent and factor of `3\\sqrt{5}`."""
    match node:
        case Call("sqrt", (inner,)):
            return argument(inner, values, decimal=True), Fraction(1, 2), Fraction(1)
        case Call("root", (inner, Number(degree))) if degree > 0:
            return argument(inner, values, decimal=True), 1 / degree, Fraction(1)
        case Call("cbrt", (inner,)):
            return argument(inner, values, decimal=True), Fraction(1, 3), Fraction(1)
        case Binary("^", base, Binary("/", Number(p), Number(q))) if q:
            return argument(base, values, decimal=True), p / q, Fraction(1)
        case Negative(inner):
            parts = _parts(inner, values)
            return (parts[0], parts[1], -parts[2]) if parts else None
        case Binary("*", Number(factor), inner):
            parts = _parts(inner, values)
            return (parts[0], parts[1], factor * parts[2]) if parts else None
    return None


def _root_task(
    number: Argument | None, exponent: Fraction, factor: Fraction, target: Target, text: Text
) -> Reading:
    """The root, where it is a real number that one question is about."""
    if number is None or target.unit is None or target.scale or target.way or not factor:
        return None
    if not 0 < exponent.numerator <= MAX_DEGREE or not 1 < exponent.denominator <= MAX_DEGREE:
        return None
    if number.value <= 0:
        return None
    task = RoundedRoot(number, exponent, factor, target, text.language)
    return task if task.is_answerable() else None
