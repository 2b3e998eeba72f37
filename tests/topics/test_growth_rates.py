"""The rate of the same increase or decrease several times over, in both languages."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from solver.topics.numbers.percentages import read
from tests.topics.solved import is_declined, solve, solves

CASES = [
    pytest.param("某种药品原价每盒100元,经过两次降价后每盒81元,若两次降价的百分率相同,求每次降价的百分率。", r"10\%", r"19\%", id="zh price"),
    pytest.param("某种药品原价为36元/盒，经过连续两次降价后售价为25元/盒，求平均每次降价的百分率。", r"\frac{50}{3}\%", r"17\%", id="zh no whole percent"),
    pytest.param("某厂今年产值100万元，计划两年后达到121万元，求平均每年的增长率", r"10\%", r"10.5\%", id="zh years"),
    pytest.param("某公司2021年的利润为100万元，2023年的利润为144万元，求该公司这两年利润的年平均增长率。", "0.2", "0.22", id="zh dated"),
    pytest.param("某工厂一月份的产量是500吨，三月份的产量是720吨，求二、三月份平均每月的增长率", r"20\%", r"22\%", id="zh months"),
    pytest.param("某商品经过两次降价，零售价由原来的每件100元降到每件81元，求平均每次降价的百分率", r"10\%", r"9.5\%", id="zh from and to"),
    pytest.param("The price of a phone was $500. After two equal reductions it was $405. Find the percentage reduction each time.", r"10\%", r"19\%", id="price"),
    pytest.param("A town's population was 10000. After 2 years it had grown to 12100. Find the annual growth rate.", r"10\%", r"21\%", id="years"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "wrong"), CASES)
def test_the_rate_is_found(question: str, answer: str, wrong: str) -> None:
    solves(read, question, answer, wrong)


@pytest.mark.parametrize(
    "question",
    ["某商品原价200元，连续两次涨价后为128元，求平均每次涨价的百分率", "某商品原价200元，先降价10%，再降价20%，求现价", "某厂一月份产值100万元，第一季度共产值364万元，求平均每月的增长率",
     "某商品原价200元，连续两次降价后比原价少72元，求平均每次降价的百分率", "某公司2021年的利润为100万元，2023年的利润为144万元，求该公司这三年利润的年平均增长率。",
     "某商品原价100元，经过两次降价后为81元，第一次降价10%，求第二次降价的百分率", "某厂今年产值100万元，两年后达到121万元，求第二年的增长率",
     "The price was $500. After two reductions it was $405. Find the first percentage reduction."],
)  # fmt: skip
def test_what_is_no_equal_rate_is_declined(question: str) -> None:
    assert is_declined(read, question)


@given(st.integers(1, 60), st.integers(2, 3), st.booleans())
def test_the_rate_leads_from_the_first_amount_to_the_last(percent: int, times: int, falls: bool) -> None:
    start = 100**times
    end = (100 - percent if falls else 100 + percent) ** times
    word = "降价" if falls else "涨价"
    _, answer, value = solve(
        read, f"某商品原价{start}元，连续{times}次{word}后为{end}元，求平均每次{word}的百分率"
    )
    assert value == sp.Rational(percent, 100) and answer == rf"{percent}\%"
