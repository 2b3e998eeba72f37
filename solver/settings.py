"""Configuration from the environment: one table, read once.

Every name has the prefix `STEPWISE_`.
"""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a deployment can choose. `STEPWISE_CELL_TIMEOUT_S=30` sets `cell_timeout_s`."""

    model_config = SettingsConfigDict(env_prefix="STEPWISE_", frozen=True)

    model: str = Field("builtin", description="the model that is chosen at first")
    warm_kernels: int = Field(2, ge=0, description="kernels kept ready")
    max_kernels: int = Field(32, ge=1, description="kernels alive at once; more students wait for their turn")
    kernel_rest_s: float = Field(
        900.0,
        gt=0,
        description="seconds without a cell after which a kernel gives its place back; its cells run again when it is needed",
    )
    allow_unconfined: bool = Field(
        False, description="serve others also where the system cannot confine the code that they write"
    )
    cell_timeout_s: float = Field(20.0, gt=0, description="seconds that a cell may run")
    reading_workers: int = Field(2, ge=1, description="processes of the built-in tutor")
    reading_timeout_s: float = Field(
        10.0, gt=0, description="seconds that reading a problem and finding steps may take"
    )
    max_rounds: int = Field(8, ge=1, description="cells that a model may write for one problem")


def load_settings() -> Settings:
    """Settings from the environment.

    Raises:
        pydantic.ValidationError: a variable has a value that cannot be; the message names it.
    """
    return Settings()  # type: ignore[call-arg]  # every field has a default
