"""A conversation as a file to be downloaded: what its owner sees, written by `solver.export`.

GET /conversations/ID/export?format=pdf&lang=en     the file; `format` is a row of `solver.export.FORMATS`
"""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from typing import Final
from urllib.parse import quote

from starlette.responses import JSONResponse, Response

from solver.export import FORMATS
from solver.export.document import Document, Entry, Exported, OwnRun, Solved
from solver.export.press import NotExported, Press
from solver.ports import Language
from solver.store import Conversation

NAME: Final = 60  # characters of a file's name
_UNFIT: Final = re.compile(r"[^\w\u3400-\u9fff]+")
ZIP: Final = "application/zip"


def document_of(found: Conversation, language: Language) -> Document:
    """The turns that a reader sees, and between them the cells that the reader ran, in the order in which all began.

    What a turn keeps back is left out here, before anything is written.
    """
    dated: list[tuple[float, int, Entry]] = []
    for number, turn in enumerate(found.shown(), 1):
        events = () if turn.kept_back else turn.events
        dated.append((turn.started_s, 0, Solved(turn.problem, events, turn.picture, turn.kept_back)))
        if not turn.kept_back:
            dated += [
                (run.started_s, 1, OwnRun(number, run.part, run.source, run.events)) for run in turn.runs
            ]
    dated.sort(key=lambda entry: entry[:2])
    return Document(found.summary.title, language, tuple(entry for _, _, entry in dated))


async def answer(press: Press, found: Conversation, suffix: str, language: Language) -> Response:
    """The file, a ZIP where it needs others beside it, or a sentence that says why there is none."""
    if suffix not in FORMATS:
        return JSONResponse({"code": "failed"}, status_code=404)
    stem = file_name(found.summary.title)
    try:
        made = await press.write(document_of(found, language), suffix, stem)
    except NotExported as error:
        return JSONResponse({"code": error.code, "message": str(error)}, status_code=422)
    data, mime, ending = made.data, FORMATS[suffix].mime, suffix
    if made.beside:
        data = await asyncio.to_thread(zipped, made, f"{stem}.{suffix}")
        mime, ending = ZIP, "zip"
    return Response(
        data,
        media_type=mime,
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f"attachment; filename=\"stepwise.{ending}\"; filename*=UTF-8''{quote(f'{stem}.{ending}')}",
            "X-Content-Type-Options": "nosniff",
        },
    )


def file_name(title: str) -> str:
    """A title as the name of a file on every system.

    >>> file_name("Solve $x^2=4$ / ../etc"), file_name("解方程 x=1"), file_name("?")
    ('Solve-x-2-4-etc', '解方程-x-1', 'stepwise')
    """
    return _UNFIT.sub("-", title)[:NAME].strip("-_") or "stepwise"


def zipped(made: Exported, name: str) -> bytes:
    """The file with those beside it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, made.data)
        for beside, data in made.beside.items():
            archive.writestr(beside, data)
    return held.getvalue()
