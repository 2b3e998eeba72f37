"""Numbers in a form with letters."""

from __future__ import annotations

import pytest

from solver.topics.expressions.written_forms import read
from tests.topics.solved import assert_solved, is_declined

CASES = [
    ('The equation $x^2 + 10x = 19$ has two solutions. The positive solution has the form $\\sqrt{a} - b$ for positive natural numbers $a$ and $b$. What is $a+b$?', '49', '24'),
    ('$\\sqrt{27} + \\sqrt{12}$ can be written in the form $a\\sqrt{b}$, where $a$ and $b$ are positive integers and $b$ is not divisible by the square of any prime. Find $a + b$.', '8', '39'),
    ('Let $x$ be a positive number such that $x^2 = 2x + 6.$ If $x$ can be written in simplified form as $a + \\sqrt{b}$ such that $a$ and $b$ are positive integers, what is $a + b$?', '8', '7'),
    ('Simplify $\\frac{6}{\\sqrt{5} - 1}$ and write your answer in the form $\\frac{A + B\\sqrt{5}}{C}$, with the fraction in lowest terms and $A > 0$. What is $A + B + C$?', '8', '7'),
    ('若$\\frac{2}{3-\\sqrt{7}}$可以写成$a+\\sqrt{b}$的形式,其中$a$,$b$为正整数,求$a+b$的值。', '10', '3'),
]  # fmt: skip
DECLINED = [
    "$\\sqrt{27} + \\sqrt{12}$ can be written in the form $a\\sqrt{b}$, where $a$ and $b$ are positive integers. Find $a + b$.",
    "$\\sqrt{27} + \\sqrt{12}$ can be written in the form $a\\sqrt{b}$, where $a$ and $b$ are very nice. Find $a + b$.",
    "$\\sqrt{27} + \\sqrt{5}$ can be written in the form $a\\sqrt{b}$, where $a$ and $b$ are positive integers and $b$ is not divisible by the square of any prime. Find $a + b$.",
    "若$\\sqrt{8}$可以写成$a\\sqrt{b}$的形式,其中$a$,$b$为正整数,求$a+b$的值",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)
