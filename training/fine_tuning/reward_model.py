"""The stage `reward-model`: a model learns to tell right solutions from wrong ones, of those that `label` made.

An outcome model learns from pairs of a right and a wrong solution of one problem (Bradley-Terry, trl's RewardTrainer). A process
model learns behind each step how many of the ways on from there are right (Math-Shepherd's soft labels, cross-entropy); trl has no trainer for
that any more, so it is transformers' own. `model/` or `adapter/` is what `STEPWISE_REWARD_MODEL` loads; `report.md` says what it is worth.
"""

from __future__ import annotations

import itertools
import random
import threading
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.rows import BadData
from solver.models.transformers.reward import Judging, Told, load, told
from solver.transcript import steps
from training.batches import batches, read
from training.examples import Example
from training.fine_tuning import running
from training.fine_tuning.choosing import has_choices, write_choices
from training.fine_tuning.report import write_report
from training.fine_tuning.reward_config import Config
from training.fine_tuning.rows import BATCH, Teller
from training.fine_tuning.sft import ADAPTER, MODEL
from training.fine_tuning.trained import write
from training.fine_tuning.weights import adapter, load_judge, load_tokenizer, save
from training.folder import Dropped, Outcome, StageFolder

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel, Trainer

__all__ = ["Config", "conclude", "inputs", "outcomes"]


def inputs(config: Config) -> list[Path]:
    """What is read."""
    return [*config.solutions, *config.tested]


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The solutions that are learnt from.

    Raises:
        BadData: a file cannot be read, or there is no such model.
    """
    teller = Teller(*load_tokenizer(config), config.max_tokens)
    kept_out = {one.problem.strip() for one in read(config.tested)}
    mixed = _mixed(config)
    for name, group in batches(config.solutions, BATCH):
        if name in done:
            continue
        kept, dropped = list[Example](), list[Dropped]()
        for one in group:
            if reason := _left_out(one, config, teller, kept_out, mixed):
                dropped.append(Dropped(one.id, reason))
            else:
                kept.append(one)
        yield Outcome(name, tuple(kept), tuple(dropped))


def _mixed(config: Config) -> set[str]:
    """Texts of problems that were solved both rightly and wrongly."""
    found = defaultdict[str, set[bool]](set)
    for one in read(config.solutions):
        if one.answer and one.steps:
            found[one.problem.strip()].add(one.steps[-1] == 1.0)
    return {problem for problem, verdicts in found.items() if len(verdicts) > 1}


def _left_out(one: Example, config: Config, teller: Teller, kept_out: set[str], mixed: set[str]) -> str:
    """Why a solution is not learnt from; empty where it is."""
    if not one.steps:
        return "no-label"
    if one.problem.strip() in kept_out:
        return "of-tested"
    if config.kind == "outcome" and not one.answer:
        return "no-answer"  # nobody needs a model to leave it out
    if config.kind == "outcome" and one.problem.strip() not in mixed:
        return "all-alike"
    if config.kind == "process" and len(one.steps) != len(steps(one.events)):
        return "no-step-labels"
    rows = told(one.problem, one.events, teller.profile, teller.tokenizer)
    if not rows:
        return "no-steps"
    return "too-long" if max(len(row.ids) for row in rows) > config.max_tokens else ""


async def conclude(config: Config, folder: StageFolder) -> None:
    """Train on them, then let the model choose among solutions of the tested problems.

    Raises:
        BadData: nothing is left to train on, memory has run out, or it was stopped.
        OSError: a file cannot be written.
    """
    counts = folder.counts()
    if not counts["kept"]:
        raise BadData(
            f"there is no solution to learn from ({dict(counts)}): problems are needed that are solved both rightly and wrongly, "
            "and for a process model steps with labels (label: ways_on)"
        )
    judging = await running.in_thread(lambda stop: _train(config, folder, counts, stop))
    if config.tested and not has_choices(folder.path):
        await write_choices(folder.path, judging, list(read(config.tested)))


def _train(config: Config, folder: StageFolder, counts: Counter[str], stop: threading.Event) -> Judging:
    from transformers import set_seed

    from solver.models.transformers.loading import context_of

    ready = folder.path / (ADAPTER if config.adapts else MODEL)
    if ready.exists():
        return load(str(ready))
    teller = Teller(*load_tokenizer(config), config.max_tokens)
    if teller.tokenizer.pad_token is None:
        teller.tokenizer.pad_token = teller.tokenizer.eos_token
    set_seed(config.seed)  # the head is new: it is drawn here, before there is a trainer
    model = load_judge(config, config.kind)
    model.config.pad_token_id = teller.tokenizer.pad_token_id
    examples = list(folder.examples())
    make = _outcome_trainer if config.kind == "outcome" else _process_trainer
    trainer = make(config, folder.path, model, teller, examples)
    log = running.run(trainer, config, folder.path, stop)
    save(ready, lambda into: write(trainer, teller, into), family=teller.profile.family, ends=[])
    write_report(folder.path, "reward-model", log, config.model_dump(mode="json"), counts)
    trained: Any = trainer.accelerator.unwrap_model(trainer.model)
    trained.eval()
    context = context_of(trained.config, teller.profile.context_tokens)
    return Judging(trained, teller.tokenizer, teller.profile, config.kind, context)


def pairs(examples: Sequence[Example], most: int, seed: int) -> Iterator[tuple[Example, Example]]:
    """A right and a wrong solution of one problem each, at most so many a problem, drawn where there are more."""
    groups = defaultdict[str, tuple[list[Example], list[Example]]](lambda: ([], []))
    for one in examples:
        groups[one.problem.strip()][one.steps[-1] < 1.0].append(one)
    for problem, (right, wrong) in groups.items():
        both = list(itertools.product(_distinct(right), _distinct(wrong)))
        yield from random.Random(f"{seed} {problem}").sample(both, min(most, len(both)))


def _distinct(solutions: Sequence[Example]) -> list[Example]:
    """Those that differ in what they say."""
    return list({repr(steps(one.events)): one for one in solutions}.values())


def _outcome_trainer(
    config: Config, folder: Path, model: PreTrainedModel, teller: Teller, examples: Sequence[Example]
) -> Trainer:
    from datasets import Dataset
    from trl.trainer.reward_config import RewardConfig
    from trl.trainer.reward_trainer import RewardTrainer

    def ids(one: Example) -> list[int]:
        return told(one.problem, one.events, teller.profile, teller.tokenizer)[-1].ids

    chosen = [(ids(right), ids(wrong)) for right, wrong in pairs(examples, config.pairs, config.seed)]
    return RewardTrainer(  # type: ignore[no-any-return]
        model=model,
        args=RewardConfig(**running.arguments(config, folder), max_length=config.max_tokens),
        train_dataset=Dataset.from_dict(
            {"chosen_ids": [right for right, _ in chosen], "rejected_ids": [wrong for _, wrong in chosen]}
        ),
        processing_class=teller.tokenizer,
        peft_config=adapter(config, "SEQ_CLS"),
    )


def _process_trainer(
    config: Config, folder: Path, model: PreTrainedModel, teller: Teller, examples: Sequence[Example]
) -> Trainer:
    import torch
    from datasets import Dataset
    from peft import get_peft_model
    from transformers import Trainer, TrainingArguments

    class ProcessTrainer(Trainer):
        """Cross-entropy between what is said behind a step and the share of ways on from there that are right."""

        def compute_loss(
            self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
        ) -> Any:
            labels = inputs.pop("labels")
            outputs = model(**inputs)
            at = labels >= 0
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                outputs.logits[..., 0][at].float(), labels[at]
            )
            return (loss, outputs) if return_outputs else loss

    rows = [row for one in examples for row in labelled(one, teller)]
    if (lora := adapter(config, "TOKEN_CLS")) is not None:
        model = get_peft_model(model, lora)  # type: ignore[assignment]
    pad = int(teller.tokenizer.pad_token_id)
    return ProcessTrainer(
        model=model,
        args=TrainingArguments(**running.arguments(config, folder), remove_unused_columns=False),
        train_dataset=Dataset.from_list(
            [{"ids": row.ids, "ends": row.ends, "labels": said} for row, said in rows]
        ),  # type: ignore[arg-type]
        data_collator=lambda group: _padded(group, pad),
    )


def labelled(example: Example, teller: Teller) -> list[tuple[Told, list[float]]]:
    """The rows of a solution, each with the labels of the steps that end in it."""
    rows, left = told(example.problem, example.events, teller.profile, teller.tokenizer), list(example.steps)
    return [(row, [left.pop(0) for _ in row.ends]) for row in rows]


def _padded(group: Sequence[dict[str, Any]], pad: int) -> dict[str, torch.Tensor]:
    """Rows side by side, padded on the right, where a causal model does not look; a label of -1 is none."""
    import torch

    width = max(len(one["ids"]) for one in group)
    ids = torch.full((len(group), width), pad)
    mask = torch.zeros_like(ids)
    labels = torch.full((len(group), width), -1.0)
    for n, one in enumerate(group):
        ids[n, : len(one["ids"])] = torch.tensor(one["ids"])
        mask[n, : len(one["ids"])] = 1
        labels[n, one["ends"]] = torch.tensor(one["labels"])
    return {"input_ids": ids, "attention_mask": mask, "labels": labels}
