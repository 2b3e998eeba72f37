"""Both engines on a real model: what comes out, who waits, what is computed, and that every request has a last word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from solver.errors import ModelUnavailable
from solver.models.transformers.engine import Ended, Request
from solver.ports import Sampling, Wait

if TYPE_CHECKING:
    from solver.models.transformers.loading import Loaded


class Told:
    """What the rounds of one problem share."""


def request(
    prompt: list[int],
    *,
    tokens: int = 24,
    ends: frozenset[int] = frozenset(),
    stop: Callable[[int], bool] = lambda token: False,
    told: object | None = None,
    sampling: Sampling | None = None,
    goes_on: bool = False,
) -> Request:
    drawing = sampling or Sampling(max_tokens=tokens)
    return Request(prompt, drawing, ends, stop, told or Told(), goes_on)


async def written(engine: Any, wanted: Request) -> tuple[list[int], Ended]:
    """All ids and the last word."""
    ids: list[int] = []
    async with aclosing(engine.stream(wanted)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Ended):
                return ids, piece
            if not isinstance(piece, Wait):
                ids += piece
    raise AssertionError("no last word")


def greedy(loaded: Loaded, prompt: list[int], tokens: int) -> list[int]:
    """What the library itself generates."""
    import torch

    given = torch.tensor([prompt])
    out = loaded.model.generate(
        given, attention_mask=torch.ones_like(given), do_sample=False, max_new_tokens=tokens, eos_token_id=-1
    )
    return [int(i) for i in out[0, len(prompt) :]]


@contextmanager
def counted(loaded: Loaded) -> Iterator[list[int]]:
    """How many tokens each forward pass runs."""
    sizes: list[int] = []

    def note(module: Any, args: Any, options: dict[str, Any]) -> None:
        sizes.append(options["input_ids"].numel())

    hook = loaded.model.register_forward_pre_hook(note, with_kwargs=True)
    try:
        yield sizes
    finally:
        hook.remove()


PROMPT = list(range(2, 60))


async def test_greedy_is_what_the_library_generates(engine: Any, loaded: Loaded) -> None:
    prompts = [PROMPT[n:] for n in range(0, 40, 5)]
    found = await asyncio.gather(*(written(engine, request(p)) for p in prompts))
    assert found == [(greedy(loaded, p, 24), Ended("length")) for p in prompts]


async def test_greedy_in_4_bits_is_what_the_library_generates(nf4: Loaded) -> None:
    from solver.models.transformers.plain import PlainEngine

    assert any(type(m).__name__ == "Linear4bit" for m in nf4.model.modules())
    engine = PlainEngine(nf4.model, context_tokens=256)
    assert await written(engine, request(PROMPT)) == (greedy(nf4, PROMPT, 24), Ended("length"))
    engine.close()


async def test_a_request_ends_where_it_says(engine: Any, loaded: Loaded) -> None:
    usual = greedy(loaded, PROMPT, 24)
    at = next(n for n in range(3, 24) if usual[n] not in usual[:n])
    asked: list[int] = []

    def stop(token: int) -> bool:
        asked.append(token)
        return token == usual[at]

    assert await written(engine, request(PROMPT, stop=stop)) == (usual[: at + 1], Ended("stop"))
    assert asked == usual[: at + 1]
    assert await written(engine, request(PROMPT, ends=frozenset({usual[at]}))) == (usual[:at], Ended("end"))


async def test_the_context_ends_a_request_and_no_other(engine: Any) -> None:
    long = [5] * 250
    other, full, refused = await asyncio.gather(
        written(engine, request(PROMPT, tokens=40)),
        written(engine, request(long, tokens=1000)),
        written(engine, request([5] * 256, tokens=1)),
    )
    assert (len(other[0]), other[1]) == (40, Ended("length"))
    assert (len(full[0]), full[1]) == (6, Ended("context"))
    assert refused == ([], Ended("context"))


async def test_the_next_round_runs_only_what_is_new(engine: Any, loaded: Loaded) -> None:
    told = Told()
    first, _ = await written(engine, request(PROMPT, told=told, tokens=50))
    prompt = [*PROMPT, *first[:-3], 7, 8, 9, 10]
    with counted(loaded) as sizes:
        again = await written(engine, request(prompt, told=told, goes_on=True, tokens=10))
    page = getattr(engine, "page_tokens", 0)
    assert again[0] == greedy(loaded, prompt, 10)
    assert sum(sizes) - 9 <= 4 + page, "more ran than the new tokens and a page"
    assert sum(sizes) - 9 >= 4


async def test_a_reader_who_goes_away_gives_the_place_back_at_once(engine: Any, loaded: Loaded) -> None:
    async def leave() -> None:
        async with aclosing(engine.stream(request(PROMPT, tokens=190))) as pieces:
            async for piece in pieces:
                if not isinstance(piece, Wait):
                    return

    with counted(loaded) as sizes:
        await leave()
        await asyncio.sleep(0.1)
        ran = len(sizes)
        await asyncio.sleep(0.2)
        assert len(sizes) == ran < 190, "it does not go on for nobody"
    for _ in range(20):  # more than there are places
        await asyncio.wait_for(leave(), 10)
    _, last = await asyncio.wait_for(written(engine, request(PROMPT, tokens=3)), 10)
    assert last == Ended("length")


async def test_a_reader_in_line_who_goes_away_leaves_it(engine: Any) -> None:
    tasks = [asyncio.create_task(written(engine, request(PROMPT, tokens=150))) for _ in range(16)]
    await asyncio.sleep(0.05)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    _, last = await asyncio.wait_for(written(engine, request(PROMPT, tokens=3)), 10)
    assert last == Ended("length")


async def test_a_full_line_refuses_who_comes_then(engine: Any) -> None:
    at_once = 1 if type(engine).__name__ == "PlainEngine" else 8
    inside = [asyncio.create_task(written(engine, request(PROMPT, tokens=60))) for _ in range(at_once + 12)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    with pytest.raises(ModelUnavailable) as refused:
        await written(engine, request(PROMPT))
    assert refused.value.code == "line-full"
    assert refused.value.values == {"waiting": 12}
    assert {last for _, last in await asyncio.gather(*inside)} == {Ended("length")}


async def test_everybody_in_line_sees_their_place(loaded: Loaded) -> None:
    from solver.models.transformers.plain import PlainEngine

    engine = PlainEngine(loaded.model, context_tokens=256)
    places: dict[int, list[int | None]] = {n: [] for n in range(4)}
    order: list[int] = []

    async def student(n: int) -> None:
        async with aclosing(engine.stream(request(PROMPT, tokens=20, goes_on=n == 3))) as pieces:
            async for piece in pieces:
                if isinstance(piece, Wait):
                    assert piece.reason == "queued"
                    places[n].append(piece.ahead)
        order.append(n)

    await asyncio.gather(*(student(n) for n in range(4)))
    assert places == {0: [], 1: [0, 1, 0], 2: [1, 2, 1, 0], 3: [0]}, "the one that goes on comes first"
    assert order == [0, 3, 1, 2]
    engine.close()


async def test_nobody_blocks_anybody_who_does_not_read(engine: Any) -> None:
    async with aclosing(engine.stream(request(PROMPT, tokens=100))) as slow:
        await anext(slow)
        quick = await asyncio.wait_for(written(engine, request(PROMPT, tokens=20)), 20)
        assert quick[1] == Ended("length")
        rest = [piece async for piece in slow]
    assert rest[-1] == Ended("length")


async def test_a_failing_computation_is_told_and_the_next_one_works(
    engine: Any, loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in the forward pass, and one for want of memory."""
    import torch

    for error, code in (
        (ValueError("broken"), "model-broke"),
        (torch.OutOfMemoryError("CUDA out of memory"), "memory-full"),
    ):

        def fail(module: Any, args: Any, error: Exception = error) -> None:
            raise error

        hook = loaded.model.register_forward_pre_hook(fail)
        with pytest.raises(ModelUnavailable) as failed:
            await asyncio.wait_for(written(engine, request(PROMPT)), 10)
        hook.remove()
        assert failed.value.code == code
        await asyncio.sleep(0.2)
        found = await asyncio.wait_for(written(engine, request(PROMPT)), 10)
        assert found == (greedy(loaded, PROMPT, 24), Ended("length"))


async def test_a_failing_stop_ends_only_its_request(engine: Any, loaded: Loaded) -> None:
    def stop(token: int) -> bool:
        raise ZeroDivisionError

    bad, good = await asyncio.gather(
        written(engine, request(PROMPT, stop=stop)), written(engine, request(PROMPT)), return_exceptions=True
    )
    assert isinstance(bad, ModelUnavailable)
    assert bad.code == "model-broke"
    assert good == (greedy(loaded, PROMPT, 24), Ended("length"))


async def test_each_request_draws_in_its_own_way(engine: Any, loaded: Loaded) -> None:
    usual = greedy(loaded, PROMPT, 24)
    drawn, cold, one = await asyncio.gather(
        written(engine, request(PROMPT, sampling=Sampling(temperature=50.0, max_tokens=24, seed=1))),
        written(engine, request(PROMPT)),
        written(engine, request(PROMPT, sampling=Sampling(temperature=50.0, top_k=1, max_tokens=24))),
    )
    assert drawn[0] != usual
    assert cold[0] == one[0] == usual


async def test_a_seed_makes_draws_the_same(loaded: Loaded) -> None:
    from solver.models.transformers.plain import PlainEngine

    engine = PlainEngine(loaded.model, context_tokens=256)
    sampling = Sampling(temperature=2.0, top_p=0.9, top_k=20, max_tokens=24, seed=11)
    first, second = [await written(engine, request(PROMPT, sampling=sampling)) for _ in range(2)]
    assert first == second
    engine.close()


async def test_a_closed_engine_says_so(engine: Any) -> None:
    running = asyncio.create_task(written(engine, request(PROMPT, tokens=180)))
    await asyncio.sleep(0.05)
    await asyncio.to_thread(engine.close)
    for closed in (running, written(engine, request(PROMPT))):
        with pytest.raises(ModelUnavailable) as failed:
            await asyncio.wait_for(closed, 10)
        assert failed.value.code == "model-closed"
