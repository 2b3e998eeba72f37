"""Reward models: how good a solution is (outcome: Cobbe et al. 2021), or each of its steps (process: Lightman et al. 2023).

A solution is told to it as the model that wrote it would be told of it, in the family's own dialect and template, so what `training`
learnt from is what is judged here. An outcome model gives one score behind the last id (a head for sequences), a process model one
behind each step (a head for tokens); each is one logit. torch is imported only when one is loaded, and works in a thread of its own.
"""

from __future__ import annotations

import asyncio
import json
import logging
import math
import os
from bisect import bisect_right
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from solver.dialects import DIALECTS, Conversation
from solver.errors import ModelUnavailable
from solver.events import Event, Instruction
from solver.models.transformers.backend import on_zero_gpu
from solver.models.transformers.family import profile_at
from solver.models.transformers.rendering import render
from solver.ports import Problem
from solver.profiles import Profile, with_template
from solver.transcript import Cell, Prose, fold, replay

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

log = logging.getLogger(__name__)

Kind: TypeAlias = Literal["outcome", "process"]
By: TypeAlias = Literal["min", "product", "last"]
ADAPTER: Final = "adapter_config.json"
HEADS: Final[dict[str, Kind]] = {"ForSequenceClassification": "outcome", "ForTokenClassification": "process"}
TASKS: Final[dict[str, Kind]] = {"SEQ_CLS": "outcome", "TOKEN_CLS": "process"}


@dataclass(slots=True)
class Told:
    """A solution as ids. `ends` are the places of the last id of each step (`solver.transcript.steps`)."""

    ids: list[int]
    ends: list[int] = field(default_factory=list)


def told(
    problem: str, events: Sequence[Event], profile: Profile, tokenizer: PreTrainedTokenizerBase
) -> list[Told]:
    """A solution as a reward model reads it; empty where it has no step.

    One row, but where a template tells earlier turns in another way than before: then what was told before is a row of its own.
    """
    blocks = [block for block in fold(events) if isinstance(block, Prose | Cell | Instruction)]
    rows, text, ends = list[Told](), "", list[int]()
    for count, block in enumerate(blocks, 1):
        if isinstance(block, Instruction) or (isinstance(block, Prose) and not block.text.strip()):
            continue
        so_far = tuple(replay(blocks[:count]))
        conversation = Conversation(profile.question(problem), so_far, profile.system)
        whole = render(tokenizer, profile, DIALECTS[profile.dialect](conversation)).text
        if ends and not whole.startswith(text):
            rows.append(_encoded(text, ends, tokenizer))
            ends = []
        text = whole
        ends.append(len(text))
    return [*rows, _encoded(text, ends, tokenizer)] if ends else rows


def _encoded(text: str, ends: Sequence[int], tokenizer: PreTrainedTokenizerBase) -> Told:
    beneath = getattr(tokenizer, "backend_tokenizer", None)
    if beneath is None:
        raise ModelUnavailable("model-broken", model=tokenizer.name_or_path)
    encoded = beneath.encode(text, add_special_tokens=False)
    stops = [stop for _, stop in encoded.offsets]
    return Told(list(encoded.ids), [max(0, bisect_right(stops, end) - 1) for end in ends])


def worth(scores: Sequence[float], by: By) -> float:
    """What the scores of steps say of the whole; 0 for none.

    >>> worth([0.5, 0.25, 1.0], "min"), worth([0.5, 0.25, 1.0], "product"), worth([0.5, 0.25, 1.0], "last")
    (0.25, 0.125, 1.0)
    """
    if not scores:
        return 0.0
    return {"min": min, "product": math.prod, "last": lambda s: s[-1]}[by](scores)  # type: ignore[operator,no-any-return]


def kind_of(folder: str) -> Kind | None:
    """Which kind of reward model a folder holds, or a name of the hub means; None where it is none.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    if (Path(folder) / ADAPTER).is_file():
        return TASKS.get(json.loads((Path(folder) / ADAPTER).read_text(encoding="utf-8")).get("task_type"))
    from transformers import AutoConfig

    config = AutoConfig.from_pretrained(folder, trust_remote_code=False)
    if getattr(config, "num_labels", None) != 1:
        return None
    names = getattr(config, "architectures", None) or ()
    return next((kind for name in names for head, kind in HEADS.items() if name.endswith(head)), None)


@dataclass(frozen=True, slots=True)
class Judging:
    """A reward model in memory."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    profile: Profile
    kind: Kind
    context_tokens: int

    def scores(self, problem: str, events: Sequence[Event]) -> tuple[float, ...]:
        """From 0 to 1: of each step, or one of the whole; none where there is nothing to judge, or more than it can read."""
        import torch

        rows = told(problem, events, self.profile, self.tokenizer)
        if not rows or max(len(row.ids) for row in rows) > self.context_tokens:
            return ()
        found = list[float]()
        with torch.inference_mode():
            for row in rows if self.kind == "process" else rows[-1:]:
                logits: torch.Tensor = self.model(
                    input_ids=torch.tensor([row.ids], device=self.model.device)
                ).logits.float()
                logits = logits[0, row.ends, 0] if self.kind == "process" else logits[0]
                found += logits.sigmoid().tolist()
        return tuple(found)


def load(name: str, *, quantize: Literal["nf4", "none"] = "none") -> Judging:
    """The reward model of that name or folder. Blocks.

    Raises:
        ModelUnavailable: there is none, it cannot be loaded, or it is no reward model.
    """
    import torch
    from transformers import (
        AutoModelForSequenceClassification,
        AutoModelForTokenClassification,
        AutoTokenizer,
        BitsAndBytesConfig,
    )

    from solver.models.transformers.loading import code_of, context_of, dtype_for, one_at_a_time

    shown = Path(name).name if Path(name).is_dir() else name
    if Path(name).is_dir() and not any((Path(name) / f).is_file() for f in ("config.json", ADAPTER)):
        raise ModelUnavailable("no-reward-model", model=shown)
    gpu = torch.cuda.is_available() and not on_zero_gpu(os.environ)  # a Space lends its GPU for writing only
    device = torch.device("cuda", torch.cuda.current_device()) if gpu else torch.device("cpu")
    options: dict[str, Any] = {"dtype": dtype_for(device), "device_map": {"": device}, "num_labels": 1}
    if quantize == "nf4":
        options["quantization_config"] = BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=dtype_for(device), llm_int8_skip_modules=["score", "classifier"],
        )  # fmt: skip
    try:
        kind = kind_of(name)
        if kind is None:
            raise ModelUnavailable("not-reward-model", model=shown)
        heads = AutoModelForSequenceClassification if kind == "outcome" else AutoModelForTokenClassification
        tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=False)
        adapter = (Path(name) / ADAPTER).is_file()
        base = _base(name) if adapter else name
        with one_at_a_time:
            model = heads.from_pretrained(base, use_safetensors=True, trust_remote_code=False, **options)
            if adapter:
                from peft import PeftModel

                model = PeftModel.from_pretrained(model, name)
    except ModelUnavailable:
        raise
    except (OSError, ValueError, ImportError, RuntimeError, LookupError, AttributeError) as error:
        log.warning("the reward model %s cannot be loaded: %s", shown, type(error).__name__, exc_info=error)
        code = code_of(error, adapter=False)
        own = {"no-model": "no-reward-model", "model-broken": "not-reward-model"}
        raise ModelUnavailable(own.get(code, code), model=shown) from error
    model.config.pad_token_id = model.config.pad_token_id or tokenizer.pad_token_id or tokenizer.eos_token_id
    model.eval()
    profile = with_template(profile_at(name), tokenizer.chat_template or "")
    return Judging(model, tokenizer, profile, kind, context_of(model.config, profile.context_tokens))


def _base(folder: str) -> str:
    return str(json.loads((Path(folder) / ADAPTER).read_text(encoding="utf-8"))["base_model_name_or_path"])


class RewardModel:
    """Implements `Scorer`: loads and judges in a thread of its own, so the page's event loop never waits."""

    def __init__(self, name: str, *, quantize: Literal["nf4", "none"] = "nf4", by: By = "min") -> None:
        """`by` says what of the scores of steps counts, where it judges steps."""
        self._name, self._quantize, self._by = name, quantize, by
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reward")
        self._judging: Future[Judging] | None = None

    @property
    def loaded(self) -> bool:
        """As in `Scorer`."""
        return self._judging is not None and self._judging.done() and not self._judging.exception()

    async def load(self) -> None:
        """As in `Scorer`; what failed before is tried again."""
        await self._ready()

    async def score(self, problem: Problem, solution: Sequence[Event]) -> float:
        """As in `Scorer`; 0 for a solution that is longer than it can read."""
        judging, events = await self._ready(), tuple(solution)
        loop = asyncio.get_running_loop()
        try:
            scores = await loop.run_in_executor(self._thread, judging.scores, problem.text, events)
        except RuntimeError as error:
            from solver.models.transformers.engine import failure

            raise failure(error) from error
        return worth(scores, self._by)

    def close(self) -> None:
        """Give it back. May be called more than once."""
        self._judging = None
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _ready(self) -> Judging:
        if self._judging is None or (self._judging.done() and self._judging.exception()):
            self._judging = self._thread.submit(load, self._name, quantize=self._quantize)
        return await asyncio.shield(asyncio.wrap_future(self._judging))
