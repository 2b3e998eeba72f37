"""`python -m solver … --export FILE`: the solution as a file, in the format that its suffix names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from solver.errors import SolverError
from solver.events import Event
from solver.export import FORMATS
from solver.export.document import Document, Solved
from solver.export.press import Press
from solver.export.words import say
from solver.ports import Language, Problem


def target(name: str, language: Language) -> Path:
    """The file, before anything is solved for it.

    Raises:
        SolverError: no format has its suffix, or nothing can be written there.
    """
    path = Path(name)
    if path.suffix[1:].lower() not in FORMATS:
        known = ", ".join(f".{suffix}" for suffix in FORMATS)
        raise SolverError(say("suffix", language, name=name, known=known))
    try:
        if path.is_dir():
            raise IsADirectoryError(21, os.strerror(21))
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise SolverError(say("unwritable", language, name=name, why=error.strerror)) from error
    return path


async def save(path: Path, problem: Problem, events: Sequence[Event]) -> None:
    """Write the solution to `path`; pictures of Markdown into a folder beside it.

    Raises:
        SolverError: it cannot be written; the text is for the user. Nothing half is left behind.
    """
    title = " ".join(problem.text.split())[:200]
    document = Document(title, problem.language, (Solved(problem, tuple(events)),))
    made = await Press().write(document, path.suffix[1:].lower(), path.stem)
    try:
        for name, data in made.beside.items():
            (path.parent / name).parent.mkdir(exist_ok=True)
            _write(path.parent / name, data)
        _write(path, made.data)
    except OSError as error:
        raise SolverError(say("unwritable", problem.language, name=path, why=error.strerror)) from error


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing: the disk may be full."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
