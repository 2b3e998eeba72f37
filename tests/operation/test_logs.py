"""The log of the real program: a line of JSON for each request, with its id, and nothing of what students write, nor is it kept elsewhere."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import app
from solver import compiled
from tests.served import Program, until
from ui.operation.logs import JsonLines
from ui.operation.requests import GIVEN, pseudonym
from ui.own import owner_of

SECRET = "zebra"
OWNER = "x" * 43


def test_requests_are_logged_with_their_ids_and_without_their_texts(program: Program) -> None:
    url, before = program.url, len(program.log.read_text())
    given = httpx.get(f"{url}/healthz", headers={"X-Request-ID": "from-a-proxy.1"})
    assert given.headers["x-request-id"] == "from-a-proxy.1"
    odd = httpx.get(f"{url}/healthz?name={SECRET}", headers={"X-Request-ID": f"{SECRET} {{}}"})
    assert GIVEN.fullmatch(odd.headers["x-request-id"]) and SECRET not in odd.headers["x-request-id"]
    sent = {"problem": f"A {SECRET} runs 3 miles. Solve x + 1 = 3."}
    httpx.post(f"{url}/api/solve", json=sent, headers={"Cookie": f"stepwise-owner={OWNER}"}, timeout=60)
    until(lambda: '"/api/solve"' in program.log.read_text()[before:])
    heard = program.log.read_text()[before:]
    lines = [line for line in heard.splitlines() if line.startswith("{")]
    told: list[dict[str, Any]] = [json.loads(line) for line in lines]
    requests = [line for line in told if line["logger"] == "stepwise.requests"]
    (ours,) = [line for line in requests if line["route"] == "/api/solve"]
    assert (ours["status"], ours["method"], ours["level"]) == (200, "POST", "info") and ours["took_s"] > 0
    assert ours["student"] == pseudonym(owner_of(f"stepwise-owner={OWNER}")) and OWNER not in heard
    assert any(line["request"] == "from-a-proxy.1" for line in requests)
    assert SECRET not in heard


def test_no_pattern_with_words_of_a_problem_is_kept(program: Program) -> None:
    story = "动物园里有斑马和羚羊共60只，羚羊的只数是斑马的3倍，斑马有多少只？"
    answer = httpx.post(f"{program.url}/api/solve", json={"problem": story}, timeout=60)
    assert "15" in answer.text
    kept = compiled._Shelf(compiled.place()).index
    assert kept and not [pattern for pattern, _ in kept if "斑马" in pattern]


@given(st.text(max_size=60))
def test_an_exception_is_told_without_its_words_on_one_line(text: str) -> None:
    try:
        try:
            raise KeyError(f"{SECRET} {text}")
        except KeyError as error:
            raise ValueError(f"{SECRET} {text}") from error
    except ValueError:
        record = logging.LogRecord("ui", logging.ERROR, __file__, 1, "error %s", ("ab12",), sys.exc_info())
    line = JsonLines().format(record)
    told = json.loads(line)
    assert SECRET not in line and "\n" not in line
    assert (told["message"], told["error"]["kind"], told["error"]["cause"]) == (
        "error ab12",
        "ValueError",
        "KeyError",
    )


@pytest.mark.parametrize("cookies", [None, "", "a=b", "stepwise-owner=short"])
def test_who_has_no_cookie_has_no_name(cookies: str | None) -> None:
    assert pseudonym(owner_of(cookies)) is None


def test_what_a_log_may_be_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """By `app.main`, before it serves; not that it hides this process's memory, which debuggers of tests would miss."""
    monkeypatch.setenv("STEPWISE_LOG", "xml")
    monkeypatch.setattr(app, "hide_memory", lambda: None)
    with pytest.raises(SystemExit, match="STEPWISE_LOG"):
        app.main()
