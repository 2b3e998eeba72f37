"""A server by a script, and backends that ask it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AsyncExitStack
from typing import Any

import pytest

from solver.models.openai import OpenAIBackend
from tests.models.scripted_server import ScriptedServer, serving

KEY = "sk-verysecret-0123456789"


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with serving() as scripted:
        yield scripted


@pytest.fixture
async def backend(server: ScriptedServer) -> AsyncGenerator[Callable[..., OpenAIBackend]]:
    """Makes backends for the server; they are closed at the end."""
    async with AsyncExitStack() as stack:

        def make(name: str = "some-model", **options: Any) -> OpenAIBackend:
            made = OpenAIBackend(
                name, **{"base_url": server.url, "api_key": KEY, "silence_timeout_s": 5.0} | options
            )
            stack.push_async_callback(made.close)
            return made

        yield make
