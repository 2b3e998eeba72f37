"""One shape against another: lists, sets, points, matrices, statements, ranges; three-valued, never lenient.

The reference leads: a list without names is one of solutions and may come in any order unless `ordered`; a point is no interval unless the
other answer is a range. Names in front of a value may be left out, but not changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import sympy as sp

from evaluation.grader.cleaning import squeezed
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
from evaluation.grader.ranges import is_range, letters_of, range_of
from evaluation.grader.values import Equality, all_of, equal, proportional, same_function, solved_alike, value

MAX_MEMBERS: Final = 60


def same_form(answer: Form, reference: Form, *, ordered: bool = False) -> Equality:
    """Whether a shape means what the reference means. `ordered`: a list must keep its order.

    >>> same_form(read("x=3, x=2"), read("2, 3")), same_form(read("(2, 3)"), read("(3, 2)")), same_form(read("x=3, x=2"), read("2, 3"), ordered=True)
    ('equal', 'different', 'different')
    """
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
            return same_form(only, reference)
        case _, Bracketed("{}", (only,)):
            return same_form(answer, only)
        case (Listed(members), Formula() | Statement()) if _one_value(members):
            return same_form(members[0], reference)
        case Listed(a, _), Listed(r, semicolons):
            return _lists(a, r, ordered=ordered or semicolons)
        case Statement(), Statement():
            return _statements(answer, reference)
        case Statement(), Formula():
            return _unnamed(answer, lambda last: same_form(last, reference))
        case Formula(), Statement():
            return _unnamed(reference, lambda last: same_form(answer, last))
        case Statement(), Bracketed() | Matrix():
            return _unnamed(answer, lambda last: same_form(last, reference))
        case Bracketed() | Matrix(), Statement():
            return _unnamed(reference, lambda last: same_form(answer, last))
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
    return all_of([same_form(a, r) for a, r in zip(answer, reference, strict=True)])


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
        verdicts = [same_form(member, r) for r in open_]
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
        len(names) == 1
        and None not in names
        and all(same_form(members[0], m) == "equal" for m in members[1:])
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
            last = same_form(read(answer.sides[-1]), read(reference.sides[-1]))
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
        return same_form(read(answer.sides[-1]), read(reference.sides[-1]))
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
