r"""MATH-500: 500 problems of the MATH test set, chosen for "Let's Verify Step by Step" (Lightman et al. 2023).

Revision: a dozen public reproductions name it, with 500 rows and the sha256 of the file; looked up in public code on 2026-11-29, not fetched here.

One row (of our own making, in the form of the data set):

>>> DATASET.read({'problem': 'What is the sum of the roots of $x^2-7x+10=0$?', 'solution': 'By Vieta the sum is $\\boxed{7}$.', 'answer': '7', 'subject': 'Algebra', 'level': 1, 'unique_id': 'own/algebra/1.json'})  # doctest: +NORMALIZE_WHITESPACE
Record(id='own/algebra/1.json', dataset='math500', question='What is the sum of the roots of $x^2-7x+10=0$?', answer='7', choices=None, language='en', subject='Algebra', level='1')
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, PinnedFile, Raw
from evaluation.rows import Record


def _read(raw: Raw) -> Record:
    return Record(
        raw.get("unique_id", ""),
        "math500",
        raw["problem"],
        raw["answer"],
        language="en",
        subject=raw.get("subject", ""),
        level=str(raw.get("level", "")),
    )


_COMMIT: Final = "6e4ed1a2a79af7d8630a6b768ec859cb5af4d3be"
DATASET: Final = Dataset(
    "math500",
    "HuggingFaceH4/MATH-500",
    "test",
    "MIT (that of MATH, contested)",
    "en",
    _read,
    revision=_COMMIT,
    file=PinnedFile(
        f"https://huggingface.co/datasets/HuggingFaceH4/MATH-500/resolve/{_COMMIT}/test.jsonl",
        "35dc41080a3680858b27fa7e0533d2d547825316fc5dafe5d316f4ccc5a06132",
    ),
    rows=500,
)
