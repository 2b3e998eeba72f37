"""What a format is, the columns that every one of them keeps, and what of an example has to come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from evaluation.grader.final_answer import final_answer
from evaluation.rows import BadData
from solver.agent.attempt import said_in
from solver.dialects import DIALECTS, Conversation
from solver.events import Answer, Done, Event
from solver.intake import language_of
from solver.latex import boxed
from solver.ports import Message
from solver.profiles import DialectName, Profile
from solver.transcript import Cell, fold, output_text
from training.examples import UNKNOWN, Example, taught
from training.formats.conclusion import concluded

Row: TypeAlias = dict[str, Any]
Substance: TypeAlias = tuple[str, tuple[tuple[str, str], ...], str]
COLUMNS: Final = ("id", "source", "licence", "language", "reference", "subject", "level")
"""Of every row, beside the text; trainers leave them out, whoever passes the file on needs them."""


class Unwritable(ValueError):
    """An example cannot be told in this form. `reason` is a key that is counted."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Format:
    """A form of rows.

    Attributes:
        write: an example as a row, in the words and the dialect of a family of models.
        read: a row as an example, ours or another's; raises BadData for one that is not of this form.
        entry: what `dataset_info.json` of LLaMA-Factory says of such rows, all but the file's name; None where it
            cannot load them.
    """

    name: str
    write: Callable[[Example, Profile], Row]
    read: Callable[[Row, Profile], Example]
    entry: Callable[[Profile], Mapping[str, Any] | None]


def turns(example: Example, profile: Profile, dialect: DialectName) -> list[Message]:
    """The example as a conversation that ends with its answer."""
    events = tuple(concluded(taught(example.events), example.answer, example.language))
    return list(DIALECTS[dialect](Conversation(profile.question(example.problem), events, profile.system)))


def columns(example: Example) -> Row:
    """What goes along with every row."""
    return {name: getattr(example, name) for name in COLUMNS}


def told(row: Row, problem: str, events: Iterable[Event]) -> Example:
    """The example of a row, by the problem and the events that its text tells of; the answer is what they say last."""
    events = list(events)
    answer = stated(events)
    events += [Answer(answer), Done("answered")] if answer else [Done("no-answer")] if events else []
    language = row.get("language")
    return Example(
        id=str(row.get("id") or ""),
        problem=problem,
        language=language if language in ("en", "zh") else language_of(problem),
        source=str(row.get("source") or ""),
        licence=str(row.get("licence") or UNKNOWN),
        events=tuple(events),
        answer=answer,
        reference=str(row.get("reference") or ""),
        subject=str(row.get("subject") or ""),
        level=str(row.get("level") or ""),
    )


def stated(events: Iterable[Event]) -> str:
    """The answer that the prose of a solution ends with; empty where it says none."""
    said = said_in(events)
    return (boxed(said) or final_answer(said) or "").strip()


def substance(example: Example) -> Substance:
    """What has to be the same before and after: the problem, each program with what it printed, the answer."""
    cells = tuple(
        (block.source.rstrip("\n"), output_text(block).strip())
        for block in fold(taught(example.events))
        if isinstance(block, Cell)
    )
    return example.problem.strip(), cells, example.answer.strip()


def text(row: Row, name: str) -> str:
    """A column that must hold text.

    Raises:
        BadData: it is missing or holds something else.
    """
    found = row.get(name)
    if not isinstance(found, str):
        raise BadData(f"{name!r} is missing or no text; the row has {', '.join(map(str, row)) or 'nothing'}")
    return found
