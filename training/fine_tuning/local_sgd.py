"""Training in several processes with a thread each, which take the mean of their weights every few steps (local SGD, Stich 2019).

On two cores a second thread makes small matrices slower; a second process does not, and waits for nobody in between.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from evaluation.rows import BadData
from training.fine_tuning.tokens import IGNORED, Sequenced
from training.tiny.train import Recipe, factor_at, optimizers, step_on

if TYPE_CHECKING:
    import torch
    from transformers import Qwen2ForCausalLM

MEETING: Final = "meeting"
EVERY: Final = 48
"""Steps between lines of progress."""
PATIENCE_S: Final = 300.0
TOGETHER: Final = 8
"""Steps behind which the processes take the mean of their weights."""


def epoch(rows: Sequence[Sequenced], batch_tokens: int, seed: str) -> Iterator[list[Sequenced]]:
    """All rows once: drawn order, those of like length together, so that little is padding."""
    shuffler = random.Random(seed)
    order = sorted(rows, key=lambda row: (len(row.ids) + shuffler.randrange(8), shuffler.random()))
    groups, group = list[list[Sequenced]](), list[Sequenced]()
    longest = 0
    for row in order:
        longest = max(longest, len(row.ids))
        if group and (len(group) + 1) * longest > batch_tokens:
            groups.append(group)
            group, longest = [], len(row.ids)
        group.append(row)
    groups.append(group)
    shuffler.shuffle(groups)
    yield from groups


class Loop:
    """One process's part, and what of it is kept so that it goes on where it stopped. `rank` 0 leads `processes`."""

    def __init__(
        self,
        recipe: Recipe,
        model: Qwen2ForCausalLM,
        rows: Sequence[Sequenced],
        file: Path,
        *,
        rank: int,
        processes: int,
        checkpoint_minutes: float,
    ) -> None:
        self._recipe, self._model, self._rows, self._file = recipe, model, rows, file
        self._rank, self._processes, self._checkpoint_s = rank, processes, 60 * checkpoint_minutes
        self._pairs = optimizers(model, recipe)
        self._epoch, self._at, self._step, self._elapsed_s, self._tokens = 0, 0, 0, 0.0, 0
        self._losses = list[float]()

    def run(self, stop: threading.Event) -> dict[str, Any]:
        """To the end; what came of it.

        Raises:
            BadData: it was stopped, or the loss is no number.
        """
        self._load()
        self._model.train()
        self._meet()
        try:
            return self._steps(stop)
        finally:
            self._part()

    def _steps(self, stop: threading.Event) -> dict[str, Any]:
        begun = kept = time.monotonic()
        before_s, share = self._elapsed_s, self._share()
        while True:
            seed = f"{self._recipe.seed} {self._epoch} {self._rank}"
            for rows in list(epoch(self._rows, self._recipe.batch_tokens, seed))[self._at :]:
                if self._step % TOGETHER == 0:
                    self._elapsed_s = before_s + time.monotonic() - begun
                    share, stopped = self._mean(self._share(), stop.is_set())
                    if stopped:
                        self._keep()
                        raise BadData(f"stopped behind step {self._step}; go on with --resume")
                    if share >= 1:
                        return self._log()
                    if time.monotonic() - kept > self._checkpoint_s:
                        self._keep()
                        kept = time.monotonic()
                self._learn(rows, share)
                self._at += 1
            self._epoch, self._at = self._epoch + 1, 0

    def _meet(self) -> None:
        if self._processes > 1:
            from torch import distributed

            distributed.init_process_group(
                "gloo", init_method=f"file://{(self._file.parent / MEETING).resolve()}", rank=self._rank,
                world_size=self._processes, timeout=timedelta(seconds=PATIENCE_S),
            )  # fmt: skip

    def _part(self) -> None:
        """So that another training of this process may meet anew."""
        if self._processes > 1:
            from torch import distributed

            distributed.destroy_process_group()

    def _mean(self, share: float, stopped: bool) -> tuple[float, bool]:
        """All processes take the mean of their weights; the first one says how far they are, and whether they stop."""
        if self._processes == 1:
            return share, stopped
        import torch
        from torch import distributed
        from torch.nn.utils import parameters_to_vector, vector_to_parameters

        with torch.no_grad():
            weights = parameters_to_vector(self._model.parameters())
            distributed.all_reduce(weights)
            vector_to_parameters(weights / self._processes, self._model.parameters())
            told = torch.tensor([share, float(stopped)], dtype=torch.float64)
            distributed.broadcast(told, src=0)
        return told[0].item(), bool(told[1].item())

    def _share(self) -> float:
        steps = self._step / self._recipe.steps if self._recipe.steps else 0.0
        return max(self._elapsed_s / (60 * self._recipe.minutes), steps)

    def _learn(self, rows: Sequence[Sequenced], share: float) -> None:
        ids, labels = _padded(rows)
        factor = factor_at(share, self._recipe.warmup)
        self._losses.append(step_on(self._model, self._pairs, ids, labels, factor))
        self._step, self._tokens = self._step + 1, self._tokens + ids.numel() * self._processes
        if self._losses[-1] != self._losses[-1]:
            raise BadData("the loss is no number any more: lower rate and matrix_rate, or raise warmup")
        if self._step % EVERY == 0 and self._rank == 0:
            recent = sum(self._losses[-EVERY:]) / EVERY
            told = f"step {self._step}  epoch {self._epoch}  loss {recent:.4f}  {share:.1%}"
            print(f"{told}  {self._tokens / max(self._elapsed_s, 1e-9):.0f} tokens/s", flush=True)

    def _log(self) -> dict[str, Any]:
        return {
            "steps": self._step, "epochs": self._epoch, "tokens": self._tokens,
            "minutes": round(self._elapsed_s / 60, 1), "losses": self._losses,
        }  # fmt: skip

    def _keep(self) -> None:
        import torch

        if self._rank:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        coming = self._file.with_suffix(".part")
        state = {
            "model": self._model.state_dict(), "optimizers": [one.state_dict() for one, _ in self._pairs],
            "at": (self._epoch, self._at, self._step, self._elapsed_s, self._tokens), "losses": self._losses,
        }  # fmt: skip
        torch.save(state, coming)
        coming.replace(self._file)

    def _load(self) -> None:
        import torch

        if not self._file.exists():
            return
        state = torch.load(self._file, weights_only=True)
        self._model.load_state_dict(state["model"])
        for (optimizer, _), kept in zip(self._pairs, state["optimizers"], strict=True):
            optimizer.load_state_dict(kept)
        self._epoch, self._at, self._step, self._elapsed_s, self._tokens = state["at"]
        self._losses = state["losses"]


def _padded(rows: Sequence[Sequenced]) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and labels, right-padded, `(rows, length)` each."""
    import torch

    width = max(len(row.ids) for row in rows)
    ids, labels = torch.zeros((len(rows), width), dtype=torch.long), torch.full((len(rows), width), IGNORED)
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = torch.tensor(row.ids)
        labels[at, : len(row.ids)] = torch.tensor(row.labels)
    return ids, labels
