"""The same tests on both databases: a file of SQLite's, and a real PostgreSQL server."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL

from solver.store import Store, database_url
from tests.browser.scripted import ScriptedServices
from tests.store.server import NotHere, postgresql

numbers = itertools.count()


@pytest.fixture(scope="session")
def socket() -> Iterator[Path]:
    """The folder of the socket of a PostgreSQL server."""
    try:
        with postgresql() as folder:
            yield folder
    except NotHere as error:
        pytest.skip(str(error))


def create_database(socket: Path) -> URL:
    """An empty database of that server."""
    name = f"test{next(numbers)}"

    async def create() -> None:
        connection = await asyncpg.connect(host=str(socket), user="postgres", database="postgres")
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()

    asyncio.run(create())
    return database_url(Path(), f"postgresql://postgres@/{name}?host={socket}")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """The address of an empty database."""
    if request.param == "sqlite":
        return database_url(tmp_path / "data")
    return create_database(request.getfixturevalue("socket"))


@pytest.fixture
async def store(empty: URL) -> AsyncIterator[Store]:
    """A store that is empty."""
    found = Store(empty)
    await found.open()
    yield found
    await found.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Callable[[], Store]:
    """Stores on one file of SQLite's."""
    return lambda: Store(database_url(tmp_path / "data"))


@pytest.fixture
async def services(store: Store) -> ScriptedServices:
    made = ScriptedServices(pause_s=0.0)
    await made.start()
    made.store = store  # type: ignore[assignment]
    return made
