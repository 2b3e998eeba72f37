"""A model behind a server through the session's door: its cell runs in a real kernel, and what it prints goes back."""

from __future__ import annotations

import pytest

from solver.events import Answer, Done, Figure, Output, Usage, encode
from solver.ports import Problem
from solver.services import Services
from solver.settings import Settings
from tests.models.conftest import KEY
from tests.models.scripted_server import ScriptedServer, Streams, call

CELL = "import os\nprint(os.environ)\n6*7"


async def test_a_problem_is_solved_by_a_server(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEPWISE_MODEL", "openai:qwen3:8b")
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.script = [
        Streams([{"reasoning": "I multiply."}, *call(CELL)]),
        Streams(["It is \\(\\boxed{42}\\)."]),
    ]
    services = Services(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]
    try:
        assert services.models()[0] == "openai:qwen3:8b"
        session = services.session()
        events = [e async for e in session.solve(Problem("6*7", "en"), model="openai:qwen3:8b")]
        await session.close()
    finally:
        await services.close()
    assert Answer("42") in events
    assert events[-1] == Done("answered")
    used = [e for e in events if isinstance(e, Usage)]
    assert len(used) == 2 and all(u.estimated for u in used) and used[1].tokens == 1
    printed = "".join(e.text for e in events if isinstance(e, Output))
    assert "environ" in printed
    assert not any(KEY in encode(e) for e in events if not isinstance(e, Figure))
    told = server.asked[1]["messages"]
    assert [m["role"] for m in told] == ["system", "user", "assistant", "tool"]
    assert "environ" in told[-1]["content"]
    assert "I multiply" not in str(told)
