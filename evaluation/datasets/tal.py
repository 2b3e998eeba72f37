"""What the two languages of TAL-SCQ5K have in common: how a row is read."""

from __future__ import annotations

from evaluation.datasets.base import Raw, Read
from evaluation.rows import Record


def reader(name: str, language: str) -> Read:
    """Options are lists of one, each with its letter (`aoVal`) and its text; formulas stand between double dollars."""

    def read(raw: Raw) -> Record:
        options = tuple(_plain(option[0]["content"]) for option in raw["answer_option_list"])
        routes = raw.get("knowledge_point_routes") or [""]
        return Record(
            str(raw.get("queId", "")), name, _plain(raw["problem"]), raw["answer_value"].strip(), options,
            language=language, subject=routes[0].partition("->")[0], level=str(raw.get("difficulty", "")),
        )  # fmt: skip

    return read


def _plain(text: str) -> str:
    return text.replace("$$", "$").strip()
