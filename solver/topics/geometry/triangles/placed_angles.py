"""Angles in a ratio of which one is named by its size: "the smallest of them is θ", 最小角记作β get the letters A, B, C in order of size.

Only where the triangle has no letters of its own, and all of its angles are told.
"""

from __future__ import annotations

import re
from typing import Final

_RATIO: Final = (
    r"(?:为|是|等于)?\s*\$?\s*(?P<{}1>\d+)\s*(?::|to\b)\s*(?P<{}2>\d+)\s*(?::|to\b)\s*(?P<{}3>\d+)\s*\$?"
)
_TOLD: Final = re.compile(
    r"(?i:(?:\b(?:an?|the|this)\s+triangle(?:'?s)?\s+(?:has\s+|with\s+|whose\s+)?|\bin\s+(?:a|the|some)\s+triangle\s*,?\s*)?(?:\b(?:the|its|whose|has|with)\s+)*(?:three\s+)?(?:interior\s+|internal\s+)?\bangles(?:\s+(?:of|in)\s+(?:a|the|some)\s+triangle)?"
    r"\s*,?\s*(?:are\s+|is\s+|being\s+|have\s+)?(?:in\s+(?:the\s+|a\s+)?ratio(?:\s+of)?|(?:a|the)\s+ratio(?:\s+of)?|as|proportional\s+to)\s*"
    + _RATIO.format("e", "e", "e")
    + r")|(?:在)?(?:一个|某个?|这个)?(?:三角形)?(?:中)?[,，]?的?(?:三个)?内?角的?(?:度数|大小)?(?:之比|的比|比)"
    + _RATIO.format("z", "z", "z")
)
_X: Final = r"\$?\s*(?P<{}>\\(?:alpha|beta|gamma|theta|varphi|phi)|[αβγθφ]|(?<![A-Za-z])x(?![A-Za-z]))\s*\$?"
_SIZE: Final = r"(?P<{}>smallest|least|largest|greatest|biggest|middle|medium)"
_OF: Final = r"(?:\s+(?:interior\s+)?(?:angle|one))?(?:\s+of\s+(?:them|these|those|all|the\s+three|(?:these|its|the)\s+(?:three\s+)?(?:interior\s+)?angles|(?:the|this)\s+triangle))?"
_LEAD: Final = r"(?:[,;]\s*|\b(?:let|call|denote|name|if|suppose|where|and|with|that)\s+)*"
_ZH_LEAD: Final = r"(?:[,，;]?\s*(?:其中|设|记|若|且|令|把|将|如果)\s*)*"
_NAMED: Final = (
    rf"(?i:{_LEAD}{_X.format('n1')}\s+(?:is|be|being|denotes?|stands\s+for|represents|to\s+be)\s+(?:the\s+)?{_SIZE.format('s1')}{_OF})",
    rf"(?i:{_LEAD}(?:the\s+)?{_SIZE.format('s2')}{_OF}\s*(?:\s(?:is|be|as|by)\s+)?(?:called|denoted|named|labelled|equal\s+to)?\s*(?:by\s+|as\s+|=\s*)?{_X.format('n2')})",
    rf"{_ZH_LEAD}(?P<s3>最小|最大|中间|居中)的?(?:那个|一个)?内?角的?(?:度数|大小)?(?:为|是|记为|记作|记|设为|设|叫做|叫|等于|=|用)\s*{_X.format('n3')}(?:表示)?",
    rf"{_ZH_LEAD}{_X.format('n4')}(?:为|是|表示)(?:其中|这)?的?(?P<s4>最小|最大|中间|居中)的?(?:那个|一个)?(?:内?角)?",
)  # fmt: skip
_PLACES: Final = {"smallest": 0, "least": 0, "最小": 0, "middle": 1, "medium": 1, "中间": 1, "居中": 1}
_LETTERED: Final = re.compile(r"(?<![A-Za-z\\])(?!A\s+[a-z])[A-Z](?![a-z'])|[A-Z]{3}")


def placed(text: str) -> str:
    """`text` with the letters, where it names one angle by its size.

    >>> placed("The angles of a triangle are in the ratio 1 : 2 : 3 and the smallest of them is θ. Find tan(θ + 45°).")
    'triangle ABC , $A:B:C=1:2:3$ , . Find tan(A + 45°).'
    >>> placed("三角形三个内角的比是1:2:3,最大角记作β,求sin(β-45°)")
    '三角形ABC , $A:B:C=1:2:3$ ,,,求sin(C-45°)'
    """
    told = _TOLD.search(text)
    if told is None or _LETTERED.search(text):
        return text
    parts = sorted((g for g in told.groups() if g), key=int)
    before, after = text[: told.start()], text[told.end() :]
    for number, pattern in enumerate(_NAMED, 1):
        named = re.search(pattern, after)
        if named is None:
            continue
        name, size = named[f"n{number}"], named[f"s{number}"]
        letter = "ABC"[_PLACES.get(size.lower(), 2)]
        rest = after[: named.start()] + after[named.end() :]
        renamed = re.sub(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z])", letter, rest)
        if renamed == rest:
            return text
        triangle = "三角形ABC" if re.search(r"[\u3400-\u9fff]", text) else "triangle ABC"
        return f"{before}{triangle} , $A:B:C={':'.join(parts)}$ ,{_bridge(renamed)}{renamed}"
    return text


def _bridge(rest: str) -> str:
    return "" if rest[:1] in ",，" else " "
