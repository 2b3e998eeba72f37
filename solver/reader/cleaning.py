"""One form for each sign of a problem's text; words and formulas stay as they are.

Nothing is read here: that is `scan`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from solver.formula.lexer import CHARACTERS, SUBSCRIPTS, SUPERSCRIPTS
from solver.reader.markup import without_markup

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


def clean(text: str) -> str:
    """The problem with one form for each sign: half-width, `^{2}` for ², `<=` for ≤; words as they are.

    >>> clean("ｘ²－４ｘ＋３＝０，求ｘ。")
    'x^{2}-4x+3=0,求x。'
    """
    text = without_markup(text).translate(_ROUNDED)
    for name, side in (("floor", "floor"), ("ceiling", "ceil")):
        text = re.sub(rf"(?:\\left\s*)?\\l{side}(?![a-z])", rf" {name}(", text)
        text = re.sub(rf"(?:\\right\s*)?\\r{side}(?![a-z])", ")", text)
    text = re.sub(rf"\$\s*{_BLANK}\s*\$|{_BLANK}", "____", text)
    text = re.sub(r"\\(?:mathrm|rm|text)\s+(?=[A-Za-z])", "", text)  # \\mathrm dx
    text = re.sub("([A-Za-z][₀-₉]?)[\u0304\u0305]", r"\\overline{\1}", text)  # z with a bar
    for table, sign in ((SUPERSCRIPTS, "^"), (SUBSCRIPTS, "_")):
        run = f"[{''.join(table)}]+"
        text = re.sub(run, lambda m, s=sign: s + "{" + "".join(_SCRIPTS[c] for c in m[0]) + "}", text)  # type: ignore[misc]
    text = re.sub(
        r"(÷\s*|\\div\s*)(\d+)\s*/\s*(\d+)(?![\d/.])", r"\1(\2/\3)", text
    )  # 12÷3/4 divides by a fraction
    text = "".join(_SIGNS.get(c, c) for c in text)
    text = re.sub(r"(?<=\d)(?=[¼-¾⅐-⅞])", " ", text)  # 1½ is no 11/2
    text = unicodedata.normalize("NFKC", text).replace("⁄", "/")
    if not re.search(r"mod|同余", text):  # there ≡ means something else
        text = re.sub(r"≡|\\equiv(?![A-Za-z])", "=", text)
    text = re.sub(r"(?<=\d)\s+[xX]\s+(?=\d)|(?<=\d\d)[xX](?=\d\d)", " * ", text)  # 123 x 456
    # a condition in brackets behind a formula is no factor: y^2=2px (p>0)
    condition = r"([a-mo-z]\s*(?:[<>]=?|!=|\\neq?|\\[gl]eq?(?:slant)?|\\[gl]t)\s*-?\d+)"
    text = re.sub(
        rf"(?<=[\w}}$).])(?<![A-Z])\s*\(\s*(\$?){condition}\$?\s*\)(?!\s*[\^'*/])", r" , \1\2\1 , ", text
    )
    text = re.sub(r"=\s*(?:\(\s*\)|_{2,}|\?)", "=?", text)  # a gap to fill in asks for the value
    return re.sub(
        r"[^\S\n]+", " ", "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    ).strip()
