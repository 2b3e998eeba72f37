"""Folding and replaying are inverse, and the model sees what the reader saw."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from solver.events import Answer, Code, Done, Event, Figure, Output, Reasoning
from solver.ports import Problem
from solver.segment import CellEnd, Segmenter
from solver.transcript import MAX_OUTPUT, Cell, assistant_text, fold, messages, output_text, replay

words = st.text(max_size=8)
runs = st.lists(
    st.one_of(
        st.builds(Reasoning, st.just(0), words),
        st.builds(Code, st.just(1), words),
        st.builds(Output, st.just(1), st.just("stdout"), words),
        st.builds(Figure, st.just(3), st.just("image/png"), st.binary(max_size=4), words),
        st.builds(Answer, words),
        st.just(Done("answered")),
    ),
    max_size=20,
)


@given(runs)
def test_replay_is_the_inverse_of_fold(events: list[Event]) -> None:
    blocks = fold(events)
    assert fold(replay(blocks)) == blocks


def test_the_fenced_dialect_round_trips() -> None:
    events = [
        Reasoning(0, "Add.\n"),
        Code(1, "1+1\n"),
        Output(1, "result", "2"),
        Reasoning(2, "So \\boxed{2}\n"),
    ]
    text = assistant_text(fold(events))
    assert text == "Add.\n```python\n1+1\n```\n```output\n2\n```\nSo \\boxed{2}\n"
    segmenter = Segmenter()
    assert [s for s in segmenter.feed(text) if isinstance(s, CellEnd)] == [CellEnd(1, "1+1\n")]


def test_long_output_is_cut_in_the_middle() -> None:
    cell = Cell(0, "", [Output(0, "stdout", "a" * MAX_OUTPUT + "b" * MAX_OUTPUT)])
    text = output_text(cell)
    assert len(text) < MAX_OUTPUT + 60
    assert text.startswith("aaa") and text.endswith("bbb\n") and "characters cut" in text


def test_messages_are_the_problem_and_ones_own_turn() -> None:
    problem = Problem("1+1", "en")
    assert [m.role for m in messages(problem, [], system="be brief")] == ["system", "user"]
    assert [m.role for m in messages(problem, [Reasoning(0, "well")])] == ["user", "assistant"]
