"""The folder of a run, the one form in which results are kept: everything that reports and reviews read lies in it.

    run.json          the header: what the run was made with
    problems.jsonl    the problems, a `Record` a line
    results.jsonl     what became of each, a `Row` a line (the evaluation log)
    events/ID.jsonl   the stream of each, an event a line (the inference log)

A row is written after its events, and whole: what has a row is complete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from evaluation.rows import BadData, Record, Row, load_rows, parsed_lines
from solver.events import Event, decode, encode

HEADER: Final = "run.json"
PROBLEMS: Final = "problems.jsonl"
RESULTS: Final = "results.jsonl"
EVENTS: Final = "events"
LONGEST_NAME: Final = 150
"""Characters of a file's name; file systems end at 255 bytes."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """One run's folder. Reading never changes it."""

    path: Path

    def header(self) -> dict[str, Any]:
        """What the run was made with.

        Raises:
            BadData: there is no such header.
        """
        return read_header(self.path / HEADER)

    def problems(self) -> dict[str, Record]:
        """The problems of the run by their ids, in their order.

        Raises:
            BadData: a line is no problem.
        """
        file = self.path / PROBLEMS
        found = {}
        for number, row in parsed_lines(file):
            try:
                record = Record(**{**row, "choices": tuple(row["choices"]) if row.get("choices") else None})
            except TypeError as error:
                raise BadData(f"{file}, line {number}: not a problem ({error})") from error
            found[record.id] = record
        return found

    def rows(self) -> list[Row]:
        """The rows that are complete, in the order in which they came.

        Raises:
            BadData: there are no results, or a line is no row.
        """
        file = self.path / RESULTS
        if not file.exists():
            raise BadData(f"{self.path} holds no {RESULTS}")
        return load_rows(file)

    def events(self, problem: str) -> list[Event]:
        """The stream of one problem; empty where none was kept.

        Raises:
            BadData: a line is no event.
        """
        file = self.events_file(problem)
        if not file.exists():
            return []
        try:
            return [decode(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
        except (OSError, ValueError) as error:
            raise BadData(f"{file} cannot be read: {error}") from error

    def events_file(self, problem: str) -> Path:
        """Where the stream of a problem lies: its id, with what a file's name may not hold written as in an address.

        >>> RunFolder(Path("runs")).events_file("algebra/7").as_posix()
        'runs/events/algebra%2F7.jsonl'
        """
        name = quote(problem, safe=" ").replace(".", "%2E")
        if len(name) > LONGEST_NAME:
            name = f"{name[: LONGEST_NAME // 2]}~{sha256(problem.encode()).hexdigest()[:24]}"
        return self.path / EVENTS / f"{name}.jsonl"

    def begin(self, header: dict[str, Any], records: Iterable[Record]) -> None:
        """Make the folder, with its header and its problems.

        Raises:
            OSError: it cannot be written.
        """
        (self.path / EVENTS).mkdir(parents=True, exist_ok=True)
        write_whole(
            self.path / PROBLEMS, "".join(json.dumps(asdict(r), ensure_ascii=False) + "\n" for r in records)
        )
        write_whole(self.path / HEADER, json.dumps(header, ensure_ascii=False, indent=1) + "\n")

    def keep_events(self, problem: str, events: Sequence[Event]) -> None:
        """Keep the stream of one problem.

        Raises:
            OSError: it cannot be written; what was there before is as it was.
        """
        write_whole(self.events_file(problem), "".join(encode(event) + "\n" for event in events))


def write_whole(file: Path, text: str) -> None:
    """Write a file so that a crash leaves the old one or the new one, never half of it.

    Raises:
        OSError: it cannot be written; the error names the file.
    """
    part = file.with_name(file.name + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, file)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(file)) from error


def read_header(file: Path) -> dict[str, Any]:
    """The object that a header file holds.

    Raises:
        BadData: there is no such file, or something else in it.
    """
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadData(f"{file} cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise BadData(f"{file} is not an object")
    return found
