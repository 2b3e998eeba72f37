"""Letters of a function from its course: where it rises or falls, where it has extreme values."""

from solver.topics.calculus.course_letters.topic import read

__all__ = ["read"]
