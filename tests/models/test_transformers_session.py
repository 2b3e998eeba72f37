"""The trained tiny model through the session's door: 4 bits, its own program in a real kernel, its answer from the output."""

from __future__ import annotations

import pytest

from solver.events import Answer, Code, Done, Output, Reasoning, Usage, Waiting
from solver.ports import Problem
from solver.services import Services
from solver.settings import Settings
from tests.small_model import SMALL_MODEL


@pytest.fixture
async def services(monkeypatch: pytest.MonkeyPatch) -> Services:
    monkeypatch.setenv("STEPWISE_MODEL", str(SMALL_MODEL))
    return Services(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]


async def test_a_problem_is_solved_by_a_model_on_this_machine(services: Services) -> None:
    try:
        session = services.session()
        problems = [
            ("Solve 13n-80=-106.", "en", "-2"),
            ("某镇原有820人，现在增加了15%，现在有多少人？", "zh", "943"),
        ]
        for n, (text, language, answer) in enumerate(problems):
            problem = Problem(text, language)  # type: ignore[arg-type]
            events = [e async for e in session.solve(problem, model=SMALL_MODEL.name)]
            assert any(isinstance(e, Waiting) for e in events) == (n == 0), "it is loaded once"
            assert any(isinstance(e, Code) for e in events)
            assert any(isinstance(e, Output) and e.text.strip() == answer for e in events)
            assert Answer(answer) in events
            used = [e for e in events if isinstance(e, Usage)]
            written = "".join(e.delta for e in events if isinstance(e, Code | Reasoning))
            assert len(used) == 2 and not any(u.estimated for u in used)
            assert len(written) / 12 < sum(u.tokens for u in used) <= len(written) + 2
            assert events[-1] == Done("answered")
        await session.close()
    finally:
        await services.close()
