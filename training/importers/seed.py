"""The seed's own files: ShareGPT, of human and gpt or with function_call and observation. What programs printed is claimed.

They are on no hub, and state no licence.
"""

from __future__ import annotations

from typing import Final

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import BadData, Record
from solver.profiles import profile_of
from training.examples import UNKNOWN, Example
from training.formats.sharegpt_calls import FORMAT
from training.importers.base import Importer


def _no_problem(raw: Raw) -> Record:
    raise BadData("a conversation is for training")


def _read(raw: Raw, number: int) -> Example:
    return FORMAT.read(dict(raw), profile_of("stepwise"))


DATASET: Final = Dataset("seed", "", "train", UNKNOWN, "zh", _no_problem, use="training")
IMPORTER: Final = Importer("seed", DATASET, _read, "claimed")
