"""Integrals of functions of one variable: definite, improper and indefinite, and areas under a curve."""

from solver.topics.calculus.integrals.topic import read

__all__ = ["read"]
