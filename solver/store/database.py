"""Engine, transactions and the migrations at the start. Knows no table.

What is to be done is a plain function of a connection. SQLite's runs in a thread, whole: a driver that crosses to a thread for
every statement took three times as long. PostgreSQL's runs on an asynchronous driver.

A database that is away does not keep the server from starting: every use tries again, at most once in `REST_S`.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, create_engine, event, literal, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from solver.errors import ConversationGone, StoreUnavailable
from solver.store.reach import SLOW_S, UNAVAILABLE, Reach

MIGRATIONS: Final = Path(__file__).parent / "migrations"
PATIENCE_S: Final = 5.0  # for one transaction: a reader waits for it
START_PATIENCE_S: Final = 60.0  # another server may be changing the tables
REST_S: Final = 2.0  # between two tries to reach a database that is away
READERS: Final = 4  # threads
LOCK: Final = 0x57E9_715E  # of PostgreSQL, for changing the tables; a number of our own
FULL: Final = ("disk is full", "No space left", "could not extend file", "disk quota", "DiskFull")
T = TypeVar("T")
Work = Callable[[Connection], T]


class Backend(Protocol):
    """One kind of database. Errors are those of the driver and of SQLAlchemy."""

    async def open(self) -> None:
        """Bring the tables to this version, one server at a time."""
        ...

    async def close(self) -> None:
        """Give back what it holds."""
        ...

    async def read(self, work: Work[T]) -> T:
        """Do something that changes nothing, at one moment of the database."""
        ...

    async def write(self, work: Work[T]) -> T:
        """Do something whole or not at all; when this returns it is on disk."""
        ...

    async def forget(self) -> None:
        """Leave nothing of what was deleted, as far as that is possible at once."""
        ...


class Database:
    """One database, opened when it is first used."""

    def __init__(self, url: URL, *, patience_s: float = PATIENCE_S) -> None:
        self.url, self._patience_s = url, patience_s
        self.backend: Backend | None = None
        self._opening = asyncio.Lock()
        self._closed_until_s = 0.0
        self._trouble: StoreUnavailable | None = None
        self.reach = Reach(lambda: self._done(lambda backend: backend.read(_nothing)))
        self._doing: set[asyncio.Task[Any]] = set()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file."""
        return self.url.get_backend_name() == "sqlite"

    async def open(self) -> None:
        """Bring the tables to this version; a second call does nothing.

        Raises:
            StoreUnavailable: it cannot be reached or written, or a newer version of Stepwise has changed it.
        """
        if self.backend is not None:
            return
        async with self._opening:
            if self.backend is not None:
                return
            if self._trouble is not None and time.monotonic() < self._closed_until_s:
                raise self._trouble
            kind = SqliteFile if self.is_sqlite else PostgresServer
            backend: Backend = kind(self.url, self._patience_s)
            try:
                await backend.open()
            except (SQLAlchemyError, OSError, TimeoutError, Timeout, CommandError) as error:
                await backend.close()
                self._trouble, self._closed_until_s = _said(error), time.monotonic() + REST_S
                raise self._trouble from error
            self.backend, self._trouble = backend, None

    async def close(self) -> None:
        """Give its connections back; a later use opens it again."""
        await self.reach.close()
        if self._doing:
            await asyncio.wait(self._doing)
        backend, self.backend = self.backend, None
        if backend is not None:
            await backend.close()

    async def ping(self) -> None:
        """Read nothing, to see whether it can be reached.

        Raises:
            StoreUnavailable: it cannot.
        """
        await self.read(_nothing)

    async def read(self, work: Work[T]) -> T:
        """Do something that changes nothing, at one moment of the database.

        Raises:
            StoreUnavailable: it cannot be reached or read.
        """
        found: T = await self._do(lambda backend: backend.read(work), only_reads=True)
        return found

    async def write(self, work: Work[T]) -> T:
        """Do something in one transaction; when this returns it is on disk, all of it.

        Raises:
            StoreUnavailable: it cannot be reached, or has no room; nothing was written.
            ConversationGone: what it refers to is no longer there.
        """
        found: T = await self._do(lambda backend: backend.write(work))
        return found

    async def forget(self) -> None:
        """Leave nothing of what was deleted in a file of SQLite's; PostgreSQL's own cleaning does that there.

        Raises:
            StoreUnavailable: it cannot be reached.
        """
        await self._do(lambda backend: backend.forget())

    async def _do(self, what: Callable[[Backend], Any], *, only_reads: bool = False) -> Any:
        """Where a server is known to be away nobody waits for it, and who reads waits for `SLOW_S` to learn that it is."""
        if self.is_sqlite:
            return await self._done(what)
        self.reach.check()
        doing = asyncio.create_task(self._done(what))
        self._doing.add(doing)
        doing.add_done_callback(self._ended)
        try:
            await asyncio.wait({doing}, timeout=SLOW_S)
            if not doing.done():
                self.reach.doubt()
                if only_reads and not await self._goes_on(doing):
                    doing.cancel()  # nor is its connection waited for
                    raise StoreUnavailable(UNAVAILABLE, f"no answer within {SLOW_S:g} s")
            return await doing
        except asyncio.CancelledError:
            doing.cancel()
            raise

    async def _goes_on(self, doing: asyncio.Task[Any]) -> bool:
        """Whether something that takes long is to be waited for: it ends soon, or a probe is answered."""
        back = asyncio.create_task(self.reach.back())
        try:
            await asyncio.wait({doing, back}, timeout=SLOW_S, return_when=asyncio.FIRST_COMPLETED)
        finally:
            back.cancel()
        return doing.done() or not self.reach.is_doubted

    def _ended(self, doing: asyncio.Task[Any]) -> None:
        self._doing.discard(doing)
        if not doing.cancelled():
            doing.exception()  # somebody may have heard of it, or nobody waited

    async def _done(self, what: Callable[[Backend], Any]) -> Any:
        try:
            await self.open()
            assert self.backend is not None
            return await what(self.backend)
        except StoreUnavailable as error:
            if not self.is_sqlite and error.code == UNAVAILABLE:
                self.reach.doubt()
            raise
        except (
            IntegrityError
        ) as error:  # a reference that leads nowhere: rows that may be there already say so themselves
            raise ConversationGone from error
        except (SQLAlchemyError, sqlite3.Error, OSError, TimeoutError) as error:
            if not self.is_sqlite and _is_away(error):
                self.reach.doubt()
            raise _said(error) from error


class SqliteFile:
    """A file. One thread writes: SQLite has one writer at a time, and lets the others poll."""

    def __init__(self, url: URL, patience_s: float) -> None:
        self._file = Path(str(url.database))
        self._engine = create_engine(
            url.set(drivername="sqlite"), pool_size=READERS + 1, connect_args={"timeout": patience_s}
        )
        event.listen(self._engine, "connect", _prepare_sqlite)
        event.listen(self._engine, "begin", _begin_sqlite)
        self._owes_cut = False
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="store-reader")

    async def open(self) -> None:
        """As `Backend`; the file and its folder are for this user alone: it holds students' work."""
        await asyncio.get_running_loop().run_in_executor(self._writer, self._open)

    async def close(self) -> None:
        """As `Backend`; what is being written is written first."""
        for threads in (self._writer, self._readers):
            await asyncio.to_thread(threads.shutdown)
        self._engine.dispose()

    async def read(self, work: Work[T]) -> T:
        """As `Backend`."""

        def reading() -> T:
            with self._engine.connect() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._readers, reading)

    async def write(self, work: Work[T]) -> T:
        """As `Backend`."""

        def writing() -> T:
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                made = work(connection)
            if self._owes_cut:
                with suppress(sqlite3.Error):
                    self._cut(patience_s=0.0)
            return made

        return await asyncio.get_running_loop().run_in_executor(self._writer, writing)

    async def forget(self) -> None:
        """As `Backend`: the log, which still has old pages, is put into the file and cut; where that cannot be now, after the next write."""
        await asyncio.get_running_loop().run_in_executor(self._writer, self._cut)

    def _cut(self, *, patience_s: float | None = None) -> None:
        """Put the log into the file and cut it. Whoever still reads an older state keeps it from that: then it is owed.

        Raises:
            sqlite3.Error: there is no room, or the file cannot be written.
        """
        self._owes_cut = True
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            if patience_s is not None:
                [usual_ms] = cursor.execute("PRAGMA busy_timeout").fetchone()
                cursor.execute(f"PRAGMA busy_timeout={patience_s * 1000:.0f}")
            [held_up, *_] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            self._owes_cut = bool(held_up)
            if patience_s is not None:
                cursor.execute(f"PRAGMA busy_timeout={usual_ms}")
        finally:
            connection.close()

    def _open(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(f"{self._file}.lock", timeout=START_PATIENCE_S):
            os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                upgrade(connection)


class PostgresServer:
    """A server, reached with asyncpg."""

    def __init__(self, url: URL, patience_s: float) -> None:
        self._patience_s = patience_s
        connect = {"timeout": 3.0, "command_timeout": patience_s}
        self._engine = create_async_engine(
            url, pool_size=10, max_overflow=20, pool_pre_ping=True, connect_args=connect
        )

    async def open(self) -> None:
        """As `Backend`."""
        async with asyncio.timeout(START_PATIENCE_S), self._engine.begin() as connection:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            await connection.run_sync(upgrade)

    async def close(self) -> None:
        """As `Backend`."""
        await self._engine.dispose()

    async def read(self, work: Work[T]) -> T:
        """As `Backend`."""
        async with self._connection("REPEATABLE READ") as connection:
            return await connection.run_sync(work)  # type: ignore[no-any-return]

    async def write(self, work: Work[T]) -> T:
        """As `Backend`."""
        async with self._connection("READ COMMITTED") as connection, connection.begin():
            return await connection.run_sync(work)  # type: ignore[no-any-return]

    async def forget(self) -> None:
        """Nothing: the server cleans up behind what was deleted by itself."""

    @asynccontextmanager
    async def _connection(self, isolation: str) -> AsyncIterator[Any]:
        async with asyncio.timeout(self._patience_s), self._engine.connect() as connection:
            yield await connection.execution_options(isolation_level=isolation)


def _prepare_sqlite(connection: Any, _: object) -> None:
    """Full synchronous: a commit waits until the disk has it. Secure delete: what is deleted is overwritten."""
    connection.isolation_level = (
        None  # transactions begin where SQLAlchemy says so, not where sqlite3 guesses
    )
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once: one that only reads first could find at its end that another has written."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a revision, the newest without one."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _nothing(connection: Connection) -> None:
    connection.execute(select(literal(1)))


def _is_away(error: BaseException) -> bool:
    """Whether it is the server that could not be reached, and not what it was asked."""
    return isinstance(error, OSError | TimeoutError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )


def _said(error: BaseException) -> StoreUnavailable:
    """What is wrong in a word; never the address, it may hold a password."""
    if isinstance(error, CommandError):
        return StoreUnavailable("store-newer", "the database was changed by a newer version of Stepwise")
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    name = type(cause.__cause__ or cause).__name__  # asyncpg's own, behind what SQLAlchemy makes of it
    words = f"{name}: {cause}"
    full = (
        any(word in words for word in FULL) or getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    )
    return StoreUnavailable("store-full" if full else "store-unavailable", name)
