"""dy/dx of an equation in x and y."""

from solver.topics.calculus.implicit_derivatives.topic import read

__all__ = ["read"]
