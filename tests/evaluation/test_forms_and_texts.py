"""Whether an answer has the form that was asked for, and the second grader, which compares texts."""

from __future__ import annotations

import pytest

from evaluation.grader.exact_match import exact_match, spelled
from evaluation.grader.form_asked import form_kept
from evaluation.grader.options import judge

FORMS = [
    ("Write the solution as an ordered pair.", "(2, -3)", "2, -3"),
    ("Write the solution as an ordered pair.", "x=2, y=-3", "x=2"),
    ("Give all ordered pairs $(x,y)$.", "(1,2),(2,1)", "1, 2"),
    ("Find the ordered triple $(a,b,c)$.", "(a, b, c) = (1, 2, 3)", "1, 2, 3"),
    ("Find the prime factorization of 60.", "2^2 \\cdot 3 \\cdot 5", "4 \\cdot 15"),
    ("Convert $(0,3)$ to polar coordinates, with $r > 0$ and $0 \\le \\theta < 2\\pi$.", "(3, \\frac{\\pi}{2})", "(3, \\frac{5\\pi}{2})"),
    ("Enter your answer in polar coordinates, where $r > 0$.", "(2, 0)", "(-2, \\pi)"),
    ("Convert to polar coordinates.", "(2, \\pi)", "r=2"),
    ("结果精确到0.01。", "3.14", "3.142"),
    ("精确到0.1", "2.7", "2.72"),
    ("Round to the nearest $0.001$.", "0.333", "0.33"),
    ("结果保留两位小数。", "5.00", "5"),
    ("精确到十分位", "3.1", "3.14"),
    ("Round to the nearest hundred.", "1,200", "1,234"),
    ("Round to the nearest ten thousand.", "6,290,000", "6,287,220"),
    ("Round to 2 d.p.", "3.14", "3.142"),
    ("Round to the nearest cent.", "$4.50", "4.5"),
    ("Round to the nearest tenth.", "0.3", "\\frac13"),
    ("Round to 3 decimal places.", "1.414", "1.41"),
    ("Express in simplest radical form.", "2\\sqrt{3}", "\\sqrt{12}"),
    ("Express in simplest radical form.", "\\frac{\\sqrt{2}}{2}", "\\frac{1}{\\sqrt{2}}"),
    ("Express in simplest radical form.", "5\\sqrt2", "7.07"),
    ("Express your answer as a common fraction.", "\\frac{3}{4}", "0.75"),
    ("Express your answer as a common fraction.", "\\frac{7}{4}", "1\\frac{3}{4}"),
    ("Express your answer as a common fraction.", "3/4", "\\frac{6}{8}"),
    ("Express your answer as a mixed number.", "1\\frac{3}{4}", "\\frac{7}{4}"),
    ("用带分数表示。", "2\\frac{1}{3}", "\\frac73"),
    ("Write in scientific notation.", "3.2 \\times 10^{5}", "320000"),
    ("Write in scientific notation.", "3.2\\times10^{-4}", "32 \\times 10^{-5}"),
    ("用科学记数法表示", "1.5\\times 10^8", "150000000"),
    ("Write the answer in interval notation.", "(-\\infty, 3]", "x \\le 3"),
    ("用区间表示。", "(2,5)", "2<x<5"),
    ("Write the number as a percent.", "45\\%", "0.45"),
    ("Express it as a decimal.", "0.45", "\\frac{9}{20}"),
    ("Express it as a decimal.", "0.\\overline{27}", "\\frac{3}{11}"),
    ("Express it as a decimal.", "0.\\dot{2}\\dot{7}", "\\frac{3}{11}"),
    ("Leave your answer in terms of $\\pi$.", "12\\pi", "37.7"),
    ("Factor $x^2-9$.", "(x-3)(x+3)", "x^2-9"),
    ("Expand $(x+1)^2$.", "x^2+2x+1", "(x+1)^2"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "kept", "missed"), FORMS)
def test_the_form_that_was_asked_for(question: str, kept: str, missed: str) -> None:
    assert (form_kept(question, kept), form_kept(question, missed)) == ("kept", "missed")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is 1 + 1?", "2"),
        ("Express it as a fraction or a decimal.", "0.5"),
        ("Express your answer as a common fraction.", "3"),
        ("Express it as a mixed number.", "4"),
        ("What was his gain percent?", "12"),
        ("Write the number in standard form.", "458"),
        ("What is the integer closest to x?", "7/2"),
        ("The side was measured to the nearest metre.", "2.25"),
        ("Express in simplest radical form.", "7"),
    ],
)
def test_nothing_is_said_where_nothing_is_asked_or_left_to_do(question: str, answer: str) -> None:
    assert form_kept(question, answer) == ""


def test_the_units_of_an_answer_are_not_its_form() -> None:
    assert form_kept("Round to the nearest tenth.", "3.1 \\text{ cm}") == "kept"
    assert form_kept("精确到0.1", "3.1厘米") == "kept"


def test_a_wrongly_rounded_value_keeps_the_form_and_is_wrong() -> None:
    assert form_kept("Round π to the nearest hundredth.", "3.15") == "kept"
    assert judge("3.15", "3.14") == "different" and judge(r"\pi", "3.14") == "equal"


@pytest.mark.parametrize(
    ("answer", "reference", "same"),
    [
        (r"\dfrac{1}{2}", r"\frac12", True),
        (r"\frac1{72}", r"\frac{1}{72}", True),
        (r"\left(2, 3\right)", "(2,3)", True),
        ("x = 3", "3", True),
        ("0.5", "1/2", True),
        (".5", "0.5", True),
        (r"10\%", "10", True),
        (r"\$5", "5", True),
        (r"5 \text{ cm}", "5", True),
        (r"\sqrt2", r"\sqrt{2}", True),
        ("90^\\circ", "90", True),
        ("x+1", "1+x", False),
        ("0.75", r"\frac{3}{4}", False),
        (r"2\sqrt{3}", r"\sqrt{12}", False),
        ("(3,2)", "(2,3)", False),
        ("-5", "5", False),
        ("a+b = 3", "3", False),
    ],
)
def test_texts_are_compared_letter_by_letter(answer: str, reference: str, *, same: bool) -> None:
    assert exact_match(answer, reference) == same == exact_match(reference, answer)
    assert spelled(spelled(answer)) == spelled(answer)


@pytest.mark.parametrize(
    ("answer", "same"), [("B", True), ("(b)", True), (r"\text{(B)}", True), ("A", False), ("2", False), ("B. 2", False)]
)  # fmt: skip
def test_of_options_only_the_letter_counts(answer: str, *, same: bool) -> None:
    assert exact_match(answer, "B", choices=["1", "2"]) == same
