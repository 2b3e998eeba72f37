"""The settings of `synthesize`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from solver.models import spec
from solver.ports import Language
from training.examples import UNKNOWN
from training.synthesis.builtin import LEVELS, SUBJECTS, Wordings
from training.synthesis.templates import TEMPLATES

BUILTIN: Final = "builtin"


class Config(BaseModel):
    """What is to be made, and by whom."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    teacher: str = Field(BUILTIN, description="builtin, openai:NAME, or the name or folder of a local model")
    count: int = Field(ge=1, description="problems to aim for")
    seed: int = 0
    languages: tuple[Language, ...] = Field(("en", "zh"), min_length=1)
    subjects: tuple[str, ...] = Field(
        (),
        description="of the built-in tutor: fields or topics; of a language model: `SUBJECTS`, or any words",
    )
    levels: tuple[str, ...] = Field(
        (),
        description="of the built-in tutor: 1, 2, 3 within a topic; of a language model: `LEVELS`, or any words",
    )
    wordings: Wordings = Field(
        "all",
        description="of the built-in tutor: all, training, or the held-out ones, of which training has none",
    )
    programs: bool = Field(
        False,
        description="of the built-in tutor: each problem with its solution as a short program, for small models",
    )
    scenes: bool = Field(
        False, description="of the built-in tutor: word problems of `training.tiny` instead of its topics'"
    )
    phrases: bool = Field(
        False,
        description="of the built-in tutor: problems of `training.synthesis.phrases`, worded by composition, with short programs",
    )
    reworded: int = Field(
        1,
        ge=1,
        description="of problems with programs: texts of each, all read by the tutor as the same task",
    )
    templates: tuple[str, ...] = Field(
        ("seed",),
        min_length=1,
        description="of a language model: rows of `TEMPLATES`; one named twice comes twice as often",
    )
    of: list[Path] = Field(
        [], description="stages' folders, or files of examples: the problems that others are made of"
    )
    temperature: float = Field(0.9, ge=0)
    max_tokens: int = Field(2048, ge=64)
    licence: str = Field(UNKNOWN, description="SPDX identifier of what the language model writes")
    jobs: int = Field(2, ge=1, exclude=True, description="at a time; what comes out does not depend on it")
    ray: str | None = Field(
        None,
        exclude=True,
        description="a Ray cluster that does the work: its address, or local; `jobs` are then each worker's",
    )
    part: int = Field(32, ge=1, exclude=True, description="inputs that a worker of Ray gets at a time")

    @field_validator("teacher")
    @classmethod
    def _named(cls, value: str) -> str:
        try:
            spec(value)
        except LookupError as error:
            raise ValueError(str(error)) from error
        return value

    @model_validator(mode="after")
    def _known(self) -> Self:
        if wrong := [one for one in self.templates if one not in TEMPLATES]:
            raise ValueError(f"there are no templates {', '.join(wrong)} (known: {', '.join(TEMPLATES)})")
        if self.teacher != BUILTIN:
            return self
        for given, known in ((self.subjects, SUBJECTS), (self.levels, LEVELS)):
            if wrong := [one for one in given if one not in known]:
                raise ValueError(f"the built-in tutor has no {', '.join(wrong)} (known: {', '.join(known)})")
        return self
