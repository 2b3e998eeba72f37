"""What is typed without a word too much: formulas alone, conditions, missing marks, times of the clock, rules by name; and what is near and must be declined."""

from __future__ import annotations

import pytest

from solver.intake import language_of
from solver.latex import value_of
from solver.ports import Problem
from solver.topics import reading_of
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict

CASES = [
    # question, answer, a wrong one
    ("(2x-3)(3x+1)", "6 x^{2} - 7 x - 3", "6x^2-3"),
    ("3(2x-1)-2(x+4)", "4 x - 11", "4x+5"),
    (r"\((x+2)^2\)", "x^{2} + 4 x + 4", "x^2+4"),
    ("a^5/a^2", "a^{3}", "a^7"),
    ("12a³b / 4ab", "3 a^{2}", "3a^4b^2"),
    ("50 + 20% of 50", "60", "50.2"),
    ("find the value of m 125 x 4 = m ?", "500", "0"),
    ("20% of 50 + 3", "13", "10.6"),
    ("1又2/5的倒数是多少", r"\frac{5}{7}", r"\frac{5}{2}"),
    ("1 2/5 的倒数", r"\frac{5}{7}", r"\frac{5}{2}"),
    ("solve x^2=2x+8, x>0", "x=4", "x=-2"),
    ("已知x^2=9，且x>0，求x", "3", "-3"),
    ("x^2+4=0, x>0", r"\text{no real solution}", "x=2"),
    ("2^x = 8, x>5", r"\text{no real solution}", "x=3"),
    ("If log_a 2 = x and log_a 3 = y, express log_a 12 in terms of x and y", "2 x + y", "x + y"),
    ("log_a 2 = m, log_a 3 = n, 用m,n表示log_a 12", "2 m + n", "m + n"),
    ("The average of five marks is 82. Four of the marks are 78, 90, 85 and 74. What is the fifth mark?", "83", "82"),
    ("Ben took five tests and his average was 82. He scored 78, 90, 85 and 74 on the first four. What did he score on the last test?", "83", "82"),
    ("五次测验的平均分是82分，其中四次是78、90、85、74分，第五次是多少分？", "83", "82"),
    ("A coach left Leeds at 9:47 a.m. and got to London at 1:15 p.m. the same day. How long did the journey take?", r"3\text{ hours}\ 28\text{ minutes}", ""),
    ("一列火车8:45出发，11:20到达，路上用了多长时间？", r"2\text{小时}35\text{分钟}", ""),
    ("The digits of a two-digit number add up to 9; reversed it is 27 more", "36", "63"),
    ("A two-digit number is 4 times the sum of its digits. If 18 is added, its digits are reversed. Find the number.", "24", "36"),
    ("A jacket marked at $65 is on sale for 20% off. Leo hands over a 100-dollar bill. How much change should he get back?", "48", "35"),
    ("Divide $84 between Nina and Omar in the ratio 5:7. How much more does Omar get than Nina?", r"\$14", r"\$49"),
    ("Use the trapezoidal rule with n = 4 to approximate the integral of x^2 from 0 to 1", r"\frac{11}{32}", r"\frac{1}{3}"),
    ("Use Simpson's rule with n = 4 to approximate ∫_0^2 1/(1+x) dx", r"\frac{11}{10}", r"\frac{67}{60}"),
    ("用梯形法（n=4）近似计算∫_0^1 x^2 dx", r"\frac{11}{32}", r"\frac{1}{3}"),
    ("Use the trapezoidal rule with n = 4 subintervals to approximate ∫_0^1 e^(-x^2) dx. Round to four decimal places.", "0.7430", ""),
    ("Write the Maclaurin expansion of ln(1 + 2x) up to and including the x^3 term.", r"2x-2x^{2}+\frac{8}{3}x^{3}", "2x-2x^2"),
    ("X is binomial with n = 20 and p = 0.3. Give E(X) and Var(X).", r"6;\ 4.2", "6; 4"),
    ("X ~ Po(2.5). State the mean and variance.", r"2.5;\ 2.5", "2.5; 6.25"),
    ("Maximize P = 3x + 5y subject to x + y ≤ 8, x + 2y ≤ 12, x ≥ 0, y ≥ 0. State the maximum value and the point where it occurs.", r"32;\ (4, 4)", "30; (0, 6)"),
    ("Minimize 2x+y subject to x+y>=4, x,y>=0", "4", "5"),
]  # fmt: skip
DECLINED = [
    # nothing to do, or more than one thing that could be meant
    "x^2-5x+6", "x^2-9", "f(x+1)", "P(3)", "dy/dx", "(3, 4)", "(x+1)^99", "1/2x", "x/2x+1", "simplify (x+1)/2x", "50 + 20%", "100 - 10%",
    "x^2 = 9 or x > 0", "for all x>0, x^2 = 9", "x^2 = 9 with y > 0", "x^2 > 9 and x = 4", "if x^2 = 9 and x>0 then x+1=4",
    "If log_a 2 = x and log_b 3 = y, express log_a 12 in terms of x and y",
    "Find the x^3 term of the Maclaurin series of sin x",
    "Use the trapezoidal rule with n = 4 to approximate the integral of x^2 from 0 to 1 and find the error.",
    "Use Simpson's rule with n = 3 to approximate ∫_0^2 1/(1+x) dx",
    "Use the trapezoidal rule with n=4 and Simpson's rule to approximate ∫_0^2 x^3 dx",
    "Use the trapezoidal rule with n = 4 to approximate ∫_{-1}^1 1/x dx",
    "将区间[0,2]四等分，用梯形法计算∫_0^1 x^2 dx",
    "X ~ B(n, 0.3). Give E(X)",
    "Minimize C = 2x+y subject to x+y>=4, x>=0, y>=0, and find the area of the region",
    "The average of six marks is 82. Four of the marks are 78, 90, 85 and 74. What is the fifth mark?",
    "The average of five marks is 82. Four of the marks are above 78. What is the fifth mark?",
    "小明五次数学测验的平均成绩是82分，前三次分别是78分、90分、85分，第五次考了多少分？",
    "A coach left Leeds at 9:47 p.m. and got to London at 1:15 a.m. the same day. How long did the journey take?",
    "一列火车8:45出发，途中停留20分钟，11:20到达，路上行驶了多长时间？",
    "The sum of the digits of a two-digit number is 9. When the digits are reversed, the number increases by 28. Find the number.",
    "Share $120 among Ann, Ben and Cal in the ratio 1:2:3. How much does Dan get?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "wrong"), CASES, ids=[row[0] for row in CASES])
def test_read_answered_and_proved(question: str, answer: str, wrong: str) -> None:
    found = reading_of(Problem(question, language_of(question)))
    assert not isinstance(found, Unread), found.fragments
    conclusion = found.task.conclude(value_of(str(run_cell(found.task.solution().cell))))
    assert conclusion is not None and conclusion.answer == answer
    assert verdict(found.task, answer) is True
    assert not wrong or verdict(found.task, wrong) is False


@pytest.mark.parametrize("question", DECLINED)
def test_declined(question: str) -> None:
    assert isinstance(reading_of(Problem(question, language_of(question))), Unread)


def test_what_is_saved_is_not_what_is_paid() -> None:
    question = "A jacket marked at $65 is on sale for 20% off. How much does Leo save?"
    found = reading_of(Problem(question, "en"))
    assert not isinstance(found, Unread)
    conclusion = found.task.conclude(value_of(str(run_cell(found.task.solution().cell))))
    assert conclusion is not None and conclusion.answer == "13"
