"""Shopping, two totals and parts in a ratio, told in open words: solved right and checked; what is near and different is declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Text
from solver.topics.stories import school, word_problems
from solver.topics.stories.school.english.methods import ratio_parts, shopping, two_totals
from tests.topics.solved import solve, verdict

SHOPPING = {
    "Ines went into the bookshop with €30. She picked up an atlas for €14.50 and a diary that was €6.25 cheaper than the atlas. "
    "How much change did she take home?": Fraction(29, 4),
    "After paying for a lamp and a pair of curtains, Hugo has 12 dollars left. The curtains were 21 dollars and the lamp was 8 dollars dearer "
    "than the curtains. How much money did Hugo have before he went shopping?": 62,
    "Grandpa put 90 dollars in Mona's birthday card. Mona would like a tent for 48 dollars and some boots, which are half the price of the tent. "
    "If she buys both, how much of the birthday money will she still have?": 18,
    "After paying for a ski mask and a sledge, Olaf had $14 left out of the $70 his aunt gave him. The sledge was $39. What did the mask cost?": 17,
    "Rex bought a kettle and a toaster. The kettle cost $30. The toaster cost $12 more than the kettle. How much did Rex pay for the toaster?": 42,
    "Rex bought a kettle and a toaster. The kettle cost $30. The toaster cost $12 more than the kettle. How much did Rex pay?": 72,
    "Adult tickets for the castle are 16 dollars and children's tickets are 9 dollars. The Novak family buys 2 adult tickets and "
    "4 children's tickets and hands in a voucher for 5 dollars off the total. How much do they pay?": 63,
    "A tray is £24. A mug is £15 cheaper than the tray and a jug is twice the price of the mug. Ada buys all three. How much does she pay?": 51,
    "Zoe paid $65 for a coat and a scarf. The coat cost $41 more than the scarf. How much did the scarf cost?": 12,
    "Leo had $45. After buying a chess set for $19 and a yo-yo, he had $17 left. How much did the yo-yo cost?": 9,
    "At the market, a melon costs 9 yuan and a mango costs 4 yuan less than the melon. Father buys one melon and three mangoes. "
    "How much does he spend?": 24,
}
NO_SHOPPING = (
    "Zoe paid $65 for a coat and a scarf. The coat cost $41 more than the belt. How much did the scarf cost?",
    "A jacket and trousers cost $105. The jacket costs $15 more than the trousers. How much is the jacket?",
    "Kate gave $50 to her brother. She bought a hat for $14. How much did she have left?",
    "Sam wants a bike for $150. He has $60 and his dad gives him half the price of the bike. How much more does he need?",
    "Tom bought a pen for $2 and a bag for $20. His mother paid for the bag. How much did Tom spend?",
    "Mia has $30. She buys a hat for $12 and her brother buys a book for $7. How much does Mia have left?",
    "Sue bought a hat for $12. She wanted a scarf for $5 more, but she only bought the hat. How much did she spend?",
    "Lena bought a bag for $30 and a purse for $12 less. She returned the bag. How much did she spend?",
    "A hat costs $12 and a scarf costs $9. Tom has $20 and buys the hat. How much is left?",
    "Tom had $50. He bought two hats for $12 and a scarf for $9. How much does he have left?",
    "A phone costs $300 in shop A and $20 less in shop B. How much does it cost in shop B?",
    "Hana buys a lamp, a vase and two rugs. A lamp costs $20 and a rug costs $13. How much does she spend?",
)
TOTALS = {
    "Mr Ito paid £31 for 5 brushes and 2 frames. A week later he went back and paid £27 for 4 frames and 1 brush at the same prices. "
    "Find the price of a brush and the price of a frame.": (Fraction(35, 9), Fraction(52, 9)),
    "On Monday a boat carried 4 large crates and 3 small crates, 155 kg in all. On Tuesday its load was 2 large crates and 5 small ones, 125 kg in all. "
    "All large crates weigh the same, and so do all small crates. How heavy is a large crate, and how heavy is a small crate, in kg?": (Fraction(200, 7), Fraction(95, 7)),
    "When full, 2 ferries and 3 launches can carry 310 people, and 1 ferry and 5 launches can carry 225 people. "
    "How many people fit in one ferry and how many in one launch?": (125, 20),
    "Two pizzas and three salads come to $39, while four pizzas and one salad come to $53. How much is one salad?": (5,),
    "Mrs Roy bought 2 kg of figs and 3 kg of dates for £29. Mr Lim bought 4 kg of figs and 1 kg of dates at the same shop for £33. "
    "How much is a kilogram of figs?": (7,),
    "Six vases and two bowls were sold for £94. Three vases and five bowls were sold for £67. How much more does a vase cost than a bowl?": (9,),
}  # fmt: skip
NO_TOTALS = (
    "3 pens and 2 books cost $12 more than 2 pens and 5 books, which cost $9. How much is a pen?",
    "3 pens and 2 books cost $12 each day. 2 pens and 5 books cost $9. How much is a pen?",
    "Three pens and two books cost $12. Two pens and five books cost $19. How much is a red pen?",
    "Three pens and two books cost $12. Two pens and five books cost $19. How many pens did she buy?",
    "Three pens and two books cost $12. After buying another two pens and five books the bill was $31. How much is a pen?",
    "In shop A, 3 pens and 2 books cost $12. In shop B, 2 pens and 5 books cost $19. How much is a pen in shop A?",
    "Three pens and two books cost $12. Two pens and five books cost $19. How much change from $20 would you get for a pen?",
    "3 pens and 2 books weigh 500 g. 2 pens and 5 books cost $19. How much is a pen?",
)
RATIOS = {
    "Lara spent 20% of her money on a coat. The rest went on a skirt and a hat, with the costs of the skirt and the hat in the ratio 5:3. "
    "The hat cost $36. How much money did Lara have to begin with?": 120,
    "A company spent 30% of its $9000 budget on travel. It spent the rest on books and office furniture in the ratio 2:5. "
    "How much was spent on office furniture?": 4500,
    "An eighth of the 400 boats in a harbour are red. Of the remaining boats, the ratio of black to white is 3:4. How many white boats are there?": 200,
    "45% of the 300 workers in a plant walk to work. The rest come by bus or by bike in the ratio 8:3. "
    "How many more workers come by bus than by bike?": 75,
    "Some money is shared between Al, Bo and Cy. Al gets 60% of it. The rest is shared between Bo and Cy in the ratio 3:1. Cy gets $20. "
    "How much money was shared?": 200,
    "A recipe mixes rye, seeds and oats in the ratio 6:1:3. If 120 g of oats is used, how much rye is needed?": 240,
}
NO_RATIOS = (
    "There are 240 marbles. 25% are red. The ratio of big to small marbles is 3:1. How many big marbles are there?",
    "A quarter of a class of 32 pupils are ill. The ratio of boys to girls in the class is 5:3. How many boys are there in the class?",
    "In a bag, 40% of the 60 balls are red and the rest are blue and green in the ratio 2:1. How many balls are red or blue?",
    "In a bag, 40% of the 60 balls are red and the rest are blue and green in the ratio 2:1. What fraction of the balls are green?",
    "In a bag, 40% of the 60 balls are red and the rest are blue and green in the ratio 2:1. How many balls are not green?",
    "There are 240 marbles. A quarter are red. A third of the rest are green, and the others are blue and white in the ratio 1:5. "
    "How many white marbles are there?",
    "The ratio of boys to girls in a class is 4:5. There are 36 singers. How many girls are there?",
    "A stew needs leeks and celery in the ratio 5:2. If 200 grams of butter are used, how many grams of leeks are needed?",
    "A stew needs leeks and celery in the ratio 5:2. If 2 kg of celery are used, how many grams of leeks are needed?",
    "30% of 200 guests are children. The rest are men and women in the ratio 3:4. 20 men leave. How many men are left?",
)


@pytest.mark.parametrize("problem", [*SHOPPING, *RATIOS])
def test_it_is_solved_and_proved_and_another_answer_is_refused(problem: str) -> None:
    wanted = {**SHOPPING, **RATIOS}[problem]
    task, _, value = solve(school.read, problem)
    assert value == wanted
    assert verdict(task, str(Fraction(wanted))) is True
    assert verdict(task, str(Fraction(wanted) + 1)) is False


@pytest.mark.parametrize("problem", TOTALS)
def test_two_totals(problem: str) -> None:
    task = two_totals.read(Text(problem, "en"))
    assert word_problems.values_of(task) == TOTALS[problem]
    assert word_problems.values_of(school.read(Text(problem, "en"))) in (None, TOTALS[problem])


@pytest.mark.parametrize(
    ("reader", "problem"),
    [
        (reader, problem)
        for reader, problems in ((shopping, NO_SHOPPING), (two_totals, NO_TOTALS), (ratio_parts, NO_RATIOS))
        for problem in problems
    ],
)
def test_what_is_near_and_different_is_declined(reader: object, problem: str) -> None:
    assert reader.read(Text(problem, "en")) is None  # type: ignore[attr-defined]


def test_what_is_left_is_given_in_the_unit_that_is_asked_for_or_not_at_all() -> None:
    task = school.read(
        Text("A beam is 4 m long. Per saws off 65 cm. How long is the rest, in centimetres?", "en")
    )
    assert word_problems.values_of(task) in (None, (335,))


def test_pairs_are_not_those_who_sit_in_them() -> None:
    text = "There are 31 girls in a choir. 5 are absent today. The others stand in pairs. How many pairs are there?"
    assert word_problems.answers_of(Text(text, "en")) == set()


ONE_OF_TWO = {
    "A jacket costs $60 and trousers cost $15 less than the jacket. How much does the jacket cost?": None,
    "Tom spent $40 on trousers and twice as much on a jacket. How much did he spend on the jacket?": 80,
    "Tom spent $40 on trousers and twice as much on a jacket. How much did he spend?": 120,
}


@pytest.mark.parametrize("problem", ONE_OF_TWO)
def test_one_thing_is_not_answered_with_what_both_cost(problem: str) -> None:
    answers = word_problems.answers_of(Text(problem, "en"))
    assert answers <= {(ONE_OF_TWO[problem],)}


@settings(max_examples=15, deadline=None)
@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(1, 40),
    st.integers(1, 40),
)
def test_two_totals_give_back_the_prices(a: int, b: int, c: int, d: int, x: int, y: int) -> None:
    if a * d == b * c or 1 in (a, b, c, d):
        return
    text = f"A club paid ${a * x + b * y} for {a} rackets and {b} nets. Later it paid ${c * x + d * y} for {d} nets and {c} rackets. What is the price of a net?"
    assert word_problems.values_of(two_totals.read(Text(text, "en"))) == (y,)


@settings(max_examples=15, deadline=None)
@given(st.integers(20, 90), st.integers(1, 19), st.sampled_from(("cheaper", "dearer")), st.integers(0, 50))
def test_what_is_left_and_what_is_spent_make_what_there_was(
    price: int, gap: int, how: str, rest: int
) -> None:
    other = price - gap if how == "cheaper" else price + gap
    told = f"bought a drum for ${price} and a horn that was ${gap} {how} than the drum"
    left = shopping.read(
        Text(f"Rolf went to town with ${price + other + rest}. He {told}. How much does he have left?", "en")
    )
    spent = shopping.read(Text(f"Rolf {told}. How much did he spend altogether?", "en"))
    assert left is not None and left.value == rest
    assert spent is not None and spent.value == price + other


@settings(max_examples=15, deadline=None)
@given(st.sampled_from((10, 20, 25, 40, 60)), st.integers(1, 9), st.integers(1, 9), st.integers(1, 12))
def test_the_parts_of_a_whole_are_the_whole(percent: int, a: int, b: int, each: int) -> None:
    whole = Fraction(100 * each * (a + b), 100 - percent)
    if whole.denominator != 1 or a == b:
        return
    told = f"There are {whole} kites. {percent}% of the kites are red, and the rest are blue and green in the ratio {a}:{b}."
    values = [
        ratio_parts.read(Text(f"{told} How many {c} kites are there?", "en")) for c in ("blue", "green")
    ]
    assert [v.value for v in values if v is not None] == [a * each, b * each]
