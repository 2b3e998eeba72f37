"""Direct, inverse and joint proportion between letters."""

from solver.topics.functions.proportionality.topic import read

__all__ = ["read"]
