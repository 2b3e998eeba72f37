r"""DeepMind Mathematics: problems made by program in 56 modules (Saxton et al. 2019), as in MAmmoTH's table.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'question': 'Solve 5*k - 12 = 13 for k.', 'answer': '5', 'module': 'algebra__linear_1d'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='mathematics', question='Solve 5*k - 12 = 13 for k.', answer='5', choices=None, language='en', subject='algebra__linear_1d', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, number
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record(
        str(raw.get("id", "")),
        "mathematics",
        raw["question"],
        number(raw["answer"]),
        language="en",
        subject=str(raw.get("module", "")),
    )


DATASET: Final = Dataset(
    "mathematics",
    "",
    "test",
    "Apache-2.0",
    "en",
    _read,
)
"""Not on the hub in this form: MAmmoTH's repository of code has the file that its table was measured on. Give it with --data."""
