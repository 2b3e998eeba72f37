"""Whether a story buys only some of the things whose prices it tells: then what all of them cost is not what is paid."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.accounts.words import head_of

_PRICED: Final = re.compile(
    r"(?:^|[.,;]\s+|\band\s+|\bwhile\s+|\bif\s+)(?:an?|the|each|one|every)?\s*(?P<thing>[a-z]+(?:\s+[a-z]+)?)\s+(?:costs?|sells?\s+for|(?:is|are)\s+priced\s+at|(?:is|are)(?=\s+[$£€]))\s+[$£€]?\d",
    re.IGNORECASE,
)
_BUYS: Final = re.compile(
    r"\b(?:buys?|bought|orders?|ordered|purchases?d?|chooses?|chose|picks?|takes?|wants?\s+to\s+buy)\s+(?P<things>[^.,;?\d]+)",
    re.IGNORECASE,
)
_ALL: Final = re.compile(r"\b(?:both|all|them|these|everything|each|every|one\s+of|it)\b", re.IGNORECASE)


def is_a_part(text: str) -> bool:
    """Whether a purchase without a number names some of the priced things, and not all.

    >>> [is_a_part(f"A book costs $5 and a pen costs $2. Tom buys {what}. How much does he pay?") for what in ("the pen", "a book and a pen", "both", "3 pens")]
    [True, False, False, False]
    """
    priced = {head_of(found["thing"].lower().split()[-1]) for found in _PRICED.finditer(text)}
    if len(priced) < 2:
        return False
    for purchase in _BUYS.finditer(text):
        words = {head_of(word) for word in re.findall(r"[a-z]+", purchase["things"].lower())}
        if words & priced and not priced <= words and not _ALL.search(purchase["things"]):
            return True
    return False
