"""What a reading worker does for the tutor: ladders, more detail of a step, what a model's hint may say, how hard problems are.

Every function takes a problem and a request's own fields, and gives JSON. Runs in a reading worker: formulas are read here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

from solver.formula import FormulaError
from solver.ports import Problem
from solver.topics import topic_of
from solver.topics.base import Unread
from solver.topics.methods import method_of
from solver.tutor import Worked, ladder_of
from solver.tutor import told as told_by_model
from solver.tutor.details import details_of
from solver.tutor.difficulty import score
from solver.tutor.drawing import picture_of
from solver.tutor.form import form_of


@lru_cache(maxsize=16)
def _topic(problem: Problem) -> tuple[str | None, str | None, int]:
    """The topic that reads a problem, the method that it solves by, and in how many steps."""
    try:
        found = topic_of(problem)
        if isinstance(found, Unread):
            return None, None, 0
        return found[0], method_of(found[1]), len(found[1].solution().steps)
    except FormulaError:
        return None, None, 0


def ladder(problem: Problem, *, lines: Sequence[str], answer: str, verdict: Any, own: bool) -> dict[str, Any]:
    """The rungs to a solution, `details` of each of its lines, the topic, and a cell that draws what is given. `own`: it is the built-in tutor's."""
    topic, method, _ = _topic(problem)
    found = ladder_of(
        problem, Worked(tuple(lines), answer, verdict), topic=topic, method=method if own else None
    )
    details = [details_of(line, problem.language) for line in lines]
    picture = picture_of(problem.text, problem.language)
    rungs = [asdict(rung) for rung in found.rungs]
    return {"rungs": rungs, "topic": topic, "details": details, "picture": picture}


def may_be_told(
    problem: Problem, *, text: str, answer: str, lines: Sequence[str], idea: str
) -> dict[str, Any]:
    """Whether a model's hint may stand in place of the tutor's own idea: `{"may_be_told": bool}`."""
    told = told_by_model.may_be_told(
        text, problem.language, problem=problem.text, answer=answer, lines=lines, idea=idea
    )
    return {"may_be_told": told}


def form(problem: Problem, *, answer: str, right: str) -> dict[str, Any]:
    """What the form of a right answer lacks: `{"form": …}`."""
    return {"form": form_of(problem.text, answer, right)}


def hardness(problem: Problem, *, questions: Sequence[str]) -> dict[str, Any]:
    """The topic of a problem and how hard it and each of the questions is: `{"topic": …, "scores": […]}`."""
    topic, _, steps = _topic(problem)
    scores = [score(problem.text, steps)]
    scores += [score(q, _topic(Problem(q, problem.language))[2]) for q in questions]
    return {"topic": topic, "scores": scores}


TUTORING: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "ladder": ladder,
    "may_be_told": may_be_told,
    "form": form,
    "hardness": hardness,
}
