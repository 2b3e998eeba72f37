"""Examples for training that a teacher has looked through, and what readers thought of solutions.

An example is a copy: it stays when the conversation that it came from is deleted. A thumb goes with its conversation.
"""

from __future__ import annotations

import time
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from solver.errors import ExampleGone
from solver.events import decode
from solver.ports import Problem
from solver.store.database import Database
from solver.store.kept import KeptExample, NewExample, Thumb
from solver.store.streams import clean, insert_into, line_of, place_of
from solver.store.tables import collected, conversations, events, owners, thumbs, turns

PAGE: Final = 50  # examples at a time
THUMBS: Final = 100  # the latest that are listed
SEARCH: Final = 200  # characters of a search


class Collected:
    """The examples of a store. Every method is one transaction and raises `StoreUnavailable` where the database is away or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, example: NewExample) -> int:
        """Keep a new one; its number."""
        now = time.time()
        values = _values(example) | {"created_s": now, "updated_s": now}
        wanted = insert(collected).values(values).returning(collected.c.id)
        return await self._database.write(lambda c: int(c.execute(wanted).scalar_one()))

    async def change(self, number: int, example: NewExample) -> None:
        """Put another in its place.

        Raises:
            ExampleGone: it is not there any more.
        """
        values = _values(example) | {"updated_s": time.time()}
        wanted = update(collected).where(collected.c.id == number).values(values)

        def write(connection: Connection) -> None:
            if connection.execute(wanted).rowcount == 0:
                raise ExampleGone(str(number))

        await self._database.write(write)

    async def delete(self, number: int) -> None:
        """Delete it for good.

        Raises:
            ExampleGone: it is not there.
        """

        def write(connection: Connection) -> None:
            if connection.execute(delete(collected).where(collected.c.id == number)).rowcount == 0:
                raise ExampleGone(str(number))

        await self._database.write(write)
        await self._database.forget()

    async def one(self, number: int) -> KeptExample:
        """An example.

        Raises:
            ExampleGone: there is none of that number.
        """
        wanted = select(collected).where(collected.c.id == number)
        row = await self._database.read(lambda c: c.execute(wanted).one_or_none())
        if row is None:
            raise ExampleGone(str(number))
        return _kept(row)

    async def listed(self, search: str = "", page: int = 0) -> tuple[list[KeptExample], bool]:
        """A page of them, the last changed first, and whether more follow; those whose problem, answer or labels hold `search`."""
        wanted = select(collected).order_by(collected.c.updated_s.desc(), collected.c.id.desc())
        if text := search.strip()[:SEARCH]:
            columns = (collected.c[name] for name in ("problem", "source", "licence", "subject", "level"))
            wanted = wanted.where(or_(*(column.icontains(text, autoescape=True) for column in columns)))
        rows = wanted.offset(page * PAGE).limit(PAGE + 1)
        found = await self._database.read(lambda c: [_kept(row) for row in c.execute(rows)])
        return found[:PAGE], len(found) > PAGE

    async def after(self, number: int = 0) -> list[KeptExample]:
        """The next `PAGE` in the order in which they were first kept: all of them, asked for again and again."""
        rows = select(collected).where(collected.c.id > number).order_by(collected.c.id).limit(PAGE)
        return await self._database.read(lambda c: [_kept(row) for row in c.execute(rows)])

    # ---- what readers think ----

    async def thumb(self, owner: str, conversation: str, turn: str, up: bool | None) -> None:
        """Note what the owner thinks of a solution; None takes it back.

        Raises:
            ConversationGone: there is no such conversation, or no such turn in it.
        """

        def write(connection: Connection) -> None:
            place = place_of(connection, owner, conversation, turn)
            connection.execute(delete(thumbs).where(thumbs.c.turn_id == place.turn))
            if up is not None:
                values = {"turn_id": place.turn, "up": up, "at_s": time.time()}
                connection.execute(insert_into(connection, thumbs).values(values))

        await self._database.write(write)

    async def thumbs_of(self, owner: str, conversation: str) -> dict[str, tuple[int, bool]]:
        """What the owner thought of the solutions of a conversation, by the turns' names, with their numbers; empty where it is not theirs."""
        wanted = (
            select(turns.c.name, turns.c.id, thumbs.c.up)
            .join(thumbs, thumbs.c.turn_id == turns.c.id)
            .join(conversations, conversations.c.id == turns.c.conversation_id)
            .join(owners, owners.c.id == conversations.c.owner_id)
            .where(conversations.c.id == conversation, owners.c.token_hash == owner)
        )
        return await self._database.read(lambda c: {r.name: (r.id, r.up) for r in c.execute(wanted)})

    async def thumbs(self) -> list[Thumb]:
        """What readers thought, the latest first, `THUMBS` at most."""
        wanted = _thumbs().order_by(thumbs.c.at_s.desc(), turns.c.id.desc()).limit(THUMBS)
        return await self._database.read(lambda c: [_thumb(row) for row in c.execute(wanted)])

    async def solution(self, turn: int) -> tuple[Thumb, NewExample]:
        """A solution that a reader gave a thumb, as an example whose licence nobody has stated.

        Raises:
            ExampleGone: it was deleted, or has none.
        """

        def read(connection: Connection) -> tuple[Thumb, NewExample]:
            row = connection.execute(_thumbs().where(turns.c.id == turn)).one_or_none()
            if row is None:
                raise ExampleGone(str(turn))
            lines = select(events.c.line).where(events.c.turn_id == turn, events.c.run == 0)
            stream = tuple(decode(line) for line in connection.scalars(lines.order_by(events.c.number)))
            found = _thumb(row)
            return found, NewExample(found.problem, stream, found.model, "")

        return await self._database.read(read)

    async def dismiss(self, turn: int) -> None:
        """Take a thumb off the list; the conversation stays as it is."""
        await self._database.write(lambda c: c.execute(delete(thumbs).where(thumbs.c.turn_id == turn)))


def _values(example: NewExample) -> dict[str, Any]:
    named = {name: clean(getattr(example, name)) for name in ("source", "reference", "subject", "level")}
    return named | {
        "problem": clean(example.problem.text),
        "language": example.problem.language,
        "licence": clean(example.licence)[:64],
        "lines": "\n".join(line_of(event) for event in example.events),
    }


def _kept(row: Row[Any]) -> KeptExample:
    stream = tuple(decode(line) for line in row.lines.split("\n") if line)
    example = NewExample(
        Problem(row.problem, row.language),
        stream,
        row.source,
        row.licence,
        row.reference,
        row.subject,
        row.level,
    )
    return KeptExample(row.id, example, row.created_s, row.updated_s)


def _thumbs() -> Any:
    columns = [turns.c[name] for name in ("id", "problem", "language", "model")]
    whose = thumbs.c.turn_id == turns.c.id
    return select(*columns, thumbs.c.up, thumbs.c.at_s).join(thumbs, whose).where(~turns.c.replaced, ~turns.c.kept_back)  # fmt: skip


def _thumb(row: Row[Any]) -> Thumb:
    return Thumb(row.id, Problem(row.problem, row.language), row.model, row.up, row.at_s)
