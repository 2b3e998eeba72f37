r"""MMLU-Math: the mathematics subjects of MMLU (Hendrycks et al. 2020), four options each.

Revision: pinned by inspect_evals' mmlu and named as `hf_revision` in tasks of lighteval; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'question': 'What is 3/4 + 1/8?', 'subject': 'elementary_mathematics', 'choices': ['1/2', '7/8', '1', '5/8'], 'answer': 1})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='mmlu-math', question='What is 3/4 + 1/8?', answer='B', choices=('1/2', '7/8', '1', '5/8'), language='en', subject='elementary_mathematics', level='')
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import Final

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import Record

SUBJECTS: Final = (
    "abstract_algebra",
    "college_mathematics",
    "elementary_mathematics",
    "high_school_mathematics",
    "high_school_statistics",
)


def _read(raw: Raw) -> Record:
    key = ascii_uppercase[int(raw["answer"])]
    return Record(
        "",
        "mmlu-math",
        raw["question"],
        key,
        tuple(raw["choices"]),
        language="en",
        subject=raw.get("subject", ""),
    )


DATASET: Final = Dataset(
    "mmlu-math",
    "cais/mmlu",
    "test",
    "MIT",
    "en",
    _read,
    configs=SUBJECTS,
    revision="c30699e8356da336a370243923dbaf21066bb9fe",
)
