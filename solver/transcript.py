"""Fold a stream of events into blocks, and blocks back into events.

How a model is told of them is its dialect's business (`solver.dialects`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias, assert_never

from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Figure,
    Instruction,
    Methods,
    Output,
    Reasoning,
    Usage,
    Waiting,
)

MAX_OUTPUT: Final = 4000
"""Characters of a cell's output that a model is shown; what is cut lies in the middle."""


@dataclass(slots=True)
class Prose:
    """Connected prose."""

    part: int
    text: str


@dataclass(slots=True)
class Cell:
    """A cell with all that it gave, in the order in which it came."""

    part: int
    source: str
    outputs: list[Output | Figure] = field(default_factory=list)


Block: TypeAlias = Prose | Cell | Answer | Check | Instruction | Waiting | Usage | Methods | Failure | Done


def fold(events: Iterable[Event]) -> list[Block]:
    """Blocks in the order in which they began. Output of a cell lies in that cell.

    An output whose cell is not in the stream gets a cell with an empty source, so that nothing is lost.
    """
    blocks: list[Block] = []
    parts: dict[int, Prose | Cell] = {}
    for event in events:
        match event:
            case Reasoning(part, delta):
                prose = parts.get(part)
                if isinstance(prose, Prose):
                    prose.text += delta
                else:
                    parts[part] = Prose(part, delta)
                    blocks.append(parts[part])
            case Code(part, delta):
                cell = _cell(parts, blocks, part)
                cell.source += delta
            case Output(part) | Figure(part):
                _cell(parts, blocks, part).outputs.append(event)
            case Answer() | Check() | Instruction() | Waiting() | Usage() | Methods() | Failure() | Done():
                blocks.append(event)
            case _:
                assert_never(event)
    return blocks


def _cell(parts: dict[int, Prose | Cell], blocks: list[Block], part: int) -> Cell:
    found = parts.get(part)
    if not isinstance(found, Cell):
        found = parts[part] = Cell(part, "")
        blocks.append(found)
    return found


def replay(blocks: Iterable[Block]) -> Iterator[Event]:
    """Events that fold into the same blocks: `fold(replay(blocks)) == blocks`."""
    for block in blocks:
        match block:
            case Prose(part, text):
                yield Reasoning(part, text)
            case Cell(part, source, outputs):
                yield Code(part, source)
                yield from outputs
            case _:
                yield block


def steps(events: Iterable[Event]) -> list[Prose | Cell]:
    """The steps of a solution, as a reward model judges them: its stretches of prose, and its cells with what they gave.

    >>> [type(step).__name__ for step in steps([Reasoning(0, "Add."), Code(1, "1+1"), Output(1, "result", "2"), Answer("2")])]
    ['Prose', 'Cell']
    """
    return [b for b in fold(events) if (isinstance(b, Prose) and b.text.strip()) or isinstance(b, Cell)]


def output_text(cell: Cell, limit: int = MAX_OUTPUT) -> str:
    """What a model is told that a cell printed: text in order, pictures as a word, long output cut in the middle."""
    pieces = [o.text if isinstance(o, Output) else f"[figure: {o.alt}]\n" for o in cell.outputs]
    text = "".join(p if p.endswith("\n") else p + "\n" for p in pieces if p)
    if len(text) <= limit:
        return text
    half = limit // 2
    return f"{text[:half]}\n… ({len(text) - 2 * half} characters cut) …\n{text[-half:]}"
