r"""Series whose limits are told behind them, or that are written out with dots, as formulas in Σ.

Read: "Σ x^n/n, n from 1 to ∞", （n从1到∞）, "(all sums from n = 1 to ∞)"; 1/(1·3) + 1/(2·4) + … + 1/[n(n+2)] + …, whose general term fits every term that is
listed; without a general term only geometric series, and fractions whose factors grow by the same number, from three terms on. Not: finite sums.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex

_INFINITY: Final = r"\$?\+?\s*(?:∞|\\infty|infinity|oo\b|无穷大?|正无穷大?)\$?"
_BEHIND: Final = re.compile(
    rf"(?i)\s*[,(]?\s*(?:where\s+|with\s+|for\s+|all\s+sums\s+(?:are\s+)?|summed\s+|其中\s*|这里\s*|均?\s*)?(?:from\s+|over\s+)?\$?(?P<n>(?<![A-Za-z])[nk](?![A-Za-z]))\$?\s*(?:(?:=|从|由|自)\s*|(?:(?:goes|runs|ranges|ranging|running|going)\s+)?from\s+)\$?(?P<low>\d)\$?\s*(?:to|到|至|,\s*\d\s*,\s*(?:\d\s*,\s*)?(?=\.{{3}}|…|\\[lc]?dots))\s*(?:{_INFINITY}|\.{{3}}|…|\\[lc]?dots)(?:\s*\))?"
)
_SIGN: Final = re.compile(r"(?:\\sum(?![A-Za-z])|[∑Σ])(?:\s*\\limits)?(?!\s*_)")
_LIMITED: Final = re.compile(r"(?:\\sum(?![A-Za-z])|[∑Σ])(?:\s*\\limits)?\s*_")
_WORD: Final = re.compile(r"(?i)\bsum\s+(?:of\s+)?(?=[-(\dxn])")


def with_limits_in_place(text: str) -> str:
    """The text with the limits that stand behind its sums at their signs.

    >>> with_limits_in_place("the radius of Σ x^n/n, n from 1 to ∞.")
    'the radius of \\\\sum_{n=1}^{\\\\infty} x^n/n.'
    """
    told = list(_BEHIND.finditer(text))
    if len({(m["n"], m["low"]) for m in told}) != 1 or _LIMITED.search(text):
        return text
    (name, low), rest = (told[0]["n"], told[0]["low"]), _BEHIND.sub(" ", text)
    rest = re.sub(r"\s+(?=[.?,;。])", "", rest).rstrip()
    pattern = _SIGN if _SIGN.search(rest) else _WORD
    return pattern.sub(lambda _: rf"\sum_{{{name}={low}}}^{{\infty}} ", rest).replace("  ", " ")


_DOTS: Final = r"(?:…|\.{3}|\\(?:cdots|ldots|dots)(?![A-Za-z]))"
_RUN: Final = re.compile(
    rf"(?:\\(?:d|t)?frac(?![A-Za-z])|\\(?:left|right|times|cdot|sqrt|quad)(?![A-Za-z])|\\[,;! ]|{_DOTS}|(?<![A-Za-z])[nk](?![A-Za-z])|(?<=[\d)])[nk](?![A-Za-z])|[-+*/^!(){{}}\[\]\d\s·×$])+"
)
MAX_LENGTH: Final = 300


def with_dots_summed(text: str) -> str | None:
    """The text with one infinite sum of listed terms as a formula in Σ; None where it has none that is certain."""
    for run in _RUN.finditer(text):
        if re.search(_DOTS, run[0]) is None or len(run[0]) > MAX_LENGTH:
            continue
        formula = _summed(run[0].replace("$", " "))
        if formula is not None:
            return f"{text[: run.start()]} ${formula}$ {text[run.end() :]}".strip()
    return None


def _summed(run: str) -> str | None:
    run = re.sub(r"\\(?:left|right|quad)(?![A-Za-z])|\\[,;! ]", " ", run)
    run = re.sub(r"\s*=\s*\??\s*$", "", run).replace("[", "(").replace("]", ")")
    terms = _terms(run)
    places = [i for i, term in enumerate(terms) if re.fullmatch(rf"[+-]?\s*{_DOTS}", term)]
    if not places or places[-1] != len(terms) - 1 or len(places) > 2:
        return None
    listed, general = terms[: places[0]], terms[places[0] + 1 : places[-1]]
    try:
        values = [to_sympy(parse(t)) for t in listed]
        if not all(isinstance(v, sp.Rational) for v in values):
            return None
        if len(places) == 2:
            return _by_general_term(values, general)
        return _geometric(values) or _of_growing_factors(listed, values)
    except (FormulaError, TypeError, ValueError, AttributeError):
        return None


def _terms(run: str) -> list[str]:
    """The run cut before each sign outside of brackets."""
    found, depth = [""], 0
    for i, sign in enumerate(run):
        depth += (sign in "({") - (sign in ")}")
        before = run[:i].rstrip()[-1:]
        if sign in "+-" and depth == 0 and found[-1].strip() and before not in "*/^+-":
            found.append("")
        found[-1] += sign
    return [re.sub(r"^\+\s*", "", t.strip()) for t in found if t.strip()]


def _by_general_term(values: list[sp.Rational], general: list[str]) -> str | None:
    if len(general) != 1 or len(values) < 2:
        return None
    node = parse(general[0])
    term = to_sympy(node)
    letters = list(term.free_symbols)
    if len(letters) != 1 or letters[0].name not in "nk":
        return None
    (n,) = letters
    lows = [k for k in range(5) if [sp.simplify(term.subs(n, k + i)) for i in range(len(values))] == values]
    return rf"\sum_{{{n.name}={lows[0]}}}^{{\infty}} {general[0]}" if len(lows) == 1 else None


def _geometric(values: list[sp.Rational]) -> str | None:
    if len(values) < 3 or 0 in values or len({b / a for a, b in pairwise(values)}) != 1:
        return None
    q = values[1] / values[0]
    return (
        rf"\sum_{{n=0}}^{{\infty}} \left({latex(values[0])}\right) \cdot \left({latex(q)}\right)^{{n}}"
        if q != 1
        else None
    )


_FRACTION: Final = re.compile(
    r"(?P<top>\d+)\s*/\s*\(?(?P<below>[\d\s*·×]+)\)?|\\[dt]?frac\s*\{\s*(?P<over>\d+)\s*\}\s*\{(?P<under>(?:[\d\s*·×]|\\cdot|\\times)+)\}"
)


def _of_growing_factors(listed: list[str], values: list[sp.Rational]) -> str | None:
    """1/(1·3) + 1/(3·5) + 1/(5·7): every factor grows by the same number."""
    rows = []
    for term in listed:
        match = _FRACTION.fullmatch(term)
        if match is None:
            return None
        below = re.split(r"[*·×]|\\cdot|\\times", match["below"] or match["under"])
        rows.append([int(match["top"] or match["over"]), *(int(f) for f in below)])
    if len(rows) < 3 or len({len(r) for r in rows}) != 1 or len(rows[0]) < 3:
        return None
    factors = []
    for column in zip(*rows, strict=True):
        steps = {b - a for a, b in pairwise(column)}
        if len(steps) != 1:
            return None
        step = steps.pop()
        factors.append(_linear(step, column[0] - step))
    if all(f.isdigit() for f in factors[1:]) or not factors[0].isdigit():
        return None
    return rf"\sum_{{n=1}}^{{\infty}} \frac{{{factors[0]}}}{{{''.join(f'({f})' for f in factors[1:])}}}"


def _linear(step: int, rest: int) -> str:
    if step == 0:
        return str(rest)
    return ("" if step == 1 else str(step)) + "n" + (f"{rest:+d}" if rest else "")
