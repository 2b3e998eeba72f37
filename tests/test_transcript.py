"""Folding and replaying are inverse."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from solver.events import Answer, Code, Done, Event, Figure, Instruction, Output, Reasoning, Waiting
from solver.transcript import MAX_OUTPUT, Cell, fold, output_text, replay

words = st.text(max_size=8)
runs = st.lists(
    st.one_of(
        st.builds(Reasoning, st.just(0), words),
        st.builds(Code, st.just(1), words),
        st.builds(Output, st.just(1), st.just("stdout"), words),
        st.builds(Figure, st.just(3), st.just("image/png"), st.binary(max_size=4), words),
        st.builds(Answer, words),
        st.builds(Instruction, words),
        st.builds(Waiting, words, st.floats(0, 1)),
        st.just(Done("answered")),
    ),
    max_size=20,
)


@given(runs)
def test_replay_is_the_inverse_of_fold(events: list[Event]) -> None:
    blocks = fold(events)
    assert fold(replay(blocks)) == blocks


def test_long_output_is_cut_in_the_middle() -> None:
    cell = Cell(0, "", [Output(0, "stdout", "a" * MAX_OUTPUT + "b" * MAX_OUTPUT)])
    text = output_text(cell)
    assert len(text) < MAX_OUTPUT + 60
    assert text.startswith("aaa") and text.endswith("bbb\n") and "characters cut" in text
