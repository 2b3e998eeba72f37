"""Systems of equations: linear ones by elimination, others where every solution can be found."""

from solver.topics.equations.systems.topic import read

__all__ = ["read"]
