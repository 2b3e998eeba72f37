"""Questions about something else than the formulas say; roundings; statements about several roots. Each row is a class that was judged wrongly."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.intake import language_of
from solver.verify.question import asks_else
from solver.verify.rounding import is_half_a_unit, rounds_to
from solver.verify.work import check_work, open_work

ROOTS = "Find the sum of the roots of x^2 - 5x + 6 = 0"
POSITIVE = "Find the positive root of x^2 - x - 6 = 0"
MATRICES = "Let A = [[1,2],[3,4]], B = [[2,1],[1,1]]. "


def verdicts(problem: str, work: str, solved: str | None = None) -> list[str]:
    """`verdict reason` of each line; lines stand between bars."""
    lines = [line.strip() for line in work.split(" || ")]
    return [f"{v.verdict} {v.reason}" for v in check_work(problem, lines, language_of(problem), solved)]


@pytest.mark.parametrize(
    ("problem", "solved", "work", "end"),
    [
        (ROOTS, "5", "(x-2)(x-3) = 0 || x = 2 or x = 3 || 5", "correct asked-value"),
        (ROOTS, "5", "x1 + x2 = 5", "correct asked-value"),
        (ROOTS, "5", "sum = -b/a = 5", "correct asked-value"),
        (ROOTS, "5", "x = 2 or x = 3", "unfinished not-finished"),
        (ROOTS, "5", "-5", "wrong not-asked-value"),
        (ROOTS, "5", "x_1 + x_2 = -5", "wrong wrong-statement"),
        (ROOTS, None, "x = 2 or x = 3 || 5", "unknown undecided"),
        (ROOTS, None, "7", "unknown undecided"),
        ("求方程 x^2-5x+6=0 的两根之积", "6", "x₁x₂=6", "correct asked-value"),
        ("Find the discriminant of 2x^2 - 3x + 1 = 0", "1", "b^2 - 4ac = 9 - 8 || 1", "correct asked-value"),
        ("If 2x - 3 = 7, find 4x + 1", "21", "2x = 10 || 4x + 1 = 21", "correct asked-value"),
        ("If 2x - 3 = 7, find 4x + 1", "21", "2x = 10 || x = 5", "unfinished not-finished"),
        ("If x + y = 7 and x - y = 3, find xy", "10", "2x = 10 || x = 5", "unfinished one-unknown-left"),
        (POSITIVE, "3", "(x-3)(x+2) = 0 || x = 3", "correct asked-value"),
        (POSITIVE, "3", "(x-3)(x+2) = 0 || x = -2", "wrong not-asked-value"),
        (POSITIVE, None, "(x-3)(x+2) = 0 || x = 3", "correct case"),
        ("Given f(x) = x^3 - 2x, find f'(2)", "10", "f'(x) = 3x^2 - 2 || 3*4 - 2 || 10", "correct asked-value"),
        ("Given f(x) = x^3 - 2x, find f'(2)", None, "f'(x) = 3x^2 - 2 || 8", "unknown undecided"),
        ("If f(x) = x^2 - 3x, find f(3)", None, "9 - 9 || 0", "correct solved"),
        ("If f(x) = 3x - 1 and g(x) = x^2, find g(f(2))", None, "g(5) || 25", "correct solved"),
        ("Solve for r: A = pi r^2", None, "r^2 = A/pi || r = sqrt(A/pi)", "correct solved"),
        ("Express r in terms of A, P and t: A = P + P r t", r"r=\frac{A-P}{P t}", "r = (A - P)/(P t)", "correct asked-value"),
        ("How many real solutions does x^2 + 2x + 5 = 0 have?", "0", "D = 4 - 20 < 0 || no real solutions", "correct asked-value"),
        ("方程 x^2-4x+4=0 有几个实数根？", "1", "Δ=16-16=0 || 有两个不相等的实数根", "wrong not-asked-value"),
        ("Find the zeros of x^2 - 4", None, "(x-2)(x+2) = 0 || x = ±2", "correct solved"),
        (MATRICES + "Find the inverse of B.", None, "det(B) = 1 || [[1,-1],[-1,2]]", "correct solved"),
        (MATRICES + "Find the inverse of A.", None, "[[1,-1],[-1,2]]", "wrong not-from-problem"),
        (MATRICES + "Find det(AB).", None, "|A| = -2 || AB = [[4,3],[10,7]] || 28 - 30 = -2", "correct solved"),
        ("If f(x) = x^3 + x, find f'(-1)", "4", "f'(x) = 3x^2 + 1 || -3 + 1 = -2", "wrong not-asked-value"),
        ("∫ x e^(2x) dx", None, "u = x, v' = e^(2x) || x e^(2x)/2 - e^(2x)/4 + C", "correct solved"),
        ("求 f(x)=x^3 在 x=2 处的导数", "12", "f'(x)=3x^2 || f'(2)=12", "correct asked-value"),
        ("What is the vertex of the parabola?", r"\left(1, 2\right)", "(1, 2)", "correct asked-value"),
    ],
)  # fmt: skip
def test_the_end_is_told_by_what_is_asked(problem: str, solved: str | None, work: str, end: str) -> None:
    *before, last = verdicts(problem, work, solved)
    assert last == end
    assert all(v.startswith("correct") for v in before), before


@pytest.mark.parametrize(
    ("text", "unknowns", "something_else"),
    [
        ("Find all real solutions of x^2 = 9", ("x",), False),
        ("用配方法解方程 x^2-4x+1=0", ("x",), False),
        ("Find x if 2x + 5 = 11.", ("x",), False),
        ("Find x if x + y = 3 and x - y = 1", ("x", "y"), True),
        ("Solve for x and y: x + y = 3, x - y = 1", ("x", "y"), False),
        ("Ein Rätsel: x + 1 = 3", ("x",), True),
    ],
)
def test_words_are_accounted_for(text: str, unknowns: tuple[str, ...], something_else: bool) -> None:
    assert asks_else(text, unknowns) is something_else


def test_the_tutor_is_asked_only_where_the_formulas_do_not_tell() -> None:
    assert open_work(ROOTS, ("5",), "en")["asks_else"]
    assert not open_work("Solve x^2 - 5x + 6 = 0", ("x = 2",), "en")["asks_else"]


@settings(max_examples=25, deadline=None)
@given(st.integers(-6, 6), st.integers(-6, 6), st.integers(-20, 20))
def test_sums_and_products_of_roots_are_true_or_not(p: int, q: int, claimed: int) -> None:
    problem = f"Solve x^2 - ({p + q})x + ({p * q}) = 0"
    for line, value in ((f"x_1 + x_2 = {claimed}", p + q), (f"x_1 x_2 = {claimed}", p * q)):
        (verdict,) = check_work(problem, (line,), "en")
        assert (verdict.verdict == "correct") is (claimed == value), (problem, line, verdict)


@pytest.mark.parametrize(
    ("problem", "work", "end"),
    [
        ("Calculate 0.02 * 0.3", "0.02*0.3 = 0.01", "wrong not-from-problem"),
        ("Calculate 0.02 * 0.3", "0.02*0.3 ≈ 0.01", "correct solved"),
        ("Calculate 2/3", "2/3 ≈ 0.66", "wrong not-from-problem"),
        ("Solve x^2 = 2", "x = ±√2 || x ≈ ±1.41", "correct solved"),
        ("Solve x^2 = 2", "x = √2 ≈ 1.41 or x = -√2 ≈ -1.41", "correct solved"),
        ("Solve x^2 = 2", "x = ±√2 || x ≈ ±1.51", "wrong not-equivalent"),
        ("Solve 3x = 10", "x = 10/3 = 3.33", "correct solved"),
        ("Solve 3x = 10", "x = 10/3 || x = 3.3", "wrong not-equivalent"),
        ("Solve the system x + 3y = 1, x - 3y = 2", "x = 1.5 || y ≈ -0.17", "correct solved"),
        ("A car drives 100 km in 3 hours. How far does it drive in 2 hours?", "100/3 ≈ 33.33 || 33.33 * 2 ≈ 66.67", "correct asked-value"),
        ("Calculate 7 * 0.125", "7 * 0.125 = 0.88", "wrong not-from-problem"),
    ],
)  # fmt: skip
def test_roundings(problem: str, work: str, end: str) -> None:
    *before, last = verdicts(problem, work)
    assert last == end and all(v.startswith("correct") for v in before)


@settings(max_examples=80, deadline=None)
@given(st.integers(-500, 500), st.integers(1, 60), st.integers(1, 4))
def test_a_rounding_is_within_half_a_unit(top: int, bottom: int, places: int) -> None:
    exact = sp.Rational(top, bottom)
    text = f"{float(exact):.{places}f}"
    if abs(exact - sp.Rational(text)) < sp.Rational(1, 2 * 10**places):
        assert is_half_a_unit(exact, text)
    beyond = str(sp.Rational(text) + sp.Rational(2, 10**places))
    assert not rounds_to(exact, f"{float(sp.Rational(beyond)):.{places}f}")


@pytest.mark.parametrize(
    ("problem", "work", "end"),
    [
        ("Solve x^2 > 4", "(x-2)(x+2) > 0 || x < -2, x > 2", "correct solved"),
        ("解不等式 x^2-4>0", "x>3，x<-3", "wrong lost-roots"),
        ("解不等式：x²-4x+3<0", "方程x²-4x+3=0的根是x=1和x=3", "correct calculation"),
        ("解不等式：x²-4x+3<0", "方程x²-4x+3=0的根是x=1和x=3 || 所以1<x<3", "correct solved"),
        ("Solve x^2-4x+3<0", "x^2-4x+3=0 has the roots x=1 and x=4", "wrong wrong-calculation"),
        ("解不等式组 x-5>0, x-2<0", "x>5，x<2 || 无解", "correct solved"),
        ("Solve the system x + y = 3, xy = 2", "x=1, y=2 or x=2, y=1", "correct solved"),
        ("Solve the system x + y = 3, xy = 2", "x=1, y=2; x=2, y=1", "correct solved"),
        ("Solve the system x + y = 3, xy = 2", "(1,2) and (2,1)", "correct solved"),
        ("Solve the system x + y = 3, xy = 2", "x1=1, y1=2, x2=2, y2=1", "correct solved"),
        ("Solve the system x + y = 3, xy = 2", "x=1, y=2 or x=2, y=2", "wrong not-from-problem"),
        ("Solve cos(2x) = 1/2", "2x = ±π/3 + 2kπ || x = ±π/6 + kπ, k ∈ Z", "correct solved"),
        ("Solve cos(2x) = 1/2", "2x = ±π/3 + 2kπ || x = ±π/6 + 2kπ", "wrong lost-roots"),
        ("解方程 sin x = 1/2", "x=\\frac{π}{6}+2kπ 或 x=\\frac{5π}{6}+2kπ (k∈Z)", "correct solved"),
        ("Solve cos(x) = 0 for 0 <= x <= 6pi", "x = π/2 + kπ || x = π/2, 3π/2, 5π/2, 7π/2, 9π/2, 11π/2", "correct solved"),
        ("Solve sin(x)^2 = 1 on [0, 4pi]", "x = pi/2, 3pi/2, 5pi/2, 7pi/2", "correct solved"),
        ("Solve sin(x) = 0 for 0 <= x <= 10pi", "x = 0, pi, 2pi, 3pi, 4pi, 5pi, 6pi, 7pi, 8pi, 9pi", "wrong lost-roots"),
        ("Solve sin(2x) = cos(x), 0 <= x <= 2pi", "2 sin(x) cos(x) = cos(x) || 2 sin(x) = 1", "wrong lost-roots"),
        ("Solve sin(x) = 2", "no solution", "correct solved"),
        ("Solve sqrt(5 - x) = x + 1", "x = 1 (reject x = -4)", "correct rejected-rightly"),
    ],
)  # fmt: skip
def test_solutions_that_are_told_together(problem: str, work: str, end: str) -> None:
    *before, last = verdicts(problem, work)
    assert last == end and all(v.startswith("correct") for v in before)


@pytest.mark.parametrize(
    ("problem", "work", "kinds"),
    [
        ("Solve the system 2x + 3y = 12, x - y = 1", "x = y + 1 || 2y + 1 + 3y = 12 || 2(y+1) + 3y = 12 || y = 2 || x = 3", "cwccc"),
        ("Solve the system 2x + 3y = 12, x - y = 1", "x = y + 1 || 2y + 1 + 3y = 12 || 5y = 11 || x = 16/5", "cwuu"),
        ("Solve the system x + y = 5, x - y = 1", "2x = 6 || x = 3 || y = 3 || y = 2", "ccwc"),
        ("Solve the system x + 2y = 4, 2x + 4y = 8", "2x + 4y = 7 || 2x + 4y = 8 || x = 4 - 2y", "wcc"),
        ("Solve the system x^2 + y = 7, x + y = 5", "x^2 + 5 + x = 7 || x^2 + 5 - x = 7 || x = 2 or x = -1", "wcu"),
    ],
)  # fmt: skip
def test_a_way_back_after_a_wrong_line_of_a_system(problem: str, work: str, kinds: str) -> None:
    assert "".join(v[0] for v in verdicts(problem, work)) == kinds
