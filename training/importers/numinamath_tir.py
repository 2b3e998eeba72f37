"""NuminaMath-TIR: competition problems solved with programs in fences (Project Numina 2024); what they printed is claimed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from evaluation.datasets.base import Dataset, Raw, last_box
from evaluation.rows import Record
from solver.profiles import DEFAULT
from training.examples import Example
from training.formats.messages import FORMAT
from training.importers.base import Importer


def _record(raw: Raw) -> Record:
    return Record("", "numinamath-tir", str(raw["problem"]), last_box(str(raw["solution"])), language="en")


DATASET: Final = Dataset(
    "numinamath-tir",
    "AI-MO/NuminaMath-TIR",
    "train",
    "Apache-2.0",
    "en",
    _record,
    use="training",
    rows=72441,
)


def _read(raw: Raw, number: int) -> Example:
    found = FORMAT.read({"messages": raw["messages"]}, DEFAULT)
    return replace(found, problem=str(raw.get("problem") or found.problem).strip(), language="en")


IMPORTER: Final = Importer("numinamath-tir", DATASET, _read, "claimed")
