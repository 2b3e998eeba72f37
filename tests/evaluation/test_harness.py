"""The tutor in lm-evaluation-harness: solutions come out, and three graders read them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("lm_eval", reason="lm-evaluation-harness is not installed (requirements-dev.txt)")

from evaluation.datasets.loading import SAMPLES
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


def test_the_harness_itself_runs_a_task_with_the_tutor_as_model() -> None:
    command = ["run", "--model", "stepwise", "--tasks", "stepwise_gsm8k", "--apply_chat_template"]
    said = subprocess.run(
        [sys.executable, "-m", "evaluation.harness", *command],
        cwd=Path(__file__).parents[2], env=os.environ | {"STEPWISE_EVAL_DATA": str(SAMPLES), "HF_HUB_OFFLINE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr[-2000:]
    for metric in ("equal", "math_verify", "exact_match"):
        line = next(line for line in said.stdout.splitlines() if f"|{metric}" in line.replace(" ", ""))
        assert "1" in line.split("|")[7], line
