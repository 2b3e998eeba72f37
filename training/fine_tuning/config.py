"""The settings of `sft`, and those that every stage shares that trains a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evaluation.solving import MODEL_LIMIT_S


class Trials(BaseModel):
    """Problems that the model solves while it is trained, through the product's own loop."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    problems: Path = Field(description="a stage's folder, or a file of examples, each with its reference")
    every: int = Field(200, ge=1, description="steps")
    count: int = Field(20, ge=1, description="problems, the same each time")
    limit_s: float = Field(MODEL_LIMIT_S, gt=0, description="for one problem")
    jobs: int = Field(2, ge=1, description="problems at a time")


class Training(BaseModel):
    """How a model is loaded and trained, whatever it is trained for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field(description="the name or folder of the model to begin with")
    family: str | None = Field(
        None,
        description="a name whose profile says in which dialect and words it is trained; its own without this",
    )
    method: Literal["qlora", "lora", "full"] = Field(
        "lora",
        description="an adapter over 4 bits (NF4, double quantisation) or over the whole weights, or all weights",
    )
    rank: int = Field(16, ge=1, description="of the adapter")
    alpha: int = Field(32, ge=1, description="its weight is alpha / rank")
    dropout: float = Field(0.05, ge=0, lt=1, description="of the adapter")
    targets: str | list[str] = Field("all-linear", description="modules that get an adapter")
    precision: Literal["auto", "bf16", "fp32"] = Field("auto", description="auto: bf16 where a GPU has it")
    gradient_checkpointing: bool = Field(True, description="a fifth slower, far less memory")
    epochs: float = Field(3.0, gt=0)
    steps: int | None = Field(None, ge=1, description="instead of epochs")
    batch: int = Field(1, ge=1, description="rows at a time on one device")
    accumulation: int = Field(8, ge=1, description="batches of one step")
    rate: float = Field(1e-4, gt=0, description="the highest learning rate")
    schedule: Literal["cosine", "linear", "constant", "constant_with_warmup"] = "cosine"
    warmup: float = Field(0.05, ge=0, lt=1, description="share of the steps in which the rate rises")
    weight_decay: float = Field(0.0, ge=0)
    clip: float = Field(1.0, gt=0, description="the longest gradient")
    optimizer: str = Field(
        "auto", description="a name of transformers' optimizers; auto: 8 bits, paged, for qlora on a GPU"
    )
    seed: int = 1
    checkpoint_every: int = Field(200, ge=1, description="steps")
    checkpoints: int = Field(
        2, ge=2, description="that are kept: two, so that one is whole whenever a run is killed"
    )
    log_every: int = Field(10, ge=1, description="steps")
    trials: Trials | None = None

    @property
    def adapts(self) -> bool:
        """Whether an adapter is trained, and not the weights themselves."""
        return self.method != "full"


class Config(Training):
    """What is learnt by heart from solutions."""

    examples: list[Path] = Field(min_length=1, description="stages' folders, or files of examples")
    max_tokens: int = Field(
        2048, ge=16, description="of a row; a longer example is left out, for cut off it teaches no end"
    )
    packing: bool = Field(
        True, description="several examples in a row of max_tokens, which do not see each other"
    )
    held_out: float = Field(
        0.0,
        ge=0,
        lt=1,
        description="share of the problems that is not trained on but gives the loss of evaluation",
    )

    @model_validator(mode="before")
    @classmethod
    def _one_path(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("examples"), str):
            return {**data, "examples": [data["examples"]]}
        return data
