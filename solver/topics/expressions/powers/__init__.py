"""Expressions of powers as a single power; see `topic`."""

from solver.topics.expressions.powers.topic import read

__all__ = ["read"]
