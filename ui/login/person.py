"""A person who signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from solver.store import hashed
from ui.own import PERSON


@dataclass(frozen=True, slots=True)
class Person:
    """Attributes:

    way: how they are known: "password", "header" or "huggingface"; the same name in two ways is two people.
    key: what never changes of them; empty where a password is all that is known, which many share.
    name: as it is shown.
    """

    way: str
    key: str = ""
    name: str = ""
    is_teacher: bool = False

    @property
    def owner(self) -> str | None:
        """The owner of what they keep, the same on all devices; None where that is the browser's.

        No cookie can name it: the secret of a browser has another form than what is hashed here.

        >>> Person("header", "ann").owner == Person("header", "ann", "Ann", True).owner
        True
        >>> Person("password").owner is None, Person("header", "ann").owner == Person("huggingface", "ann").owner
        (True, False)
        """
        return hashed(f"person {self.way} {self.key}") if self.key else None


def person_of(request: Any) -> Person | None:
    """Who sent a request, where people sign in. `request` is Starlette's."""
    found = request.scope.get(PERSON)
    return found if isinstance(found, Person) else None
