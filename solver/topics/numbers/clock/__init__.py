"""Times of day: how long from one to another, and what time it is some while before or after one."""

from solver.topics.numbers.clock.reading import read

__all__ = ["read"]
