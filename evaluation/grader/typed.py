r"""What people type who write no LaTeX: `5.6 x 10^7`, `16pi cm^2`, `45 deg`, `37° 30'`, `<3,4,0>`, `3F (hex)`.

Text to text, of an answer whose spelling is cleaned already; what it does not know stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from evaluation.grader.angles import in_degrees

_BASES: Final = {"hex": 16, "hexadecimal": 16, "bin": 2, "binary": 2, "oct": 8, "octal": 8, "decimal": 10,
                 "二进制": 2, "八进制": 8, "十六进制": 16, "十进制": 10}  # fmt: skip
_TENTHS: Final = {"tenth": 10, "hundredth": 100, "thousandth": 1000}
_RULES: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"(?<=[\d.])\s*(?:[xX]|\*)\s*10\s*(?:\^|\*\*)\s*\(?\{?([-+]?\d+)\}?\)?(?!\w)", r"\\times 10^{\1}"),
        (r"(?<=[\d)])\s*\*?\s*(?i:pi)(?![A-Za-z])", r"\\pi "),
        (r"(?<=\d)\s*(?i:degs?|degrees?)(?![A-Za-z])\.?(?!\s*(?:[CF]\b|(?i:celsius|fahrenheit|polynomial)))", r"\\text{degrees}"),
        (r"\+\s*/\s*-", r"\\pm "),
        (r"^(\d+)\s*'\s*(\d+)\s*(?:\"|'')$", r"\1 feet \2 inches"),
        (r"(?<![A-Za-z\\])(sin|cos|tan|cot|sec|csc|ln)(?=\d+[a-z](?![a-z]))", r"\\\1 "),
        (r"^(R|\\reals)\s*\\\{([^{}]+)\\?\}$", r"\\reals \\setminus \\{\2\\}"),
        (r"^((?:\d[\d.]*)?(?:\\sqrt\s*\{?\d+\}?)?)\s*(?:∠|\\angle(?![A-Za-z]))\s*\(?(-?[\d.]+)\s*\\text\{degrees\}\)?$",
         r"\1*(\\cos(\2*\\pi/180)+i\\sin(\2*\\pi/180))"),
        (r"(?<=\d)\s*(?:USD|EUR|RMB|CNY|GBP)$", lambda m: {"USD": " dollars", "EUR": " euros", "GBP": " sterling"}.get(m[0].strip(), "元")),
        (r"^<([^<>=]+(?:,[^<>=]+)+)>$", r"(\1)"),
        (r"^([0-9A-Fa-f]+)\s*[(]?\s*(?:in\s+)?([a-z]+)\s*[)]?$|^([0-9A-Fa-f]+)\s*[(]?(二进制|八进制|十六进制|十进制)[)]?$", lambda m: _in_base(m)),
        (r"(?<![A-Za-z])\\?log\s*\(\s*([^()]+)\s*\)\s*(?:[,(]?\s*(?:to\s+(?:the\s+)?)?base\s*)(\d+|e|[a-z])\s*\)?$", r"\\log_{\2}(\1)"),
        (r"\\?\{([^{};]+(?:;[^{};]+?)+)\\?\}$", lambda m: rf"\{{{m[1].replace(';', ',')}\}}"),
        (r"^(?:the\s+)?(?i:angle)\s+[A-Z]{1,3}\s*(?:=|is)\s*(?=[\d\\])", ""),
        (r"^(\d+)\s+(tenth|hundredth|thousandth)s?$", lambda m: rf"\frac{{{m[1]}}}{{{_TENTHS[m[2]]}}}"),
        (r",\s*(?:(?:which|that|and)\s+)?(?i:simplif(?:y|ies|ied))(?:\s+to)?\s*:?\s*(?=\S)", " i.e. "),
    )
)  # fmt: skip


def typed(text: str) -> str:
    r"""The answer with what is typed plainly as formulas.

    >>> typed("5.6 x 10^7"), typed("16pi cm^2"), typed("<3,4,0>"), typed("3F (hex)")
    ('5.6\\times 10^{7}', '16\\pi  cm^2', '(3,4,0)', '3F_{16}')
    >>> typed("log(100) base 10"), typed("{0; 6}"), typed("2x 10"), typed("3 pies")
    ('\\log_{10}(100)', '\\{0, 6\\}', '2x 10', '3 pies')
    """
    for pattern, meant in _RULES:
        text = pattern.sub(meant, text)
    return in_degrees(text)


def _in_base(match: re.Match[str]) -> str:
    base = _BASES.get((match[2] or match[4]).casefold())
    return match[0] if base is None else f"{(match[1] or match[3]).upper()}_{{{base}}}"
