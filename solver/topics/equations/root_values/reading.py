"""What is asked about the roots of which equation: the words around it, in both languages.

Read: named roots ("let r and s be the roots of …", 设x1,x2是方程…的两根) and an expression in them, perhaps with their order;
sums and products of squares, cubes or reciprocals of all roots. Not: unknown coefficients, systems, several questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, to_sympy
from solver.formula.nodes import Blank, Relation, symbols
from solver.reader import Notation
from solver.topics.base import Text

MAX_DEGREE: Final = 6
MAX_COEFFICIENT: Final = 10**9
_F: Final = (
    r"(?:\$\$.+?\$\$|\$[^$]+\$|\\\[.+?\\\]|\\\(.+?\\\)|[^\s$,;。,\u3400-\u9fff][^$;。\u3400-\u9fff]*?)"
)
_ADJECTIVE: Final = r"(?:(?:two|three|four|five|both|different|distinct|unequal|real|complex|positive|negative|nonzero|roots?)\s+)*"
_NOUN: Final = r"(?:roots|solutions|zeros|zeroes)"
_OBJECT: Final = (
    r"(?:the\s+)?(?:following\s+)?(?:(?:quadratic|cubic|quartic|monic|polynomial|degree|second|third|fourth)[\s-]+)*"
    r"(?:equation|polynomial|function|expression|quadratic|cubic|quartic)?\s*"
)
_NAME: Final = r"\$?(?:\\(?!and)[a-z]+|[A-Za-zα-ω])(?:_\{?\d\}?)?\$?"
_NAMES: Final = rf"(?P<names>{_NAME}(?:\s*,?\s*(?:and|,|和|与)?\s+{_NAME}|\s*(?:,|和|与)\s*{_NAME})*)"
_ORDER: Final = rf"(?:\s*,?\s*(?:with|where|such\s+that|and|so\s+that|,)\s*(?P<order>{_F}))?"
_ASK: Final = r"(?:what\s+is|find|compute|evaluate|determine|calculate|give)(?:\s+the\s+(?:exact\s+|numerical\s+)?values?\s+of)?(?:\s+the\s+(?:sum|product|expression|quantity)(?=\s*[$\\]))?"
_ASKED: Final = rf"(?P<asked>{_F})"
_E: Final = rf"(?P<equation>{_F})"
_EN: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:let|if|suppose(?:\s+that)?|given(?:\s+that)?|assume(?:\s+that)?)\s+{_NAMES}\s+(?:be|are|denote|represent)\s+(?:the\s+)?{_ADJECTIVE}{_NOUN}\s+(?:of|to|for)\s+{_OBJECT}{_E}{_ORDER}\s*[.,;]?\s*(?:then\s+)?,?\s*{_ASK}\s+{_ASKED}\s*[.?]?",
        rf"{_ASK}\s+{_ASKED}\s*,?\s*(?:if|where|given\s+that|when)\s+{_NAMES}\s+(?:are|denote|represent)\s+(?:the\s+)?{_ADJECTIVE}{_NOUN}\s+(?:of|to|for)\s+{_OBJECT}{_E}{_ORDER}\s*[.?]?",
        rf"(?:let\s+|if\s+|given\s+that\s+|suppose\s+(?:that\s+)?)?(?:the\s+)?{_OBJECT}{_E}\s*(?:has|have)\s+{_ADJECTIVE}{_NOUN}\s*,?\s*{_NAMES}{_ORDER}\s*[.,;]?\s*(?:then\s+)?,?\s*{_ASK}\s+{_ASKED}\s*[.?]?",
        rf"(?:let\s+|if\s+|given\s+that\s+|suppose\s+(?:that\s+)?)?(?:the\s+)?{_ADJECTIVE}{_NOUN}\s+(?:of|to|for)\s+{_OBJECT}{_E}\s*(?:are|be)\s+{_NAMES}{_ORDER}\s*[.,;]?\s*(?:then\s+)?,?\s*{_ASK}\s+{_ASKED}\s*[.?]?",
    )
)
_POWER: Final = r"(?P<power>squares|cubes|fourth\s+powers|reciprocals|squares\s+of\s+the\s+reciprocals|reciprocals\s+of\s+the\s+squares)"
_EN_ALL: Final = re.compile(
    rf"{_ASK}\s+(?:the\s+)?(?P<kind>sum|product)\s+of\s+(?:the\s+)?{_POWER}\s+of\s+(?:all\s+)?(?:the\s+)?{_ADJECTIVE}{_NOUN}\s+(?:of|to|for)\s+{_OBJECT}{_E}\s*[.?]?",
    re.IGNORECASE | re.DOTALL,
)
_ZH_EQUATION: Final = r"(?:关于\s*\$?[a-z]\$?\s*的)?(?:一元[二三]次|[二三]次)?(?:方程|多项式|函数)?\s*"
_ZH_NOUN: Final = (
    r"的?\s*[两二三四2-4]?\s*个?\s*(?:不相等的|不等的|不同的|相异的)?\s*(?:实数|实)?\s*(?:根|解|零点)"
)
_ZH_ASK: Final = (
    rf"(?:则|那么|求|试求|计算|,)*\s*{_ASKED}\s*(?:的值)?\s*(?:为|是|等于)?\s*(?:多少|几)?\s*(?:=\s*\??)?"
)
_ZH_ORDER: Final = rf"(?:\s*,?\s*(?:且|其中|满足)\s*(?P<order>{_F}))?"
_ZH: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"(?:已知|设|若|如果|令)?\s*{_NAMES}\s*(?:分别)?(?:是|为){_ZH_EQUATION}{_E}\s*{_ZH_NOUN}{_ZH_ORDER}\s*[,。;]\s*{_ZH_ASK}\s*[。?.]?",
        rf"(?:已知|设|若|如果|令)?\s*{_ZH_EQUATION}{_E}\s*{_ZH_NOUN}\s*(?:分别)?(?:是|为|记为|记作|:)?\s*{_NAMES}{_ZH_ORDER}\s*[,。;]\s*{_ZH_ASK}\s*[。?.]?",
    )
)
_ZH_ALL: Final = re.compile(
    rf"(?:求|计算|已知|设)?\s*{_ZH_EQUATION}{_E}\s*{_ZH_NOUN}\s*的?\s*(?P<power>平方|立方|倒数)\s*(?:的|之)?\s*(?P<kind>和|积)\s*(?:是|为|等于)?\s*(?:多少|几)?\s*[。?.]?",
    re.DOTALL,
)
_POWERS: Final = {"squares": 2, "cubes": 3, "reciprocals": -1, "平方": 2, "立方": 3, "倒数": -1}


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression in the roots `names` of `polynomial` = 0, `order` among them; `real`: the problem calls them real."""

    polynomial: sp.Poly
    equation: Node
    names: tuple[sp.Symbol, ...]
    expression: sp.Expr
    order: sp.Basic | None
    real: bool


def asked(text: Text) -> Asked | None:
    """The question; None where the words or the formulas are others.

    Raises:
        FormulaError: a formula that is too large.
    """
    source = re.sub(r"(?<![A-Za-z\d\\])([a-z])([1-4])(?![\d])", r"\1_\2", " ".join(text.source.split()))
    source = re.sub(r"[、]", ",", source)
    for pattern in (*_EN, *_ZH):
        if (match := pattern.fullmatch(source)) is not None:
            found = _named(match)
            if found is not None:
                return found
    for pattern in (_EN_ALL, _ZH_ALL):
        if (match := pattern.fullmatch(source)) is not None:
            return _all(match)
    return None


def _nodes(source: str, letters: frozenset[str]) -> tuple[Node, ...]:
    """The formulas between delimiters or bare."""
    bare = source.strip()
    for opening, closing in (("$$", "$$"), (r"\[", r"\]"), (r"\(", r"\)"), ("$", "$")):
        if bare.startswith(opening) and bare.endswith(closing) and len(bare) > 2 * len(opening):
            bare = bare[len(opening) : -len(closing)]
            break
    return tuple(Notation(frozenset(), letters).read(bare.strip().rstrip(".,;").strip()))


def _polynomial(source: str, letters: frozenset[str]) -> tuple[sp.Poly, Node] | None:
    nodes = _nodes(source, letters)
    if len(nodes) != 1:
        return None
    node = nodes[0]
    match node:
        case Relation(("=",), (left, right)) if not isinstance(right, Blank):
            unknown, body = symbols(node), to_sympy(left) - to_sympy(right)
        case Relation():
            return None
        case _:
            unknown, body = symbols(node), to_sympy(node)
    if len(unknown) != 1 or not isinstance(body, sp.Expr):
        return None
    (variable,) = body.free_symbols or {None}
    if variable is None:
        return None
    polynomial = body.as_poly(variable)
    if polynomial is None or not 2 <= polynomial.degree() <= MAX_DEGREE:
        return None
    if not all(c.is_Rational and max(abs(c.p), c.q) < MAX_COEFFICIENT for c in polynomial.all_coeffs()):
        return None
    return polynomial, node


def _named(match: re.Match[str]) -> Asked | None:
    written = re.sub(r"\band\b|[和与$]", ",", match["names"])
    names = [n for n in (part.strip() for part in written.split(",")) if n]
    letters = frozenset(n for n in names if n in ("e", "i"))
    try:
        found = _polynomial(match["equation"], frozenset())
        roots = tuple(to_sympy(n) for name in names for n in _nodes(name, letters))
        nodes = _nodes(match["asked"], letters)
        order = _nodes(match["order"], letters) if match["order"] else ()
    except (FormulaError, TypeError, ValueError, AttributeError, KeyError):
        return None
    if found is None or len(nodes) != 1 or len(order) > 1 or len(roots) != len(set(roots)) != 0:
        return None
    polynomial, equation = found
    node = nodes[0]
    if isinstance(node, Relation) and any(isinstance(s, Blank) for s in node.sides):
        node = node.sides[0]
    if isinstance(node, Relation) or len(roots) != polynomial.degree():
        return None
    expression = to_sympy(node)
    if (
        not isinstance(expression, sp.Expr)
        or not expression.free_symbols
        or not expression.free_symbols <= set(roots)
    ):
        return None
    if polynomial.gen in roots:
        return None
    condition = to_sympy(order[0]) if order else None
    if condition is not None and (
        not isinstance(condition, sp.core.relational.Relational) or not condition.free_symbols <= set(roots)
    ):
        return None
    real = re.search(r"(?i)\breal\b|实", match[0]) is not None
    return Asked(polynomial, equation, roots, expression, condition, real)


def _all(match: re.Match[str]) -> Asked | None:
    try:
        found = _polynomial(match["equation"], frozenset())
    except (FormulaError, TypeError, ValueError, AttributeError, KeyError):
        return None
    if found is None:
        return None
    polynomial, equation = found
    power = " ".join(match["power"].lower().split())
    exponent = 4 if power.startswith("fourth") else _POWERS.get(power, -2)
    letters = sp.symbols(f"r_1:{polynomial.degree() + 1}")
    terms = [r**exponent for r in letters]
    whole = sp.Add(*terms) if match["kind"] in ("sum", "和") else sp.Mul(*terms)
    if sp.discriminant(polynomial) == 0:
        return None  # whether an equal root counts twice
    real = re.search(r"(?i)\breal\b|实", match[0]) is not None
    return Asked(polynomial, equation, letters, whole, None, real)
