"""The corpus: programs as models write them, a file each below `programs/<theme>`, and what of their output may vary.

Does not run them. Every theme but `MISTAKES` holds programs that must come to their end without an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

PROGRAMS: Final = Path(__file__).parent / "programs"
MISTAKES: Final = "mistakes"
MARK: Final = re.compile(r"^# %%.*\n?", re.MULTILINE)

_UNIT: Final = r"(?:ns|[µμ]s|us|ms|s|min|secs?|seconds?|milliseconds?|秒|毫秒)\b"
MASKS: Final = (
    (re.compile(r"\S*/stepwise-\w+/k-\w+"), "<folder>"),
    (re.compile(r"\btmp[a-z0-9_]{8}\b"), "<temporary>"),
    (re.compile(r"\b0x[0-9a-f]{6,}\b"), "<address>"),
    (re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "<uuid>"),
    (re.compile(r"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{3,6})"), "<now>"),
    (re.compile(r"\[[^\[\]]*(?:it/s|s/it)[^\[\]]*\]"), "[<rate>]"),  # tqdm
    (re.compile(rf"[-+]?\b\d+(?:\.\d+)?(?:e[-+]?\d+)?\s*{_UNIT}"), "<duration>"),
    (re.compile(r"\d[\d,]* loops? each"), "<loops> each"),
    (
        re.compile(r"(?i)(elapsed|time|took|用时|耗时)([^\d\n]{0,24})\d+\.\d+(?:e[-+]?\d+)?"),
        r"\1\2<duration>",
    ),
)
"""What may differ from run to run, and the words to put in its place."""


@dataclass(frozen=True, slots=True)
class Program:
    """One solution: its cells run in turn in one kernel. A file that does not begin with a mark begins with a cell."""

    theme: str
    name: str
    cells: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.theme}/{self.name}"

    @property
    def exercise(self) -> str:
        """What is asked for, the comment above all; empty where there is none."""
        return (
            self.cells[0].partition("\n")[0].removeprefix("#").strip()
            if self.cells[0].startswith("#")
            else ""
        )

    @property
    def is_mistaken(self) -> bool:
        """Whether it is meant to end with an error."""
        return self.theme == MISTAKES


def read_programs(only: str = "*") -> list[Program]:
    """All programs whose `theme/name` matches the pattern, in order.

    >>> {program.theme for program in read_programs("mistakes/*")}
    {'mistakes'}
    """
    programs = []
    for path in sorted(PROGRAMS.glob("*/*.py")):
        cells = tuple(
            cell.strip("\n") for cell in MARK.split(path.read_text(encoding="utf-8")) if cell.strip()
        )
        program = Program(path.parent.name, path.stem, cells)
        if fnmatch(program.title, only):
            programs.append(program)
    return programs


def mask(text: str) -> str:
    """`text` without what differs from run to run: addresses, durations, the time, temporary names.

    >>> mask("<object at 0x7f5a8c0d1e50> in 1.25 ms")
    '<object at <address>> in <duration>'
    """
    for pattern, words in MASKS:
        text = pattern.sub(words, text)
    return text
