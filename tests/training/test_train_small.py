"""`make train-small` in miniature: every step of the way from nothing to a model that solves problems in the product."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from evaluation.rows import BadData
from training.fine_tuning.local_sgd import epoch
from training.fine_tuning.tokens import Sequenced
from training.folder import StageFolder
from training.measuring import kind_of
from training.recipe import TIMES, follow, recipe
from training.synthesis.patterns import has_pattern, pattern

ROOT = Path(__file__).resolve().parents[2]
CONFIGS = ROOT / "training" / "configs" / "small"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In this process, which has imported what the steps need."""
    out = tmp_path_factory.mktemp("small")
    assert follow(CONFIGS / "miniature.yaml", out) == 0
    return out


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_follows_the_full_recipe() -> None:
    told = ["make", "--no-print-directory", "--dry-run", "-o", "install-dev", "PY=python", "train-small"]
    said = subprocess.run(told, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout
    command = said.split()
    assert command[:4] == ["python", "-m", "training.recipe", "training/configs/small/recipe.yaml"]
    assert recipe(ROOT / command[3]).steps


@pytest.mark.thorough
def test_every_step_is_done_and_timed(made: Path) -> None:
    names = [step.name for step in recipe(CONFIGS / "miniature.yaml").steps]
    times = [json.loads(line) for line in (made / TIMES).read_text().splitlines()]
    assert [one["step"] for one in times] == names
    assert all(one["status"] == 0 for one in times)
    assert all((made / name / "stage.json").exists() for name in names)


@pytest.mark.thorough
def test_the_model_is_one_that_the_app_loads_in_its_words(made: Path) -> None:
    told = json.loads((made / "tuned" / "model" / "stepwise.json").read_text())
    assert told["family"] == "seed"
    for name in ("before", "after"):  # in the product's own loop, in 4 bits
        report = (made / name / "report.md").read_text()
        assert " of 1 (" in report and "words and programs" in report


@pytest.mark.thorough
def test_every_row_that_is_learnt_has_a_program_that_ran(made: Path) -> None:
    rows = list(StageFolder(made / "rows").examples())
    assert len(rows) >= 20
    assert all(one.licence == "Apache-2.0" and one.answer and kind_of(one) for one in rows)


@pytest.mark.thorough
def test_no_wording_that_is_held_out_is_learnt(made: Path) -> None:
    asked = {pattern(one.problem) for one in StageFolder(made / "held-out").examples()} - {"#"}
    sources = {one.source for one in StageFolder(made / "rows").examples()}
    assert sources == {"builtin", "phrases", "scenes"}
    assert asked
    assert not [one for one in StageFolder(made / "rows").examples() if has_pattern(one.problem, asked)]


@pytest.mark.thorough
def test_given_again_it_does_nothing_anew(made: Path) -> None:
    before = (made / "tuned" / "model" / "model.safetensors").stat().st_mtime_ns
    assert follow(CONFIGS / "miniature.yaml", made) == 0
    assert (made / "tuned" / "model" / "model.safetensors").stat().st_mtime_ns == before


def test_the_full_recipe_has_the_same_steps() -> None:
    full, small = (recipe(CONFIGS / f"{name}.yaml").steps for name in ("recipe", "miniature"))
    assert [(one.name, one.stage, one.config) for one in full] == [
        (one.name, one.stage, one.config) for one in small
    ]


def test_a_step_that_fails_ends_the_recipe_and_says_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = [
        {"name": "a", "stage": "pretrain", "settings": {"examples": ["{out}/none.jsonl"]}},
        {"name": "b", "stage": "export"},
    ]
    file = tmp_path / "recipe.yaml"
    file.write_text(yaml.safe_dump({"steps": steps}))
    with pytest.raises(BadData, match="the steps are a, b"):
        follow(file, tmp_path / "out", ["c.seed=1"])
    assert follow(file, tmp_path / "out") == 2
    said = capfd.readouterr()
    assert "none.jsonl cannot be read" in said.err and "a has failed" in said.err
    assert "2 of 2" not in said.out


@pytest.mark.parametrize("text", ["steps: []", "steps: [{name: a/b, stage: clean}]", "[1]", "stages: 1"])
def test_what_is_no_recipe_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "recipe.yaml"
    file.write_text(text)
    with pytest.raises(BadData):
        recipe(file)


def test_an_epoch_has_every_row_once_within_the_budget() -> None:
    rows = [Sequenced([1] * n, [1] * n) for n in (5, 90, 17, 40, 3, 60, 60, 8)]
    groups = list(epoch(rows, 128, "1"))
    assert sorted(len(row.ids) for group in groups for row in group) == sorted(len(row.ids) for row in rows)
    assert all(len(group) * max(len(row.ids) for row in group) <= 128 for group in groups)
    assert groups != list(epoch(rows, 128, "2"))
