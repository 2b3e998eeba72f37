"""Stories of money, of wholes and their rests, of two kinds with two totals, of shapes and rates: none is answered wrongly, none less than before.

As the app reads them, by both readers of stories. Some ask for what is *not* told plainly: what is still to be done after parts were done, what two
things make together; they were written because one of them was once answered with another quantity than it asks for.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.stories import school, word_problems
from solver.topics.stories.word_problems import values_of
from tests.breadth import spread, wide

FOLDER = Path(__file__).parent / "questions"
FLOORS = {"en": 86, "zh": 80}


def answer(question: str, language: str) -> tuple[Fraction, ...] | None:
    text = Text(clean(question), language)  # type: ignore[arg-type]
    return values_of(word_problems.read(text)) or values_of(school.read(text))


@pytest.mark.wide
@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", FLOORS)
def test_answers_are_right_or_not_given(language: str) -> None:
    everything = (FOLDER / f"told_{language}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in spread(everything, share=4)]
    found = {row["id"]: answer(row["question"], language) for row in rows}
    right = {row["id"]: tuple(Fraction(part) for part in row["answer"].split(";")) for row in rows}
    assert not {key: values for key, values in found.items() if values not in (None, right[key])}
    assert sum(values is not None for values in found.values()) >= FLOORS[language] * (
        1 if wide() else 0.9 * len(rows) / len(everything)
    )


@pytest.mark.parametrize(
    ("question", "language"),
    [
        pytest.param("A rower trains 12 km a day for 5 days. How long is the river?", "en", id="not told"),
        pytest.param("3 pens and 2 books cost $13. 6 pens and 4 books cost $26. What does a pen cost?", "en", id="told once"),
        pytest.param("2/5 of the girls of a school of 800 pupils walk and 1/4 of the rest cycle. How many cycle?", "en", id="a share of a part"),
        pytest.param("A fence of 60 m is painted. 1/3 is done in May and 1/4 of the rest in June. How many metres will be done in July?", "en", id="asked for what nobody told"),
        pytest.param("一个长方形的周长是36厘米，长增加4厘米，面积是多少？", "zh", id="a side that grows"),
        pytest.param("一本书240页，第一天看了1/4，第二天看了余下的1/3，第三天看了多少页？", "zh", id="the third day"),
        pytest.param("仓库有900吨货物，第一天运走1/3，另外1/2第二天运走，还剩多少吨？", "zh", id="another half: of the whole or of the rest"),
    ],
)  # fmt: skip
def test_what_is_not_told_is_not_answered(question: str, language: str) -> None:
    assert answer(question, language) is None
