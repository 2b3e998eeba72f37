"""A discrete random variable whose probabilities are a formula with one constant: P(X = x) = kx for x = 1, 2, 3, 4.

Read: a few values that are listed, one constant; asked are the constant, E(X), Var(X), the standard deviation, probabilities. Not: infinitely many values, two constants.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import symbols
from solver.latex import exact_latex
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_PART: Final = r"(?:(?:find|求):? ?)?(?:[(（]?(?:[1-4]|i{1,3}|iv|[a-d])[)）] ?|[①②③④] ?)?"
_P: Final = r"(?:Pr?\( ?X ?= ?(?P<x>[a-z]) ?\)|[pf] ?\( ?(?P<x2>[a-z]) ?\))"
_F: Final = r"(?P<f>(?:\\[dt]?frac|[^=,;，。；一-鿿A-Za-z\\]|(?<![A-Za-z])[a-z]{1,2}(?![A-Za-z])){1,40}?)"
_LIST: Final = (
    r"\(? ?[a-z] ?(?:=|∈|\\in) ?\\?\{? ?(?P<values>-?\d+(?: ?, ?-?\d+){1,9}) ?(?:and \d+ ?)?\\?\}? ?\)?"
)
_RANGE: Final = r"(?P<low>-?\d) ?(?:<=?) ?X ?(?:<=?) ?(?P<high>-?\d)|X ?(?P<sign><=?|>=?|=) ?(?P<end>-?\d)"
_MEASURES: Final = {
    "ask_letter": (rf"{_PART}{FIND}(?:the )?(?:value of )?(?:the )?(?:constant )?(?P<letter>[a-hj-w])",),
    "ask_mean": (rf"{_PART}{FIND}(?:the )?(?:value of )?(?:E\( ?X ?\)|E ?\[ ?X ?\]|(?:expected value|expectation|mean)(?: of X)?)",),
    "ask_variance": (rf"{_PART}{FIND}(?:the )?(?:value of )?(?:\{{?V(?:ar)?\}}?\( ?X ?\)|variance(?: of X)?)",),
    "ask_deviation": (rf"{_PART}{FIND}(?:the )?standard deviation(?: of X)?",),
    "ask_chance": (rf"{_PART}{FIND}(?:the )?(?:value of )?Pr?\( ?(?:{_RANGE}) ?\)",),
}  # fmt: skip
_EN: Final = {
    "law": (
        rf"(?:the |a |let (?:the )?)?(?:discrete )?random variable X (?:has|have|is (?:given|defined) by|with)(?: (?:the |a )?probability (?:distribution|(?:mass )?function)(?: given by)?)? ?:? ?{_P} ?= ?{_F},? ?(?:for |where )?{_LIST}",
        rf"(?:the )?probability (?:distribution|(?:mass )?function) of (?:a |the )?(?:discrete )?(?:random variable )?X is(?: given by)? {_P} ?= ?{_F},? ?(?:for |where )?{_LIST}",
    ),
    "zero": (r"(?:and )?(?:is )?(?:0|zero) (?:otherwise|elsewhere)", r"P\( ?X ?= ?[a-z] ?\) ?= ?0 (?:otherwise|elsewhere)", r"(?:where )?[a-hj-w] is a (?:positive )?constant"),
    **_MEASURES,
}  # fmt: skip
_ZH: Final = {
    "law": (rf"(?:已知|设|若)?(?:离散型)?(?:随机变量)?X的?(?:概率)?(?:分布列?|分布律)?(?:为|是|满足)?:?{_P} ?= ?{_F}[,，]?{_LIST}", rf"(?:已知|设|若)?(?:离散型)?随机变量X(?:的)?(?:所有)?可能取值为(?P<values>\d+(?:,\d+){{1,9}}),且?{_P}={_F}"),
    "constant": (r"(?:其中)?[a-hj-w](?:为|是)(?:常数|正常数)",),
    "ask_letter": (rf"{_PART}{FIND_ZH}(?:常数|实数)?(?P<letter>[a-hj-w])(?:的值)?{HOW_MUCH_ZH}",),
    "ask_mean": (rf"{_PART}{FIND_ZH}(?:E\(X\)|EX|X的(?:数学)?(?:期望|均值)(?:E\(?X\)?)?){HOW_MUCH_ZH}",),
    "ask_variance": (rf"{_PART}{FIND_ZH}(?:D\(X\)|DX|X的方差(?:D\(?X\)?)?){HOW_MUCH_ZH}",),
    "ask_chance": (rf"{_PART}{FIND_ZH}P\((?:{_RANGE})\)(?:的值)?{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "sum": Words("All probabilities together are 1: \\[{sum}=1,\\qquad {c}={value}\\]", "概率之和为 1：\\[{sum}=1,\\qquad {c}={value}\\]"),
    "law": Words("So the probabilities of \\({values}\\) are \\({chances}\\).", "所以 \\(X\\) 取 \\({values}\\) 的概率依次为 \\({chances}\\)。"),
    "mean": Words("\\(E(X)=\\sum x\\,P(X=x)={mean}\\).", "\\(E(X)=\\sum x\\,P(X=x)={mean}\\)。"),
    "variance": Words("\\(\\operatorname{{Var}}(X)=E(X^2)-E(X)^2={square}-({mean})^2={value}\\).", "\\(D(X)=E(X^2)-[E(X)]^2={square}-({mean})^2={value}\\)。"),
    "deviation": Words("Its root is \\({value}\\).", "开方得标准差 \\({value}\\)。"),
    "chance": Words("Added for the values that are meant: \\({value}\\).", "把满足条件的概率相加，得 \\({value}\\)。"),
    "method": Words("the probabilities were computed again in proportion, without the constant", "不用常数，按比例重新计算概率"),
}  # fmt: skip


@kind(r"(?i)random variable|probability (?:mass )?function|probability distribution", "en", _EN)
@kind(r"随机变量|分布[列律]", "zh", _ZH)
def law(exam: Exam) -> list[Task]:
    """The constant from the sum, then what is asked."""
    said = exam.one("law").values
    x, c = sp.Symbol("x"), sp.Symbol("c")
    name = said.get("x") or said.get("x2") or ""
    node = parse(said["f"])
    others = symbols(node) - {name, "e", "π"}
    if len(others) != 1 or name not in symbols(node):
        raise Unfit
    (letter,) = others
    f = to_sympy(node, {name: x, letter: c})
    values = [sp.Integer(v) for v in re.findall(r"-?\d+", said["values"])]
    if len(set(values)) != len(values):
        raise Unfit
    found = [v for v in sp.solve(sum(f.subs(x, v) for v in values) - 1, c) if all(f.subs({x: u, c: v}) >= 0 for u in values)]  # fmt: skip
    if len(found) != 1 or not found[0].is_Rational:
        raise Unfit
    constant = found[0]
    chances = [f.subs({x: u, c: constant}) for u in values]
    if not all(p.is_Rational for p in chances):
        raise Unfit
    say = exam.language
    shown = sp.Symbol(letter)
    total = "+".join(exact_latex(f.subs({x: u, c: shown})) for u in values)
    opening = [
        _WORDS["sum"].say(say, sum=total, c=letter, value=exact_latex(constant)),
        _WORDS["law"].say(say, values=", ".join(map(str, values)), chances=", ".join(map(exact_latex, chances))),
    ]  # fmt: skip
    weights = [f.subs({x: u, c: sp.S.One}) for u in values]
    if any(w * chances[0] != p * weights[0] for w, p in zip(weights, chances, strict=True)):
        raise Unfit  # the constant is no factor
    head = (
        f"f = lambda x, c: {exact_source(f)}",
        f"values = {exact_source(values)}",
        "(k,) = [v for v in solve(sum(f(v, c) for v in values) - 1, c) if all(f(u, v) >= 0 for u in values)]",
        "chances = [f(v, k) for v in values]",
    )
    tests = (f"values, weights = {exact_source(values)}, {exact_source(weights)}", "shares = [S(w)/sum(weights) for w in weights]")  # fmt: skip
    return [_asked(exam, asked.kind, asked.values, letter, constant, values, chances, opening, head, tests, f) for asked in exam.asked]  # fmt: skip


def _asked(exam: Exam, what: str, said: Any, letter: str, constant: sp.Expr, values: list[sp.Expr], chances: list[sp.Expr], opening: list[str], head: tuple[str, ...], tests: tuple[str, ...], f: sp.Expr) -> Task:  # fmt: skip
    say, steps = exam.language, list(opening)
    pairs = list(zip(values, chances, strict=True))
    mean, square = sum(v * p for v, p in pairs), sum(v * v * p for v, p in pairs)
    variance = square - mean**2
    if what == "ask_letter":
        if said["letter"] != letter:
            raise Unfit
        return task(exam, steps[:1], (*head, "k"), (f"f = lambda x, c: {exact_source(f)}", f"values = {exact_source(values)}", "chances = [f(v, answer) for v in values]", "sum(chances) == 1 and all(p >= 0 for p in chances)"), _WORDS["method"], variables="c")  # fmt: skip
    if what == "ask_mean":
        steps.append(_WORDS["mean"].say(say, mean=exact_latex(mean)))
        last, test = "sum(v*p for v, p in zip(values, chances))", "sum((v - answer)*p for v, p in zip(values, shares)) == 0"  # fmt: skip
    elif what in ("ask_variance", "ask_deviation"):
        steps.append(_WORDS["mean"].say(say, mean=exact_latex(mean)))
        steps.append(_WORDS["variance"].say(say, square=exact_latex(square), mean=exact_latex(mean), value=exact_latex(variance)))  # fmt: skip
        last = "sum(v**2*p for v, p in zip(values, chances)) - sum(v*p for v, p in zip(values, chances))**2"
        # half the mean square of the difference of two independent ones
        test = "2*answer == sum((v - w)**2*p*q for v, p in zip(values, shares) for w, q in zip(values, shares))"  # fmt: skip
        if what == "ask_deviation":
            steps.append(_WORDS["deviation"].say(say, value=exact_latex(sp.sqrt(variance))))
            last, test = f"sqrt({last})", test.replace("2*answer", "answer > 0 and 2*answer**2")
    else:
        condition = _condition(said)
        value = sum((p for v, p in pairs if condition(v)), sp.S.Zero)
        steps.append(_WORDS["chance"].say(say, value=exact_latex(value)))
        meant = [bool(condition(v)) for v in values]
        last = f"sum(p for p, meant in zip(chances, {meant}) if meant)"
        test = f"1 - answer == sum(p for p, meant in zip(shares, {meant}) if not meant)"
    return task(exam, steps, (*head, last), (*tests, test), _WORDS["method"], variables="c")


def _condition(said: Any) -> Any:
    if said.get("low") is not None:
        raise Unfit
    end, sign = sp.Integer(said["end"]), said["sign"]
    return {
        "<": lambda v: v < end,
        "<=": lambda v: v <= end,
        ">": lambda v: v > end,
        ">=": lambda v: v >= end,
        "=": lambda v: v == end,
    }[sign]
