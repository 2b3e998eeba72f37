"""The examples that the page offers to click on: each is solved, and proved."""

from __future__ import annotations

from typing import get_args

import pytest

from solver.latex import value_of
from solver.ports import Language, Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.topics.run_cell import run_cell
from tests.topics.solved import verdict
from ui.examples import EXAMPLES

LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language in LANGUAGES for texts in EXAMPLES[language].values() for text in texts],
)
def test_an_example_is_solved_and_proved(language: Language, text: str) -> None:
    task = read(Problem(text, language))
    assert not isinstance(task, Unread), task.fragments
    conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
    assert conclusion is not None
    assert verdict(task, conclusion.answer) is True
