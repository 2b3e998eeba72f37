"""One set of weights in 4 bits, on this machine and behind a real server: the same greedy stream from both."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from solver.events import Code, Done, Event, Output, Reasoning
from solver.ports import Problem
from solver.services import Services
from solver.settings import Settings
from tests.breadth import wide
from tests.models.serve import transformers_serve
from tests.small_model import SMALL_MODEL
from training.tiny.problems import problems


def told(events: list[Event]) -> list[tuple[int, str]]:
    """What was written and printed, however it was cut."""
    found: list[tuple[int, str]] = []
    for event in events:
        if isinstance(event, Reasoning | Code | Output):
            text = event.text if isinstance(event, Output) else event.delta
            if found and found[-1][0] == event.part:
                found[-1] = (event.part, found[-1][1] + text)
            else:
                found.append((event.part, text))
    return found


@pytest.mark.wide
@pytest.mark.thorough
async def test_both_backends_tell_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with transformers_serve(SMALL_MODEL, tmp_path / "home", quantize=True) as url:
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        monkeypatch.setenv("STEPWISE_MODEL", f"{SMALL_MODEL},openai:{SMALL_MODEL}")
        services = Services(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]
        session = services.session()
        try:
            for worked in islice(problems(7, held_out=True), 4 if wide() else 2):
                problem = Problem(worked.text, worked.language)
                streams = [
                    [event async for event in session.solve(problem, model=model)]
                    for model in services.models()[:2]
                ]
                assert streams[0][-1] == streams[1][-1] == Done("answered")
                assert told(streams[0]) == told(streams[1])
        finally:
            await session.close()
            await services.close()
