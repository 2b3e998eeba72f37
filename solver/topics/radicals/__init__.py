"""Radicals with letters that stand for non-negative numbers: simplify, multiply, combine under one root."""

from solver.topics.radicals.topic import read

__all__ = ["read"]
