"""Whatever a model's marks look like and however its text is cut, the segmenter finds just its thoughts and its cells."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from solver.events import Code, Reasoning
from solver.models.arguments import CodeArgument
from solver.models.marks import HARMONY_ENDS, Marks
from solver.profiles import DEFAULT, Profile, Thinking, profile_of
from solver.segment import CellEnd, Segment, Segmenter

JSON, XML, HARMONY = profile_of("qwen3:8b"), profile_of("qwen3.5-9b"), profile_of("gpt-oss-20b")
BRACKETS = replace(DEFAULT, thinking=Thinking("[THINK]", "[/THINK]"))
OPENED = profile_of("deepseek-r1-distill-7b")
PROFILES = {p.family: p for p in (JSON, XML, HARMONY, OPENED)} | {"brackets": BRACKETS, "default": DEFAULT}


def as_json(source: str) -> str:
    call = {"name": "execute_code", "arguments": {"code": source}}
    return f"<tool_call>\n{json.dumps(call)}\n</tool_call>"


def as_json_turned_round(source: str) -> str:
    call = {"arguments": json.dumps({"code": source}), "name": "execute_code"}
    return f"<tool_call>{json.dumps(call, ensure_ascii=False)}</tool_call>"


def as_xml(source: str) -> str:
    return (
        "<tool_call>\n<function=execute_code>\n<parameter=code>\n"
        f"{source}\n</parameter>\n</function>\n</tool_call>"
    )


def as_harmony(source: str) -> str:
    return (
        "<|channel|>analysis<|message|>I count.<|end|><|start|>assistant<|channel|>commentary "
        f"to=functions.execute_code <|constrain|>json<|message|>{json.dumps({'code': source})}<|call|>"
    )


def as_python_tool(source: str) -> str:
    return f"<|start|>assistant to=python<|channel|>analysis code<|message|>{source}<|call|>"


SYNTAXES: dict[str, tuple[Profile, Callable[[str], str]]] = {
    "json": (JSON, as_json),
    "json turned round": (JSON, as_json_turned_round),
    "xml": (XML, as_xml),
    "xml of a json family": (JSON, as_xml),
    "harmony": (HARMONY, as_harmony),
    "python of harmony": (HARMONY, as_python_tool),
}
syntaxes = pytest.mark.parametrize("name", SYNTAXES)
# a mark of the syntax itself inside the code is the one thing that a syntax cannot tell
MARKS = {"xml": ("</parameter>",), "json turned round": ("</tool_call>",), "harmony": HARMONY_ENDS}
sources = st.lists(
    st.sampled_from(["```", "\n", "  ```\n", "   ", "````python\n", "\0", "\0\n", "x = '''", "é数😀", "</tool_call>", "<think>", "</think>", "\\", '"', "\t", "</param"])
    | st.text(st.characters(exclude_categories=("Cs",)), max_size=6),
    max_size=12,
).map("".join)  # fmt: skip
cuts = st.lists(st.integers(0, 10_000), max_size=40)


def canonical(profile: Profile, raw: str, where: list[int], *, opened: bool | None = None) -> str:
    marks, last, found = Marks(profile, opened=opened), 0, ""
    for cut in [*sorted(c % (len(raw) + 1) for c in where), len(raw)]:
        found += marks.feed(raw[last:cut])
        last = cut
    return found + marks.close()


def segments(text: str) -> list[Segment]:
    segmenter = Segmenter()
    return segmenter.feed(text) + segmenter.close()


def cells(text: str) -> list[str]:
    return [s.source for s in segments(text) if isinstance(s, CellEnd)]


def shown(text: str) -> str:
    return "".join(s.delta for s in segments(text) if isinstance(s, Reasoning | Code))


@syntaxes
@given(source=sources, where=cuts)
@example(source="s = '''\n```\n'''", where=[])
@example(source="\0", where=[])
def test_a_call_is_a_cell_with_just_its_source(name: str, source: str, where: list[int]) -> None:
    profile, called = SYNTAXES[name]
    assume(not any(m in source for kind, marks in MARKS.items() if kind in name for m in marks))
    text = canonical(
        profile, "Let me see.\n" * (profile is not HARMONY) + called(source), where, opened=False
    )
    assert cells(text) == [source if source.endswith("\n") or not source else source + "\n"]


@pytest.mark.parametrize("name", sorted(SYNTAXES.keys() - {"json turned round"}))
def test_the_code_of_a_call_streams(name: str) -> None:
    profile, called = SYNTAXES[name]
    raw = called("first = 1\nsecond = 2")
    assert "first = 1" in Marks(profile, opened=False).feed(raw[: raw.index("second")])


fragments = st.lists(
    st.sampled_from(["<think>", "</think>", "[THINK]", "[/THINK]", "<tool_call>", "</tool_call>", '{"name": "execute_code", ', '"arguments": {"code": "', '{"code": "', 'x"}', "}", '"', "\\", "\\ud83d", "\\ude00", "\\n", "<function=execute_code>", "<parameter=code>", "</parameter>", "</function>", "<function=other>", "<|channel|>analysis", "<|channel|>final", " to=functions.execute_code", " to=python", " to=other", "<|message|>", "<|end|>", "<|start|>assistant", "<|call|>", "```python\n", "```\n", "```", "\n", " ", "\0", "words", "数", "```text\n"]),
    max_size=30,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("family", PROFILES)
@given(raw=fragments, where=cuts)
def test_the_text_does_not_depend_on_the_cuts(family: str, raw: str, where: list[int]) -> None:
    profile = PROFILES[family]
    whole = canonical(profile, raw, [])
    assert canonical(profile, raw, where) == whole
    assert canonical(profile, raw, list(range(len(raw)))) == whole


@given(fragments, cuts)
def test_a_model_without_marks_is_taken_at_its_word(raw: str, where: list[int]) -> None:
    plain = raw.replace("</think>", "").replace("<think>", "")
    assert canonical(DEFAULT, plain, where) == plain


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["code", "a", "b"]), ANY_JSON, max_size=3), st.integers(0, 80), cuts)
def test_arguments_read_as_json_reads_them(value: dict[str, object], cut: int, where: list[int]) -> None:
    text = json.dumps(value)
    argument, last, found = CodeArgument(), 0, ""
    for at in [*sorted(c % (len(text) + 1) for c in where), len(text)]:
        found += argument.feed(text[last:at])
        last = at
    code = value.get("code")
    valid = isinstance(code, str) and not any("\ud800" <= c <= "\udfff" for c in code)
    assert (argument.state == "whole") == valid
    assert found == (code if valid else found)
    short = CodeArgument()
    short.feed(text[: min(cut, len(text) - 1)])
    assert short.state != "whole"


@pytest.mark.parametrize(
    ("profile", "raw"),
    [
        pytest.param(JSON, '<tool_call>\n{"name": "other", "arguments": {"code": "RUN"}}\n</tool_call>', id="other tool"),
        pytest.param(JSON, '<tool_call>{"arguments": {"code": "RUN"}, "name": "other"}</tool_call>', id="other tool, turned round"),
        pytest.param(JSON, '<tool_call>{"name": "execute_code", "arguments": {"code": "RUN\\q"}}</tool_call>', id="no such escape"),
        pytest.param(JSON, '<tool_call>{"name": "execute_code", "arguments": {"code": "RUN\\ud83d"}}</tool_call>', id="half a surrogate"),
        pytest.param(JSON, '<tool_call>{"name": "execute_code", "arguments": {"code": "RUN"</tool_call>', id="braces missing"),
        pytest.param(JSON, '<tool_call>{"name": "execute_code", "arguments": {"code": "RUN", "code": "2"}}</tool_call>', id="code twice"),
        pytest.param(JSON, '<tool_call>{"name": "execute_code", "arguments": {"code": "RUN', id="cut"),
        pytest.param(JSON, "<tool_call>\n```python\nRUN\n```\n</tool_call>", id="no JSON at all"),
        pytest.param(JSON, "<tool_call>RUN", id="never ends"),
        pytest.param(XML, "<tool_call><function=other><parameter=code>\n```python\nRUN\n```\n</parameter></function></tool_call>", id="other function"),
        pytest.param(XML, "<tool_call><function=execute_code><parameter=code>RUN", id="XML cut"),
        pytest.param(XML, "<tool_call><function=execute_code><parameter=code>RUN</parameter>oops</tool_call>", id="XML broken"),
        pytest.param(HARMONY, "<|channel|>commentary to=browser.open<|message|>\n```python\nRUN\n```\n<|call|>", id="other recipient"),
        pytest.param(HARMONY, "<|channel|>commentary to=functions.execute_code<|message|>RUN<|call|>", id="harmony without JSON"),
        pytest.param(HARMONY, '<|channel|>commentary to=functions.execute_code<|message|>{"code": "RUN<|call|>', id="harmony cut"),
        pytest.param(HARMONY, "<|channel|>analysis<|message|></think>\n```python\nRUN\n```\n<|end|>", id="a thought that quotes its end"),
        pytest.param(BRACKETS, "[THINK]</think>\n```python\nRUN\n```\n", id="the same in brackets"),
        pytest.param(JSON, '<think>\n<tool_call>{"name": "execute_code", "arguments": {"code": "RUN"}}</tool_call>', id="a call in a thought"),
    ],
)  # fmt: skip
def test_what_is_no_call_is_shown_and_never_runs(profile: Profile, raw: str) -> None:
    text = canonical(profile, raw, [], opened=False)
    assert cells(text) == []
    assert "RUN" in shown(text)
    assert "\0" not in shown(text)


@pytest.mark.parametrize(
    ("profile", "raw", "expected"),
    [
        pytest.param(JSON, "<think>\nhm\n</think>\n\nTwo.", "<think>\nhm\n</think>\n\nTwo.", id="as it is"),
        pytest.param(
            OPENED, "hm\n</think>\nTwo.", "<think>\nhm\n</think>\nTwo.", id="opened by the template"
        ),
        pytest.param(OPENED, "<think>hm</think>Two.", "<think>hm</think>Two.", id="opened, and given back"),
        pytest.param(OPENED, "", "", id="nothing"),
        pytest.param(JSON, "hm\n</think>\nTwo.", "hm\n\nTwo.", id="a stray end"),
        pytest.param(BRACKETS, "So [THINK]hm[/THINK]Two.", "So \n<think>hm</think>Two.", id="brackets"),
        pytest.param(
            HARMONY,
            "<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final<|message|>Two.<|return|>",
            "<think>hm</think>\nTwo.\n",
            id="channels",
        ),
        pytest.param(HARMONY, "Two.", "Two.\n", id="harmony without marks"),
        pytest.param(HARMONY, "<|channel|>fin", "", id="cut in a header"),
        pytest.param(
            JSON,
            "```text\n" + as_json("1"),
            "```text\n```\n```python\n1\n```\n",
            id="a call closes what is quoted",
        ),
        pytest.param(
            JSON, "```python\ns = '<tool_call>'\n```\n", "```python\ns = '<tool_call>'\n```\n", id="in a cell"
        ),
    ],
)
def test_cases(profile: Profile, raw: str, expected: str) -> None:
    assert canonical(profile, raw, []) == expected
    assert canonical(profile, raw, list(range(len(raw)))) == expected


def test_a_turn_that_is_continued_does_not_begin_in_a_thought() -> None:
    assert canonical(OPENED, "Two.", [], opened=False) == "Two."


def test_much_that_is_no_call_costs_no_more_than_its_length() -> None:
    marks = Marks(JSON)
    marks.feed('<tool_call>{"x": [')
    for _ in range(20_000):
        marks.feed('"a", ')
    assert marks.close().count("a") == 20_000 + 1
