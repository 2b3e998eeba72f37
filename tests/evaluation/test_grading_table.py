"""Pairs of answer and reference, equal and not: every fault of the grader becomes one more row."""

from __future__ import annotations

import pytest

from evaluation.comparing import compare
from evaluation.options import judge

EQUAL = [
    # text
    ("7", "7"),
    (r"$7$", "7"),
    (r"\boxed{7}", "7"),
    ("7.", "7"),
    (r"\left( 2,\,3 \right)", "(2,3)"),
    # numbers
    ("3/4", "0.75"),
    ("0.75", r"\frac{3}{4}"),
    (r"\frac34", r"\dfrac{3}{4}"),
    (r"\frac{6}{8}", "3/4"),
    (r"3\frac{1}{2}", "7/2"),
    ("-0.5", r"-\frac{1}{2}"),
    (r"\frac{-1}{2}", r"-\frac12"),
    (".5", "0.5"),
    ("2.50", "2.5"),
    ("1,000", "1000"),
    ("325950", "325,950"),
    (r"32,\!000", "32000"),
    ("1,234,567", "1234567"),
    ("1000000", "10^6"),
    (r"1.2\times 10^{5}", "120000"),
    ("1.5e-07", r"1.5\times 10^{-7}"),
    ("2**10", "1024"),
    (r"0.\overline{3}", r"\frac{1}{3}"),
    (r"0.1\overline{6}", "1/6"),
    (r"12\%", "0.12"),
    ("12.5%", r"\frac18"),
    (r"12\%", "12%"),
    ("−3", "-3"),
    ("--4", "4"),
    # exact values
    (r"2\sqrt{3}", r"\sqrt{12}"),
    (r"\frac{1}{\sqrt{2}}", r"\frac{\sqrt{2}}{2}"),
    ("sqrt(50)", r"5\sqrt{2}"),
    (r"\sqrt[3]{16}", r"2\sqrt[3]{2}"),
    (r"\sqrt{3+2\sqrt{2}}", r"1+\sqrt2"),
    ("-20*sqrt(13) - 22", r"-22-20\sqrt{13}"),
    ("12π", r"12\pi"),
    (r"\frac{7\pi}{6}-\frac{\sqrt3}{2}", r"\frac{7}{6}\pi - \frac{\sqrt{3}}{2}"),
    (r"\ln 4", r"2\ln 2"),
    (r"\log_2 8", "3"),
    ("11-10i", "11 - 10 i"),
    (r"\frac{1+i}{2}", r"\frac{1}{2}+\frac{i}{2}"),
    (r"\frac{8i}{6-7i}", r"\frac{48 i-56}{85}"),
    ("1/i", "-i"),
    (r"\sin\frac{\pi}{6}", r"\frac12"),
    ("5!", "120"),
    (r"\binom{5}{2}", "10"),
    # rounded references
    (r"3000\sqrt{2}", "4242.64"),
    (r"\frac{1}{3}", "0.333"),
    (r"\pi", "3.14"),
    (r"10000\cdot 1.05^{7}", "14071.00"),
    ("4242.64", "4,242.64"),
    # polynomials and functions
    ("(x+1)^2", "x^2+2x+1"),
    ("x**2 + 2*x + 1", r"(x+1)^{2}"),
    ("-4n+10", "10-4 n"),
    (r"\frac{3(x-2)}{4(x+2)}", r"\frac{3x-6}{4x+8}"),
    ("(k - 37)**2*(k + 456)", "(k+456)(k-37)(k-37)"),
    (r"\frac{x^2-1}{x-1}", "x+1"),
    (r"2\sin x\cos x", r"\sin 2x"),
    (r"e^{2x}", r"(e^x)^2"),
    (r"\frac{x^3}{3}+C", r"\frac{1}{3}x^3+C"),
    (r"\frac{x^3}{3}+C_1", r"\frac{x^3}{3}+C"),
    (r"\frac{(x+1)^2}{2}+C", r"\frac{x^2}{2}+x+C"),
    (r"16 a^{12} b^{12}", "(2a^3b^3)^4"),
    ("g**(2938/5)", r"g^{\frac{2938}{5}}"),
    # names
    ("x=2", "2"),
    ("2", "x=2"),
    ("x = 2", "x=2"),
    ("h=3v/(πr^2)", r"h=\frac{3 v}{\pi r^{2}}"),
    (r"\frac{3v}{\pi r^2}", r"h=\frac{3 v}{\pi r^{2}}"),
    ("f(x)=2x+1", "y=2x+1"),
    (r"f^{-1}(x)=-\frac{4x}{3}", r"-\frac{4}{3}x"),
    (r"y=\frac{5+4x}{5}", r"f^{-1}(x)=\frac{5+4 x}{5}"),
    ("f(x)=2x", "f(x) = x+x"),
    (r"2\cdot 3=6", "6"),
    # lists
    ("2, 3", "3, 2"),
    (r"x=2,\ x=3", "3,2"),
    ("x=2 or x=3", "2, 3"),
    ("x = 2 或 x = 3", "3, 2"),
    (r"x=2 \text{ or } x=3", r"\{2,3\}"),
    ("x_1=2, x_2=-1", "-1, 2"),
    (r"\pm 2", "2,-2"),
    (r"x=\pm\sqrt{2}", r"\sqrt2, -\sqrt2"),
    (r"\frac{5+i\sqrt{215}}{5},\frac{5-i\sqrt{215}}{5}", r"\frac{5\pm i\sqrt{215}}{5}"),
    (r"-3, 2, -2, 1", r"-3, \pm 2,1"),
    (r"\{1,2,3\}", r"\{3,2,1\}"),
    ("{1, 2}", r"\left\{2,1\right\}"),
    ("2；29", "2; 29"),
    ("25, 100, 55", "25,100,55"),
    ("x=1, y=2", "y=2, x=1"),
    ("(x,y)=(1,2)", "x=1, y=2"),
    ("x=1, y=2", "(1,2)"),
    ("(1,2)", "x=1,y=2"),
    ("x=1, y=2", "1, 2"),
    ("x=3", r"\{3\}"),
    ("(1,2),(3,4)", "(3,4),(1,2)"),
    # points, intervals, matrices
    ("(0.5, 2)", r"\left(\frac12,2\right)"),
    (r"\left(-\frac53, \frac23\right)", "(-5/3,2/3)"),
    (r"(-\infty,-3]", r"x\le -3"),
    (r"x\ge 2", r"[2,\infty)"),
    ("0<x<1", "(0,1)"),
    (r"0 < x \le 1", "(0,1]"),
    ("1>x>0", "0<x<1"),
    ("3>x", "x<3"),
    ("x<1 or x>2", r"(-\infty,1)\cup(2,\infty)"),
    ("x>2 or x<1", "x<1, x>2"),
    (r"(2,\infty)\cup(-\infty,1)", r"(-\infty,1) \cup (2,+\infty)"),
    (r"x\ne 2", r"(-\infty,2)\cup(2,\infty)"),
    (r"x \in (0,1]", "(0,1]"),
    ("x>-1 and x<3", "(-1,3)"),
    (r"\mathbb{R}", r"(-\infty,\infty)"),
    ("all real numbers", r"\mathbb{R}"),
    ("[0,1)", r"[0.0, \frac22)"),
    (r"\begin{pmatrix}2/5\\-1/5\end{pmatrix}", r"\left[\begin{matrix}\frac25\\-\frac15\end{matrix}\right]"),
    (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"),
    (r"(1,2)", r"\begin{pmatrix}1\\2\end{pmatrix}"),
    (r"\left[\begin{array}{cc}1&0\\0&1\end{array}\right]", r"\begin{pmatrix}1&0\\0&1\end{pmatrix}"),
    # equations
    (r"x^2+2x+\frac{19}{4}=0", r"4x^2+8x+19=0"),
    ("2x-y+1=0", "y=2x+1"),
    ("0=x-2y", "x=2y"),
    ("y < 2x + 1", "2x + 1 > y"),
    ("-y > -2x - 1", "y < 2x+1"),
    # units and words
    ("8.2", r"8.2 \mathrm{mph}"),
    (r"11.6 \mathrm{lb} / \mathrm{in}^{2}", "11.6"),
    ("12 cm", "12"),
    ("12个", "12"),
    (r"24 \text{元}", "24"),
    (r"\$5", "5"),
    (r"60^\circ", "60"),
    ("60°", r"60^{\circ}"),
    ("3 hours", "180 minutes"),
    (r"3 \text{ m}", r"300 \text{ cm}"),
    ("5 square feet", "5"),
    ("Yes", "True"),
    ("No", "False"),
    ("否", "False"),
    ("是", "Yes"),
    (r"\text{False}", "False"),
    ("no solution", r"\emptyset"),
    ("无解", "no real solutions"),
    ("undefined", "不存在"),
    (r"(\text{E})", "E"),
    # ratios and others
    ("3:2", "6:4"),
    ("3:2", "3/2"),
    ("4:1:3", "8:2:6"),
    ("2676b5", "2676b5"),
    ("1210_{3}", "1210_3"),
    (r"\frac\pi2", r"\frac{\pi}{2}"),
]

DIFFERENT = [
    ("3", "1/3"),
    ("2", "2.5"),
    ("2.5", "2"),
    ("1/2", "-1/2"),
    (r"\frac12", r"-\frac12"),
    ("12", "12%"),
    ("12%", "12"),
    ("1.2", "12%"),
    ("0.333", "1/3"),
    ("0.3333333333", r"\frac13"),
    ("1/3", "0.3"),
    ("1/3", "0.334"),
    ("2.25", "2.2"),
    ("1.375", "1.38"),
    ("1.4", r"\sqrt2"),
    (r"\sqrt2", "1.4"),
    ("3.14", r"\pi"),
    (r"\frac{22}{7}", r"\pi"),
    ("100000", "99999.99999"),
    ("99999999999999999998", "99999999999999999999"),
    ("1234567", "1234568"),
    ("1e-30", "0"),
    (r"10^{-30}", r"2\cdot 10^{-30}"),
    (r"10^{-20}\sqrt2", r"2\cdot 10^{-20}\sqrt2"),
    ("x=2", "y=2"),
    ("x=2", "x=3"),
    ("x", "y"),
    ("x", "-x"),
    ("x+1", "y+1"),
    ("x^2", "2x"),
    ("x^2+1", "x^2-1"),
    ("(x+1)^2", "x^2+1"),
    (r"\sqrt{x^2}", "x"),
    ("|x|", "x"),
    ("x^3/3", "x^3/3+C"),
    ("x^3/3+x+C", "x^3/3+C"),
    (r"2\pi", r"\pi"),
    ("1+i", "1-i"),
    ("a", "A"),
    ("b", "B"),
    ("(1,2)", "(2,1)"),
    ("(1,2)", "[1,2]"),
    ("[0,1)", "(0,1]"),
    ("(1,2)", "(1,2,3)"),
    ("(1,2)", "12"),
    ("x=1, y=2", "x=2, y=1"),
    ("x=1, y=2", "(2,1)"),
    ("y=1, x=2", "(1,2)"),
    ("x=1, y=2", "2, 1"),
    ("a=1, b=2", "x=1, y=2"),
    ("x=2, x=3", "x=2, y=3"),
    ("2", "2, 3"),
    ("2, 3", "2"),
    ("2, 3", "2, 3, 4"),
    ("2, 2, 3", "2, 3"),
    ("2, 3, 3", "2, 2, 3"),
    (r"\pm 2", "2"),
    ("2", r"\pm 2"),
    (r"\{1,2\}", r"\{1,3\}"),
    (r"x<-3", r"x\le -3"),
    (r"(-\infty,-3)", r"x\le -3"),
    ("x>3", "x<3"),
    ("0<x<1", r"0\le x\le 1"),
    ("x>2", "y>2"),
    ("x>2", "2"),
    ("x<1", r"(-\infty,1)\cup(2,\infty)"),
    (r"x\ne 2", r"x=2"),
    (r"\mathbb{R}", r"(0,\infty)"),
    (r"\emptyset", r"\mathbb{R}"),
    ("no solution", "0"),
    ("0", "no solution"),
    ("undefined", "no solution"),
    ("infinitely many solutions", "no solution"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\begin{pmatrix}1&3\\2&4\end{pmatrix}"),
    (r"\begin{pmatrix}1\\2\end{pmatrix}", r"\begin{pmatrix}1&2\end{pmatrix}"),
    (r"\begin{pmatrix}1\\2\end{pmatrix}", "(2,1)"),
    ("x^2+2x+19=0", "4x^2+8x+19=0"),
    ("x^2=4", "4"),
    ("y=2x+1", "y=2x-1"),
    ("y=2x+1", "x=2y+1"),
    ("y < 2x+1", "y > 2x+1"),
    ("y < 2x+1", r"y \le 2x+1"),
    ("y = 2x+1", "y < 2x+1"),
    ("-y < -2x-1", "y < 2x+1"),
    ("Yes", "False"),
    ("No", "True"),
    ("是", "否"),
    ("1", "True"),
    ("3 m", "3 cm^2"),
    (r"3 \text{ m}", r"3 \text{ cm}"),
    ("3 hours", "3 minutes"),
    ("5 kg", "5 m"),
    ("5元", "5角"),
    ("3:2", "2:3"),
    ("4:1:3", "4/3"),
    ("3:10", "6:20"),
    ("2676b5", "26765b"),
    ("1210", "1210_3"),
    ("1210_4", "1210_3"),
    ("25100", "25,100,55"),
    ("1000", "1,0,0,0"),
    ("banana", "apple"),
    ("3 apples", "4 apples"),
    ("", "0"),
    ("2^{10}", "2^{11}"),
    ("2x", "2"),
    (r"\frac{a}{b}", r"\frac{b}{a}"),
    ("13.5", "13.50001"),
]

CHOICES = ["12", r"\frac{1}{2}", "100 m", "1 : 2", "0.25", "None of these"]


@pytest.mark.parametrize(("answer", "reference"), EQUAL)
def test_equal(answer: str, reference: str) -> None:
    assert compare(answer, reference) == "equal"


@pytest.mark.parametrize(("answer", "reference"), DIFFERENT)
def test_not_equal(answer: str, reference: str) -> None:
    assert compare(answer, reference) != "equal"


@pytest.mark.parametrize(
    ("answer", "reference", "verdict"),
    [
        ("1, 2, 3", "1, 2, 3", "equal"),
        ("3, 2, 1", "1, 2, 3", "different"),
        (r"0.3,\ \frac13", "0.3, 1/3", "equal"),
        ("b, a", "a, b", "different"),
    ],
)
def test_a_list_keeps_the_order_that_was_asked_for(answer: str, reference: str, verdict: str) -> None:
    assert compare(answer, reference, ordered=True) == verdict


def test_answers_to_several_questions_keep_their_order() -> None:
    assert compare("2; 1", "1; 2") == "different"
    assert compare("1; 2", "1; 2") == "equal"


@pytest.mark.parametrize(
    ("answer", "reference", "verdict"),
    [
        ("A", "A", "equal"),
        ("(A)", "A", "equal"),
        (r"\text{B}", "B", "equal"),
        ("B. 0.5", "B", "equal"),
        ("12", "A", "equal"),
        ("12 cm", "A", "equal"),
        (r"\frac24", "B", "equal"),
        ("100", "C", "equal"),
        (r"100 \text{ m}", "C", "equal"),
        ("1/4", "E", "equal"),
        ("a", "A", "different"),
        ("B", "A", "different"),
        ("13", "A", "different"),
        ("-1/2", "B", "different"),
        ("12", "B", "different"),
        ("F", "A", "different"),
        ("12", "Z", "undecided"),
    ],
)
def test_options(answer: str, reference: str, verdict: str) -> None:
    assert judge(answer, reference, choices=CHOICES) == verdict


def test_options_that_are_letters_themselves() -> None:
    assert (
        judge("C", "A", choices=["C", "B", "A"]) == "undecided"
    )  # the text of A, and the letter of the third
    assert judge("B", "B", choices=["C", "B", "A"]) == "equal"
    assert judge("B", "A", choices=["C", "B", "A"]) == "different"


def test_two_options_of_one_value_cannot_be_told_apart_by_value() -> None:
    assert judge("1/2", "A", choices=["0.5", r"\frac12", "3"]) == "undecided"
    assert judge("A", "A", choices=["0.5", r"\frac12", "3"]) == "equal"
