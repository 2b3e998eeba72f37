"""A formula and no word: what a textbook means by `(2x-3)(3x+1)`, `(x+2)^2`, `3a+2b-a`, `x^2*x^3` is to write it without brackets and in the fewest terms.

Tried last, of polynomials, fractions of such and monomials; what was taken for the question is said first. Not: what is already so (`x^2-5x+6` may be to be factored or
solved), functions (`f(x+1)`), numbers, and high powers, which nobody wants to see written out.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, parse, to_latex, to_sympy
from solver.formula.nodes import Binary, Call, Negative, Number, Symbol, symbols, walk
from solver.topics.base import Text, Words

NOTHING_ASKED: Final = Words(
    "Nothing is asked about \\({formula}\\). Usually it is to be {verb}, so that is done here.",
    "题目没有说明要做什么。对 \\({formula}\\) 通常是要{verb}，下面就这样做。",
)
VERBS: Final = {
    "expand": Words("multiplied out, and like terms collected", "展开并合并同类项"),
    "simplify": Words("simplified", "化简"),
}
_REQUESTS: Final = {"expand": "Expand", "simplify": "Simplify"}
_APPLIED: Final = frozenset("fghpqFGHPQ")
"""Letters that in front of a bracket may be the name of a function."""
_HALF: Final = re.compile(r"\d\s*/\s*\d{1,9}[A-Za-z(]|/\s*\(?d[a-z]")
"""`1/2x`: half of x, or one over 2x? And `dy/dx` is no fraction of products."""
MAX_CHARACTERS: Final = 120
MAX_POWER: Final = 9
MAX_TERMS: Final = 40


def request_of(source: str) -> tuple[str, str, Node] | None:
    """What is usually done with a formula that stands alone: the verb (of `VERBS`), the request in full, and the formula.

    >>> [request_of(text)[1] for text in ("(x+2)^2", "$x^2 x^3$", "2a + 3a =")]
    ['Expand $(x+2)^2$', 'Simplify $x^2 x^3$', 'Expand $2a + 3a$']
    >>> [request_of(text) for text in ("x^2-5x+6", "f(x+1)", "(2+3)(4-1)", "x = 3", "(3, 4)", "(x+1)^99")]
    [None, None, None, None, None, None]
    """
    formula = re.sub(r"\\[()\[\]]", "$", source).strip().rstrip("?.").rstrip("= ").strip().strip("$").strip()
    if not 0 < len(formula) <= MAX_CHARACTERS or "$" in formula or _HALF.search(formula):
        return None
    try:
        body = parse(formula)
        verb = _usual(body)
    except (FormulaError, sp.PolynomialError):
        return None
    return None if verb is None else (verb, f"{_REQUESTS[verb]} ${formula}$", body)


def _usual(body: Node) -> str | None:
    """`expand` for polynomials with brackets or like terms, `simplify` for fractions and monomials that are not yet simple."""
    names = symbols(body)
    parts = list(walk(body))
    if (
        not names
        or names & {"e", "i", "pi"}
        or not all(isinstance(p, Binary | Negative | Number | Symbol) for p in parts)
    ):
        return None
    if any(_is_application(p) or _is_high(p) for p in parts):
        return None
    f = to_sympy(body)
    if not f.is_rational_function(*map(letter, names)):
        return None
    if not any(isinstance(p, Binary) and p.op in "+-" for p in parts):
        return "simplify" if _is_loose(body) else None
    if f.is_polynomial(*map(letter, names)):
        whole = sp.expand(f)
        count = len(sp.Add.make_args(whole))
        is_done = whole == f and count >= _terms(body) and not any(map(_is_open, parts))
        return None if is_done or count > MAX_TERMS or whole == 0 else "expand"
    short = sp.factor(f)
    return "simplify" if short != f and sp.count_ops(short) < sp.count_ops(f) else None


def _is_application(part: Node) -> bool:
    """`f(x)`, `P(3)`, `y(0)`: a letter that a bracket stands behind may be a function of it."""
    return isinstance(part, Call) or (
        isinstance(part, Binary)
        and part.op == "*"
        and part.tight
        and isinstance(part.left, Symbol)
        and (part.left.name in _APPLIED or isinstance(part.right, Number))
    )


def _is_open(part: Node) -> bool:
    """Something that is done with a sum in brackets."""
    match part:
        case Negative(operand):
            return _terms(operand) > 1
        case Binary("*", left, right):
            return _terms(left) > 1 or _terms(right) > 1
        case Binary("+" | "-", _, right):
            return _terms(right) > 1
    return False


def _is_high(part: Node) -> bool:
    """A power that is not a small whole one."""
    if not (isinstance(part, Binary) and part.op == "^"):
        return False
    exponent = part.right.operand if isinstance(part.right, Negative) else part.right
    is_sum = any(isinstance(p, Binary) and p.op in "+-" for p in walk(part.left))
    limit = MAX_POWER if is_sum else 100
    return not (
        isinstance(exponent, Number) and exponent.value.denominator == 1 and 0 <= exponent.value <= limit
    )


def _is_loose(body: Node) -> bool:
    """Whether a product of powers has a letter twice, a power of a power, or two numbers to multiply."""
    letters = [p.name for p in walk(body) if isinstance(p, Symbol)]
    powers = [p for p in walk(body) if isinstance(p, Binary) and p.op == "^"]
    bases = [p.left for p in powers]
    exponents = {id(p.right) for p in powers}
    numbers = [p for p in walk(body) if isinstance(p, Number) and id(p) not in exponents]
    return (
        len(letters) > len(set(letters))
        or any(not isinstance(base, Symbol) for base in bases)
        or len(numbers) > 1
    )


def _terms(body: Node) -> int:
    """How many terms are written."""
    if isinstance(body, Binary) and body.op in "+-":
        return _terms(body.left) + _terms(body.right)
    return _terms(body.operand) if isinstance(body, Negative) else 1


def opening(text: Text, verb: str, body: Node) -> str:
    """What was taken for the question."""
    return NOTHING_ASKED.say(text.language, formula=to_latex(body), verb=VERBS[verb].say(text.language))
