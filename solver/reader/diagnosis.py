"""What is wrong with a text that no topic reads: a figure is missing, nothing is asked, a number is missing, no mathematics.

Called only where nothing was read; a problem that can be read is never refused by these rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.reader.cleaning import clean
from solver.reader.doubtful import unclear_logarithm, unclear_percent, unclear_slash
from solver.reader.foreign import is_foreign
from solver.reader.scan import TWO_READINGS, Illegible, scan

_FIGURE: Final = re.compile(
    r"(?i)\b(?:in|from|on|see|using|use|per|to|with)\s+the\s+(?:\w+\s+)?(?:figure|diagram|picture|drawing|image|chart|sketch|illustration|photo)s?\b"
    r"|\b(?:figure|diagram|graph|picture|chart|table|triangle|circle|rectangle|equation|map)s?\s+(?:is\s+|are\s+)?(?:shown|drawn|pictured|given\s+below|below|above|at\s+(?:the\s+)?right|on\s+the\s+(?:right|left))\b"
    r"|\bas\s+(?:shown|pictured|drawn)\b|\bshown\s+(?:below|above|here|at\s+right|in\s+the)\b|\bfigure\s+\d"
    r"|\[asy\]|!\[|\bin\s+the\s+table\b|\b(?:use|using|from|see|look\s+at)\s+the\s+(?:graph|table|plot|map)\b"
    r"|\bthe\s+(?:table|graph|chart|figure|diagram|picture|plot)s?\s+(?:below\s+|above\s+)?(?:shows?|gives?|represents?|lists?)\b|[由从看据]图[象像]?|图[象像]可知|由表|从表"
    r"|如(?:右|左|下|上)?图|(?:下|上|右|左)图|图中|图示|看图|图所示|图\d|如(?:下|右|上)?表|(?:下|上)表(?!示)|表中|统计图"
)
_NUMBERS: Final = re.compile(
    r"(?i)\d+(?:[.,/:]\d+)*|\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|hundred|"
    r"thousand|million|dozens?|half|halves|thirds?|quarters?|fourths?|fifths?|\w+ths|tenths?|twice|double[sd]?|tripled?|triple|once|both|pair|couple|consecutive|equal(?:ly)?|same|each)\b"
    r"|[一二三四五六七八九十百千万半两双倍]|同样|一样|相同|相等|平均|每"
)
"""Numbers in digits and in words, and words that tell one amount by another."""
_SIGN: Final = re.compile(r"[=+*/^<>√∫∑π]|\\[a-zA-Z]+")
_LETTER_ASKED: Final = re.compile(
    r"(?i)\b(?:find|solve\s+for|what\s+is)\s+\$?[a-z]\$?\W*$|求\s*\$?[a-z]\$?\W*$"
)
_BARE: Final = re.compile(r"\s*\$?[\w\s+\-*/^().{}\\]*[a-zA-Z][\w\s+\-*/^().{}\\]*\$?\s*", re.ASCII)
"""A formula without a relation and without a word of more than one letter."""
_COMMAND: Final = re.compile(
    r"(?i)\b(?:solve|simplif|factor|expand|differentiat|integrat|derivative|integral|limit|evaluate|calculate|compute|equation|inequalit|fraction|percent|"
    r"triangle|circle|rectangle|square|area|perimeter|volume|angle|radius|function|graph|plot|matrix|determinant|sum|product|average|mean|median|probabilit|prime|"
    r"divisor|multiple|number|root|sequence|vector|slope|vertex|domain|range)"
    r"|化简|计算|解方程|求导|积分|极限|因式分解|展开|方程|不等式|函数|面积|周长|体积|角|三角形|圆|矩形|正方形|图像|图象|矩阵|行列式|平均|概率|质数|因数|倍数|数列|向量|斜率|顶点|定义域|值域|最大|最小|导数|求值|通分|约分|等于"
)
_NOTION: Final = re.compile(
    r"(?i)^\W*(?:what\s+(?:is|are)\s+(?:an?\s+)?(?!the\b)|explain|define|describe|how\s+(?:do|does|can|to)\b|why\b|tell\s+me\s+about)|什么是|是什么意思|解释|怎么|如何|为什么"
)
_PROOF: Final = re.compile(r"(?i)\bprove\b|\bproof\b|\bshow\s+that\b|证明|求证")
_QUANTITY: Final = re.compile(r"(?i)\bhow\s+(?:many|much|long|far|old|fast|tall|heavy|big)\b|多少|几(?=[个只本元角分人天年月周米克吨岁倍块条张支名棵朵辆页])|多(?:长|远|大|重|高|快)")  # fmt: skip
_MEASURE: Final = re.compile(
    r"(?i)\b(?:find|what\s+is|calculate|compute|determine|work\s+out)\s+(?:its\s+|the\s+)?(?:area|perimeter|volume|circumference|surface\s+area|distance|speed|hypotenuse|diagonal)\b"
    r"|求(?:它的|其|[^,，。]{0,6}的)?(?:面积|周长|体积|表面积|路程|速度|斜边|对角线)"
)
_DATA: Final = re.compile(
    r"(?i)\b(?:find|what\s+is|calculate|compute)\s+(?:the\s+)?(?:average|mean|median|mode|probability|percentage)\b|求.{0,4}(?:平均数|中位数|众数|概率|方差)"
)
_NO_NUMBERS: Final = re.compile(
    r"[一二两三四五六七八九十]+(?:边形|角形|面体|棱|角)|一(?=[辆个只本名位条张块根支件种台头棵朵袋盒箱]|共|起|样)|千(?=[米克瓦])|百分"
)
"""Chinese numerals that tell no amount."""
_VAGUE: Final = re.compile(
    r"(?i)(?<!how )(?<!\bas )(?<!\bso )(?<!\btoo )\b(some|a\s+few|several|many|a\s+lot\s+of|more\s+than\s+(?:him|her|them|me)|(?<![\d] )(?:older|younger|taller|longer|cheaper|faster)\s+than\s+\w+)\b"
    r"|(一些|若干|许多|很多|好几|比[^,，。？?\d]{1,6}[多少大小贵长短高矮重轻快慢](?![少\d一二三四五六七八九十]))"
)
_UNCLEAR: Final = {
    "two-divisions": unclear_slash,
    "two-percentages": unclear_percent,
    "two-logarithms": unclear_logarithm,
}
"""What of a clean text has two readings, by the sentence that says so."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` of a sentence in `solver.sentences`, and the word of the problem that it is about."""

    code: str
    word: str = ""


def fault_of(text: str) -> Fault | None:
    """What is wrong with a text that nothing reads; None where it may just be too hard.

    >>> fault_of("如图，AB=3，求BC").code
    'no-figure'
    >>> fault_of("What is the capital of France?").code
    'no-mathematics'
    >>> fault_of("Solve the equation").code
    'no-object'
    >>> fault_of(r"Compute \\frac{3}{4")
    Fault(code='not-closed', word='{4')
    >>> fault_of("A car travels at 60 km/h. How far does it go?")
    Fault(code='one-number', word='60')
    """
    if is_foreign(text):
        return Fault("language")
    if opened := _left_open(text):
        return Fault("not-closed", opened)
    if figure := _FIGURE.search(text):
        return Fault("no-figure", figure[0].strip())
    if _PROOF.search(text):
        return Fault("proof")
    cleaned = clean(text)
    if "=" in text and (either := _either(cleaned)):
        return Fault("two-readings", either)
    for code, unclear in _UNCLEAR.items():
        if word := unclear(cleaned):
            return Fault(code, word)
    numbers = _NUMBERS.findall(_NO_NUMBERS.sub("", text))
    if _LETTER.fullmatch(text):
        return Fault("no-question", text.strip().strip("$?.").strip())
    if not re.search(r"\w", text):
        return Fault("no-object")
    if not numbers and not _SIGN.search(text):
        if _NOTION.search(text) and _COMMAND.search(text):
            return Fault("notion")
        if _QUANTITY.search(text) or _MEASURE.search(text) or _DATA.search(text):
            return Fault("no-numbers")
        if _COMMAND.search(text) or _LETTER_ASKED.search(text):
            return Fault("no-object")
        return Fault("no-mathematics") if re.search(r"[A-Za-z]{3}|[\u4e00-\u9fff]", text) else None
    if _BARE.fullmatch(text) and not re.search(r"(?<!\\)[A-Za-z]{2}", text):
        return Fault("no-question", text.strip().strip("$"))
    if _QUANTITY.search(text) and not re.search(r"[=^<>√∫]|\\[a-zA-Z]+", text):
        if vague := _VAGUE.search(text):
            return Fault("vague-amount", vague[0].strip()) if len(numbers) < 2 else None
        if len(numbers) == 1:
            return Fault("one-number", numbers[0])
    measured = _MEASURE.search(text) and not re.search(
        r"(?i)square|cube|circle|sphere|equilateral|regular|正|圆|球|立方", text
    )
    if measured and len(numbers) == 1 and not re.search(r"[=^<>√∫]|\\[a-zA-Z]+", text):
        return Fault("one-number", numbers[0])
    return None


_LETTER: Final = re.compile(r"\s*\$?\s*[A-Za-z]\s*\$?[?.\s]*")
_ROUND: Final = "([（【", ")]）】"


def _left_open(text: str) -> str:
    """What stands from the last bracket or brace on that is not closed; empty where all are. `[0, 1)` is closed."""
    plain = re.sub(r"\\[{}]", "  ", text)
    for opening, closing in (_ROUND, ("{", "}")):
        waiting: list[int] = []
        for at, sign in enumerate(plain):
            if sign in opening:
                waiting.append(at)
            elif sign in closing and waiting:
                waiting.pop()
        if waiting:
            return " ".join(text[waiting[-1] :].split())[:20]
    return ""


def _either(text: str) -> str:
    """What stands side by side in a clean text and may be a product or two formulas; empty where there is no such thing."""
    return next(
        (i.text.strip() for i in scan(text) if isinstance(i, Illegible) and i.why == TWO_READINGS), ""
    )
