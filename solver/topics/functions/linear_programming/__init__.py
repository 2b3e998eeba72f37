"""The largest and smallest value of a linear expression in x and y under linear conditions."""

from solver.topics.functions.linear_programming.topic import read

__all__ = ["read"]
