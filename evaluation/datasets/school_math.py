r"""school_math_0.25M: Chinese word problems with solutions written by a model (BELLE 2023), unchecked. For training.

Revision: not pinned. Public code takes it from the head of its repository, and names neither a commit nor a checksum of the file (looked for
on 2026-11-30). The checksum of its problems and the commit that was read stand in the header of every run in place of that.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'instruction': '小华有12个苹果，吃了4个，还剩几个？', 'input': '', 'output': '12-4=8，还剩8'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='school-math', question='小华有12个苹果，吃了4个，还剩几个？', answer='8', choices=None, language='zh', subject='', level='')
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import BadData, Record


def _read(raw: Raw) -> Record:
    """The answer is the last number of the solution, which nobody has checked."""
    found = re.findall(r"-?\d+(?:\.\d+)?(?:/\d+)?", raw["output"])
    if not found:
        raise BadData("no number in the solution")
    return Record("", "school-math", raw["instruction"] + raw.get("input", ""), found[-1], language="zh")


DATASET: Final = Dataset(
    "school-math",
    "BelleGroup/school_math_0.25M",
    "train",
    "GPL-3.0",
    "zh",
    _read,
    use="training",
    rows=248481,
)
