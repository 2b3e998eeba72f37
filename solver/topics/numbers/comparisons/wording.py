"""Cut a question about size into what its words mean and the numbers between them.

Works on the words themselves rather than on `solver.reader.scan`: here every formula is one number of a list, a letter may be
any of them (`Put -3, a, 5 in order`), and `(b)` is the name of an option. No grammar: which order of tokens asks what is
`topic`'s business. A sign or word that is not known is kept as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from solver.reader.numerals import chinese_value

BIG: Final = r"(?:greater|bigger|larger|higher)"
SMALL: Final = r"(?:smaller|less|lesser|lower)"
BIGGEST: Final = r"(?:greatest|biggest|largest|highest|maximum)"
SMALLEST: Final = r"(?:smallest|least|lowest|minimum|littlest)"
ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINAL: Final = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}[ -]?(?:st|nd|rd|th))"
_NOUN: Final = r"(?:\s+(?:one|number|value))?"
_EQUALLY: Final = r"(?:\s+or\s+equal(?:\s+to)?|\s+or\s+the\s+same\s+as)"
_AS: Final = r"(?:\s+as\s+(?:big|large|great|high)\s+as)?"
_BLANK: Final = r"_{2,}|\\uline\s*\{[^{}]*\}|\([\s~]*\)|\\bigcirc|\\square|\\Box|[○◯⭕□◻〇Ο]"

_ARTICLE: Final = (
    r"an?(?=\s+(?:(?:bigger|larger|smaller|greater)\s+)?(?:number|value|list|set)\b|\s+different\b)"
)

PHRASES: Final = {
    # relations; `Is 3 …` and 3大于…
    "<=": rf"{SMALL}\s+than{_EQUALLY}|at\s+most{_AS}|(?:no|not)\s+(?:more|{BIG})\s+than|小于等于|小于或等于|不大于|不超过|至多是?",
    ">=": rf"{BIG}\s+than{_EQUALLY}|at\s+least{_AS}|(?:no|not)\s+{SMALL}\s+than|大于等于|大于或等于|不小于|不少于|至少是?",
    "<": rf"{SMALL}(?:\s+(?:number|value))?\s+(?:in\s+value\s+)?than|小于",
    ">": rf"(?:more|{BIG})(?:\s+(?:number|value))?\s+(?:in\s+value\s+)?than|exceeds?|大于|超过",
    "=": r"equals?(?:\s+to)?|equal\s+in\s+value(?:\s+to)?|equivalent(?:\s+to)?|identical(?:\s+to)?|the\s+same(?:\s+(?:number|value)s?)?(?:\s+as)?"
    r"|等于|相等|一样大|相同|大小相等",
    "!=": r"(?:not\s+equal|unequal|non-?\s?equal)(?:\s+to)?|different(?:\s+(?:number|value)s?)?(?:\s+(?:from|to))?|not\s+the\s+same(?:\s+(?:number|value)s?)?(?:\s+as)?"
    r"|distinct(?:\s+from)?|differs?(?:\s+from)?|not\s+equivalent(?:\s+to)?|不等于|不相等|不相同|不同",
    # sizes
    "big": rf"{BIG}{_NOUN}|(?:更|较|要|比较)?大(?!小)(?:一些|一点|些)?",
    "small": rf"{SMALL}{_NOUN}|(?:更|较|要|比较)?小(?:一些|一点|些)?",
    "rank": rf"(?:{_ORDINAL}[\s-]+)?(?:{BIGGEST}|{SMALLEST}){_NOUN}|最[大小]|第[一二三四五六七八九十\d]{{1,3}}[大小]",
    "near": r"(?:closest|nearest|closer|nearer)(?:\s+in\s+value)?(?:\s+to)?|最接近于?|更接近于?|最靠近|最近",
    "far": r"(?:furthest|farthest|farther|further)(?:\s+away)?(?:\s+from)?|最远",
    "than": "比",
    "placed": r"排在?第[一二三四五六七八九十\d]{1,2}[位个]?",
    # orders
    "sort": r"sort(?:ed)?|order(?:ed)?|(?:re)?arranged?|rank(?:ed)?|in\s+order(?:\s+of\s+(?:size|value|magnitude))?|in\s+numerical\s+order|排列(?:起来|顺序)?|排序|排成一[列排]|排一排|排起来|排一下|排队",
    "up": rf"(?:in\s+)?(?:an?\s+)?(?:increasing|ascending|rising)(?:\s+order)?(?:\s+of\s+(?:size|value))?|in\s+order\s+of\s+increasing\s+(?:size|value)"
    rf"|(?:in\s+order\s+)?(?:from\s+)?(?:the\s+)?{SMALLEST}{_NOUN}\s+to\s+(?:the\s+)?{BIGGEST}{_NOUN}|(?:from\s+)?(?:low|small)\s+to\s+(?:high|large|big)"
    rf"|{SMALLEST}{_NOUN}\s+first|(?:starting|beginning)\s+(?:with|from)\s+the\s+{SMALLEST}{_NOUN}|从小到大|由小到大|升序|递增",
    "down": rf"(?:in\s+)?(?:an?\s+)?(?:decreasing|descending|falling)(?:\s+order)?(?:\s+of\s+(?:size|value))?|in\s+order\s+of\s+decreasing\s+(?:size|value)"
    rf"|(?:in\s+order\s+)?(?:from\s+)?(?:the\s+)?{BIGGEST}{_NOUN}\s+to\s+(?:the\s+)?{SMALLEST}{_NOUN}|(?:from\s+)?(?:high|large|big)\s+to\s+(?:low|small)"
    rf"|{BIGGEST}{_NOUN}\s+first|(?:starting|beginning)\s+(?:with|from)\s+the\s+{BIGGEST}{_NOUN}|从大到小|由大到小|降序|递减",
    "joined": rf"[用以]\s*\"?\s*<\s*\"?\s*号?\s*(?:把\s*它们\s*)?(?:连接|连起来|连结|表示)(?:起来)?|using\s+(?:the\s+)?(?:sign\s+)?\"?<\"?|(?:{_BLANK})(?:\s*<\s*(?:{_BLANK}))+",
    "joined_down": rf"[用以]\s*\"?\s*>\s*\"?\s*号?\s*(?:把\s*它们\s*)?(?:连接|连起来|连结|表示)(?:起来)?|using\s+(?:the\s+)?(?:sign\s+)?\"?>\"?|(?:{_BLANK})(?:\s*>\s*(?:{_BLANK}))+",
    "compare": r"compare|比较(?:一下)?大小|比大小|比较|比一比|的?大小关系|的?大小",
    "signs": r"\"?[<>=]\"?(?:(?:\s*(?:,|、|or|或者?|and|和))+\s*\"?[<>=]\"?){1,2}|\"[<>=]\"(?:\s*(?:,|、|or|或|和)?\s*\"[<>=]\"){1,2}|(?:大于|小于|等于)号?(?:、(?:大于|小于|等于)号?)*(?:或|和)(?:大于|小于|等于)号?",
    # questions and statements
    "ask": r"which|what'?s|what|find|pick|choose|select|identify|determine|name|give|state|who|decide|say|see|work\s+out|figure\s+out|哪一?个|哪些|哪几个|什么|谁|多少|几|找出|选出|求出?|写出|指出",
    "either": r"whether|(?:check|decide|tell\s+me|say|determine|see|state)\s+(?:whether|if)(?:\s+or\s+not)?|is\s+it\s+(?:true|correct|the\s+case|right)\s+(?:that)?|吗|是否|是不是|么",
    "truth": r"true\s+or\s+false|判断(?:对错|正误)|对吗|对不对|正确吗|是否正确",
    "verb": r"is|are|does|do",
    "or": "or|或者?|还是",
    "between": r"between",
    "tool": r"with|by|use|using|fill|insert|place|makes?|signs?|symbols?|符号|号|用|以|填[上入写]?",
    "counted": rf"(?:(?:the|these|those)\s+)?(?:following\s+)?(?:two|three|four|five|six)(?:\s+(?:numbers|values))?(?!\s+(?:{BIGGEST}|{SMALLEST}))|[两二三四五六]个?数?(?=[中里的]|数|,|$|:)|[两二三四五六]个数?",
    "unread": r"的和(?=[是为等多]|\s*$|[。?,])|之和|总和|和(?:是|为|等于)",  # a sum, not "and"
    # what the numbers are said to be: true of them, or not read
    "integers": "integers?|whole numbers?|整数",
    "fractions": "fractions?|分数",
    "decimals": "decimals?|decimal numbers?|小数",
    "negatives": "negative numbers?|负数",
    "rationals": "rational numbers?|有理数",
    "reals": "real numbers?|实数",
    "": r"the|of|in|among|from|out\s+of|values?|numbers?|following|these|those|list|listed|both|ones?|given|please|me|can|could|you|will|would|tell|be|and"
    r"|to|has|have|having|for|below|above|here|there|some|that|this|them|they|it|its|their|set|put|write|show|down|each|if|then|now|so|hi|hello|thanks?|thank\s+you|compared\s+with|pair|as|your|answer|i|we|my"
    rf"|blank|circle|box|correct|statement|true|help|want|know|need|how|up|should|when|all|these|exactly|quantity|quantities|figure|figures|{_ARTICLE}"
    r"|等于多少|等于几|的|是|数字|数值|数|值|中|在|里|和|与|把|将|按照|按|依照|顺序|次序|下列|下面|以下|各|各数|这些|这几个|这|几个数|组|各组|一组|为|请问|请|问|给|选|有|哪|个|一个|其中|它们|当中|之中|那么|则|排|从|到|对"
    r"|给出|已知|一下|进行|以及|及|依次|分别|横线上|括号里|括号内|圆圈里|方框里|里面?|上|适当的?|合适的?|关系|结果|答案|距离|离|跟|同|并|你|能|帮我|我|老师|同学|小明|小红|空格|空",
}  # fmt: skip
_PHRASE: Final = {  # a Latin word ends where its letters end
    name: re.compile(rf"(?:{phrase})(?:(?<![A-Za-z])|(?![A-Za-z]))", re.IGNORECASE)
    for name, phrase in PHRASES.items()
}
_IS_ARTICLE: Final = re.compile(_ARTICLE, re.IGNORECASE)
_SIGN: Final = re.compile(r"<=|>=|!=|\\leq?(?:slant)?\b|\\geq?(?:slant)?\b|\\neq?\b|\\lt\b|\\gt\b|==|[<>=]")
_SIGNS: Final = {"\\le": "<=", "\\ge": ">=", "\\ne": "!=", "\\lt": "<", "\\gt": ">", "==": "="}
_MATH: Final = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\\(?:[dt]?frac|sqrt|pi|left|right|cdot|times|ln|log|lg|sin|cos|tan|%|,|;|!)"
    r"|(?:sqrt|root|abs|pi|log|ln|lg|sin|cos|tan)(?![A-Za-z])|[A-Za-z](?![A-Za-z])|[-+*/^(){}\[\]|√%!π°]"
)
_BLANKS: Final = re.compile(_BLANK)
_SKIPPED: Final = re.compile(r"[\"'“”「」$~]|\\[()\[\]]|\\quad|\\qquad")
_DOTS: Final = re.compile(r"\.{2,}|\\[lc]?dots")
_STOP: Final = re.compile(r"[.。;:?!\n](?!\d)|[。;:?!\n]")
_BETWEEN: Final = re.compile(r"[,、]|\band\b|\bor\b|和|与|或者?|及|还是|跟|同", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?<![A-Za-z0-9\\])\(\s*([A-Ha-h])\s*\)|(?<![A-Za-z\\({])([A-H]|[a-h](?=\)))\s*[.、:)]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is a name of `PHRASES`, or number, sign, blank, comma, stop, unread; `text` as it stands in the problem."""

    kind: str
    text: str


def options(source: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text before the options, and (label, text) of each; no options where they are not named a, b, … in order.

    >>> options("Which is larger? (a) 1/5 (b) 3")
    ('Which is larger? ', (('a', '1/5'), ('b', '3')))
    """
    found = list(_LABEL.finditer(source))
    for first, start in enumerate(found):
        name = start[1] or start[2]
        if name not in "aA":
            continue
        run = [start]
        for match in found[first + 1 :]:
            if (match[1] or match[2]) == chr(ord(name) + len(run)):
                run.append(match)
        ends = [*(m.start() for m in run[1:]), len(source)]
        parts = tuple(
            (m[1] or m[2], source[m.end() : end].strip(" \n,;、.。"))
            for m, end in zip(run, ends, strict=True)
        )
        if len(parts) > 1 and all(text for _, text in parts):
            return source[: start.start()], parts
    return source, ()


def rewritten(text: str) -> str:
    """Fractions, roots, signs and percentages in words as formulas.

    >>> rewritten("三分之二和负0.5"), rewritten("the square root of 2 or negative 3")
    ('2/3和-0.5', 'sqrt(2) or -3')
    """
    text = re.sub(r"\\?\{([^{}]*,[^{}]*)\}", r" \1 ", text)  # a set of numbers is a list here
    text = re.sub(r"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}", r" \1 ", text)
    text = re.sub(
        r"([零一二两三四五六七八九十百千\d]+)分之([零一二两三四五六七八九十百千\d]+)", _fraction, text
    )
    text = re.sub(r"(?i)(?:the\s+)?square\s+root\s+of\s+(\d+)", r"sqrt(\1)", text)
    text = re.sub(r"根号(?:下)?(\d+)", r"sqrt(\1)", text)
    text = re.sub(r"(?i)(\d+)\s+squared\b", r"\1^2", text)
    text = re.sub(r"(?i)(\d+)\s+cubed\b", r"\1^3", text)
    power = r"(?<![\d.])(\d+)的(平方|立方)(?!根)"
    if len(re.findall(r"\d+", text)) == len(re.findall(power, text)) or not re.search(
        rf"[和与、,]\s*{power}", text
    ):
        text = re.sub(
            power, lambda m: f"{m[1]}^{2 if m[2] == '平方' else 3}", text
        )  # "3和4的平方" has two readings
    text = re.sub(r"(?i)(?<=\d)\s*(?:percent|per\s+cent)\b", "%", text)
    return re.sub(r"(?i)(?:负|\b(?:negative|minus)\s+)(?=[\d.])", "-", text)


def undelimited(formula: str) -> str:
    """A formula without the delimiters of LaTeX.

    >>> undelimited("$-1$ ")
    '-1'
    """
    return re.sub(r"\$|\\[()\[\]]", "", formula).strip()


def _fraction(match: re.Match[str]) -> str:
    below, above = (int(w) if w.isdigit() else 100 if w == "百" else chinese_value(w) for w in match.groups())
    return match[0] if below is None or above is None else f"{above}/{below}"


_LOOKS_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")


def is_ambiguous(source: str, *, grouped: bool) -> bool:
    """Whether a comma or a dash may be read in two ways.

    `1,200,300` may be one number or three: it is one where the language groups digits (`grouped`) and lists are written with spaces,
    or where a group begins with a zero. `bigger - 3` may be a dash or a minus.
    """
    if re.search(r"[A-Za-z\u4e00-\u9fff:]\s+-\s+\d", source):
        return True
    doubtful = any(not re.search(r",0", m[0]) for m in _LOOKS_GROUPED.finditer(source))
    listed = re.search(r"\d,-?\d", _LOOKS_GROUPED.sub("9", source))
    if grouped and re.search(r"\d,\d+\s+(?:or|and)\s+-?\d+,\d", _LOOKS_GROUPED.sub("9", source)):
        return True  # decimal commas?
    return doubtful and (not grouped or listed is not None)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text without options; everything between two of them that is mathematics is one number."""
    return tuple(_joined(_cut(text)))


def _cut(text: str) -> Iterator[Token]:
    at, size = 0, len(text)
    while at < size:
        if text[at].isspace() and text[at] != "\n":
            at += 1
            continue
        kind, end = _next(text, at)
        if kind != "skipped":
            yield Token(kind, text[at:end] + (" " if text[end : end + 1].isspace() else ""))
        at = end


def _next(text: str, at: int) -> tuple[str, int]:
    """Kind and end of the token at `at`: the longest phrase, else a sign of mathematics."""
    inside = at > 0 and text[at - 1].isascii() and text[at - 1].isalpha() and text[at].isascii()
    lettered = text[at].isascii() and text[at].isalpha()
    if not (inside and lettered):
        found = [(m.end(), name) for name, p in _PHRASE.items() if (m := p.match(text, at)) and m.end() > at]
        # a single letter is a number of the list rather than a word
        found = [f for f in found if not (lettered and f[0] == at + 1) or _IS_ARTICLE.match(text, at)]
        if found:
            end, name = max(found, key=lambda f: (f[0], f[1] != ""))
            return name, end
    if text[at] == ":" and re.match(r"\d:\d", text[max(at - 1, 0) : at + 2]):
        return "unread", at + 1  # a ratio
    for kind, pattern in (
        ("unread", _DOTS),
        ("blank", _BLANKS),
        ("sign", _SIGN),
        ("comma", _BETWEEN),
        ("math", _MATH),
        ("skipped", _SKIPPED),
        ("stop", _STOP),
    ):
        match = pattern.match(text, at)
        if match and not (kind == "math" and inside and lettered):
            return kind, match.end()
    word = re.compile(r"\\?[A-Za-z]+|.", re.DOTALL).match(text, at)
    return "unread", word.end() if word else at + 1


def _joined(tokens: Iterator[Token]) -> Iterator[Token]:
    """Neighbouring signs of mathematics are one number; `and` and 和 between numbers are commas."""
    number = ""
    for token in chain(tokens, [Token("stop", "")]):
        if token.kind == "math":
            number += token.text
            continue
        if number.strip():
            yield Token("number", number.strip())
        number = ""
        if token.kind == "" and _BETWEEN.fullmatch(token.text.strip()):
            yield Token("comma", token.text)
        elif token.kind in PHRASES and token.kind == "or":
            yield token
        elif token.text or token.kind != "stop":
            yield (
                Token(_SIGNS.get(token.text.strip()[:3], token.text.strip()), token.text)
                if token.kind == "sign"
                else token
            )


def count_of(phrase: str) -> int:
    """How many numbers a phrase of `counted` speaks of.

    >>> count_of("the three numbers"), count_of("两个数")
    (3, 2)
    """
    names = ("two", "three", "four", "five", "six")
    return next((k for k, name in enumerate(names, 2) if name in phrase.lower()), 0) or "两二三四五六".index(
        phrase[0]
    ) + 1 + (phrase[0] == "两")


def rank_of(phrase: str) -> tuple[int, bool]:
    """Which one from which end a phrase of `rank` names: (2, True) for "second largest".

    >>> rank_of("second largest value"), rank_of("第3小"), rank_of("最大")
    ((2, True), (3, False), (1, True))
    """
    low = phrase.lower()
    is_big = "大" in low or re.search(BIGGEST, low) is not None
    digits = re.search(r"\d+", low)
    if digits:
        return int(digits[0]), is_big
    spoken = re.search(r"第([一二三四五六七八九十]+)", low)
    if spoken:
        return chinese_value(spoken[1]) or 0, is_big
    word = re.match(rf"(?:{'|'.join(ORDINALS)})\b", low)
    return (ORDINALS.index(word[0]) + 1 if word else 1), is_big
