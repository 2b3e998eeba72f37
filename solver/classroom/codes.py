"""The code by which students join a class: short, and no two letters that look alike."""

from __future__ import annotations

import secrets
from typing import Final

LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1."""
LENGTH: Final = 6
"""More than 10⁹ codes: with a limit on wrong ones (`ui.classroom.limits`) none is found by trying."""


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def cleaned(typed: str) -> str | None:
    """The code that a student meant; None where it cannot be one.

    >>> cleaned(" k7m-2pq "), cleaned("K7M2P"), cleaned("K7M2P0")
    ('K7M2PQ', None, None)
    """
    bare = "".join(sign for sign in typed[:40].upper() if sign.isalnum())
    return bare if len(bare) == LENGTH and set(bare) <= set(LETTERS) else None
