"""Conversations as wholes: listed, found, read, renamed, deleted, shown to others. Works on a connection."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, delete, exists, insert, or_, select, update

from solver.acts import Act
from solver.acts import decode as act_of
from solver.errors import ConversationGone
from solver.events import Event, decode
from solver.ports import Picture, Problem
from solver.store.kept import Conversation, KeptRun, KeptTurn, Summary
from solver.store.streams import lock, title_of
from solver.store.tables import acts, cell_runs, conversations, events, owners, pictures, shares, turns

PAGE: Final = 60  # conversations at a time
SEARCH: Final = 200  # characters of a search


def hashed(token: str) -> str:
    """What of a secret is kept: enough to know it again, not enough to tell it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _summaries() -> Select[Any]:
    shared = shares.c.conversation_id.is_not(None).label("shared")
    columns = [conversations.c[name] for name in ("id", "title", "language", "created_s", "updated_s")]
    return (
        select(*columns, shared)
        .join(owners, owners.c.id == conversations.c.owner_id)
        .outerjoin(shares, shares.c.conversation_id == conversations.c.id)
    )


def _summary(row: Row[Any]) -> Summary:
    return Summary(row.id, row.title, row.language, row.created_s, row.updated_s, bool(row.shared))


def listed(connection: Connection, owner: str, search: str, before_s: float | None) -> list[Summary]:
    """The owner's conversations, the latest first, `PAGE` at most; those whose title or problems hold `search`."""
    wanted = _summaries().where(owners.c.token_hash == owner)
    if text := search.strip()[:SEARCH]:
        asked = exists().where(
            turns.c.conversation_id == conversations.c.id,
            ~turns.c.replaced,
            turns.c.problem.icontains(text, autoescape=True),
        )
        wanted = wanted.where(or_(conversations.c.title.icontains(text, autoescape=True), asked))
    if before_s is not None:
        wanted = wanted.where(conversations.c.updated_s < before_s)
    rows = connection.execute(wanted.order_by(conversations.c.updated_s.desc()).limit(PAGE))
    return [_summary(row) for row in rows]


def loaded(connection: Connection, owner: str, conversation: str) -> Conversation:
    """A conversation of the owner's.

    Raises:
        ConversationGone: it is not there, or not theirs.
    """
    wanted = _summaries().where(conversations.c.id == conversation, owners.c.token_hash == owner)
    return _whole(connection, wanted)


def shown(connection: Connection, token: str) -> Conversation:
    """The conversation that a link leads to.

    Raises:
        ConversationGone: the link was withdrawn, or never was one.
    """
    return _whole(connection, _summaries().where(shares.c.token_hash == hashed(token)))


def _whole(connection: Connection, wanted: Select[Any]) -> Conversation:
    row = (connection.execute(wanted)).one_or_none()
    if row is None:
        raise ConversationGone
    streams: defaultdict[tuple[int, int], list[Event]] = defaultdict(list)
    of_it = turns.c.conversation_id == row.id
    lines = (
        select(events.c.turn_id, events.c.run, events.c.line)
        .join(turns)
        .where(of_it)
        .order_by(events.c.turn_id, events.c.run, events.c.number)
    )
    for turn_id, run, line in connection.execute(lines):
        streams[turn_id, run].append(decode(line))
    runs: defaultdict[int, list[KeptRun]] = defaultdict(list)
    for r in connection.execute(select(cell_runs).join(turns).where(of_it).order_by(cell_runs.c.run)):
        kept = KeptRun(r.part, r.source, r.started_s, tuple(streams[r.turn_id, r.run]))
        runs[r.turn_id].append(kept)
    seen = {
        p.turn_id: Picture(p.data, p.mime, p.width_px, p.height_px)
        for p in connection.execute(select(pictures).join(turns).where(of_it))
    }
    done: defaultdict[int, list[Act]] = defaultdict(list)
    told = (
        select(acts.c.turn_id, acts.c.line).join(turns).where(of_it).order_by(acts.c.turn_id, acts.c.number)
    )
    for turn_id, line in connection.execute(told):
        done[turn_id].append(act_of(line))
    found = [
        KeptTurn(
            name=t.name,
            problem=Problem(t.problem, t.language, t.method),
            model=t.model,
            strategy=t.strategy,
            started_s=t.started_s,
            took_s=t.took_s,
            replaced=t.replaced,
            events=tuple(streams[t.id, 0]),
            runs=tuple(runs[t.id]),
            kept_back=t.kept_back,
            picture=seen.get(t.id),
            acts=tuple(done[t.id]),
        )
        for t in connection.execute(select(turns).where(of_it).order_by(turns.c.position))
    ]
    return Conversation(_summary(row), tuple(found))


def rename(connection: Connection, owner: str, conversation: str, title: str) -> None:
    """Give it another title; an empty one changes nothing.

    Raises:
        ConversationGone: it is not there, or not this owner's.
    """
    lock(connection, owner, conversation)
    if text := title_of(title):
        connection.execute(update(conversations).where(conversations.c.id == conversation).values(title=text))


def remove(connection: Connection, owner: str, conversation: str) -> None:
    """Delete it for good, with all that belongs to it.

    Raises:
        ConversationGone: it is not there, or not this owner's.
    """
    lock(connection, owner, conversation)
    connection.execute(delete(conversations).where(conversations.c.id == conversation))


def remove_all(connection: Connection, owner: str) -> None:
    """Delete the owner with everything that is theirs; one who is not known has nothing."""
    connection.execute(delete(owners).where(owners.c.token_hash == owner))


def share(connection: Connection, owner: str, conversation: str) -> str:
    """The secret of a new link to it; a link that was made before ends.

    Raises:
        ConversationGone: it is not there, or not this owner's.
    """
    withdraw(connection, owner, conversation)
    token = secrets.token_urlsafe(24)
    connection.execute(
        insert(shares).values(conversation_id=conversation, token_hash=hashed(token), created_s=time.time())
    )
    return token


def withdraw(connection: Connection, owner: str, conversation: str) -> None:
    """Let its link lead nowhere.

    Raises:
        ConversationGone: it is not there, or not this owner's.
    """
    lock(connection, owner, conversation)
    connection.execute(delete(shares).where(shares.c.conversation_id == conversation))
