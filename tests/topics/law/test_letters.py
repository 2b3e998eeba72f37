"""A problem holds whatever its unknowns are called: with another letter its cells run, and its own answer is checked.

What goes wrong else: a cell's loop or lambda has the name of the unknown (`for p in found`), and the check stops or refutes.
"""

from __future__ import annotations

import re
from string import ascii_lowercase

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from solver.formula import FormulaError
from solver.latex import value_of
from tests.topics.law.corpus import Case, task_of
from tests.topics.law.test_law import NAMES, pool
from tests.topics.run_cell import run_cell

CONSTANTS = frozenset("aei")
"""a may be an article, e and i numbers."""


def letters(question: str) -> list[str]:
    """Letters that stand alone in it."""
    return sorted(set(re.findall(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])", question)))


def renamed(question: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![A-Za-z\\]){old}(?![A-Za-z])", new, question)


def is_refuted(case: Case) -> bool:
    """Whether its cells do not hold together, where it is read at all; what a cell raises is raised."""
    task = task_of(case)
    if task is None:
        return False
    try:
        solution = task.solution()
    except (FormulaError, ValueError, ZeroDivisionError):
        return False  # a limit of size: what the app says then is the agent's business
    conclusion = task.conclude(value_of(str(run_cell(solution.cell))))
    plan = conclusion and task.check(conclusion.answer)
    return plan is not None and run_cell(plan.source) is False


@settings(max_examples=240, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_solution_holds_with_another_letter(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(pool(data.draw(st.sampled_from(NAMES)))))
    used = letters(case.question)
    assume(set(used) - CONSTANTS)
    old = data.draw(st.sampled_from(sorted(set(used) - CONSTANTS)))
    new = data.draw(st.sampled_from([c for c in ascii_lowercase if c not in {*used, *CONSTANTS}]))
    question = renamed(case.question, old, new)
    assert not is_refuted(Case(case.reader, question)), question
