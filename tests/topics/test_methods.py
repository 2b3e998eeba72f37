"""Methods that are asked for: the phrase is found, the method is the one that is shown, all methods agree, others are refused."""

from __future__ import annotations

import re
from math import gcd, lcm
from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.intake import language_of
from solver.latex import value_of, values_in
from solver.models.reading import next_stretch
from solver.ports import Problem
from solver.reader import clean
from solver.topics import read
from solver.topics.base import Methodical, Unread
from solver.topics.methods import METHODS, method_of, name_of, requested
from solver.topics.unfit import FOR
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict


def solved(question: str, method: str | None = None) -> tuple[Any, str, str]:
    """The task, its answer, and its steps as one text."""
    task = read(Problem(question, language_of(question), method))
    assert not isinstance(task, Unread), task
    solution = task.solution()
    conclusion = task.conclude(value_of(str(run_cell(solution.cell))))
    assert conclusion is not None
    return task, conclusion.answer, "\n".join(solution.steps)


PHRASES = [
    ("Solve x^2+8x+7=0 by completing the square.", "completing-the-square", "Solve x^2+8x+7=0 ."),
    ("Complete the square to solve x^2+4x=21", "completing-the-square", "solve x^2+4x=21"),
    ("Use the quadratic formula to solve x^2-3x+1=0", "formula", "solve x^2-3x+1=0"),
    ("With the quadratic formula, solve x^2-3x+1=0", "formula", "solve x^2-3x+1=0"),
    ("Solve by factoring: x^2-9x+8=0", "factoring", "Solve : x^2-9x+8=0"),
    ("x^2-9x+8=0 (factoring)", "factoring", "x^2-9x+8=0"),
    ("Solve x^2-9x+8=0 graphically", "graph", "Solve x^2-9x+8=0"),
    ("Solve by substitution: y=2x, x+y=9", "substitution", "Solve : y=2x, x+y=9"),
    ("By Cramer's rule, solve x+y=3, x-y=1", "cramer", "solve x+y=3, x-y=1"),
    ("用配方法解方程x^2+8x+7=0", "completing-the-square", "解方程x^2+8x+7=0"),
    ("请用公式法解方程：x^2+8x+7=0", "formula", "解方程:x^2+8x+7=0"),
    ("x^2+8x+7=0（因式分解法）", "factoring", "x^2+8x+7=0"),
    ("因式分解法解方程：x^2+8x+7=0", "factoring", "解方程:x^2+8x+7=0"),
    ("利用加减消元法解方程组", "elimination", "解方程组"),
    ("用短除法求30和45的最大公因数", "short-division", "求30和45的最大公因数"),
]


@pytest.mark.parametrize(("text", "method", "rest"), PHRASES)
def test_a_phrase_is_found_and_taken_out(text: str, method: str, rest: str) -> None:
    found = requested(clean(text))
    assert found is not None
    assert found.methods == (method,)
    assert found.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "Factor x^2-9x+8",
        "Solve x^2=7 without using the quadratic formula",
        "Do not use factoring. Solve x^2=4x",
        "不用公式法解方程x^2=7",
        "The function is given by the formula f(x)=2x",
        "What are the prime factors of 126?",
        "把360分解质因数",
        "Find the area bounded by the graphs of y=x and y=x^2",
        "A matrix with determinant 5",
        "Evaluate the integral by making the substitution u = x^2",
        "因式分解：x^2-9x+8",
        "求函数图象与x轴的交点",
    ],
)
def test_no_method_is_asked_for(text: str) -> None:
    assert requested(clean(text)) is None


def test_every_method_has_a_name_of_its_own() -> None:
    assert len({m.zh for m in METHODS.values()}) == len(METHODS)
    assert all(name_of(m, "en") and name_of(m, "zh") for m in METHODS)


SOLVED = [
    # question, method, what a step must contain, answer, a wrong answer
    ("Solve x^2+8x+7=0 by completing the square", "completing-the-square", r"\left(x + 4\right)^{2}=9", "x=-7, x=-1", "x=-7, x=1"),
    ("用配方法解方程2x^2-8x+3=0", "completing-the-square", r"\left(x - 2\right)^{2}=\frac{5}{2}", r"x=2-\frac{\sqrt{10}}{2}, x=2+\frac{\sqrt{10}}{2}", "x=2"),
    ("用配方法解方程x^2+2x+9=0", "completing-the-square", "不可能是负数", r"\text{无实数解}", "x=-1"),
    ("Solve 6x^2+5x-4=0 by factoring", "factoring", r"\left(3 x + 4\right)\left(2 x - 1\right)", r"x=-\frac43, x=\frac12", r"x=\frac43"),
    ("用因式分解法解方程9x^2=25", "factoring", "平方差", r"x=-\frac53, x=\frac53", r"x=\frac53"),
    ("用因式分解法解方程x^2=12x", "factoring", "提取公因式", "x=0, x=12", "x=12"),
    ("Use the quadratic formula to solve 3x^2-5x+1=0", "formula", r"(-5)^2-4\times(3)\times(1)=13", r"x=\frac{5-\sqrt{13}}{6}, x=\frac{5+\sqrt{13}}{6}", r"x=\frac{5-\sqrt{13}}{6}"),
    ("用公式法解方程x^2-9x+8=0", "formula", "=49", "x=1, x=8", "x=-1, x=-8"),
    ("Solve (3x+2)^2=5 by taking square roots", "square-roots", r"3 x + 2=\pm\sqrt{5}", r"x=\frac{-2-\sqrt5}{3}, x=\frac{-2+\sqrt5}{3}", "x=1"),
    ("用直接开平方法解方程4x^2=11", "square-roots", r"x^{2}=\frac{11}{4}", r"x=-\frac{\sqrt{11}}{2}, x=\frac{\sqrt{11}}{2}", "x=11/4"),
    ("Solve x^2-2x-8=0 by graphing", "graph", r"\left(1,\ -9\right)", "x=-2, x=4", "x=2, x=-4"),
    ("Solve the system by substitution: y=2x+1, 3x+2y=16", "substitution", r"\left(2 x + 1\right)", "x=2, y=5", "x=5, y=2"),
    ("用代入法解方程组 x-y=2, 3x+5y=14", "substitution", "代入方程", "x=3, y=1", "x=1, y=3"),
    ("用加减消元法解方程组 3x+2y=13, 3x-y=7", "elimination", "消去", "x=3, y=2", "x=2, y=3"),
    ("Solve by Cramer's rule: 2x+y=7, 3x-2y=0", "cramer", "D_{y}", "x=2, y=3", "x=3, y=2"),
    ("Solve using the inverse matrix: 2x+y=7, 3x-2y=0", "inverse-matrix", "A^{-1}", "x=2, y=3", "x=3, y=2"),
    ("用高斯消元法解方程组 x+2y+z=8, 2x-y+z=3, x+y-z=0", "gauss", "增广矩阵", "x=1, y=2, z=3", "x=3, y=2, z=1"),
    ("Solve graphically: y=x+1, x+y=5", "graph", r"\left(2,\ 3\right)", "x=2, y=3", "x=3, y=2"),
    ("Find the gcd of 60 and 84 by prime factorization", "prime-factors", r"2^{2}\times 3=12", "12", "6"),
    ("用短除法求12和20的最小公倍数", "short-division", r"\begin{array}{r|rr} 2 & 12 & 20", "60", "120"),
    ("Find the lcm of 9 and 12 by listing multiples", "listing", r"12,\ 24,\ 36", "36", "108"),
    (r"Find $\lim_{x\to 5}\frac{x^2-25}{x-5}$ using L'Hôpital's rule", "hospital", r"\frac{2 x}{1}", "10", "5"),
    (r"Evaluate by factoring $\lim_{x\to 5}\frac{x^2-25}{x-5}$", "factoring", "x + 5", "10", "5"),
    (r"用等价无穷小求极限 $\lim_{x\to 0}\frac{\ln(1+4x)}{\tan 2x}$", "equivalents", r"\sim 4 x", "2", "4"),
    (r"用泰勒公式求极限 $\lim_{x\to 0}\frac{e^x-1-x}{x^2}$", "taylor", r"o\left(x^{2}\right)", r"\frac12", "1"),
    (r"By rationalising find $\lim_{x\to 0}\frac{\sqrt{x+9}-3}{x}$", "rationalising", r"\sqrt{x + 9} + 3", r"\frac16", r"\frac13"),
    (r"用洛必达法则求 $\lim_{x\to 0^+} x^2\ln x$", "hospital", r"\frac{1}{x^{2}}", "0", "1"),
    ("Find the vertex of y=3x^2-12x+1 using the derivative", "derivative", "6 x - 12=0", "(2, -11)", "(2, 11)"),
    ("用公式法求抛物线y=x^2-10x+9的顶点坐标", "formula", r"\frac{-10}{2\times(1)}", "(5, -16)", "(5, 16)"),
    ("Find the vertex of y=x^2-10x+9 using symmetry", "symmetry", "half-way", "(5, -16)", "(5, 16)"),
    ("Find the zeros of y=x^2-10x+9 by completing the square", "completing-the-square", r"\left(x - 5\right)^{2}=16", "1, 9", "9"),
    (r"Use integration by parts to find $\int x\cos x\,dx$", "parts", "q'=", "x*sin(x)+cos(x)", "x*sin(x)-cos(x)"),
    (r"用换元法求不定积分 $\int 3x^2(x^3+5)^4 dx$", "change-of-variable", r"\(u=x^{3} + 5\)", r"\frac{(x^3+5)^5}{5}", "(x^3+5)^5"),
    ("Find ∫ 1/(x^2+5x+6) dx using partial fractions", "partial-fractions", r"\frac{1}{x + 2}", "ln(x+2)-ln(x+3)", "ln(x+2)+ln(x+3)"),
    ("Find ∫ sqrt(9-x^2) dx by trigonometric substitution", "trig-substitution", r"\theta", r"\frac{x\sqrt{9-x^2}}{2}+\frac92\arcsin\frac{x}{3}", "x"),
    (r"Evaluate $\int_0^3 x^2 dx$ from the definition", "definition", r"\lim_{n\to\infty}S_n=9", "9", "3"),
    (r"用定义法求定积分 $\int_1^3 (2x+1) dx$", "definition", r"S_n", "10", "8"),
    (r"用换元法计算定积分 $\int_0^2 x\sqrt{4-x^2}dx$", "change-of-variable", r"\(u=4 - x^{2}\)", r"\frac83", "8"),
    ("Find the derivative of 2x^2-7x from first principles", "definition", "2 h + 4 x - 7", "4x-7", "4x"),
    ("用定义求函数y=3/x的导数", "definition", r"\lim_{h\to 0}", r"-\frac{3}{x^2}", r"\frac{3}{x^2}"),
    ("Use the definition of the derivative to find f'(4) if f(x)=sqrt(x)", "definition", r"\sqrt{x} + \sqrt{h + x}", r"\frac14", r"\frac12"),
    (r"Find the determinant of $\begin{pmatrix}2&1&0\\1&3&4\\0&5&6\end{pmatrix}$ by cofactor expansion", "cofactors", "first row", "-10", "10"),
    (r"用对角线法则计算行列式 $\begin{vmatrix}2&1&0\\1&3&4\\0&5&6\end{vmatrix}$", "sarrus", r"2\cdot 3\cdot 6", "-10", "10"),
    (r"Find the determinant of $\begin{pmatrix}0&3\\2&5\end{pmatrix}$ by row reduction", "gauss", "Exchange rows", "-6", "6"),
    ("Solve |3x+2|=8 by cases", "cases", "3 x + 2=-8", r"x=-\frac{10}{3}, x=2", "x=2"),
    ("用平方法解方程|3x+2|=8", "squaring", r"\left(3 x + 2\right)^{2}=64", r"x=-\frac{10}{3}, x=2", "x=2"),
    ("Solve |x+6|=4 using the number line", "number-line", r"lies \(4\) away from \(-6\)", "x=-10, x=-2", "x=10"),
    ("用换元法解方程x^4-13x^2+36=0", "change-of-variable", r"t^{2} - 13 t + 36=0", "x=-3, x=-2, x=2, x=3", "x=2, x=3"),
    ("Solve x^4-x^2-6=0 by substitution", "change-of-variable", "not negative", r"x=-\sqrt3, x=\sqrt3", r"x=\sqrt3"),
    ("Divide 2x^3-5x+4 by x-2 using synthetic division", "synthetic", r"2 & 2 & 0 & -5 & 4", r"2x^2+4x+3+\frac{10}{x-2}", "2x^2+4x+3"),
    ("用余数定理求x^3+2x-7除以x+3的余数", "remainder-theorem", r"P\left(-3\right)", "-40", "40"),
    ("用辗转相除法求221和143的最大公约数", "euclid", r"221=1\times 143+78", "13", "11"),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("question", "method", "shown", "answer", "wrong"), SOLVED)
def test_the_method_that_is_asked_for_is_the_one_that_is_shown(
    question: str, method: str, shown: str, answer: str, wrong: str
) -> None:
    task, found, steps = solved(question)
    assert method_of(task) == method
    assert shown in steps
    if r"\text" in answer:
        assert found == answer
    elif "+ C" in found:
        assert verdict(task, answer) is True
    else:
        assert _same(found, answer)
    assert verdict(task, found) is True
    plan = task.check(wrong)
    assert plan is None or run_cell(plan.source) not in (True, sp.true)


def _same(found: str, expected: str) -> bool:
    a, b = values_in(found), values_in(expected)
    return a is not None and b is not None and set(map(sp.simplify, a)) == set(map(sp.simplify, b))


UNFIT = [
    # question, the method that is asked for, why it does not fit, the method instead (None: the usual way), answer
    ("Solve x^2-4x+1=0 by factoring", "factoring", r"the discriminant \(b^2-4ac=12\) is not the square of a rational number", "formula", r"x=2-\sqrt3, x=2+\sqrt3"),
    ("用因式分解法解方程x^2-4x+1=0", "factoring", r"判别式 \(b^2-4ac=12\) 不是有理数的平方", "formula", r"x=2-\sqrt3, x=2+\sqrt3"),
    ("Solve x^2-4x+3=0 by taking square roots", "square-roots", r"there is a term with \(x\) alone", "factoring", "x=1, x=3"),
    ("用图象法解方程x^2-4x+1=0", "graph", "不能从图象上准确读出", "formula", r"x=2-\sqrt3, x=2+\sqrt3"),
    ("Solve 5x+1=11 by completing the square", "completing-the-square", "quadratic equations", None, "x=2"),
    ("用配方法解方程5x+1=11", "completing-the-square", "一元二次方程", None, "x=2"),
    ("Solve by the quadratic formula: x+y=3, x-y=1", "formula", "quadratic equations", "elimination", "x=2, y=1"),
    ("用克拉默法则解方程x^2=9", "cramer", "未知数个数相同", "factoring", "x=-3, x=3"),
    (r"Find $\lim_{x\to 2}\frac{x^2}{x+1}$ using L'Hôpital's rule", "hospital", r"at \(x=2\) the value can just be put in", None, r"\frac43"),
    (r"用洛必达法则求 $\lim_{x\to 2}\frac{x^2}{x+1}$", "hospital", r"在 \(x=2\) 处直接代入就行", None, r"\frac43"),
    (r"Find $\lim_{x\to 5}\frac{x^2-25}{x-5}$ by rationalising", "rationalising", "square roots", "factoring", "10"),
    ("Find the vertex of y=x^2+x+9 using symmetry", "symmetry", "meet the axis at two points", "completing-the-square", r"(-\frac12, \frac{35}{4})"),
    ("Divide x^3+1 by x^2+1 using synthetic division", "synthetic", r"division by \(x-a\)", "long-division", r"x+\frac{1-x}{x^2+1}"),
    (r"Find the determinant of $\begin{pmatrix}1&2\\3&4\end{pmatrix}$ using Sarrus", "sarrus", "three rows", "cofactors", "-2"),
    (r"用换元法求 $\int x\sin x dx$", "change-of-variable", "内层函数", "parts", r"\sin x-x\cos x"),
    ("Solve by factoring and by the quadratic formula: x^2-9x+8=0", "factoring", "one at a time", "factoring", "x=1, x=8"),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("question", "method", "why", "instead", "answer"), UNFIT)
def test_a_method_that_does_not_fit_is_said_why_and_another_one_leads_to_the_answer(
    question: str, method: str, why: str, instead: str | None, answer: str
) -> None:
    task, found, _ = solved(question)
    first = task.solution().steps[0]
    language = language_of(question)
    assert why in first and name_of(method, language).lower() in first.lower()
    assert method_of(task) == instead
    assert instead is None or name_of(instead, language) in first
    assert verdict(task, answer) is True and verdict(task, found) is True
    assert next_stretch(Problem(question, language), "")["pieces"][0] == f"**1.** {first}\n\n"


def test_what_a_method_is_for_is_known_of_each() -> None:
    assert set(FOR) == set(METHODS)


def test_the_form_is_kept_by_another_method_than_was_asked_for() -> None:
    task, found, steps = solved("Solve x^2-4x+1=0 by factoring. Round to 2 decimal places.")
    assert "does not fit" in steps and verdict(task, found) is True
    assert sorted(map(str, values_in(found) or ())) == ["0.27", "3.73"] or "0.27" in found


@pytest.mark.parametrize(
    ("question", "method"),
    [
        pytest.param("Find the gcd of 60 and 84 by factoring", "prime-factors", id="of whole numbers"),
        pytest.param("Solve x^4-x^2-6=0 by substitution", "change-of-variable", id="of a power"),
    ],
)
def test_one_name_of_two_methods(question: str, method: str) -> None:
    assert method_of(solved(question)[0]) == method


def test_a_forbidden_method_is_not_used_even_where_it_is_the_only_one() -> None:
    text = r"Find $\lim_{x\to 0^+} x\ln x$ without using L'Hôpital's rule"
    said = next_stretch(Problem(text, "en"), "")
    assert said["declined"] == "I know no way to solve this problem without “L'Hôpital's rule”."


def test_the_method_of_the_problem_counts_more_than_that_of_its_text() -> None:
    task, _, steps = solved("Solve x^2+8x+7=0 by factoring", "completing-the-square")
    assert method_of(task) == "completing-the-square"
    assert r"\left(x + 4\right)^{2}" in steps
    assert "does not fit" in solved("Solve x^2-4x+1=0", "factoring")[2]
    assert "does not fit" in solved("2+3", "factoring")[2]


def every_way(question: str) -> dict[str, tuple[str, str]]:
    """Method → answer and steps; every answer is proved by the check."""
    task = read(Problem(question, language_of(question)))
    assert isinstance(task, Methodical)
    found = {}
    for method in task.methods():
        way = task.by(method)
        assert method_of(way) == method
        solution = way.solution()
        assert all("None" not in step for step in solution.steps)
        conclusion = way.conclude(value_of(str(run_cell(solution.cell))))
        assert conclusion is not None, (question, method)
        found[method] = (conclusion.answer, "\n".join(solution.steps))
    return found


SMALL = st.integers(-9, 9)


@settings(max_examples=25, deadline=None)
@given(a=SMALL.filter(bool), b=SMALL, c=SMALL, zh=st.booleans())
def test_all_methods_agree_on_a_quadratic_equation(a: int, b: int, c: int, zh: bool) -> None:
    question = ("解方程 " if zh else "Solve ") + f"{a}x^2+({b})x+({c})=0"
    ways = every_way(question)
    assert {"formula", "completing-the-square"} <= set(ways)
    assert ("factoring" in ways) == bool(sp.sqrt(b * b - 4 * a * c).is_Rational)
    assert len({answer for answer, _ in ways.values()}) == 1
    task = read(Problem(question, language_of(question)))
    assert verdict(task, next(iter(ways.values()))[0]) is True


@settings(max_examples=15, deadline=None)
@given(a=SMALL.filter(bool), b=SMALL, c=SMALL, zh=st.booleans())
def test_all_methods_agree_on_a_vertex(a: int, b: int, c: int, zh: bool) -> None:
    function = f"{a}x^2+({b})x+({c})"
    ways = every_way(f"求抛物线 y={function} 的顶点坐标" if zh else f"Find the vertex of y={function}")
    assert ("symmetry" in ways) == (b * b > 4 * a * c)
    assert len({answer for answer, _ in ways.values()}) == 1


LIMITS = [
    "sin(ax)/tan(bx)",
    "(e^(ax)-1)/ln(1+bx)",
    "(sqrt(x+aa)-a)/(bx)",
    "(1-cos(ax))/(bx^2)",
    "((x+a)^2-aa)/(bx)",
]


@settings(max_examples=8, deadline=None)
@given(form=st.sampled_from(LIMITS), a=st.integers(1, 6), b=st.integers(1, 6))
def test_all_methods_agree_on_a_limit(form: str, a: int, b: int) -> None:
    body = re.sub(r"(?<![a-z])aa", str(a * a), form)
    body = re.sub(r"(?<![a-z])[ab](?=x|\b|\))", lambda m: str(a if m[0] == "a" else b), body)
    ways = every_way(f"lim_{{x->0}} {body}")
    assert "hospital" in ways and len(ways) > 1
    assert len({answer for answer, _ in ways.values()}) == 1


@settings(max_examples=15, deadline=None)
@given(a=SMALL.filter(bool), b=SMALL, c=SMALL, zh=st.booleans())
def test_all_methods_agree_on_an_absolute_value_and_an_equation_in_squares(
    a: int, b: int, c: int, zh: bool
) -> None:
    for question in (f"|{a}x+({b})|={c}", f"{a}x^4+({b or 1})x^2+({c})=0"):
        ways = every_way(("解方程 " if zh else "Solve ") + question)
        assert ways and len({answer for answer, _ in ways.values()}) == 1


@settings(max_examples=15, deadline=None)
@given(rows=st.lists(st.tuples(SMALL, SMALL, SMALL), min_size=2, max_size=2), zh=st.booleans())
def test_all_methods_agree_on_a_system(rows: list[tuple[int, int, int]], zh: bool) -> None:
    (a, b, c), (d, e, f) = rows
    if a * e == b * d or not (a or b) or not (d or e):
        return
    equations = f"({a})x+({b})y={c}, ({d})x+({e})y={f}"
    ways = every_way(("解方程组 " if zh else "Solve the system ") + equations)
    assert {"substitution", "cramer", "gauss"} <= set(ways)
    assert len({answer for answer, _ in ways.values()}) == 1


@settings(max_examples=10, deadline=None)
@given(
    rows=st.lists(st.lists(st.integers(-5, 5), min_size=3, max_size=3), min_size=3, max_size=3),
    inverse=st.booleans(),
)
def test_all_methods_agree_on_determinants_and_inverses(rows: list[list[int]], inverse: bool) -> None:
    value = sp.Matrix(rows).det()
    if inverse and value == 0:
        return
    body = r" \\ ".join("&".join(map(str, row)) for row in rows)
    asked = "inverse" if inverse else "determinant"
    ways = every_way(rf"Find the {asked} of $\begin{{pmatrix}}{body}\end{{pmatrix}}$")
    assert set(ways) == ({"adjugate", "gauss"} if inverse else {"cofactors", "sarrus", "gauss"})
    assert len({answer for answer, _ in ways.values()}) == 1
    assert inverse or int(ways["sarrus"][0]) == value


@settings(max_examples=15, deadline=None)
@given(row=st.lists(SMALL, min_size=3, max_size=5), a=SMALL, kind=st.sampled_from(["quotient", "remainder"]))
def test_all_methods_agree_on_a_division(row: list[int], a: int, kind: str) -> None:
    dividend = sp.Poly([row[0] or 1, *row[1:]], sp.Symbol("x"))
    written = str(dividend.as_expr()).replace("**", "^")
    ways = every_way(f"Find the {kind} when {written} is divided by x-({a})")
    assert ("remainder-theorem" in ways) == (kind == "remainder")
    assert len({answer for answer, _ in ways.values()}) == 1
    assert kind == "quotient" or int(ways["synthetic"][0]) == dividend.eval(a)


@settings(max_examples=15, deadline=None)
@given(numbers=st.lists(st.integers(1, 400), min_size=2, max_size=3, unique=True), zh=st.booleans())
def test_all_methods_agree_on_divisors_and_multiples(numbers: list[int], zh: bool) -> None:
    listed = ("和" if zh else " and ").join(map(str, numbers))
    if len(numbers) == 3:
        listed = f"{numbers[0]}{'、' if zh else ', '}{numbers[1]}{'和' if zh else ' and '}{numbers[2]}"
    ways = every_way(f"求{listed}的最大公约数和最小公倍数" if zh else f"Find the gcd and lcm of {listed}")
    assert {"euclid", "prime-factors", "short-division"} <= set(ways)
    assert {answer for answer, _ in ways.values()} == {rf"{gcd(*numbers)},\ {lcm(*numbers)}"}


@pytest.mark.parametrize("letter", ["n", "y", "a", "p", "t", "k"])
def test_a_letter_of_the_problem_is_none_of_the_cell(letter: str) -> None:
    for question in (
        f"Solve {letter}^2-7{letter}+10=0",
        f"Find the quotient when {letter}^2+3{letter}+1 is divided by {letter}-2",
    ):
        assert len({answer for answer, _ in every_way(question).values()}) == 1
    assert len({answer for answer, _ in every_way("Solve the system A+B=7, A-B=1").values()}) == 1
