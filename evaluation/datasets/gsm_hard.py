r"""GSM-Hard: GSM8K with large numbers (Gao et al. 2022, PAL); `target` is what its program computes.

Revision: pinned by openbench (`gsm8k_hard`) and six reproductions, with 1,319 rows; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'input': 'A shop sells 7482015 pens at $3 each. How much money does it take?', 'code': 'def solution():\n    return 7482015 * 3', 'target': 22446045.0})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='gsm-hard', question='A shop sells 7482015 pens at $3 each. How much money does it take?', answer='22446045', choices=None, language='en', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, number
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record("", "gsm-hard", raw["input"], number(raw["target"]), language="en")


DATASET: Final = Dataset(
    "gsm-hard",
    "reasoning-machines/gsm-hard",
    "train",
    "MIT",
    "en",
    _read,
    revision="960448f73503112d4226baeb8eb41d3fb5ae2506",
    rows=1319,
)
"""Its only split is called train; it is for evaluation all the same."""
