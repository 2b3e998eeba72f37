"""Words of mathematics that are answers, in both languages: whether two texts name one thing.

Only whole answers, and only words that mean nothing else; a table, not a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_SAME: Final = (
    "parallelogram|平行四边形", "rectangle|长方形|矩形", "square|正方形", "rhombus|菱形", "trapezoid|trapezium|梯形", "triangle|三角形",
    "right triangle|right-angled triangle|直角三角形", "isosceles triangle|isosceles|等腰三角形", "equilateral triangle|equilateral|等边三角形|正三角形",
    "acute triangle|acute|锐角三角形", "obtuse triangle|obtuse|钝角三角形", "scalene triangle|scalene|不等边三角形",
    "isosceles right triangle|等腰直角三角形",
    "circle|圆", "ellipse|椭圆", "parabola|抛物线", "hyperbola|双曲线", "line|straight line|直线", "sphere|球", "cylinder|圆柱", "cone|圆锥", "cube|正方体",
    "odd|odd function|奇函数", "even|even function|偶函数", "neither|neither odd nor even|neither even nor odd|非奇非偶函数|非奇非偶|既不是奇函数也不是偶函数",
    "increasing|monotonically increasing|strictly increasing|递增|单调递增|增函数",
    "decreasing|monotonically decreasing|strictly decreasing|递减|单调递减|减函数",
    "odd number|奇数", "even number|偶数", "prime|prime number|质数|素数", "composite|composite number|合数",
    "positive|正|正数", "negative|负|负数", "rational|rational number|有理数", "irrational|irrational number|无理数",
    "first quadrant|quadrant i|quadrant 1|第一象限", "second quadrant|quadrant ii|quadrant 2|第二象限",
    "third quadrant|quadrant iii|quadrant 3|第三象限", "fourth quadrant|quadrant iv|quadrant 4|第四象限",
    "linearly independent|线性无关", "linearly dependent|线性相关", "invertible|nonsingular|可逆", "singular|noninvertible|不可逆",
    "continuous|连续", "discontinuous|不连续", "bounded|有界", "unbounded|无界", "consistent|相容", "inconsistent|不相容",
    "arithmetic|arithmetic sequence|等差数列", "geometric|geometric sequence|等比数列", "converges|convergent|收敛", "diverges|divergent|发散",
    "greater than|greater|大于|>", "less than|less|小于|<", "equal|equal to|相等|等于|=", "parallel|平行", "perpendicular|垂直", "tangent|相切", "intersecting|intersect|相交", "impossible|不可能", "certain|必然",
    "sufficient but not necessary|充分不必要条件|充分不必要|充分而不必要条件|充分而不必要|充分非必要条件", "necessary but not sufficient|必要不充分条件|必要不充分|必要而不充分条件|必要而不充分|必要非充分条件",
    "necessary and sufficient|充要条件|充分必要条件|充要", "neither sufficient nor necessary|既不充分也不必要条件|既不充分也不必要|既不充分又不必要条件",
)  # fmt: skip
TERMS: Final[Mapping[str, int]] = {
    name: number for number, names in enumerate(_SAME) for name in names.split("|")
}


_SENTENCE: Final = re.compile(
    r"(?:(?:[a-z$\\(){}_^,'-]+ ){0,6}(?:is|are) |[\u3400-\u9fffa-z$()\\△]{0,12}?[是为])"
    r"(?:an? |the |always |both |一?个)?(.+?)(?: (?:to|with) (?:each other|one another|(?:the )?[a-z]+))?"
)
_PREDICATE: Final = re.compile(
    r"(?:[^。;]*(?:[线圆面角形]|级数|积分|数列|函数|上|内|时)|[^与和跟]+[与和跟].{1,6}?)"
    r"(?:互相)?(相切|相交|平行|垂直|收敛|发散|单调递增|单调递减|递增|递减)|(?:the )?(?:[a-z]+ ){1,3}(converges|diverges)"
)
"""A sentence whose verb is a term."""
_MORE: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|or|but|if|than|only|while)\b|\b(?:is|are)\b.*\b(?:is|are)\b|[不没非未且或若先异]|条件|绝对|[是为].*[是为]"
)
"""Words before a term with which a sentence says something else, or more."""


def same_term(answer: str, reference: str) -> bool:
    """Whether both are names of one thing, also where a sentence says it.

    >>> same_term("Isosceles", "等腰三角形"), same_term("quadrant IV", "第四象限"), same_term("line", "circle"), same_term("7", "7")
    (True, True, False, False)
    >>> same_term("The function is odd.", "odd"), same_term("The function is not odd", "odd"), same_term("它是奇函数", "odd")
    (True, False, True)
    """
    found, expected = _term(answer), _term(reference)
    return found is not None and found == expected


def _term(text: str) -> int | None:
    plain = " ".join(re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", text).casefold().strip(" .").split())
    plain = re.sub(r"(?<=象限)[内里]$|^(?:its|it's|they're) ", "", plain)
    if (known := TERMS.get(plain)) is not None:
        return known
    for sentence in (_SENTENCE, _PREDICATE):
        if (said := sentence.fullmatch(plain)) and not _MORE.search(plain[: said.start(said.lastindex or 1)]):
            return TERMS.get(said[said.lastindex or 1])
    return None
