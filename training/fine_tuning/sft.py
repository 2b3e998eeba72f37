"""The stage `sft`: a model learns by heart what it should have written, by trl's SFTTrainer.

Its folder has, beside a stage's files, `checkpoints/`, then `adapter/` or `model/` for the app, and `report.md` with curves.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import AsyncGenerator, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from evaluation.rows import BadData, Record
from training.examples import Example
from training.fine_tuning import running
from training.fine_tuning.config import Config, Trials
from training.fine_tuning.report import write_report
from training.fine_tuning.rows import Teller, held_out, of_trials, told
from training.fine_tuning.tokens import IGNORED
from training.fine_tuning.trials import records, try_now
from training.fine_tuning.weights import adapter, load_model, load_tokenizer, save
from training.folder import Outcome, StageFolder

if TYPE_CHECKING:
    from datasets import Dataset
    from transformers import Trainer, TrainerCallback

__all__ = ["Config", "conclude", "inputs", "outcomes"]

ADAPTER: Final = "adapter"
MODEL: Final = "model"


def inputs(config: Config) -> list[Path]:
    """What is read: the examples, and the problems on which the model is tried."""
    return [*config.examples, *([config.trials.problems] if config.trials else [])]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The examples that are trained on.

    Raises:
        BadData: a file cannot be read, or there is no such model.
    """
    for outcome in told(config, _teller(config), done, of_trials(config)):
        yield outcome


async def conclude(config: Config, folder: StageFolder) -> None:
    """Train on them.

    Raises:
        BadData: nothing is left to train on, memory has run out, or it was stopped.
        OSError: a file cannot be written.
    """
    counts = Counter({"kept": 0})
    for outcome in folder.outcomes():
        counts["kept"] += len(outcome.kept)
        counts.update(one.reason for one in outcome.dropped)
    if not counts["kept"]:
        raise BadData("there is no example to train on" + (f" ({dict(counts)})" if len(counts) > 1 else ""))
    await running.in_thread(lambda stop: _train(config, folder, counts, stop))


def _teller(config: Config) -> Teller:
    return Teller(*load_tokenizer(config), config.max_tokens)


def _train(config: Config, folder: StageFolder, counts: Counter[str], stop: threading.Event) -> None:
    from trl.trainer.sft_config import SFTConfig
    from trl.trainer.sft_trainer import SFTTrainer

    ready = folder.path / (ADAPTER if config.adapts else MODEL)
    if ready.exists():
        return
    teller, all_ = _teller(config), list(folder.examples())
    learnt = [one for one in all_ if not held_out(one, config.held_out)]
    if not learnt:
        raise BadData(f"all {len(all_)} examples are held out; lower held_out")
    kept_back = [one for one in all_ if held_out(one, config.held_out)]
    more: dict[str, Any] = (
        {"eval_strategy": "steps", "eval_steps": config.checkpoint_every} if kept_back else {}
    )
    trainer = SFTTrainer(
        model=load_model(config),
        args=SFTConfig(
            **running.arguments(config, folder.path), **more,
            max_length=config.max_tokens, packing=config.packing, eval_packing=False,
            per_device_eval_batch_size=config.batch,
        ),
        train_dataset=_dataset(teller, learnt),
        eval_dataset=_dataset(teller, kept_back) if kept_back else None,
        processing_class=teller.tokenizer,
        peft_config=adapter(config),
    )  # fmt: skip
    ends = sorted(_ends(teller, learnt))
    if config.trials:
        problems = records(list(of_trials(config).values()), config.trials)
        trainer.add_callback(_trier(trainer, teller, problems, config.trials, ends))
    log = running.run(trainer, config, folder.path, stop)
    save(ready, lambda into: _write(trainer, teller, into), family=teller.profile.family, ends=ends)
    write_report(folder.path, "sft", log, config.model_dump(mode="json"), counts)


def _dataset(teller: Teller, examples: list[Example]) -> Dataset:
    """Rows as SFTTrainer takes them: already ids, with labels of their own."""
    from datasets import Dataset

    rows = [row for one in examples for row in teller.rows(one)]
    return Dataset.from_dict({"input_ids": [r.ids for r in rows], "labels": [r.labels for r in rows]})


def _ends(teller: Teller, examples: list[Example]) -> set[int]:
    """Ids that end the turns of the examples: the last that is learnt of each."""
    found = set[int]()
    for one in examples[:100]:
        for row in teller.rows(one):
            found.add([label for label in row.labels if label != IGNORED][-1])
    return found


def _write(trainer: Trainer, teller: Teller, into: Path) -> None:
    trainer.accelerator.unwrap_model(trainer.model).save_pretrained(into)
    teller.tokenizer.save_pretrained(into)


def _trier(
    trainer: Trainer, teller: Teller, problems: list[Record], trials: Trials, ends: list[int]
) -> TrainerCallback:
    import torch
    from transformers import TrainerCallback

    from solver.models.transformers.loading import Loaded, context_of, ends_of

    def loaded() -> Loaded:
        model = trainer.accelerator.unwrap_model(trainer.model)
        context = context_of(model.config, teller.profile)
        all_ends = ends_of(model, teller.tokenizer) | set(ends)
        return Loaded(model, teller.tokenizer, teller.profile, all_ends, context)

    class Trier(TrainerCallback):
        """Lets the model solve problems every so many steps, and at the end."""

        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            if state.global_step % trials.every == 0 or state.global_step == state.max_steps:
                with torch.random.fork_rng():  # whoever tries the model more often trains the same one
                    score = try_now(loaded(), problems, trials)
                trainer.log({"trials_solved": score.share, "trials_ran": score.ran / score.of})

    return Trier()
