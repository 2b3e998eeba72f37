"""A server by a script and backends that ask it; one tiny model on disk and engines over it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from solver.models.openai import OpenAIBackend
from tests.models import tiny
from tests.models.scripted_server import ScriptedServer, serving

if TYPE_CHECKING:
    from solver.models.transformers.loading import Loaded

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


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("tiny")
    tiny.make(found)
    return found


@pytest.fixture(scope="session")
def loaded(folder: Path) -> Loaded:
    """In full precision."""
    from solver.models.transformers.loading import Progress, load

    return load(str(folder), adapter=None, quantize="none", progress=Progress())


@pytest.fixture(scope="session")
def nf4(folder: Path) -> Loaded:
    """In 4 bits, by the real bitsandbytes."""
    from solver.models.transformers.loading import Progress, load

    return load(str(folder), adapter=None, quantize="nf4", progress=Progress())


@pytest.fixture(params=["plain", "batched"])
def engine(request: pytest.FixtureRequest, loaded: Loaded) -> Iterator[Any]:
    """Either engine, with places for 8 or 1, over the model in full precision."""
    from solver.models.transformers.batched import BatchedEngine
    from solver.models.transformers.plain import PlainEngine

    size: dict[str, int] = {"context_tokens": 256, "max_waiting": 12}
    made = (
        PlainEngine(loaded.model, **size)
        if request.param == "plain"
        else BatchedEngine(loaded.model, at_once=8, **size)
    )
    yield made
    made.close()
