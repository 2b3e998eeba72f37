"""A notebook of what really ran is valid, runs in an ordinary kernel, and gives what was recorded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from solver import Services, Settings
from solver.events import Code, Done, Event, Output, Reasoning
from solver.export import notebook
from solver.export.document import Document, Entry, OwnRun, Solved
from solver.ports import Problem

PROBLEMS = (
    Problem("Find the vertex of the parabola y = x^2 - 6x + 5.", "en"),
    Problem("解方程 x^2-5x+6=0", "zh"),
)
CELLS = (
    "from sympy import *\nx = symbols('x')\nprint('so far')\n[x**2/3, {sqrt(2): pi}]",
    "undefined_name + 1",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.title('图像')\nplt.show()",
    "x = 41\nx + 1",
)


@pytest.fixture(scope="module")
def ran() -> Document:
    """Two solutions and cells of a model and of a student, all run by a session in the sandbox."""
    return asyncio.run(_run())


async def _run() -> Document:
    services = Services(Settings().model_copy(update={"warm_kernels": 1, "reading_workers": 1}))
    await services.start()
    session = services.session()
    entries: list[Entry] = []
    try:
        for problem in PROBLEMS:
            entries.append(Solved(problem, tuple([e async for e in session.solve(problem)])))
        stream: list[Event] = [Reasoning(0, "A model's own cells:")]
        for part, source in enumerate(CELLS[:3], 1):
            stream += [Code(part, source), *[e async for e in _cell(session, part, source)]]
        entries.append(Solved(Problem("Try it", "en"), (*stream, Done("stopped"))))
        entries.append(OwnRun(3, 1, CELLS[3], tuple([e async for e in _cell(session, 1, CELLS[3])])))
    finally:
        await session.close()
        await services.close()
    return Document("两个题目 & more", "en", tuple(entries))


async def _cell(session: Any, part: int, source: str) -> AsyncIterator[Event]:
    async with aclosing(session.run_cell(part, source, "en")) as events:
        async for event in events:
            if not isinstance(event, Done):
                yield event


def shown(cell: Any) -> list[Any]:
    """What a cell gave, without what differs from one run to the next."""
    found: list[Any] = []
    for output in cell.outputs:
        if output.output_type == "stream":
            found.append((output.name, output.text))
        elif output.output_type == "error":
            found.append((output.ename, output.evalue))
        elif "image/png" in output.data:
            found.append("picture")
        else:
            found.append((output.data["text/plain"], output.data.get("text/latex")))
    return found


def test_it_runs_and_gives_what_was_recorded(ran: Document, tmp_path: Path) -> None:
    made = nbformat.reads(notebook.write(ran, "n").data.decode(), as_version=4)
    nbformat.validate(made)
    assert made.metadata.title == "两个题目 & more" and made.metadata.language_info.name == "python"
    again = nbformat.from_dict(made)
    NotebookClient(
        again, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    recorded = [shown(cell) for cell in made.cells if cell.cell_type == "code"][
        1:
    ]  # behind the first, which is ours
    assert [shown(cell) for cell in again.cells if cell.cell_type == "code"][1:] == recorded
    assert [("NameError", "name 'undefined_name' is not defined")] in recorded
    assert ["picture"] in recorded and [("42", None)] in recorded
    assert [
        ("stdout", "so far\n"),
        (
            "[x**2/3, {sqrt(2): pi}]",
            r"$\displaystyle \left[ \frac{x^{2}}{3}, \  \left\{ \sqrt{2} : \pi\right\}\right]$",
        ),
    ] in recorded
    sources = {e.source for e in ran.entries if isinstance(e, OwnRun)} | {CELLS[0]}
    assert sources <= {cell.source for cell in made.cells}, "the code is exactly what ran"


def test_a_conversation_without_cells_needs_no_preamble() -> None:
    document = Document("t", "zh", (Solved(Problem("1+1", "zh"), (Reasoning(0, "2"), Done("answered"))),))
    made = nbformat.reads(notebook.write(document, "n").data.decode(), as_version=4)
    assert {cell.cell_type for cell in made.cells} == {"markdown"}


def test_two_megabytes_of_output_are_all_there() -> None:
    text = "x" * 2_000_000
    events = (Code(1, "print('x' * 2_000_000)"), Output(1, "stdout", text), Done("answered"))
    document = Document("t", "en", (Solved(Problem("p", "en"), events),))
    made = nbformat.reads(notebook.write(document, "n").data.decode(), as_version=4)
    assert made.cells[-1].outputs[0].text == text
