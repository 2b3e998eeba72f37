"""Options that are true or false, or have a property or not."""

from __future__ import annotations

import pytest

from solver.topics import choices
from tests.topics.solved import is_declined, solve, verdict


@pytest.mark.parametrize(
    ("problem", "letters", "wrong"),
    [
        ("下列运算正确的是 A. a^2+a^3=a^5 B. a^2·a^3=a^6 C. (a^2)^3=a^6 D. a^6÷a^2=a^3", "C", "B"),
        ("下列计算正确的是( ) A. √2+√3=√5 B. √8-√2=√2 C. √2×√3=√5 D. √6÷√3=2", "B", "A"),
        ("下列运算中，正确的是（　　）A．x³+x³=x⁶ B．x³·x³=2x³ C．(x³)²=x⁶ D．x⁶÷x³=x²", "C", "D"),
        ("下列各式计算正确的是( ) A. $2\\sqrt{3}+3\\sqrt{2}=5\\sqrt{5}$ B. $\\sqrt{27}\\div\\sqrt{3}=3$ C. $\\sqrt{(-2)^2}=-2$ D. $\\sqrt{4}=\\pm 2$", "B", "D"),
        ("下列等式一定成立的是( ) A. log_2(8)=4 B. lg2+lg5=1 C. ln e=0 D. lg(2+3)=lg2·lg3", "B", "C"),
        ("下列等式成立的是 A. √(a^2)=a B. (√3)^2=3 C. √9=±3 D. √(-4)=-2", "B", "A"),
        ("设a>0,下列等式成立的是( ) A. a^{1/2}·a^{1/3}=a^{1/6} B. (a^{1/2})^2=a C. a^{-2}=-a^2 D. a^{-1}=-a", "B", "C"),
        ("下列因式分解正确的是 A. x^2-4=(x-2)^2 B. x^2+2x+1=(x+1)^2 C. x^2-x=x(x+1) D. x^3-x=x(x^2-1)", "B", "D"),
        ("下列计算错误的是 A. 3a-a=2a B. a·a^2=a^3 C. (2a)^2=2a^2 D. a^5÷a^3=a^2", "C", "A"),
        ("下列式子中,恒成立的是( ) A. sin(a+b)=sin a+sin b B. cos2a=1-2sin^2a C. tan2a=2tan a D. sin2a=2sin a", "B", "D"),
        ("下列不等式成立的是 A. 2^0.3<2^0.2 B. 0.3^2<0.3^3 C. log_2 3<log_2 5 D. sin 1 < 0", "C", "A"),
        ("下列说法正确的是( ) A. 4的平方根是2 B. -8的立方根是-2 C. √16的平方根是±4 D. 0没有平方根", "B", "C"),
        ("下列说法正确的有( ) A. 9的平方根是±3 B. 0的立方根是0 C. -4没有平方根 D. √2是有理数", r"A,\ B,\ C", "A, B"),
        ("下列说法错误的是( ) A. -3是9的平方根 B. 9的平方根是3 C. 3是9的算术平方根 D. -27的立方根是-3", "B", "A"),
        ("当x→0时,下列与x等价的无穷小是( ) A. 1-cosx B. sin2x C. ln(1+x) D. x^2", "C", "B"),
        ("当 x→0 时，下列无穷小量中与 x 等价的是（ ） A. sin 2x B. 1-cos x C. e^x-1 D. x^2", "C", "A"),
        ("当$x\\to 0$时,比x高阶的无穷小是( ) A. sin x B. 1-\\cos x C. \\ln(1+x) D. \\tan x", "B", "A"),
        ("下列各数中,是无理数的是( ) A. 3.14 B. √4 C. π D. 1/3", "C", "A"),
        ("下列二次根式中,是最简二次根式的是( ) A. √12 B. √15 C. √(1/3) D. √4", "B", "C"),
        ("下列二次根式中,与√3是同类二次根式的是( ) A. √18 B. √12 C. √6 D. √9", "B", "A"),
        ("下列方程中,关于x的一元二次方程的是( ) A. ax^2+bx+c=0 B. (x+1)^2=2(x+1) C. x^2+1/x=2 D. x^2+2x=x^2-1", "B", "D"),
        ("下列各点中,在反比例函数y=6/x图象上的是( ) A. (2,3) B. (-2,3) C. (1,-6) D. (3,-2)", "A", "B"),
        ("Which of the following is a factor of x^2 + x - 12? A. x+3 B. x-4 C. x-3 D. x+2", "C", "A"),
        ("Which of the following are factors of x^2 - 5x + 6? A. x-1 B. x-2 C. x-3 D. x+2", r"B,\ C", "B"),
        ("Which expression is equivalent to (2x^2)^3? A. 2x^6 B. 6x^5 C. 8x^6 D. 8x^5", "C", "A"),
        ("Which of the following is not a prime number? A. 31 B. 37 C. 39 D. 41", "C", "A"),
        ("Which of the following points does not lie on the graph of y = x^2 - 1? A. (0,-1) B. (1,0) C. (2,3) D. (-2,5)", "D", "A"),
        ("Which of the following is false? A. (a+b)^2 = a^2+2ab+b^2 B. a^2-b^2=(a-b)(a+b) C. (a-b)^2 = a^2-b^2 D. (ab)^2=a^2b^2", "C", "A"),
    ],
)  # fmt: skip
def test_the_options_that_hold(problem: str, letters: str, wrong: str) -> None:
    task, answer, _ = solve(choices.read, problem)
    assert answer == letters
    assert verdict(task, letters) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        # one option has values only for some letters; one holds but for 0; one is no statement about numbers
        "下列运算正确的是( ) A. √a·√b=√(ab) B. a+a=a^2 C. a-a=1 D. 2a=a^2",
        "下列运算正确的是( ) A. a^0=1 B. a+a=a^2 C. a-a=1 D. 2a=a^2",
        "下列说法正确的是( ) A. 4的平方根是±2 B. 三角形的内角和是180度 C. 0是正数 D. 1是质数",
        # several or none where one is asked for
        "下列等式成立的是( ) A. 1+1=2 B. 2+2=4 C. 1+2=4 D. 0=1",
        "Which of the following is prime? A. 4 B. 6 C. 8 D. 9",
        # what is asked of them was not read
        "下列等式不一定成立的是( ) A. a+b=b+a B. ab=ba C. a-b=b-a D. a=a",
        "当a<b时,下列等式成立的是( ) A. |a-b|=b-a B. |a-b|=a-b C. a=b D. a+b=0",
        "Which of the following is the best estimate of √50? A. 6 B. 7 C. 8 D. 9",
    ],
)
def test_no_choice_is_made(problem: str) -> None:
    assert is_declined(choices.read, problem)


def test_each_option_has_its_reason() -> None:
    task, _, _ = solve(choices.read, "下列运算正确的是 A. a+a=a^2 B. a·a=2a C. (a^2)^3=a^6 D. a^6÷a^2=a^3")
    steps = task.solution().steps
    assert len(steps) == 4
    assert "a^{6}" in steps[2]
