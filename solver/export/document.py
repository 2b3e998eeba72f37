"""What is exported: problems with their streams and the cells that the student ran, in the order in which they came."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from solver.events import Event, decode, encode
from solver.ports import Language, Picture, Problem


@dataclass(frozen=True, slots=True)
class Solved:
    """A problem and its stream. Without `Done` at its end the solution was not finished when it was exported.

    `kept_back`: its student practises it; `events` are then empty, and the document says so.
    """

    problem: Problem
    events: tuple[Event, ...]
    picture: Picture | None = None
    kept_back: bool = False


@dataclass(frozen=True, slots=True)
class OwnRun:
    """A cell that the student ran: `part` of the problem of that number (from 1), and what it gave."""

    number: int
    part: int
    source: str
    events: tuple[Event, ...]


Entry: TypeAlias = Solved | OwnRun


@dataclass(frozen=True, slots=True)
class Document:
    """A conversation to be written out. `language` is that of the words around it, not of the problems."""

    title: str
    language: Language
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, and the files that it refers to, by their names beside it."""

    data: bytes
    beside: Mapping[str, bytes]


def to_json(document: Document) -> dict[str, Any]:
    """The document as plain values: how it reaches the process that writes it."""
    return {
        "title": document.title,
        "language": document.language,
        "entries": [_entry(entry) for entry in document.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    events = [encode(event) for event in entry.events]
    if isinstance(entry, OwnRun):
        return {"number": entry.number, "part": entry.part, "source": entry.source, "events": events}
    problem, picture = entry.problem, entry.picture
    return {
        "problem": [problem.text, problem.language, problem.method],
        "events": events,
        "kept_back": entry.kept_back,
        "picture": picture
        and [
            base64.b64encode(picture.data).decode("ascii"),
            picture.mime,
            picture.width_px,
            picture.height_px,
        ],
    }


def of_json(record: Mapping[str, Any]) -> Document:
    """The inverse of `to_json`."""
    return Document(record["title"], record["language"], tuple(map(_of_entry, record["entries"])))


def _of_entry(record: Mapping[str, Any]) -> Entry:
    events = tuple(decode(line) for line in record["events"])
    if "problem" not in record:
        return OwnRun(record["number"], record["part"], record["source"], events)
    picture = record["picture"]
    seen = Picture(base64.b64decode(picture[0]), *picture[1:]) if picture else None
    return Solved(Problem(*record["problem"]), events, seen, record["kept_back"])


class Refused(Exception):
    """The document cannot be written here; `code` is the key of the sentence that says why (`words`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
