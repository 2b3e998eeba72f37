"""Reasoning and cells by turns until the model is done: what ToRA, NuminaMath and Qwen2.5-Math were trained for."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from solver.agent.work import Work
from solver.events import Event


def steered(work: Work) -> AsyncGenerator[Event]:
    """One conversation; a model that forgets to answer or repeats itself is asked to answer."""
    return work.begin().go_on()


def plain(work: Work) -> AsyncGenerator[Event]:
    """One conversation that nobody stops or asks anything in: the built-in tutor knows when it is done."""
    return work.begin(steered=False).go_on()
