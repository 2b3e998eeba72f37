"""The built-in tutor's methods, one file or folder a topic, in a folder for each field, and the table of them.

To add one: write `solver/topics/<field>/<name>.py` with `read(text) -> Reading` (see `base.py` for what a task offers)
and add a row to `TOPICS`. The tests over the table then run on it by themselves.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from solver.formula import FormulaError, Unworkable
from solver.named import named
from solver.ports import Language, Problem
from solver.reader import as_question, clean, every_wording
from solver.reader.numbering import labels_of_parts
from solver.reader.patterns import make_room
from solver.topics.base import Methodical, Reader, Task, Text, Unread
from solver.topics.forms import wants_exact_and_rounded, wish_in
from solver.topics.forms.by_topic import COMPARING, DIVIDING, ROUND_THEMSELVES, formed
from solver.topics.methods import SAME_NAME, Request, barred, requested
from solver.topics.unfit import instead

_log: Final = logging.getLogger(__name__)
_ON_THE_HOUR: Final = re.compile(r"(?<![\d:])\d{1,2}:00(?!\d)", re.ASCII)
"""5:00 is no division by zero."""
make_room()
TOPICS: Final[Mapping[str, str]] = {
    # asked in this order; the first that reads the whole problem solves it
    "choices": "solver.topics.choices:read",
    "undefined": "solver.topics.numbers.undefined:read",  # before arithmetic, to which 0^0 is 1
    "comparisons": "solver.topics.numbers.comparisons:read",  # before arithmetic, to which "Is 3 greater than 5?" is a sum
    "missing_parts": "solver.topics.numbers.missing_parts:read",  # before arithmetic, to which "the product is 6 and one of them 2" is a product
    "recurring": "solver.topics.numbers.recurring:read",  # before arithmetic, to which 0.1\overline{6} is a product
    "ratios": "solver.topics.numbers.ratios:read",  # before arithmetic, to which 24:36 is a division
    "percentages": "solver.topics.numbers.percentages:read",  # before arithmetic, to which "increased by 30%" adds 0.3
    "arithmetic": "solver.topics.numbers.arithmetic:read",
    "counting_symbols": "solver.topics.discrete.counting_symbols:read",  # before powers, to which C_8^3 is one
    "divisions": "solver.topics.numbers.divisions:read",
    "series": "solver.topics.discrete.series:read",
    "mixed_sums": "solver.topics.discrete.series.mixed:read",
    "closed_sums": "solver.topics.discrete.series.closed:read",
    "set_operations": "solver.topics.discrete.set_operations:read",  # before inequalities, to which the conditions are such
    "sequence_graphs": "solver.topics.discrete.sequence_graphs:read",
    "conic_graphs": "solver.topics.geometry.conic_graphs:read",
    "regions": "solver.topics.functions.regions:read",
    "graphs": "solver.topics.functions.graphs:read",
    "parabolas": "solver.topics.functions.parabolas:read",
    "moved_graphs": "solver.topics.functions.moved_graphs:read",  # behind parabolas, which has features of moved ones
    "triangle_sides": "solver.topics.equations.triangle_sides:read",
    "nonnegative_sums": "solver.topics.equations.nonnegative_sums:read",
    "sequences": "solver.topics.discrete.sequences:read",
    "exterior_angles": "solver.topics.geometry.exterior_angles:read",
    "triangles": "solver.topics.geometry.triangles:read",
    "trigonometric_relations": "solver.topics.expressions.trigonometric_relations:read",  # before systems, which forgets sin^2 + cos^2 <= 1
    "binomials": "solver.topics.expressions.binomials:read",
    "complex_numbers": "solver.topics.expressions.complex_numbers:read",
    "functions": "solver.topics.functions.values:read",
    "related_rates": "solver.topics.calculus.related_rates:read",  # before systems, to which dx/dt is a product
    "differential_equations": "solver.topics.calculus.differential_equations:read",  # before systems, to which y(0) = 1 is an equation
    "infinite_series": "solver.topics.calculus.infinite_series:read",  # behind sequences, which has some geometric ones
    "power_series": "solver.topics.calculus.power_series:read",
    "maclaurin_series": "solver.topics.calculus.maclaurin_series:read",
    "taylor": "solver.topics.calculus.taylor:read",
    "double_integrals": "solver.topics.calculus.double_integrals:read",  # before integrals, to which the inner one is the whole
    "several_variables": "solver.topics.calculus.several_variables:read",  # before derivatives, to which dz is a product
    "variable_limits": "solver.topics.calculus.variable_limits:read",  # before integrals and limits, to which the integral is a number
    "integrals": "solver.topics.calculus.integrals:read",
    "derivatives": "solver.topics.calculus.derivatives:read",
    "limits": "solver.topics.calculus.limits:read",
    "radicals": "solver.topics.expressions.radicals:read",  # before polynomials, to which letters may be negative
    "trigonometric_identities": "solver.topics.expressions.trigonometric_identities:read",  # before polynomials, which simplify without steps
    "polynomials": "solver.topics.expressions.polynomials:read",
    "linear_congruences": "solver.topics.numbers.linear_congruences:read",
    "integers": "solver.topics.numbers.integers:read",
    "integer_search": "solver.topics.numbers.integer_search:read",
    "arrangements": "solver.topics.discrete.arrangements:read",
    "givens": "solver.topics.givens:read",
    "lines": "solver.topics.geometry.lines:read",
    "point_line": "solver.topics.geometry.point_line:read",
    "vector_lengths": "solver.topics.geometry.vector_lengths:read",  # before systems, to which |a| = 2 is an equation
    "circle_lines": "solver.topics.geometry.circle_lines:read",  # before systems, to which both are equations
    "from_roots": "solver.topics.equations.from_roots:read",
    "literal_equations": "solver.topics.equations.literal_equations:read",
    "scientific_notation": "solver.topics.numbers.scientific_notation:read",
    "inverse_functions": "solver.topics.functions.inverse_functions:read",
    "polynomial_division": "solver.topics.expressions.polynomial_division:read",
    "rounding": "solver.topics.numbers.rounding:read",
    "solution_questions": "solver.topics.equations.solution_questions:read",
    "row_reduction": "solver.topics.equations.row_reduction:read",
    "matrix_unknowns": "solver.topics.equations.matrix_unknowns:read",
    "eigenvectors": "solver.topics.equations.eigenvectors:read",
    "matrix_spaces": "solver.topics.equations.matrix_spaces:read",  # before matrices, to which A^n is a power that it cannot take
    "matrices": "solver.topics.equations.matrices:read",  # before systems, to which \det A is a product of letters
    "trigonometric": "solver.topics.equations.trigonometric:read",  # before systems, to which an interval is a second equation
    "complex_roots": "solver.topics.equations.complex_roots:read",  # before equations, which keeps the real solutions
    "equations": "solver.topics.equations.single:read",
    "inequalities": "solver.topics.equations.inequalities:read",
    "systems": "solver.topics.equations.systems:read",
    "identities": "solver.topics.expressions.identities:read",
    "polynomial_letters": "solver.topics.expressions.polynomial_letters:read",
    "named_coefficients": "solver.topics.expressions.named_coefficients:read",
    "powers": "solver.topics.expressions.powers:read",
    "listed_sequences": "solver.topics.discrete.listed_sequences:read",
    "random_variables": "solver.topics.discrete.random_variables:read",
    "normal": "solver.topics.discrete.normal:read",
    "total_probability": "solver.topics.discrete.total_probability:read",
    "event_chances": "solver.topics.discrete.event_chances:read",
    "draws": "solver.topics.discrete.draws:read",
    "named_distributions": "solver.topics.discrete.named_distributions:read",  # behind draws, which has the binomial probabilities
    "bases": "solver.topics.numbers.bases:read",
    "units": "solver.topics.numbers.units:read",
    "angle_measures": "solver.topics.numbers.angle_measures:read",
    "clock": "solver.topics.numbers.clock:read",
    "proportionality": "solver.topics.functions.proportionality:read",
    "operations": "solver.topics.expressions.operations:read",
    "circles": "solver.topics.geometry.circles:read",
    "function_features": "solver.topics.functions.function_features:read",
    "partial_fractions": "solver.topics.expressions.partial_fractions:read",
    "rational_expressions": "solver.topics.expressions.rational_expressions:read",
    "completing_squares": "solver.topics.expressions.completing_squares:read",
    "product_ends": "solver.topics.numbers.product_ends:read",
    "value_features": "solver.topics.numbers.value_features:read",
    "operations_by_examples": "solver.topics.expressions.operations.examples:read",
    "boxes": "solver.topics.equations.boxes:read",
    "formed_numbers": "solver.topics.discrete.formed_numbers:read",
    "calendar": "solver.topics.numbers.calendar:read",
    "hidden_digits": "solver.topics.numbers.hidden_digits:read",
    "number_chances": "solver.topics.discrete.number_chances:read",
    "whole_unknowns": "solver.topics.equations.whole_unknowns:read",
    "separated_letters": "solver.topics.discrete.separated_letters:read",
    "both_roots": "solver.topics.numbers.both_roots:read",
    "number_forms": "solver.topics.numbers.number_forms:read",
    "statistics": "solver.topics.discrete.statistics:read",
    "conics": "solver.topics.geometry.conics:read",
    "conic_chords": "solver.topics.geometry.conic_chords:read",
    "parity": "solver.topics.functions.parity:read",
    "average_rates": "solver.topics.calculus.average_rates:read",
    "periods": "solver.topics.functions.periods:read",
    "course_letters": "solver.topics.calculus.course_letters:read",
    "extrema": "solver.topics.calculus.extrema:read",
    "implicit_derivatives": "solver.topics.calculus.implicit_derivatives:read",
    "measures": "solver.topics.calculus.measures:read",
    "congruences": "solver.topics.numbers.congruences:read",
    "linear_programming": "solver.topics.functions.linear_programming:read",
    "optimisation": "solver.topics.calculus.optimisation:read",
    "letters_from_values": "solver.topics.functions.letters_from_values:read",
    "coordinate_systems": "solver.topics.geometry.coordinate_systems:read",
    "linear_maps": "solver.topics.geometry.linear_maps:read",
    "segments": "solver.topics.geometry.segments:read",
    "graph_points": "solver.topics.functions.graph_points:read",
    "unknown_letters": "solver.topics.functions.unknown_letters:read",
    "interpolated": "solver.topics.functions.interpolated:read",
    "written_forms": "solver.topics.expressions.written_forms:read",
    "root_conditions": "solver.topics.equations.root_conditions:read",
    "root_values": "solver.topics.equations.root_values:read",
    "unknown_base": "solver.topics.numbers.unknown_base:read",
    "common_pairs": "solver.topics.numbers.common_pairs:read",
    "consecutive_integers": "solver.topics.equations.consecutive_integers:read",
    "many_throws": "solver.topics.discrete.many_throws:read",
    "selections": "solver.topics.discrete.selections:read",
    "described": "solver.topics.numbers.described:read",
    "word_problems": "solver.topics.stories.word_problems:read",
    "school": "solver.topics.stories.school:read",
    "number_riddles": "solver.topics.stories.number_riddles:read",  # behind word_problems, which reads many of them
    "figures": "solver.topics.geometry.figures:read",  # behind school, which tells stories of figures
    "contests": "solver.topics.stories.contests:read",  # behind all that tells stories: it takes what they leave
    "everyday": "solver.topics.stories.everyday:read",  # behind all readers of stories with more to say
    "two_questions": "solver.topics.two_questions:read",
}


def reader(name: str) -> Reader:
    """The `read` of one topic."""
    found: Reader = named(TOPICS, name, "topic")
    return found


def readers() -> Iterator[tuple[str, Reader]]:
    """Name and `read` of every topic, in order."""
    for name in TOPICS:
        yield name, reader(name)


def read(problem: Problem) -> Task | Unread:
    """The task that a problem poses, by the method that the problem or its text asks for where that fits; or what could not be read of it.

    When no topic recognises anything the whole text is unread.

    Raises:
        Unworkable: no topic reads it, and one found a formula that is too large or divides by zero.
    """
    found = topic_of(problem)
    return found if isinstance(found, Unread) else found[1]


def topic_of(problem: Problem) -> tuple[str, Task] | Unread:
    """As `read`, with the name of the topic in front of the task."""
    found = reading_of(problem)
    return found if isinstance(found, Unread) else (found.topic, found.task)


@dataclass(frozen=True, slots=True)
class Read:
    """A problem that was read: by which topic, its task, and the words that were read otherwise than they are typed: (as typed, as read)."""

    topic: str
    task: Task
    words: tuple[tuple[str, str], ...] = ()


def reading_of(problem: Problem) -> Read | Unread:
    """As `read`, with the name of the topic, and how words were read."""
    text = Text(clean(problem.text), problem.language)
    request = requested(text.source)
    wanted = (problem.method,) if problem.method else request.methods if request else ()
    if request is not None and (found := _by_method(request, wanted, problem)) is not None:
        return found
    bar = None if problem.method else barred(text.source)
    if bar is not None and (left := _without_method(bar, problem)) is not None:
        return left
    whole = _read_whole(text)
    if not problem.method or isinstance(whole, Unread):
        return whole
    return _chosen(whole, wanted, problem.language)


def _by_method(request: Request, wanted: tuple[str, ...], problem: Problem) -> Read | None:
    """The problem without the phrase, by one method; None where its topic knows no methods, and the phrase may be its own."""
    whole = _methodical(request, problem)
    return None if whole is None else _chosen(whole, wanted, problem.language)


def _without_method(bar: Request, problem: Problem) -> Read | Unread | None:
    """The problem without the phrase, by the first method that it does not forbid; None where its topic knows no methods."""
    if (whole := _methodical(bar, problem)) is None:
        return None
    left = [m for m in whole.task.methods() if m not in bar.methods]  # type: ignore[attr-defined]
    return replace(whole, task=whole.task.by(left[0])) if left else Unread(bar.phrases, bar.methods)  # type: ignore[attr-defined]


def _methodical(request: Request, problem: Problem) -> Read | None:
    try:
        whole = _read_whole(Text(request.rest, problem.language))
    except FormulaError:
        return None
    return None if isinstance(whole, Unread) or not isinstance(whole.task, Methodical) else whole


def _chosen(whole: Read, wanted: tuple[str, ...], language: Language) -> Read:
    """The task by the method that is wanted; where it has none of that name, by another one, which says why."""
    task = whole.task
    if len(wanted) == 1 and isinstance(task, Methodical):
        offered = task.methods()
        for method in (*wanted, *SAME_NAME.get(wanted[0], ())):
            if method in offered:
                return replace(whole, task=task.by(method))
    return replace(whole, task=instead(task, wanted, language))


def _read_whole(text: Text) -> Read | Unread:
    """As `reader_of`, of the first of the text's wordings that is read."""
    unread = list[Unread]()
    wish = wish_in(text.source)
    for wording in every_wording(text.source):
        if wording.full and any(u.doubted for u in unread):
            break
        found = reader_of(Text(wording.text, text.language))
        if not isinstance(found, Unread):
            name, task = found
            if (
                wish is not None and wish_in(wording.text) is None
            ):  # a wording leaves out how to write the answer
                task = formed(name, task, wish, text, seen=True)
            return Read(name, task, wording.words)
        unread.append(found)
    return min(unread, key=lambda unread: sum(map(len, unread.fragments)))


def read_as(name: str, problem: Problem) -> Task | None:
    """The task, where the topic of that name is the one that reads the problem. Asks that one first: mostly a "no" comes soon."""
    text = Text(clean(problem.text), problem.language)
    for source in (wording.text for wording in every_wording(text.source)):
        task = _asked(name, Text(source, problem.language))
        if task is None:
            continue
        if source == text.source:
            earlier = takewhile(lambda other: other != name, TOPICS)
            return None if any(_asked(other, text) is not None for other in earlier) else task
        found = topic_of(problem)
        return found[1] if not isinstance(found, Unread) and found[0] == name else None
    return None


def could_read(name: str, problem: Problem) -> Task | None:
    """The task that one topic alone finds in a problem, whichever topics stand before it."""
    text = Text(clean(problem.text), problem.language)
    tasks = (
        _asked(name, Text(source, problem.language))
        for source in (w.text for w in every_wording(text.source))
    )
    return next((task for task in tasks if task is not None), None)


def _asked(name: str, text: Text) -> Task | None:
    """What one topic alone makes of a text, a form that is wished for included."""
    wish = wish_in(text.source)
    sources = (
        (text.source,) if wish is None else dict.fromkeys((text.source, wish.rest, as_question(wish.rest)))
    )
    for source in sources:
        try:
            found = reader(name)(replace(text, source=source))
        except FormulaError:
            continue
        if found is not None and not isinstance(found, Unread):
            return found if wish is None else formed(name, found, wish, text, seen=source == text.source)
    return None


def read_text(text: Text) -> Task | Unread:
    """As `read`, of a text that is clean already: also for a topic that hands on a part of its problem."""
    found = reader_of(text)
    return found if isinstance(found, Unread) else found[1]


def reader_of(text: Text) -> tuple[str, Task] | Unread:
    """The topic that reads a clean text, by its name in `TOPICS`, and the task; or what could not be read.

    Where the text asks for a form of its answer, the topics are asked with that wish, and then without it.
    """
    wish = wish_in(text.source)
    if wish is None:
        both = wants_exact_and_rounded(text.source)
        return _first_reader_of(text, but=ROUND_THEMSELVES if both else frozenset())
    if wish.form.is_of_one and (parts := _each_with_its_wish(text)) is not None:
        return parts
    whole = _first_reader_of(text, but=DIVIDING)
    if not isinstance(whole, Unread):
        return whole[0], formed(*whole, wish, text, seen=True)
    for source in dict.fromkeys((*wish.in_usual_words(text.language), wish.rest, as_question(wish.rest))):
        rest = Text(source, text.language, text.values)
        found = _first_reader_of(rest)
        if (
            not isinstance(found, Unread)
            and found[0] not in COMPARING
            and (exact := _with_exact_pi(*found, rest)) is not None
        ):
            return exact[0], formed(*exact, wish, text, seen=False)
    return _each_with_its_wish(text) or whole


def _each_with_its_wish(text: Text) -> tuple[str, Task] | None:
    found = reader("two_questions")(text)
    return None if found is None or isinstance(found, Unread) else ("two_questions", found)


def _with_exact_pi(name: str, task: Task, text: Text) -> tuple[str, Task] | None:
    """The task, where it does not take π as 3.14 of its own accord: that is no exact answer to be rounded."""
    if name != "school" or "3.14" in text.source or "Rational(157, 50)" not in task.solution().cell:
        return name, task
    try:
        figure = reader("figures")(text)
    except FormulaError:
        return None
    return None if figure is None or isinstance(figure, Unread) else ("figures", figure)


_OF_ONE_FORMULA: Final = frozenset(
    "arithmetic radicals polynomials trigonometric_identities powers rational_expressions complex_numbers binomials functions rounding".split()
)
"""(1) √2+√3 (2) √7-1: two questions, and no factors."""


def _first_reader_of(text: Text, *, but: frozenset[str] = frozenset()) -> tuple[str, Task] | Unread:
    """As `reader_of`, the text as it stands."""
    leftovers: list[Unread] = []
    fault: Unworkable | None = None
    is_labelled = bool(labels_of_parts(text.source))
    for name, read_topic in readers():
        if name in but or is_labelled and name in _OF_ONE_FORMULA:
            continue
        try:
            found = read_topic(text)
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
            return name, found
    if fault is not None and not _ON_THE_HOUR.search(text.source):
        raise fault
    # the topic that understood most of it knows best what is missing
    least = min(leftovers, key=lambda u: sum(map(len, u.fragments)), default=Unread((text.source,)))
    return replace(least, doubted=any(u.doubted for u in leftovers))
