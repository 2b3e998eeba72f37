"""The interpolating polynomial of listed values, by Lagrange or Newton, and what it says elsewhere. Not: splines, derivatives, error terms."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import LET, LET_ZH, lesson, told
from solver.topics.prepared import Prepared

_NUMBER: Final = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_PAIR: Final = rf"\( ?{_NUMBER} ?, ?{_NUMBER} ?\)"
_POINTS: Final = rf"(?P<points>{_PAIR}(?: ?(?:,|and|, and|和|、|与)? ?{_PAIR}){{1,5}})"
_VALUE: Final = rf"[a-z] ?\( ?{_NUMBER} ?\) ?= ?{_NUMBER}"
_VALUES: Final = rf"(?P<values>{_VALUE}(?: ?(?:,|and|, and|和|、|与) ?{_VALUE}){{1,5}})"
_GIVEN: Final = rf"(?:{_POINTS}|{_VALUES})"
_WAY: Final = r"(?:(?P<size>linear|quadratic|cubic|second[- ]degree|third[- ]degree) )?(?:(?:Lagrange(?:'s)?|Newton(?:'s)?(?: divided[- ]difference)?) )?"
_POLYNOMIAL: Final = rf"{_WAY}(?:interpolat(?:ing|ion) polynomial|form of the interpolating polynomial)(?: [PLN](?:_\{{?\d\}}?)?(?: ?\( ?x ?\))?)?"
_THROUGH: Final = r"(?:through|for|of|that (?:passes through|interpolates|fits)|passing through|interpolating)(?: the)?(?: following)?(?: data| given)?(?: points?| set| values?)*:?"
_AT: Final = rf"[a-zP](?:_\{{?\d\}}?)? ?\( ?(?P<at>{_NUMBER}) ?\)"
TABLE_EN: Final = {
    "given": (rf"{LET}(?:the )?(?:data )?(?:points?|values?|data)?(?: are| be)?:? ?{_GIVEN}(?: are given)?",),
    "polynomial": (
        rf"{FIND}(?:the )?{_POLYNOMIAL} {_THROUGH} {_GIVEN}", rf"{FIND}(?:the )?{_POLYNOMIAL}(?: {_THROUGH} (?:these|this|the)? ?(?:points|data|values))?",
        rf"{FIND}the polynomial of (?:degree (?:at most|(?:less than|not more than) or equal to) \d|degree <= ?\d|least degree|lowest degree|smallest degree) {_THROUGH} {_GIVEN}",
    ),
    "value": (
        rf"(?:(?:use|using) {_WAY}(?:interpolat(?:ing|ion) ?(?:polynomial)?)(?: to)? )?(?:estimate |approximate |{FIND})(?:the value of )?{_AT}(?: given(?: that)? {_VALUES.replace('<values>', '<values2>')})?(?: (?:using|by|from|with) (?:the )?{_WAY.replace('<size>', '<size2>')}interpolat(?:ing|ion)(?: polynomial)?(?: {_THROUGH} {_GIVEN})?)?",
        rf"(?:and )?(?:use it to |hence )(?:estimate|approximate|find) {_AT}",
    ),
}  # fmt: skip
_WAY_ZH: Final = r"(?:(?P<size>一次|二次|三次|线性|抛物)?(?:拉格朗日|Lagrange|牛顿|Newton)?(?:二次|三次)?插值(?:法|公式)?(?:多项式)?)"
TABLE_ZH: Final = {
    "given": (rf"{LET_ZH}(?:函数)?(?:数据|数据点|插值点|节点|函数值)?:? ?{_GIVEN}",),
    "polynomial": (
        rf"{FIND_ZH}(?:过(?:点)? ?{_GIVEN} ?的)?(?: ?(?:函数 ?)?f ?\( ?x ?\) ?的)? ?(?:过(?:这些|上述|已知)点的|满足(?:上述|这些)?条件的)?{_WAY_ZH}(?: ?[PLN](?:_\{{?\d\}}?)? ?(?:\(x\))?)?{HOW_MUCH_ZH}",
    ),
    "value": (
        rf"(?:并)?(?:用|利用)?(?:{_WAY_ZH}|它|其)?,? ?(?:并)?{FIND_ZH} ?{_AT} ?(?:的)?(?:近似值|值)?{HOW_MUCH_ZH}",
        rf"(?:并)?(?:由此)?(?:计算|求|估计) ?{_AT} ?(?:的)?(?:近似值)?",
    ),
}  # fmt: skip
SIZES: Final = {"linear": 2, "quadratic": 3, "cubic": 4, "second-degree": 3, "second degree": 3, "third-degree": 4, "third degree": 4, "一次": 2, "线性": 2, "二次": 3, "抛物": 3, "三次": 4}  # fmt: skip
METHOD: Final = Words("divided differences: Newton's form is the same polynomial", "用差商写成牛顿形式检验")
SENTENCE: Final = Words("So \\({answer}\\).", "所以 \\({answer}\\)。")
X: Final = sp.Symbol("x")


@lesson("(?i)interpolat|插值", en=TABLE_EN, zh=TABLE_ZH)
def interpolating(found: list[Said], say: Language) -> Task | None:
    """The polynomial, its value at one place, or both."""
    texts = [s.values[k] for s in found for k in ("points", "values", "values2") if s.values.get(k)]
    asked = [s.kind for s in found if s.kind != "given"]
    if len(texts) != 1 or asked not in (["polynomial"], ["value"], ["polynomial", "value"]):
        return None
    pair = rf"\( ?({_NUMBER}) ?(?:, ?|\) ?= ?)({_NUMBER})"
    points = [(sp.Rational(a), sp.Rational(b)) for a, b in re.findall(pair, texts[0])]
    sizes = {SIZES[s.values[k].lower()] for s in found for k in ("size", "size2") if s.values.get(k)}
    if len({x for x, _ in points}) != len(points) or sizes - {len(points)}:
        return None
    at = next((sp.Rational(s.values["at"]) for s in found if s.values.get("at")), None)
    return _task(points, at, asked, say)


def _task(points: list[tuple[sp.Rational, sp.Rational]], at: sp.Rational | None, asked: list[str], say: Language) -> Task:  # fmt: skip
    terms, steps = list[sp.Expr](), list[str]()
    for k, (a, _) in enumerate(points):
        others = [b for j, (b, _) in enumerate(points) if j != k]
        top = "".join(rf"\left({latex(X - b)}\right)" if b else "x" for b in others)
        bottom = sp.prod([a - b for b in others])
        terms.append(sp.prod([X - b for b in others]) / bottom)
        steps.append(rf"\ell_{{{k}}}(x)=\frac{{{top}}}{{{latex(bottom)}}}")
    polynomial = sp.expand(sum(y * t for (_, y), t in zip(points, terms, strict=True)))
    listed = r",\quad ".join(steps)
    total = "+".join((rf"\left({latex(y)}\right)" if y < 0 else latex(y)) + rf"\,\ell_{{{k}}}(x)" for k, (_, y) in enumerate(points))  # fmt: skip
    shown_steps = [
        told(say, rf"The basis polynomials are 1 at one of the places and 0 at the others: \[{listed}\]", rf"写出插值基函数（在一个节点取 1，其余节点取 0）：\[{listed}\]"),
        told(say, rf"So \[P(x)={total}={latex(polynomial)}\]", rf"所以 \[P(x)={total}={latex(polynomial)}\]"),
    ]  # fmt: skip
    if at is not None:
        value = polynomial.subs(X, at)
        shown_steps.append(told(say, rf"At \(x={latex(at)}\) it is \(P({latex(at)})={latex(value)}\).", rf"代入 \(x={latex(at)}\)，得 \(P({latex(at)})={latex(value)}\)。"))  # fmt: skip
    results = ["p"] * ("polynomial" in asked) + [f"p.subs(x, {exact_source(at)})"] * (at is not None)
    source = cell(
        f"points = {exact_source(points)}",
        comment(told(say, "the polynomial through the points", "过各点的插值多项式")),
        "p = expand(interpolate(points, x))",
        f"[{', '.join(results)}]",
        variables="x",
    )

    def shown(value: Any) -> str | None:
        if not isinstance(value, list) or len(value) != len(results):
            return None
        return r";\ ".join(map(latex, value))

    def given(answer: str) -> Any:
        parts = [values_in(re.sub(r"^[^=]*=", "", part), ["x"]) for part in answer.split(";")]
        if len(parts) != len(results) or any(p is None or len(p) != 1 or not isinstance(p[0], sp.Expr) for p in parts):  # fmt: skip
            return None
        return [p[0] for p in parts if p is not None]

    tests = [
        f"points = {exact_source(points)}", "places, table = [a for a, b in points], [b for a, b in points]",
        "for k in range(1, len(points)):\n    for i in range(len(points) - 1, k - 1, -1):\n        table[i] = Rational(table[i] - table[i - 1])/(places[i] - places[i - k])",
        "newton = lambda t: sum(c*prod([t - places[j] for j in range(i)]) for i, c in enumerate(table))",
    ]  # fmt: skip
    checks = []
    if "polynomial" in asked:
        checks.append("simplify(answer[0] - newton(x)) == 0")
    if at is not None:
        checks.append(f"simplify(answer[-1] - newton({exact_source(at)})) == 0")
    tests.append(" and ".join(checks))
    return Prepared(say, tuple(shown_steps), source, tuple(tests), METHOD, SENTENCE, shown=shown, given=given, letters=("x",))  # fmt: skip
