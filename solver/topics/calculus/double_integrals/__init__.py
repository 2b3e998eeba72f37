"""Integrals of functions of two or three variables: iterated ones, and those over a region that is described."""

from solver.topics.calculus.double_integrals.topic import read

__all__ = ["read"]
