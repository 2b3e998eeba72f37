"""Several dice and coins, and ways of choosing and seating: read whole, counted, and checked by listing."""

from __future__ import annotations

from math import comb, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Reader
from solver.topics.discrete.many_throws import read as throws
from solver.topics.discrete.selections import read as selections
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES: list[tuple[Reader, str, str, str]] = [
    (throws, "If Dana rolls four fair dice, what is the probability that she will roll at least three 6's?", r"\frac{7}{432}", r"\frac{5}{324}"),
    (throws, "We roll a fair 6-sided die 4 times. What is the probability that we get a 1 in at most 1 of the rolls?", r"\frac{125}{144}", r"\frac{25}{36}"),
    (throws, "Six fair dice are rolled. What is the probability that exactly three of the dice show a 2 and exactly two of the dice show a 5?", r"\frac{5}{972}", r"\frac{5}{486}"),
    (throws, "What is the probability that at least two of the faces match when you roll four fair six-sided dice?", r"\frac{13}{18}", r"\frac{5}{18}"),
    (throws, "Two fair ten-sided dice are rolled. What is the probability that the sum of the two numbers is between 3 and 5, inclusive?", r"\frac{9}{100}", r"\frac{1}{10}"),
    (throws, "Lee flips a fair coin six times. What is the probability that he gets at least as many heads as tails?", r"\frac{21}{32}", r"\frac{11}{32}"),
    (throws, "A biased coin lands on heads with probability 1/3. If the coin is flipped 4 times, what is the probability that exactly two flips are tails?", r"\frac{8}{27}", r"\frac{2}{9}"),
    (throws, "Jo flips a fair coin three times. What is the probability that Jo flips Tail, Tail, Head, in that order?", r"\frac{1}{8}", r"\frac{3}{8}"),
    (throws, "Ann rolls two fair six-sided dice. What is the expected value of the product of the two numbers?", r"\frac{49}{4}", "12"),
    (throws, "连续抛一枚硬币6次，至多有2次正面朝上的概率是多少？", r"\frac{11}{32}", r"\frac{15}{64}"),
    (selections, "The science club has 9 members. In how many ways can we choose a president and a secretary if members may hold more than one office?", "81", "72"),
    (selections, "In how many ways can a captain and a manager be chosen from a group of 11 players?", "110", "121"),
    (selections, "Our chess club has 12 members and my coach needs to select 5 of them for a particular tournament. In how many ways can he do that?", "792", "95040"),
    (selections, "A committee has 4 Greens and 3 Blues. In how many ways can the committee members sit in a row of 7 chairs, such that all 3 Blues sit together?", "720", "144"),
    (selections, "How many ways are there to put 5 balls in 2 boxes if the balls are distinguishable but the boxes are not?", "16", "32"),
    (selections, "How many ways are there to put 6 indistinguishable balls into 3 indistinguishable boxes?", "7", "28"),
    (selections, "In how many ways can 6 different keys be placed on a keychain? (Two arrangements are considered the same if one can be rotated or flipped to be identical to the other.)", "60", "120"),
    (selections, "During a party, a total of 66 handshakes occurred. If each person shook hands once with each of the other people, how many people were at the party?", "12", "11"),
    (selections, "Mr. Hill needs to select 2 girls and 3 boys to go on a trip. In how many ways can he do this if 5 girls and 7 boys are interested in going on the trip?", "350", "792"),
]  # fmt: skip
DECLINED: list[tuple[Reader, str]] = [
    (throws, "Three dice are rolled. What is the probability that two of them show a 6?"),  # exactly, or at least?
    (throws, "Three dice are rolled. What is the probability that not all of them show a 6?"),
    (throws, "Three loaded dice are rolled. What is the probability that the sum of the three numbers is 12?"),
    (throws, "Three dice are rolled. The first one shows a 5. What is the probability that the sum of the three numbers is 12?"),
    (throws, "Three dice are rolled. What is the probability that the sum of the three numbers is between 5 and 8?"),  # are they meant, too?
    (throws, "Ann flips a fair coin four times. What is the probability that she gets more heads than tails if the first flip is heads?"),
    (throws, "Ann flips a coin until she gets heads. What is the probability that she flips at least three times?"),
    (throws, "Four dice are rolled. What is the probability that exactly two of the dice show the same number?"),
    (throws, "Three dice are rolled. What is the probability that the sum of the two largest numbers is 9?"),
    (throws, "Three dice are rolled. What is the probability that the sum of the two numbers is 7?"),
    (throws, "Three dice are rolled. What is the probability that the larger number is 5?"),
    (throws, "Five coins are tossed. What is the probability that exactly two of the three coins are heads?"),
    (throws, "Three fair dice are rolled. What is the expected value of the larger of the two numbers?"),
    (selections, "Our club has 12 members. In how many ways can we choose a president and a secretary if no member can hold more than one office and Ann must be president?"),
    (selections, "Our club has 12 members. In how many ways can we choose a president and a president?"),
    (selections, "In how many ways can 7 people sit at a table?"),  # a long table?
    (selections, "In how many ways can 7 people sit around a round table if Ann and Ben must sit opposite each other?"),
    (selections, "There are 7 boys and 5 girls in the chess club. The coach wants to select a team of 3 boys and 2 adults. In how many ways can the coach do this?"),
    (selections, "There are 7 boys and 5 girls in the chess club. The coach wants to select a team of at least 3 boys and 2 girls. In how many ways can the coach do this?"),
    (selections, "How many ways are there to put 6 balls into 3 boxes?"),  # which are alike?
    (selections, "How many ways are there to put 6 indistinguishable balls into 3 distinguishable boxes if no box is empty?"),
    (selections, "In how many ways can 6 different beads be placed on a bracelet?"),  # may it be turned over?
    (selections, "In how many ways can 6 identical beads be placed on a bracelet if rotations and reflections are considered the same?"),
    (selections, "把6个相同的球放入3个不同的盒子里，共有多少种放法？"),
    (selections, "How many diagonals does a convex decagon not have?"),
    (selections, "During a party, a total of 66 handshakes occurred. How many people were at the party?"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "problem", "expected", "wrong"), CASES)
def test_solved_and_checked(reader: Reader, problem: str, expected: str, wrong: str) -> None:
    assert_solved(reader, problem, expected, wrong)


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, problem)


@settings(max_examples=12, deadline=None)
@given(st.integers(3, 9), st.integers(0, 9))
def test_exactly_so_many_heads(n: int, k: int) -> None:
    problem = f"A fair coin is tossed {n} times. What is the probability that exactly {k} tosses are heads?"
    if k > n:
        assert is_declined(throws, problem)
        return
    task, answer, value = solve(throws, problem)
    assert value * 2**n == comb(n, k)
    assert verdict(task, answer) is True


@settings(max_examples=8, deadline=None)
@given(st.integers(4, 14))
def test_apart_and_beside_are_all(n: int) -> None:
    problem = f"In how many ways can {n} people sit around a round table if Ann and Ben {{}} sit next to each other? (Two seatings are considered the same if one is a rotation of the other.)"
    ways = [solve(selections, problem.format(how))[2] for how in ("must", "refuse to")]
    assert sum(ways) == factorial(n - 1)
