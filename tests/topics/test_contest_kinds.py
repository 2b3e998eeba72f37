"""Kinds of contest problems by tables of clauses: solved, checked by another way, near ones declined."""

from __future__ import annotations

import pytest

from solver.topics.stories.contests import read
from tests.topics.solved import assert_solved, is_declined

CASES = [
    ("Ida is standing on a lawn. She walks 7 meters east, 20 meters south, 2 meters west and finally 8 meters north. How many meters is she from her starting point?", "13", "37"),
    (r"Two sides of scalene $\triangle ABC$ measure 4 centimeters and 6 centimeters. How many different whole centimeter lengths are possible for the third side?", "5", "7"),
    ("In a triangle with side lengths 4, 9 and $x$, what is the sum of all possible integral values of $x$?", "63", "65"),
    ("How many isosceles triangles with whole-number length sides have a perimeter of 15 units?", "4", "7"),
    ("What is the measure of the acute angle formed by the hands of a clock at 5:20 a.m.?", "40", "30"),
    (r"How many numbers are in the list $ 9, 13, 17, \ldots, 89, 93?$", "22", "21"),
    (r"How many numbers are in the list $31, 27, \ldots, -1, -5$?", "10", "9"),
    ("The four-digit number $537n$ is divisible by 12. Find the units digit $n$.", "6", "2"),
    (r"Determine the sum of all single-digit replacements for $n$ such that the number ${51{,}2n4}$ is divisible by 3.", "18", "15"),
    (r"If two distinct members of the set $\{ 3, 5, 6, 10 \}$ are randomly selected and multiplied, what is the probability that the product is a multiple of 15?", r"\frac{2}{3}", r"\frac{1}{2}"),
    ("Two fair six-sided dice are rolled. Mia wins if the product of the two numbers rolled is even or a multiple of three, otherwise Tom wins. What is the probability that Mia wins?", r"\frac{8}{9}", r"\frac{3}{4}"),
    ("Nora has 11 different stickers. In how many ways can she choose 4 of the stickers?", "330", "7920"),
    ("Lena wants to order a pizza with 3 different toppings. She has 8 different toppings to choose from. How many different pizzas could she order?", "56", "336"),
    ("A school committee consists of 4 teachers, 6 parents and 5 students. A subcommittee of this group is formed by choosing 2 teachers, 1 parent and 2 students. How many different subcommittees can be formed?", "360", "720"),
    ("A council consists of 4 Liberals, 5 Greens, and 3 Independents. A subcommittee of 3 members is randomly chosen. What is the probability that the subcommittee consists of three Greens?", r"\frac{1}{22}", r"\frac{1}{20}"),
    ("Ella scored 81, 74, 90, and 85 points on the first four tests of the quarter. There is one test remaining. What is the minimum number of points that Ella must score on the final test in order to have a mean of 84 points for the five tests?", "90", "84"),
    ("30 students average 70 on a test. Another group of 10 students averages 90. Find the overall average.", "75", "80"),
    ("If 3 plums are equivalent to 4 figs and 6 figs are equivalent to 9 dates, how many plums are equivalent to 24 dates?", "12", "48"),
    (r"Suppose that we win $\$5$ if we flip a heads on a coin toss, but lose $\$3$ if we flip tails. What is the expected value, in dollars, of our winnings after one flip?", "1", "2"),
    (r"The probability of snow tomorrow is $\frac{2}{9}$. What is the probability that it will not snow tomorrow?", r"\frac{7}{9}", r"\frac{2}{9}"),
    ("In the row of Pascal's triangle that starts 1, 9, what is the fourth number?", "84", "126"),
    ("If April 3 is a Tuesday, what day of the week will it be 100 days later?", r"\text{Thursday}", r"\text{Friday}"),
    ("If the first day of a month is Friday, what day of the week is the twenty-fifth day?", r"\text{Monday}", r"\text{Tuesday}"),
    ("Max has thirty boxes. Seventeen of the boxes contain nuts, twelve of the boxes contain dates, and six of the boxes contain neither nuts nor dates. How many boxes contain both nuts and dates?", "5", "1"),
    ("How many 4-letter sequences can be formed if the second letter must be a vowel (A, E, I, O, or U), and the third letter must be different from the first letter?", "84500", "87880"),
    ("A suitcase lock has 3 dials with the digits $0, 1, 2,..., 9$ on each. How many different settings are possible if all three digits have to be different?", "720", "1000"),
    ("It takes 6 cups of flour to make 9 loaves. How many cups of flour will it take to make 15 loaves?", "10", "12"),
    ("If $y$ is doubled and then increased by $9$, the result is $-5$. What is the value of $y$?", "-7", "7"),
    ("By how many degrees does the measure of an interior angle of a regular dodecagon exceed the measure of an interior angle of a regular hexagon?", "30", "60"),
    ("What is the ratio of one interior angle of a square to one interior angle of a regular octagon?", r"\frac{2}{3}", r"\frac{3}{2}"),
    ("A convex hexagon has two right angles. The other four angles are congruent to each other. What is the measure, in degrees, of one of these other angles?", "135", "120"),
    ("The ratio of two interior angles of a parallelogram is $2:7$. What is the degree measure of one of the two obtuse angles of the parallelogram?", "140", "40"),
    ("The largest interior angle in an isosceles trapezoid is 5 times the measure of the smallest interior angle. What is the measure, in degrees, of the smallest interior angle in the trapezoid?", "30", "36"),
]  # fmt: skip
DECLINED = [
    "By how many degrees does the measure of an interior angle of a dodecagon exceed the measure of an interior angle of a regular hexagon?",
    "A convex hexagon has two right angles. What is the measure, in degrees, of one of the other angles?",
    "The largest interior angle in a trapezoid is 5 times the measure of the smallest interior angle. What is the measure, in degrees, of the smallest interior angle in the trapezoid?",
    "Ida is standing on a lawn. She walks 7 meters east, 20 meters southwest, and finally 8 meters north. How many meters is she from her starting point?",
    "Ida is standing on a lawn. She walks 7 meters east, 20 feet south. How many meters is she from her starting point?",
    "Two sides of a triangle measure 4 and 6. What is the positive difference between the maximum and minimum length of the third side?",
    "Two sides of an isosceles triangle measure 4 and 6. How many different whole lengths are possible for the third side?",
    "What is the measure of the obtuse angle formed by the hands of a clock at 3:00?",
    r"How many numbers are in the list $ 9, 13, 18, \ldots, 89, 93?$",
    r"How many numbers are in the list $ 9, 13, 17, \ldots, 89, 94?$",
    r"How many numbers are in the list $ 9, 13, 17, \ldots, 89, 93$ that are not prime?",
    "The four-digit number $53nn$ is divisible by 3. Find the units digit $n$.",
    r"If two members of the set $\{ 3, 5, 6, 6 \}$ are randomly selected and multiplied, what is the probability that the product is a multiple of 15?",
    r"If two distinct members of the set $\{ 3, 5, 6, 10 \}$ are randomly selected and added, what is the probability that the product is a multiple of 15?",
    "Nora has 11 identical stickers. In how many ways can she choose 4 of the stickers?",
    "Nora has 11 stickers. In how many ways can she choose 4 of the stickers?",
    "Nora has 11 different stickers. In how many ways can she choose at most 4 of the stickers?",
    "Nora has 11 different stickers. In how many ways can she choose 4 of the stickers if she must take the red one?",
    "A school committee consists of 4 teachers, 6 parents and 5 students. A subcommittee of this group is formed by choosing 2 teachers, 1 pupil and 2 students. How many different subcommittees can be formed?",
    "Ella scored 81, 74, 90, and 85 points on the first four tests of the quarter. What is the minimum number of points that Ella must score on the final test in order to have a mean of 84 points for the six tests?",
    "If 3 plums are equivalent to 4 figs and 6 dates are equivalent to 9 nuts, how many plums are equivalent to 24 dates?",
    r"The probability of snow tomorrow is $\frac{2}{9}$. What is the probability that it will not rain tomorrow?",
    "If April 3 is a Tuesday, what day of the week was April 3 of the last year?",
    "How many 4-letter sequences can be formed if the second letter must be a vowel (A, E, I, O, or U), and no two letters are neighbours in the alphabet?",
    "It takes 6 cups of flour to make 9 loaves. How many cups of sugar will it take to make 15 loaves?",
    "It takes 6 workers to make 9 loaves in 5 hours. How many workers will it take to make 15 loaves?",
]  # fmt: skip


@pytest.mark.parametrize(("problem", "answer", "wrong"), CASES)
def test_it_is_solved(problem: str, answer: str, wrong: str) -> None:
    assert_solved(read, problem, answer, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_near_ones_are_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize("filler", ["9" * 700, "a" * 700, "a " * 350, "9, " * 230, "1 a and " * 80])
def test_long_nonsense_is_left_soon(filler: str) -> None:
    for frame in (
        "How many {} stickers?",
        "What is the probability that {} mean?",
        "How many numbers {} north?",
    ):
        assert is_declined(read, frame.format(filler))
