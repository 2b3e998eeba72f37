"""Optimisation stories: fences, boxes, cans, numbers, rectangles, prices; and linear programmes of two products."""

from solver.topics.calculus.optimisation.topic import read

__all__ = ["read"]
