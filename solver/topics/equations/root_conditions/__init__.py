"""One letter in a quadratic equation that a statement about its roots fixes; discriminants."""

from solver.topics.equations.root_conditions.topic import read

__all__ = ["read"]
