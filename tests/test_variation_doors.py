"""New problems through the doors: a session and the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncGenerator
from itertools import islice

import pytest
import pytest_asyncio

from solver import Services, Session, Settings, vary_command
from solver.__main__ import main
from solver.errors import Declined
from solver.intake import language_of
from solver.ports import Problem
from tests.varied import exercises


def problem(text: str) -> Problem:
    return Problem(text, language_of(text))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def session() -> AsyncGenerator[Session]:
    services = Services(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]
    await services.start()
    opened = services.session()
    yield opened
    await opened.close()
    await services.close()


async def made(session: Session, *models: Problem, count: int, seed: int = 1) -> list[str]:
    found: list[str] = []
    stream = session.vary(*models, seed=seed)
    async for exercise in stream:
        found.append(f"{exercise.question} → {exercise.answer}")
        if len(found) == count:
            break
    await stream.aclose()
    return found


@pytest.mark.asyncio(loop_scope="module")
async def test_a_session_makes_what_the_engine_makes(session: Session) -> None:
    """The kernel and the worker change nothing: the same problems come as from the engine alone."""
    shown = problem("x^2-7x+10=0")
    alone = [f"{e.question} → {e.answer}" for e in islice(exercises(shown, seed=1, tries=range(160)), 3)]
    assert await made(session, shown, count=3) == alone


@pytest.mark.asyncio(loop_scope="module")
async def test_several_models_take_turns(session: Session) -> None:
    found = await made(
        session, problem("2+3=?"), problem("写出18的所有因数"), problem("a story of love"), count=4
    )
    assert ["+" in line for line in found] == [True, False, True, False]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "text", ["What is the meaning of life?", "How many two-digit numbers are perfect squares?"]
)
async def test_what_cannot_be_varied_says_so(session: Session, text: str) -> None:
    with pytest.raises(Declined) as caught:
        await made(session, problem(text), count=1)
    assert len(str(caught.value)) > 20


def test_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In this process, which has warm workers; `tests/test_terminal.py` starts one of its own."""
    told = ["vary", "--topic", "divisions", "--count", "3", "--json"]
    monkeypatch.setattr(sys, "argv", ["solver", *told])
    assert main() == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 3 and all(set(row) == {"question", "answer"} for row in rows)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--topic", "divisons"], "did you mean 'divisions'?", id="unknown topic"),
        pytest.param(["x+1=3", "--topic", "equations"], "give a problem, or --topic", id="both"),
        pytest.param(["x+1=3", "--count", "0"], "whole number from 1", id="count"),
        pytest.param(["Find the vertex of y = x^2 under the moonlight"], "moonlight", id="unread"),
        pytest.param([""], "no problem yet", id="empty"),
    ],
)
def test_the_terminal_says_what_is_wrong(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In this process, which has warm readers."""
    try:
        status = vary_command.main(arguments)
    except SystemExit as ended:  # argparse's
        status = int(ended.code or 0)
    said = capsys.readouterr()
    assert status in (1, 2) and sentence in said.err and said.out == ""
