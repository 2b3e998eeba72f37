r"""GAOKAO mathematics, fill in the blank, as AGIEval has it (Zhong et al. 2023).

One row (of our own making, in the form of the data set):

>>> DATASET.read({'query': '问题：计算：$\\log_2 8=$ ____．\n答案：', 'answer': '$3$'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='gaokao-mathcloze', question='计算：$\\log_2 8=$ ____．', answer='$3$', choices=None, language='zh', subject='', level='')
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    question = re.sub(r"^问题[:：]\s*|\s*\n?答案[:：]\s*$", "", raw["query"])
    return Record("", "gaokao-mathcloze", question.strip(), str(raw["answer"]), language="zh")


DATASET: Final = Dataset(
    "gaokao-mathcloze", "hails/agieval-gaokao-mathcloze", "test", "MIT", "zh", _read, rows=118
)
