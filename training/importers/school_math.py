"""school_math_0.25M: Chinese word problems solved in words by a model, unchecked; the last number is the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from evaluation.datasets.base import Raw
from evaluation.datasets.school_math import DATASET
from solver.events import Reasoning
from training.examples import Example
from training.importers.base import Importer, ended, problem


def _read(raw: Raw, number: int) -> Example:
    record = DATASET.read(raw)
    events = ended([Reasoning(0, str(raw["output"]).strip())], record.answer, "zh")
    return replace(problem(record, DATASET.licence), answer=record.answer, reference="", events=events)


IMPORTER: Final = Importer("school-math", DATASET, _read)
