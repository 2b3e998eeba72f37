"""The two kinds of rows: a problem as it stands in a data file, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

Outcome: TypeAlias = Literal["right", "wrong", "declined", "failed"]
Checked: TypeAlias = Literal["proved", "refuted", "unknown"]
FormKept: TypeAlias = Literal["", "kept", "missed"]


class BadData(ValueError):
    """A file of problems or results is not what it should be; the message says where and how."""


@dataclass(frozen=True, slots=True)
class Record:
    """One problem. The answer of a multiple choice question is the letter of an option, or of several: `AC`."""

    id: str
    dataset: str
    question: str
    answer: str
    choices: tuple[str, ...] | None = None
    language: str = ""
    subject: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one problem.

    Attributes:
        verdict: whether the answer is worth what the reference is worth, whatever its form.
        form: whether the answer has the form that the question asks for; empty where it asks for none.
        exact: what a second grader says that compares texts; None where there was no answer.
        cells: cells that ran; `errors` of them ended in an exception.
        tokens: what the model wrote; None where it does not say.
        note: why it was declined, failed, or could not be graded.
    """

    id: str
    dataset: str
    subject: str
    answer: str
    reference: str
    verdict: Outcome
    checked: Checked
    seconds: float
    note: str = ""
    level: str = ""
    language: str = ""
    form: FormKept = ""
    exact: bool | None = None
    cells: int = 0
    errors: int = 0
    tokens: int | None = None

    def line(self) -> str:
        """The row as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"


def load_rows(file: Path) -> list[Row]:
    """The rows of a file of results; a last line that was cut off by a crash is left out.

    Raises:
        BadData: the file is missing, or another line is no row.
    """
    lines = file.read_text(encoding="utf-8").split("\n") if file.exists() else []
    whole = "\n".join(lines[:-1])  # the part behind the last line feed is empty, or half a row
    rows = []
    for number, fields in _parsed(file, whole):
        try:
            row = Row(**fields)
        except TypeError as error:
            raise BadData(f"{file}, line {number}: not a row of results ({error})") from error
        if row.verdict not in get_args(Outcome):
            raise BadData(f"{file}, line {number}: {row.verdict!r} is no verdict")
        rows.append(row)
    return rows


def parsed_lines(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSONL file with the numbers of their lines.

    Raises:
        BadData: the file cannot be read, or a line is no object.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{file} cannot be read: {error}") from error
    yield from _parsed(file, text)


def _parsed(file: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise BadData(f"{file}, line {number}: not JSON ({error})") from error
        if not isinstance(fields, dict):
            raise BadData(f"{file}, line {number}: not an object")
        yield number, fields
