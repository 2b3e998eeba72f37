"""Turns of a conversation as the events that they tell of; the inverse of `solver.dialects`, for our rows and those of others.

Faults are kept, not mended: an empty cell is an empty cell, a fence too many is prose. Mending is `training.cleaning`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from evaluation.rows import BadData
from solver.events import Code, Event, Instruction, Output, Reasoning, Stream
from solver.ports import Message
from solver.profiles import Profile
from solver.segment import CellEnd, Segmenter

_OBSERVED: Final = re.compile(r"输出会是\s*[:：]\s*```(.*)```\s*$", re.DOTALL)
"""The seed's turn of the user that says what a program printed; what it says before that says nothing."""
_OUTPUT: Final = re.compile(r"^```output[ \t]*\n(.*?)^```[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_PROBLEM: Final = re.compile(r"\A\s*题目\s*[:：]\s*")
_FAILED: Final = re.compile(
    r"\A\s*Traceback \(most recent call last\)|^\w*(?:Error|Exception): ", re.MULTILINE
)


class Told:
    """The events of a solution, in the order in which it is told."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._next, self._cell = 0, -1

    def say(self, text: str) -> None:
        """A stretch of the model's own text, with its cells and, in the fenced dialect, what they printed."""
        segmenter, at, behind_cell = Segmenter(self._next), 0, False
        for match in _OUTPUT.finditer(text):
            behind_cell = self._feed(segmenter, text[at : match.start()], behind_cell)
            if behind_cell and segmenter.mode == "prose":
                self.output(match[1])
                behind_cell = False
            else:
                behind_cell = self._feed(segmenter, match[0], behind_cell)
            at = match.end()
        self._feed(segmenter, text[at:], behind_cell)
        self._take(segmenter.close())
        self._next = segmenter.next_part

    def call(self, source: str) -> None:
        """A cell by itself."""
        self._cell = self._next
        self._next += 1
        self.events.append(Code(self._cell, source))

    def output(self, text: str) -> None:
        """What the last cell printed; without one, that of a cell that is not there."""
        if self._cell < 0:
            self.call("")
        stream: Stream = "error" if _FAILED.search(text) else "stdout"
        if text.strip():
            self.events.append(Output(self._cell, stream, text if text.endswith("\n") else text + "\n"))

    def ask(self, text: str) -> None:
        """A turn of the user behind the first: what a program printed, or what is asked in between."""
        if observed := _OBSERVED.search(text):
            self.output(observed[1])
        else:
            self.events.append(Instruction(text))

    def _feed(self, segmenter: Segmenter, text: str, behind_cell: bool) -> bool:
        """Whether nothing but space stands behind the last cell now."""
        told = self._take(segmenter.feed(text))
        return (behind_cell and not text.strip()) if told is None else told

    def _take(self, segments: Sequence[Event | CellEnd]) -> bool | None:
        """Keep what was told; whether it ends with a cell, None where nothing was told."""
        told: bool | None = None
        for segment in segments:
            if isinstance(segment, CellEnd):
                self._cell, told = segment.part, True
                if not segment.source:  # nothing of it was told yet
                    self.events.append(Code(segment.part, ""))
            else:
                told = bool(told) and isinstance(segment, Reasoning) and not segment.delta.strip()
                self.events.append(segment)
        return told


def solution(turns: Sequence[Message]) -> tuple[str, list[Event]]:
    """What was asked first, and the events that the other turns tell of; what a system's turn says is left out.

    Raises:
        BadData: no user begins, or nobody answers.
    """
    said = [turn for turn in turns if turn.role != "system"]
    if not said or said[0].role != "user":
        raise BadData("the conversation does not begin with a problem")
    if len(said) == 1:
        raise BadData("nobody answers in this conversation")
    told = Told()
    for turn in said[1:]:
        if turn.role == "user":
            told.ask(turn.content)
        elif turn.role == "tool":
            told.output(turn.content)
        else:
            told.say(turn.content)
            if turn.cell is not None:
                told.call(turn.cell)
    return said[0].content, told.events


def problem_in(question: str, profile: Profile) -> str:
    """The problem without the words of the prompt that it stands in, that of the profile or the seed's.

    >>> from solver.profiles import profile_of
    >>> problem_in("题目: 1+1=?", profile_of("stepwise")), problem_in("1+1=?", profile_of("stepwise"))
    ('1+1=?', '1+1=?')
    """
    before, _, after = profile.question("\0").partition("\0")
    if question.startswith(before) and question.endswith(after) and len(question) >= len(before + after):
        return question[len(before) : len(question) - len(after)]
    return _PROBLEM.sub("", question)
