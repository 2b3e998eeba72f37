"""Pairs of answer and reference, equal and not: every fault of the grader becomes one more row of a file in `pairs/`.

A row is a mark, an answer and a reference, with tabs between them. `=`: equal. `≠`: not equal. `~`: equal, and known to be judged
too strictly; a grader that reads one of these turns its mark.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest

from evaluation.grader.comparing import compare
from evaluation.grader.options import judge
from evaluation.grader.values import Equality
from evaluation.grading import Judge
from evaluation.rows import Record
from evaluation.verdicts import grade
from tests.breadth import spread

FILES = sorted((Path(__file__).parent / "pairs").glob("*.tsv"))


def pairs() -> Iterator[tuple[str, str, str]]:
    """The rows of all files."""
    for file in FILES:
        yield from rows(file)


def rows(file: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of a file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        mark, answer, reference = line.split("\t")
        yield mark, answer, reference


ASKED = sorted((Path(__file__).parent / "asked").glob("*.tsv"))


class Here:
    """Judges in this process."""

    async def grade(
        self, answer: str, reference: str, *, choices: Sequence[str] | None = None, ordered: bool = False
    ) -> Equality:
        """As `Judge` does, which is bounded."""
        return judge(answer, reference, choices=choices, ordered=ordered)


@pytest.mark.wide
@pytest.mark.parametrize("file", [pytest.param(f, id=f.stem) for f in ASKED])
def test_pairs_with_their_questions(file: Path) -> None:
    """A fourth column has the question, where it decides; `=` is right and in the form that is asked for."""
    wrong, here = [], cast(Judge, Here())
    for line in spread(file.read_text(encoding="utf-8").splitlines(), share=3):
        mark, answer, reference, question = line.split("\t")
        graded = asyncio.run(grade(here, Record("a", "toy", question, reference), answer))
        if (graded.verdict == "right" and graded.form != "missed") is not (mark == "="):
            wrong.append(line)
    assert wrong == []


CHOICES = ["12", r"\frac{1}{2}", "100 m", "1 : 2", "0.25", "None of these"]


@pytest.mark.wide
@pytest.mark.parametrize("file", [pytest.param(f, id=f.stem) for f in FILES])
def test_pairs(file: Path) -> None:
    """Files, not rows: there are thousands, and a test of its own costs more than most of them."""
    tried = spread(list(rows(file)), share=3)
    assert tried
    wrong = [
        (mark, answer, reference)
        for mark, answer, reference in tried
        if (judge(answer, reference) == "equal") is not (mark == "=")
    ]
    assert wrong == []


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
        ("a", "A", "equal"),
        ("b", "A", "different"),
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
    assert judge("M", "B", choices=["$Y$", "$M$", "$O$", "$T$"]) == "equal"
    assert judge("O", "B", choices=["$Y$", "$M$", "$O$", "$T$"]) == "different"


def test_two_options_of_one_value_cannot_be_told_apart_by_value() -> None:
    assert judge("1/2", "A", choices=["0.5", r"\frac12", "3"]) == "undecided"
    assert judge("A", "A", choices=["0.5", r"\frac12", "3"]) == "equal"


def test_options_as_files_write_them() -> None:
    angles = [r"${{90}^{{}^{}\circ }}$", r"${{82.5}^{{}^{}\circ }}$", r"$60{}^{}\circ $"]
    assert [judge(r"\frac{165}{2}", key, choices=angles) for key in "ABC"] == [
        "different",
        "equal",
        "different",
    ]
    assert judge("60", "C", choices=angles) == "equal"
    orders = [r"$a ~\textless{} ~b ~\textless{} ~c$", r"$b ~\textless{} ~c ~\textless{} ~a$"]
    assert judge("b < c < a", "B", choices=orders) == "equal"


@pytest.mark.parametrize("last", ["None of the above", "以上都不对"])
def test_none_of_the_options(last: str) -> None:
    choices = ["45", "55", "65", last]
    assert judge("2", "D", choices=choices) == "equal"
    assert judge("45", "D", choices=choices) == "different"
    assert judge("2", "A", choices=choices) == "different"
