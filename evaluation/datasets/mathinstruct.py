r"""MathInstruct: what MAmmoTH is trained on (Yue et al. 2023): reasoning and programs. For training.

Revision: ten public programs and tables name it, with 262,039 rows; looked up in public code on 2026-11-30, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'source': 'data/CoT/own.json', 'instruction': 'What is 7 times 8?', 'output': '7 times 8 is 56. The answer is 56'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='', dataset='mathinstruct', question='What is 7 times 8?', answer='56', choices=None, language='en', subject='data/CoT/own.json', level='')
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import BadData, Record


def _read(raw: Raw) -> Record:
    """A program's answer is what it prints, which nobody has run here; a reasoned one ends with "The answer is"."""
    found = re.search(r"[Tt]he answer is:?\s*(.+?)\.?\s*$", raw["output"])
    if found is None:
        raise BadData("a program's answer is known only when it has run: it is for training")
    return Record(
        "", "mathinstruct", raw["instruction"], found[1], language="en", subject=raw.get("source", "")
    )


DATASET: Final = Dataset(
    "mathinstruct",
    "TIGER-Lab/MathInstruct",
    "train",
    "MIT, and that of each of its thirteen sources (Camel-Math: CC-BY-NC-4.0)",
    "en",
    _read,
    revision="b4fdc323a7be1379c9c7c0b67b1de72dfee2111a",
    use="training",
    rows=262039,
)
