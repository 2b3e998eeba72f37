r"""GSM8K: grade-school word problems (Cobbe et al. 2021); the answer stands behind `####`, sums in `<<…>>`.

Revision: pinned by inspect_evals (`GSM8K_DATASET_REVISION`), with 1,319 rows; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'question': 'Lena buys 4 notebooks at $3 each and a pen for $2. How much does she pay?', 'answer': 'The notebooks cost 4*3=$<<4*3=12>>12.\nIn all she pays 12+2=$<<12+2=14>>14.\n#### 14'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='gsm8k', question='Lena buys 4 notebooks at $3 each and a pen for $2. How much does she pay?', answer='14', choices=None, language='en', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw, behind_hashes
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record("", "gsm8k", raw["question"], behind_hashes(raw["answer"]), language="en")


DATASET: Final = Dataset(
    "gsm8k",
    "openai/gsm8k",
    "test",
    "MIT",
    "en",
    _read,
    configs=("main",),
    revision="cc7b047b6e5bb11b4f1af84efc572db110a51b3c",
    rows=1319,
)
