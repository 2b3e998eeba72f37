r"""What a question tells of the words around its answer: what is asked for (`x+y = 7`), the words to fill in, extremes, quadrants.

Text to text; `asked` uses these rules beside its own.
"""

from __future__ import annotations

import re
from typing import Final

MAX_LENGTH: Final = 300


def _squeezed(text: str) -> str:
    return re.sub(r"\\(?:left|right)(?![A-Za-z])|\\[,;! ]|[\s$]", "", text.replace("，", ",")).casefold()


_WANTED: Final = re.compile(
    r"(?:find|compute|evaluate|calculate|determine|simplify|whatis|求|计算)(?:the(?:vector|valueof|value|matrix|sum|set))?$|(?:^|[\u3400-\u9fff,.;:。；：])$"
)
_BLANK: Final = re.compile(r"=?(?:_{2,}|\\_|[(（][)）]|[?？]|是多少|等于多少|的[值坐])")


def echoed(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""Of `x+y = 7`, where the question was for x+y: `7`.

    >>> echoed("If x=3 and y=4, find $x+y$.", "$x+y=7$", "7"), echoed("Find $x+y$.", "$x-y=7$", "7")
    (('7', '7'), ('$x-y=7$', '7'))
    """
    left, sign, right = answer.partition("=")
    name, text = _squeezed(left), _squeezed(question)
    if (
        not sign
        or "=" in reference
        or not 2 <= len(name) <= 60
        or len(answer) > MAX_LENGTH
        or re.search(r"[<>]|\\(?:le|ge|ne)", left)
    ):
        return answer, reference
    at = text.find(name)
    while at >= 0:
        before, behind = _WANTED.search(text[max(0, at - 30) : at]), text[at + len(name) :]
        ends = re.match(r"[.?？。]?$|[.?？。,，]", behind)
        verb = before is not None and re.search(r"[a-z求算]", before[0]) is not None
        if before and (_BLANK.match(behind) or (verb and ends)):
            return right.replace("$", " ").strip(), reference
        at = text.find(name, at + 1)
    return answer, reference


_FILL: Final = re.compile(
    r"[(（]\s*(?:请)?(?:填写?|选填|用)\s*((?:[“\"‘「][^”\"’」]{1,8}[”\"’」]\s*[、,，或和]*\s*)+)(?:填空)?\s*[)）]"
)
_QUOTED: Final = re.compile(r"[“\"‘「]([^”\"’」]{1,8})[”\"’」]")


def filled(question: str, answer: str, reference: str) -> tuple[str, str]:
    """The one of the words to fill in that an answer says; with a word that denies it, or two of them, the answer as it is.

    >>> filled("它是______函数(填“增”或“减”)。", "增函数", "增"), filled("它是______函数(填“增”或“减”)。", "不是增函数", "增")
    (('增', '增'), ('不是增函数', '增'))
    """
    asked = _FILL.search(question)
    words = _QUOTED.findall(asked[1]) if asked else []
    if reference.strip() not in words or len(answer) > 20:
        return answer, reference
    said = re.findall("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)), answer)
    rest = answer.replace(said[0], "", 1) if len(said) == 1 else answer
    if len(said) == 1 and re.fullmatch(r"(?:它?是|[应该答填:：为])*[“\"]?(?:函数|数)?[”\"]?[.。]?", rest.strip()):
        return said[0], reference
    return answer, reference


_AMOUNT: Final = r"-?(?:\d+(?:,\d{3})*(?:\.\d+)?(?:/\d+)?|\\d?frac\{[^{}]*\}\{[^{}]*\}|\\sqrt\{?\d+\}?|\d*\\sqrt\{\d+\})"
_EXTREME_ZH: Final = re.compile(
    rf"当?\s*[^,，。最]{{1,30}}时\s*[,，]?\s*[^,，。最]{{0,20}}?(?:取得?|有|的)?\s*(最[大小])值\s*[是为:：=]?\s*({_AMOUNT})"
)
_EXTREME: Final = re.compile(
    rf"(?:the\s+)?(?:\w+\s+)?(maximum|minimum)(?:\s+value)?(?:\s+of\s+\S{{1,8}})?\s*(?:is|=|:)\s*({_AMOUNT})\s*,?\s*(?:(?:which\s+is\s+)?(?:attained|reached|achieved|taken|occurring)\s+)?(?:at|when)\s+[a-z]\s*=\s*{_AMOUNT}",
    re.IGNORECASE,
)


def extreme(question: str, answer: str, reference: str) -> tuple[str, str]:
    """The extreme of a sentence that tells also where it is, if the question is for that extreme.

    >>> extreme("它的最小值是______。", "当 $x=1$ 时，$f(x)$ 取得最小值 $-1$", "-1"), extreme("它的最大值是______。", "当x=1时，有最小值-1", "-1")
    (('-1', '-1'), ('当x=1时，有最小值-1', '-1'))
    """
    if len(answer) > MAX_LENGTH or "," in reference or "=" in reference:
        return answer, reference
    plain = answer.replace("$", "").strip().strip(".。")
    for pattern, words in (
        (_EXTREME_ZH, ("最大", "最小")),
        (_EXTREME, ("maximum", "minimum")),
    ):
        found = pattern.fullmatch(plain)
        named = [w for w in words if w in question.lower()]
        if found and named == [found[1].lower()]:
            return found[2], reference
    return answer, reference


_QUADRANT: Final = re.compile(r"(?:第([一二三四])象限|(?:the\s+)?quadrant\s+(i{1,3}|iv))", re.IGNORECASE)
_NUMERALS: Final = {
    **{name: 1 for name in ("一", "i", "1", "first", "1st")},
    **{name: 2 for name in ("二", "ii", "2", "second", "2nd")},
    **{name: 3 for name in ("三", "iii", "3", "third", "3rd")},
    **{name: 4 for name in ("四", "iv", "4", "fourth", "4th")},
}
_WHICH_QUADRANT: Final = re.compile(r"第几象限|第_+象限|\b(?:which|what)\s+quadrant", re.IGNORECASE)


def quadrant(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where the question is for a quadrant: its number alone, as the reference has it.

    >>> quadrant("点 $(-2,3)$ 在第几象限?", "二", "第二象限"), quadrant("In which quadrant is it?", "II", "Quadrant II")
    (('第二象限', '第二象限'), ('Quadrant II', 'Quadrant II'))
    """
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", reference).strip().strip("$.。")
    its = _QUADRANT.fullmatch(plain)
    if its is None or not _WHICH_QUADRANT.search(question):
        return answer, reference
    said = re.sub(r"^(?:the\s+|第)|(?:\s+quadrant)$|象限$", "", answer.strip().strip("$.。").casefold())
    found = _NUMERALS.get(said)
    return (reference, reference) if found == _NUMERALS[(its[1] or its[2]).casefold()] else (answer, reference)


_GAINED: Final = re.compile(r"赚|盈利|获利|\b(?:profit|gain(?:ed|s)?|earn(?:ed|s)?)\b", re.IGNORECASE)
_LOST: Final = re.compile(r"亏|赔|损失|\b(?:loss|los[et]s?|lost)\b", re.IGNORECASE)


def contradicts(question: str, answer: str) -> bool:
    """Whether an answer tells a loss where only a gain is asked for, or a gain where a loss is.

    >>> contradicts("赚了多少元?", "亏了15元"), contradicts("赚了还是亏了多少元?", "亏了15元"), contradicts("How large is the profit?", "15")
    (True, False, False)
    """
    asked, said = (
        [bool(way.search(text)) for way in (_GAINED, _LOST)] for text in (question, answer[:MAX_LENGTH])
    )
    return asked in ([True, False], [False, True]) and said == asked[::-1]
