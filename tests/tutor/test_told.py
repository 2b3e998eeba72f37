"""What a language model may say as a hint: an idea of the solution in words. Whatever else it says is not shown, true or not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from solver.ports import Language, Problem
from solver.services import Services
from solver.settings import Settings
from solver.tutor import Worked, worked
from solver.tutor.told import bare, may_be_told
from tests.models.conftest import KEY
from tests.models.scripted_server import Refuses, Streams, serving
from tests.small_model import SMALL_MODEL


@dataclass(frozen=True)
class Case:
    """A problem with its solution and the tutor's own idea."""

    problem: str
    lines: tuple[str, ...]
    answer: str
    idea: str
    language: Language = "en"

    def allows(self, said: str) -> bool:
        return may_be_told(
            said, self.language, problem=self.problem, answer=self.answer, lines=self.lines, idea=self.idea
        )


QUADRATIC = Case(
    "Solve x^2 - 5x + 6 = 0.",
    (
        r"Write the left side as a product: \((x-2)(x-3)=0\).",
        r"A product is zero when a factor is: \(x-2=0\) or \(x-3=0\).",
    ),
    r"x=2,\ x=3",
    "Factoring. Written as a product, an expression shows where it is zero.",
)
LINEAR_ZH = Case(
    "解方程 3x + 7 = 22。",
    (r"两边减去 \(7\)：\(3x=15\)。", r"两边除以 \(3\)：\(x=5\)。"),
    "x=5",
    "逆运算。把加在未知数上的运算一步步还原，每次两边做同样的运算。",
    "zh",
)
NONE = Case(
    "How many real roots does x^2 + x + 1 = 0 have?",
    (r"The discriminant is \(1-4=-3\), which is negative.",),
    "0",
    "The discriminant tells how many real roots there are.",
)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (QUADRATIC, "Look for two numbers that belong together: the expression can be written as a product."),
        (QUADRATIC, "Try factoring the left side. When a product is zero, one of its factors must be zero."),
        (
            QUADRATIC,
            "The left side of \\(x^2 - 5x + 6 = 0\\) can be factored, and this is what you need here.",
        ),
        (NONE, "Think of the discriminant: its sign tells you how many of them there are."),
        (LINEAR_ZH, "把方程两边的常数移到一起，再把系数化为一，每次两边都做同样的运算。"),
        (LINEAR_ZH, "这是一元一次方程，用逆运算把未知数单独留在一边。"),
    ],
)
def test_an_idea_in_words_is_told(case: Case, said: str) -> None:
    assert case.allows(said), said


@pytest.mark.parametrize(
    ("case", "said"),
    [
        pytest.param(QUADRATIC, "Use the quadratic formula, it works for every equation of this kind.", id="another method"),
        pytest.param(QUADRATIC, "Use the law of cosines and the Pythagorean theorem here.", id="another theorem"),
        pytest.param(QUADRATIC, "This equation has no real solutions, so think about the discriminant.", id="no solution"),
        pytest.param(QUADRATIC, "Look for two numbers with the sum six and the product five.", id="wrong numbers in words"),
        pytest.param(QUADRATIC, "Look for two numbers with the product 6 and the sum 5.", id="numbers"),
        pytest.param(QUADRATIC, "Write it as the product \\((x-1)(x-6)\\) and look at each of the factors.", id="a wrong product"),
        pytest.param(QUADRATIC, "Write it as the product (x-2)(x-3) and look at each of the factors.", id="a line of the solution"),
        pytest.param(QUADRATIC, "The answer is the pair of the smallest prime numbers.", id="about the answer"),
        pytest.param(QUADRATIC, "Think of what happens when x is two, or when it is a bit more.", id="a root in words"),
        pytest.param(QUADRATIC, "Think of the factors and then check that x = 4 is what you need.", id="an equation"),
        pytest.param(QUADRATIC, "把左边分解因式，再让每个因式为零。", id="Chinese for English"),
        pytest.param(QUADRATIC, "Faktorisiere die linke Seite und setze jeden Faktor gleich Null.", id="German"),
        pytest.param(QUADRATIC, "Разложи левую часть на множители and look at each of them.", id="Russian"),
        pytest.param(QUADRATIC, "Think of it.\n\n1. Factor the left side.\n2. Look at each of the factors.", id="a list"),
        pytest.param(QUADRATIC, "Think. Look. Write. Then find the factors. Then use them.", id="too many sentences"),
        pytest.param(QUADRATIC, "<|im_start|>assistant Look at the left side, it is a product.", id="marks of a template"),
        pytest.param(QUADRATIC, "Look at [this page](https://a.b) and the solution which is on it.", id="a link"),
        pytest.param(NONE, "There are zero of them, as you can see from the graph.", id="none, in words"),
        pytest.param(NONE, "The discriminant is negative three and this tells you how many there are.", id="a value on the way"),
        pytest.param(LINEAR_ZH, "把7移到右边再除以3，就能求出未知数。", id="numbers in Chinese"),
        pytest.param(LINEAR_ZH, "答案是五，想想为什么。", id="the answer in Chinese"),
        pytest.param(LINEAR_ZH, "两边同时加上七，再除以三，就可以得到未知数。", id="a wrong step in Chinese"),
        pytest.param(LINEAR_ZH, "用求根公式来解这个方程，先算判别式。", id="another method in Chinese"),
        pytest.param(LINEAR_ZH, "这个方程无解，想想两边有什么不同。", id="no solution in Chinese"),
        pytest.param(LINEAR_ZH, "Undo what is done to the unknown, the same on both sides.", id="English for Chinese"),
    ],
)  # fmt: skip
def test_nothing_else_is(case: Case, said: str) -> None:
    assert not case.allows(said), said


def test_what_a_hint_is_called_is_no_part_of_it() -> None:
    assert (
        bare("**提示：** 先移项。") == "先移项。" and bare("“Look.”") == "Look." and bare("Look.") == "Look."
    )


GOOD = "Try factoring: when a product is zero, one of its factors must be zero."
SAYS = (
    (Streams([GOOD]), True),
    (Streams(["<think>x = 2 or x = 3</think>Hint: ", GOOD]), True),
    (Streams(["The answer is x = 2 or x = 3."]), False),
    (Streams(["There are no real solutions of this equation, so think again."]), False),
    (Streams([]), False),
    (Streams(["因式分解，再让每个因式为零。"]), False),
    (Streams(["Try fac"], then="break"), False),
    (Refuses(500), False),
)


async def test_the_whole_way_with_a_server_that_answers_well_and_badly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = Problem(QUADRATIC.problem, "en")
    with serving() as server:
        monkeypatch.setenv("STEPWISE_MODEL", "openai:some-model")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        services = Services(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]
        session = services.session()
        solution = Worked(QUADRATIC.lines, QUADRATIC.answer, "proved")
        try:
            own = await session.ladder(problem, solution)
            assert own is not None
            for says, shown in SAYS:
                server.script = [says]
                found = await session.ladder(problem, solution, model="openai:some-model")
                assert found is not None
                idea = found.ladder.rungs[1]
                assert (idea.kind, idea.text == GOOD) == ("idea", shown), says
                if not shown:
                    assert "factor" in idea.text.lower(), "our own idea stands there"
                assert found.ladder.rungs[0] == own.ladder.rungs[0]
                assert found.ladder.rungs[2:] == own.ladder.rungs[2:]
        finally:
            await session.close()
            await services.close()


async def test_the_whole_way_with_a_model_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The trained tiny model has never seen a request for a hint: what it writes is no hint, and none of it is shown."""
    monkeypatch.setenv("STEPWISE_MODEL", str(SMALL_MODEL))
    services = Services(Settings(warm_kernels=1, reading_workers=1))  # type: ignore[call-arg]
    session = services.session()
    problem = Problem("Solve 13n-80=-106.", "en")
    try:
        events = [e async for e in session.solve(problem, model=SMALL_MODEL.name)]
        solution = worked(events)
        assert solution is not None and solution.answer == "-2" and solution.verdict == "proved"
        own = await session.ladder(problem, solution)
        found = await session.ladder(problem, solution, model=SMALL_MODEL.name)
        assert own is not None and found is not None
        kinds = [rung.kind for rung in found.ladder.rungs]
        assert kinds[:2] == ["asked", "idea"] and kinds[-1] == "reveal"
        assert "-2" not in "".join(rung.text for rung in found.ladder.rungs[:3])
    finally:
        await session.close()
        await services.close()
