"""The stage `sft`: a model learns by heart what it should have written, by trl's SFTTrainer.

Its folder has, beside a stage's files, `checkpoints/`, then `adapter/` or `model/` for the app, and `report.md` with curves.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import AsyncGenerator, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from evaluation.rows import BadData
from training.examples import Example
from training.fine_tuning import running
from training.fine_tuning.config import Config
from training.fine_tuning.report import write_report
from training.fine_tuning.rows import Teller, held_out, of_trials, told
from training.fine_tuning.tokens import IGNORED
from training.fine_tuning.trained import trier, write
from training.fine_tuning.trials import records
from training.fine_tuning.weights import adapter, load_model, load_tokenizer, save
from training.folder import Outcome, StageFolder

if TYPE_CHECKING:
    from datasets import Dataset

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
    counts = folder.counts()
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
        trainer.add_callback(trier(trainer, teller, problems, config.trials, ends))
    log = running.run(trainer, config, folder.path, stop)
    save(ready, lambda into: write(trainer, teller, into), family=teller.profile.family, ends=ends)
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
