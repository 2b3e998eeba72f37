"""How fast the page is, in a real browser: `python -m tests.bench.page [FILE] [--rounds 3]`.

Starts `app.py`, types each problem of FILE (by default the 14 seed problems) and measures from Enter to the first block on
the page and to the end of the turn. Says how many answers were exactly right and how many of them were checked.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.grader.comparing import compare
from evaluation.grading import asks_for_order
from tests.browser.conftest import ARGS, NAMES
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "data" / "seed_examples.jsonl"
BOX = "#stepwise-problem"
WATCH = """() => {
  window.benchmark = {};
  new MutationObserver(() => {
    const turn = document.querySelector('.turn.last');
    if (!turn || !window.benchmark.asked) return;
    const now = performance.now() - window.benchmark.asked;
    if (!window.benchmark.first && turn.querySelector('.block')) window.benchmark.first = now;
    if (!window.benchmark.done && turn.dataset.state && turn.dataset.state !== 'running' && turn.querySelector('.block'))
      window.benchmark.done = now;
  }).observe(document.body, {subtree: true, childList: true, attributes: true});
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') window.benchmark = {asked: performance.now()};
  }, true);
}"""


@dataclass(frozen=True, slots=True)
class Timing:
    """One problem on the page; times in seconds from Enter."""

    question: str
    first_s: float
    done_s: float
    right: bool
    verdict: str


def ask(page: Any, record: dict[str, str]) -> Timing:
    """Type one problem as the first of a new sheet and wait for its end."""
    page.reload()
    page.wait_for_selector(".examples .example")
    page.evaluate(WATCH)
    page.fill(BOX, record["question"])
    page.press(BOX, "Enter")
    page.wait_for_function("window.benchmark.done", timeout=60_000)
    measured = page.evaluate("window.benchmark")
    card = page.locator(".turn.last .answer")
    found = card.count() > 0
    latex = page.locator(".turn.last .answer-value .math").first.get_attribute("data-tex") if found else ""
    verdict = card.get_attribute("data-verdict") if found else "declined"
    right = compare(latex or "", record["answer"], ordered=asks_for_order(record["question"])) == "equal"
    return Timing(record["question"], measured["first"] / 1000, measured["done"] / 1000, right, verdict or "")


def run(records: list[dict[str, str]], rounds: int) -> tuple[float, list[Timing]]:
    """Seconds from the start of the process to a served page, and the timings of all rounds."""
    from playwright.sync_api import sync_playwright

    port = free_port()
    began = time.perf_counter()
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port)}
    server = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    server.stdout.readline()
    start_s = time.perf_counter() - began
    try:
        with sync_playwright() as playwright:
            chromium = next(filter(None, map(shutil.which, NAMES)))
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGS)
            page = browser.new_page(locale="en-US")
            page.goto(f"http://127.0.0.1:{port}/")
            page.wait_for_selector(".examples .example")
            ask(page, records[0])  # the first one warms the browser
            timings = [ask(page, record) for _ in range(rounds) for record in records]
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)
    return start_s, timings


def main() -> None:
    """Parse the command line, run, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.page")
    parser.add_argument("file", nargs="?", type=Path, default=SEED)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    records = [
        json.loads(line) for line in arguments.file.read_text(encoding="utf-8").split("\n") if line.strip()
    ]
    start_s, timings = run(records, arguments.rounds)
    first, done = [t.first_s for t in timings], [t.done_s for t in timings]
    print(f"python app.py to a served page: {start_s:.1f} s")
    print(f"Enter to the first block: median {statistics.median(first):.2f} s, largest {max(first):.2f} s")
    print(f"Enter to the end of the turn: median {statistics.median(done):.2f} s, largest {max(done):.2f} s")
    print(f"exactly right: {sum(t.right for t in timings)} of {len(timings)}, of them checked: {sum(t.right and t.verdict == 'proved' for t in timings)}")  # fmt: skip
    for timing in sorted(timings, key=lambda t: -t.done_s)[:5]:
        print(f"  {timing.done_s:.2f} s  {timing.verdict:9} {timing.question[:70]!r}")
    for timing in timings:
        if not timing.right:
            print(f"  not right: {timing.question}")


if __name__ == "__main__":
    main()
