"""Chances of draws from a collection, and of throws of dice and coins; see `topic`."""

from solver.topics.discrete.draws.topic import read

__all__ = ["read"]
