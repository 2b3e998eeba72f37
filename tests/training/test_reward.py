"""`reward`: solutions earn what they are worth, only the model's own tokens are learnt, and a few steps of GRPO run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from transformers import AutoTokenizer

from evaluation.rows import BadData, Row
from evaluation.solving import Solved
from solver.events import Answer, Code, Done, Event, Output, Reason, Reasoning
from solver.profiles import profile_of
from tests.small_model import SMALL_MODEL
from tests.training.small import examples, weights, written
from tests.training.stages import made
from training.examples import Example
from training.fine_tuning.rollouts import Rewards, rewards, rollout
from training.fine_tuning.rows import Teller

pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore::FutureWarning")]
PROBLEM = Example("toy/1", "2 + 3 = ?", "en", "toy", reference="5")
BOX = "So \\(\\boxed{5}\\)."


def solved(
    verdict: str, said: str, *, cells: int = 1, errors: int = 0, reason: Reason = "answered"
) -> Solved:
    events: tuple[Event, ...] = (
        Reasoning(0, "I add.\n"), Code(1, "print(2 + 3)\n"), Output(1, "stdout", "5\n"),
        Reasoning(2, said), Answer("5"), Done(reason),
    )  # fmt: skip
    row = Row("0", "toy", "", "5", "5", verdict, "unknown", 1.0, cells=cells, errors=errors)  # type: ignore[arg-type]
    return Solved(row, events)


@pytest.mark.parametrize(
    ("one", "earned"),
    [
        pytest.param(solved("right", BOX), Rewards(1, 1, 1), id="all is well"),
        pytest.param(solved("wrong", BOX), Rewards(0, 1, 1), id="a wrong answer"),
        pytest.param(solved("right", BOX, cells=2, errors=1), Rewards(1, 0.5, 1), id="a cell that failed"),
        pytest.param(solved("right", BOX, cells=0), Rewards(1, 0, 1), id="no cell"),
        pytest.param(solved("right", "It is 5."), Rewards(1, 1, 0), id="no box"),
        pytest.param(solved("failed", BOX, reason="step-limit"), Rewards(0, 1, 0), id="no end"),
        pytest.param(Solved(solved("failed", "").row, ()), Rewards(0, 1, 0), id="nothing at all"),
    ],
)
def test_what_a_solution_earns(one: Solved, earned: Rewards) -> None:
    assert rewards(one) == earned


def test_only_the_models_own_tokens_are_learnt() -> None:
    words = AutoTokenizer.from_pretrained(SMALL_MODEL)
    teller = Teller(words, profile_of("stepwise"), 512)
    found = rollout(PROBLEM, solved("right", BOX), teller)
    assert words.decode(found.prompt).endswith("题目：2 + 3 = ?<|im_end|>\n<|im_start|>assistant\n")
    own = words.decode([token for token, is_own in zip(found.answer, found.own, strict=True) if is_own])
    assert own == f"I add.\n```python\nprint(2 + 3)\n```<|im_end|>{BOX}<|im_end|>"
    nothing = rollout(PROBLEM, Solved(solved("failed", "").row, ()), teller)
    assert nothing.prompt == found.prompt and nothing.own == [False]


@pytest.mark.thorough
async def test_a_few_steps_of_grpo(tmp_path: Path) -> None:
    """The tiny model solves problems in real kernels; where solutions of a problem earn different rewards, it changes."""
    given = [*examples(2, seed=3), Example("no/1", "What is it?", "en", "no")]
    problems = written(tmp_path / "problems.jsonl", given)
    counts = await made(
        "reward", tmp_path / "out", model=str(SMALL_MODEL), problems=[str(problems)], method="lora", rank=4, group=4, batch=4,
        accumulation=1, steps=2, temperature=1.5, rate=1e-3, warmup=0.0, limit_s=60, jobs=2, log_every=1,
        gradient_checkpointing=False, max_tokens=512,
    )  # fmt: skip
    assert counts == {"kept": 2, "no-reference": 1}
    log = [json.loads(line) for line in (tmp_path / "out" / "curves.jsonl").read_text().splitlines()]
    steps = [entry for entry in log if "reward" in entry]
    assert len(steps) == 2
    for entry in steps:
        parts = [entry[f"rewards/{kind}/mean"] for kind in ("answer", "code", "form")]
        assert all(0 <= part <= 1 for part in parts) and parts[1] > 0
        assert entry["reward"] == pytest.approx(parts[0] + 0.2 * parts[1] + 0.1 * parts[2], abs=1e-4)
    changed = any(
        one.abs().max() > 0 for name, one in weights(tmp_path / "out" / "adapter").items() if "lora_B" in name
    )
    assert changed == any(entry["reward_std"] > 0 for entry in steps)


async def test_groups_must_be_whole(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"multiple of group"):
        await made(
            "reward",
            tmp_path / "out",
            model=str(SMALL_MODEL),
            problems=["x"],
            group=3,
            batch=2,
            accumulation=1,
        )
