"""The stage `export`: a stage's examples as rows of a trainer's format. A row whose program does not give what it claims is left out."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator, Collection, Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from evaluation.folder import write_whole
from evaluation.rows import BadData
from solver.profiles import Profile, profile_of
from training.batches import batches
from training.examples import Example
from training.folder import Dropped, Outcome, StageFolder
from training.formats import Format, Unwritable, format_of, row
from training.formats.factory import write_info, write_recipe
from training.programs import Programs, difference, programs


class Config(BaseModel):
    """Settings of `export`.

    Attributes:
        of: stages' folders, or files of examples.
        format: a row of `FORMATS`.
        family: a model's name: its profile says in which dialect and words rows are written.
        name: of the data set.
        rerun: whether every program is run again; without it, nothing is known of what the rows claim.
        model, template, cutoff_tokens: for the recipe of LLaMA-Factory.
    """

    model_config = ConfigDict(extra="forbid")

    of: list[Path] = Field(min_length=1)
    format: str = "sharegpt"
    family: str = "stepwise"
    name: str = Field("stepwise", pattern=r"^[\w.-]+$")
    rerun: bool = True
    jobs: int = Field(2, ge=1)
    cell_timeout_s: float = Field(20.0, gt=0)
    model: str = "Qwen/Qwen2.5-Math-7B-Instruct"
    template: str = "qwen"
    cutoff_tokens: int = Field(2048, ge=64)


BATCH = 64


def inputs(config: Config) -> list[Path]:
    """What it reads."""
    return config.of


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The examples that can be written and whose programs give what they claim, a batch at a time.

    Raises:
        BadData: there is no such format, or a line is no example.
    """
    form, profile = _form(config), profile_of(config.family)
    async with AsyncExitStack() as stack:
        runner = None
        if config.rerun:
            runner = await stack.enter_async_context(
                programs(jobs=config.jobs, timeout_s=config.cell_timeout_s)
            )
        for name, group in batches(config.of, BATCH):
            await asyncio.sleep(0)  # a stage that is stopped stops here
            if name not in done:
                yield await _outcome(name, group, form, profile, runner)


async def _outcome(
    name: str, group: Sequence[Example], form: Format, profile: Profile, runner: Programs | None
) -> Outcome:
    writable, dropped = list[Example](), list[Dropped]()
    for example in group:
        try:
            row(form, example, profile)
            writable.append(example)
        except Unwritable as error:
            dropped.append(Dropped(example.id, error.reason, str(error)))
    ran = await runner.run_all(writable) if runner else writable
    kept = list[Example]()
    for claimed, came in zip(writable, ran, strict=True):
        if told := difference(claimed, came):
            dropped.append(Dropped(claimed.id, "output-differs", told))
        else:
            kept.append(claimed)
    return Outcome(name, tuple(kept), tuple(dropped))


def conclude(config: Config, folder: StageFolder) -> None:
    """Write the rows, what LLaMA-Factory needs, and of whom they are.

    Raises:
        OSError: a file cannot be written.
    """
    form, profile = _form(config), profile_of(config.family)
    licences, file = Counter[tuple[str, str]](), folder.path / f"{config.name}.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for example in folder.examples():
            lines.write(json.dumps(row(form, example, profile), ensure_ascii=False) + "\n")
            licences[example.source, example.licence] += 1
    if (entry := form.entry(profile)) is not None:
        write_info(folder.path, config.name, file.name, entry)
        write_recipe(folder.path, config.name, model=config.model, template=config.template, cutoff_len=config.cutoff_tokens)  # fmt: skip
    write_whole(folder.path / "README.md", "\n".join(_about(config, licences)) + "\n")


def _about(config: Config, licences: Counter[tuple[str, str]]) -> Iterator[str]:
    ran = "run again: each gave what its row claims" if config.rerun else "**not** run again"
    yield f"# {config.name}\n\n{licences.total()} rows of {config.format} for {config.family}. Programs were {ran}.\n"
    yield "| source | licence | rows |\n|---|---|---:|"
    for (source, licence), count in sorted(licences.items()):
        yield f"| {source or '–'} | {licence} | {count} |"


def _form(config: Config) -> Format:
    try:
        return format_of(config.format)
    except LookupError as error:
        raise BadData(str(error)) from error
