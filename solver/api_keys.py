"""The keys with which programs come in, as a setting writes them: `NAME:KEY`, or `NAME:KEY:RATE` in problems a minute."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NamedKey:
    """A key that a program shows, and so many problems a minute where it has a rate of its own."""

    name: str
    key: str = field(repr=False)
    per_minute: float | None = None


def named_keys(text: str) -> tuple[NamedKey, ...]:
    """The keys of a setting.

    Raises:
        ValueError: it is not written so; the message has no key in it.

    >>> [(one.name, one.per_minute) for one in named_keys("app:0123456789abcdef, lab:fedcba9876543210:120")]
    [('app', None), ('lab', 120.0)]
    """
    found: list[NamedKey] = []
    for number, part in enumerate(filter(None, map(str.strip, text.split(","))), 1):
        name, key, rate, *more = [*part.split(":"), "", ""]
        if not re.fullmatch(r"[A-Za-z0-9_.-]{1,40}", name) or len(key) < 16 or any(more):
            raise ValueError(
                f"key {number} must be NAME:KEY or NAME:KEY:RATE, the key of 16 signs and more without : and ,"
            )
        if rate and not (re.fullmatch(r"\d{1,6}(\.\d+)?", rate) and float(rate) > 0):
            raise ValueError(f"the rate of the key {name} must be a number of problems a minute")
        found.append(NamedKey(name, key, float(rate) if rate else None))
    if len({one.name for one in found}) < len(found) or len({one.key for one in found}) < len(found):
        raise ValueError("two keys have the same name or are the same")
    return tuple(found)
