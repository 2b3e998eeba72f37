"""The boundary: whatever a kernel sends, events stay well-formed and bounded."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.events import Figure, Output, decode, encode
from solver.kernels.cell import (
    EVENTS,
    FIGURE_BYTES,
    LATEX_CHARS_IN_ALL,
    CellReader,
    Message,
    clean,
    strip_delimiters,
)
from tests.kernels.test_kernel_pictures import chunk, png

PNG = png()
PICTURE = base64.b64encode(PNG).decode()

junk: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 3, "", "text", "$x$", PICTURE, "\ud800", [], ["a", None], {}, {"alt": 1}, {"text": {}}]
)
fields = st.sampled_from(["text", "name", "data", "metadata", "traceback", "ename", "evalue", "status"])
kinds = st.sampled_from(
    [
        "status",
        "stream",
        "execute_result",
        "display_data",
        "error",
        "execute_reply",
        "comm_open",
        "update_display_data",
    ]
)
bundles = st.dictionaries(
    st.sampled_from(["text/plain", "text/latex", "text/html", "image/png", "image/svg+xml", "text/markdown"]),
    junk,
)
contents = st.dictionaries(fields, junk | bundles)


def read(*messages: tuple[str, dict[str, Any]]) -> list[Output | Figure]:
    reader = CellReader(3)
    return [event for kind, content in messages for event in reader.read(Message("request", kind, content))]


@given(st.lists(st.tuples(kinds, contents), max_size=8))
def test_any_message_gives_events_that_can_be_sent(messages: list[tuple[str, dict[str, Any]]]) -> None:
    events = read(*messages)
    assert all(decode(encode(event)) == event and event.part == 3 for event in events)
    assert sum(isinstance(e, Output) and e.stream == "error" for e in events) <= 1


@given(st.lists(st.integers(0, 90_000), max_size=12))
def test_text_is_bounded_and_says_that_it_was_cut(sizes: list[int]) -> None:
    events = read(*[("stream", {"name": "stdout", "text": "x" * size}) for size in sizes])
    text = "".join(event.text for event in events if isinstance(event, Output))
    assert text.count("x") == min(sum(sizes), 180_000)
    assert text.count("output cut") == (sum(sizes) > 180_000)


def test_a_result_behind_much_printing_is_kept() -> None:
    printed = ("stream", {"name": "stdout", "text": "x" * 300_000})
    assert read(printed, ("execute_result", {"data": {"text/plain": "42"}}))[-1] == Output(3, "result", "42")


def test_only_plain_text_latex_and_png_are_taken() -> None:
    rich = {"text/html": "<script>", "application/javascript": "x", "image/svg+xml": "<svg>"}
    assert read(("display_data", {"data": rich})) == []
    assert read(("display_data", {"data": {**rich, "text/plain": "t"}})) == [Output(3, "result", "t")]


def test_a_picture_is_png_or_nothing_and_has_words() -> None:
    data = {"data": {"image/png": PICTURE}, "metadata": {"image/png": {"alt": " a\nplot "}}}
    assert read(("display_data", data)) == [Figure(3, "image/png", PNG, "a plot")]
    assert read(("display_data", {"data": {"image/png": PICTURE}})) == [Figure(3, "image/png", PNG, "Figure")]
    assert read(("display_data", {"data": {"image/png": base64.b64encode(b"GIF89a").decode()}})) == []
    assert read(("display_data", {"data": {"image/png": "not base64"}})) == []


def test_pictures_are_bounded_together() -> None:
    padding = chunk(b"tEXt", b"x" * (FIGURE_BYTES // 2))
    large = base64.b64encode(PNG[:-12] + padding + PNG[-12:]).decode()
    events = read(*[("display_data", {"data": {"image/png": large}})] * 4)
    assert [type(event) for event in events] == [Figure, Output]


def test_a_cells_events_and_formulas_are_bounded_together() -> None:
    many = read(*[("stream", {"name": "stdout", "text": "x"})] * (EVENTS + 50), ("error", {"ename": "E"}))
    assert len(many) == EVENTS + 2  # the mark that something was cut, and the error
    formula = {"data": {"text/plain": "x", "text/latex": "$" + "y" * 19_000 + "$"}}
    events = read(*[("display_data", formula)] * 30)
    assert sum(len(event.latex or "") for event in events if isinstance(event, Output)) <= LATEX_CHARS_IN_ALL


def test_an_idle_without_an_answer_is_not_believed() -> None:
    reader = CellReader(0)
    list(reader.read(Message("r", "status", {"execution_state": "idle"})))
    assert not reader.done
    list(reader.read(Message("r", "execute_reply", {"status": "ok"})))
    assert reader.done


def test_an_error_that_only_the_answer_tells_is_told() -> None:
    answer = {"status": "error", "ename": "UsageError", "evalue": "no", "traceback": []}
    idle = ("status", {"execution_state": "idle"})
    assert read(("execute_reply", answer), idle) == [Output(3, "error", "UsageError: no")]
    printed, told = ("stream", {"name": "stdout", "text": "x"}), Output(3, "stdout", "x")
    assert read(("execute_reply", answer), printed, idle) == [told, Output(3, "error", "UsageError: no")]
    assert read(printed, idle, ("execute_reply", answer)) == [told, Output(3, "error", "UsageError: no")]
    error = {"ename": "E", "evalue": "v", "traceback": ["\x1b[31mline 1\x1b[0m", "E: v"]}
    assert read(("error", error), ("execute_reply", {**answer, **error})) == [
        Output(3, "error", "line 1\nE: v")
    ]


@pytest.mark.parametrize(
    ("given_text", "latex"),
    [
        pytest.param(r"$\displaystyle \frac{1}{2}$", r"\frac{1}{2}", id="displaystyle"),
        pytest.param("$$x$$", "x", id="double"),
        pytest.param(r"\[x\]", "x", id="brackets"),
        pytest.param(r"\(x\)", "x", id="parentheses"),
        pytest.param("so $x$ and $y$", None, id="prose"),
        pytest.param("$x$ and $y$", None, id="two formulas"),
        pytest.param(r"\begin{tabular}{l}a\end{tabular}", None, id="table"),
        pytest.param("$$", None, id="nothing"),
        pytest.param("$" + "x" * 30_000 + "$", None, id="too long"),
    ],
)
def test_delimiters(given_text: str, latex: str | None) -> None:
    assert strip_delimiters(given_text) == latex


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        pytest.param("\x1b[1;31mred\x1b[0m", "red", id="colour"),
        pytest.param("\x1b]0;title\x07text", "text", id="title"),
        pytest.param("10%\r20%\r\n", "10%\n20%\n", id="progress"),
        pytest.param("a\x00\x08b\tc\n", "ab\tc\n", id="control"),
        pytest.param("\ud800", "?", id="surrogate"),
    ],
)
def test_clean(given_text: str, cleaned: str) -> None:
    assert clean(given_text) == cleaned
