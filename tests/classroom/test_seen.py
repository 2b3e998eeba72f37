"""Who is seen by a class: a member, from joining to leaving, while it is open; nobody else, ever. On both databases."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.acts import Attempt, Hint, Reveal
from solver.classroom import Lock
from solver.errors import ClassGone, ConversationGone
from solver.events import Done
from solver.ports import Problem
from solver.store import NewTurn, Store, database_url, hashed

ME, YOU = hashed("me"), hashed("you")


async def begin(
    store: Store, owner: str, text: str, conversation: str | None = None, *, hidden: bool = True
) -> str:
    """A problem that an owner begins; a conversation of its own unless one is named. Its turn is called after it."""
    new = NewTurn(text.replace(" ", ""), Problem(text, "en"), "builtin", kept_back=hidden)
    return (await store.begin(owner, conversation, new, [Done("answered")], 0.1)).conversation


async def seen(store: Store, number: int) -> list[tuple[int, str]]:
    return [(one.student, one.problem) for one in (await store.classes.work(number))[1]]


async def test_a_class_sees_its_members_from_joining_to_leaving(store: Store) -> None:
    made = await store.classes.make("8b")
    before = await begin(store, ME, "before")
    joined = await store.classes.join(ME, made.code, " Mei ")
    assert (joined.class_name, joined.name, joined.number, joined.lock) == ("8b", "Mei", 1, None)
    await begin(store, ME, "within", before)
    await begin(store, YOU, "strangers")
    assert await seen(store, made.id) == [(1, "within")]
    await store.add_acts(ME, before, "within", 0, [Hint("idea"), Attempt("4", False, slip="sign"), Reveal()])
    await store.add_acts(ME, before, "before", 0, [Hint("line")])
    await store.reveal(ME, before, "within")
    members, [one] = await store.classes.work(made.id)
    assert members == [(1, "Mei")] and [act for _, act in one.acts] == [
        Hint("idea"),
        Attempt("4", False, slip="sign"),
        Reveal(),
    ]
    assert one.shown and all(0 <= after_s < 60 for after_s, _ in one.acts)
    await store.classes.leave(ME)
    await begin(store, ME, "after", before)
    assert await store.classes.work(made.id) == ([], []) and await store.classes.membership(ME) is None
    await store.classes.join(ME, made.code)
    assert await seen(store, made.id) == [], "what was seen before leaving does not come back"
    kept = await store.conversation(ME, before)
    assert [t.acts for t in kept.turns] == [
        (Hint("line"),),
        (Hint("idea"), Attempt("4", False, slip="sign"), Reveal()),
        (),
    ]


async def test_a_class_that_is_closed_sees_nothing_and_takes_nobody(store: Store) -> None:
    made = await store.classes.make("8b")
    await store.classes.set_lock(made.id, Lock(after_s=600))
    await store.classes.join(ME, made.code)
    await store.classes.close(made.id, closed=True)
    await begin(store, ME, "closed")
    membership = await store.classes.membership(ME)
    assert membership is not None and membership.closed and membership.lock is None
    with pytest.raises(ClassGone):
        await store.classes.join(YOU, made.code)
    await store.classes.close(made.id, closed=False)
    await begin(store, ME, "open")
    assert await seen(store, made.id) == [(1, "open")]
    membership = await store.classes.membership(ME)
    assert membership is not None and membership.lock == Lock(after_s=600)


async def test_two_classes_are_apart_and_a_browser_is_in_one(store: Store) -> None:
    one, other = await store.classes.make("8b"), await store.classes.make("9c")
    await store.classes.join(ME, one.code)
    await store.classes.join(YOU, other.code, "Tom")
    await begin(store, ME, "mine")
    await begin(store, YOU, "yours")
    assert await seen(store, one.id) == [(1, "mine")] and await seen(store, other.id) == [(1, "yours")]
    await store.classes.join(ME, other.code)
    assert await seen(store, one.id) == [] and (await store.classes.one(one.id)).members == 0
    await begin(store, ME, "later")
    assert await seen(store, other.id) == [(1, "yours"), (2, "later")]
    await store.classes.join(ME, other.code, "Mei")
    assert await seen(store, other.id) == [(1, "yours"), (2, "later")], (
        "the code typed again changes the name only"
    )


async def test_codes_are_renewed_and_classes_deleted_for_good(store: Store) -> None:
    made = await store.classes.make("8b")
    await store.classes.join(ME, made.code)
    conversation = await begin(store, ME, "mine")
    await store.classes.renew(made.id)
    with pytest.raises(ClassGone):
        await store.classes.join(YOU, made.code)
    renewed = await store.classes.one(made.id)
    await store.classes.join(YOU, renewed.code)
    assert renewed.code != made.code and await seen(store, made.id) == [(1, "mine")]
    await store.classes.delete(made.id)
    assert await store.classes.membership(ME) is None and await store.classes.listed() == []
    for act in (store.classes.one, store.classes.work, store.classes.delete, store.classes.renew):
        with pytest.raises(ClassGone):
            await act(made.id)
    assert (await store.conversation(ME, conversation)).turns, "the students' own pages stay"


async def test_what_a_student_deletes_no_class_has(store: Store) -> None:
    made = await store.classes.make("8b")
    await store.classes.join(ME, made.code)
    first = await begin(store, ME, "first")
    await begin(store, ME, "second")
    await store.delete(ME, first)
    assert await seen(store, made.id) == [(1, "second")]
    with pytest.raises(ConversationGone):
        await store.add_acts(ME, first, "first", 0, [Hint("idea")])
    with pytest.raises(ConversationGone):
        await store.add_acts(YOU, first, "first", 0, [Hint("idea")])
    await store.delete_all(ME)
    assert await store.classes.work(made.id) == ([], [])


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["join", "leave", "begin", "close", "open", "delete"]),
        st.integers(0, 1),
        st.integers(0, 1),
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None)
@given(STEPS)
async def test_only_work_of_present_members_is_ever_in_a_table(
    steps: list[tuple[str, int, int]],
) -> None:
    """Whatever students and teachers do: a model of the rule, in three dicts, says the same as the database."""
    with tempfile.TemporaryDirectory() as folder:
        await lived(Store(database_url(Path(folder))), steps)


async def lived(store: Store, steps: list[tuple[str, int, int]]) -> None:
    """Take the steps, and compare."""
    made = [await store.classes.make(name) for name in ("8b", "9c")]
    within: dict[int, int] = {}
    is_open = {0: True, 1: True}
    rows: dict[int, list[tuple[int, str]]] = {0: [], 1: []}
    for number, (step, who, where) in enumerate(steps):
        owner, one = hashed(f"owner {who}"), made[where]
        if step == "join" and is_open[where]:
            await store.classes.join(owner, one.code)
            if within.get(who) != where:
                rows = {c: [row for row in found if row[0] != who] for c, found in rows.items()}
            within[who] = where
        elif step == "leave":
            await store.classes.leave(owner)
            within.pop(who, None)
            rows = {c: [row for row in found if row[0] != who] for c, found in rows.items()}
        elif step == "begin":
            await begin(store, owner, f"problem {number}")
            if who in within and is_open[within[who]]:
                rows[within[who]].append((who, f"problem {number}"))
        elif step in ("close", "open"):
            await store.classes.close(one.id, closed=step == "close")
            is_open[where] = step == "open"
        elif step == "delete":
            await store.delete_all(owner)
            within.pop(who, None)
            rows = {c: [row for row in found if row[0] != who] for c, found in rows.items()}
    for where, one in enumerate(made):
        members, work = await store.classes.work(one.id)
        assert len(members) == sum(place == where for place in within.values())
        assert [w.problem for w in work] == [text for _, text in rows[where]]
        assert {w.student for w in work} <= {number for number, _ in members}
    await store.close()
