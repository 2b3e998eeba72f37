"""A function's letters from values told in sentences: "当x=1时y=3", "y = 5 when x = 2"; and formulas told in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.ports import Problem
from solver.reader.spelled import spelled_out
from solver.topics import read
from solver.topics.base import Reading, Text, Unread
from tests.topics.solved import solve, verdict

small = st.integers(-6, 6)


def whole(text: Text) -> Reading:
    return read(Problem(text.source, text.language))


@settings(max_examples=6, deadline=None)
@given(small.filter(bool), small, small, small, st.sampled_from(range(4)))
def test_a_line_comes_back_from_two_of_its_values(k: int, b: int, p: int, q: int, way: int) -> None:
    if p == q:
        return
    at = [(x, k * x + b) for x in (p, q)]
    told = [
        "在y=kx+b中，" + "，".join(f"当x={x}时，y={y}" for x, y in at) + "，求k和b",
        "在等式y=kx+b中，" + "；".join(f"当x={x}时y={y}" for x, y in at) + "，列方程组求k、b的值",
        "Given y = kx + b with " + " and ".join(f"y = {y} when x = {x}" for x, y in at) + ", find k and b.",
        "y = kx + b. " + ", ".join(f"When x = {x}, y = {y}" for x, y in at) + ". Find k and b.",
    ][way]
    task, answer, value = solve(whole, told)
    assert set(map(int, value)) == {k, b} if k != b else {int(v) for v in value} == {k}
    assert verdict(task, answer) is True


@pytest.mark.parametrize(
    "problem",
    [
        "已知y=kx+b，当x=1时，y=3；当x=1时，y=5，求k和b",
        "已知y=ax²+bx+c，当x=-1时，y=0；当x=2时，y=3，求a、b、c的值",
        "x=2, x=3, y=x. Find y.",
    ],
)
def test_what_does_not_hold_together_is_not_solved_as_if_it_did(problem: str) -> None:
    assert isinstance(read(Problem(problem, "zh" if "求" in problem else "en")), Unread)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("(m+1)的平方加上|n-3|等于0，求m的n次方", "-1"),
        ("高数题求解：∫(lnx)²/x dx，下限1，上限e", r"\frac{1}{3}"),
        ("∫(2x)dx，上限为3，下限为1", "8"),
        ("已知i为虚数单位，复数z＝$\\frac{3-i}{1+i}$，则|z|＝", r"\sqrt{5}"),
        ("请问复数－1＋i的辐角主值是多少（用弧度表示）？", r"\frac{3\pi}{4}"),
        ("Add the complex numbers 2+3i and 4-7i, then give the absolute value of the sum.", r"2 \sqrt{13}"),
        ("The first 3 terms of a geometric sequence of real numbers add up to 14, and the first 6 terms add up to 126. Find the common ratio.", "2"),
        ("Let x and y be real numbers with $x^2+y^2-4x+6y+13=0$. By completing the squares, work out x - y.", "5"),
        ("need x y and z: x+2y+z=3, 3x+y-z=5, 2x-y+4z=1. answers as fractions", ""),
    ],
)  # fmt: skip
def test_formulas_in_words_are_read(problem: str, answer: str) -> None:
    _, found, _ = solve(whole, problem)
    assert not answer or found.replace(" ", "") == answer.replace(" ", "")


@pytest.mark.parametrize("text", ["x的平方根是3", "a与b的平方和", "下限速60,上限速80", "y=$5 and x=$3"])
def test_other_words_stay(text: str) -> None:
    assert spelled_out(text) == text


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("multiply these two : 1,234,567 and 7,654,321 (every digit)", "9449772114007"),
        ("a+b+c=6, 2a-b+3c=18, 5a+2b-c=15 find a b and c", r"a=4,\ b=-1,\ c=3"),
        ("x＋2y＋3z＝11，2x－y－z＝－10，4x＋y＋2z＝－1，xyz各是几", r"x=-2,\ y=5,\ z=1"),
        ("（x－6）²＋｜y＋2x｜＝0 y是几", "-12"),
    ],
)
def test_listed_letters_are_no_product(problem: str, answer: str) -> None:
    _, found, _ = solve(whole, problem)
    assert found.replace(" ", "").replace("y=-12", "-12") == answer.replace(" ", "")
