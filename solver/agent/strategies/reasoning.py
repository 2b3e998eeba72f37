"""Chain of thought: no code is asked for, and code that comes is shown as prose and does not run."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from solver.agent.work import Work
from solver.events import Event


def solve(work: Work) -> AsyncGenerator[Event]:
    """One conversation without a kernel."""
    return work.begin("reason").go_on(code=False)
