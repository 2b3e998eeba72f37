"""The model in a trainer's hands: as the app uses it, saved as the app loads it, and tried in between."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.rows import Record
from training.fine_tuning.config import Trials
from training.fine_tuning.rows import Teller
from training.fine_tuning.trials import try_now

if TYPE_CHECKING:
    from transformers import Trainer, TrainerCallback

    from solver.models.transformers.loading import Loaded


def in_training(trainer: Trainer, teller: Teller, ends: list[int]) -> Loaded:
    """The model as it is now. `ends` are ids that end its turns beside those that it names itself."""
    from solver.models.transformers.loading import Loaded, context_of, ends_of

    model = trainer.accelerator.unwrap_model(trainer.model)
    all_ends = ends_of(model, teller.tokenizer) | set(ends)
    return Loaded(
        model,
        teller.tokenizer,
        teller.profile,
        all_ends,
        context_of(model.config, teller.profile.context_tokens),
    )


def write(trainer: Trainer, teller: Teller, into: Path) -> None:
    """Its weights, or its adapter's, and the tokenizer."""
    trainer.accelerator.unwrap_model(trainer.model).save_pretrained(into)
    teller.tokenizer.save_pretrained(into)


def trier(
    trainer: Trainer, teller: Teller, problems: list[Record], trials: Trials, ends: list[int]
) -> TrainerCallback:
    """Lets it solve problems meanwhile."""
    import torch
    from transformers import TrainerCallback

    class Trier(TrainerCallback):
        """Lets the model solve problems every so many steps, and at the end."""

        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            if state.global_step % trials.every == 0 or state.global_step == state.max_steps:
                with torch.random.fork_rng():  # whoever tries the model more often trains the same one
                    score = try_now(in_training(trainer, teller, ends), problems, trials)
                trainer.log({"trials_solved": score.share, "trials_ran": score.ran / score.of})

    return Trier()
