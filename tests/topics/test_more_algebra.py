"""Identities with conditions, letters in systems, roots with opposite radicands, areas between curves, places of complex numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Reader
from solver.topics.calculus import integrals
from solver.topics.equations import nonnegative_sums, systems
from solver.topics.expressions import binomials, complex_numbers, identities, polynomial_letters
from tests.topics.solved import is_declined, reading, solve, verdict

CASES: list[tuple[Reader, str, str]] = [
    # identities
    (identities.read, r"Find the constants $A$ and $B$ such that $\frac{5x+1}{(x-1)(x+2)} = \frac{A}{x-1}+\frac{B}{x+2}$ for all $x \neq 1, -2$.", r"A=2,\ B=3"),
    (identities.read, "The cubic x^3 + ax^2 + bx - 12 is the product of (x - 3) and (x^2 + 2x + c). Determine a, b and c.", r"a=-1,\ b=-2,\ c=4"),
    (identities.read, "如果(px+2)(x²-x+q)展开后恰好是2x³+rx+6，那么pqr=____。", "24"),
    (identities.read, "Find p and q, positive integers, if (3x + p)(x - q) = 3x^2 - 5x - 28 for all x.", r"p=7,\ q=4"),
    (identities.read, "要使(x+a)(x²-3x+b)=x³-x²-2x+8成为恒等式，a+b应等于多少？", "6"),
    (identities.read, "Express (5x + 1)/((x - 1)(x + 2)) as A/(x - 1) + B/(x + 2). Find A and B.", r"A=2,\ B=3"),
    (identities.read, "Let (ax + 2)(bx + 7) = 15x^2 + cx + 14 with a + b = 8. What are the two possible values for c?", r"31,\ 41"),
    (identities.read, "If (x + a)(x + b) = x^2 + 5x + 6 and a > b, find a and b.", r"a=3,\ b=2"),
    (identities.read, "若(x+m)(x-3)=x²+nx-12，且m>0，求mn的值", "4"),
    (identities.read, "Given that (x + a)^2 = x^2 + bx + 25 and b > 0, find a + b.", "15"),
    (identities.read, "将二次函数y=x²-4x+5化成y=(x-h)²+k的形式，则h+k=", "3"),
    (identities.read, "Let P(x) = ax^2 + bx + c. If P(x) = (x - 1)^2 + 3(x + 2), find a + b + c.", "9"),
    (identities.read, "Write (7x - 1)/((x + 1)(x - 3)) in the form A/(x + 1) + B/(x - 3).", r"A=2,\ B=5"),
    (identities.read, "若多项式2x²+7x+3可分解为(2x+a)(x+b)，且a,b为整数，求a+b", "4"),
    # letters that are named in front, one of them asked behind
    (polynomial_letters.read, "If A and B are numbers such that x^3 + Ax + B is divisible by (x - 2)^2, what is the value of B?", "16"),
    (polynomial_letters.read, "已知a、b为常数，多项式x^3+ax+b能被(x-1)^2整除，求a+b的值。", "-1"),
    # a polynomial with a name
    (polynomial_letters.read, "The polynomial $p(x)=x^3+ax^2+bx-6$ has $(x-2)$ as a factor and leaves remainder $-12$ when divided by $(x+1)$. Find $a$ and $b$.", r"a=-2,\ b=3"),
    (polynomial_letters.read, "x - 1 and x + 2 are factors of P(x) = x^3 + mx^2 + nx - 8. Find m and n.", r"m=5,\ n=2"),
    (polynomial_letters.read, "Let f(x) = 3x^3 + ax^2 - 2x + 1. When f(x) is divided by x + 1, the remainder is 4. Find a.", "4"),
    # complex numbers
    (complex_numbers.read, "复数z=2-3i的共轭复数在复平面内对应的点的坐标是", "(2, 3)"),
    (complex_numbers.read, "复数z=(1+i)/i在复平面内对应的点位于第几象限？", r"\text{第四象限}"),
    (complex_numbers.read, "In which quadrant of the complex plane does the number (1 + 2i)/(1 - i) lie?", r"\text{second quadrant}"),
    (complex_numbers.read, "已知复数z满足z(1+i)=2，则z在复平面内对应的点的坐标为____", "(1, -1)"),
    (complex_numbers.read, "复数z=(1+i)(2-i)在复平面内对应的点在第几象限", r"\text{第一象限}"),
    (complex_numbers.read, "If (x + yi)(1 + 2i) = 5 + 5i for real x and y, find x and y.", r"x=3,\ y=-1"),
    (complex_numbers.read, "若a+bi=(1+i)(2-i)，其中a,b为实数，求a+b", "4"),
    (complex_numbers.read, "已知复数z满足z+|z|=2+8i，求z", "-15 + 8 i"),
    (complex_numbers.read, "若(x+i)i=-1+2i，x∈R，求x", "2"),
    (complex_numbers.read, "若(x+yi)i=-1+2i，x,y∈R，求x-y", "1"),
    # expansions
    (binomials.read, "Find the two middle terms of (x + 1)^7.", r"35 x^{4},\ 35 x^{3}"),
    (binomials.read, "What is the last term in the expansion of (x - 3)^4?", "81"),
    (binomials.read, "If the coefficients of x^2 and x^3 in (1 + x)^n are equal, find n.", "5"),
    (binomials.read, "(1+x)^n的展开式中，x^3的系数与x^7的系数相等，求n", "10"),
    (binomials.read, "What is the largest binomial coefficient in the expansion of (a + b)^8?", "70"),
    (binomials.read, "在(x+1/x)^9的展开式中，二项式系数的最大值是", "126"),
    (binomials.read, "(x+y)^10的展开式共有多少项", "11"),
    # systems
    (systems.read, "The lines 3x + 2y = 12 and x - y = -1 meet at the point P. Find the coordinates of P.", "(2, 3)"),
    (systems.read, "For what value of k does the system x + 2y = 3, 2x + ky = 6 have infinitely many solutions?", "4"),
    (systems.read, "The system kx + y = 1, x + ky = 1 has no solution. Find k.", "-1"),
    (systems.read, "已知方程组 ax+by=5, bx+ay=2 的解是 x=4, y=3，求a和b", r"a=2,\ b=-1"),
    (systems.read, "The solution to the system 2x + ay = 7 and bx - y = 4 is (2, 1). Find a and b.", r"a=3,\ b=\frac{5}{2}"),
    (systems.read, r"已知方程组$\begin{cases}ax+by=4\\ bx+ay=5\end{cases}$的解是$\begin{cases}x=2\\ y=1\end{cases}$，则a+b=____", "3"),
    (systems.read, "若x=2, y=1是方程组mx+ny=8, nx-my=1的解，求m+n", "5"),
    # areas
    (integrals.read, "Find the area enclosed by y = x^2 and y = 2x.", r"\frac{4}{3}"),
    (integrals.read, "What is the area between y = x^3 and y = x?", r"\frac{1}{2}"),
    (integrals.read, "Find the area of the region enclosed by y = x^2 - 4 and the x-axis.", r"\frac{32}{3}"),
    (integrals.read, "求由曲线y=x^2与直线y=x围成的图形的面积", r"\frac{1}{6}"),
    (integrals.read, "求抛物线y²=2x与直线y=x-4所围成的图形的面积", "18"),
    (integrals.read, "求由y=sin x(0≤x≤π)与x轴围成的面积", "2"),
    (integrals.read, "Find the area between y = e^x and y = x from x = 0 to x = 1.", r"- \frac{3}{2} + e"),
    # roots and squares
    (nonnegative_sums.read, "If x^2 - 2xy + 2y^2 - 6y + 9 = 0, find x + y.", "6"),
    (nonnegative_sums.read, "若y=√(x-2)+√(2-x)+3，求x^y", "8"),
    (nonnegative_sums.read, "已知√(x-2)+√(2-x)=y+3，求y^x", "9"),
    (nonnegative_sums.read, "If x and y are real numbers with y = sqrt(2x - 6) + sqrt(3 - x) - 1, find x - y.", "4"),
]  # fmt: skip
DECLINED: list[tuple[Reader, str]] = [
    (identities.read, "If (x + a)(x + b) = x^2 + 5x + 6, find a and b."),  # which is which
    (identities.read, "If (x + a)(x + b) = x^2 + 5 and a > b, find a - b."),  # no real numbers
    (complex_numbers.read, "If (x + yi)(1 + 2i) = 5 + 5i, find x and y."),  # not said to be real
    (complex_numbers.read, "复数z=(1+i)²在复平面内对应的点位于第几象限？"),  # on an axis
    (binomials.read, "How many terms are there in the expansion of (x + y + z)^4?"),
    (binomials.read, "How many terms in the expansion of (x+1)^8 contain even powers?"),
    (binomials.read, "If the coefficients of x^2 and x^3 in (1 + x)^n are not equal, find n."),
    (systems.read, "For what values of k does the system x + 2y = 3, 2x + ky = 6 have exactly one solution?"),
    (systems.read, "For what value of k does the system x + 2y = 3, 2x + 4y = k have exactly one solution?"),
    (systems.read, "已知方程组 ax+by=5, cx+ay=2 的解是 x=4, y=3，求a和b"),  # three letters, two equations
    (integrals.read, "Find the area enclosed by y = x^2 and y = 2 - x in the first quadrant."),
    (integrals.read, "Find the area of the region between y = x^2 + 1 and y = -x."),  # they never meet
    (integrals.read, "Find the area enclosed by y = sin x and y = cos x."),
    (nonnegative_sums.read, "若y=√(x-2)+√(3-x)+3，求x^y"),
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("reader", "problem", "expected"), CASES)
def test_solved_and_proved(reader: Reader, problem: str, expected: str) -> None:
    task, answer, _ = solve(reader, problem)
    assert answer == expected
    assert verdict(task, answer) is True


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


@settings(max_examples=20, deadline=None)
@given(st.integers(-4, 4), st.integers(1, 6), st.integers(-3, 3))
def test_the_area_between_a_parabola_and_a_line(left: int, width: int, slope: int) -> None:
    """y = (x − p)(x − q) + m·x and y = m·x enclose (q − p)³/6."""
    p, q = left, left + width
    body = f"x^2 + ({slope - p - q})x + ({p * q})"
    task, answer, value = solve(integrals.read, f"Find the area enclosed by y = {body} and y = {slope}x.")
    assert 6 * value == width**3
    assert verdict(task, answer) is True


@settings(max_examples=20, deadline=None)
@given(st.integers(-5, 5), st.integers(-5, 5), st.integers(-4, 4), st.integers(1, 4))
def test_letters_of_a_system_come_back(a: int, b: int, x: int, y: int) -> None:
    if x * x == y * y:
        return  # the letters are not fixed
    problem = f"The system ax + by = {a * x + b * y}, bx + ay = {b * x + a * y} has the solution x = {x}, y = {y}. Find a and b."
    task, answer, value = solve(systems.read, problem)
    assert value == [a, b]
    assert verdict(task, answer) is True


@pytest.mark.parametrize(
    ("problem", "answer", "expected"),
    [
        ("Solve the system y = x^2 - 2, y = x.", r"(-1, -1),\ (2, 2)", True),
        ("Solve the system y = x^2 - 2, y = x.", "(2, 2)", False),  # one is missing
        (r"解方程组$\begin{cases}x^2+y^2=25\\x-y=1\end{cases}$", r"(4, 3),\ (-3, -4)", True),
        (r"解方程组$\begin{cases}x^2+y^2=25\\x-y=1\end{cases}$", r"(4, 3),\ (3, 4)", False),
        (
            r"解方程组$\begin{cases}x^2+y^2=2\\x=y^2\end{cases}$",
            r"(1, 1),\ (1, -1)",
            True,
        ),  # no y over x = -2
    ],
)
def test_no_solution_of_a_system_may_be_missing(problem: str, answer: str, expected: bool) -> None:
    task = reading(systems.read, problem)
    assert verdict(task, answer) is expected


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("solve x+y=1, 2x+2y=2", r"x=1 - y,\ y\in\mathbb{R}", r"x=2-y,\ y\in\mathbb{R}"),
        ("Solve the system x - 2y + z = 3, 2x + y - z = 1", r"x=\frac{z}{5} + 1,\ y=\frac{3 z}{5} - 1,\ z\in\mathbb{R}", "x=1, y=-1, z=0"),
        ("解方程组 x+2y=3, 2x+4y=6", r"x=3 - 2 y,\ y\in\mathbb{R}", r"x=3-y,\ y\in\mathbb{R}"),
        ("x-2y=4, 2x-4y=8, x+y+z=3", r"x=\frac{10}{3} - \frac{2 z}{3},\ y=- \frac{z}{3} - \frac{1}{3},\ z\in\mathbb{R}", r"\text{no real solution}"),
    ],
)  # fmt: skip
def test_infinitely_many_solutions_are_told_by_what_is_free(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(systems.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert not verdict(task, wrong)
