"""Whether an expression is in the form asked for: as it is written, not by its value."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import Binary, Call, Negative, Number, Relation, Symbol, children, symbols, walk
from solver.verify.meaning import has_operator
from solver.verify.posed import Form


def is_simple_value(node: Node) -> bool:
    """Whether a value is worked out: no sum of numbers, no fraction that can be reduced, no root of a square.

    >>> from solver.formula import parse
    >>> [is_simple_value(parse(t)) for t in ("3", "-3/4", "6/2", "2+1", "sqrt(2)/2", "sqrt(4)", "(1+sqrt(5))/2")]
    [True, True, False, False, True, False, True]
    """
    if isinstance(node, Relation):
        return True
    for part in walk(node):
        match part:
            case Binary("+" | "-" | "*", left, right) if (
                _rational(left) is not None and _rational(right) is not None
            ):
                return False
            case Binary("/", left, right) if (a := _rational(left)) is not None and (
                b := _rational(right)
            ) is not None:
                if (
                    not (a.denominator == b.denominator == 1)
                    or b <= 0
                    or Fraction(a, b).denominator != b
                    or b == 1
                ):
                    return False
            case Binary("^", left, right) if _rational(left) is not None and _rational(right) is not None:
                return False
            case Call("sqrt", (inner,)) if (
                (a := _rational(inner)) is not None
                and a > 0
                and sp.sqrt(sp.Rational(a.numerator, a.denominator)).is_Rational
            ):
                return False
            case Call("log", (inner, *_)) if (a := _rational(inner)) is not None and a == 1:
                return False
            case _:
                pass
    return True


def _rational(node: Node) -> Fraction | None:
    match node:
        case Number(value):
            return value
        case Negative(operand):
            inner = _rational(operand)
            return None if inner is None else -inner
        case _:
            return None


def fault_of_form(node: Node, value: Any, form: Form) -> str:
    """The code of the sentence about what is still to be done; empty where nothing is.

    >>> from solver.formula import parse
    >>> x = sp.Symbol("x")
    >>> fault_of_form(parse("2x+6-4"), 2*x + 2, "simplify"), fault_of_form(parse("x^2-1"), x**2 - 1, "factor")
    ('form-simplify', 'form-factor')
    """
    if has_operator(node):
        return "not-finished"
    if not symbols(node) - {"e", "i"}:
        return "" if is_simple_value(node) else "form-simplify"
    match form:
        case "factor":
            return "" if _is_factored(node, value) else "form-factor"
        case "expand":
            return "" if _is_expanded(node) else "form-expand"
        case "simplify" | "value":
            return "" if operations(node) <= _fewest(value) + 1 and _is_collected(node) else "form-simplify"
        case _:
            return ""


def operations(node: Node) -> int:
    """How many signs and functions there are in a tree."""
    own = isinstance(node, Binary | Negative | Call)
    return own + sum(operations(child) for child in children(node))


def _fewest(value: Any) -> int:
    forms = [value]
    for change in (sp.expand, sp.factor, sp.cancel, sp.simplify, sp.together):
        try:
            forms.append(change(value))
        except (sp.PolynomialError, NotImplementedError, TypeError, ValueError):
            continue
    return max(2, min(int(sp.count_ops(f)) for f in forms)) if value.free_symbols else 1


def _terms(node: Node) -> list[Node]:
    match node:
        case Binary("+" | "-", left, right):
            return [*_terms(left), *_terms(right)]
        case Negative(operand):
            return _terms(operand)
        case _:
            return [node]


def _is_collected(node: Node) -> bool:
    """No two terms that differ by a number only, no two numbers side by side."""
    from solver.verify.meaning import Names

    seen = set()
    for term in _terms(node):
        value = Names().value(term)
        if value is None:
            continue
        rest = value.as_coeff_Mul()[1]
        if rest in seen:
            return False
        seen.add(rest)
    return True


def _factors(node: Node) -> list[Node]:
    match node:
        case Binary("*", left, right):
            return [*_factors(left), *_factors(right)]
        case Binary("^", base, _):
            return _factors(base)
        case Negative(operand):
            return _factors(operand)
        case Binary("/", left, right) if not symbols(right):
            return _factors(left)
        case _:
            return [node]


def _is_factored(node: Node, value: Any) -> bool:
    """No factor of it can be factored further."""
    from solver.verify.meaning import Names

    written = 0
    for factor in _factors(node):
        inner = Names().value(factor)
        if inner is None:
            return True
        if not inner.free_symbols:
            continue
        content, parts = sp.factor_list(inner)
        if (
            sum(e for _, e in parts) > 1
            or abs(content) != 1
            and not isinstance(factor, Symbol)
            and sp.Rational(content).q == 1
        ):
            return False
        written += 1
    return written > 0


def _is_expanded(node: Node) -> bool:
    for part in walk(node):
        match part:
            case Binary("*", left, right):
                if any(isinstance(s, Binary) and s.op in "+-" and symbols(s) for s in (left, right)):
                    return False
            case Binary("^", left, _) if isinstance(left, Binary) and left.op in "+-":
                return False
            case _:
                pass
    return _is_collected(node)
