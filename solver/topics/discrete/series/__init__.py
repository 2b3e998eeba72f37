"""Sums of many numbers by a rule: listed with dots, with Σ, or said in words."""

from solver.topics.discrete.series.topic import read

__all__ = ["read"]
