"""The answer box: value and form."""

from __future__ import annotations

import pytest

from solver.verify.answers import judge_answer


@pytest.mark.parametrize(
    ("problem", "answer", "verdict", "reason"),
    [
        ("Solve x^2 = 9", "3, -3", "correct", "solved"),
        ("Solve x^2 = 9", "±3", "correct", "solved"),
        ("Solve x^2 = 9", "x = 3", "wrong", "answer-incomplete"),
        ("Solve x^2 = 9", "x = 4", "wrong", "answer-wrong"),
        ("Solve x^2 < 9", "(-3, 3)", "correct", "solved"),
        ("Solve x^2 < 9", "-3 <= x <= 3", "wrong", "answer-wrong"),
        ("Solve x^2 + 1 = 0", "no solution", "correct", "solved"),
        ("Solve the system x+y=5, x-y=1", "(3, 2)", "correct", "solved"),
        ("Solve the system x+y=5, x-y=1", "x = 2, y = 3", "wrong", "answer-wrong"),
        ("Calculate 6/4", "6/4", "unfinished", "form-simplify"),
        ("Calculate 6/4", "3/2", "correct", "solved"),
        ("Calculate 2/3 to 2 decimal places", "0.67", "correct", "solved"),
        ("Calculate 2/3 to 2 decimal places", "0.667", "unfinished", "form-digits"),
        ("计算 2÷3，保留两位小数", "0.66", "wrong", "answer-wrong"),
        ("Calculate 12345*3 to the nearest ten", "37040", "correct", "solved"),
        ("Calculate 12345*3 to the nearest 100", "37000", "correct", "solved"),
        ("Calculate 12345*3 to the nearest 100", "37035", "unfinished", "form-asked"),
        ("Calculate 12345*3 to the nearest 100", "37100", "wrong", "answer-wrong"),
        ("Factor x^2 - 1", "(x-1)(x+1)", "correct", "solved"),
        ("Factor x^2 - 1", "x^2 - 1", "unfinished", "form-factor"),
        ("∫ x^2 dx", "x^3/3 + C", "correct", "solved"),
        ("∫ x^2 dx", "x^3/3", "unfinished", "missing-constant"),
        ("Differentiate x^3", "x^2", "wrong", "answer-wrong"),
        ("Differentiate x^3", "", "unknown", "no-answer-given"),
        ("Solve x^2 = 9", "1+1=2", "unknown", "undecided"),
        ("Solve the system x+y=5, x-y=1", "2=2", "unknown", "undecided"),
        ("Find the vertex of y = x^2 - 4x + 3", "17", "unknown", "undecided"),
    ],
)
def test_answers(problem: str, answer: str, verdict: str, reason: str) -> None:
    found = judge_answer(problem, answer, "en")
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_wrong_answer_does_not_tell_the_right_one() -> None:
    assert "-3" not in judge_answer("Solve x^2 = 9", "x = 3", "en").why
    assert "8" not in judge_answer("Calculate 3 + 5", "9", "en").why
