"""Questions about one function: where it is defined, its range, zeros, intercepts, asymptotes, values of its inverse and of its pieces."""

from solver.topics.functions.function_features.topic import read

__all__ = ["read"]
