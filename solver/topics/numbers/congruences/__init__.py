"""Congruences: residues and inverses, unknowns of congruences, remainders that follow from known remainders.

`marking` finds the formulas of a text, `unknowns`, `residues` and `known_remainders` are the three kinds of question.
"""

from solver.topics.numbers.congruences.topic import read

__all__ = ["read"]
