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
    "arithmetic|arithmetic sequence|等差数列", "geometric|geometric sequence|等比数列", "converges|convergent|收敛|收敛的", "diverges|divergent|does not converge|doesn't converge|not convergent|发散|发散的|不收敛",
    "pythagorean theorem|pythagoras theorem|pythagoras' theorem|pythagoras's theorem|the pythagorean theorem|勾股定理|毕达哥拉斯定理",
    "absolutely convergent|converges absolutely|absolute convergence|convergent absolutely|绝对收敛|绝对收敛的",
    "conditionally convergent|converges conditionally|conditional convergence|converges but not absolutely|convergent but not absolutely convergent|convergent but not absolutely"
    "|converges but does not converge absolutely|converges conditionally but not absolutely|converges conditionally not absolutely|条件收敛|条件收敛的|收敛但不绝对收敛|收敛但非绝对收敛|收敛而不绝对收敛",
    "saddle point|saddle|鞍点", "local minimum|relative minimum|local min|极小值点", "local maximum|relative maximum|local max|极大值点",
    "removable discontinuity|removable|a removable singularity|removable singularity|hole|可去间断点|第一类可去间断点|第一类间断点中的可去间断点|可去型间断点|第一类间断点且为可去间断点|第一类间断点(可去间断点)|可去间断点(第一类间断点)|可去间断点,属于第一类间断点",
    "jump discontinuity|jump|跳跃间断点|第一类跳跃间断点|第一类间断点中的跳跃间断点|第一类间断点(跳跃间断点)|跳跃间断点(第一类间断点)|跳跃间断点,属于第一类间断点",
    "infinite discontinuity|infinite|无穷间断点|第二类无穷间断点|第二类间断点中的无穷间断点|第二类间断点(无穷间断点)|无穷间断点(第二类间断点)|无穷间断点,属于第二类间断点",
    "oscillating discontinuity|oscillatory discontinuity|振荡间断点|第二类振荡间断点|第二类间断点中的振荡间断点|震荡间断点",
    "greater than|greater|大于|>", "less than|less|小于|<", "equal|equal to|相等|等于|=", "parallel|平行", "perpendicular|垂直", "tangent|相切", "intersecting|intersect|相交", "impossible|不可能", "certain|必然",
    "sufficient but not necessary|充分不必要条件|充分不必要|充分而不必要条件|充分而不必要|充分非必要条件", "necessary but not sufficient|必要不充分条件|必要不充分|必要而不充分条件|必要而不充分|必要非充分条件",
    "necessary and sufficient|充要条件|充分必要条件|充要", "neither sufficient nor necessary|既不充分也不必要条件|既不充分也不必要|既不充分又不必要条件",
)  # fmt: skip
TERMS: Final[Mapping[str, int]] = {
    name: number for number, names in enumerate(_SAME) for name in names.split("|")
}


_SENTENCE: Final = re.compile(
    r"(?:(?:[a-z\d=$\\(){}_^,'-]+ ){0,6}(?:is|are) |[\u3400-\u9fffa-z$()\\△=\d]{0,14}?[是为])"
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


_HYPOTHESIS: Final = r"(?:the\s+)?(?:null(?:\s+hypothesis)?|h_?\{?0\}?)(?:\s*,?\s*h_?\{?0\}?)?|原假设|零假设"
_DECISION: Final = re.compile(
    rf"(?:(?:so|therefore|thus|hence|the\s+decision\s+is(?:\s+to)?)\s*[,:]?\s*)?(?:(?:we|you|i|one)\s+)?(?:(?:should|can|must|would|will|may)\s+)?"
    rf"(?:(?P<not>do(?:es)?\s+not|don't|cannot|can\s?not|can't|fail(?:s|ed)?\s+to|not|should\s+not|(?:there\s+is\s+)?(?:insufficient|not\s+enough)\s+evidence\s+to)\s+|(?:there\s+is\s+)?(?:enough|sufficient|significant)\s+evidence\s+to\s+)?(?P<verb>reject|accept|retain)\s+(?:{_HYPOTHESIS})"
    rf"|(?P<of>{_HYPOTHESIS})\s+(?:is|should\s+be|can\s+be|must\s+be)\s+(?P<non>not\s+)?(?P<done>rejected|accepted|retained)|(?P<nicht>不(?:能|应|可以)?)?(?P<zh>拒绝|接受)(?:{_HYPOTHESIS})"
)
_LEVEL: Final = re.compile(
    r"\s*[,(]?\s*(?:at\s+(?:the\s+)?(?:significance\s+level\s+(?:of\s+)?)?(?:\\alpha\s*=\s*)?[\d.]+\s*\\?%?\s*(?:level(?:\s+of\s+significance)?|significance(?:\s+level)?)?|(?:because|since|as)\s+.*|p\s*=\s*[\d.]+\s*<\s*[\d.]+)\s*\)?$"
)


def same_decision(answer: str, reference: str) -> bool | None:
    """Whether two spelled texts decide the same about a null hypothesis; None where one of them decides nothing."""
    found, expected = _decision(answer), _decision(reference)
    return None if found is None or expected is None else found == expected


def _decision(text: str) -> str | None:
    """What is decided about a null hypothesis; None where a text says no such thing.

    >>> _decision("We reject the null hypothesis at the 5% level."), _decision("fail to reject H_0"), _decision("不能拒绝原假设"), _decision("accept it")
    ('reject', 'not reject', 'not reject', None)
    """
    plain = " ".join(
        re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", text).casefold().replace("$", "").strip(" .").split()
    )
    found = _DECISION.fullmatch(_LEVEL.sub("", plain)) or _DECISION.fullmatch(
        re.sub(r"^在.{1,20}(?:水平|下),?", "", plain)
    )
    if found is None:
        return None
    verb = {"拒绝": "reject", "接受": "accept"}.get(
        found["zh"] or "", found["verb"] or (found["done"] or "").removesuffix("ed")
    )
    denied = found["not"] or found["non"] or found["nicht"]
    return "not reject" if verb == "retain" and not denied else f"{'not ' if denied else ''}{verb}"


def _term(text: str) -> int | None:
    plain = " ".join(re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", text).casefold().strip(" .").split())
    plain = re.sub(r"(?<=象限)[内里]$|^(?:its|it's|they're) ", "", plain)
    plain = re.sub(r",?\s+but\s+", " but ", plain)
    plain = re.sub(
        r"^(?:it|f|f\(x\)|the function|there)\s+(?:has|is)\s+an?\s+(?=[a-z]+ discontinuity)|(?<=discontinuity) at [a-z] ?= ?\S+$",
        "",
        plain,
    )
    if (
        known := TERMS.get(
            re.sub(
                r"^(?:it|(?:the )?(?:series|integral|sequence)|(?:该|此|这个|原)?(?:级数|积分))\s?(?=converg|is |does|[条绝收发不])",
                "",
                plain,
            )
            .removeprefix("is ")
            .removeprefix("是")
        )
    ) is not None:
        return known
    for sentence in (_SENTENCE, _PREDICATE):
        if (said := sentence.fullmatch(plain)) and not _MORE.search(plain[: said.start(said.lastindex or 1)]):
            return TERMS.get(said[said.lastindex or 1])
    return None
