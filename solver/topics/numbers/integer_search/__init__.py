"""Integers with given properties: how many there are, the smallest, the largest, their sum, all of them.

`conditions` are the properties, `english` and `chinese` read them, `topic` searches and explains.
"""

from solver.topics.numbers.integer_search.combined import read

__all__ = ["read"]
