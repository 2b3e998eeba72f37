"""The lines of a finished solution: its steps one by one, as they were written, with the answer and what its check said.

Reads the stream of events, whoever wrote it; computes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from solver.events import Answer, Check, Event, Verdict
from solver.latex import boxed
from solver.transcript import Cell, Prose, fold

_THOUGHT: Final = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_NUMBERED: Final = re.compile(r"^\*\*(\d+)\.\*\*[ \t]*", re.MULTILINE)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_FORMULA_ALONE: Final = re.compile(r"^(?:\\\[.*\\\]|\$\$.*\$\$)[\s.,;。，；]*$", re.DOTALL)
_HEADING: Final = re.compile(r"^(?:#{1,6} .*|\*\*[^*\n]+\*\*:?)$")
_OPEN: Final = ("(", ",", ":", "：", "，")


@dataclass(frozen=True, slots=True)
class Worked:
    """A solution that is over.

    Attributes:
        lines: its steps in order, Markdown with mathematics in delimiters, each complete; the sentence with the boxed answer is not one.
        answer: LaTeX without delimiters.
        verdict: of all its checks; "unknown" where there was none.
    """

    lines: tuple[str, ...]
    answer: str
    verdict: Verdict


def worked(events: Iterable[Event]) -> Worked | None:
    """The solution that a stream tells; None where it came to no answer."""
    lines: list[str] = []
    answer: str | None = None
    verdicts: set[Verdict] = set()
    for block in fold(events):
        match block:
            case Prose(text=text) if answer is None:
                lines += _lines(text)
            case Cell() | Prose():
                pass
            case Answer(latex=latex):
                answer = latex
            case Check(verdict=verdict):
                verdicts.add(verdict)
            case _:
                pass
    if answer is None:
        return None
    worst: Verdict = "refuted" if "refuted" in verdicts else "proved" if "proved" in verdicts else "unknown"
    return Worked(tuple(line for line in lines if boxed(line) is None), answer, worst)


def _lines(text: str) -> list[str]:
    """The steps of a stretch of prose: by their numbers where it has some, else its paragraphs."""
    text = _THOUGHT.sub("", text).strip()
    numbers = list(_NUMBERED.finditer(text))
    if numbers and numbers[0].start() == 0:
        ends = [m.start() for m in numbers[1:]] + [len(text)]
        numbered = [text[m.end() : end].strip() for m, end in zip(numbers, ends, strict=True)]
        *steps, last = numbered
        return [*steps, *_behind(last)]
    return _paragraphs(text)


def _behind(last: str) -> list[str]:
    """The last step, and apart from it the sentence with the answer that may stand behind it."""
    paragraphs = _BLANK_LINE.split(last)
    ends = next((i for i, p in enumerate(paragraphs) if boxed(p) is not None), len(paragraphs))
    return [part for part in ("\n\n".join(paragraphs[:ends]).strip(), *paragraphs[ends:]) if part]


def _paragraphs(text: str) -> list[str]:
    """Paragraphs; a displayed formula belongs to the words before it, a heading to what follows."""
    found: list[str] = []
    for piece in map(str.strip, _BLANK_LINE.split(text)):
        if not piece:
            continue
        joins = found and (
            _FORMULA_ALONE.match(piece) or found[-1].endswith(_OPEN) or _HEADING.match(found[-1])
        )
        if joins:
            found[-1] += f"\n\n{piece}"
        else:
            found.append(piece)
    return found
