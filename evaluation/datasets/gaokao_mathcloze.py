r"""GAOKAO mathematics, fill in the blank, as AGIEval has it (Zhong et al. 2023).

Revision: not pinned on the hub, as no public code names a commit of that copy (looked for on 2026-11-30). What is pinned is the owners'
file: its commit and its sha256, with 118 rows, stand in three public programs; give it with --data. Not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'query': '问题：计算：$\\log_2 8=$ ____．\n答案：', 'answer': '$3$'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='gaokao-mathcloze', question='计算：$\\log_2 8=$ ____．', answer='$3$', choices=None, language='zh', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.agieval import blank_reader, owners_file
from evaluation.datasets.base import Dataset

DATASET: Final = Dataset(
    "gaokao-mathcloze",
    "hails/agieval-gaokao-mathcloze",
    "test",
    "MIT (the owners'; the hub's copy names none)",
    "zh",
    blank_reader("gaokao-mathcloze", "zh"),
    file=owners_file("gaokao-mathcloze", "088675c147794970a3ed25c7147a3bbc59715d6813837d5f483f46dcb1b5008d"),
    rows=118,
)
