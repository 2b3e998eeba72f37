"""Any letter may be the unknown: what cells call their own values never collides with it."""

from __future__ import annotations

import pytest

from solver.latex import value_of
from solver.ports import Problem
from solver.topics import read
from solver.topics.base import Unread
from tests.breadth import spread
from tests.topics.run_cell import run_cell

LETTERS = "abcdfghjklmnopqrstuvwxyzABCDKMNPQRST"
TEMPLATES = [
    "Find the minimum value of ${x}^2-4{x}+7$.",
    "Solve ${x}^2-5{x}+6=0$.",
    r"Evaluate $\int_0^1 {x}^2 d{x}$.",
    "Expand $({x}+2)^3$.",
    "Find the coefficient of ${x}^2$ in $(1+{x})^5$.",
    "Solve $2{x}+1 > 3$.",
    "Factor ${x}^2-5{x}+6$.",
    "Solve $2{x}+3{y}=8$, ${x}-{y}=-1$.",
    "If $2{x}+3{y}=8$ and ${x}-{y}=-1$, find ${x}{y}$.",
    "If $({x}-2)^2+|{y}+3|=0$, find ${x}+{y}$.",
    "Find the zeros of $f({x})={x}^2-5{x}+6$.",
]


@pytest.mark.wide
@pytest.mark.parametrize("template", TEMPLATES)
def test_any_letter_is_solved_and_checked(template: str) -> None:
    """Each letter with one of three templates at each `make test`."""
    wrong = []
    for i, letter in spread(list(enumerate(LETTERS)), first=TEMPLATES.index(template)):
        other = "uvwxyz"[i % 6] if letter not in "uvwxyz" else "abcdkm"[i % 6]
        problem = template.replace("{x}", letter).replace("{y}", other)
        task = read(Problem(problem, "en"))
        assert not isinstance(task, Unread), problem
        conclusion = task.conclude(value_of(str(run_cell(task.solution().cell))))
        plan = task.check(conclusion.answer) if conclusion is not None else None
        if plan is None or run_cell(plan.source) is not True and str(run_cell(plan.source)) != "True":
            wrong.append(problem)
    assert not wrong
