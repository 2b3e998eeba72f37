"""Reward models: what they read, what they learn from, what they choose, and how the app loads them."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from evaluation.rows import BadData
from solver.errors import ModelUnavailable
from solver.events import Answer, Code, Done, Output, Reasoning
from solver.models.transformers.loading import Progress, load
from solver.models.transformers.reward import RewardModel, told
from solver.models.transformers.reward import load as load_judge
from solver.ports import Problem
from solver.profiles import profile_of
from solver.transcript import steps
from tests.small_model import SMALL_MODEL
from tests.training.small import examples, untrained, written
from tests.training.stages import made
from training.examples import Example, example
from training.fine_tuning.choosing import Choice, lines
from training.fine_tuning.reward_model import pairs

pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore::FutureWarning")]
SETTINGS: dict[str, Any] = {
    "batch": 8,
    "rate": 1e-2,
    "warmup": 0.0,
    "max_tokens": 512,
    "log_every": 10,
    "epochs": 1,
}


def wrong(one: Example) -> Example:
    """A solution that computes nothing: its first step is as good as that of the right one."""
    events = (
        next(e for e in one.events if isinstance(e, Reasoning)), Code(1, "print(0)\n"), Output(1, "stdout", "0\n"),
        Reasoning(2, r"因此，\boxed{0}"), Answer("0"), Done("answered"),
    )  # fmt: skip
    return replace(one, id=f"{one.id}#wrong", events=events, answer="0", steps=(0.5, 0.0, 0.0))


def solutions(count: int, *, seed: int, held_out: bool = False) -> list[Example]:
    """A right and a wrong one of each problem, by turns first."""
    given = [replace(one, steps=(0.5, 1.0, 1.0)) for one in examples(count, seed=seed, held_out=held_out)]
    both = [(one, wrong(one)) for one in given if one.answer != "0"]
    return [one for n, pair in enumerate(both) for one in (pair if n % 2 else pair[::-1])]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return untrained(tmp_path_factory.mktemp("models") / "stepwise-untrained")


@pytest.mark.parametrize("kind", ["outcome", "process"])
async def test_it_learns_what_is_right_and_the_app_judges_with_it(
    kind: str, model: Path, tmp_path: Path
) -> None:
    unseen = solutions(6, seed=7, held_out=True)
    data = written(tmp_path / "data.jsonl", [*solutions(64 if kind == "outcome" else 40, seed=3), unseen[0]])
    tested = written(tmp_path / "tested.jsonl", unseen)
    more = {
        "solutions": [str(data)],
        "tested": [str(tested)],
        "kind": kind,
        "method": "lora" if kind == "outcome" else "full",
    }
    counts = await made("reward-model", tmp_path / "out", model=str(model), **{**SETTINGS, **more})
    assert counts["of-tested"] == 1 and counts["kept"] >= 60
    page = (tmp_path / "out" / "report.md").read_text()
    found = re.search(r"^\| last \| ([\d.]+) \| ([\d.]+) \|$", page, re.MULTILINE)
    assert found and min(map(float, found.groups())) >= 0.8
    assert "| of one solution, on average | 50.0% | |" in page and "| of the best" in page
    report = tmp_path / "out" / "report.md"
    report.write_text(page[: page.index("## What it chooses")].rstrip() + "\n")  # killed before it chose
    await made("reward-model", tmp_path / "out", model=str(model), resume=True, **{**SETTINGS, **more})
    assert report.read_text() == page
    judge = RewardModel(
        str(tmp_path / "out" / ("adapter" if kind == "outcome" else "model")), quantize="none"
    )
    assert not judge.loaded
    await judge.load()
    assert judge.loaded
    try:
        above = 0
        by_id = sorted(unseen, key=lambda one: one.id)  # a problem's right one, then its wrong one
        for right, other in zip(by_id[::2], by_id[1::2], strict=True):
            problem = Problem(right.problem, right.language)
            good, bad = await judge.score(problem, right.events), await judge.score(problem, other.events)
            assert 0 <= bad <= 1 and 0 <= good <= 1
            above += good > bad
        assert above >= 5
        assert await judge.score(problem, ()) == 0.0
        endless = (Reasoning(0, "again and again " * 2000),)  # more than it can read
        assert await judge.score(problem, endless) == 0.0
    finally:
        judge.close()


def test_the_steps_end_where_the_model_is_told_that_they_end() -> None:
    words, one = AutoTokenizer.from_pretrained(SMALL_MODEL), examples(1)[0]
    (row,) = told(one.problem, one.events, profile_of("stepwise"), words)
    assert len(row.ends) == len(steps(one.events)) == 3 and row.ends[-1] == len(row.ids) - 1
    thought, cell, end = (words.decode(row.ids[: at + 1]) for at in row.ends)
    first, last = one.events[0], one.events[3]
    assert isinstance(first, Reasoning) and thought.rstrip().endswith(first.delta.rstrip())
    assert "print(" in cell and cell.endswith("assistant\n")
    assert isinstance(last, Reasoning) and end.endswith(last.delta)


def test_pairs_are_of_one_problem_and_no_solution_is_paired_twice_with_its_like() -> None:
    given = solutions(4, seed=5)
    found = list(pairs([*given, *given], 8, 1))
    assert len(found) == len(given) / 2
    assert all(a.problem == b.problem and a.steps[-1] > b.steps[-1] for a, b in found)


def test_labels_come_back_from_a_file() -> None:
    one = solutions(1, seed=2)[0]
    assert example(one.record()) == one and "steps" not in replace(one, steps=()).record()


def test_what_is_chosen() -> None:
    """Two agree on a wrong answer, one is right and judged to be the best; the fourth has none."""
    one = Choice((False, False, True, False), ((0, 1), (2,)), ((0.2,), (0.1,), (0.9,), ()))
    assert not one.first() and not one.majority() and one.best("last") and one.weighted("last") and one.any()
    page = "\n".join(lines([one, one], "outcome"))
    assert "| of the majority | 0 of 2" in page and "| of the best | 2 of 2" in page and "+100.0" in page


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (str(SMALL_MODEL), "not-reward-model"),
        ("/nowhere/at-all", "no-reward-model"),
        (str(SMALL_MODEL.parent), "no-reward-model"),
    ],
)
async def test_what_is_no_reward_model_is_said(name: str, code: str) -> None:
    judge = RewardModel(name)
    with pytest.raises(ModelUnavailable) as told_:
        await judge.load()
    judge.close()
    assert told_.value.code == code


def test_a_judge_and_a_model_that_are_loaded_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Without a lock the model's weights were no numbers: both begin to load with the first problem."""
    AutoModelForSequenceClassification.from_pretrained(SMALL_MODEL, num_labels=1).save_pretrained(
        tmp_path / "judge"
    )
    AutoTokenizer.from_pretrained(SMALL_MODEL).save_pretrained(tmp_path / "judge")
    with ThreadPoolExecutor(2) as pool:
        judges = [pool.submit(load_judge, str(tmp_path / "judge")) for _ in range(3)]
        models = [
            pool.submit(load, str(SMALL_MODEL), adapter=None, quantize="none", progress=Progress())
            for _ in range(3)
        ]
        one = examples(1)[0]
        (row,) = told(one.problem, one.events, profile_of("stepwise"), models[0].result().tokenizer)
        losses = [_loss(future.result().model, row.ids) for future in models]
        scores = [future.result().scores(one.problem, one.events) for future in judges]
    alone = load(str(SMALL_MODEL), adapter=None, quantize="none", progress=Progress())
    assert set(losses) == {_loss(alone.model, row.ids)} and len(set(scores)) == 1


def _loss(model: Any, ids: list[int]) -> float:
    given = torch.tensor([ids])
    with torch.inference_mode():
        return float(model(input_ids=given, labels=given).loss)


async def test_without_a_wrong_solution_there_is_nothing_to_learn(model: Path, tmp_path: Path) -> None:
    data = written(tmp_path / "data.jsonl", [one for one in solutions(4, seed=3) if one.steps[-1]])
    with pytest.raises(BadData, match="rightly and wrongly"):
        await made("reward-model", tmp_path / "out", model=str(model), solutions=[str(data)], **SETTINGS)
