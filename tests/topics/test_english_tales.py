"""English tales of facts and rates: what is read, what is not, and laws of all of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.stories.word_problems import read
from solver.topics.stories.word_problems.reading import CLAUSE, JOINT
from solver.topics.stories.word_problems.tales import TALES
from solver.topics.stories.word_problems.tales.words import past, verb_of
from tests.topics.solved import is_declined, solve, verdict

CASES = [
    ("Omar bought 6 notebooks for $4 each and got a 25% discount. How much did he pay?", "18"),
    ("Diana memorized 14 more lines than Viktor. If Viktor memorized 23 lines, how many lines did they memorize altogether?", "60"),
    ("It takes Ben 15 minutes to wash 3 cars. How many hours will it take him to wash 24 cars?", "2"),
    ("Ruth can type 30 pages in 45 minutes. How many minutes will it take her to type 120 pages?", "180"),
    ("Lena picked 18 pears. She gave a third of them to her uncle. How many pears does she have left?", "12"),
    ("Pavel earns $14 an hour. He worked for 6 hours on Friday and 5 hours on Saturday. How much did he earn?", "154"),
    ("Rosa reads 9 pages a day. How many pages does she read in 3 weeks?", "189"),
    ("Hugo is baking for a fair. He made 4 trays with 15 muffins each. How many muffins did he make?", "60"),
    ("Ivan is 5 years older than Petra. Petra is 9 years old. How old will Ivan be in 4 years?", "18"),
    ("Kofi sold 8 lamps for $25 each. Ama sold 6 chairs for $40 each. How much more did Ama earn than Kofi?", "40"),
    ("They baked 36 rolls. They divide them equally among 9 guests. How many rolls does each guest get?", "4"),
    ("9 boys have 4 kites each. How many kites are there?", "36"),
    ("Mona bought 5 cups and 3 plates. Each cup costs $6. She spent a total of $51. How much did each plate cost?", "7"),
    ("Tickets cost $12 for adults and $7 for children. Rita bought tickets for 2 adults and 3 children. How much did she pay?", None),
    ("There are 30 marbles. 12 of the marbles are red. The rest are blue. How many blue marbles are there?", "18"),
    ("Each crate holds 24 bottles. Nina has 5 crates. She sells each bottle for $2. How much money does she make?", "240"),
    ("Sven has 40 stamps. He buys 3 packs with 10 stamps each. How many stamps does he have?", "70"),
    ("Uma has 3 goats, 7 hens and 5 ducks. What percentage of the animals are hens?", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("problem", "answer"), [c for c in CASES if c[1]], ids=[c[0][:40] for c in CASES if c[1]]
)
def test_answer_is_found_and_checked(problem: str, answer: str) -> None:
    task, found, _ = solve(read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, str(int(answer) + 1)) is False


DECLINED = [
    "Riku has 6 times more shells than Ana. Ana has 5 shells. How many shells does Riku have?",
    "Ada needs 12 more beads. She has 5 beads. How many beads does she need?",
    "Bo walks 10 meters each minute. Every day he walks for an hour. How many meters does he walk in two days?",
    "Cleo swims 12 laps every afternoon, Monday through Friday. How many laps does she swim in five weeks?",
    "Dina can iron a shirt in 10 minutes and a coat in 20 minutes. She spends 2 hours ironing shirts and 3 hours ironing coats. How many pieces of clothes did she iron?",
    "Eli has 9 carts and 16 vans. How many wheels are there?",
    "Fay saved $120 in 4 months. How much did she save each year?",
    "Gus has 20 plums and Hal has 30 plums. He lost 4 of them. How many plums are left with Hal?",
    "Ian worked 12 hours. Jan worked one-third as long and Kim worked twice as long. How many hours did they work in total?",
    "Lou bought 3 pens for $2 each. He paid $20. How much did he spend?",
    "Amir has three times as many cards as Bea. Bea has 8 more than Cal, who has 28 cards. How many cards do Amir and Cal have?",
]


@pytest.mark.parametrize("problem", DECLINED, ids=[p[:30] for p in DECLINED])
def test_what_is_not_clear_is_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_every_rule_is_used_and_defined() -> None:
    assert TALES.grammar.undefined() == set()
    assert TALES.grammar.unreachable(CLAUSE, JOINT) == set()


@pytest.mark.parametrize("verb", ["buy", "walk", "memorize", "carry", "plan", "sell"])
def test_a_past_tense_is_that_of_its_verb(verb: str) -> None:
    assert verb_of(past(verb)) == verb


NAMES = st.sampled_from(["Ada", "Boris", "Carmen", "Dmitri"])
THINGS = st.sampled_from(["pens", "lamps", "melons", "kites"])
small = st.integers(2, 40)


@settings(max_examples=15, deadline=None)
@given(NAMES, THINGS, small, small, small)
def test_trays_with_so_many_each_and_some_given_away(
    name: str, things: str, n: int, k: int, lost: int
) -> None:
    problem = f"{name} has {n} boxes. Each box holds {k} {things}. {name} has {lost} more {things} on a shelf. How many {things} are in the boxes?"
    assert is_declined(read, problem) or solve(read, problem)[1] == str(n * k)


@settings(max_examples=15, deadline=None)
@given(NAMES, THINGS, small, small, small, small)
def test_two_kinds_bought(name: str, things: str, n: int, p: int, m: int, q: int) -> None:
    problem = f"{name} went to a market. {name} bought {n} {things} for ${p} each and {m} stools for ${q} each. How much did {name} spend in total?"
    task, found, _ = solve(read, problem)
    assert found == str(n * p + m * q)
    assert verdict(task, found) is True


@settings(max_examples=15, deadline=None)
@given(small, small, small)
def test_rates_by_the_hour(rate: int, hours: int, days: int) -> None:
    problem = f"Edda paints {rate} tiles an hour. She works {hours} hours a day. How many tiles does she paint in {days} days?"
    assert solve(read, problem)[1] == str(rate * hours * days)


@settings(max_examples=15, deadline=None)
@given(small, small, small)
def test_what_is_left_after_changes(first: int, gain: int, loss: int) -> None:
    problem = f"Farid had {first + loss} shells. He found {gain} more shells. Then he lost {loss} shells. How many shells does he have left?"
    assert solve(read, problem)[1] == str(first + gain)
