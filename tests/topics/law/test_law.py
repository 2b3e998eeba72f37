"""Every step of every topic is numerically true: on the problems of the topics' tests, and on others of their kind."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.topics.law.corpus import MODULES, Case, cases, findings, sample, with_numbers
from tests.topics.law.judging import Finding

SAMPLED = 6
MAX_UNDECIDED = 0.15
"""Of all statements; the wide run in `tests/bench/law.py` prints the share of each topic."""


@cache
def judged(module: str) -> list[tuple[str, list[Finding]]]:
    return [(case.question, findings(case)) for case in sample(cases(module), SAMPLED)]


@pytest.mark.parametrize("module", MODULES)
def test_every_step_is_true(module: str) -> None:
    assert [(question, f) for question, found in judged(module) for f in found if f.verdict is False] == []


def test_few_statements_are_undecided() -> None:
    verdicts = [f.verdict for module in MODULES for _, found in judged(module) for f in found]
    assert verdicts.count(None) <= MAX_UNDECIDED * len(verdicts)


@cache
def pool() -> list[Case]:
    return [case for module in MODULES for case in sample(cases(module), SAMPLED)]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_steps_are_true_with_other_numbers(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(pool()))
    question = with_numbers(case.question, lambda low, high: data.draw(st.integers(low, high)))
    assert [f for f in findings(Case(case.reader, question)) if f.verdict is False] == [], question
