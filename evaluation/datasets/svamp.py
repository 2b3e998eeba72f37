r"""SVAMP: one-step word problems in varied wording (Patel et al. 2021): a body, and a question about it.

Revision: ten public reproductions name it, with 700 and 300 rows; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'ID': 'own-1', 'Body': 'Mia has 12 apples and gives 5 of them to Ben', 'Question': 'How many apples does Mia have left?', 'Equation': '( 12.0 - 5.0 )', 'Answer': 7.0, 'Type': 'Subtraction'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='own-1', dataset='svamp', question='Mia has 12 apples and gives 5 of them to Ben. How many apples does Mia have left?', answer='7', choices=None, language='en', subject='Subtraction', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, number
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    body = raw["Body"].strip()
    question = f"{body}{'' if body.endswith(('.', '?', '!')) else '.'} {raw['Question'].strip()}"
    return Record(
        str(raw.get("ID", "")),
        "svamp",
        question,
        number(raw["Answer"]),
        language="en",
        subject=raw.get("Type", ""),
    )


DATASET: Final = Dataset(
    "svamp",
    "ChilleD/SVAMP",
    "test",
    "MIT",
    "en",
    _read,
    revision="5e0bf1e5e7c0e9c4bc39180d224f41f3f801b7ef",
    rows=300,
)
"""MAmmoTH measured on all 1,000 problems; this split has the 300 that nobody trains on."""
