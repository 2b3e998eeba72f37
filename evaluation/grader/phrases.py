"""What people write in words for what the grader reads as formulas: numerals, infinity, sets by a condition, C(5,2).

Text to text, of an answer whose spelling is cleaned already; what it does not know stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from evaluation.grader.angles import in_radians
from evaluation.grader.spoken import spoken
from solver.reader.numerals import chinese_value, english_value

_HAN: Final = "[零〇一二两三四五六七八九十百千万亿]+"
_HAN_DECIMAL: Final = "[零〇一二两三四五六七八九十百千]+点[零〇一二三四五六七八九]+"
_HAN_NUMBER: Final = re.compile(rf"(负?)(?:({_HAN})又)?(?:({_HAN})分之({_HAN})|({_HAN}))")
"""A whole answer that is a number in Chinese: 十二, 三分之二, 二又三分之一, 百分之二十."""
_HAN_COUNTED: Final = re.compile(
    rf"({_HAN})((?:个|人|名|只|条|本|次|种|支|张|棵|辆|头|匹|元|米|厘米|千米|千克|克|吨|小时|分钟|秒|天|年|岁|倍|度|项|位|平方[米分厘千]+|立方[米分厘]+)[\u3400-\u9fff]*)"
)
_ROUND: Final = {"百": 100, "千": 1000, "万": 10_000}
_ENGLISH: Final = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_WHOLE_SET: Final = (
    r"^\\?\{\s*([a-z])\s*\\in\s*(?:\\(?:mathbb|text)\s*\{?\s*)?(Z|N|N\}?\s*[\^_]\{?[*+]|Z\}?\s*[\^_]\{?\+)\s*\}*\s*(?:\\mid|\\?\||:|,)\s*"
    r"(-?\d+)\s*(<=?)\s*\1\s*(<=?)\s*(-?\d+)\s*\\?\}$"
)
_PRINTED: Final = (
    (r"(?<![A-Za-z\\])i(?=(?:sin|cos)(?:[(\d]|[a-z](?![a-z])))", "i "),
    (r"(?<![A-Za-z\\])(sin|cos|tan|cot|sec|csc|ln|log)(?=[a-z](?![a-z]))", r"\\\1 "),
    (r"^\(?(-?[\d.]+[-+][\d.]+)j\)?$", r"\1i"),  # as Python prints 3-4j; 10 j may be a letter
    (r"(?<![A-Za-z\\])(ln|lg|log|sin|cos|tan|sqrt)(?=\d+(?:$|[^\w(.]))", r"\\\1 "),
    (r"(?<![A-Za-z\\])log(2|10)\s*(?=\()", r"\\log_{\1}"),
    (r"(?<![A-Za-z\\])Rational\(\s*(-?\d+)\s*,\s*(\d+)\s*\)", r"(\1/\2)"),
    (r"(?<![A-Za-z\\])Pi(?![A-Za-z])", r"\\pi "),
    (r"^([^A-Z]*)(?<=[*+-])\s*I(?![A-Za-z])([^A-Z]*)$|^I\s*(?=[*+-])([^A-Z]*)$", lambda m: f"{m[1]} i {m[2]}" if m[1] else f"i {m[3]}"),
    (r"^Interval\(([^(),]+),\s*([^(),]+)\)$", r"[\1, \2]"),
    (r"^Interval\.open\(([^(),]+),\s*([^(),]+)\)$", r"(\1, \2)"),
    (r"^Interval\.Lopen\(([^(),]+),\s*([^(),]+)\)$", r"(\1, \2]"),
    (r"^Interval\.Ropen\(([^(),]+),\s*([^(),]+)\)$", r"[\1, \2)"),
    (r"^(?:FiniteSet|set)\((.+)\)$", r"\\{\1\\}"),
    (r"^diag\(([^()]+(?:,[^()]+)+)\)$", lambda m: _diagonal(m[1].split(","))),
    (r"^Eq\(\s*([a-z])\s*,\s*([^,]+)\)$", r"\1 = \2"),
    (r"^EmptySet(?:\(\))?$|^set\(\)$", r"\\emptyset "),
)  # fmt: skip
"""What sympy and Python print."""
_COUNT: Final = r"(?:\{\s*(\d+)\s*\}|(\d+))"
_PARTS: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"^\\\{\s*\\\}$", r"\\emptyset "),
        (r"\\text\s*\{([^{}]*\d[^{}]*)\}", lambda m: m[1].strip() if m[0] == m.string else m[0]),
        (r"(\d+)\s*又\s*(\d+/\d+|\\frac\{\d+\}\{\d+\})", r"\1 \2"),
        (
            r"^(-?)(\d+)\s*(?:\\frac\{(\d+)\}\{(\d+)\}|\s(\d+)/(\d+))\s*(?:%|percent)$",
            lambda m: _mixed_percent(m),
        ),
        (r"(\d+)\s*(?:\\text\s*\{\s*)?(?i:remainder|rem\.?|r\.?)(?:\s*\})?\s*(\d+)$", r"\1余\2"),
        (r"^商(?:是|为)?(\d+)[,]?余数?(?:是|为)?(\d+)$", r"\1余\2"),
        (r"(\d+)\s*\.{3,}\s*(\d+)$", r"\1余\2"),
        (r"^([①-⑳](?:\s*[,;和]?\s*[①-⑳])+)$", lambda m: ", ".join(re.findall("[①-⑳]", m[0]))),
        (r"\\text\s*\{\s*(?:(或者?|or)|(和|且|and))\s*\}", lambda m: " or " if m[1] else " and "),
        (r"且", " and "),
        (r"^(?:一|1)半$", r"\\frac{1}{2}"),
        (r"^半个?(?=(?:小时|天|年|月|米|千克|公里|吨|分钟|圈)$)", "0.5"),
        (r"^(\d+|[a-z]|\([^()]+\))的(\d+|[a-z])次方$", r"\1^{\2}"),
        (r"^([a-z]) in (?=[\[({\\])", r"\1 \\in "),
        (
            r"^(?i:all\s+(?:the\s+)?(odd|even)\s+(?:integers|numbers))$|^(?:所有|全体|一切)(?:的)?([奇偶])数$",
            lambda m: _parity(m[1] or m[2]),
        ),
        (
            r"^(?i:(?:all\s+)?(?:the\s+)?(?:integer\s+)?multiples\s+of)\s+(\d+)$|^(?:所有|全体)?(\d+)的(?:整数)?倍数$",
            lambda m: rf"{m[1] or m[2]}k, k \in Z",
        ),
        (r"^(?i:the\s+)?([xy])(?:-|\s)?axis$|^([xy])轴$", lambda m: f"{'x' if 'y' in m.groups() else 'y'}=0"),
        (r"^(?i:the\s+)?(?i:origin)$|^(?:坐标)?原点$", "(0, 0)"),
        (r"^(\d+|[a-z])\s+to\s+the\s+(\d+)(?:st|nd|rd|th)\s+power$", r"\1^{\2}"),
        (r"^(\d+|[a-z]|\([^()]+\))\s+(?:raised\s+)?to\s+the\s+power\s+(?:of\s+)?(-?\d+|[a-z])$", r"\1^{\2}"),
        *_PRINTED,
        (r"(?<=\d)\s*比\s*(?=\d)", ":"),
        (r"_\{\s*[(](\d+)[)]\s*\}$", r"_{\1}"),
        (r"(?<=:)\s*\d{1,3}(?:,\d{3})+(?!\d)", lambda m: m[0].replace(",", "")),
        (r"(?<=\d)个百分点$", "%"),
        (
            r"^打?([一二三四五六七八九]{1,2})折$",
            lambda m: f"{''.join(str('零一二三四五六七八九'.index(c)) for c in m[1]):0<2}%",
        ),
        (
            r"^[(]?([0-9A-F]+)[)]?\s*(?:[(]\s*)?(?:\\text\s*\{)?\s*(?:in\s+)?base[ -]?(\d+)\s*\}?\s*[)]?$",
            r"\1_{\2}",
        ),
        (
            r"^[(]([0-9A-F]+)[)]_\{?(\d+)\}?$|^([0-9A-F]+)_\{?(?:\\text\s*\{)?(two|three|four|five|six|seven|eight|nine|ten)\}*$",
            lambda m: _in_base(m),
        ),
        (
            r"(?:\\text\s*\{\s*cis\s*\}|(?<![A-Za-z\\])cis(?![A-Za-z]))\s*(?:[(]([^()]*|[^()]*\([^()]*\)[^()]*)[)]|(\\frac\{[^{}]*\}\{[^{}]*\}|[\d.]+\s*(?:\\text\{degrees\})?|\\pi|\\theta))",
            lambda m: _cis(m[1] or m[2]),
        ),
        (r"(?:正)?无穷大?(?![多个组])|(?<![A-Za-z\\])[iI]nfinity(?![A-Za-z])", lambda m: r"\infty "),
        (r"(?<![A-Za-z\\])[CP]\s*\(\s*(\d+)\s*,\s*(\d+)\s*\)", lambda m: _chosen(m[0][0], m[1], m[2])),
        (
            rf"(?<![A-Za-z\\])(?:\\text\s*\{{\s*)?([CA])(?:\s*\}})?_{_COUNT}\s*\^\s*{_COUNT}",
            lambda m: _chosen(m[1], m[2] or m[3], m[4] or m[5]),
        ),
        (
            rf"(?<![A-Za-z\\])(?:\\text\s*\{{\s*)?([CA])(?:\s*\}})?\^{_COUNT}\s*_\s*{_COUNT}",
            lambda m: _chosen(m[1], m[4] or m[5], m[2] or m[3]),
        ),
        (
            r"(?<![\w\\])(?:\{\s*\})?[_^]?\{?(\d+)\}?\s*([CP])_?\{?(\d+)\}?(?!\w)",
            lambda m: _chosen(m[2], m[1], m[3]),
        ),
        (r"(?<=[)\]}])\s*[Uu]\s*(?=[(\[{\\])", r"\\cup "),
        (r"(?<![A-Za-z\\])(?:oo|inf)(?![A-Za-z])", lambda m: r"\infty "),
        (r"^\]\s*([^\[\]]+,[^\[\]]+)\s*\[$", r"(\1)"),
        (r"^\]\s*([^\[\]]+,[^\[\]]+\])$", r"(\1"),
        (r"^(\[[^\[\]]+,[^\[\]]+)\s*\[$", r"\1)"),
        (
            r"^\\reals\s*[\^_]\s*\{?\s*([+-])\s*\}?$|^R[\^_]\{?([+-])\}?$",
            lambda m: r"(0,\infty)" if "+" in m[0] else r"(-\infty,0)",
        ),
        (
            r"^(?i:all\s+)?(?i:positive)\s+(?i:real\s+)?(?i:numbers)$|^(?:一切|所有|全体)?正实?数$",
            lambda m: r"(0,\infty)",
        ),
        (
            r"^(?i:all\s+)?(?i:negative)\s+(?i:real\s+)?(?i:numbers)$|^(?:一切|所有|全体)?负实?数$",
            lambda m: r"(-\infty,0)",
        ),
        (r"^([A-Z]'?(?:_\{?\d\}?)?)\s*(?=[(]\s*-?(?:\d|\\)[^()]*,[^()]*[)]$)", r"\1="),
        (_WHOLE_SET, lambda m: _listed(m)),
        (r"(?<![A-Za-z\\])([A-Za-z])(\d{1,3})(?=\s*=)", r"\1_{\2}"),
    )
)
_SET: Final = re.compile(
    r"\\?\{\s*([a-z])\s*(?:\\in\s*\\reals\s*)?(?:\\mid(?![A-Za-z])|\\?\||:)\s*(.+?)\s*\\?\}"
)


def in_formulas(text: str) -> str:
    r"""The answer with its words as formulas.

    >>> in_formulas("三分之二"), in_formulas("百分之二十"), in_formulas("twenty-one"), in_formulas("C(5,2)")
    ('\\frac{2}{3}', '20%', '21', '\\binom{5}{2}')
    >>> in_formulas("\\{x \\mid x > 2\\}"), in_formulas("banana"), in_formulas("负无穷大")
    ('x > 2', 'banana', '-\\infty')
    """
    text = text.strip()
    if decimal := re.fullmatch(rf"(负?)(百分之)?({_HAN_DECIMAL})((?!刻)[\u3400-\u9fff]{{0,3}})", text):
        whole, _, digits = decimal[3].partition("点")
        places = "".join(str("零一二三四五六七八九".index(c.replace("〇", "零"))) for c in digits)
        return f"{'-' * bool(decimal[1])}{chinese_value(whole)}.{places}{'%' * bool(decimal[2])}{decimal[4]}"
    if number := _HAN_NUMBER.fullmatch(text):
        return _from_han(number) or text
    if counted := _HAN_COUNTED.fullmatch(text):
        count = chinese_value(counted[1])
        return text if count is None else f"{count}{counted[2]}"
    if said := spoken(text):
        return said
    if (
        named := re.fullmatch(r"([a-z])\s*(?:=|is|equals|is equal to)\s*([A-Za-z][A-Za-z -]{2,})", text)
    ) and (said := _english(named[2])):
        return f"{named[1]} = {said}"
    if _ENGLISH.fullmatch(text) and (counted_in_words := _english(text)):
        return counted_in_words
    text = text.replace("负无穷", "-无穷")
    for pattern, meant in _PARTS:
        text = pattern.sub(meant, text)
    parts = [_SET.fullmatch(part.strip()) for part in text.split(r"\cup")]
    if len(parts) > 1 and all(parts) and len({m[1] for m in parts if m}) == 1:
        return " or ".join(m[2] for m in parts if m)
    if (described := _SET.fullmatch(text)) and re.search(
        rf"(?<![A-Za-z\\]){described[1]}(?![A-Za-z])", described[2]
    ):
        return described[2]
    return text.strip()


def _chosen(kind: str, of: str, count: str) -> str:
    """So many of so many, without (C) or with (A, P) their order."""
    if kind == "C":
        return rf"\binom{{{of}}}{{{count}}}"
    return rf"(\binom{{{of}}}{{{count}}}*{count}!)"


def _listed(match: re.Match[str]) -> str:
    """`{x in Z | -2 < x < 2}` as its members."""
    low, first, second, high = int(match[3]), match[4], match[5], int(match[6])
    low = max(low + (first == "<"), {"Z": low, "N": 0}.get(match[2], 1))
    members = range(low, high + (second == "<="))
    return rf"\{{{', '.join(map(str, members))}\}}" if len(members) <= 30 else match[0]


def _diagonal(members: list[str]) -> str:
    rows = (" & ".join(m if i == j else "0" for j in range(len(members))) for i, m in enumerate(members))
    return r"\begin{pmatrix}" + r" \\ ".join(rows) + r"\end{pmatrix}"


def _parity(name: str) -> str:
    return r"2k+1, k \in Z" if name.casefold() in ("odd", "奇") else r"2k, k \in Z"


def _cis(angle: str) -> str:
    angle = in_radians(angle)
    return rf"(\cos({angle})+i\sin({angle}))"


def _in_base(match: re.Match[str]) -> str:
    return f"{match[1]}_{{{match[2]}}}" if match[1] else f"{match[3]}_{{{english_value(match[4])}}}"


def _mixed_percent(match: re.Match[str]) -> str:
    sign, whole, top, bottom = match[1], match[2], match[3] or match[5], match[4] or match[6]
    return f"{sign}({whole}+{top}/{bottom})/100"


_ORDINALS: Final = "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_DENOMINATORS: Final = {word: n for n, word in enumerate(_ORDINALS, 2)} | {
    "halve": 2, "fourth": 4, "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip


def _english(text: str) -> str | None:
    r"""Words whose first ones say a number: `two thirds`, `negative three`, `twelve apples`, `five and a half`.

    >>> _english("two thirds"), _english("negative three"), _english("five and a half"), _english("twelve apples")
    ('\\frac{2}{3}', '-3', '5\\frac{1}{2}', '12 apples')
    """
    words = text.lower().split()
    if words[-1] == "dozen" and len(words) <= 2:
        count = 1 if words[0] in ("a", "one", "dozen") else _whole(words[:1])
        return None if count is None else str(12 * count)
    if words[0] in ("minus", "negative"):
        found = _english(" ".join(words[1:])) if words[1:] else None
        return f"-{found}" if found else None
    if words[0] == "half" and len(words) == 3 and words[1] in ("a", "an"):
        return f"0.5 {words[2]}"
    if len(words) > 3 and words[-3] == "and" and (part := _part(words[-2:])):
        whole = _whole(words[:-3])
        return None if whole is None else f"{whole}{part}"
    if (1 <= len(words) <= 2 or "-" in text) and (part := _part(re.split(r"[\s-]+", text.lower()))):
        return part
    for length in range(len(words), 0, -1):
        number = _whole(words[:length])
        if number is not None and (
            length == len(words) or words[length] not in ("or", "and", "to", "more", "less")
        ):
            return " ".join([str(number), *text.split()[length:]])
    return None


def _part(words: list[str]) -> str | None:
    """`two thirds`, `a half`, `half`."""
    bottom = _DENOMINATORS.get(words[-1]) or _DENOMINATORS.get(words[-1].removesuffix("s"))
    if bottom is None or len(words) > 2:
        return None
    if len(words) == 1:
        return {"half": r"\frac{1}{2}", "quarter": r"\frac{1}{4}"}.get(words[0])
    top = 1 if words[0] in ("a", "an") else _whole(words[:1])
    return None if top is None else rf"\frac{{{top}}}{{{bottom}}}"


def _whole(words: list[str]) -> int | None:
    try:
        return english_value(" ".join(words))
    except KeyError:  # a word that is no numeral
        return None


def _from_han(match: re.Match[str]) -> str | None:
    sign, whole, bottom, top, number = match.groups()
    values = [None if n is None else _ROUND.get(n) or chinese_value(n) for n in (whole, bottom, top, number)]
    if any(n is not None and v is None for n, v in zip((whole, bottom, top, number), values, strict=True)):
        return None
    minus = "-" * bool(sign)
    if number is not None:
        return None if whole is not None else f"{minus}{values[3]}"
    if bottom == "百" and whole is None:
        return f"{minus}{values[2]}%"
    fraction = rf"\frac{{{values[2]}}}{{{values[1]}}}"
    return f"{minus}{fraction}" if whole is None else f"{minus}({values[0]}+{fraction})"
