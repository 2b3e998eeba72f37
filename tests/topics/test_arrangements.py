"""Problems of solver.topics.discrete.arrangements: counted by a formula, checked by listing; conditions are declined."""

from __future__ import annotations

from math import comb, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.arrangements import read
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("How many ways can you choose 3 of 11 books?", "165", "990"),
    ("How many ways to select 2 of the 9 players?", "36", "72"),
    ("In how many ways can 3 of 8 people stand in a row?", "336", "56"),
    ("12本书选2本，有多少种选法？", "66", "132"),
    ("从6名同学中选3人站成一排，有多少种站法？", "120", "20"),
    ("In how many ways can the letters of the word LEVEL be arranged?", "30", "120"),
    ("Determine the number of ways to arrange the letters of the word TOMATO.", "180", "720"),
    ("Determine the number of ways to arrange the letters of the word SEVEN.", "60", "5040"),
    ("How many distinct rearrangements are there of NOON?", "6", "24"),
    ("How many different arrangements of the word “banana” can we make?", "60", "720"),
    ("In how many ways can a 4-person committee be chosen from a group of 9 people?", "126", "3024"),
    ("How many 2-player teams can be formed from 7 players?", "21", "42"),
    ("How many distinct arrangements of the letters of PLANE are there?", "120", "60"),
    ("In how many ways can 5 different books be arranged on a shelf?", "120", "25"),
    ("How many ways are there to arrange 4 people in a row?", "24", "16"),
    ("In how many ways can six people be seated around a round table?", "120", "720"),
    ("In how many ways can 3 students be chosen from a class of 20 students?", "1140", "6840"),
    ("How many different committees of 4 people can be formed from a group of 9 people?", "126", "3024"),
    ("How many ways are there to choose 2 books from 7 books?", "21", "42"),
    (
        "In how many ways can a president, a vice-president and a treasurer be chosen from a club of 10 members?",
        "720",
        "120",
    ),
    (
        "8 people attend a party. Everyone shakes hands with everyone else. How many handshakes take place?",
        "28",
        "56",
    ),
    ("5个人排成一排，有多少种不同的排法？", "120", "60"),
    ("5名同学站成一排照相，共有多少种站法？", "120", "60"),
    ("从9名学生中选出正、副班长各1名，有多少种选法？", "72", "36"),
    (
        "There are 7 people at a party. Everyone shakes hands with everyone else. How many handshakes are there?",
        "21",
        "42",
    ),
    ("从7名同学中选3名，共有多少种不同的选法？", "35", "210"),
    ("6个人围着圆桌坐，有多少种坐法？", "120", "720"),
    ("12个人见面，每两人握一次手，一共握多少次手？", "66", "132"),
    ("In how many ways can 5 people sit in a row if two of them must sit together?", "48", "24"),
    ("5个人排成一排，甲不站在两端，有多少种不同的排法？", "72", "120"),
]
DECLINED = [
    "How many ways can you choose 3 of 10 books and 2 of 5 pens?",
    "How many ways can you choose 3 of 10 books if one is damaged?",
    "In how many ways can the letters of the word LEVEL be arranged so that the E's are together?",
    "How many ways are there to put 4 balls in 3 boxes?",
    "In how many ways can 30 students be chosen from a class of 20 students?",
    "How many ways are there to choose 2 red books from 7 books of which 3 are red?",
    "In how many ways can we choose the officers?",
    "In how many ways can a dog, a cat and a bird be chosen from a group of 10 animals?",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(0, 30))
def test_choosing_is_symmetric(k: int, rest: int) -> None:
    task, answer, _ = solve(read, f"How many ways are there to choose {k} cards from {k + rest} cards?")
    assert int(answer) == comb(k + rest, rest)
    assert verdict(task, answer) is True
    assert verdict(task, str(int(answer) + 1)) is False


@settings(max_examples=40, deadline=None)
@given(st.text("abcd", min_size=2, max_size=12))
def test_the_letters_of_any_word(word: str) -> None:
    task, answer, _ = solve(read, f"In how many ways can the letters of the word {word.upper()} be arranged?")
    product = 1
    for letter in set(word):
        product *= factorial(word.count(letter))
    assert int(answer) * product == factorial(len(word))
    assert verdict(task, answer) is True
