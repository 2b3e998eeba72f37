"""Students with real clients, in a process of their own: `python -m tests.load.others gradio_client|browser URL …`; each row is a line of its output.

`gradio_client` is what programs use (the public endpoint, a fresh session each time). A browser is a headless Chromium that types into the page.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final

from tests.browser.conftest import ARGS, NAMES
from tests.load.problems import Problem, drawn
from tests.load.rows import Row

LIMIT_S: Final = 90.0  # for one problem
BOX: Final = "#stepwise-problem"
WATCH: Final = """() => {
  window.measured = {};
  new MutationObserver(() => {
    const turn = document.querySelector('.turn.last');
    if (!turn || !window.measured.asked) return;
    const now = performance.now() - window.measured.asked;
    if (!window.measured.first && turn.querySelector('.block')) window.measured.first = now;
    if (!window.measured.done && turn.dataset.state && turn.dataset.state !== 'running' && turn.querySelector('.block'))
      Object.assign(window.measured, { done: now, state: turn.dataset.state });
  }).observe(document.body, {subtree: true, childList: true, attributes: true});
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') window.measured = {asked: performance.now()};
  }, true);
}"""


def slots(options: argparse.Namespace, number: int) -> Iterator[tuple[float, Problem]]:
    """When one of the students sends what, in seconds since the beginning; the first ones are spread over one interval."""
    problems = drawn(f"{options.seed} {options.kind} {number}")
    at_s = options.every_s * number / max(options.number, 1)
    while at_s < options.seconds:
        yield at_s, next(problems)
        at_s += options.every_s


def tell(row: Row) -> None:
    """A line for whoever started this."""
    print(row.line(), flush=True)


def by_gradio_client(options: argparse.Namespace) -> None:
    """Each student is a thread with a client of their own."""
    from gradio_client import Client

    began_s = time.monotonic()

    def study(number: int) -> None:
        client = Client(options.url, verbose=False)
        for at_s, problem in slots(options, number):
            time.sleep(max(0.0, began_s + at_s - time.monotonic()))
            sent_s, first_s, state, error = time.monotonic(), None, "lost", ""
            try:
                for line in client.submit(problem.text, problem.language, api_name="/solve"):
                    record = json.loads(line)
                    if first_s is None and record["kind"] != "waiting":
                        first_s = time.monotonic() - sent_s
                    if record["kind"] == "done":
                        state = record["reason"]
                    elif record["kind"] == "failure":
                        error = record["code"]
            except Exception as caught:  # noqa: BLE001  whatever a client meets is what is measured
                error = f"{type(caught).__name__}: {caught}"[:200]
            took_s = time.monotonic() - sent_s
            tell(Row(sent_s - began_s, f"c{number}", "gradio_client", "builtin", problem.language, problem.text, first_s, took_s, state, error))  # fmt: skip
        with suppress(Exception):
            client.close()

    threads = [threading.Thread(target=study, args=(number,), daemon=True) for number in range(options.number)]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, began_s + options.seconds + LIMIT_S - time.monotonic()))


async def by_browser(options: argparse.Namespace) -> None:
    """Each student has a window of their own, with cookies of its own, in one Chromium."""
    from playwright.async_api import async_playwright

    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        print("no Chromium on this machine: no browsers take part", file=sys.stderr)
        return
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(ARGS))
        began_s = time.monotonic()
        await asyncio.gather(*(_window(browser, options, n, lambda: time.monotonic() - began_s) for n in range(options.number)))  # fmt: skip
        await browser.close()


async def _window(browser: Any, options: argparse.Namespace, number: int, clock: Callable[[], float]) -> None:
    context = await browser.new_context(locale="en-US")
    page = await context.new_page()
    await page.goto(options.url)
    await page.wait_for_selector(".examples .example")
    await page.evaluate(WATCH)
    for at_s, problem in slots(options, number):
        await asyncio.sleep(max(0.0, at_s - clock()))
        sent_s, found, error = clock(), {}, ""
        try:
            await page.fill(BOX, " ".join(problem.text.split()))
            await page.press(BOX, "Enter")
            await page.wait_for_function("window.measured.done", timeout=LIMIT_S * 1000)
            found = await page.evaluate("window.measured")
        except Exception as caught:  # noqa: BLE001  as above
            error = f"{type(caught).__name__}: {caught}"[:200]
        first, done = (found[name] / 1000 if name in found else None for name in ("first", "done"))
        tell(Row(sent_s, f"b{number}", "browser", "builtin", problem.language, problem.text, first, done, found.get("state", "lost"), error))  # fmt: skip
    await context.close()


def main() -> None:
    """Run what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.others", description=__doc__)
    parser.add_argument("kind", choices=("gradio_client", "browser"))
    parser.add_argument("url")
    parser.add_argument("--number", type=int, default=1)
    parser.add_argument("--every-s", type=float, default=20.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", default="0")
    options = parser.parse_args()
    if options.kind == "gradio_client":
        by_gradio_client(options)
    else:
        asyncio.run(by_browser(options))


if __name__ == "__main__":
    main()
