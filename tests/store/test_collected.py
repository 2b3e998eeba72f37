"""Examples for training and readers' thumbs: they come back whole, are found, changed and deleted for good, and go with what they belong to."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.errors import ConversationGone, ExampleGone
from solver.events import Answer, Code, Done, Event, Output, Reasoning, encode
from solver.ports import Problem
from solver.store import NewExample, NewTurn, Store, hashed
from solver.store.collected import PAGE
from tests.test_events import events
from training.examples import example

ME, OTHER = hashed("me"), hashed("other")
STREAM: tuple[Event, ...] = (
    Reasoning(0, "Multiply."), Code(1, "6*7"), Output(1, "result", "42"), Answer("42"), Done("answered"),
)  # fmt: skip


def new(problem: str = "6 · 7 = ?", stream: tuple[Event, ...] = STREAM, **more: str) -> NewExample:
    return NewExample(Problem(problem, "en"), stream, "builtin", "CC0-1.0", **more)


@given(stream=st.lists(events, max_size=6), subject=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))  # fmt: skip
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_an_example_comes_back_and_training_reads_it(
    store: Store, stream: list[Event], subject: str
) -> None:
    number = await store.collected.add(new(stream=tuple(stream), subject=subject, level="9", reference="42"))
    kept = await store.collected.one(number)
    assert [encode(event) for event in kept.example.events] == [encode(event) for event in stream]
    assert (kept.example.subject, kept.example.level, kept.example.reference) == (subject, "9", "42")
    read = example(json.loads(json.dumps(kept.record())))
    assert (read.id, read.problem, read.answer, read.licence) == (str(number), "6 · 7 = ?", kept.example.answer, "CC0-1.0")  # fmt: skip
    assert read.events == kept.example.events


async def test_examples_are_found_changed_and_deleted_for_good(store: Store) -> None:
    first = await store.collected.add(new("50% of 8", subject="Percentages"))
    second = await store.collected.add(new("half \ud800 and \x00"))
    assert [one.id for one in (await store.collected.listed())[0]] == [second, first]
    assert [one.id for one in (await store.collected.listed("PERCENT"))[0]] == [first]
    assert [one.id for one in (await store.collected.listed("0%"))[0]] == [first], "no pattern"
    await store.collected.change(first, new("50 % of 8", level="6"))
    [latest, _], more = await store.collected.listed()
    assert (latest.id, latest.example.level, latest.example.subject, more) == (first, "6", "", False)
    assert latest.created_s <= latest.updated_s
    await store.collected.delete(first)
    for attempt in (
        store.collected.one(first),
        store.collected.change(first, new()),
        store.collected.delete(first),
    ):
        with pytest.raises(ExampleGone):
            await attempt
    assert [one.id for one in await store.collected.after()] == [second]


async def test_many_are_listed_and_read_a_page_at_a_time(store: Store) -> None:
    numbers = [await store.collected.add(new(f"{n} + 1")) for n in range(PAGE + 3)]
    (page, more), (rest, none) = await store.collected.listed(), await store.collected.listed(page=1)
    assert [one.id for one in page + rest] == numbers[::-1] and more and not none
    read = await store.collected.after()
    assert [one.id for one in read + await store.collected.after(read[-1].id)] == numbers


async def test_a_thumb_is_kept_with_the_conversation_alone(store: Store) -> None:
    begun = await store.begin(ME, None, NewTurn("t1", Problem("6 · 7 = ?", "en"), "builtin"), STREAM)
    hidden = await store.begin(ME, begun.conversation, NewTurn("t2", Problem("x", "en"), "builtin", kept_back=True), STREAM)  # fmt: skip
    with pytest.raises(ConversationGone):
        await store.collected.thumb(OTHER, begun.conversation, "t1", True)
    for up in (True, False):
        await store.collected.thumb(ME, begun.conversation, "t1", up)
    await store.collected.thumb(ME, begun.conversation, "t2", True)
    assert (await store.collected.thumbs_of(ME, begun.conversation))["t1"] == (begun.place.turn, False)
    assert await store.collected.thumbs_of(OTHER, begun.conversation) == {}
    [thumb] = await store.collected.thumbs()
    assert (thumb.turn, thumb.problem.text, thumb.model, thumb.up) == (begun.place.turn, "6 · 7 = ?", "builtin", False)  # fmt: skip
    found, made = await store.collected.solution(thumb.turn)
    assert (found, made.events, made.answer, made.source) == (thumb, STREAM, "42", "builtin")
    with pytest.raises(ExampleGone):
        await store.collected.solution(hidden.place.turn)
    kept = await store.collected.add(made)
    await store.delete(ME, begun.conversation)
    assert await store.collected.thumbs() == []
    assert (await store.collected.one(kept)).example.answer == "42", "a copy stays"


async def test_a_thumb_is_taken_back_or_off_the_list(store: Store) -> None:
    begun = await store.begin(ME, None, NewTurn("t1", Problem("1", "en"), "builtin"), STREAM)
    for undo in (
        lambda: store.collected.thumb(ME, begun.conversation, "t1", None),
        lambda: store.collected.dismiss(begun.place.turn),
    ):
        await store.collected.thumb(ME, begun.conversation, "t1", True)
        await undo()
        assert await store.collected.thumbs() == []
    assert len((await store.conversation(ME, begun.conversation)).turns) == 1
