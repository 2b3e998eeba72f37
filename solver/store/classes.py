"""Classes: made and changed by their teacher, joined and left by students, and what is handed out to be counted.

Which turns a class sees is written down when a turn is begun (`note`), in the same transaction: so nobody is seen for what they did
before they joined, while the class was closed, or after they left.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from solver.acts import Act, decode, encode
from solver.classroom.codes import new_code
from solver.classroom.counting import Practised
from solver.classroom.lock import Lock
from solver.classroom.values import Class, Membership, name_of
from solver.errors import ClassGone
from solver.store.database import Database
from solver.store.streams import Place, clean, insert_into, owner_id_of
from solver.store.tables import acts, class_turns, classes, conversations, members, owners, turns


class Classes:
    """The classes of a store. Every method is one transaction and raises `StoreUnavailable` where the database is away or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ---- the teacher's side ----

    async def make(self, name: str) -> Class:
        """A new class, open, without a lock."""

        def write(connection: Connection) -> Class:
            values = {"name": name_of(clean(name)), "code": _free_code(connection), "created_s": time.time()}
            made = connection.execute(insert(classes).values(values).returning(classes.c.id)).scalar_one()
            return _class(connection, made)

        return await self._database.write(write)

    async def listed(self) -> list[Class]:
        """All classes, the latest first."""
        wanted = _classes().order_by(classes.c.created_s.desc(), classes.c.id.desc())
        return await self._database.read(lambda c: [_as_class(row) for row in c.execute(wanted)])

    async def one(self, number: int) -> Class:
        """A class.

        Raises:
            ClassGone: there is none of that number.
        """
        return await self._database.read(lambda c: _class(c, number))

    async def close(self, number: int, *, closed: bool) -> None:
        """Close a class, or open it again.

        Raises:
            ClassGone: it is not there.
        """
        await self._change(number, {"closed": closed})

    async def renew(self, number: int) -> None:
        """Give a class another code; who has joined stays.

        Raises:
            ClassGone: it is not there.
        """
        await self._change(number, {})

    async def set_lock(self, number: int, lock: Lock | None) -> None:
        """Set a class's lock, or take it away.

        Raises:
            ClassGone: it is not there.
        """
        names = {"lock_after_s": "after_s", "lock_attempts": "after_attempts", "lock_until_s": "until_s"}
        await self._change(number, {column: getattr(lock, name, None) for column, name in names.items()})

    async def delete(self, number: int) -> None:
        """Delete a class for good, with who was in it and what it saw; the students' conversations stay theirs.

        Raises:
            ClassGone: it is not there.
        """

        def write(connection: Connection) -> None:
            if connection.execute(delete(classes).where(classes.c.id == number)).rowcount == 0:
                raise ClassGone(str(number))

        await self._database.write(write)
        await self._database.forget()

    async def work(self, number: int) -> tuple[list[tuple[int, str]], list[Practised]]:
        """The members of a class by number and name, and the problems that they began as its members, in that order.

        Raises:
            ClassGone: it is not there.
        """

        def read(connection: Connection) -> tuple[list[tuple[int, str]], list[Practised]]:
            _class(connection, number)
            return _work(connection, number)

        return await self._database.read(read)

    # ---- the students' side ----

    async def join(self, owner: str, code: str, name: str = "") -> Membership:
        """Join the class of a code; the one that the owner was in before is left.

        Raises:
            ClassGone: no open class has this code.
        """

        def write(connection: Connection) -> Membership:
            wanted = select(classes.c.id).where(classes.c.code == code, ~classes.c.closed).with_for_update()
            if (found := connection.scalar(wanted)) is None:
                raise ClassGone(code)
            owner_id, own = owner_id_of(connection, owner), name_of(clean(name))
            mine = (members.c.owner_id == owner_id, members.c.class_id == found)
            if connection.scalar(select(members.c.id).where(*mine)) is not None:  # the code typed again
                connection.execute(update(members).where(*mine).values(name=own))
            else:
                connection.execute(delete(members).where(members.c.owner_id == owner_id))
                last = connection.scalar(select(func.max(members.c.number)).where(mine[1]))
                values = {"class_id": found, "owner_id": owner_id, "number": (last or 0) + 1, "name": own}
                connection.execute(insert(members).values(values))
            joined = _membership(connection, owner)
            assert joined is not None
            return joined

        return await self._database.write(write)

    async def leave(self, owner: str) -> None:
        """Leave the class: it no longer sees anything of the owner's. Nothing happens to who is in none."""
        mine = select(owners.c.id).where(owners.c.token_hash == owner).scalar_subquery()
        await self._database.write(lambda c: c.execute(delete(members).where(members.c.owner_id == mine)))

    async def membership(self, owner: str) -> Membership | None:
        """The class that the owner is in, if any, with the lock that holds there now."""
        return await self._database.read(lambda c: _membership(c, owner))

    async def _change(self, number: int, values: dict[str, Any]) -> None:
        def write(connection: Connection) -> None:
            changed = values or {"code": _free_code(connection)}
            found = connection.execute(update(classes).where(classes.c.id == number).values(changed))
            if found.rowcount == 0:
                raise ClassGone(str(number))

        await self._database.write(write)


def note(connection: Connection, owner: str, turn: int) -> None:
    """Let the owner's class see a turn that they begin now, if they are in one that is open."""
    wanted = (
        select(members.c.id)
        .join(owners, owners.c.id == members.c.owner_id)
        .join(classes, classes.c.id == members.c.class_id)
        .where(owners.c.token_hash == owner, ~classes.c.closed)
    )
    if (member := connection.scalar(wanted)) is not None:
        connection.execute(insert(class_turns).values(turn_id=turn, member_id=member))


def add_acts(connection: Connection, place: Place, first: int, done: Sequence[Act]) -> None:
    """Add what a student did with a turn; `first` is the number of the first of them. What is there already is left as it is.

    Raises:
        IntegrityError: the turn was deleted meanwhile.
    """
    now = time.time()
    rows = [
        {"turn_id": place.turn, "number": first + index, "at_s": now, "line": clean(encode(act))}
        for index, act in enumerate(done)
    ]
    if rows:
        connection.execute(insert_into(connection, acts).on_conflict_do_nothing(), rows)


def _free_code(connection: Connection) -> str:
    while connection.scalar(select(classes.c.id).where(classes.c.code == (code := new_code()))) is not None:
        pass
    return code


def _classes() -> Any:
    count = select(func.count()).where(members.c.class_id == classes.c.id).scalar_subquery()
    return select(classes, count.label("members"))


def _as_class(row: Row[Any]) -> Class:
    return Class(row.id, row.name, row.code, row.closed, _lock(row), row.members)


def _class(connection: Connection, number: int) -> Class:
    row = connection.execute(_classes().where(classes.c.id == number)).one_or_none()
    if row is None:
        raise ClassGone(str(number))
    return _as_class(row)


def _lock(row: Row[Any]) -> Lock | None:
    parts = (row.lock_after_s, row.lock_attempts, row.lock_until_s)
    return None if all(part is None for part in parts) else Lock(*parts)


def _membership(connection: Connection, owner: str) -> Membership | None:
    wanted = (
        select(classes, members.c.name.label("own"), members.c.number)
        .join(members, members.c.class_id == classes.c.id)
        .join(owners, owners.c.id == members.c.owner_id)
        .where(owners.c.token_hash == owner)
    )
    row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    return Membership(row.name, row.own, row.number, row.closed, None if row.closed else _lock(row))


def _work(connection: Connection, number: int) -> tuple[list[tuple[int, str]], list[Practised]]:
    of_it = members.c.class_id == number
    who = connection.execute(select(members.c.number, members.c.name).where(of_it).order_by(members.c.number))
    columns = [turns.c[name] for name in ("id", "problem", "language", "started_s", "kept_back")]
    begun = connection.execute(
        select(*columns, members.c.number, members.c.name)
        .join(class_turns, class_turns.c.turn_id == turns.c.id)
        .join(members, members.c.id == class_turns.c.member_id)
        .join(conversations, conversations.c.id == turns.c.conversation_id)
        .where(of_it, conversations.c.owner_id == members.c.owner_id)
        .order_by(turns.c.id)
    ).all()
    done: defaultdict[int, list[tuple[float, Act]]] = defaultdict(list)
    started = {row.id: row.started_s for row in begun}
    lines = (
        select(acts.c.turn_id, acts.c.at_s, acts.c.line)
        .join(class_turns, class_turns.c.turn_id == acts.c.turn_id)
        .join(members, members.c.id == class_turns.c.member_id)
        .where(of_it)
        .order_by(acts.c.turn_id, acts.c.number)
    )
    for turn, at_s, line in connection.execute(lines):
        if turn in started:
            done[turn].append((max(0.0, at_s - started[turn]), decode(line)))
    found = [
        Practised(r.number, r.name, r.problem, r.language, not r.kept_back, tuple(done[r.id])) for r in begun
    ]
    return [(row.number, row.name) for row in who], found
