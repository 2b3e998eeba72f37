r"""General solutions with arbitrary constants: whether two are the same set of functions, or of curves.

`C_1 e^x + C_2 e^{-x}` and `A cosh x + B sinh x` are: all combinations of two functions are compared as a space, at many points. One
constant in an equation is solved for, and both are then functions of x and y, of which one must be the other's multiple plus a number:
`y = ±√(x²+C)` and `y² = x² + C`. Constants are those with numbers, which `arbitrary` gives to all of them where a question asks for such a
solution. Says "equal" or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from evaluation.grader.values import NOWHERE, Equality, value, value_at

_NUMBERED: Final = re.compile(r"(?<![A-Za-z\\])[Cc]_\{?([1-4])\}?(?!\d)")
_UNKNOWN: Final = re.compile(r"\s*([a-zA-Z])(?:_\{?([a-z])\}?)?\s*(?:\(\s*([a-z])\s*\))?\s*")
DIGITS: Final = 40
PLACES: Final = tuple(
    sp.Rational(*q) for q in ((7, 5), (13, 7), (2, 9), (17, 4), (5, 11), (19, 6), (23, 8), (1, 3), (9, 4))
)
SMALL: Final = sp.Rational(1, 10**20)


def same_solutions(answer: str, reference: str) -> Equality | None:
    r"""Whether both are one general solution; None where that is not shown.

    >>> same_solutions("y = C_1 e^{2x} + C_2 e^{-x}", "y = C_1 e^{-x} + C_2 e^{2x}"), same_solutions("y = C_1 e^{x}", "y = C_1 e^{2x}")
    ('equal', None)
    >>> same_solutions("y^2 = x^2 + C_1", r"y = \pm\sqrt{x^2 + C_1}"), same_solutions(r"y = \sqrt{x^2 + C_1}", "y^2 = x^2 + C_1")
    ('equal', None)
    """
    if len(answer) + len(reference) > 400 or not (_NUMBERED.search(answer) and _NUMBERED.search(reference)):
        return None
    try:
        spaces = _space(answer), _space(reference)
        if spaces[0] and spaces[1]:
            return "equal" if _same_space(spaces[0], spaces[1]) else None
        found, expected = _curves(answer), _curves(reference)
        if (
            found
            and expected
            and found.turned == expected.turned
            and _affine(found.level, expected.level)
            and _same_halves(found, expected)
        ):
            return "equal"
    except (TypeError, ValueError, ArithmeticError, AttributeError, NotImplementedError):
        return None
    return None


def _constants(expression: Any) -> list[Any]:
    return [
        s for s in sorted(expression.free_symbols, key=str) if _NUMBERED.fullmatch(f"{s}") or str(s) == "C"
    ]


# -- spaces of functions ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Space:
    """All functions start + Σ Cᵢ·spanᵢ of one letter."""

    letter: Any
    start: Any
    span: tuple[Any, ...]


_PLAIN_FUNCTION: Final = re.compile(r"(?<![\\a])(?<!arc)(sinh?|cosh?|tan|ln)(?=[\s(\d]|[xt](?![a-z]))")
"""As in `e^xcos2x`."""


def _space(text: str) -> _Space | None:
    left, sign, right = text.rpartition("=")
    if sign and not _UNKNOWN.fullmatch(left):
        return None
    found = value(_PLAIN_FUNCTION.sub(r" \\\1 ", right))
    if found is None:
        return None
    found = _phases_told(sp.expand(found))
    constants = _constants(found)
    span = tuple(sp.diff(found, c) for c in constants)
    start = found.subs(dict.fromkeys(constants, 0))
    letters = found.free_symbols - set(constants)
    name = _UNKNOWN.fullmatch(left)
    own = (name[2] or name[3]) if name else None
    if not constants or not letters or any(set(constants) & f.free_symbols for f in span):
        return None
    taken = name[1] if name else ""
    usual = [s for s in sorted(letters, key=str) if str(s) in (own or "xtn") and str(s) != taken]
    letter = usual[-1] if usual else letters.pop() if len(letters) == 1 and not own else None
    return None if letter is None or str(letter) == taken else _Space(letter, start, span)


def _phases_told(found: Any) -> Any:
    """`C_1 cos(x + C_2)` as the two functions that it combines."""
    constants = _constants(found)
    for wave in found.atoms(sp.cos, sp.sin):
        phase = [c for c in constants if c in wave.free_symbols]
        if len(phase) != 1 or len(constants) < 2:
            continue
        rate = sp.diff(wave.args[0], phase[0])
        others = [c for c in constants if c != phase[0] and sp.diff(found, c).has(wave)]
        if abs(rate) != 1 or len(others) != 1:
            continue
        amplitude = sp.expand(found.coeff(wave))
        rest = sp.expand(found - amplitude * wave)
        if phase[0] in rest.free_symbols or others[0] in rest.free_symbols or amplitude.has(phase[0]):
            continue
        bare = wave.args[0].subs(phase[0], 0)
        factor = sp.diff(amplitude, others[0])
        if others[0] in factor.free_symbols or sp.expand(amplitude - factor * others[0]) != 0:
            continue
        return rest + factor * (others[0] * sp.cos(bare) + phase[0] * sp.sin(bare))
    return found


def _same_space(one: _Space, other: _Space) -> bool:
    if one.letter != other.letter or len(one.span) != len(other.span):
        return False
    whole = str(one.letter) in (
        "n",
        "k",
        "m",
    )  # of a recurrence: (-1)^n has real values at whole numbers alone
    rows = [sp.Integer(i) for i in range(1, 10)] if whole else PLACES
    functions = [*one.span, *other.span, one.start - other.start]
    given = sorted({s for f in functions for s in f.free_symbols} - {one.letter}, key=str)
    return all(
        _same_rank(functions, one.letter, rows, dict(zip(given, PLACES[shift:], strict=False)))
        for shift in (0, 3)
    )


def _same_rank(functions: list[Any], letter: Any, rows: Any, given: dict[Any, Any]) -> bool:
    """Whether the first half of some functions spans what the second does, with their difference in it; `given`: values of other letters."""
    table = [[value_at(f, {**given, letter: place}) for f in functions] for place in rows]
    known = [row for row in table if not any(v is None or v == NOWHERE for v in row)]
    count = len(functions) // 2
    if len(known) < 2 * count + 2:
        return False
    return (
        _rank([row[:count] for row in known])
        == count
        == _rank([row[count:-1] for row in known])
        == _rank(known)
    )


def _rank(rows: list[list[Any]]) -> int:
    """By elimination with the largest entry of each column; what is small beside it is zero."""
    rows, rank = [list(row) for row in rows], 0
    for column in range(len(rows[0])):
        size = max((abs(row[column]) for row in rows), default=0)
        best = max(range(rank, len(rows)), key=lambda i: abs(rows[i][column]), default=None)
        if best is None or abs(rows[best][column]) <= SMALL * max(1, size):
            continue
        rows[rank], rows[best] = rows[best], rows[rank]
        for i in range(rank + 1, len(rows)):
            factor = rows[i][column] / rows[rank][column]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[rank], strict=True)]
        rank += 1
        if rank == len(rows):
            break
    return rank


# -- curves with one constant ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Curves:
    """The curves level(x, y) = C; `turned` has the steps on the way to it that leave some curves or parts of them out.

    `halves`: of each such step what must be positive there, and 1 where nothing must: `y = -√(x²+C)` is the half with -y > 0.
    """

    level: Any
    turned: tuple[str, ...]
    halves: tuple[Any, ...]


_BOUND: Final = re.compile(
    r"\s*[,;(]?\s*(?:where\b|with\b|其中)?\s*[Cc]_\{?1\}?\s*(?P<sign>>|\\ne(?![A-Za-z]))\s*0\s*\)?\s*$"
)
"""What is said of the one constant: `C_1 > 0`, `C_1 ≠ 0`."""


def _curves(text: str) -> _Curves | None:
    bound = _BOUND.search(text)
    text = text[: bound.start()] if bound else text
    both = re.search(r"\\pm(?![A-Za-z])", text) is not None
    sides = [value(re.sub(r"^\s*\+", "", re.sub(r"\\pm(?![A-Za-z])", "+", side))) for side in text.split("=")]
    known = [s for s in sides if s is not None]
    if len(sides) != 2 or len(known) < 2:
        return None
    other, inner = sorted(known, key=lambda s: len(_constants(s)))
    if _constants(other) or len(_constants(inner)) != 1:
        return None
    constant = _constants(inner)[0]
    turned, halves = list[str](), list[Any]()
    for _ in range(12):
        if inner == constant:
            break
        step = _undone(inner, other, constant)
        if step is None:
            return None
        if step[2] == "root" and both:
            both = False
        elif step[2] == "positive" and both:
            both, step = False, (step[0], sp.log(abs(other)), "nonzero")
            turned.append("nonzero")
            halves.append(sp.S.One)
        elif step[2]:
            turned.append(step[2])
            halves.append(other)
        inner, other = step[0], step[1]
    letters = other.free_symbols
    if inner != constant or len(letters) != 2 or constant in letters:
        return None
    if both and not re.search(
        r"\\pm\s*[Cc]_", text
    ):  # it stands before something else, of which a half would be lost
        return None
    if bound is None:
        return _Curves(other, tuple(turned), tuple(halves))
    if bound["sign"] == ">" and not both:
        return _Curves(sp.log(other), (*turned, "positive"), (*halves, other))
    return _Curves(sp.log(abs(other)), (*turned, "nonzero"), (*halves, sp.S.One))


def _same_halves(one: _Curves, other: _Curves) -> bool:
    """Whether what must be positive in one of them is so in the other, at many points in all four quadrants."""
    names = sorted(one.level.free_symbols, key=str)
    for half, its in zip(one.halves, other.halves, strict=True):
        for shift, place in enumerate(PLACES):
            for signs in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
                at = (signs[0] * place, signs[1] * (PLACES[(shift + 2) % len(PLACES)] + 1))
                pair = [value_at(h, dict(zip(names, at, strict=True))) for h in (half, its)]
                known = [v for v in pair if v is not None and v != NOWHERE and not v.as_real_imag()[1]]
                if len(known) == 2 and bool(known[0] > 0) is not bool(known[1] > 0):
                    return False
    return True


def _undone(inner: Any, other: Any, constant: Any) -> tuple[Any, Any, str] | None:
    """One operation around the constant moved to the other side; with a word where this loses something."""
    holding = [a for a in inner.args if constant in a.free_symbols]
    if len(holding) != 1:
        return None
    rest = [a for a in inner.args if a is not holding[0]]
    if inner.is_Add:
        return holding[0], other - sp.Add(*rest), ""
    if inner.is_Mul:
        return holding[0], other / sp.Mul(*rest), ""
    if isinstance(inner, sp.exp):
        return holding[0], sp.log(other), "positive"
    if isinstance(inner, sp.log):
        return holding[0], sp.exp(other), ""
    if isinstance(inner, sp.tan):
        return holding[0], sp.atan(other), ""
    if inner.is_Pow and holding[0] is inner.base and inner.exp.is_Rational:
        if inner.exp == -1 or (inner.exp.q == 1 and inner.exp.p % 2):
            odd = other**inner.exp if inner.exp == -1 else sp.cbrt(other) if inner.exp == 3 else None
            return None if odd is None else (holding[0], odd, "")
        if abs(inner.exp.p) == 1 and inner.exp.q in (2, 3):
            return holding[0], other ** (1 / inner.exp), "root" if inner.exp.q == 2 else ""
    return None


def _affine(one: Any, other: Any) -> bool:
    """Whether one function of two letters is a multiple of the other plus a number, by their values at many points."""
    if one.free_symbols != other.free_symbols:
        return False
    names = sorted(one.free_symbols, key=str)
    values = list[tuple[Any, Any]]()
    for shift in range(len(PLACES)):
        point = {n: PLACES[(shift + 2 * i) % len(PLACES)] + i for i, n in enumerate(names)}
        pair = value_at(one, point), value_at(other, point)
        if all(v is not None and v != NOWHERE and not v.as_real_imag()[1] for v in pair):
            values.append(pair)
    if len(values) < 5:
        return False
    first = values[0]
    steps = [(a - first[0], b - first[1]) for a, b in values[1:]]
    lead = max(steps, key=lambda s: abs(s[1]))
    if abs(lead[1]) < SMALL or abs(lead[0]) < SMALL:
        return False
    return all(abs(a * lead[1] - b * lead[0]) <= SMALL * max(1, abs(lead[0] * lead[1])) for a, b in steps)


# -- what a question tells of them -----------------------------------------------------------------------

_ASKED: Final = re.compile(
    r"general solution|differential equation|\brecurrence|微分方程|通解|y''|y'\s*[=+-]|\\frac\{dy\}|dy/dx",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"[\s,;.]*[(（]?\s*(?:\\text\s*\{\s*)?(?:\b(?:where|with|for|and)\b|其中|,)?\s*\$?(?P<names>[A-DKRck](?:_\{?\d\}?)?(?:\s*\$?(?:,|，|、|\band\b|和|与)\s*\$?[A-DKRck](?:_\{?\d\}?)?)*)\$?\s*"
    r"(?:(?:is|are|为|是|均为|都是)?\s*(?:an?\s+|any\s+|both\s+)?(?:arbitrary|任意|real|any|常)?\s*(?:real\s+)?(?:constants?(?:\s+of\s+integration)?|numbers?|常数|实数|数)|(?:is|are)?\s*arbitrary|(?:\\in|∈)\s*(?:\\mathbb\s*\{?\s*R\s*\}?|\\R|ℝ|R))\s*(?:\}\s*)?[)）]?\s*[.。]?\s*\$?$",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"(?<![A-Za-z\\])(?:[CcKk]_\{?\d\}?(?!\d)|(?:[A-DK](?![A-Z\d_(])|R(?=\s*\\?(?:cos|sin)))|[ck](?=\s|\\|\(|e\s*\^|[xt](?![a-z])|[-+*/)}]|$))"
)


def arbitrary(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""Where a general solution is asked for: its constants as C_1, C_2, without the words that say that they are constants.

    >>> arbitrary("Find the general solution of y''=y.", "y = Ae^x + Be^{-x}, where A and B are arbitrary constants", "y = c_1e^x + c_2e^{-x}")
    ('y = C_{1}e^x + C_{2}e^{-x}', 'y = C_{1}e^x + C_{2}e^{-x}')
    >>> arbitrary("Find A.", "2A", "A"), arbitrary("Find the general solution of y' = ky.", "y = Ce^{kt}", "y=Ae^{kt}")
    (('2A', 'A'), ('y = C_{1}e^{kt}', 'y=C_{1}e^{kt}'))
    """
    if not _ASKED.search(question) or max(len(answer), len(reference)) > 300:
        return answer, reference
    both = [_with_numbers(question, _phase_named(question, text)) for text in (answer, reference)]
    return (both[0], both[1]) if all(both) else (answer, reference)


_PHASE: Final = re.compile(
    r"(?P<before>(?<![A-Za-z\\])[ACR]\s*\\?(?:cos|sin)\s*(?:\\left)?\(\s*[^()]*?[xt]\s*[-+]\s*)(?P<phase>\\(?:phi|varphi|delta|theta|alpha)(?![A-Za-z])|[φϕδθα])(?=\s*(?:\\right)?\))"
)


def _phase_named(question: str, text: str) -> str:
    """The phase in `R cos(x - φ)` as a constant, where the question does not have it."""
    found = _PHASE.search(text)
    if found is None or found["phase"] in question or text.count(found["phase"]) != 1:
        return text
    named = "K" if "K" not in text + question else "D"
    return _PHASE.sub(rf"\g<before>{named}", text)


def _with_numbers(question: str, text: str) -> str:
    bare = _SAID.sub("", text)
    given = _given(question)
    names = list(dict.fromkeys(m[0] for m in _LETTER.finditer(bare) if m[0] not in given))
    if not 1 <= len(names) <= 4:
        return ""
    return _LETTER.sub(lambda m: f"C_{{{names.index(m[0]) + 1}}}" if m[0] in names else m[0], bare)


def _given(question: str) -> set[str]:
    """The letters that stand for numbers of the question: those of `y' = ky`, and not those of words."""
    runs = re.findall(r"(?<![A-Za-z\\])(?!A\s+[a-z]{2})[A-Za-z]{1,2}(?![A-Za-z_])", question)
    return {
        c for run in runs for c in run if c in "ABDKRck" and run not in ("Ca", "By", "be", "by", "Be", "ok")
    }
