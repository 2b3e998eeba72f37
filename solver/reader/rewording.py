"""English questions in the words that topics know, where another wording says exactly the same.

Tried only for texts that were not understood as they stand. Each row keeps every number, formula and condition.
"""

from __future__ import annotations

import re
from typing import Final

_F: Final = r"(?:\$[^$]+\$|\\\[.+?\\\])"
_ASK: Final = r"(?:what\s+is|find|compute|determine|evaluate|calculate)(?:\s+the\s+value\s+of)?"
_X: Final = r"\$?(?P<x>[a-z])\$?"
_END: Final = r"\s*[.?]?\s*$"
_BARE: Final = r"\$(?P<{}>[^$=<>]+)\$"


def _signed(match: re.Match[str]) -> str:
    kind = "positive" if match["sign"] == ">" else "negative"
    return f"Find the {kind} solution of {match['equation']}."


def _both(match: re.Match[str]) -> str:
    return f"Solve ${match['a']} = {match['b']}$ for ${match['x']}$."


_ROWS: Final = (
    (rf"how\s+much\s+(greater|larger|more|less|smaller)\s+than\s+(\S+)\s+is\s+([^.?]+?){_END}", r"How much \1 is \3 than \2?"),
    (r",?\s*(?:if\s+)?(?:they\s+)?(?:all\s+)?work(?:ing)?\s+at\s+the\s+same\s+(?:pace|rate|speed)(?=\s*[.?])", ""),
    (r"^(?P<told>[^\d]*\d+\s+(?:identical\s+|equal\s+|such\s+|of\s+the\s+same\s+)?(?P<things>[a-z]{2,}s)\b(?:(?!\d+\s+[a-z]{3}).)*?\bhow\s+(?:much|many|long)\b[^.?\d]*\d+)\s+of\s+(?:them|these)\b", r"\g<told> \g<things>"),
    (r"\bangle\s+([A-Z])\s+(?:is|measures|equals)\s+(?=\$?\d)", r"angle \1 = "),
    (rf"\bhow\s+long\s+is\s+(?:the\s+side\s+|side\s+)?\$?([A-Z]{{2}}|[a-c])\$?{_END}", r"Find \1."),
    (r"\bpositive\s+(difference\s+between)", r"\1"),
    (r"(?:(?<=\s)\$)?(\d+(?:\.\d+)?)\s*\$?\s*\\?%\s*\$?\s+of\s+\$?(\d+(?:\.\d+)?)\s*\$?\s*\\?%\s*\$?\s+of\s+\$?(\d[\d,]*(?:\.\d+)?)\$?", r"$\1\\% \\cdot \2\\% \\cdot \3$"),
    (r"^\s*what\s+number\s+is\s+(?=\$?\d+(?:\.\d+)?\s*\$?\s*\\?%)", "What is "),
    (rf"^\s*(?:if|suppose|let)\s+\$?[a-z]\$?\s+(?:is|be)\s+a(?:ny)?\s+real\s+number\s*[.,]\s*(?:then\s+)?{_ASK}\s+({_F}){_END}", r"Simplify \1."),
    (rf"^\s*for\s+(?:what|which)\s+values?\s+of\s+{_X}\s+(?:will|are|would)\s+(?:the\s+expressions\s+)?{_BARE.format('a')}\s+and\s+{_BARE.format('b')}\s+(?:be\s+)?equal{_END}", _both),
    (rf"^\s*(?:solve\s+for|find)\s+{_X}\s*,?\s*(?:where|if|given\s+that)\s+\$(?P=x)\s*(?P<sign>[<>])\s*0\$\s+and\s+(?P<equation>\$[^$]+\$){_END}", _signed),
    (rf"^\s*(?:if|given\s+that|suppose(?:\s+that)?)\s+(?P<equation>\$[^$]+\$)\s+and\s+\$(?P<x>[a-z])\s*(?P<sign>[<>])\s*0\$\s*[.,]\s*{_ASK}\s+\$?(?P=x)\$?{_END}", _signed),
    (rf"^\s*{_ASK}\s+the\s+(smallest|least|largest|greatest|positive|negative)\s+(?:real\s+)?(?:number|value)\s+(?:of\s+)?\$?[a-z]\$?\s+(?:such\s+that|for\s+which|satisfying|that\s+satisfies)\s+({_F}){_END}", r"Find the \1 solution of \2."),
    (rf"^\s*what\s+(?:simplified\s+)?(?:common\s+)?fraction\s+is\s+(?:the\s+same\s+as|equal\s+to|equivalent\s+to)\s+({_F}){_END}", r"Compute \1."),
    (rf"^\s*(?:if|given\s+that|suppose(?:\s+that)?)\s+({_F})\s*,\s*(?:then\s+)?what\s+must\s+\$?([a-z])\$?\s+(?:be|equal){_END}", r"Solve \1 for $\2$."),
    (rf"^\s*for\s+what\s+value\s+of\s+\$?([a-z])\$?\s+is\s+the\s+following\s+equation\s+true\s*:\s*({_F}){_END}", r"Solve \2 for $\1$."),
    (rf"^\s*{_ASK}\s+\$?([a-z])\$?\s+(?:in|from)\s+the\s+equation\s+({_F}){_END}", r"Solve \2 for $\1$."),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), usual) for pattern, usual in _ROWS)


def reworded(text: str) -> str:
    r"""`text`, a cleaned English text, in the usual words.

    >>> reworded("How much greater than $3^2$ is $5^2$?")
    'How much greater is $5^2$ than $3^2$?'
    >>> reworded("If $|x - 1| = 4$ and $x < 0$, what is the value of $x$?")
    'Find the negative solution of $|x - 1| = 4$.'
    >>> reworded(r"What is $20\%$ of $50\%$ of 80?")
    'What is $20\\% \\cdot 50\\% \\cdot 80$?'
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    return text
