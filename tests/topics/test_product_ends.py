"""Problems of solver.topics.numbers.product_ends and separated_letters: by factors and gaps, checked in full."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Reader
from solver.topics.discrete.separated_letters import read as letters
from solver.topics.numbers.product_ends import read as ends
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    (ends, r"How many zeros are there at the end of the product $4\times 15\times 35\times 6$?", "2", "1"),
    (ends, r"How many zeros does $1\times 2\times 3\times \cdots \times 60$ end with?", "14", "12"),
    (ends, r"How many zeros does the number $18^{3}\times 25^{2}$ end with?", "3", "4"),
    (ends, r"How many zeros are at the end of 20!?", "4", "2"),
    (ends, r"What are the last two digits of the product $17\times 23\times 31$?", "21", "12"),
    (ends, r"What are the last three digits of $24\times 25\times 26\times 30$?", "000", "100"),
    (ends, r"$1\times2\times3\times\cdots\times40$的积的末尾有多少个连续的0?", "9", "8"),
    (ends, "25×36×14的积的末两位是多少?", "00", "10"),
    (letters, "In how many ways can the letters of the word BANANA be arranged so that no two A's are adjacent?", "12", "60"),
    (letters, "In how many ways can the letters of BANANA be rearranged so that two or more A's do not appear together?", "12", "48"),
    (letters, "How many ways can the letters in BANANA be arranged so that all the A's are together?", "12", "20"),
    (letters, "In how many ways can the digits in 55578 be rearranged so that two or more 5s are not adjacent?", "2", "6"),
    (letters, "How many arrangements of the letters of SEVEN have the two E's together?", "24", "60"),
    (letters, "In how many ways can the digits 4, 4, 5, 6 be arranged so that the two 4s are not adjacent?", "6", "12"),
    (letters, "将单词SEVEN中的字母重新排列,两个E不相邻的排法有多少种?", "36", "24"),
    (letters, "把BANANA的字母排成一排,要求所有的A都在一起,有多少种排法?", "12", "60"),
    (letters, "把单词BANANA的字母重新排列,要求任意两个A不相邻,一共有多少种排法?", "12", "60"),
]  # fmt: skip
DECLINED = [
    (letters, "In how many ways can the letters of BANANA be arranged so that the two A's are together?"),
    (letters, "将单词BANANA中的字母重新排列,两个A相邻的排法有多少种?"),
    (letters, "用单词BALLOON的五个字母排成一排,两个L不相邻的排法共有多少种?"),
    (ends, "How many zeros are there at the end of the sum 10 + 20?"),
    (ends, "How many zeros are there in the product 4 × 15 × 35?"),
    (ends, r"How many zeros does $1\times 2\times 5\times \cdots \times 60$ end with?"),
    (ends, "What is the last digit but one of 17 × 23?"),
    (letters, "In how many ways can the letters of BANANA be arranged so that the vowels are together?"),
    (letters, "In how many ways can the letters of BANANA be arranged so that no two A's and no two N's are adjacent?"),
    (letters, "In how many ways can the digits in 55508 be rearranged so that no two 5s are adjacent?"),
    (letters, "In how many ways can the letters of BANANA be arranged so that no two A's are not adjacent?"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "problem", "expected", "wrong"), CASES)
def test_solved_and_checked(reader: Reader, problem: str, expected: str, wrong: str) -> None:
    task, answer, _ = solve(reader, problem)
    assert answer == expected
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=2, max_size=8))
def test_the_product_itself(factors: list[int]) -> None:
    product = 1
    for n in factors:
        product *= n
    task, answer, _ = solve(
        ends, f"How many zeros are there at the end of the product {'×'.join(map(str, factors))}?"
    )
    assert len(str(product)) - len(str(product).rstrip("0")) == int(answer)
    assert verdict(task, answer) is True
    task, answer, _ = solve(ends, f"What are the last two digits of {'×'.join(map(str, factors))}?")
    assert int(answer) == product % 100


@settings(max_examples=20, deadline=None)
@given(st.text("ABC", min_size=3, max_size=6))
def test_every_order_is_counted(word: str) -> None:
    for condition, holds in (
        ("so that no two A's are adjacent", lambda row: ("A", "A") not in set(pairwise(row))),
        ("so that all the A's are together", lambda row: "A" * word.count("A") in "".join(row)),
    ):
        problem = f"In how many ways can the letters of {word} be arranged {condition}?"
        expected = sum(holds(row) for row in set(permutations(word)))
        if not 2 <= word.count("A") < len(word) or not expected:
            assert is_declined(letters, problem)
            continue
        task, answer, _ = solve(letters, problem)
        assert int(answer) == expected
        assert verdict(task, answer) is True
