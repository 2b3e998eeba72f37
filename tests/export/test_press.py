"""The door: files come from a process that can be stopped; what is missing or too much is a sentence."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import pytest

from solver.events import Code, Done, Output, Reasoning
from solver.export import FORMATS, worker
from solver.export.document import Document, Solved, to_json
from solver.export.press import NotExported, Press
from solver.ports import Problem
from tests.export.streams import whole

BEGINS = {"ipynb": b"{", "html": b"<!doctype html>", "pdf": b"%PDF", "md": b"# wordtitle"}


async def test_every_format_comes_through_the_door() -> None:
    assert BEGINS.keys() == FORMATS.keys()
    press = Press()
    made = await asyncio.gather(*(press.write(whole(), suffix, "n") for suffix in ("md", "pdf")))
    assert [m.data[:4] for m in made] == [b"# wo", b"%PDF"] and len(made[0].beside) == 2


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_written(suffix: str) -> None:
    reply = worker.answer({"format": suffix, "stem": "n", "document": to_json(whole())})
    assert worker.base64.b64decode(reply["data"]).startswith(BEGINS[suffix])


async def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(NotExported, match="太大"):
        await Press(timeout_s=0.01).write(whole("zh"), "md", "n")


@pytest.mark.parametrize(
    ("library", "package", "suffix", "others"),
    [
        ("typst", "typst", "pdf", ("html", "md", "ipynb")),
        ("math_core", "math-core", "html", ("md", "ipynb")),
        ("nbformat", "nbformat", "ipynb", ("html", "md", "pdf")),
    ],
)
def test_a_library_that_is_missing_costs_its_format_alone(
    library: str, package: str, suffix: str, others: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith("solver.export.") or n.split(".")[0] == library]:
        if name != "solver.export.document":  # whose `Refused` the worker knows
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)

    def reply(asked: str) -> dict[str, Any]:
        return worker.answer({"format": asked, "stem": "n", "document": to_json(whole())})

    assert reply(suffix) == {"refused": "no-library", "values": {"package": package}}
    assert all("data" in reply(other) for other in others)


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(Document("", "en", ()), id="empty"),
        pytest.param(Document("t", "zh", (Solved(Problem("", "zh"), ()),)), id="nothing came"),
        pytest.param(
            Document("t", "en", (Solved(Problem("p", "en"), (Reasoning(0, "so \\(x"), Code(1, "x = "))),)),
            id="in the middle",
        ),
        pytest.param(
            Document("t", "en", (Solved(Problem("p", "en"), (Output(3, "result", "1"), Done("failed"))),)),
            id="no cell",
        ),
    ],
)
@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_there_is_written(document: Document, suffix: str) -> None:
    assert "data" in worker.answer({"format": suffix, "stem": "n", "document": to_json(document)})
