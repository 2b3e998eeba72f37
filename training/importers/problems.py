"""Problems alone, from a file in our own form (`question`, `answer`, …): for `solve`. Their licence is the row's, where it says one."""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw
from evaluation.datasets.loading import record_of
from evaluation.rows import Record
from training.examples import UNKNOWN, Example
from training.importers.base import Importer, problem


def _record(raw: Raw) -> Record:
    return record_of("this row", raw, None, "problems")


def _read(raw: Raw, number: int) -> Example:
    return problem(_record(raw), str(raw.get("licence") or UNKNOWN))


DATASET: Final = Dataset("problems", "", "train", UNKNOWN, "en", _record, use="training")
IMPORTER: Final = Importer("problems", DATASET, _read)
