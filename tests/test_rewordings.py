"""English wordings that are read a second time in usual words, and what must not be dropped."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.reader.instructions import without_instructions
from solver.reader.rewording import reworded
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell

CASES = [
    ("Find $x$ if $5x = 7$. Express your answer as a common fraction in simplest form.", r"x=\frac{7}{5}"),
    (r"Find all the solutions to \[\sqrt{2x + 3} = x.\]Enter all the solutions, separated by commas.", "x=3"),
    ("Without using a calculator, compute $301^2 - 299^2$.", "1200"),
    ("Compute $41^2$ in your head.", "1681"),
    ("How much greater than $12^2$ is $15^2$?", "81"),
    (r"What is $25\%$ of $40\%$ of 90?", "9"),
    ("If $|2x - 5| = 11$ and $x < 0$, what is the value of $x$?", "-3"),
    ("If $x$ is a real number, find $x^2 + 2x(3 - x) + (3 - x)^2$.", "9"),
    ("Solve for $x$, where $x > 0$ and $x^2 + 2x = 35$.", "5"),
    ("How many integers are in the solution of the inequality $|x - 2| < 5$?", "9"),
    ("How many integers $x$ satisfy $-4 < 2x + 1 < 9$?", "6"),
    ("If $x$ is a positive integer and $x(x + 3) = 108$, find $x$.", "9"),
    ("If $3x = 7y$ and $2y = 5z$, what is the value of $\\frac{x}{z}$?", r"\frac{35}{6}"),
    (
        "Let $a,$ $b,$ and $c$ be real numbers such that $a + b = 5$ and $b + c = 3$. Find $2a + b - c$.",
        "7",
    ),
    (r"If \begin{align*} 3x-y&=7,\\ x+2y &=7, \end{align*}compute $5x+y$.", "17"),
    ("integrate e^(-2x) from 0 to infinity", r"\frac{1}{2}"),
    ("lim x->infinity (3x^2+1)/(x^2-5)", "3"),
    ("lim x -> -infinity e^x", "0"),
    ("sum of (1/3)^k from k=0 to infinity", r"\frac{3}{2}"),
    ("Rearrange v = u + at to make a the subject", r"a=\frac{v - u}{t}"),
    ("make m the subject of y = mx + c", r"m=\frac{y - c}{x}"),
    ("rationalize 1/(2+sqrt(3))", r"2 - \sqrt{3}"),
    ("If (p+3)(q+4) = pq + 38, find 4p + 3q.", "26"),
    ("若3x=7y,2y=5z,求x/z的值。", r"\frac{35}{6}"),
    ("Compute $3(14) + (2)(5)$.", "52"),
]
DECLINED = [
    "Find $x$ if $5x = 7$. Express your answer in the language of the Romans.",
    "If $3x = 7y$, what is the value of $x + y$?",
    "If $|2x - 5| = 11$ and $x < 1$, what is the cube of the number of solutions of it?",
]


@pytest.mark.parametrize(("problem", "expected"), CASES)
def test_solved(problem: str, expected: str) -> None:
    task = read(Problem(problem, "zh" if "求" in problem else "en"))
    assert not isinstance(task, Unread), task
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    assert conclusion.answer.removeprefix("x=") == expected.removeprefix("x=")
    plan = task.check(conclusion.answer)
    assert plan is not None
    assert run_cell(plan.source) in (True, None)
    wrong = task.check("123456789")
    assert wrong is None or run_cell(wrong.source) in (False, None)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert isinstance(read(Problem(problem, "en")), Unread)


@pytest.mark.parametrize(
    "text",
    [
        "Round to the nearest tenth.",
        "Find x. Express your answer as a decimal rounded to the nearest hundredth.",
        r"Find x. Write your answer in the form $a + b\sqrt{c}$.",
        "Find y. Enter the ordered pair $(x,y)$.",
        "Give the answer in radians.",
    ],
)
def test_what_asks_for_something_else_stays(text: str) -> None:
    assert without_instructions(text) == text
    assert reworded(text) == text
