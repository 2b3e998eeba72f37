"""Models to train: loaded as a method wants them, saved so that the app loads them, and said clearly what they did not fit into.

Weights are read from safetensors only, and no code of a repository is run.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from evaluation.rows import BadData
from solver.models.transformers.family import FILE, profile_at
from solver.profiles import Profile, profile_of, with_template
from training.fine_tuning.config import Training

if TYPE_CHECKING:
    import torch
    from peft import LoraConfig
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

FREE_BYTES: Final = 64 * 1024 * 1024
"""A disk with less than this is full: libraries that write weights do not say so in a form of their own."""
LOWER: Final = (
    "Lower batch (now {batch}; raise accumulation to make up for it){tokens} or rank (now {rank}){more}. "
    "With other settings choose another folder; with the same, on a machine with more memory, go on with --resume."
)


@dataclass(frozen=True, slots=True)
class Start:
    """A model before it is trained. `profile` says in which dialect and words it will be asked."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    profile: Profile


def load_tokenizer(config: Training) -> tuple[PreTrainedTokenizerBase, Profile]:
    """The tokenizer and the profile.

    Raises:
        BadData: there is no such model.
    """
    from transformers import AutoTokenizer

    with named(config.model):
        tokenizer = AutoTokenizer.from_pretrained(config.model, trust_remote_code=False)
    template = str(tokenizer.chat_template or "")
    if config.family is not None:
        return tokenizer, with_template(profile_of(config.family), template)
    return tokenizer, with_template(profile_at(config.model), template)


def load_model(config: Training) -> PreTrainedModel:
    """The weights, as the method wants them: in NF4, in 16 bits under an adapter, or in 32 bits where they are changed themselves.

    Raises:
        BadData: there is no such model, or it does not fit.
    """
    from transformers import AutoModelForCausalLM

    return _loaded(config, AutoModelForCausalLM)


def load_judge(config: Training, kind: Literal["outcome", "process"]) -> PreTrainedModel:
    """As `load_model`, with a new head of one logit in the place of the vocabulary's: for a whole text, or for each of its tokens.

    Raises:
        BadData: as `load_model`.
    """
    from transformers import AutoModelForSequenceClassification, AutoModelForTokenClassification

    heads = AutoModelForSequenceClassification if kind == "outcome" else AutoModelForTokenClassification
    return _loaded(config, heads, skip=["score", "classifier"], num_labels=1)


def _loaded(config: Training, kind: Any, *, skip: list[str] | None = None, **more: Any) -> PreTrainedModel:
    import torch
    from transformers import BitsAndBytesConfig

    compute = computing(config)
    options: dict[str, Any] = {"dtype": compute if config.adapts else torch.float32}
    if torch.cuda.is_available():
        options["device_map"] = {"": torch.cuda.current_device()}
    if config.method == "qlora":
        options["quantization_config"] = BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=compute,
            llm_int8_skip_modules=skip,
        )
    with named(config.model), enough(config):
        return kind.from_pretrained(  # type: ignore[no-any-return]
            config.model, use_safetensors=True, trust_remote_code=False, **options, **more
        )


def computing(config: Training) -> torch.dtype:
    """In what is computed.

    >>> str(computing(Training(model="m", precision="bf16")))
    'torch.bfloat16'
    """
    import torch

    if config.precision == "auto":
        has = torch.cuda.is_available() and torch.cuda.is_bf16_supported(including_emulation=False)
    else:
        has = config.precision == "bf16"
    return torch.bfloat16 if has else torch.float32


def adapter(config: Training, task: str = "CAUSAL_LM") -> LoraConfig | None:
    """What of the model gets an adapter; None where its weights are trained themselves."""
    if not config.adapts:
        return None
    from peft import LoraConfig

    return LoraConfig(
        r=config.rank, lora_alpha=config.alpha, lora_dropout=config.dropout,
        target_modules=config.targets, task_type=task,
    )  # fmt: skip


def save(folder: Path, write: Callable[[Path], object], *, family: str, ends: list[int]) -> None:
    """Write a model into a folder that is there whole or not at all; `write` puts it where it is told.

    Raises:
        OSError: it cannot be written.
    """
    coming = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(coming, ignore_errors=True)
    coming.mkdir(parents=True)
    with room(folder.parent):
        write(coming)
        told = {"family": family, "ends": ends}
        (coming / FILE).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    coming.rename(folder)


@contextmanager
def named(name: str) -> Iterator[None]:
    """What a library says of a model that cannot be loaded, as one sentence.

    Raises:
        BadData: it cannot be loaded.
    """
    try:
        yield
    except (OSError, ValueError, ImportError, LookupError) as error:
        why = str(error).strip().splitlines() or [type(error).__name__]
        raise BadData(f"the model {name} cannot be loaded: {why[0]}") from error


@contextmanager
def enough(config: Training) -> Iterator[None]:
    """Memory that has run out is said with what to lower.

    Raises:
        BadData: memory has run out.
    """
    from solver.models.transformers.engine import out_of_memory

    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if not out_of_memory(error):
            raise
        tokens = f", max_tokens (now {config.max_tokens})" if hasattr(config, "max_tokens") else ""
        more = "" if config.gradient_checkpointing else ", or set gradient_checkpointing: true"
        more += "" if config.method == "qlora" else ", or take method: qlora"
        lower = LOWER.format(batch=config.batch, tokens=tokens, rank=config.rank, more=more)
        raise BadData(f"memory has run out while {config.model} was trained. {lower}") from error


@contextmanager
def room(folder: Path) -> Iterator[None]:
    """Errors of libraries that come of a full disk as the error that they are.

    Raises:
        OSError: the disk is full.
    """
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        full = "No space left" in str(error) or shutil.disk_usage(folder).free < FREE_BYTES
        if not full:
            raise
        raise OSError(errno.ENOSPC, "No space left on device", str(folder)) from error
