"""The settings of `solve`."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from evaluation.solving import MODEL_LIMIT_S
from solver.agent import strategy
from solver.models import spec


class Config(BaseModel):
    """Who solves which problems, how often, and what is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: list[Path] = Field(min_length=1, description="stages' folders, or files of examples")
    model: str = Field("builtin", description="builtin, openai:NAME, or the name or folder of a local model")
    strategy: str | None = Field(None, description="how a language model goes about it")
    samples: int = Field(4, ge=0, description="solutions a problem; of the built-in tutor: by other methods")
    told: bool = Field(True, description="whether a solution that came with a problem is tried, too")
    most: int = Field(4, ge=1, description="solutions that are kept of a problem")
    code: bool = Field(True, description="whether a solution must have run code")
    seed: int = 0
    temperature: float = Field(0.7, ge=0, description="self-consistency was published with 0.7")
    limit_s: float = Field(MODEL_LIMIT_S, gt=0, description="for one solution")
    jobs: int = Field(2, ge=1, exclude=True, description="at a time; what comes out does not depend on it")
    ray: str | None = Field(
        None,
        exclude=True,
        description="a Ray cluster that does the work: its address, or local; `jobs` are then each worker's",
    )
    part: int = Field(32, ge=1, exclude=True, description="inputs that a worker of Ray gets at a time")

    @field_validator("model", "strategy")
    @classmethod
    def _known(cls, value: str | None, info: ValidationInfo) -> str | None:
        try:
            if value is not None:
                {"model": spec, "strategy": strategy}[info.field_name or ""](value)
        except LookupError as error:
            raise ValueError(str(error)) from error
        return value
