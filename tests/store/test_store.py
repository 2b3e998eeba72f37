"""What is put into the store comes out of it, whole, in order, and only for whoever put it in."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, text

from solver.errors import ConversationGone
from solver.events import Answer, Code, Done, Event, Output, Reasoning, encode
from solver.ports import Problem
from solver.store import KeptMark, NewTurn, Store, hashed
from tests.test_events import events

ME, OTHER = hashed("me"), hashed("other")


def new(name: str = "t1", problem: str = "Solve x + 1 = 2.", **more: str | None) -> NewTurn:
    return NewTurn(name, Problem(problem, "en"), "builtin", **more)  # type: ignore[arg-type]


@given(streams=st.lists(st.lists(st.lists(events, max_size=4), max_size=4), min_size=1, max_size=3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_streams_come_back_as_they_went_in(store: Store, streams: list[list[list[Event]]]) -> None:
    """However they were cut into batches."""
    conversation = None
    for index, batches in enumerate(streams):
        begun = await store.begin(ME, conversation, new(f"t{index}"))
        conversation, number = begun.conversation, 0
        for batch in batches:
            await store.append(begun.place, number, batch)
            number += len(batch)
    assert conversation is not None
    found = await store.conversation(ME, conversation)
    assert [list(map(encode, turn.events)) for turn in found.turns] == [
        [encode(event) for batch in batches for event in batch] for batches in streams
    ]
    assert [turn.name for turn in found.turns] == [f"t{index}" for index in range(len(streams))]


async def test_text_that_no_database_takes_is_kept_all_the_same(store: Store) -> None:
    odd = [Reasoning(0, "half \ud800 and \x00"), Done("answered")]
    begun = await store.begin(ME, None, new(problem="x \x00 \ud800 = 1"))
    await store.append(begun.place, 0, odd, 0.25)
    [turn] = (await store.conversation(ME, begun.conversation)).turns
    assert list(turn.events) == odd and turn.took_s == 0.25
    assert turn.problem.text == "x � ? = 1"


async def test_what_is_mine_is_not_there_for_others(store: Store) -> None:
    begun = await store.begin(ME, None, new())
    mine = begun.conversation
    for attempt in (
        store.conversation(OTHER, mine),
        store.begin(OTHER, mine, new("t2")),
        store.begin_run(OTHER, mine, "t1", 0, "1"),
        store.rename(OTHER, mine, "taken"),
        store.share(OTHER, mine),
        store.withdraw(OTHER, mine),
        store.delete(OTHER, mine),
        store.shown(mine),
    ):
        with pytest.raises(ConversationGone):
            await attempt
    await store.delete_all(OTHER)
    assert await store.conversations(OTHER) == []
    assert [line.title for line in await store.conversations(ME)] == ["Solve x + 1 = 2."]


async def test_a_turn_takes_the_place_of_another(store: Store) -> None:
    """It is no longer shown; that its cells ran is still known, and when."""
    first = await store.begin(ME, None, new("t1"))
    await store.append(first.place, 0, [Code(0, "x = 1"), Done("answered")])
    run = await store.begin_run(ME, first.conversation, "t1", 0, "x = 2")
    await store.append(run, 0, [Output(0, "result", "2"), Done("answered")])
    second = await store.begin(ME, first.conversation, new("t2", replaces="t1"))
    assert second.names == ("t2",)
    await store.append(second.place, 0, [Code(0, "x = 3")])
    found = await store.conversation(ME, first.conversation)
    assert [turn.name for turn in found.shown()] == ["t2"] and [t.broken_off for t in found.turns] == [
        False,
        True,
    ]
    kept = found.turns[0].runs[0]
    assert (kept.part, kept.source, len(kept.events)) == (0, "x = 2", 2)
    assert found.streams() == [found.turns[0].events, kept, found.turns[1].events]
    again = await store.begin(ME, first.conversation, new("t2"))  # sent twice
    assert again.names == ("t2",)


async def test_conversations_are_found_by_their_words(store: Store) -> None:
    for problem in ("Factor x_1 - 100% now", "解方程 x+1=2", "FACTOR 9"):
        await store.begin(ME, None, new(problem=problem))
    titles = [line.title for line in await store.conversations(ME)]
    assert titles == ["FACTOR 9", "解方程 x+1=2", "Factor x_1 - 100% now"]
    for search, count in (("factor", 2), ("方程", 1), ("%", 1), ("_", 1), ("nothing", 0), (" ", 3)):
        assert len(await store.conversations(ME, search=search)) == count, search
    last = (await store.conversations(ME))[0]
    assert len(await store.conversations(ME, before_s=last.updated_s)) == 2
    await store.rename(ME, last.id, "  Nine\n")
    await store.rename(ME, last.id, " ")
    assert (await store.conversations(ME, search="nine"))[0].id == last.id


async def test_a_link_shows_it_until_it_is_withdrawn(store: Store) -> None:
    begun = await store.begin(ME, None, new())
    first = await store.share(ME, begun.conversation)
    second = await store.share(ME, begun.conversation)
    assert (await store.shown(second)).summary.shared
    for token in (first, hashed(second), begun.conversation, ""):
        with pytest.raises(ConversationGone):
            await store.shown(token)
    await store.withdraw(ME, begun.conversation)
    with pytest.raises(ConversationGone):
        await store.shown(second)
    assert not (await store.conversations(ME))[0].shared


@pytest.mark.parametrize("everything", [False, True])
async def test_what_is_deleted_is_gone(store: Store, empty: URL, everything: bool) -> None:
    begun = await store.begin(ME, None, new(problem="sesquipedalian"))
    await store.append(begun.place, 0, [Answer("floccinaucini")] * 50)
    kept = await store.begin(OTHER, None, new())
    await store.share(ME, begun.conversation)
    await (store.delete_all(ME) if everything else store.delete(ME, begun.conversation))
    with pytest.raises(ConversationGone):
        await store.append(begun.place, 50, [Done("answered")])
    tables = ("turns", "events", "shares")
    counts = await store.database.read(
        lambda c: [c.scalar(text(f"SELECT count(*) FROM {t}")) for t in tables]
    )
    assert counts == [1, 0, 0] and await store.conversation(OTHER, kept.conversation)
    if store.database.is_sqlite:
        for file in Path(str(empty.database)).parent.glob("stepwise.db*"):
            assert b"sesquipedalian" not in file.read_bytes() and b"floccinaucini" not in file.read_bytes()


async def test_no_secret_stands_in_the_file(store: Store, empty: URL) -> None:
    begun = await store.begin(hashed("a-secret-of-a-browser"), None, new())
    token = await store.share(hashed("a-secret-of-a-browser"), begun.conversation)
    if not store.database.is_sqlite:
        return
    folder = Path(str(empty.database)).parent
    content = b"".join(file.read_bytes() for file in folder.iterdir())
    assert b"a-secret" not in content and token.encode() not in content
    assert [file.name for file in (folder, *folder.glob("*.db")) if file.stat().st_mode & 0o77] == []


async def test_many_streams_at_once_stay_whole(store: Store) -> None:
    """Also when one of them is deleted in the middle: only that one hears of it."""
    turns = [await store.begin(hashed(str(n)), None, new()) for n in range(16)]
    half_way, deleted = asyncio.Event(), asyncio.Event()

    async def write(index: int) -> None:
        for number in range(20):
            await store.append(turns[index].place, number, [Reasoning(index, str(number))])
            if index == 3 and number == 9:
                half_way.set()
                await deleted.wait()

    async def delete() -> None:
        await half_way.wait()
        await store.delete(hashed("3"), turns[3].conversation)
        deleted.set()

    said = await asyncio.gather(*map(write, range(16)), delete(), return_exceptions=True)
    assert [n for n, error in enumerate(said) if error is not None] == [3] and isinstance(
        said[3], ConversationGone
    )
    for index, begun in enumerate(turns):
        if index != 3:
            [turn] = (await store.conversation(hashed(str(index)), begun.conversation)).turns
            assert turn.events == tuple(Reasoning(index, str(number)) for number in range(20))


async def test_tabs_that_begin_at_once_have_places_of_their_own(store: Store) -> None:
    first = await store.begin(ME, None, new("t0"))
    begun = await asyncio.gather(*(store.begin(ME, first.conversation, new(f"t{n}")) for n in range(1, 9)))
    assert len({b.place.turn for b in begun}) == 8
    assert len((await store.conversation(ME, first.conversation)).turns) == 9
    made = await asyncio.gather(*(store.begin(OTHER, None, new()) for _ in range(4)))
    assert len(await store.conversations(OTHER)) == len(made)


async def test_servers_that_start_at_once_make_one_set_of_tables(empty: URL) -> None:
    stores = [Store(empty) for _ in range(4)]
    await asyncio.gather(*(store.open() for store in stores))
    await stores[0].begin(ME, None, new())
    assert len(await stores[3].conversations(ME)) == 1
    for store in stores:
        await store.close()


async def test_marks_are_kept_in_their_order(store: Store) -> None:
    made = [KeptMark("r1", "runs/a", f"p{n}", verdict, "why \x00", f"2026-11-29T10:00:0{n}+00:00") for n, verdict in enumerate(("right", "wrong", None))]  # type: ignore[arg-type]  # fmt: skip
    for mark in made:
        await store.mark(mark)
    assert [(m.problem, m.verdict, m.note) for m in await store.marks("r1")] == [
        ("p0", "right", "why �"), ("p1", "wrong", "why �"), ("p2", None, "why �")
    ]  # fmt: skip
    assert await store.marks("r2") == []


async def test_the_file_waits_for_the_disk_and_for_others(store: Store) -> None:
    if not store.database.is_sqlite:
        return
    names = ("journal_mode", "synchronous", "foreign_keys")
    found = await store.database.read(
        lambda c: [c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    )
    assert found == ["wal", 2, 1]
