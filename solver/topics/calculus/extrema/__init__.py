"""How a function of one variable rises, falls, bends and turns, told by its derivatives."""

from solver.topics.calculus.extrema.topic import read

__all__ = ["read"]
