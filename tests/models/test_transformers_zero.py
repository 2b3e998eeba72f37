"""The engine for ZeroGPU, with a stand-in for `spaces` that keeps its rule: what goes to the GPU's process is pickled."""

from __future__ import annotations

import asyncio
import pickle
import sys
import threading
import types
from collections.abc import Callable, Generator, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import pytest

from solver.errors import ModelUnavailable
from solver.models.transformers.engine import Ended
from solver.ports import Sampling
from tests.models.test_transformers_engine import PROMPT, greedy, request, written

if TYPE_CHECKING:
    from pathlib import Path

    from solver.models.transformers.loading import Loaded


class Spaces(types.ModuleType):
    """Stands in for `spaces`: a generator's arguments and values are pickled; closing ends it."""

    def __init__(self) -> None:
        super().__init__("spaces")
        self.asked_s: list[int] = []
        self.drawn = 0
        self.over = threading.Event()

    def GPU(self, *, duration: Callable[..., int]) -> Callable[..., Any]:  # its name there
        def decorate(task: Callable[..., Generator[Any]]) -> Callable[..., Generator[Any]]:
            def call(*args: Any) -> Generator[Any]:
                self.asked_s.append(duration(*args))
                self.over.clear()
                there = task(*pickle.loads(pickle.dumps(args)))
                try:
                    for value in there:
                        self.drawn += 1
                        yield pickle.loads(pickle.dumps(value))
                finally:
                    there.close()
                    self.over.set()

            return call

        return decorate


@pytest.fixture
def spaces(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spaces]:
    made = Spaces()
    monkeypatch.setitem(sys.modules, "spaces", made)
    monkeypatch.delitem(sys.modules, "solver.models.transformers.zero", raising=False)
    yield made
    sys.modules.pop("solver.models.transformers.zero", None)


@pytest.fixture
def engine(spaces: Spaces, loaded: Loaded) -> Iterator[Any]:
    from solver.models.transformers.zero import ZeroEngine

    made = ZeroEngine(loaded.model, context_tokens=256)
    yield made
    made.close()


async def test_a_stretch_is_one_call_and_what_the_library_generates(
    engine: Any, loaded: Loaded, spaces: Spaces
) -> None:
    assert await written(engine, request(PROMPT)) == (greedy(loaded, PROMPT, 24), Ended("length"))
    assert spaces.asked_s == [15]


async def test_a_stretch_ends_where_a_cell_does_and_so_does_its_call(
    engine: Any, loaded: Loaded, spaces: Spaces
) -> None:
    usual = greedy(loaded, PROMPT, 24)
    at = next(n for n in range(3, 24) if usual[n] not in usual[:n])
    told = await written(engine, request(PROMPT, stop=lambda token: token == usual[at]))
    assert told == (usual[: at + 1], Ended("stop"))
    assert spaces.over.wait(5) and spaces.drawn == at + 1
    assert await written(engine, request(PROMPT, ends=frozenset({usual[at]}))) == (usual[:at], Ended("end"))


async def test_the_context_ends_it(engine: Any) -> None:
    ids, last = await written(engine, request([5] * 250, tokens=1000))
    assert (len(ids), last) == (6, Ended("context"))


async def test_who_goes_away_gives_the_gpu_back(engine: Any, spaces: Spaces) -> None:
    async with aclosing(engine.stream(request(PROMPT, tokens=200))) as pieces:
        async for piece in pieces:
            assert piece
            break
    assert await asyncio.to_thread(spaces.over.wait, 5)
    assert spaces.drawn < 200


async def test_a_call_that_fails_is_told(engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from solver.models.transformers import zero

    def refused(_: object) -> Generator[int]:
        raise RuntimeError("no quota left")
        yield 0

    monkeypatch.setattr(zero, "generate", refused)
    with pytest.raises(ModelUnavailable):
        await written(engine, request(PROMPT))
    engine.close()
    with pytest.raises(ModelUnavailable, match="model-closed"):
        await written(engine, request(PROMPT))


async def test_on_a_zero_gpu_a_model_is_loaded_before_the_page_and_uses_it(
    folder: Path, spaces: Spaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    from solver.models.transformers import TransformersBackend

    monkeypatch.setenv("SPACES_ZERO_GPU", "true")
    backend = TransformersBackend(str(folder), quantize="none")
    backend.load_now()
    ready = [step async for step in backend.ready()][-1]
    assert type(ready.engine).__name__ == "ZeroEngine"
    await backend.close()


@pytest.mark.parametrize(("tokens", "seconds"), [(24, 15), (1000, 55), (100_000, 120)])
def test_seconds_that_are_asked_for(spaces: Spaces, tokens: int, seconds: int) -> None:
    from solver.models.transformers.zero import Stretch, duration_s

    assert duration_s(Stretch(0, (), Sampling(max_tokens=tokens), frozenset(), 256)) == seconds
