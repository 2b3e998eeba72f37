"""The loop, with the smallest true model and kernel: what the stream is in every case, and that stopping stops."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import pytest

from solver.agent import Agent, Limits
from solver.events import Answer, Check, Code, Done, Event, Failure, Output, Reasoning, Usage
from solver.ports import CheckPlan, Delta, Message, Problem, Sampling
from tests.fakes import EchoKernel, FixedChecker, ScriptedModel

PROBLEM = Problem("1+1", "en")
CELL = "Compute.\n```python\n1+1\n```\n"


async def solve(
    model: ScriptedModel, kernel: EchoKernel | None = None, plan: CheckPlan | None = None, **limits: int
) -> list[Event]:
    agent = Agent(model, kernel or EchoKernel(), FixedChecker(plan), limits=Limits(**limits))
    return [event async for event in agent.solve(PROBLEM)]


def kinds(events: list[Event]) -> list[str]:
    names: list[str] = []
    for event in events:
        name = type(event).__name__
        if not names or names[-1] != name or name not in ("Reasoning", "Code"):
            names.append(name)
    return names


async def test_golden_stream() -> None:
    kernel = EchoKernel({"1+1": [Output(1, "result", "2", "2")], "check": [Output(3, "result", "True")]})
    model = ScriptedModel(CELL, "So \\boxed{2}.")
    events = await solve(model, kernel, CheckPlan("1+1=2", "counted", "check"))
    assert kinds(events) == [
        "Reasoning",
        "Code",
        "Output",
        "Reasoning",
        "Answer",
        "Code",
        "Output",
        "Check",
        "Done",
    ]
    assert events[-3:] == [Output(3, "result", "True"), Check("1+1=2", "proved", "counted"), Done("answered")]
    assert [e for e in events if isinstance(e, Answer)] == [Answer("2")]


async def test_what_is_written_behind_a_cell_is_thrown_away() -> None:
    model = ScriptedModel(CELL + "```output\n3\n```\nSo \\boxed{3}.", "So \\boxed{2}.")
    events = await solve(model)
    assert "3" not in "".join(e.delta for e in events if isinstance(e, Reasoning | Code))
    assert Answer("2") in events
    assert model.closed == 2


async def test_the_model_sees_the_output() -> None:
    model = ScriptedModel(CELL, "So \\boxed{2}.")
    await solve(model, EchoKernel({"1+1": [Output(1, "result", "2")]}))
    assert model.asked[1][-1].content == "Compute.\n```python\n1+1\n```\n```output\n2\n```\n"


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [("True", "proved"), ("False", "refuted"), ("None", "unknown"), ("1", "unknown"), ("Truely", "unknown")],
)
async def test_only_true_proves(printed: str, verdict: str) -> None:
    kernel = EchoKernel({"check": [Output(1, "stdout", "True"), Output(1, "result", printed)]})
    events = await solve(ScriptedModel("\\boxed{2}"), kernel, CheckPlan("c", "m", "check"))
    assert [e.verdict for e in events if isinstance(e, Check)] == [verdict]


async def test_an_answer_that_nobody_can_check_is_not_called_checked() -> None:
    events = await solve(ScriptedModel("\\boxed{2}"))
    assert [e.verdict for e in events if isinstance(e, Check)] == ["unknown"]


async def test_a_check_whose_kernel_dies_proves_nothing() -> None:
    events = await solve(ScriptedModel("\\boxed{2}"), plan=CheckPlan("c", "m", "die"))
    assert [e.verdict for e in events if isinstance(e, Check)] == ["unknown"]
    assert events[-1] == Done("answered")


async def test_errors_are_fed_back_and_repaired() -> None:
    model = ScriptedModel("```python\nraise\n```\n", CELL, "So \\boxed{2}.")
    events = await solve(model)
    assert events[-1] == Done("answered")
    assert "ZeroDivisionError" in model.asked[1][-1].content


async def test_code_that_keeps_failing_ends_in_reasoning_alone() -> None:
    model = ScriptedModel(*["```python\nraise\n```\n"] * 3, "So \\boxed{2}.")
    await solve(model, repairs=2)
    assert [m.role for m in model.asked[-1]] == ["system", "user", "assistant", "user"]


async def test_a_dead_kernel_is_told_and_the_loop_goes_on() -> None:
    model = ScriptedModel("```python\ndie\n```\n", "So \\boxed{2}.")
    events = await solve(model)
    assert [e.code for e in events if isinstance(e, Failure)] == ["kernel-died"]
    assert events[-1] == Done("answered")


async def test_the_step_limit() -> None:
    events = await solve(ScriptedModel(CELL), rounds=3)
    assert events[-1] == Done("step-limit")
    assert sum(isinstance(e, Output) for e in events) == 3


async def test_what_a_stretch_cost_is_said_also_where_its_end_was_not_heard() -> None:
    class Counting(ScriptedModel):
        async def stream(
            self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
        ) -> AsyncGenerator[Delta]:
            async for delta in super().stream(messages, sampling, stop=stop):
                yield Delta(delta.text, 3)

    model = Counting("```python\n1\n```\nnever heard", "So \\boxed{1}", chunk=5)
    events = [e async for e in Agent(model, EchoKernel()).solve(Problem("1", "en"))]
    heard = len("```python\n1\n```\n")
    assert [e for e in events if isinstance(e, Usage)] == [Usage(3 * -(-heard // 5)), Usage(9)]


async def test_no_answer_is_said() -> None:
    events = await solve(ScriptedModel("I do not know."))
    assert [type(e) for e in events[-2:]] == [Failure, Done]
    assert events[-1] == Done("no-answer")


@pytest.mark.parametrize("text", ["x" * 200, "```python\nhang\n```\n"], ids=["in the model", "in the kernel"])
async def test_closing_stops_the_model_and_the_kernel(text: str) -> None:
    model, kernel = ScriptedModel(text, chunk=1, pause_s=0.01), EchoKernel()

    async def consume() -> None:
        async with aclosing(Agent(model, kernel).solve(PROBLEM)) as events:
            async for _ in events:
                pass

    task = asyncio.create_task(consume())
    await asyncio.sleep(0.5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 1)
    assert model.closed == 1
    assert kernel.interrupted == len(kernel.ran)


async def test_done_is_last_and_once_whatever_happens() -> None:
    for texts in (["\\boxed{1}"], ["nothing"], [CELL], ["```python\ndie\n```\n", "\\boxed{1}"]):
        events = await solve(ScriptedModel(*texts), rounds=2)
        assert [isinstance(e, Done) for e in events] == [False] * (len(events) - 1) + [True]
