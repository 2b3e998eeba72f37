"""One browser tab: its session, the turns on its sheet, the conversation that they are kept in, and what runs now."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from solver.classroom import Lock
from solver.errors import ConversationGone, StoreUnavailable
from solver.events import Event
from solver.ports import Language, Problem
from solver.store import Begin, Conversation, Keeper, NewTurn, Place, Store
from ui.kept import cells_of, is_tutors_alone, turn_of
from ui.pictures import Album
from ui.runs import Run
from ui.turn import Turn
from ui.tutored import view

Value: TypeAlias = dict[str, Any]


class Session(Protocol):
    """What the page needs of `solver.Session`."""

    def solve(
        self, problem: Problem, *, model: str = ..., strategy: str | None = ...
    ) -> AsyncGenerator[Event]: ...
    def run_cell(self, part: int, source: str, language: Language) -> AsyncGenerator[Event]: ...
    def restore(self, language: Language) -> AsyncGenerator[Event]: ...
    def recall(self, cells: Sequence[str], *, alone: bool = ...) -> bool: ...
    def catch_up(self, cells: Sequence[str]) -> None: ...
    async def clear(self) -> None: ...
    async def close(self) -> None: ...


@dataclass
class Student:
    """One browser tab."""

    session: Session
    store: Store | None = None
    album: Album | None = None
    owner: str | None = None
    conversation: str | None = None
    turns: list[Turn] = field(default_factory=list)
    run: Run | None = None
    seen_s: float = field(default_factory=time.monotonic)
    entering: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while what a tab that came back shows is fetched."""
    beat: int = 0
    heard: int = 0
    """Requests of the page are numbered; this is the last that came here."""
    stopped: int = 0
    """Those up to this one are stopped."""
    gone: bool = False
    """The conversation was deleted: what is on the sheet is the last of it."""
    lock: Lock | None = None
    """That of the student's class, as it was when it could last be read."""
    unseen: list[Turn] = field(default_factory=list)
    """Turns of another tab on the same conversation, which the page hears of with the stream that runs.

    With all of it, and behind its own turn: Gradio sends differences, and gets lists wrong that become much shorter.
    """
    missed: list[Turn] = field(default_factory=list)
    """Those that were added while the tab was forgotten, or are kept since: the next stream brings them."""
    last: Keeper | None = None
    """What keeps the latest stream: the next one is written behind it."""
    keepers: dict[str, Keeper] = field(default_factory=dict)
    """The latest of each turn on the sheet."""

    def value(self, *changed: Turn, notice: str | None = None) -> Value:
        """For the sheet: which turns there are, and those that may look different now."""
        self.beat += 1  # without it an update that changes nothing would not reach the browser
        return {
            "order": [turn.id for turn in self.turns],
            # what a stop still tells of a turn that has left the sheet would put it back
            "turns": [
                view(turn) for turn in (*changed, *self.unseen) if any(turn is mine for mine in self.turns)
            ],
            "beat": self.beat,
            "conversation": self.conversation,
            "notice": notice,
        }

    def hears(self, number: object) -> bool:
        """Note the number of a request; whether some before it did not come here: another server may have had them."""
        if not isinstance(number, int):
            return False
        skips = self.heard > 0 and number > self.heard + 1
        self.heard = max(self.heard, number)
        return skips

    @property
    def may_be_replaced(self) -> bool:
        """Whether what the store has may be put on the sheet instead: nothing runs, and nothing is here alone."""
        return self.run is None and not any(turn.unkept for turn in self.turns)

    def turn(self, name: object) -> Turn | None:
        """The turn that the browser calls so."""
        return next((turn for turn in self.turns if turn.id == name), None)

    async def stop(self) -> None:
        """End what runs; returns when its session is quiet."""
        while (run := self.run) is not None:
            run.stop()
            await run.close()
            if self.run is run:  # somebody else who waited may have begun another one
                self.run = None

    async def forget(self) -> None:
        """An empty sheet without variables, in no conversation."""
        self.turns, self.unseen, self.missed, self.conversation, self.gone = [], [], [], None, False
        self.keepers = {}
        await self.session.clear()

    async def show(self, found: Conversation) -> None:
        """Put a conversation on the sheet; its cells run again before the next one does."""
        await self.forget()
        self.conversation = found.summary.id
        self.turns = [turn_of(kept, self.session, self.album, self.owner) for kept in found.shown()]
        recalled = self.session.recall(cells_of(found), alone=is_tutors_alone(found))
        if not recalled and self.turns and self.turns[-1].cells:
            last = self.turns[-1]
            last.variables, last.lost_in = "gone", max(last.cells)

    def keeper(self, turn: Turn, model: str, strategy: str | None, replaces: str | None) -> Keeper | None:
        """What keeps a new turn's stream; None where nothing is kept."""
        store, owner = self.store, self.owner
        if store is None or owner is None:
            return None
        hidden = turn.coaching is not None and turn.coaching.practise
        shown = turn.picture.picture if turn.picture is not None else None
        new = NewTurn(
            turn.id,
            turn.problem,
            model,
            strategy,
            replaces,
            kept_back=hidden,
            picture=shown,
        )

        async def begin(events: Sequence[Event], took_s: float | None) -> Place:
            mine = any(t is turn for t in self.turns)  # else another conversation was opened meanwhile
            begun = await store.begin(owner, self.conversation if mine else None, new, events, took_s)
            if turn.picture is not None and self.album is not None:
                self.album.belongs(turn.picture, owner, begun.conversation)
            if mine and any(t is turn for t in self.turns):
                self.conversation = begun.conversation
                await self._catch_up(store, owner, begun.names)
            return begun.place

        return self._next_keeper(turn, store, begin)

    async def reveal(self, turn: Turn) -> None:
        """The store need not keep a solution back any longer that was shown; where it is away, it will again."""
        if self.store is None or self.owner is None or self.conversation is None:
            return
        with suppress(ConversationGone, StoreUnavailable):
            await self.store.reveal(self.owner, self.conversation, turn.id)

    async def read_lock(self) -> Lock | None:
        """When the student's class opens solutions; where the store is away, what was last known of it."""
        if self.store is None or self.owner is None:
            return None
        with suppress(StoreUnavailable):
            found = await self.store.classes.membership(self.owner)
            self.lock = found.lock if found is not None else None
        return self.lock

    async def keep_acts(self, turn: Turn) -> None:
        """Keep what the student did with a turn; what cannot be kept now is kept with what they do next."""
        coaching = turn.coaching
        if self.store is None or self.owner is None or self.conversation is None or coaching is None:
            return
        first, new = coaching.kept, coaching.acts[coaching.kept :]
        if not new or turn.unkept:
            return
        with suppress(ConversationGone, StoreUnavailable):
            await self.store.add_acts(self.owner, self.conversation, turn.id, first, new)
            coaching.kept = max(coaching.kept, first + len(new))  # another click may have kept them meanwhile

    def run_keeper(self, turn: Turn, part: int, source: str) -> Keeper | None:
        """What keeps the stream of a cell that the reader runs; None where its turn is not kept either, and will not be."""
        store, owner = self.store, self.owner
        waits = self.last is not None and isinstance(self.last.trouble, StoreUnavailable)
        unkept = self.conversation is None or turn.unkept is not None
        if store is None or owner is None or unkept and not waits:
            return None

        async def begin(events: Sequence[Event], _: float | None) -> Place:
            if self.conversation is None or not any(t is turn for t in self.turns):
                raise ConversationGone(turn.id)  # the sheet was left before its turn could be kept
            return await store.begin_run(owner, self.conversation, turn.id, part, source, events)

        return self._next_keeper(turn, store, begin)

    def _next_keeper(self, turn: Turn, store: Store, begin: Begin) -> Keeper:
        self.last = self.keepers[turn.id] = Keeper(store, begin, after=self.last)
        return self.last

    def kept_since(self, turn: Turn, keeper: Keeper) -> None:
        """What could not be kept of a turn when it ended is kept now, unless one of its cells ran again since then."""
        if self.keepers.get(turn.id) is keeper:
            turn.unkept = None
            (self.missed if self.run is None else self.unseen).append(turn)

    async def _catch_up(self, store: Store, owner: str, names: Sequence[str]) -> None:
        """Take over what another tab has added to the conversation."""
        if self.conversation is None or all(self.turn(name) is not None for name in names):
            return
        try:
            found = await store.conversation(owner, self.conversation)
        except (ConversationGone, StoreUnavailable):  # between two moments; the next write says so
            return
        self.unseen = [
            *self.unseen,
            *(
                turn_of(kept, self.session, self.album, self.owner)
                for kept in found.shown()
                if self.turn(kept.name) is None
            ),
        ]
        known = {turn.id: turn for turn in (*self.turns, *self.unseen)}
        kept = [known[name] for name in names if name in known]
        self.turns = [turn for turn in self.turns if turn.id not in names] + kept
