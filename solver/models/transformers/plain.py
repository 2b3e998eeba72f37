"""One request at a time: a loop of our own around a model's forward pass, with a key-value cache for each conversation.

For one user, or a machine where batching does not pay. Rounds of one problem run only what is new to its cache.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, cast
from weakref import WeakKeyDictionary

import torch
from transformers import (
    DynamicCache,
    LogitsProcessorList,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

from solver.errors import ModelUnavailable
from solver.models.transformers.engine import Ended, Flow, QueuedEngine, failure, out_of_memory, wake
from solver.ports import Sampling

if TYPE_CHECKING:
    from transformers import PreTrainedModel

PREFILL_TOKENS: Final = 512
"""Of a prompt that run at once; between them a reader may go away."""
CACHES: Final = 4
"""Conversations whose keys and values are kept: each may take as much memory as a whole context."""


class PlainEngine(QueuedEngine):
    """Implements `Engine` for one at a time."""

    def __init__(self, model: PreTrainedModel, *, context_tokens: int, max_waiting: int = 32) -> None:
        super().__init__(at_once=1, max_waiting=max_waiting)
        self.context_tokens = context_tokens
        self._model, self._device = (
            model,
            model.device,
        )  # looked up once: a model walks through its parameters for it
        self._jobs: queue.SimpleQueue[Flow | None] = queue.SimpleQueue()
        self._closed = False
        self._caches: WeakKeyDictionary[Any, tuple[list[int], DynamicCache]] = WeakKeyDictionary()
        self._thread = threading.Thread(target=self._work, name="model", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """As in `Engine`."""
        self._closed = True
        self._jobs.put(None)

    def _begin(self, flow: Flow) -> None:
        if self._closed:
            raise ModelUnavailable("model-closed")
        self._jobs.put(flow)

    def _cancel(self, flow: Flow) -> None:
        """The thread looks at `flow.cancelled` behind every forward pass."""

    def _work(self) -> None:
        while (flow := self._jobs.get()) is not None:
            try:
                last: Ended | ModelUnavailable = self._generate(flow)
            except Exception as error:  # noqa: BLE001  # the reader is told, the thread lives on
                last = failure(error)
            flow.end(last)
            wake([flow])
        while not self._jobs.empty():
            if (flow := self._jobs.get()) is not None:
                flow.end(ModelUnavailable("model-closed"))
                wake([flow])

    def _generate(self, flow: Flow) -> Ended:
        """Run the new part of the prompt, then one token after the other."""
        try:
            return self._run(flow)
        except Exception as error:
            if not out_of_memory(error) or not self._caches:
                raise
            self._caches.clear()  # what was kept for others is what can be given up
            if flow.count:
                raise
            return self._run(flow)

    @torch.inference_mode()
    def _run(self, flow: Flow) -> Ended:
        request = flow.request
        draw = drawing(request.sampling, self._device)
        ran, cache = self._kept(request.told, request.prompt)
        new = list(request.prompt[len(ran) :])
        logits: torch.Tensor | None = None
        while not flow.closed and not self._closed:
            for start in range(0, len(new), PREFILL_TOKENS):
                if flow.closed or self._closed:
                    break
                piece = new[start : start + PREFILL_TOKENS]
                logits = self._forward(piece, cache)
                ran += piece
            else:
                assert logits is not None
                token = draw(logits)
                last = flow.put(token)
                if last is None and len(ran) + 1 >= self.context_tokens:
                    last = Ended("context")
                if last is not None:
                    self._keep(request.told, ran, cache)
                    return last
                wake([flow])
                new = [token]
        if self._closed:
            raise ModelUnavailable("model-closed")
        self._keep(request.told, ran, cache)
        return Ended("stop")

    def _forward(self, ids: Sequence[int], cache: DynamicCache) -> torch.Tensor:
        """Logits behind the last of `ids`, shape (1, vocabulary)."""
        given = torch.tensor([ids], device=self._device)
        out = self._model(input_ids=given, past_key_values=cache, use_cache=True, logits_to_keep=1)
        logits: torch.Tensor = out.logits[:, -1]
        return logits

    def _kept(self, told: object, prompt: Sequence[int]) -> tuple[list[int], DynamicCache]:
        """The ids at the beginning of a prompt that need not run again, at most all but its last, and their cache."""
        ran, cache = self._caches.pop(told, ([], None))
        same = next(
            (n for n, (a, b) in enumerate(zip(ran, prompt, strict=False)) if a != b),
            min(len(ran), len(prompt)),
        )
        same = min(same, len(prompt) - 1)
        if cache is None or not same or not cropped(cache, len(ran) - same):
            return [], DynamicCache(config=self._model.config)
        return ran[:same], cache

    def _keep(self, told: object, ran: list[int], cache: DynamicCache) -> None:
        self._caches[told] = (ran, cache)
        while len(self._caches) > CACHES:
            oldest = next(iter(self._caches), None)
            self._caches.pop(oldest, None)


def cropped(cache: DynamicCache, tokens: int) -> bool:
    """Take the last tokens out of a cache; False where that cannot be done, and the cache is of no use any more."""
    if not tokens:
        return True
    if not cache.is_croppable:  # a layer that keeps a state, no tokens
        return False
    try:
        cache.crop(-tokens)
    except RuntimeError:  # a sliding window has already let go of what would have to come back
        return False
    return True


def drawing(sampling: Sampling, device: torch.device) -> Callable[[torch.Tensor], int]:
    """How the next token is drawn from logits of shape (1, vocabulary)."""
    if sampling.temperature <= 0:
        return lambda logits: int(logits.argmax(dim=-1))
    warpers = LogitsProcessorList([TemperatureLogitsWarper(sampling.temperature)])
    if sampling.top_k > 0:
        warpers.append(TopKLogitsWarper(sampling.top_k))
    if sampling.top_p < 1:
        warpers.append(TopPLogitsWarper(sampling.top_p))
    generator = torch.Generator(device=device)
    if sampling.seed is None:
        generator.seed()
    else:
        generator.manual_seed(sampling.seed)
    no_ids = torch.empty((1, 0), dtype=torch.long, device=device)  # none of these warpers looks at them

    def draw(logits: torch.Tensor) -> int:
        scores: torch.Tensor = warpers(
            cast("torch.LongTensor", no_ids), cast("torch.FloatTensor", logits.float())
        )
        return int(torch.multinomial(scores.softmax(dim=-1), 1, generator=generator))

    return draw
