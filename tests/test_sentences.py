"""The solver's sentences: each code once, and both languages say the same of it."""

from __future__ import annotations

from string import Formatter

from solver.sentences import SENTENCES
from solver.sentences.kernels import KERNELS
from solver.sentences.models import MODELS
from solver.sentences.pictures import PICTURES
from solver.sentences.problems import PROBLEMS
from solver.sentences.solutions import SOLUTIONS


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_no_code_stands_in_two_files() -> None:
    files = (PROBLEMS, SOLUTIONS, MODELS, KERNELS, PICTURES)
    assert len(SENTENCES) == sum(map(len, files)), "a later file would hide the sentence of an earlier one"


def test_both_languages_are_filled_with_the_same_values() -> None:
    assert {code for code, (en, zh) in SENTENCES.items() if places(en) != places(zh)} == set()
