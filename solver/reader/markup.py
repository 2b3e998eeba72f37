"""Typesetting of an exercise sheet or a chat as plain text: emphasis, bullets, quotation marks, ordinals, gaps; formulas keep their TeX."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = (
    (r"\\textquotesingle(?:\{\}|\s(?=(?:s|t|re|ll|ve|d|m|clock)\b))?", "'"),
    (r"\\textbackslash(?:\{\}\s*|\s)", " "),
    (r"\\textbackslash\s*\\?%", r"\\%"),
    (r"\\textless(?![A-Za-z])(?:\{\})?", "<"),
    (r"\\textgreater(?![A-Za-z])(?:\{\})?", ">"),
    (r"\\textbar(?![A-Za-z])(?:\{\})?", "|"),
    (r"\$?\\textasciitilde(?![A-Za-z])(?:\{\})?\$|\\textasciitilde(?![A-Za-z])(?:\{\})?", " "),
    (r"\\#", "#"),
    (r"(?<!\\)\\ (?=\(?\s*[a-zA-Z]\s*(?:[<>≠≥≤]|\\(?:neq?|geq?|leq?|gt|lt|in)\b))", ", "),
    (r"(?<=[,;])\\ ", " "),  # behind a name it takes sets away from each other
    (r"\\hspace\s*\{[^{}]*\}", " "),
    (r"\\uline\s*\{[\s~_]*\}", "____"),
    (r"\\(?:emph|textbf|textit)\s*\{([^{}$]*)\}", r"\1"),
    (r"\\textsuperscript\s*\{\s*(st|nd|rd|th)\s*\}", r"\1"),
    (
        r"\$\s*(\d+)\s*\$\s*(st|nd|rd|th)\b|\$\s*(\d+)\s*(?:\^\s*\{\s*\})?\s*\^?\s*\{?\s*\\(?:rm|text|mathrm)\s*\{?\s*(st|nd|rd|th)\s*\}{0,2}\s*\$|\$\s*(\d+)\s*\^\s*\{?\s*(st|nd|rd|th)\s*\}?\s*\$",
        lambda m: "".join(g for g in m.groups() if g),
    ),
    ("[\u200b-\u200f\u2060\ufeff]", ""),
    # Markdown's emphasis; 2**3 is a power
    (
        r"(?<![\w)*])\*\*(?=[^\s*])([^*\n]*[A-Za-z\u3400-\u9fff][^*\n]*)(?<!\s)\*\*(?![\w(*])",
        r"\1",
    ),
    (
        r"^\s*(?:#{1,6}\s+|[•▪‣◦●○■>]\s*|[*-]\s+)(?=[\"“]?(?:[A-Z][a-z]|A\s|[\u3400-\u9fff]|\d+[\u3400-\u9fff]))",
        "",
    ),
    (r"^\s*[\"“]([^\"“”]+)[\"”]\s*$", r"\1"),
    (r"(?<=[，、；])\s*\n\s*", ""),
    (r"(?<=[,;])[^\S\n]*\n\s*", " "),
    (r"(?<=[a-z\u3400-\u9fff])[!！]\s*$", ""),
    (
        r"(?i)(?<=\S)(?:\s*\n|(?<=[.?!。？！])[^\S\n]*)\s*(?:答|解|解答|答案|ans|answer|solution)\s*[:：]\s*_*\s*$",
        "",
    ),
    (r"([．.。?？])\s*．", r"\1"),
    ("．", "."),
)


_COMPILED: Final = tuple((re.compile(pattern), sign) for pattern, sign in _SIGNS)


def without_markup(text: str) -> str:
    """The text with the signs that typesetting commands stand for.

    >>> without_markup(r"Ann\\textquotesingle s \\emph{last} number is~\\uline{~~~~}~.")
    "Ann's last number is~____~."
    >>> without_markup(r"the $15$\\textsuperscript{th} bottle, the $3^{\\text{rd}}$ box"), without_markup("Why? ．")
    ('the 15th bottle, the 3rd box', 'Why?')
    >>> without_markup(r"$y=ax^2\\ (a>0)$")
    '$y=ax^2, (a>0)$'
    >>> without_markup("**Find** 2**3."), without_markup("- Tom has 5 apples. Answer:"), without_markup("- x + 3 = 5")
    ('Find 2**3.', 'Tom has 5 apples.', '- x + 3 = 5')
    """
    for pattern, sign in _COMPILED:
        text = pattern.sub(sign, text)  # type: ignore[arg-type]  # a replacement or a function
    return text
