"""The settings of `reward-model`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from training.fine_tuning.config import Training


class Config(Training):
    """What judges, and what it learns from."""

    kind: Literal["outcome", "process"] = Field(
        "outcome", description="one score of a whole solution, or one behind each of its steps"
    )
    solutions: list[Path] = Field(min_length=1, description="folders of the stage `label`")
    tested: list[Path] = Field(
        [],
        description="folders of `label` with other problems: what the model chooses of their solutions is counted",
    )
    pairs: int = Field(
        8, ge=1, description="of a right and a wrong solution, of each problem; for an outcome model"
    )
    max_tokens: int = Field(
        2048, ge=16, description="of a problem with its solution; a longer one is left out"
    )
    method: Literal["qlora", "lora", "full"] = "full"
    rate: float = Field(1e-4, gt=0)
    dropout: float = Field(0.0, ge=0, lt=1)
    gradient_checkpointing: bool = False
    epochs: float = Field(2.0, gt=0)
    batch: int = Field(8, ge=1, description="pairs, or solutions, at a time on one device")
    accumulation: int = Field(1, ge=1)
