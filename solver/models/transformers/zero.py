"""One GPU call for each stretch of generation: an engine for Hugging Face's ZeroGPU.

There a GPU is lent for the length of a call to a process that `spaces` forks. Prompt and ids cross over pickled; conversations,
kernels and sockets stay here, so a cell that runs costs no quota. Nothing that was computed is kept from one call to the next.

Imported only where `SPACES_ZERO_GPU` is set, and there before torch: `spaces` changes torch when it is imported. Written after
spaces 0.51 and tested with a stand-in for it; it has not run on a ZeroGPU.
"""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import spaces
import torch
from transformers import DynamicCache

from solver.errors import ModelUnavailable
from solver.models.transformers.engine import Ended, Flow, QueuedEngine, failure, wake
from solver.models.transformers.plain import PREFILL_TOKENS, drawing
from solver.ports import Sampling

if TYPE_CHECKING:
    from transformers import PreTrainedModel

AT_ONCE: Final = 4
"""Calls at the same time; each has a GPU and a process of its own."""
MOST_S: Final = 120
START_S: Final = 15
TOKENS_A_SECOND: Final = 25
"""A cautious guess, for the seconds that are asked for; who asks for too many waits longer."""

_models: dict[int, PreTrainedModel] = {}
"""What a forked process finds by its number; the weights are not pickled."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What crosses over to the process with the GPU.

    Attributes:
        model: the number of a model in `_models`.
    """

    model: int
    prompt: tuple[int, ...]
    sampling: Sampling
    ends: frozenset[int]
    context_tokens: int


def duration_s(stretch: Stretch) -> int:
    """For how long a GPU is asked for."""
    return min(MOST_S, START_S + stretch.sampling.max_tokens // TOKENS_A_SECOND)


@spaces.GPU(duration=duration_s)  # type: ignore[untyped-decorator]
def generate(stretch: Stretch) -> Generator[int]:
    """Ids as they are drawn, one that ends the turn included; as many as are allowed, or until the context is full."""
    model = _models[stretch.model]
    device = torch.device("cuda") if torch.cuda.is_available() else model.device
    draw, cache = drawing(stretch.sampling, device), DynamicCache(config=model.config)
    new, length = list(stretch.prompt), len(stretch.prompt)
    for _ in range(stretch.sampling.max_tokens):
        with torch.inference_mode():  # not around the `yield`: it would hold for whoever runs meanwhile
            for start in range(0, len(new), PREFILL_TOKENS):
                ids = torch.tensor([new[start : start + PREFILL_TOKENS]], device=device)
                out = model(input_ids=ids, past_key_values=cache, use_cache=True, logits_to_keep=1)
            token = draw(out.logits[:, -1])
        yield token
        length += 1
        if token in stretch.ends or length >= stretch.context_tokens:
            return
        new = [token]


class ZeroEngine(QueuedEngine):
    """Implements `Engine` with a GPU call for each request."""

    def __init__(self, model: PreTrainedModel, *, context_tokens: int, max_waiting: int = 32) -> None:
        super().__init__(at_once=AT_ONCE, max_waiting=max_waiting)
        self.context_tokens = context_tokens
        self._model, self._closed = id(model), False
        _models[self._model] = model

    def close(self) -> None:
        """As in `Engine`; a call that runs ends with its next id."""
        self._closed = True
        _models.pop(self._model, None)

    def _begin(self, flow: Flow) -> None:
        if self._closed:
            raise ModelUnavailable("model-closed")
        # whose quota it costs is told by a variable of the request's context
        context = contextvars.copy_context()
        threading.Thread(target=context.run, args=(self._work, flow), name="zero-gpu", daemon=True).start()

    def _cancel(self, flow: Flow) -> None:
        """The thread looks at `flow.cancelled` with every id."""

    def _work(self, flow: Flow) -> None:
        try:
            last = self._run(flow)
        except Exception as error:  # noqa: BLE001  # the reader is told
            last = failure(error)
        flow.end(last)
        wake([flow])

    def _run(self, flow: Flow) -> Ended | ModelUnavailable:
        request = flow.request
        stretch = Stretch(
            self._model, tuple(request.prompt), request.sampling, request.ends, self.context_tokens
        )
        with closing(generate(stretch)) as ids:  # closing it ends the call: `spaces` stops at the next id
            for token in ids:
                if self._closed:
                    return ModelUnavailable("model-closed")
                if flow.cancelled:
                    return Ended("stop")
                if (last := flow.put(token)) is not None:
                    return last
                wake([flow])
        return Ended("context")
