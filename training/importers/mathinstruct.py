"""MathInstruct: reasoning ends with its answer, of a program the answer is what it prints. The licence is that of each row's source.

Licences as on its card (https://huggingface.co/datasets/TIGER-Lab/MathInstruct, "License"); GSM8K-RFT lists none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from evaluation.datasets.base import Raw
from evaluation.datasets.mathinstruct import DATASET
from solver.profiles import DEFAULT
from training.examples import UNKNOWN, Example
from training.formats.alpaca import FORMAT
from training.importers.base import Importer

LICENCES: Final[Mapping[str, str]] = {
    "gsm_rft": UNKNOWN, "camel": "CC-BY-NC-4.0", "aqua": "Apache-2.0", "numglue": "Apache-2.0", "mathqa": "Apache-2.0",
    "theoremqa": "MIT", "gsm": "MIT", "math_train": "MIT", "college_math": "MIT", "number_comparison": "MIT",
}  # fmt: skip
"""By what a source's name has in it; the first counts."""


def licence(source: str) -> str:
    """That of a source.

    >>> licence("data/CoT/math50k_camel.json"), licence("data/PoT/gsm_gpt4.json"), licence("data/CoT/own.json")
    ('CC-BY-NC-4.0', 'MIT', 'unknown')
    """
    return next((known for name, known in LICENCES.items() if name in source.lower()), UNKNOWN)


def _read(raw: Raw, number: int) -> Example:
    source = str(raw.get("source") or "")
    found = FORMAT.read({k: raw.get(k) for k in ("instruction", "input", "output")}, DEFAULT)
    return replace(found, source="", licence=licence(source), subject=source)


IMPORTER: Final = Importer("mathinstruct", replace(DATASET, licence=UNKNOWN), _read, "unknown")
