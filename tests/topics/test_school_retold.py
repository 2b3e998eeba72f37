"""English stories in plainer words, and money, parts and two sorts told in many ways: solved, proved, and declined where a word says otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.latex import value_of
from solver.topics.base import Unread
from solver.topics.stories.school import read
from solver.topics.stories.school.english.retelling import retold
from tests.topics.run_cell import run_cell
from tests.topics.solved import is_declined, reading, solve, verdict

CASES = {
    # what changes nothing is left out, what can be said more simply is said so
    "Marta, who is 11 years old, bought 4 puzzles at $6.50 each and a ball for $3. How much did she spend?": 29,
    "Two sisters are saving up together for a drum that costs 90 dollars. Ida has put aside 31 dollars so far, and Eve has 8 dollars less than Ida. How much more money do they need?": 36,
    "Otto takes $50 to the fair. He buys a mask for $16 and a flag for a quarter of the price of the mask. How much money does he come home with?": 30,
    "Rosa had $90 in her savings account. She withdrew $35 and later deposited $20. What is her balance now?": 75,
    "A ferry ticket costs £18 and a coach ticket costs £11. How much cheaper is it to go by coach?": 7,
    "Adult tickets cost $16 and children pay half price. How much do 2 adults and 3 children pay?": 56,
    "Together a kettle and a mug cost $28. The kettle costs $16 more than the mug. How much does the kettle cost?": 22,
    # bargains and ways to pay
    "A set of 6 glasses costs $21. Bought separately, each glass costs $4.50. How much is saved by buying the set?": 6,
    "A kiosk sells rolls at 70 cents each or a bag of 8 for $4.80. How much do you save by buying a bag instead of 8 single rolls?": Fraction(4, 5),
    "A circus charges $12 for an adult and $7 for a child. A family ticket for 2 adults and 2 children costs $31. How much does a family save by buying the family ticket?": 7,
    "Buy three, get one free: magnets cost $2 each. Noor takes home 12 magnets. How much does she pay?": 18,
    "A fridge costs $740. The customer pays $140 at once and the rest in 8 equal monthly payments. How much is each monthly payment?": 75,
    # bills
    "Five friends bought a tent for $145 and a lamp for $20. They split the cost equally. How much did each of them pay?": 33,
    "Mr. Ortiz bought a boat for $450, repaired it for $80 and sold it for $610. What was his profit?": 80,
    "Zoe's weekly pocket money is $9. She spends $4 each week and saves the rest. How much does she save in 7 weeks?": 35,
    "Pavel saved $14, $8 and $19 in three weeks. How much more does he need for a $60 helmet?": 19,
    "A cleaner charges $30 for a visit plus $18 an hour. How much does a 4-hour job cost?": 102,
    "Hiring a canoe costs $8 for the first hour and $5 for every extra hour. How much does it cost to hire a canoe for 4 hours?": 23,
    "Ada's plan costs $15 a month plus 4 cents for each text message. Last month her bill came to $18.20. How many texts did she send?": 80,
    "Lars bought a drum for $48 and a stool. Altogether he paid $75. What was the price of the stool?": 27,
    "Six friends share the cost of 3 pies equally. A pie costs $8. How much does each friend pay?": 4,
    "A couple spent $95 on paint and $38 on brushes. How much more did they spend on paint than on brushes?": 57,
    "Omar earns $1,900 a month. He spends $700 on rent, $350 on food and $200 on other things. How much can he save each month?": 650,
    "The meal cost $52. They left a tip of $8. How much did they pay in total?": 60,
    # parts in a ratio
    "The ratio of boys to girls in a choir is 3:5. There are 56 singers in the choir. How many girls are there?": 35,
    "At a sports camp, 40% of the campers row. Everyone else goes either sailing or surfing, and the ratio of sailors to surfers is 2 : 1. If there are 150 campers altogether, how many of them go surfing?": 30,
    "Jo makes 1.5 litres of punch. Apple juice makes up 40% of it, and the remainder is tea and lemon juice in the ratio 5:1. How many millilitres of lemon juice does she use?": 150,
    "A sum of money is shared between Una and Vic in the ratio 2:5. Vic gets $36 more than Una. How much money was shared?": 84,
    "A pipe of 72 m is cut into two pieces whose lengths are in the ratio 4:5. How long is the longer piece?": 40,
    "In a bowl there are 80 fruits. One quarter are limes. The number of figs and the number of plums are in the ratio 7:5. There are no other fruits. How many plums are there?": 25,
    "In a school of 480 pupils, 3/8 walk to school. Those who do not walk come by bus or by car in the ratio 3:2. How many pupils come by car?": 120,
    # two sorts
    "A depot sent out 30 crates. Some weighed 6 kg each and the others 9 kg each, and the whole load weighed 216 kg. How many 9 kg crates were there?": 12,
    "A grocer mixes nuts costing $9 per kilogram with raisins costing $5 per kilogram to get 16 kg of a mixture worth $6.50 per kilogram. How many kilograms of nuts does he use?": 6,
    "A quiz has 26 questions. Some are worth 2 points and the others are worth 3 points. The whole quiz is worth 61 points. How many 3-point questions are there?": 9,
    "An inn has single rooms and double rooms, 24 rooms in all. There are 41 beds. How many double rooms does it have?": 17,
    "Nils is paid $11 an hour on weekdays and $15 an hour at weekends. Last week he worked 18 hours and earned $222. How many hours did he work at the weekend?": 6,
    "A garage charges $4 for a car and $9 for a bus. One day 50 vehicles paid $235 in total. How many buses were there?": 7,
    "Eggs are sold in packs of 6 and packs of 10. A cook bought 11 packs and got 86 eggs. How many packs of 10 did she buy?": 5,
}  # fmt: skip
SEVERAL = {
    "Let x be the price of a nail and y the price of a hook, in cents. 5 nails and 2 hooks cost 90 cents, and 3 nails and 4 hooks cost 110 cents. Find x and y.": (10, 20),
    "Uncle keeps ducks and goats. Counting them all, he finds 21 heads and 60 legs. How many ducks and how many goats has he got?": (12, 9),
    "Nina has twice as many shells as Olaf. Together they have 72 shells. How many does each of them have?": (48, 24),
    "A lab has two kinds of flasks: small ones that hold 300 ml and large ones that hold 800 ml. A helper fills 12 flasks with 6.1 litres of water. How many flasks of each size does she fill?": (7, 5),
    "A shop repairs bicycles and tricycles. There are 16 of them in the shop, with 37 wheels altogether. How many of each are there?": (11, 5),
}  # fmt: skip


@pytest.mark.wide(rows=4)
@pytest.mark.parametrize("problem", CASES)
def test_solved_and_proved(problem: str) -> None:
    task, answer, value = solve(read, problem)
    assert Fraction(str(value)) == CASES[problem]
    assert verdict(task, answer) is True
    assert verdict(task, str(CASES[problem] + 1)) is not True


@pytest.mark.parametrize("problem", SEVERAL)
def test_several_answers(problem: str) -> None:
    task = reading(read, problem)
    assert task is not None and not isinstance(task, Unread)
    value = value_of(str(run_cell(task.solution().cell)))
    assert tuple(Fraction(str(v)) for v in value) == SEVERAL[problem]
    conclusion = task.conclude(value)
    assert conclusion is not None and verdict(task, conclusion.answer) is True
    one, other = SEVERAL[problem]
    assert verdict(task, rf"{one + 1},\ {other}") is not True


DECLINED = (
    "Tom has $20. Sam buys a ball for $5 and a bat for $8. How much does Tom have left?",  # another person's
    "After paying $10 for a hat and half as much for a cap, Leo had $5 left. How much did he have left?",
    "A set of 4 plates costs $26. Each cup costs $8. How much is saved by buying the set?",
    "A farmer has hens and rabbits. There are 20 heads and 56 legs. 3 hens run away. How many hens are there now?",
    "A class of 30 pupils sold tickets at $3 each and programmes at $2 each. They took $80. How many tickets did they sell?",
    "Some of the 30 boxes weigh 5 kg each and the others weigh 8 kg each. The truck weighs 2000 kg. How many heavy boxes are there?",
    "20 adults paid $8 each and 30 children paid $5 each. How many adults were there?",
    "A zoo has 240 animals. 40% are mammals. The ratio of males to females is 5:3. There are no other animals. How many females are there?",
    "A rope of 63 m is cut into 3 pieces in the ratio 4:5. How long is the shorter piece?",
    "Milo bought a football for $24 and a pump. His brother paid $33 altogether. What was the price of the pump?",
    "It costs $5 to rent a boat for the first hour and $3 for every extra hour. How much does it cost to rent a boat for 4 days?",
    "Three friends bought a present for $42. They split the cost equally. One of them had a coupon for $3. How much did each of them pay?",
    "Dan gets $10 every week. He spends $6 of it and saves the rest. How much has he saved after 5 months?",
    "Let x be the price of a pen and y the price of a book. 4 pens and 3 books cost 25 dollars, and 2 pens and 5 books cost 30 dollars. Find x.",
    "The ratio of boys to girls in a school is 4:5. There are 63 teachers in the school. How many boys are there?",
    "Mats cost $6 each and bowls cost $4 each. Ana bought 5 mats and some bowls. She paid $38 in all. How many bowls did she buy?",
    "Lea's box holds $1 coins and $2 coins. There are 17 coins and $25 in notes. How many $2 coins are in the box?",
    "A tape 150 cm long is cut into three pieces in the ratio 2:3:5. How much longer is the longest piece than the shortest?",
    "The ratio of boys to girls in a class is 3:5. There are 24 singers. How many girls are there?",
    "At a stall you buy one muffin and get one free. A muffin costs $3. How much do 6 muffins cost?",
)  # fmt: skip


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ben, who is 9 years old, has 3 pens. How old is his sister?", "9 years old"),
        ("At the zoo, 3 cats sleep. How many cats are at the zoo?", "At the zoo"),
        ("Ann buys 3 pens for her sister. How many pens has her sister?", "for her sister"),
    ],
)
def test_what_is_spoken_of_stays(text: str, kept: str) -> None:
    assert all(kept in made for made in retold(text))


@given(st.integers(2, 30), st.integers(2, 30), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=8, deadline=None)
def test_two_sorts(one: int, other: int, low: int, more: int) -> None:
    high = low + more
    problem = (
        f"A depot sent out {one + other} crates. Some weighed {low} kg each and the others {high} kg each, "
        f"and the whole load weighed {one * low + other * high} kg. How many {high} kg crates were there?"
    )
    assert Fraction(str(solve(read, problem)[2])) == other


@given(st.integers(1, 5), st.integers(1, 3), st.integers(1, 6), st.integers(1, 9))
@settings(max_examples=8, deadline=None)
def test_some_free(paid: int, free: int, times: int, price: int) -> None:
    problem = f"A shop has an offer: buy {paid} jars, get {free} free. One jar costs ${price}. How much do you pay for {times * (paid + free)} jars?"
    assert Fraction(str(solve(read, problem)[2])) == times * paid * price
