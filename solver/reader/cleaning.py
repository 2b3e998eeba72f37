"""One form for each sign of a problem's text; words and formulas stay as they are.

Nothing is read here: that is `scan`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from solver.formula.lexer import CHARACTERS, SUBSCRIPTS, SUPERSCRIPTS
from solver.reader.directions import without_directions
from solver.reader.grouping import without_narrow_spaces
from solver.reader.lists import with_separate_letters
from solver.reader.markup import without_markup
from solver.reader.numbering import without_numbering
from solver.reader.numerals import chinese_value
from solver.reader.school_formulas import with_whole_formulas

_SCRIPTS: Final = {**SUPERSCRIPTS, **SUBSCRIPTS}
_SIGNS: Final = {
    **CHARACTERS,
    "’": "'",
    "；": ";",
    "、": "、",
    "。": "。",
    "“": '"',
    "”": '"',
    "％": "%",
    "￥": "¥",
}


_ROUNDED: Final = str.maketrans({"⌊": r"\lfloor ", "⌋": r"\rfloor ", "⌈": r"\lceil ", "⌉": r"\rceil "})
_BLANK: Final = r"\\underline\s*\{(?:\\[A-Za-z]+|\\[,;!: ]|\{[^{}]*\}|[\s~\d.])*\}"
"""A gap to fill in, as LaTeX draws it."""
_LETTER: Final = r"(?:[A-Za-z]|\\pi(?![A-Za-z])|π)(?:\^(?:\{[^{}]*\}|\d+|[A-Za-z]))?"
_MONOMIAL: Final = re.compile(
    rf"(÷\s*|\\div\s*)(\d+(?:\.\d+)?(?:{_LETTER}){{1,4}}|{_LETTER}(?:{_LETTER}){{1,3}}|\d+(?:√\d+|\\sqrt\{{\d+\}}))(?![A-Za-z\d(^_{{√!']|\\(?:sqrt|[dt]?frac|left|pi))"
)
"""12a^2÷3a divides by the whole of 3a: what stands side by side behind ÷ is one number."""


_ANALYSIS: Final = re.compile(
    r"(?i)deriv|differen(?!ces?\b)|integra|limit|tangent|maclaurin|taylor|series|natural(?!\s+numbers?\b)|\blim\b|\\lim|\\int|∫|\bln\b|\\ln|d/d[a-z]|\be\^|base\s+\$?e\b|[a-z]'\s*\(|asympto|导|积分|极限|微分|切线|自然对数|以\$?e\$?为底|级数"
)
_LOG: Final = re.compile(
    r"(?<![A-Za-z\\])(?<!\b[Aa]\s)(?:\\log|log(?!\d+[a-z]))(?=\s*(?:\(|\\|\{|\d|[a-z](?![A-Za-z])))"
)


_BASE: Final = re.compile(r"(?<![A-Za-z\\])log(\d+)(?=\s*\(|\s+(?:\d|[a-z](?![A-Za-z])))")
"""`log2 x`, `log2(x)`: a number at the name is the base where something else follows that the logarithm is taken of."""


def _with_base(text: str) -> str:
    r"""A logarithm without a base is the common one in school; in analysis it is the natural one, and stays as it is.

    >>> _with_base("Solve log x = 2"), _with_base("the derivative of log x"), _with_base("a log 3 m long")
    ('Solve \\log_{10}  x = 2', 'the derivative of log x', 'a log 3 m long')
    >>> _with_base("log2 x = 3"), _with_base("log2(x) = 3"), _with_base("log 2(x+1) = 3"), _with_base("log2x = 3")
    ('\\log_{2}  x = 3', '\\log_{2} (x) = 3', '\\log_{10}  2(x+1) = 3', 'log2x = 3')
    """
    text = _BASE.sub(r"\\log_{\1} ", text)
    return text if _ANALYSIS.search(text) else _LOG.sub(r"\\log_{10} ", text)


_BARE_ANGLE: Final = re.compile(
    r"(?<![A-Za-z\\])\\?(?P<name>sin|cos|tan)\s*(?P<open>\(\s*)?(?P<angle>15|30|45|60|75|90|1[0358]5|1[258]0|2[147]0|2[28]5|300|3[136]5|3[36]0)(?(open)\s*\))(?![\d.]|\s*(?:°|\^|\\|(?!sin|cos|tan|and\b|to\b)[a-zA-Zπθ*/(]|度))"
)
"""The sine of 30 and the like: nobody means radians."""


def _in_degrees(text: str) -> str:
    """Bare angles of school in degrees, where the text speaks of nothing but numbers.

    >>> _in_degrees("sin 30 + cos(60)"), _in_degrees("sin 30 rad"), _in_degrees("the limit of sin 30 x")
    ('sin 30° + cos 60°', 'sin 30 rad', 'the limit of sin 30 x')
    """
    if re.search(r"(?i)π|\\pi|\bpi\b|radian|\brad\b|弧度", text) or _ANALYSIS.search(text):
        return text
    return _BARE_ANGLE.sub(r"\g<name> \g<angle>°", text)


_ROOT: Final = re.compile(
    r"(?:(?P<sign>[∛∜])|(?<![A-Za-z\\])cbrt)\s*(?:\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?P<one>\d+(?:\.\d+)?|[A-Za-z](?![A-Za-z])))"
)


def _root(match: re.Match[str]) -> str:
    degree = 4 if match["sign"] == "∜" else 3
    return rf"\sqrt[{degree}]{{{match['inside'] or match['one']}}}"


_SECOND: Final = re.compile(r'(?<![A-Za-z"\\])([a-zA-Z])"(?=\s*[-+=*/(),.;?$]|\s*$|\s+[a-z(+=-])')


def _second(match: re.Match[str]) -> str:
    """`y"` as y'': no quotation begins close behind a letter."""
    return f"{match[1]}''" if match.string[: match.start()].count('"') % 2 == 0 else match[0]


_HAN: Final = "一二三四五六七八九十"
_MIXED: Final = re.compile(
    rf"(?<![\d.{_HAN}])(\d+|[{_HAN}])\s*又\s*(?:\$?(\d+)\s*/\s*(\d+)\$?|(\d+|[{_HAN}])\s*分之\s*(\d+|[{_HAN}]))(?![\d.]*\d|\s*/|[{_HAN}])"
)
"""3又1/5, 一又二分之一: a mixed number."""


def _mixed(match: re.Match[str]) -> str:
    whole, over, under, below, above = (
        str(chinese_value(part)) if part and part in _HAN else part for part in match.groups()
    )
    return rf"{whole}\frac{{{over or above}}}{{{under or below}}}"


_PARTIAL: Final = re.compile(r"∂\s*(\^\{?\d\}?)?\s*([a-zA-Z]?)\s*/\s*∂\s*([a-z])(\^\{?\d\}?)?")
"""∂f/∂x in line."""
_DOLLARS: Final = re.compile(r"(?<![\\$])\$(?!\$)([^$\n]+?)(?<!\\)\$(?!\$)")


def _with_mark_outside(match: re.Match[str]) -> str:
    """`$x,$` as `$x$,`: the mark belongs to the sentence. A price and words between two dollar signs stay as they are."""
    body, mark = match[1][:-1], match[1][-1]
    is_mark = mark in ",.;?" and body.strip() and not body[-1].isspace() and body.strip()[-1] != "="
    return f"${body}${mark}" if is_mark and not body.endswith("\\") else match[0]


_FUNCTION: Final = re.compile(r"(?<![A-Za-z\\])[fgh]\s*\(\s*[a-z]\s*\)\s*=")
_BRACKETED: Final = re.compile(r"(?<![A-Za-z\\])([fgh])\s*\[([^\[\]]*\([^\[\]]*)\]")
"""A function of a function in square brackets."""
_COMPOSED: Final = re.compile(r"(?<![A-Za-z\\(])([fgh])([fgh])\s*\(\s*([^()]{1,20})\)")
_NOT: Final = re.compile(
    r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)nt\b", re.IGNORECASE
)
"""`dont` says the opposite, and is no name."""


def _composed(match: re.Match[str]) -> str:
    """fg(3) as f(g(3)), where both are defined; the product is written (fg)(3)."""
    defined = all(
        re.search(rf"(?<![A-Za-z]){name}\s*\(\s*[a-z]\s*\)\s*=", match.string) for name in match.groups()[:2]
    )
    return f"{match[1]}({match[2]}({match[3]}))" if defined else match[0]


_SIZES: Final = re.compile(r"\\[bB]igg?[lrm]?(?![A-Za-z])\s*(?=\\?[()\[\]{}|.])")
"""How large a bracket is set."""
_FROM_ON: Final = re.compile(
    r"\\sum(?:\s*\\limits)?\s*_\s*\{\s*([a-z])\s*(?:\\geq?(?:slant)?(?![a-z])|≥|>=)\s*(\d+)\s*\}(?!\s*\^)"
)
"""A sum over all n ≥ 1 has no end."""
_EQUATIONS_APART: Final = re.compile(
    r"(=\s*[-−]?\d+(?:\.\d+)?)(?:[ \t]*\n[ \t]*|[ \t]{2,})(?=[-−]?\d*[a-z](?:_\d|[₁-₉])?\s*[-+−]\s*\d*[a-z])"
)
"""Equations in lines of their own, or with a gap between them."""


_VALUE_OF: Final = re.compile(
    r"(\bvalue\s+of\s+[b-hj-z])\s+(?=\d+(?:\.\d+)?\s*[-+*/x×÷]\s*\d[^?.,;]*=)", re.IGNORECASE
)
"""A letter before a calculation that it is said to be: no factor of it."""


def clean(text: str) -> str:
    """The problem with one form for each sign: half-width, `^{2}` for ², `<=` for ≤; words as they are, without directions.

    >>> clean("ｘ²－４ｘ＋３＝０，求ｘ。")
    'x^{2}-4x+3=0,求x。'
    >>> clean("12a³÷3a"), clean(r"6\\div 2\\sqrt{3}")
    ('12a^{3}/(3a)', '6\\\\div (2\\\\sqrt{3})')
    >>> clean("∛27 + cbrt(x+1)")
    '\\\\sqrt[3]{27} + \\\\sqrt[3]{x+1}'
    >>> clean("how many dont swim")
    "how many don't swim"
    """
    text = _SIZES.sub("", text)
    text = _FROM_ON.sub(r"\\sum_{\1=\2}^{\\infty}", text)
    text = _EQUATIONS_APART.sub(r"\1, ", text)
    text = _VALUE_OF.sub(r"\1: ", text)
    text = re.sub(r"[·・•‧∙⋅]{3,6}|(?:\\cdot(?![A-Za-z])\s*){3,6}", r" \\cdots ", text)  # dots between terms
    text = _DOLLARS.sub(_with_mark_outside, without_markup(text)).translate(_ROUNDED)
    for name, side in (("floor", "floor"), ("ceiling", "ceil")):
        text = re.sub(rf"(?:\\left\s*)?\\l{side}(?![a-z])", rf" {name}(", text)
        text = re.sub(rf"(?:\\right\s*)?\\r{side}(?![a-z])", ")", text)
    text = re.sub(rf"\$\s*{_BLANK}\s*\$|{_BLANK}", "____", text)
    text = re.sub(r"\\(?:mathrm|rm|text)\s+(?=[A-Za-z])", "", text)  # \\mathrm dx
    text = re.sub("([A-Za-z][₀-₉]?)[\u0304\u0305]", r"\\overline{\1}", text)  # z with a bar
    for table, sign in ((SUPERSCRIPTS, "^"), (SUBSCRIPTS, "_")):
        run = f"[{''.join(table)}]+"
        text = re.sub(run, lambda m, s=sign: s + "{" + "".join(_SCRIPTS[c] for c in m[0]) + "}", text)  # type: ignore[misc]
    text = _MIXED.sub(_mixed, text)
    text = re.sub(
        r"(÷\s*|\\div\s*)(\d+)\s*/\s*(\d+)(?![\d/]|\.\d)", r"\1(\2/\3)", text
    )  # 12÷3/4 divides by a fraction
    text = re.sub(r"(÷\s*|\\div\s*)(\d*[¼-¾⅐-⅞])", r"\1(\2)", text)
    text = re.sub(r"÷(\s*)(\d+(?:\.\d+)?\\?%)", r"÷\1(\2)", text)  # 6/20% might be a part of a percent
    text = _ROOT.sub(_root, text)
    text = _PARTIAL.sub(r"\\frac{\\partial\1 \2}{\\partial \3\4}", text)
    text = _MONOMIAL.sub(r"\1(\2)", text)
    text = "".join(_SIGNS.get(c, c) for c in text)
    text = re.sub(r"(?<=\d)(?=[¼-¾⅐-⅞])", " ", text)  # 1½ is no 11/2
    text = _MIXED.sub(_mixed, text)
    text = without_numbering(without_narrow_spaces(text))
    text = with_separate_letters(unicodedata.normalize("NFKC", text).replace("⁄", "/"))
    if not re.search(r"mod|同余", text):  # there ≡ means something else
        text = re.sub(r"≡|\\equiv(?![A-Za-z])", "=", text)
    text = re.sub(r"(?<=\d)\s+[xX]\s+(?=\d)|(?<=\d\d)[xX](?=\d\d)", " * ", text)  # 123 x 456
    # a condition in brackets behind a formula is no factor: y^2=2px (p>0)
    condition = r"([a-mo-z]\s*(?:[<>]=?|!=|\\neq?|\\[gl]eq?(?:slant)?|\\[gl]t)\s*-?\d+)"
    text = re.sub(
        rf"(?<=[\w}}$).])(?<![A-Z])\s*\(\s*(\$?){condition}\$?\s*\)(?!\s*[\^'*/])", r" , \1\2\1 , ", text
    )
    if _FUNCTION.search(text):
        text = _COMPOSED.sub(_composed, _BRACKETED.sub(r"\1(\2)", text))  # f[g(x)], fg(x)
    text = _NOT.sub(r"\1n't", _in_degrees(_with_base(text)))
    text = _SECOND.sub(_second, text)
    text = re.sub(r"=\s*(?:\(\s*\)|_{2,}|\?)", "=?", text)  # a gap to fill in asks for the value
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    return with_whole_formulas(without_directions(re.sub(r"[^\S\n]+", " ", text).strip()))
