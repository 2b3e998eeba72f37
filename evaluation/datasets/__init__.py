"""Data sets: where each lies, under which licence, and how one of its rows becomes a problem. A file each.

A new one is a file with `DATASET` in it, a row in `DATASETS`, and three problems of one's own in its form under `samples/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.datasets.base import Dataset
from solver.named import named

DATASETS: Final[Mapping[str, str]] = {
    name: f"evaluation.datasets.{name.replace('-', '_')}:DATASET"
    for name in (
        "math500", "math", "gsm8k", "gsm-hard", "svamp", "aqua", "numglue", "simuleq", "mathematics", "sat", "mmlu-math",
        "cmath", "tal-scq-en", "tal-scq-cn", "gaokao-mathqa", "gaokao-mathcloze", "mathinstruct", "school-math",
    )
}  # fmt: skip
MAMMOTH: Final = ("gsm8k", "math", "aqua", "numglue", "svamp", "mathematics", "simuleq", "sat", "mmlu-math")
"""The nine sets of MAmmoTH's table (arXiv 2309.05653): four that its training data is of the kind of, and five that it is not."""


def dataset(name: str) -> Dataset:
    """The data set of that name.

    Raises:
        LookupError: there is none; the message suggests the nearest.

    >>> dataset("math500").hub
    'HuggingFaceH4/MATH-500'
    """
    found: Dataset = named(DATASETS, name, "data set")
    return found
