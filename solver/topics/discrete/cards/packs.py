"""A pack of cards, and what is drawn of it. Nothing is read or solved here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Card = tuple[str, str]
Kind = frozenset[Card]
RANKS: Final = ("A", *map(str, range(2, 11)), "J", "Q", "K")
SUITS: Final = ("spades", "hearts", "diamonds", "clubs")
DECK: Final[Kind] = frozenset((rank, suit) for rank in RANKS for suit in SUITS)
JOKERS: Final[Kind] = frozenset({("big", "joker"), ("small", "joker")})
_RED: Final = frozenset(c for c in DECK if c[1] in ("hearts", "diamonds"))
COLOURS: Final[Mapping[str, Kind]] = {"red": _RED, "black": DECK - _RED}


@dataclass(frozen=True, slots=True)
class Drawn:
    """`count` cards, `wanted` of them of a `kind`: a number, "all", "none", "some".

    Or "order": the first of `kind`, the other of `second`. Or "alike" and "unlike": whether all are of the same one of `parts`, no two of which share a card.
    """

    count: int
    back: bool
    kind: Kind
    parts: tuple[tuple[str, Kind], ...]
    """The kind's names, and the cards of each."""
    wanted: str
    deck: Kind = DECK
    second: Kind | None = None
    hands: bool = False
