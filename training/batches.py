"""Examples of stages' folders and files, in batches: what a stage reads, whatever it is that it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

from training.examples import Example, examples
from training.folder import StageFolder

Batch: TypeAlias = tuple[str, tuple[Example, ...]]
"""Its name, which is the same whenever the same files are read, and what is in it."""


def read(paths: Sequence[Path]) -> Iterator[Example]:
    """The examples of folders of finished stages and of JSONL files, in this order.

    Raises:
        BadData: one cannot be read, is not finished, or has a line that is no example.
    """
    return chain.from_iterable(StageFolder(p).examples() if p.is_dir() else examples(p) for p in paths)


def batches(paths: Sequence[Path], size: int) -> Iterator[Batch]:
    """The examples, `size` of them at a time.

    Raises:
        BadData: as `read`.
    """
    coming, start = read(paths), 0
    while group := tuple(islice(coming, size)):
        yield f"{start}-{start + len(group) - 1}", group
        start += len(group)
