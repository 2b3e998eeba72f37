"""What is counted is what happened, and nobody is named in it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request

from solver import Services, load_settings
from solver.events import Answer, Done, Event, Failure, Reasoning, Usage, Waiting
from solver.store import Store, database_url
from tests.served import Program
from ui.operation.exposure import may
from ui.operation.metrics import Metrics
from ui.streams import Streams
from ui.v1.places import Places

SECRET = "zebra"
"""A word of a problem, which must not be found again."""


def samples(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name.removeprefix("stepwise_"), frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def one(text: str, name: str, **labels: str) -> float:
    return samples(text).get((name, frozenset(labels.items())), 0.0)


@pytest.fixture(scope="module")
def url(program: Program) -> str:
    return program.url


def test_what_happened_is_counted(url: str) -> None:
    def look() -> str:
        return httpx.get(f"{url}/metrics").text

    before = look()
    problem = f"A {SECRET} runs 3 miles. Solve x + 1 = 3."
    httpx.post(f"{url}/api/solve", json={"problem": "Solve x + 1 = 3."}, timeout=60).raise_for_status()
    httpx.post(
        f"{url}/api/solve", json={"problem": problem, "student": SECRET}, timeout=60
    ).raise_for_status()
    httpx.get(f"{url}/{SECRET}")
    httpx.request(SECRET.upper(), f"{url}/healthz")
    after = look()

    def grew(name: str, **labels: str) -> float:
        return one(after, name, **labels) - one(before, name, **labels)

    assert grew("requests_total", method="POST", route="/api/solve", status="200") == 2
    assert grew("streams_ended_total", kind="problem", reason="answered") >= 1
    assert grew("first_event_seconds_count") == 2 and grew("answer_seconds_count") >= 1
    assert one(after, "kernel_starts_total") >= 1 and one(after, "streams", kind="problem") == 0
    assert one(after, "memory_bytes", of="server") > 1e7 and one(after, "memory_bytes", of="kernels") > 1e6
    assert one(after, "memory_bytes", of="readers") > 1e6 and one(after, "kernels", state="warm") >= 0
    for of in ("server", "kernels", "readers"):
        assert 1e6 < one(after, "memory_pss_bytes", of=of) < one(after, "memory_bytes", of=of), (
            "what is shared counts once"
        )
    assert SECRET not in after.lower()


def test_whoever_is_not_here_may_not_look(url: str) -> None:
    assert httpx.get(f"{url}/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 403
    assert httpx.get(f"{url}/metrics").headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("allowed", "client", "headers", "answer"),
    [
        ("local", "127.0.0.1", {}, True),
        ("local", "::1", {}, True),
        ("local", "192.0.2.1", {}, False),
        ("local", "127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, False),
        ("all", "192.0.2.1", {}, True),
        ("a token of many signs", "127.0.0.1", {}, False),
        ("a token of many signs", "192.0.2.1", {"authorization": "Bearer a token of many signs"}, True),
        ("a token of many signs", "192.0.2.1", {"authorization": "Bearer another"}, False),
    ],
)
def test_for_whom_the_metrics_are(allowed: str, client: str, headers: dict[str, str], answer: bool) -> None:
    sent = [(name.encode(), value.encode()) for name, value in headers.items()]
    assert may(Request({"type": "http", "client": (client, 1), "headers": sent}), allowed) is answer


@pytest.mark.parametrize("value", ["yes", "short"])
def test_a_token_that_can_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("STEPWISE_METRICS", value)
    with pytest.raises(ValueError, match="token of 16 signs"):
        load_settings()


async def test_streams_are_read_along() -> None:
    services = Services(load_settings())
    metrics, streams = Metrics(services.resources, Places(1, 1), lambda: 3), Streams()
    streams.readers.append(metrics.reader)

    async def told(*events: Event) -> AsyncGenerator[Event]:
        for event in events:
            await asyncio.sleep(0.01)
            yield event

    whole = (Waiting("wait"), Reasoning(0, "a"), Usage(50), Answer("7"), Done("answered"))
    assert [e async for e in streams.through(told(*whole), "problem")] == list(whole)
    [e async for e in streams.through(told(Failure("too-hard", "…"), Done("failed")), "cell")]
    left = streams.through(told(*whole), "problem")
    await anext(left)
    assert streams.running == {"problem": 1, "cell": 0}
    await left.aclose()
    assert streams.running == {"problem": 0, "cell": 0}
    text = metrics.text().decode()
    ends: list[dict[str, str]] = [
        {"kind": "problem", "reason": "answered"}, {"kind": "cell", "reason": "failed"}, {"kind": "problem", "reason": "left"},
    ]  # fmt: skip
    assert [one(text, "streams_ended_total", **end) for end in ends] == [1, 1, 1]
    assert one(text, "failures_total", code="too-hard") == 1 and one(text, "tokens_total") == 50
    assert one(text, "tokens_per_second_sum") > 50 and one(text, "students") == 3
    assert one(text, "first_event_seconds_count") == 1, "waiting is no event of the solution"


async def test_what_is_held_and_readers_that_were_replaced_are_told(tmp_path: Path) -> None:
    """That they are counted where they happen: `tests/store/test_trouble.py`, `tests/test_forks.py`."""
    store = Store(database_url(tmp_path))
    services = Services(load_settings(), store)
    store.held_ended.update({"kept": 3, "lost": 1})
    services.resources.readers.replaced.update({"worn": 2})
    store.hold(asyncio.sleep(60, "kept"))
    text = Metrics(services.resources, Places(1, 1), lambda: 0).text().decode()
    assert one(text, "held") == 1 and one(text, "reader_replacements_total", cause="worn") == 2
    assert [one(text, "held_ended_total", end=end) for end in ("kept", "lost")] == [3, 1]
    await store.close()


async def test_a_kernel_that_ends_early_is_counted_with_its_cause() -> None:
    services = Services(load_settings())
    await services.start()
    session = services.session()
    try:

        async def run(source: str) -> list[Any]:
            return [e async for e in session.run_cell(0, source, "en")]

        await run("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
        await run("x = 1")
        await session.clear()
        assert sum(services.resources.kernels.kills.values()) == 1, (
            "one that is given back was not ended early"
        )
        assert services.resources.kernels.used == 0 and services.resources.kernels.starts >= 2
    finally:
        await session.close()
        await services.close()
