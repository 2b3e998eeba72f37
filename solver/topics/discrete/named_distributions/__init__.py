"""Binomial, Poisson, geometric and hypergeometric variables."""

from solver.topics.discrete.named_distributions.topic import read

__all__ = ["read"]
