"""`label`: solutions are gone on with from their first steps, and a step is worth what becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from evaluation.grading import Judge
from evaluation.rows import BadData, Row
from evaluation.solving import Solved
from solver import Services, load_settings
from solver.agent import Agent
from solver.events import Answer, Code, Done, Event, Output, Reasoning
from solver.ports import Problem
from solver.profiles import profile_of
from solver.transcript import Cell, Prose
from tests.fakes import EchoKernel, ScriptedModel
from tests.models.scripted_server import Refuses, ScriptedServer, Streams, serving
from tests.training.small import written
from tests.training.stages import kept, made
from training.examples import Example
from training.sampling.begun import Begun
from training.sampling.labels import Config, Labeller

PRINTS_2 = {"1+1": [Output(1, "result", "2")]}


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        pytest.param([Prose(0, "I add.\n")], "I add.\n", id="behind a thought"),
        pytest.param([Prose(0, "I add.\n"), Cell(1, "1+1\n")], "```output\n2\n```\n", id="behind a cell"),
        pytest.param([Cell(0, "1+1\n"), Prose(1, "That is ")], "```\nThat is ", id="in the conclusion"),
        pytest.param([], "", id="from the beginning"),
    ],
)
async def test_a_model_goes_on_from_the_steps(steps: Sequence[Prose | Cell], told: str) -> None:
    model, kernel = ScriptedModel("so it is \\boxed{2}."), EchoKernel(PRINTS_2)
    agent = Agent(Begun(steps, model), kernel, profile=profile_of("qwen2.5-math"))
    events = [event async for event in agent.solve(Problem("1+1", "en"))]
    assert Answer("2") in events and len(model.asked) == 1
    assert kernel.ran == [step.source for step in steps if isinstance(step, Cell)]
    last = model.asked[0][-1]
    assert last.content.endswith(told) and last.role == ("assistant" if steps else "user")
    said = "".join(e.delta for e in events if isinstance(e, Reasoning))
    assert said.startswith("".join(step.text for step in steps if isinstance(step, Prose)))


class Drawn(Labeller):
    """Its solutions are prepared; ways on from a thought are right, from the wrong cell never."""

    def __init__(self, ways_on: int) -> None:
        config = Config(of=["x"], model="openai:some", samples=3, ways_on=ways_on)
        super().__init__(Services(load_settings()), Judge(), asyncio.Semaphore(1), config)
        self.begun = list[Sequence[Prose | Cell]]()

    async def _draw(self, problem: Example, begun: Sequence[Prose | Cell], number: int) -> Solved:
        right = number != 2
        if begun:
            self.begun.append(begun)
            right = len(begun) == 1
        events: tuple[Event, ...] = (
            Reasoning(0, "I add."), Code(1, f"print({2 if right else 3})"), Output(1, "stdout", f"{2 if right else 3}\n"),
            Reasoning(2, rf"\boxed{{{2 if right else 3}}}"), Answer("2" if right else "3"), Done("answered"),
        )  # fmt: skip
        row = Row("r", "toy", "", "2" if right else "3", "2", "right" if right else "wrong", "unknown", 0.1)
        return Solved(row, events)


@pytest.mark.parametrize(
    ("ways_on", "right", "wrong", "drawn"),
    [
        pytest.param(0, (1.0,), (0.0,), [], id="outcomes alone"),
        pytest.param(1, (2 / 3, 1.0, 1.0), (2 / 3, 0.0, 0.0), [], id="the solutions are ways on"),
        pytest.param(4, (3 / 4, 0.5, 1.0), (3 / 4, 0.0, 0.0), [1, 2, 2, 2, 2, 2], id="what is lacking is drawn"),
    ],
)  # fmt: skip
async def test_a_step_is_worth_what_becomes_of_it(
    ways_on: int, right: tuple[float, ...], wrong: tuple[float, ...], drawn: list[int]
) -> None:
    """Three solutions begin with one thought; two have the right cell. Ways on from cells are wrong here, also from the right one."""
    labeller = Drawn(ways_on)
    outcome = await labeller.labelled(Example("toy/1", "1 + 1 = ?", "en", "toy", reference="2"))
    assert [one.steps for one in outcome.kept] == [right, right, wrong]
    assert [one.id for one in outcome.kept] == ["toy/1#0", "toy/1#1", "toy/1#2"]
    assert sorted(map(len, labeller.begun)) == drawn


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    with serving() as scripted:
        monkeypatch.setenv("OPENAI_BASE_URL", scripted.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield scripted


def says(*texts: str) -> list[Streams | Refuses]:
    """Answers of a model, one a request."""
    return [Streams([text]) for text in texts]


async def test_solutions_of_a_language_model_are_labelled(server: ScriptedServer, tmp_path: Path) -> None:
    """In a real kernel: a right and a wrong solution with one thought, and a way on from it, which is told of it."""
    thought, cell = "I add.\n", "```python\nprint({})\n```\n"
    server.script = says(
        thought + cell.format("2 + 3"), r"So \boxed{5}.", thought + cell.format("3 + 3"), r"So \boxed{6}.",
        cell.format("1 + 4"), r"So \boxed{5}.",
        r"So \boxed{5}.", r"So \boxed{7}.", r"So \boxed{6}.", r"So \boxed{6}.",
    )  # fmt: skip
    given = written(tmp_path / "given.jsonl", [Example("toy/1", "Add 2 and 3.", "en", "toy", reference="5")])
    counts = await made(
        "label", tmp_path / "out", of=[str(given)], model="openai:some", samples=2, ways_on=3, jobs=1
    )
    right, wrong = kept(tmp_path / "out")
    assert counts == {"kept": 2}
    assert right.steps == (2 / 3, 2 / 3, 1.0) and wrong.steps == (2 / 3, 0.0, 0.0)
    assert [event.text for event in right.events if isinstance(event, Output)] == ["5\n"]
    assert len({asked["seed"] for asked in server.asked}) == 7


async def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    given = written(tmp_path / "given.jsonl", [Example("a", "What?", "en", "toy")])
    with pytest.raises(BadData, match="a has no reference"):
        await made("label", tmp_path / "out", of=[str(given)], model="openai:some")
    with pytest.raises(BadData, match="draws nothing"):
        await made("label", tmp_path / "other", of=[str(given)], model="builtin")
