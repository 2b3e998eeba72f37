"""Formats of rows: what is written comes back the same, what would not is refused, and other people's rows are read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rows import BadData
from solver.events import Answer, Check, Code, Done, Event, Instruction, Output, Reasoning
from solver.profiles import profile_of
from solver.transcript import Cell, fold, output_text
from training.__main__ import main
from training.examples import Example
from training.export import Config, conclude
from training.folder import Outcome, StageFolder
from training.formats import FORMATS, Unwritable, format_of, row
from training.formats.base import substance

SEED = profile_of("stepwise")
FAMILIES = ["stepwise", "Qwen/Qwen2.5-Math-7B-Instruct", "qwen3", "AI-MO/NuminaMath-7B-TIR", "meta-llama/X"]
calm = st.text("abcxyz 0123456789+-=,.()题目计算\n", min_size=1, max_size=40)
wild = st.text(max_size=40) | st.sampled_from(
    ["```", "```python\nx\n```", "```output\n3\n```", "<tool_call>", "</think>", r"\boxed{", "题目：", "####", "\0", '"', "输出会是：```"]
)  # fmt: skip


def solved(problem: str, steps: list[tuple[str, str, str]], end: str, answer: str) -> Example:
    events: list[Event] = []
    for number, (said, source, printed) in enumerate(steps):
        events += [Reasoning(2 * number, said), Code(2 * number + 1, source)]
        events += [Output(2 * number + 1, "stdout", printed)] if printed else []
    events += [Reasoning(2 * len(steps), end), Answer(answer), Done("answered")]
    return Example("toy/1", problem, "zh", "toy", "CC0-1.0", tuple(events), answer, answer, "algebra", "2")


def examples_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[Example]:
    steps = st.lists(st.tuples(words, words, words), max_size=3)
    return st.builds(solved, words, steps, words, words.filter(str.strip))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("family", FAMILIES)
@given(example=examples_of(calm) | examples_of(wild))
def test_what_is_written_comes_back_or_is_refused(name: str, family: str, example: Example) -> None:
    form, profile = format_of(name), profile_of(family)
    try:
        written = row(form, example, profile)
    except Unwritable:
        return
    back = form.read(json.loads(json.dumps(written)), profile)
    assert substance(back) == substance(example)
    kept = ("id", "source", "licence", "language", "reference", "subject", "level")
    assert [getattr(back, k) for k in kept] == [getattr(example, k) for k in kept]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("family", FAMILIES)
def test_an_ordinary_example_is_never_refused(name: str, family: str) -> None:
    steps = [("先算。", "a = 3 * 4\nprint(a)\n", "12\n"), ("Then halve it.\n", "a / 2", "6.0\n")]
    for end in ("因此，答案是 \\(\\boxed{6}\\)。", "So it is 6.", "", "因此，共 6 个。\n"):
        example = solved("3 乘 4 的一半是多少？", steps, end, "6")
        written = row(format_of(name), example, profile_of(family))
        assert substance(format_of(name).read(written, profile_of(family))) == substance(example)
        assert written["licence"] == "CC0-1.0"


def test_the_agents_check_is_not_written() -> None:
    """A stream of the agent ends with a cell of its own behind the answer."""
    example = solved("3 * 4?", [("Run.", "print(3 * 4)", "12\n")], "So it is \\(\\boxed{12}\\).", "12")
    check: tuple[Event, ...] = (
        Code(9, "12 / 4 == 3"),
        Output(9, "result", "True\n"),
        Check("12", "proved", "back"),
    )
    checked = replace(example, events=(*example.events[:-1], *check, example.events[-1]))
    for name in FORMATS:
        assert row(format_of(name), checked, SEED) == row(format_of(name), example, SEED)


def test_an_example_without_a_solution_is_refused() -> None:
    with pytest.raises(Unwritable):
        row(format_of("sharegpt"), Example("a", "1+1?", "en", "toy"), SEED)


SEEDS_ROW = {
    "conversations": [
        {"from": "human", "value": "题目：每公斤3元，买2.5公斤要多少元？"},
        {"from": "gpt", "value": "单价乘以重量。\n```python\ncost = 3 * 2.5\nprint('总金额为:', cost)\n```\n"},
        {"from": "human", "value": "现在将上面的代码复制到Python环境中运行。 运行以上代码，输出会是: ```总金额为: 7.5```"},
        {"from": "gpt", "value": "因此，总共需要支付7.5元。"},
    ]
}  # fmt: skip
SEEDS_CALLS = {
    "conversations": [
        {"from": "human", "value": "计算 345 * 123 = ?"},
        {"from": "gpt", "value": "两个整数的乘法。"},
        {"from": "function_call", "value": "```python\nprint(345 * 123)\n```\n"},
        {"from": "observation", "value": "运行以上代码，输出会是: ```42435```"},
        {"from": "gpt", "value": "因此，345 * 123 = 42435"},
    ]
}
FACTORYS_CALLS = {
    "conversations": [
        {"from": "human", "value": "1+1?"},
        {"from": "function_call", "value": '{"name": "execute_code", "arguments": {"code": "print(1 + 1)"}}'},
        {"from": "observation", "value": "2"},
        {"from": "gpt", "value": "The answer is 2."},
    ]
}
PROGRAM = {"instruction": "What is 3 times 4? Let's write a Python program to solve it.", "output": "x = 3 * 4\nprint(x)", "source": "data/PoT/own.json"}  # fmt: skip
REASONED = {"instruction": "What is 3 times 4?", "output": "3 times 4 is 12. The answer is 12"}
TIR = {
    "messages": [
        {"role": "user", "content": "Double 21."},
        {"role": "assistant", "content": "Run it.\n```python\nprint(21 * 2)\n```\n```output\n42\n```\nIt is $\\boxed{42}$."},
    ]
}  # fmt: skip
TOOLS = {
    "messages": [
        {"role": "user", "content": "Double 21.", "tool_calls": None},
        {"role": "assistant", "content": None, "tool_calls": [{"type": "function", "function": {"name": "execute_code", "arguments": '{"code": "print(42)"}'}}]},
        {"role": "tool", "content": "42", "tool_calls": None},
        {"role": "assistant", "content": "It is \\boxed{42}."},
    ]
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given_row", "problem", "cells", "answer"),
    [
        pytest.param("sharegpt", SEEDS_ROW, "每公斤3元，买2.5公斤要多少元？", [("cost = 3 * 2.5\nprint('总金额为:', cost)", "总金额为: 7.5")], "总共需要支付7.5元", id="seed"),
        pytest.param("sharegpt-calls", SEEDS_CALLS, "计算 345 * 123 = ?", [("print(345 * 123)", "42435")], "345 * 123 = 42435", id="seed with calls"),
        pytest.param("sharegpt-calls", FACTORYS_CALLS, "1+1?", [("print(1 + 1)", "2")], "2", id="LLaMA-Factory's calls"),
        pytest.param("alpaca", PROGRAM, "What is 3 times 4?", [("x = 3 * 4\nprint(x)", "")], "", id="MathInstruct program"),
        pytest.param("alpaca", REASONED, "What is 3 times 4?", [], "12", id="MathInstruct reasoning"),
        pytest.param("messages", TIR, "Double 21.", [("print(21 * 2)", "42")], "42", id="NuminaMath-TIR"),
        pytest.param("messages", TOOLS, "Double 21.", [("print(42)", "42")], "42", id="tool calls"),
    ],
)  # fmt: skip
def test_rows_of_others_are_read(
    name: str, given_row: dict[str, object], problem: str, cells: list[tuple[str, str]], answer: str
) -> None:
    found = format_of(name).read(given_row, SEED)
    assert found.problem == problem
    assert substance(found)[1] == tuple(cells)
    assert found.answer == answer
    assert found.licence == "unknown"


@pytest.mark.parametrize(
    ("name", "given_row"),
    [
        ("sharegpt", {}),
        ("sharegpt", {"conversations": []}),
        ("sharegpt", {"conversations": [{"from": "human"}]}),
        ("sharegpt", {"conversations": [{"from": "human", "value": "1+1?"}]}),
        ("sharegpt", {"conversations": [{"from": "gpt", "value": "2"}]}),
        ("sharegpt", {"conversations": SEEDS_CALLS["conversations"]}),
        ("alpaca", {"instruction": "1+1?"}),
        ("alpaca", {"instruction": "1+1?", "output": None}),
        ("messages", {"messages": [{"role": "user", "content": "a"}, {"role": "nobody", "content": "b"}]}),
        ("messages", {"messages": ["a"]}),
    ],
)
def test_rows_in_a_wrong_form_are_refused(name: str, given_row: dict[str, object]) -> None:
    with pytest.raises(BadData):
        format_of(name).read(given_row, SEED)


def test_faults_stay_where_they_are() -> None:
    """An importer must not hide an empty cell, or a claim of a cell that is not there: cleaning counts them."""
    empty = {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "So\n```python\n```\n"}, {"from": "human", "value": "输出会是：```3```"}, {"from": "gpt", "value": "3"}]}  # fmt: skip
    cells = [b for b in fold(format_of("sharegpt").read(empty, SEED).events) if isinstance(b, Cell)]
    assert [(c.source, output_text(c)) for c in cells] == [("", "3\n")]
    asked = {"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "2"}, {"from": "human", "value": "Sure?"}, {"from": "gpt", "value": "3"}]}  # fmt: skip
    assert Instruction("Sure?") in format_of("sharegpt").read(asked, SEED).events


def test_conversations_alternate_as_llama_factory_wants_them() -> None:
    example = solved("a", [("b", "print(1)", "1"), ("", "print(2)", "2")], "c", "2")
    for name, tells in (("sharegpt", {"human", "gpt"}), ("sharegpt-calls", {"human", "gpt", "function_call", "observation"})):  # fmt: skip
        said = [turn["from"] for turn in row(format_of(name), example, SEED)["conversations"]]
        assert set(said) <= tells
        assert all((one in ("human", "observation")) == (at % 2 == 0) for at, one in enumerate(said))
        assert len(said) % 2 == 0


def finished(path: Path, *examples: Example) -> Path:
    folder = StageFolder(path)
    path.mkdir(parents=True, exist_ok=True)
    folder.begin("toy", {}, [], resume=False)
    folder.keep(Outcome("all", examples))
    folder.finish()
    return path


def test_export_runs_programs_again_and_leaves_out_what_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    good = solved("3 * 4?", [("Run.", "print(3 * 4)", "12\n"), ("", "1/0", "ZeroDivisionError: division by zero\n")], "12", "12")  # fmt: skip
    good = replace(good, events=tuple(replace(e, stream="error") if isinstance(e, Output) and "Zero" in e.text else e for e in good.events))  # fmt: skip
    lying = replace(solved("3 * 5?", [("Run.", "print(3 * 5)", "16\n")], "16", "16"), id="toy/2")
    unwritable = replace(solved("a", [("b", '"""\n```\n"""', "")], "c", "2"), id="toy/3")
    made = finished(tmp_path / "in", good, lying, unwritable, Example("toy/4", "b", "en", "toy"))
    out = tmp_path / "out"
    assert main(["export", "--out", str(out), f"of=[{made}]", "format=sharegpt", "name=own"]) == 0
    assert [one.id for one in StageFolder(out).examples()] == ["toy/1"]
    told = capsys.readouterr().out
    assert all(reason in told for reason in ("output-differs", "does-not-come-back", "no-solution"))
    (written,) = [json.loads(line) for line in (out / "own.jsonl").read_text().splitlines()]
    assert written["licence"] == "CC0-1.0"
    info = json.loads((out / "dataset_info.json").read_text())
    assert info["own"]["file_name"] == "own.jsonl"
    assert "| toy | CC0-1.0 | 1 |" in (out / "README.md").read_text()
    assert main(["export", "--out", str(tmp_path / "x"), f"of=[{made}]", "format=sharegtp"]) == 2
    assert "did you mean 'sharegpt'" in capsys.readouterr().err


def test_llama_factory_loads_what_is_written(tmp_path: Path) -> None:
    """Only where LLaMA-Factory is installed: it pins versions of transformers that this project does not use."""
    pytest.importorskip(
        "llamafactory.data.converter", reason="LLaMA-Factory is not installed here", exc_type=ImportError
    )
    from llamafactory.data.converter import get_dataset_converter
    from llamafactory.data.parser import get_dataset_list

    example = solved("a", [("b", "print(1)", "1")], "c", "1")
    for name in FORMATS:
        out = finished(tmp_path / name, example)
        conclude(Config(of=[out], format=name, name="own"), StageFolder(out))
        (attributes,) = get_dataset_list(["own"], str(out))
        converter = get_dataset_converter(attributes.formatting, attributes, None)
        loaded = converter(json.loads((out / "own.jsonl").read_text()))
        assert len(loaded["_prompt"]) % 2 == 1
        assert "\\boxed{1}" in loaded["_response"][0]["content"]
