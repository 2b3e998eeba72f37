"""A trigonometric identity to be proved, or refuted by a number; an expression to be made shorter by named identities.

Read: one equation in the angles' letters with "prove", "verify", "is it an identity"; one expression with "simplify". Not:
identities under a condition (A + B + C = π), angles that are no sums of multiples of letters, inverse functions.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula.emit import TRIGONOMETRIC
from solver.formula.nodes import Apply, Blank, Call, Group, Node, Relation, Symbol, symbols, walk
from solver.reader import account
from solver.topics.base import Reading, Text, Unread
from solver.topics.expressions.trigonometric_identities.identity import Identity
from solver.topics.expressions.trigonometric_identities.shortening import Shortening
from solver.topics.expressions.trigonometric_identities.words import VOCABULARY

_FUNCTION: Final = re.compile(
    r"(?i)(?<![a-z])(?:sin|cos|tan|cot|sec|csc|tg|ctg)|(?<=[a-z\d])(?:sin|cos|tan)(?![a-z]{3})"
)
_ELSEWHERE: Final = re.compile(
    r"(?i)arc(?:sin|cos|tan)|triangle|三角形|△|\b(?:sin|cos|tan)\s*[a-zθαβ]\s*/\s*\d|°|\\circ|\^\s*\{?-1|\bif\b|given|已知|\bsolve\b"
)

_SINGLE: Final = re.compile(
    r"(?i),?\s+(?:to|as|in\s+terms\s+of|into)\s+(?:an?\s+)?single\s+(?:trigonometric\s+|trig\s+)?(?:function|ratio)(?:\s+of\s+\$?[a-zθ]\$?)?(?=\s*[.?!]?\s*$)"
)


def read(text: Text) -> Reading:
    """An identity or an expression to simplify."""
    if not _FUNCTION.search(text.source) or _ELSEWHERE.search(text.source):
        return None
    single = _SINGLE.search(text.source)
    found = account(_SINGLE.sub("", text.source), VOCABULARY)
    nodes = [n for n in found.nodes if not (isinstance(n, Symbol) and found.has("all"))]
    if len(nodes) != 1 or any(isinstance(n, Apply | Blank) for n in walk(nodes[0])):
        return None
    node = nodes[0]
    if any(isinstance(n, Symbol) and n.name not in symbols(node) for n in found.nodes):
        return None
    whether = (
        found.has("whether") or bool(re.search(r"(?i)^\s*is\b.*\?|吗", text.source)) and found.has("identity")
    )
    if not _is_trigonometric(node):
        return None
    if (
        isinstance(node, Relation)
        and node.signs == ("=",)
        and (found.has("prove") or whether)
        and not found.has("simplify")
    ):
        task: Identity | Shortening = Identity(node, whether and not found.has("prove"), text.language)
    elif not isinstance(node, Relation) and found.has("simplify") and not found.has("prove") and not whether:
        task = Shortening(node, text.language)
        if single and not task.is_single():
            return None
    else:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        return task if task.is_sound() else None
    except (sp.PolynomialError, NotImplementedError, TypeError, ValueError, ZeroDivisionError):
        return None  # sympy has no form of it


def _is_trigonometric(node: Node) -> bool:
    inside = [n for n in walk(node) if isinstance(n, Call) and n.name in TRIGONOMETRIC]
    letters = symbols(node)
    return (
        bool(inside)
        and 1 <= len(letters) <= 3
        and not letters & {"e", "i"}
        and all(symbols(n) for n in inside)
        and not any(isinstance(n, Group) for n in walk(node))
    )
