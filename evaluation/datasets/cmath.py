r"""CMATH: Chinese primary school, grades 1 to 6 (Wei et al. 2023).

One row (of our own making, in the form of the data set):

>>> DATASET.read({'grade': 3, 'question': '一本书有96页，小明每天看12页，几天可以看完？', 'golden': '8', 'reasoning_step': 1, 'num_digits': 2})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='cmath', question='一本书有96页，小明每天看12页，几天可以看完？', answer='8', choices=None, language='zh', subject='', level='3')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, number
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record(
        "", "cmath", raw["question"], number(raw["golden"]), language="zh", level=str(raw.get("grade", ""))
    )


DATASET: Final = Dataset(
    "cmath",
    "weitianwen/cmath",
    "test",
    "CC-BY-4.0",
    "zh",
    _read,
    revision="bd996f7d7b1d570b18625ca3570d3518416ed256",
    rows=1098,
)
