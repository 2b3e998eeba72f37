"""TAL-SCQ5K: multiple choice with an analysis in words; where there is none, the problem alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from evaluation.datasets import dataset
from evaluation.datasets.base import Raw
from solver.events import Reasoning
from training.examples import Example
from training.importers.base import Importer, Reader, ended, problem

_CHOSEN: Final = re.compile(r"(?:故|应|所以|因此)?(?:本题)?(?:正确)?(?:答案)?(?:应)?(?:选|为|是)\s*[:：]?\s*\$*\\?(?:text\w*\{)?[A-E]\}?\$*\s*[.。．]?\s*$")  # fmt: skip
SHORTEST: Final = 12
"""Characters of an analysis; shorter ones say 略 or name the letter."""


def _reader(name: str) -> Reader:
    known = dataset(name)

    def read(raw: Raw, number: int) -> Example:
        record = known.read(raw)
        found = problem(record, known.licence)
        analysis = "\n".join(map(str, raw.get("answer_analysis") or [])).replace("$$", "$").strip()
        analysis = _CHOSEN.sub("", analysis).strip()
        if len(analysis) < SHORTEST:
            return found
        events = ended([Reasoning(0, analysis + "\n")], record.answer, found.language)
        return replace(found, answer=record.answer, events=events)

    return read


def _importer(name: str, file: str) -> Importer:
    part = replace(dataset(name), split="train", files=file, rows=3000, use="training")
    return Importer(name, part, _reader(name))


CHINESE: Final = _importer("tal-scq-cn", "TAL-SCQ5K-CN/train.jsonl")
ENGLISH: Final = _importer("tal-scq-en", "TAL-SCQ5K-EN/train.jsonl")
