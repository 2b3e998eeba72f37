"""A solution that a student practises without stays kept back: in the store, on a page opened anew, behind a link."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator

import pytest

from solver.errors import ConversationGone
from solver.events import Answer, Check, Done, Reasoning
from solver.models.coach import Coached
from solver.ports import Exercise, Problem
from solver.store import KeptTurn, NewTurn, Store
from solver.tutor import Worked
from solver.tutor.tries import Try
from ui.kept import turn_of
from ui.still import still_turn
from ui.tutored import view

PROBLEM = Problem("Solve x + 5 = 7742.", "en")
EVENTS = (
    Reasoning(0, "**1.** Subtract 5 on both sides: \\(x = 7737\\)\n\n"),
    Answer("7737"),
    Check("7737 + 5 = 7742", "proved", "put in"),
    Done("answered"),
)


class Tutor:
    """A session that tutors, and has no ladder to offer."""

    async def ladder(self, problem: Problem, solution: Worked, *, model: str = "") -> Coached | None:
        return None

    async def judge(self, problem: Problem, answer: str, right: str) -> Try:
        raise NotImplementedError

    async def vary(self, *models: Problem, seed: int = 0) -> AsyncGenerator[Exercise]:
        for _ in ():
            yield _


@pytest.mark.parametrize("kept_back", [True, False])
@pytest.mark.parametrize("session", [Tutor(), None])
def test_what_is_kept_back_reaches_no_page(kept_back: bool, session: Tutor | None) -> None:
    kept = KeptTurn("t", PROBLEM, "builtin", None, 0.0, 1.0, False, EVENTS, (), kept_back)
    turn = turn_of(kept, session)
    sent = json.dumps(view(turn)) + still_turn(turn)
    assert "7742" in sent
    assert ("7737" in sent) is not kept_back


async def test_the_store_knows_until_the_solution_was_asked_for(store: Store) -> None:
    new = NewTurn("t", PROBLEM, "builtin", kept_back=True)
    begun = await store.begin("me", None, new, EVENTS, 1.0)
    assert [t.kept_back for t in (await store.conversation("me", begun.conversation)).turns] == [True]
    with pytest.raises(ConversationGone):
        await store.reveal("you", begun.conversation, "t")
    await store.reveal("me", begun.conversation, "t")
    assert [t.kept_back for t in (await store.conversation("me", begun.conversation)).turns] == [False]
