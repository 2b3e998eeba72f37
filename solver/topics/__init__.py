"""The built-in tutor's methods, one file or folder a topic, in a folder for each field, and the table of them.

To add one: write `solver/topics/<field>/<name>.py` with `read(text) -> Reading` (see `base.py` for what a task offers)
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
    "comparisons": "solver.topics.numbers.comparisons:read",  # before arithmetic, to which "Is 3 greater than 5?" is a sum
    "arithmetic": "solver.topics.numbers.arithmetic:read",
    "divisions": "solver.topics.numbers.divisions:read",
    "series": "solver.topics.discrete.series:read",
    "graphs": "solver.topics.functions.graphs:read",
    "parabolas": "solver.topics.functions.parabolas:read",
    "nonnegative_sums": "solver.topics.equations.nonnegative_sums:read",
    "sequences": "solver.topics.discrete.sequences:read",
    "triangles": "solver.topics.geometry.triangles:read",
    "binomials": "solver.topics.expressions.binomials:read",
    "complex_numbers": "solver.topics.expressions.complex_numbers:read",
    "functions": "solver.topics.functions.values:read",
    "integrals": "solver.topics.calculus.integrals:read",
    "derivatives": "solver.topics.calculus.derivatives:read",
    "limits": "solver.topics.calculus.limits:read",
    "radicals": "solver.topics.expressions.radicals:read",  # before polynomials, to which letters may be negative
    "polynomials": "solver.topics.expressions.polynomials:read",
    "integers": "solver.topics.numbers.integers:read",
    "integer_search": "solver.topics.numbers.integer_search:read",
    "arrangements": "solver.topics.discrete.arrangements:read",
    "givens": "solver.topics.givens:read",
    "lines": "solver.topics.geometry.lines:read",
    "from_roots": "solver.topics.equations.from_roots:read",
    "literal_equations": "solver.topics.equations.literal_equations:read",
    "scientific_notation": "solver.topics.numbers.scientific_notation:read",
    "inverse_functions": "solver.topics.functions.inverse_functions:read",
    "polynomial_division": "solver.topics.expressions.polynomial_division:read",
    "rounding": "solver.topics.numbers.rounding:read",
    "solution_questions": "solver.topics.equations.solution_questions:read",
    "matrices": "solver.topics.equations.matrices:read",  # before systems, to which \det A is a product of letters
    "equations": "solver.topics.equations.single:read",
    "inequalities": "solver.topics.equations.inequalities:read",
    "systems": "solver.topics.equations.systems:read",
    "identities": "solver.topics.expressions.identities:read",
    "polynomial_letters": "solver.topics.expressions.polynomial_letters:read",
    "named_coefficients": "solver.topics.expressions.named_coefficients:read",
    "powers": "solver.topics.expressions.powers:read",
    "listed_sequences": "solver.topics.discrete.listed_sequences:read",
    "draws": "solver.topics.discrete.draws:read",
    "bases": "solver.topics.numbers.bases:read",
    "units": "solver.topics.numbers.units:read",
    "clock": "solver.topics.numbers.clock:read",
    "proportionality": "solver.topics.functions.proportionality:read",
    "operations": "solver.topics.expressions.operations:read",
    "circles": "solver.topics.geometry.circles:read",
    "function_features": "solver.topics.functions.function_features:read",
    "rational_expressions": "solver.topics.expressions.rational_expressions:read",
    "completing_squares": "solver.topics.expressions.completing_squares:read",
    "formed_numbers": "solver.topics.discrete.formed_numbers:read",
    "calendar": "solver.topics.numbers.calendar:read",
    "hidden_digits": "solver.topics.numbers.hidden_digits:read",
    "number_chances": "solver.topics.discrete.number_chances:read",
    "whole_unknowns": "solver.topics.equations.whole_unknowns:read",
    "product_ends": "solver.topics.numbers.product_ends:read",
    "separated_letters": "solver.topics.discrete.separated_letters:read",
    "word_problems": "solver.topics.stories.word_problems:read",
    "school": "solver.topics.stories.school:read",
    "number_riddles": "solver.topics.stories.number_riddles:read",  # behind word_problems, which reads many of them
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
