"""Questions of courses at college, told in a clause or two: each class in both languages, and the near questions that are left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.grader.options import judge
from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.topics import reading_of
from solver.topics.base import Unread
from solver.topics.coursework import read
from tests.breadth import spread
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, verdict

ROWS = [
    (row["question"], row["answer"])
    for line in (Path(__file__).parent / "questions" / "coursework.jsonl").read_text("utf-8").splitlines()
    for row in (json.loads(line),)
]
OTHER_TOPICS = [
    ("求微分方程 $y'+\\dfrac{y}{x}=\\sin x\\ (x>0)$ 满足初始条件 $y|_{x=\\pi}=1$ 的特解。", r"y=\frac{\sin x}{x}-\cos x"),
    ("求函数f(x,y)=x³+y³-3xy的极小值。", "-1"),
    ("Find the minimum value of f(x,y) = x^2 + y^2 - 4x + 6y + 20.", "7"),
    ("What is the local maximum value of f(x,y) = 4x - x^2 - 2y^2 + 4y?", "6"),
]  # fmt: skip
DECLINED = [
    "Find the coefficient of x^4 in the Taylor series of e^x about x = 1.",
    "Find the coefficient of x^2 in the Maclaurin series of ln x.",  # it has none
    "Find all c that satisfy the Mean Value Theorem for f(x) = |x| on [-1, 2].",
    "Find all c that satisfy the Mean Value Theorem for f(x) = 1/x on [-1, 1].",
    "Find c of Rolle's Theorem for f(x) = x^2 on [0, 3].",  # the ends differ
    "Find the area enclosed by the limaçon r = 1 + 2 cos θ.",  # with its inner loop, or without?
    "Find the area of one petal of the cardioid r = 1 + cos θ.",
    "Find the area enclosed by the cardioid r = 1 + 2 cos θ.",  # it is none
    "Find the area of one petal of the three-leaved rose r = cos 2θ.",  # it has four
    "Find the area inside r = 3 sin θ and outside the circle r = 1 + sin θ.",
    "A Markov chain has transition matrix P = [[0.9, 0.2],[0.5, 0.5]]. Find the stationary distribution.",  # no such matrix
    "A Markov chain has transition matrix P = [[1, 0],[0, 1]]. Find the stationary distribution.",  # each is one
    "A Markov chain has transition matrix P = [[0.6, 0.4],[0.2, 0.8]]. Find the probability that it is in state 2 after two steps.",  # from where?
    "Find the least-squares line for the data points (1,1), (1,2), (1,5).",  # it would be vertical
    "Find the least-squares parabola for the points (0,0), (1,1), (2,3).",
    "What is the order of the permutation (1 2 7) in S_5?",
    "Find the order of the permutation (1 2 2).",
    "求排列 3 2 5 1 的逆序数。",
    "A tree has 3 vertices of degree 3 and 2 vertices of degree 4. How many leaves does it have?",  # and the others?
    "A graph has 5 vertices, each of degree 3. How many edges does it have?",  # there is none
    "A simple planar graph has 10 vertices and 15 edges. How many faces does it have?",  # connected?
    "The lifetime of a lamp is exponentially distributed with mean 5 years. Given that it has already lasted 3 years, find the probability that it lasts less than 8 years.",
    "The lifetime of a lamp is exponentially distributed with mean 5 years. Find the probability that it lasts more than 8 hours.",
    "Find the determinant of the 3×4 matrix with 3 on the main diagonal and 1 everywhere else.",
    "Let $A=\\begin{pmatrix}2&1\\\\1&2\\end{pmatrix}$. Compute $\\det(A^2-3)$.",
    "How many functions from {1,2,3} to {1,2,3,4} are increasing?",
    "How many functions from a set with 3 elements to a set with 2 elements are neither one-to-one nor onto?",
    "How many functions f: {1,2,3} → {1,2,3} satisfy f(1) = 1?",
    "设A有4个元素，B有3个元素，从A到B上的函数有多少个？",  # into B, or onto B?
    "How many reflexive symmetric relations are there on a set with 3 elements?",
    "Find the Stirling number of the third kind S(5,3).",
    "For what values of k does the system x + 2y = 3, 2x + 4y = 7 have no solution?",  # no k in it
    "For what values of k does the system x + ky = 3, 2x + 2ky = 6 have no solution?",  # for none
    "For what values of k does the system kx + y = 1, xy + ky = 1 have no solution?",
    "For what values of k does the system x + y = 1, x + ky = 1 have (a) no solution, (b) a unique solution?",  # (a): for none
    "设线性方程组 $\\begin{cases}\\lambda x_1+x_2=1\\\\x_1+\\lambda x_2=\\lambda\\end{cases}$，当 $\\lambda=$___ 时无解，当 $\\mu=$___ 时有无穷多解。",
    "Find the Lagrange interpolating polynomial through (0,1), (0,3), (2,7).",  # two values at one place
    "Find the quadratic Lagrange interpolating polynomial through (0,1), (1,3).",
    "Find the cubic spline through (0,1), (1,3), (2,7).",
    "The eigenvalues of a 3×3 matrix A are 1, 2. Find the determinant of A.",
    "The eigenvalues of a 3×3 matrix A are 1, 2, 4. Find the determinant of A + A^T.",
    "已知三阶矩阵A的特征值为1,0,2,求|A^{-1}|。",
    "已知三阶矩阵A的特征值为1,-1,2,求|A+B|。",
    "求曲面x²+y²+z²=14在点(1,2,4)处的切平面方程。",  # which is not on it
    "Find the normal line to the surface x^2 + y^2 - z^2 = 0 at (0,0,0).",
    "Find the Laplacian of f(x,y) = x^2 + a*y^2.",
    "Find the minimum value of f(x,y) = x^3 + y^3 - 3xy.",  # a local one alone
]  # fmt: skip


@pytest.mark.parametrize(("question", "right"), [*spread(ROWS, first=2, share=3), *OTHER_TOPICS])
def test_questions_are_solved_and_proved(question: str, right: str) -> None:
    found = reading_of(Problem(question, language_of(question)))
    assert not isinstance(found, Unread), found
    solution = found.task.solution()
    assert all("None" not in step for step in solution.steps)
    conclusion = found.task.conclude(value_of(str(run_cell(solution.cell))))
    assert conclusion is not None and judge(conclusion.answer, right, ordered=True) == "equal"
    assert verdict(found.task, conclusion.answer) is True
    plan = found.task.check(r"\frac{17}{19}")
    assert plan is None or run_cell(plan.source) is not True


@pytest.mark.parametrize("question", DECLINED[:-1])
def test_near_questions_are_left_alone(question: str) -> None:
    assert is_declined(read, question)


def test_a_local_value_is_not_taken_for_the_least_one() -> None:
    question = DECLINED[-1]
    assert isinstance(reading_of(Problem(question, language_of(question))), Unread)
