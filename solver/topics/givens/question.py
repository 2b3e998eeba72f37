"""The last sentence with what is known put in, for the topics that answer it.

A question that is only a settled value, or a function's value, needs no other topic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex
from solver.formula.nodes import Apply, Blank, Group, Relation, Symbol, symbols, walk
from solver.ports import Language
from solver.reader import Formula, account, scan
from solver.topics.base import Words
from solver.topics.givens.sentences import applied
from solver.topics.givens.settling import Known
from solver.topics.settled import number

EXPAND: Final = Words("Expand \\({formula}\\)", "展开 \\({formula}\\)")
MAX_CHARACTERS: Final = 4000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        text: the question with everything put in.
        used: formulas of the question that have changed, with what stands in their place.
        value: where only a value is asked for: its formula as it was asked, and the number.
        expanded: where only an expression with letters is asked for: the expression as it was asked.
    """

    text: str
    used: tuple[tuple[Node, Node], ...]
    value: tuple[Node, sp.Rational] | None = None
    expanded: Node | None = None


def put_in(text: str, known: Known, language: Language) -> Asked | None:
    """`text` as a question about what is known; None where it states once more what is known, or the contrary.

    Raises:
        FormulaError: a formula that is too large.
    """
    items = scan(text)
    ends = [*(item.start for item in items[1:]), len(text)]
    parts, used, last = [text[: items[0].start] if items else ""], list[tuple[Node, Node]](), -1
    for item, end in zip(items, ends, strict=True):
        piece = text[item.start : end]
        if not isinstance(item, Formula):
            parts.append(piece)
            continue
        before = applied(item.node, frozenset(known.functions))
        after = _simple(known.put_into(before), before, known)
        changed = after != before
        if changed and isinstance(after, Relation) and not symbols(after) and Blank() not in after.sides:
            return None  # true or false, and nothing is asked about it
        if changed:
            used.append((before, after))
        if not piece:  # several formulas between the same delimiters
            parts.append(f" {_written(after)}, ")
        elif changed or last == item.start:
            parts.append(f" {_written(after)} ")
        else:
            parts.append(piece)
        last = item.start
    asked = "".join(parts)
    if len(asked) > MAX_CHARACTERS:
        raise FormulaError("the formula is too long")
    return _bare_value(text, known, asked, tuple(used), language)


def _bare_value(
    text: str, known: Known, asked: str, used: tuple[tuple[Node, Node], ...], language: Language
) -> Asked:
    """Whether nothing but one formula is asked for; with letters left in it, it is to be expanded."""
    found = account(text, {})
    nodes = [
        n.sides[0] if isinstance(n, Relation) and isinstance(n.sides[-1], Blank) else n for n in found.nodes
    ]
    if found.unread or len(nodes) != 1 or isinstance(nodes[0], Relation | Group) or not used:
        return Asked(asked, used)
    before = applied(nodes[0], frozenset(known.functions))
    after = known.put_into(before)
    if symbols(after):
        return Asked(EXPAND.say(language, formula=to_latex(after)), used, expanded=before)
    value = known.value(after)
    return Asked(asked, used, (before, value)) if isinstance(value, sp.Rational) else Asked(asked, used)


def _simple(node: Node, before: Node, known: Known) -> Node:
    """A function's value as a number, where it is one."""
    if symbols(node) or not any(isinstance(n, Apply) for n in walk(before)):
        return node
    value = known.value(node)
    return number(value, decimal=known.decimal) if isinstance(value, sp.Rational) else node


def _written(node: Node) -> str:
    """As a student would type it: a plain number bare, anything else in delimiters."""
    source = to_latex(node)
    return source if re.fullmatch(r"-?\d+(\.\d+)?", source) else rf"\({source}\)"


def mentions(text: str, known: Known) -> bool:
    """Whether any formula of the question has a letter or function that is known."""
    names = {*known.values, *known.functions}
    return any(isinstance(item, Formula) and _names(item.node) & names for item in scan(text))


def _names(node: Node) -> frozenset[str]:
    return frozenset(n.name for n in walk(node) if isinstance(n, Symbol | Apply))
