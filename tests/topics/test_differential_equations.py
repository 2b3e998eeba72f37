"""Differential equations: read in both languages, solved by the method for their kind, and judged by putting answers back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.topics.calculus.differential_equations import read
from tests.topics.solved import is_declined, solve, solves, verdict

CASES = [
    pytest.param("Solve y' = 6xy", "y=Ce^{3x^2}", "y=e^{3x^2}", id="separable"),
    pytest.param("Find the general solution of dy/dx = x/y", "y^2 - x^2 = C", "y^2+x^2=C", id="implicit"),
    pytest.param(r"Solve the initial value problem $\frac{dy}{dx} = \frac{x}{y}$, $y(0) = -3$", r"y=-\sqrt{x^2+9}", r"y=\sqrt{x^2+9}", id="branch"),
    pytest.param("Solve y' = 4 + y^2, y(0) = 0", r"y = 2\tan(2x)", r"y=\tan(2x)", id="tangent"),
    pytest.param("Solve dy/dx = y(2-y), y(0) = 1", r"y=\frac{2}{1+e^{-2x}}", r"y=\frac{2}{1+e^{2x}}", id="logistic"),
    pytest.param("Find the solution of y' = -y^2 that passes through the point (1, 1)", r"y=\frac1x", "y=x", id="through a point"),
    pytest.param("Find the general solution of y' + 3y = e^x.", r"y=\frac{e^x}{4}+Ce^{-3x}", r"y=\frac{e^x}{4}", id="linear"),
    pytest.param("Solve xy' + 2y = x^3 using an integrating factor", r"y=\frac{x^3}{5}+\frac{K}{x^2}", r"y=\frac{x^3}{4}+\frac{C}{x^2}", id="integrating factor"),
    pytest.param("Find f(x) if f'(x) = 8x - 1 and f(1) = 2", "f(x)=4x^2-x-1", "f(x)=4x^2-x", id="integrated"),
    pytest.param("Solve x'(t) = -5x(t), x(0) = 3.", "x(t)=3e^{-5t}", "x=3e^{5t}", id="time"),
    pytest.param("Solve y'' - 7y' + 10y = 0", "y=C_1e^{2x}+C_2e^{5x}", "y=C_1e^{2x}+C_2e^{-5x}", id="two roots"),
    pytest.param("Solve y'' + 6y' + 9y = 0, y(0) = 2, y'(0) = -5", "y=(2+x)e^{-3x}", "y=2e^{-3x}", id="double root"),
    pytest.param(r"Find the general solution of $\frac{d^2y}{dx^2} - 2\frac{dy}{dx} + 10y = 0$", r"e^x(A\cos 3x + B\sin 3x)", r"e^x A\cos 3x", id="complex roots"),
    pytest.param("Solve y'' + y = 3x by the method of undetermined coefficients", r"y=C_1\cos x+C_2\sin x+3x", r"y=C_1\cos x+C_2\cos x+3x", id="polynomial"),
    pytest.param("Find a particular solution of y'' - 4y = 4e^{2x}", "y_p=xe^{2x}", "y=e^{2x}", id="particular"),
    pytest.param("求微分方程 $y'=5x^4$ 的通解", "y=x^5+C", "y=x^5", id="zh integrated"),
    pytest.param(r"求解微分方程 $\frac{\mathrm{d}y}{\mathrm{d}x}=\frac{2y}{x}$", "y=Cx^2", "y=Cx", id="zh separable"),
    pytest.param(r"求微分方程 $x\,dx+4y\,dy=0$ 的通解", "x^2+4y^2=C", "x^2-4y^2=C", id="zh differentials"),
    pytest.param(r"求微分方程 $y'-y=2e^{3x}$ 满足 $y|_{x=0}=4$ 的特解", "y=e^{3x}+3e^x", "y=e^{3x}+Ce^x", id="zh condition"),
    pytest.param("已知 y'=-3y，且 y(0)=7，求 y", "y=7e^{-3x}", "y=7e^{3x}", id="zh asked for y"),
    pytest.param("求方程 $y''+2y'-3y=6$ 的一个特解", "y=-2", "y=2", id="zh particular"),
    pytest.param("求微分方程 $y''+4y=8\\cos 2x$ 的通解", r"y=C_1\cos 2x+C_2\sin 2x+2x\sin 2x", r"y=C_1\cos 2x+C_2\sin 2x+2x\cos 2x", id="zh resonance"),
    pytest.param("求二阶常系数线性微分方程 y''-2y'+y=0 满足初始条件 y(0)=1, y'(0)=4 的特解", "y=(1+3x)e^x", "y=e^x", id="zh conditions"),
]  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_equations_are_solved_and_answers_judged(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", [
    "Solve y' = ky", "Solve y''' = y", "Solve y' = y + k", "Find dy/dx if x^2 + y^2 = 4", "Find y' if y = x^3",
    "Given f'(x) = 3x^2, find f(2)", "Solve y'' + xy = 0", "Solve y' = x + y^2", "Solve y'' = (y')^2",
    "Solve y' = 2y, y(0) = 1, y(1) = 2", "Find the order of the differential equation y'' + y = 0", "Solve y' = y sleepily",
    "Find the general solution of y' = y, y(0) = 3", "求微分方程 y''+y=0 的阶数", "求微分方程 y'=y 的特解", "Solve 2x + 3 = 7",
    "Find the equilibrium solutions of y' = y(1-y)",
])  # fmt: skip
def test_other_questions_are_left(problem: str) -> None:
    assert is_declined(read, problem)


WHOLE = st.integers(-4, 4)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(WHOLE, WHOLE, WHOLE, WHOLE, st.sampled_from(["", "+3x", "-2e^{x}", "+x^2", "+\\sin 2x", "+5"]))
def test_second_order_equations_are_solved(b: int, c: int, start: int, slope: int, side: str) -> None:
    problem = f"Solve $y'' + ({b})y' + ({c})y = 0{side}$, $y(0) = {start}$, $y'(0) = {slope}$."
    task, answer, _ = solve(read, problem)
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer} + x^2") is False


@FEW
@given(
    st.integers(1, 5),
    st.integers(-4, 4).filter(bool),
    st.integers(1, 3),
    st.sampled_from(["y", "y^2", "(y+1)", "e^{-y}", "e^y"]),
)
def test_separable_equations_are_solved(start: int, k: int, power: int, side: str) -> None:
    for condition in ("", f", y(1) = {start}"):
        task, answer, _ = solve(read, f"Solve $\\frac{{dy}}{{dx}} = {k}x^{power}{side}${condition}")
        assert verdict(task, answer) is True
        assert verdict(task, f"{answer} + x") is False


@FEW
@given(WHOLE.filter(bool), WHOLE.filter(bool), st.sampled_from(["x", "e^{x}", "3", "x^2"]))
def test_linear_equations_are_solved(p: int, start: int, side: str) -> None:
    task, answer, _ = solve(read, f"求微分方程 $y' + ({p})y = {side}$ 满足 $y(0)={start}$ 的特解")
    assert verdict(task, answer) is True
    assert verdict(task, answer + "+1") is False
