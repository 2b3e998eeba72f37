"""The least squares line of y on x from means and sums: x̄, ȳ, S_xx and S_xy.

Read: the four numbers, in any order; asked are the line, or its slope. Not: correlation coefficients, sums of products that are not about the means.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.topics.asking import FIND, FIND_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.discrete.regression import decimal, given_line, line_latex, shown_line
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_BAR: Final = r"\\(?:bar|overline) ?\{{? ?{0} ?\}}?"
_V: Final = r"(?P<{0}>-?\d+(?:\.\d+)?)"
_CENTRED: Final = r"(?:S_?\{{?{0}\}}?|\\sum(?: ?\\limits)?(?: ?_ ?\{{? ?i ?= ?1 ?\}}?)?(?: ?\^ ?\{{? ?(?:n|\d+) ?\}}?)? ?{1})"
_DX: Final = r"\( ?x_\{?i\}? ?- ?\\(?:bar|overline) ?\{? ?x ?\}? ?\)"
_DY: Final = _DX.replace("x", "y")
_SQUARE: Final = _DX + r" ?\^ ?\{? ?2 ?\}?"
_LEAD: Final = r"(?:(?:for |given |in |it is given that )?(?:a |the )?(?:set of )?(?:bivariate )?(?:data|sample)?(?: set)?(?: of (?:n ?= ?)?\d+ (?:pairs|points|observations))?(?: (?:has|have|with|gives?|it is (?:found|known) that))? ?:? )?"
_FACTS: Final = {
    "mx": (rf"{_LEAD}{_BAR.format('x')} ?= ?{_V.format('mx')}",),
    "my": (rf"{_LEAD}{_BAR.format('y')} ?= ?{_V.format('my')}",),
    "sxx": (rf"{_LEAD}{_CENTRED.format('xx', _SQUARE)} ?= ?{_V.format('sxx')}",),
    "sxy": (rf"{_LEAD}{_CENTRED.format('xy', _DX + _DY)} ?= ?{_V.format('sxy')}",),
}  # fmt: skip
_ON: Final = r"(?: of y on x)?"
_EN: Final = {
    **_FACTS,
    "idle": (r"(?:for |given |in )?(?:a |the )?(?:set of )?(?:bivariate )?(?:data|sample)(?: set)?(?: of (?:n ?= ?)?\d+ (?:pairs|points|observations))?(?: (?:has|have|gives?|it is (?:found|known) that))?", r"the following (?:summary )?(?:statistics|values|results) (?:are|were) (?:given|obtained|found)"),
    "ask": (rf"{FIND}(?:the )?(?:equation of )?(?:the )?(?:least[- ]squares? )?(?:regression line|line of regression|line of best fit)(?: equation)?{_ON}(?: in the form y ?= ?a ?\+ ?bx| in the form y ?= ?(?:mx ?\+ ?c|bx ?\+ ?a|ax ?\+ ?b))?",),
}  # fmt: skip
_ZH: Final = {
    **_FACTS,
    "idle": (r"(?:已知)?(?:一组|某组|若干组)?(?:样本)?数据(?:的|中|满足)?", r"(?:经|计)(?:计)?算(?:可)?得"),
    "ask": (rf"{FIND_ZH}(?:y(?:关于|对)x的)?(?:经验|线性)*回归(?:直线)?(?:的)?方程(?:为|是)?",),
}  # fmt: skip
_WORDS: Final = {
    "slope": Words("The slope is \\(b=\\frac{{S_{{xy}}}}{{S_{{xx}}}}=\\frac{{{sxy}}}{{{sxx}}}={b}\\).", "斜率 \\(b=\\frac{{\\sum(x_i-\\bar x)(y_i-\\bar y)}}{{\\sum(x_i-\\bar x)^2}}=\\frac{{{sxy}}}{{{sxx}}}={b}\\)。"),
    "meet": Words("The line passes through \\((\\bar x,\\bar y)\\): \\(a={my}-{b}\\cdot {mx}={a}\\).", "直线过点 \\((\\bar x,\\bar y)\\)：\\(a={my}-{b}\\cdot {mx}={a}\\)。"),
    "line": Words("So the line is \\({line}\\).", "所以回归方程为 \\({line}\\)。"),
    "method": Words("the line was looked at in the mean point, and how fast it rises", "检验直线过样本中心点，且增长率符合"),
}  # fmt: skip


@kind(r"(?i)S_?\{?xx|\\bar", "en", _EN)
@kind(r"回归", "zh", _ZH)
def fitted(exam: Exam) -> list[Task]:
    """Slope S_xy / S_xx through the point of both means."""
    mx, my, sxx, sxy = (sp.Rational(exam.place(name).values[name]) for name in ("mx", "my", "sxx", "sxy"))
    if sxx <= 0 or len(exam.asked) != 1:
        raise Unfit
    b = sxy / sxx
    a, say = my - b * mx, exam.language
    steps = [
        _WORDS["slope"].say(say, sxy=decimal(sxy), sxx=decimal(sxx), b=decimal(b)),
        _WORDS["meet"].say(say, my=decimal(my), b=decimal(b) if b > 0 else f"({decimal(b)})", mx=decimal(mx) if mx > 0 else f"({decimal(mx)})", a=decimal(a)),
        _WORDS["line"].say(say, line=line_latex(b, a)),
    ]  # fmt: skip
    lines = (f"mx, my = {exact_source(mx)}, {exact_source(my)}", f"b = S({exact_source(sxy)})/{exact_source(sxx)}", "(b, my - b*mx)")  # fmt: skip
    tests = (
        f"rise = answer.subs(x, {exact_source(mx + 1)}) - answer.subs(x, {exact_source(mx)})",
        f"simplify(answer.subs(x, {exact_source(mx)}) - {exact_source(my)}) == 0 and simplify(rise * {exact_source(sxx)} - {exact_source(sxy)}) == 0",
    )
    return [task(exam, steps, lines, tests, _WORDS["method"], shown=shown_line, given=given_line, letters=("x",))]  # fmt: skip
