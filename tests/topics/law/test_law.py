"""Every step of every topic is numerically true: on the problems of the topics' tests, and on others of their kind."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.topics.table import TOPICS
from tests.breadth import spread, wide
from tests.topics.law.corpus import MODULES, Case, cases, findings, sample, specimens, with_numbers
from tests.topics.law.judging import Finding

SAMPLED = 4 if wide() else 1
"""Of each test module; and of each topic's model problems twice as many."""
TRIED = spread(list(TOPICS), share=2)
"""The model problems of the others are solved in `tests/test_specimens.py` at each `make test`."""
NAMES = [*TRIED, *spread([module for module in MODULES if cases(module)], share=2)]
SILENT = frozenset[str]()
"""Topics whose solutions have words only."""
MAX_UNDECIDED = 0.15 if wide() else 0.2
"""Of all statements, of a sample more; the wide run in `tests/bench/law.py` prints the share of each topic."""


@cache
def pool(name: str) -> list[Case]:
    """The sampled problems of a test module, or of a topic's model problems."""
    if name in MODULES:
        return sample(cases(name), SAMPLED)
    return sample([case for topic, case in specimens() if topic == name], 2 * SAMPLED)


@cache
def judged(name: str) -> list[tuple[str, list[Finding]]]:
    return [(case.question, findings(case)) for case in pool(name)]


@pytest.mark.wide
@pytest.mark.parametrize("name", NAMES)
def test_every_step_is_true(name: str) -> None:
    assert [(question, f) for question, found in judged(name) for f in found if f.verdict is False] == []


@pytest.mark.parametrize("topic", TRIED)
def test_every_topic_makes_statements(topic: str) -> None:
    assert topic in SILENT or any(found for _, found in judged(topic))


def test_few_statements_are_undecided() -> None:
    verdicts = [f.verdict for name in NAMES for _, found in judged(name) for f in found]
    assert verdicts.count(None) <= MAX_UNDECIDED * len(verdicts)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_steps_are_true_with_other_numbers(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(pool(data.draw(st.sampled_from(NAMES)))))
    question = with_numbers(case.question, lambda low, high: data.draw(st.integers(low, high)))
    assert [f for f in findings(Case(case.reader, question)) if f.verdict is False] == [], question
