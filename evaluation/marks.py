"""What people mark by hand: right or wrong, whatever the grader said. It is kept in the store, and in the run's folder, `marks.jsonl`.

Both get every mark, and reading puts both together: the store has them where a folder can only be read, the folder has them on a
machine that it was carried to. A mark is never overwritten: the last one of a problem counts, and one without a verdict takes it back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, Protocol

from evaluation.folder import RunFolder
from evaluation.rows import BadData, Row, parsed_lines
from solver.store import KeptMark

MARKS: Final = "marks.jsonl"


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's verdict on one row; None takes the one before it back. `at` is ISO 8601 in UTC."""

    problem: str
    verdict: Literal["right", "wrong"] | None
    note: str = ""
    at: str = ""

    def corrected(self, row: Row) -> Row:
        """The row as the mark has it."""
        return row if self.verdict is None else replace(row, verdict=self.verdict)


class Shelf(Protocol):
    """Marks beside those in the folders; asked from a thread or a script, never in the server's loop."""

    def of(self, run: str) -> Sequence[KeptMark]:
        """Those of a run; none where they cannot be read."""
        ...

    def keep(self, made: KeptMark) -> bool:
        """Keep one; whether it is kept."""
        ...


class Bare:
    """No shelf: marks are in the folders alone."""

    def of(self, run: str) -> Sequence[KeptMark]:
        """None."""
        return ()

    def keep(self, made: KeptMark) -> bool:
        """It is not kept."""
        return False


BARE: Final = Bare()


def run_key(folder: Path) -> str:
    """What a run is known by wherever its folder lies: the id in its header; the folder's name where an old one has none."""
    try:
        found = RunFolder(folder).header().get("id")
    except BadData:
        found = None
    return str(found)[:64] if found else f"folder:{folder.name}"[:64]


def marks_of(folder: Path, shelf: Shelf = BARE) -> dict[str, Mark]:
    """The marks of a run that hold, by problem.

    Raises:
        BadData: a line is no mark.
    """
    file, made = folder / MARKS, list[Mark]()
    for number, fields in parsed_lines(file) if file.exists() else ():
        try:
            made.append(Mark(**fields))
        except TypeError as error:
            raise BadData(f"{file}, line {number}: not a mark ({error})") from error
    kept = () if shelf is BARE else shelf.of(run_key(folder))
    made += [Mark(m.problem, m.verdict, m.note, m.at) for m in kept]
    last = {mark.problem: mark for mark in sorted(made, key=lambda mark: mark.at)}
    return {problem: mark for problem, mark in last.items() if mark.verdict is not None}


def mark(
    folder: Path,
    problem: str,
    verdict: Literal["right", "wrong"] | None,
    note: str = "",
    shelf: Shelf = BARE,
) -> Mark:
    """Mark a problem of a run.

    Raises:
        OSError: it could be kept neither on the shelf nor in the folder.
    """
    made = Mark(problem, verdict, note, datetime.now(UTC).isoformat(timespec="microseconds"))
    kept = shelf.keep(KeptMark(run_key(folder), folder.name, problem, verdict, note, made.at))
    line = json.dumps(asdict(made), ensure_ascii=False) + "\n"
    try:
        with (folder / MARKS).open("ab") as file:
            file.write(line.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        if not kept:
            raise
    return made
