r"""SAT-Math: multiple choice of the American entrance test, as AGIEval has it (Zhong et al. 2023).

Revision: one public program pins it, in its code and in its table of sources; the owners' file and its sha256 stand in another. Looked
up in public code on 2026-11-30, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'query': 'Q: If $4x - 6 = 18$, what is the value of $x$? Answer Choices: (A)4 (B)5 (C)6 (D)7\nA: Among A through D, the answer is', 'choices': ['(A)4', '(B)5', '(C)6', '(D)7'], 'gold': [2]})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='sat', question='If $4x - 6 = 18$, what is the value of $x$?', answer='C', choices=('4', '5', '6', '7'), language='en', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.agieval import options_reader, owners_file
from evaluation.datasets.base import Dataset

DATASET: Final = Dataset(
    "sat",
    "hails/agieval-sat-math",
    "test",
    "MIT (the owners'; the hub's copy names none)",
    "en",
    options_reader("sat", "en"),
    revision="51ab661f5a2e48370671c87c29d037b5b2b4853e",
    file=owners_file("sat-math", "9cde4c0522b6196852a5562db6e72bf8817b4802822db0fc10013d1becdab3c3"),
    rows=220,
)
