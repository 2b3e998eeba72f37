"""English stories of primary school: solved right and checked; neighbours that are near and different are declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.reader import clean
from solver.topics.base import Text
from solver.topics.stories.school.english import alone
from solver.topics.stories.school.english.marks import marks
from solver.topics.stories.school.task import Exercise
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

CHANGES = {
    "Dina had 52 shells. She gave 17 of them to her aunt. How many shells does Dina have left?": 35,
    "There were 31 ducks on a pond. 12 ducks flew away, and then 7 more ducks came. How many ducks are on the pond now?": 26,
    "Some children were in the pool. 6 got out and 11 got in. Now there are 29 children in the pool. How many children were in the pool at first?": 24,
    "A drum holds 70 litres of oil. 12.5 litres were used on Monday and 20 litres on Friday. How much oil is left in the drum?": Fraction(
        75, 2
    ),
    "A stick is 2 m long. Ravi saws off 35 cm and then 0.5 m. How many centimetres are left?": 115,
    "There are 40 seats in a bus. 23 of them are taken. How many seats are free?": 17,
    "90% of the 60 lamps in a hall are switched on. How many lamps are not switched on?": None,
    "Two thirds of the 36 pupils in a class are girls. How many boys are in the class?": 12,
    "Mrs Lane baked 7 trays of 12 buns. By noon 15 buns had not been sold. How many buns did she sell?": None,
}
CONTAINERS = {
    "A crate holds 18 melons. How many melons are there in 14 crates?": 252,
    "There are 12 rows of 16 chairs in a tent. 37 chairs are empty. How many chairs are taken?": 155,
    "Each van can carry 9 bikes. How many vans are needed for 70 bikes?": 8,
    "Plums are packed in bags of 8. How many full bags can be made with 93 plums?": 11,
    "Seven cousins share 91 cherries equally. How many cherries does each cousin get?": 13,
    "Omar had 66 nails. He kept half of them and shared the rest equally among 3 friends. How many nails did each friend get?": 11,
    "Lea has 41 beads. She uses 6 beads for each ring. How many beads are left over?": 5,
    "A hotel has 5 floors. There are 14 rooms on every floor and 3 beds in every room. How many beds does the hotel have?": 210,
    "Rita bakes 8 trays of 9 muffins. She sells them in bags of 6. How many bags does she fill?": 12,
    "The farmer filled 21 sacks with 40 kg of wheat each. He sold 9 sacks. How many kilograms of wheat does he still have?": 480,
    "A rope of 4.8 m is cut into 6 equal pieces. How long is each piece?": Fraction(4, 5),
}
MONEY = {
    "Mr Boll buys 4 mugs at $3.20 each and a plate for $5.50. He pays with a $20 note. How much change does he get?": Fraction(
        17, 10
    ),
    "Pears cost $4 a kilo. Ina buys 1.5 kg of pears. How much does she pay?": 6,
    "Three lamps cost $51. How much do 5 lamps cost at the same price?": 85,
    "A bag costs $36 and a purse costs a third as much. How much do they cost together?": 48,
    "Jo needs $90 for a tent. She already has $34 and saves $7 a week. How many weeks does it take her to have enough money?": 8,
    "A family spends $70 on food and $25 on petrol each week. How much do they spend in 3 weeks?": 285,
    "I had $80 and bought a pair of boots for $46. Then my aunt gave me $15. How much money do I have now?": 49,
    "Tess bought 5 caps and a scarf. The scarf cost $8. She paid $43 in total. How much did one cap cost?": 7,
    "Hugo earns $11 an hour. He worked 4 hours on Monday and 6 hours on Friday. How much did he earn in total?": 110,
}
COMPARED = {
    "Nina has 27 stamps. Carl has 14 more stamps than Nina. How many stamps do they have altogether?": 68,
    "Ida read 35 pages on Monday. On Tuesday she read 8 pages fewer than on Monday. How many pages did she read on both days together?": 62,
    "The blue rope is 75 cm long, which is 18 cm longer than the red rope. How long is the red rope?": 57,
    "Together Ava and Leo have 60 cards. Ava has four times as many cards as Leo. How many cards does Leo have?": 12,
    "Max has 6 times as many coins as Rita. Rita has 9 coins. How many more coins does Max have than Rita?": 45,
    "Ben is 1.32 m tall. His sister is 15 cm shorter. How tall is his sister?": Fraction(117, 100),
}
STORIES = {
    q: a for group in (CHANGES, CONTAINERS, MONEY, COMPARED) for q, a in group.items() if a is not None
}
DECLINED = (
    "Meg swims 9 laps every afternoon, Monday through Friday. How many laps does she swim in three weeks?",
    "Ina has $6. Her brother has twice as much while her sister has half as much. How much do they have altogether?",
    "Eric has 8 kites. Jeff bought 2 kites from Eric. Jeff now has 6 kites. How many kites do they have altogether?",
    "John buys 3 cakes for $12 each and splits the cost with his brother. How much did he pay?",
    "Dora walked 3 km every hour for 2 hours. Then she walked back home. How far did she walk in total?",
    "Zoe has 30 beads. Ann has 20 beads and 5 sisters. How many beads does Zoe have?",
    "40% of the seats are taken. 50 seats are broken. How many seats are there?",
    "There are 6 tables with 4 chairs. How many chairs are there?",
    "There are 14 goats on a meadow. How many goats are there?",
    "Liv gave 12 stamps to each of some friends. How many stamps did she have?",
    "Tom has 8 pens. Ben has 3 pens more. He gives 2 pens away. How many pens does he have?",
    "Sam spent $7 on rides, $5 on food and twice as much on games. How much did Sam spend?",
    "A shop has 40 hats. Except for 12 of them all hats are red. How many hats are red?",
    "Kim buys pens at $2 each. She pays $20 with 3 friends. How many friends does she have?",
)
NUMBERS = st.integers(2, 400)


def solved(problem: str) -> Exercise:
    """The task of the problem."""
    working = alone(Text(clean(problem), "en"))
    assert working is not None, problem
    return Exercise.of(working)


@pytest.mark.parametrize("problem", STORIES)
def test_solved_and_checked(problem: str) -> None:
    task, expected = solved(problem), STORIES[problem]
    value = value_of(str(run_cell(task.solution().cell)))
    assert Fraction(str(value)) == task.value == expected
    conclusion = task.conclude(value)
    assert conclusion is not None and conclusion.answer in conclusion.sentence
    assert verdict(task, conclusion.answer) is True
    for wrong in (task.value + 1, task.value / 2):
        assert verdict(task, f"\\frac{{{wrong.numerator}}}{{{wrong.denominator}}}") is False
    assert all(step.startswith(("First find", "Then find", "Find")) for step in task.solution().steps)
    assert not any("  " in step or "()" in step for step in task.solution().steps)


@pytest.mark.parametrize("problem", DECLINED)
def test_near_and_different(problem: str) -> None:
    assert alone(Text(clean(problem), "en")) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A rope is 2 m 15 cm long.", {Fraction(215)}),
        ("It took three quarters of an hour.", {Fraction(3, 4)}),
        ("A drink costs 65 cents and a meal $3.65.", {Fraction(13, 20), Fraction(73, 20)}),
        ("One and a half litres, a dozen eggs, 1,200 people", {Fraction(3, 2), Fraction(12), Fraction(1200)}),
        ("One hundred and twenty-five people, two fifths of them, 40%", {Fraction(125), Fraction(2, 5)}),
    ],
)
def test_numbers_are_marked(text: str, values: set[Fraction]) -> None:
    found = marks(clean(text))
    assert found is not None and set(found.values.values()) == values


@settings(max_examples=25, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_what_is_left_is_never_more_than_there_was(start: int, first: int, second: int) -> None:
    left = start - first - second
    problem = f"A shop had {start} kites. It sold {first} kites on Monday and {second} kites on Tuesday. How many kites are left?"
    working = alone(Text(problem, "en"))
    if left < 0:
        assert working is None
    else:
        task = solved(problem)
        assert task.value == left and run_cell(task.solution().cell) == left


@settings(max_examples=25, deadline=None)
@given(NUMBERS, st.integers(2, 40))
def test_vans_are_counted_up_and_bags_down(total: int, each: int) -> None:
    up = solved(f"Each van carries {each} boxes. How many vans are needed for {total} boxes?")
    down = solved(f"Figs are packed in bags of {each}. How many full bags can be made with {total} figs?")
    assert up.value == -(-total // each) and down.value == total // each
    for task in (up, down):
        assert verdict(task, str(task.value)) is True and verdict(task, str(task.value + 1)) is False


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 60), st.integers(2, 60), NUMBERS)
def test_the_unknown_start(times: int, each: int, left: int) -> None:
    task = solved(
        f"A farmer had some eggs. He gave {each} eggs to each of his {times} neighbours and had {left} eggs left. How many eggs did he have at the beginning?"
    )
    assert task.value == times * each + left
    assert verdict(task, str(task.value)) is True
