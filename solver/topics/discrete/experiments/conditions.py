"""What is said of a number in words, as a test: "an even number", "greater than 7", 3的倍数."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from math import isqrt
from typing import Final

import sympy as sp

Test = tuple[str, Callable[[int], bool]]
"""The test as Python source with a place for the number, and as a function."""

_PLAIN: Final[tuple[tuple[str, str, Callable[[int], bool]], ...]] = (
    (r"(?:an )?even(?: number| integer)?|偶数|双数", "{v} % 2 == 0", lambda n: n % 2 == 0),
    (r"(?:an )?odd(?: number| integer)?|奇数|单数", "{v} % 2 == 1", lambda n: n % 2 == 1),
    (r"(?:a )?prime(?: number)?|质数|素数", "isprime({v})", lambda n: bool(sp.isprime(n))),
    (r"(?:a )?composite(?: number)?|合数", "{v} > 1 and not isprime({v})", lambda n: n > 1 and not sp.isprime(n)),
    (r"(?:a )?positive(?: number| integer)?|正数", "{v} > 0", lambda n: n > 0),
    (r"(?:a )?negative(?: number| integer)?|负数", "{v} < 0", lambda n: n < 0),
    (r"zero", "{v} == 0", lambda n: n == 0),
    (r"(?:a )?(?:perfect square|square number)|完全平方数|平方数", "{v} >= 0 and integer_nthroot({v}, 2)[1]", lambda n: n >= 0 and isqrt(n) ** 2 == n),
)  # fmt: skip
_SIGNS: Final[tuple[tuple[str, str], ...]] = (
    (
        r"(?:greater than or equal to|at least|not less than|no less than) (\d+)|(?:不小于|大于或?等于|至少是?)(\d+)",
        ">=",
    ),
    (
        r"(?:less than or equal to|smaller than or equal to|at most|not more than|no more than) (\d+)|(?:不大于|小于或?等于|不超过)(\d+)",
        "<=",
    ),
    (r"(?:greater|larger|bigger|more) than (\d+)|(?:大于|超过)(\d+)", ">"),
    (r"(?:less|smaller) than (\d+)|小于(\d+)", "<"),
    (r"(?:equal to )?(-?\d+)|等于(\d+)", "=="),
)
_MULTIPLE: Final = re.compile(
    r"(?:(?:a )?multiple of|divisible by) (\d+)|(?:是)?(\d+)的倍数|(?:能)?被(\d+)整除"
)
_COMPARE: Final = {">=": int.__ge__, "<=": int.__le__, ">": int.__gt__, "<": int.__lt__, "==": int.__eq__}


def condition(words: str) -> Test | None:
    """The test; None where the words are of no known form.

    >>> condition("an even number")[0], condition("greater than 7")[0], condition("lucky")
    ('{v} % 2 == 0', '{v} > 7', None)
    """
    words = words.strip()
    for form, source, holds in _PLAIN:
        if re.fullmatch(form, words):
            return source, holds
    if (match := _MULTIPLE.fullmatch(words)) is not None:
        k = int(next(g for g in match.groups() if g))
        return (f"{{v}} % {k} == 0", lambda n: n % k == 0) if 0 < k < 10**6 else None
    for form, sign in _SIGNS:
        if (match := re.fullmatch(form, words)) is not None:
            n = int(next(g for g in match.groups() if g))
            return f"{{v}} {sign} {n}", partial(_compared, sign, n)
    return None


def _compared(sign: str, n: int, value: int) -> bool:
    return bool(_COMPARE[sign](value, n))
