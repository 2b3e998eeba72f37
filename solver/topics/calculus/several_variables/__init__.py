"""Functions of two or three variables: gradients, directional and second derivatives, tangent planes, differentials, extreme values."""

from solver.topics.calculus.several_variables.topic import read

__all__ = ["read"]
