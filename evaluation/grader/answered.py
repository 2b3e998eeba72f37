r"""What a question tells of the words around its answer: what is asked for (`x+y = 7`), the words to fill in, extremes, quadrants.

Text to text; `asked` uses these rules beside its own.
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.grader.wording import drops_denial

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
    name = _squeezed(left)
    if (
        not sign
        or "=" in reference
        or not 2 <= len(name) <= 60
        or len(answer) > MAX_LENGTH
        or re.search(r"[<>]|\\(?:le|ge|ne)", left)
    ):
        return answer, reference
    text = _squeezed(question)
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
    if len(said) == 1 and re.fullmatch(
        r"(?:它?是|[应该答填:：为])*[“\"]?(?:函数|数)?[”\"]?[.。]?", rest.strip()
    ):
        return said[0], reference
    return answer, reference


_AMOUNT: Final = (
    r"-?(?:\d+(?:,\d{3})*(?:\.\d+)?(?:/\d+)?|\\d?frac\{[^{}]*\}\{[^{}]*\}|\\sqrt\{?\d+\}?|\d*\\sqrt\{\d+\})"
)
_EXTREME_ZH: Final = re.compile(
    rf"当?\s*[^,，。最]{{1,30}}时\s*[,，]?\s*[^,，。最]{{0,20}}?(?:取得?|有|的)?\s*(最[大小])值\s*[是为:：=]?\s*({_AMOUNT})"
)
_EXTREME: Final = re.compile(
    rf"(?:the\s+)?(?:\w+\s+)?(maximum|minimum)(?:\s+value)?(?:\s+of\s+\S{{1,8}})?\s*(?:is|=|:)\s*({_AMOUNT})\s*,?\s*(?:(?:which\s+is\s+)?(?:attained|reached|achieved|taken|occurring)\s+)?(?:at|when)\s+[a-z]\s*=\s*{_AMOUNT}",
    re.IGNORECASE,
)


_AT: Final = re.compile(rf"([最极][大小])值\s*[是为:：]?\s*[a-z]\([^()]*\)\s*=\s*({_AMOUNT})")


def extreme(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""The extreme of a sentence that tells also where it is, if the question is for that extreme.

    >>> extreme("它的最小值是______。", "当 $x=1$ 时，$f(x)$ 取得最小值 $-1$", "-1"), extreme("它的最大值是______。", "当x=1时，有最小值-1", "-1")
    (('-1', '-1'), ('当x=1时，有最小值-1', '-1'))
    >>> extreme("求函数的极小值。", r"\text{极小值: }f(1, 1)=-1", "-1"), extreme("求函数的极大值。", r"\text{极小值: }f(1, 1)=-1", "-1")[0]
    (('-1', '-1'), '\\text{极小值: }f(1, 1)=-1')
    """
    if len(answer) > MAX_LENGTH or "," in reference or "=" in reference:
        return answer, reference
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", answer.replace("$", "")).strip().strip(".。")
    for pattern, words in (
        (_EXTREME_ZH, ("最大", "最小")),
        (_AT, ("最大", "最小", "极大", "极小")),
        (_EXTREME, ("maximum", "minimum")),
    ):
        found = pattern.fullmatch(plain)
        named = [w for w in words if w in question.lower()]
        if found and named == [found[1].lower()]:
            return found[2], reference
    return answer, reference


_CONVERGES: Final = re.compile(
    rf"(?:\\text\s*\{{\s*)?(?:(?:yes|it|the\s+(?:integral|series|sequence))[,;]?\s+)*(?:converges|收敛)(?:\s*\}})?\s*(?:[,;:，；]|to|and|于)?(?:\\ )?\s*(?:(?:its|the)\s+(?:value|sum|limit)\s*(?:is|=)|其?[值和]为)?\s*({_AMOUNT})",
    re.IGNORECASE,
)


def convergent(question: str, answer: str, reference: str) -> tuple[str, str]:
    r"""The value of what converges, where the reference is the value alone and the question is whether it converges, and to what.

    >>> convergent("Does it converge? If so, give its value.", r"\text{converges};\ \frac{1}{4}", r"\frac14"), convergent("Evaluate it.", "converges to 2", "2")
    (('\\frac{1}{4}', '\\frac14'), ('converges to 2', '2'))
    """
    said = _CONVERGES.fullmatch(answer.replace("$", "").strip().strip(".。"))
    if said is None or not re.search(r"converge|收敛", question, re.IGNORECASE) or re.search(r"converge|[\u3400-\u9fff]", reference):  # fmt: skip
        return answer, reference
    return said[1], reference


_QUADRANT: Final = re.compile(r"(?:第([一二三四])象限|(?:the\s+)?quadrant\s+(i{1,3}|iv))", re.IGNORECASE)
_NUMERALS: Final = {
    **dict.fromkeys(("一", "i", "1", "first", "1st"), 1),
    **dict.fromkeys(("二", "ii", "2", "second", "2nd"), 2),
    **dict.fromkeys(("三", "iii", "3", "third", "3rd"), 3),
    **dict.fromkeys(("四", "iv", "4", "fourth", "4th"), 4),
}
_WHICH_QUADRANT: Final = re.compile(r"第几象限|第_+象限|\b(?:which|what)\s+quadrant", re.IGNORECASE)


def quadrant(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where the question is for a quadrant: its number alone, as the reference has it.

    >>> quadrant("点 $(-2,3)$ 在第____象限.", "该点在第二象限。", "二"), quadrant("点 $(-2,3)$ 在第____象限.", "第三象限", "二")[0]
    (('二', '二'), '第三象限')
    >>> quadrant("点 $(-2,3)$ 在第几象限?", "二", "第二象限"), quadrant("In which quadrant is it?", "II", "Quadrant II")
    (('第二象限', '第二象限'), ('Quadrant II', 'Quadrant II'))
    """
    plain = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", reference).strip().strip("$.。")
    its = _QUADRANT.fullmatch(plain)
    wanted = _NUMERALS.get(((its[1] or its[2]) if its else plain).casefold())
    if wanted is None or not _WHICH_QUADRANT.search(question):
        return answer, reference
    said = re.sub(
        r"^(?:the\s+|(?:该点|它|点[^在]{0,12})?(?:在|位于)?第)|(?:\s+quadrant)$|象限$",
        "",
        answer.strip().strip("$.。").casefold(),
    )
    return (reference, reference) if _NUMERALS.get(said) == wanted else (answer, reference)


_MONOTONE: Final = re.compile(
    r"(?:(?:it|the\s+function|[a-z](?:\([a-z]\))?)\s+is\s+)?(?:strictly\s+|monotonically\s+)?(increasing|decreasing)\s+(?:on|over|for)\s+(?:the\s+interval\s+)?(\S[^=]{1,80})"
    r"|(?:函数|[a-z](?:\([a-z]\))?|[a-z]=\S{1,30})?在(?:区间)?\s*([^\u3400-\u9fff]{2,60})上?是?(?:单调|严格)?(递增|递减|增函数|减函数)",
    re.IGNORECASE,
)


def monotone(question: str, answer: str, reference: str) -> tuple[str, str]:
    """Where it increases (decreases), if just this is asked for.

    >>> monotone("On which interval is f increasing?", "increasing on (0, 2)", "(0,2)"), monotone("求单调递增区间.", "在(0,1)上递减", "(0,1)")
    (('(0, 2)', '(0,2)'), ('在(0,1)上递减', '(0,1)'))
    """
    if len(answer) > MAX_LENGTH:
        return answer, reference
    found = _MONOTONE.fullmatch(answer.replace("$", "").strip().strip(".。"))
    several = len(re.findall(r"increasing|decreasing|递?增|递?减", answer)) > 1
    if (
        found
        and not several
        and re.search(r"creasing|[增减]", question)
        and not contradicts(question, answer)
    ):
        return (found[2] or found[3]).strip(), reference
    return answer, reference


_OPPOSITES: Final = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in (
        (
            r"赚|盈利|获利|\b(?:profit|gain(?:ed|s)?|earn(?:ed|s)?)\b",
            r"亏|赔|损失|\b(?:loss|loses?|lost)\b",
        ),
        (r"\bincreasing\b|递增|增区间|增函数", r"\bdecreasing\b|递减|减区间|减函数"),
        (r"\bhow\s+(?:many|much)\s+more\b", r"\b(?:fewer|less)\b"),
        (r"\bmore\b", r"\bhow\s+(?:many|much)\s+(?:fewer|less)\b"),
        (r"最大值|\bmaximum\b", r"最小值|\bminimum\b"),
    )
)


def contradicts(question: str, answer: str) -> bool:
    """Whether an answer tells a loss where only a gain is asked for, a minimum where only a maximum is, and the like.

    >>> contradicts("赚了多少元?", "亏了15元"), contradicts("赚了还是亏了多少元?", "亏了15元"), contradicts("How large is the profit?", "15")
    (True, False, False)
    """
    answer = answer[:MAX_LENGTH]
    if _other_name(question, answer) or drops_denial(question, answer) or _another_measure(question, answer):
        return True
    for ways in _OPPOSITES:
        asked, said = ([bool(way.search(text)) for way in ways] for text in (question, answer))
        if asked in ([True, False], [False, True]) and said == asked[::-1]:
            return True
    return False


_MEASURES: Final = tuple(
    tuple(re.compile(name, re.IGNORECASE) for name in names)
    for names in (
        (
            r"\b(?:mean|average)\b|平均",
            r"\bmedian\b|中位数",
            r"\bmodes?\b|众数",
            r"\bvariance\b|方差",
            r"\bstandard\s+deviation\b|标准差",
        ),
        (r"\bquotient\b|商", r"\bremainder\b|余数|余"),
        (r"\bperimeter\b|周长", r"\barea\b|面积", r"\bvolume\b|体积|容积"),
        (r"\bradius\b|半径", r"\bdiameter\b|直径"),
    )
)


def _another_measure(question: str, answer: str) -> bool:
    """Whether an answer tells the mean where the question is for the median, and does not speak of the mean.

    >>> _another_measure("Find the median of 1, 5, 9.", "The mean is 5"), _another_measure("Find the median of 1, 5, 9.", "The median is 5")
    (True, False)
    """
    for names in _MEASURES:
        said, asked = ([bool(name.search(text)) for name in names] for text in (answer, question))
        if sum(said) == 1 and any(asked) and not asked[said.index(True)]:
            return True
    return False


_TURNED: Final = re.compile(r"(?<=\{)([a-z])([a-z])(?=\})|\\(cup|cap)")


def _other_name(question: str, answer: str) -> bool:
    r"""Whether an answer names what is asked for the other way round: `\overrightarrow{BA}` for AB, a union for an intersection.

    >>> _other_name(r"Find $\overrightarrow{AB}$.", r"$\overrightarrow{BA}=(3,-2)$"), _other_name("Find $A$.", "B = 3")
    (True, False)
    """
    left, sign, _ = answer.partition("=")
    if not sign:
        return False
    name, text = (_squeezed(t).replace("∪", r"\cup").replace("∩", r"\cap") for t in (left, question))
    turned = _TURNED.sub(
        lambda m: "\\" + {"cup": "cap", "cap": "cup"}[m[3]] if m[3] else f"{m[2]}{m[1]}", name
    )
    return turned != name and turned in text and name not in text
