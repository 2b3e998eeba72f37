"""The model is told what the reader saw, and its own words come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.dialects import DIALECTS, Conversation, Example
from solver.events import Answer, Check, Code, Done, Event, Failure, Instruction, Output, Reasoning
from solver.ports import Message
from solver.profiles import DEFAULT, PROFILES, profile_of, with_template
from solver.segment import CellEnd, Segmenter

EVENTS = (
    Reasoning(0, "Add.\n"),
    Code(1, "1+1\n"),
    Output(1, "result", "2"),
    Reasoning(2, "So \\boxed{2}\n"),
)
SOLVED: dict[str, list[Message]] = {
    "fenced": [Message("assistant", "Add.\n```python\n1+1\n```\n```output\n2\n```\nSo \\boxed{2}\n")],
    "turns": [
        Message("assistant", "Add.\n```python\n1+1\n```"),
        Message("user", "运行以上代码，输出会是： ```2``` "),
        Message("assistant", "So \\boxed{2}\n"),
    ],
    "calls": [
        Message("assistant", "Add.\n", cell="1+1\n"),
        Message("tool", "2\n"),
        Message("assistant", "So \\boxed{2}\n"),
    ],
}
dialects = pytest.mark.parametrize("name", sorted(DIALECTS))
lines = st.text(st.characters(exclude_characters="`<\0", exclude_categories=("Cs",)), min_size=1, max_size=12)
stories = st.lists(
    st.tuples(lines.map(lambda t: t + "\n"), lines.map(lambda t: t + "\n"), lines), min_size=1, max_size=4
)


def told(rounds: list[tuple[str, str, str]]) -> tuple[Event, ...]:
    events: list[Event] = []
    for number, (prose, source, output) in enumerate(rounds):
        part = 2 * number
        events += [Reasoning(part, prose), Code(part + 1, source), Output(part + 1, "stdout", output)]
    return tuple(events)


@dialects
def test_a_solved_problem(name: str) -> None:
    assert DIALECTS[name](Conversation("1+1", EVENTS))[1:] == SOLVED[name]


@dialects
def test_who_one_is_comes_first_then_examples_then_the_problem(name: str) -> None:
    found = DIALECTS[name](Conversation("2+2", (), "be brief", (Example("1+1", EVENTS),)))
    assert found == [
        Message("system", "be brief"),
        Message("user", "1+1"),
        *SOLVED[name],
        Message("user", "2+2"),
    ]


@dialects
def test_what_was_asked_in_between_is_a_users_turn_and_nothing_else_is_told(name: str) -> None:
    events = (Reasoning(0, "Hm.\n"), Instruction("Answer now."), Reasoning(1, "2\n"))
    found = DIALECTS[name](
        Conversation(
            "1+1", (*events, Answer("2"), Check("c", "proved", "m"), Failure("f", "g"), Done("answered"))
        )
    )
    assert [(m.role, m.content) for m in found[1:]] == [
        ("assistant", "Hm.\n"),
        ("user", "Answer now."),
        ("assistant", "2\n"),
    ]


@dialects
@given(stories)
def test_a_conversation_that_goes_on_only_grows(name: str, rounds: list[tuple[str, str, str]]) -> None:
    """What a model has in its cache stays the beginning of what it is told next."""
    whole = DIALECTS[name](Conversation("q", told(rounds)))
    before = DIALECTS[name](Conversation("q", told(rounds[:-1])))
    assert whole[: len(before) - 1] == before[:-1]
    assert whole[len(before) - 1].content.startswith(before[-1].content)


@given(stories)
def test_the_fenced_dialect_has_the_cells_that_the_segmenter_finds(
    rounds: list[tuple[str, str, str]],
) -> None:
    text = DIALECTS["fenced"](Conversation("q", told(rounds)))[-1].content
    segmenter = Segmenter()
    cells = [s.source for s in segmenter.feed(text) + segmenter.close() if isinstance(s, CellEnd)]
    assert cells == [source for _, source, _ in rounds]


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: str(profile.family))
def test_every_profile_has_its_words_and_its_dialect(profile: object) -> None:
    found = next(p for p in PROFILES if p is profile)
    assert "1+1" in found.question("1+1")
    assert found.dialect in DIALECTS
    assert (found.calls is not None) == (found.dialect == "calls")
    assert not found.system.startswith(" ")


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Qwen/Qwen2.5-Math-1.5B-Instruct", "qwen2.5-math"),
        ("Qwen/Qwen2.5-Math-72B-Instruct", "qwen2.5-math"),
        ("jclian91/Qwen2-72B-Instruct-math", "seed"),
        ("/models/stepwise-7b", "seed"),
        ("AI-MO/NuminaMath-7B-TIR", "numina-tir"),
        ("llm-agents/tora-code-7b-v1.0", "tora"),
        ("Qwen/Qwen3.5-9B", "qwen3.5"),
        ("qwen3:8b", "qwen3"),
        ("openai/gpt-oss-20b", "gpt-oss"),
        ("deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "deepseek-r1-distill"),
        ("mistralai/Mistral-7B", "default"),
        ("someone/restorative-7b", "default"),
    ],
)
def test_families(name: str, family: str) -> None:
    assert profile_of(name).family == family


def test_an_unknown_models_template_says_whether_it_thinks_and_calls() -> None:
    plain = "{% for m in messages %}{{ m.content }}{% endfor %}"
    assert with_template(DEFAULT, plain) == DEFAULT
    thinker = plain + "{% if add_generation_prompt %}{{ '<|assistant|><think>\\n' }}{% endif %}"
    found = with_template(DEFAULT, thinker)
    assert found.thinking is not None and found.thinking.opened
    caller = plain + "{% if m.tool_calls %}<tool_call>\n{{ m.tool_calls }}</tool_call>{% endif %}"
    assert with_template(DEFAULT, caller).calls == "json"
    assert with_template(profile_of("tora-7b"), thinker) == profile_of("tora-7b")
