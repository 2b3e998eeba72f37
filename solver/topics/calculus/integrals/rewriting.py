"""The wording of integrals: other ways to name limits and the axis become the one that the topic reads."""

from __future__ import annotations

import re
from typing import Final

_SIGN: Final = r"(?:∫|\\int|\bint(?:egral)?\b)"
_LIMIT: Final = r"\$?([^\s,$到至的]+?)\$?"


_END: Final = r"\$?\s*[.。?]?\s*$"


def retold(text: str) -> str:
    """Other orders of telling: what is substituted first, limits behind the differential, an integral that gets a name.

    >>> retold("Let I = ∫_0^1 x dx. Find I."), retold("∫ x dx from x = 0 to x = 2")
    ('Evaluate ∫_0^1 x dx.', '∫_{0}^{2} x dx')
    """
    text = _told_plainly(text)
    text = re.sub(  # a hint in brackets at the end
        r"\(\s*((?i:try|use|using|hint|let|letting|set|put)\b[^()]*(?:\([^()]*\)[^()]*)*)\)(?=\s*[.?]?\s*$)",
        r" , \1",
        text,
    )
    text = re.sub(
        r"(?i)\b(?:by\s+)?(?:substituting|letting|putting|setting|try(?:ing)?(?:\s+the\s+substitution)?|use(?=\s+\$?[tuvw]\s*=)|hint\s*:\s*(?:try|use|let|set|put)?)\s+(?=\$?[a-z]\s*=)",
        "Using the substitution ",
        text,
    )
    text = re.sub(
        rf"(?:令|设)\s*(\$?[a-z]\s*=\s*[^,，。$]{{1,40}}?\$?)\s*[,，]\s*(?:则|计算|求|可得)*(?={_SIGN})",
        r"用代换\1,求",
        text,
    )
    text = re.sub(
        rf"(?i)^\s*(?:let|if|suppose|given(?:\s+that)?|设|已知|记|若)\s*(\$?)I\s*=\s*((?:\\displaystyle\s*)?{_SIGN}[^.。?]*?)\s*[.,，。;]\s*(?:then\s+)?(?:find|evaluate|compute|what\s+is|determine|calculate|则|求|求出)\s*(?:the\s+value\s+of\s+)?\$?I\$?(?:的值)?{_END}",
        lambda m: f"Evaluate {m[1]}{m[2]}.",
        text,
    )
    # the function of an upper limit, at one place
    text = re.sub(
        rf"(?i)^\s*(?:let|if|suppose|given(?:\s+that)?|设|已知|若)?\s*(\$?)([a-zA-Z])\s*\(\s*x\s*\)\s*=\s*((?:\\displaystyle\s*)?(?:∫|\\int)\s*_\s*\{{?[^\s{{}}^]+?\}}?\s*\^\s*)\{{?x\}}?(?![\w])\s*([^.。?=]*?\s*(?:\\,)?\s*d\s*[tus])(\$?)\s*[.,，。;]\s*(?:then\s+)?(?:find|evaluate|compute|what\s+is|determine|calculate|则|求|求出)?\s*(?:the\s+value\s+of\s+)?\$?\2\s*\(\s*([^()]+?)\s*\)\$?(?:的值|\s*=\s*\??)?(?:是多少|为多少|等于多少)?{_END}",
        lambda m: f"Evaluate {m[1]}{m[3]}{{{m[6]}}} {m[4]}{m[5]}.",
        text,
    )
    text = re.sub(
        rf"(?i)({_SIGN})(?!\s*_)(\s*[^∫=?]*?(?<![A-Za-z])d([a-z])\$?)\s*,?\s*from\s+\$?\3\s*=\s*([^\s,$]+)\$?\s+to\s+\$?\3\s*=\s*([^\s,$?.]+)\$?",
        r"\1_{\4}^{\5}\2",
        text,
    )
    text = re.sub(
        r"(?i)\bintegral\s+from\s+(\$?[^\s,]+?\$?)\s+to\s+(\$?[^\s,]+?\$?)\s+of\s+([^,;?]+?)(?:\s+with\s+respect\s+to\s+\$?[a-z]\$?)?(?=\s*[.?]?\s*$|\s+(?:converges?|diverges?|is\s+convergent|is\s+divergent)\b)",
        r"integral of \3 from \1 to \2",
        text,
    )
    text = re.sub(
        r"(?i)\b(find|determine)\s+(the\s+(?:value\s+of\s+)?(?:constant\s+)?)?(\$?)([a-z])\s*>\s*0\$?\s+(?:such|so)\s+that\s+",
        r"\1 positive \3\4\3 such that ",
        text,
    )
    text = re.sub(
        r"从\s*([^\s,到至]+?)\s*[到至]\s*([^\s,对]+?)\s*对\s*([^,，。]+?)\s*(?:求)?积分",
        r"\3从\1到\2的定积分",
        text,
    )
    return re.sub(r"(?<![A-Za-z\\])d([xtu])\s*/\s*(\((?:[^()]|\([^()]*\))*\))", r"1/\2 d\1", text)


_NEW: Final = r"(?<![A-Za-z])(?P<new>[tuvws])(?:\^\{?2\}?)?\s*=\s*"
_HINTS: Final = (
    rf"(?i)(?:\b(?:by|using|with|use|via|let|letting|put|putting|set|setting|try|trying|making|make|substitut\w+|a|the|substitution|change\s+of\s+variables?|hint)\b\s*:?\s*)+\$?{_NEW}[^,;?$]{{1,40}}?\$?\s*(?:[,;]|\.(?=\s|$)|\bto\b(?=\s+[a-z]{{2}})|\band\b|$)",
    rf"(?:用|利用|通过|作|令|设|记|可令|可设|提示:?)+\s*(?:变量|变量的)?(?:换元|代换|替换)?法?\s*:?\s*\$?{_NEW}[^,，;。?$\u3400-\u9fff]{{1,40}}?\$?\s*(?:[,，;。]|之后|以后|后|(?=\s*$))\s*(?:[,，])?\s*(?:则|那么|可得|得)?",
)


def _told_plainly(text: str) -> str:
    """What is substituted goes, which changes no value; short words for limits, and the area that an integral is."""
    for hint in _HINTS:
        found = re.search(hint, text)
        if found is not None and not re.search(rf"d\s*{found['new']}(?![a-z])", text):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            if re.search(rf"(?i){_SIGN}|\bintegrate\b|积分", rest):
                text = rest.strip()
    text = re.sub(r"(?i)(?<![A-Za-z\\])integral(?=\s*_)", r"\\int", text)
    # ∫xlnxdx: nothing between the letters
    text = re.sub(r"(∫|\\int)\s*([a-z]?)(ln|sin|cos|tan|arctan)([a-z])d\4(?![a-z])", r"\1 \2 \3 \4 d\4", text)
    text = re.sub(r"(?i)\b(from|to|and)\s+(ln|log|sqrt|√)\s+(\w+)(?=\s)", r"\1 \2(\3)", text)
    text = re.sub(
        r"∫\s*\(\s*([^(),]{1,12})\s*,\s*([^(),]{1,12})\s*\)(?=[^,.;]*\bd[a-z]\b)", r"∫_{\1}^{\2} ", text
    )
    text = re.sub(r"(?i)\bw\.?r\.?t\.?(?=\s)", "with respect to", text)
    text = re.sub(
        rf"(?i)\b(?:exact\s+)?area\s+(?:that\s+is\s+|which\s+is\s+)?(?:given|represented|described|expressed)\s+by\s+(?:the\s+)?(?:definite\s+)?(?=(?:\$|\\\(|\\\[)*\s*(?:\\displaystyle\s*)?{_SIGN})",
        "value of ",
        text,
    )
    text = re.sub(r"(?i)\b(integral)\s+(?=\S+\s+to\s+\S+\s+of\b)(?!from\b)", r"\1 from ", text)
    text = re.sub(
        r"(?i),?\s*\b(?:with\s+|between\s+)?(?:the\s+)?limits\s+(?:of\s+integration\s+)?(?:are\s+|of\s+|from\s+)?(\S+)\s+(?:and|to)\s+(\S+?)(?=\s*[.,;?]|\s*$)",
        r" from \1 to \2",
        text,
    )
    return re.sub(
        rf"(?i)\bwhat\s+does\s+((?:the\s+)?(?:\$|\\\()?\s*{_SIGN}[^?]*?)\s+(?:come\s+out\s+(?:as|to(?:\s+be)?)|evaluate\s+to|work\s+out\s+(?:as|to))(?=\s*\?)",
        r"what is \1",
        text,
    )


def rewritten(text: str) -> str:
    """`axis` for x-axis, and limits in words behind the integral sign as the limits of the sign.

    >>> rewritten("∫ from 0 to 1 of x e^x dx")
    '\\\\int_{0}^{1} x e^x dx'
    """
    text = re.sub(
        r"(?<![A-Za-z\\])\$?x\$?\s*(?:-\s*axis|轴)",
        lambda m: " axis " if "axis" in m[0] else "轴",
        text,
    )
    bound = r"\$?\s*([^\s,，、;。.$]+?)\s*\$?"
    body = rf"({_SIGN})(?!\s*_)\s*([^∫=?。]*?(?<![A-Za-z])d[a-z])\s*(\$?)"
    for lower, upper in ((3, 4), (4, 3)):
        first, second = ("下", "上") if lower == 3 else ("上", "下")
        text = re.sub(
            rf"{body}\s*[,，;]?\s*(?:其中|它的|其)?(?:的)?(?:积分)?{first}限(?:为|是|取)\s*{bound}\s*[,，、;]?\s*(?:而|和)?(?:积分)?{second}限(?:为|是|取)\s*{bound}(?=\s*[,，。.;?]|\s*$)",
            lambda m, a=lower + 1, b=upper + 1: rf"{m[1]}_{{{m[a]}}}^{{{m[b]}}} {m[2]}{m[3]}",  # type: ignore[misc]
            text,
        )
        first, second = ("lower", "upper") if lower == 3 else ("upper", "lower")
        text = re.sub(
            rf"(?i){body}\s*,?\s*(?:with|where)?\s*(?:the\s+)?{first}\s+limit\s+(?:of\s+integration\s+)?(?:is\s+|of\s+|=\s*)?{bound}\s*(?:,|and|,\s*and)\s*(?:the\s+)?{second}\s+limit\s+(?:is\s+|of\s+|=\s*)?{bound}(?=\s*[,.;?]|\s*$)",
            lambda m, a=lower + 1, b=upper + 1: rf"{m[1]}_{{{m[a]}}}^{{{m[b]}}} {m[2]}{m[3]}",  # type: ignore[misc]
            text,
        )
    text = re.sub(  # "∫ ln(x) dx from x = 1 to x = e"
        r"(?i)\b(from|to|between|and|limits)(\s+)\$?[a-z]\s*=\s*", r"\1\2", text
    )
    letter = r"\$?[a-z]\s*=\s*[^,$]{1,40}?\$?"
    text = re.sub(
        rf"(?i)\b(?:by\s+)?(?:using|with|by(?:\s+means\s+of)?|via|use|make|making)\s+(?:the\s+)?substitution\s+{letter}\s*(?:,|to\b|(?=\s*$))",
        " ",
        text,
    )
    text = re.sub(rf"(?:用|利用|令|设)\s*(?:换元法?|代换)\s*{letter}\s*[,，]", " ", text)
    text = re.sub(r"(?i),?\s*\b(?:taken|evaluated|integrated)\s+(?=(?:from|between|over)\b)", " ", text)
    text = re.sub(
        rf"(?i)\bbetween\s+(?:the\s+)?(?:limits\s+)?(?:of\s+)?{_LIMIT}\s+and\s+{_LIMIT}(?=\s*[,.;?]|\s+(?:equals?|is|has|gives)\b|\s*$)",
        r" from $\1$ to $\2$ ",
        text,
    )
    for limits in (
        rf"(?i:,?\s*from\s+{_LIMIT}\s+to\s+{_LIMIT}\s*,?\s+of\s+)",
        rf"(?i:\s*from\s+{_LIMIT}\s+to\s+{_LIMIT}\s*,?\s+)(?=[^,.;]*\bd[a-z]\b)",
        rf"\s*从\s*{_LIMIT}\s*[到至]\s*{_LIMIT}\s*的?\s*",
        r"\s*\(\s*从?\s*([^()\s从]+)\s*[到至]\s*([^()\s]+)\s*\)\s*",
        r"\s*\[\s*([^\[\],\s]+)\s*,\s*([^\[\],\s]+)\s*\]\s*(?=[^,.;]*\bd[a-z]\b)",
    ):
        text = re.sub(rf"{_SIGN}{limits}", lambda m: rf"\int_{{{m[1]}}}^{{{m[2]}}} ", text)
    text = re.sub(rf"在\s*{_LIMIT}\s*[到至]\s*{_LIMIT}\s*(?:上|之间)", r" 从 $\1$ 到 $\2$ ", text)
    if not re.search(
        r"∫|\bint(?![a-z])|\bint_", text.replace("\\", " ")
    ):  # "the integral of x^2 dx from 0 to 1"
        text = re.sub(r"\s*(?<![A-Za-z])d([xtuy])(?![A-Za-z])", "", text)
    return text
