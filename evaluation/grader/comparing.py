"""Whether an answer is what a reference says: three-valued, from cheap to dear, never lenient.

The reference leads: a list without names is one of solutions and may come in any order unless `ordered`; a rounded decimal
of the reference is met by the exact value; a point is no interval unless the other answer is a range. Names in front of a
value may be left out, but not changed. Units count only where both answers name one.
May take for ever on a hostile formula: `grading` bounds it by a process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from typing import Any, Final

import sympy as sp

from evaluation.grader.cleaning import clean, spelled, squeezed, word
from evaluation.grader.conditions import in_pieces, with_domain
from evaluation.grader.families import same_families, without_condition
from evaluation.grader.forms import (
    NAME,
    Bracketed,
    Form,
    Formula,
    Listed,
    Matrix,
    Statement,
    Union,
    Word,
    both_signs,
    read,
)
from evaluation.grader.formulas import same_formula
from evaluation.grader.labels import labelled, numbered_items, unnamed_point
from evaluation.grader.moments import same_moment
from evaluation.grader.ranges import is_range, letters_of, range_of
from evaluation.grader.readings import readings, with_constant, with_constants, without_constant
from evaluation.grader.sayings import opposed
from evaluation.grader.terms import same_term
from evaluation.grader.values import (
    Equality,
    all_of,
    any_of,
    equal,
    proportional,
    same_digits,
    same_function,
    solved_alike,
    value,
)

MAX_LENGTH: Final = 4_000
MAX_MEMBERS: Final = 60


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
    if (same := _labelled(spelled(answer), spelled(reference))) is not None:
        return same
    if squeezed(left) == squeezed(right) or (
        _in_words(left) and squeezed(left).casefold() == squeezed(right).casefold()
    ):
        return "equal"
    if same_term(left, right) or same_digits(left, right):
        return "equal"
    if (same := _where_they_hold(left, right)) is not None:
        return same
    for decide in (same_moment, same_families):
        if (same := decide(left, right)) is not None:
            return same
    left, right = without_condition(left), without_condition(right)
    left, right = without_constant(with_constant(left, right), right), with_constant(right, left)
    verdicts = [
        _forms(a, r, ordered=ordered)
        for named in with_constants(left, right)
        for a, r in product(
            readings(named, beside=right, letters=letters),
            readings(right, beside=left, letters=letters, leads=True),
        )
    ]
    return any_of(verdicts)


def _where_they_hold(answer: str, reference: str) -> Equality | None:
    """Of two functions in pieces, and of two with a domain; None where both are no such thing."""
    pieces = in_pieces(answer), in_pieces(reference)
    if pieces[0] and pieces[1]:
        if len(pieces[0]) != len(pieces[1]):
            return "different"
        verdicts = [
            [all_of([compare(a, b) for a, b in zip(p, q, strict=True)]) for q in pieces[1]] for p in pieces[0]
        ]
        return all_of([any_of(row) for row in verdicts])
    function, expected = with_domain(answer), with_domain(reference)
    if function and expected:
        return all_of([compare(a, b) for a, b in zip(function, expected, strict=True)])
    return None


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


def _forms(answer: Form, reference: Form, *, ordered: bool = False) -> Equality:
    answer, reference = _plain(answer), _plain(reference)
    if isinstance(answer, Word) and isinstance(reference, Word):
        return "equal" if answer.says == reference.says else "different"
    kinds = {type(answer), type(reference)}
    ranged = _as_ranges(answer, reference)
    if ranged is not None:
        return ranged
    answer, reference = (Listed(f.parts) if isinstance(f, Union) else f for f in (answer, reference))
    if Word in kinds:
        return "equal" if _endless(answer) and _endless(reference) else "different"
    match answer, reference:
        case Matrix(a), Matrix(r):
            return _grids(a, r)
        case Matrix(rows), Bracketed("()" | "[]", items) | Listed(items):
            return (
                _row([row[0] for row in rows], items) if all(len(row) == 1 for row in rows) else "different"
            )
        case Bracketed("()" | "[]", items), Matrix(rows):
            return (
                _row(items, [row[0] for row in rows]) if all(len(row) == 1 for row in rows) else "different"
            )
        case Bracketed("{}", a), Bracketed("{}", r):
            return _sets(a, r)
        case (Bracketed("{}", a), Listed(r, False)) | (Listed(a), Bracketed("{}", r)):
            return _row(a, r) if ordered else _bag(a, r)
        case Bracketed(one, a), Bracketed(other, r):
            vectors = {one, other} <= {"()", "[]"} and len(a) > 2  # of two members one could be an interval
            return _row(a, r) if one == other or vectors else "different"
        case Listed(a, _), Bracketed("()", r):
            return _named_in_order(a, r)
        case Bracketed("()", a), Listed(r, _):
            return _named_in_order(r, a, swapped=True)
        case Bracketed("[]", a), Listed(r, False):
            return _lists(a, r, ordered=ordered)
        case Listed(a, False), Bracketed("[]", r) if range_of(reference) is None:
            return _lists(a, r, ordered=ordered)
        case Bracketed("{}", (only,)), _:
            return _forms(only, reference)
        case _, Bracketed("{}", (only,)):
            return _forms(answer, only)
        case (Listed(members), Formula() | Statement()) if _one_value(members):
            return _forms(members[0], reference)
        case Listed(a, _), Listed(r, semicolons):
            return _lists(a, r, ordered=ordered or semicolons)
        case Statement(), Statement():
            return _statements(answer, reference)
        case Statement(), Formula():
            return _unnamed(answer, lambda last: _forms(last, reference))
        case Formula(), Statement():
            return _unnamed(reference, lambda last: _forms(answer, last))
        case Statement(), Bracketed() | Matrix():
            return _unnamed(answer, lambda last: _forms(last, reference))
        case Bracketed() | Matrix(), Statement():
            return _unnamed(reference, lambda last: _forms(answer, last))
        case Formula(), Formula():
            return same_formula(answer, reference)
    return "different"


def _endless(form: Form) -> bool:
    """Infinitely many, of which some write the number."""
    return form == Word("endless") or (
        isinstance(form, Formula) and squeezed(form.text) in (r"\infty", r"+\infty")
    )


def _plain(form: Form) -> Form:
    """A single plus-minus is two answers."""
    spread = both_signs(form)
    return Listed(tuple(spread)) if len(spread) > 1 else form


# -- several values ----------------------------------------------------------------------------------


def _row(answer: Sequence[Form], reference: Sequence[Form]) -> Equality:
    if len(answer) != len(reference):
        return "different"
    return all_of([_forms(a, r) for a, r in zip(answer, reference, strict=True)])


def _grids(answer: Sequence[Sequence[Form]], reference: Sequence[Sequence[Form]]) -> Equality:
    if [len(row) for row in answer] != [len(row) for row in reference]:
        return "different"
    return all_of([_row(a, r) for a, r in zip(answer, reference, strict=True)])


def _bag(answer: Sequence[Form], reference: Sequence[Form]) -> Equality:
    """The same members, each as often, in any order."""
    if len(answer) != len(reference) or len(answer) > MAX_MEMBERS:
        return "different" if len(answer) != len(reference) else "undecided"
    open_, undecided = list(reference), False
    for member in answer:
        verdicts = [_forms(member, r) for r in open_]
        if "equal" in verdicts:
            del open_[verdicts.index("equal")]
        elif "undecided" in verdicts:
            undecided = True
        else:
            return "different"
    return "undecided" if undecided else "equal"


def _sets(answer: Sequence[Form], reference: Sequence[Form]) -> Equality:
    """As `_bag`; a member that one of them repeats counts once, and where both do, they may mean it."""
    found, expected = _once(answer), _once(reference)
    both = len(found) < len(answer) and len(expected) < len(reference)
    return _bag(answer, reference) if both else _bag(found, expected)


def _once(members: Sequence[Form]) -> list[Form]:
    """The members of a set, of which each counts once."""
    found: list[Form] = []
    for member in members[:MAX_MEMBERS]:
        if member not in found:
            found.append(member)
    return [*found, *members[MAX_MEMBERS:]]


def _one_value(members: Sequence[Form]) -> bool:
    """A double root told twice: `x_1 = 2, x_2 = 2`."""
    names = {_name(m) for m in members}
    return (
        len(names) == 1 and None not in names and all(_forms(members[0], m) == "equal" for m in members[1:])
    )


def _lists(answer: Sequence[Form], reference: Sequence[Form], *, ordered: bool) -> Equality:
    names = [[None if _is_curve(m) else _name(m) for m in side] for side in (answer, reference)]
    distinct = [len({n for n in side if n}) > 1 for side in names]
    if all(distinct) and all(all(side) for side in names):
        return (
            _bag(answer, reference)
            if sorted(map(str, names[0])) == sorted(map(str, names[1]))
            else "different"
        )
    return _row(answer, reference) if ordered or any(distinct) else _bag(answer, reference)


def _is_curve(form: Form) -> bool:
    """`y = 2x + 1` is a line, and gives y no value."""
    if not isinstance(form, Statement) or form.signs != ("=",) or form.sides[0].strip() not in ("x", "y"):
        return False
    other = {"x": "y", "y": "x"}[form.sides[0].strip()]
    return re.search(rf"(?<![A-Za-z\\]){other}(?![A-Za-z])", form.sides[1]) is not None


def _name(form: Form) -> str | None:
    """The letter that a member gives a value to; `x_1` and `x_2` are two values of x."""
    if isinstance(form, Statement) and form.signs[0] == "=" and NAME.fullmatch(form.sides[0]):
        name = re.sub(r"^\\angle|^∠|_\{?\d+\}?$", "", squeezed(form.sides[0]))
        return re.sub(r"^\\frac\{(d[a-z])\}\{(d[a-z])\}$", r"\1/\2", name)
    return None


def _named_in_order(named: Sequence[Form], point: Sequence[Form], *, swapped: bool = False) -> Equality:
    """`x = 1, y = 2` is the point (1, 2) where the names come in the order of the alphabet."""
    names = [_name(m) for m in named]
    numbered = len(named) > 2 and _indices(named) == list(range(1, len(named) + 1)) and len(set(names)) == 1
    if (
        any(names)
        and not numbered
        and (
            None in names
            or names != sorted(map(str, names), key=lambda n: n.lstrip("\\"))
            or len(set(names)) < len(names)
        )
    ):
        return "different"
    return _row(point, named) if swapped else _row(named, point)


def _indices(named: Sequence[Form]) -> list[int]:
    """Those of `x_1 = 1, x_2 = 2, x_3 = 3`."""
    found = [
        re.fullmatch(r"[A-Za-z]_\{?(\d)\}?", m.sides[0].strip()) for m in named if isinstance(m, Statement)
    ]
    return [int(m[1]) for m in found if m]


# -- statements --------------------------------------------------------------------------------------


def _unnamed(statement: Statement, compared: Callable[[Form], Equality]) -> Equality:
    """A statement whose name may be left out, against a value without one: `x = 2`, or a calculation `2·3 = 6`."""
    if set(statement.signs) != {"="}:
        return "different"
    first, last = statement.sides[0], statement.sides[-1]
    named = bool(NAME.fullmatch(first))
    computed = (
        len(statement.sides) > 1 and not named and (v := value(first)) is not None and not v.free_symbols
    )
    if named or computed:
        return compared(read(last))
    return "different"


_TURNED: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _statements(answer: Statement, reference: Statement) -> Equality:
    if set(answer.signs) | set(reference.signs) == {"="}:
        names = [_name(s) for s in (answer, reference)]
        if all(names):
            same = names[0] == names[1] or ("y" in names and all(map(_of_a_function, names)))
            last = _forms(read(answer.sides[-1]), read(reference.sides[-1]))
            if same:
                return last
        elif any(names) and any(value(s.sides[0]) is None for s in (answer, reference)):
            return "undecided"
    if len(answer.signs) > 1 or len(reference.signs) > 1:
        if answer.signs != reference.signs:  # a < b < c is c > b > a
            signs = tuple(_TURNED.get(s, s) for s in reversed(reference.signs))
            reference = Statement(reference.sides[::-1], signs)
        return (
            "different"
            if answer.signs != reference.signs
            else all_of([equal(a, r) for a, r in zip(answer.sides, reference.sides, strict=True)])
        )
    found, expected = _zero_form(answer), _zero_form(reference)
    if found is None or expected is None:
        return "undecided"
    if not found.free_symbols and not expected.free_symbols:  # two calculations: their results
        return _forms(read(answer.sides[-1]), read(reference.sides[-1]))
    if found.free_symbols != expected.free_symbols:
        return "different"
    factor = proportional(found, expected)
    if factor is None and answer.signs == reference.signs == ("=",) and solved_alike(found, expected):
        return "equal"
    if factor is None:
        return "different" if same_function(found, expected) != "undecided" else "undecided"
    signs = answer.signs[0], reference.signs[0]
    if signs[0] == signs[1] and signs[0] in ("=", "ne"):
        return "equal"
    turned = _TURNED.get(signs[0], "") if factor < 0 else signs[0]
    return "equal" if turned == signs[1] else "different"


def _zero_form(statement: Statement) -> Any | None:
    """Left side minus right side."""
    left, right = (value(side) for side in statement.sides)
    return None if left is None or right is None else left - right


def _of_a_function(name: str | None) -> bool:
    """`y` and `f(x)` or `f^{-1}(x)` name the same thing where a function was asked for."""
    return bool(name) and (name == "y" or "(" in str(name))


def _as_ranges(answer: Form, reference: Form) -> Equality | None:
    """Compared as sets of real numbers, if one of them can be nothing else; None: they are no such sets."""
    if not any(is_range(f) for f in (answer, reference)):
        return None
    letters = letters_of(answer), letters_of(reference)
    if all(letters) and letters[0] != letters[1]:
        return "different"
    found, expected = range_of(answer), range_of(reference)
    if found is None or expected is None:
        return None
    try:
        return "equal" if found == expected or sp.simplify(found.symmetric_difference(expected)) is sp.S.EmptySet else "different"  # fmt: skip
    except (TypeError, ValueError, NotImplementedError):
        return "undecided"
