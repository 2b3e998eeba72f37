"""Options to choose from, two questions at once, letters from values of a function, letters of an integral."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.topics import choices, two_questions
from solver.topics.base import Unread
from solver.topics.calculus import integrals
from solver.topics.functions import letters_from_values
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solve, verdict


@pytest.mark.parametrize(
    ("problem", "letter", "wrong"),
    [
        ("Compute (1 + i)^8. A. 8  B. -16  C. 16i  D. 16", "D", "C"),  # i is no unit
        ("What is the modulus of $9+12i$? A. 3 B. 15 C. 21 D. 225", "B", "C"),
        ("Solve x + y = 8, x - y = 6. (A) x=1, y=7 (B) x=7, y=1 (C) x=6, y=2", "B", "A"),
        ("方程 $x^2-25=0$ 的解是( ) A. 5 B. -5 C. ±5 D. 25", "C", "D"),
        ("Which of the following is a root of x^2 - 5x + 6 = 0? (A) 1 (B) 2 (C) 4 (D) 5", "B", "A"),
        ("Which of these is a zero of f(x) = x^2 - 9? A. 1 B. 4 C. -3", "C", "B"),
        ("下列哪个数是方程x^2-x-6=0的解？ A. 1 B. 2 C. 3 D. 4", "C", "B"),
        (
            "“x^2=4”是“x=2”的( ) A. 充分不必要条件 B. 必要不充分条件 C. 充要条件 D. 既不充分也不必要条件",
            "B",
            "A",
        ),
        ("二次函数 $y=x^2+2x+7$ 的最小值是（ ）A．5 B．6 C．7 D．8", "B", "A"),
    ],
)
def test_choice(problem: str, letter: str, wrong: str) -> None:
    task, answer, _ = solve(choices.read, problem)
    assert answer == letter
    assert verdict(task, letter) is True
    assert verdict(task, wrong) is not True


def test_no_option_fits() -> None:
    task = reading(choices.read, "What is the modulus of $3+4i$? A. 3 B. 4 C. 7")
    assert task is not None and not isinstance(task, Unread)
    assert task.conclude(value_of(str(run_cell(task.solution().cell)))) is None


@pytest.mark.parametrize(
    "problem",
    ["Which of the following is not a triangle? A. 3 B. 9 C. 7", "Triangle ABC has A = 30. Find B."],
)
def test_no_choice(problem: str) -> None:
    assert is_declined(choices.read, problem)


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("Find the modulus and the conjugate of $20-21i$.", r"29;\ 20 + 21 i", "29; 20 - 21i"),
        (
            "(a) Factorise x^2 - 7x + 12. (b) Hence solve x^2 - 7x + 12 = 0.",
            r"\left(x - 4\right) \left(x - 3\right);\ x=3,\ x=4",
            "(x-4)(x-3); x=3, x=5",
        ),
        (
            "Express x^2+4x-7 in the form (x+a)^2+b. Hence state the minimum value of x^2+4x-7.",
            r"\left(x + 2\right)^{2}-11;\ -11",
            "(x+2)^2-11; -7",
        ),
        (
            "f(x) = (2x+1)/3. Find f(4), find f^{-1}(x), and solve f(x) = 5.",
            r"3;\ f^{-1}(x)=\frac{3 x}{2} - \frac{1}{2};\ 7",
            "3; (3x-1)/2; 8",
        ),
        (
            "A line passes through (2, 1) and (4, 7). Find its slope and its equation.",
            r"3;\ y=3 x - 5",
            "3; y=3x-4",
        ),
        (
            "(a) Write x^2 - 8x + 5 in the form (x-p)^2 + q. (b) Hence solve x^2 - 8x + 5 = 0, giving your answers in the form a ± √b.",
            r"\left(x - 4\right)^{2}-11;\ x=4-\sqrt{11},\ x=4+\sqrt{11}",
            "(x-4)^2-11; 4",
        ),
        ("已知数列的前 $n$ 项和 $S_n=n^2-8n$，求 $a_3$，并求 $S_n$ 的最小值。", r"-3;\ -16", "-3; -15"),
    ],
)
def test_two_questions(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(two_questions.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        "Find the remainder when 100 is divided by 7 and 9.",
        "Let $z=3+4i$. Find $\\bar{z}$ and find its imaginary part.",
        "已知 $z=3+4i$，求 $\\bar{z}$，并求它的虚部。",
    ],
)
def test_second_questions_about_the_first_answer(problem: str) -> None:
    assert is_declined(two_questions.read, problem)


@settings(max_examples=15, deadline=None)
@given(st.integers(-9, 9).filter(bool), st.integers(-9, 9), st.integers(-9, 9))
def test_letters_from_values(a: int, b: int, c: int) -> None:
    f = [a * x * x + b * x + c for x in (-1, 0, 2)]
    problem = (
        f"Let $f(x)=ax^2+bx+c$ with $f(-1)={f[0]}$, $f(0)={f[1]}$ and $f(2)={f[2]}$. Find $a$, $b$ and $c$."
    )
    task, answer, _ = solve(letters_from_values.read, problem)
    assert answer == rf"a={a},\ b={b},\ c={c}"
    assert verdict(task, answer) is True
    assert verdict(task, rf"a={a},\ b={b + 1},\ c={c}") is False


def test_values_that_leave_a_letter_open() -> None:
    assert is_declined(letters_from_values.read, "已知函数 $f(x)=ax^3+bx+1$，且 $f(2)=5$，求 $f(1)$")


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("Given $\\int_0^a 4x^3\\,dx = 16$ and $a>0$, find $a$.", "2", "-2"),
        ("若 $\\int_0^1 (4x+k)dx=5$，则实数 $k$ 的值为", "3", "5"),
        ("Find the constant $k$ if $\\int_0^4 k\\sqrt{x}\\,dx = 32$.", "6", "3"),
        ("若 $\\int_1^a \\left(2x+\\frac1x\\right)dx=8+\\ln 3$（$a>1$），则 $a=$", "3", "2"),
        ("求 $\\int_0^k 2x dx=25$ 中 k 的值", r"k=-5,\ k=5", "5"),
    ],
)
def test_letter_of_an_integral(problem: str, answer: str, wrong: str) -> None:
    from solver.reader import as_question, clean

    task, found, _ = solve(integrals.read, as_question(clean(problem)))
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


def test_asked_twice() -> None:
    """How to write a value is no second question."""
    found = reading(
        two_questions.read,
        r"Suppose that $a$, $b$, and $c$ are real numbers such that $\frac{a}{b} = \frac{\sqrt{6}}{\sqrt{5}}$ and $\frac{b}{c} = \frac{\sqrt{2}}{\sqrt{7}}$. Find $\frac{a}{c}$. Completely simplify and rationalize the denominator.",
    )
    assert found is not None and not isinstance(found, two_questions.SeveralQuestions)


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("直接写得数：25×4= 36÷9= 0.5+0.3=", r"100;\ 4;\ 0.8", "100; 4; 1"),
        ("口算：12+8= 50-23= 6×7= 81÷9=", r"20;\ 27;\ 42;\ 9", "20; 27; 42; 8"),
        ("Calculate: 12+8, 50-23, 6×7", r"20;\ 27;\ 42", "20; 27; 41"),
        ("First find the perimeter of a square of side 5 cm, then find its area.", r"20;\ 25", "20; 20"),
        ("A room is 5 m by 4 m. a) What is the area? b) What is the perimeter?", r"20;\ 18", "20; 20"),
    ],
)
def test_one_after_the_other(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(two_questions.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is not True


@pytest.mark.parametrize("problem", ["Calculate: 12, 50, 6", "口算：12+8= 小明"])
def test_no_list_of_sums(problem: str) -> None:
    assert is_declined(two_questions.read, problem)
