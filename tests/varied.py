"""Drive `solver.variation` without a kernel: cells run as in `tests.topics.run_cell`."""

from __future__ import annotations

from collections.abc import Iterator

from solver.ports import Exercise, Problem
from solver.topics.base import Unread
from solver.variation import Model, model_of
from tests.topics.run_cell import run_cell


def model(problem: Problem) -> Model:
    """The problem as a model; it must be read."""
    found = model_of(problem)
    assert not isinstance(found, Unread), (problem, found)
    return found


def exercises(problem: Problem, *, seed: int, tries: range) -> Iterator[Exercise]:
    """Different new problems like this one that are proved, of the draws with these numbers."""
    shown, seen = model(problem), {problem.text}
    printed = printed_by(shown.cell)
    for n in tries:
        draft = shown.draft(seed, n)
        if draft is None or draft.question in seen:
            continue
        exercise = shown.exercise(printed, draft, printed_by(draft.cell))
        if exercise is not None and printed_by(exercise.check.source) == "True":
            seen.add(exercise.question)
            yield exercise


def printed_by(cell: str) -> str:
    """What the last line of a cell gives; empty where the cell fails, as in a kernel."""
    try:
        return str(run_cell(cell))
    except Exception:  # noqa: BLE001  # whatever a cell raises is an output of it
        return ""
