"""Operations that the words name and the formula writes out: "Find the product: (x+1)(x-1)", "Add: …", "Find the square of x+3".

Read: where the formula is what the words say. Two formulas: see `joined`. Not: a word and a formula
that disagree.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction
from typing import Final

from solver.formula import Node
from solver.formula.nodes import Binary, Negative, Number, Symbol

OPERATIONS: Final = ("product", "sum", "difference", "quotient", "square", "cube")
_COMPUTE: Final = re.compile(
    r"(?i)^\W*(?:please\s+)?(?:evaluate|compute|calculate|work\s+out|请?计算|计算|求值)"
)
_SOLVE: Final = re.compile(r"(?i)^\W*(?:solve|解)\s*[:：]?\s*(?=[$\\(])")
_OF: Final = re.compile(r"(?i)\b(?:square|cube)\s+of\b|\b(?:square|cube)\s+[($\\]|的(?:平方|立方)")
_TWO: Final = {"square": 2, "cube": 3}


def asks_to_compute(source: str) -> bool:
    """Whether nothing is named, and an expression is to be computed."""
    return _COMPUTE.match(source) is not None


def says_solve(source: str) -> bool:
    """ "Solve: …" of what is no equation, as some books have it."""
    return _SOLVE.match(source) is not None


def named(body: Node, operations: Collection[str], source: str) -> Node | None:
    """The expression that the words and the formula give together; None where they do not agree."""
    asked = set(operations)
    if asked <= {"square", "cube"} and len(asked) == 1:
        exponent = _TWO[asked.pop()]
        is_power = isinstance(body, Binary) and body.op == "^" and body.right == _number(exponent)
        if is_power:
            return None if re.search(r"(?i)\b(?:square|cube)\s+of\b", source) else body
        return Binary("^", body, _number(exponent)) if _OF.search(source) else None
    inner = body.operand if isinstance(body, Negative) else body
    op = inner.op if isinstance(inner, Binary) else ""
    match sorted(asked):
        case ["product"]:
            return body if op in "*^" and op else None
        case ["sum"]:
            return body if op == "+" else None
        case ["difference"]:
            return body if op == "-" else None
        case ["difference", "sum"]:
            return body if op and op in "+-" else None
        case ["quotient"]:
            return body if op == "/" and _both_fractions(inner) else None
        case ["product", "quotient"]:
            return body if op and op in "*/" else None
    return None


def joined(first: Node, second: Node, operations: Collection[str], between: str) -> Node | None:
    """Two formulas with a word between them: "the sum of A and B", "subtract A from B"; None where the order is open."""
    if isinstance(first, Symbol | Number) or isinstance(second, Symbol | Number):
        return None
    if list(operations) == ["difference"] and between in ("from", "from the"):
        return Binary("-", second, first)
    if between not in ("and", "by", "to", "与", "和", "加", "乘"):
        return None
    match list(operations):
        case ["sum"] if between != "by":
            return Binary("+", first, second)
        case ["product"] if between != "to":
            return Binary("*", first, second)
        case ["difference"] if between in ("and", "与", "和"):
            return Binary("-", first, second)
    return None


def _both_fractions(node: Node) -> bool:
    """A quotient of two fractions: anything else may be meant for long division."""
    return (
        isinstance(node, Binary)
        and all(isinstance(side, Binary) for side in (node.left, node.right))
        and isinstance(node.right, Binary)
        and node.right.op == "/"
    )


def _number(value: int) -> Number:
    return Number(Fraction(value), str(value))
