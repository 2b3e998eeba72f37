"""How much memory a model needs, told from its configuration before anything is loaded, and how much there is.

Estimates: weights and the keys and values of one whole context; a tenth is added for what the computation needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil
import torch

if TYPE_CHECKING:
    from transformers import PreTrainedConfig

NF4_BYTES: Final = 0.516
"""A parameter in 4 bits, with its share of the doubly quantised scales (8 bits for 64, and 32 for 256 of those)."""
ROOM: Final = 1.1
CGROUP: Final = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that a model takes.

    Attributes:
        weights: of all parameters, as they will be loaded.
        context: keys and values of one conversation of full length.
        parameters: how many there are.
        whole: the places in the model of what is never in 4 bits.
    """

    weights: int
    context: int
    parameters: int
    whole: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Of everything, with some room."""
        return int((self.weights + self.context) * ROOM)


def need_of(
    config: PreTrainedConfig,
    kind: Any = None,
    *,
    nf4: bool,
    dtype: torch.dtype,
    context_tokens: int,
    whole: Sequence[str] = (),
) -> Need:
    """What the model of a configuration needs; nothing is allocated for it.

    `kind` is its auto class, `AutoModelForCausalLM` without it; modules that are called `whole` are never in 4 bits.
    """
    from transformers import AutoModelForCausalLM

    with torch.device("meta"):
        model = (kind or AutoModelForCausalLM).from_config(config, dtype=dtype, trust_remote_code=False)
    kept = tuple(name for name, _ in model.named_modules() if name.rpartition(".")[2] in ("lm_head", *whole))
    linear = sum(
        module.weight.numel()
        for name, module in model.named_modules()
        if isinstance(module, torch.nn.Linear) and not f"{name}.".startswith(tuple(f"{k}." for k in kept))
    )
    parameters = sum(p.numel() for p in model.parameters())
    size = dtype.itemsize
    if (quantized := getattr(config, "quantization_config", None)) is not None:
        small = _bytes_of(quantized)
    else:
        small = NF4_BYTES if nf4 else size
    weights = int(linear * small + (parameters - linear) * size)
    return Need(weights, context_tokens * token_bytes(config, dtype), parameters, kept)


def token_bytes(config: PreTrainedConfig, dtype: torch.dtype) -> int:
    """Of keys and values that one token of a conversation takes."""
    text = config.get_text_config(decoder=True)
    heads = getattr(text, "num_key_value_heads", None) or text.num_attention_heads
    width = getattr(text, "head_dim", None) or text.hidden_size // text.num_attention_heads
    return int(2 * text.num_hidden_layers * heads * width * dtype.itemsize)


def _bytes_of(quantized: Any) -> float:
    """Of a parameter in a checkpoint that comes quantised."""
    told = quantized if isinstance(quantized, dict) else quantized.to_dict()
    if told.get("load_in_4bit") or told.get("quant_method") == "mxfp4":
        return 0.55
    return float(told.get("bits", 8)) / 8 * 1.05


def free_bytes(device: torch.device) -> int:
    """Memory that is free on a device; on the CPU no more than the container may have."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    free = int(psutil.virtual_memory().available)
    try:
        limit = int((CGROUP / "memory.max").read_text())
        used = int((CGROUP / "memory.current").read_text())
        inactive = dict(line.split() for line in (CGROUP / "memory.stat").read_text().splitlines())
        return min(free, limit - used + int(inactive.get("inactive_file", 0)))
    except (OSError, ValueError):  # no limit, or no such file
        return free


def fitting(free: int, context: int) -> float:
    """How many parameters, in thousands of millions, a model in 4 bits may have for `free` bytes."""
    # embeddings stay in 16 bits: about 0.62 bytes a parameter altogether for models of 1 to 10 thousand millions
    return max(0.0, (free / ROOM - context) / 0.62 / 1e9)
