"""Even functions, odd functions, and neither."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.functions.parity import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ('Is $f(x) = x^3 - 4x$ an even function, odd function, or neither?', '\\text{odd}', '\\text{even}'),
    ('Is \\[f(x) = \\frac{x^2 + 1}{x^4 - 3}\\]even, odd, or neither? Enter "odd", "even", or "neither".', '\\text{even}', '\\text{odd}'),
    ('Determine whether $g(x) = x^2 + 3x$ is even, odd, or neither.', '\\text{neither}', '\\text{even}'),
    ('Is f(x) = |x| - cos(x) even or odd?', '\\text{even}', '\\text{odd}'),
    ('Is $f(x) = 3^x - 3^{-x}$ even, odd, or neither?', '\\text{odd}', '\\text{neither}'),
    ('判断函数f(x)=x^4-2x^2的奇偶性。', '\\text{偶函数}', '\\text{奇函数}'),
    ('函数f(x)=x+1/x是奇函数还是偶函数?', '\\text{奇函数}', '\\text{偶函数}'),
    ('判断f(x)=x^2-x的奇偶性', '\\text{非奇非偶函数}', '\\text{奇函数}'),
]  # fmt: skip
DECLINED = [
    "Is $f(x) = x^3 - a$ even, odd, or neither?",
    "Is 17 even or odd?",
    "Is $f(x) = \\sqrt{x}$ even, odd, or neither?",
    "Is the graph of $f(x) = x^3$ odd?",
    "17是奇数还是偶数?",
    "若函数f(x)=x^2+ax是偶函数,求a.",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(-5, 5), st.integers(-5, 5), st.integers(-5, 5), st.integers(-5, 5))
def test_polynomials_by_their_powers(a: int, b: int, c: int, d: int) -> None:
    even, odd = any((b, d)), any((a, c))
    if not any((a, b, c)):
        return
    problem = f"Is f(x) = ({a})x^3 + ({b})x^2 + ({c})x + ({d}) even, odd, or neither?"
    task, answer, _ = solve(read, problem)
    assert answer == rf"\text{{{'neither' if even and odd else 'even' if even else 'odd'}}}"
    assert verdict(task, answer) is True
