"""Problems of solver.topics.calculus.extrema: read whole, solved exactly, checked by comparing values; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from solver.topics.calculus.extrema import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    ("求f(x)=x-2lnx在区间[1,e]上的最小值", r"2 - 2 \ln{\left(2 \right)}", "1"),
    ("Find the critical points of f(x) = x^3 - 9x^2 + 24x - 5.", r"x=2,\ x=4", "x=2"),
    ("Find the coordinates of the stationary points of y = x^3 - 12x + 2.", r"\left(-2, 18\right),\ \left(2, -14\right)", "(-2, 18)"),
    ("Find the stationary points of $y = x^4 - 4x^3$ and determine their nature.", r"\text{local minimum: }\left(3, -27\right);\ \text{neither maximum nor minimum: }\left(0, 0\right)", r"\text{local minimum: }(0, 0); \text{neither maximum nor minimum: }(3, -27)"),
    (r"Find all local maxima and minima of $f(x) = x^4 - 8x^2$.", r"\text{local maximum: }f\left(0\right)=0;\ \text{local minimum: }f\left(-2\right)=-16,\ f\left(2\right)=-16", "0; f(2)=-16"),
    ("Find the relative extrema of f(x) = x^2 e^{-x}.", r"\text{local maximum: }f\left(2\right)=\frac{4}{e^{2}};\ \text{local minimum: }f\left(0\right)=0", "f(0)=0; f(2)=4e^{-2}"),
    ("What is the local maximum value of g(t) = t^3 - 12t?", r"g\left(-2\right)=16", "-16"),
    ("Determine the intervals on which f(x) = x/(x^2+9) is increasing and decreasing.", r"\text{increasing on: }(-3, 3);\ \text{decreasing on: }(-\infty, -3),\ (3, \infty)", r"(-3, 3); (-\infty, 3)"),
    ("Where is f(x) = x - 2 ln x decreasing?", "(0, 2)", r"(-\infty, 2)"),
    ("Find the points of inflection of y = x^4 - 24x^2.", r"\left(-2, -80\right),\ \left(2, -80\right)", "(2, -80)"),
    ("Determine the intervals where y = x^3 + 3x^2 is concave up.", r"(-1, \infty)", r"(-\infty, -1)"),
    (r"Find the absolute maximum of $f(x) = 2\sin x - x$ on $[0, \pi]$.", r"- \frac{\pi}{3} + \sqrt{3}", "2"),
    ("Find the absolute minimum value of f(x) = x^2 + 54/x on the interval 1 <= x <= 6.", "27", "55"),
    ("What is the global maximum of f(x) = x/(x^2 + 16)?", r"\frac{1}{8}", r"\frac{1}{4}"),
    ("求函数f(x)=x^3-3x^2-24x+1的极值", r"\text{极大值:}f\left(-2\right)=29;\ \text{极小值:}f\left(4\right)=-79", "f(4)=-79; f(-2)=29"),
    ("求函数$f(x)=x^3-3x^2$的单调区间和极值", r"\text{单调递增区间:}(-\infty, 0),\ (2, \infty);\ \text{单调递减区间:}(0, 2);\ \text{极大值:}f\left(0\right)=0;\ \text{极小值:}f\left(2\right)=-4", r"(-\infty, 0); (0, 2); 0; -4"),
    ("求函数f(x)=x^3-12x+1在[-1,3]上的最大值和最小值", r"\text{最大值:}12;\ \text{最小值:}-15", "17; -15"),
    ("求函数y=ln x-x的单调递增区间", "(0, 1)", r"(0, \infty)"),
    ("求曲线y=x^4-6x^3+12x^2的拐点及凹凸区间", r"\text{拐点:}\left(1, 7\right),\ \left(2, 16\right);\ \text{凹区间:}(-\infty, 1),\ (2, \infty);\ \text{凸区间:}(1, 2)", r"(1,7),(2,16); (1,2); (-\infty,1),(2,\infty)"),
    ("求f(x)=x+16/x(x>0)的最小值", "8", "4"),
    ("讨论函数f(x)=xe^x的单调性,并求极值", r"\text{单调递增区间:}(-1, \infty);\ \text{单调递减区间:}(-\infty, -1);\ \text{极大值:}\text{无};\ \text{极小值:}f\left(-1\right)=- \frac{1}{e}", r"(-1, \infty); (-\infty, -1); 无; 0"),
    ("函数f(x)=2x^3-9x^2+12x的极小值点是____", "x=2", "x=1"),
]  # fmt: skip
DECLINED = [
    "Find the local maximum of f(x) = x^3 - 3ax.",
    "Find the value of a if f(x) = x^3 + ax has a local minimum at x = 2.",
    "Find the critical points of f(x) = |sin x|.",
    "Find the critical points of f(x, y) = x^2 + y^2.",
    "Find the maximum of f(x) = sin x + x.",
    "Find the maximum value of f(x) = x^3 - 3x.",
    "Find the local maximum of f(x) = x^5 - x - x^2 + 7x^3.",
    "Find the inflection points of y = 2x + 1.",
    "Find the number of local maxima of f(x) = x^3 - 3x.",
    "Find the distance between the stationary points of y = x^3 - 3x.",
    "Find the largest interval of length 2 on which f(x) = x^3 is increasing.",
    "Find the maximum value of x + y if x^2 + y^2 = 4.",
    "已知函数f(x)=x^3+ax^2的极值为3,求a",
    "若函数f(x)=x^3-ax在(1,2)上单调递增,求a的取值范围",
    "求函数f(x)=x^3-3x的极值之和",
    "求函数f(x)=x^3-3x的零点个数和极值点的距离",
    "求函数f(x)=1/x在[-1,1]上的最大值",
]
# fmt: off
POINTS = st.integers(-4, 4)
# fmt: on


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_solved_and_proved(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer
    assert verdict(task, found) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_what_is_near_and_different_is_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=10, deadline=None)
@given(POINTS, POINTS, st.integers(-5, 5), st.booleans())
def test_a_cubic_turns_where_it_was_made_to_turn(p: int, q: int, c: int, chinese: bool) -> None:
    assume(p < q)
    x = sp.Symbol("x")
    f = sp.expand(sp.integrate(6 * (x - p) * (x - q), x) + c)
    shown = sp.latex(f)
    task, answer, _ = solve(
        read, f"求函数$f(x)={shown}$的极值" if chinese else f"Find the local extrema of $f(x)={shown}$."
    )
    assert answer.count(rf"f\left({p}\right)={f.subs(x, p)}") == 1
    assert answer.index(rf"f\left({p}\right)") < answer.index(rf"f\left({q}\right)={f.subs(x, q)}")
    assert verdict(task, answer) is True
    assert verdict(task, f"f({p})={f.subs(x, p) + 1}; f({q})={f.subs(x, q)}") is False


@settings(max_examples=10, deadline=None)
@given(POINTS, POINTS, st.integers(-5, 5), st.integers(1, 3))
def test_the_largest_value_on_an_interval_is_not_surpassed(a: int, p: int, c: int, width: int) -> None:
    x = sp.Symbol("x")
    f = sp.expand(x**3 - 3 * p * x**2 + c)
    task, answer, _ = solve(read, f"Find the maximum value of $f(x)={sp.latex(f)}$ on $[{a}, {a + width}]$.")
    highest = max(f.subs(x, a + sp.Rational(k * width, 60)) for k in range(61))
    assert sp.sympify(answer) >= highest - sp.Rational(1, 50)
    assert verdict(task, answer) is True
    assert verdict(task, str(sp.sympify(answer) + 1)) is False


@pytest.mark.parametrize(("problem", "right", "wrong"), [
    ("Find the minimum value of |x-1|+|x-2|+|x-4|", "3", "2"),
    ("Find the maximum of f(x) = |x^2 - 2x| on [0, 4]", "8", "1"),
    ("Where is f(x) = |x^2-4| increasing?", r"(-2, 0),\ (2, \infty)", r"(2, \infty)"),
    ("Find the critical numbers of f(x)=|x^2-16|", r"x=-4,\ x=0,\ x=4", "x=0"),
    ("求函数 f(x)=|x-1|+|x+3| 的最小值", "4", "3"),
    ("求函数y=|x+1|-|x-3|的最大值和最小值", r"\text{最大值:}4;\ \text{最小值:}-4", r"\text{最大值:}4;\ \text{最小值:}0"),
])  # fmt: skip
def test_corners_count(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "Find the extrema of f(x)=|sin x|", "求 f(x)=|x-1|+|x+2| 的极值", "Find the inflection points of |x^2-1|", "Find the minimum of |x-a|", "Find the maximum of |x-2|",
])  # fmt: skip
def test_other_absolute_values_are_left(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=2, max_size=4))
def test_sums_of_distances_are_least_at_a_corner(places: list[int]) -> None:
    body = "+".join(f"|x-({p})|" for p in places)
    task, answer, _ = solve(read, f"Find the minimum of f(x) = {body}")
    assert answer == str(min(sum(abs(x - p) for p in places) for x in places))
    assert verdict(task, answer) is True
