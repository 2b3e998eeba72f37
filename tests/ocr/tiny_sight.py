"""A tiny model of Qwen2-VL's shape that has learned what two pictures say, made in seconds: loaded, asked and read as a large one is.

It really looks: the two differ in their ink alone, and it is asked the same of both.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from PIL import Image

SPECIAL: Final = (
    "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>",
)  # fmt: skip
TEMPLATE: Final = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{% for c in m.content %}{% if c.type == 'image' %}"
    "<|vision_start|><|image_pad|><|vision_end|>{% else %}{{ c.text }}{% endif %}{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
PIXELS: Final = 84 * 84
STEPS: Final = 60


def make(folder: Path, answers: Mapping[str, bytes], prompt: str) -> None:
    """Train tokenizer and model on answers and their pictures, and save both with a processor."""
    import torch
    from transformers import (
        AutoProcessor,
        Qwen2VLConfig,
        Qwen2VLForConditionalGeneration,
        Qwen2VLImageProcessorPil,
    )

    from solver.models.transformers.sight import Sight, without_videos

    tokenizer = _tokenizer([*answers, prompt])
    ids = {name: tokenizer.convert_tokens_to_ids(name) for name in SPECIAL}
    end = ids["<|im_end|>"]
    text = {
        "vocab_size": len(tokenizer), "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
        "num_key_value_heads": 2, "max_position_embeddings": 8192, "eos_token_id": end, "pad_token_id": end, "bos_token_id": None,
        "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [2, 3, 3]},
    }  # fmt: skip
    vision = {"depth": 1, "embed_dim": 32, "hidden_size": 64, "num_heads": 2, "mlp_ratio": 2}
    config: Any = Qwen2VLConfig(
        text_config=text, vision_config=vision, tie_word_embeddings=True,
        image_token_id=ids["<|image_pad|>"], video_token_id=ids["<|video_pad|>"],
        vision_start_token_id=ids["<|vision_start|>"], vision_end_token_id=ids["<|vision_end|>"],
    )  # fmt: skip
    images: Any = Qwen2VLImageProcessorPil(min_pixels=PIXELS // 2, max_pixels=PIXELS)
    for part in (config, tokenizer, images):
        part.save_pretrained(folder)
    with without_videos():
        processor: Any = AutoProcessor.from_pretrained(folder)
    torch.manual_seed(3)
    model: Any = Qwen2VLForConditionalGeneration(config)
    asking = Sight(model, processor, 8192)
    examples = [
        _example(
            asking.given(Image.open(io.BytesIO(data)).convert("RGB"), prompt),
            tokenizer(answer + "<|im_end|>").input_ids,
        )
        for answer, data in answers.items()
    ]
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = sum(model(**example).loss for example in examples)
        loss.backward()
        optimizer.step()
    model.generation_config.repetition_penalty = 1.5  # some families bring one; what is copied repeats itself
    model.save_pretrained(folder)


def _tokenizer(texts: Sequence[str]) -> Any:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=1024, special_tokens=list(SPECIAL), initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False,
    )  # fmt: skip
    bpe.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=bpe, eos_token="<|im_end|>", pad_token="<|im_end|>", chat_template=TEMPLATE
    )


def _example(given: Any, answer: list[int]) -> dict[str, Any]:
    """What a model is given, with its answer behind it."""
    import torch

    asked, said = given["input_ids"], torch.tensor([answer])
    whole = torch.cat([asked, said], 1)
    kinds = torch.cat([given["mm_token_type_ids"], torch.zeros_like(said)], 1)
    return dict(given) | {
        "input_ids": whole, "attention_mask": torch.ones_like(whole), "mm_token_type_ids": kinds,
        "labels": torch.cat([torch.full_like(asked, -100), said], 1),
    }  # fmt: skip
