"""A class as its teacher sees it, and a membership as its student sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from solver.classroom.lock import Lock

LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Class:
    """A class. While it is `closed` nobody can join, nothing is counted, and its lock holds nothing."""

    id: int
    name: str
    code: str
    closed: bool
    lock: Lock | None
    members: int


@dataclass(frozen=True, slots=True)
class Membership:
    """What a student knows of their class. `name` is theirs, empty where they gave none; `number` stands for it then.

    `lock` is the one that holds now: None in a class that is closed.
    """

    class_name: str
    name: str
    number: int
    closed: bool
    lock: Lock | None


def name_of(text: str) -> str:
    """A name as it is kept: one line, no control characters, not too long.

    >>> name_of("  Mei\\x00\\n Lin ")
    'Mei Lin'
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in text[: 10 * LONGEST_NAME])
    return " ".join(printable.split())[:LONGEST_NAME].strip()
