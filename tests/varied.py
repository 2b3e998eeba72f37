"""Drive `solver.variation` without a kernel: cells run as in `tests.topics.run_cell`."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from solver.ports import Draft, Exercise, Problem
from solver.topics.base import Unread
from solver.variation import Model, model_of, numbers_of
from tests.topics.run_cell import run_cell

DRAW_S: Final = 10.0
CELL_S: Final = 5.0
"""Of processor time: sympy may look for the roots of a quartic for minutes. Only for the main thread, as a test is."""


def model(problem: Problem) -> Model:
    """The problem as a model; it must be read."""
    found = model_of(problem)
    assert not isinstance(found, Unread), (problem, found)
    return found


class Source:
    """New problems like one model problem, draw by draw. `barren` counts the draws since the last new problem."""

    def __init__(self, problem: Problem, *, seed: int, first: int = 0) -> None:
        self.problem, self.found, self.barren = problem, 0, 0
        self._model, self._seed, self._next = model(problem), seed, first
        self._printed, self._seen = printed_by(self._model.cell), {numbers_of(problem.text)}

    def draw(self) -> Exercise | None:
        """What the next draw gives: a proved problem that was not there yet, or None."""
        draft = self._draft()
        self._next, self.barren = self._next + 1, self.barren + 1
        if draft is None or numbers_of(draft.question) in self._seen:
            return None
        exercise = self._model.exercise(self._printed, draft, printed_by(draft.cell))
        if exercise is None or printed_by(exercise.check.source) != "True":
            return None
        self._seen.add(numbers_of(draft.question))
        self.found, self.barren = self.found + 1, 0
        return exercise

    def _draft(self) -> Draft | None:
        """None too where it takes too long, as when a worker is stopped."""
        with limited(DRAW_S):
            return self._model.draft(self._seed, self._next)
        return None


def exercises(problem: Problem, *, seed: int, tries: range) -> Iterator[Exercise]:
    """Different new problems like this one that are proved, of the draws with these numbers."""
    source = Source(problem, seed=seed, first=tries.start)
    for _ in tries:
        if (exercise := source.draw()) is not None:
            yield exercise


def printed_by(cell: str) -> str:
    """What the last line of a cell gives; empty where the cell fails or takes too long, as in a kernel."""
    with limited(CELL_S):
        try:
            return str(run_cell(cell))
        except TimeoutError:
            raise
        except Exception:  # noqa: BLE001  # whatever a cell raises is an output of it
            return ""
    return ""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Breaks off what is in it after so much processor time; only in the main thread."""
    old = signal.signal(signal.SIGVTALRM, _interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)


def _interrupt(*_: object) -> None:
    raise TimeoutError
