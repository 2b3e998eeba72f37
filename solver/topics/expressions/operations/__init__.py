"""Operations that the problem itself defines by a formula: a ※ b = 3a − 2b."""

from solver.topics.expressions.operations.topic import read

__all__ = ["read"]
