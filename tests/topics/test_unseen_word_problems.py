"""Questions in files, most of them written without sight of the program: none is answered wrongly, and no fewer are answered than before.

The files hold questions and answers in the form that `evaluation` reads. What is declined today may be read tomorrow:
then raise the floor. The traps were written against the rules of the grammar; those without an answer are to be declined.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from solver.reader import clean
from solver.topics.base import Text
from solver.topics.stories.word_problems import read, values_of
from tests.breadth import spread

FOLDER = Path(__file__).parent / "questions"
FLOORS = {
    "en": 311,  # and one more that `school` reads by now
    "zh": 329,
    "everyday_en": 55,
    "everyday_zh": 48,
    "traps_en": 85,
    "errands_en": 46,
    "errands_zh": 24,
}
LONG = ("en", "zh")


def rows(name: str) -> list[dict[str, str]]:
    lines = (FOLDER / f"word_problems_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def tried(name: str) -> list[dict[str, str]]:
    """Of the two long files one row of five at each `make test`, of the others one of two; of the traps every row."""
    return rows(name) if name == "traps_en" else spread(rows(name), share=5 if name in LONG else 2)


def answer(question: str, language: str) -> list[Fraction] | None:
    reading = read(Text(clean(question), language))  # type: ignore[arg-type]
    values = values_of(reading)
    return None if values is None else list(values)


@pytest.mark.wide
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", FLOORS)
def test_answers_are_right_or_not_given(name: str) -> None:
    wrong, right = [], 0
    share = 1 if len(tried(name)) == len(rows(name)) else 0.9 * len(tried(name)) / len(rows(name))
    for row in tried(name):
        values = answer(row["question"], name[-2:])
        if values is None:
            continue
        if row["answer"] and values == [Fraction(part) for part in row["answer"].split(";")]:
            right += 1
        else:
            wrong.append((row["id"], [str(v) for v in values]))
    assert not wrong
    assert right >= share * FLOORS[name]


@pytest.mark.wide
@pytest.mark.parametrize("template", ["  {} ", " ${}$ "], ids=["spaces", "TeX"])
def test_how_a_number_is_set_does_not_matter(template: str) -> None:
    """Problem collections write 每本 $12$ 元 and 每本 12 元 for 每本12元."""
    whole = re.compile(r"(?<![\d/.:%])\d+(?:\.\d+)?(?![\d/.:%])")
    for row in spread(rows("everyday_zh")):
        if "$" not in row["question"]:
            written = whole.sub(lambda m: template.format(m[0]), row["question"])
            assert answer(written, "zh") == answer(row["question"], "zh"), written
