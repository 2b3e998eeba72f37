"""Small models and examples for the tests of training: the tiny model's problems and tokenizer, weights of our own."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from solver.events import Answer, Code, Done, Output, Reasoning
from tests.small_model import SMALL_MODEL
from training.examples import Example
from training.tiny.problems import Worked, problems


def example(worked: Worked, name: str) -> Example:
    """A problem of the tiny model's with its solution as a stream."""
    events = (
        Reasoning(0, worked.thought + "\n"), Code(1, worked.program + "\n"), Output(1, "stdout", f"{worked.value}\n"),
        Reasoning(2, worked.conclusion), Answer(worked.answer), Done("answered"),
    )  # fmt: skip
    return Example(
        name, worked.text, worked.language, "tiny", "CC0-1.0", events, worked.answer, worked.answer
    )


def examples(count: int, *, seed: int = 11, held_out: bool = False) -> list[Example]:
    drawn = itertools.islice(problems(seed, held_out=held_out), count)
    return [example(worked, f"tiny/{n}") for n, worked in enumerate(drawn)]


def written(file: Path, rows: list[Example]) -> Path:
    """A file of examples."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(one.line() for one in rows), encoding="utf-8")
    return file


def untrained(folder: Path, *, layers: int = 2, hidden: int = 64, seed: int = 5) -> Path:
    """A model that knows nothing, with the tiny model's tokenizer; its folder's name makes it one of the seed's family."""
    import torch
    from transformers import AutoTokenizer, Qwen2Config, Qwen2ForCausalLM

    torch.manual_seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(SMALL_MODEL)
    config = Qwen2Config(
        vocab_size=len(tokenizer), hidden_size=hidden, intermediate_size=2 * hidden, num_hidden_layers=layers,
        num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=1024, tie_word_embeddings=True,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id, bos_token_id=None,
    )  # fmt: skip
    Qwen2ForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def weights(folder: Path) -> dict[str, Any]:
    """All tensors of a folder, by name."""
    from safetensors.torch import load_file

    return {
        name: one for file in sorted(folder.glob("*.safetensors")) for name, one in load_file(file).items()
    }
