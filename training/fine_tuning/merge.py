"""The stage `merge`: an adapter becomes part of its base, as safetensors, and as GGUF where llama.cpp's converter is at hand.

The merged folder needs no peft: vLLM, SGLang and the app serve it. GGUF is for llama.cpp and Ollama.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import AsyncGenerator, Collection
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from evaluation.rows import BadData
from solver.models.transformers.family import ends_at, profile_at
from training.fine_tuning.sft import MODEL
from training.fine_tuning.weights import named, room, save
from training.folder import Outcome, StageFolder

CONVERTER: Final = "convert_hf_to_gguf.py"
GGUF: Final = "model.gguf"


class Config(BaseModel):
    """What is merged, and into which form."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    adapter: Path = Field(
        description="the adapter's folder, as `sft` and `reward` write it; a whole model is only converted"
    )
    precision: Literal["bf16", "fp16", "fp32"] = "bf16"
    gguf: Literal["none", "f16", "bf16", "q8_0"] = Field(
        "none", description="also for llama.cpp, in these numbers"
    )
    llama_cpp: Path | None = Field(
        None, description="llama.cpp's folder, where its converter is not on the path"
    )


def inputs(config: Config) -> list[Path]:
    """What is read: the weights.

    Raises:
        BadData: there are none.
    """
    found = sorted(config.adapter.glob("*.safetensors"))
    if not found:
        raise BadData(
            f"{config.adapter} has no weights (*.safetensors): name the folder `adapter` or `model` of a training"
        )
    return found


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """None: no examples are made."""
    if config.gguf != "none":
        converter(config)  # said before the long work, not behind it
    for outcome in tuple[Outcome, ...]():
        yield outcome


def conclude(config: Config, folder: StageFolder) -> None:
    """Merge, and convert.

    Raises:
        BadData: the base cannot be loaded, or the converter fails.
        OSError: a file cannot be written.
    """
    merged = folder.path / MODEL
    if not (config.adapter / "adapter_config.json").exists():
        merged = config.adapter
    elif not merged.exists():
        _merge(config, merged)
    if config.gguf != "none":
        _convert(converter(config), merged, folder.path / GGUF, config.gguf)


def _merge(config: Config, merged: Path) -> None:
    import torch
    from peft import PeftConfig, PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    dtype = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}[config.precision]
    with named(str(config.adapter)):
        base = str(PeftConfig.from_pretrained(str(config.adapter)).base_model_name_or_path)
    with named(base):
        tokenizer = AutoTokenizer.from_pretrained(base, trust_remote_code=False)
        # added up in 32 bits and rounded once; never into weights of 4 bits, which would round the base again
        model = AutoModelForCausalLM.from_pretrained(
            base, dtype=torch.float32, use_safetensors=True, trust_remote_code=False
        )
    with named(str(config.adapter)):
        adapted = PeftModel.from_pretrained(model, str(config.adapter))
    whole = adapted.merge_and_unload().to(dtype)
    ends = ends_at(str(config.adapter))
    if ends and whole.generation_config is not None:  # for servers, which do not read our file
        own = whole.generation_config.eos_token_id
        ends |= {own} if isinstance(own, int) else set(own or ())
        whole.generation_config.eos_token_id = sorted(ends)

    def write(into: Path) -> None:
        whole.save_pretrained(into)
        tokenizer.save_pretrained(into)

    save(merged, write, family=profile_at(base, str(config.adapter)).family, ends=sorted(ends))


def converter(config: Config) -> Path:
    """llama.cpp's own converter.

    Raises:
        BadData: it is not here.
    """
    found = config.llama_cpp / CONVERTER if config.llama_cpp else Path(shutil.which(CONVERTER) or "")
    if not found.is_file():
        raise BadData(
            f"llama.cpp's converter ({CONVERTER}) is not here: get llama.cpp (https://github.com/ggml-org/llama.cpp) and say "
            "llama_cpp=FOLDER, or leave gguf out"
        )
    return found


def _convert(script: Path, model: Path, into: Path, kind: str) -> None:
    if into.exists():
        return
    coming = into.with_suffix(".part")
    with room(into.parent):
        ran = subprocess.run(
            [sys.executable, str(script), str(model), "--outfile", str(coming), "--outtype", kind],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if ran.returncode != 0:
        said = (ran.stderr.strip().splitlines() or ["it does not say why"])[-1]
        raise BadData(f"llama.cpp's converter did not convert {model}: {said}")
    coming.replace(into)
