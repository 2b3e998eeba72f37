"""Differential equations for one function of one variable, of first order and linear ones of second order."""

from solver.topics.calculus.differential_equations.topic import read

__all__ = ["read"]
