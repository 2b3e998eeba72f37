"""Computations that have no value: a division by zero, 0⁰, a logarithm of what is not positive, an arcsine beyond 1.

Read: expressions without letters in signs or in words. Real numbers are meant, as where such functions are taught.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Call, Number, symbols, walk
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.numbers.arithmetic.vocabulary import VOCABULARY
from solver.topics.numbers.arithmetic.wording import expression_of, is_range, rewritten

ANSWER: Final = Words(r"\text{{undefined}}", r"\text{{无意义}}")
MEANT: Final = frozenset("undefined|doesnotexist|notdefined|无意义|没有意义|不存在|未定义|无定义".split("|"))
WORDS: Final = {
    "what": Words("We have to compute \\[{whole}\\]", "要计算 \\[{whole}\\]"),
    "inner": Words("The divisor is \\({divisor}=0\\).", "除数是 \\({divisor}=0\\)。"),
    "division": Words(
        "A quotient \\({part}=q\\) would have to satisfy \\(0\\cdot q={above}\\). But \\(0\\cdot q\\) is always 0, so there is no such number: nothing can be divided by 0.",
        "如果 \\({part}=q\\)，那么应有 \\(0\\cdot q={above}\\)。但 0 乘任何数都得 0，这样的数不存在：0 不能作除数。",
    ),
    "zeros": Words(
        "A quotient \\({part}=q\\) would have to satisfy \\(0\\cdot q=0\\). That is true of every number \\(q\\), so no single value is the quotient: nothing can be divided by 0.",
        "如果 \\({part}=q\\)，那么应有 \\(0\\cdot q=0\\)。任何数 \\(q\\) 都满足，商不唯一：0 不能作除数。",
    ),
    "power": Words(
        "\\(a^0=1\\) comes from \\(a^n\\div a^n\\), which needs \\(a\\ne 0\\). So \\(0^0\\) has no value (only where it is agreed on, as in the binomial theorem, it is written for 1).",
        "\\(a^0=1\\) 来自 \\(a^n\\div a^n\\)，要求 \\(a\\ne 0\\)，所以 \\(0^0\\) 没有意义（只有在另作约定时，例如二项式定理中，才记作 1）。",
    ),
    "log": Words(
        "The logarithm \\({part}\\) would be the exponent \\(y\\) with \\({base}^{{y}}={inside}\\). A positive base to any real exponent is positive, so there is no such number.",
        "对数 \\({part}\\) 应是满足 \\({base}^{{y}}={inside}\\) 的指数 \\(y\\)。正数的任何实数次幂都是正数，所以这样的数不存在。",
    ),
    "base": Words(
        "The base of a logarithm is positive and not 1; here it is \\({base}\\).",
        "对数的底数必须是不等于 1 的正数，这里是 \\({base}\\)。",
    ),
    "arc": Words(
        "\\({part}\\) would be an angle whose {function} is \\({inside}\\), but a {function} lies between \\(-1\\) and \\(1\\).",
        "\\({part}\\) 应是{function}值等于 \\({inside}\\) 的角，但{function}值总在 \\(-1\\) 与 \\(1\\) 之间。",
    ),
    "code": Words("all real numbers that could be the value", "找出所有可能的实数值"),
    "answer": Words("So the expression has no value: \\({answer}\\).", "所以这个式子没有值：\\({answer}\\)。"),
    "claim": Words("\\({whole}\\) has no value", "\\({whole}\\) 没有意义"),
    "near": Words("divisors close to 0 from both sides give values that are far apart", "除数从两侧接近 0 时，商相差越来越大"),
    "two": Words("different numbers fit", "有不同的数都符合"),
    "sign": Words("the sign of the power, as sympy knows it", "由 sympy 判断幂的符号"),
    "square": Words("the squares of sine and cosine add up to 1", "正弦与余弦的平方和等于 1"),
}  # fmt: skip
_FUNCTIONS: Final = {"asin": Words("sine", "正弦"), "acos": Words("cosine", "余弦")}


def read(text: Text) -> Reading:
    """A computation without letters that has no value; None for all that has one."""
    if is_range(text.source, found := account(rewritten(text.source), VOCABULARY)):
        return None
    nodes = found.nodes
    if found.unread or not nodes or len(found.asked) != len(nodes) or any(symbols(n) - {"e"} for n in nodes):
        return None
    if any(found.has(c) for c in ("more_than", "less_than", "than")):
        return None
    whole = expression_of(found)
    if whole is None or (part := undefined_part(whole)) is None:
        return None
    return Undefined(whole, part, text.language)


def undefined_part(node: Node) -> Binary | Call | None:
    """The first part, innermost first, that has no value among the real numbers."""
    for part in reversed(list(walk(node))):
        match part:
            case Binary("/", _, right) if _value(right) == 0:
                return part
            case Binary("^", left, right) if _value(left) == 0 == _value(right):
                return part
            case Call("log", (inside, *base)):
                value, b = _value(inside), _value(base[0]) if base else sp.E
                if value is not None and value <= 0 or b is not None and (b <= 0 or b == 1):
                    return part
            case Call("asin" | "acos", (inside,)):
                value = _value(inside)
                if value is not None and abs(value) > 1:
                    return part
    return None


def _value(node: Node) -> sp.Expr | None:
    """The real number that a part stands for; None where it has none."""
    try:
        value = to_sympy(node)
    except FormulaError:
        return None
    return value if isinstance(value, sp.Expr) and value.is_extended_real and value.is_finite else None


@dataclass(frozen=True, slots=True)
class Undefined:
    """A `whole` expression of which a `part` has no value."""

    whole: Node
    part: Binary | Call
    language: Language

    def solution(self) -> Solution:
        """Why the part has no value; the cell looks for one."""
        say = self.language
        steps = [WORDS["what"].say(say, whole=to_latex(self.whole))]
        shown = {"part": to_latex(self.part)}
        match self.part:
            case Binary("/", left, right):
                if not isinstance(right, Number):
                    steps.append(WORDS["inner"].say(say, divisor=to_latex(right)))
                above = _value(left)
                key = "zeros" if above == 0 else "division"
                steps.append(WORDS[key].say(say, above=to_latex(left), **shown))
                source = f"solveset(Eq(0*q, {to_python(left)}), q, S.Reals)"
            case Binary():
                steps.append(WORDS["power"].say(say))
                source = "solveset(Eq(0*q, 0), q, S.Reals)  # 0^n / 0^n"
            case Call("log", (inside, *base)):
                below = to_latex(base[0]) if base else "e"
                value = _value(base[0]) if base else sp.E
                key = "log" if value is not None and value > 0 and value != 1 else "base"
                steps.append(WORDS[key].say(say, base=below, inside=to_latex(inside), **shown))
                source = (
                    f"solveset(Eq({to_python(base[0]) if base else 'E'}**q, {to_python(inside)}), q, S.Reals)"
                )
            case Call(name, (inside, *_)):
                function = _FUNCTIONS[name].say(say)
                steps.append(WORDS["arc"].say(say, function=function, inside=to_latex(inside), **shown))
                source = f"solveset(Eq({name[1:]}(q), {to_python(inside)}), q, S.Reals)"
        return Solution(tuple(steps), cell(comment(WORDS["code"].say(say)), source, variables=("q",)))

    def conclude(self, value: Any) -> Conclusion | None:
        """No value, or every number and so no single one."""
        if not isinstance(value, sp.Set) or isinstance(value, sp.FiniteSet) and len(value) == 1:
            return None
        answer = ANSWER.say(self.language)
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Another reason for "undefined"; a number is refuted by the same."""
        said = answer.replace(r"\text", "").strip("{} ").replace(" ", "").lower()
        match self.part:
            case Binary("/", left, _) if _value(left) != 0:
                source, way = (
                    f"apart = limit({to_python(left)}/q, q, 0, '+') != limit({to_python(left)}/q, q, 0, '-')",
                    "near",
                )
            case Binary():
                source, way = "apart = all(0*value == 0 for value in (1, 2))", "two"
            case Call("log", (inside, *base)):
                below = to_python(base[0]) if base else "E"
                source, way = (
                    f"p = Symbol('p', real=True)\napart = not (({below})**p).is_positive or {to_python(inside)} <= 0 or {below} == 1",
                    "sign",
                )
            case Call(_, (inside, *_)):
                source, way = (
                    f"apart = simplify(sin(q)**2 + cos(q)**2) == 1 and ({to_python(inside)})**2 > 1",
                    "square",
                )
        lines = [*source.split("\n"), f"bool(apart) and {said in MEANT}"]
        claim = WORDS["claim"].say(self.language, whole=to_latex(self.whole))
        return CheckPlan(claim, WORDS[way].say(self.language), cell(*lines, variables=("q",)))
