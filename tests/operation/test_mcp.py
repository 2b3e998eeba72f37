"""The MCP server, asked by the library's own client over HTTP: every tool, what it tells on the way, and who is let in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from mcp import ClientSession, types
from mcp.client.streamable_http import streamablehttp_client

from tests.served import serve, until

QUADRATIC = "Solve x^2 - 5x + 6 = 0."
KEY = "0123456789abcdef"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    process, url = serve(STEPWISE_API_KEYS=f"app:{KEY},lab:fedcba9876543210:2", STEPWISE_METRICS="all")
    until(lambda: httpx.get(f"{url}/readyz").status_code == 200, limit_s=60)
    yield url
    process.terminate()
    assert process.wait(timeout=30) == 0


@asynccontextmanager
async def client(url: str, key: str = KEY) -> AsyncIterator[ClientSession]:
    headers = {"Authorization": f"Bearer {key}"}
    async with (
        streamablehttp_client(f"{url}/mcp", headers=headers) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        yield session


async def test_the_tools_are_listed_with_what_goes_in_and_comes_out(url: str) -> None:
    async with client(url) as session:
        listed = (await session.list_tools()).tools
    assert [tool.name for tool in listed] == ["solve", "check_work", "hint", "plot"]
    assert all(tool.outputSchema and "problem" in tool.inputSchema["required"] for tool in listed)


@pytest.mark.parametrize(
    ("problem", "language", "answer", "word"),
    [
        (QUADRATIC, "en", ("2", "3"), "Answer"),
        ("解方程 x + 1 = 3", None, ("2",), "答案"),
        ("x + 1 = 3", "zh", ("2",), "答案"),
    ],
)
async def test_a_problem_is_solved_and_its_events_are_told(
    url: str, problem: str, language: str | None, answer: tuple[str, ...], word: str
) -> None:
    told: list[str] = []

    async def heard(progress: float, total: float | None, message: str | None) -> None:
        assert progress == len(told) + 1
        told.append(message or "")

    arguments = {"problem": problem} | ({"language": language} if language else {})
    async with client(url) as session:
        result = await session.call_tool("solve", arguments, progress_callback=heard)
    found = result.structuredContent or {}
    assert not result.isError and found["checked"] == "proved" and found["why"] is None
    assert all(part in found["answer"] for part in answer) and word in found["solution"]
    kinds = [json.loads(line)["kind"] for line in told]
    assert {"reasoning", "code", "output", "answer", "check"} <= set(kinds) and kinds[-1] == "done"


async def test_a_wrong_line_is_found_and_nothing_is_told_of_the_solution(url: str) -> None:
    async with client(url) as session:
        result = await session.call_tool(
            "check_work", {"problem": "2(x+3)=10", "lines": ["2x+3=10", "x=3.5"]}
        )
    first, second = (result.structuredContent or {})["lines"]
    assert first["verdict"] == "wrong" and first["slip"] and first["why"] and second["follows_wrong"]


async def test_hints_come_one_by_one_and_keep_the_answer(url: str) -> None:
    told: list[str | None] = []

    async def heard(progress: float, total: float | None, message: str | None) -> None:
        told.append(message)

    async with client(url) as session:
        one = await session.call_tool("hint", {"problem": QUADRATIC}, progress_callback=heard)
        two = await session.call_tool("hint", {"problem": QUADRATIC, "step": 2, "language": "zh"})
    first, both = one.structuredContent or {}, two.structuredContent or {}
    assert [hint["kind"] for hint in first["hints"]] == ["asked"] and first["more"]
    assert [hint["kind"] for hint in both["hints"]] == ["asked", "idea"]
    assert told and not any(told), "the way to the solution would give it away"


async def test_a_plot_is_a_picture_with_words(url: str) -> None:
    async with client(url) as session:
        result = await session.call_tool("plot", {"problem": "Find the vertex of y = x^2 - 4x + 3."})
    (plot,) = (result.structuredContent or {})["plots"]
    (image,) = [part for part in result.content if isinstance(part, types.ImageContent)]
    assert plot["alt"] and plot["mime"] == image.mimeType == "image/png" and image.data.startswith("iVBOR")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("solve", {}), ("solve", {"problem": 3}), ("solve", {"problem": "1+1", "language": "fr"}), ("solve", {"problem": " "}),
        ("solve", {"problem": "x" * 6000}), ("check_work", {"problem": "1+1", "lines": []}), ("hint", {"problem": "1+1", "step": 0}),
        ("solve", {"problem": "1+1", "secret": 1}), ("shell", {"command": "ls"}),
    ],
)  # fmt: skip
async def test_what_cannot_be_answered_is_said(url: str, name: str, arguments: dict[str, Any]) -> None:
    async with client(url) as session:
        result = await session.call_tool(name, arguments)
    assert result.isError and isinstance(result.content[0], types.TextContent)
    assert 0 < len(result.content[0].text) < 300, "what was sent is not repeated, however long it is"


@pytest.mark.parametrize(
    "call",
    [
        {"name": "solve", "arguments": {"problem": "x + 1 = 3 \ud800"}},
        {"name": "check_work", "arguments": {"problem": "x + 1 = 3", "lines": ["x = 2 \ud800"]}},
        {"name": "solve", "arguments": {"problem": "x + 1 = 3"}, "_meta": {"progressToken": "\ud800"}},
    ],
)
async def test_half_a_surrogate_pair_is_no_text(url: str, call: dict[str, Any]) -> None:
    """The library cannot send it back: its stream ended without an answer."""
    headers = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
    headers["Authorization"] = f"Bearer {KEY}"
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})
    async with httpx.AsyncClient(timeout=30) as browser:
        refused = await browser.post(f"{url}/mcp", content=body, headers=headers)
    assert refused.status_code == 400 and "surrogate" in refused.json()["error"]["message"]


async def test_it_is_entered_as_the_other_doors_are(url: str) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"Accept": "application/json, text/event-stream"}
    right = accept | {"Authorization": f"Bearer {KEY}"}
    async with httpx.AsyncClient(base_url=url, timeout=30) as program:
        assert (await program.post("/mcp", json=body, headers=accept)).status_code == 401
        wrong = await program.post(
            "/mcp", json=body, headers=accept | {"Authorization": "Bearer " + "x" * 16}
        )
        assert wrong.status_code == 401 and "www-authenticate" in wrong.headers
        other = await program.post("/mcp", json=body, headers=right | {"Origin": "https://evil.example"})
        assert other.status_code == 403
        rebound = {"Origin": "http://evil.example", "Host": "evil.example"}
        assert (await program.post("/mcp", json=body, headers=right | rebound)).status_code == 403
        assert (await program.post("/mcp", json=body, headers=right)).status_code == 200
        for method in ("GET", "DELETE", "PUT"):
            assert (await program.request(method, "/mcp", headers=right)).status_code == 405
        for odd in (b"{", b"[]", b"\xff", b"0", b'{"jsonrpc": "2.0"}', b"[" * 100_000):
            told = await program.post(
                "/mcp", content=odd, headers=right | {"Content-Type": "application/json"}
            )
            assert 400 <= told.status_code < 500
        large = await program.post("/mcp", content=b" " * (1 << 21), headers=right)
        assert large.status_code == 413


async def test_a_key_has_its_own_rate_and_its_name_is_counted(url: str) -> None:
    async with client(url, "fedcba9876543210") as session:
        results = [
            await session.call_tool("check_work", {"problem": "x=1", "lines": ["x=1"]}) for _ in range(3)
        ]
    assert [result.isError for result in results] == [False, False, True]
    async with httpx.AsyncClient() as program:
        metrics = (await program.get(f"{url}/metrics")).text
    assert 'stepwise_program_requests_total{key="lab",route="/mcp",status="200"}' in metrics
    assert "fedcba9876543210" not in metrics and KEY not in metrics


async def test_who_goes_away_stops_the_solving(url: str) -> None:
    def solving() -> str:
        lines = httpx.get(f"{url}/metrics").text.splitlines()
        return next(line for line in lines if line.startswith('stepwise_places{state="solving"}'))

    slow = {"problem": "What is 2^100000000 mod 7 + the sum of the first 100000000 primes?"}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "solve", "arguments": slow}}
    headers = {"Accept": "application/json, text/event-stream", "Authorization": f"Bearer {KEY}"}
    async with httpx.AsyncClient(base_url=url, timeout=30) as program:
        for _ in range(3):
            sent = asyncio.create_task(program.post("/mcp", json=call, headers=headers))
            await asyncio.sleep(0.2)
            sent.cancel()
    until(lambda: solving().endswith(" 0.0"), limit_s=30)
