r"""Digits in groups of three: `86\,753` and 5 204 300 817 are one number each.

A narrow space, `\,` or an apostrophe says so anywhere. A plain space does only where the text computes with such numbers.
"""

from __future__ import annotations

import re
from typing import Final

_NARROW: Final = re.compile(
    r"(?<![\d.,\\])\d{1,3}(?:(?:\\[,;:! ]|\{,\}|[\u2009\u202f\u2006\u2008'’])\d{3})+(?![\d'’])"
)
_SPACED: Final = re.compile(r"(?<![\d.,/^])(?<!\d )\d{1,3}(?: \d{3})+(?! ?[\d/])")
_COMPUTES: Final = re.compile(
    r"(?i)\b(?:sum|difference|product|quotient|times|plus|minus|multipl\w+|add(?:ed|ing)?|subtract\w*|divided?|take|total|more\s+than|less\s+than)\b|[-+*×÷]|[加减乘除和差积商]"
)
_LISTS: Final = re.compile(
    r"(?i)\b(?:means?|median|mode|averages?|order|sort|smallest|largest|biggest|lists?|data|numbers|digits|sequence|terms?|range|lcm|gcd|hcf|common)\b|平均|中位|众数|排列|数列|数据|最[大小]|公[约倍因]|这些|各数"
)
_NUMBER: Final = re.compile(r"\d[\d,.]*")


def without_narrow_spaces(text: str) -> str:
    r"""Groups that a narrow space, a LaTeX space or an apostrophe keeps together, as one run of digits.

    >>> without_narrow_spaces(r"86\,753 + 1'000'000"), without_narrow_spaces(r"1\,2, 12\,34")
    ('86753 + 1000000', '1\\,2, 12\\,34')
    """
    return _NARROW.sub(lambda m: re.sub(r"\D", "", m[0]), text)


def without_group_spaces(text: str) -> str:
    """Groups that plain spaces part, as one run of digits, where that is certain.

    >>> without_group_spaces("5 204 300 817 - 4 998"), without_group_spaces("Add 100 200 300 and 400")
    ('5204300817 - 4998', 'Add 100 200 300 and 400')
    """
    chains = [m[0] for m in _SPACED.finditer(text)]
    certain = len(chains) > 1 or any(re.match(r"\d{1,2} ", c) or re.search(r" 0", c) for c in chains)
    if not chains or not certain or not _COMPUTES.search(text) or _LISTS.search(text):
        return text
    joined = _SPACED.sub(lambda m: m[0].replace(" ", ""), text)
    return joined if len(_NUMBER.findall(joined)) > 1 else text
