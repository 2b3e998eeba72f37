"""Sequences of which only some terms are listed: what comes next, the n-th term; see `topic`."""

from solver.topics.discrete.listed_sequences.topic import read

__all__ = ["read"]
