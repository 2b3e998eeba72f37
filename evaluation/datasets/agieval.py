"""What AGIEval's sets have in common: how a row is read, of the hub's copies or of the owners' own files."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Final

from evaluation.datasets.base import PinnedFile, Raw, Read, labelled
from evaluation.rows import BadData, Record

_AROUND: Final = re.compile(
    r"^(?:Q|问题)[:：]\s*|\s*(?:Answer Choices|选项)[:：].*$|\s*\nA: Among.*$|\s*\n?答案[:：]\s*$", re.DOTALL
)
_OWNERS: Final = (
    "https://raw.githubusercontent.com/ruixiangcui/AGIEval/84ab72d94318290aad2e4ec820d535a95a1f7552/data/v1_1"
)
"""Version 1.1 of the problems, at a commit of the owners' repository that a dozen public programs name."""


def owners_file(name: str, sha256: str) -> PinnedFile:
    """A file of the owners' repository."""
    return PinnedFile(f"{_OWNERS}/{name}.jsonl", sha256)


def options_reader(name: str, language: str) -> Read:
    """Multiple choice: the hub has the numbers of the right options (`gold`), the owners their letters (`label`). Some have several."""

    def read(raw: Raw) -> Record:
        if "gold" in raw:
            gold = raw["gold"] if isinstance(raw["gold"], list) else [raw["gold"]]
            key = "".join(sorted(ascii_uppercase[int(number)] for number in gold))
            question, options = _AROUND.sub("", raw["query"]), raw["choices"]
        else:
            key = "".join(sorted(set(re.findall("[A-H]", "".join(raw["label"] or "")))))
            question, options = f"{raw.get('passage') or ''}\n{raw['question']}", raw["options"]
        if not key:
            raise BadData("no option is marked as right")
        return Record("", name, question.strip(), key, labelled(options), language=language)

    return read


def blank_reader(name: str, language: str) -> Read:
    """Fill in the blank: `query` on the hub, `question` in the owners' files."""

    def read(raw: Raw) -> Record:
        question = _AROUND.sub("", raw["query"]) if "query" in raw else raw["question"]
        return Record("", name, question.strip(), str(raw["answer"]), language=language)

    return read
