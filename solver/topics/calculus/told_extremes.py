"""A constant term of a polynomial whose largest or smallest value on an interval is told; then its other extreme value there.

Read: one letter that is only added, an interval with both ends. Not: letters in other coefficients, open intervals.
"""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import symbols
from solver.latex import exact_latex, latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_F: Final = r"(?:y|f\( ?x ?\)) ?= ?(?P<f>[^=,;，。；一-鿿]{3,60}?)"
_V: Final = r"-?\d+(?:/\d+)?"
_I: Final = rf"\[ ?(?P<low>{_V}) ?, ?(?P<high>{_V}) ?\]"
_VALUE: Final = rf"(?P<v>{_V})"
_END: Final = r"(?P<end>最大值|最小值)"
_END_EN: Final = r"(?P<end>maximum|greatest|largest|minimum|least|smallest)(?: value)?"
_ZH: Final = {
    "told": (rf"(?:已知|若|设)?函数{_F}(?:\([a-z]为常数\)|,[a-z](?:为|是)(?:常数|实数),)?(?:,)?(?:在|当)?(?:闭?区间)?{_I}上(?:的|有|取得)?{_END}(?:为|是|等于|=)?{_VALUE}",),
    "constant": (r"(?:其中)?[a-z](?:为|是)(?:常数|实数)",),
    "ask_letter": (rf"{FIND_ZH}(?:实数|常数)?(?P<letter>[a-df-w])(?:的值)?{HOW_MUCH_ZH}",),
    "ask_other": (rf"{FIND_ZH}(?:出)?(?:它|f\(x\)|函数|[该此]函数|这个函数|函数f\(x\)|其)?(?:在)?(?:该|此|这个)?(?:区间)?(?:{_I.replace('low', 'low2').replace('high', 'high2')})?(?:上)?的?(?P<other>最大值|最小值){HOW_MUCH_ZH}",),
}  # fmt: skip
_EN: Final = {
    "told": (
        rf"(?:the )?{_END_EN} (?:of|of the function) {_F} (?:on|over|in) (?:the (?:closed )?interval )?{_I} (?:is|equals) {_VALUE}",
        rf"(?:the )?function {_F}(?:,? where [a-z] is a constant,?)? has (?:a |an )?{_END_EN} (?:of )?{_VALUE} (?:on|over|in) (?:the (?:closed )?interval )?{_I}",
    ),
    "ask_letter": (rf"{FIND}(?:the )?(?:value of )?(?:the )?(?:constant )?(?P<letter>[a-df-w])",),
    "ask_other": (rf"{FIND}(?:the |its )?(?P<other>maximum|greatest|largest|minimum|least|smallest)(?: value)?(?: of (?:the function|f\(x\)))?(?: on (?:this|the same|the) interval)?",),
}  # fmt: skip
_WORDS: Final = {
    "slope": Words("\\(f'(x)={slope}\\) is 0 in the interval {at}.", "\\(f'(x)={slope}\\)，在区间内{at}处为 0。"),
    "places": Words("at \\(x={x}\\)", " \\(x={x}\\) "),
    "nowhere": Words("nowhere", "没有一"),
    "values": Words("Ends and these places: {values}.", "端点与这些点的函数值：{values}。"),
    "letter": Words("The {end} of these is \\({value}={told}\\), so \\({c}={found}\\).", "其中{end}的是 \\({value}={told}\\)，所以 \\({c}={found}\\)。"),
    "other": Words("The {end} one is then \\({value}\\).", "此时{end}的是 \\({value}\\)。"),
    "largest": Words("largest", "最大"),
    "least": Words("smallest", "最小"),
    "method": Words("values at many places of the interval were compared with what is told", "取区间内许多点的值与已知比较"),
}  # fmt: skip
X: Final = sp.Symbol("x", real=True)
_LARGE: Final = ("最大值", "maximum", "greatest", "largest")


@kind(r"最[大小]值", "zh", _ZH)
@kind(r"(?i)maximum|minimum|greatest|largest|least|smallest", "en", _EN)
def told_extreme(exam: Exam) -> list[Task]:
    """The letter moves all values by the same."""
    said = exam.one("told").values
    node = parse(said["f"])
    letters = symbols(node) - {"x", "e", "π"}
    if len(letters) != 1 or "x" not in symbols(node):
        raise Unfit
    (name,) = letters
    c = sp.Symbol("c", real=True)
    f = sp.expand(to_sympy(node, {"x": X, name: c}))
    low, high, told = sp.Rational(said["low"]), sp.Rational(said["high"]), sp.Rational(said["v"])
    if not f.is_polynomial(X) or f.coeff(c) != 1 or (f - c).has(c) or not low < high:
        raise Unfit
    g, slope = f - c, sp.diff(f, X)
    critical = sp.solveset(slope, X, sp.Interval.open(low, high))
    if not isinstance(critical, sp.FiniteSet) and critical is not sp.S.EmptySet:
        raise Unfit
    places = sorted({low, high, *critical})
    values = [g.subs(X, p) for p in places]
    large = said["end"].lower() in _LARGE
    most, least = max(values), min(values)
    letter = told - (most if large else least)
    say, shown = exam.language, sp.Symbol(name)
    at = ", ".join(map(latex, sorted(critical)))
    opening = [
        _WORDS["slope"].say(say, slope=latex(sp.factor(slope)), at=_WORDS["places"].say(say, x=at) if at else _WORDS["nowhere"].say(say)),
        _WORDS["values"].say(say, values=", ".join(rf"\(f({latex(p)})={latex(v + shown)}\)" for p, v in zip(places, values, strict=True))),
        _WORDS["letter"].say(say, end=_WORDS["largest" if large else "least"].say(say), value=latex((most if large else least) + shown), told=latex(told), c=name, found=exact_latex(letter)),
    ]  # fmt: skip
    head = (
        f"g, low, high = {exact_source(g)}, {exact_source(low)}, {exact_source(high)}",
        "values = [g.subs(x, v) for v in {S(low), S(high), *solveset(diff(g, x), x, Interval.open(low, high))}]",
    )
    grid = (head[0], f"places = [low + S(high - low)*k/200 for k in range(201)] + {exact_source(places)}", "rough = [g.subs(x, v) for v in places]")  # fmt: skip
    found = f"{exact_source(told)} - {'max' if large else 'min'}(values)"
    tasks = list[Task]()
    for asked in exam.asked:
        if asked.kind == "ask_letter":
            if asked.values["letter"] != name:
                raise Unfit
            test = f"{'max' if large else 'min'}(rough) + answer == {exact_source(told)}"
            tasks.append(task(exam, opening, (*head, found), (*grid, test), _WORDS["method"], variables="x", letters=("x",), assumptions="real=True"))  # fmt: skip
            continue
        if (asked.values["other"].lower() in _LARGE) == large or asked.values.get("low2") and (asked.values["low2"], asked.values["high2"]) != (said["low"], said["high"]):  # fmt: skip
            raise Unfit
        value = (least if large else most) + letter
        steps = [*opening, _WORDS["other"].say(say, end=_WORDS["least" if large else "largest"].say(say), value=exact_latex(value))]  # fmt: skip
        last = f"{'min' if large else 'max'}(values) + {found}"
        test = f"{exact_source(told)} - answer == {'1' if large else '-1'}*(max(rough) - min(rough))"
        tasks.append(task(exam, steps, (*head, last), (*grid, test), _WORDS["method"], variables="x", letters=("x",), assumptions="real=True"))  # fmt: skip
    return tasks
