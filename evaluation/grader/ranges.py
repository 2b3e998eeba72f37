"""An answer as a set of real numbers: intervals, unions, inequalities in one letter, all numbers, none.

Only inequalities that already say the range (`x < 2`, `0 < x <= 1`, `x != 3`); solving is not the grader's business.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from evaluation.grader.forms import Bracketed, Form, Formula, Listed, Statement, Union, Without, Word
from evaluation.grader.values import value

_LETTER: Final = re.compile(r"\\?[A-Za-z]+(?:_\{?\d\}?)?|[A-Za-z]\s*\(\s*[A-Za-z]\s*\)")


def range_of(form: Form) -> Any | None:
    """The set that an answer describes; None where it is no set of real numbers, or cannot be read.

    >>> from evaluation.grader.forms import read
    >>> range_of(read("1 < x <= 2")), range_of(read("(1, 2]")), range_of(read("x > 1, x < 0"))
    (Interval.Lopen(1, 2), Interval.Lopen(1, 2), Union(Interval.open(-oo, 0), Interval.open(1, oo)))
    """
    match form:
        case Word("empty"):
            return sp.S.EmptySet
        case Word("reals"):
            return sp.S.Reals
        case Union(parts):
            return _union([range_of(p) for p in parts])
        case Without(whole, removed):
            values = [_real(m.text) if isinstance(m, Formula) else None for m in removed]
            all_of_it = range_of(whole)
            return None if None in values or all_of_it is None else all_of_it - sp.FiniteSet(*values)
        case Bracketed("{}", members):
            values = [_real(m.text) if isinstance(m, Formula) else None for m in members]
            return None if None in values else sp.FiniteSet(*values)
        case Bracketed(brackets, (Formula(low), Formula(high))) if brackets in ("()", "(]", "[)", "[]"):
            return _interval(low, high, brackets[0] == "(", brackets[1] == ")")
        case Statement():
            return _inequality(form)
        case Listed(members):
            ranges = [range_of(m) for m in members]
            return _several(ranges, both=form.joined) if len(letters_of(form)) <= 1 else None
    return None


def is_range(form: Form) -> bool:
    """Whether it can be nothing but a set of real numbers."""
    match form:
        case Word(says):
            return says in ("empty", "reals")
        case Union() | Without():
            return True
        case Statement(_, signs):
            return not set(signs) <= {"="}
        case Listed(members):
            return any(is_range(m) for m in members)
        case Bracketed(brackets, members):
            return brackets in ("(]", "[)") or any(
                isinstance(m, Formula) and r"\infty" in m.text for m in members
            )
    return False


def letters_of(form: Form) -> frozenset[str]:
    """The letters that an answer in inequalities is about; none where it is written as a set."""
    match form:
        case Statement(sides, _):
            return frozenset(s for s in sides if _LETTER.fullmatch(s) and s != r"\infty")
        case Listed(members) | Union(members):
            return frozenset[str]().union(*map(letters_of, members))
    return frozenset()


def _several(parts: list[Any | None], *, both: bool) -> Any | None:
    """Ranges beside one another: both or either, whichever alone says something; None where both could be meant. `both`: a word says it."""
    if any(p is None for p in parts):
        return None
    common, either = sp.Intersection(*parts), sp.Union(*parts)
    if common is sp.S.EmptySet:
        return sp.S.EmptySet if both else either
    return common if either == sp.S.Reals else None


def _real(text: str) -> Any | None:
    found = value(re.sub(r"^\s*\+", "", text))
    return found if found is not None and found.is_extended_real else None


def _interval(low: str, high: str, left_open: bool, right_open: bool) -> Any | None:
    start, end = _real(low), _real(high)
    if start is None or end is None or (end > start) != sp.true:
        return None
    return sp.Interval(start, end, left_open, right_open)


def _union(parts: list[Any | None]) -> Any | None:
    return None if any(p is None for p in parts) else sp.Union(*parts)


def _inequality(statement: Statement) -> Any | None:
    sides, signs = statement.sides, statement.signs
    if len(sides) == 3 and sides[1].strip().startswith("|"):
        return _ring(sides, signs)
    if len(sides) == 2 and (around := _around(sides, signs[0])) is not None:
        return around
    letters = [i for i, s in enumerate(sides) if _LETTER.fullmatch(s) and s != r"\infty"]
    numbers = [_real(s) if i not in letters else None for i, s in enumerate(sides)]
    if len(letters) != 1 or sum(n is not None for n in numbers) != len(sides) - 1:
        return None
    place, found = letters[0], sp.S.Reals
    if len(sides) == 3 and (place != 1 or {s[0] for s in signs} not in ({"<"}, {">"})):
        return None
    if len(sides) > 3:
        return None
    for i, sign in enumerate(signs):
        bound = numbers[i] if numbers[i] is not None else numbers[i + 1]
        turned = i + 1 == place  # the number stands to the left of the letter
        found = sp.Intersection(found, _half(sign, bound, turned=turned))
    return found


def _ring(sides: tuple[str, ...], signs: tuple[str, ...]) -> Any | None:
    """`1 < |x - 2| <= 3`: farther than one distance, and nearer than another."""
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
    if {s[0] for s in signs} not in ({"<"}, {">"}):
        return None
    low = _around((sides[1], sides[0]), turned.get(signs[0], ""))
    high = _around((sides[1], sides[2]), signs[1])
    return None if low is None or high is None else sp.Intersection(low, high)


def _around(sides: tuple[str, ...], sign: str) -> Any | None:
    """`|x| < 3`, `|x - 2| < 3`: the numbers nearer to a number, or farther from it."""
    around, bound = (
        re.fullmatch(r"\|\s*[A-Za-z]\s*(?:([-+])\s*([^|]+))?\|", sides[0].strip()),
        _real(sides[1]),
    )
    if around is None or bound is None or sign == "ne" or bound < 0:
        return None
    middle = _real(around[2]) if around[2] else sp.S.Zero
    if middle is None:
        return None
    middle = -middle if around[1] == "+" else middle
    if sign == "=":
        return sp.FiniteSet(middle + bound, middle - bound)
    open_ = len(sign) == 1
    low, high = middle - bound, middle + bound
    inside = sp.Interval(low, high, open_, open_)
    return inside if sign[0] == "<" else sp.S.Reals - sp.Interval(low, high, not open_, not open_)


def _half(sign: str, bound: Any, *, turned: bool) -> Any:
    if sign == "=":
        return sp.FiniteSet(bound)
    if sign == "ne":
        return sp.S.Reals - sp.FiniteSet(bound)
    below = (sign[0] == "<") != turned
    open_ = len(sign) == 1
    return sp.Interval(-sp.oo, bound, True, open_) if below else sp.Interval(bound, sp.oo, open_, True)
