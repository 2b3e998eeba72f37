"""Questions that go backwards: what was done to something is told, and the thing is asked for.

"The derivative of a function is 2x. What is the function?", 一个数的平方是49. Topics that do something with what they find in a text would do it
once more; they are not asked.
"""

from __future__ import annotations

import re
from typing import Final

FORWARDS: Final = frozenset(
    "arithmetic radicals polynomials trigonometric_identities powers rational_expressions binomials complex_numbers functions rounding derivatives integrals limits "
    "bases number_forms scientific_notation inverse_functions matrices both_roots completing_squares partial_fractions undefined recurring".split()
)
_NOUN: Final = r"(?P<{}>number|integer|function|expression|fraction|decimal|matrix|vector|sequence|angle)"
_SOME: Final = r"(?:an?|some|another|what|which)\s+(?:certain\s+|unknown\s+|complex\s+|whole\s+|positive\s+|negative\s+|real\s+|square\s+|mixed\s+)*"
_ENGLISH: Final = re.compile(
    rf"(?i)\b(?:of|in)\s+(?:what|which)\s+{_NOUN.format('a')}\b"
    rf"|\b(?:what|which)\s+{_NOUN.format('b')}\s+has\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+){{0,2}}?(?:derivative|antiderivative|integral|inverse|square|cube|conjugate|logarithm|root)\b"
    rf"|\b{_SOME}{_NOUN.format('c')}(?:\s+(?:rounded|rounds|written|converted|simplified|in\s+(?:binary|base))\b[^.?]{{0,60}}?|\s+)(?:is|are|was|equals|gives)\s[^?]{{0,200}}?(?:what\s+(?:is|was)|find|determine)\s+(?:the|this|that)\s+(?:[a-z]+\s+)?(?P=c)\b"
)
_CHINESE: Final = re.compile(
    r"(?:一个|某一?个?|哪一?个|什么)(?P<n>[\u3400-\u9fff]{0,2}?(?:数|函数|式子|矩阵|向量|角|数列))(?![字位学量据列])(?:的[^,;。?]{1,12}?|[^,;。?的]{0,6}(?:约分|化简|四舍五入|取近似)[^,;。?]{0,10}?)(?:是|为|等于)[^?]{1,60}?(?:这个|该|此|原来?的?)(?P=n)"
    r"|(?:^|[,。;]|已知|若|某)(?P<m>函数|矩阵|数列)的(?:导数|导函数|原函数|反函数|逆矩阵|逆)(?:是|为|等于)[^?]{1,60}?(?:这个|该|此|原)(?P=m)"
    r"|(?:哪一?个|什么)(?:函数|数|角|式子)的[^,;。?]{1,10}(?:是|为|等于)"
)


def asks_backwards(source: str) -> bool:
    """Whether what came out is told, and what it came from is asked for.

    >>> asks_backwards("The derivative of a function is 2x. What is the function?"), asks_backwards("一个函数的导数是2x,求这个函数")
    (True, True)
    >>> asks_backwards("What is the derivative of the function 2x?"), asks_backwards("一个数是12的3倍,这个数是多少?")
    (False, False)
    """
    return _ENGLISH.search(source) is not None or _CHINESE.search(source) is not None
