"""The store: each method is one transaction.

An owner is the hash of the secret that a browser holds (`hashed`). Where a conversation is named, it must be the owner's:
someone else's is as if it were not there.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import Any, Final, Literal

from sqlalchemy import URL, Connection, insert, select

from solver.acts import Act
from solver.errors import StoreUnavailable
from solver.events import Event
from solver.store import classes, conversations, streams
from solver.store.appending import Appender
from solver.store.collected import Collected
from solver.store.database import PATIENCE_S, Database
from solver.store.kept import Conversation, KeptMark, Summary
from solver.store.streams import Begun, NewTurn, Place, clean
from solver.store.tables import marks

HELD: Final = 500  # streams that ended while the database was away: with figures some 50 MB
HeldEnd = Literal["kept", "gone", "lost"]
"""What became of one: it is kept; its conversation was deleted or full meanwhile; too many or too long were held, or the server has ended."""

log = logging.getLogger("stepwise")


class Store:
    """What is kept. Every method raises `StoreUnavailable` where the database is away or full."""

    def __init__(self, url: URL, *, patience_s: float = PATIENCE_S) -> None:
        self.database = Database(url, patience_s=patience_s)
        self._appender = Appender(self.database)
        self.classes = classes.Classes(self.database)
        self.collected = Collected(self.database)
        self._held: set[asyncio.Task[HeldEnd]] = set()
        self.held_ended: Counter[HeldEnd] = Counter()

    @property
    def shared_secret(self) -> str | None:
        """What only the servers of one database know, its password; None where it has none, or is a file."""
        return None if self.database.is_sqlite else str(self.database.url.password or "") or None

    async def open(self) -> None:
        """Bring the tables to this version; later uses would do it, too."""
        await self.database.open()

    async def ping(self) -> None:
        """Read nothing, to see whether it can be reached."""
        await self.database.ping()

    @property
    def held(self) -> int:
        """How many streams wait until the database is back."""
        return len(self._held)

    def hold(self, later: Coroutine[Any, Any, HeldEnd]) -> None:
        """Go on with something that waits until the database is back, unless `HELD` such things do already."""
        if len(self._held) >= HELD:
            later.close()
            self.held_ended["lost"] += 1
            log.warning("%d streams wait for the database: no more are held", HELD)
            return
        held = asyncio.create_task(later)
        self._held.add(held)
        held.add_done_callback(self._let_go)

    def _let_go(self, held: asyncio.Task[HeldEnd]) -> None:
        self._held.discard(held)
        error = None if held.cancelled() else held.exception()
        self.held_ended["lost" if held.cancelled() or error else held.result()] += 1
        if error is not None:
            log.error("what was held is not kept", exc_info=error)

    async def answers(self, *, at_most_s: float) -> None:
        """Until a database that is away is back, or for so long; where nobody knows whether it is, for so long."""
        if self.database.reach.is_doubted:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.database.reach.back(), at_most_s)
        else:
            await asyncio.sleep(at_most_s)

    async def close(self) -> None:
        """Give the connections back. What is held is given up: its readers were told that it is not kept."""
        for held in self._held:
            held.cancel()
        await self._appender.close()
        await self.database.close()

    async def begin(
        self,
        owner: str,
        conversation: str | None,
        turn: NewTurn,
        events: Sequence[Event] = (),
        took_s: float | None = None,
    ) -> Begun:
        """A place for a new turn, in a new conversation where none is named, and its first events.

        Raises:
            ConversationGone: there is no such conversation.
            ConversationFull: it may not grow any more.
        """

        def begin(connection: Connection) -> Begun:
            begun = streams.begin(connection, owner, conversation, turn)
            classes.note(connection, owner, begun.place.turn)
            streams.append(connection, begun.place, 0, events, took_s)
            return begun

        return await self.database.write(begin)

    async def begin_run(
        self, owner: str, conversation: str, turn: str, part: int, source: str, events: Sequence[Event] = ()
    ) -> Place:
        """A place for what a cell gives that the reader ran, and its first events.

        Raises:
            ConversationGone: there is no such conversation, or no such turn in it.
            ConversationFull: it may not grow any more.
        """

        def begin(connection: Connection) -> Place:
            place = streams.begin_run(connection, owner, conversation, turn, part, source)
            streams.append(connection, place, 0, events, None)
            return place

        return await self.database.write(begin)

    async def reveal(self, owner: str, conversation: str, turn: str) -> None:
        """The solution of a turn is no longer kept back.

        Raises:
            ConversationGone: there is no such conversation.
        """
        await self.database.write(lambda c: streams.reveal(c, owner, conversation, turn))

    async def add_acts(
        self, owner: str, conversation: str, turn: str, first: int, done: Sequence[Act]
    ) -> None:
        """What the student did with a turn; `first` is the number of the first of them.

        Raises:
            ConversationGone: there is no such conversation, or no such turn in it.
        """
        await self.database.write(
            lambda c: classes.add_acts(c, streams.place_of(c, owner, conversation, turn), first, done)
        )

    async def append(
        self, place: Place, first: int, events: Sequence[Event], took_s: float | None = None
    ) -> None:
        """Add events to a stream, in one commit; `first` is the number of the first of them.

        Raises:
            ConversationGone: it was deleted meanwhile.
        """
        await self._appender.append(place, first, events, took_s)

    async def conversations(
        self, owner: str, *, search: str = "", before_s: float | None = None
    ) -> list[Summary]:
        """The owner's conversations, the latest first, a page of them; `before_s` asks for the page behind."""
        return await self.database.read(lambda c: conversations.listed(c, owner, search, before_s))

    async def conversation(self, owner: str, conversation: str) -> Conversation:
        """One of them with all its events.

        Raises:
            ConversationGone: there is no such conversation.
        """
        return await self.database.read(lambda c: conversations.loaded(c, owner, conversation))

    async def rename(self, owner: str, conversation: str, title: str) -> None:
        """Give it another title; an empty one changes nothing.

        Raises:
            ConversationGone: there is no such conversation.
        """
        await self.database.write(lambda c: conversations.rename(c, owner, conversation, title))

    async def delete(self, owner: str, conversation: str) -> None:
        """Delete it for good, its events and its link with it.

        Raises:
            ConversationGone: there is no such conversation.
        """
        await self.database.write(lambda c: conversations.remove(c, owner, conversation))
        await self._forget()

    async def delete_all(self, owner: str) -> None:
        """Delete for good all that is the owner's."""
        await self.database.write(lambda c: conversations.remove_all(c, owner))
        await self._forget()

    async def _forget(self) -> None:
        """Overwrite what was deleted. It is deleted whatever comes of this: to say that it failed would be untrue."""
        try:
            await self.database.forget()
        except StoreUnavailable as error:
            log.warning("what was deleted is overwritten later: %s", error)

    async def share(self, owner: str, conversation: str) -> str:
        """The secret of a link to it, told only now; a link that was made before ends.

        Raises:
            ConversationGone: there is no such conversation.
        """
        return await self.database.write(lambda c: conversations.share(c, owner, conversation))

    async def withdraw(self, owner: str, conversation: str) -> None:
        """Let its link lead nowhere.

        Raises:
            ConversationGone: there is no such conversation.
        """
        await self.database.write(lambda c: conversations.withdraw(c, owner, conversation))

    async def shown(self, token: str) -> Conversation:
        """The conversation that a link leads to, as it is now.

        Raises:
            ConversationGone: the link was withdrawn, or never was one.
        """
        return await self.database.read(lambda c: conversations.shown(c, token))

    async def mark(self, made: KeptMark) -> None:
        """Keep a verdict by hand."""
        values = {"verdict": made.verdict, "at": made.at} | {
            name: clean(getattr(made, name)) for name in ("run", "folder", "problem", "note")
        }

        def write(connection: Connection) -> None:
            connection.execute(insert(marks).values(values))

        await self.database.write(write)

    async def marks(self, run: str) -> list[KeptMark]:
        """All verdicts by hand on a run of evaluation, in the order in which they were made."""
        columns = [marks.c[name] for name in ("run", "folder", "problem", "verdict", "note", "at")]
        wanted = select(*columns).where(marks.c.run == run).order_by(marks.c.id)
        return await self.database.read(lambda c: [KeptMark(*row) for row in c.execute(wanted)])
