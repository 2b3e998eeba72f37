"""The stage `reward`: reinforcement with verified answers, by trl's GRPOTrainer.

Each problem is solved several times by the model through the product's own loop (`rollouts`); what earned more than the others of its
problem becomes likelier. Begin with a model that `sft` has made: one that never solves a problem learns nothing here.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Collection
from pathlib import Path
from typing import Any, Final, Self

from pydantic import Field, model_validator

from evaluation.rows import BadData
from evaluation.solving import MODEL_LIMIT_S
from training.batches import batches
from training.examples import Example
from training.fine_tuning import running
from training.fine_tuning.config import Training
from training.fine_tuning.report import write_report
from training.fine_tuning.rollouts import rollout, solve_all
from training.fine_tuning.rows import BATCH, Teller, of_trials
from training.fine_tuning.sft import ADAPTER, MODEL
from training.fine_tuning.trained import in_training, trier, write
from training.fine_tuning.trials import records
from training.fine_tuning.weights import adapter, load_model, load_tokenizer, save
from training.folder import Dropped, Outcome, StageFolder

__all__ = ["Config", "conclude", "inputs", "outcomes"]

EARNED: Final = ("answer", "code", "form")


class Config(Training):
    """What is reinforced."""

    problems: list[Path] = Field(
        min_length=1, description="stages' folders, or files of examples, with references"
    )
    group: int = Field(8, ge=2, description="solutions of a problem that are compared with each other")
    temperature: float = Field(
        1.0, gt=0, description="without chance all solutions of a problem would be the same"
    )
    beta: float = Field(0.0, ge=0, description="how much it is held to the model at the beginning (KL)")
    weights: tuple[float, float, float] = Field(
        (1.0, 0.2, 0.1), description="of the right answer, of code that runs, of form"
    )
    max_tokens: int = Field(
        2048, ge=16, description="of a problem with its solution; a longer one is not learnt from"
    )
    limit_s: float = Field(MODEL_LIMIT_S, gt=0, description="for one solution")
    jobs: int = Field(4, ge=1, description="solutions at a time")
    batch: int = Field(2, ge=1)
    rate: float = Field(1e-5, gt=0)
    dropout: float = Field(0.0, ge=0, lt=1)

    @model_validator(mode="after")
    def _whole_groups(self) -> Self:
        if self.batch * self.accumulation % self.group:
            raise ValueError(
                f"batch × accumulation ({self.batch * self.accumulation}) must be a multiple of group ({self.group})"
            )
        return self


def inputs(config: Config) -> list[Path]:
    """What is read: the problems, and those on which the model is tried."""
    return [*config.problems, *([config.trials.problems] if config.trials else [])]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The problems that can be learnt from: those with an answer to compare with.

    Raises:
        BadData: a file cannot be read.
    """
    kept_out = of_trials(config)
    for name, group in batches(config.problems, BATCH):
        if name in done:
            continue
        kept, dropped = list[Example](), list[Dropped]()
        for one in group:
            if one.problem.strip() in kept_out:
                dropped.append(Dropped(one.id, "of-trials", "the model is tried on this problem"))
            elif not (one.reference or one.answer):
                dropped.append(Dropped(one.id, "no-reference", "nothing to compare an answer with"))
            else:
                kept.append(one)
        yield Outcome(name, tuple(kept), tuple(dropped))


async def conclude(config: Config, folder: StageFolder) -> None:
    """Train on them.

    Raises:
        BadData: no problem is left, memory has run out, or it was stopped.
        OSError: a file cannot be written.
    """
    counts = folder.counts()
    if not counts["kept"]:
        raise BadData(f"there is no problem to learn from ({dict(counts)})")
    await running.in_thread(lambda stop: _train(config, folder, counts, stop))


def _train(config: Config, folder: StageFolder, counts: Counter[str], stop: threading.Event) -> None:
    from datasets import Dataset
    from trl.trainer.grpo_config import GRPOConfig
    from trl.trainer.grpo_trainer import GRPOTrainer

    ready = folder.path / (ADAPTER if config.adapts else MODEL)
    if ready.exists():
        return
    teller = Teller(*load_tokenizer(config), config.max_tokens)
    problems = {str(n): one for n, one in enumerate(folder.examples())}
    ends = [int(teller.tokenizer.eos_token_id)]

    def roll(names: list[str], trainer: Any) -> dict[str, list[Any]]:
        wanted = [problems[name] for name in names]
        seed = config.seed + 100_003 * (trainer.state.global_step + 1)
        solved = solve_all(
            in_training(trainer, teller, ends), wanted,
            seed=seed, temperature=config.temperature, limit_s=config.limit_s, jobs=config.jobs,
        )  # fmt: skip
        rolled = [rollout(one, how, teller) for one, how in zip(wanted, solved, strict=True)]
        return {
            "prompt_ids": [one.prompt for one in rolled],
            "completion_ids": [one.answer for one in rolled],
            "env_mask": [[int(own) for own in one.own] for one in rolled],
            "logprobs": None,  # type: ignore[dict-item]  # those of the trainer itself are taken
            **{f"earned_{kind}": [getattr(one.earned, kind) for one in rolled] for kind in EARNED},
        }

    trainer = GRPOTrainer(
        model=load_model(config),
        reward_funcs=[_earned(kind) for kind in EARNED],
        args=GRPOConfig(
            **running.arguments(config, folder.path),
            num_generations=config.group, temperature=config.temperature, beta=config.beta,
            reward_weights=list(config.weights),
        ),
        train_dataset=Dataset.from_dict({"prompt": list(problems)}),
        processing_class=teller.tokenizer,
        peft_config=adapter(config),
        rollout_func=roll,
    )  # fmt: skip
    if config.trials:
        tried = records(list(of_trials(config).values()), config.trials)
        trainer.add_callback(trier(trainer, teller, tried, config.trials, ends))
    log = running.run(trainer, config, folder.path, stop)
    save(ready, lambda into: write(trainer, teller, into), family=teller.profile.family, ends=ends)
    write_report(folder.path, "reward", log, config.model_dump(mode="json"), counts)


def _earned(kind: str) -> Callable[..., list[float | None]]:
    """A reward of trl's: what the solutions earned when they were made. Its name stands in the curves."""

    def reward(**told: Any) -> list[float | None]:
        return [float(one) for one in told[f"earned_{kind}"]]

    reward.__name__ = kind
    return reward
