"""Reading does not compile the same patterns again and again."""

from __future__ import annotations

import re

from solver.ports import Problem
from solver.topics import read


def test_a_problem_that_was_read_compiles_nothing_the_next_time() -> None:
    problem = Problem("Nora has 12 stamps and frobs 5 of them. How many are frobbed?", "en")
    read(problem)
    before = set(re._cache)  # type: ignore[attr-defined]
    read(problem)
    assert set(re._cache) == before  # type: ignore[attr-defined]
