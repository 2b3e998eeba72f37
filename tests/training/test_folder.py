"""What a stage writes: whole lines, resumed without repeating or losing anything, refused where it is another's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rows import BadData
from solver.events import Answer, Code, Done, Output, Reasoning
from training.examples import Example, example
from training.folder import DONE, Dropped, Outcome, StageFolder

EVENTS = (
    Reasoning(0, "Add."),
    Code(1, "print(1 + 1)"),
    Output(1, "stdout", "2\n"),
    Answer("2"),
    Done("answered"),
)
words = st.text(max_size=20)


def solution(name: str) -> Example:
    return Example(name, "1 + 1 = ?", "en", "toy", "CC0-1.0", EVENTS, "2", "2")


@given(
    st.builds(
        Example, words, words, st.sampled_from(["en", "zh"]), words, words, st.just(EVENTS), words, words
    )
)
def test_an_example_comes_back_as_it_was(one: Example) -> None:
    assert example(one.record()) == one


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"id": "a"},
        {**solution("a").record(), "events": 3},
        {**solution("a").record(), "events": [{"kind": "?"}]},
    ],
)
def test_what_is_no_example_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(BadData):
        example(record)


@given(cut=st.integers(0, 5000))
def test_a_stage_goes_on_wherever_it_was_killed(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    folder = StageFolder(tmp_path_factory.mktemp("stage"))
    folder.begin("toy", {"most": 1}, [], resume=False)
    wanted = [
        Outcome("a", (solution("a#1"), solution("a#2"))),
        Outcome("b", (), (Dropped("b#1", "no-answer", "x\u2028y"),)),
        Outcome("c", (solution("c#1"),)),
    ]
    for outcome in wanted:
        folder.keep(outcome)
    file = folder.path / DONE
    file.write_bytes(file.read_bytes()[:cut])
    done = folder.begin("toy", {"most": 1}, [], resume=True) if cut else set()
    for outcome in wanted:
        if outcome.input not in done:
            folder.keep(outcome)
    assert list(folder.outcomes()) == wanted
    assert folder.finish() == {"kept": 3, "no-answer": 1}
    assert [one.id for one in folder.examples()] == ["a#1", "a#2", "c#1"]


def test_another_stages_folder_is_refused(tmp_path: Path) -> None:
    folder = StageFolder(tmp_path)
    folder.begin("toy", {"most": 1}, [], resume=False)
    folder.keep(Outcome("a"))
    for stage, config, resume in [
        ("toy", {"most": 1}, False),
        ("toy", {"most": 2}, True),
        ("other", {"most": 1}, True),
    ]:
        with pytest.raises(BadData):
            folder.begin(stage, config, [], resume=resume)
    with folder.alone(), pytest.raises(BadData, match="written by another"), StageFolder(tmp_path).alone():
        pass
