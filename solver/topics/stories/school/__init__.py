"""Problems of primary school whose clauses are of known forms: counting, sharing, packing, prices, figures, rates.

`read` is the whole interface. The clauses are read strictly by what holds them together, the words for things are open; where
two ways to put the clauses together give different answers, none is given. Each language has a reader of its own.
"""

from __future__ import annotations

from solver.topics.base import Reading, Text
from solver.topics.stories.school import chinese, english
from solver.topics.stories.school.english import methods
from solver.topics.stories.school.task import Exercise

__all__ = ["read"]


def read(text: Text) -> Reading:
    """A problem of primary school that is read whole; None for all else: what is not read here, other topics name."""
    return chinese.read(text) or _english(text)


def _english(text: Text) -> Reading:
    """By a method of its own or as a story; None where both read it and differ."""
    story, method = english.read(text), methods.read(text)
    if story is None or method is None:
        return story or method
    same = isinstance(story, Exercise) and isinstance(method, Exercise) and story.value == method.value
    return method if same else None
