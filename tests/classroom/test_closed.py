"""A class keeps solutions closed at the server: what is closed is not sent, whatever the page asks for, until it opens."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncGenerator, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from solver.acts import Attempt, Hint, Reveal
from solver.classroom import Class, Lock
from solver.errors import StoreUnavailable
from solver.events import Code, Event
from solver.models.coach import Coached
from solver.ports import Exercise, Problem
from solver.store import Store
from solver.tutor import Worked, ladder_of
from solver.tutor.tries import Try
from tests.browser.scripted import ScriptedServices, ScriptedSession
from tests.store.tab import ME, STRANGER, Tab
from tests.tutor.test_kept_back import PROBLEM, SOLUTION, stream
from ui import tutoring
from ui.handlers import Handlers

SECRETS = ("secret-", "secret_cell", "x=5")


class TutoringSession(ScriptedSession):
    """Solves one problem, and tutors with its ladder; judges by the text. `ran` are the cells that its kernel knows of."""

    def __init__(self, services: ScriptedServices) -> None:
        super().__init__(services)
        self.ran: list[str] = []

    async def solve(
        self, problem: Problem, *, model: str = "builtin", strategy: str | None = None
    ) -> AsyncGenerator[Event]:
        for event in stream(SOLUTION):
            self.ran += [event.delta] if isinstance(event, Code) else []
            yield event

    def recall(self, cells: Sequence[str], *, alone: bool = False) -> bool:
        self.ran = list(cells)
        return True

    def catch_up(self, cells: Sequence[str]) -> None:
        self.ran += cells

    async def ladder(self, problem: Problem, solution: Worked, *, model: str = "builtin") -> Coached | None:
        return Coached(ladder_of(problem, solution), ())

    async def judge(self, problem: Problem, answer: str, right: str) -> Try:
        return Try(answer, None if answer == "?" else answer == right, slip="" if answer == right else "sign")

    async def vary(self, *models: Problem, seed: int = 0) -> AsyncGenerator[Exercise]:
        for _ in ():
            yield _


class TutoringServices(ScriptedServices):
    def session(self) -> TutoringSession:
        return TutoringSession(self)


@pytest.fixture
async def services(store: Store) -> TutoringServices:
    made = TutoringServices(pause_s=0.0)
    made.store = store  # type: ignore[assignment]
    return made


@pytest.fixture
async def one(store: Store) -> Class:
    made = await store.classes.make("8b")
    await store.classes.join(ME, made.code)
    return made


def is_closed(value: dict[str, Any]) -> bool:
    sent = json.dumps(value, ensure_ascii=False)
    return not any(secret in sent for secret in SECRETS)


def sentence(value: dict[str, Any]) -> str:
    """The block that says when it opens; empty where there is none."""
    [turn] = value["turns"]
    return next((block["html"] for block in turn["blocks"] if block["id"] == "closed"), "")


async def solved(tab: Tab, mode: str = "demonstrate", turn: str = "t1") -> dict[str, Any]:
    """All that is sent until the problem is ready; the last of it."""
    last: dict[str, Any] = {}
    async for last in tab.stream("solve", text=PROBLEM.text, turn=turn, language="en", mode=mode):  # noqa: B007
        pass
    return last


async def test_it_opens_after_so_many_different_answers(
    services: TutoringServices, store: Store, one: Class
) -> None:
    await store.classes.set_lock(one.id, Lock(after_attempts=2))
    tab = Tab(Handlers(services), "a")
    async for value in tab.stream("solve", text=PROBLEM.text, turn="t1", language="en", mode="demonstrate"):
        assert is_closed(value), "it was asked to be demonstrated, and is kept back all the same"
    assert "closed.attempts" in sentence(value)
    asked = [
        {"act": act}
        for act in ("show", *["hint"] * 9, *["next"] * 9, "show", "look", "plot", "similar", "explain")
    ]
    answers = [{"act": "answer", "answer": text} for text in ("x=1", "x=1", "?", "x=1")]
    for what in (*asked, *answers, {"act": "work", "work": "3x=16"}, {"act": "show"}):
        if what["act"] == "work":
            services.check_work = _unjudged  # type: ignore[attr-defined]
        value = await tab.do("tutor", turn="t1", **what)
        assert is_closed(value), f"{what} opened it"
    assert "closed.attempt&quot;" in sentence(value) or 'closed.attempt"' in sentence(value)
    [kept] = (await store.conversation(ME, value["conversation"])).turns
    assert kept.kept_back
    value = await tab.do("tutor", turn="t1", act="answer", answer="x=2")
    assert sentence(value) == "" and is_closed(value)
    value = await tab.do("tutor", turn="t1", act="show")
    assert "secret-output" in json.dumps(value) or "secret-latex" in json.dumps(value)
    [kept] = (await store.conversation(ME, value["conversation"])).turns
    assert not kept.kept_back and kept.acts[-2:] == (Attempt("x=2", False, slip="sign"), Reveal())
    _, [practised] = await store.classes.work(one.id)
    assert tuple(act for _, act in practised.acts) == kept.acts and practised.shown


async def _unjudged(problem: Problem, lines: Any, *, shown: Any = (), solved: str | None = None) -> tuple[()]:
    return ()


async def test_a_reload_opens_nothing_and_loses_nothing(
    services: TutoringServices, store: Store, one: Class
) -> None:
    await store.classes.set_lock(one.id, Lock(after_attempts=3))
    handlers = Handlers(services)
    tab = Tab(handlers, "a")
    await solved(tab)
    await tab.do("tutor", turn="t1", act="hint")
    await tab.do("tutor", turn="t1", act="hint")
    before = await tab.do("tutor", turn="t1", act="answer", answer="x=1")
    again = Tab(handlers, "b")
    opened = await again.open(before["conversation"])
    assert is_closed(opened) and '"left": 2' in sentence(opened).replace("&quot;", '"')
    kinds = ("rung", "try-result")
    assert [b["html"] for b in opened["turns"][0]["blocks"] if b["kind"] in kinds] == [
        b["html"] for b in before["turns"][0]["blocks"] if b["kind"] in kinds
    ]
    value = await again.do("tutor", turn="t1", act="hint")
    [kept] = (await store.conversation(ME, value["conversation"])).turns
    assert kept.acts == (Hint("asked"), Hint("idea"), Attempt("x=1", False, slip="sign"), Hint("gap"))
    await handlers.close()


async def test_it_opens_at_its_time(
    services: TutoringServices, store: Store, one: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = time.time()
    monkeypatch.setattr(tutoring, "time", SimpleNamespace(time=lambda: now_s, monotonic=time.monotonic))
    await store.classes.set_lock(one.id, Lock(after_s=600))
    tab = Tab(Handlers(services), "a")
    value = await solved(tab)
    assert is_closed(value) and "closed.at" in sentence(value)
    now_s += 590
    assert is_closed(await tab.do("tutor", turn="t1", act="show"))
    now_s += 20
    assert sentence(await tab.do("tutor", turn="t1", act="look")) == ""
    assert not is_closed(await tab.do("tutor", turn="t1", act="show"))
    await store.classes.set_lock(one.id, Lock(until_s=now_s - 1))
    assert not is_closed(await solved(tab, turn="t2")), "the time is over"


async def test_who_finds_the_answer_may_see_the_solution(
    services: TutoringServices, store: Store, one: Class
) -> None:
    await store.classes.set_lock(one.id, Lock(after_s=86_400))
    tab = Tab(Handlers(services), "a")
    await solved(tab)
    value = await tab.do("tutor", turn="t1", act="answer", answer=SOLUTION.answer)
    assert sentence(value) == ""
    assert "secret-latex" in json.dumps(await tab.do("tutor", turn="t1", act="show"))


@pytest.mark.parametrize("freed", ["stranger", "left", "closed", "unlocked"])
async def test_nobody_else_is_kept_waiting(
    services: TutoringServices, store: Store, one: Class, freed: str
) -> None:
    await store.classes.set_lock(one.id, Lock(after_s=86_400))
    tab = Tab(Handlers(services), "a", STRANGER) if freed == "stranger" else Tab(Handlers(services), "a")
    if freed == "left":
        await store.classes.leave(ME)
    elif freed == "closed":
        await store.classes.close(one.id, closed=True)
    elif freed == "unlocked":
        assert is_closed(await solved(tab))
        await store.classes.set_lock(one.id, None)
        assert not is_closed(await tab.do("tutor", turn="t1", act="show"))
        return
    assert not is_closed(await solved(tab))


async def test_a_store_that_is_away_opens_nothing(
    services: TutoringServices, store: Store, one: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.classes.set_lock(one.id, Lock(after_s=86_400))
    tab = Tab(Handlers(services), "a")
    await solved(tab)

    async def away(owner: str) -> None:
        raise StoreUnavailable("store-unavailable", "away")

    monkeypatch.setattr(store.classes, "membership", away)
    assert is_closed(await tab.do("tutor", turn="t1", act="show"))


async def test_practising_in_no_class_is_kept_back_in_the_store(
    services: TutoringServices, store: Store
) -> None:
    value = await solved(Tab(Handlers(services), "a"), mode="practise")
    assert is_closed(value) and sentence(value) == ""
    [kept] = (await store.conversation(ME, value["conversation"])).turns
    assert kept.kept_back
    assert is_closed(await Tab(Handlers(services), "b").open(value["conversation"]))


async def test_a_student_has_no_kernel_with_the_solution_in_it_until_it_is_shown(
    services: TutoringServices, store: Store
) -> None:
    """Cells of one's own can read all that a kernel has run, so what is kept back is run in another one."""
    handlers = Handlers(services)

    def cells(name: str) -> list[str]:
        session = next(s.session for (_, tab), s in handlers.students._here.items() if tab == name)
        assert isinstance(session, TutoringSession)
        return session.ran

    tab = Tab(handlers, "a")
    value = await solved(tab, mode="practise")
    assert cells("a") == [] and services.closed == 1, "the other session is over"
    again = Tab(handlers, "b")
    await again.open(value["conversation"])
    assert cells("b") == []
    assert not is_closed(await again.do("tutor", turn="t1", act="show"))
    assert cells("b") == ["secret_cell()"], "what is shown can be gone on with"
    await solved(tab, turn="t2")
    assert cells("a") == ["secret_cell()"], "a demonstrated one runs in the student's own"
    await handlers.close()
