"""What every dialect puts into words: who the model is, the problem, and what has come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from solver.events import Event, Instruction
from solver.ports import Message
from solver.transcript import MAX_OUTPUT, Cell, Prose, fold


@dataclass(frozen=True, slots=True)
class Example:
    """A problem that was solved before, shown to the model as one that it solved (few-shot)."""

    question: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that a model is told.

    Attributes:
        question: the problem in the words of its prompt.
        events: what has come of it so far.
        system: who the model is; empty for none.
        output_characters: of one cell's output; the middle of a longer one is cut.
    """

    question: str
    events: tuple[Event, ...] = ()
    system: str = ""
    examples: tuple[Example, ...] = ()
    output_characters: int = MAX_OUTPUT


Tell: TypeAlias = Callable[[str, Cell, int], tuple[list[Message], str]]
"""How a dialect tells a cell: the model's text before it, the cell, the characters of output that may be shown, to the
turns that are over with it and the beginning of the model's next text."""


def converse(told: Conversation, tell: Tell) -> list[Message]:
    """The system's turn, the examples, the problem, and what has come of it, as turns."""
    found = [Message("system", told.system)] if told.system else []
    for question, events in [(e.question, e.events) for e in told.examples] + [(told.question, told.events)]:
        found.append(Message("user", question))
        found += _answer(events, tell, told.output_characters)
    return found


def _answer(events: Iterable[Event], tell: Tell, output_characters: int) -> list[Message]:
    found, text = list[Message](), ""
    for block in fold(events):
        if isinstance(block, Prose):
            text += block.text
        elif isinstance(block, Cell):
            turns, text = tell(text, block, output_characters)
            found += turns
        elif isinstance(block, Instruction):
            found += [Message("assistant", text)] * bool(text) + [Message("user", block.text)]
            text = ""
    return found + [Message("assistant", text)] * bool(text)


def lines(text: str) -> str:
    """`text` with a line break at its end, unless it is empty.

    >>> lines("a"), lines("a\\n"), lines("")
    ('a\\n', 'a\\n', '')
    """
    return text if not text or text.endswith("\n") else text + "\n"
