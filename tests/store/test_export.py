"""Files of kept conversations: for the owner alone, without what is kept back, whole also when something goes wrong."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import AsyncIterator
from urllib.parse import unquote

import httpx
import pytest
from starlette.applications import Starlette

from solver.events import Answer, Code, Done, Event, Figure, Output, Reasoning
from solver.export.document import OwnRun, Solved
from solver.export.press import Press
from solver.export.words import say
from solver.ports import Problem
from solver.store import Conversation, KeptRun, KeptTurn, NewTurn, Store, Summary, hashed
from tests.export.streams import png
from ui import conversations
from ui.exporting import answer, document_of
from ui.own import COOKIE

TOKEN, STRANGER = "m" * 43, "s" * 43
ME = hashed(TOKEN)
SOLUTION: tuple[Event, ...] = (Reasoning(0, "so \\(x = 7737\\)"), Answer("7737"), Done("answered"))


@pytest.fixture
async def clients(
    store: Store,
) -> AsyncIterator[tuple[httpx.AsyncClient, httpx.AsyncClient, httpx.AsyncClient]]:
    """The owner's browser, a stranger's, and one without a cookie."""
    transport = httpx.ASGITransport(app=Starlette(routes=conversations.routes(store)))

    def client(cookies: dict[str, str]) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=transport, base_url="http://test", cookies=cookies, timeout=60)

    async with client({COOKIE: TOKEN}) as mine, client({COOKIE: STRANGER}) as other, client({}) as nobody:
        yield mine, other, nobody


async def test_a_file_is_for_the_owner_alone(
    store: Store, clients: tuple[httpx.AsyncClient, httpx.AsyncClient, httpx.AsyncClient]
) -> None:
    mine, other, nobody = clients
    events = (*SOLUTION[:-1], Code(1, "plot"), Figure(1, "image/png", png(), "a plot"), SOLUTION[-1])
    begun = await store.begin(ME, None, NewTurn("t1", Problem("解 x/2: <y>", "zh"), "builtin"), events, 1.0)
    path = f"/conversations/{begun.conversation}/export"
    assert (await other.get(f"{path}?format=md")).status_code == 404
    assert (await nobody.get(f"{path}?format=md")).status_code == 401
    assert (await mine.get(f"{path}?format=exe")).status_code == 404
    assert (await mine.get(path)).status_code == 404
    found = await mine.get(f"{path}?format=md&lang=zh")
    assert found.status_code == 200 and found.headers["content-type"] == "application/zip"
    assert found.headers["cache-control"] == "no-store"
    name = re.search(r"filename\*=UTF-8''(.+)", found.headers["content-disposition"])
    assert name is not None and unquote(name[1]) == "解-x-2-y.zip"
    archive = zipfile.ZipFile(io.BytesIO(found.content))
    assert archive.namelist() == ["解-x-2-y.md", "解-x-2-y-pictures/1.png"]
    assert "7737" in archive.read("解-x-2-y.md").decode() and "题目" in archive.read("解-x-2-y.md").decode()
    await store.delete(ME, begun.conversation)
    assert (await mine.get(f"{path}?format=md")).json() == {"code": "conversation-gone"}


def kept(
    name: str, started_s: float, events: tuple[Event, ...], runs: tuple[KeptRun, ...] = (), **more: bool
) -> KeptTurn:
    return KeptTurn(
        name,
        Problem(f"problem {name}", "en"),
        "builtin",
        None,
        started_s,
        1.0,
        more.pop("replaced", False),
        events,
        runs,
        **more,
    )


def conversation(*turns: KeptTurn) -> Conversation:
    return Conversation(Summary("c", "title", "en", 0.0, 0.0, False), turns)


def test_what_is_kept_back_and_what_was_replaced_is_in_no_file() -> None:
    run = KeptRun(1, "x = 7737", 2.0, (Output(1, "result", "7737"),))
    hidden = kept("a", 1.0, SOLUTION, (run,), kept_back=True)
    assert "7737" not in repr(document_of(conversation(hidden), "en"))
    assert [
        e.kept_back for e in document_of(conversation(hidden), "en").entries if isinstance(e, Solved)
    ] == [True]
    assert "7737" in repr(document_of(conversation(kept("a", 1.0, SOLUTION, (run,))), "en"))
    assert document_of(conversation(kept("~1", 1.0, SOLUTION, replaced=True)), "en").entries == ()


def test_cells_of_the_student_stand_where_they_ran() -> None:
    first = kept("a", 1.0, SOLUTION, (KeptRun(1, "early", 2.0, ()), KeptRun(1, "late", 4.0, ())))
    entries = document_of(conversation(first, kept("b", 3.0, SOLUTION[:1])), "en").entries
    assert [e.source if isinstance(e, OwnRun) else e.problem.text for e in entries] == [
        "problem a",
        "early",
        "problem b",
        "late",
    ]
    assert [e.number for e in entries if isinstance(e, OwnRun)] == [1, 1]


async def test_why_there_is_no_file_is_a_sentence() -> None:
    found = await answer(Press(timeout_s=0.001), conversation(kept("a", 1.0, SOLUTION)), "pdf", "zh")
    assert found.status_code == 422
    assert json.loads(bytes(found.body)) == {"code": "too-large", "message": say("too-large", "zh")}
