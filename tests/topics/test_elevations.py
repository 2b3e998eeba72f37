"""Heights and distances by an angle of elevation or depression; ladders, kites, shadows."""

from __future__ import annotations

import pytest

from solver.topics.geometry import elevations
from tests.topics.solved import is_declined, solve, verdict, whole_table


@pytest.mark.parametrize(
    ("problem", "answer", "wrong"),
    [
        ("A ladder 10 m long leans against a vertical wall and makes an angle of 60° with the ground. How high up the wall does it reach?", r"5 \sqrt{3}", "5"),
        ("A ladder 8 m long makes an angle of 30° with the wall. How high up the wall does it reach?", r"4 \sqrt{3}", "4"),
        ("A 6 m ladder leans against a wall. The angle between the ladder and the ground is 60°. How far is the foot of the ladder from the wall?", "3", r"3\sqrt{3}"),
        ("A ladder leans against a wall with its foot 3 m from the wall. It makes an angle of 60° with the ground. How long is the ladder?", "6", "3"),
        ("From a point 50 m from the foot of a tower the angle of elevation of the top is 30°. Find the height of the tower.", r"\frac{50 \sqrt{3}}{3}", r"50\sqrt{3}"),
        ("The angle of elevation of the top of a tower from a point on the ground, 30 m away from the foot of the tower, is 30°. Find the height of the tower.", r"10 \sqrt{3}", "10"),
        ("From the top of a cliff 60 m high the angle of depression of a boat is 30°. How far is the boat from the foot of the cliff?", r"60 \sqrt{3}", r"20\sqrt{3}"),
        ("A kite is flying at the end of a string 100 m long. The string makes an angle of 60° with the horizontal. How high is the kite above the ground?", r"50 \sqrt{3}", "50"),
        ("A tree 10 m tall casts a shadow 10 m long. Find the angle of elevation of the sun.", r"45^{\circ}", "30°"),
        ("A building casts a shadow 20 m long when the angle of elevation of the sun is 60°. How tall is the building?", r"20 \sqrt{3}", "20"),
        ("小明在距离旗杆底部12米处测得旗杆顶端的仰角为30°,求旗杆的高度.", r"4 \sqrt{3}", r"12\sqrt{3}"),
        ("在离塔底部20米处测得塔顶的仰角为60°,求塔高.", r"20 \sqrt{3}", "20"),
        ("一架长10米的梯子斜靠在墙上,梯子与地面成60°角,求梯子顶端离地面的高度.", r"5 \sqrt{3}", "5"),
        ("从一座高为30米的灯塔顶部测得海面上一艘小船的俯角为30°,求小船到灯塔底部的距离.", r"30 \sqrt{3}", r"10\sqrt{3}"),
    ],
)  # fmt: skip
def test_one_triangle(problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(elevations.read, problem)
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(
    "problem",
    [
        # eyes above the ground, two upright things, two places, a hill below, what is known already, sides alone
        "A boy whose eyes are 1.5 m above the ground stands 20 m from a tree. The angle of elevation of the top of the tree is 45°. Find the height of the tree.",
        "From the top of a building 20 m high, the angle of elevation of the top of a tower is 30°. Find the height of the tower.",
        "From a point A the angle of elevation of the top of a tower is 30°, and from a point B 20 m nearer it is 45°. Find the height of the tower.",
        "A tower on a hill is seen from a point 50 m from the foot of the hill. The angle of elevation of the top is 30°. Find the height of the tower.",
        "From a point 50 m from the foot of a tower the angle of elevation of the top is 30°. Find the distance of the boat from the tower.",
        "From a point 50 m from the foot of a tower the angle of elevation of the top is 95°. Find the height of the tower.",
        "A ladder 10 m long leans against a wall. How high up the wall does it reach?",
        "小明身高1.6米,在距离旗杆底部12米处测得旗杆顶端的仰角为30°,求旗杆的高度.",
        "在距离旗杆底部12米处测得教学楼顶端的仰角为30°,求教学楼的高度.",
        "A ladder 10 feet long leans against a wall with its foot 2 m from the wall. It makes an angle of 60° with the ground. How long is the ladder?",
    ],
)
def test_left(problem: str) -> None:
    assert is_declined(elevations.read, problem)


def test_a_rounded_height() -> None:
    problem = "A man stands 40 m from the base of a tree. The angle of elevation of the top of the tree is 35°. Find the height of the tree, correct to 1 decimal place."
    assert solve(whole_table, problem)[1] == "28.0"
