"""What the stage `clean` finds: each fault of the seed's data in a made file, and nothing in rows without fault."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evaluation.datasets import DATASETS, dataset
from evaluation.rows import parsed_lines
from solver.events import Check, Code, Output
from solver.profiles import profile_of
from training.__main__ import main, run
from training.cleaning import CLEANERS, Fault, cleaned
from training.cleaning.contamination import Forbidden
from training.cleaning.duplicates import Duplicates
from training.cleaning.numbers import same, value
from training.cleaning.report import REASONS
from training.cleaning.stage import Config
from training.cleaning.words import words
from training.examples import Example, example
from training.folder import DONE, EXAMPLES, StageFolder
from training.formats import format_of, row
from training.formats.base import stated, substance
from training.tiny.problems import problems

FAULTY = Path(__file__).with_name("faulty.jsonl")
EVALUATION = [
    "Nora plants 14 rows of 9 tulips in her garden, and then 35 of all the tulips are eaten by deer. How many tulips are left?",
    "A tank holds 1500 litres and loses 0.5 litre each hour.",
    "学校图书馆有故事书和科技书共1800本，其中故事书占百分之七十，图书馆有多少本科技书？",
    "Solve $2x+3=7$ for $x$.",
]
ROWS = [record for _, record in parsed_lines(FAULTY)]
RECORDS = {f"seed/{number}": record for number, record in enumerate(ROWS)}


def read(name: str, record: dict[str, Any]) -> Example:
    """A row of the made file: as the seed has it, with an id."""
    found = format_of("sharegpt").read({**record, "id": name}, profile_of("stepwise"))
    values = {**found.record(), "answer": record.get("answer", found.answer), "source": "seed"}
    return example(values)


EXAMPLES_OF = {name: read(name, record) for name, record in RECORDS.items()}


def alone(name: str) -> tuple[Example, tuple[str, ...]]:
    return cleaned(EXAMPLES_OF[name])


def of_a_kind(kinds: set[str]) -> Iterator[Any]:
    for name, record in RECORDS.items():
        if record["fault"] in kinds:
            yield pytest.param(name, id=f"{record['fault'] or 'no fault'}: {record['why']}")


SET_WIDE = {r for r in REASONS if "duplicate" in r or "contaminated" in r or r == "enough-solutions"}


@pytest.mark.parametrize("name", of_a_kind(set(REASONS) - SET_WIDE))
def test_a_fault_is_found(name: str) -> None:
    with pytest.raises(Fault) as found:
        alone(name)
    assert found.value.reason == RECORDS[name]["fault"]


@pytest.mark.parametrize("name", of_a_kind(set(CLEANERS)))
def test_what_can_be_mended_is(name: str) -> None:
    example, mended = alone(name)
    assert RECORDS[name]["fault"] in mended
    if then := RECORDS[name].get("then"):
        assert example.answer == then
        assert then in stated(example.events)
    assert cleaned(example) == (example, ())  # nothing is left to mend


@pytest.mark.parametrize("name", of_a_kind({""}))
def test_what_has_no_fault_passes(name: str) -> None:
    example, mended = alone(name)
    assert mended == ()
    assert example is EXAMPLES_OF[name]


def test_the_agents_check_is_cut_off() -> None:
    name = next(n for n, record in RECORDS.items() if record["why"] == "as the seed has it")
    plain = EXAMPLES_OF[name]
    check = (Code(9, "12 == 3 * 4"), Output(9, "result", "True\n"), Check("12", "proved", "back"))
    checked = replace(plain, events=(*plain.events[:-1], *check, plain.events[-1]))
    example, mended = cleaned(checked)
    assert mended == ("checks",)
    assert example.events == (*plain.events[:-1], check[-1], plain.events[-1])
    assert cleaned(example) == (example, ())


def test_what_the_tiny_model_learns_from_has_no_fault() -> None:
    seed = profile_of("stepwise")
    for number, worked in enumerate(islice(problems(1, held_out=False), 150)):
        said = [{"role": m.role, "content": m.content} for m in worked.messages()]
        found = format_of("messages").read({"id": f"tiny/{number}", "messages": said}, seed)
        assert found.answer == worked.answer
        assert substance(cleaned(found)[0])[1:] == substance(found)[1:]


def test_every_reason_has_a_row() -> None:
    asked = {record["fault"] for record in ROWS} - {""}
    assert asked - set(CLEANERS) - {"too-many-cells", "enough-solutions"} == set(REASONS) - {"too-many-cells", "enough-solutions"}  # fmt: skip


def written(folder: Path) -> tuple[Path, Path]:
    made, kept_out = folder / "in.jsonl", folder / "test.jsonl"
    made.write_text("".join(one.line() for one in EXAMPLES_OF.values()), encoding="utf-8")
    kept_out.write_text("".join(json.dumps({"question": q, "answer": "1"}) + "\n" for q in EVALUATION))
    return made, kept_out


def test_the_stage_counts_every_fault_and_keeps_the_rest(tmp_path: Path) -> None:
    made, kept_out = written(tmp_path)
    out = tmp_path / "out"
    assert main(["clean", "--out", str(out), f"of=[{made}]", f"against=[{kept_out}]"]) == 0
    wanted = Counter(r["fault"] for r in ROWS if r["fault"] in REASONS)
    outcomes = list(StageFolder(out).outcomes())
    dropped = {d.id: d.reason for outcome in outcomes for d in outcome.dropped}
    assert dropped == {name: r["fault"] for name, r in RECORDS.items() if r["fault"] in REASONS}
    assert Counter(dropped.values()) == wanted
    report = (out / "report.md").read_text(encoding="utf-8")
    assert f"{len(ROWS)} examples came in, **{len(ROWS) - len(dropped)} went out**" in report
    assert all(f"| {reason} |" in report for reason in wanted)
    assert (out / "dropped.svg").read_text().startswith("<svg")
    for one in StageFolder(out).examples():
        row(format_of("sharegpt"), one, profile_of("stepwise"))  # none is refused


def test_it_is_the_same_however_often_it_was_broken_off(tmp_path: Path) -> None:
    made, kept_out = written(tmp_path)
    given_settings = [f"of=[{made}]", f"against=[{kept_out}]", "batch=7"]
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert main(["clean", "--out", str(whole), *given_settings]) == 0
    assert main(["clean", "--out", str(broken), *given_settings]) == 0
    text = (broken / DONE).read_bytes()
    (broken / DONE).write_bytes(text[: len(text) // 2])
    assert main(["clean", "--out", str(broken), "--resume", *given_settings]) == 0
    assert (broken / EXAMPLES).read_bytes() == (whole / EXAMPLES).read_bytes()
    assert (broken / DONE).read_bytes() == text


async def test_it_stops_between_batches_and_goes_on(tmp_path: Path) -> None:
    """Ctrl-C and SIGTERM cancel the task of a stage."""
    made, kept_out = written(tmp_path)
    given_settings = {"of": [made], "against": [str(kept_out)], "batch": 5}
    out, done = tmp_path / "out", tmp_path / "out" / DONE
    task = asyncio.create_task(run("clean", given_settings, out, resume=False))
    for _ in range(3):  # it comes back to the loop once a batch
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert 0 < len(done.read_bytes().splitlines()) < len(ROWS) // 5
    counts = await run("clean", given_settings, out, resume=True)
    assert counts["kept"] == sum(record["fault"] not in REASONS for record in ROWS)


def test_processes_change_nothing(tmp_path: Path) -> None:
    made, kept_out = written(tmp_path)
    for jobs in (1, 2):
        settings = [f"of=[{made}]", f"against=[{kept_out}]", "batch=9", f"jobs={jobs}"]
        assert main(["clean", "--out", str(tmp_path / str(jobs)), *settings]) == 0
    assert (tmp_path / "1" / EXAMPLES).read_bytes() == (tmp_path / "2" / EXAMPLES).read_bytes()


def test_a_set_of_evaluation_that_is_not_there_stops_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    made, _ = written(tmp_path)
    assert main(["clean", "--out", str(tmp_path / "a"), f"of=[{made}]", "against=[gms8k]"]) == 2
    assert "did you mean 'gsm8k'" in capsys.readouterr().err
    assert main(["clean", "--out", str(tmp_path / "b"), f"of=[{made}]"]) == 2
    assert "against" in capsys.readouterr().err


def test_the_settings_that_are_shipped_name_every_set_of_evaluation() -> None:
    shipped = Config(
        of=[Path("x")], **yaml.safe_load(Path("training/configs/clean.yaml").read_text(encoding="utf-8"))
    )
    assert set(shipped.against) == {name for name in DATASETS if dataset(name).use == "evaluation"}


@given(st.lists(st.integers(1, 9999), min_size=3, max_size=3), st.integers(1, 9999))
def test_other_numbers_are_another_problem_but_a_variant_of_evaluation(ns: list[int], other: int) -> None:
    text = "A farmer has %d cows, buys %d more cows at the market and sells %d of them to a neighbour. How many cows has he now?"
    mine, another = text % tuple(ns), text % (other, *ns[1:])
    duplicates = Duplicates(near=0.8, solutions=1)
    duplicates.take(Example("a/1", mine, "en", "a"))
    forbidden = Forbidden()
    forbidden.add("t/1", mine)
    with pytest.raises(Fault, match="t/1"):
        forbidden.check(another)
    if other != ns[0]:
        duplicates.take(Example("a/2", another, "en", "a"))
        with pytest.raises(Fault, match="a/1") as found:
            duplicates.take(Example("a/3", f"{mine} Count.", "en", "a"))
        assert found.value.reason == "near-duplicate"
        Forbidden(variants=False).check(another)


def test_a_short_formula_with_other_numbers_is_no_leak() -> None:
    forbidden = Forbidden()
    for text in EVALUATION:
        forbidden.add("t", text)
    forbidden.check("Solve $5x+4=9$ for $x$.")
    with pytest.raises(Fault):
        forbidden.check("solve 2x + 3 = 7 for x")


@pytest.mark.parametrize(
    ("text", "worth"),
    [("12", "12"), ("-3/4", "-3/4"), (r"-\frac{3}{4}", "-3/4"), ("1,200", "1200"), ("x = 5", "5"), ("7.50 元", "15/2"), (r"\$1,000", "1000"),
     (r"5\text{ cm}", "5"), ("25%", "25"), ("(1, 2)", None), (r"\sqrt{2}", None), ("2x", None), ("", None), ("1/0", None), ("9" * 99, None)],
)  # fmt: skip
def test_the_value_of_an_answer(text: str, worth: str | None) -> None:
    assert (None if (found := value(text)) is None else str(found)) == worth


@pytest.mark.parametrize(
    ("answer", "other", "relation"),
    [("3.33", "10/3", "rounded"), ("3.3", "3.4", "other"), ("150.00000000000003", "150", "rounded"), ("12", "13", "other"), ("0.25", "25%", "same"), ("x", "1", "unknown")],
)  # fmt: skip
def test_how_numbers_stand_to_each_other(answer: str, other: str, relation: str) -> None:
    assert same(answer, other) == same(other, answer) == relation


@given(st.text(max_size=80))
def test_words_of_any_text(text: str) -> None:
    told = words(text)
    assert len(told.tokens) == len(told.masked)
    assert words(f"  {text}\u200b ").tokens == told.tokens


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_any_text_is_mended_once_or_dropped(problem: str, said: str, answer: str) -> None:
    given_row = {"conversations": [{"from": "human", "value": problem}, {"from": "gpt", "value": said + f" \\boxed{{{answer}}}"}]}  # fmt: skip
    try:
        example, _ = cleaned(format_of("sharegpt").read(given_row, profile_of("stepwise")))
    except Fault:
        return
    assert cleaned(example) == (example, ())
