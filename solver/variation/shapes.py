"""Whether two answers have the same shape, so that the problems behind them are about equally hard.

Kind of value, structure, sign, whether it is whole, and sizes within about one digit. Values only: no text, no task.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import sympy as sp

_DIGITS: Final = 1
"""By so many digits two whole numbers of one shape may differ in length."""
ROW: Final = 5
"""So many numbers are a row, as the terms of a sequence, and no parts of one answer."""
_KEYED: Final = (sp.core.function.Function, sp.core.numbers.NumberSymbol, sp.core.numbers.ImaginaryUnit)

_SAME: Final = {"cos": "sin"}
"""Functions that are as hard as one another."""


def alike(old: Any, new: Any, *, freely: bool = False) -> bool:
    """Whether an answer `new` is of the shape of `old` (values as a cell gives them).

    `freely`: as in algebra, where a negative number or a fraction that is no finite decimal is as good as another.

    >>> alike(sp.Integer(3), sp.Integer(7)), alike(sp.Integer(3), sp.Rational(7, 2)), alike(sp.Integer(3), sp.Integer(-7))
    (True, False, False)
    >>> alike([2, 3], [1, 6]), alike([2, 3], [2]), alike(1 + sp.sqrt(2), 3 - sp.sqrt(5)), alike(sp.sqrt(2), sp.Integer(2))
    (True, False, True, False)
    """
    if isinstance(old, bool | sp.logic.boolalg.BooleanAtom):
        return isinstance(new, bool | sp.logic.boolalg.BooleanAtom)
    if old is None or new is None:
        return old is new
    if isinstance(old, dict):
        return isinstance(new, dict) and _in_order([*old, *old.values()], [*new, *new.values()], freely)
    if isinstance(old, set | frozenset | sp.FiniteSet):
        return isinstance(new, type(old)) and _in_order(_sorted(old), _sorted(new), freely)
    if isinstance(old, list | tuple | sp.Tuple):
        return isinstance(new, type(old)) and _in_order(old, new, freely)
    if isinstance(old, sp.MatrixBase):
        return isinstance(new, sp.MatrixBase) and old.shape == new.shape and _in_order(old, new, freely)
    old, new = _exact(old), _exact(new)
    return isinstance(old, sp.Basic) and isinstance(new, sp.Basic) and _values(old, new, freely)


def _exact(value: Any) -> Any:
    return sp.Integer(value) if isinstance(value, int) else value


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(values, key=sp.default_sort_key)


def _in_order(old: Iterable[Any], new: Iterable[Any], freely: bool) -> bool:
    olds, news = list(old), list(new)
    if freely and len(olds) > 1 and _are_turns(olds) and _are_turns(news):
        return abs(len(olds) - len(news)) <= 1 < len(news)
    if min(len(olds), len(news)) >= ROW and _are_rational(olds) and _are_rational(news):
        return _rows(olds, news, freely)
    return len(olds) == len(news) and all(alike(a, b, freely=freely) for a, b in zip(olds, news, strict=True))


def _are_rational(values: Iterable[Any]) -> bool:
    return all(isinstance(_exact(v), sp.Rational) for v in values)


def _rows(olds: list[Any], news: list[Any], freely: bool) -> bool:
    """Terms of two sequences: whole or not, with negative ones or not, about as many and as long; which term is which does not matter."""
    old, new = ([_exact(v) for v in row] for row in (olds, news))
    return (
        abs(len(old) - len(new)) <= len(old) // 2
        and all(v.q == 1 for v in old) == all(v.q == 1 for v in new)
        and (freely or any(v < 0 for v in old) >= any(v < 0 for v in new))
        and all(_sizes(max(abs(of(v)) for v in old), max(abs(of(v)) for v in new)) for of in (_top, _bottom))
    )


def _top(value: sp.Rational) -> int:
    return int(value.p)


def _bottom(value: sp.Rational) -> int:
    return int(value.q)


def _are_turns(values: Iterable[Any]) -> bool:
    """Angles: rational multiples of π, not all 0."""
    exact = [_exact(v) for v in values]
    return any(v != 0 for v in exact) and all(
        isinstance(v, sp.Expr) and (v / sp.pi).is_Rational for v in exact
    )


def _values(old: sp.Basic, new: sp.Basic, freely: bool) -> bool:
    if isinstance(old, sp.Integer | sp.Rational) or isinstance(new, sp.Integer | sp.Rational):
        return _rationals(old, new, freely)
    if old.is_number or new.is_number:
        return bool(old.is_number and new.is_number) and _surds(old, new, freely)
    if isinstance(old, sp.Expr) and isinstance(new, sp.Expr):
        return _expressions(old, new)
    return type(old) is type(new) and _in_order(old.args, new.args, freely)


def _rationals(old: sp.Basic, new: sp.Basic, freely: bool) -> bool:
    """Whole stays whole, a finite decimal stays one; positive stays positive (unless `freely`), 0 stays 0."""
    if not (isinstance(old, sp.Rational) and isinstance(new, sp.Rational)):
        return False
    if old.is_zero or new.is_zero:
        return bool(old.is_zero and new.is_zero)
    if old.is_positive and not new.is_positive and not freely:
        return False
    return (
        _sizes(old.p, new.p)
        and _sizes(old.q, new.q)
        and (old.q == 1) == (new.q == 1)
        and (freely or _is_decimal(old.q) == _is_decimal(new.q))
    )


def _sizes(a: int, b: int) -> bool:
    return abs(len(str(abs(a))) - len(str(abs(b)))) <= _DIGITS


def _is_decimal(denominator: int) -> bool:
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def _surds(old: sp.Basic, new: sp.Basic, freely: bool) -> bool:
    """Numbers that are not rational: made of the same things, about as long."""
    if old.is_infinite or new.is_infinite or old is sp.nan or new is sp.nan:
        return bool(old == new)
    if isinstance(old, sp.Float) or isinstance(new, sp.Float):
        both = isinstance(old, sp.Float) and isinstance(new, sp.Float)
        return bool(both and (old > 0) == (new > 0) and _sizes(int(old), int(new)))
    if old.is_positive and not new.is_positive and not freely:
        return False
    return type(old) is type(new) and _made_of(old) == _made_of(new) and _about_as_long(old, new)


def _expressions(old: sp.Expr, new: sp.Expr) -> bool:
    if old.free_symbols != new.free_symbols or _made_of(old) != _made_of(new):
        return False
    variables = tuple(_sorted(old.free_symbols))
    if old.is_polynomial(*variables) != new.is_polynomial(*variables):
        return False
    if old.is_polynomial(*variables):
        a, b = sp.Poly(old, *variables), sp.Poly(new, *variables)
        powers = len(a.terms()) == len(b.terms()) == 1
        if abs(a.total_degree() - b.total_degree()) > (3 if powers else 0 if a.total_degree() < 4 else 2):
            return False
    return _kind(old) == _kind(new) and _about_as_long(old, new)


def _kind(value: sp.Basic) -> str:
    name: str = value.func.__name__
    return _SAME.get(name, name)


def _made_of(value: sp.Basic) -> frozenset[str]:
    """Names of the functions and constants in it; `root` for a fractional power, `power` for one with letters."""
    if isinstance(value, sp.Pow) and isinstance(value.exp, sp.Rational):
        kind = {f"root {value.exp.q}"} if value.exp.q > 1 else {"quotient"} if value.exp < 0 else set[str]()
        return _made_of(value.base) | kind
    found = set().union(*map(_made_of, value.args))
    if isinstance(value, _KEYED):
        found.add(_kind(value))
    elif isinstance(value, sp.Pow):
        found.add("power")
    elif isinstance(value, sp.Rational) and value.q > 1:
        found.add("fraction")
    return frozenset(found)


def _about_as_long(old: sp.Basic, new: sp.Basic) -> bool:
    a, b = _length(old), _length(new)
    return abs(a - b) <= max(1, a // 4) and _sizes(_largest(old), _largest(new))


def _length(value: sp.Basic) -> int:
    """Its operations; sin 5x is as long as sin x."""
    multiples = (f.args[0].as_coeff_Mul()[0] for f in value.atoms(sp.Function) if f.args)
    operations: int = sp.count_ops(value)
    return operations - sum(1 for m in multiples if m != 1)


def _largest(value: sp.Basic) -> int:
    numbers = [abs(x) for r in value.atoms(sp.Rational) for x in (r.p, r.q)]
    return max(map(int, numbers), default=1)
