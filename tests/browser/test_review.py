"""The review page in a real browser: formulas are typeset, keys mark and move, a mark outlives a reload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import reviews
from evaluation.folder import RunFolder
from evaluation.rows import Record, Row
from solver.events import Answer, Check, Code, Done, Output, Reasoning
from tests.browser.scripted import ScriptedServices

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    runs = tmp_path_factory.mktemp("runs")
    run = RunFolder(runs / "first")
    records = [Record(f"p{n}", "toy", f"Solve $x+{n}=4$.", str(4 - n), language="en") for n in range(3)]
    run.begin({"model": "builtin", "date": "2026-11-29"}, records)
    rows = [
        Row(
            r.id,
            "toy",
            "",
            rf"\frac{{{4 - n}}}{{1}}",
            r.answer,
            "wrong" if n else "right",
            "proved",
            0.5,
            exact=False,
        )
        for n, r in enumerate(records)
    ]
    (run.path / "results.jsonl").write_text("".join(r.line() for r in rows), encoding="utf-8")
    for r in records:
        run.keep_events(
            r.id,
            [Reasoning(0, r"Subtract: \(x=\frac{3}{1}\)."), Code(1, "4-1"), Output(1, "result", "3", "3"),
             Answer(r"\frac{3}{1}"), Check("put back", "proved", "it fits"), Done("answered")],
        )  # fmt: skip
    return runs


@pytest.fixture(scope="module")
def review_url(folder: Path) -> Iterator[str]:
    from ui import page

    services = ScriptedServices()
    blocks, handlers = page.build(services)
    options = page.options(services, handlers, more=reviews(str(folder)))
    _, local, _ = blocks.launch(prevent_thread_lock=True, **options)
    yield f"{local.rstrip('/')}/review"
    blocks.close(verbose=False)


def test_a_run_is_read_and_marked_with_the_keyboard(chromium: Any, review_url: str) -> None:
    context, wrong = chromium.new_context(locale="en-US"), list[str]()
    page = context.new_page()
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on(
        "request", lambda r: None if r.url.startswith((review_url[:-7], "data:")) else wrong.append(r.url)
    )
    page.goto(review_url)
    page.click("text=first")
    page.click("text=Wrong")
    assert page.locator("tr").count() == 3
    page.click("tr:nth-child(2) a")
    assert page.locator(".still .answer .katex").count() and page.locator("dl .katex .mfrac").count()
    assert page.locator(".still .answer-title").inner_text() == "Answer"
    page.keyboard.press("r")
    page.wait_for_selector("#mark-right[aria-pressed]")
    page.keyboard.press("j")
    page.wait_for_selector("h1:has-text('p2')")
    page.go_back()
    page.reload()
    page.wait_for_selector("#mark-right[aria-pressed]")
    page.goto(f"{review_url}/run?run=first")
    words = page.inner_text("main")
    assert "Score 33.3%" in words and "After marks 66.7%" in words
    context.close()
    assert not wrong, wrong


def test_it_reads_in_chinese_on_a_phone(chromium: Any, review_url: str) -> None:
    context = chromium.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(f"{review_url}/problem?run=first&problem=p0")
    assert "参考答案" in page.inner_text("main") and page.inner_text(".answer-title") == "答案"
    assert page.evaluate("document.documentElement.scrollWidth <= 390")
    context.close()
