"""When problems that went wrong come again: Leitner's boxes as a pure value.

A right answer moves a problem one box on, a wrong one back to the first; each box waits longer than the one before.
Whoever keeps the deck (the browser, later a store) hands it in and takes the new one out; there is no clock in here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

DAY_S: Final = 86_400.0
WAITS_DAYS: Final = (1, 2, 4, 8, 16)
"""Leitner's doubling; a problem that leaves the last box is known."""
MOST: Final = 200
"""Cards; of more than that the ones that come last are forgotten."""
LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class Card:
    """A problem that went wrong once: its box (0 is the first) and when it comes again, in seconds since 1970."""

    question: str
    language: str
    due_s: float
    box: int = 0


@dataclass(frozen=True, slots=True)
class Deck:
    """All cards of a student, each problem once."""

    cards: tuple[Card, ...] = field(default=())

    def due(self, now_s: float) -> tuple[Card, ...]:
        """Those that have waited long enough, the longest first."""
        return tuple(sorted((c for c in self.cards if c.due_s <= now_s), key=lambda c: c.due_s))

    def after(self, question: str, language: str, *, right: bool, now_s: float) -> Deck:
        """The deck once a problem was done. A problem that was never wrong gets no card.

        >>> deck = Deck().after("1+1", "en", right=False, now_s=0)
        >>> deck.due(DAY_S - 1), [c.box for c in deck.after("1+1", "en", right=True, now_s=DAY_S).cards]
        ((), [1])
        """
        old = next((c for c in self.cards if c.question == question), None)
        rest = tuple(c for c in self.cards if c.question != question)
        if right and (old is None or old.box + 1 == len(WAITS_DAYS)):
            return replace(self, cards=rest)
        box = old.box + 1 if right and old is not None else 0
        card = Card(question, language, now_s + WAITS_DAYS[box] * DAY_S, box)
        kept = sorted((*rest, card), key=lambda c: c.due_s)[:MOST]
        return replace(self, cards=tuple(kept))

    def as_json(self) -> list[dict[str, Any]]:
        """For whoever keeps it."""
        return [asdict(card) for card in self.cards]


def deck_of(kept: object) -> Deck:
    """The deck that somebody kept; what is no card in it is left out, for the browser's storage is not ours.

    >>> deck_of([{"question": "1+1", "language": "en", "due_s": 5, "box": 9}, "x"]).cards
    (Card(question='1+1', language='en', due_s=5.0, box=4),)
    """
    found: dict[str, Card] = {}
    for row in kept[:MOST] if isinstance(kept, Sequence) and not isinstance(kept, str) else ():
        if not isinstance(row, Mapping):
            continue
        question, language, due_s, box = (row.get(k) for k in ("question", "language", "due_s", "box"))
        if not isinstance(question, str) or not 0 < len(question) <= LONGEST or language not in ("en", "zh"):
            continue
        if not isinstance(due_s, int | float) or not isinstance(box, int) or isinstance(due_s, bool):
            continue
        box = min(max(box, 0), len(WAITS_DAYS) - 1)
        found[question] = Card(question, str(language), float(due_s), box)
    return Deck(tuple(found.values()))
