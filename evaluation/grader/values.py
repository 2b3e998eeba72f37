"""Whether two formulas have the same value: exactly, then numerically at many points, then as math-verify reads them.

One formula against one formula; lists, intervals and the like are `comparing`'s business. May take for ever on a hostile
formula (a tower of powers): call it where the process can be stopped.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.verify.rounding import rounds_to

Equality: TypeAlias = Literal["equal", "different", "undecided"]


def any_of(verdicts: Sequence[Equality]) -> Equality:
    """One of several readings is enough."""
    return "equal" if "equal" in verdicts else "undecided" if "undecided" in verdicts else "different"


def all_of(verdicts: Sequence[Equality]) -> Equality:
    """Every part has to be equal."""
    return "different" if "different" in verdicts else "undecided" if "undecided" in verdicts else "equal"


DIGITS: Final = 50
CLOSE: Final = sp.Rational(1, 10**25)
ZERO: Final = sp.Rational(1, 10**40)
SAMPLES: Final = tuple(
    sp.Rational(*q) for q in ((7, 5), (-11, 3), (13, 7), (-2, 9), (17, 4), (5, 11), (-19, 6), (23, 8))
)
POINTS: Final = 14
ENOUGH: Final = 4
"""So many points at which both can be computed must agree; the first that does not decides."""


def value(text: str) -> Any | None:
    """The sympy value of a formula, decimals as fractions; None where our grammar does not read it.

    >>> value(r"\\frac{3}{4}"), value("0.75"), value("yes indeed")
    (3/4, 3/4, None)
    """
    text = _VECTOR.sub(r" \1 ", text)
    if _words(text) or "'" in text or re.search(r"\\(?:overline|vec|bar|hat)", text):
        return None
    if mixed := re.fullmatch(r"(-?)\s*(\d+)\s+(\d+)\s*/\s*(\d+)", text):
        text = f"{mixed[1]}({mixed[2]}+{mixed[3]}/{mixed[4]})"
    if _SPACED.search(text):
        return None
    try:
        found = to_sympy(parse(_HEIGHT.sub(r"\1*", text)))
    except (FormulaError, TypeError, ValueError, AttributeError, KeyError, ArithmeticError, RecursionError):
        return None
    if not isinstance(found, sp.Expr):
        return None
    if r"\sqrt[" in text:  # the real root, as at school
        found = found.replace(
            _root_of_negative, lambda power: (-1) ** power.exp.p * (-power.base) ** power.exp
        )
    return found.xreplace({sp.Symbol("C_1"): sp.Symbol("C")})


_VECTOR: Final = re.compile(r"\\(?:vec|overrightarrow)\s*\{\s*([a-z])\s*\}")
_SPACED: Final = re.compile(r"(?<!\\frac )(?<![\w^.])\d+\s+\d")
"""Digits with a space between them: `1 000` is no product."""
_HEIGHT: Final = re.compile(r"(?<![A-Za-z\\])(h)\s*(?=\([^()]*[a-z][^()]*[-+][^()]*\))")
"""A factor before a sum of lengths, `h(b_1+b_2)/2`, and no function."""


def _root_of_negative(e: Any) -> bool:
    return bool(e.is_Pow and e.base.is_negative and e.exp.is_Rational and e.exp.q % 2 and e.exp.q > 1)


def same_digits(one: str, other: str) -> bool:
    """`7EA` and `7ea`: digits of base 16, large or small."""
    is_numeral = all(re.fullmatch(r"(?=.*\d)(?=.*[A-Fa-f])[\dA-Fa-f]{3,}", text) for text in (one, other))
    return is_numeral and one.casefold() == other.casefold()


def _words(text: str) -> bool:
    known = r"sin|cos|tan|cot|sec|csc|log|ln|exp|sqrt|abs|arcsin|arccos|arctan|sinh|cosh|tanh|root|cbrt|infinity|asin|acos|atan|pi"
    return any(not re.fullmatch(known, w) for w in re.findall(r"(?<![\\A-Za-z])[A-Za-z]{3,}", text))


def equal(answer: str, reference: str) -> Equality:
    """Whether a formula is worth what the reference is worth. Not symmetric: only the reference may be rounded.

    >>> equal("3/4", "0.75"), equal(r"3000\\sqrt{2}", "4242.64"), equal("0.333", r"\\frac13"), equal("12", "12%")
    ('equal', 'equal', 'different', 'different')
    """
    if any(_DIGITS_OF_A_BASE.fullmatch(t) for t in (answer, reference)):
        return "different"  # they are not the same text
    found, expected = value(answer), value(reference)
    if found is None or expected is None:
        return _by_math_verify(answer, reference)
    if isinstance(expected, sp.Sum | sp.Product) and not expected.free_symbols:
        expected = expected.doit()  # of an answer it would be the work that was asked for
    if found == expected:
        return "equal"
    if not (found.free_symbols | expected.free_symbols):
        if found.is_Rational and expected.is_Rational:
            return "equal" if rounds_to(found, reference) else "different"
        verdict = same_number(found, expected)
        return "equal" if verdict == "different" and rounds_to(found, reference) else verdict
    return same_function(found, expected)


_DIGITS_OF_A_BASE: Final = re.compile(r"-?[0-9a-z]*[a-z][0-9][0-9a-z]*")
"""A letter before a digit and nothing but these: a numeral in a base above ten, `2676b5`."""


def same_number(a: Any, b: Any) -> Equality:
    """Two constants, to 25 digits and more; infinities are equal to themselves only."""
    if not (a.is_finite and b.is_finite):
        return "equal" if a == b else "undecided" if a.has(sp.nan) or b.has(sp.nan) else "different"
    x, y = a.evalf(DIGITS), b.evalf(DIGITS)
    if not (x.is_number and y.is_number and _computed(x) and _computed(y)):
        return "undecided"
    gap, size = abs(x - y), max(abs(x), abs(y))
    return "equal" if gap <= CLOSE * size or size < ZERO or gap < ZERO else "different"


def _computed(x: Any) -> bool:
    return all(part.is_Float or part.is_Rational for part in x.as_real_imag())


def same_function(answer: Any, reference: Any) -> Equality:
    """An answer and a reference in letters: equal where they agree at every real point that both have.

    The answer may miss points that the reference has (`(x^2-1)/(x-1)` for `x+1`), but not add any. `|x|` is not `x`. A free constant C on both sides absorbs a constant difference, as in an antiderivative.

    >>> x = sp.Symbol("x")
    >>> same_function(sp.sqrt(x**2), x), same_function(2*sp.sqrt(5*x), 2*sp.sqrt(5)*abs(x)/sp.sqrt(x))
    ('different', 'equal')
    """
    a, b, free = answer, reference, sp.Symbol("C")
    others = (a.free_symbols | b.free_symbols) - {free}
    antiderivatives = len(others) == 1 and all(str(s).islower() for s in others)
    if antiderivatives and a.diff(free) == 1 and b.diff(free) == 1:
        a, b = a - b + free, _first(a - b, others) + free
    symbols = sorted(a.free_symbols | b.free_symbols, key=str)
    agreed = 0
    for shift in range(POINTS):
        logs = [set[bool](), set[bool]()]
        x, y = _at(a, symbols, shift, logs[0]), _at(b, symbols, shift, logs[1])
        if x is None or y is None or all(logs):  # no real value on either side
            continue
        if NOWHERE in (x, y):
            if x != NOWHERE:
                return "different"
            continue
        gap, size = abs(x - y), max(abs(x), abs(y))
        if not (gap <= CLOSE * size or gap < ZERO):
            return "different"
        agreed += 1
    return "equal" if agreed >= ENOUGH else "undecided"


def _first(difference: Any, others: set[Any]) -> Any:
    """The constant that a difference must be, by its value at one point."""
    found = _at(difference, sorted(others, key=str), 0)
    return sp.nan if found is None or found == NOWHERE else found


def proportional(a: Any, b: Any) -> Any | None:
    """The constant k ≠ 0 with a = k·b everywhere, as a number; None where there is none.

    >>> x = sp.Symbol("x")
    >>> proportional(2*x**2 + 4*x, x**2 + 2*x) == 2, proportional(x, x + 1)
    (True, None)
    """
    symbols = sorted(a.free_symbols | b.free_symbols, key=str)
    ratios = []
    for shift in range(POINTS):
        x, y = _at(a, symbols, shift), _at(b, symbols, shift)
        if x is None or y is None or NOWHERE in (x, y) or abs(y) < ZERO:
            continue
        ratios.append(x / y)
    if len(ratios) < ENOUGH or abs(ratios[0]) < ZERO:
        return None
    same = all(abs(q - ratios[0]) <= CLOSE * abs(ratios[0]) for q in ratios)
    return (
        sp.nsimplify(ratios[0], rational=True, tolerance=CLOSE)
        if same and not ratios[0].as_real_imag()[1]
        else None
    )


def solved_alike(a: Any, b: Any) -> bool:
    """Whether one equation is the other solved for a letter in which both are of the first degree: `y = 3/x` and `xy = 3`."""
    for letter in sorted(a.free_symbols, key=str):
        slopes = [sp.diff(side, letter) for side in (a, b)]
        if any(letter in s.free_symbols or s == 0 for s in slopes) or not (
            slopes[0].is_number or slopes[1].is_number
        ):
            continue
        roots = [-side.subs(letter, 0) / slope for side, slope in zip((a, b), slopes, strict=True)]
        if roots[0].free_symbols and same_function(*roots) == same_function(*reversed(roots)) == "equal":
            return True
    return False


NOWHERE: Final = "no real value"


def _at(expression: Any, symbols: list[Any], shift: int, logs: set[bool] | None = None) -> Any | None:
    """The value at one of the points; `NOWHERE` where a root of a negative number is in it; None where it cannot be computed."""
    values = [SAMPLES[(i + shift) % len(SAMPLES)] + i for i in range(len(symbols))]
    if shift >= len(SAMPLES):  # roots often need letters that are positive
        values = [abs(v) for v in values]
    return value_at(expression, dict(zip(symbols, values, strict=True)), logs)


def value_at(expression: Any, point: Mapping[Any, Any], logs: set[bool] | None = None) -> Any | None:
    """The value at a point; `NOWHERE` where a root of a negative number is in it; None where it cannot be computed."""
    exact = {s: sp.Float(v, DIGITS + 10) for s, v in point.items()}
    try:
        found = _computed_at(expression, exact, logs if logs is not None else set()).evalf(DIGITS)
    except _NotReal:
        return NOWHERE
    except (TypeError, ValueError, ArithmeticError, AttributeError):
        return None
    return found if found.is_finite and _computed(found) else None


class _NotReal(Exception):
    """An even root of a negative number."""


def _computed_at(e: Any, point: Mapping[Any, Any], logs: set[bool]) -> Any:
    """The value at a point; `logs` gets a member where the logarithm of a negative number is in it."""
    if not e.free_symbols:
        return e
    if e.is_Symbol:
        return point[e]
    if not (e.is_Add or e.is_Mul or e.is_Pow or isinstance(e, sp.Function)):
        return e.subs(point)
    arguments = [_computed_at(a, point, logs) for a in e.args]
    if isinstance(e, sp.log) and arguments[0].is_negative:
        logs.add(True)
    if e.is_Pow and arguments[1].is_Rational and not arguments[1].is_Integer and arguments[0].is_negative:
        if arguments[1].q % 2 == 0:
            raise _NotReal
        return (-1) ** int(arguments[1].p) * abs(arguments[0]) ** arguments[1]  # the real root, as at school
    return e.func(*arguments)


_TRUSTED: Final = re.compile(
    r"(?![*/^!)}|])(?:[A-Za-z0-9 +\-*/^{}()|!]|\\(?:frac|sqrt|cdot|times|pi|[lr]floor|[lr]ceil|binom|sin|cos|tan|ln|log|exp|theta|alpha|beta)"
    r"(?![A-Za-z]))+",
    re.ASCII,
)
"""What math-verify is asked about: it drops primes, bars and indices (`f'(x)` is `f(x)`, 1210 in base 3 is 1210)."""


def _by_math_verify(answer: str, reference: str) -> Equality:
    """What math-verify says of formulas that our grammar does not read; words and percents are not for it.

    It rounds to six places and calls 9% and 9 equal, so what has a decimal or a percent sign is left undecided.
    """
    for text in (answer, reference):
        if (
            _words(text)
            or _SPACED.search(text)
            or not _TRUSTED.fullmatch(text)
            or text.count("{") != text.count("}")
        ):
            return "undecided"
    from math_verify import LatexExtractionConfig, parse as read, verify  # noqa: I001  # 0.3 s, and rarely needed

    logging.getLogger("math_verify").setLevel(logging.CRITICAL)
    gold, found = (
        read(rf"\boxed{{{t}}}", [LatexExtractionConfig()], fallback_mode="no_fallback", parsing_timeout=None)
        for t in (reference, answer)
    )
    if not gold or not found:
        return "undecided"
    same = verify(gold, found, timeout_seconds=None)
    return "equal" if same else "undecided"
