r"""GAOKAO mathematics, multiple choice (Chinese college entrance), as AGIEval has it (Zhong et al. 2023).

One row (of our own making, in the form of the data set):

>>> DATASET.read({'query': '问题：已知等差数列$\\{a_n\\}$中，$a_1=2$，公差为$3$，则$a_5=$ 选项：(A)11 (B)12 (C)14 (D)17\n答案：', 'choices': ['(A)11', '(B)12', '(C)14', '(D)17'], 'gold': [2]})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='gaokao-mathqa', question='已知等差数列$\\{a_n\\}$中，$a_1=2$，公差为$3$，则$a_5=$', answer='C', choices=('11', '12', '14', '17'), language='zh', subject='', level='')
"""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Final

from evaluation.datasets.base import Dataset, Raw, labelled
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    """Choices are `gold`, the number of an option (a list of one), and `choices` with their letters."""
    gold = raw["gold"][0] if isinstance(raw["gold"], list) else raw["gold"]
    question = re.sub(
        r"^(?:Q|问题)[:：]\s*|\s*(?:Answer Choices|选项)[:：].*$|\s*\nA: Among.*$",
        "",
        raw["query"],
        flags=re.DOTALL,
    )
    return Record(
        "",
        "gaokao-mathqa",
        question.strip(),
        ascii_uppercase[int(gold)],
        labelled(raw["choices"]),
        language="zh",
    )


DATASET: Final = Dataset("gaokao-mathqa", "hails/agieval-gaokao-mathqa", "test", "MIT", "zh", _read, rows=351)
