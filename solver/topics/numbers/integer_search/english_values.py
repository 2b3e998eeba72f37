"""Read English clauses about the value of an expression: "n^2 is a factor of 1200", "\\frac{n}{30} is a terminating decimal"."""

from __future__ import annotations

import re
from typing import Final

from solver.formula import FormulaError, Node, parse
from solver.formula.nodes import Binary, Relation, symbols
from solver.topics.numbers.integer_search.values import Value

_NOT: Final = r"(?P<no>not )?(?:also |always |equal to )?"
_F: Final = r"(?:the (?:value|expression|fraction|number|quotient) (?:of )?)?(?P<f>[^a-z]*?[^,;]+?)"
_KINDS: Final = {
    r"(?:an? )?(?:integer|integral value|whole number)(?: value)?": "integer",
    r"(?:a )?prime(?: number)?": "prime",
    r"(?:a |an )?(?:integer that is a )?perfect square(?: integer)?": "square",
    r"(?:a )?perfect cube": "cube",
    r"(?:a )?terminating(?: decimal)?": "terminating",
    r"in (?:lowest|simplest) (?:terms|form)": "lowest",
}
_FORMS: Final[tuple[tuple[re.Pattern[str], str, bool], ...]] = tuple(
    (re.compile(pattern), kind, turned)
    for pattern, kind, turned in (
        *(
            (rf"{_F} (?:is|are|be|yields?|gives?) {_NOT}{words}", kind, False)
            for words, kind in _KINDS.items()
        ),
        (rf"{_F} (?:is|be) {_NOT}(?:a )?repeating(?: decimal)?", "terminating", True),
        (rf"{_F} (?:is|be) {_NOT}(?:evenly )?divisible by (?P<of>[^,;]+)", "multiple", False),
        (rf"{_F} (?:is|be) {_NOT}(?:a |an )?(?:integer )?multiple of (?P<of>[^,;]+)", "multiple", False),
        (rf"{_F} (?:is|be) {_NOT}(?:a )?(?:factor|divisor) of (?P<of>[^,;]+)", "divides", False),
        (
            rf"{_F} (?:evenly )?divides(?: evenly(?: into)?)? (?P<of>[^,;]+?)(?: evenly)?(?P<no>(?!))?",
            "divides",
            False,
        ),
    )
)


def value_condition(text: str) -> tuple[Value, ...] | None:
    """The conditions that a clause puts on the values of expressions in one letter; None where it says something else.

    >>> [v.kind for v in value_condition("n^2 is a factor of 1200")]
    ['divides']
    """
    for form, kind, turned in _FORMS:
        if (found := form.fullmatch(text.strip())) is None:
            continue
        node, of = _node(found["f"]), _node(found["of"]) if "of" in form.groupindex else None
        if node is None or ("of" in form.groupindex and of is None):
            continue
        negated = bool(found["no"]) is not turned
        names = symbols(node) | (symbols(of) if of is not None else frozenset())
        if (
            len(names) != 1
            or names & {"e", "i"}
            or kind == "lowest"
            and not (isinstance(node, Binary) and node.op == "/")
        ):
            continue
        return _turned(node, next(iter(names)), kind, of, negated=negated)
    return None


def _turned(
    node: Node, letter: str, kind: str, of: Node | None, *, negated: bool
) -> tuple[Value, ...] | None:
    """Divisibility with the letter in the divisor alone is told of the divisor."""
    if of is None:
        return (Value(node, letter, kind, None, negated),)
    if not symbols(node):
        if not symbols(of):
            return None
        return (Value(of, letter, "multiple" if kind == "divides" else "divides", node, negated),)
    return None if symbols(of) else (Value(node, letter, kind, of, negated),)


def _node(text: str) -> Node | None:
    text = text.strip().strip("$").strip()
    if re.search(r"[a-z]{2,}", re.sub(r"\\[a-z]+|gcd|lcm", "", text)) is not None:
        return None
    try:
        node = parse(text)
    except FormulaError:
        return None
    return None if isinstance(node, Relation) else node
