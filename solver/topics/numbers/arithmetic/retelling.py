"""Orders of telling a calculation that say exactly the same in usual words: "take 3 away from 10" is "subtract 3 from 10".

Only where numbers stand beside the words; every number and operation is kept. What leaves two readings open stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_N: Final = r"\$?\s*\(?\s*-?\d[\d,]*(?:\.\d+)?(?:\s*/\s*\d+)?(?:\^\{?\d+\}?)?\s*\)?\s*\$?"
_PART: Final = r"[^,.;?。，]{1,60}?"
_END: Final = r"\s*[.?]?\s*$"
_SIGNS: Final = {"加": "+", "减": "-", "乘": "*", "除": "/"}
_GOES_ON: Final = re.compile(
    rf"(?i)^(?P<first>[^,;?]{{1,60}}?\d%?\$?)\s*(?:[,;]|\.(?!\d))?\s*(?:and\s+)?(?:then\s+|next\s+)?(?P<op>add|subtract|take\s+away|multiply(?:\s+(?:it|the\s+(?:result|answer)|that))?\s+by|divide(?:\s+(?:it|the\s+(?:result|answer)|that))?\s+by)\s+(?P<n>{_N})(?:\s+(?:from|to)\s+(?:it|that|the\s+(?:result|answer)|your\s+answer))?{_END}"
)
_AS_INFIX: Final = {"add": "plus", "subtract": "minus", "take away": "minus"}
_ROWS: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str] | None], ...]] = (
    (rf"\btake\s+({_PART})\s+away\s+from\b", r"subtract \1 from"),
    (rf"({_N})\s+(?:times|multiplied\s+by)\s+itself\b", r"\1 squared"),
    (rf"^\s*(?:find\s+the\s+result\s+of\s+)?squar(?:e|ing)\s+({_N}){_END}", r"Compute \1 squared."),
    (rf"^\s*(?:find\s+the\s+result\s+of\s+)?cub(?:e|ing)\s+({_N}){_END}", r"Compute \1 cubed."),
    (rf"\braise\s+({_N})\s+to\b", r"compute \1 to"),
    (rf"^\s*double\s+(?:the\s+number\s+)?({_N}){_END}", r"Compute 2 times \1."),
    (rf"^\s*triple\s+(?:the\s+number\s+)?({_N}){_END}", r"Compute 3 times \1."),
    (rf"\btwice\s+(?:the\s+number\s+)?({_N})(?=\s*(?:[.?,]|and\b|$))", r"(2*\1)"),
    (r"\ba\s+(?=(?:million|billion|trillion)\b(?!th))", "one "),
    (rf"\bby\s+how\s+much\s+is\s+({_PART})\s+(greater|larger|more|bigger|less|smaller)\s+than\s+({_PART})(?=\s*[?.]|$)", r"How much \2 is \1 than \3"),
    (rf"\bwhat\s+(?:number\s+)?(?:must|should|has\s+to)\s+be\s+added\s+to\s+({_N})\s+to\s+(?:make|get|give|obtain|reach)\s+({_N})", r"Subtract \1 from \2"),
    (rf"\bwhat\s+(?:number\s+)?(?:must|should|has\s+to)\s+be\s+subtracted\s+from\s+({_N})\s+to\s+(?:make|get|give|obtain|leave)\s+({_N})", r"Subtract \2 from \1"),
    (r"\b(?:the\s+)?reciprocal\s+of\s+(?=the\s+(?:sum|difference|product)\s+of\b)", "divide 1 by "),
    (rf"\b(?:the\s+)?(?:two\s+)?(?:factors|addends|summands)\s+(?:are|of\s+[^,.?]{{1,20}}\s+are)\s+({_N})\s+and\s+({_N})\s*[.,;:]", r"\1 and \2 :"),
    (rf"\b(?:one|the\s+first)\s+(?:factor|addend|summand|number)\s+(?:is|=)\s+({_N})\s*(?:,|;|\.|and)\s*(?:and\s+)?(?:the\s+(?:other|second)|another)(?:\s+(?:one|factor|addend|summand|number))?\s+(?:is|=)\s+({_N})\s*[.,;:]", r"\1 and \2 :"),
    (rf"(?:一|第一)个(?:加数|因数|乘数|数)\s*(?:是|为|=)\s*({_N})\s*[,，;]\s*(?:而|且)?(?:另(?:外)?一|第二)个(?:加数|因数|乘数|数)?\s*(?:是|为|=)\s*({_N})\s*[,，。;]\s*(?:求|问|则|那么)?(?:它们|两数|这两个数|两个数)?的?([和差积])", r"\1与\2的\3"),
    (rf"({_N})\s*[与和跟]\s*({_N})\s*相[加减乘除]\s*[,，]\s*(?:所得的?|它们的|其|得到的)?([和差积商])(?!\d)", r"\1与\2的\3"),
    (rf"({_N})\s*(?:里面?|中)?\s*(?:去掉|减去|拿走|取走)\s*({_N})\s*[,，]?\s*(?:还|会|就)?(?:剩下?|有|余下?)(?:多少|几)", r"\1减去\2是多少"),
    (r"^((?:subtract|take|add|multiply|divide)\b[^?]*?)\s*[.,;]\s*(?:and\s+)?(?:what|how\s+much)\s+(?:is\s+left(?:\s+over)?|remains|do\s+(?:you|we)\s+get|is\s+(?:the|your)\s+(?:result|answer)|will\s+be\s+left)" + _END, r"\1."),
    (rf"({_N})\s+(?:make|makes|gives?)\s+(?:what(?:\s+number)?|how\s+much){_END}", r"\1 is what?"),
    (rf"\bwhat\s+(?:number\s+)?(?:do|does)\s+({_N})\s+and\s+({_N})\s+(?:make|add\s+up\s+to|add\s+to|come\s+to|total|sum\s+to)(?:\s+together|\s+altogether)?", r"what is the sum of \1 and \2"),
    (rf"\bhow\s+(?:many|much)\s+is\s+({_N})\s+(more|greater|larger|bigger|less|smaller)\s+than\s+({_N})", r"how much \2 is \1 than \3"),
    (r"先(?:求出?|计算|算出?)\s*", ""),
    (rf"({_N})\s*(加上?|减去?)\s*({_N})\s*[与和跟]\s*({_N})\s*的([和差积商])\s*[,，]\s*(?:所得的?(?:和|差|结果)|其(?:和|差)|结果)?\s*(?:再|然后|接着)\s*([乘除])以?\s*({_N})(?=\s*[,，。.?]|\s*(?:结果|等于|是|得|商|积)|\s*$)", None),
    (rf"({_PART}的[和差积商])\s*[,，]\s*(?:再|然后)(?=[乘除加减])", r"\1再"),
    (r"(?:[一二两三四五六七八九十\d]+位(?:正整|自然|整)?数|\b(?:[a-z]+|\d+)-digit\s+(?:whole\s+)?numbers?)(?=\s*\$?\d)", lambda m: "numbers" if m[0].isascii() else "数"),
    (rf"用\s*({_N})\s*去乘\s*(?={_N})", r"\1乘"),
    (rf"({_N})\s*(?:与|和|跟)\s*({_N})\s*的([和差积])\s*除以\s*(?:它们|这两个数|两数)的([和差积])", None),
    (rf"({_N})\s*(加上?|减去?)\s*({_N})\s*[,，]\s*(?:所得的?(?:和|差|结果)|其(?:和|差)|结果)?\s*(?:再|然后|接着)\s*([乘除])以?\s*({_N})(?=\s*[,，。.?]|\s*(?:结果|等于|是|得|商|积)|\s*$)", None),
    (rf"从\s*({_PART}的[和差积商])\s*(?:里面?|中)\s*减去", r"\1减去"),
    (rf"({_N})\s*(?:与|和|跟)\s*({_N})\s*的差的绝对值", r" $|\1-(\2)|$ "),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), usual) for pattern, usual in _ROWS)


def retold(text: str) -> str:
    """The text with its calculation told in the usual order.

    >>> retold("Take 5 away from 12."), retold("8减去3,再乘以9")
    ('subtract 5 from 12.', ' $((8)-(3))*(9)$ ')
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(_bracketed if usual is None else usual, text)
    return _GOES_ON.sub(_goes_on, text)


def _goes_on(match: re.Match[str]) -> str:
    """ "Work out 3/4 of 96, then take away 15": what comes out of the first goes on."""
    first, op = match["first"], re.sub(r"\s+", " ", match["op"].lower())
    if re.search(
        r"(?i)\b(?:add|subtract|multiply|divide|sum|product|difference|quotient|and|from|than|let|if|when)\b|=",
        first,
    ):
        return match[0]  # other rows have these
    if op in _AS_INFIX:
        return f"{first} {_AS_INFIX[op]} {match['n']}"
    if re.search(r"[-+−]|(?i:\b(?:plus|minus|less|more|take)\b)", first):
        return match[0]
    return f"{first} {'times' if op.startswith('multiply') else 'divided by'} {match['n']}"


def said_once(text: str) -> str:
    """A number in words, and again in digits in brackets, stands once.

    >>> said_once("Multiply 5000 (5000) by 7.")
    'Multiply 5000 by 7.'
    """
    return re.sub(
        r"(?<![\d,.])(\d{4,})\s*\(\s*(\d{4,}|\d{1,3}(?:,\d{3})+)\s*\)",
        lambda m: m[1] if m[2].replace(",", "") == m[1] else m[0],
        text,
    )


def _bracketed(match: re.Match[str]) -> str:
    """What is done first stands in brackets."""
    parts = [g.replace("$", "").replace(",", "").strip() for g in match.groups()]
    signs = {"和": "+", "差": "-", "积": "*", "商": "/"}
    if len(parts) == 7:
        a, first, b, c, inner, second, d = parts
        return f" $(({a}){_SIGNS[first[0]]}(({b}){signs[inner]}({c}))){_SIGNS[second]}({d})$ "
    if len(parts) == 4:
        a, b, one, two = parts
        return f" $(({a}){signs[one]}({b}))/(({a}){signs[two]}({b}))$ "
    a, first, b, second, c = parts
    return f" $(({a}){_SIGNS[first[0]]}({b})){_SIGNS[second]}({c})$ "
