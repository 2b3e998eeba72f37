"""The normal distribution: probabilities, z-scores, percentiles, symmetry about the mean, confidence intervals."""

from solver.topics.discrete.normal.topic import read

__all__ = ["read"]
