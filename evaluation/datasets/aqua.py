r"""AQuA-RAT: algebra word problems with five options and a rationale (Ling et al. 2017). Some keys are wrong.

Revision: ten public reproductions name it, with 254 rows of the test split; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'question': 'A train runs 180 km in 3 hours. What is its speed in km per hour?', 'options': ['A)45', 'B)50', 'C)60', 'D)75', 'E)90'], 'rationale': '180/3=60', 'correct': 'C'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='aqua', question='A train runs 180 km in 3 hours. What is its speed in km per hour?', answer='C', choices=('45', '50', '60', '75', '90'), language='en', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, labelled
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record(
        "", "aqua", raw["question"], raw["correct"].strip().upper(), labelled(raw["options"]), language="en"
    )


DATASET: Final = Dataset(
    "aqua",
    "deepmind/aqua_rat",
    "test",
    "Apache-2.0",
    "en",
    _read,
    configs=("raw",),
    revision="33301c6a050c96af81f63cad5562cb5363e88971",
    rows=254,
)
