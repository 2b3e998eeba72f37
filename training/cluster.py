"""A stage's work on many machines, with Ray Data: parts go out, what came of them comes back in order, each part's once.

A worker that is lost costs nothing but time: Ray gives its part to another, and only what a worker has finished is handed on. Only this
process writes the stage's folder. Every machine has this program, installed the same way, under the same path, and its own settings
(`STEPWISE_…`); models are best a server's (vLLM) that all of them reach, because a part starts what it needs anew.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
from collections.abc import AsyncGenerator, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

from evaluation.cluster import connect
from evaluation.rows import BadData
from training.examples import Example
from training.folder import Outcome

LOST: Final = 3
"""Workers that a part may cost; then the stage stops, for the part may be the reason."""
WINDOW: Final = 4096
"""Parts that are handed to Ray at a time: what is waiting lies in its memory."""
T = TypeVar("T")
R = TypeVar("R")


async def mapped(function: Callable[[T], R], items: Iterable[T], *, address: str) -> AsyncGenerator[R]:
    """What a function of a module makes of each item, in their order. `address`: of a running cluster, or `local`.

    Raises:
        BadData: there is no such cluster, or an item was too much for it.
    """
    ray = connect(address, os.cpu_count() or 1)
    coming = iter(items)
    try:
        while window := list(islice(coming, WINDOW)):
            rows = await asyncio.to_thread(_rows, function, window)
            while (row := await asyncio.to_thread(next, rows, None)) is not None:
                yield pickle.loads(row["made"])  # our own workers'
    except ray.exceptions.RayError as error:
        first = str(error).strip().partition("\n")[0]
        raise BadData(
            f"the cluster could not do a part of the work, {LOST} times: {type(error).__name__}: {first}\n"
            "What is done is kept; go on with --resume."
        ) from error
    finally:
        ray.shutdown()


def _rows(function: Callable[[T], R], window: Sequence[T]) -> Iterator[dict[str, bytes]]:
    from ray import data

    context = data.DataContext.get_current()
    context.enable_progress_bars, context.execution_options.preserve_order = False, True
    logging.getLogger("ray.data").setLevel(logging.ERROR)

    def work(batch: dict[str, Any]) -> dict[str, list[bytes]]:
        return {"made": [pickle.dumps(function(pickle.loads(one))) for one in batch["item"]]}

    given = data.from_items([pickle.dumps(one) for one in window], override_num_blocks=len(window))
    made = given.map_batches(work, batch_size=1, max_retries=LOST - 1, num_cpus=1)
    return iter(made.iter_rows())


@dataclass(frozen=True, slots=True)
class Part:
    """Some inputs of a stage. `examples` are what it reads instead of the files of `of`, where they are sent along.

    Attributes:
        module, settings: the stage's, and its settings; `jobs` among them are a worker's.
    """

    module: str
    settings: dict[str, Any]
    inputs: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a part. `why` says why some of its inputs are left for `--resume`; empty where none is."""

    outcomes: tuple[Outcome, ...]
    why: str = ""


class AllBut(Collection[str]):
    """Every id but those: so a stage does just them."""

    def __init__(self, left: Iterable[str]) -> None:
        self._left = frozenset(left)

    def __contains__(self, id_: object) -> bool:
        return id_ not in self._left

    def __iter__(self) -> Iterator[str]:
        raise TypeError("all but a few cannot be told one by one")

    def __len__(self) -> int:
        raise TypeError("all but a few cannot be counted")


def do(part: Part) -> Done:
    """Run the stage for these inputs alone, in a worker."""
    return asyncio.run(_do(part))


async def _do(part: Part) -> Done:
    module, found = import_module(part.module), list[Outcome]()
    with TemporaryDirectory() as folder:
        settings = dict(part.settings)
        if part.examples:
            file = Path(folder) / "examples.jsonl"
            file.write_text("".join(one.line() for one in part.examples), encoding="utf-8")
            settings["of"] = [str(file)]
        left = part.inputs or tuple(one.id for one in part.examples)
        try:
            async for outcome in module.outcomes(module.Config(**settings), AllBut(left)):
                found.append(outcome)
        except BadData as error:
            return Done(tuple(found), str(error))
    return Done(tuple(found))


async def spread(parts: Iterable[Part], *, address: str) -> AsyncGenerator[Outcome]:
    """What became of the inputs of the parts, each once.

    Raises:
        BadData: as `mapped`, or some inputs could not be done.
    """
    seen, why = set[str](), ""
    async for done in mapped(do, parts, address=address):
        why = done.why or why
        for outcome in done.outcomes:
            if outcome.input not in seen:
                seen.add(outcome.input)
                yield outcome
    if why:
        raise BadData(f"some inputs could not be done: {why}")


def sliced(things: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """So many at a time.

    >>> list(sliced("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    coming = iter(things)
    while some := tuple(islice(coming, size)):
        yield some
