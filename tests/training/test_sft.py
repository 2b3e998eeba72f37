"""`sft`: the loss falls, a killed run goes on to the same weights, packing changes nothing, and the app loads what comes out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from evaluation.rows import BadData
from tests.small_model import SMALL_MODEL
from tests.training.small import examples, untrained, weights, written
from tests.training.stages import ROOT, command, made
from training.__main__ import settings
from training.fine_tuning.config import Config
from training.fine_tuning.running import CHECKPOINTS, WHOLE
from training.fine_tuning.weights import enough, room

pytestmark = [
    pytest.mark.timeout(300),  # seconds of work; a busy machine takes minutes
    pytest.mark.filterwarnings("ignore::FutureWarning"),  # names that trl still gives to transformers
]
SETTINGS: dict[str, Any] = {
    "batch": 4, "accumulation": 1, "rate": 1e-2, "max_tokens": 512, "log_every": 1, "gradient_checkpointing": False,
    "warmup": 0.0, "dropout": 0.1,
}  # fmt: skip


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return untrained(tmp_path_factory.mktemp("models") / "stepwise-untrained")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("data") / "examples.jsonl", examples(32))


def losses(out: Path) -> list[float]:
    log = [json.loads(line) for line in (out / "curves.jsonl").read_text().splitlines()]
    return [entry["loss"] for entry in log if "loss" in entry]


@pytest.mark.parametrize("method", ["full", "lora", "qlora"])
async def test_the_loss_falls(method: str, model: Path, data: Path, tmp_path: Path) -> None:
    more = {"targets": "all-linear", "rank": 8, "alpha": 32}
    await made(
        "sft", tmp_path / "out", model=str(model), examples=[str(data)], method=method, steps=12, packing=False,
        **{**SETTINGS, **more, "gradient_checkpointing": method == "qlora"},
    )  # fmt: skip
    found = losses(tmp_path / "out")
    assert len(found) == 12 and sum(found[-3:]) < 0.97 * sum(found[:3])
    kind = "model" if method == "full" else "adapter"
    assert weights(tmp_path / "out" / kind)
    told = json.loads((tmp_path / "out" / kind / "stepwise.json").read_text())
    assert told == {"family": "seed", "ends": [2]}
    page = (tmp_path / "out" / "report.md").read_text()
    assert "curve-loss.svg" in page and (tmp_path / "out" / "curve-loss.svg").exists()


@pytest.mark.thorough
async def test_a_run_that_is_killed_goes_on_to_the_same_weights(
    model: Path, data: Path, tmp_path: Path
) -> None:
    """Killed (-9) behind its third step; a checkpoint that was cut off is not gone on from."""
    chosen = {**SETTINGS, "checkpoint_every": 1, "steps": 6, "packing": False, "rank": 4, "seed": 3}
    await made("sft", tmp_path / "whole", model=str(model), examples=[str(data)], **chosen)
    out = tmp_path / "killed"
    given = [f"{name}={value}" for name, value in chosen.items()]
    process = subprocess.Popen(  # noqa: ASYNC220
        command("sft", out, f"model={model}", f"examples=[{data}]", *given),
        cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    while process.poll() is None and not (out / CHECKPOINTS / "checkpoint-3" / WHOLE).exists():
        time.sleep(0.01)  # noqa: ASYNC251
    assert process.poll() is None, process.communicate()[1].decode()
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (out / "adapter").exists()
    torn = out / CHECKPOINTS / "checkpoint-9"
    torn.mkdir()
    (torn / "trainer_state.json").write_text('{"global_step"')
    await made("sft", out, model=str(model), examples=[str(data)], **chosen, resume=True)
    assert not torn.exists()
    there, here = weights(tmp_path / "whole" / "adapter"), weights(out / "adapter")
    assert there.keys() == here.keys() and all(torch.equal(there[name], here[name]) for name in there)
    assert losses(out) == losses(tmp_path / "whole") and len(losses(out)) == 6


async def test_examples_in_one_row_do_not_see_each_other(model: Path, data: Path, tmp_path: Path) -> None:
    """The first step over all examples has the same loss, packed or not."""
    first = list[float]()
    for packing in (True, False):
        out = tmp_path / str(packing)
        more = {**SETTINGS, "steps": 1, "batch": 32, "dropout": 0.0, "packing": packing}
        await made("sft", out, model=str(model), examples=[str(data)], **more)
        first += losses(out)
    assert first[0] == pytest.approx(first[1], rel=1e-4)


async def test_it_is_tried_on_problems_meanwhile_and_they_are_not_trained_on(tmp_path: Path) -> None:
    """The trained tiny model itself, hardly changed, solves what it never saw; one of the problems is among the examples."""
    tried = examples(3, seed=2, held_out=True)
    data = written(tmp_path / "data.jsonl", [*examples(8), tried[0]])
    trials = {
        "problems": str(written(tmp_path / "tried.jsonl", tried)),
        "every": 2,
        "count": 3,
        "limit_s": 60,
    }
    more = {**SETTINGS, "rate": 1e-7, "steps": 2, "trials": trials, "held_out": 0.3}
    counts = await made("sft", tmp_path / "out", model=str(SMALL_MODEL), examples=[str(data)], **more)
    assert counts == {"kept": 8, "of-trials": 1}
    log = [json.loads(line) for line in (tmp_path / "out" / "curves.jsonl").read_text().splitlines()]
    (score,) = [entry for entry in log if "trials_solved" in entry]
    assert score["step"] == 2 and score["trials_solved"] >= 2 / 3 and score["trials_ran"] == 1.0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        pytest.param({"model": "/nowhere/at-all"}, "cannot be loaded", id="no model"),
        pytest.param({"max_tokens": 16}, "no example to train on", id="all too long"),
        pytest.param({"epoch": 3}, "epoch", id="no such setting"),
        pytest.param({"held_out": 0.999}, "held_out", id="all held out"),
    ],
)
async def test_what_is_wrong_is_said(
    wrong: dict[str, Any], says: str, model: Path, data: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadData, match=says):
        await made(
            "sft", tmp_path / "out", **{"model": str(model), "examples": [str(data)], **SETTINGS, **wrong}
        )


def test_memory_that_runs_out_is_said_with_what_to_lower() -> None:
    config = Config(model="some/model", examples=["x"], batch=8, gradient_checkpointing=False)
    with (
        pytest.raises(BadData, match=r"batch \(now 8.*max_tokens \(now 2048.*gradient_checkpointing.*qlora"),
        enough(config),
    ):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")
    with pytest.raises(RuntimeError, match="shapes"), enough(config):
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")


def test_a_full_disk_is_said_as_one(tmp_path: Path) -> None:
    """safetensors and torch have errors of their own for it."""
    with pytest.raises(OSError, match="No space left"), room(tmp_path):
        raise RuntimeError("I/O error: No space left on device (os error 28)")


@pytest.mark.parametrize(
    "recipe", sorted((ROOT / "training" / "configs").glob("sft-*.yaml")), ids=lambda f: f.stem
)
def test_recipes_are_settings(recipe: Path) -> None:
    config = Config(**settings(recipe, ["examples=data/other"]))
    assert config.examples == [Path("data/other")] and config.max_tokens >= 1024
