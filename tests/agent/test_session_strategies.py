"""Strategies through the session's door: real kernels, real readers, a scripted model."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

import pytest
import pytest_asyncio

from solver.agent import JUDGED
from solver.events import Answer, Check, Code, Done, Event, Failure, Output, Reasoning
from solver.kernels import LiveKernel
from solver.models import Backend
from solver.ports import Model, Problem
from solver.profiles import DEFAULT, Profile
from solver.services import Services
from solver.session import Session
from solver.settings import Settings
from tests.fakes import FixedScorer, ScriptedModel

pytestmark = pytest.mark.asyncio(loop_scope="module")
PROBLEM = Problem("What is 12 times 12?", "en")


class ScriptedBackend:
    """Its conversations say what was prepared, each from the beginning."""

    profile: Profile = DEFAULT

    def __init__(self) -> None:
        self.texts: tuple[str, ...] = ()

    async def start(self) -> None:
        """Nothing to get ready."""

    def model(self, problem: Problem) -> Model:
        """A new one for each conversation."""
        return ScriptedModel(*self.texts)

    async def close(self) -> None:
        """Nothing to give back."""


class ScriptedServices(Services):
    """All as it is, but the model."""

    def __init__(self) -> None:
        super().__init__(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]
        self.scripted = ScriptedBackend()

    def backend(self, name: str) -> Backend:
        """The scripted one under its name."""
        return self.scripted if name == "scripted" else super().backend(name)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def services() -> AsyncGenerator[ScriptedServices]:
    found = ScriptedServices()
    await found.start()
    yield found
    await found.close()


@pytest_asyncio.fixture(loop_scope="module")
async def session(services: ScriptedServices) -> AsyncGenerator[Session]:
    found = services.session()
    yield found
    await found.close()


async def solve(session: Session, strategy: str | None, samples: int = 4) -> list[Event]:
    return [e async for e in session.solve(PROBLEM, model="scripted", strategy=strategy, samples=samples)]


async def test_a_vote_has_a_kernel_for_each_attempt_and_gives_them_back(
    services: ScriptedServices, session: Session
) -> None:
    services.scripted.texts = (
        "```python\nn = globals().get('n', 0) + 12\nn * 12\n```\n",
        "It is \\boxed{144}.",
    )
    events = await solve(session, "vote", samples=3)
    assert [e.text for e in events if isinstance(e, Output)][:3] == ["144"] * 3
    assert "3 of 3 attempts agree" in "".join(e.delta for e in events if isinstance(e, Reasoning))
    assert [e.verdict for e in events if isinstance(e, Check)] == ["unknown", "proved"]
    assert len(services._kernels._used) == 1
    again = [o.text async for o in session.run_cell(0, "n", "en") if isinstance(o, Output)]
    assert again == ["12"]


async def test_a_program_that_runs_without_end_leads_to_reasoning(
    services: ScriptedServices, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "settings", services.settings.model_copy(update={"cell_timeout_s": 1.0}))
    services.scripted.texts = ("```python\nwhile True: pass\n```\n", "It is \\boxed{144}.")
    events = await solve(session, "program-first")
    assert Answer("144") in events
    assert events[-1] == Done("answered")


@pytest.mark.parametrize("strategy", ["tool-integrated", "self-verify", "vote"])
async def test_cells_that_hang_flood_or_fail_are_told_and_the_model_goes_on(
    services: ScriptedServices, session: Session, monkeypatch: pytest.MonkeyPatch, strategy: str
) -> None:
    monkeypatch.setattr(services, "settings", services.settings.model_copy(update={"cell_timeout_s": 1.0}))
    cells = ("while True: pass", "while True: print('x' * 10_000)", "1/0", "12 * 12")
    services.scripted.texts = (
        *(f"```python\n{cell}\n```\n" for cell in cells), "It is \\boxed{144}.", "Verification: True",
    )  # fmt: skip
    events = await solve(session, strategy, samples=2)
    errors = [e.text for e in events if isinstance(e, Output) and e.stream == "error"]
    assert len(errors) == (6 if strategy == "vote" else 3)
    assert "TimeoutError" in errors[0]
    assert "TimeoutError" in errors[1] or "OutputLimit" in errors[1]
    assert "ZeroDivisionError" in errors[2]
    assert Answer("144") in events
    assert events[-1] == Done("answered")


async def test_an_answer_against_the_kernel_is_refuted(services: ScriptedServices, session: Session) -> None:
    services.scripted.texts = ("```python\nprint(12 * 12)\n```\n", "It is \\boxed{145}.")
    events = await solve(session, None)
    assert [e.verdict for e in events if isinstance(e, Check)] == [
        "refuted"
    ] * 2  # by the topic and by the kernel
    assert "printed \\(144\\)" in [e.claim for e in events if isinstance(e, Check)][-1]


async def test_the_built_in_tutor_has_its_own_way(session: Session) -> None:
    events = [e async for e in session.solve(PROBLEM, strategy="vote")]
    assert Answer("144") in events
    assert len({e.part for e in events if isinstance(e, Code)}) == 2


async def test_a_reward_model_chooses_where_the_settings_name_one(
    services: ScriptedServices, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.scripted.texts = ("```python\nprint(12 * 12)\n```\n", "It is \\boxed{144}.")
    assert not JUDGED & set(services.strategies())
    events = await solve(session, "best-of")
    assert events[-1] == Done("failed") and "STEPWISE_REWARD_MODEL" in events[0].message  # type: ignore[union-attr]
    told = {"reward_model": "/nowhere/judge"}
    monkeypatch.setattr(services, "settings", services.settings.model_copy(update=told))
    assert set(services.strategies()) >= JUDGED
    events = await solve(session, "best-of")
    assert "no reward model “/nowhere/judge”" in events[-2].message  # type: ignore[union-attr]
    monkeypatch.setattr(services, "_scorer", scorer := FixedScorer())
    events = await solve(session, "weighted-vote", samples=2)
    assert Answer("144") in events and scorer.judged == ["144", "144"]


async def test_an_unknown_strategy_is_said(session: Session) -> None:
    events = await solve(session, "votes")
    assert [type(e) for e in events] == [Failure, Done]
    assert "did you mean 'vote'" in events[0].message  # type: ignore[union-attr]


async def test_the_readers_compare_values(services: ScriptedServices) -> None:
    checker = services.checker()
    assert await checker.same("1/2", "0.5") is True
    assert await checker.exact("[1, sqrt(2)]") == r"1,\ \sqrt{2}"
    assert await checker.exact("the dog") is None
    comparison = await checker.compare("0.33", "1/3")
    assert comparison is not None
    assert comparison.relation == "rounded"
    assert await checker.compare("B", "1/3") is None


async def test_the_tutor_s_turns_need_nothing_but_their_own_cells_and_nobody_else_s_do(
    services: ScriptedServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, run = list[object](), LiveKernel.run

    def noted(kernel: LiveKernel, part: int, source: str, *, timeout_s: float, turn: object = None) -> Any:
        turns.append(turn)
        return run(kernel, part, source, timeout_s=timeout_s, turn=turn)

    monkeypatch.setattr(LiveKernel, "run", noted)
    session = Session(services)
    try:
        for _ in range(2):
            assert [e async for e in session.solve(Problem("Solve x^2 - 5x + 6 = 0.", "en"))]
        assert None not in turns and len(set(turns)) == 2 and len(turns) > 3, "checks are cells of their turn"
        turns.clear()
        services.scripted.texts = ("Compute.\n```python\n12*12\n```\n", "So \\boxed{144}.")
        assert [e async for e in session.solve(PROBLEM, model="scripted")]
        assert [e async for e in session.run_cell(0, "12*12", "en")]
        assert len(turns) > 1 and set(turns) == {None}
    finally:
        await session.close()
