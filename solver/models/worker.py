"""The processes that read problems and find steps: sympy may hang on a student's formula, so they can be stopped.

What one is asked is `solver.models.reading`'s business.
"""

from __future__ import annotations

from solver import workers
from solver.workers import WorkerDied, WorkerTimeout

__all__ = ["WorkerDied", "WorkerPool", "WorkerTimeout"]


class WorkerPool(workers.WorkerPool):
    """A few warm readers of problems. One that hangs, dies or is left in the middle is replaced; nobody else waits for it."""

    def __init__(self, size: int = 2, *, timeout_s: float = 10.0) -> None:
        super().__init__("solver.models.reading_process", size, timeout_s=timeout_s, forks=True)
