"""The ways of solving, with scripted models: what the stream of each is, and what holds for all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

import pytest

from solver.agent import JUDGED, STRATEGIES, Agent, Limits, strategy
from solver.agent.strategies.hybrid import is_choice
from solver.agent.strategies.vote import majority
from solver.errors import ModelUnavailable
from solver.events import (
    Answer,
    Check,
    Code,
    Done,
    Event,
    Failure,
    Instruction,
    Output,
    Reasoning,
    Waiting,
)
from solver.ports import CheckPlan, Delta, Message, Problem, Sampling
from solver.sentences import say
from tests.agent.solving import PRINTS_2, PROBLEM, Kernels, solve
from tests.fakes import EchoKernel, FixedChecker, FixedScorer, ScriptedModel

CELL = "Compute.\n```python\n1+1\n```\n"
NAMES = sorted(STRATEGIES)


def outline(events: Sequence[Event]) -> str:
    """The stream in letters: a new one where the kind or the part changes."""
    letters, last = "", None
    for event in events:
        key = (type(event), getattr(event, "part", None))
        letters += "" if key == last else type(event).__name__[0 if type(event) is not Check else 1]
        last = key
    return letters


def prose(events: Sequence[Event]) -> str:
    return "".join(e.delta for e in events if isinstance(e, Reasoning))


def told(event_type: type[Event], events: Sequence[Event]) -> list[Event]:
    return [e for e in events if isinstance(e, event_type)]


async def test_tool_integrated_is_the_default() -> None:
    events = await solve("tool-integrated", ScriptedModel(CELL, "So \\boxed{2}."))
    assert outline(events) == "RCORAhD"
    assert [
        e async for e in Agent(ScriptedModel(CELL, "So \\boxed{2}."), EchoKernel(PRINTS_2)).solve(PROBLEM)
    ] == events


async def test_chain_of_thought_asks_for_no_code_and_runs_none() -> None:
    model, kernel = ScriptedModel(CELL + "So \\boxed{2}."), EchoKernel()
    events = await solve("chain-of-thought", model, kernel=kernel)
    assert outline(events) == "RAhD"
    assert kernel.ran == []
    assert "```python\n1+1\n```" in prose(events)
    assert "Do not write programs" in model.asked[0][0].content


async def test_program_first_answers_with_what_the_program_printed() -> None:
    model = ScriptedModel("```python\n1+1\n```\n")
    events = await solve("program-first", model)
    assert outline(events) == "CORAhD"
    assert Answer("2") in events
    assert len(model.asked) == 1
    assert "prints nothing but its final answer" in model.asked[0][0].content


@pytest.mark.parametrize(
    ("printed", "answer"),
    [
        ("x = 1/3", r"\frac{1}{3}"),
        ("[1, sqrt(2)]", r"1,\ \sqrt{2}"),
        ("0.3333333333333333", r"\frac{1}{3}"),
        ("-4", "-4"),
        ("{x: 2, y: 1/2}", r"x=2,\ y=\frac{1}{2}"),
        ("the answer: 7", "7"),
    ],
)
async def test_a_program_prints_values_of_many_kinds(printed: str, answer: str) -> None:
    kernel = EchoKernel({"1+1": [Output(0, "stdout", f"working\n{printed}\n")]})
    assert Answer(answer) in await solve("program-first", ScriptedModel(CELL), kernel=kernel)


@pytest.mark.parametrize("cell", ["raise", "die", "nothing here"])
async def test_a_program_that_fails_leads_to_reasoning(cell: str) -> None:
    kernel = EchoKernel({"nothing here": [Output(0, "stdout", "the dog ate it\n")]})
    model = ScriptedModel(f"```python\n{cell}\n```\n", "It is \\boxed{2}.\n```python\n1+1\n```\n")
    events = await solve("program-first", model, kernel=kernel)
    assert told(Instruction, events) == [Instruction(say("reason-instead", "en"))]
    assert Answer("2") in events
    assert kernel.ran == [f"{cell}\n"]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("2+2? A. 3 B. 4 C. 5 D. 6", True),
        ("2+2=（ ）\nA．3\nB．4\nC．5\nD．6", True),
        ("2+2? (A) 3 (B) 4 (C) 5", True),
        ("In the triangle ABC, A = 30°, B = 60°.", False),
        ("The points A, B, C and D lie on a circle.", False),
        ("已知△ABC中，角A、B、C的对边", False),
    ],
)
async def test_hybrid_reasons_about_choices_only(text: str, *, choice: bool) -> None:
    assert is_choice(text) == choice
    kernel = EchoKernel(PRINTS_2)
    await solve("hybrid", ScriptedModel(CELL + "\\boxed{B}"), kernel=kernel, problem=Problem(text, "en"))
    assert kernel.ran == ([] if choice else ["1+1\n"])


async def test_self_verify_revises_what_it_finds_wrong() -> None:
    model = ScriptedModel(
        CELL, "So \\boxed{3}.",
        "```python\ncheck\n```\n", "Verification: False",
        "Then \\boxed{2}.",
        "```python\ncheck\n```\n", "Verification: \\boxed{True}",
    )  # fmt: skip
    events = await solve("self-verify", model)
    assert (
        outline(events) == "RCORICORIRICORRAhD"
    )  # solved, verified, revised, verified, its answer told again
    assert Answer("2") in events
    assert [c.verdict for c in events if isinstance(c, Check)] == ["unknown"]
    assert "alone is no proof" in next(c.method for c in events if isinstance(c, Check))


async def test_self_verify_ends_and_tells_what_it_never_could_mend() -> None:
    model = ScriptedModel("\\boxed{3}", *["Verification: False", "Still \\boxed{3}."] * 9)
    events = await solve("self-verify", model)
    assert sum(e == Instruction(say("revise", "en")) for e in events) == 2
    assert [c.verdict for c in events if isinstance(c, Check)] == ["refuted"]


async def test_a_vote_takes_the_answer_of_most() -> None:
    others = Kernels(
        ScriptedModel(CELL, "\\boxed{0.5}"),
        ScriptedModel(CELL, "\\boxed{\\frac{1}{2}}"),
        ScriptedModel(CELL, "\\boxed{7}"),
    )
    events = await solve(
        "vote",
        ScriptedModel(CELL, "\\boxed{1/2}"),
        others=others,
        kernel=EchoKernel({"1+1": [Output(1, "stdout", "done")]}),
    )
    assert Answer("1/2") in events
    assert "3 of 4 attempts agree: \\(\\boxed{1/2}\\)" in prose(events)
    assert [c.verdict for c in events if isinstance(c, Check)] == ["unknown"]
    assert others.closed == len(others.kernels) == 3
    assert told(Waiting, events)
    parts: list[int] = []
    for event in events:
        if isinstance(event, Reasoning | Code) and event.part not in parts:
            parts.append(event.part)
    assert parts == sorted(parts)
    titles = [prose(events).index(f"**Attempt {n}**") for n in range(1, 5)]
    assert titles == sorted(titles)


HALVES = ("\\boxed{7}", "\\boxed{0.5}", "\\boxed{1/2}", "\\boxed{\\frac{1}{2}}")


@pytest.mark.parametrize(
    ("name", "scores", "answer", "says"),
    [
        pytest.param("best-of", {"7": 0.9, "1/2": 0.8}, "7", "rates this one best (0.90)", id="the best"),
        pytest.param("best-of", {"1/2": 0.8}, "1/2", "Of 4 attempts", id="another is the best"),
        pytest.param(
            "weighted-vote", {"7": 0.9, "1/2": 0.8, "0.5": 0.1, r"\frac{1}{2}": 0.1}, "1/2", "3 of 4 attempts",
            id="three outweigh one",
        ),
        pytest.param(
            "weighted-vote", {"7": 0.9, "1/2": 0.2, "0.5": 0.1, r"\frac{1}{2}": 0.1}, "7", "1 of 4 attempts",
            id="one outweighs three",
        ),
    ],
)  # fmt: skip
async def test_a_reward_model_chooses(name: str, scores: dict[str, float], answer: str, says: str) -> None:
    scorer, others = FixedScorer(scores), Kernels(*map(ScriptedModel, HALVES[1:]))
    events = await solve(name, ScriptedModel(HALVES[0]), others=others, scorer=scorer)
    assert Answer(answer) in events
    assert says in prose(events)
    assert sorted(scorer.judged) == sorted(["7", "0.5", "1/2", r"\frac{1}{2}"])
    assert [c.verdict for c in events if isinstance(c, Check)] == ["unknown"]
    assert others.closed == 3


@pytest.mark.parametrize("name", sorted(JUDGED))
async def test_without_a_reward_model_nothing_is_solved(name: str) -> None:
    model = ScriptedModel("\\boxed{2}")
    agent = Agent(model, EchoKernel(), strategy=name)
    events = [event async for event in agent.solve(PROBLEM)]
    assert [type(e) for e in events] == [Failure, Done] and model.asked == []
    assert "STEPWISE_REWARD_MODEL" in events[0].message  # type: ignore[union-attr]
    broken = await solve(name, model, scorer=FixedScorer(code="not-reward-model"))
    assert "judge is not a reward model" in broken[-2].message and model.asked == []  # type: ignore[union-attr]


async def test_a_checker_may_prove_what_a_vote_cannot() -> None:
    kernel = EchoKernel(PRINTS_2 | {"check": [Output(1, "result", "True")]})
    events = await solve("vote", ScriptedModel(CELL, "\\boxed{2}"), others=Kernels(ScriptedModel("\\boxed{2}")),
                         kernel=kernel, plan=CheckPlan("c", "m", "check"))  # fmt: skip
    assert [c.verdict for c in events if isinstance(c, Check)] == ["unknown", "proved"]


async def test_who_never_ran_code_does_not_vote_where_any_did() -> None:
    others = Kernels(ScriptedModel("I guess \\boxed{9}."))
    events = await solve("vote", ScriptedModel(CELL, "\\boxed{2}"), others=others)
    assert Answer("2") in events
    assert "1 of 4 attempts agree" in prose(events)


async def test_the_samples_are_drawn_with_seeds_of_their_own() -> None:
    drawn: list[Sampling] = []

    class Noting(ScriptedModel):
        def stream(
            self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
        ) -> AsyncGenerator[Delta]:
            drawn.append(sampling)
            return super().stream(messages, sampling, stop=stop)

    await solve("vote", Noting("\\boxed{2}"), others=Kernels(Noting("\\boxed{2}")))
    assert sorted(s.seed for s in drawn if s.seed is not None) == [0, 1, 2, 3]
    assert all(s.temperature > 0 for s in drawn)


class Unavailable:
    """A server that is gone, at once or in the middle of a thought."""

    name = "unavailable"

    def __init__(self, begins: str = "") -> None:
        self._begins = begins

    async def stream(
        self, messages: Sequence[Message], sampling: Sampling, *, stop: Sequence[str] = ()
    ) -> AsyncGenerator[Delta]:
        if self._begins:
            yield Delta(self._begins)
        raise ModelUnavailable(why="gone")


@pytest.mark.parametrize("begins", ["", "<think>Let me", "```python\n1+"])
async def test_one_attempt_that_breaks_off_does_not_cost_the_vote(begins: str) -> None:
    events = await solve("vote", Unavailable(begins), others=Kernels(ScriptedModel("\\boxed{2}")))
    assert Answer("2") in events
    assert "3 of 4 attempts agree" in prose(events)


@pytest.mark.parametrize("name", NAMES)
async def test_a_model_that_is_gone_ends_in_a_sentence(name: str) -> None:
    events = await solve(name, Unavailable("So"), others=Kernels(Unavailable()))  # type: ignore[arg-type]
    assert [type(e) for e in events[-2:]] == [Failure, Done]
    assert events[-1] == Done("failed")


async def test_the_earliest_wins_a_tie() -> None:
    assert await majority(["1", "2", "2.0", "1.0"], FixedChecker(None)) == [0, 3]
    assert await majority(["1", "2", "\\dfrac{4}{2}", "3"], FixedChecker(None)) == [1, 2]
    assert await majority(["no solution"], None) == [0]


def test_an_unknown_strategy_is_told_the_nearest() -> None:
    with pytest.raises(LookupError, match="did you mean 'vote'"):
        strategy("votes")
    for name in NAMES:
        assert callable(strategy(name))


@pytest.mark.parametrize(
    "name", [n for n in NAMES if n not in ("chain-of-thought", "program-first", "hybrid")]
)
async def test_code_that_keeps_failing_is_given_up(name: str) -> None:
    model = ScriptedModel(*["```python\nraise\n```\n"] * 3, "So \\boxed{2}.")
    events = await solve(name, model, limits=Limits(repairs=2))
    assert Instruction(say("code-given-up", "en")) in events
    assert Answer("2") in events


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, "x" * 400) for name in NAMES]
    + [(name, "```python\nhang\n```\n") for name in NAMES if name != "chain-of-thought"],
)
async def test_closing_stops_every_model_and_every_kernel(name: str, text: str) -> None:
    model = ScriptedModel(text, chunk=1, pause_s=0.005)
    kernel, others = EchoKernel(), Kernels(ScriptedModel(text, chunk=1, pause_s=0.005))
    agent = Agent(model, kernel, strategy=name, spare=others.spare, scorer=FixedScorer())

    async def consume() -> None:
        async with aclosing(agent.solve(PROBLEM)) as events:
            async for _ in events:
                pass

    task = asyncio.create_task(consume())
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 1)
    for used in (model, *others.models):
        assert used.closed == len(used.asked)
    for run in (kernel, *others.kernels):
        assert run.interrupted == len(run.ran)
    assert others.closed == len(others.kernels)
