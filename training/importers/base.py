"""What an importer is, and examples of solutions that are told in other forms than ours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from evaluation.datasets.base import Dataset, Raw
from evaluation.rows import Record
from evaluation.solving import posed
from solver.events import Answer, Done, Event
from solver.intake import language_of
from solver.ports import Language
from training.examples import UNKNOWN, Example
from training.formats.conclusion import concluded

Reader: TypeAlias = Callable[[Raw, int], Example]
"""A row and its number to an example. `id` may be empty; `source` and `licence` are those of the set where they are not stated.
May raise BadData or KeyError for a row that is none."""
Outputs: TypeAlias = Literal["none", "claimed", "unknown"]


@dataclass(frozen=True, slots=True)
class Importer:
    """How a data set becomes examples.

    Attributes:
        dataset: where it lies, which part is for training, its licence.
        outputs: what its rows say of what their programs print: `claimed` outputs must be the real ones, `unknown` ones are
            computed, and the answer with them.
        rows: where rows are that lie neither in a file nor on the hub, each with where it stands. May raise BadData.
    """

    name: str
    dataset: Dataset
    read: Reader
    outputs: Outputs = "none"
    rows: Callable[[], AsyncIterator[tuple[str, Raw]]] | None = None


def problem(record: Record, licence: str = UNKNOWN) -> Example:
    """A problem without a solution, its options told as a model is told them."""
    language: Language = "zh" if (record.language or language_of(record.question)) == "zh" else "en"
    return Example(
        id=record.id,
        problem=posed(record, "a model"),
        language=language,
        source=record.dataset,
        licence=licence,
        reference=record.answer,
        subject=record.subject,
        level=record.level,
    )


def ended(events: list[Event], answer: str, language: Language) -> tuple[Event, ...]:
    """The events of a solution up to its end, its last words such that they say the answer."""
    return (*concluded(events, answer, language), Answer(answer), Done("answered"))
