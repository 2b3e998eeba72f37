"""Ways to say that a term is missing, as the one that `polynomial_letters` reads."""

from __future__ import annotations

import re


def without_terms(text: str) -> str:
    """`contains no x term` for a term that vanishes.

    >>> without_terms("The x^2 term vanishes"), without_terms("展开后x项消失了")
    (' contains no x^2 term', '展开后x项不存在')
    """
    term = r"(?:the\s+|an?\s+)?(\$?x(?:\^\{?\d+\}?)?\$?)(?:\s*-?\s*(?:terms?|part))"
    text = re.sub(
        rf"(?i)\b(?:there(?:'s|\s+is|\s+are)|we\s+(?:get|have)|you\s+(?:get|have)|leaves?)\s+no\s+{term}(?:\s+(?:left|remaining|any\s*more|in\s+it))?",
        r"there is no \1 term",
        text,
    )
    text = re.sub(
        rf"(?i){term}s?\s+(?:disappears?|vanish(?:es)?|cancels?(?:\s+out)?|drops?\s+out|is\s+missing|is\s+gone)",
        r" contains no \1 term",
        text,
    )
    text = re.sub(rf"(?i)\bwithout\s+(?:any\s+)?{term}", r"contains no \1 term", text)
    return re.sub(r"(?<=项)(?:消失了?|没有了|抵消了?|不见了|就没了|被消去了?)", "不存在", text)
