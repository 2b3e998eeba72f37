"""The stage `clean`: each example mended or dropped with a reason that is counted, no problem twice, none of evaluation.

Examples are looked at one by one in their order, in processes of their own where `jobs` says so; what is remembered of those
that were kept is in `duplicates`. The same input gives the same output, however often it was broken off and gone on with.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import AsyncGenerator, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import aclosing
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from evaluation.datasets import DATASETS
from evaluation.datasets.loading import Loaded, load
from evaluation.rows import BadData
from training.batches import Batch, batches
from training.cleaning import cleaned
from training.cleaning.base import Fault
from training.cleaning.contamination import Forbidden
from training.cleaning.duplicates import Duplicates
from training.cleaning.report import write_report
from training.cluster import mapped
from training.examples import Example
from training.folder import Dropped, Outcome, StageFolder

Looked: TypeAlias = tuple[str, list[tuple[Example, tuple[str, ...]] | Dropped]]
"""A batch by its name, what cleaners made of each of its examples."""
AHEAD: Final = 4
"""Batches that wait, for each process."""


class Config(BaseModel):
    """Settings of `clean`.

    Attributes:
        of: stages' folders, or files of examples.
        against: what no training may see: names of `evaluation.datasets`, files, or both as `name=file`. It has no default:
            whoever wants none says so.
        variants: whether the same text with other numbers is dropped, too.
        duplicates: whether what was seen before is dropped; not where other wordings and other marks for the same numbers are wanted.
        near: how much two problems with the same numbers have in common before one is dropped, 0 to 1.
        solutions: that a problem may have.
        jobs: processes.
        ray: a Ray cluster that looks at the examples instead: its address, or `local`.
    """

    model_config = ConfigDict(extra="forbid")

    of: list[Path] = Field(min_length=1)
    against: list[str]
    variants: bool = True
    duplicates: bool = True
    near: float = Field(0.8, gt=0, le=1)
    solutions: int = Field(4, ge=1)
    batch: int = Field(500, ge=1)
    jobs: int = Field(1, ge=1)
    ray: str | None = Field(None, exclude=True)


def inputs(config: Config) -> list[Path]:
    """What it reads: the examples, and the files of evaluation."""
    return [*config.of, *(file for _, file in map(_named, config.against) if file is not None)]


def evaluation_sets(config: Config) -> Iterator[Loaded]:
    """What no training may see.

    Raises:
        BadData: one cannot be loaded; a set that was forgotten is worse than a stage that stops.
    """
    for name, file in map(_named, config.against):
        try:
            yield load(name, data=file)
        except LookupError as error:
            raise BadData(f"{error}; a file has to exist") from error


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """What became of each batch. Batches that are done are looked at again, for what comes later must not repeat them.

    Raises:
        BadData: examples or sets of evaluation cannot be read.
    """
    forbidden = Forbidden(variants=config.variants)
    duplicates = Duplicates(near=config.near, solutions=config.solutions) if config.duplicates else None
    for loaded in evaluation_sets(config):
        for record in loaded.records:
            forbidden.add(f"{record.dataset}/{record.id}", record.question)
    async with aclosing(_looked(config)) as looked:
        async for name, found in looked:
            outcome = _outcome(name, found, forbidden, duplicates)
            if name not in done:
                yield outcome


async def _looked(config: Config) -> AsyncGenerator[Looked]:
    """The batches in their order, looked at here or in a cluster."""
    groups = batches(config.of, config.batch)
    if config.ray is not None:
        async with aclosing(mapped(look, groups, address=config.ray)) as far:
            async for found in far:
                yield found
        return
    for found in _looked_at(groups, config.jobs):
        await asyncio.sleep(0)  # a stage that is stopped stops here
        yield found


def _looked_at(groups: Iterable[Batch], jobs: int) -> Iterator[Looked]:
    """The batches in their order. A few are under way at a time, so that neither memory nor a process waits."""
    if jobs == 1:
        yield from map(look, groups)
        return
    # spawned, not forked: the caller may have threads
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        coming = iter(groups)
        waiting = [pool.submit(look, group) for group in islice(coming, jobs * AHEAD)]
        while waiting:
            yield waiting.pop(0).result()
            waiting += [pool.submit(look, group) for group in islice(coming, 1)]


def look(group: Batch) -> Looked:
    """What cleaners make of the examples of a batch."""
    found = list[tuple[Example, tuple[str, ...]] | Dropped]()
    for example in group[1]:
        try:
            found.append(cleaned(example))
        except Fault as fault:
            found.append(Dropped(example.id, fault.reason, str(fault)))
    return group[0], found


def _outcome(
    name: str,
    found: Sequence[tuple[Example, tuple[str, ...]] | Dropped],
    forbidden: Forbidden,
    duplicates: Duplicates | None,
) -> Outcome:
    kept, dropped, changed = list[Example](), list[Dropped](), list[tuple[str, str]]()
    for one in found:
        if isinstance(one, Dropped):
            dropped.append(one)
            continue
        example, mended = one
        try:
            forbidden.check(example.problem)
            if duplicates is not None:
                duplicates.take(example)
        except Fault as fault:
            dropped.append(Dropped(example.id, fault.reason, str(fault)))
            continue
        kept.append(example)
        changed += ((example.id, what) for what in mended)
    return Outcome(name, tuple(kept), tuple(dropped), tuple(changed))


def conclude(config: Config, folder: StageFolder) -> None:
    """Write the report.

    Raises:
        BadData, OSError: a set of evaluation cannot be read, a file not be written.
    """
    write_report(folder, [loaded.source for loaded in evaluation_sets(config)])


def _named(told: str) -> tuple[str | None, Path | None]:
    """A set's name and its file, as `against` tells them.

    >>> _named("gsm8k"), _named("toy.jsonl")
    (('gsm8k', None), (None, PosixPath('toy.jsonl')))
    >>> _named("gsm8k=test.jsonl")
    ('gsm8k', PosixPath('test.jsonl'))
    """
    name, sign, file = told.partition("=")
    if sign and name in DATASETS:
        return name, Path(file)
    if told in DATASETS:
        return told, None
    return (None, Path(told)) if "." in told else (told, None)
