"""The openai backend against a real OpenAI-compatible server: `transformers serve` with a small random model."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from solver.errors import ModelUnavailable
from solver.models.openai import OpenAIBackend
from solver.ports import Message, Problem, Sampling
from tests.models.serve import save_random_model, transformers_serve

ASKED = [Message("user", "1+1")]
BEGUN = [*ASKED, Message("assistant", "Add.\n```python\n1+1\n```\n```output\n2\n```\n")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The server's address and its model."""
    model = save_random_model(tmp_path_factory.mktemp("model"))
    with transformers_serve(model, tmp_path_factory.mktemp("home")) as url:
        yield url, str(model)


async def said(backend: OpenAIBackend, messages: list[Message], sampling: Sampling) -> list[str]:
    model = backend.model(Problem("1+1", "en"))
    return [d.text async for d in model.stream(messages, sampling)]


@pytest.mark.thorough
async def test_it_streams_and_takes_what_it_is_told(served: tuple[str, str]) -> None:
    url, name = served
    backend = OpenAIBackend(name, base_url=url)
    try:
        pieces = await said(backend, ASKED, Sampling(max_tokens=24))
        assert len(pieces) > 3
        assert "".join(pieces) == "".join(await said(backend, ASKED, Sampling(max_tokens=24)))
        drawn = await said(
            backend, BEGUN, Sampling(temperature=1.0, top_p=0.9, top_k=5, max_tokens=24, seed=3)
        )
        assert drawn
        assert backend.refused == {"top_k"}  # it says so with a 422
    finally:
        await backend.close()


@pytest.mark.thorough
async def test_closing_the_stream_frees_its_place(served: tuple[str, str]) -> None:
    url, name = served
    backend = OpenAIBackend(name, base_url=url)
    try:
        stream = backend.model(Problem("1+1", "en")).stream(ASKED, Sampling(max_tokens=3000))
        async with aclosing(stream) as deltas:
            async for _ in deltas:
                break
        began = time.monotonic()
        await said(backend, ASKED, Sampling(max_tokens=4))
        assert time.monotonic() - began < 5  # the 3000 tokens would take longer
    finally:
        await backend.close()


@pytest.mark.thorough
async def test_another_model_is_not_there(served: tuple[str, str]) -> None:
    backend = OpenAIBackend("no/such-model", base_url=served[0])
    try:
        with pytest.raises(ModelUnavailable) as caught:
            await said(backend, ASKED, Sampling())
        assert caught.value.code == "no-such-model"
    finally:
        await backend.close()
