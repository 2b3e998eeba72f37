"""Problems of solver.topics.numbers.ratios: ratios in simplest form; values of ratios, letters and mixed units declined."""

from __future__ import annotations

from math import gcd

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.numbers.ratios import read
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Find the value of the ratio 24 : 36", r"\frac{2}{3}", r"\frac{3}{2}"),
    ("求比值：24:36", r"\frac{2}{3}", r"\frac{3}{2}"),
    ("化简比24:36，再求比值", r"2:3;\ \frac{2}{3}", r"2:3;\ \frac{3}{2}"),
    ("把3.6∶0.48化成最简单的整数比是（　　），比值是（　　）。", r"15:2;\ 7.5", r"15:2;\ 0.75"),
    ("0.75:1.5的比值是____，化成最简整数比是____。", r"0.5;\ 1:2", r"0.5;\ 2:1"),
    ("Simplify the ratio 21:35.", "3:5", "5:3"),
    ("simplify 48 : 60", "4:5", "8:10"),
    (r"Simplify the ratio $14:21:35$.", "2:3:5", "2:3:7"),
    ("Write the ratio of 25 minutes to 2 hours in its simplest form.", "5:24", "25:2"),
    ("Write 75 cm : 3 m in its simplest form.", "1:4", "25:1"),
    ("Simplify the ratio 0.35 : 1.4", "1:4", "0.25:1"),
    (r"Express the ratio $\frac{5}{6}:\frac{10}{9}$ in simplest form.", "3:4", "4:3"),
    ("Reduce the ratio 1 1/2 : 2 to lowest terms.", "3:4", "3:2"),
    ("化简比 45:75", "3:5", "9:15"),
    ("化简比：0.9:0.12", "15:2", "3:4"),
    ("把5/8:1/4化成最简整数比", "5:2", "2:5"),
    ("0.6吨:450千克化成最简整数比", "4:3", "3:4"),
    ("54与72的最简整数比是多少？", "3:4", "27:36"),
]
DECLINED = [
    "求比值：30 cm:2 kg",
    "求比值：2:3:4",
    "求24:36与比值的和",
    "Simplify the ratio 6a : 9b",
    "Simplify 30 cm : 2 kg",
    "Simplify the ratio 30 cm : 2",
    "Simplify 0 : 5",
    "The ratio of boys to girls is 24:36. Simplify the ratio of girls to all children.",
    "Simplify 24:36 = x:9",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(read, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert task.check(wrong) is None or verdict(task, wrong) is False


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=2, max_size=3), st.booleans())
def test_the_terms_have_no_common_divisor(terms: list[int], tenths: bool) -> None:
    shown = [str(t / 10) if tenths else str(t) for t in terms]
    task, answer, _ = solve(read, f"Simplify the ratio {' : '.join(shown)}")
    parts = [int(p) for p in answer.split(":")]
    assert gcd(*parts) == 1
    assert all(p * terms[0] == parts[0] * t for p, t in zip(parts, terms, strict=True))
    assert verdict(task, answer) is True
