r"""SimulEq: word problems with simultaneous equations (Koncel-Kedziorski et al. 2016), as in MAmmoTH's table.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'question': 'The sum of two numbers is 30 and their difference is 4. What is the larger number?', 'answer': 17.0})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='simuleq', question='The sum of two numbers is 30 and their difference is 4. What is the larger number?', answer='17', choices=None, language='en', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, number
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record(str(raw.get("id", "")), "simuleq", raw["question"], number(raw["answer"]), language="en")


DATASET: Final = Dataset(
    "simuleq",
    "",
    "test",
    "unknown",
    "en",
    _read,
)
"""Not on the hub in this form: MAmmoTH's repository of code has the file that its table was measured on. Give it with --data."""
