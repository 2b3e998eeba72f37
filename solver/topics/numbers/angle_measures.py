"""Angles in degrees as radians and back.

Read: "convert 150° to radians", "what is 3π/4 radians in degrees", 把150°化为弧度, 化为角度. Not: minutes and seconds of arc, decimals of π, other units.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import symbols
from solver.latex import exact_latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.prepared import Prepared, one_value, shown_value

WORDS: Final = {
    "turn": Words("Half a turn is \\(180^\\circ\\), and it is \\(\\pi\\) radians.", "平角是 \\(180^\\circ\\)，也就是 \\(\\pi\\) 弧度。"),
    "radians": Words("So \\(1^\\circ=\\frac{{\\pi}}{{180}}\\): \\[{value}^\\circ={value}\\cdot\\frac{{\\pi}}{{180}}={answer}\\]", "所以 \\(1^\\circ=\\frac{{\\pi}}{{180}}\\)：\\[{value}^\\circ={value}\\times\\frac{{\\pi}}{{180}}={answer}\\]"),
    "degrees": Words("So \\(1\\) radian is \\(\\frac{{180^\\circ}}{{\\pi}}\\): \\[{value}\\cdot\\frac{{180^\\circ}}{{\\pi}}={answer}^\\circ\\]", "所以 \\(1\\) 弧度等于 \\(\\frac{{180^\\circ}}{{\\pi}}\\)：\\[{value}\\times\\frac{{180^\\circ}}{{\\pi}}={answer}^\\circ\\]"),
    "answer": Words("The angle is \\({answer}\\).", "这个角是 \\({answer}\\)。"),
    "method": Words("sine and cosine of both were compared, and the number of turns", "比较两者的正弦、余弦与圈数"),
}  # fmt: skip
_DEGREES: Final = r"(?:°|\^\s*\{?\s*\\circ\s*\}?|\\degree|\s*degrees?\b|度)"
_NUMBER: Final = rf"(?P<degrees>-?\d{{1,6}}(?:\.\d{{1,4}})?)\s*{_DEGREES}"
_RADIANS: Final = r"(?P<radians>-?(?:\d{1,4}\s*\*?\s*)?(?:π|\\pi(?![a-z]))(?:\s*/\s*\d{1,4})?|-?\\[dt]?frac\s*\{[^{}]{1,12}\}\s*\{\s*\d{1,4}\s*\}|-?\d{1,4}(?:\.\d{1,4})?)\s*(?:radians?\b|rad\b|弧度)?"
_TO_RADIANS: Final = r"(?:radians?|radian measure|rad|弧度制?)"
_TO_DEGREES: Final = r"(?:degrees?|degree measure|角度制?|度数?)"
_VERB: Final = (
    r"(?:please\s+)?(?:convert|change|express|write|rewrite|what\s+is|find)\s+(?:the\s+angle\s+(?:of\s+)?)?"
)
_INTO: Final = r"\s*,?\s*(?:to|into|in|as)\s+(?:an?\s+)?"
_ZH_INTO: Final = r"\s*(?:化|换算|转换|改写|转化)?(?:成|为|作|用)\s*"
_ZH_END: Final = r"(?:表示|数)?(?:\s*(?:是|为|得|等于)?\s*(?:多少|几|_+)?)?"
_FORMS: Final = tuple(
    re.compile(rf"(?i)\s*{form}\s*[.。?？!]?\s*")
    for form in (
        rf"{_VERB}{_NUMBER}{_INTO}{_TO_RADIANS}",
        rf"{_VERB}{_RADIANS}{_INTO}{_TO_DEGREES}",
        rf"(?:请)?(?:把|将)?\s*(?:角度?)?{_NUMBER}{_ZH_INTO}{_TO_RADIANS}{_ZH_END}",
        rf"(?:请)?(?:把|将)?\s*(?:弧度)?{_RADIANS}{_ZH_INTO}{_TO_DEGREES}{_ZH_END}",
        rf"{_NUMBER}\s*(?:等于|是|=)\s*(?:多少|几|_+)\s*弧度",
        rf"{_RADIANS}\s*(?:等于|是|=)\s*(?:多少|几|_+)\s*度",
    )
)


def read(text: Text) -> Reading:
    """One angle and the unit that is wanted."""
    if not re.search(r"(?i)\brad|弧度", text.source) and not re.search(r"(?i)π|\\pi", text.source):
        return None
    source = re.sub(r"\$|\\[()]", "", text.source)
    match = next((m for form in _FORMS if (m := form.fullmatch(source))), None)
    if match is None:
        return None
    groups = match.groupdict()
    try:
        if groups.get("degrees"):
            return _in_radians(sp.Rational(groups["degrees"]), text.language)
        return _in_degrees(groups["radians"], text.language)
    except FormulaError:
        return None


def _in_radians(degrees: sp.Rational, say: Language) -> Reading:
    value = _written(degrees)
    answer = degrees * sp.pi / 180
    steps = [WORDS["turn"].say(say), WORDS["radians"].say(say, value=value, answer=exact_latex(answer))]
    test = (
        f"degrees = {exact_source(degrees)}",
        "same = all(simplify(f(answer) - f(rad(degrees))) == 0 for f in (sin, cos))",
        "bool(same and floor(answer/(2*pi)) == floor(degrees/S(360)))",
    )
    return Prepared(
        say,
        tuple(steps),
        cell(f"rad({exact_source(degrees)})"),
        test,
        WORDS["method"],
        sentence=WORDS["answer"],
    )


def _in_degrees(radians: str, say: Language) -> Reading:
    node = parse(radians)
    value = to_sympy(node)
    if symbols(node) or not isinstance(value, sp.Expr) or not value.is_real:
        return None
    answer = sp.simplify(value * 180 / sp.pi)
    shown = exact_latex(value)
    steps = [WORDS["turn"].say(say), WORDS["degrees"].say(say, value=shown, answer=exact_latex(answer))]
    test = (
        f"radians = {exact_source(value)}",
        "same = all(abs(N(f(rad(answer)) - f(radians), 30)) < 1e-20 for f in (sin, cos))",
        "bool(same and floor(answer/S(360)) == floor(radians/(2*pi)))",
    )
    return Prepared(
        say,
        tuple(steps),
        cell(f"deg({exact_source(value)})"),
        test,
        WORDS["method"],
        sentence=WORDS["answer"],
        shown=_degrees,
        given=_given_degrees,
    )


def _written(degrees: sp.Rational) -> str:
    return exact_latex(degrees) if degrees >= 0 else rf"\left({exact_latex(degrees)}\right)"


def _degrees(value: Any) -> str | None:
    shown = shown_value(sp.S(value)) if isinstance(value, int | sp.Expr) else None
    if shown is not None and not shown.lstrip("-").isdigit():
        shown = rf"\left({shown}\right)"
    return None if shown is None else rf"{shown}^\circ"


def _given_degrees(answer: str) -> Any:
    text = re.sub(r"\^\s*\{?\s*\\circ\s*\}?|°|度|\\text\{\s*(?:degrees?|度)\s*\}|degrees?", "", answer)
    values = values_in(text)
    return values[0] if values is not None and len(values) == 1 else one_value(text)
