r"""A problem solved although the method that was asked for does not fit it: one sentence says why, and another method goes on.

A task may know why for just its problem (`why_not`); else it is told what the method is for. Not: methods that a problem forbids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Protocol, runtime_checkable

from solver.ports import Language
from solver.topics.base import Methodical, Task, Words
from solver.topics.forms import InForm
from solver.topics.methods import Instead, method_of, name_of


@runtime_checkable
class Reasoned(Methodical, Protocol):
    """A task that can tell of methods that are not among its own what in just this problem is against them."""

    def why_not(self, method: str) -> str | None:
        """A clause without a full stop; None where it knows no more than what the method is for."""
        ...


FOR: Final[Mapping[str, Words]] = {
    "factoring": Words("what splits into factors with rational coefficients", "能分解成有理系数因式的式子"),
    "completing-the-square": Words("quadratic equations and functions", "一元二次方程和二次函数"),
    "formula": Words("quadratic equations and functions", "一元二次方程和二次函数"),
    "square-roots": Words("equations of the form \\((px+q)^2=c\\)", "形如 \\((px+q)^2=c\\) 的方程"),
    "graph": Words("equations and systems whose solutions can be read off a drawing", "能从图象上准确读出解的方程和方程组"),
    "substitution": Words("systems of equations", "方程组"),
    "change-of-variable": Words("what contains one expression again and again, or an inner function together with its derivative", "重复含有同一个式子、或含有内层函数及其导数的式子"),
    "elimination": Words("systems of linear equations", "线性方程组"),
    "cramer": Words("linear systems with one solution, as many equations as unknowns", "方程与未知数个数相同、有唯一解的线性方程组"),
    "gauss": Words("systems of linear equations and matrices of numbers", "线性方程组和数字矩阵"),
    "inverse-matrix": Words("systems of linear equations with one solution", "有唯一解的线性方程组"),
    "euclid": Words("common divisors of whole numbers", "整数的公约数"),
    "prime-factors": Words("divisors and multiples of whole numbers", "整数的约数和倍数"),
    "listing": Words("divisors and multiples of small whole numbers", "较小整数的约数和倍数"),
    "short-division": Words("common divisors and multiples of whole numbers", "几个整数的公约数和公倍数"),
    "hospital": Words("limits of the form \\(\\frac{{0}}{{0}}\\) or \\(\\frac{{\\infty}}{{\\infty}}\\)", "\\(\\frac{{0}}{{0}}\\) 型或 \\(\\frac{{\\infty}}{{\\infty}}\\) 型的极限"),
    "rationalising": Words("fractions with square roots", "含有根式的分式"),
    "equivalents": Words("products and quotients with factors that tend to 0", "含有趋于 0 的因子的积或商"),
    "taylor": Words("functions that are expanded in powers, and their limits", "要按幂展开的函数及其极限"),
    "highest-power": Words("fractions of polynomials at infinity", "\\(x\\to\\infty\\) 时多项式之比的极限"),
    "rules": Words("derivatives", "求导数"),
    "definition": Words("derivatives and integrals whose limit can be worked out in a few lines", "能直接算出极限的导数和定积分"),
    "antiderivative": Words("definite integrals", "定积分"),
    "direct": Words("integrals that stand in a table", "能直接套用基本公式的积分"),
    "parts": Words("products of two functions of which one becomes simpler when it is differentiated", "其中一个函数求导后变简单的乘积"),
    "partial-fractions": Words("fractions whose denominator has several factors", "分母能分解成几个因式的有理分式"),
    "trig-substitution": Words("roots such as \\(\\sqrt{{a^2-x^2}}\\) and \\(\\sqrt{{a^2+x^2}}\\)", "含有 \\(\\sqrt{{a^2-x^2}}\\)、\\(\\sqrt{{a^2+x^2}}\\) 等根式的积分"),
    "symmetry": Words("parabolas that meet the axis at two points", "与横轴有两个交点的抛物线"),
    "derivative": Words("largest and smallest values of functions", "求函数的最值"),
    "cofactors": Words("determinants", "行列式"),
    "sarrus": Words("determinants with three rows", "三阶行列式"),
    "adjugate": Words("inverse matrices", "求逆矩阵"),
    "cases": Words("absolute values, which are something else left and right of a point", "绝对值这样要分情况去掉符号的式子"),
    "squaring": Words("equations with an absolute value or a root", "含绝对值或根号的方程"),
    "number-line": Words("equations such as \\(|x-a|=r\\)", "形如 \\(|x-a|=r\\) 的方程"),
    "pairing": Words("sums of evenly spaced numbers", "等间隔的数的和"),
    "synthetic": Words("division by \\(x-a\\)", "除式为 \\(x-a\\) 的除法"),
    "long-division": Words("division of polynomials", "多项式的除法"),
    "remainder-theorem": Words("the remainder on division by a linear polynomial", "求除以一次式的余式"),
    "assumption": Words("stories of two kinds of things that are counted together", "两类事物合在一起计数的应用题"),
    "equation": Words("stories with an unknown number", "含有未知数的应用题"),
    "lifting-legs": Words("chickens and rabbits and stories like it", "鸡兔同笼这类应用题"),
    "table": Words("stories with small whole numbers", "数目较小的应用题"),
}  # fmt: skip
SAY: Final = {
    "for": Words("it is for {what}", "它适用于{what}"),
    "by": Words("“{method}” does not fit here: {reason}. The problem is solved by another method instead, “{other}”.",
                "这道题不适合用“{method}”：{reason}。下面改用“{other}”来解。"),
    "usual": Words("“{method}” does not fit here: {reason}. The problem is solved in the usual way instead.",
                   "这道题不适合用“{method}”：{reason}。下面用通常的方法来解。"),
    "several": Words("You ask for {method} at once; this is the solution by one method, “{other}”. Ask for the others one at a time.",
                     "题目同时要求了{method}，这里先用“{other}”来解；其他方法请分别提出。"),
}  # fmt: skip


def instead(task: Task, wanted: tuple[str, ...], language: Language) -> Task:
    """The task by a method of its own, where it has none of those that are `wanted`, or they are several."""
    if isinstance(task, InForm):  # which writes its answer in the end, and has to know that it does
        return replace(task, task=instead(task.task, wanted, language))
    offered = task.methods() if isinstance(task, Methodical) else ()
    fitting = next((m for m in wanted if m in offered), None)
    if fitting is not None and isinstance(task, Methodical):
        task = task.by(fitting)
    other = method_of(task)
    last = "和" if language == "zh" else " and "
    asked = last.join(f"“{name_of(m, language)}”" for m in wanted)
    if len(wanted) > 1 and other is not None:
        return Instead(task, SAY["several"].say(language, method=asked, other=name_of(other, language)))
    reason = _why_not(task, wanted[0], language)
    name = name_of(wanted[0], language)
    facts = {"method": name[0].upper() + name[1:], "reason": reason}
    if other is None:
        return Instead(task, SAY["usual"].say(language, **facts))
    return Instead(task, SAY["by"].say(language, **facts, other=name_of(other, language)))


def _why_not(task: Task, method: str, language: Language) -> str:
    known = task.why_not(method) if isinstance(task, Reasoned) else None
    return known or SAY["for"].say(language, what=FOR[method].say(language))
