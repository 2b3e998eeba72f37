"""The built-in tutor's methods, one file a topic, and the table of them.

To add one: write `solver/topics/<name>.py` with `read(text) -> Reading` (see `base.py` for what a task offers)
and add a row to `TOPICS`. The tests over the table then run on it by themselves.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from solver.formula import FormulaError, Unworkable
from solver.ports import Problem
from solver.reader import as_question, clean
from solver.topics.base import Reader, Task, Text, Unread

_log: Final = logging.getLogger(__name__)
TOPICS: Final[Mapping[str, str]] = {
    # asked in this order; the first that reads the whole problem solves it
    "comparisons": "solver.topics.comparisons:read",  # before arithmetic, to which "Is 3 greater than 5?" is a sum
    "arithmetic": "solver.topics.arithmetic:read",
    "divisions": "solver.topics.divisions:read",
    "series": "solver.topics.series:read",
    "graphs": "solver.topics.graphs:read",
    "parabolas": "solver.topics.parabolas:read",
    "nonnegative_sums": "solver.topics.nonnegative_sums:read",
    "sequences": "solver.topics.sequences:read",
    "triangles": "solver.topics.triangles:read",
    "binomials": "solver.topics.binomials:read",
    "complex_numbers": "solver.topics.complex_numbers:read",
    "functions": "solver.topics.functions:read",
    "integrals": "solver.topics.integrals:read",
    "derivatives": "solver.topics.derivatives:read",
    "limits": "solver.topics.limits:read",
    "radicals": "solver.topics.radicals:read",  # before polynomials, to which letters may be negative
    "polynomials": "solver.topics.polynomials:read",
    "integers": "solver.topics.integers:read",
    "integer_search": "solver.topics.integer_search:read",
    "arrangements": "solver.topics.arrangements:read",
    "givens": "solver.topics.givens:read",
    "lines": "solver.topics.lines:read",
    "from_roots": "solver.topics.from_roots:read",
    "literal_equations": "solver.topics.literal_equations:read",
    "scientific_notation": "solver.topics.scientific_notation:read",
    "inverse_functions": "solver.topics.inverse_functions:read",
    "polynomial_division": "solver.topics.polynomial_division:read",
    "rounding": "solver.topics.rounding:read",
    "solution_questions": "solver.topics.solution_questions:read",
    "matrices": "solver.topics.matrices:read",  # before systems, to which \det A is a product of letters
    "equations": "solver.topics.equations:read",
    "inequalities": "solver.topics.inequalities:read",
    "systems": "solver.topics.systems:read",
    "identities": "solver.topics.identities:read",
    "polynomial_letters": "solver.topics.polynomial_letters:read",
    "named_coefficients": "solver.topics.named_coefficients:read",
    "powers": "solver.topics.powers:read",
    "listed_sequences": "solver.topics.listed_sequences:read",
    "draws": "solver.topics.draws:read",
    "bases": "solver.topics.bases:read",
    "units": "solver.topics.units:read",
    "clock": "solver.topics.clock:read",
    "proportionality": "solver.topics.proportionality:read",
    "operations": "solver.topics.operations:read",
    "circles": "solver.topics.circles:read",
    "function_features": "solver.topics.function_features:read",
    "rational_expressions": "solver.topics.rational_expressions:read",
    "completing_squares": "solver.topics.completing_squares:read",
    "word_problems": "solver.topics.word_problems:read",
    "school": "solver.topics.school:read",
    "number_riddles": "solver.topics.number_riddles:read",  # behind word_problems, which reads many of them
}


def readers() -> Iterator[tuple[str, Reader]]:
    """Name and `read` of every topic, in order."""
    for name, target in TOPICS.items():
        module, _, attribute = target.partition(":")
        yield name, getattr(import_module(module), attribute)


def read(problem: Problem) -> Task | Unread:
    """The task that a problem poses, or what could not be read of it.

    When no topic recognises anything the whole text is unread.

    Raises:
        Unworkable: no topic reads it, and one found a formula that is too large or divides by zero.
    """
    text = Text(clean(problem.text), problem.language)
    found = read_text(text)
    question = as_question(text.source)
    if not isinstance(found, Unread) or question == text.source:
        return found
    asked = read_text(Text(question, problem.language))
    return found if isinstance(asked, Unread) else asked


def read_text(text: Text) -> Task | Unread:
    """As `read`, of a text that is clean already: also for a topic that hands on a part of its problem."""
    leftovers: list[Unread] = []
    fault: Unworkable | None = None
    for name, reader in readers():
        try:
            found = reader(text)
        except Unworkable as error:
            fault = fault or error
            continue
        except FormulaError:  # not a formula for this topic
            continue
        except Exception:  # noqa: BLE001  # a bug of one topic must not keep the others from reading the problem
            _log.exception("the topic %s failed", name)
            continue
        if isinstance(found, Unread):
            leftovers.append(found)
        elif found is not None:
            return found
    if fault is not None:
        raise fault
    # the topic that understood most of it knows best what is missing
    return min(leftovers, key=lambda u: sum(map(len, u.fragments)), default=Unread((text.source,)))
