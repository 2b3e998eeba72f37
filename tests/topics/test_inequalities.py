"""Problems of solver.topics.equations.inequalities: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.equations.inequalities import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

x = sp.Symbol("x")

CASES = [
    (
        r"Solve the compound inequality and give interval notation: $x+7 \geq 3x-1$ and $2x-5 < 4x+1$",
        "(-3, 4]",
        "[-3, 4]",
    ),
    (
        r"Solve the compound inequality and give interval notation: $-2 \leqslant 5-x \leqslant 6$",
        "[-1, 7]",
        "(-1, 7)",
    ),
    ("Solve 2x+3>7", r"(2, \infty)", r"[2, \infty)"),
    (r"解不等式 $x^2-5x+6\le 0$", "[2, 3]", "(2, 3)"),
    ("Solve |x-1| < 3", "(-2, 4)", "x<4"),
    ("$x^2-4>0$", r"(-\infty, -2)\cup (2, \infty)", "x>2"),
    (r"$\frac{x-1}{x+2}\ge 0$", r"(-\infty, -2)\cup [1, \infty)", r"(-\infty, -2]\cup [1, \infty)"),
    ("1<2x+3<7", "(-1, 2)", "(-1, 3)"),
    (r"解不等式组 $\begin{cases} x-1>0 \\ 2x<8 \end{cases}$", "(1, 4)", "x>1"),
    ("Solve the inequality x^2+1<0", r"\emptyset", "(0, 1)"),
    (r"Solve -3x \ge 6", r"(-\infty, -2]", r"x\ge -2"),
    ("Solve the inequality x^2 + 1 > 0", r"(-\infty, \infty)", r"(0, \infty)"),
    ("解不等式 x^2-2x-1>0", r"(-\infty, 1 - \sqrt{2})\cup (1 + \sqrt{2}, \infty)", r"x>1+\sqrt{2}"),
    ("求不等式|2x+1|≥5的解集", r"(-\infty, -3]\cup [2, \infty)", r"x\le -3 \text{ or } x>2"),
    (r"Solve (x-1)^2 \le 0", r"\{1\}", r"\emptyset"),
    ("Solve the inequality x^3 - x > 0 for x", r"(-1, 0)\cup (1, \infty)", "(-1, 1)"),
    (r"Solve \frac{1}{x} < 2", r"(-\infty, 0)\cup (\frac{1}{2}, \infty)", r"(\frac12,\infty)"),
    ("求不等式3x-1≤8的解集", r"(-\infty, 3]", "x<3"),
]

DECLINED = [
    r"Solve the compound inequality and give interval notation: $x+7 \geq 3x-1$ or $2x-5 < 4x+1$",
    "How many numbers x satisfy x^2 < 4?",
    "Is x^2+1>0?",
    "Solve ax > 1",
    "Solve x + y > 2",
    "Prove that x^2+1>0",
    "Solve x^2 = 4",
    "Solve sin x > 0",
    "Find the least integer x with 2x > 7",
]


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_that_is_no_mathematics_cannot_be_checked() -> None:
    task, _, _ = solve(read, CASES[0][0])
    assert task.check("I do not know") is None


@settings(max_examples=15, deadline=None)
@given(st.integers(-9, 9), st.integers(1, 9), st.sampled_from(["<", ">", r"\le", r"\ge"]))
def test_between_the_roots_or_outside(a: int, gap: int, sign: str) -> None:
    f, b = sp.expand((x - a) * (x - a - gap)), a + gap
    task, answer, _ = solve(read, f"Solve ${sp.latex(f)} {sign} 0$")
    assert (
        answer
        == {
            "<": f"({a}, {b})",
            r"\le": f"[{a}, {b}]",
            ">": rf"(-\infty, {a})\cup ({b}, \infty)",
            r"\ge": rf"(-\infty, {a}]\cup [{b}, \infty)",
        }[sign]
    )
    assert verdict(task, answer) is True


@pytest.mark.parametrize(("problem", "answer", "rings", "dots"), [
    ("Draw the number line for x > 2", r"(2, \infty)", 1, 0),
    ("在数轴上表示 -1<x≤3", "(-1, 3]", 1, 1),
    ("解不等式 3x-1≥5，并把解集在数轴上表示出来", r"[2, \infty)", 0, 1),
    ("Solve x^2 - 5x + 6 > 0 and graph the solution set on a number line.", r"(-\infty, 2)\cup (3, \infty)", 2, 0),
])  # fmt: skip
def test_solutions_are_drawn_on_the_number_line(problem: str, answer: str, rings: int, dots: int) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer
    plot = task.solution().plot
    assert plot.count('markerfacecolor="white"') == rings
    assert plot.count('markerfacecolor="crimson"') == dots


def test_no_solution_is_not_drawn() -> None:
    assert solve(read, "Solve x^2 + 1 < 0")[0].solution().plot is None
