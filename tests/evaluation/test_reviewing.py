"""The review page: what is there is shown as students see it, what is marked is kept, and no name leads out of the folder."""

from __future__ import annotations

import asyncio
from html import unescape
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from evaluation.folder import RunFolder
from evaluation.marks import mark, marks_of, run_key
from evaluation.reporting.page import load, report
from evaluation.reviewing import routes
from evaluation.reviewing.choosing import FILTERS, Wish, items_of
from evaluation.reviewing.words import WORDS
from evaluation.rows import Record, Row
from solver import load_settings, store_of
from solver.events import Answer, Check, Code, Done, Figure, Output, Reasoning
from ui import still

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """A folder with one run of four problems, one that is broken, and something that is no run."""
    folder = RunFolder(tmp_path / "runs" / "first")
    records = [
        Record("a/1", "toy", "Solve $x^2=4$.", "2; -2", language="en"),
        Record("b", "toy", f"{HOSTILE} 1+1", "2", language="en"),
        Record("c", "toy", "计算 $1/2+1/3$", "5/6", language="zh"),
        Record("d", "toy", "Which?", "B", ("1", "2"), language="en"),
    ]
    folder.begin({"id": "x", "model": "builtin", "date": "2026-11-29T06:00"}, records)
    rows = [
        Row("a/1", "toy", "", "x=2, x=-2", "2; -2", "right", "proved", 1.0, exact=False, cells=1),
        Row("b", "toy", "", HOSTILE, "2", "wrong", "unknown", 1.0, HOSTILE, exact=False),
        Row("c", "toy", "", "0.83", "5/6", "wrong", "refuted", 1.0, exact=False, form="missed"),
        Row("d", "toy", "", "", "B", "declined", "unknown", 1.0, "declined: no"),
    ]
    (folder.path / "results.jsonl").write_text("".join(r.line() for r in rows), encoding="utf-8")
    folder.keep_events(
        "a/1",
        [Reasoning(0, "Take \\(\\pm\\) roots."), Code(1, "solve(x**2-4)"), Output(1, "result", "[-2, 2]", "[-2, 2]"),
         Figure(1, "image/png", b"png", "a parabola"), Answer("x=2, x=-2"), Check("put back", "proved", "it fits"), Done("answered")],
    )  # fmt: skip
    folder.keep_events("b", [Reasoning(0, HOSTILE), Answer(HOSTILE), Done("answered")])
    (tmp_path / "runs" / "broken").mkdir()
    (tmp_path / "runs" / "broken" / "run.json").write_text("{}")
    (tmp_path / "runs" / "broken" / "results.jsonl").write_text("no row\n")
    (tmp_path / "runs" / "nothing").mkdir()
    RunFolder(tmp_path / "secret").begin({"model": "secret"}, records)
    return tmp_path / "runs"


@pytest.fixture
def client(runs: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(runs, still.still, still.head, still.SETTLE)))


def test_runs_are_listed_and_a_broken_one_is_a_sentence(client: TestClient) -> None:
    text = client.get("/review").text
    assert (
        "first" in text
        and "25.0%" in text
        and "broken" in text
        and "not JSON" in text
        and "nothing" not in text[text.index("<main") :]
    )
    assert "评测" in client.get("/review?lang=zh").text


def test_problems_are_filtered(client: TestClient, runs: Path) -> None:
    assert {name: len(items_of(runs / "first", Wish(name))) for name in FILTERS} == {
        "all": 4, "wrong": 2, "declined": 1, "failed": 0, "right": 1, "form": 0, "differ": 1, "marked": 0,
    }  # fmt: skip
    wrong = client.get("/review/run?run=first&filter=wrong").text
    assert "计算" in wrong and "Which?" not in wrong
    assert "Solve" in client.get("/review/run?run=first&text=x%5E2").text
    assert "No problem is like that" in client.get("/review/run?run=first&filter=failed").text


def test_a_solution_is_shown_as_students_see_it(client: TestClient) -> None:
    text = client.get("/review/problem?run=first&problem=a/1").text
    for part in (
        'class="turn"',
        'data-tex="\\pm"',
        "solve",
        "[-2, 2]",
        "a parabola",
        'class="answer"',
        "put back",
    ):
        assert part in text, part
    assert 'id="next"' in text and 'id="previous"' not in text
    assert "No stream was kept" in client.get("/review/problem?run=first&problem=d").text


def test_a_mark_is_kept_changes_the_score_and_can_be_taken_back(client: TestClient, runs: Path) -> None:
    fields = {
        "run": "first",
        "problem": "c",
        "verdict": "right",
        "note": "0.83 was allowed",
        "filter": "wrong",
    }
    answer = client.post("/review/mark", data=fields, follow_redirects=False)
    assert answer.status_code == 303 and "problem=c" in answer.headers["location"]
    assert marks_of(runs / "first")["c"].note == "0.83 was allowed"
    text = client.get("/review/run?run=first").text
    assert "25.0%" in text and "50.0%" in text
    assert "| first | 1 | 25.0% | 50.0% |" in report([load(runs / "first")]).markdown
    client.post("/review/mark", data={**fields, "verdict": ""})
    assert marks_of(runs / "first") == {}


def test_pages_of_others_may_not_mark(client: TestClient, runs: Path) -> None:
    fields = {"run": "first", "problem": "c", "verdict": "right"}
    assert (
        client.post("/review/mark", data=fields, headers={"Origin": "http://evil.example"}).status_code == 403
    )
    assert client.post("/review/mark", data={**fields, "problem": "z"}).status_code == 404
    assert marks_of(runs / "first") == {}


@pytest.mark.parametrize(
    "name", ["../secret", "..", ".", "", "/etc", "nothing", "first/../../secret", "first\x00"]
)
def test_no_name_leads_out_of_the_folder(name: str, client: TestClient) -> None:
    for path in ("/review/run", "/review/problem"):
        answer = client.get(path, params={"run": name, "problem": "a/1"})
        assert answer.status_code == 404 and "secret" not in answer.text.replace(name, "")


def test_hostile_text_stays_text(client: TestClient) -> None:
    for path in (
        "/review",
        "/review/run?run=first",
        "/review/problem?run=first&problem=b",
        f"/review/run?run=first&text={HOSTILE}",
    ):
        text = client.get(path).text
        assert HOSTILE not in text and ("script" not in path or HOSTILE in unescape(text))


verdicts = st.sampled_from(["right", "wrong", None])


@given(st.lists(st.tuples(st.sampled_from("abc"), verdicts, st.text(max_size=20))))
@settings(max_examples=40)
def test_the_last_mark_of_a_problem_counts(made: list[tuple[str, str | None, str]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        for problem, verdict, note in made:
            mark(Path(name), problem, verdict, note)  # type: ignore[arg-type]
        last = {problem: (verdict, note) for problem, verdict, note in made}
        assert {p: (m.verdict, m.note) for p, m in marks_of(Path(name)).items()} == {
            p: m for p, m in last.items() if m[0] is not None
        }


def test_all_words_are_there_in_both_languages() -> None:
    assert all(en.strip() and zh.strip() and en != zh for en, zh in WORDS.values())


async def test_marks_are_kept_in_the_store_too(
    runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that can only be read is marked in the store; a folder that was carried here brings its marks along."""
    monkeypatch.setenv("STEPWISE_DATA", str(tmp_path / "data"))
    store = store_of(load_settings())
    app = Starlette(routes=routes(runs, lambda problem, events: "", lambda language: "", "", store))
    asked = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test")
    fields = {"run": "first", "problem": "c", "verdict": "right", "note": "0.83 was allowed"}
    await asked.post("/review/mark", data=fields)
    assert [m.problem for m in await store.marks(run_key(runs / "first"))] == ["c"]
    (runs / "first" / "marks.jsonl").unlink()
    assert "50.0%" in (await asked.get("/review/run?run=first")).text
    await asked.aclose()
    await store.close()
    loaded = await asyncio.to_thread(load, runs / "first")
    assert loaded.marks["c"].note == "0.83 was allowed", "a report reads the store"
    mark(runs / "first", "c", None)
    assert (await asyncio.to_thread(load, runs / "first")).marks == {}, "the later one counts, wherever it is"
    (tmp_path / "data" / "stepwise.db").write_text("no database")
    mark(runs / "first", "c", "wrong")
    assert (await asyncio.to_thread(load, runs / "first")).marks["c"].verdict == "wrong", (
        "what can be read is read"
    )


def test_a_mark_that_cannot_be_kept_anywhere_is_an_error(runs: Path) -> None:
    (runs / "first" / "marks.jsonl").mkdir()
    with pytest.raises(OSError, match="marks"):
        mark(runs / "first", "c", "right")
