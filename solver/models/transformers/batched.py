"""Many requests at once: transformers' continuous batching, with what it leaves open filled in.

Each request has its own end, drawing and last word, also when its reader goes away; greedy requests are exactly greedy;
a loop that died is started again. Prefixes of prompts that stay in its paged cache are not computed again.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, cast

import torch
from transformers import (
    ContinuousBatchingConfig,
    GenerationConfig,
    LogitsProcessorList,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)
from transformers.generation.continuous_batching.cb_logits_processors import (
    ContinuousBatchingLogitsProcessor,
    ContinuousBatchingLogitsProcessorList,
)
from transformers.generation.continuous_batching.continuous_api import ContinuousBatchingManager, OutputRouter
from transformers.generation.continuous_batching.requests import RequestStatus
from transformers.utils.import_utils import is_flash_attn_2_available

from solver.errors import ModelUnavailable
from solver.models.transformers.engine import Ended, Flow, QueuedEngine, failure, wake
from solver.models.transformers.memory import free_bytes, token_bytes
from solver.ports import Sampling

if TYPE_CHECKING:
    from transformers import PreTrainedModel
    from transformers.generation.continuous_batching.requests import FutureRequestState, GenerationOutput

log = logging.getLogger(__name__)

CPU_BATCH_TOKENS: Final = 512
CPU_MEMORY_SHARE: Final = 0.25
"""Of what is free: on the CPU the cache is taken at once, and others live there too."""
PAGE_TOKENS: Final = 32
FLASH_PAGE_TOKENS: Final = 256  # what its kernels want


class BatchedEngine(QueuedEngine):
    """Implements `Engine` for many at once. `Sampling.seed` is not heeded: requests share their random numbers."""

    def __init__(
        self, model: PreTrainedModel, *, context_tokens: int, at_once: int, max_waiting: int = 32
    ) -> None:
        """`context_tokens` becomes less where the cache has no room for one conversation of that length.

        Raises:
            ModelUnavailable: this model cannot be batched, or there is no memory for a cache.
        """
        super().__init__(at_once=at_once, max_waiting=max_waiting)
        self._model, self._vocabulary = model, int(model.config.get_text_config().vocab_size)
        self._flows: dict[str, Flow] = {}
        self._names = (f"r{n}" for n in itertools.count())
        self._lock = threading.Lock()  # of `_flows` and of starting
        self._closed = False
        self._manager = _Manager(self, model, _cache(model, context_tokens, at_once))
        try:
            self._manager.warmup()
        except Exception as error:
            raise failure(error) from error
        config = self._manager.continuous_batching_config
        assert config.num_blocks is not None  # resolved with the cache
        self.page_tokens = config.page_size
        self.context_tokens = min(context_tokens, config.num_blocks * config.page_size)

    def close(self) -> None:
        """As in `Engine`."""
        self._closed = True
        if self._manager.is_running():
            self._manager.stop(block=True, timeout=10, hard_stop=True)
        self._fail_all(ModelUnavailable("model-closed"))

    def _begin(self, flow: Flow) -> None:
        with self._lock:
            if self._closed:
                raise ModelUnavailable("model-closed")
            if not self._manager.is_running():  # at first, or because it died; what it had then was told so
                self._manager.start()
            name = next(self._names)
            self._flows[name] = flow
        request = flow.request
        room = self.context_tokens - len(request.prompt)
        added = self._manager.add_request(
            list(request.prompt),
            request_id=name,
            max_new_tokens=min(request.sampling.max_tokens, room),
            streaming=True,
            eos_token_id=sorted(request.ends) or -1,
            **_drawing(request.sampling, self._vocabulary),
        )
        if added is None:  # it died between two lines
            self._flows.pop(name, None)
            raise ModelUnavailable("model-broke")

    def _cancel(self, flow: Flow) -> None:
        with self._lock:
            name = next((n for n, f in self._flows.items() if f is flow), None)
            self._flows.pop(name or "", None)
        if name is not None:
            self._manager.cancel_request(name)

    def take(self, outputs: Sequence[GenerationOutput]) -> None:
        """Called in the manager's thread with all that one step brought."""
        told = []
        for output in outputs:
            flow = self._flows.get(output.request_id)
            if flow is None:  # it has ended already, and the step was on its way
                continue
            told.append(flow)
            if self._hand_over(flow, output):
                self._flows.pop(output.request_id, None)
        wake(told)

    def _hand_over(self, flow: Flow, output: GenerationOutput) -> bool:
        """Whether this was the last of it."""
        try:
            for token in output.generated_tokens[flow.count :]:
                if flow.put(token) is not None:
                    if not output.is_finished():
                        self._manager.cancel_request(output.request_id)
                    return True
        except Exception as error:  # noqa: BLE001  # a bug in `stop` ends its request, not the loop
            self._manager.cancel_request(output.request_id)
            flow.end(failure(error))
            return True
        if output.status == RequestStatus.FAILED:
            flow.end(ModelUnavailable("model-closed" if self._closed else "model-broke"))
        elif output.status == RequestStatus.FINISHED:
            flow.end(Ended("context"))
        return flow.closed

    def died(self, error: Exception) -> None:
        """Called in the manager's thread when it cannot go on: whoever waits is told."""
        self._fail_all(failure(error))

    def _fail_all(self, error: ModelUnavailable) -> None:
        with self._lock:
            flows = list(self._flows.values())
            self._flows.clear()
        for flow in flows:
            flow.end(error)
        wake(flows)


class _Manager(ContinuousBatchingManager):
    """Gives what it generates to an engine at once, in its thread, and does not keep the process alive."""

    def __init__(
        self, engine: BatchedEngine, model: PreTrainedModel, config: ContinuousBatchingConfig
    ) -> None:
        super().__init__(cast("Any", model), GenerationConfig(do_sample=True, eos_token_id=-1), config)
        self._engine = engine
        self.output_router = _Router(engine)
        self.logit_processor = _Processors(self)

    def start(self) -> None:
        self.background_thread_status.clear()
        thread = threading.Thread(target=self._run_generation_loop, name="model", daemon=True)
        self._generation_thread = cast("Any", thread)
        thread.start()

    def _handle_critical_error(self, error: Exception, batch_processor: Any) -> None:
        self._engine.died(error)
        super()._handle_critical_error(error, batch_processor)


class _Router(OutputRouter):
    def __init__(self, engine: BatchedEngine) -> None:
        super().__init__()
        self._engine = engine

    def deliver(self, output: GenerationOutput) -> None:
        self._engine.take([output])

    def deliver_batch(self, outputs: list[GenerationOutput]) -> None:
        self._engine.take(outputs)


class _Greedy(ContinuousBatchingLogitsProcessor):
    """Leaves only the likeliest token where a request says so: the first one of several that are equally likely."""

    supported_kwargs = {"greedy": bool}
    ignored_kwargs = ()

    def fill_defaults(self, int32_tensor: torch.Tensor) -> None:
        int32_tensor.zero_()

    def prepare_tensor_args(self, requests_with_new_token: list[FutureRequestState]) -> torch.Tensor:
        told = [r.state.logit_processor_kwargs.get("greedy", False) for r in requests_with_new_token]
        return torch.tensor(told, dtype=torch.int32)

    def __call__(self, scores: torch.Tensor, tensor_arg: torch.Tensor) -> torch.Tensor:
        likeliest = torch.zeros_like(scores, dtype=torch.bool).scatter_(
            -1, scores.argmax(-1, keepdim=True), True
        )
        greedy = tensor_arg[: scores.size(0)].bool().unsqueeze(-1)
        return scores.masked_fill(greedy & ~likeliest, float("-inf"))


class _Processors(ContinuousBatchingLogitsProcessorList):
    """How tokens are drawn, by each request's own numbers; the ones that are given here are never used.

    On the CPU a batch of greedy requests only takes the likeliest tokens, without all the sorting that drawing needs. On a
    GPU the computation may be captured once for all batches, so that it must not depend on what is asked.
    """

    def __init__(self, manager: _Manager) -> None:
        drawing = LogitsProcessorList(
            [TemperatureLogitsWarper(0.5), TopKLogitsWarper(1), TopPLogitsWarper(0.5)]
        )
        super().__init__(drawing, per_request_processors=True)
        self.logits_processor = LogitsProcessorList([_Greedy(), *self.logits_processor])
        self.tensors_required = len(self.logits_processor)
        self._retrieve_processors_kwargs()
        self._manager, self._skips = manager, False

    def prepare_tensor_args(
        self, requests_in_batch: list[FutureRequestState], arg_storage: torch.Tensor
    ) -> torch.Tensor:
        told = (r.state.logit_processor_kwargs.get("greedy", False) for r in requests_in_batch)
        self._skips = arg_storage.device.type == "cpu" and all(told)
        if (processor := self._manager.batch_processor) is not None:
            processor.model_runner.do_sample = not self._skips
        return super().prepare_tensor_args(requests_in_batch, arg_storage)

    def __call__(
        self, input_ids: torch.LongTensor, scores: torch.Tensor, logits_processor_args: torch.Tensor
    ) -> torch.Tensor:
        return scores if self._skips else super().__call__(input_ids, scores, logits_processor_args)


def _drawing(sampling: Sampling, vocabulary: int) -> dict[str, Any]:
    """A request's numbers for `_Processors`."""
    if sampling.temperature <= 0:
        return {"greedy": True, "temperature": 1.0, "top_k": vocabulary, "top_p": 1.0}
    top_k = min(sampling.top_k, vocabulary) if sampling.top_k > 0 else vocabulary
    return {
        "greedy": False,
        "temperature": float(sampling.temperature),
        "top_k": top_k,
        "top_p": float(sampling.top_p),
    }


def _cache(model: PreTrainedModel, context_tokens: int, at_once: int) -> ContinuousBatchingConfig:
    """How large the paged cache is. On a GPU the library takes what is free; on the CPU that would be far too much."""
    flash = model.device.type == "cuda" and is_flash_attn_2_available()
    page = FLASH_PAGE_TOKENS if flash else PAGE_TOKENS
    options: dict[str, Any] = {
        "page_size": page,
        "max_requests_per_batch": at_once,
        "per_request_processors": True,
    }
    if model.device.type == "cpu":
        token = token_bytes(model.config, model.dtype)
        most = int(free_bytes(model.device) * CPU_MEMORY_SHARE / token / page)
        options |= {
            "num_blocks": min(at_once * -(-context_tokens // page), most),
            "max_batch_tokens": CPU_BATCH_TOKENS,
        }
    return ContinuousBatchingConfig(**options)
