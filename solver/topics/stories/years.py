"""Last year and next year of ages, as years ago and years from now: readers of ages know these."""

from __future__ import annotations

import re
from typing import Final

_AGES: Final = re.compile(
    r"岁|年龄|年纪|\byears? old\b|\bas old as\b|\bages?\b|\bolder\b|\byounger\b", re.IGNORECASE
)
_YEAR: Final = re.compile(
    r"(?<!小)(?:去年|前年|明年(?!龄)|后年)(?!级)|\b(?:this time )?last year\b|\b(?:the year before last)\b|\b(?:this time )?next year\b",
    re.IGNORECASE,
)
_AS: Final = {
    "去年": "1年前", "前年": "2年前", "明年": "1年后", "后年": "2年后",
    "last year": "1 year ago", "the year before last": "2 years ago", "next year": "in 1 year",
}  # fmt: skip


def in_years(source: str) -> str:
    """The text of ages with so many years for the year's name.

    >>> in_years("去年妈妈的岁数是小明的3倍,小明今年几岁?"), in_years("去年产量是500吨"), in_years("小明年龄是5岁")
    ('1年前妈妈的岁数是小明的3倍,小明今年几岁?', '去年产量是500吨', '小明年龄是5岁')
    >>> in_years("Last year she was three times as old as Ben."), in_years("Last year he sold 3 cars.")
    ('1 year ago she was three times as old as Ben.', 'Last year he sold 3 cars.')
    """
    if not _AGES.search(source):
        return source
    return _YEAR.sub(lambda year: _AS[year[0].lower().removeprefix("this time ")], source)
