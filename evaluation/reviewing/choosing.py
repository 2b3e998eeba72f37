"""Which runs there are, and which of a run's problems a reader wants to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.folder import RunFolder
from evaluation.marks import BARE, Mark, Shelf, marks_of
from evaluation.reporting.page import Run
from evaluation.rows import BadData, Record, Row
from evaluation.runner import is_run


@dataclass(frozen=True, slots=True)
class Item:
    """A problem of a run with what became of it."""

    record: Record
    row: Row
    mark: Mark | None

    @property
    def differ(self) -> bool:
        """Whether the two graders say different things."""
        return self.row.exact is not None and self.row.exact != (self.row.verdict == "right")


FILTERS: Final[Mapping[str, Callable[[Item], bool]]] = {
    "all": lambda item: True,
    "wrong": lambda item: item.row.verdict == "wrong",
    "declined": lambda item: item.row.verdict == "declined",
    "failed": lambda item: item.row.verdict == "failed",
    "right": lambda item: item.row.verdict == "right",
    "form": lambda item: item.row.verdict == "right" and item.row.form == "missed",
    "differ": lambda item: item.differ,
    "marked": lambda item: item.mark is not None,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader wants to see of a run."""

    filter: str = "all"
    text: str = ""
    dataset: str = ""

    def holds(self, item: Item) -> bool:
        """Whether the problem is among it."""
        words = f"{item.record.id} {item.record.question} {item.row.answer} {item.row.reference}".casefold()
        return (
            FILTERS.get(self.filter, FILTERS["all"])(item)
            and self.text.casefold() in words
            and self.dataset in ("", item.row.dataset)
        )


def run_names(folder: Path) -> list[str]:
    """The runs in a folder, the newest first. Only its own subfolders: no name leads out of it."""
    found = [path for path in folder.iterdir() if path.is_dir() and is_run(path)] if folder.is_dir() else []
    return [path.name for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)]


def folder_of(folder: Path, name: str) -> Path:
    """The folder of the run of that name.

    Raises:
        LookupError: there is no such run.
    """
    if name not in run_names(folder):
        raise LookupError(name)
    return folder / name


def run_of(path: Path, shelf: Shelf = BARE) -> Run:
    """A run, also one that is still being written.

    Raises:
        BadData: it cannot be read.
    """
    folder = RunFolder(path)
    try:
        rows = folder.rows()
    except BadData:
        if (path / "results.jsonl").exists():
            raise
        rows = []
    return Run(path.name, folder.header(), rows, marks_of(path, shelf))


def items_of(path: Path, wish: Wish, shelf: Shelf = BARE) -> list[Item]:
    """The problems of a run that the reader wants, in the order of the run's problems.

    Raises:
        BadData: the run cannot be read.
    """
    run, problems = run_of(path, shelf), RunFolder(path).problems()
    order = {name: number for number, name in enumerate(problems)}
    rows = sorted((r for r in run.rows if r.id in problems), key=lambda r: order[r.id])
    items = [Item(problems[r.id], r, run.marks.get(r.id)) for r in rows]
    return [item for item in items if wish.holds(item)]


def beside(items: Sequence[Item], problem: str) -> tuple[str | None, str | None]:
    """The problems before and behind one; a problem that is not among them is followed by the first."""
    ids = [item.record.id for item in items]
    if problem not in ids:
        return None, ids[0] if ids else None
    at = ids.index(problem)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)
