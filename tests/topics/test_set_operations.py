"""Intersections, unions, differences and complements of sets of numbers, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.set_operations import read
from tests.topics.solved import is_declined, solve, solves

CASES = [
    ("已知集合A={1,2,3,4},B={3,4,5},求A∩B。", r"\{3, 4\}", r"\{3, 4, 5\}"),
    ("已知集合A={x|x>3},B={x|x<1},求A∩B。", r"\emptyset", r"(1, 3)"),
    ("已知集合A={x|-1<x<2},B={x|x≥1},则A∪B=", r"(-1, \infty)", r"[1, 2)"),
    ("设全集U=R,集合A={x|x^2-2x-3<0},则∁_UA=", r"(-\infty, -1]\cup [3, \infty)", r"(-1, 3)"),
    ("已知A={x∈Z|-2<x<3},B={0,1,5},求A∩B", r"\{0, 1\}", r"\{-1, 0, 1, 2\}"),
    ("已知A={x∈Z_+|x^2<10},B={1,2,5},求A∪B", r"\{1, 2, 3, 5\}", r"\{-3, -2, -1, 0, 1, 2, 3, 5\}"),
    ("设集合U={1,2,3,4,5},A={1,2,3},B={2,5},则A∩(∁_U B)=", r"\{1, 3\}", r"\{2\}"),
    ("If A = {1,2,3,4} and B = {2,4,6}, find A ∪ B.", r"\{1, 2, 3, 4, 6\}", r"\{2, 4\}"),
    (r"Let $A = \{x \mid x \le 4\}$ and $B = \{x \mid x > 1\}$. Find $A \cap B$.", "(1, 4]", "[1, 4]"),
    (r"Let A = (1, 5] and B = [3, 8). Find A \ B.", "(1, 3)", "(1, 3]"),
    ("Find the union of A and B if A = {1,3} and B = {3,5,7}.", r"\{1, 3, 5, 7\}", r"\{3\}"),
]
DECLINED = [
    "已知集合A={1,a},B={2,3},求A∩B",
    "A={1,2}, find the number of subsets of A",
    "已知集合A={1,2},求A∩B",
    "已知集合A={x|x>a},B={1,2},求A∩B",
    "If A = {1,2} and B = {2,3}, find A ∩ B ∪ C",
    "Given A = {1,2}, find the complement of A",
    "已知A={x∈Z*|-2<x<3},B={0,1,5},求A∩B",
    "Let A = {red, blue} and B = {red}. Find A ∩ B.",
]


@pytest.mark.parametrize(("problem", "right", "wrong"), CASES)
def test_solved_and_checked(problem: str, right: str, wrong: str) -> None:
    solves(read, problem, right, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


NUMBERS = st.sets(st.integers(-9, 20), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@given(NUMBERS, NUMBERS, st.sampled_from("∩∪"))
def test_as_pythons_own_sets(a: set[int], b: set[int], sign: str) -> None:
    written = ["{" + ", ".join(map(str, sorted(s))) + "}" for s in (a, b)]
    _, _, value = solve(read, f"Let A = {written[0]} and B = {written[1]}. Find A {sign} B.")
    found = set() if not isinstance(value, set) else {int(v) for v in value}
    assert found == (a & b if sign == "∩" else a | b)
