"""What of a conversation is written down, in order; the same for every format.

Left out on purpose: `Waiting` (it was about a moment), `Usage` (what the text cost) and `Methods` (what could be clicked).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias, assert_never

from solver.events import (
    Answer,
    Check,
    Done,
    Failure,
    Figure,
    Instruction,
    Methods,
    Output,
    Usage,
    Waiting,
)
from solver.export.document import Document, OwnRun, Solved
from solver.export.words import say
from solver.ports import Language, Picture, Problem
from solver.topics.methods import METHODS, name_of
from solver.transcript import Block, Cell, Prose, fold

THINK: Final = re.compile(r"<think>(.*?)(?:</think>|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asked:
    """A problem, the `number`th; `method` in words where it was to be solved by one."""

    number: int
    problem: Problem
    picture: Picture | None
    method: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """Prose of the solution, Markdown with formulas. `thought`: the model thought it before it spoke."""

    text: str
    language: Language
    thought: bool = False


@dataclass(frozen=True, slots=True)
class Ran:
    """A cell with what it gave, texts of one stream together. `heading` says whose it is, where it is the student's."""

    source: str
    outputs: tuple[Output | Figure, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A sentence about the solution, with formulas: what went wrong, that it is not whole, what a model was asked."""

    text: str
    heading: str = ""


Item: TypeAlias = Asked | Told | Ran | Noted | Answer | Check


def outline(document: Document) -> Iterator[Item]:
    """The items of a document; one sentence at least, so that an empty conversation says that it is."""
    number, cells = 0, dict[tuple[int, int], int]()
    for entry in document.entries:
        if isinstance(entry, OwnRun):
            yield _own(entry, number, cells, document.language)
        else:
            number += 1
            yield from _solved(entry, number, cells, document.language)
    if not document.entries:
        yield Noted(say("empty", document.language))


def _solved(
    entry: Solved, number: int, cells: dict[tuple[int, int], int], language: Language
) -> Iterator[Item]:
    name = entry.problem.method
    method = name_of(name, entry.problem.language) if name is not None and name in METHODS else None
    yield Asked(number, entry.problem, entry.picture, method)
    if entry.kept_back:
        yield Noted(say("kept-back", language))
        return
    count = 0
    for block in fold(entry.events):
        if isinstance(block, Cell):
            count += 1
            cells[number, block.part] = count
        yield from _item(block, language, entry.problem.language)
    if not entry.events or not isinstance(entry.events[-1], Done):
        yield Noted(say("unfinished", language))


def _item(block: Block, language: Language, spoken: Language) -> Iterator[Item]:
    match block:
        case Prose(text=text):
            yield from _prose(text, spoken)
        case Cell(source=source, outputs=outputs):
            yield Ran(source, merged(outputs))
        case Answer() | Check():
            yield block
        case Instruction(text=text):
            yield Noted(text.strip(), say("asked", language))
        case Failure(message=message):
            yield Noted(message)
        case Done(reason=reason):
            if reason in ("stopped", "no-answer", "step-limit"):
                yield Noted(say(reason, language))
        case Waiting() | Usage() | Methods():
            pass
        case _:
            assert_never(block)


def _prose(text: str, language: Language) -> Iterator[Told]:
    if "</think>" in text and "<think>" not in text:  # some templates open the tag in the prompt
        text = "<think>" + text
    place = 0
    for found in THINK.finditer(text):
        yield from _told(text[place : found.start()], language)
        if found[1].strip():
            yield Told(found[1].strip(), language, thought=True)
        place = found.end()
    yield from _told(text[place:], language)


def _told(text: str, language: Language) -> Iterator[Told]:
    if text.strip():
        yield Told(text.strip("\n"), language)


def _own(entry: OwnRun, latest: int, cells: dict[tuple[int, int], int], language: Language) -> Ran:
    """A run of the student's, below the problem that was the latest then; another one is named."""
    key = "own-cell" if entry.number == latest else "own-cell-of"
    heading = say(key, language, cell=cells.get((entry.number, entry.part), 1), number=entry.number)
    found: list[Output | Figure] = []
    for event in entry.events:
        match event:
            case Output() | Figure():
                found.append(event)
            case Failure(message=message):
                found.append(Output(entry.part, "error", message))
            case _:  # nothing else comes of a run but its end
                pass
    return Ran(entry.source, merged(found), heading)


def merged(outputs: Sequence[Output | Figure]) -> tuple[Output | Figure, ...]:
    """The outputs, where neighbours that were printed on one stream are one text; results stay apart.

    >>> merged([Output(1, "stdout", "a"), Output(1, "stdout", "b"), Output(1, "result", "2")])
    (Output(part=1, stream='stdout', text='ab', latex=None), Output(part=1, stream='result', text='2', latex=None))
    """
    found: list[Output | Figure] = []
    for stream, group in groupby(outputs, key=lambda o: o.stream if isinstance(o, Output) else None):
        pieces = list(group)
        if stream in ("stdout", "stderr", "error"):
            text = "".join(piece.text for piece in pieces if isinstance(piece, Output))
            found.append(Output(pieces[0].part, stream, text))
        else:
            found += pieces
    return tuple(found)
