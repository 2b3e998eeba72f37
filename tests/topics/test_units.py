"""Problems of solver.topics.numbers.units: read whole, solved exactly, checked in another way; the rest declined."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.topics.base import Text
from solver.topics.numbers.units import read
from solver.topics.numbers.units.table import phrases
from solver.topics.numbers.units.task import Conversion
from tests.topics.solved import assert_solved, is_declined, solve, verdict

CASES = [
    ("How many centimeters are there in three fifths of a meter?", "60", "6"),
    ("Convert 2481.5ng to micrograms.", "2.4815", "24.815"),
    ("What is 7/4 of a litre in millilitres?", "1750", "175"),
    ("How many months are there in nineteen halves of a year?", "114", "115"),
    ("What is 3/5 of a hour in minutes?", "36", "35"),
    ("How many minutes are there in three and a half hours?", "210", "180"),
    ("How many minutes are in an hour and a quarter?", "75", "65"),
    ("How many meters are there in one hundred and fifty-one halves of a kilometer?", "75500", "125500"),
    ("What is three hundred and one halves of a litre in millilitres?", "150500", "300500"),
    ("What is three and two fifths of a meter in centimeters?", "340", "500"),
    ("What is twenty-three quarters of a day in hours?", "138", "136"),
    ("What is fourty-two fifths of a litre in millilitres?", "8400", "840"),
    ("Convert 3 hours 25 minutes to minutes", "205", "325"),
    ("How many hours and minutes are in 130 minutes?", r"2,\ 10", r"1,\ 70"),
    ("7 km = ___ m", "7000", "700"),
    ("2.35 km + 480 m - 1.2 km = ? m", "1630", "481.15"),
    ("3 * 250 g = ___ kg", "0.75", "750"),
    ("2小时-45分=?分", "75", "155"),
    ("3.05吨=3吨?千克", "50", "5"),
    ("3.2 m = 3 m ? cm", "20", "2"),
    ("4 weeks is how many days?", "28", "30"),
    ("Convert 54 km/h to m/s", "15", "54"),
    ("Convert 20°C to Fahrenheit", "68", "52"),
    ("Convert -40°F to degrees Celsius", "-40", "40"),
    (r"Convert $5\text{ m}^2$ to $\text{cm}^2$.", "50000", "500"),
    ("How many cubic centimeters are in 1.5 litres?", "1500", "150"),
    ("How many inches are in 4 feet?", "48", "40"),
    ("Convert 1,500 grams to kilograms", "1.5", "15"),
    ("What is 12 in in cm?", "30.48", "30"),
    ("1½ hours in minutes", "90", "330"),
    ("How many centuries are there in 7/4 of a millennium?", r"\frac{35}{2}", "17"),
    ("7千米=(  )米", "7000", "700"),
    ("4小时=多少分钟", "240", "400"),
    ("3.5平方米是多少平方分米", "350", "35"),
    ("2元7角=( )分", "270", "27"),
    ("420分=( )时", "7", "4.2"),
    ("420分=( )元", "4.2", "42"),
    ("3时25分=( )分", "205", "325"),
    ("135分=( )时( )分", r"2,\ 15", r"1,\ 75"),
    ("6吨70千克=( )千克", "6070", "670"),
    ("3公顷=( )平方米", "30000", "3000"),
    ("把2.5吨化成千克", "2500", "250"),
    ("一个半小时是多少分钟", "90", "60"),
    ("四分之三小时是多少分钟", "45", "34"),
    ("把3.07千米改写成用米作单位的数", "3070", "3700"),
    ("1500毫升等于几升几毫升", r"1,\ 500", r"0,\ 1500"),
    ("36千米/时=( )米/秒", "10", "36"),
]

DECLINED = [
    "How many days are there in 3 months?",
    "How many days are in a year?",
    "Convert 3 Mg to g",  # a megagram
    "How many apples are in 3 boxes?",
    "How many kilometers does a car go in 3 hours?",
    "Convert 3 kg to metres",
    "How many meters are there in seven of a kilometer?",
    "How many meters are in one hundred and three quarters of a kilometer?",  # 100 3/4, or 103/4?
    "Convert 5 tons to kilograms",
    "What is 3 fluid ounces in millilitres?",
    "45 minutes is what fraction of an hour?",
    "A rope is 5 m long. How many cm is it?",
    "What is 5 km plus 3 m in cm?",
    "Convert -3 km to m",
    "小明3小时走了多少千米",
    "1年=( )天",
    "5千米=( )千克",
    "3米布做一件衣服，10米布做几件？",
]


@pytest.mark.parametrize(("problem", "expected", "wrong"), CASES)
def test_solved_and_checked(problem: str, expected: str, wrong: str) -> None:
    assert_solved(read, problem, expected, wrong)


@pytest.mark.parametrize("problem", DECLINED)
def test_declined(problem: str) -> None:
    assert is_declined(read, problem)


def test_an_answer_with_its_unit_is_judged_by_its_unit() -> None:
    task, _, _ = solve(read, "Convert 2.5 km to m")
    assert verdict(task, r"2500\text{ m}") is True
    assert verdict(task, r"2500\text{ cm}") is False
    assert verdict(task, r"\frac{5000}{2}") is True
    assert task.check("far") is None


def test_a_settled_letter_is_a_number() -> None:
    task = read(Text("How many minutes are in k hours?", "en", {"k": sp.Rational(5, 2)}))
    assert isinstance(task, Conversion)
    assert verdict(task, "150") is True


def test_every_phrase_has_one_meaning_a_dimension() -> None:
    for phrase, units in phrases().items():
        assert len({u.dimension for u in units}) == len(units), phrase
        assert all(u.size > 0 for u in units)


UNITS = [u for p, units in phrases().items() for u in units if p == u.plural and u.dimension != "temperature"]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.integers(1, 10**6), st.integers(0, 4))
def test_there_is_a_way_back(a: object, b: object, digits: int, places: int) -> None:
    first, second = (u for u in (a, b))
    if first.dimension != second.dimension or first == second:  # type: ignore[attr-defined]
        return
    value = Fraction(digits, 10**places)
    decimal = f"{digits // 10**places}.{digits % 10**places:0{places}d}" if places else str(digits)
    task, answer, found = solve(read, f"Convert {decimal} {first.plural} to {second.plural}.")  # type: ignore[attr-defined]
    assert Fraction(int(sp.Rational(found).p), int(sp.Rational(found).q)) == value * first.size / second.size  # type: ignore[attr-defined]
    assert verdict(task, answer) is True
    assert verdict(task, f"{answer}+1") is False
    for step in task.solution().steps:
        assert "0.0000000000000000000000000000000" not in step


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 200), st.integers(1, 59))
def test_hours_with_minutes_come_apart_again(hours: int, minutes: int) -> None:
    _, total, _ = solve(read, f"{hours}时{minutes}分=(  )分")
    _, parts, _ = solve(read, f"{total}分=(  )时(  )分")
    assert int(total) == 60 * hours + minutes
    assert parts == rf"{hours},\ {minutes}"
