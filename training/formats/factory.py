"""What LLaMA-Factory needs beside the rows: `dataset_info.json`, and a YAML to train with. Field names as of its version 0.9.5.

Only writes files; whether LLaMA-Factory loads them is tested where it is installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from evaluation.folder import write_whole

INFO: Final = "dataset_info.json"
RECIPE: Final = "llamafactory.yaml"


def write_info(folder: Path, name: str, rows: str, entry: Mapping[str, Any]) -> None:
    """Describe a file of rows. What the folder says of other data sets is kept.

    Raises:
        OSError: it cannot be written.
    """
    file = folder / INFO
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    write_whole(
        file, json.dumps({**known, name: {"file_name": rows, **entry}}, ensure_ascii=False, indent=2) + "\n"
    )


def write_recipe(folder: Path, name: str, *, model: str, template: str, cutoff_len: int) -> None:
    """A run of QLoRA on the rows, for `llamafactory-cli train`.

    Raises:
        OSError: it cannot be written.
    """
    recipe = {
        "model_name_or_path": model,
        "quantization_bit": 4,
        "quantization_method": "bnb",
        "stage": "sft",
        "do_train": True,
        "finetuning_type": "lora",
        "lora_rank": 16,
        "lora_target": "all",
        "dataset_dir": str(folder),
        "dataset": name,
        "template": template,
        "cutoff_len": cutoff_len,
        "output_dir": str(folder / "adapter"),
        "logging_steps": 10,
        "save_steps": 500,
        "plot_loss": True,
        "per_device_train_batch_size": 1,
        "gradient_accumulation_steps": 8,
        "learning_rate": 1.0e-4,
        "num_train_epochs": 3.0,
        "lr_scheduler_type": "cosine",
        "warmup_steps": 20,  # transformers 5 has no ratio any more
        "bf16": True,
    }
    write_whole(folder / RECIPE, yaml.safe_dump(recipe, allow_unicode=True, sort_keys=False, width=1000))
