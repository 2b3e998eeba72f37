r"""Formulas that are told in words or in pieces, as formulas: (m+1)的平方加上|n-3|, 下限1,上限e, z = $\frac{1}{i}$.

Tried only for texts that were not understood as they stand. Numbers, letters and what is asked stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

_LIMIT: Final = r"(?:积分)?{}(?:限)?(?:为|是|=|取)?\s*([^\s,。;?]+?)"
_IN_ORDER: Final = rf"{_LIMIT.format('下')}\s*[,;和]\s*{_LIMIT.format('上')}(?=\s*(?:[,。?;]|$))"
_TURNED: Final = rf"{_LIMIT.format('上')}\s*[,;和]\s*{_LIMIT.format('下')}(?=\s*(?:[,。?;]|$))"
_INTEGRAL: Final = r"∫\s*([^∫,。]+?d\s*[a-z])\s*[,;]\s*"
_POWER: Final = {"平方": 2, "立方": 3}
_TRIGONOMETRIC: Final = "sin|cos|tan|cot|sec|csc"


def _exponent(words: str) -> int:
    """Of 平方, 五次方, 5次方."""
    return _POWER.get(words) or (
        int(words[0]) if words[0].isdigit() else "一二三四五六七八九".index(words[0]) + 1
    )


_PLAIN: Final = r"(?<![\d.,\-−－/^*×÷%)}$])\d{1,4}"
"""A whole number with nothing at it that a power would bind stronger than."""
_OF_COMPLEX: Final = r"modulus|absolute value|conjugate|argument|real part|imaginary part"
_ROWS: Final = (
    # in pieces
    (r"(?<![A-Za-z\\$\d)}|])([A-Za-z])\s*=\s*\$([^$=<>]+)\$", r"$\1=\2$"),
    (_INTEGRAL + _IN_ORDER, r"∫_{\2}^{\3} \1"),
    (_INTEGRAL + _TURNED, r"∫_{\3}^{\2} \1"),
    # powers, sums and equalities in Chinese words
    (r"整个括号(?=的)", ""),
    (r"(?<=[\d\w])加(?=[\w(]*\))", "+"),
    (r"(?<=[\d\w])减(?=[\w(]*\))", "-"),
    (rf"(?<![A-Za-z\\])({_TRIGONOMETRIC})\s*([a-zθ]|\([a-zθ]\))的(平方|立方|[二三四五六七八九]次方|\d次方)", lambda m: rf"\{m[1]}^{{{_exponent(m[3])}}} {m[2]}"),
    (r"(\([^()\u3400-\u9fff]+\)|\|[^|\u3400-\u9fff]+\||(?<![A-Za-z])[a-z]|(?<=[a-z+*/-])\d)的?(平方|立方)(?![根和差米厘分千公毫])", lambda m: f"{m[1]}^{_POWER[m[2]]}"),
    (rf"(\([^()\u3400-\u9fff]+\)|(?<![A-Za-z])[a-z]|{_PLAIN})的?([a-z]|\d+)次[方幂](?![根程])", r"\1^{\2}"),
    (rf"(\([^()\u3400-\u9fff]+\)|(?<![A-Za-z])[a-z]|{_PLAIN})的?([二三四五六七八九])次[方幂](?![根程])", lambda m: f"{m[1]}^{{{'一二三四五六七八九'.index(m[2]) + 1}}}"),
    (r"(\([^()\u3400-\u9fff]+\)|(?<![A-Za-z])[a-z])方(?=\s*(?:[-+*/=,)]|$))", r"\1^2"),
    (r"((?:sin|cos|tan)\s*\(?[^,。()]*?\d+)度", r"\1°"),
    (r"(?<=[\da-z)])乘以?\s*(?=根号)", "*"),
    (r"(\)\^\{?\d+\}?)[,\s]+(?=[a-z](?:\^\{?\d+\}?)?项?的?系数)", r"\1的展开式中"),
    (r"(?<=[\d)}|a-z])\s*(?:再)?加上?\s*(?=[|(a-z\d√])", "+"),
    (r"(?<=[\d)}|a-z])\s*(?:再)?减去?\s*(?=[|(a-z\d√])", "-"),
    (r"(?<=[\d)}|])\s*等于\s*(?=-?\d)", "="),
    (r"((?:顶点|对称轴|焦点|圆心|准线))(?:坐标)?在(?:哪里?|哪儿|什么位置)(?=\s*(?:[,。?]|$))", r"\1是多少"),
    (r"列(?:出)?方程组?\s*(?=求|解)", ""),
    (r"(辐角[^。?]*?)[(]?\s*(?:结果|答案)?用弧度(?:制)?(?:表示|作答)?\s*[)]?(?=\s*[,。?]|\s*$)", r"\1"),
    # English
    (r"(?i)\bthe first (\d+|[a-z]) terms((?: of (?:an?|the|this) [a-z ]+?)?)\s+(?:add up to|sum to|total|have an? (?:sum|total) of|come to)\s+(-?[\d.,/]*\d|[a-z](?![a-z]))", r"the sum of the first \1 terms\2 is \3"),
    (r"(?i)\b(geometric|arithmetic) (sequence|progression|series) of real numbers\b", r"\1 \2"),
    (r"(?i)^the ([^.?!]+?) is (?:wanted|needed|required|to be found)\.", r"Find the \1."),
    (r"(?i)\ba parabola (?:that )?open(?:ing|s) (?:up|down)(?:wards?)?\b", "a parabola"),
    (r"(?i)\ba triangle (?:whose|with) (?:all )?(?:three )?(?:equal sides|sides (?:are )?(?:all )?equal)\b", "an equilateral triangle"),
    (r"(?i)\b(?:by|after) completing the squares?,\s*", ""),
    (r"(?i)\b(?:write|express) (?:the|this) (system\b.*?[=\d]\s*),? (?:as|in (?:the )?form(?: of)?) (?:a |the )?(?:matrix equation |matrix form )?\$?A\s*X\s*=\s*B\$?,? and (?:use|find|apply) (?:the )?inverse (?:of \$?A\$?|matrix)(?: of \$?A\$?)? to (?:find|solve for|get)\b", r"Solve the \1 using the inverse matrix for"),
    (r"(?i)\bwrite it as \$?A\s*X\s*=\s*B\$? and find \$?X\$? using the inverse matrix\b", "Solve it using the inverse matrix"),
    (r"(?i)^\s*(?:i )?(?:need|want|get|find)\s+([a-z])[\s,]+(?:and\s+)?([a-z])(?:[\s,]+(?:and\s+)?([a-z]))?\s*[:.]\s*(?=[^:]*=)", "Solve: "),
    (r"(?i)\bwhat do you get (?:when|if) you multiply (\S+) by (?=\S)", r"what is \1 times "),
    (rf"(?i)\b({_OF_COMPLEX}) of (\$[^$]+\$|\S+?),?\s+(?:and|then)(?: also)? its ({_OF_COMPLEX})\b", r"\1 of \2 and the \3 of \2"),
    (rf"(?i)\b(?:add|sum) (?:the )?(?:complex )?numbers? (\$[^$]+\$|\S+) and (\$[^$]+\$|[^\s,]+),?\s*(?:and )?(?:then )?(?:give|find|state|write down) the ({_OF_COMPLEX}) of the (?:sum|result)", lambda m: f"Find the {m[3]} of ({m[1].strip('$')})+({m[2].strip('$')})"),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern), usual) for pattern, usual in _ROWS)


def spelled_out(text: str) -> str:
    """`text`, cleaned, with formulas for what is told in words.

    >>> spelled_out("(m+1)的平方加上|n-3|等于0,求m的n次方"), spelled_out("∫(lnx)^{2}/x dx,下限1,上限e")
    ('(m+1)^2+|n-3|=0,求m^{n}', '∫_{1}^{e} (lnx)^{2}/x dx')
    >>> spelled_out("The first 3 terms of a geometric sequence of real numbers add up to 14.")
    'the sum of the first 3 terms of a geometric sequence is 14.'
    >>> spelled_out("Add the complex numbers 2+3i and 4-7i, then give the modulus of the sum.")
    'Find the modulus of (2+3i)+(4-7i).'
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    return text
