"""Questions next to those that are read, which had got the answer of these: declined now, or answered in other words."""

from __future__ import annotations

import pytest

from solver.ports import Language, Problem
from solver.topics import read
from solver.topics.base import Unread
from solver.topics.unfit import FOR


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Find the two largest roots of x^3 - 6x^2 + 11x - 6 = 0.", "en"),
        ("Find the product of two roots of x^3 - 6x^2 + 11x - 6 = 0.", "en"),
        ("Find the two distinct real roots of x^2 - 6x + 9 = 0.", "en"),
        ("求方程x^2-6x+9=0的两个不相等的实数根", "zh"),
        ("50增加到20%是多少？", "zh"),
        ("80减少到20是多少？", "zh"),
        ("A laptop costs $900. It is reduced to 20% of its price. What is the sale price?", "en"),
    ],
)
def test_declined(question: str, language: Language) -> None:
    assert isinstance(read(Problem(question, language)), Unread)


def test_no_positive_solution_is_not_no_solution() -> None:
    """3·(-1) + 5·2 = 7."""
    task = read(Problem("Find all positive integer solutions of 3x + 5y = 7.", "en"))
    assert not isinstance(task, Unread)
    found = task.conclude([])
    assert found is not None and "positive" in found.answer and task.check(found.answer) is not None


@pytest.mark.parametrize("method", FOR)
def test_what_a_method_is_for_can_be_said(method: str) -> None:
    """Braces of LaTeX are doubled where values are put in."""
    assert all(FOR[method].say(language) for language in ("en", "zh"))
