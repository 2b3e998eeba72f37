"""Ladders and judged answers from real reading workers and kernels, and an idea in a model's words."""

from __future__ import annotations

import pytest

from solver.ports import Problem
from solver.services import Services
from solver.settings import Settings
from solver.tutor import Worked, worked
from solver.tutor.wording import LONGEST, worded_idea
from tests.fakes import ScriptedModel

PROBLEM = Problem("Solve 2x^2 - 7x + 3 = 0.", "en")
ANSWERS = (
    ("x=3, x=1/2", True, "kept"),
    ("0.5, 3", True, "kept"),
    ("x = 3, x = 2/4", True, "unreduced"),
    ("x=3", False, "kept"),
    ("x=3, x=-1/2", False, "kept"),
    ("a banana", None, "kept"),
)


async def test_a_problem_is_solved_privately_and_tutored_from_its_solution() -> None:
    services = Services(Settings(warm_kernels=1, reading_workers=1))
    await services.start()
    session = services.session()
    try:
        solution = worked([event async for event in session.solve(PROBLEM)])
        assert solution is not None and solution.verdict == "proved"
        found = await session.ladder(PROBLEM, solution)
        assert found is not None and found.ladder.topic == "equations"
        assert [r.kind for r in found.ladder.rungs][:3] == ["asked", "idea", "gap"]
        assert "actoring" in found.ladder.rungs[1].text
        assert found.picture is not None and "2*x**2" in found.picture
        for answer, right, form in ANSWERS:
            one = await session.judge(PROBLEM, answer, solution.answer)
            assert (one.right, one.form) == (right, form), (answer, one)
        assert await services.proved_answer(Problem("If 2x - 3 = 7, find 4x + 1", "en")) == "21"
        assert await services.proved_answer(Problem("Who was Euler?", "en")) is None
        coach = services.coach()
        idea = found.ladder.rungs[1].text
        assert not await coach.may_be_told(PROBLEM, "So the root is \\(x=\\frac{1}{2}\\).", solution, idea)
        assert await coach.may_be_told(PROBLEM, "Write the left side as a product.", solution, idea)
        topic, scores = await coach.hardness(PROBLEM, ["Solve 12x^2 - 175x + 128 = 0."])
        assert topic == "equations" and scores[0] < scores[1]
    finally:
        await session.close()
        await services.close()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        pytest.param(
            "<think>x = 3</think>Think of a product.", "Think of a product.", id="without its thoughts"
        ),
        pytest.param("", None, id="nothing"),
        pytest.param("word " * LONGEST, None, id="much too long"),
        pytest.param("```python\nprint(3)\n```", None, id="a cell"),
    ],
)
async def test_the_idea_in_a_models_words(said: str, kept: str | None) -> None:
    model = ScriptedModel(said)
    solution = Worked(("\\((2x-1)(x-3)=0\\)",), "x=3", "proved")
    assert await worded_idea(model, PROBLEM, solution) == kept
    assert PROBLEM.text in model.asked[0][0].content and "(2x-1)(x-3)=0" in model.asked[0][0].content


async def test_a_model_that_does_not_come_to_an_end_words_nothing() -> None:
    model = ScriptedModel("word " * 50, chunk=1, pause_s=0.05)
    assert await worded_idea(model, PROBLEM, Worked((), "x=3", "proved"), patience_s=0.2) is None
    assert model.closed == 1
