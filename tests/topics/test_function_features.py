"""Problems of solver.topics.functions.function_features: read whole, solved exactly, checked another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.functions.function_features import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

DOMAINS = [
    (r"What is the domain of the function $$g(t) = \frac{5}{3t-1}~?$$ Express your answer in interval notation.", r"(-\infty, \frac{1}{3})\cup (\frac{1}{3}, \infty)", r"(-\infty, \infty)"),
    (r"Find the domain of $\sqrt{8-2x-x^2}$.", "[-4, 2]", "(-4, 2)"),
    ("State the domain of y = ln(x+1)/(x-3).", r"(-1, 3)\cup (3, \infty)", r"(-1, \infty)"),
    (r"Find the domain of $f(x)=\sqrt{5-\sqrt{x-1}}$.", "[1, 26]", r"[1, \infty)"),
    (r"Find the domain of $f(x) = \frac{(x-2)(x+3)}{x-2}$.", r"(-\infty, 2)\cup (2, \infty)", r"(-\infty, \infty)"),
    ("For how many values of x is the function y = (x-1)/(x^3-x) not defined?", "3", "2"),
    (r"What is the sum of all real numbers $x$ that are not in the domain of $f(x)=\frac{1}{x^2-9x+14}$?", "9", "14"),
    (r"What is the largest value not in the domain of $\frac{x}{x^2-11}$?", r"\sqrt{11}", "11"),
    ("For what values of x is sqrt(9-3x) defined?", r"(-\infty, 3]", r"(-\infty, 3)"),
    ("求函数y=sqrt(x+2)+1/(x-1)的定义域", r"[-2, 1)\cup (1, \infty)", r"[-2, \infty)"),
    ("函数f(x)=lg(x^2-9)的定义域是", r"(-\infty, -3)\cup (3, \infty)", r"(3, \infty)"),
    ("求函数y=3/(x+6)中自变量x的取值范围", r"(-\infty, -6)\cup (-6, \infty)", r"(-6, \infty)"),
]  # fmt: skip
ASYMPTOTES = [
    (r"How many vertical asymptotes does the graph of $y=\frac{x-4}{x^2-2x-8}$ have?", "1", "2"),
    ("Find the vertical asymptotes of f(x) = (x+1)/(x^2-16).", r"x=-4,\ x=4", "x=4"),
    ("What is the horizontal asymptote of y = (6x-1)/(2x+5)?", "y=3", "y=0"),
    ("Find the horizontal asymptote of f(x) = 7x/(x^2+3).", "y=0", "y=7"),
    (r"What is the oblique asymptote of $y=\frac{x^2+3x+1}{x+1}$?", "y=x + 2", "y=x + 3"),
    ("How many holes does the graph of y = (x^2-x)/(x-1) have?", "1", "0"),
    (r"The function $f(x)=\frac{10x^2-1}{4x^2+x}$ has a horizontal asymptote $y=k$. What is $k$?", r"k=\frac{5}{2}", "4"),
    ("求函数y=(4x+1)/(2x-3)的水平渐近线", "y=2", "y=4"),
    ("函数y=x/(x^2-25)的图象有几条铅直渐近线?", "2", "1"),
]  # fmt: skip
INTERCEPTS = [
    ("Find the x-intercept of the line 2x + 7y = 14.", "7", "2"),
    ("Find the x- and y-intercepts of 3x - 4y = 24.", r"x=8,\ y=-6", r"x=-6,\ y=8"),
    (r"What is the $y$-coordinate of the $y$-intercept of the line that passes through the point $(4,1)$ and has slope $\frac12$?", "-1", "1"),
    ("Find the y-intercept of the line through (2, 5) and (4, 13).", "-3", "4"),
    (r"At what point does the line $y=5x-20$ cross the $x$-axis?", "(4, 0)", "(0, -20)"),
    ("Find the zeros of f(x) = x^3 - 9x.", r"x=-3,\ x=0,\ x=3", "x=3"),
    ("Find all real zeros of f(x) = x^4 - 81.", r"x=-3,\ x=3", "x=3"),
    ("函数f(x)=x^3+x^2的零点是", r"x=-1,\ x=0", "x=0"),
    ("求直线x+4y-8=0与坐标轴的交点", r"(8, 0),\ (0, 2)", "(8, 0)"),
    ("直线y=3x-12与x轴的交点坐标", "(4, 0)", "(0, -12)"),
    ("求直线y=2x+9在y轴上的截距", "9", "2"),
]  # fmt: skip
INVERSES = [
    ("If $f(x)=2x^3-5$, find $f^{-1}(49)$.", "3", "2"),
    (r"If $f(x) = \frac{5x-1}{2}$ what is the value of $\left[f^{-1}(7)\right]^{-1}$?", r"\frac{1}{3}", "3"),
    ("If $f(x)=x^3+1$, what is $f^{-1}(f(f^{-1}(9)))$?", "2", "9"),
    ("设f(x)=x^3+2x,求f^{-1}(12)的值", "2", "3"),
    (r"Let $h(x)=\frac{x+4}{x-1}$. Compute $h^{-1}(2)$.", "6", "2"),
]  # fmt: skip
PIECES = [
    (r"Let \[f(x) = \begin{cases} 2x + 9 &\text{if }x<1, \\ 4-x^2&\text{if }x\ge 1. \end{cases} \]Find $f(-5)$.", "-1", "-21"),
    (r"已知函数$f(x)=\begin{cases}x^2-2,&x\le 0\\3x+1,&x>0\end{cases}$,求$f(f(-2))$的值", "7", "2"),
    (r"If \[g(x) = \begin{cases} x+2 & x > 3 \\ 8 & \text{otherwise} \end{cases}\] what is $g(0) - 2g(4)$?", "-4", "4"),
]  # fmt: skip
RANGES = [
    ("If the function $j(x)$ is defined only on domain $[-2,1]$, and is defined on this domain by the formula $$j(x) = 3x^2-1,$$ then what is the range of $j(x)$?", "[-1, 11]", "[2, 11]"),
    (r"Find the range of the function \[j(x) = \frac{4x - 3}{2x}.\]", r"(-\infty, 2)\cup (2, \infty)", r"(-\infty, \infty)"),
    ("What is the range of $F(x) = |x-2|+|x+6|$?", r"[8, \infty)", r"[0, \infty)"),
    ("Find the range of f(x) = -2x + 1 for -1 <= x < 4.", "(-7, 3]", "[-7, 3]"),
    (r"Find the range of $f(x)=\sqrt{25-x^2}$.", "[0, 5]", "[-5, 5]"),
    ("Find the range of f(x) = 3^x - 4.", r"(-4, \infty)", r"[-4, \infty)"),
    (r"Find the range of the function \[m(x) = \sqrt{x + 2} + \sqrt{6 - x}.\]", r"[2 \sqrt{2}, 4]", "[2, 4]"),
    ("求函数y=3x-2(x∈[1,4])的值域", "[1, 10]", "(1, 10)"),
    ("求函数y=x^2-2x+5在区间[0,4]上的值域", "[4, 13]", "[5, 13]"),
    (r"已知函数$y=\sqrt{9+x}+\sqrt{9-x}$,则$y$的取值范围是", r"[3 \sqrt{2}, 6]", "[-9, 9]"),
    (r"函数y=\sqrt{x-1}+4的值域是", r"[4, \infty)", r"[1, \infty)"),
]  # fmt: skip
CASES = [*RANGES, *DOMAINS, *ASYMPTOTES, *INTERCEPTS, *INVERSES, *PIECES]
DECLINED = [
    "Find the domain and range of f(x) = x^3.",
    "Find the range of the data 4, 8, 15.",
    "Find the range of f(x) = ax + 1.",
    "Find the range of f(x) = sqrt(x) for -1 <= x <= 4.",
    "The range of f(x) is [-3, 5]. Find the range of 2f(x) - 7.",
    "What is the domain of f?",
    "Find the domain of f(x) = 1/(x-a).",
    "Find the domain of f(x) = tan(x).",
    "Find the domain and the colour of f(x) = 1/(x-2).",
    "What is the smallest integer value of $c$ such that the function $f(x)=\\frac{1}{x^2-x+c}$ has a domain of all real numbers?",
    "Find the largest x that is not in the domain of g(x) = f(f(x)), where f(x) = 1/(x-3).",
    "How many real numbers are not in the domain of f(x) = sqrt(x)?",
    "The domain of f(x) = 2x + 1 is [0, 5]. Find its range on Tuesday.",
    "Find the vertical asymptotes of f(x) = tan(x).",
    "Find the horizontal asymptote of f(x) = x^3/(x+1).",
    "Find the vertical asymptotes of y = 1/(x-a).",
    "Find the zeros of f(x) = x^4 - 16.",
    "Find the zeros of f(x) = x^5 - x - 1.",
    "Find the y-intercept of the line through (1, 2).",
    "Find the y-intercept of the line through (1, 2) and parallel to y = 3x.",
    "What is the area between the x-intercepts of y = x^3 - x and the axis?",
    "Let f(x) = x^2 + 1. Find f^{-1}(5).",
    "Let f(x) = ax + 1. Find f^{-1}(5).",
    "Let f(x) = x^3 + 1 and g(x) = 2x. Find f^{-1}(g(4)).",
    r"Let \[f(n) = \begin{cases} n^2 &\text{if }n\text{ is odd}, \\ 2n &\text{if }n\text{ is even}. \end{cases} \]Find $f(3)$.",
    r"Let \[f(x) = \begin{cases} ax &\text{if }x<0, \\ 2x &\text{if }x\ge 0. \end{cases} \]Find $f(3)$.",
    r"Let \[f(x) = \begin{cases} x+1 &\text{if }x<2, \\ 2x &\text{if }x>2. \end{cases} \]Find $f(2)$.",
    r"Let \[f(x) = \begin{cases} x+1 &\text{if }x<2, \\ 2x &\text{if }x\ge 2. \end{cases} \]If f(x) = 2, find x.",
    "求函数y=1/(x-a)的定义域",
    "求函数y=1/(x-4)的取值范围",
    "函数y=x^2的图象的对称轴",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


number = st.integers(-9, 9)


@settings(max_examples=25, deadline=None)
@given(number, number, number, st.booleans())
def test_a_domain_is_where_the_function_has_a_value(a: int, b: int, c: int, zh: bool) -> None:
    assume(b != 0 and a * b + c != 0)
    formula = f"sqrt(x - ({a}))/({b}*x + ({c}))"
    task, answer, _ = solve(
        read, f"求函数y={formula}的定义域" if zh else f"Find the domain of y = {formula}."
    )
    for p in range(-12, 13):
        inside = p >= a and b * p + c != 0
        assert (task.domain.contains(p) == sp.true) is inside
    assert verdict(task, answer) is True
    assert verdict(task, rf"({a}, \infty)") is False


@settings(max_examples=25, deadline=None)
@given(number, number, number)
def test_a_vertical_asymptote_is_where_the_values_grow(a: int, b: int, c: int) -> None:
    formula = f"(x - ({a}))/((x - ({b}))*(x - ({c})))"
    task, answer, found = solve(read, f"How many vertical asymptotes does the graph of y = {formula} have?")
    left = [b, c]
    if a in left:
        left.remove(a)
    assert found == len(set(left)) == int(answer)
    assert verdict(task, answer) is True


@settings(max_examples=25, deadline=None)
@given(number, number, number, number)
def test_an_inverse_undoes_the_function(a: int, b: int, x: int, d: int) -> None:
    assume(a != 0)
    y = a * x**3 + b
    task, answer, found = solve(read, f"If f(x) = {a}*x^3 + ({b}), find f^{{-1}}({y}).")
    assert found == x
    assert verdict(task, answer) is True
    assert verdict(task, str(x + abs(d) + 1)) is False


@settings(max_examples=25, deadline=None)
@given(number, number, number, number)
def test_intercepts_lie_on_the_line(a: int, b: int, c: int, d: int) -> None:
    assume(a != c and b != d)
    _, _, found = solve(read, f"Find the x-intercept of the line through ({a}, {b}) and ({c}, {d}).")
    assert (found[0] - a) * (d - b) == (0 - b) * (c - a)


@settings(max_examples=25, deadline=None)
@given(number, number, number, number)
def test_a_piece_is_chosen_by_its_condition(a: int, b: int, border: int, at: int) -> None:
    source = rf"f(x)=\begin{{cases}} {a}x+1, & x<{border} \\ x^2+({b}), & x\ge {border} \end{{cases}}"
    task, answer, found = solve(read, rf"已知函数${source}$,求$f({at})$的值")
    assert found == (a * at + 1 if at < border else at**2 + b)
    assert verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(number, number, number, number, st.integers(1, 9))
def test_a_range_contains_exactly_the_values_of_the_function(
    a: int, b: int, c: int, low: int, width: int
) -> None:
    assume(a or b)
    problem = f"求函数y={a}x^2+({b})x+({c})在区间[{low},{low + width}]上的值域"
    task, answer, _ = solve(read, problem)
    values = [a * p**2 + b * p + c for p in (low + sp.Rational(k * width, 12) for k in range(13))]
    assert all(task.values.contains(v) == sp.true for v in values)
    assert task.values.inf >= min(values) - abs(a) * width**2 and task.values.sup in [
        *values,
        task.values.sup,
    ]
    assert verdict(task, answer) is True
    assert verdict(task, rf"({task.values.inf}, {task.values.sup + 1})") is False
