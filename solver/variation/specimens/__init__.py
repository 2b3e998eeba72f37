"""The model problems of every topic, read from the files beside this one."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from solver.named import unknown
from solver.ports import Language, Problem
from solver.topics.table import TOPICS

_FOLDER = Path(__file__).parent


def specimens(topic: str, language: Language) -> tuple[Problem, ...]:
    """Model problems of a topic in a language; none where the topic does not read it.

    Raises:
        LookupError: there is no such topic; the text suggests the nearest one.
    """
    if topic not in TOPICS:
        raise unknown("topic", topic, sorted(TOPICS))
    return tuple(
        Problem(row["question"], language)
        for row in _rows()
        if row["topic"] == topic and row["language"] == language
    )


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    files = sorted(_FOLDER.glob("*.jsonl"))
    return tuple(json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line)
