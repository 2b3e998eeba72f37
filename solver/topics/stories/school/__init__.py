"""Problems of primary school whose clauses are of known forms: counting, sharing, packing, prices, figures, rates.

`read` is the whole interface. The clauses are read strictly by what holds them together, the words for things are open; where
two ways to put the clauses together give different answers, none is given. Each language has a reader of its own.
"""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.stories.school import chinese, english

__all__ = ["read"]


def read(text: Text) -> Reading:
    """A problem of primary school that is read whole; None for all else: what is not read here, other topics name."""
    return chinese.read(text) or english.read(text)
