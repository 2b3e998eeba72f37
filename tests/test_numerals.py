"""Numbers in words: what is written out is read back, what is no numeral is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.reader.numerals import chinese_value, english_value, in_digits

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_english(n: int, joiner: str) -> str:
    """The number in words; `joiner` stands behind "hundred"."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            return f"{in_english(n // size, joiner)} {name}" + (
                f" {in_english(rest, joiner)}" if rest else ""
            )
    if n >= 100:
        return f"{ONES[n // 100]} hundred" + (joiner + in_english(n % 100, joiner) if n % 100 else "")
    if n >= 20:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    return ONES[n]


def in_chinese(n: int) -> str:
    """The number as a Chinese numeral."""
    for size, sign in ((10**8, "亿"), (10**4, "万")):
        if n >= size:
            rest = n % size
            gap = "零" if rest and rest < size // 10 else ""
            return in_chinese(n // size) + sign + gap + (in_chinese(rest) if rest else "")
    digits, text, gap = "零一二三四五六七八九", "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        d = n // size % 10
        if d:
            text += ("零" if gap and text else "") + digits[d] + sign
        gap = d == 0
    return text or "零"


@given(st.integers(0, 10**12 - 1), st.sampled_from([" ", " and "]))
def test_english_is_read_back(n: int, joiner: str) -> None:
    assert english_value(in_english(n, joiner)) == n


@given(st.integers(0, 10**12 - 1))
def test_chinese_is_read_back(n: int) -> None:
    assert chinese_value(in_chinese(n)) == n


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("the product of twelve thousand and six and 45", "the product of 12006 and 45"),
        ("the sum of forty-five and six million", "the sum of 45 and 6000000"),
        ("the sum of three hundred and forty and sixty", "the sum of 340 and 60"),  # it names two numbers
        ("three hundred and forty and sixty", "three hundred and forty and sixty"),  # 300, 40 and 60?
        ("二十五乘以四千零八十", "25乘以4080"),
        ("add these two numbers", "add these two numbers"),
        ("八分之三", "八分之三"),
        ("第十二项", "第十二项"),
        ("千万别忘", "千万别忘"),
    ],
)
def test_in_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits
