"""Published data sets as examples, a file each: how a row is read, and where the set lies and under which licence.

A new one is a file with `IMPORTER` in it and a row in `IMPORTERS`. Where its set is one of `evaluation.datasets`, that says where it
lies; what is imported is the part for training.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from solver.named import named
from training.importers.base import Importer

IMPORTERS: Final[Mapping[str, str]] = {
    "collected": "training.importers.collected:IMPORTER",
    "gsm8k": "training.importers.gsm8k:IMPORTER",
    "mathinstruct": "training.importers.mathinstruct:IMPORTER",
    "numinamath-tir": "training.importers.numinamath_tir:IMPORTER",
    "school-math": "training.importers.school_math:IMPORTER",
    "seed": "training.importers.seed:IMPORTER",
    "tal-scq-cn": "training.importers.tal:CHINESE",
    "tal-scq-en": "training.importers.tal:ENGLISH",
    "problems": "training.importers.problems:IMPORTER",
}


def importer(name: str) -> Importer:
    """The importer of that name.

    Raises:
        LookupError: there is none; the message suggests the nearest.

    >>> importer("gsm8k").dataset.licence
    'MIT'
    """
    found: Importer = named(IMPORTERS, name, "importer")
    return found
