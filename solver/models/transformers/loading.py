"""Bring a model into memory: found by name or folder, estimated, in 4 bits where wished, with an adapter where given.

Blocks: call it in a thread. Weights are read from safetensors files only, and no code of a repository is run.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Self

import torch
from huggingface_hub.errors import (
    GatedRepoError,
    HFValidationError,
    LocalEntryNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    StrictDataclassError,
)
from huggingface_hub.utils.tqdm import tqdm as hub_tqdm
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from transformers.utils import logging as hub_logging

from solver.errors import ModelUnavailable
from solver.models.transformers.engine import out_of_memory
from solver.models.transformers.family import ends_at, profile_at
from solver.models.transformers.memory import Need, fitting, free_bytes, need_of
from solver.profiles import Profile, with_template

if TYPE_CHECKING:
    from transformers import PreTrainedConfig, PreTrainedModel, PreTrainedTokenizerBase

log = logging.getLogger(__name__)

Quantize = Literal["nf4", "none"]
GIGABYTE: Final = 1e9
one_at_a_time = threading.Lock()
"""Held while weights are read: transformers patches torch's initialisers and its own bars for the whole process meanwhile, and of two
models that are loaded at once one comes out with weights that nobody wrote (`tests/training/test_reward_model.py`)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model that is ready.

    Attributes:
        ends: ids that end its turn.
        context_tokens: how long a conversation with it may become.
    """

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    profile: Profile
    ends: frozenset[int]
    context_tokens: int


@dataclass(slots=True)
class Progress:
    """How far the loading is; written by the loading thread, read by anybody."""

    to_download: int = 0  # bytes; an estimate
    downloaded: int = 0
    loaded: float = 0.0  # of the weights, 0 to 1

    @property
    def fraction(self) -> float:
        """Of all that is to be done, 0 to 1; where something has to be downloaded, that is most of it."""
        if not self.downloaded:
            return self.loaded
        return 0.9 * min(1.0, self.downloaded / max(self.to_download, 1)) + 0.1 * self.loaded


def load(name: str, *, adapter: str | None, quantize: Quantize, progress: Progress) -> Loaded:
    """The model of that name or folder.

    Raises:
        ModelUnavailable: there is no such model or adapter, it may not be read, it does not fit, or it is broken. The
            code says which.
    """
    shown = shown_as(name)
    check_folder(name)
    with naming(shown):
        config = AutoConfig.from_pretrained(name, trust_remote_code=False)
        tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=False)
    profile = with_template(profile_at(name, adapter), tokenizer.chat_template or "")
    context = context_of(config, profile.context_tokens)
    model = weights(
        AutoModelForCausalLM, name, config, quantize=quantize, context_tokens=context, progress=progress
    )
    if adapter:
        with naming(shown_as(adapter), adapter=True), one_at_a_time:
            model.load_adapter(adapter, use_safetensors=True)
    model.eval()
    ends = ends_of(model, tokenizer) | ends_at(name, adapter)
    return Loaded(model, tokenizer, replace(profile, context_tokens=context), ends, context)


def shown_as(name: str) -> str:
    """A model's name as people may see it: of a folder only its own name."""
    return Path(name).name if Path(name).is_absolute() else name


def check_folder(name: str) -> None:
    """Raises ModelUnavailable for a folder that has no model in it."""
    if Path(name).is_dir() and not (Path(name) / "config.json").is_file():
        raise ModelUnavailable("no-model", model=shown_as(name))


def weights(
    kind: Any,
    name: str,
    config: PreTrainedConfig,
    *,
    quantize: Quantize,
    context_tokens: int,
    progress: Progress,
    whole: Sequence[str] = (),
    estimated: Callable[[Need, torch.device], None] = lambda *_: None,
) -> PreTrainedModel:
    """The model of `kind`, an auto class of transformers, on the GPU where there is one; in 4 bits but for what is called `whole`.

    `estimated` is told what it needs and where, before anything is loaded.

    Raises:
        ModelUnavailable: it does not fit, it cannot be fetched, or it is broken.
    """
    shown = shown_as(name)
    device = (
        torch.device("cuda", torch.cuda.current_device())
        if torch.cuda.is_available()
        else torch.device("cpu")
    )
    dtype = dtype_for(device)
    nf4 = quantize == "nf4" and getattr(config, "quantization_config", None) is None
    with naming(shown):
        need = need_of(config, kind, nf4=nf4, dtype=dtype, context_tokens=context_tokens, whole=whole)
    _check_room(shown, need, device)
    estimated(need, device)
    progress.to_download = 2 * need.parameters  # most checkpoints have 16 bits
    options: dict[str, Any] = {"dtype": dtype, "device_map": {"": device}, "tqdm_class": _downloads(progress)}
    if nf4:
        options["quantization_config"] = BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=dtype,
            llm_int8_skip_modules=list(need.whole) if whole else None,
        )
    with naming(shown), _watched(progress):
        model: PreTrainedModel = kind.from_pretrained(
            name, use_safetensors=True, trust_remote_code=False, **options
        )
    return model


def dtype_for(device: torch.device) -> torch.dtype:
    """In what a device computes: bf16, fp16 where a card has no bf16, fp32 on the CPU (bf16 is slow there)."""
    if device.type != "cuda":
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16


def context_of(config: PreTrainedConfig, allowed: int) -> int:
    """How long a conversation may become: what the model was made for, at most what it is allowed (by its profile)."""
    most = getattr(config.get_text_config(decoder=True), "max_position_embeddings", None)
    return min(allowed, most) if most else allowed


def ends_of(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> frozenset[int]:
    """Ids that end the model's turn, whoever names them: its generation settings or its tokenizer."""
    named = model.generation_config.eos_token_id if model.generation_config else None
    ids = {named} if isinstance(named, int) else set(named or ())
    if tokenizer.eos_token_id is not None:
        ids.add(tokenizer.eos_token_id)
    return frozenset(ids)


def _check_room(name: str, need: Need, device: torch.device) -> None:
    free = free_bytes(device)
    log.info("%s needs about %.1f GB, %.1f GB are free", name, need.total / GIGABYTE, free / GIGABYTE)
    if need.total > free:
        raise ModelUnavailable(
            "too-large", model=name, need=need.total / GIGABYTE, free=free / GIGABYTE,
            fits=fitting(free, need.context),
        )  # fmt: skip


@contextmanager
def naming(name: str, *, adapter: bool = False) -> Iterator[None]:
    """Errors of the libraries as ours. Their words go into the log only: they may hold addresses and tokens."""
    try:
        yield
    except ModelUnavailable:
        raise
    except (
        OSError,
        ValueError,
        ImportError,
        RuntimeError,
        LookupError,
        AttributeError,
        StrictDataclassError,
    ) as error:
        log.warning("%s cannot be loaded: %s", name, type(error).__name__, exc_info=error)
        raise ModelUnavailable(code_of(error, adapter=adapter), model=name) from error


def code_of(error: BaseException, *, adapter: bool) -> str:
    """Which sentence says what went wrong."""
    causes = list(_causes(error))
    kinds = {type(e) for e in causes}
    if GatedRepoError in kinds:
        return "model-gated"
    if any(isinstance(e, (RepositoryNotFoundError, HFValidationError)) for e in causes):
        return "no-adapter" if adapter else "no-model"
    if any(
        isinstance(e, (OfflineModeIsEnabled, ConnectionError, LocalEntryNotFoundError)) for e in causes
    ) or any(type(e).__module__.split(".")[0] in ("httpx", "httpcore") for e in causes):
        return "model-unreachable"
    if out_of_memory(error):
        return "memory-full"
    if adapter:
        return "no-adapter"
    return "no-model" if isinstance(error, OSError) else "model-broken"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


@contextmanager
def _watched(progress: Progress) -> Iterator[None]:
    """Let the library's bar of the weights that are loaded write into `progress` instead of onto the terminal."""

    def bar(_: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]) -> _Bar:
        return _Bar(progress, *args, **options)

    with one_at_a_time:
        before = hub_logging.set_tqdm_hook(bar)
        try:
            yield
        finally:
            hub_logging.set_tqdm_hook(before)


class _Bar:
    """What the library takes for a progress bar."""

    def __init__(
        self, progress: Progress, iterable: Iterable[Any] = (), total: int | None = None, **_: Any
    ) -> None:
        self._progress, self._iterable = progress, iterable
        self._total = total or (len(iterable) if isinstance(iterable, Sized) else None)
        self._done = 0

    def __iter__(self) -> Iterator[Any]:
        for item in self._iterable:
            yield item
            self.update()

    def update(self, n: int = 1) -> None:
        self._done += n
        if self._total:
            self._progress.loaded = min(1.0, self._done / self._total)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def __getattr__(self, _: str) -> Callable[..., None]:
        return lambda *args, **options: None


def _downloads(progress: Progress) -> type[hub_tqdm]:
    """A bar for downloads that counts bytes."""

    class Download(hub_tqdm):
        def update(self, n: float | None = 1) -> Any:
            if self.unit == "B":
                progress.downloaded += int(n or 0)
            return super().update(n)

    return Download
