"""Rows of published data sets as examples: programs that really ran, answers that they printed, a licence for each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rows import BadData
from solver.events import Answer, Code, Done, Output
from solver.ports import Problem
from solver.store import NewExample, Store, database_url
from solver.transcript import Cell, fold, output_text
from training.__main__ import main
from training.cleaning import cleaned
from training.examples import Example
from training.folder import StageFolder
from training.formats.base import stated
from training.importers import IMPORTERS, importer
from training.importers.gsm8k import program
from training.importers.mathinstruct import licence

GSM8K = [
    {"question": "Ann has 48 red hats and half as many blue ones. How many hats has she?", "answer": "She has 48/2 = <<48/2=24>>24 blue hats.\nIn all 48+24 = <<48+24=72>>72 hats.\n#### 72"},
    {"question": "A bike costs $1,250 and is sold at 12.5% off. What does it cost in dollars?", "answer": "It is $<<1250*12.5%=156.25>>156.25 less.\nIt costs 1250-156.25=$<<1250-156.25=1093.75>>1093.75\n#### 1093.75"},
    {"question": "Three friends share 10 pies equally. How many does each of 6 groups of friends need?", "answer": "Each gets 10/3=<<10/3=3.33>>3.33.\nAll need <<10/3*6=20>>20.\n#### 20"},
    {"question": "No notes?", "answer": "It is 5.\n#### 5"},
    {"question": "Words in notes?", "answer": "It is <<five+1=6>>6.\n#### 6"},
    {"question": "Not the answer?", "answer": "It is <<5+1=6>>6.\n#### 7"},
    {"question": "No answer"},
]  # fmt: skip
MATHINSTRUCT = [
    {"source": "data/PoT/mathqa.json", "instruction": "What is one third of 7? Let's write a Python program to solve it.", "output": "from sympy import Rational\nprint(Rational(7, 3))"},
    {"source": "data/CoT/math50k_camel.json", "instruction": "What is 7 times 8?", "output": "7 times 8 is 56. The answer is 56"},
    {"source": "data/PoT/gsm_gpt4.json", "instruction": "Fail. Please write a program.", "output": "print(1 / 0)"},
    {"source": "data/PoT/gsm_gpt4.json", "instruction": "Print nothing. Please write a program.", "output": "def f():\n    print(1)"},
]  # fmt: skip
TIR = [
    {"problem": "Double 21.", "solution": "$\\boxed{42}$", "messages": [{"role": "user", "content": "Double 21."}, {"role": "assistant", "content": "Run it.\n```python\nprint(21 * 2)\n```\n```output\n42\n```\nIt is $\\boxed{42}$."}]},
    {"problem": "Double 22.", "solution": "$\\boxed{44}$", "messages": [{"role": "user", "content": "Double 22."}, {"role": "assistant", "content": "Run it.\n```python\nprint(22 * 2)\n```\n```output\n45\n```\nIt is $\\boxed{45}$."}]},
]  # fmt: skip
SCHOOL = [{"instruction": "小华有12个苹果，吃了4个，还剩几个？", "input": "", "output": "12-4=8，还剩8"}]
TAL = [
    {"queId": "own-1", "difficulty": "1", "problem": "计算：$$25\\times 4=$$ （ ）．", "answer_option_list": [[{"aoVal": a, "content": f"$${c}$$"}] for a, c in zip("ABCD", (50, 75, 100, 125), strict=True)], "knowledge_point_routes": ["own->a"], "answer_analysis": ["四个$$25$$相加是$$100$$，故选$$\\text{C}$$．"], "answer_value": "C"},
    {"queId": "own-2", "difficulty": "1", "problem": "计算：$$5\\times 4=$$ （ ）．", "answer_option_list": [[{"aoVal": "A", "content": "20"}], [{"aoVal": "B", "content": "9"}]], "answer_analysis": ["略"], "answer_value": "A"},
]  # fmt: skip
SEED = [
    {"conversations": [{"from": "human", "value": "题目：计算 7 * 9"}, {"from": "gpt", "value": "乘法。\n```python\nprint(7 * 9)\n```\n"}, {"from": "human", "value": "运行以上代码，输出会是: ```63```"}, {"from": "gpt", "value": "因此，7 * 9 = 63"}]},
    {"conversations": [{"from": "human", "value": "计算 345 * 321 = ?"}, {"from": "gpt", "value": "乘法。"}, {"from": "function_call", "value": "```python\nprint(f'345 * 123 = {345 * 123}')\n```\n"}, {"from": "observation", "value": "运行以上代码，输出会是: ```345 * 123 = 42436```"}, {"from": "gpt", "value": "因此，345 * 123 = 42436"}]},
]  # fmt: skip
OWN = [{"id": "p-1", "dataset": "aqua", "question": "1+1 is", "answer": "B", "choices": ["1", "2"], "language": "en", "licence": "MIT"}]  # fmt: skip


def imported(folder: Path, what: str, rows: Sequence[Any], *settings: str) -> tuple[list[Example], dict[str, str]]:  # fmt: skip
    """What a file of rows becomes, and why rows were dropped."""
    file, out = folder / f"{what}.jsonl", folder / f"out-{what}"
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")
    assert main(["import", "--out", str(out), f"what={what}", f"data={file}", *settings]) == 0
    outcomes = list(StageFolder(out).outcomes())
    return list(StageFolder(out).examples()), {d.id: d.reason for one in outcomes for d in one.dropped}


def ran(example: Example) -> list[str]:
    return [output_text(block).strip() for block in fold(example.events) if isinstance(block, Cell)]


def test_notes_become_programs_that_ran(tmp_path: Path) -> None:
    found, dropped = imported(tmp_path, "gsm8k", GSM8K)
    assert [ran(one) for one in found] == [["72"], ["4375/4"], ["20"]]
    assert (found[0].id, found[0].answer, found[0].reference, found[0].licence) == (
        "gsm8k/0",
        "72",
        "72",
        "MIT",
    )
    assert all(stated(one.events) == one.answer for one in found)
    assert dropped == {f"gsm8k/{n}": "not-a-row" for n in (3, 4, 5, 6)}
    assert "| MIT | 3 |" in (tmp_path / "out-gsm8k" / "README.md").read_text()
    assert [cleaned(one)[0].problem for one in found] == [one.problem for one in found]


@given(st.lists(st.tuples(st.sampled_from("+-*/"), st.integers(1, 99)), min_size=1, max_size=6), st.integers(1, 99))  # fmt: skip
def test_a_program_prints_exactly_what_its_notes_say(steps: list[tuple[str, int]], start: int) -> None:
    value, told = Fraction(start), []
    for sign, other in steps:
        if value.denominator != 1:
            break
        after = {"+": value + other, "-": value - other, "*": value * other, "/": value / other}[sign]
        told.append(f"Then it is {value}{sign}{other}=<<{value}{sign}{other}={after}>>{after}.")
        value = after
    names: dict[str, Any] = {}
    source = program("\n".join(told), str(value))
    exec(source.replace("print(", "found = ("), names)  # made of our own numbers above
    assert Fraction(str(names["found"])) == value


def test_programs_of_mathinstruct_get_their_outputs_and_answers(tmp_path: Path) -> None:
    found, dropped = imported(tmp_path, "mathinstruct", MATHINSTRUCT)
    assert [(one.problem, one.answer, one.licence) for one in found] == [
        ("What is one third of 7?", "\\frac{7}{3}", "Apache-2.0"),
        ("What is 7 times 8?", "56", "CC-BY-NC-4.0"),
    ]
    assert ran(found[0]) == ["7/3"] and stated(found[0].events) == "\\frac{7}{3}"
    assert dropped == {"mathinstruct/2": "program-failed", "mathinstruct/3": "no-output"}
    assert licence("data/CoT/gsm_rft.json") == "unknown"


def test_claimed_outputs_have_to_be_the_real_ones(tmp_path: Path) -> None:
    found, dropped = imported(tmp_path, "numinamath-tir", TIR)
    assert [(one.problem, one.answer) for one in found] == [("Double 21.", "42")]
    assert dropped == {"numinamath-tir/1": "output-differs"}
    found, dropped = imported(tmp_path, "seed", SEED)
    assert [(one.problem, ran(one), one.licence) for one in found] == [("计算 7 * 9", ["63"], "unknown")]
    assert dropped == {"seed/1": "output-differs"}
    assert len(imported(tmp_path / "..", "seed", SEED, "run=false")[0]) == 2


def test_solutions_in_words_and_problems_alone(tmp_path: Path) -> None:
    found, _ = imported(tmp_path, "school-math", SCHOOL)
    assert [(one.answer, stated(one.events), one.licence) for one in found] == [("8", "8", "GPL-3.0")]
    found, _ = imported(tmp_path, "tal-scq-cn", TAL)
    assert [(one.id, one.answer, one.reference, one.solved) for one in found] == [("tal-scq-cn/own-1", "C", "C", True), ("tal-scq-cn/own-2", "", "A", False)]  # fmt: skip
    assert "故选" not in str(found[0].events) and "(C) $100$" in found[0].problem
    found, _ = imported(tmp_path, "problems", OWN)
    assert [(one.problem, one.reference, one.licence, one.source) for one in found] == [("1+1 is\n(A) 1\n(B) 2", "B", "MIT", "aqua")]  # fmt: skip
    found, _ = imported(tmp_path, "gsm8k", OWN)
    assert [(one.reference, one.solved, one.licence) for one in found] == [("B", False, "MIT")]


def test_every_importer_says_where_its_rows_are_and_refuses_what_is_none() -> None:
    for name in IMPORTERS:
        known = importer(name)
        assert known.name == name and known.dataset.licence
        with pytest.raises((BadData, KeyError)):
            known.read({"nothing": 1}, 0)
    with pytest.raises(LookupError, match="did you mean 'gsm8k'"):
        importer("gms8k")


def test_a_set_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--out", str(tmp_path / "a"), "what=gms8k"]) == 2
    assert "did you mean" in capsys.readouterr().err
    assert main(["import", "--out", str(tmp_path / "b"), "what=seed"]) == 2
    assert "data=FILE" in capsys.readouterr().err


def test_what_teachers_collected_is_read_from_the_store_or_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = (Code(0, "print(6 * 7)"), Output(0, "stdout", "42\n"), Answer("42"), Done("answered"))
    wrong = (Code(0, "print(6 * 7)"), Output(0, "stdout", "43\n"), Answer("43"), Done("answered"))
    store = Store(database_url(tmp_path))
    made = [NewExample(Problem("6 · 7 = ?", "en"), events, "builtin", "CC-BY-4.0", subject="x") for events in (right, wrong)]  # fmt: skip

    async def fill() -> list[dict[str, Any]]:
        for one in made:
            await store.collected.add(one)
        found = await store.collected.after()
        await store.close()
        return [kept.record() for kept in found]

    rows = asyncio.run(fill())
    monkeypatch.setenv("STEPWISE_DATA", str(tmp_path))
    for name, settings in (("kept", []), ("file", [f"data={tmp_path / 'rows.jsonl'}"])):
        (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"a": 1}]))
        out = tmp_path / name
        assert main(["import", "--out", str(out), "what=collected", *settings]) == 0
        [found] = StageFolder(out).examples()
        assert (found.id, found.events, found.answer) == (f"collected/{rows[0]['id']}", right, "42")
        assert (found.source, found.licence, found.subject) == ("builtin", "CC-BY-4.0", "x")
        dropped = [d.reason for one in StageFolder(out).outcomes() for d in one.dropped]
        assert sorted(dropped) == ["not-a-row", "output-differs"][bool(not settings) :]
