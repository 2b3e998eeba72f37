"""Whether more is asked of a system than what would be answered: then the questions are taken one by one, or none is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from solver.formula.nodes import Group, Node, Number, Relation, Symbol, symbols
from solver.reader import Account
from solver.reader.account import ASK


def asks_twice(found: Account) -> bool:
    """ "Find x if …, and find 3x": two questions, of which `Account.questions` has the last only."""
    asked = [list[Node]()]
    for concept in found.concepts:
        if concept == ASK:
            asked.append([])
        elif concept[:1] == "#" and not isinstance(node := found.nodes[int(concept[1:])], Relation | Number):
            asked[-1].append(node)
    told = [tuple(nodes) for nodes in asked[1:] if nodes]
    return len(set(told)) > 1 and any(not isinstance(n, Symbol) for nodes in told for n in nodes)


_LETTER_TOO: Final = re.compile(
    r"(?i)(?:\b(?:find|determine|calculate|compute|evaluate|give|what\s+(?:is|are))|求出?|则)\s*(?:both\s+|the\s+values?\s+of\s+)?"
    r"\$?[a-z]\$?\s*(?:,|、|\band\b|also\b|和|以及|及|与)"
    r"|(?:,|、|\band\b|\balso\b|和|以及|及|与)\s*(?:also\s+|find\s+)?\$?[a-z]\$?\s*(?:[.?。;]|的值|\b(?:if|when|where|given)\b|$)"
)


_ALSO: Final = re.compile(r"(?i)\balso\s+(?:find\s+)?\$?[a-z\d][a-z\d^*+/ ()-]*\$?\s*[.?]?\s*$")


def asks_more(source: str, asked: Sequence[Node], named: Sequence[str]) -> bool:
    """Whether an answer to what was found would leave something out: "find x and x^2+y^2", where x is asked for too; "…, and also xy." behind the equations."""
    if any(isinstance(node, Group) for node in asked):
        return True  # an interval, which is not asked for
    if not asked:
        return _ALSO.search(source) is not None
    return bool(named) and (not set(named) <= symbols(asked[0]) or _LETTER_TOO.search(source) is not None)
