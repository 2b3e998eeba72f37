"""The solved problems that models are shown are true: their cells print what they say, and their answers are that."""

from __future__ import annotations

import pytest

from solver.agent import Agent
from solver.events import Code, Output, Reasoning
from solver.kernels import KernelPool
from solver.latex import boxed
from solver.ports import Language, Problem
from solver.profiles import Profile
from solver.prompts.examples import MAX_EXAMPLES, examples
from tests.fakes import EchoKernel, ScriptedModel

LANGUAGES: tuple[Language, ...] = ("en", "zh")


async def test_their_cells_print_what_they_say() -> None:
    pool = KernelPool(warm=0)
    kernel = pool.kernel()
    try:
        for example in [e for language in LANGUAGES for e in examples(language, MAX_EXAMPLES)]:
            code = next(e for e in example.events if isinstance(e, Code))
            said = next(e for e in example.events if isinstance(e, Output))
            outputs = [o async for o in kernel.run(code.part, code.delta, timeout_s=60)]
            assert "".join(o.text for o in outputs if isinstance(o, Output)) == said.text
    finally:
        await kernel.close()
        await pool.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_three_and_each_ends_in_a_box(language: Language) -> None:
    found = examples(language, 9)
    assert len({e.question for e in found}) == MAX_EXAMPLES
    for example in found:
        assert [type(e) for e in example.events] == [Reasoning, Code, Output, Reasoning]
        assert isinstance(last := example.events[-1], Reasoning)
        assert boxed(last.delta)
    assert examples(language, 0) == ()


async def test_a_family_is_shown_as_many_as_its_profile_says() -> None:
    model = ScriptedModel("因此 \\boxed{2}")
    agent = Agent(model, EchoKernel(), profile=Profile("few", "", "turns", examples=2))
    assert [e async for e in agent.solve(Problem("1+1=？", "zh"))]
    questions = [m.content for m in model.asked[0] if m.role == "user"]
    assert questions[0] == examples("zh", 1)[0].question
    assert questions[-1] == "1+1=？"
    assert len(model.asked[0]) == 1 + 2 * 4 + 1
