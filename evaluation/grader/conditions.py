r"""Formulas with where they hold: a function with its domain, and functions in pieces, whose order says nothing.

Reads cleaned text; what the parts are worth is `comparing`'s business.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from evaluation.grader.cleaning import spelled
from evaluation.grader.values import value

_CASES: Final = re.compile(
    r"(?:(?P<name>[A-Za-z]\s*(?:\([A-Za-z]\)|_\{?[a-z]\}?)?)\s*=\s*)?\\?\{?\s*\\begin\s*\{(?:cases|array)\}(?:\s*\{[lcr]*\})?(?P<rows>.*)\\end\s*\{(?:cases|array)\}\.?",
    re.DOTALL,
)
_SAYS_WHEN: Final = re.compile(
    r"\\text\s*\{\s*(?:,?\s*(?:if|for|when|where|当|其中)\s*)\}|\b(?:if|for|when|where)\b|^当|其中"
)
_BOUND: Final = r"-?(?:\d[\d./]*|\\infty|\\frac\{[^{}]*\}\{[^{}]*\}|\\pi)"
_DOMAIN: Final = re.compile(
    rf"(?P<body>[^<>]*[^\s,;(<>])\s*(?:[,;]\s*|\s+|(?=\())[(]?\s*(?:\\text\s*\{{\s*(?:where|for|if)\s*\}}|where|for|if|其中|当)?\s*"
    rf"(?P<when>{_BOUND}\s*<=?\s*[a-z]\s*<=?\s*{_BOUND}|[a-z]\s*(?:[<>]=?|\\ne)\s*{_BOUND})\s*[)]?"
)


def in_pieces(text: str) -> list[tuple[str, str]] | None:
    r"""The pieces of a function, each with its condition; None where a text is no such function.

    >>> in_pieces(r"\begin{cases} -x & \text{if } x<0\\ x & x>=0\end{cases}"), in_pieces(r"\begin{cases} x=1\\y=2\end{cases}")
    ([('-x', 'x<0'), ('x', 'x>=0')], None)
    """
    found = _CASES.fullmatch(text)
    if found is None:
        return None
    rows = [
        re.split(r"\s*,?\s*&\s*", row.strip(" ,;"))
        for row in re.split(r"\\\\(?:\[[^\]]*\])?", found["rows"])
        if row.strip()
    ]
    if len(rows) < 2 or any(len(row) != 2 for row in rows):
        return None
    pieces = [(value.strip(" ,"), _SAYS_WHEN.sub("", when).strip(" ,.")) for value, when in rows]
    return (
        pieces
        if all(re.search(r"[<>=]|\\ne|\\in", when) or "otherwise" in when for _, when in pieces)
        else None
    )


def with_domain(text: str) -> tuple[str, str] | None:
    """A function and where it holds; None where a text is no such thing.

    >>> with_domain("y=60-2x,其中0<=x<=30"), with_domain("y=-2x+60 (0<= x<= 30)"), with_domain("x > 2, x < 5")
    (('y=60-2x', '0<=x<=30'), ('y=-2x+60', '0<= x<= 30'), None)
    """
    found = _DOMAIN.fullmatch(text)
    if found is None or not re.search(r"[A-Za-z]", found["body"]):
        return None
    return found["body"], found["when"]


# -- beside a formula that does not say it ---------------------------------------------------------------

_WHOLE: Final = (
    r"(?P<n>[nmk])\s*(?:\\in\s*(?:\\mathbb\s*\{\s*[NZ]\s*\}|[NZ])\s*(?:[\^_]\s*\{?\s*[*+]\s*\}?|[*+])?|>=\s*[01]|=\s*[01]\s*,\s*\d\s*,.*"
    r"|(?:is\s+)?(?:an?\s+|any\s+)?(?:positive\s+)?(?:integer|natural\s+number)|(?:为|是)?(?:正整数|自然数|非零自然数))"
)
_HELD: Final = re.compile(
    rf"(?P<body>[^<>]*?[^\s,;(<>])\s*(?:[,;]\s*|\s+|(?=\())[(]?\s*(?:\b(?:where|for|if|when|with|valid\s+for)\b|其中|当)?\s*(?:\b(?:all|every|any)\b\s*)?"
    rf"(?P<when>{_WHOLE}|\|\s*[a-z]\s*\|\s*<\s*{_BOUND}|{_BOUND}\s*<=?\s*[a-z]\s*<=?\s*{_BOUND}|[a-z]\s*(?:[<>]=?|\\ne)\s*{_BOUND}|[a-z]\s*\\in\s*[(\[][^()\[\]]+[)\]])\s*[)]?"
)
_DOMAIN_ASKED: Final = re.compile(
    r"\bdomain\b|定义域|取值范围|自变量|\brange\b|\binterval\s+of\b|for\s+which|\bpiecewise\b|分段",
    re.IGNORECASE,
)
_SEQUENCE: Final = re.compile(
    r"\\?\{?\s*[abcSs]_\{?n|\bsequence\b|\bseries\b|\bterm\b|数列|通项|\bn\s*th\b|第\s*\$?n|项"
)


def where_it_holds(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""A formula without where it holds, where the other answer does not say it and it goes without saying.

    That is so where the question says it, where n counts the terms of a sequence, and where the formula itself has its bound there.
    >>> where_it_holds("Sum 1 + x + x^2 + ... for |x| < 1.", r"\frac{1}{1-x}, |x|<1", "1/(1-x)")[0], where_it_holds("Find y.", "60-2x, 0<x<30", "60-2x")[0]
    ('\\frac{1}{1-x}', '60-2x, 0<x<30')
    >>> where_it_holds("求数列的通项公式", "2^n-1", "2^n-1(n∈N*)"), where_it_holds("Find the Laplace transform.", "1/(s-2), s>2", "1/(s-2)")
    (('2^n-1', '2^n-1'), ('1/(s-2)', '1/(s-2)'))
    """
    if _DOMAIN_ASKED.search(question) or max(len(answer), len(reference)) > 200:
        return answer, reference
    plain = [re.sub(r"\\text\s*\{([^{}]*)\}", r" \1 ", spelled(t)).strip() for t in (answer, reference)]
    held = [_HELD.fullmatch(t) for t in plain]
    texts = [answer, reference]
    for i, found in enumerate(held):
        if found is None or not re.search(r"[A-Za-z]", found["body"]):
            continue
        counts = found["n"] is not None and _SEQUENCE.search(question) is not None
        alone = held[1 - i] is None and (
            _told(question, found["when"]) or _own(question, found["body"], found["when"])
        )
        if counts or (found["n"] is None and alone):
            texts[i] = found["body"].strip(" ,;")
    return texts[0], texts[1]


def _told(question: str, when: str) -> bool:
    text = re.sub(r"[\s$]", "", spelled(question.replace("$", " ")))
    return re.sub(r"\s", "", when) in text


_HALF: Final = re.compile(rf"([a-z])\s*(<=?|>=?|\\ne)\s*({_BOUND})")
_AROUND: Final = re.compile(rf"\|\s*([a-z])\s*\|\s*<\s*({_BOUND})")


def _own(question: str, body: str, when: str) -> bool:
    """Whether a formula has its bound where the condition says: a pole, a logarithm of 0, a root of what is negative beyond."""
    formula = value(body.rpartition("=")[2])
    if formula is None or len(str(formula)) > 200:
        return False
    if around := _AROUND.fullmatch(when):
        radius, letter = value(around[2]), sp.Symbol(around[1])
        return radius is not None and any(
            _ends(formula, letter, end, side) for end, side in ((radius, 1), (-radius, -1))
        )
    half = _HALF.fullmatch(when)
    if half is None or (
        _bounded_otherwise(question, half[1]) and not re.search(r"\binverse\b|反函数", question)
    ):
        return False
    letter, bound = sp.Symbol(half[1]), value(half[3])
    if bound is None or not bound.is_finite:
        return False
    if half[2] == r"\ne":
        return _ends(formula, letter, bound, 0) or re.sub(
            r"\s", "", f"{half[1]}-{half[3]}"
        ) in question.replace(" ", "")
    if re.search(r"laplace|拉普拉斯|拉氏", question, re.IGNORECASE):
        return half[2][0] == ">" and _rightmost_pole(formula, letter) == bound
    return _ends(formula, letter, bound, -1 if half[2][0] == ">" else 1)


def _bounded_otherwise(question: str, letter: str) -> bool:
    """Whether the question bounds the letter itself, in another way."""
    return (
        re.search(rf"(?<![A-Za-z\\]){letter}\s*(?:[<>≤≥]|\\[lg]eq?)|[<>≤≥]\s*{letter}(?![A-Za-z])", question)
        is not None
    )


def _ends(formula: Any, letter: Any, bound: Any, side: int) -> bool:
    """Whether a formula has no real value at a bound, or just beyond it on a side."""
    at = formula.subs(letter, bound)
    if at.is_finite is False or at.has(sp.zoo, sp.nan):
        return True
    beyond = formula.subs(letter, bound + side * sp.Rational(1, 1000)).evalf(20) if side else at
    return bool(beyond.is_number and beyond.is_real is False)


def _rightmost_pole(formula: Any, letter: Any) -> Any | None:
    below = sp.denom(sp.together(formula))
    if not below.is_polynomial(letter) or letter not in below.free_symbols or below.free_symbols != {letter}:
        return None
    reals = [sp.re(root) for root in sp.roots(sp.Poly(below, letter))]
    return max(reals) if reals and all(r.is_number for r in reals) else None
