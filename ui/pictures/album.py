"""The pictures of a server's problems, by names that cannot be guessed; in memory, nothing is written anywhere."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final
from weakref import WeakValueDictionary

from solver.ports import Picture

RECENT_BYTES: Final = 128 << 20
"""Of pictures that were read and belong to no turn yet: some 300 of those that the door prepares."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Kept:
    """A picture and the name that it is asked for by. Whoever holds it keeps it in the album."""

    name: str
    picture: Picture
    owner: str | None = None
    """Who alone may see it; None where the browser keeps no cookie: its name is all there is then."""

    @property
    def url(self) -> str:
        """Its address, from the page's own."""
        return f"pictures/{self.name}"


class Album:
    """Finds what somebody holds (a turn), and the latest of what was read here, until the conversation that it belongs to is deleted.

    >>> album = Album(recent_bytes=8)
    >>> first = album.keep(Picture(b"12345678", "image/png", 2, 2))
    >>> name, held = album.keep(Picture(b"12345678", "image/png", 2, 2)).name, first
    >>> album.find(held.name) is first, album.find(name) is not None
    (True, True)
    >>> last = album.keep(Picture(b"12345678", "image/png", 2, 2))
    >>> album.find(held.name) is first, album.find(name)
    (True, None)
    """

    def __init__(self, *, recent_bytes: int = RECENT_BYTES) -> None:
        self._recent_bytes = recent_bytes
        self._recent: OrderedDict[str, Kept] = OrderedDict()
        self._owners: dict[str, tuple[str, str]] = {}  # of the recent ones: owner and conversation
        self._known: WeakValueDictionary[str, Kept] = WeakValueDictionary()

    def hold(self, picture: Picture, owner: str | None = None) -> Kept:
        """A name for a picture, for as long as somebody holds it."""
        kept = Kept(secrets.token_urlsafe(18), picture, owner)
        self._known[kept.name] = kept
        return kept

    def keep(self, picture: Picture, owner: str | None = None) -> Kept:
        """Take in a picture that was just read; the oldest may go for it."""
        kept = self.hold(picture, owner)
        self._recent[kept.name] = kept
        size = sum(len(one.picture.data) for one in self._recent.values())
        while size > self._recent_bytes and len(self._recent) > 1:
            name, gone = self._recent.popitem(last=False)
            self._owners.pop(name, None)
            size -= len(gone.picture.data)
        return kept

    def belongs(self, kept: Kept, owner: str, conversation: str) -> None:
        """A problem of that conversation was read from it."""
        if kept.name in self._recent:
            self._owners[kept.name] = (owner, conversation)

    def forget(self, owner: str, conversation: str | None) -> None:
        """Let go of the pictures of a conversation that was deleted; of all the owner's without one."""
        for name, (whose, where) in list(self._owners.items()):
            if whose == owner and conversation in (None, where):
                del self._owners[name], self._recent[name]

    def find(self, name: object, owner: str | None = None) -> Kept | None:
        """The picture of that name, if it is still here and may be seen by this owner."""
        found = self._known.get(name) if isinstance(name, str) else None
        return found if found is not None and found.owner in (None, owner) else None
