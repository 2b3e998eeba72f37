"""Split a model's text into prose and cells while it is still arriving.

Knows fences, not Python: whether a cell is valid code is the kernel's business. Knows thoughts: what stands between
`<think>` and `</think>` is prose, tags included, and no code in it runs.

What is not written by a model itself but translated from its marks (`solver.models.marks`) may hold anything, a fence in
a string too. Two marks that no Python source has keep it exact: a line that begins with `LITERAL` is no fence and no
thought, whatever follows (the mark is dropped); a line of `LITERAL` alone breaks its cell off, so that it never runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from solver.events import Code, Reasoning

FENCE: Final = "```"
THINK: Final = "<think>"
UNTHINK: Final = "</think>"
LITERAL: Final = "\0"
CELL_LANGUAGES: Final = frozenset(("python", "py", "python3", "sympy", "tool_code"))
_THOUGHT: Final = re.compile(rf"^ *{THINK}.*?(?:{UNTHINK}|\Z)", re.DOTALL | re.MULTILINE)
_OPENING: Final = re.compile(r"^ {0,3}```[ \t]*(?P<language>[A-Za-z0-9_+-]*)[ \t]*\n?$")


@dataclass(frozen=True, slots=True)
class CellEnd:
    """The closing fence of a cell was read: the cell may run now."""

    part: int
    source: str


Segment: TypeAlias = Reasoning | Code | CellEnd
Mode: TypeAlias = Literal["prose", "cell", "thought", "quote"]


class Segmenter:
    """Feeds on text cut anywhere and yields what is certain; an undecided tail is held back.

    Prose and cells get the part numbers `first_part`, `first_part + 1`, … in the order in which they appear.
    A fenced block in another language stays prose, fences included; all of them where no `cells` are wanted.

    Law: the segments of a text do not depend on how it was cut, apart from where deltas are cut.

    >>> s = Segmenter()
    >>> s.feed("Add:\\n```py") + s.feed("thon\\n1+1\\n``") + s.feed("`\\n")
    [Reasoning(part=0, delta='Add:\\n'), Code(part=1, delta='1+1\\n'), CellEnd(part=1, source='1+1\\n')]
    """

    def __init__(self, first_part: int = 0, *, cells: bool = True) -> None:
        self._next_part, self._cells = first_part, cells
        self._part: int | None = None
        self._mode: Mode = "prose"
        self._line = ""  # the undecided beginning of the current line
        self._in_line = False  # the current line's beginning is decided: the rest flows through
        self._source: list[str] = []

    @property
    def next_part(self) -> int:
        """The number that the next block will get."""
        return self._next_part

    @property
    def mode(self) -> Mode:
        """What the decided lines end in; "quote" is a fenced block that is no cell."""
        return self._mode

    @property
    def thinking(self) -> bool:
        """Whether the text so far ends in an open thought."""
        return self._mode == "thought"

    def feed(self, text: str) -> list[Segment]:
        """Segments that became certain with `text`."""
        found: list[Segment] = []
        for piece in _lines(text):
            self._feed_piece(piece, found)
        return _merged(found)

    def close(self) -> list[Segment]:
        """The text is over: what was held back is released; an open cell counts as complete."""
        found: list[Segment] = []
        line, self._line = self._line, ""
        if line:
            if self._mode == "cell" and line.strip() == FENCE and _may_become_fence(line):
                self._end_cell(found)
                return _merged(found)
            if line == LITERAL:
                self._decide(line, found)
            else:
                self._flow(line, found)
        if self._mode == "cell":
            self._end_cell(found)
        return _merged(found)

    def _feed_piece(self, piece: str, found: list[Segment]) -> None:
        """`piece` is a line or its beginning; only its last character may be a line break."""
        if self._mode == "thought":
            self._think(piece, found)
        else:
            self._feed_line(piece, found)

    def _think(self, piece: str, found: list[Segment]) -> None:
        """In a thought; what stands behind its end begins a line, whatever stood before."""
        text, self._line = self._line + piece, ""
        before, tag, after = text.partition(UNTHINK)
        if tag:
            self._flow(before + tag, found)
            self._mode, self._in_line = "prose", False
            if after:
                self._feed_line(after, found)
            return
        held = next((n for n in range(len(UNTHINK) - 1, 0, -1) if text.endswith(UNTHINK[:n])), 0)
        self._line = text[len(text) - held :]
        if len(text) > held:
            self._flow(text[: len(text) - held], found)

    def _feed_line(self, piece: str, found: list[Segment]) -> None:
        complete = piece.endswith("\n")
        if self._in_line:
            self._flow(piece, found)
        else:
            self._line += piece
            if self._mode == "prose" and self._line.lstrip(" ").startswith(THINK):
                line, self._line = self._line, ""
                at = line.index(THINK) + len(THINK)
                self._flow(line[:at], found)
                self._mode = "thought"
                self._think(line[at:], found)
                return
            if complete or not self._undecided():
                line, self._line = self._line, ""
                self._decide(line, found)
                self._in_line = not complete
                return
        if complete:
            self._in_line = False

    def _undecided(self) -> bool:
        return self._line == LITERAL or _may_become_fence(self._line) or self._may_become_thought()

    def _may_become_thought(self) -> bool:
        return self._mode == "prose" and THINK.startswith(self._line.lstrip(" "))

    def _decide(self, line: str, found: list[Segment]) -> None:
        """A whole line, or a beginning that cannot become a fence."""
        if line.startswith(LITERAL):
            if self._mode == "cell" and line.rstrip("\n") == LITERAL:
                self._next_part -= not self._source  # nothing of it was told
                self._mode, self._part = "prose", None
            elif self._mode == "quote" and line.rstrip("\n") == LITERAL:  # a cell, where cells are prose
                self._flow(f"{FENCE}\n", found)
                self._mode = "prose"
            elif line != LITERAL:
                self._flow(line[len(LITERAL) :], found)
            return
        fence = line.endswith("\n") and _may_become_fence(line[:-1])
        if self._mode == "prose":
            match = _OPENING.match(line) if fence else None
            if match and self._cells and match["language"].lower() in CELL_LANGUAGES:
                self._mode, self._part, self._source = "cell", self._take_part(), []
                return
            if match:
                self._mode = "quote"
        elif fence and line.strip() == FENCE:
            if self._mode == "cell":
                self._end_cell(found)
                return
            self._flow(line, found)
            self._mode = "prose"
            return
        self._flow(line, found)

    def _flow(self, text: str, found: list[Segment]) -> None:
        if self._mode == "cell":
            assert self._part is not None
            self._source.append(text)
            found.append(Code(self._part, text))
            return
        if self._part is None:
            self._part = self._take_part()
        found.append(Reasoning(self._part, text))

    def _end_cell(self, found: list[Segment]) -> None:
        assert self._part is not None
        found.append(CellEnd(self._part, "".join(self._source)))
        self._mode, self._part = "prose", None

    def _take_part(self) -> int:
        self._next_part += 1
        return self._next_part - 1


def said(text: str) -> str:
    """A text without its thoughts; one that has not ended is left out to the end.

    >>> said("<think>maybe 2</think>It is 3.")
    'It is 3.'
    """
    return _THOUGHT.sub("", text)


def _lines(text: str) -> list[str]:
    """Lines ended by `\\n` only: Python's own splitting would also cut at `\\r` and form feeds."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _may_become_fence(line: str) -> bool:
    """Whether a line's beginning could still turn out to be a fence."""
    text = line.lstrip(" ")
    if len(line) - len(text) > 3:
        return False
    return FENCE.startswith(text) or (
        text.startswith(FENCE) and len(text) < 40 and not text[3:].strip(" \t").count("`")
    )


def _merged(found: list[Segment]) -> list[Segment]:
    """Neighbouring deltas of one part as one."""
    merged: list[Segment] = []
    for segment in found:
        last = merged[-1] if merged else None
        if isinstance(segment, Reasoning) and isinstance(last, Reasoning) and last.part == segment.part:
            merged[-1] = Reasoning(segment.part, last.delta + segment.delta)
        elif isinstance(segment, Code) and isinstance(last, Code) and last.part == segment.part:
            merged[-1] = Code(segment.part, last.delta + segment.delta)
        else:
            merged.append(segment)
    return merged
