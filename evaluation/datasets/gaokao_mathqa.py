r"""GAOKAO mathematics, multiple choice (Chinese college entrance), as AGIEval has it (Zhong et al. 2023). Seven have several right options.

Revision: not pinned on the hub, as no public code names a commit of that copy (looked for on 2026-11-30). What is pinned is the owners'
file: its commit and its sha256, with 351 rows, stand in three public programs; give it with --data. Not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'query': '问题：已知等差数列$\\{a_n\\}$中，$a_1=2$，公差为$3$，则$a_5=$ 选项：(A)11 (B)12 (C)14 (D)17\n答案：', 'choices': ['(A)11', '(B)12', '(C)14', '(D)17'], 'gold': [2]})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='gaokao-mathqa', question='已知等差数列$\\{a_n\\}$中，$a_1=2$，公差为$3$，则$a_5=$', answer='C', choices=('11', '12', '14', '17'), language='zh', subject='', level='')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.agieval import options_reader, owners_file
from evaluation.datasets.base import Dataset

DATASET: Final = Dataset(
    "gaokao-mathqa",
    "hails/agieval-gaokao-mathqa",
    "test",
    "MIT (the owners'; the hub's copy names none)",
    "zh",
    options_reader("gaokao-mathqa", "zh"),
    file=owners_file("gaokao-mathqa", "d246f12752d121289ef55cbf1bcf954243cefb65d110f71d09358e24065c808f"),
    rows=351,
)
