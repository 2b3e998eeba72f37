"""A budget and its costs, savings for a thing, parts that together are a share of the whole, worths in brackets, bills for two things."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.ports import Problem
from solver.topics import read as any_topic
from solver.topics.base import Unread
from solver.topics.stories.school import read
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = {
    "The band has a budget of $410 for a concert. The stage comes to $150, the lamps cost a third as much as the stage, and posters cost $62. How much of the budget is left?": 148,
    "A crew's budget for new tools is £700. The saws come to £310 and the drills cost £45 less than the saws. How much money is left for paint?": 125,
    "Vera was given a budget of €220 for the stall. Flour costs twice as much as sugar, and the sugar comes to €38. How much is left over?": 106,
    "Mr. Lund set aside $95 for his garden. He spends $26 on seeds and half as much on string as on seeds. How much does he have left?": 56,
    "Ola and Per are saving up for a sled that costs $310. So far Ola has saved $85, and Per has saved $30 less than twice what Ola has. How many more dollars do they need between them?": 85,
    "Two cousins, Ada and Finn, are saving up for a rug that costs $240. Ada has saved $20 more than Finn, and Finn has saved $64. How much more do they need altogether?": 92,
    "Kai is saving up for a $190 drum. So far he has saved $72. His uncle gave him $25 more. How many more dollars does he need?": 93,
    "In a field, the ratio of poppies to asters is $2:7$. Flowers of these two kinds make up $36\\%$ of the flowers, and all the remaining flowers are daisies. If there are 1500 flowers in the field, how many asters are there?": 420,
    "A port holds 320 boats. Ferries and tugs together make up 75% of them, in the ratio 5:3. How many tugs are there?": 90,
    "Green and red cups account for 3/5 of the 150 cups on a shelf, and the ratio of green cups to red cups is 4:5. How many green cups are there?": 40,
    "The ratio of vans to cars in a yard is 2:3. Together they make up 50% of the vehicles. There are 24 vans. How many vehicles are there altogether?": 120,
}
PAIRS = {
    "A tin holds 44 coins, all of them nickels (5 cents) and dimes (10 cents). The coins are worth $3.15 altogether. Find the number of nickels and the number of dimes.": (25, 19),
    "A bag holds 32 coins made up of dimes ($0.10) and quarters ($0.25). The coins have a total value of $5.60. Find the number of each type of coin.": (16, 16),
    "An invoice for 2 kg of oats and 3 kg of nuts comes to $29, while an order of 4 kg of oats and 1 kg of nuts from the same mill comes to $23. How much does the mill charge per kilogram for oats and for nuts?": (4, 7),
}  # fmt: skip


@pytest.mark.parametrize(("problem", "answer"), CASES.items())
def test_solved_and_proved(problem: str, answer: int) -> None:
    task, _, value = solve(read, problem)
    assert Fraction(str(value)) == answer
    assert verdict(task, str(answer)) is True
    assert verdict(task, str(answer + 1)) is False


@pytest.mark.parametrize(("problem", "answers"), PAIRS.items())
def test_both_are_found(problem: str, answers: tuple[int, int]) -> None:
    task = any_topic(Problem(problem, "en"))
    assert task is not None and not isinstance(task, Unread)
    value = value_of(str(run_cell(task.solution().cell)))
    conclusion = task.conclude(value)
    assert conclusion is not None and conclusion.answer == "{},\\ {}".format(*answers)


@pytest.mark.parametrize(
    "problem",
    [
        # a budget of each of several; somebody else's money; what is given back
        "The band has a budget of $410 per concert. The stage comes to $150. How much of the budget is left?",
        "Uma has a budget of $100 for gifts. She spends $30 on a hat and Tom spends $20 on a pen. How much of the budget is left?",
        "Uma has a budget of $100 for gifts. A hat costs $30, and the shop gives back $5. How much of the budget is left?",
        # only one is asked for; something was spent
        "Ola and Per are saving up for a sled that costs $310. Ola has saved $85, and Per has saved $50. How many more dollars does Per need?",
        "Kai is saving up for a drum that costs $190. He has saved $72. He spent $20 on a cap. How much more does he need?",
        "Kai is saving up for a drum that costs $190. He has saved half of what Bo has saved. How much more does he need?",
        # the share is of others, or of one of them
        "The ratio of red tulips to pink tulips is 4:5. Roses and lilies make up 45% of the 1600 flowers. How many pink tulips are there?",
        "The ratio of cats to dogs is 4:5. Together they make up 90% of the 200 pets. How many rabbits are there?",
        "A jar holds 45 coins, all of them nickels (5 cents), dimes (10 cents) and quarters (25 cents). The coins are worth $3.40 altogether. How many dimes are there?",
    ],
)  # fmt: skip
def test_near_and_different(problem: str) -> None:
    assert is_declined(read, problem)


@given(
    st.integers(10, 60), st.sampled_from([("half", 2), ("a third", 3), ("a quarter", 4)]), st.integers(1, 90)
)
@settings(max_examples=8, deadline=None)
def test_what_is_left(part: int, how: tuple[str, int], more: int) -> None:
    word, times = how
    problem = (
        f"The club has a budget of ${part * times + part + more} for a fair. The tents come to ${part * times}, "
        f"and the flags cost {word} as much as the tents. How much of the budget is left?"
    )
    assert Fraction(str(solve(read, problem)[2])) == more


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([20, 25, 40, 50, 60, 75]), st.integers(1, 6))
@settings(max_examples=8, deadline=None)
def test_parts_of_a_share(one: int, other: int, percent: int, times: int) -> None:
    whole = (one + other) * times * 20
    problem = (
        f"In a wood, the ratio of oaks to elms is {one}:{other}. Oaks and elms together make up {percent}% of the trees. "
        f"If there are {whole} trees in the wood, how many elms are there?"
    )
    found = reading(read, problem)
    if found is not None and not is_declined(read, problem):
        assert Fraction(str(solve(read, problem)[2])) == Fraction(other * times * 20 * percent, 100)
    else:
        assert one == other or (other * times * 20 * percent) % 100
