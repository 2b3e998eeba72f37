"""Related rates: an equation between quantities that change with time, and how fast one of them changes."""

from solver.topics.calculus.related_rates.topic import read

__all__ = ["read"]
