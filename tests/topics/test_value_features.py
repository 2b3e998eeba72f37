"""Digits, whole parts and zeros of the value of an expression; sums with dots in expressions; signs for numbers; operations by examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.reader import as_question, clean
from solver.topics.base import Reader
from solver.topics.discrete.series.mixed import read as read_sum
from solver.topics.discrete.series.rows import with_rows
from solver.topics.equations.boxes import read as read_boxes
from solver.topics.expressions.operations.examples import read as read_examples
from solver.topics.numbers.value_features import read as read_feature
from tests.topics.solved import is_declined, solve, verdict

SOLVED: list[tuple[Reader, str, str, str]] = [
    (read_feature, r"$2+4+6+\cdots +38$的个位数是多少？", "0", "2"),
    (read_feature, r"请问算式$25\times 40\times 30$的乘积末尾有多少个连续的零？", "4", "3"),
    (read_feature, r"分数$A=1+\frac{1}{2}+\frac{1}{3}+\cdots +\frac{1}{12}$的整数部分是多少", "3", "4"),
    (read_feature, r"算式$123\times 45$的结果的十位数字是多少", "3", "5"),
    (read_feature, "What is the units digit of 5+8+11+...+98?", "8", "7"),
    (read_feature, "Find the integer part of 1/2 + 100/7.", "14", "15"),
    (read_sum, r"计算：（1+2+3+···+19+20）$\times5-4\times 25=$", "950", "1050"),
    (read_sum, r"计算：$1+2+3+\cdots +30+\cdots +3+2+1=$", "900", "930"),
    (read_sum, r"计算$0.2+0.4+0.6+\cdots +1.8+2+1.8+\cdots +0.4+0.2=$", "20", "11"),
    (read_sum, r"$1003+1002-1001-1000+999+998-997-996+\cdots +7+6-5-4+3+2-1$的计算结果是多少", "1004", "1000"),
    (read_boxes, r"若$\left( \Delta \times 3-4 \right)\times 2=46$，请问$\Delta $代表的数是多少？", "9", "8"),
    (read_boxes, "已知□+□+□=36，□-○=5，那么○=____．", "7", "12"),
    (read_boxes, r"在算式$\square +8=30-9$中，$\square $中应填入什么数才能使算式成立？", "13", "12"),
    (read_boxes, r"$\square $和$\bigcirc $各代表一个数，$\square =\bigcirc +\bigcirc $，$\bigcirc +\square =18$，$\square $-$\bigcirc $=．", "6", "12"),
    (read_boxes, "If (□ + 2) × 5 = 60, find □.", "10", "12"),
    (read_boxes, "□ - 9 = 4 × 6. What number goes in the box?", "33", "24"),
    (read_boxes, "○ + ○ = 18 and ○ - ☆ = 3. What is ☆?", "6", "9"),
    (read_boxes, "☆+○=15,☆-○=7,求○。", "4", "11"),
    (read_sum, "Evaluate 3 × (1 + 2 + 3 + ... + 9) + 5.", "140", "135"),
    (read_feature, "How many zeros are at the end of 25 × 32 + 200?", "3", "2"),
    (read_examples, r"如果$3\oplus 2=3+33$，$2\oplus 4=2+22+222+2222$，那么$5\oplus 3$等于多少", "615", "555"),
    (read_examples, "若2※3=2+3+4，5※4=5+6+7+8，按照这种规则，(6※3)-(4※2)等于多少", "12", "21"),
    (read_examples, "If 2#3 = 2+3+4 and 4#2 = 4+5, find 10#4.", "46", "40"),
]  # fmt: skip
DECLINED: list[tuple[Reader, str]] = [
    (read_feature, "前12个正整数的积，末尾有几个0？"),  # the product, not the sum
    (read_feature, "两位数的个位数字是多少"),
    (read_feature, "2^1000的个位数字是几"),  # too long to be written out
    (read_feature, r"$x+3$的个位数字是多少"),
    (read_sum, r"计算$1+2+4+\cdots +50+\cdots +4+2+1$"),  # no rule
    (read_sum, r"计算$9+8-7-6+5+4-3+\cdots +2-1$"),
    (read_sum, r"求$x+1+2+3+\cdots+10$"),
    (read_boxes, "□ + ○ = 9 and □ - ○ = 1. What number goes in the box and in the circle?"),
    (read_boxes, "If Tom has □ × 3 = 12 apples, what is □?"),
    (read_boxes, "□×○=24，□÷○=6，那么□=____．"),
    (read_boxes, "□+5>8，□里最小填几？"),
    (read_boxes, r"$4\square 5$能被9整除，$\square =$"),
    (read_boxes, "规定△表示一种运算，3△4=10，那么4△3=____．"),
    (read_examples, "若4*2=86，6*3=189，那么10*2等于多少"),  # only values: any rule
    (read_examples, "若3※2=3+5，那么4※3等于多少"),
    (read_examples, "若3※2=3+4，那么x※3等于多少"),
]


@pytest.mark.parametrize(("reader", "problem", "answer", "wrong"), SOLVED)
def test_solved_and_checked(reader: Reader, problem: str, answer: str, wrong: str) -> None:
    task, found, _ = solve(reader, as_question(clean(problem)))
    assert found == answer
    assert verdict(task, answer) is True
    assert verdict(task, wrong) is False


@pytest.mark.parametrize(("reader", "problem"), DECLINED)
def test_declined(reader: Reader, problem: str) -> None:
    assert is_declined(reader, as_question(clean(problem)))


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 9), st.integers(1, 6), st.integers(5, 60))
def test_up_and_down(first: int, step: int, count: int) -> None:
    """A row up to its largest number and down again is that number of terms and one less."""
    row = [first + step * i for i in range(count)]
    listed = (
        f"计算${'+'.join(map(str, row[:3]))}+\\cdots +{row[-1]}+\\cdots +{'+'.join(map(str, row[2::-1]))}$"
    )
    _, found, _ = solve(read_sum, listed)
    assert found == str(2 * sum(row) - row[-1])


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["++--", "+--+", "++-", "+--"]), st.integers(4, 20), st.integers(0, 2))
def test_signs_repeat(signs: str, groups: int, more: int) -> None:
    """Terms with signs that repeat, downwards to 1."""
    size = len(signs)
    count = groups * size + min(more, size - 1)
    terms = [(count - i) * (1 if signs[i % size] == "+" else -1) for i in range(count)]
    written = [f"{v:+d}" for v in terms]
    head, tail = "".join(written[: 2 * size]).removeprefix("+"), "".join(written[-size - 1 :])
    problem = f"计算${head}{written[2 * size][0]}\\cdots {tail}$"
    assert "sum" in with_rows(problem)
    _, found, _ = solve(read_sum, problem)
    assert found == str(sum(terms))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 9), st.integers(2, 5), st.integers(1, 9), st.integers(1, 5), st.booleans())
def test_rule_of_examples(a: int, b: int, c: int, d: int, repeats: bool) -> None:
    """The rule that one example shows is applied to other numbers."""

    def terms(x: int, n: int) -> list[int]:
        return [int(str(x) * (i + 1)) if repeats else x + i for i in range(n)]

    shown = "+".join(map(str, terms(a, b)))
    if not repeats and b == 2 and terms(a, b) == [a, int(str(a) * 2)]:
        return
    _, found, _ = solve(read_examples, f"如果{a}※{b}={shown}，那么{c}※{d}等于多少")
    assert found == str(sum(terms(c, d)))
