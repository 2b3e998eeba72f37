"""English problems with a method of their own: read by facts in any order, solved, proved, and declined where a word says otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.stories.school.english.methods import read
from tests.topics.solved import is_declined, solve, verdict

CASES = {
    # journeys
    "A car travels at 60 km/h for 2.5 hours. How far does it go?": 150,
    "A cyclist rides 45 km in 3 hours. What is her average speed?": 15,
    "The distance from Ashford to Benton is 180 km. How long does it take to drive there at 90 km/h?": 2,
    "Ben runs 400 m in 80 seconds. How fast does he run?": 5,
    "A plane flies at an average speed of 800 km/h. How many kilometres does it fly in 45 minutes?": 600,
    "The school is 1.2 km from Rosa's house. She walks at 80 m per minute. How many minutes does it take her to walk to school?": 15,
    "A coach travels 150 km at 50 km/h and then 180 km at 90 km/h. What is its average speed for the whole journey?": 66,
    "A bus drives for 2 hours at 60 km/h and then for 3 hours at 80 km/h. How far does it travel altogether?": 360,
    "A van drives from Elm to Oak, 120 km, at 60 km/h and returns at 40 km/h. What is its average speed for the whole trip?": 48,
    "Two trains are 450 km apart. They travel towards each other at 70 km/h and 80 km/h. After how many hours do they meet?": 3,
    "Two ships leave the same harbour at the same time in opposite directions. One sails at 24 km/h and the other at 31 km/h. "
    "How far apart are they after 4 hours?": 220,
    "A thief is 60 m ahead of a policeman. The thief runs at 6 m/s and the policeman runs at 8 m/s. "
    "How long does it take the policeman to catch him?": 30,
    # ages
    "Tom is 12 years old. His sister is 4 years younger than him. How old is his sister?": 8,
    "Nina is 9 years old. Her father is four times as old as she is. How old will her father be in 5 years?": 41,
    "A mother is 24 years older than her daughter. The sum of their ages is 46. How old is the daughter?": 11,
    "Five years ago Lea was 8 years old. How old will she be in 10 years?": 23,
    "A father is 36 and his son is 8. In how many years will the father be three times as old as his son?": 6,
    "Mr Lee is three times as old as his son. In 12 years he will be twice as old as his son. How old is the son now?": 12,
    "Paul is 28 years older than his son and five times as old as him. How old is Paul?": 35,
    # proportion, joint work, filling, maps
    "7 pens cost $8.40. How much do 4 pens cost?": Fraction(24, 5),
    "A recipe for 4 people needs 300 g of flour. How much flour is needed for 10 people?": 750,
    "My car needs 6 litres of petrol for every 100 km. How many kilometres can it travel on 42 litres?": 700,
    "4 workers need 6 days to build a wall. How long would 3 workers need?": 8,
    "Hay for 12 horses lasts 10 days. How long does it last for 15 horses?": 8,
    "Ron can mow the lawn in 40 minutes. His brother needs 60 minutes. How long does it take them if they work together?": 24,
    "A tank holds 600 litres. Water flows in at 15 litres per minute, and 3 litres per minute leak out. "
    "How long does it take to fill the tank?": 50,
    "On a map with a scale of 1:25 000 two villages are 8 cm apart. How far apart are they in reality?": 2,
    # intervals
    "Trees are planted along one side of a 120 m road, 8 m apart, with a tree at both ends. How many trees are there?": 16,
    "A road is 360 m long. Lamp posts stand every 30 m on both sides of the road, including both ends. How many lamp posts are there?": 26,
    "A circular pond has a circumference of 150 m. Willows are planted around it every 6 m. How many willows are there?": 25,
    "Between two houses that are 60 m apart, bushes are planted every 5 m, but not at the houses. How many bushes are planted?": 11,
    "A gardener plants 13 roses in a straight line. They are 50 cm apart. How far is it from the first to the last rose?": 6,
    "It takes 12 minutes to saw a log into 4 pieces. How long does it take to saw it into 7 pieces?": 24,
    "Lena walks from the 1st floor to the 4th floor in 48 seconds. How long does it take her to walk from the 1st floor to the 7th floor?": 96,
    "A clock strikes 4 o'clock with 4 strokes in 6 seconds. How long does it take to strike 9 times?": 16,
    # areas
    "A rectangular garden is 20 m long and 15 m wide. How much fence is needed to go around it?": 70,
    "A room is 6 m long and 4.5 m wide. Carpet costs $18 per square metre. How much does it cost to carpet the floor?": 486,
    "A wall is 8 m long and 3 m high. A tin of paint covers 10 square metres. How many tins of paint are needed?": 3,
    "A wall measures 7 m by 3 m. A window of 2 m by 1.5 m is not painted. What area is painted?": 18,
    "A square field has a perimeter of 240 m. What is its area?": 3600,
    "A lawn 12 m by 8 m is surrounded by a path 1 m wide. What is the area of the path?": 44,
    "A fish tank is 80 cm long, 40 cm wide and 50 cm high. How many litres of water does it hold?": 160,
    # percentages
    "A jacket costs $80. It is reduced by 15%. What is the new price?": 68,
    "After a 20% discount a bicycle costs $240. What was the original price?": 300,
    "A bike was $250 and now costs $200. By what percentage was the price reduced?": 20,
    "A coat costs $120. It is 30% off, and Lena has a coupon for $10 off. How much does she pay?": 74,
    "A town has 12,000 inhabitants. The population grows by 20% in the first year and by 25% in the second year. "
    "How many inhabitants are there after two years?": 18000,
    "In a box there are 24 apples. 6 of them are red. What fraction of the apples are not red?": Fraction(
        3, 4
    ),
    "Mia puts $600 in a bank at 4% simple interest per year. How much interest does she get after 3 years?": 72,
    # averages, two kinds
    "Lisa scored 78, 85, 92 and 69 points in four tests. What is her average score?": 81,
    "The average of three numbers is 24. Two of them are 18 and 31. What is the third number?": 23,
    "The average age of 5 players is 12. Another player who is 18 joins. What is the new average age?": 13,
    "A farmer has chickens and rabbits. There are 30 heads and 84 legs. How many rabbits are there?": 12,
    "Adult tickets cost $8 and child tickets cost $5. 120 tickets were sold for a total of $780. How many adult tickets were sold?": 60,
    "In a quiz there are 20 questions. Each right answer gives 5 points and 2 points are deducted for each wrong answer. "
    "Eva answers all questions and scores 72 points. How many questions did she answer correctly?": 16,
    # small methods
    "Anna and Ben share $60 in the ratio 2:3. How much does Ben get?": 36,
    "The sum of three consecutive numbers is 72. What is the smallest number?": 23,
    "I think of a number. I multiply it by 4 and add 7. The result is 51. What is my number?": 11,
    "Twelve teams play in a league. Every team plays every other team once. How many matches are played?": 66,
    "A holiday lasts 100 days. How many full weeks is that?": 14,
    "Kim wants to buy a bicycle that costs $210. She has already saved $60. She saves $12 every week. For how many weeks must she save?": 13,
    "At midnight it was 4 degrees below zero. By noon the temperature had risen by 11 degrees. What was the temperature at noon?": 7,
    "A restaurant bill is $80. How much is a 15% tip?": 12,
    "Juice is made from syrup and water in the ratio 1:7. How much water is needed for 200 ml of syrup?": 1400,
    "Max has 32 cards and Tom has 18. How many cards must Max give Tom so that both have the same number?": 7,
}
TIMES = {
    "A train leaves at 09:45 and arrives at 12:20. How long does the journey take?": "35",
    "A film starts at 7:40 pm and lasts 95 minutes. At what time does it end?": "9:15",
    "The bus ride takes 50 minutes. Lena must arrive at 8:05. When must she leave?": "7:15",
    "A night train leaves at 22:30 and arrives at 06:15 the next morning. How long does the journey take?": "45",
}
DECLINED = [
    "A car drives at 60 km/h for 2 hours and rests for 30 minutes. How far does it go?",
    "A boat travels downstream at 12 km/h for 3 hours against a current of 2 km/h. How far does it go?",
    "Tom walks 3 km and Ann walks for 2 hours. How fast does Tom walk?",
    "Ann drives at 60 km/h for 2 hours. How far does Ben drive?",
    "A car uses 8 litres of petrol for 100 km. A truck drives 350 km. How many litres does it need?",
    "Tom is 12. His brother is 3 years older. How old is his sister?",
    "Tom is 12 years old. Ann is 3 years older than Ben. How old is Ann?",
    "5 shirts dry in 3 hours. How long do 10 shirts take to dry?",
    "4 musicians play a song in 6 minutes. How long do 8 musicians need to play it?",
    "7 pens cost $8.40. How much do 4 pencils cost?",
    "3 kg of apples cost $6. How much do 2 kg of pears cost?",
    "Trees are planted along a 120 m road, 8 m apart. How many trees are there?",
    "Trees are planted every 8 m along a 120 m road, with a tree at one end only. How many trees are there?",
    "A log is cut into 5 pieces. Each cut takes 3 minutes, with a rest of 1 minute between cuts. How long does it take?",
    "A rectangular garden is 20 m long and 15 m wide. A gate is 2 m wide. How much fence is needed?",
    "A rectangular garden 20 m long and 15 m wide has a fence on three sides. How long is the fence?",
    "A jacket costs $80. Members get 15% off. Tom is not a member. How much does he pay?",
    "There are 40 students in a class. 18 of them play tennis. What percentage of the students play football?",
    "The average age of 5 players is 12. A player who is 14 leaves. What is the new average age?",
    "A farmer has chickens, ducks and rabbits. There are 30 heads and 84 legs. How many rabbits are there?",
    "There are 240 doctors and nurses in a hospital. The ratio of doctors to nurses is 3 to 7. How many nurses are there in France?",
    "Anna and Ben share $60 in the ratio 2:3. How much does Cleo get?",
    "A tank holds 600 litres and is half full. Water flows in at 15 litres per minute. How long does it take to fill the tank?",
    "A film lasts 105 minutes and starts at 19:30. There is a break of 15 minutes. When does it end?",
    "甲车每小时行60千米，3小时行多少千米？",
]


@pytest.mark.parametrize("problem", CASES)
def test_it_is_solved_and_proved_and_another_answer_is_refused(problem: str) -> None:
    task, answer, _ = solve(read, problem)
    assert task.value == CASES[problem]
    assert verdict(task, answer) is True
    assert verdict(task, str(CASES[problem] + 1)) is False


@pytest.mark.parametrize("problem", TIMES)
def test_times_of_day_are_handed_on(problem: str) -> None:
    task, answer, _ = solve(read, problem)
    assert TIMES[problem] in answer
    assert verdict(task, answer) is True


@pytest.mark.parametrize("problem", DECLINED)
def test_what_is_near_and_different_is_declined(problem: str) -> None:
    assert is_declined(read, problem)


few = st.integers(2, 60)


@settings(max_examples=15, deadline=None)
@given(speed=few, hours=few, first=st.booleans())
def test_distance_speed_and_time_belong_together(speed: int, hours: int, first: bool) -> None:
    far = speed * hours
    told = [f"A lorry drives at {speed} km/h.", f"It drives for {hours} hours."]
    for problem, value in (
        (" ".join([*(told if first else told[::-1]), "How far does it go?"]), far),
        (f"A lorry drives {far} km at {speed} km/h. How many hours does it take?", hours),
        (f"In {hours} hours a lorry drives {far} km. How fast does it drive?", speed),
    ):
        task, answer, _ = solve(read, problem)
        assert task.value == value and verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(chickens=few, cows=few)
def test_heads_and_legs_come_out(chickens: int, cows: int) -> None:
    problem = f"On a farm there are hens and cows. There are {chickens + cows} heads and {2 * chickens + 4 * cows} legs. How many "
    for kind, value in (("hens", chickens), ("cows", cows)):
        task, answer, _ = solve(read, f"{problem}{kind} are there?")
        assert task.value == value and verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(gap=few, count=st.integers(3, 60))
def test_trees_and_the_road_belong_together(gap: int, count: int) -> None:
    road = gap * (count - 1)
    problem = f"Along a {road} m road trees are planted every {gap} m, with a tree at both ends. How many trees are there?"
    task, answer, _ = solve(read, problem)
    assert task.value == count and verdict(task, answer) is True


@settings(max_examples=15, deadline=None)
@given(son=st.integers(3, 20), gap=st.integers(20, 40), times=st.integers(2, 4))
def test_a_multiple_of_ages_holds_when_it_is_said(son: int, gap: int, times: int) -> None:
    problem = f"A father is {son + gap} years old and his son is {son}. In how many years will the father be {times} times as old as his son?"
    if gap % (times - 1) or gap // (times - 1) < son:
        return
    task, answer, _ = solve(read, problem)
    years = int(task.value)
    assert son + gap + years == times * (son + years) and verdict(task, answer) is True
