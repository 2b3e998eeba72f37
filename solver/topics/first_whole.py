"""Several readers as one topic's: the first that reads the whole problem.

For a topic with a common kind of problem and rarer ones beside it. Nothing is read here.
"""

from __future__ import annotations

from solver.formula import FormulaError
from solver.topics.base import Reader, Reading, Text, Unread


def first_whole(*readers: Reader) -> Reader:
    """A reader that asks one after the other; where none reads the whole, the first that found its kind says what it could not read."""

    def read(text: Text) -> Reading:
        left: Reading = None
        fault: FormulaError | None = None
        for reader in readers:
            try:
                found = reader(text)
            except FormulaError as error:
                fault = fault or error
                continue
            if found is not None and not isinstance(found, Unread):
                return found
            left = left or found
        if left is None and fault is not None:
            raise fault
        return left

    return read
