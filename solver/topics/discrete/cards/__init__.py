"""Cards of a pack: the chance of what is drawn, and how many hands there are."""

from solver.topics.discrete.cards.topic import read

__all__ = ["read"]
