"""Words that turn an amount round: so much more and so much less, a gain and a loss; of texts that are not cleaned."""

from __future__ import annotations

import re
from typing import Final

_UP: Final = r"\b(?:increas|r(?:ise|ose|isen)\b|gain|grew|grow|profit|more|higher|faster|older|longer|heavier)|[多高快大长重贵][了出]?(?=\d)|增[加长多]|上[升涨]|[涨赚]了?|盈利"
_DOWN: Final = r"\b(?:decreas|f(?:all|ell)|drop|los[ts]|loss|lose|shr[aiu]nk|less|fewer|lower|slower|younger|shorter|lighter)|[少低慢小短轻便][了出]?(?=\d)|减[少小]|下[降跌]|[跌亏赔]了?"

_BOUND: Final = re.compile(r"\b(?:than|not?|at|or)\b|[不于过]", re.IGNORECASE)
"""Words of bounds, where "more" and "less" may say the same."""


def opposed(one: str, other: str) -> bool:
    """Whether one text says so much more and the other so much less: the same number is then not the same answer.

    >>> opposed("甲比乙多5", "甲比乙少5"), opposed("It increased by 5", "It decreased by 5"), opposed("盈利5元", "5元")
    (True, True, False)
    >>> opposed("no more than 5", "less than or equal to 5")
    False
    """
    if any(_BOUND.search(text) for text in (one, other)):
        return False
    said = [
        {way for way, words in (("up", _UP), ("down", _DOWN)) if re.search(words, text, re.IGNORECASE)}
        for text in (one, other)
    ]
    return said in ([{"up"}, {"down"}], [{"down"}, {"up"}])
