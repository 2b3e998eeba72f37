r"""MATH: competition problems with worked solutions (Hendrycks et al. 2021), the test split of 5,000.

Revision: ten public reproductions name it, with 5,000 rows of the seven test splits; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'problem': 'If $3x+4=19$, what is $x$?', 'level': 'Level 1', 'type': 'Algebra', 'solution': '$3x=15$, so $x=\\boxed{5}$.'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='math', question='If $3x+4=19$, what is $x$?', answer='5', choices=None, language='en', subject='Algebra', level='1')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, last_box
from evaluation.rows import Record

SUBJECTS: Final = (
    "algebra",
    "counting_and_probability",
    "geometry",
    "intermediate_algebra",
    "number_theory",
    "prealgebra",
    "precalculus",
)


def _read(raw: Raw) -> Record:
    return Record(
        str(raw.get("id", "")),
        "math",
        raw["problem"],
        last_box(raw["solution"]),
        language="en",
        subject=raw.get("type", ""),
        level=str(raw.get("level", "")).removeprefix("Level "),
    )


DATASET: Final = Dataset(
    "math",
    "EleutherAI/hendrycks_math",
    "test",
    "MIT (contested)",
    "en",
    _read,
    configs=SUBJECTS,
    revision="21a5633873b6a120296cce3e2df9d5550074f4a3",
    rows=5000,
)
