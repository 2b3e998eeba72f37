"""Problems of solver.topics.discrete.draws: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.discrete.draws import read
from solver.topics.discrete.draws.chances import Alike, Bound, Counts, Draw, InOrder
from tests.topics.solved import is_declined, solve, verdict

LETTERS = [
    ("Three letters picked without replacement from aabbbc. What is prob of picking 2 b and 1 c?", "3/20"),
    (
        "Give prob of picking 1 m and 1 n when two letters picked without replacement from {m: 2, n: 3, o: 5}.",
        "2/15",
    ),
    ("What is prob of sequence gag when three letters picked without replacement from ggaab?", "1/15"),
    ("Two letters picked with replacement from {s: 1, t: 3}. Calculate prob of sequence tt.", "9/16"),
    (
        "Two letters are drawn without replacement from the word LEVEL. Find the probability of the sequence le.",
        "1/5",
    ),
    ("Two letters picked without replacement from ppq. What is prob of sequence qq?", "0"),
]
ENGLISH = [
    ("We flip a fair coin 6 times. What is the probability that we get heads in at least 4 of the 6 flips?", "11/32"),
    ("A bag contains 4 green and 6 white balls. Two balls are drawn at random without replacement. What is the probability that both are white?", "1/3"),
    ("A box holds 4 green balls and 6 white balls. If three balls are drawn at random, find the probability that at least one is green.", "5/6"),
    ("An urn has 4 green and 6 white balls. Two balls are picked with replacement. What is the probability that exactly one is green?", "12/25"),
    ("A jar contains 9 beads: 2 red, 3 blue and 4 black. Two beads are taken at random. What is the probability that they are different colors?", "13/18"),
    ("There are 7 boys and 3 girls in a group. Two students are selected at random. What is the probability that both students are girls?", "1/15"),
    ("Two people are chosen at random from 3 men and 5 women. What is the probability that one is a man and the other is a woman?", "15/28"),
    ("A drawer has 5 black socks and 3 grey socks. You pick two socks at random. Find the probability that they are the same colour.", "13/28"),
    ("A bag contains 5 red and 4 blue counters. A counter is drawn at random and not replaced. Then a second counter is drawn. What is the probability that the first is red and the second is blue?", "5/18"),
    ("A bag contains 5 red and 4 blue counters. A counter is drawn, its colour is noted and it is put back. A second counter is drawn. What is the probability that both are blue?", "16/81"),
    ("A tin has 12 sweets, 5 of which are orange and the rest are lemon. One sweet is picked at random. What is the probability that it is not orange?", "7/12"),
    ("What is the probability of drawing 2 red marbles and 1 blue marble without replacement from a bag containing 3 red and 4 blue marbles?", "12/35"),
    ("A bag has 6 red and 4 blue pens. Ann takes out 2 pens without looking. What is the probability that neither is red?", "2/15"),
    ("A box contains 4 white and 5 black balls. Two balls are drawn out of the box at random. What is the probability that they both are white?", "1/6"),
    ("A bag contains 4 red and 5 blue marbles. Two marbles are selected at random and without replacement. What is the probability that one marble is red and one is blue?", "5/9"),
    ("In a bag, there are 3 red balls and 5 white balls. Take out one ball from the bag. What is the probability that the ball will not be red?", "5/8"),
]  # fmt: skip
CHINESE = [
    ("袋子里有4个红球和5个白球，除颜色外都相同，从中任意摸出2个球，都是白球的概率是多少？", "5/18"),
    ("一个不透明的盒子里装有3个黄球、4个绿球，随机摸出一个球，摸到黄球的概率是____。", "3/7"),
    ("布袋中有4个红球和5个白球，从中任取3个球，求至少有1个红球的概率。", "37/42"),
    ("布袋中有4个红球和5个白球，从中任取3个球，恰好有2个红球的概率是多少？", "5/14"),
    ("袋中装有6个黑球和2个白球，同时摸出两个球，两球颜色不同的概率为多少？", "3/7"),
    ("袋中有6个黑球和2个白球，先摸出一个球，不放回，再摸出一个球，求第一次摸到黑球且第二次摸到白球的概率。", "3/14"),
    ("袋中有6个黑球和2个白球，先摸出一个球，记下颜色后放回，再摸出一个球，求两次都是黑球的概率。", "9/16"),
    ("从5名男生和3名女生中任选2人，恰好选到1名女生的概率是多少？", "15/28"),
    ("口袋里有9个球，其中4个红球，5个白球，任意摸出2个，一红一白的概率是多少？", "5/9"),
]  # fmt: skip
THROWS = [
    ("We roll two fair 6-sided dice. What is the probability that the two numbers rolled sum to 11?", "1/18"),
    ("a fair coin is tossed 4 times . what is the probability of getting at least 3 tails ?", "5/16"),
    ("In a single throw of a die, what is the probability of getting a number greater than 1?", "5/6"),
    ("Two fair dice are rolled. What is the probability that the sum is 8?", "5/36"),
    ("What is the probability of rolling a number less than 3 with a fair die?", "1/3"),
    ("Two dice are thrown. What is the probability that the sum is an odd number?", "1/2"),
    ("If two dice are rolled, find the probability that at least one die shows a 2.", "11/36"),
    ("A coin is flipped 5 times. What is the probability of getting exactly 2 heads?", "5/16"),
    ("Four fair coins are tossed. What is the probability that all the coins land tails?", "1/16"),
    ("同时掷两枚骰子，点数之和大于9的概率是多少？", "1/6"),
    ("掷一枚均匀的骰子，点数是3的倍数的概率是多少？", "1/3"),
    ("抛掷4枚硬币，恰好有3枚正面朝上的概率是多少？", "1/4"),
    ("连续抛掷一枚硬币3次，至少有1次反面朝上的概率。", "7/8"),
]
DECLINED = [
    "A bag contains 5 red and 3 blue marbles. Two cards are drawn at random. What is the probability that both are red?",
    "There are 6 boys and 4 girls in a class. Two boys are chosen at random. What is the probability that both are boys?",
    "A bag contains 5 red and 3 blue marbles. Two are drawn one after the other. What is the probability that both are red?",
    "A bag contains 5 red and x blue marbles. Two are drawn at random. What is the probability that both are red?",
    "A bag contains 5 red and 3 blue marbles. Two are drawn at random. What is the probability that both are red given that one is red?",
    "A bag contains 5 red and 3 blue marbles. Two are drawn at random. What is the probability that both are green?",
    "A bag contains 9 balls, 5 red and 3 blue. One ball is drawn. What is the probability that it is red?",
    "A bag contains 5 red and 3 blue marbles. Then 2 red marbles are added. One is drawn. What is the probability that it is red?",
    "A bag contains 5 red and 3 blue marbles. Two marbles are drawn. What is the probability that the first is red and the second is blue?",
    "A bag contains 5 red and 3 blue marbles. Three marbles are drawn at random. What is the probability that both are red?",
    "Four letters picked without replacement from abc. What is prob of picking 2 a, 1 b and 1 c?",
    "Three letters picked without replacement from abcabc. What is prob of picking 2 a?",
    "Two loaded dice are rolled. What is the probability that the sum is 7?",
    "Two dice are rolled. What is the probability that the product is 12?",
    "A coin is tossed until a head appears. What is the probability of getting exactly 2 tails?",
    "A coin is tossed 3 times. What is the probability of heads?",
    "袋中有5个红球和若干个白球，摸到红球的概率是0.5，白球有几个？",
    "袋中有5个红球和3个白球，依次摸出两个球，都是红球的概率。",
    "袋中有5个红球和3个白球，再放入2个红球，摸到红球的概率是多少？",
    "袋中有5个红球和3个白球，从中任取3个球，两个球都是红球的概率是多少？",
    "掷一枚不均匀的骰子，点数是偶数的概率是多少",
]  # fmt: skip


@pytest.mark.parametrize(("problem", "expected"), [*LETTERS, *ENGLISH, *CHINESE, *THROWS])
def test_solved_and_checked(problem: str, expected: str) -> None:
    task, answer, value = solve(read, problem)
    assert value == sp.Rational(expected)
    assert verdict(task, answer) is True
    assert verdict(task, expected) is True
    assert verdict(task, r"\frac{3}{101}") is False
    assert task.check("I do not know") is None


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


collections = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3), min_size=2, max_size=4)


@settings(max_examples=40, deadline=None)
@given(collections, st.integers(1, 3), st.booleans(), st.data())
def test_the_chance_is_the_share_of_all_orders(
    kinds: dict[str, int], number: int, replaced: bool, data: st.DataObject
) -> None:
    things = [name for name, count in kinds.items() for _ in range(count)]
    name = data.draw(st.sampled_from(sorted(kinds)))
    low = data.draw(st.integers(0, number))
    high = data.draw(st.integers(low, number))
    order = tuple(data.draw(st.lists(st.sampled_from(sorted(kinds)), min_size=number, max_size=number)))
    orders = list(product(things, repeat=number) if replaced else permutations(things, number))
    if not orders:
        return
    for event, fits in (
        (Counts((Bound((name,), low, high),)), lambda o: low <= o.count(name) <= high),
        (InOrder(order), lambda o: o == order),
        (Alike(different=True), lambda o: len(set(o)) == len(o)),
        (Alike(different=False), lambda o: len(set(o)) == 1),
    ):
        draw = Draw(tuple(kinds.items()), number, replaced, event)
        if draw.is_sound:
            assert draw.probability == Fraction(sum(map(fits, orders)), len(orders))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 4), st.data())
def test_chances_of_all_counts_add_up_to_one(red: int, blue: int, number: int, data: st.DataObject) -> None:
    number = min(number, red + blue)
    words = "" if number == 1 else "exactly {k} of them are red"
    if not words:
        return
    total = Fraction(0)
    for k in range(number + 1):
        problem = (
            f"A bag contains {red} red and {blue} blue marbles. {number} marbles are drawn at random. "
            f"What is the probability that exactly {k} of them are red?"
        )
        task, answer, value = solve(read, problem)
        assert verdict(task, answer) is True
        total += Fraction(int(value.p), int(value.q))
    assert total == 1


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 12))
def test_the_chances_of_sums_of_two_dice(total: int) -> None:
    _, _, value = solve(read, f"同时掷两枚骰子，点数之和为{total}的概率是多少？")
    assert value == sp.Rational(6 - abs(total - 7), 36)
