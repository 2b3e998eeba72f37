"""Integrals along curves, of both kinds; closed curves, work, potentials, divergence and curl."""

from solver.topics.calculus.line_integrals.topic import read

__all__ = ["read"]
