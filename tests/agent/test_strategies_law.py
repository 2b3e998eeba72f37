"""Whatever a model says, under every strategy: the stream ends, and it is lawful."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.agent import STRATEGIES, Limits
from solver.events import Code, Done, Event, Figure, Output, Reasoning
from tests.agent.solving import Kernels, solve
from tests.fakes import ScriptedModel

PIECES = st.sampled_from(
    ["So ", "\\boxed{2}", "\\boxed{", "}", "<think>", "</think>", "\n", "```python\n", "1+1\n", "```\n", "raise\n", "die\n",
     "```", "```output\n2\n```\n", "Verification: False\n", "Verification: True\n", "A. ", "因此", "x" * 50, "again and again "]
)  # fmt: skip
TEXTS = st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=1, max_size=6)


def lawful(events: Sequence[Event]) -> None:
    """`Done` once and last, and no part is of two kinds, or begun again behind another."""
    assert [isinstance(e, Done) for e in events] == [False] * (len(events) - 1) + [True]
    kinds: dict[int, type[Event]] = {}
    order: list[int] = []
    for event in events:
        if isinstance(event, Reasoning | Code):
            assert kinds.setdefault(event.part, type(event)) is type(event)
            if not order or order[-1] != event.part:
                assert event.part not in order
                order.append(event.part)
        elif isinstance(event, Output | Figure):
            assert kinds.setdefault(event.part, Code) is Code


@pytest.mark.parametrize("name", sorted(STRATEGIES))
@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_whatever_a_model_says_the_stream_ends_and_is_lawful(
    name: str, texts: list[str], more: list[str]
) -> None:
    def made(script: list[str]) -> Callable[[], ScriptedModel]:
        return lambda: ScriptedModel(*script)

    async def run() -> list[Event]:
        others = Kernels(made(more)(), made(texts)())
        return await asyncio.wait_for(
            solve(name, made(texts)(), others=others, samples=3, limits=Limits(rounds=4)), 20
        )

    lawful(asyncio.run(run()))
