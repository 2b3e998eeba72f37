r"""Answers that tell cases in words, and functions in pieces beside one formula.

`x-1 if x >= 1, and 1-x if x < 1` is |x-1|; `if a>0 then x<1/a; if a<0 then x>1/a` has its cases in any order. Reads spelled text; what
the results of a case are worth is `comparing`'s business.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from evaluation.grader.forms import Statement, read
from evaluation.grader.ranges import range_of
from evaluation.grader.values import Equality, same_number, value

MAX_LENGTH: Final = 400
_RELATION: Final = r"[^,;:<>=]*?(?:<=?|>=?|=|\\ne(?![A-Za-z])|\\in(?![A-Za-z]))[^,;:]*?"
_ELSE: Final = r"\b(?:otherwise|else)\b|其[他它](?:情况)?|否则"
_BEFORE: Final = re.compile(
    rf"(?:^|[;,.]\s*|\s+)(?:\band\b\s*|\bbut\b\s*|而)?(?:(?:\b(?:if|when|for|in\s+case)\b|当|若|如果)\s*(?P<when>{_RELATION})\s*(?:,|:|\bthen\b|时\s*,?|则)\s*(?:\bthen\b|则)?|(?P<tempus>{_RELATION})时\s*,?|(?P<else>{_ELSE})\s*[,:]?)",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    rf"(?P<result>.+?)\s*[,(]?\s*(?:(?:\b(?:if|when|for|where)\b|当)\s*(?P<when>{_RELATION})\s*时?\)?|(?P<else>{_ELSE}))\s*(?:$|[;,.]\s*(?:\b(?:and|or|but)\b|且|或)?|\b(?:and|or|but)\b|且)\s*",
    re.IGNORECASE,
)


def in_cases(text: str) -> list[tuple[str, str]] | None:
    r"""The results of a text, each with its condition; None where it has no two cases.

    >>> in_cases("x-1 if x >= 1, and 1-x if x < 1"), in_cases("If a>0 then x<2; if a<0 then x>2")
    ([('x-1', 'x >= 1'), ('1-x', 'x < 1')], [('x<2', 'a>0'), ('x>2', 'a<0')])
    >>> in_cases("当a>0时,x<2;当a<0时,x>2"), in_cases("a>0时,x<2;a<0时,x>2"), in_cases("x = 3 if y = 2")
    ([('x<2', 'a>0'), ('x>2', 'a<0')], [('x<2', 'a>0'), ('x>2', 'a<0')], None)
    """
    if len(text) > MAX_LENGTH or not re.search(
        r"\b(?i:if|when|for|otherwise|where)\b|[当若时]|如果|其[他它]", text
    ):
        return None
    text = re.sub(r"\\text\s*\{([^{}]*)\}", r" \1 ", text)
    text = re.sub(r"\s+", " ", text).strip(" .")
    text = re.sub(r"^(?:[a-z]\([a-z]\)|[a-z]|\|[^|]+\|)\s*=\s*(?=[^<>=]+(?:if|when|for|where)\b)", "", text)
    return _led(text) or _followed(text)


def _led(text: str) -> list[tuple[str, str]] | None:
    """Conditions in front of their results."""
    found = list(_BEFORE.finditer(text))
    if len(found) < 2 or found[0].start():
        return None
    ends = [*(m.start() for m in found[1:]), len(text)]
    parts = [
        (text[m.end() : end].strip(" ,;."), (m["when"] or m["tempus"] or "otherwise").strip())
        for m, end in zip(found, ends, strict=True)
    ]
    return parts if all(result for result, _ in parts) else None


def _followed(text: str) -> list[tuple[str, str]] | None:
    """Results with their conditions behind them."""
    parts, at = [], 0
    while at < len(text):
        found = _BEHIND.match(text, at)
        if found is None:
            return None
        parts.append((found["result"].strip(" ,;"), (found["when"] or "otherwise").strip()))
        at = found.end()
    return parts if len(parts) > 1 else None


def same_as_formula(pieces: list[tuple[str, str]], formula: str) -> Equality | None:
    """Whether a function in pieces, which are for all real numbers together, is a formula everywhere; None where one is not read.

    >>> same_as_formula([("x-1", "x >= 1"), ("1-x", "x < 1")], "|x-1|"), same_as_formula([("x-1", "x >= 1"), ("x+1", "x < 1")], "|x-1|")
    ('equal', 'different')
    """
    whole = value(formula.rpartition("=")[2])
    if whole is None or len(whole.free_symbols) != 1:
        return None
    letter, left = next(iter(whole.free_symbols)), sp.S.Reals
    verdicts = list[Equality]()
    for text, when in pieces:
        piece, where = value(text), left if when == "otherwise" else _where(when, str(letter))
        if piece is None or where is None or not piece.free_symbols <= {letter}:
            return None
        left = sp.Complement(left, where)
        verdicts += [same_number(piece.subs(letter, p), whole.subs(letter, p)) for p in _places(where)]
    if left != sp.S.EmptySet or not verdicts:
        return None
    return "different" if "different" in verdicts else "equal" if set(verdicts) == {"equal"} else None


def _where(when: str, letter: str) -> Any | None:
    form = read(when)
    if not isinstance(form, Statement) or letter not in [s.strip() for s in form.sides]:
        return None
    return range_of(form)


def _places(where: Any) -> list[Any]:
    """Numbers in a set, with the ends that belong to it: two formulas of the same letter differ at some of so many, or nowhere."""
    found = []
    for part in where.args if isinstance(where, sp.Union) else (where,):
        if isinstance(part, sp.FiniteSet):
            found += list(part)
            continue
        low = part.inf if part.inf.is_finite else (part.sup if part.sup.is_finite else sp.S.Zero) - 20
        high = part.sup if part.sup.is_finite else low + 20
        found += [low + (high - low) * sp.Rational(i, 17) for i in range(18)]
    return [p for p in found if where.contains(p) == sp.true]
