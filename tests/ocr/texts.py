"""Problems in words and formulas, for pictures: sentences of textbooks' kinds with formulas drawn at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from solver.ports import Language

SENTENCES: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "Solve the equation {equation} for all real numbers.",
        "Find the value of {letter} such that {equation} holds.",
        "Simplify the expression {fraction} and write it in lowest terms.",
        "A train travels 240 kilometres in 3 hours. How long does it take for 400 kilometres at the same speed?",
        "Find the derivative of {function} at the given point.",
        "Evaluate the definite integral {integral} and give an exact answer.",
        "Anna has 24 apples and gives one third of them to her brother. How many apples does she have left?",
        "Determine the limit {limit} or show that it does not exist.",
        "The sum of the first ten terms is given by {sum} in this sequence.",
        "Factor the polynomial {polynomial} completely over the integers.",
        "Let {letter} be the smaller root of {equation} and find its square.",
        "Calculate {radical} without a calculator.",
        "A rectangle is 5 metres longer than it is wide and its area is 84 square metres. Find its perimeter.",
        "Given that {inequality} describe the set of solutions.",
        "In a right triangle the two shorter sides are 9 and 12. Find the length of the longest side.",
        "Prove that {identity} is true for every angle.",
        "The graph of {function} crosses the horizontal axis twice. Where does it do so?",
        "What is the probability of drawing two red balls from a bag with 4 red and 6 blue balls?",
        "Write {fraction} as the sum of a polynomial and a proper fraction.",
        "Find all solutions of {equation} between these bounds and explain every step.",
    ),
    "zh": (
        "解方程{equation}，并检验所得的结果。",
        "已知{equation}，求{letter}的值。",
        "化简分式{fraction}，并写出使它有意义的条件。",
        "一列火车3小时行驶240千米，照这样的速度，行驶400千米需要多少小时？",
        "求函数{function}的导数。",
        "计算定积分{integral}的值。",
        "小明有24个苹果，他把其中的三分之一分给弟弟，还剩下多少个苹果？",
        "求极限{limit}，如果不存在请说明理由。",
        "已知数列的前十项和为{sum}，求它的通项公式。",
        "把多项式{polynomial}分解因式。",
        "设{letter}是方程{equation}的较小的根，求它的平方。",
        "计算{radical}的结果。",
        "长方形的长比宽多5米，面积是84平方米，求这个长方形的周长。",
        "解不等式{inequality}，并在数轴上表示它的解集。",
        "直角三角形的两条直角边分别为9和12，求斜边的长。",
        "求证{identity}对任意角都成立。",
        "函数{function}的图象与横轴有两个交点，求这两个交点的坐标。",
        "袋中有4个红球和6个蓝球，任意取出两个球，都是红球的概率是多少？",
        "某商店以每件60元的价格购进一批衬衫，提价后打八折出售，仍然获利。",
        "若关于未知数的方程{equation}有两个相等的实数根，求{letter}的取值范围。",
    ),
}


def _number(draw: random.Random, low: int = 2, high: int = 19) -> int:
    return draw.randint(low, high)


def _letter(draw: random.Random) -> str:
    return draw.choice("xyzatmn")


def _polynomial(draw: random.Random) -> str:
    x = draw.choice("xyt")
    return draw.choice(
        (
            rf"{x}^2-{_number(draw)}{x}+{_number(draw)}",
            rf"{_number(draw)}{x}^3+{_number(draw)}{x}^2-{x}",
            rf"{x}^4-{_number(draw)}",
            rf"({x}+{_number(draw)})({x}-{_number(draw)})",
        )
    )


def _equation(draw: random.Random) -> str:
    x = draw.choice("xyt")
    return draw.choice(
        (
            rf"{_number(draw)}{x}+{_number(draw)}={_number(draw, 20, 99)}",
            rf"{x}^2-{_number(draw)}{x}+{_number(draw)}=0",
            rf"\frac{{{x}+{_number(draw)}}}{{{_number(draw)}}}=\frac{{{x}}}{{{_number(draw)}}}",
            rf"\sqrt{{{x}+{_number(draw)}}}={x}-{_number(draw)}",
            rf"{_number(draw)}({x}-{_number(draw)})={_number(draw)}{x}+{_number(draw)}",
            rf"\log_2({x}+{_number(draw)})={_number(draw, 2, 6)}",
            rf"2^{{{x}}}={_number(draw)}",
        )
    )


def _fraction(draw: random.Random) -> str:
    return draw.choice(
        (
            rf"\frac{{x^2-{_number(draw)}}}{{x-{_number(draw)}}}",
            rf"\frac{{{_number(draw)}}}{{{_number(draw)}}}+\frac{{{_number(draw)}}}{{{_number(draw)}}}",
            rf"\frac{{a^2+2ab+b^2}}{{{_number(draw)}a+{_number(draw)}b}}",
            rf"\frac{{1}}{{x}}-\frac{{1}}{{x+{_number(draw)}}}",
        )
    )


def _function(draw: random.Random) -> str:
    body = draw.choice(
        (
            rf"x^2-{_number(draw)}x-{_number(draw)}",
            rf"\frac{{x^2+1}}{{x-{_number(draw)}}}",
            rf"\sin x+{_number(draw)}\cos x",
            rf"e^{{{_number(draw)}x}}-{_number(draw)}",
        )
    )
    return draw.choice(("f(x)=", "y=")) + body


FORMULAS: Final[dict[str, Callable[[random.Random], str]]] = {
    "letter": _letter,
    "equation": _equation,
    "polynomial": _polynomial,
    "fraction": _fraction,
    "function": _function,
    "integral": lambda d: rf"\int_0^{{{_number(d)}}}(x^2+{_number(d)}x)\,dx",
    "limit": lambda d: rf"\lim_{{x\to {_number(d)}}}\frac{{x^2-{_number(d)}}}{{x-{_number(d)}}}",
    "sum": lambda d: rf"\sum_{{k=1}}^{{{_number(d)}}}({_number(d)}k+{_number(d)})",
    "radical": lambda d: rf"\sqrt{{{_number(d, 20, 99)}}}+{_number(d)}\sqrt{{{_number(d)}}}",
    "inequality": lambda d: rf"{_number(d)}x-{_number(d)}\leq {_number(d, 20, 99)}",
    "identity": lambda d: rf"\sin^2{d.choice('xt')}+\cos^2{d.choice('xt')}=1",
}


def problem(draw: random.Random, language: Language) -> list[str]:
    """A problem as pieces: words, and formulas between dollar signs."""
    pieces: list[str] = []
    sentence = draw.choice(SENTENCES[language])
    while sentence:
        words, brace, sentence = sentence.partition("{")
        if words:
            pieces.append(words)
        if brace:
            kind, _, sentence = sentence.partition("}")
            pieces.append(f"${FORMULAS[kind](draw)}$")
    return pieces
