"""Whether all that students were shown is in the store: what each tab showed last of every turn must be a beginning of what is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import URL

from solver.errors import ConversationGone
from solver.store import KeptTurn, Store
from tests.store.showing import explained, words
from ui.kept import turn_of
from ui.render import view


@dataclass
class Shown:
    """What a tab showed last of the turns of one conversation."""

    owner: str
    conversation: str
    turns: Mapping[str, dict[str, Any]]


@dataclass
class Found:
    """Turns by what the store has of them, and the last words of those that it has lost."""

    counts: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


async def compared(database: URL, tabs: Iterable[Shown]) -> Found:
    """Turns that are kept whole, were broken off (what was shown is kept, the rest never came), were said not to be kept, or are lost."""
    store, found = Store(database), Found()
    try:
        for tab in tabs:
            try:
                kept = await store.conversation(tab.owner, tab.conversation)
                turns = kept.turns
            except ConversationGone:
                turns = ()
            for name, shown in tab.turns.items():
                fate = _fate(shown, _of(name, shown, turns))
                found.counts[fate] += 1
                if fate == "lost":
                    found.lost.append(f"{name}: {words(shown)[-200:]}")
    finally:
        await store.close()
    return found


def _fate(shown: dict[str, Any], candidates: list[KeptTurn]) -> str:
    if not any(block["zone"] == "work" for block in shown["blocks"]):
        return "nothing shown"
    for kept in candidates:
        if _is_explained(shown, kept):
            return "broken off" if kept.broken_off else "kept"
    return "said to be unkept" if any(block["id"] == "unkept" for block in shown["blocks"]) else "lost"


def _of(name: str, shown: dict[str, Any], turns: Iterable[KeptTurn]) -> list[KeptTurn]:
    """The turn of that name; once another attempt stands in its place it has lost its name, so any of that problem may be it."""
    named = [turn for turn in turns if turn.name == name]
    return named or [turn for turn in turns if turn.replaced and turn.problem.text == shown["text"]]


def _is_explained(shown: dict[str, Any], kept: KeptTurn) -> bool:
    """The whole first: most are, and every beginning costs as much. With the cells that the student ran, if any."""
    wanted = words(shown)
    return words(view(turn_of(kept))) == wanted or explained(shown, kept) is not None
