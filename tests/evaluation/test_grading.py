"""The grader's process: it cannot hang, it comes back, and it never calls an answer right that is not."""

from __future__ import annotations

import sys
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.grader.comparing import compare
from evaluation.grader.options import judge
from evaluation.grading import Judge, asks_for_order

fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=200)
whole = st.integers(-50, 50)


@given(fractions, fractions)
def test_fractions_are_equal_only_to_themselves(a: Fraction, b: Fraction) -> None:
    latex = rf"\frac{{{a.numerator}}}{{{a.denominator}}}"
    assert compare(latex, str(a)) == "equal"
    assert (compare(latex, str(b)) == "equal") == (a == b)


@given(st.lists(whole, min_size=2, max_size=5), st.randoms())
def test_solutions_come_in_any_order_but_none_is_missing(roots: list[int], random: object) -> None:
    shuffled = sorted(roots, key=lambda _: random.random())  # type: ignore[attr-defined]
    reference = ", ".join(map(str, roots))
    assert compare(r",\ ".join(f"x={r}" for r in shuffled), reference) == "equal"
    assert compare(", ".join(map(str, shuffled[:-1])), reference) != "equal"
    assert compare(", ".join(map(str, [*shuffled[:-1], shuffled[-1] + 1])), reference) != "equal"


@given(whole, whole)
def test_points_keep_their_order(a: int, b: int) -> None:
    assert (compare(f"({a}, {b})", f"({b}, {a})") == "equal") == (a == b)


@given(st.lists(whole, min_size=1, max_size=4), whole)
def test_factored_is_expanded_and_no_other_polynomial(roots: list[int], change: int) -> None:
    coefficients = [1]
    for root in roots:  # times (x - root), the highest power first
        shifted = [*coefficients, 0]
        coefficients = [c - root * p for c, p in zip(shifted, [0, *coefficients], strict=True)]
    factored = "".join(f"(x-({r}))" for r in roots)
    coefficients[-1] += change
    expanded = "+".join(f"({c})x^{{{len(roots) - i}}}" for i, c in enumerate(coefficients))
    assert (compare(factored, expanded) == "equal") == (change == 0)


@given(whole, st.integers(1, 30))
def test_an_interval_is_the_inequality_with_the_same_ends(low: int, width: int) -> None:
    high = low + width
    assert compare(f"({low}, {high}]", rf"{low} < x \le {high}") == "equal"
    assert compare(f"[{low}, {high}]", rf"{low} < x \le {high}") == "different"


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_gets_a_verdict(answer: str, reference: str) -> None:
    assert judge(answer, reference) in ("equal", "different", "undecided")


async def test_a_tower_of_powers_costs_its_time_and_nothing_else() -> None:
    grader = Judge(timeout_s=2)
    try:
        assert await grader.grade("3", "6/2") == "equal"  # the process is warm
        began = time.perf_counter()
        for hostile in (
            "9^{9^{9^{9}}}",
            "((((x+1)^{999}+y)^{999}+z)^{999}+w)^{999}",
            "\\int_0^1 " * 40 + "x",
        ):
            assert await grader.grade(hostile, "1+1+x") != "equal"
        assert time.perf_counter() - began < 60
        assert await grader.grade("3", "6/2") == "equal"
    finally:
        await grader.close()


async def test_a_dead_process_is_replaced() -> None:
    grader = Judge()
    try:
        assert await grader.grade("3", "6/2") == "equal"
        assert grader._process is not None
        grader._process.kill()
        assert await grader.grade("3", "6/2") in ("equal", "undecided")
        assert await grader.grade("3", "6/2") == "equal"
    finally:
        await grader.close()


async def test_a_process_that_never_comes_up_is_given_up() -> None:
    grader = Judge(start_s=0.5, command=(sys.executable, "-c", "import time; time.sleep(600)"))
    try:
        began = time.perf_counter()
        assert await grader.grade("3", "6/2") == "undecided"
        assert time.perf_counter() - began < 10 and grader._process is None
    finally:
        await grader.close()


async def test_a_process_that_cannot_start_is_undecided() -> None:
    grader = Judge(command=(sys.executable, "-c", "raise SystemExit(1)"))
    try:
        assert await grader.grade("3", "6/2") == "undecided"
    finally:
        await grader.close()


async def test_thousands_of_gradings_are_quick() -> None:
    grader = Judge()
    try:
        await grader.grade("1", "2/2")
        began = time.perf_counter()
        for i in range(300):
            assert await grader.grade(rf"x=\frac{{{i}}}{{7}}, x=2", f"2, {i}/7") == "equal"
        assert time.perf_counter() - began < 10
    finally:
        await grader.close()


@pytest.mark.parametrize(
    ("question", "ordered"),
    [
        ("Sort 5, -1, 2 in decreasing order.", True),
        ("Put the fractions in ascending order.", True),
        ("把下列各数从小到大排列", True),
        ("长方形的长和宽分别是多少？", True),
        ("Solve x^2 - 5x + 6 = 0.", False),
        ("List the prime factors of 58.", False),
        ("Find all ordered pairs of integers.", False),
        ("求方程的解", False),
    ],
)
def test_whether_a_question_asks_for_an_order(question: str, *, ordered: bool) -> None:
    assert asks_for_order(question) == ordered
