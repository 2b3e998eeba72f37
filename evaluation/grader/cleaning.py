"""The text of an answer without what carries no meaning: delimiters, spacing, fonts; and the words that are answers.

Only text to text; units are `units`' business, and `forms` reads what is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from evaluation.grader.angles import in_radians
from evaluation.grader.hyperbolic import in_logarithms
from evaluation.grader.matrices import in_rows, marked
from evaluation.grader.phrases import in_formulas
from evaluation.grader.repeating import as_fractions
from evaluation.grader.sayings import told
from evaluation.grader.substituted import with_values
from evaluation.grader.typed import typed

_REPLACED: Final[Mapping[str, str]] = {
    "−": "-", "﹣": "-", "–": "-", "，": ",", "、": ",", "；": ";", "：": ":", "（": "(", "）": ")", "＝": "=", "％": "%",
    "≤": "<=", "⩽": "<=", "≦": "<=", "≥": ">=", "⩾": ">=", "≧": ">=", "≠": r"\ne ", "∞": r"\infty ", "∪": r"\cup ",
    "±": r"\pm ", "∓": r"\mp ", "°": r"^{\circ}", "×": r"\times ", "÷": r"\div ", "π": r"\pi ", "√": r"\sqrt ", "∅": r"\emptyset ", "&lt;": "<", "&gt;": ">", "&le;": "<=", "&ge;": ">=", "&nbsp;": " ", "≡": r"\equiv ",
    "ℝ": r"\mathbb{R}", "ℤ": r"\mathbb{Z}", "ℕ": r"\mathbb{N}", "θ": r"\theta ", "α": r"\alpha ", "β": r"\beta ", "φ": r"\varphi ", "λ": r"\lambda ",
     "∈": r"\in ", "〔": "[", "〕": "]", "【": "[", "】": "]", "。": ".", "∶": ":", "≈": r"\approx ", "≒": r"\approx ",
    "℃": r"\text{ celsius}", "∖": r"\setminus ", "∩": r"\cap ", "·": r"\cdot ", "∙": r"\cdot ", "⋅": r"\cdot ", "…": "...",
    "½": r"\frac{1}{2}", "⅓": r"\frac{1}{3}", "⅔": r"\frac{2}{3}", "¼": r"\frac{1}{4}", "¾": r"\frac{3}{4}", "⅕": r"\frac{1}{5}",
    "⅛": r"\frac{1}{8}", "⟨": "(", "⟩": ")", "⁄": "/", "∕": "/", "′": "'", "’": "'",
}  # fmt: skip
_AMOUNT: Final = r"\d[\d,]*(?:\.\d+)?(?:\s*(?:thousand|million|billion))?"
_COMMANDS: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    (r"(?<=\d)\{,\}(?=\d{3}(?!\d))", ""),
    (r"(?<![\\A-Za-z])(?:[dt]?frac|sqrt)(?=\{)", lambda m: "\\" + m[0]),
    (r"\\text\s*\{\s*\\textdollar\s*\}|\\textdollar(?![A-Za-z])(?:\{\})?", r"\\$"),
    (r"(?<=\d),\\!\s*(?=\d{3}(?!\d))", ""),
    (r"\\(?:mathbf|boldsymbol|bm)\s*\{\s*([a-z])\s*\}", r"\1"),
    (r"(?<![\d.])\d{1,3}(?:\\[,; ]\d{3})+(?!\d)", lambda m: re.sub(r"\D", "", m[0])),
    (r"(?<==)([^=]*?)\\q?quad(?![A-Za-z])\s*(?=[A-Za-z]\w*\s*=)", r"\1, "),
    (r"\\(?:[lc]?dots|dotsc)(?![A-Za-z])", "..."),
    (r"(?:\^\s*\{?\s*\\circ\s*\}?|\\degree|\^\{\\circ\})\s*(?:C(?![A-Za-z])|\\(?:text|mathrm|rm)\s*\{\s*C\s*\})", r"\\text{ celsius}"),
    (r"\\(?:approxeq|simeq|doteq)(?![A-Za-z])", r"\\approx "),
    (r"\{\s*([^{}\\]+?)\s*\\choose\s*([^{}\\]+?)\s*\}", r"\\binom{\1}{\2}"),
    (r"\{\s*([^{}]+?)\s*\\over(?![A-Za-z])\s*([^{}]+?)\s*\}", r"\\frac{\1}{\2}"),
    (r"\\(?:nice|s|x)frac(?=\s*\{)", r"\\frac"),
    (r"\\l?vert(?![A-Za-z])|\\rvert(?![A-Za-z])", "|"),
    (r"\\(?:smallsetminus|backslash)(?![A-Za-z])", r"\\setminus "),
    (r"\\\$\s*(" + _AMOUNT + r")(?![\d\\{A-Za-z^])|€\s*(" + _AMOUNT + r")(?![\d\\{A-Za-z^])|\$\s*(" + _AMOUNT + r")$", lambda m: _money(m)),
    (r"£\s*(" + _AMOUNT + r")(?![\d\\{A-Za-z^])", r"\1 sterling"),
    (r"[¥￥]\s*(" + _AMOUNT + r")(?![\d\\{A-Za-z^])", r"\1元"),
    (r"(?<=\d)\s*(?:¢|\\cents?(?![A-Za-z]))", " cents"),
    (r"\\text\s*\{\s*((?:all\s+)?(?:real\s+)?(?:numbers|values)?\s*(?:except|other than)(?:\s+for)?)\s*\}", r"\1 "),
    (r"^\s*\\?\{\s*\\?\}\s*$", r"\\emptyset "),
    (r"\{\s*\}", " "),
    (r"^\s*-?[\d./]+(?:\s*\|\s*-?[\d./]+)+\s*$", lambda m: m[0].replace("|", ",")),
    (r",\\!", ","),
    (r"\\(?:left|right)\s*\.", " "),
    (r"</?(?i:answer|final[_ ]?answer|result|solution|ans)\s*>", " "),
    (r"\\(?:left|right|[bB]ig+[lr]?|displaystyle|textstyle|limits)(?![A-Za-z])", ""),
    (r"(?<!\\)\\(?:[,;:!> ]|quad(?![A-Za-z])|qquad(?![A-Za-z]))|~", " "),
    (r"\\[dtc]frac", r"\\frac"),
    (r"\\(?:leq?(?:slant)?)(?![A-Za-z])", "<="),
    (r"\\(?:geq?(?:slant)?)(?![A-Za-z])", ">="),
    (r"\\(?:lt|textless)(?![A-Za-z])", "<"),
    (r"\\(?:gt|textgreater)(?![A-Za-z])", ">"),
    (r"\\neq?(?![A-Za-z])|!=", r"\\ne "),
    (r"\\(?:lbrace|rbrace)(?![A-Za-z])", lambda m: "\\{" if m[0][1] == "l" else "\\}"),
    (r"\\langle(?![A-Za-z])", "("),
    (r"\\rangle(?![A-Za-z])", ")"),
    (r"\\(?:varnothing|empty)(?![A-Za-z])", r"\\emptyset "),
    (r"\\(?:mathbb|mathbf|Bbb)\s*\{?\s*R\s*\}?|\\R(?![A-Za-z])", r"\\reals "),
    (r"\^\s*\{?\s*\^?\s*\\(?:circ|degree)\s*\}?|\\degree(?![A-Za-z])", r"\\text{degrees}"),
    (r"\\(?:mathrm|text|rm)\s*\{\s*([ie])\s*\}", r"\1"),
    (r"\\operatorname\s*\{\s*((?:arc)?(?:sin|cos|tan|ln|log|exp))\s*\}", r"\\\1 "),
    (r"\\(?:textbf|textit|textrm|mathrm|mathbf|mathit|mbox|operatorname|rm|bf|textsf)\s*\{", r"\\text{"),
    (r"\\text\s*\{\s*([a-z]+)\s*\^\s*\{?([23])\}?\s*\}", r"\\text{\1}^{\2}"),
    (r"\\%", "%"),
    (r"\\\$|[￥¥£€₹]", " "),
)  # fmt: skip

_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5E)}
_RAISED: Final = re.compile(r"([⁰¹²³⁴-⁹⁺⁻ⁿ]+)|([₀-₉]+)")

_TRUE: Final = "true yes 是 是的 对 正确 真 能 会 可以 够 成立"
_FALSE: Final = "false no 否 不是 不 错 错误 不对 不正确 假 不能 不会 不可以 不够 不成立"
_EMPTY: Final = (
    "nosolution|nosolutions|norealnumber|norealnumbers|norealsolution|norealsolutions|thereisnosolution|therearenosolutions|noroots|norealroots|none"
    "|emptyset|theemptyset|\\emptyset|无解|无实数解|无实根|方程无解|空集|没有解"
)
_ALL: Final = (
    "allrealnumbers|allreals|allrealnumber|anyrealnumber|everyrealnumber|realnumbers|\\reals|x\\in\\reals|allrealvaluesofx"
    "|全体实数|任意实数|一切实数|所有实数|实数集|r"
)
_UNDEFINED: Final = (
    "undefined|notdefined|doesnotexist|dne|thelimitdoesnotexist|不存在|无意义|无定义|未定义|极限不存在"
)
_UNTOLD: Final = (
    "cannotbedetermined|itcannotbedetermined|can'tbedetermined|notenoughinformation|thereisnotenoughinformation|insufficientinformation"
    "|notenoughinfo|无法确定|不能确定|不确定|条件不足|信息不足|无法判断|不能判断"
)
_ENDLESS: Final = "infinitelymanysolutions|infinitelymany|infinitesolutions|无数个|无穷个|无穷多个|无数解|无穷多解|无穷多个解|无数个解|无穷解|无数组解|无穷多组解"
WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(_TRUE.split(), "true"), **dict.fromkeys(_FALSE.split(), "false"),
    **dict.fromkeys(_EMPTY.split("|"), "empty"), **dict.fromkeys(_ALL.split("|"), "reals"),
    **dict.fromkeys(_UNDEFINED.split("|"), "undefined"), **dict.fromkeys(_ENDLESS.split("|"), "endless"),
    **dict.fromkeys(_UNTOLD.split("|"), "untold"),
}  # fmt: skip
"""What a whole answer in words says; spaces and capitals do not matter."""

_ANGLE: Final = re.compile(r"\\?(?:sin|cos|tan|cot|sec|csc)(?![a-z])")
TEXT: Final = re.compile(r"\\text\s*\{([^{}]*)\}(\s*\^\s*\{?\s*(?:[23]|-[123])\s*\}?)?")
_TICKED: Final = {**dict.fromkeys("√✓✔☑", "对"), **dict.fromkeys("×✗✘✕", "错")}
_TICK: Final = re.compile(rf"[(（]?([{''.join(_TICKED)}])[)）]?\s*[(（]?(?:对|正确|错|错误)?[)）]?")
_EMPHASIS: Final = re.compile(r"(?<![\w*)\]}])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?![\w*({\\])")
"""Markdown's, and no power: `2**3**2` has a number in front."""
_SCIENTIFIC: Final = re.compile(
    r"(?<![A-Za-z0-9.])(?:(\d+\.\d+|\d+)[eE]([+-]\d{2,})|(\d\.\d+)[eE](-?\d+))(?![A-Za-z0-9.])"
)


def clean(text: str) -> str:
    r"""An answer `spelled`, without the sentence around it, its words and rows as formulas.

    >>> clean("The answer is $3$."), clean("三分之二")
    ('3', '\\frac{2}{3}')
    """
    return in_rows(in_formulas(typed(told(in_logarithms(with_values(spelled(text)))))))


def spelled(text: str) -> str:
    """Delimiters, sizes of brackets, spacing and fonts away; one spelling for each sign.

    >>> spelled(r"$\\left(\\dfrac{1}{2},\\,-3\\right)$."), spelled("x ≤ 3"), spelled(r"\\boxed{32,\\!000}")
    ('(\\\\frac{1}{2}, -3)', 'x <= 3', '32000')
    """
    if mark := _TICK.fullmatch(text.strip()):
        return _TICKED[mark[1]]
    if text.lstrip().startswith("（1）"):  # parts of an answer, and no product
        text = re.sub(r"(?<=[^\s；;，,])（(?=[2-9]）)", " （", text)
    text = re.sub(
        r"^([A-F])、(?![A-F、,，和与\s]*$)", r"\1. ", text
    )  # an option with its text, and no list of options
    text = _EMPHASIS.sub(r"\1", unicodedata.normalize("NFC", text).translate(_HALF_WIDTH).strip())
    text = re.sub(
        r"(?:∛|³√)\s*(\d+|(?=[(]))", lambda m: rf"\sqrt[3]{{{m[1]}}}" if m[1] else r"\sqrt[3]", text
    )
    text = re.sub(r"√\s*(\d+(?:\.\d+)?)", r"\\sqrt{\1}", _RAISED.sub(_in_line, _unboxed(text)))
    for sign, plain in _REPLACED.items():
        text = text.replace(sign, plain)
    if len(re.findall(r"(?<!\\)\$", text)) == 1:  # money, and no formula's beginning
        text = re.sub(r"(?<!\\)\$(?=\s*\d)", r"\\$", text)
    text = marked(text)
    text = (
        re.sub(r"(?<!\\)\$|\\[()\[\]](?!\s*[a-z]*\})", " ", text)
        if not _has_rows(text)
        else text.replace("$", " ")
    )
    for pattern, meant in _COMMANDS:
        text = re.sub(pattern, meant, text)
    text = as_fractions(text)
    text = _SCIENTIFIC.sub(lambda m: f"{m[1] or m[3]}*10^{{{int(m[2] or m[4])}}}", text)
    if _ANGLE.search(text):
        text = in_radians(text)
    text = re.sub(r"\s+", " ", text).strip()
    return text if text.endswith("...") else text.rstrip(".").strip()


def _money(match: re.Match[str]) -> str:
    amount = match[1] or match[2] or match[3]
    return f"{amount} {'euros' if match[0][0] == '€' else 'dollars'}"


def _in_line(match: re.Match[str]) -> str:
    """Small digits above and below the line: `x²`, `x₁`."""
    plain = unicodedata.normalize("NFKC", match[0]).replace("−", "-")
    return f"^{{{plain}}}" if match[1] else f"_{{{plain}}}"


_BOXED: Final = re.compile(
    r"\\(?:boxed|fbox)\s*\{|\\(?:mathbf|boldsymbol|bm|textbf)\s*\{(?=\s*-?(?:\d[\d.,]*\s*\}|\\(?:d?frac|sqrt|pi)(?![A-Za-z])))"
)
"""Also what is only in bold type."""


def _unboxed(text: str) -> str:
    r"""The text without the boxes in it, of which there may be several.

    >>> _unboxed(r"\boxed{\frac{1}{2}}, \boxed{3}"), _unboxed(r"\fbox {7}"), _unboxed(r"\boxed{1")
    ('\\frac{1}{2}, 3', '7', '\\boxed{1')
    """
    while found := _BOXED.search(text):
        depth, end = 1, found.end()
        while depth and end < len(text):
            depth += (text[end] == "{") - (text[end] == "}")
            end += 1
        if depth:
            break
        text = text[: found.start()] + text[found.end() : end - 1] + text[end:]
    return text


def _has_rows(text: str) -> bool:
    return r"\begin" in text  # `\\[2pt]` between rows is no formula's delimiter


_SYMBOLS: Final = {
    "△": r"\triangle", "≌": r"\cong", "≅": r"\cong", "∽": r"\sim", "∼": r"\sim", "∥": r"\parallel", "//": r"\parallel", "⊥": r"\perp",
    "∠": r"\angle", "∧": r"\land", r"\wedge": r"\land", "∨": r"\lor", r"\vee": r"\lor", "¬": r"\neg", r"\lnot": r"\neg", "⇒": r"\to",
    "→": r"\to", r"\rightarrow": r"\to", r"\Rightarrow": r"\to", r"\implies": r"\to", "⊆": r"\subseteq", "⊂": r"\subset",
}  # fmt: skip
_SYMBOL: Final = re.compile(
    "|".join(re.escape(s) + ("(?![A-Za-z])" if s[0] == "\\" else "") for s in _SYMBOLS)
)
"""Signs of geometry and logic, in the spelling of LaTeX that compares them."""


def squeezed(text: str) -> str:
    """A cleaned text for comparing letter by letter: no spaces, no `\\text`, no braces around one character."""
    text = _SYMBOL.sub(lambda m: _SYMBOLS[m[0]], TEXT.sub(lambda m: m[1] + (m[2] or ""), text))
    text = re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text)  # `1 1/2` is not 11/2
    return re.sub(r"(?<=[_^])\{(\w)\}", r"\1", text)


def word(text: str) -> str | None:
    """What a cleaned text says if it is an answer in words: `true`, `false`, `empty`, `reals`, `undefined`, `endless`, `untold`.

    >>> word("Yes"), word("无解"), word(r"\\text{no solution}"), word("yesterday")
    ('true', 'empty', 'empty', None)
    """
    plain = squeezed(text)
    if plain == "r":
        return None  # a letter; only R means the real numbers
    return WORDS.get(plain.casefold().strip(".!"))
