"""A trainer of transformers run so that it can be killed at any time and goes on to the same result.

Checkpoints that a kill left half written are told by a mark that is missing. Ctrl-C ends the training behind its next step,
with a checkpoint.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from evaluation.rows import BadData
from training.fine_tuning.config import Training
from training.fine_tuning.weights import computing, enough, room

if TYPE_CHECKING:
    from transformers import Trainer, TrainerCallback

CHECKPOINTS: Final = "checkpoints"
WHOLE: Final = "whole"
"""In a checkpoint that was written to its end."""
T = TypeVar("T")
log = logging.getLogger(__name__)


async def in_thread(train: Callable[[threading.Event], T]) -> T:
    """Train beside the event loop; who stops the loop (Ctrl-C) stops the training."""
    stop = threading.Event()
    try:
        return await asyncio.to_thread(train, stop)
    finally:
        stop.set()


def arguments(config: Training, folder: Path) -> dict[str, Any]:
    """What all trainers are told alike.

    Raises:
        OSError: the folder cannot be written.
    """
    import torch

    compute, gpu = computing(config), torch.cuda.is_available()
    optimizer = config.optimizer
    if optimizer == "auto":
        optimizer = "paged_adamw_8bit" if config.method == "qlora" and gpu else "adamw_torch"
    boards = [name for name in ("tensorboard", "tensorboardX") if find_spec(name)]
    return {
        "output_dir": str(folder / CHECKPOINTS),
        "num_train_epochs": config.epochs,
        "max_steps": config.steps or -1,
        "per_device_train_batch_size": config.batch,
        "gradient_accumulation_steps": config.accumulation,
        "learning_rate": config.rate,
        "lr_scheduler_type": config.schedule,
        "warmup_steps": config.warmup,  # below 1 it is a share of the steps
        "weight_decay": config.weight_decay,
        "max_grad_norm": config.clip,
        "optim": optimizer,
        "bf16": str(compute) == "torch.bfloat16",
        "fp16": False,
        "use_cpu": not gpu,
        "gradient_checkpointing": config.gradient_checkpointing,
        "gradient_checkpointing_kwargs": {"use_reentrant": False} if config.gradient_checkpointing else None,
        "seed": config.seed,
        "data_seed": config.seed,
        "logging_steps": config.log_every,
        "logging_first_step": True,
        "save_strategy": "steps",
        "save_steps": config.checkpoint_every,
        "save_total_limit": config.checkpoints,
        "report_to": ["tensorboard"] if boards else [],
        "disable_tqdm": True,
        "dataloader_pin_memory": gpu,
    }


def checkpoint(folder: Path) -> Path | None:
    """The last whole checkpoint; those that are not are removed, so that nothing goes on from them.

    Raises:
        OSError: one cannot be removed.
    """
    found = list[tuple[int, Path]]()
    for path in (folder / CHECKPOINTS).glob("checkpoint-*"):
        if (path / WHOLE).exists():
            found.append((int(path.name.rpartition("-")[2]), path))
        else:
            shutil.rmtree(path)
    return max(found)[1] if found else None


def run(trainer: Trainer, config: Training, folder: Path, stop: threading.Event) -> list[dict[str, Any]]:
    """Train to the end, from the last checkpoint if there is one; what was logged.

    Raises:
        BadData: memory has run out, it was stopped, or the loss is no number.
        OSError: a checkpoint could not be written.
    """
    trainer.add_callback(_keeper(stop))
    last = checkpoint(folder)
    with enough(config), room(folder):
        trainer.train(resume_from_checkpoint=str(last) if last else None)
    if stop.is_set():
        raise BadData(f"stopped behind step {trainer.state.global_step}; go on with --resume")
    history = [dict(entry) for entry in trainer.state.log_history]
    losses = [entry["loss"] for entry in history if "loss" in entry]
    if losses and losses[-1] != losses[-1]:
        raise BadData("the loss is no number any more: lower rate (learning rate), or raise warmup")
    return history


def _keeper(stop: threading.Event) -> TrainerCallback:
    from transformers import TrainerCallback

    class Keeper(TrainerCallback):
        """Marks whole checkpoints, and stops where it is told to."""

        def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            (Path(args.output_dir) / f"checkpoint-{state.global_step}" / WHOLE).touch()

        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> Any:
            if stop.is_set():
                control.should_save = control.should_training_stop = True
            return control

    return Keeper()
