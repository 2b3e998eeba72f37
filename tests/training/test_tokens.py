"""What is learnt of a solution, on token ids: what the model writes, with the end of its turn, and nothing that it is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import trl
from hypothesis import given
from hypothesis import strategies as st
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from solver.dialects import DIALECTS, Conversation
from solver.events import Answer, Code, Done, Event, Output, Reasoning
from solver.models.transformers.rendering import render
from solver.profiles import DEFAULT, Profile, profile_of
from tests.small_model import SMALL_MODEL
from tests.training.small import examples
from training.examples import Example
from training.fine_tuning.rows import Teller
from training.fine_tuning.tokens import IGNORED, Sequenced, sequences
from training.formats import Unwritable
from training.tiny.problems import problems
from training.tiny.tokenizer import encoded

TEMPLATES = Path(trl.__file__).parent / "chat_templates"
TWO_CELLS: tuple[Event, ...] = (
    Reasoning(0, "I add.\n"), Code(1, "print(2 + 3)\n"), Output(1, "stdout", "five 5\n"),
    Reasoning(2, "Now double.\n"), Code(3, "print(10)\n"), Output(3, "error", "ten 10\n"),
    Reasoning(4, "So \\(\\boxed{10}\\)."), Answer("10"), Done("answered"),
)  # fmt: skip
SOLUTION = Example("toy/1", "Twice the sum of 2 and 3?", "en", "toy", events=TWO_CELLS, answer="10")


def tokenizer(template: str | None = None, *tokens: str) -> PreTrainedTokenizerBase:
    """The tiny model's, with the template of a family that speaks otherwise."""
    found = AutoTokenizer.from_pretrained(SMALL_MODEL)
    if template is not None:
        found.chat_template = (TEMPLATES / f"{template}.jinja").read_text(encoding="utf-8")
        found.bos_token = found.pad_token  # some templates want one
        found.add_special_tokens({"additional_special_tokens": ["<|im_start|>", "<|im_end|>", *tokens]})
    return found


def untold() -> PreTrainedTokenizerBase:
    """Without a template: the profile's, which puts nothing behind a turn."""
    found = AutoTokenizer.from_pretrained(SMALL_MODEL)
    found.chat_template = None
    return found


CHATML = tokenizer()


def stretches(row: Sequenced, of: PreTrainedTokenizerBase = CHATML) -> list[str]:
    """The texts that are learnt, each by itself."""
    assert len(row.ids) == len(row.labels)
    assert all(label in (IGNORED, token) for token, label in zip(row.ids, row.labels, strict=True))
    found, before = list[list[int]](), IGNORED
    for label in row.labels:
        if label != IGNORED:
            found = [*found, [label]] if before == IGNORED else [*found[:-1], [*found[-1], label]]
        before = label
    return [of.decode(ids) for ids in found]


CALL = '<tool_call>\n{"name": "execute_code", "arguments": {"code": "%s"}}\n</tool_call><|im_end|>'
LEARNT = {
    "fenced": (
        DEFAULT, CHATML,
        ["I add.\n```python\nprint(2 + 3)\n```\n", "Now double.\n```python\nprint(10)\n```\n", "So \\(\\boxed{10}\\).<|im_end|>"],
    ),
    "turns": (
        profile_of("stepwise"), CHATML,
        ["I add.\n```python\nprint(2 + 3)\n```<|im_end|>", "Now double.\n```python\nprint(10)\n```<|im_end|>", "So \\(\\boxed{10}\\).<|im_end|>"],
    ),
    "calls": (
        replace(DEFAULT, dialect="calls", prompts="calls", calls="json"), tokenizer("qwen2_5"),
        ["I add.\n\n" + CALL % "print(2 + 3)\\n", "Now double.\n\n" + CALL % "print(10)\\n", "So \\(\\boxed{10}\\).<|im_end|>"],
    ),
    "fenced, llama 3": (
        DEFAULT, tokenizer("llama3", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>"),
        ["I add.\n```python\nprint(2 + 3)\n```\n", "Now double.\n```python\nprint(10)\n```\n", "So \\(\\boxed{10}\\).<|eot_id|>"],
    ),
    "fenced, a template without an end": (
        profile_of("llm-agents/tora-7b"), untold(),
        ["I add.\n```python\nprint(2 + 3)\n```\n", "Now double.\n```python\nprint(10)\n```\n", "So \\(\\boxed{10}\\).<|im_end|>"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEARNT)
def test_what_the_model_writes_is_learnt_and_nothing_else(name: str) -> None:
    profile, words, wanted = LEARNT[name]
    (row,) = sequences(SOLUTION, profile, words)
    assert stretches(row, words) == wanted
    masked = words.decode([t for t, label in zip(row.ids, row.labels, strict=True) if label == IGNORED])
    assert "five 5" in masked and "ten 10" in masked and SOLUTION.problem in masked


def test_a_template_that_forgets_thoughts_gives_a_row_for_each_round() -> None:
    """Qwen3's tells of earlier turns in another way than it opens them: every row is still what the model will be told."""
    words, profile = tokenizer("qwen3_5_think"), profile_of("Qwen/Qwen3.5-4B")
    rows = sequences(SOLUTION, profile, words)
    assert sum(len(stretches(row, words)) for row in rows) == 3
    for row in rows:
        text = words.decode(row.ids)
        learnt = stretches(row, words)[-1]
        assert text.endswith(learnt) and learnt.endswith("<|im_end|>")
        assert "five 5" not in learnt and "ten 10" not in learnt


words = st.text("abc xyz+=\n().", max_size=20).map(lambda t: t.replace("```", ""))


@given(
    st.lists(st.tuples(words, st.integers(0, 999)), max_size=3), words, st.sampled_from(["fenced", "turns"])
)
def test_each_round_begins_as_the_app_tells_it(cells: list[tuple[str, int]], end: str, dialect: str) -> None:
    """The text before each learnt stretch is, to the letter, what the backend renders there."""
    profile = replace(DEFAULT, dialect=dialect)  # type: ignore[arg-type]
    events: list[Event] = []
    told = []
    for number, (prose, value) in enumerate(cells):
        told.append(tuple(events))
        events += [Reasoning(2 * number, f"p{prose}"), Code(2 * number + 1, f"print({value})\n")]
        events.append(Output(2 * number + 1, "stdout", f"{value}\n"))
    told.append(tuple(events))
    events.append(Reasoning(2 * len(cells), f"e{end} \\(\\boxed{{1}}\\)"))
    example = Example("x", "q", "en", "toy", events=tuple(events), answer="1")
    (row,) = sequences(example, profile, CHATML)
    starts = [n for n, label in enumerate(row.labels) if label != IGNORED and row.labels[n - 1] == IGNORED]
    for start, before in zip(starts, told, strict=True):
        messages = DIALECTS[profile.dialect](Conversation(profile.question("q"), before, profile.system))
        assert CHATML.decode(row.ids[:start]) == render(CHATML, profile, messages).text


def test_it_is_what_the_tiny_model_was_trained_on() -> None:
    """Its own trainer, written by hand for one dialect and one template, has the same ids and the same mask."""
    source = problems(11, held_out=False)
    for one, worked in zip(examples(20), source, strict=False):
        (row,) = sequences(one, profile_of("stepwise"), CHATML)
        ((ids, own),) = encoded(CHATML.backend_tokenizer, [worked.messages()])
        assert row.ids == ids[: len(row.ids)] and len(ids) - len(row.ids) <= 1
        assert [label != IGNORED for label in row.labels] == own[: len(row.ids)]


@pytest.mark.parametrize(
    ("example", "reason"),
    [
        pytest.param(replace(SOLUTION, events=(), answer=""), "no-solution", id="a problem alone"),
        pytest.param(
            replace(SOLUTION, events=(Done("no-answer"),), answer=""), "no-solution", id="nothing said"
        ),
        pytest.param(replace(SOLUTION, problem="so " * 900), "too-long", id="too long"),
    ],
)
def test_what_cannot_be_learnt_is_said(example: Example, reason: str) -> None:
    profile: Profile = profile_of("stepwise")
    with pytest.raises(Unwritable) as said:
        Teller(CHATML, profile, 512).rows(example)
    assert said.value.reason == reason
