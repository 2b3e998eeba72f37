"""Coefficients and terms of the expansion of (a + b)^n, also with a polynomial factor in front.

Read: numbers for the exponent and all coefficients; terms may be negative or fractional powers of the variables.
A parameter is found
from a given coefficient (see `parameter`). Not: unknown exponents, powers of three and more terms.
"""

from __future__ import annotations

from typing import Final

from solver.formula import Node
from solver.formula.nodes import Blank, Number, Relation, Symbol
from solver.reader import Account, account
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.binomials.coefficient import Coefficient
from solver.topics.expressions.binomials.exponent import read_exponent
from solver.topics.expressions.binomials.named import read_named
from solver.topics.expressions.binomials.parameter import parameter_question
from solver.topics.expressions.binomials.polynomial import polynomial_question
from solver.topics.expressions.binomials.rewriting import rewritten
from solver.topics.expressions.binomials.terms import Expansion, Place, as_expansion, exponents_of, monomial
from solver.topics.expressions.binomials.words import VOCABULARY

MAX_EXPONENT: Final = 120


def read(text: Text) -> Reading:
    """A question about the coefficients or terms of one expansion."""
    if (named := read_named(text)) is not None:
        return named
    if (exponent := read_exponent(text, read)) is not None:
        return exponent
    found = account(rewritten(text.source), VOCABULARY)
    topics = (
        "coefficient",
        "binomial",
        "sum_coefficients",
        "sum_binomial",
        "largest",
        "largest_binomial",
        "count",
        "constant",
        "term",
        "nth",
        "middle",
        "middle_two",
        "last",
    )
    if not any(map(found.has, topics)):
        return None
    if not found.unread and (question := parameter_question(found, text.language)) is not None:
        return question
    nodes = [n.sides[0] if isinstance(n, Relation) and n.sides[-1] == Blank() else n for n in found.nodes]
    expressions = [n for n in nodes if as_expansion(n) is not None]
    if len(expressions) != 1:
        return None if found.unread else polynomial_question(found, nodes, text.language)
    if found.unread:
        return Unread(found.unread)
    expansion = as_expansion(expressions[0])
    rest = [n for n in nodes if n is not expressions[0]]
    if expansion is None or expansion.n > MAX_EXPONENT:
        return None
    wanted = _question(found, rest, expansion)
    if wanted is None:
        return None
    task = Coefficient(expansion, *wanted, text.language)
    return task if task.exists() else None


_MORE: Final = frozenset(
    "constant nth coefficient binomial middle containing sum_binomial sum_coefficients largest".split()
)


def _grows(expansion: Expansion) -> bool:
    """Whether no two terms of the power are alike: both parts are single terms with different powers."""
    a, b = exponents_of(expansion.a), exponents_of(expansion.b)
    return expansion.cofactor == 1 and any(a.get(v, 0) != b.get(v, 0) for v in expansion.variables)


def _question(found: Account, rest: list[Node], expansion: Expansion) -> tuple[str, Place] | None:
    """What is wanted, and of which term."""
    if found.has("which") and not found.has("largest"):
        return None  # of a constant term its number may be meant
    if found.has("middle_two"):
        odd = expansion.n % 2 == 1 and expansion.cofactor == 1
        return ("largest", Place()) if odd and not rest and not set(found.concepts) & _MORE else None
    if found.has("last"):
        alone = expansion.cofactor == 1 and not rest and not set(found.concepts) & (_MORE - {"coefficient"})
        wanted = "coefficient" if found.has("coefficient") else "term"
        return (wanted, Place(number=expansion.n + 1)) if alone else None
    if found.has("count"):
        return (
            ("count", Place()) if not rest and not set(found.concepts) & _MORE and _grows(expansion) else None
        )
    for name in ("sum_binomial", "sum_coefficients", "largest", "largest_binomial"):
        if found.has(name):
            others = any(map(found.has, ("constant", "nth", "coefficient", "binomial", "middle")))
            plain = name == "sum_coefficients" or expansion.cofactor == 1
            if name == "largest_binomial" and found.has(
                "term"
            ):  # "which term has the largest binomial coefficient"
                name = "largest"
            return (name, Place()) if not rest and not others and plain else None
    wanted = "binomial" if found.has("binomial") else "coefficient" if found.has("coefficient") else "term"
    places = [name for name in ("constant", "nth", "middle") if found.has(name)]
    if (
        found.has("binomial", "coefficient")  # both are asked for
        or len(places) > 1
        or (wanted == "binomial" or "nth" in places or "middle" in places)
        and expansion.cofactor != 1
    ):
        return None
    match places, rest:
        case ["constant"], []:
            return ("constant" if wanted != "binomial" else wanted), Place(powers={})
        case ["constant"], [Symbol(name)] if (name,) == expansion.variables:
            return ("constant" if wanted != "binomial" else wanted), Place(powers={})
        case ["middle"], [] if expansion.n % 2 == 0:
            return wanted, Place(number=expansion.n // 2 + 1)
        case ["nth"], [Number(value)] if 1 <= value <= expansion.n + 1:
            return wanted, Place(number=int(value))
        case [], [node]:
            powers = monomial(node)
            if powers is None or set(powers) != set(expansion.variables):
                return None
            return wanted, Place(powers=powers)
    return None
