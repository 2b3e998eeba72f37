"""What the page is sent in practise mode: never a line, a cell, a picture or an answer that is not revealed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.errors import Declined
from solver.events import Answer, Check, Code, Done, Event, Failure, Figure, Methods, Output, Reasoning
from solver.models.coach import Coached
from solver.ports import Problem
from solver.topics.table import TOPICS
from solver.tutor import Worked
from solver.tutor.tries import Try
from tests.tutor.ladders import ladders
from ui import tutoring
from ui.turn import Turn
from ui.tutored import view


class Tutor:
    """A session that has one ladder and judges by the text."""

    def __init__(self, coached: Coached | None) -> None:
        self.coached = coached

    async def ladder(self, problem: Problem, solution: Worked, *, model: str = "builtin") -> Coached | None:
        return self.coached

    async def judge(self, problem: Problem, answer: str, right: str) -> Try:
        return Try(answer, answer == right)

    async def vary(self, *models: Problem, seed: int = 0) -> Any:
        raise Declined("no")
        yield


def stream(solution: Worked) -> list[Event]:
    """As the agent tells a solution."""
    steps = "".join(f"**{n}.** {line}\n\n" for n, line in enumerate(solution.lines, 1))
    return [
        Reasoning(0, steps), Code(1, "secret_cell()"), Output(1, "result", "secret-output\n", "secret-latex"),
        Figure(1, "image/png", b"\x89PNG", "secret-figure"), Reasoning(2, rf"So \(\boxed{{{solution.answer}}}\)."),
        Answer(solution.answer), Check("secret-claim", "proved", "secret-method"),
        Methods(("factoring", "formula"), "factoring"), Done("answered"),
    ]  # fmt: skip


async def practised(problem: Problem, events: list[Event], session: object) -> Turn:
    turn = Turn("t", problem)
    take = tutoring.begin(turn, session, practise=True)
    for event in events:
        assert view(turn)["blocks"] == []
        take(event)
    tutoring.settle(turn)
    await tutoring.prepare(turn, session, "builtin")
    return turn


@pytest.mark.parametrize("topic", [*TOPICS][::6])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_only_what_is_revealed_is_sent(topic: str, language: str) -> None:
    for problem, solution, ladder in ladders(topic, language, 1):
        turn = await practised(problem, stream(solution), Tutor(Coached(ladder, ())))
        coaching = turn.coaching
        assert coaching is not None
        for count in range(len(ladder.rungs)):
            sent = json.dumps(view(turn), ensure_ascii=False)
            assert "secret-" not in sent and "secret_cell" not in sent
            later = [r for r in ladder.rungs[count:] if r.kind in ("gap", "line")]
            told = [block["html"] for block in view(turn)["blocks"] if block["kind"] == "rung"]
            assert len(told) == count
            for rung in later:
                assert (
                    json.dumps(rung.text, ensure_ascii=False)[1:-1] not in sent or rung.text in problem.text
                )
            tutoring.hint(turn, {})
        tutoring.reveal(turn, {})
        sent = json.dumps(view(turn), ensure_ascii=False)
        assert all(word in sent for word in ("secret_cell", "secret-latex", "secret-figure", "secret-claim"))
        assert turn.answer == Answer(solution.answer)


PROBLEM = Problem("Solve 3x + 7 = 22.", "en")
SOLUTION = Worked(
    ("Subtract 7 from both sides: \\(3x=15\\)", "Divide both sides by 3: \\(x=5\\)"), "x=5", "proved"
)


@pytest.mark.parametrize(
    ("events", "state", "kind"),
    [
        pytest.param([Failure("declined", "no"), Done("failed")], "failed", "note", id="declined"),
        pytest.param([Reasoning(0, "\\(x=5\\)"), Done("no-answer")], "no-answer", "note", id="no answer"),
        pytest.param([Reasoning(0, "\\(x=5\\)"), Done("stopped")], "stopped", "note", id="stopped"),
    ],
)  # fmt: skip
async def test_what_comes_to_nothing_says_so_and_nothing_more(
    events: list[Event], state: str, kind: str
) -> None:
    shown = view(await practised(PROBLEM, events, Tutor(None)))
    assert shown["state"] == state
    assert [block["kind"] for block in shown["blocks"]] == [kind]
    assert "x=5" not in json.dumps(shown)


async def test_a_solution_that_its_check_refutes_gives_no_hints() -> None:
    events = stream(SOLUTION)
    events[6] = Check("c", "refuted", "m")
    turn = await practised(PROBLEM, events, Tutor(None))
    blocks = {block["id"]: block["html"] for block in view(turn)["blocks"]}
    assert "tutor.refuted" in blocks["notice"]
    assert 'data-tutor="hint"' not in blocks["chips"] and 'data-tutor="show"' in blocks["chips"]


async def test_a_session_that_only_solves_is_left_alone() -> None:
    turn = Turn("t", PROBLEM)
    take = tutoring.begin(turn, object(), practise=True)
    for event in stream(SOLUTION):
        take(event)
    assert turn.coaching is None and turn.answer == Answer("x=5")
    assert "practise" not in view(turn)


@given(st.lists(st.sampled_from(["wrong", "x=5", "hint", "next", "show", "explain", "check"]), max_size=12))
async def test_help_is_offered_after_two_wrong_answers_and_never_after_the_end(acts: list[str]) -> None:
    from solver.tutor import ladder_of

    session = Tutor(Coached(ladder_of(PROBLEM, SOLUTION, topic="equations"), ((), ())))
    turn = await practised(PROBLEM, stream(SOLUTION), session)
    coaching, wrong = turn.coaching, 0
    assert coaching is not None
    for act in acts:
        open_before = coaching.is_hidden
        if act in ("wrong", "x=5"):
            await tutoring.answer(turn, {"answer": act}, session)
            wrong += act == "wrong" and open_before
        else:
            could = coaching.can_climb
            tutoring.SIMPLE[act](turn, {"step": 0, "what": "why"})
            wrong = 0 if act in ("hint", "next") and could else wrong
        assert coaching.needs_help == (wrong >= 2 and coaching.can_climb and not coaching.is_solved)
        names = {block["id"] for block in view(turn)["blocks"]}
        assert ("box" in names) == (coaching.is_hidden and not coaching.is_solved)
        assert "chips" in names
        if act == "explain" and coaching.is_hidden and not any(r.kind == "line" for r in coaching.rungs()):
            assert not coaching.opened, "a line that is not shown is not explained"
