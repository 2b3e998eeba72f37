"""Engine, transactions and the migrations at the start. Knows no table.

A database that is away does not keep the server from starting: every use tries again, at most once in `REST_S`.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from filelock import AsyncFileLock, Timeout
from sqlalchemy import URL, Connection, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from solver.errors import StoreUnavailable

MIGRATIONS: Final = Path(__file__).parent / "migrations"
PATIENCE_S: Final = 5.0  # for one transaction: a reader waits for it
START_PATIENCE_S: Final = 60.0  # another server may be changing the tables
REST_S: Final = 2.0  # between two tries to reach a database that is away
LOCK: Final = 0x57E9_715E  # of PostgreSQL, for changing the tables; a number of our own
FULL: Final = ("disk is full", "No space left", "could not extend file", "disk quota", "DiskFull")


class Database:
    """One database, opened when it is first used."""

    def __init__(self, url: URL, *, patience_s: float = PATIENCE_S) -> None:
        self.url, self._patience_s = url, patience_s
        self._engine: AsyncEngine | None = None
        self._opening = asyncio.Lock()
        # SQLite has one writer at a time and lets the others poll; a line is shorter and fair
        self._writing: asyncio.Lock | None = asyncio.Lock() if self.is_sqlite else None
        self._closed_until_s = 0.0
        self._trouble: StoreUnavailable | None = None

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file."""
        return self.url.get_backend_name() == "sqlite"

    async def open(self) -> None:
        """Bring the tables to this version; a second call does nothing.

        Raises:
            StoreUnavailable: it cannot be reached or written, or a newer version of Stepwise has changed it.
        """
        async with self._opening:
            if self._engine is not None:
                return
            if self._trouble is not None and time.monotonic() < self._closed_until_s:
                raise self._trouble
            engine = None
            try:
                async with asyncio.timeout(START_PATIENCE_S):
                    engine = _engine(self.url, self._patience_s)
                    async with self._alone(), engine.begin() as connection:
                        if not self.is_sqlite:
                            await connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
                        await connection.run_sync(upgrade)
            except (SQLAlchemyError, OSError, TimeoutError, Timeout, CommandError) as error:
                if engine is not None:
                    await engine.dispose()
                self._trouble, self._closed_until_s = _said(error), time.monotonic() + REST_S
                raise self._trouble from error
            self._engine, self._trouble = engine, None

    async def close(self) -> None:
        """Give its connections back; a later use opens it again."""
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection to read from, at one moment of the database.

        Raises:
            StoreUnavailable: it cannot be reached or read.
        """
        await self.open()
        assert self._engine is not None
        try:
            async with asyncio.timeout(self._patience_s), self._engine.connect() as connection:
                yield connection
        except IntegrityError:
            raise
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            raise _said(error) from error

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: all of it is on disk behind the block, or none of it.

        Raises:
            StoreUnavailable: it cannot be reached, or has no room.
            IntegrityError: what it refers to is gone, or there already.
        """
        await self.open()
        assert self._engine is not None
        try:
            async with asyncio.timeout(self._patience_s), _held(self._writing):
                engine = self._engine.execution_options(writes=True)
                async with engine.begin() as connection:
                    yield connection
        except IntegrityError:
            raise
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            raise _said(error) from error

    async def forget(self) -> None:
        """Leave nothing of what was deleted in a file of SQLite's; PostgreSQL's own cleaning does that there."""
        if self.is_sqlite:
            await self.open()
            assert self._engine is not None
            async with self._engine.connect() as connection:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Of several servers that start at once on one file, one at a time changes its tables."""
        if not self.is_sqlite:
            yield
            return
        file = Path(str(self.url.database))
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        async with AsyncFileLock(f"{file}.lock", timeout=START_PATIENCE_S):
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))  # students' work: for this user alone
            yield


def _engine(url: URL, patience_s: float = PATIENCE_S) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        connect = {"timeout": 3.0, "command_timeout": patience_s}
        return create_async_engine(
            url, pool_size=10, max_overflow=20, pool_pre_ping=True, connect_args=connect
        )
    # less than the caller's patience: SQLite itself must give up, or it would write what nobody waits for
    engine = create_async_engine(
        url, pool_size=8, max_overflow=24, connect_args={"timeout": 0.8 * patience_s}
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    """Full synchronous: a commit waits until the disk has it. Secure delete: what is deleted is overwritten."""
    connection.isolation_level = (
        None  # transactions begin where SQLAlchemy says so, not where sqlite3 guesses
    )
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once: one that only reads first could find at its end that another has written."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@asynccontextmanager
async def _held(lock: asyncio.Lock | None) -> AsyncIterator[None]:
    if lock is None:
        yield
        return
    async with lock:
        yield


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a revision, the newest without one."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _said(error: BaseException) -> StoreUnavailable:
    """What is wrong in a word; never the address, it may hold a password."""
    if isinstance(error, CommandError):
        return StoreUnavailable("store-newer", "the database was changed by a newer version of Stepwise")
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    words = f"{type(cause).__name__}: {cause}"
    full = (
        any(word in words for word in FULL) or getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    )
    return StoreUnavailable("store-full" if full else "store-unavailable", type(cause).__name__)
