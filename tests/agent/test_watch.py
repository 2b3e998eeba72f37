"""Models that think too long, repeat themselves or do not end: they are made to answer, once."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.agent import Agent, Limits
from solver.agent.watch import CJK_PER_TOKEN, Watch, repeats, tokens_in
from solver.events import Answer, Code, Done, Event, Failure, Instruction, Output, Reasoning
from solver.ports import Delta, Message, Problem, Sampling
from solver.profiles import DEFAULT, Thinking
from solver.sentences import say
from tests.fakes import EchoKernel, ScriptedModel

PROBLEM = Problem("1+1", "en")
SHORT = replace(DEFAULT, thinking=Thinking(budget_tokens=50), sampling=Sampling(max_tokens=400))
LONG_THOUGHT = "<think>" + " ".join(f"Is it {n}, or not?" for n in range(1000))
LOOP = "So we try once more with the next number.\n" * 200


async def solve(model: ScriptedModel, profile: object = SHORT, language: str = "en") -> list[Event]:
    agent = Agent(
        model, EchoKernel({"1+1": [Output(1, "result", "2")]}), profile=profile, limits=Limits(rounds=4)
    )  # type: ignore[arg-type]
    return [e async for e in agent.solve(replace(PROBLEM, language=language))]  # type: ignore[arg-type]


def prose(events: Sequence[Event]) -> str:
    return "".join(e.delta for e in events if isinstance(e, Reasoning))


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_long_thoughts_are_closed_and_the_model_goes_on_in_the_same_turn(language: str) -> None:
    model = ScriptedModel(LONG_THOUGHT, "So \\boxed{2}.")
    events = await solve(model, language=language)
    closing = say("thought-enough", language)  # type: ignore[arg-type]
    assert f"{closing}\n</think>" in prose(events)
    assert len(prose(events)) < 1000
    assert Answer("2") in events
    assert model.asked[1][-1].role == "assistant"
    assert model.asked[1][-1].content.endswith(f"{closing}\n</think>\n\n")
    assert model.closed == 2


async def test_thoughts_that_stop_in_the_middle_are_closed_too() -> None:
    model = ScriptedModel("<think>It is", "So \\boxed{2}.")
    events = await solve(model)
    assert Answer("2") in events
    assert say("thought-enough", "en") in prose(events)


async def test_a_model_whose_thoughts_have_other_marks_is_asked_to_answer() -> None:
    profile = replace(SHORT, thinking=Thinking("[THINK]", "[/THINK]", budget_tokens=50))
    model = ScriptedModel(LONG_THOUGHT, "So \\boxed{2}.")
    events = await solve(model, profile)
    assert Instruction(say("answer-now", "en")) in events
    assert model.asked[1][-1] == Message("user", say("answer-now", "en"))
    assert Answer("2") in events


async def test_a_box_or_a_cell_in_thoughts_is_neither() -> None:
    events = await solve(ScriptedModel("<think>\\boxed{3}\n```python\nraise\n```\n</think>So \\boxed{2}."))
    assert Answer("2") in events
    assert not [e for e in events if isinstance(e, Code)]


async def test_thoughts_in_every_round_have_their_budget() -> None:
    thought = "<think>" + "a b c d e f g " * 12 + "</think>\n"  # 42 tokens
    events = await solve(ScriptedModel(thought + "```python\n1+1\n```\n", thought + "\\boxed{2}"))
    assert Answer("2") in events
    assert say("thought-enough", "en") not in prose(events)


@pytest.mark.parametrize(
    "text", [LONG_THOUGHT, LOOP, "<think>" + LOOP], ids=["thinks", "repeats", "repeats in thoughts"]
)
async def test_who_does_not_stop_after_all_is_stopped(text: str) -> None:
    events = await solve(ScriptedModel(text))
    assert [type(e) for e in events[-2:]] == [Failure, Done]
    assert (events[-2].code, events[-1]) == ("model-endless", Done("no-answer"))  # type: ignore[union-attr]
    assert len(prose(events)) < 12_000


@pytest.mark.parametrize(
    "loop",
    [
        LOOP,
        "wait, " * 150,
        "".join(f"{n} is too small, or is it?\nThat is not it, next one.\n" for n in range(30)),
    ],
    ids=["lines", "a line", "lines between others"],
)
async def test_who_repeats_itself_is_asked_once(loop: str) -> None:
    events = await solve(ScriptedModel(loop, "\\boxed{2}"))
    assert [e.text for e in events if isinstance(e, Instruction)] == [say("answer-now", "en")]
    assert Answer("2") in events


async def test_a_cell_that_is_stopped_in_the_middle_does_not_run() -> None:
    events = await solve(
        ScriptedModel("```python\n" + "x = x + 1  # and again and again\n" * 100, "\\boxed{2}")
    )
    assert not [e for e in events if isinstance(e, Output)]
    assert Answer("2") in events


async def test_who_forgets_the_box_is_asked_once() -> None:
    model = ScriptedModel("It is two.", "\\boxed{2}")
    assert Answer("2") in await solve(model)
    never = await solve(ScriptedModel("It is two."))
    assert len([e for e in never if isinstance(e, Instruction)]) == 1
    assert [type(e) for e in never[-2:]] == [Failure, Done]
    assert never[-1] == Done("no-answer")


class Silent:
    """Says nothing, without end."""

    name = "silent"

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        while True:
            yield Delta("")


async def test_who_says_nothing_without_end_is_stopped() -> None:
    events = [e async for e in Agent(Silent(), EchoKernel(), profile=SHORT).solve(PROBLEM)]
    assert events[-1] == Done("no-answer")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"| {n} | {n * n} |" for n in range(200)),
        "10" + "0" * 1000,
        "| --- | --- | --- |\n" * 10,
        "".join(f"x_{{{n}}} = x_{{{n - 1}}} + 1\n" for n in range(100)),
        "0.142857142857142857142857142857142857",
    ],
    ids=["table", "10^1000", "rules", "recursion", "period"],
)
def test_what_is_no_loop(text: str) -> None:
    watch = Watch(thought_tokens=9999, tokens=9999)
    assert not any(watch.stops(c, thinking=False) for c in text)


@given(st.text(min_size=1, max_size=200), st.text(max_size=300))
def test_every_piece_that_comes_again_and_again_is_seen(piece: str, before: str) -> None:
    loop = piece * (4000 // len(piece))
    assert repeats((before + loop)[-4000:])


@given(st.lists(st.text(max_size=30), max_size=30), st.booleans())
def test_a_watch_stops_at_its_budget_however_the_text_is_cut(pieces: list[str], thinking: bool) -> None:
    watch = Watch(thought_tokens=20, tokens=10)
    stopped = any(watch.stops(piece, thinking=thinking) for piece in pieces)
    if tokens_in("".join(pieces)) > 20.1:
        assert stopped


def test_chinese_takes_more_tokens() -> None:
    assert tokens_in("因为") == pytest.approx(2 / CJK_PER_TOKEN)
