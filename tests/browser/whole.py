"""The whole program on one port for tests of its pages: the real tutor and kernels, a store, pictures that are always read, a run to review."""

from __future__ import annotations

from pathlib import Path

from evaluation.folder import RunFolder
from evaluation.rows import Record, Row
from solver.events import Answer, Check, Code, Done, Output, Reasoning
from solver.services import Services
from solver.settings import Settings
from solver.store import Store, database_url
from tests.browser.homework import HomeworkReader


class WholeServices(Services):
    """All that the program has; only pictures are read by `HomeworkReader`, which needs no engine on this machine."""

    def __init__(self, data: Path) -> None:
        super().__init__(Settings(warm_kernels=1, reading_workers=1), Store(database_url(data)))
        self.reader = HomeworkReader()

    def ocr(self, name: str | None = None) -> HomeworkReader:
        """Reads every picture as the same page of homework."""
        return self.reader


def a_run(folder: Path) -> None:
    """A folder of runs with one run of one problem."""
    run = RunFolder(folder / "first")
    run.begin(
        {"model": "builtin", "date": "2026-11-29"},
        [Record("p0", "toy", "Solve $x+1=4$.", "3", language="en")],
    )
    row = Row("p0", "toy", "", r"\frac{3}{1}", "3", "wrong", "proved", 0.5, exact=False)
    (run.path / "results.jsonl").write_text(row.line(), encoding="utf-8")
    run.keep_events(
        "p0",
        [Reasoning(0, r"Subtract: \(x=\frac{3}{1}\)."), Code(1, "4-1"), Output(1, "result", "3", "3"),
         Answer(r"\frac{3}{1}"), Check("put back", "proved", "it fits"), Done("answered")],
    )  # fmt: skip
