r"""More rows with dots as Σ: up to a largest number and down again, and signs that repeat every three or four terms.

`1+2+…+9+…+2+1` is a row up to 9 and one up to 8; `8+7-6-5+4+3-2-1` with dots is a sum of groups of four. Plain numbers only; a row whose
rule is not certain stays as it is.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import Final

from solver.topics.discrete.series.listed import DOTS

MAX_GROUPS: Final = 100_000
_NUMBER: Final = r"\d+(?:\.\d+)?"
_PLUS: Final = rf"{_NUMBER}(?:\s*\+\s*{_NUMBER})*"
_UP_DOWN: Final = re.compile(
    rf"(?<![\d.*/^}}])(?P<up>{_NUMBER}(?:\s*\+\s*{_NUMBER})+)\s*\+\s*{DOTS}\s*\+\s*(?P<top>{_PLUS})\s*\+\s*{DOTS}\s*\+\s*(?P<down>{_PLUS})(?!\s*[*/^\d.(]|\s*\\(?:times|cdot|div|frac))"
)
_SIGNED: Final = rf"{_NUMBER}(?:\s*[+-]\s*{_NUMBER})*"
_GROUPED: Final = re.compile(
    rf"(?<![\d.*/^}}])(?P<head>{_SIGNED})\s*(?P<s>[+-])\s*{DOTS}\s*(?P<t>[+-])\s*(?P<tail>{_SIGNED})(?!\s*[*/^\d.(]|\s*\\(?:times|cdot|div|frac)|\s*[+-]\s*(?:\.{{3}}|\\[lc]?dots))"
)


def with_rows(text: str) -> str:
    r"""The text with such rows as Σ.

    >>> with_rows("1+2+3+ ... +6+ ... +3+2+1")
    '(\\sum_{k=1}^{6}(k)+\\sum_{k=1}^{5}(k))'
    """
    return _GROUPED.sub(_grouped, _UP_DOWN.sub(_up_down, text))


def _values(listed: str) -> list[Fraction]:
    return [Fraction(n) for n in re.findall(_NUMBER, listed)]


def _tex(value: Fraction) -> str:
    return (
        str(value.numerator)
        if value.denominator == 1
        else rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
    )


def _up_down(match: re.Match[str]) -> str:
    up, top, down = (_values(match[name]) for name in ("up", "top", "down"))
    step, peak = up[1] - up[0], max(top)
    if step <= 0 or any(b - a != step for a, b in pairwise(up)) or top.count(peak) != 1:
        return match[0]
    at = top.index(peak)
    if any(b - a != step for a, b in pairwise(top[: at + 1])) or any(
        a - b != step for a, b in pairwise(top[at:])
    ):
        return match[0]
    if any(a - b != step for a, b in pairwise(down)) or down[-1] != up[0]:
        return match[0]
    count = (peak - up[0]) / step + 1
    if count.denominator != 1 or count <= len(up) or not 3 <= count < MAX_GROUPS:
        return match[0]
    shift = up[0] - step
    term = f"{'' if step == 1 else _tex(step)}k" + (
        f"+{_tex(shift)}" if shift > 0 else f"-{_tex(-shift)}" if shift else ""
    )
    return rf"(\sum_{{k=1}}^{{{count}}}({term})+\sum_{{k=1}}^{{{count - 1}}}({term}))"


def _signed(listed: str, first: str = "+") -> list[tuple[Fraction, int]]:
    return [
        (Fraction(n), -1 if s == "-" else 1) for s, n in re.findall(rf"([+-]?)\s*({_NUMBER})", first + listed)
    ]


def _grouped(match: re.Match[str]) -> str:
    head, tail = _signed(match["head"]), _signed(match["tail"], match["t"])
    if len(head) < 4:
        return match[0]
    step = head[1][0] - head[0][0]
    if step == 0 or any(b[0] - a[0] != step for part in (head, tail) for a, b in pairwise(part)):
        return match[0]
    count = (tail[-1][0] - head[0][0]) / step + 1
    signs = [s for _, s in head] + [-1 if match["s"] == "-" else 1]
    if count.denominator != 1 or not len(head) + len(tail) <= count < MAX_GROUPS:
        return match[0]
    size = next((q for q in (1, 2, 3, 4) if all(a == b for a, b in zip(signs, signs[q:], strict=False))), 0)
    # the rule must have been seen to repeat, and the last terms must agree
    if size < 3 or len(signs) <= size:
        return match[0]
    start = int(count) - len(tail)
    if any(sign != signs[(start + i) % size] for i, (_, sign) in enumerate(tail)):
        return match[0]
    groups, rest = divmod(int(count), size)
    grows = _tex(abs(step) * size)
    body = "".join(
        f"{'+' if signs[i] > 0 else '-'}({_tex(head[0][0] + step * (i - size))}{'+' if step > 0 else '-'}{grows}k)"
        for i in range(size)
    )
    left = "".join(f"{'+' if s > 0 else '-'}{_tex(v)}" for v, s in tail[len(tail) - rest :]) if rest else ""
    if rest > len(tail):
        return match[0]
    return rf"(\sum_{{k=1}}^{{{groups}}}({body.removeprefix('+')}){left})"
