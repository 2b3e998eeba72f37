"""Questions of exercise sheets as sentences: gaps to fill in become question words, marks of the source go.

A second way to read a text that was not understood as it stands: some topics read gaps themselves.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.english_blanks import as_english_question

_SOURCE: Final = re.compile(
    r"^\s*(?:【[^【】]{1,40}】|\((?:19|20)\d\d[^()]{0,40}\)|\[[^\[\]]{1,30}(?:19|20)\d\d[^\[\]]{0,30}\]|\(\d{1,2}\)(?=\s*\S{6}))\s*"
)
_GAP: Final = r"(?:\\uline\s*\{[\s~_]*\}|_{2,}|\(\s*\)|\\underline\s*\{[\s~_]*\})"
_HAN: Final = r"[\u3400-\u9fff]"


def as_question(source: str) -> str:
    """`source`, a cleaned text, with what is to be filled in asked for.

    >>> as_question("【练习】120有____个因数."), as_question("计算:$7+8=$~____.")
    ('120有多少个因数.', '计算:$7+8=?$.')
    """
    if re.search(_HAN, source) is None:
        source = as_english_question(source)
    text = source
    while (mark := _SOURCE.match(text)) is not None:
        text = text[mark.end() :]
    text = re.sub(r"~+", " ", text)
    text = re.sub(rf"=\s*\$\s*{_GAP}", "=?$", text)
    text = re.sub(rf"=\s*{_GAP}", "=?", text)
    text = re.sub(r"=\s*\$\s*(?=[.。]?\s*$)", "=?$", text)
    text = re.sub(rf"(?<={_HAN})\s*{_GAP}\s*(?={_HAN}|[.。]?\s*$)", "多少", text)
    text = re.sub(r"(?<=[是为得])\s*(?=[.。]?\s*$)", "多少", text)
    return re.sub(r"[^\S\n]+", " ", text).strip()
