"""The tutor in lm-evaluation-harness: solutions come out, and three graders read them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

pytest.importorskip("lm_eval", reason="lm-evaluation-harness is not installed (requirements-dev.txt)")

from evaluation.harness import scoring
from evaluation.harness.model import StepwiseLM


def test_the_tutors_solutions_are_graded() -> None:
    asked = [("Solve x + 3 = 5.", "2"), ("Factor x^2 - 9.", "(x-3)(x+3)"), ("Solve x + 3 = 5.", "4")]
    told = StepwiseLM().generate_until([SimpleNamespace(args=(text, {})) for text, _ in asked])
    marks = [
        scoring.process_results(
            {"id": "1", "dataset": "own", "question": text, "answer": answer, "choices": None}, [solution]
        )["equal"]
        for (text, answer), solution in zip(asked, told, strict=True)
    ]
    assert marks == [1.0, 1.0, 0.0]


def test_no_box_is_no_answer() -> None:
    assert set(scoring.process_results({}, ["I do not know."]).values()) == {0.0}
