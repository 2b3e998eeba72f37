r"""NumGLUE: word problems that need arithmetic and common knowledge (Mishra et al. 2022), as in MAmmoTH's table.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'question': 'How many legs do 3 spiders and 2 dogs have together?', 'answer': 32, 'type': 'Type_1'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='numglue', question='How many legs do 3 spiders and 2 dogs have together?', answer='32', choices=None, language='en', subject='Type_1', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, number
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record(
        str(raw.get("id", "")),
        "numglue",
        raw["question"],
        number(raw["answer"]),
        language="en",
        subject=str(raw.get("type", "")),
    )


DATASET: Final = Dataset(
    "numglue",
    "",
    "test",
    "Apache-2.0",
    "en",
    _read,
)
"""Not on the hub in this form: MAmmoTH's repository of code has the file that its table was measured on. Give it with --data."""
