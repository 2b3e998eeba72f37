"""A database that is away, full or slow: said in a word, nothing half written, and made up for when it is back."""

from __future__ import annotations

import asyncio
import gc
import resource
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, event

from solver.errors import ConversationGone, StoreUnavailable
from solver.events import Done, Event, Reasoning
from solver.ports import Problem
from solver.store import Keeper, NewTurn, Place, Store, data_folder, database_url, hashed
from solver.store import database as database_module
from solver.store import keeper as keeper_module
from solver.store import store as store_module
from solver.store.database import SqliteFile

ME = hashed("me")
NEW = NewTurn("t1", Problem("x", "en"), "builtin")


def full(store: Store, pages: int) -> None:
    """From now on the file may not grow beyond so many pages: SQLite's own error of a full disk."""
    backend = store.database.backend
    assert isinstance(backend, SqliteFile)

    def limit(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(backend._engine, "connect", limit)
    backend._engine.dispose()


def keeper(store: Store, **options: float) -> tuple[Keeper, list[str]]:
    """A keeper of a new turn, and a list that will hold its conversation."""
    made: list[str] = []

    async def begin(events: Sequence[Event], took_s: float | None) -> Place:
        begun = await store.begin(ME, None, NEW, events, took_s)
        made.append(begun.conversation)
        return begun.place

    return Keeper(store, begin, **{"patience_s": 30.0, **options}), made


async def test_a_full_disk_loses_nothing_that_was_kept(sqlite: Callable[[], Store]) -> None:
    store = sqlite()
    begun = await store.begin(ME, None, NEW)
    await store.append(begun.place, 0, [Reasoning(0, "kept")])
    full(store, 40)
    with pytest.raises(StoreUnavailable) as said:
        await store.append(begun.place, 1, [Reasoning(0, "x" * 1_000_000)])
    assert said.value.code == "store-full"
    found = await store.conversation(ME, begun.conversation)
    assert found.turns[0].events == (Reasoning(0, "kept"),)
    await store.delete(ME, begun.conversation)  # there is always room to make room
    await store.close()


async def test_what_could_not_be_written_is_written_later_without_a_gap(
    sqlite: Callable[[], Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "REST_S", 0.0)
    (tmp_path / "data").write_text("a file where the folder should be")
    store = sqlite()
    keep, made = keeper(store, rest_s=0.0)
    await keep.keep()
    assert keep.trouble is not None and keep.trouble.code == "store-unavailable"
    await keep.keep([Reasoning(0, "1")])
    (tmp_path / "data").unlink()
    await keep.keep([Reasoning(0, "2")])
    assert keep.trouble is None
    await keep.keep([Done("answered")], took_s=1.0)
    [turn] = (await store.conversation(ME, made[0])).turns
    assert turn.events == (Reasoning(0, "1"), Reasoning(0, "2"), Done("answered")) and turn.took_s == 1.0
    await store.close()


async def test_the_end_is_tried_though_a_try_has_just_failed(
    sqlite: Callable[[], Store], tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("in the way")
    store = sqlite()
    keep, made = keeper(store, rest_s=3600.0)
    await keep.keep([Reasoning(0, "1")])
    (tmp_path / "data").unlink()
    store.database._closed_until_s = 0.0
    await keep.keep([Reasoning(0, "2")])
    assert keep.trouble is not None, "it rests"
    await keep.keep([Done("answered")], took_s=1.0)
    assert keep.trouble is None and len((await store.conversation(ME, made[0])).turns[0].events) == 3
    await store.close()


async def test_a_deleted_conversation_is_no_trouble_of_the_database(store: Store) -> None:
    keep, made = keeper(store)
    await keep.keep([Reasoning(0, "1")])
    await store.delete(ME, made[0])
    await keep.keep([Reasoning(0, "2")])
    assert isinstance(keep.trouble, ConversationGone)


async def test_a_writer_that_is_held_up_gives_up_in_time(sqlite: Callable[[], Store], tmp_path: Path) -> None:
    """And what it was to write is not written behind its back."""
    store = Store(database_url(tmp_path / "data"), patience_s=0.5)
    begun = await store.begin(ME, None, NEW)
    other = sqlite3.connect(tmp_path / "data" / "stepwise.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.perf_counter()
    with pytest.raises(StoreUnavailable):
        await store.append(begun.place, 0, [Reasoning(0, "late")])
    assert time.perf_counter() - start < 3
    other.execute("COMMIT")
    other.close()
    batch: list[Event] = [Reasoning(0, "late"), Done("answered")]
    await asyncio.sleep(0.2)
    await store.append(begun.place, 0, batch)
    assert list((await store.conversation(ME, begun.conversation)).turns[0].events) == batch
    await store.close()


async def test_a_server_that_is_away_is_said_at_once_and_asked_seldom(tmp_path: Path) -> None:
    store = Store(database_url(tmp_path, f"postgresql://postgres:secret@/x?host={tmp_path}"))
    for _ in range(20):
        with pytest.raises(StoreUnavailable) as said:
            await store.conversations(ME)
        assert said.value.code == "store-unavailable" and "secret" not in str(said.value)


@pytest.mark.parametrize(
    "url", ["mysql://me:secret@host/db", "nonsense secret", "postgresql://me:secret@host:port/db"]
)
def test_addresses_that_cannot_be_used_are_refused_without_being_repeated(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL") as said:
        database_url(tmp_path, url)
    assert "secret" not in str(said.value)


def test_where_things_are_kept(tmp_path: Path) -> None:
    space = {"SPACE_ID": "me/stepwise"}
    assert data_folder(str(tmp_path), space) == tmp_path
    assert data_folder(None, space, disk=tmp_path) == tmp_path / "stepwise"
    assert data_folder(None, space, disk=tmp_path / "none").name == "stepwise"
    assert data_folder(None, {}).name == "stepwise"
    given = database_url(tmp_path, "postgres://me@db:5432/x?sslmode=require")
    assert (
        isinstance(given, URL)
        and given.drivername == "postgresql+asyncpg"
        and given.query == {"ssl": "require"}
    )


async def test_a_batch_that_cannot_be_written_hurts_nobody_else(store: Store) -> None:
    """A bug, not the database: whoever wrote it hears of it, all others are written, also those that come later."""
    begun = [await store.begin(hashed(str(n)), None, NEW) for n in range(6)]
    broken: Any = object()  # no event: what turns it into a line raises

    def what(index: int) -> Any:
        return broken if index in (2, 3) else Reasoning(0, str(index))

    async with asyncio.timeout(10):
        said = await asyncio.gather(
            *(store.append(b.place, 0, [what(n)]) for n, b in enumerate(begun)), return_exceptions=True
        )
        await store.append(begun[2].place, 0, [Reasoning(0, "2")])
    failed = [n for n, error in enumerate(said) if error is not None]
    assert failed == [2, 3] and not any(
        isinstance(said[n], StoreUnavailable | ConversationGone) for n in failed
    )
    kept = [(await store.conversation(hashed(str(n)), b.conversation)).turns[0] for n, b in enumerate(begun)]
    assert [len(turn.events) for turn in kept] == [1, 1, 1, 0, 1, 1]


async def test_a_writer_that_is_stopped_leaves_nobody_waiting(sqlite: Callable[[], Store]) -> None:
    store = sqlite()
    begun = await store.begin(ME, None, NEW)
    writes = [asyncio.create_task(store.append(begun.place, n, [Reasoning(0, "x")])) for n in range(3)]
    await asyncio.sleep(0)
    assert store._appender._task is not None
    store._appender._task.cancel()
    async with asyncio.timeout(10):
        said = await asyncio.gather(*writes, return_exceptions=True)
    assert all(isinstance(error, StoreUnavailable) for error in said)


@contextmanager
def no_larger_files() -> Iterator[None]:
    """No file can grow, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_what_is_deleted_is_deleted_though_it_cannot_be_overwritten_yet(
    sqlite: Callable[[], Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing of it is left as soon as it can."""
    store = sqlite()
    begun = await store.begin(ME, None, NEW)
    await store.append(begun.place, 0, [Reasoning(0, "sesquipedalian" * 10_000)])
    backend = store.database.backend
    assert isinstance(backend, SqliteFile)
    forget = backend.forget

    async def without_room() -> None:
        with no_larger_files():
            await forget()

    monkeypatch.setattr(backend, "forget", without_room)
    await store.delete(ME, begun.conversation)
    with pytest.raises(ConversationGone):
        await store.conversation(ME, begun.conversation)
    files = sorted((tmp_path / "data").glob("stepwise.db*"))
    assert any(b"sesquipedalian" in file.read_bytes() for file in files), (
        "the case is not the one that is tested"
    )
    await store.begin(ME, None, NEW)
    assert not any(b"sesquipedalian" in file.read_bytes() for file in files)
    await store.close()


async def test_what_is_deleted_under_a_reader_is_overwritten_after_it(
    sqlite: Callable[[], Store], tmp_path: Path
) -> None:
    store = Store(database_url(tmp_path / "data"), patience_s=0.1)
    begun = await store.begin(ME, None, NEW)
    await store.append(begun.place, 0, [Reasoning(0, "sesquipedalian" * 1000)])
    file = tmp_path / "data" / "stepwise.db"
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM events").fetchone()
    await store.delete(ME, begun.conversation)
    other.close()
    await store.begin(ME, None, NEW)
    assert not any(b"sesquipedalian" in one.read_bytes() for one in file.parent.glob("stepwise.db*"))
    await store.close()


async def test_a_reader_waits_for_a_moment_and_what_is_written_later_says_so(store: Store) -> None:
    """The promise is that nothing is shown which is neither on disk nor said to be unkept; waiting longer keeps no more."""
    gate, then = asyncio.Event(), asyncio.Event()

    async def begin(events: Sequence[Event], took_s: float | None) -> Place:
        await gate.wait()
        return (await store.begin(ME, None, NEW, events, took_s)).place

    first = Keeper(store, begin, patience_s=0.05)
    begun: list[str] = []

    async def begin_next(events: Sequence[Event], took_s: float | None) -> Place:
        assert first.trouble is None, "the order is that in which they were shown"
        found = await store.begin(ME, None, NEW, events, took_s)
        begun.append(found.conversation)
        return found.place

    await first.keep([Reasoning(0, "1")])
    assert first.trouble is not None
    await first.keep([Reasoning(0, "2"), Done("answered")], took_s=1.0)
    first.finish(then.set)
    second = Keeper(store, begin_next, after=first, patience_s=0.05)
    await second.keep([Done("answered")], took_s=1.0)
    assert second.trouble is not None and not begun
    gate.set()
    async with asyncio.timeout(20):
        await then.wait()
        while second.trouble is not None:
            await second.keep()
    [older] = [s for s in await store.conversations(ME) if s.id not in begun]
    [turn] = (await store.conversation(ME, older.id)).turns
    assert turn.events == (Reasoning(0, "1"), Reasoning(0, "2"), Done("answered")) and turn.took_s == 1.0
    assert len((await store.conversation(ME, begun[0])).turns[0].events) == 1
    assert store.held == 0 and store.held_ended == {"kept": 1}


@pytest.mark.parametrize(
    ("error", "end"),
    [(ConversationGone("t1"), "gone"), (StoreUnavailable("store-unavailable", "away"), "lost")],
    ids=["deleted meanwhile", "too long"],
)
async def test_what_becomes_of_what_is_held_is_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception, end: str
) -> None:
    monkeypatch.setattr(keeper_module, "HOLD_S", 0.3)
    failing: list[Exception] = [StoreUnavailable("store-unavailable", "away")]

    async def begin(events: Sequence[Event], took_s: float | None) -> Place:
        raise failing[0]

    held = Keeper(store, begin, rest_s=0.05)
    await held.keep([Done("answered")], took_s=1.0)
    failing[0] = error
    held.finish(lambda: pytest.fail("it is not kept"))
    assert store.held == 1 and not store.held_ended
    async with asyncio.timeout(20):
        while store.held:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert store.held_ended == {end: 1}


async def test_more_than_may_be_held_is_lost_and_so_is_what_a_server_that_ends_holds(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "HELD", 1)

    async def begin(events: Sequence[Event], took_s: float | None) -> Place:
        raise StoreUnavailable("store-unavailable", "away")

    for _ in range(2):
        one = Keeper(store, begin)
        await one.keep([Done("answered")], took_s=1.0)
        one.finish(lambda: pytest.fail("it is not kept"))
    assert store.held == 1 and store.held_ended == {"lost": 1}
    await store.close()
    await asyncio.sleep(0)
    assert store.held == 0 and store.held_ended == {"lost": 2}


async def test_what_is_kept_holds_nothing_of_the_request_that_it_came_with(store: Store) -> None:
    class Asked:
        pass

    asks: ContextVar[Asked] = ContextVar("asks")
    await store.conversations(ME)  # what opens the database stays as it is open
    keep, _ = keeper(store)

    async def ask() -> weakref.ref[Asked]:
        asks.set(asked := Asked())
        await keep.keep([Done("answered")], took_s=1.0)
        return weakref.ref(asked)

    asked = await asyncio.create_task(ask())
    await asyncio.sleep(0)  # the loop lets go of what it called last
    gc.collect()
    assert keep.trouble is None and asked() is None
