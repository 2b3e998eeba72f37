"""Answers say what was computed: exact forms, and no other number than the kernel printed."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st

from solver.agent import Agent
from solver.agent.honesty import Evidence, exact_form, normal
from solver.events import Answer, Check, Code, Event, Figure, Output, Reasoning
from solver.kernels import KernelPool
from solver.models import comparing
from solver.ports import CheckPlan, Problem
from tests.fakes import EchoKernel, FixedChecker, ScriptedModel

CELL = "```python\ncell\n```\n"


class Comparing(EchoKernel):
    """Its cell prints one thing; comparing cells say what sympy says; all others give their source back."""

    def __init__(self, printed: str, stream: str = "result") -> None:
        super().__init__({"cell": [Output(0, stream, printed)]})  # type: ignore[arg-type]

    async def run(
        self, part: int, source: str, *, timeout_s: float, turn: object = None
    ) -> AsyncGenerator[Output | Figure]:
        """In this process: these cells are our own."""
        if source.startswith("import sympy"):
            names: dict[str, object] = {}
            *lines, final = source.splitlines()
            exec("\n".join(lines), names)
            yield Output(part, "result", str(eval(final, names)))
            return
        async with aclosing(super().run(part, source, timeout_s=timeout_s)) as outputs:
            async for output in outputs:
                yield output


async def solve(printed: str, last: str, text: str = "1+1", stream: str = "result") -> list[Event]:
    """The model's last words behind a cell that printed that."""
    agent = Agent(ScriptedModel(CELL, last), Comparing(printed, stream), FixedChecker(None))
    return [e async for e in agent.solve(Problem(text, "en"))]


def answer(events: list[Event]) -> str:
    return next(e.latex for e in events if isinstance(e, Answer))


def verdicts(events: list[Event]) -> list[str]:
    return [e.verdict for e in events if isinstance(e, Check)]


@pytest.mark.parametrize(
    ("printed", "said", "shown"),
    [
        ("1/3", "0.33", r"\frac{1}{3}"),
        ("1/3", "x=0.333", r"x=\frac{1}{3}"),
        ("sqrt(2)", "1.414", r"\sqrt{2}"),
        ("1/3", r"0.33\text{ m}", r"\frac{1}{3}\text{ m}"),
        ("150.00000000000003", "150.00000000000003", "150"),
        ("0.3333333333333333", "0.333333", r"\frac{1}{3}"),
        ("5/2", "2.5", "2.5"),
        ("3.14159", r"\pi", r"\pi"),
    ],
)
async def test_the_exact_value_is_shown(printed: str, said: str, shown: str) -> None:
    events = await solve(printed, f"So \\boxed{{{said}}}.")
    assert answer(events) == shown
    assert verdicts(events) == ["unknown"]


@pytest.mark.parametrize("text", ["Round to two decimal places.", "结果保留两位小数"])
async def test_a_decimal_stays_where_one_was_asked_for(text: str) -> None:
    assert answer(await solve("1/3", "\\boxed{0.33}", text)) == "0.33"
    assert answer(await solve("1/3", "\\boxed{0.333333}", text)) == "0.333333"


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("121932631112635269", "\\boxed{121932631112635296}"),
        ("1/3", "So it is \\boxed{\\frac{2}{3}}."),
        ("sqrt(2)", "\\boxed{\\sqrt{3}}"),
        ("12\n", "It is \\(\\boxed{-12}\\)."),
    ],
)
@pytest.mark.parametrize("stream", ["result", "stdout"])
async def test_another_number_than_the_kernel_printed_is_refuted_in_the_open(
    printed: str, last: str, stream: str
) -> None:
    events = await solve(printed, last, stream=stream)
    assert verdicts(events) == ["refuted"]
    assert [type(e) for e in events[-4:-1]] == [Code, Output, Check]


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("12", "The side is 12, so the area is \\boxed{144}."),  # goes on from what was printed
        ("1/3", "With \\(\\frac{1}{3}\\) of it, \\boxed{4} are left."),
        ("[2, 3]", "Only \\boxed{3} is positive."),
        ("True", "\\boxed{7}"),
        ("the area is 7", "\\boxed{8}"),
        ("0.5", "\\boxed{50\\%}"),
        ("12345", "\\boxed{12{,}345}"),
        ("2", "\\boxed{B}"),
        ("5.0", "\\boxed{5}"),
        ("sqrt(8)", "\\boxed{2\\sqrt{2}}"),
        ("[5, 7]\n12", "\\boxed{7}"),
    ],
)
async def test_what_is_no_contradiction(printed: str, last: str) -> None:
    events = await solve(printed, last)
    assert verdicts(events) == ["unknown"]
    assert len({e.part for e in events if isinstance(e, Code)}) == 1


async def test_a_proved_answer_is_not_compared_with_the_last_number() -> None:
    plan = CheckPlan("c", "m", "True")
    agent = Agent(ScriptedModel(CELL, "\\boxed{3}"), Comparing("2"), FixedChecker(plan))
    assert verdicts([e async for e in agent.solve(Problem("1+1", "en"))]) == ["proved"]


async def test_what_a_verification_prints_is_not_what_the_answer_came_from() -> None:
    model = ScriptedModel(CELL, "\\boxed{3}", "```python\n3\n```\n", "Verification: True")
    agent = Agent(model, Comparing("2"), FixedChecker(None), strategy="self-verify")
    assert verdicts([e async for e in agent.solve(Problem("1+1", "en"))]) == ["unknown", "refuted"]


async def test_agreement_is_no_proof() -> None:
    assert verdicts(await solve("2", "\\boxed{2}")) == ["unknown"]


async def test_a_cell_that_checks_an_answer_contradicts_nothing() -> None:
    events = (
        Code(1, "solve(3*x - 21)"), Output(1, "result", "7"),
        Code(2, "3*x - 21 if x == y else 0"), Output(2, "result", "0"), Reasoning(3, "So it is."),
    )  # fmt: skip
    evidence = Evidence(events)
    assert (evidence.last, evidence.values) == ("0", ["0", "7"])
    assert evidence.supports("7")  # an earlier cell printed it
    assert evidence.supports("21")  # the last cell was given it
    assert not evidence.supports("8")


def test_a_cell_that_failed_printed_no_value() -> None:
    printed = (Code(1, "x"), Output(1, "stdout", "12\n"))
    assert Evidence(printed).last == "12"
    assert Evidence((*printed, Output(1, "error", "ValueError"))).last is None
    assert Evidence(()).last is None


def test_a_number_is_named_only_whole() -> None:
    def behind(text: str) -> Evidence:
        return Evidence((Reasoning(0, "12"), Code(1, "x"), Output(1, "result", "12.0"), Reasoning(2, text)))

    assert behind("It is 12.").supports("144")
    assert not behind("It is 120, or 0.12, or 12.5.").supports("144")
    assert not behind("<think>12</think>It is 13.").supports("144")


@given(st.fractions(min_value=-50, max_value=50, max_denominator=30), st.integers(6, 8))
def test_a_fraction_comes_back_from_its_decimal(value: Fraction, places: int) -> None:
    text = f"{sp.N(sp.Rational(value.numerator, value.denominator), 25):.{places}f}"
    found = comparing.same(exact_form(text), f"{value.numerator}/{value.denominator}")
    assert found["same"] is True


@pytest.mark.parametrize("text", ["0.618034", "3.141593", "0.25", "1.41421", "12.345"])
def test_other_decimals_stay(text: str) -> None:
    assert exact_form(text) == text


SAME = [
    ("1,2", "2,1", True), ("x=1,\\ y=2", "y=2, x=1", True), ("x=1,\\ y=2", "x=2,\\ y=1", False),
    ("(1,2)", "(2,1)", False), ("[1,2)", "(1,2)", False), (r"\frac{1}{2}", "0.5", True), ("B", "(B)", True),
    ("B", "C", False), (r"\text{B}", "B", True), ("x^2+2x+1", "(x+1)^2", True), ("x>2", "2<x", True),
    ("x>2", r"x\ge 2", None), (r"12\text{ cm}", r"12\text{ m}", None), (r"12\text{ cm}", "12", True),
    (r"\infty", "1", False), (r"\{1,2\}", "2,1", True), ("4,3,2,1", "1,2,3,4", True), ("4,3,2,1", "1,2,3,5", False),
    (r"2\sqrt{2}", r"\sqrt{8}", True), ("1", "1,2", False), ("no solution", "nothing", None), (r"\sin^2 x+\cos^2 x", "1", True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "verdict"), SAME, ids=[f"{a} | {b}" for a, b, _ in SAME])
def test_same(one: str, other: str, *, verdict: bool | None) -> None:
    assert comparing.same(one, other) == {"same": verdict}
    assert comparing.same(other, one) == {"same": verdict}


LATEX = st.lists(
    st.sampled_from(
        [*"0123456789xy+-*/^=<>()[]{},. ", "\\frac", "\\sqrt", "\\infty", "\\text{cm}", "\\%", "\\pi"]
    ),
    max_size=14,
).map("".join)


@given(LATEX, LATEX)
def test_whatever_is_compared_there_is_an_answer(one: str, other: str) -> None:
    assert comparing.same(one, other)["same"] in (True, False, None)
    comparing.compare(one, other)
    comparing.exact(other)


@given(LATEX)
def test_normal_is_settled(text: str) -> None:
    assert " " not in normal(text)


async def test_a_comparing_cell_runs_in_a_real_kernel() -> None:
    pool = KernelPool(warm=0)
    kernel = pool.kernel()
    try:
        for stated, printed, verdict in [
            ("2", "1/3", "False"),
            (r"\frac{1}{3}", "1/3", "True"),
            ("1.414", "sqrt(2)", "True"),
        ]:
            source = comparing.compare(stated, printed)["source"]
            outputs = [o async for o in kernel.run(0, source, timeout_s=30)]
            assert [o.text.strip() for o in outputs if isinstance(o, Output)] == [verdict]
    finally:
        await kernel.close()
        await pool.close()
