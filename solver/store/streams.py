"""A turn's stream: where it begins, and its events as they come. Works on a connection; transactions are the caller's."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from solver.errors import ConversationFull, ConversationGone
from solver.events import Event, encode
from solver.ports import Picture, Problem
from solver.store.tables import cell_runs, conversations, events, owners, pictures, turns

TITLE: Final = 200  # characters
ROWS: Final = 1000  # of a statement
MOST_EVENTS: Final = 20_000
MOST_CHARS: Final = 32 << 20
"""Of one conversation: with more no stream begins, for whoever opens it has all of it read. A thousand problems have some 14,000
events; to look whether it is full then takes 8 ms, to open it 0.2 s of processor time."""
LONGEST: Final = 200_000
"""Characters of a text that are kept; a problem or a cell that long is refused anyway."""


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A problem that was just sent. `name` is what the page calls it, `replaces` names the turn whose place it takes.

    `kept_back`: it is practised, so its solution is not shown before it is asked for.
    """

    name: str
    problem: Problem
    model: str
    strategy: str | None = None
    replaces: str | None = None
    kept_back: bool = False
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where events of one stream go."""

    turn: int
    run: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """A turn has its place. `names` are the turns that a reader sees now, this one last."""

    conversation: str
    place: Place
    names: tuple[str, ...]


def begin(connection: Connection, owner: str, conversation: str | None, turn: NewTurn) -> Begun:
    """A place for a new turn, in a new conversation where none is named.

    Raises:
        ConversationGone: it is not there, or not this owner's.
        ConversationFull: it may not grow any more.
    """
    now, names, position = time.time(), tuple[str, ...](), 0
    if conversation is None:
        conversation = _new_conversation(connection, owner, turn, now)
    else:
        lock(connection, owner, conversation)
        _refuse_full(connection, conversation)
        names, position = _make_room(connection, conversation, turn, now)
    made = connection.execute(
        insert(turns)
        .values(
            conversation_id=conversation,
            position=position,
            name=turn.name,
            problem=clean(turn.problem.text),
            language=turn.problem.language,
            method=turn.problem.method,
            model=clean(turn.model),
            strategy=turn.strategy,
            started_s=now,
            kept_back=turn.kept_back,
        )
        .returning(turns.c.id)
    )
    number = made.scalar_one()
    if (picture := turn.picture) is not None:
        connection.execute(insert(pictures).values(turn_id=number, **asdict(picture)))
    return Begun(conversation, Place(number), (*names, turn.name))


def _make_room(
    connection: Connection, conversation: str, turn: NewTurn, now: float
) -> tuple[tuple[str, ...], int]:
    """The turns that stay beside a new one, and its position; the one in whose place it comes is put aside."""
    connection.execute(update(conversations).where(conversations.c.id == conversation).values(updated_s=now))
    rows = connection.execute(
        select(turns.c.id, turns.c.name, turns.c.replaced, turns.c.position)
        .where(turns.c.conversation_id == conversation)
        .order_by(turns.c.position)
    ).all()
    for row in rows:
        if not row.replaced and row.name in (turn.name, turn.replaces):
            gone = {"replaced": True, "name": f"~{row.id}"}  # no page calls anything so
            connection.execute(update(turns).where(turns.c.id == row.id).values(gone))
    names = tuple(r.name for r in rows if not r.replaced and r.name not in (turn.name, turn.replaces))
    return names, rows[-1].position + 1 if rows else 0


def _refuse_full(connection: Connection, conversation: str) -> None:
    of_it = turns.c.conversation_id == conversation
    lines = select(func.count(), func.sum(func.length(events.c.line))).select_from(events.join(turns))
    [number, chars] = connection.execute(lines.where(of_it)).one()
    seen = select(func.sum(func.length(pictures.c.data))).select_from(pictures.join(turns))
    if number >= MOST_EVENTS or (chars or 0) + (connection.scalar(seen.where(of_it)) or 0) >= MOST_CHARS:
        raise ConversationFull(conversation)


def begin_run(
    connection: Connection, owner: str, conversation: str, turn: str, part: int, source: str
) -> Place:
    """A place for what a cell gives that the reader ran.

    Raises:
        ConversationGone: the conversation or the turn is not there, or not this owner's.
        ConversationFull: it may not grow any more.
    """
    found = place_of(connection, owner, conversation, turn).turn
    _refuse_full(connection, conversation)
    last = connection.scalar(
        select(func.coalesce(func.max(cell_runs.c.run), 0)).where(cell_runs.c.turn_id == found)
    )
    now, run = time.time(), (last or 0) + 1
    connection.execute(
        insert(cell_runs).values(turn_id=found, run=run, part=part, source=clean(source), started_s=now)
    )
    connection.execute(update(conversations).where(conversations.c.id == conversation).values(updated_s=now))
    return Place(found, run)


def place_of(connection: Connection, owner: str, conversation: str, turn: str) -> Place:
    """Where a turn's own stream is; the conversation is this transaction's alone.

    Raises:
        ConversationGone: the conversation or the turn is not there, or not this owner's.
    """
    lock(connection, owner, conversation)
    found = connection.scalar(
        select(turns.c.id).where(turns.c.conversation_id == conversation, turns.c.name == turn)
    )
    if found is None:
        raise ConversationGone(turn)
    return Place(found)


def reveal(connection: Connection, owner: str, conversation: str, turn: str) -> None:
    """The solution of a turn is no longer kept back.

    Raises:
        ConversationGone: the conversation is not there, or not this owner's.
    """
    lock(connection, owner, conversation)
    of_it = (turns.c.conversation_id == conversation, turns.c.name == turn)
    connection.execute(update(turns).where(*of_it).values(kept_back=False))


def append(
    connection: Connection, place: Place, first: int, batch: Sequence[Event], took_s: float | None
) -> None:
    """Add events; `first` is the number of the first of them. `took_s` comes with the last.

    Events that are there already are left as they are: a write whose answer was lost may be repeated.

    Raises:
        IntegrityError: the turn was deleted meanwhile.
    """
    rows = [
        (place.turn, place.run, first + index, type(event).__name__.lower(), line_of(event))
        for index, event in enumerate(batch)
    ]
    for start in range(0, len(rows), ROWS):
        _write(connection, rows[start : start + ROWS])
    if took_s is not None and place.run == 0:
        connection.execute(update(turns).where(turns.c.id == place.turn).values(took_s=took_s))


def _write(connection: Connection, rows: Sequence[tuple[int, int, int, str, str]]) -> None:
    """Add rows to `events`, one statement for all of them where the database is a file.

    Between two steps of SQLite another thread takes the interpreter, and may keep it for 5 ms: row by row that is long.
    """
    if connection.dialect.name == "sqlite":
        places = ", ".join(["(?, ?, ?, ?, ?)"] * len(rows))
        sql = f"INSERT INTO events (turn_id, run, number, kind, line) VALUES {places} ON CONFLICT DO NOTHING"
        connection.exec_driver_sql(sql, tuple(chain.from_iterable(rows)))
        return
    names = ("turn_id", "run", "number", "kind", "line")
    dicts = [dict(zip(names, row, strict=True)) for row in rows]
    connection.execute(insert_into(connection, events).on_conflict_do_nothing(), dicts)


def lock(connection: Connection, owner: str, conversation: str) -> None:
    """The owner's conversation, for this transaction alone.

    Raises:
        ConversationGone: it is not there, or not this owner's.
    """
    found = connection.scalar(
        select(conversations.c.id)
        .join(owners, owners.c.id == conversations.c.owner_id)
        .where(conversations.c.id == conversation, owners.c.token_hash == owner)
        .with_for_update(of=conversations)
    )
    if found is None:
        raise ConversationGone(conversation)


def _new_conversation(connection: Connection, owner: str, turn: NewTurn, now: float) -> str:
    owner_id = owner_id_of(connection, owner)
    made = secrets.token_hex(16)
    connection.execute(
        insert(conversations).values(
            id=made,
            owner_id=owner_id,
            title=title_of(turn.problem.text),
            language=turn.problem.language,
            created_s=now,
            updated_s=now,
        )
    )
    return made


def owner_id_of(connection: Connection, owner: str) -> int:
    """The number of an owner, who is written down where they were not known."""
    wanted = select(owners.c.id).where(owners.c.token_hash == owner)
    if (found := connection.scalar(wanted)) is None:  # two tabs may be the first at once
        known = {"token_hash": owner, "created_s": time.time()}
        connection.execute(insert_into(connection, owners).values(known).on_conflict_do_nothing())
        found = connection.execute(wanted).scalar_one()
    return int(found)


def insert_into(connection: Connection, table: Table) -> Any:
    """An insert that may say what becomes of a conflict; each database has its own."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)


def title_of(text: str) -> str:
    """A text as a title: one line, not too long.

    >>> title_of("Solve\\n  x = 1 ")
    'Solve x = 1'
    """
    return " ".join(clean(text[: 10 * TITLE]).split())[:TITLE].strip()


def clean(text: str) -> str:
    """What both databases can keep: no NUL, no half of a surrogate pair.

    >>> clean("a\\x00b")
    'a\\ufffdb'
    """
    return text[:LONGEST].replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def line_of(event: Event) -> str:
    """The event's line of JSON, where a half surrogate pair is written as an escape."""
    line = encode(event)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(json.loads(line))
    return line
