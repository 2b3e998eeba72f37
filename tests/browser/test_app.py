"""The whole program as a user starts it: `python app.py`, the built-in tutor, a live kernel, a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.homework import SOLD
from tests.browser.homework import page as homework
from tests.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

ROOT = Path(__file__).parents[2]
DONE = '.turn.last:not([data-state="running"])'


@pytest.fixture(scope="module")
def app() -> Iterator[str]:
    """Address of the running program; it must end cleanly when it is asked to."""
    port = free_port()
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "STEPWISE_WARM_KERNELS": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert "ready" in line and time.perf_counter() - started < 30  # 5 s alone on 2 cores
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    assert process.wait(timeout=20) == 0


def test_a_problem_is_solved_plotted_and_checked(open_page: Any, app: str) -> None:
    page = open_page(app)
    page.fill("#stepwise-problem", "Find the vertex of the parabola y = x^2 - 6x + 5.")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(DONE, timeout=60_000)
    answer = page.locator(".answer")
    assert answer.get_attribute("data-verdict") == "proved", page.inner_text(".turn")
    assert page.inner_text(".live") == "Answer: three, minus four. Checked."
    assert page.locator(".plot img").evaluate("image => image.naturalWidth") > 100
    assert page.locator(".plot img").get_attribute("alt")
    assert page.locator(".prose-block .katex").count() > 0
    assert "\\(" not in page.inner_text(".turn")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="no Tesseract on this machine")
def test_a_picture_is_read_looked_over_solved_and_checked(open_page: Any, app: str) -> None:
    page = open_page(app)
    page.set_input_files(
        ".tools .chosen", {"name": "a.png", "mimeType": "image/png", "buffer": homework(SOLD)}
    )
    page.wait_for_selector("#stepwise-read", timeout=60_000)
    assert page.input_value("#stepwise-read").rstrip("?？") == SOLD[""][0][0].rstrip("？")
    page.click(".panel-solve")
    page.wait_for_selector(DONE, timeout=60_000)
    assert page.inner_text(".live") == "答案：8。已检验。", page.inner_text(".turn")
    assert page.locator(".thumb img").evaluate("image => image.naturalWidth") > 100


def test_a_changed_cell_runs_in_the_live_kernel(open_page: Any, app: str) -> None:
    page = open_page(app)
    page.fill("#stepwise-problem", "解方程 \\(x^2 - 5x + 6 = 0\\)。")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(DONE, timeout=60_000)
    _edit(page, "kept = 41")
    _edit(page, "print(kept + 1)")
    assert page.locator(".cell .stdout").first.inner_text() == "42"
    _edit(page, "while True: pass", wait=False)
    page.wait_for_selector("body.stepwise-running")
    page.wait_for_timeout(1000)
    start = time.perf_counter()
    page.keyboard.press("Escape")
    page.wait_for_selector("body:not(.stepwise-running)")
    assert time.perf_counter() - start < 1.5
    _edit(page, "print(kept)")
    assert page.locator(".cell .stdout").first.inner_text() == "41", "stopping a cell keeps the variables"


def test_a_stop_that_comes_at_once_is_not_lost(open_page: Any, app: str) -> None:
    page = open_page(app)
    page.fill("#stepwise-problem", "解方程 \\(x^2 - 5x + 6 = 0\\)。")
    page.press("#stepwise-problem", "Enter")
    page.keyboard.press("Escape")  # before the server has begun
    page.wait_for_selector(DONE, timeout=5_000)
    page.click('[data-act="retry"]')
    page.wait_for_selector(DONE, timeout=60_000)
    for _ in range(3):
        _edit(page, "while True: pass", wait=False)
        page.keyboard.press("Escape")
        page.wait_for_selector("body:not(.stepwise-running)", timeout=5_000)
    _edit(page, "print(6 * 7)")
    assert page.locator(".cell .stdout").first.inner_text() == "42"


def test_variables_that_a_dead_kernel_took_come_back(open_page: Any, app: str) -> None:
    page = open_page(app)
    page.fill("#stepwise-problem", "解方程 \\(x^2 - 5x + 6 = 0\\)。")
    page.press("#stepwise-problem", "Enter")
    page.wait_for_selector(DONE, timeout=60_000)
    _edit(page, "kept = 41")
    _edit(page, "import os; os._exit(1)")
    assert page.locator(".end.variables").count() == 1
    _edit(page, "print('kept' in globals())")
    assert page.locator(".cell .stdout").first.inner_text() == "False"
    page.click('[data-act="restore"]')
    page.wait_for_selector('.end.variables:not(:has([data-act="restore"]))', timeout=30_000)
    page.wait_for_selector("body:not(.stepwise-running)", timeout=30_000)
    _edit(page, "print(kept + 1)")
    assert page.locator(".cell .stdout").first.inner_text() == "42"


def _edit(page: Any, source: str, *, wait: bool = True) -> None:
    page.locator('.cell [data-act="edit"]').first.click()
    page.fill(".cell .editor textarea", source)
    page.press(".cell .editor textarea", "Control+Enter")
    if wait:
        page.wait_for_selector("body:not(.stepwise-running)", timeout=30_000)
