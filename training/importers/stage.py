"""The stage `import`: a data set's rows as examples, their programs run. A row that is none is dropped and counted, not the set."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from evaluation.datasets.loading import OWN, raw_rows, record_of
from evaluation.folder import write_whole
from evaluation.rows import BadData
from solver.agent.honesty import printed_value
from solver.latex import exact_latex, tidy, value_of
from solver.transcript import Cell, fold
from training.cleaning.numbers import same
from training.examples import UNKNOWN, Example
from training.folder import Dropped, Outcome, StageFolder
from training.importers import importer
from training.importers.base import Importer, ended, problem
from training.programs import Programs, difference, failed, programs

Row: TypeAlias = tuple[str, Mapping[str, Any]]
"""With where it stands."""
BATCH: Final = 64
LONGEST_VALUE: Final = 200


class Config(BaseModel):
    """Settings of `import`.

    Attributes:
        what: a row of `IMPORTERS`.
        data: a file or folder instead of the hub; its rows may be in the set's form or in ours.
        licence: of a file whose set states none.
        limit: rows that are read.
        run: whether programs are run; without it, outputs are what rows claim, and programs without one have none.
    """

    model_config = ConfigDict(extra="forbid")

    what: str
    data: Path | None = None
    licence: str | None = None
    limit: int | None = Field(None, ge=1)
    run: bool = True
    jobs: int = Field(2, ge=1)
    cell_timeout_s: float = Field(20.0, gt=0)


def inputs(config: Config) -> list[Path]:
    """The file that it reads; of a folder its files."""
    if config.data is None:
        return []
    return (
        [config.data]
        if not config.data.is_dir()
        else sorted(f for f in config.data.rglob("*") if f.is_file())
    )


async def outcomes(config: Config, done: Collection[str]) -> AsyncGenerator[Outcome]:
    """The examples of a data set, a batch of rows at a time.

    Raises:
        BadData: there is no such importer, or the set cannot be read.
    """
    try:
        known = importer(config.what)
    except LookupError as error:
        raise BadData(str(error)) from error
    if config.data is None and not known.dataset.hub and known.rows is None:
        raise BadData(f"{known.name} is on no hub: give its file with data=FILE")
    async with AsyncExitStack() as stack:
        runner = None
        if config.run and known.outputs != "none":
            runner = await stack.enter_async_context(
                programs(jobs=config.jobs, timeout_s=config.cell_timeout_s)
            )
        found: Iterable[Row] = (
            raw_rows(known.dataset, config.data)
            if config.data is not None or known.rows is None
            else [row async for row in known.rows()]
        )
        rows = islice(found, config.limit)
        for start, group in _groups(rows):
            name = f"{start}-{start + len(group) - 1}"
            await asyncio.sleep(0)  # a stage that is stopped stops here
            if name not in done:
                yield await _outcome(name, start, group, known, config.licence, runner)


def conclude(config: Config, folder: StageFolder) -> None:
    """Write down where the examples are from.

    Raises:
        OSError: it cannot be written.
    """
    known = importer(config.what).dataset
    licences = Counter(one.licence for one in folder.examples())
    where = (
        str(config.data)
        if config.data
        else "the store that the settings name"
        if not known.hub
        else f"{known.hub} at {known.revision or 'its newest revision'}, {known.split}"
    )
    told = [
        f"# {config.what}\n\nFrom {where}. Licence as its owners state it: {known.licence}.\n",
        "| licence | examples |\n|---|---:|",
    ]
    told += [f"| {name} | {count} |" for name, count in sorted(licences.items())]
    write_whole(folder.path / "README.md", "\n".join(told) + "\n")


async def _outcome(
    name: str,
    start: int,
    group: Sequence[Row],
    known: Importer,
    licence: str | None,
    runner: Programs | None,
) -> Outcome:
    examples, dropped, kept = list[Example](), list[Dropped](), list[Example]()
    for number, (where, row) in enumerate(group, start):
        try:
            examples.append(_example(where, row, number, known, licence))
        except BadData as error:
            dropped.append(Dropped(f"{known.name}/{number}", "not-a-row", str(error)))
    ran = await runner.run_all(examples) if runner else examples
    for claimed, came in zip(examples, ran, strict=True):
        told = _settled(claimed, came, known) if runner else claimed
        (kept if isinstance(told, Example) else dropped).append(told)  # type: ignore[arg-type]
    return Outcome(name, tuple(kept), tuple(dropped))


def _example(
    where: str, row: Mapping[str, Any], number: int, known: Importer, licence: str | None
) -> Example:
    """A row as an example, in the set's form or, problems alone, in ours.

    Raises:
        BadData: it is in neither.
    """
    try:
        if set(row) >= OWN and "dataset" in row:
            found = problem(record_of(where, row, None, known.name), str(row.get("licence") or UNKNOWN))
        else:
            found = known.read(row, number)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        told = str(error) if isinstance(error, BadData) else f"{type(error).__name__}: {error}"
        raise BadData(f"{where}: {told}") from error
    own = found.licence if found.licence != UNKNOWN else known.dataset.licence
    return replace(
        found,
        id=f"{known.name}/{found.id or number}",
        source=found.source or known.name,
        licence=licence or own,
    )


def _settled(claimed: Example, came: Example, known: Importer) -> Example | Dropped:
    """An example whose programs ran: with their outputs where these were unknown, as it was where they are the claimed ones."""
    cells = [block for block in fold(came.events) if isinstance(block, Cell)]
    if not cells:
        return claimed
    if failed(came):
        return Dropped(claimed.id, "program-failed", cells[-1].source[-80:])
    if known.outputs == "claimed":
        told = difference(claimed, came)
        return claimed if told is None else Dropped(claimed.id, "output-differs", told)
    printed = _answer(cells[-1])
    answer = claimed.answer or printed
    if not answer:
        return Dropped(claimed.id, "no-output", cells[-1].source[-80:])
    if same(printed, answer) == "other":
        return Dropped(claimed.id, "output-differs", f"{answer!r:.60}, came {printed!r:.60}")
    return replace(came, answer=answer, events=ended(list(came.events), answer, came.language))


def _answer(cell: Cell) -> str:
    """What a program prints last as an answer: exact where it is a value that can be told, as it stands where not."""
    printed = printed_value(cell) or ""
    if len(printed) > LONGEST_VALUE:
        return ""
    try:
        return tidy(exact_latex(value_of(printed)) if not printed.replace(".", "").isdigit() else printed)
    except (ValueError, TypeError, ArithmeticError):
        return printed


def _groups(
    rows: Iterator[Row],
) -> Iterator[tuple[int, list[Row]]]:
    start = 0
    while group := list(islice(rows, BATCH)):
        yield start, group
        start += len(group)
