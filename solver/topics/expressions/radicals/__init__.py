"""Radicals with letters that stand for non-negative numbers: simplify, multiply, combine under one root."""

from solver.topics.expressions.radicals.topic import read

__all__ = ["read"]
