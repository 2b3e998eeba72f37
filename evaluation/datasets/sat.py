r"""SAT-Math: multiple choice of the American entrance test, as AGIEval has it (Zhong et al. 2023).

One row (of our own making, in the form of the data set):

>>> DATASET.read({'query': 'Q: If $4x - 6 = 18$, what is the value of $x$? Answer Choices: (A)4 (B)5 (C)6 (D)7\nA: Among A through D, the answer is', 'choices': ['(A)4', '(B)5', '(C)6', '(D)7'], 'gold': [2]})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='sat', question='If $4x - 6 = 18$, what is the value of $x$?', answer='C', choices=('4', '5', '6', '7'), language='en', subject='', level='')
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
        "", "sat", question.strip(), ascii_uppercase[int(gold)], labelled(raw["choices"]), language="en"
    )


DATASET: Final = Dataset("sat", "hails/agieval-sat-math", "test", "MIT", "en", _read, rows=220)
