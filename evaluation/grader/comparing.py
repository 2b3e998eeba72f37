"""Whether an answer is what a reference says: three-valued, from cheap to dear, never lenient.

Texts are cleaned, tried as what they may be as a whole (labels, moments, families, sets by parameters, general solutions, cases), and at last
compared shape by shape in all their readings. A rounded decimal of the reference is met by the exact value. Units count only where both
answers name one. May take for ever on a hostile formula: `grading` bounds it by a process.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from evaluation.grader.behaviour import same_behaviour
from evaluation.grader.cases import in_cases, same_as_formula
from evaluation.grader.cleaning import clean, spelled, squeezed, word
from evaluation.grader.conditions import in_pieces, with_domain
from evaluation.grader.families import same_families, without_condition
from evaluation.grader.general_solutions import same_solutions
from evaluation.grader.labels import labelled, numbered_items, same_counts, unnamed_point
from evaluation.grader.moments import same_moment
from evaluation.grader.opposites import opposed
from evaluation.grader.parametrised import same_points
from evaluation.grader.products import same_product
from evaluation.grader.quantified import quantified
from evaluation.grader.readings import readings, with_constant, with_constants, without_constant
from evaluation.grader.shapes import same_form
from evaluation.grader.terms import same_decision, same_term
from evaluation.grader.values import Equality, all_of, any_of, same_digits

MAX_LENGTH: Final = 4_000


def compare(answer: str, reference: str, *, ordered: bool = False, letters: bool = False) -> Equality:
    """Whether the answer means what the reference means.

    `ordered`: the question asks for an order, so a list must keep it. `letters`: `3 m` is a length, as in an option.

    >>> compare("x=3, x=2", "2, 3"), compare("(2, 3)", "(3, 2)"), compare("Yes", "True"), compare("x>2", r"(2,\\infty)")
    ('equal', 'different', 'equal', 'equal')
    """
    if max(len(answer), len(reference)) > MAX_LENGTH:
        return "equal" if answer.strip() == reference.strip() else "undecided"
    left, right = clean(unnamed_point(answer, beside=reference)), clean(reference)
    if not left or not right:
        return "undecided"
    if opposed(answer, reference):  # cleaned, both are the number alone
        return "different"
    if left in ("T", "F") and word(right) in ("true", "false"):
        left = "true" if left == "T" else "false"
    items = numbered_items(left), numbered_items(right)
    if all(items):
        return "equal" if items[0] == items[1] else "different"
    texts = spelled(answer), spelled(reference)
    for agree in (same_counts, same_decision, same_product):
        if (agreed := agree(*texts)) is not None:
            return "equal" if agreed else "different"
    for whole in (same_behaviour, _quantified, _labelled, same_points):
        if (same := whole(*texts)) is not None:
            return same
    if squeezed(left) == squeezed(right) or (
        _in_words(left) and squeezed(left).casefold() == squeezed(right).casefold()
    ):
        return "equal"
    if same_term(left, right) or same_digits(left, right):
        return "equal"
    for both in ((left, right), texts):
        if (same := _where_they_hold(*both)) is not None:
            return same
    for decide in (same_moment, same_families, same_solutions):
        if (same := decide(left, right)) is not None:
            return same
    left, right = without_condition(left), without_condition(right)
    left, right = without_constant(with_constant(left, right), right), with_constant(right, left)
    verdicts = [
        same_form(a, r, ordered=ordered)
        for named in with_constants(left, right)
        for a, r in product(
            readings(named, beside=right, letters=letters),
            readings(right, beside=left, letters=letters, leads=True),
        )
    ]
    return any_of(verdicts)


def _where_they_hold(answer: str, reference: str) -> Equality | None:
    """Of two functions in pieces, and of two with a domain; None where both are no such thing."""
    pieces = [in_pieces(t) or in_cases(t) for t in (answer, reference)]
    for one, other in ((pieces[0], reference), (pieces[1], answer)):
        if one and None in pieces and (same := same_as_formula(one, other)) is not None:
            return same
    if pieces[0] and pieces[1]:
        if len(pieces[0]) != len(pieces[1]):
            return "different"
        verdicts = [
            [all_of([compare(a, b) for a, b in zip(p, q, strict=True)]) for q in pieces[1]] for p in pieces[0]
        ]
        columns = [list(column) for column in zip(*verdicts, strict=True)]
        return all_of([any_of(row) for row in (*verdicts, *columns)])
    function, expected = with_domain(answer), with_domain(reference)
    if function and expected:
        return all_of([compare(a, b) for a, b in zip(function, expected, strict=True)])
    return None


def _quantified(answer: str, reference: str) -> Equality | None:
    """Of two statements with a quantifier: whether it is the same, over the same set, of the same statement."""
    found, expected = quantified(answer), quantified(reference)
    if not found or not expected:
        return None
    if found.for_all is not expected.for_all:
        return "different"
    return all_of([compare(found.over, expected.over), compare(found.body, expected.body)])


def _labelled(answer: str, reference: str) -> Equality | None:
    """Of an answer whose values have labels: whether they are those of the reference, by its labels or else by its order."""
    found, expected = labelled(answer), labelled(reference)
    if found and expected and sorted(label for label, _ in found) == sorted(label for label, _ in expected):
        values = dict(found)
        return all_of([compare(values[label], value) for label, value in expected])
    if not found and not expected:
        return None
    plain = [
        "; ".join(v for _, v in side) if side else text
        for side, text in ((found, answer), (expected, reference))
    ]
    return compare(plain[0], plain[1], ordered=True, letters=True)


def _in_words(text: str) -> bool:
    """Whether it is a word and no product of letters, so that capitals say nothing."""
    return bool(re.fullmatch(r"(?=[A-Za-z]?[a-z]*[aeiouy]|[AEIOUY])[A-Za-z][a-z]{2,}(?: [A-Za-z]+)*", text))
