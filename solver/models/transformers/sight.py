"""A model that takes pictures, loaded as the others are (`loading`) and asked about one picture at a time. Blocks.

Knows nothing of mathematics or of what is asked; it runs in a process of its own (`picture_process`), which opens no file that
somebody uploaded: its pictures were prepared before.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

import torch
from PIL import Image
from tokenizers.decoders import DecodeStream
from transformers import (
    MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING,
    AutoConfig,
    AutoModelForImageTextToText,
    AutoProcessor,
    LogitsProcessor,
    LogitsProcessorList,
    StoppingCriteria,
    StoppingCriteriaList,
    processing_utils,
)
from transformers.image_processing_base import ImageProcessingMixin
from transformers.models.auto import video_processing_auto

from solver.errors import ModelUnavailable
from solver.models.transformers.loading import (
    Progress,
    Quantize,
    check_folder,
    context_of,
    ends_of,
    naming,
    shown_as,
    weights,
)
from solver.models.transformers.memory import Need

if TYPE_CHECKING:
    from transformers import PreTrainedModel

WHOLE: Final = (
    "visual", "vision_tower", "vision_model", "vision_encoder", "vision_projection", "multi_modal_projector", "projector", "connector",
)  # fmt: skip
"""What sees, by the names that families give it: never in 4 bits, where small signs would blur; a few hundred million parameters."""
CONTEXT_TOKENS: Final = 8192
"""Of one question. The largest prepared picture has 1600 × 1600 pixels, about 3,300 tokens of Qwen2.5-VL; the answer has 4,096."""


class TooSlow(Exception):
    """The time was over before the answer was."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer. `pieces`: its text token by token, with how likely the model held each; together they are `text`."""

    text: str
    pieces: tuple[tuple[str, float], ...]


class Sight:
    """A loaded model with its processor."""

    def __init__(self, model: PreTrainedModel, processor: Any, context_tokens: int) -> None:
        self._model, self._processor, self._context_tokens = model, processor, context_tokens
        self._ends = sorted(ends_of(model, processor.tokenizer))

    @torch.inference_mode()
    def read(self, image: bytes, prompt: str, *, max_tokens: int, timeout_s: float) -> Seen:
        """The likeliest answer to a prompt about a picture.

        Raises:
            TooSlow: it was not written within `timeout_s`; a forward pass that runs is not broken off.
        """
        clock, watch = _Clock(time.monotonic() + timeout_s), _Watch()
        given = self.given(Image.open(io.BytesIO(image)).convert("RGB"), prompt)
        asked = given["input_ids"].shape[1]
        written = self._model.generate(  # type: ignore[operator]
            **given,
            max_new_tokens=max(1, min(max_tokens, self._context_tokens - asked)),
            eos_token_id=self._ends,
            pad_token_id=self._ends[0],
            do_sample=False, temperature=None, top_p=None, top_k=None,
            repetition_penalty=1.0,  # some families bring a penalty; a text that is copied repeats itself
            logits_processor=LogitsProcessorList([watch]),
            stopping_criteria=StoppingCriteriaList([clock]),
        )  # fmt: skip
        if clock.over:
            raise TooSlow
        return self._seen(written[0, asked:].tolist(), watch.likelihoods)

    def given(self, image: Image.Image, prompt: str) -> Any:
        """A prompt about a picture in the model's own template, as tensors."""
        content = [{"type": "image", "image": image}, {"type": "text", "text": prompt}]
        options: dict[str, Any] = {}
        if "enable_thinking" in str(self._processor.chat_template):
            options["enable_thinking"] = False  # copying needs no thoughts
        given = self._processor.apply_chat_template(
            [{"role": "user", "content": content}],
            add_generation_prompt=True, tokenize=True, return_dict=True, return_tensors="pt", **options,
        )  # fmt: skip
        return given.to(self._model.device, dtype=self._model.dtype)

    def _seen(self, ids: list[int], likelihoods: list[float]) -> Seen:
        tokenizer = self._processor.tokenizer
        text = str(tokenizer.decode(ids, skip_special_tokens=True))
        beneath = getattr(tokenizer, "backend_tokenizer", None)
        if beneath is not None:
            stream = DecodeStream(skip_special_tokens=True)
            pieces = [
                (stream.step(beneath, token) or "", sure)
                for token, sure in zip(ids, likelihoods, strict=False)
            ]
            if "".join(piece for piece, _ in pieces) == text:
                return Seen(text, tuple(pieces))
        mean = sum(likelihoods) / max(1, len(likelihoods))
        return Seen(text, ((text, mean),))


def load_sight(
    name: str,
    *,
    quantize: Quantize,
    progress: Progress,
    estimated: Callable[[Need, torch.device], None] = lambda *_: None,
) -> Sight:
    """The model of that name or folder; `estimated` as in `loading.weights`.

    Raises:
        ModelUnavailable: as with `loading.load`; `ocr-no-pictures` where it takes none, or has no way to be asked about one.
    """
    shown = shown_as(name)
    check_folder(name)
    with naming(shown):
        config = AutoConfig.from_pretrained(name, trust_remote_code=False)
    if type(config) not in MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING:
        raise ModelUnavailable("ocr-no-pictures", model=shown)
    with naming(shown), without_videos():
        processor: Any = AutoProcessor.from_pretrained(name, trust_remote_code=False)
    if not getattr(processor, "chat_template", None) or not hasattr(processor, "tokenizer"):
        raise ModelUnavailable("ocr-no-pictures", model=shown)
    context = context_of(config, CONTEXT_TOKENS)
    model = weights(
        AutoModelForImageTextToText, name, config,
        quantize=quantize, context_tokens=context, progress=progress, whole=WHOLE, estimated=estimated,
    )  # fmt: skip
    model.eval()
    return Sight(model, processor, context)


class _Clock(StoppingCriteria):
    """Ends an answer when its time is over."""

    def __init__(self, until: float) -> None:
        self._until, self.over = until, False

    def __call__(self, input_ids: torch.Tensor, scores: Any, **_: Any) -> Any:
        self.over = time.monotonic() > self._until
        return torch.full((input_ids.shape[0],), self.over, dtype=torch.bool, device=input_ids.device)


class _Watch(LogitsProcessor):
    """Changes nothing; keeps how likely the likeliest token was, which is the one that is taken."""

    def __init__(self) -> None:
        self._found: list[torch.Tensor] = []

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        self._found.append(
            scores[0].float().softmax(-1).max()
        )  # stays on the device: reading it would wait for it
        return scores

    @property
    def likelihoods(self) -> list[float]:
        """Of the tokens so far."""
        return [float(one) for one in self._found]


class _NoVideos(ImageProcessingMixin):
    """Stands where a processor wants one of videos."""

    @classmethod
    def from_pretrained(cls, *_: Any, **__: Any) -> Self:
        return cls()


@contextlib.contextmanager
def without_videos() -> Iterator[None]:
    """Processors of most families want one of videos, too, and that wants torchvision, which breaks transformers beside a CPU build of torch.

    No video is ever shown, so a stand-in does, only while a processor is made and only where torchvision is not.
    """
    if importlib.util.find_spec("torchvision") is not None:
        yield
        return
    auto: Any = video_processing_auto
    bases: dict[str, Any] = processing_utils.MODALITY_TO_BASE_CLASS_MAPPING
    before = auto.AutoVideoProcessor, bases["video_processor"]
    auto.AutoVideoProcessor, bases["video_processor"] = _NoVideos, "ImageProcessingMixin"
    try:
        yield
    finally:
        auto.AutoVideoProcessor, bases["video_processor"] = before
