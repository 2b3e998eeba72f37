"""Trigonometric equations: read whole, solved exactly in a range or by families, checked by a count of zeros; the rest declined."""

from __future__ import annotations

import math

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.trigonometric import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Solve sin x = -1/2 for 0 ≤ x < 2π.", r"x=\frac{7\pi}{6},\ x=\frac{11\pi}{6}", r"x=\frac{7\pi}{6}"),
    (r"Solve $2\sin^2 x + 3\sin x + 1 = 0$ on the interval $[0, 2\pi)$.", r"x=\frac{7\pi}{6},\ x=\frac{3\pi}{2},\ x=\frac{11\pi}{6}", r"x=\frac{\pi}{6},\ x=\frac{3\pi}{2}"),
    (r"Find all solutions of $\tan 2x = \sqrt{3}$ in $[0, \pi)$.", r"x=\frac{\pi}{6},\ x=\frac{2\pi}{3}", r"x=\frac{\pi}{6}"),
    ("Solve cos(x + π/4) = 0 where -pi < x <= pi.", r"x=-\frac{3\pi}{4},\ x=\frac{\pi}{4}", r"x=\frac{\pi}{4},\ x=\frac{5\pi}{4}"),
    ("Find the general solution of sin x = √2/2.", r"x=\frac{\pi}{4}+2k\pi,\ x=\frac{3\pi}{4}+2k\pi\ (k\in\mathbb{Z})", r"x=\frac{\pi}{4}+2k\pi"),
    ("Solve 2cos x = 1.", r"x=\pm \frac{\pi}{3}+2k\pi\ (k\in\mathbb{Z})", r"x=\pm \frac{\pi}{3}+k\pi"),
    ("Solve tan θ = 1 for 0 degrees ≤ θ < 360 degrees.", r"\theta=45^{\circ},\ \theta=225^{\circ}", r"\theta=45^{\circ},\ \theta=135^{\circ}"),
    ("Solve sin x = 1/3 for 0° ≤ x < 360°.", r"x=\arcsin \frac{1}{3}\approx 19.5^{\circ},\ x=180^{\circ}- \arcsin \frac{1}{3}\approx 160.5^{\circ}", r"x=\arcsin \frac{1}{3}"),
    ("Solve sin 2x + sin x = 0, 0 ≤ x < 2π", r"x=0,\ x=\frac{2\pi}{3},\ x=\pi,\ x=\frac{4\pi}{3}", r"x=0,\ x=\pi"),
    ("Solve sin x + cos x = √2 for x in [0, 2π).", r"x=\frac{\pi}{4}", r"x=\frac{5\pi}{4}"),
    ("Solve 2sin²x = 1 + cos x for x in [0, π].", r"x=\frac{\pi}{3},\ x=\pi", r"x=\frac{\pi}{3}"),
    ("Solve sin x/(1 - cos x) = 1 for 0 ≤ x < 2π.", r"x=\frac{\pi}{2}", r"x=0,\ x=\frac{\pi}{2}"),
    ("Solve cos x = 2.", r"\text{no solution}", r"x=0+2k\pi"),
    ("Solve sin 4x = cos x for 0 ≤ x ≤ π/2.", r"x=\frac{\pi}{10},\ x=\frac{\pi}{6},\ x=\frac{\pi}{2}", r"x=\frac{\pi}{10},\ x=\frac{\pi}{2}"),
    ("How many solutions does sin 3x = 1/2 have in [0, 2π]?", "6", "2"),
    ("Find the sum of the solutions of 2sin x = 1 in the interval [0, 2π].", r"\pi", r"2\pi"),
    ("解方程 sin x = -1。", r"x=\frac{3\pi}{2}+2k\pi\ (k\in\mathbb{Z})", r"x=\frac{\pi}{2}+2k\pi\ (k\in\mathbb{Z})"),
    ("解方程 2cos²x - 3cos x + 1 = 0,x∈[0, 2π)。", r"x=0,\ x=\frac{\pi}{3},\ x=\frac{5\pi}{3}", r"x=0,\ x=\frac{\pi}{3}"),
    ("求方程 tan 2x = -1 在区间 (0, π) 内的解。", r"x=\frac{3\pi}{8},\ x=\frac{7\pi}{8}", r"x=\frac{3\pi}{8}"),
    ("已知 cos α = -√3/2,且 α∈(0, π),求 α。", r"\alpha=\frac{5\pi}{6}", r"\alpha=\frac{2\pi}{3}"),
    ("求方程 √3sin x - cos x = 1 在 [0, 2π] 上的解集。", r"x=\frac{\pi}{3},\ x=\pi", r"x=\frac{\pi}{3}"),
    ("已知 β 是锐角,且 cos(β - 20°) = √3/2,求 β 的度数。", r"\beta=50^{\circ}", r"\beta=10^{\circ}"),
    ("求方程 sin x = sin 2x 的通解。", r"x=k\pi,\ x=\pm \frac{\pi}{3}+2k\pi\ (k\in\mathbb{Z})", r"x=k\pi\ (k\in\mathbb{Z})"),
    ("解方程:3sin x - 4cos x = 5,x∈[0, 2π)", r"x=\arctan \frac{4}{3} + \frac{\pi}{2}", r"x=\frac{\pi}{2}"),
]  # fmt: skip
DECLINED = [
    "Solve sin x = x.",
    "Solve sin x = a for x.",
    "Solve sin x > 1/2 for 0 ≤ x < 2π.",
    "Solve sin x + y = 1.",
    "Solve x sin x = 0.",
    "Solve arcsin x = 1.",
    "Solve sin x/2 = 1/2.",  # the half of the sine, or the sine of the half
    "Find the smallest positive solution of sin x = 1/2.",
    "Find all values of x between 0 and π such that sin x = 0.",  # are the ends between?
    "Solve sin x = 1/3 in degrees.",
    "In triangle ABC, sin A = 1/2. Find A.",
    "If sin x = 3/5, find cos x.",
    "Solve sin x = 1/2 for 0 ≤ x < 2π and 0 ≤ y < 2π.",
    "Solve sin x = 1/2 on the blue interval.",
    "Solve cos x = x^2.",
    "解方程 sin x = 1/2 + y。",
    "已知 sin α = 3/5,求 cos α。",
    "求证:sin²x + cos²x = 1",
    "求函数 y = sin x 的周期。",
    "解不等式 sin x > 1/2。",
    "已知 sin x = 1/2,x 是第二象限角,求 tan x。",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert not verdict(task, wrong)
    assert verdict(task, answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    ("problem", "answer", "right"),
    [
        ("Solve cos x = 1/2.", r"x = \frac{\pi}{3} + 2n\pi \text{ or } x = \frac{5\pi}{3} + 2n\pi, n \in \mathbb{Z}", True),
        ("Solve cos x = 1/2.", r"x = \pm\frac{\pi}{3}", False),
        ("Solve sin x = 1/2 for 0° ≤ x < 360°.", "x = 30°, 150°", True),
        ("Solve sin x = 1/2 for 0° ≤ x < 360°.", "30, 150", True),
        ("Solve sin x = 1/2 for 0° ≤ x < 360°.", "30", False),
        ("Solve sin x = 1/2 for 0 ≤ x < 2π.", r"\left\{\frac{\pi}{6}, \frac{5\pi}{6}\right\}", True),
        ("Solve sin x = 1/2 for 0 ≤ x < 2π.", "0.5236, 2.618", False),
        ("Solve sin x = 1/2 for 0 ≤ x < 2π.", "no solution", False),
        ("Solve tan x = 1 in degrees.", "x = 45° + 180°k", True),
    ],
)  # fmt: skip
def test_answers_in_other_forms(problem: str, answer: str, right: bool) -> None:
    task, _, _ = solve(read, problem)
    assert bool(verdict(task, answer)) is right


angle = st.sampled_from(["x", "2x", "3x", "(x + π/6)", "(2x - π/3)", "(x/2)"])
value = st.sampled_from(["0", "1", "-1", "1/2", "-1/2", "√2/2", "-√3/2", "1/3", "5/4"])


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["sin", "cos", "tan"]), angle, value, st.booleans())
def test_every_solution_fits_and_none_is_missing(function: str, inner: str, c: str, zh: bool) -> None:
    problem = (
        f"解方程 {function}{inner} = {c},x∈[0, 2π)。"
        if zh
        else f"Solve {function} {inner} = {c} for 0 ≤ x < 2π."
    )
    task, answer, found = solve(read, problem)
    assert verdict(task, answer) is True
    if len(found) > 1:
        assert not verdict(task, ",".join(f"x={sp.latex(v)}" for v in found[1:]))
    size = eval(c.replace("√2", "2**.5").replace("√3", "3**.5"))  # one of our own numbers
    assert bool(found) == (function == "tan" or abs(size) <= 1 or False) or inner == "(x/2)"
    assert all(0 <= float(v) < 2 * math.pi for v in found)


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from([-2, -1, 1, 2]),
    st.integers(-2, 2),
    st.sampled_from([1, 2]),
    st.sampled_from(["sin", "cos"]),
)
def test_a_quadratic_in_one_function_has_the_solutions_of_its_factors(p: int, q: int, r: int, f: str) -> None:
    t = sp.Symbol("t")
    quadratic = sp.expand((2 * t - p) * (r * t - q))
    a, b, c = (sp.Poly(quadratic, t).coeff_monomial(t**n) for n in (2, 1, 0))
    task, answer, found = solve(read, f"Solve {a}{f}^2 x + ({b}){f} x + ({c}) = 0 for x ∈ [0, 2π).")
    assert verdict(task, answer) is True
    x = sp.Symbol("x")
    roots = {sp.Rational(p, 2), sp.Rational(q, r)}
    assert {getattr(sp, f)(v) for v in found} == {v for v in roots if abs(v) <= 1}
    assert x not in sp.Tuple(*found).free_symbols


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from([(1, 1, 2), (3, 1, 4), (1, 3, 4)]),
    st.sampled_from([-1, 1]),
    st.sampled_from([0, 1, -1, 2]),
)
def test_one_wave(squares: tuple[int, int, int], sign: int, quarter: int) -> None:
    a, b, size = squares
    right = {0: "0", 1: "1", -1: "-1", 2: f"√{size}"}[quarter]
    problem = f"Solve √{a} sin x {'+' if sign > 0 else '-'} √{b} cos x = {right} for -π < x ≤ π."
    task, answer, found = solve(read, problem)
    assert verdict(task, answer) is True
    assert len(found) == (1 if quarter == 2 else 2)
