"""The whole way from nothing to a model: `python -m training.recipe FILE.yaml --out DIR`, each step a stage with its settings.

A recipe is a list of steps: `name` (the folder in DIR that the stage writes), `stage`, `config` (a YAML beside the recipe) and `settings` over it.
`{out}` in settings is DIR. Steps that are done are gone over quickly and one that was broken off goes on, so the same command goes on with
a recipe that was stopped. How long each step took is in DIR/times.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evaluation.rows import BadData
from training.__main__ import main as run_stage
from training.__main__ import settings as read_settings

TIMES = "times.jsonl"


class Step(BaseModel):
    """One stage, and what it is told."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=r"^[\w.-]+$")
    stage: str
    config: str | None = None
    settings: dict[str, Any] = {}


class Recipe(BaseModel):
    """Steps in their order."""

    model_config = ConfigDict(extra="forbid")

    steps: list[Step] = Field(min_length=1)


def recipe(file: Path) -> Recipe:
    """A recipe as a file has it.

    Raises:
        BadData: the file cannot be read, or is no recipe.
    """
    try:
        return Recipe(**read_settings(file, ()))
    except (ValidationError, TypeError) as error:
        raise BadData(f"{file} is no recipe: {error}") from error


def arguments(step: Step, beside: Path, out: Path) -> list[str]:
    """The command line of a step."""
    told = [step.stage, "--out", str(out / step.name), "--resume"]
    if step.config:
        told += ["--config", str(beside / step.config)]
    return [*told, *(f"{name}={json.dumps(_placed(value, out))}" for name, value in step.settings.items())]


def _placed(value: Any, out: Path) -> Any:
    """With the folder in the place of `{out}`."""
    if isinstance(value, str):
        return value.replace("{out}", str(out))
    if isinstance(value, list):
        return [_placed(one, out) for one in value]
    return {name: _placed(one, out) for name, one in value.items()} if isinstance(value, dict) else value


def follow(file: Path, out: Path, given: Sequence[str] = ()) -> int:
    """All steps; the exit status of the first that fails, else 0. `given` are settings over the recipe's, `step.name=value`.

    Raises:
        BadData: the file is no recipe, or has no such step.
    """
    steps = recipe(file).steps
    for place, value in read_settings(None, given).items():
        at, _, name = place.partition(".")
        if not (found := [step for step in steps if step.name == at]) or not name:
            raise BadData(
                f"{place}: the steps are {', '.join(step.name for step in steps)}; give STEP.NAME=VALUE"
            )
        found[0].settings[name] = value
    out.mkdir(parents=True, exist_ok=True)
    for number, step in enumerate(steps, 1):
        print(f"== {number} of {len(steps)}: {step.name} ({step.stage})", flush=True)
        began = time.monotonic()
        status = run_stage(arguments(step, file.parent, out))
        took = {
            "step": step.name,
            "seconds": round(time.monotonic() - began, 1),
            "load": os.getloadavg()[0],
            "status": status,
        }
        with (out / TIMES).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(took) + "\n")
        if status:
            print(f"{step.name} has failed; mend it, and give the same command again.", file=sys.stderr)
            return status
    return 0


def main(given: Sequence[str] | None = None) -> int:
    """Follow a recipe; 2 where it is none."""
    parser = argparse.ArgumentParser(prog="python -m training.recipe", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("settings", nargs="*", metavar="step.name=value", help="over those of the recipe")
    chosen = parser.parse_args(given)
    try:
        return follow(chosen.file, chosen.out, chosen.settings)
    except BadData as error:
        print(f"{error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
